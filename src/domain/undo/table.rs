//! What may stand on what (REQ-11): every event that can be undone, with all that can stand on it. A new event does
//! not compile until somebody decided.

use crate::domain::event::Event;
use crate::domain::opportunity;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::person::event::PeopleEvent;
use crate::domain::quotation;
use crate::domain::request::change::Change;
use crate::domain::request::event::RequestEvent;

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

fn on_opportunity(event: &opportunity::BoardEvent) -> &'static [May] {
    use opportunity::BoardEvent;
    match event {
        BoardEvent::Team { .. } | BoardEvent::Planned { .. } => &[May::Sessions, May::Delivery],
        BoardEvent::Ticked { .. } | BoardEvent::Attended { .. } => &[May::Delivery],
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
        | BoardEvent::Advised { .. } => &[],
    }
}

fn on_quotation(event: &quotation::QuotationEvent) -> &'static [May] {
    use quotation::QuotationEvent;
    match event {
        QuotationEvent::Briefed { .. }
        | QuotationEvent::Written { .. }
        | QuotationEvent::Moved { .. } => &[May::Desk],
        QuotationEvent::Begun { .. }
        | QuotationEvent::Extended { .. }
        | QuotationEvent::Tagged { .. }
        | QuotationEvent::Papered { .. } => &[],
    }
}
