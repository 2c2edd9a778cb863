//! Which texts of a record are found, and by which request. Reads what it is given, writes nothing.

use std::collections::BTreeSet;

use crate::desk::areas::Shown;
use crate::domain::event::{Event, handed_on};
use crate::domain::meta::Meta;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::organisation::further::Further;
use crate::domain::request::change::Change;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::{Incoming, Status};
use crate::domain::{Millis, RequestId, Seq, State};
use crate::search::Document;

/// A text of a request, as the index takes it.
pub(super) struct Text {
    pub request: RequestId,
    pub seq: Seq,
    pub at: Millis,
    pub subject: String,
    pub who: String,
    pub body: String,
}

impl Text {
    pub(super) fn document(&self) -> Document<'_> {
        Document {
            request: self.request.0,
            seq: self.seq,
            subject: &self.subject,
            body: &self.body,
            who: &self.who,
            at_ms: self.at,
        }
    }
}

/// The texts of one record. Subject and names are those the request has now, so that all its texts
/// are found by them.
pub(super) fn of_record(state: &State, meta: &Meta, events: &[Event]) -> Vec<Text> {
    let said = events
        .iter()
        .filter_map(|event| Some((event.requests()[0]?, said(event)?, event)));
    said.map(|(request, body, event)| Text {
        request,
        seq: meta.seq,
        at: message(event).map_or(meta.at, |message| message.came_at(meta.at)),
        subject: state
            .request(request)
            .map(|r| r.subject.to_string())
            .unwrap_or_default(),
        who: who(state, request, event),
        body: body.to_owned(),
    })
    .collect()
}

/// What was said of `request` in a record, the first text first.
pub(super) fn bodies(events: &[Event], request: RequestId) -> impl Iterator<Item = &str> {
    events
        .iter()
        .filter(move |e| e.requests()[0] == Some(request))
        .filter_map(said)
}

/// The requests whose earlier texts a record changes: a new subject or client, words taken back.
pub(super) fn changed(state: &State, events: &[Event]) -> BTreeSet<RequestId> {
    /// Requests of one client that follow its new name at once.
    const OF_ONE_CLIENT: usize = 1_000;
    let mut changed = BTreeSet::new();
    for event in events {
        match event {
            Event::Request(RequestEvent::Changed {
                request,
                change:
                    Change::Subject { .. }
                    | Change::Organisation { .. }
                    | Change::Status {
                        to: Status::Void, ..
                    },
            })
            | Event::Request(RequestEvent::Retracted { request, .. }) => {
                changed.insert(*request);
            }
            Event::Directory(DirectoryEvent::ProfileChanged {
                organisation,
                from,
                to,
            }) if from.name != to.name => {
                changed.extend(state.requests_of(*organisation).take(OF_ONE_CLIENT));
            }
            Event::Directory(DirectoryEvent::Further { event }) => {
                if let Further::OrganisationsMerged { from, into, .. } = **event {
                    for client in [from, into] {
                        changed.extend(state.requests_of(client).take(OF_ONE_CLIENT));
                    }
                }
            }
            _ => {}
        }
    }
    changed
}

/// Notes and calls of `request` that a record takes back (`true`) or puts in force again.
pub(super) fn retracted(events: &[Event], request: RequestId) -> impl Iterator<Item = (Seq, bool)> {
    events.iter().filter_map(move |event| match event {
        Event::Request(RequestEvent::Retracted {
            request: of,
            of: seq,
            back,
        }) if *of == request => Some((*seq, *back)),
        _ => None,
    })
}

fn said(event: &Event) -> Option<&str> {
    handed_on!(event, event => event.said(),
        Event::Undone { .. } | Event::Redone { .. } | Event::Restated { .. } => None)
}

fn message(event: &Event) -> Option<&Incoming> {
    match event {
        Event::Request(RequestEvent::Received { received }) => Some(&received.message),
        Event::Request(RequestEvent::Joined { message, .. }) => Some(message),
        _ => None,
    }
}

/// The client, its contact and the sender.
fn who(state: &State, request: RequestId, event: &Event) -> String {
    let request = state.request(request);
    let organisation = request.and_then(|r| state.organisation(r.organisation));
    let contact = request.and_then(|r| state.contact(r.contact));
    let from = message(event).map(|message| &message.from);
    let words = [
        organisation.map(|o| &*o.profile.name),
        contact.map(|c| &*c.name),
        contact.map(|c| &*c.email),
        from.map(|f| &*f.name),
        from.map(|f| &*f.email),
    ];
    words
        .into_iter()
        .flatten()
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}
