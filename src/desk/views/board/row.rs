//! One line of the board, made for one person.

use crate::domain::Millis;
use crate::domain::eyes::Eyes;
use crate::domain::firm::FirmRight;
use crate::domain::house::{Country, Language, Selects};
use crate::domain::ids::{OpportunityId, RequestId};
use crate::domain::money::Money;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::phase::{Phase, Progress};
use crate::domain::opportunity::rules::eligibility::is_eligible;
use crate::domain::opportunity::{Formula, Opportunity, OpportunityStage};
use crate::domain::request::Group;
use crate::domain::trade::Belt;
use crate::domain::trade::{Audience, MissionRole, Skill, Work};
use crate::text::sanitise::clean_line;

/// One line of the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardRow {
    /// Its id.
    pub id: OpportunityId,
    /// The request it came from, for the house and the client.
    pub request: Option<RequestId>,
    /// Sous-traitance or apport d'affaires.
    pub group: Group,
    /// What it is.
    pub title: String,
    /// The kind of work.
    pub work: Work,
    /// Who it is held for.
    pub audience: Audience,
    /// The language it is held in.
    pub language: Language,
    /// Where it is.
    pub country: Option<Country>,
    /// The town or the venue.
    pub place: String,
    /// Online rather than at a place.
    pub online: bool,
    /// When it begins, if that is fixed.
    pub starts: Option<Millis>,
    /// The dates as the client put them.
    pub dates: String,
    /// What who holds it must be able to do.
    pub skills: Vec<Skill>,
    /// How many take part.
    pub participants: Option<u32>,
    /// How many sessions are ordered.
    pub sessions: u16,
    /// The level a coordinator needs.
    pub level: Option<Belt>,
    /// Until when proposals are taken.
    pub deadline: Millis,
    /// The price the house set, or what the client would spend.
    pub amount: Option<Money>,
    /// How it is paid: as the client chose, else as the house expects.
    pub formula: Option<Formula>,
    /// Whether the client chose it.
    pub chosen: bool,
    /// Who selects (BRD-6).
    pub selects: Selects,
    /// Whether it cannot wait.
    pub urgent: bool,
    /// When it was posted.
    pub posted_at: Millis,
    /// When anything last happened to it.
    pub touched_at: Millis,
    /// How far it has come.
    pub stage: Phase,
    /// Whether it waited for so long that it sinks.
    pub stale: bool,
    /// How many proposals were submitted; not for who is in charge of its mission and nothing else.
    pub proposals: Option<u32>,
    /// Of them, those nobody judged yet; for the client and the house.
    pub unjudged: u32,
    /// How far one's own proposal has come.
    pub mine: Option<Progress>,
    /// The steps one has taken, in the order of [`CreditKind::ALL`].
    pub opened: [bool; 3],
    /// Whether one may apply now; `None` for who is no facilitator.
    pub eligible: Option<bool>,
    /// Whether it awaits offers and its time for them is over: nothing is sold or applied for (BRD-12).
    pub closed: bool,
    /// Whether it is a favourite.
    pub favourite: bool,
    /// The client, for who may know.
    pub client: Option<String>,
    /// Whether the next step is one's own.
    pub my_turn: bool,
}

impl BoardRow {
    /// The line of `opportunity` as these eyes see it. That they see it at all is for the caller to know.
    pub(in crate::desk::views) fn of(
        eyes: &Eyes<'_>,
        opportunity: &Opportunity,
        now: Millis,
    ) -> BoardRow {
        let (state, notice) = (eyes.state, &opportunity.notice);
        let me = eyes.id();
        let line = |text: &str| clean_line(text).into_owned();
        let organisation = state.organisation(opportunity.organisation);
        let organisation = organisation.filter(|_| eyes.see_client(opportunity));
        let mine = eyes.own_proposal(opportunity);
        let opened = |kind| eyes.facilitator && eyes.has_opened(opportunity, kind);
        let inside = eyes.is_inside(opportunity);
        let unjudged = if eyes.see_proposals(opportunity) {
            unjudged(eyes, opportunity)
        } else {
            0
        };
        BoardRow {
            id: opportunity.id,
            request: inside.then_some(opportunity.request),
            group: opportunity.group,
            title: line(&notice.title),
            work: notice.work,
            audience: notice.audience,
            language: notice.language,
            country: notice.country,
            place: line(&notice.place),
            online: notice.online,
            starts: notice.starts,
            dates: line(&notice.dates),
            skills: notice.skills.clone(),
            participants: notice.participants,
            sessions: notice.sessions,
            level: state
                .terms()
                .need(MissionRole::Coordinator, notice.audience),
            deadline: notice.deadline,
            amount: notice.amount.filter(|_| eyes.see_price(opportunity)),
            formula: opportunity.formula.or(notice.formula),
            chosen: opportunity.formula.is_some(),
            selects: opportunity.selects,
            urgent: notice.urgent,
            posted_at: opportunity.posted_at,
            touched_at: opportunity.touched_at,
            stage: opportunity.stage.phase(),
            stale: opportunity.is_stale(now, state.terms().stale_days),
            proposals: eyes.counts(opportunity).then_some(opportunity.submitted),
            unjudged,
            mine: mine.map(|p| p.progress()),
            opened: CreditKind::ALL.map(opened),
            eligible: eyes
                .facilitator
                .then(|| opportunity.takes_proposals(now) && is_eligible(state, me, notice)),
            closed: opportunity.stage.is_pending() && !opportunity.takes_proposals(now),
            favourite: state.board().is_favourite(me, opportunity.id),
            client: organisation.map(|o| line(&o.profile.name)),
            my_turn: my_turn(eyes, opportunity, unjudged),
        }
    }
}

fn unjudged(eyes: &Eyes<'_>, opportunity: &Opportunity) -> u32 {
    eyes.state.board().unjudged(opportunity)
}

/// Whether the next step is that of who looks: the client judges, selects and says how it is paid, the winner confirms,
/// the coordinator delivers.
fn my_turn(eyes: &Eyes<'_>, opportunity: &Opportunity, unjudged: u32) -> bool {
    let mine = |proposal| {
        let winner = eyes.state.board().proposal(proposal);
        winner.is_some_and(|p| eyes.owns(p)) && eyes.rights.has(FirmRight::Proposes)
    };
    match opportunity.stage {
        OpportunityStage::Open => unjudged > 0 && eyes.is_client(opportunity),
        OpportunityStage::Selected { proposal, .. } => {
            let client = || eyes.is_client(opportunity) && !eyes.is_on_both_sides(opportunity);
            (opportunity.awaits_client() && client())
                || (opportunity.awaits_winner() && mine(proposal))
        }
        OpportunityStage::Confirmed { .. } => {
            let mission = opportunity.mission.as_deref();
            mission.is_some_and(|mission| mission.next() == Some(eyes.id()))
        }
        OpportunityStage::Delivered { .. } | OpportunityStage::Ended { .. } => false,
    }
}
