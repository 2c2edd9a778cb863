//! What stands on something that somebody wants to take back (REQ-11): it is not taken back under that, and
//! the refusal says what it is and what to do first.
//!
//! `may_stand_on` is the table: every event that can be undone, with all that can stand on it. A new event
//! does not compile until somebody decided.

use strum::VariantNames;

use crate::domain::Millis;
use crate::domain::event::Event;
use crate::domain::ids::{OpportunityId, ProposalId, QuotationId, RequestId};
use crate::domain::opportunity;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::person::event::PeopleEvent;
use crate::domain::quotation;
use crate::domain::request::change::Change;
use crate::domain::request::event::RequestEvent;
use crate::domain::why::Fact;

/// What stands on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Footing {
    /// It is posted: facilitators read it.
    Posting(OpportunityId),
    /// Somebody was selected by it.
    Selection(OpportunityId, ProposalId),
    /// A mission runs on it.
    Mission(OpportunityId),
    /// The mission is delivered.
    Delivery(OpportunityId),
    /// A session is held by somebody through it, or somebody said how many came to it.
    Session(OpportunityId, Millis),
    /// A quotation was made of it.
    Quotation(QuotationId),
    /// The quotation is elsewhere by now.
    Desk(QuotationId),
    /// A later version was made of it.
    Version(QuotationId, u16),
    /// The request was assigned by it.
    Assignment(RequestId),
    /// A request went on into another, or another went into it.
    Merge(RequestId),
    /// Somebody worked on the request since, or mail came for it.
    Work(RequestId),
}

impl Footing {
    /// Returns the stable name that texts find it by.
    pub fn key(self) -> &'static str {
        match self {
            Footing::Posting(_) => "stood-on-posting",
            Footing::Selection(..) => "stood-on-selection",
            Footing::Mission(_) => "stood-on-mission",
            Footing::Delivery(_) => "stood-on-delivery",
            Footing::Session(..) => "stood-on-session",
            Footing::Quotation(_) => "stood-on-quotation",
            Footing::Desk(_) => "stood-on-desk",
            Footing::Version(..) => "stood-on-version",
            Footing::Assignment(_) => "stood-on-assignment",
            Footing::Merge(_) => "stood-on-merge",
            Footing::Work(_) => "stood-on-work",
        }
    }
}

impl Footing {
    /// Returns what the refusal's text names.
    pub fn facts(self) -> Vec<(&'static str, Fact)> {
        let word = |name, id: String| (name, Fact::Word(id));
        match self {
            Footing::Posting(id) | Footing::Mission(id) | Footing::Delivery(id) => {
                vec![word("opportunity", id.to_string())]
            }
            Footing::Selection(id, proposal) => vec![
                word("opportunity", id.to_string()),
                word("proposal", proposal.to_string()),
            ],
            Footing::Session(id, at) => {
                vec![word("opportunity", id.to_string()), ("at", Fact::Until(at))]
            }
            Footing::Quotation(id) | Footing::Desk(id) => vec![word("quotation", id.to_string())],
            Footing::Version(id, version) => vec![
                word("quotation", id.to_string()),
                ("version", Fact::Number(usize::from(version))),
            ],
            Footing::Assignment(id) | Footing::Merge(id) | Footing::Work(id) => {
                vec![word("request", id.to_string())]
            }
        }
    }
}

/// The kinds of what may stand on something, as the table names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::domain) enum May {
    /// A posting, a selection, a mission or a delivery made of the request since.
    Board,
    /// A quotation with a version made of the request since.
    Quotation,
    /// An assignment by the routing matrix since.
    Assignment,
    /// A merge since.
    Merge,
    /// Anything at all that happened to the request since.
    Work,
    /// Sessions of the mission, and its delivery.
    Sessions,
    /// The delivery of the mission.
    Delivery,
    /// A later version, or the desk the quotation stands at.
    Desk,
}

/// Returns what may stand on an event: the table of REQ-11. What can never be undone has an empty line.
pub(in crate::domain) fn may_stand_on(event: &Event) -> &'static [May] {
    match event {
        Event::People(event) => on_people(event),
        Event::Directory(event) => on_directory(event),
        Event::Request(event) => on_request(event),
        Event::Opportunity { event, .. } => on_opportunity(event),
        Event::Quotation { event, .. } => on_quotation(event),
        // These are not undone.
        Event::House(_)
        | Event::Access(_)
        | Event::Credit { .. }
        | Event::Undone { .. }
        | Event::Redone { .. }
        | Event::Restated { .. } => &[],
    }
}

fn on_people(event: &PeopleEvent) -> &'static [May] {
    match event {
        // Whether somebody is eligible is asked again at every step.
        PeopleEvent::ProfileKept { .. } => &[],
        PeopleEvent::Renamed { .. }
        | PeopleEvent::Favoured { .. }
        | PeopleEvent::ViewSaved { .. }
        | PeopleEvent::ViewRemoved { .. } => &[],
        PeopleEvent::Added { .. }
        | PeopleEvent::RolesChanged { .. }
        | PeopleEvent::ActiveChanged { .. }
        | PeopleEvent::PreferencesChanged { .. }
        | PeopleEvent::ContactLinked { .. } => &[],
    }
}

fn on_directory(event: &DirectoryEvent) -> &'static [May] {
    use May as M;
    match event {
        // Name, country and known clients: papers, postings and what is proposed were made of them.
        DirectoryEvent::ProfileChanged { .. } => &[M::Board, M::Quotation],
        // It follows the end of a request, and is only taken back with it.
        DirectoryEvent::RelationSet { .. } => &[],
        DirectoryEvent::ContactChanged { .. } => &[],
        DirectoryEvent::OrganisationAdded { .. } | DirectoryEvent::ContactAdded { .. } => &[],
    }
}

fn on_request(event: &RequestEvent) -> &'static [May] {
    use May as M;
    match event {
        RequestEvent::Changed { change, .. } => on_change(change),
        RequestEvent::Merged { .. } => &[M::Merge, M::Board, M::Quotation],
        RequestEvent::Received { .. } => &[M::Merge, M::Board, M::Quotation, M::Work],
        // Struck out, never removed: whoever read it reads that it was taken back.
        RequestEvent::Noted { .. }
        | RequestEvent::Attempted { .. }
        | RequestEvent::Retracted { .. } => &[],
        RequestEvent::Joined { .. } => &[],
    }
}

fn on_change(change: &Change) -> &'static [May] {
    use May as M;
    match change {
        Change::Group { .. } => &[M::Board],
        Change::Organisation { .. } | Change::Wish { .. } | Change::Deadline { .. } => {
            &[M::Board, M::Quotation]
        }
        Change::Kind { .. } => &[M::Assignment, M::Quotation],
        // Reopened, or brought back: what was begun since would lie under a request that is done with.
        Change::Status { .. } => &[M::Board, M::Quotation, M::Work],
        Change::Assignee { .. }
        | Change::Turn { .. }
        | Change::Stage { .. }
        | Change::Subject { .. }
        | Change::Tag { .. }
        | Change::Watch { .. }
        | Change::Finding { .. }
        | Change::Attempts { .. }
        | Change::Related { .. }
        | Change::Language { .. } => &[],
    }
}

fn on_opportunity(event: &opportunity::Event) -> &'static [May] {
    use opportunity::Event as E;
    match event {
        E::Team { .. } | E::Planned { .. } => &[May::Sessions, May::Delivery],
        E::Ticked { .. } | E::Attended { .. } => &[May::Delivery],
        E::Posted(_)
        | E::Amended { .. }
        | E::Moved { .. }
        | E::Offered { .. }
        | E::Proposal { .. }
        | E::Judged { .. }
        | E::Encouraged { .. }
        | E::Agreed { .. }
        | E::Reported { .. }
        | E::Revised { .. }
        | E::Filed { .. }
        | E::DraftDropped { .. }
        | E::Advised { .. } => &[],
    }
}

fn on_quotation(event: &quotation::Event) -> &'static [May] {
    use quotation::Event as E;
    match event {
        E::Briefed { .. } | E::Written { .. } | E::Moved { .. } => &[May::Desk],
        E::Begun { .. } | E::Extended { .. } | E::Tagged { .. } | E::Papered { .. } => &[],
    }
}
