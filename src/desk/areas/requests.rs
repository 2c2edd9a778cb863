//! What the desk says of what happened to requests: whom it may show something new, and how it is summed up.

use super::Shown;
use crate::desk::reach::Reach;
use crate::desk::summary::What;
use crate::desk::views::moments::{self, Case, MomentKind};
use crate::domain::eyes::Eyes;
use crate::domain::request::Status;
use crate::domain::request::change::Change;
use crate::domain::request::event::RequestEvent;
use crate::domain::{OrganisationId, RequestId, Seq, State};

impl Shown for RequestEvent {
    fn reach(&self, state: &State, all: &mut Vec<Reach>) {
        let client = |id: RequestId| {
            let request = state.request(id);
            request.map(|request| Reach::Contact(request.contact))
        };
        match self {
            RequestEvent::Received { received } => all.push(Reach::Contact(received.contact)),
            RequestEvent::Joined { request, .. } => all.extend(client(*request)),
            RequestEvent::Merged { request, into, .. } => {
                all.extend(client(*request));
                all.extend(client(*into));
            }
            RequestEvent::Changed { request, change } => {
                if reaches_client(change) {
                    all.extend(client(*request));
                }
            }
            // For who may read requests, price quotations or keep settings: all of them may read requests.
            RequestEvent::Noted { .. }
            | RequestEvent::Attempted { .. }
            | RequestEvent::Retracted { .. } => {}
        }
    }

    fn what(&self) -> What {
        match self {
            RequestEvent::Received { received }
                if received.organisation == OrganisationId::NONE =>
            {
                What::FromProvider
            }
            RequestEvent::Received { .. } => What::Received,
            RequestEvent::Joined { .. } => What::Joined,
            RequestEvent::Changed { change, .. } => of_change(change),
            RequestEvent::Noted { .. } => What::Noted,
            RequestEvent::Attempted { outcome, .. } => What::Attempted(*outcome),
            RequestEvent::Retracted { .. } => What::Noted,
            RequestEvent::Merged {
                into, joined: true, ..
            } => What::Merged(*into),
            RequestEvent::Merged {
                into,
                joined: false,
                ..
            } => What::Unmerged(*into),
        }
    }

    fn moment(&self, eyes: &Eyes<'_>, _: Seq, case: &Case) -> Option<MomentKind> {
        moments::of_request(self, case, eyes.state.lexicon())
    }

    fn said(&self) -> Option<&str> {
        match self {
            RequestEvent::Received { received } => Some(&received.message.body),
            RequestEvent::Joined { message, .. } => Some(&message.body),
            RequestEvent::Noted { text, .. } | RequestEvent::Attempted { text, .. } => Some(text),
            RequestEvent::Changed { .. }
            | RequestEvent::Retracted { .. }
            | RequestEvent::Merged { .. } => None,
        }
    }
}

/// Whether a client sees this of her own request.
fn reaches_client(change: &Change) -> bool {
    match change {
        Change::Subject { .. } | Change::Status { .. } | Change::Organisation { .. } => true,
        Change::Assignee { .. }
        | Change::Turn { .. }
        | Change::Stage { .. }
        | Change::Group { .. }
        | Change::Deadline { .. }
        | Change::Kind { .. }
        | Change::Wish { .. }
        | Change::Tag { .. }
        | Change::Watch { .. }
        | Change::Finding { .. }
        | Change::Attempts { .. }
        | Change::Related { .. }
        | Change::Language { .. } => false,
    }
}

fn of_change(change: &Change) -> What {
    use crate::domain::request::RequestStage;
    match change {
        Change::Assignee { to, .. } => What::Assigned(*to),
        Change::Turn { to, .. } => What::TurnTo(to.owes),
        Change::Stage {
            to: RequestStage::Validated,
            ..
        } => What::Validated,
        Change::Stage { .. } | Change::Attempts { .. } | Change::Related { .. } => What::Nothing,
        Change::Group { to, .. } => What::Grouped(*to),
        Change::Status { from, to } => of_status(*from, *to),
        Change::Subject { .. } => What::Subject,
        Change::Deadline { to, .. } => What::Deadline(*to),
        Change::Kind { .. } => What::Kind,
        Change::Organisation { .. } => What::Organisation,
        Change::Wish { .. } => What::Wish,
        Change::Tag { tag, there } => What::Tagged(tag.clone(), *there),
        Change::Watch { there, .. } => What::Watched(*there),
        Change::Finding { .. } => What::Settled,
        Change::Language { .. } => What::Language,
    }
}

fn of_status(from: Status, to: Status) -> What {
    match (from, to) {
        (_, Status::Snoozed { until }) => What::Snoozed(until),
        (_, Status::Closed { reason, .. }) => What::Closed(reason),
        (_, Status::Merged { into }) => What::Merged(into),
        (Status::Merged { into }, Status::Open) => What::Unmerged(into),
        (Status::Snoozed { .. }, Status::Open) => What::Woken,
        (_, Status::Open) => What::Reopened,
        (_, Status::Void) => What::Nothing,
    }
}
