//! What happened on the board, to proposals and to missions, as the journal keeps it: never change a
//! variant, add one behind the last.

mod area;

pub use area::OfBoard;

use super::deal::event::DealEvent;
use super::phase::Phase;
use crate::domain::deed::Deed;
use serde::{Deserialize, Serialize};

use super::mission::event::MissionEvent;
use super::mission::{Session, Task};
use super::proposal::{Offer, ProposalStanding, Verdict};
use super::{Agreement, Formula, Notice, Opportunity, OpportunityStage};
use crate::domain::Millis;
use crate::domain::house::Selects;
use crate::domain::ids::{ContactId, OrganisationId, PersonId, ProposalId, QuotationId};
use crate::domain::money::Money;
use crate::domain::request::{Attachment, Group};
use crate::domain::trade::{DeclineReason, MissionRole};

/// What was posted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posted {
    /// The client.
    pub organisation: OrganisationId,
    /// Who asks for the client.
    pub contact: ContactId,
    /// The quotation it came from.
    pub quotation: Option<QuotationId>,
    /// How the house works with the client.
    pub group: Group,
    /// What everybody sees.
    pub notice: Notice,
    /// What is seen once it is opened.
    pub text: Box<str>,
    /// The files that go with it.
    pub files: Vec<Attachment>,
    /// Who selects among the proposals for it (BRD-6).
    #[serde(default = "Selects::unsaid")]
    pub selects: Selects,
}

/// What happened to an opportunity.
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BoardEvent {
    /// It was posted.
    Posted(Box<Posted>),
    /// What is posted was put right; `text` is the whole new description, if it changed.
    Amended {
        from: Box<Notice>,
        to: Box<Notice>,
        text: Option<(Box<str>, Vec<Attachment>)>,
    },
    /// It moved on. When somebody of the house said so for the client, `word_of` is the client's
    /// contact (PPL-3); `reason` says why it was opened again, declined or ended, or how the client said whom to select.
    Moved {
        from: OpportunityStage,
        to: OpportunityStage,
        word_of: Option<ContactId>,
        reason: Box<str>,
    },
    /// A proposal was written or rewritten; while it is not before the client it is nobody else's
    /// business.
    Offered {
        proposal: ProposalId,
        person: PersonId,
        offer: Box<Offer>,
        before_client: bool,
    },
    /// A proposal moved on; `words` is why it was taken back, or what a loser is told for next time.
    Proposal {
        proposal: ProposalId,
        from: ProposalStanding,
        to: ProposalStanding,
        words: Box<str>,
    },
    /// The client said what they think of a proposal, or the house for them.
    Judged {
        proposal: ProposalId,
        from: Verdict,
        to: Verdict,
        word_of: Option<ContactId>,
    },
    /// A proposer was told that they have a good chance.
    Encouraged { proposal: ProposalId },
    /// The terms were confirmed; `consent` is said when the provider pays the commission.
    Agreed {
        agreement: Box<Agreement>,
        consent: bool,
    },
    /// Somebody joined the team, left it, or has another part in it.
    Team {
        person: PersonId,
        from: Option<MissionRole>,
        to: Option<MissionRole>,
    },
    /// The sessions were planned.
    Planned {
        from: Vec<Session>,
        to: Vec<Session>,
    },
    /// A thing of the logistics was ticked, or no longer is.
    Ticked { task: Task, done: bool },
    /// It was said how many came to a session.
    Attended {
        session: u16,
        at: Millis,
        from: Option<u32>,
        to: Option<u32>,
    },
    /// A word on how it went.
    Reported { text: Box<str>, at: Millis },
    /// What a proposal says was written, or parts of it: `price` is the one that stands from now on, texts
    /// that are `None` stay as its proposer had them. What is not before the client is a draft: beside what
    /// was submitted, if anything was.
    Revised {
        proposal: ProposalId,
        person: PersonId,
        price: Option<Money>,
        available: Option<Box<str>>,
        text: Option<Box<str>>,
        before_client: bool,
    },
    /// A file was added to a proposal (`draft`: to what nobody else sees of it), or removed.
    Filed {
        proposal: ProposalId,
        person: PersonId,
        file: Box<Attachment>,
        there: bool,
        draft: bool,
    },
    /// The draft beside a proposal was thrown away.
    DraftDropped {
        proposal: ProposalId,
        person: PersonId,
    },
    /// Those whose `proposals` were not selected were told in the client's own words what to do next time, in
    /// place of what they were told with the selection. When somebody of the house said so for the client,
    /// `word_of` is the client's contact (PPL-3).
    Advised {
        proposals: Vec<ProposalId>,
        words: Box<str>,
        word_of: Option<ContactId>,
    },
    /// The client chose how it is paid (BRD-6). When somebody of the house said so for the client, `word_of` is the
    /// client's contact (PPL-3), and `said` how the client said so.
    Chosen {
        from: Option<Formula>,
        to: Formula,
        word_of: Option<ContactId>,
        said: Box<str>,
    },
    /// Why a proposal was taken back, its terms were declined, or the client does not want it: a reason of the list.
    Reasoned {
        proposal: ProposalId,
        why: DeclineReason,
    },
    /// Something happened to the terms between both sides.
    Deal(DealEvent),
    /// Somebody else stands for a mission.
    Mission(MissionEvent),
}

impl BoardEvent {
    /// Returns the proposal whose draft it is about, if it is about one.
    pub fn proposal(&self) -> Option<ProposalId> {
        match self {
            BoardEvent::Offered { proposal, .. }
            | BoardEvent::Revised { proposal, .. }
            | BoardEvent::Filed { proposal, .. }
            | BoardEvent::DraftDropped { proposal, .. }
            | BoardEvent::Proposal { proposal, .. } => Some(*proposal),
            _ => None,
        }
    }

    /// Returns whose firm it concerns, where it is not that of who did it: who began the proposal that it writes, whom a
    /// mission is offered to.
    pub(in crate::domain) fn by(&self) -> Option<PersonId> {
        match self {
            BoardEvent::Offered { person, .. } | BoardEvent::Revised { person, .. } => {
                Some(*person)
            }
            BoardEvent::Mission(MissionEvent::Handed { to, .. }) => Some(*to),
            _ => None,
        }
    }

    /// Returns what it is, in a word.
    pub fn deed(&self) -> Deed {
        match self {
            BoardEvent::Posted(_) => Deed::Posted,
            BoardEvent::Amended { .. } => Deed::Amended,
            BoardEvent::Moved {
                from: OpportunityStage::Selected { .. },
                to: OpportunityStage::Open,
                ..
            } => Deed::Reopened,
            BoardEvent::Moved { to, .. } => match to.phase() {
                Phase::Open => Deed::Open,
                Phase::Selected => Deed::Selected,
                Phase::Confirmed => Deed::Confirmed,
                Phase::Delivered => Deed::Delivered,
                Phase::Ended => Deed::Ended,
            },
            BoardEvent::Offered { .. } => Deed::Offered,
            BoardEvent::Proposal { to, .. } => match to {
                ProposalStanding::Draft => Deed::Drafted,
                ProposalStanding::Submitted => Deed::Submitted,
                ProposalStanding::Selected => Deed::Won,
                ProposalStanding::Confirmed => Deed::Running,
                ProposalStanding::Lost => Deed::Lost,
                ProposalStanding::Withdrawn => Deed::Withdrawn,
            },
            BoardEvent::Judged { to, .. } => match to {
                Verdict::Unsaid => Deed::Unsaid,
                Verdict::Interesting => Deed::Interesting,
                Verdict::NotInteresting => Deed::NotInteresting,
            },
            BoardEvent::Encouraged { .. } => Deed::Encouraged,
            BoardEvent::Agreed { .. } => Deed::Agreed,
            BoardEvent::Team { to: Some(_), .. } => Deed::JoinedTeam,
            BoardEvent::Team { to: None, .. } => Deed::LeftTeam,
            BoardEvent::Planned { .. } => Deed::Planned,
            BoardEvent::Ticked { done: true, .. } => Deed::Ticked,
            BoardEvent::Ticked { done: false, .. } => Deed::Unticked,
            BoardEvent::Attended { .. } => Deed::Attended,
            BoardEvent::Reported { .. } => Deed::Reported,
            BoardEvent::Revised {
                before_client: true,
                ..
            } => Deed::Offered,
            BoardEvent::Revised {
                before_client: false,
                ..
            } => Deed::Drafted,
            BoardEvent::Filed { there: true, .. } => Deed::Filed,
            BoardEvent::Filed { there: false, .. } => Deed::Unfiled,
            BoardEvent::DraftDropped { .. } => Deed::DraftDropped,
            BoardEvent::Advised { .. } => Deed::Advised,
            BoardEvent::Chosen { .. } => Deed::Chosen,
            BoardEvent::Reasoned { .. } => Deed::Reasoned,
            BoardEvent::Deal(event) => event.deed(),
            BoardEvent::Mission(event) => event.deed(),
        }
    }

    /// Whether it is its actor's own business: a draft that nobody else has seen.
    pub fn is_private(&self) -> bool {
        match self {
            BoardEvent::Offered { before_client, .. }
            | BoardEvent::Revised { before_client, .. } => !before_client,
            BoardEvent::Filed { draft, .. } => *draft,
            BoardEvent::DraftDropped { .. } => true,
            BoardEvent::Proposal { from, to, .. } => {
                *to == ProposalStanding::Draft
                    || (*from == ProposalStanding::Draft && *to == ProposalStanding::Withdrawn)
            }
            BoardEvent::Posted(_)
            | BoardEvent::Amended { .. }
            | BoardEvent::Moved { .. }
            | BoardEvent::Judged { .. }
            | BoardEvent::Encouraged { .. }
            | BoardEvent::Agreed { .. }
            | BoardEvent::Team { .. }
            | BoardEvent::Planned { .. }
            | BoardEvent::Ticked { .. }
            | BoardEvent::Attended { .. }
            | BoardEvent::Reported { .. }
            | BoardEvent::Advised { .. }
            | BoardEvent::Chosen { .. }
            | BoardEvent::Reasoned { .. }
            | BoardEvent::Deal(_)
            | BoardEvent::Mission(_) => false,
        }
    }

    /// Whether the opportunity stands elsewhere from here on: the next step follows it (REQ-9).
    pub fn moves(&self) -> bool {
        match self {
            BoardEvent::Mission(event) => event.moves(),
            _ => matches!(
                self,
                BoardEvent::Posted(_)
                    | BoardEvent::Moved { .. }
                    | BoardEvent::Chosen { .. }
                    | BoardEvent::Deal(_)
            ),
        }
    }

    /// Whether an opportunity stands as this event found it, so that it can be taken back.
    pub(in crate::domain) fn fits(&self, now: &Opportunity) -> bool {
        let Some(mission) = now.mission.as_deref() else {
            return false;
        };
        if !matches!(now.stage, OpportunityStage::Confirmed { .. }) {
            return false;
        }
        match self {
            BoardEvent::Team { person, from, to } => {
                let mut after = mission.clone();
                after.team.retain(|(one, _)| one != person);
                after.team.extend(to.map(|role| (*person, role)));
                // Who was relieved is of the team again only once somebody else coordinates it.
                *person != mission.coordinator
                    && mission.role(*person) == *from
                    && after.are_in_hands(&mission.sessions)
            }
            BoardEvent::Planned { from, to } => {
                mission.sessions == *from && mission.are_in_hands(to)
            }
            BoardEvent::Ticked { task, done } => mission.done.contains(task) != *done,
            BoardEvent::Attended {
                session,
                at,
                from,
                to,
            } => {
                let holder = |by: Option<PersonId>| by.is_none_or(|by| mission.may_hold(by));
                let session = mission.sessions.get(usize::from(*session));
                session.is_some_and(|session| {
                    let same = session.at == *at && session.attended == *from;
                    same && (to.is_some() || holder(session.by))
                })
            }
            BoardEvent::Posted(_)
            | BoardEvent::Amended { .. }
            | BoardEvent::Moved { .. }
            | BoardEvent::Offered { .. }
            | BoardEvent::Proposal { .. }
            | BoardEvent::Judged { .. }
            | BoardEvent::Encouraged { .. }
            | BoardEvent::Agreed { .. }
            | BoardEvent::Reported { .. }
            | BoardEvent::Revised { .. }
            | BoardEvent::Filed { .. }
            | BoardEvent::DraftDropped { .. }
            | BoardEvent::Advised { .. }
            | BoardEvent::Chosen { .. }
            | BoardEvent::Reasoned { .. }
            | BoardEvent::Deal(_)
            | BoardEvent::Mission(_) => false,
        }
    }
}
