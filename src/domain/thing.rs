//! What is written as a whole (WKS-7): the things that somebody reads, changes elsewhere and sends back, who
//! changed each last, and when. Whoever sends one back over what came in between is told, and nothing is
//! overwritten.

use serde::{Deserialize, Serialize};

use super::Millis;
use super::command::{Act, Command, Unread};
use super::event::Event;
use super::facilitator;
use super::ids::{
    ContactId, OpportunityId, OrganisationId, PersonId, ProposalId, QuotationId, RequestId, Seq,
};
use super::opportunity::{self, Opportunity};
use super::quotation;
use super::refusal::Refusal;
use super::state::{Meta, State};

/// Something that is written as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Thing {
    /// The house's settings.
    House,
    /// The routing matrix.
    Routing,
    /// The terms of the board.
    Terms,
    /// The price lists.
    Prices,
    /// A person's name and mail address.
    Person(PersonId),
    /// What a person is in the house.
    Roles(PersonId),
    /// How a person likes the workstation.
    Preferences(PersonId),
    /// A facilitator's profile.
    Profile(PersonId),
    /// What is known of an organisation.
    Organisation(OrganisationId),
    /// What is known of a contact.
    Contact(ContactId),
    /// The subject of a request, and what is split from it.
    Request(RequestId),
    /// What is wished in a request.
    Wish(RequestId),
    /// The notice of an opportunity and its description.
    Notice(OpportunityId),
    /// The sessions of a mission.
    Sessions(OpportunityId),
    /// Price, availability and text of a proposal, or of the draft beside it.
    Proposal(ProposalId),
    /// The brief of a quotation.
    Brief(QuotationId),
    /// The versions of a quotation: their lines and texts.
    Versions(QuotationId),
}

impl Thing {
    /// The stable name that texts find it by.
    pub fn key(self) -> &'static str {
        match self {
            Thing::House => "house",
            Thing::Routing => "routing",
            Thing::Terms => "terms",
            Thing::Prices => "prices",
            Thing::Person(_) => "person",
            Thing::Roles(_) => "roles",
            Thing::Preferences(_) => "preferences",
            Thing::Profile(_) => "profile",
            Thing::Organisation(_) => "organisation",
            Thing::Contact(_) => "contact",
            Thing::Request(_) => "request",
            Thing::Wish(_) => "wish",
            Thing::Notice(_) => "notice",
            Thing::Sessions(_) => "sessions",
            Thing::Proposal(_) => "proposal",
            Thing::Brief(_) => "brief",
            Thing::Versions(_) => "versions",
        }
    }

    /// The id of what it belongs to, as people read it; nothing where there is only one.
    pub fn of(self) -> String {
        match self {
            Thing::House | Thing::Routing | Thing::Terms | Thing::Prices => String::new(),
            Thing::Person(id) | Thing::Roles(id) | Thing::Preferences(id) | Thing::Profile(id) => {
                id.to_string()
            }
            Thing::Organisation(id) => id.to_string(),
            Thing::Contact(id) => id.to_string(),
            Thing::Request(id) | Thing::Wish(id) => id.to_string(),
            Thing::Notice(id) | Thing::Sessions(id) => id.to_string(),
            Thing::Proposal(id) => id.to_string(),
            Thing::Brief(id) | Thing::Versions(id) => id.to_string(),
        }
    }
}

/// The last change of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touch {
    /// The record that made it.
    pub seq: Seq,
    /// When.
    pub at: Millis,
    /// Who made it; `None` is the house itself.
    pub by: Option<PersonId>,
}

impl Touch {
    /// Returns the one that a record makes.
    pub(super) fn of(meta: &Meta) -> Touch {
        Touch {
            seq: meta.seq,
            at: meta.at,
            by: meta.actor,
        }
    }
}

impl Event {
    /// Returns the thing that this event writes, if it writes one.
    pub fn thing(&self) -> Option<Thing> {
        match self {
            Event::House(event) => event.thing(),
            Event::People(event) => event.thing(),
            Event::Directory(event) => event.thing(),
            Event::Request(event) => event.thing(),
            Event::Opportunity {
                opportunity, event, ..
            } => event.thing(*opportunity),
            Event::Quotation {
                quotation, event, ..
            } => event.thing(*quotation),
            Event::Access(_)
            | Event::Credit { .. }
            | Event::Undone { .. }
            | Event::Redone { .. }
            | Event::Restated { .. } => None,
        }
    }
}

impl opportunity::Event {
    /// Returns the thing that this event writes, if it writes one. Files of a proposal are none: they are
    /// added and removed one by one.
    fn thing(&self, of: OpportunityId) -> Option<Thing> {
        use opportunity::Event as Happened;
        match self {
            Happened::Posted(_) | Happened::Amended { .. } => Some(Thing::Notice(of)),
            Happened::Planned { .. } | Happened::Attended { .. } => Some(Thing::Sessions(of)),
            Happened::Offered { proposal, .. }
            | Happened::Revised { proposal, .. }
            | Happened::DraftDropped { proposal, .. } => Some(Thing::Proposal(*proposal)),
            Happened::Moved { .. }
            | Happened::Proposal { .. }
            | Happened::Judged { .. }
            | Happened::Encouraged { .. }
            | Happened::Agreed { .. }
            | Happened::Team { .. }
            | Happened::Ticked { .. }
            | Happened::Reported { .. }
            | Happened::Filed { .. }
            // Said once for each selection: there is nothing to write over.
            | Happened::Advised { .. } => None,
        }
    }
}

impl quotation::Event {
    /// Returns the thing that this event writes, if it writes one.
    fn thing(&self, of: QuotationId) -> Option<Thing> {
        use quotation::Event as Happened;
        match self {
            Happened::Begun { .. } | Happened::Briefed { .. } => Some(Thing::Brief(of)),
            Happened::Written { .. } | Happened::Extended { .. } => Some(Thing::Versions(of)),
            Happened::Moved { .. } | Happened::Tagged { .. } | Happened::Papered { .. } => None,
        }
    }
}

/// How a command stands to what its sender read before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writes {
    /// It says one thing, or makes something new: there is nothing it could overwrite unseen.
    One,
    /// It sends back a whole thing: within [`Command::Upon`] it says how far its sender had read, within
    /// [`Command::Over`] why that is not asked.
    Whole(Thing),
    /// It sends back several, each whole.
    Each(Vec<Thing>),
    /// It carries what its sender saw, and is refused when that is not so any more.
    Seen,
}

impl Command {
    /// Returns what the command writes, when `actor` sends it.
    pub fn writes(&self, state: &State, actor: Option<PersonId>) -> Writes {
        match self {
            Command::ChangeHouse(_) => Writes::Whole(Thing::House),
            Command::ChangeRouting(_) => Writes::Whole(Thing::Routing),
            Command::ChangeTerms(_) => Writes::Whole(Thing::Terms),
            Command::ChangePrices(_) => Writes::Whole(Thing::Prices),
            Command::EditPerson { person, .. } => Writes::Whole(Thing::Person(*person)),
            Command::ChangeRoles { person, .. } => Writes::Whole(Thing::Roles(*person)),
            Command::ChangePreferences(_) => {
                actor.map_or(Writes::One, |me| Writes::Whole(Thing::Preferences(me)))
            }
            // Whose profile one may not keep, one is told nothing of.
            Command::KeepProfile { person, .. } => {
                let own = actor.and_then(|id| state.person(id));
                match own.is_some_and(|me| facilitator::may_keep(me, *person)) {
                    true => Writes::Whole(Thing::Profile(*person)),
                    false => Writes::One,
                }
            }
            Command::ChangeOrganisation { organisation, .. } => {
                Writes::Whole(Thing::Organisation(*organisation))
            }
            Command::EditContact { contact, .. } => Writes::Whole(Thing::Contact(*contact)),
            Command::On { requests, act } => match (act, requests.as_slice()) {
                (Act::SetWish(_), [one]) => Writes::Whole(Thing::Wish(*one)),
                (Act::SetSubject(_), [one]) => Writes::Whole(Thing::Request(*one)),
                (Act::SetWish(_), all) => {
                    Writes::Each(all.iter().copied().map(Thing::Wish).collect())
                }
                (Act::SetSubject(_), all) => {
                    Writes::Each(all.iter().copied().map(Thing::Request).collect())
                }
                _ => Writes::One,
            },
            // The parts are made from what is there: two who split at once would make each part twice.
            Command::Split { request, .. } => Writes::Whole(Thing::Request(*request)),
            Command::Board(command) => command.writes(state, actor),
            Command::Quotation(command) => command.writes(),
            Command::Upon { command, .. } | Command::Over { command, .. } => {
                command.writes(state, actor)
            }
            // A view is what its person looks at when they save it: nothing of it was read before.
            Command::SaveView { .. }
            | Command::RemoveView(_)
            | Command::SetUpHouse { .. }
            | Command::AddPerson(_)
            | Command::SetActive { .. }
            | Command::AddKey { .. }
            | Command::NameKey { .. }
            | Command::RevokeKey(_)
            | Command::Invite { .. }
            | Command::WithdrawInvitation(_)
            | Command::Redeem { .. }
            | Command::AddOrganisation { .. }
            | Command::Receive(_)
            | Command::Merge { .. }
            | Command::WakeDue
            | Command::Undo
            | Command::Redo
            | Command::LinkContact { .. }
            | Command::Prefer(_) => Writes::One,
        }
    }
}

impl Command {
    /// Whether the command sends something back as a whole, where that stands already: it is done within
    /// [`Command::Upon`] or [`Command::Over`] only.
    pub fn is_whole(&self) -> bool {
        use opportunity::Command as Board;
        use quotation::Command as Step;
        match self {
            Command::ChangeHouse(_)
            | Command::ChangeRouting(_)
            | Command::ChangeTerms(_)
            | Command::ChangePrices(_)
            | Command::EditPerson { .. }
            | Command::ChangeRoles { .. }
            | Command::ChangePreferences(_)
            | Command::KeepProfile { .. }
            | Command::ChangeOrganisation { .. }
            | Command::EditContact { .. }
            | Command::Split { .. } => true,
            Command::On { act, .. } => matches!(act, Act::SetWish(_) | Act::SetSubject(_)),
            Command::Board(command) => matches!(**command, Board::Propose { .. }),
            Command::Quotation(command) => matches!(**command, Step::Brief { .. }),
            _ => false,
        }
    }
}

impl opportunity::Command {
    fn writes(&self, state: &State, actor: Option<PersonId>) -> Writes {
        use opportunity::Command as Board;
        match self {
            Board::Propose { opportunity, .. } => {
                let mine = actor.and_then(|me| state.board().proposal_of(*opportunity, me));
                mine.map_or(Writes::One, |mine| Writes::Whole(Thing::Proposal(mine.id)))
            }
            Board::Amend { .. }
            | Board::Plan { .. }
            | Board::Attend { .. }
            | Board::Open { .. }
            | Board::Select { .. }
            | Board::Confirm { .. } => Writes::Seen,
            Board::Post { .. }
            | Board::End { .. }
            | Board::Favourite(..)
            | Board::Grant { .. }
            | Board::Refund { .. }
            | Board::Attach { .. }
            | Board::Detach { .. }
            | Board::DropDraft(_)
            | Board::Withdraw { .. }
            | Board::Judge { .. }
            | Board::Encourage(_)
            | Board::Reopen { .. }
            | Board::Decline { .. }
            | Board::Team { .. }
            | Board::AddSession { .. }
            | Board::Tick { .. }
            | Board::Deliver { .. }
            | Board::Advise { .. } => Writes::One,
        }
    }
}

impl quotation::Command {
    fn writes(&self) -> Writes {
        use quotation::Command as Step;
        match self {
            Step::Brief { quotation, .. } => Writes::Whole(Thing::Brief(*quotation)),
            Step::Price { .. }
            | Step::Assemble { .. }
            | Step::Return { .. }
            | Step::Send { .. }
            | Step::Accept { .. } => Writes::Seen,
            Step::Begin(_)
            | Step::SendR1(_)
            | Step::HandPrices(_)
            | Step::HandProject(_)
            | Step::SendR2 { .. }
            | Step::Decline { .. }
            | Step::Drop { .. }
            | Step::Extend { .. }
            | Step::Tag { .. } => Writes::One,
        }
    }
}

/// The things that the command sends back as a whole.
fn wholes(state: &State, actor: Option<PersonId>, command: &Command) -> Vec<Thing> {
    match command.writes(state, actor) {
        Writes::Whole(what) => vec![what],
        Writes::Each(all) => all,
        Writes::One | Writes::Seen => Vec::new(),
    }
}

/// Refuses what would overwrite a change that its sender, who had read up to record `seen`, does not know of.
pub(super) fn unmoved(
    state: &State,
    actor: Option<PersonId>,
    seen: Seq,
    command: &Command,
) -> Result<(), Refusal> {
    let moves = |what: &Thing| state.touched(*what).is_some_and(|touch| touch.seq > seen);
    match wholes(state, actor, command).into_iter().find(moves) {
        Some(what) => Err(moved(state, actor, what)),
        None => Ok(()),
    }
}

/// Refuses what sends something back as a whole and does not say how far its sender had read.
pub(super) fn read(
    state: &State,
    actor: Option<PersonId>,
    command: &Command,
) -> Result<(), Refusal> {
    match wholes(state, actor, command).first() {
        Some(what) => Err(Refusal::NotRead { what: *what }),
        None => Ok(()),
    }
}

/// Refuses what is sent over whatever stands there for a reason that is none of this thing.
pub(super) fn excused(
    state: &State,
    actor: Option<PersonId>,
    why: Unread,
    command: &Command,
) -> Result<(), Refusal> {
    let fits = |what: &Thing| match why {
        Unread::Said => matches!(what, Thing::Roles(_)),
        Unread::Unprinted => matches!(
            what,
            Thing::House | Thing::Routing | Thing::Terms | Thing::Prices | Thing::Profile(_)
        ),
        Unread::Parts => matches!(what, Thing::Proposal(_)),
        Unread::First => state.touched(*what).is_none(),
        Unread::Told => true,
    };
    match wholes(state, actor, command)
        .iter()
        .find(|what| !fits(what))
    {
        Some(what) => Err(Refusal::NotRead { what: *what }),
        None => Ok(()),
    }
}

/// Returns the refusal for who wants to write over a change: who made it, and when. Who is not of the house
/// is told the names of nobody but themselves.
pub(super) fn moved(state: &State, actor: Option<PersonId>, what: Thing) -> Refusal {
    let touch = state.touched(what);
    let me = actor.and_then(|id| state.person(id));
    let by = touch.and_then(|touch| touch.by);
    let named = by.filter(|by| Some(*by) == actor || me.is_some_and(|me| me.is_staff()));
    let name = named.and_then(|by| state.person(by));
    Refusal::Moved {
        what,
        by: name.map(|person| person.name.clone()),
        at: touch.map_or(0, |touch| touch.at),
    }
}

impl opportunity::act::Doing<'_> {
    /// Returns the refusal for who saw something of `opportunity` that is not so any more.
    pub(super) fn moved(&self, what: Thing, opportunity: &Opportunity) -> Refusal {
        match self.state.touched(what) {
            Some(_) => moved(self.state, Some(self.actor.id), what),
            None => Refusal::Stale {
                request: opportunity.request,
            },
        }
    }
}
