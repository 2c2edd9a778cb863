//! Applies what happened to requests to the state.

use std::sync::Arc;

use crate::domain::area::AreaEvent;
use crate::domain::house::House;
use crate::domain::meta::Meta;
use crate::domain::request::Request;
use crate::domain::request::arrival::{self, Within, join, new_request};
use crate::domain::request::change::Change;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::turn::Settings;
use crate::domain::state::State;
use crate::domain::state::apply::Applies;

impl Applies for RequestEvent {
    fn apply(&self, state: &mut State, meta: &Meta, within: Within) {
        match self {
            RequestEvent::Received { received } => {
                let mut request = new_request(meta, received);
                let related = request.related.and_then(|id| state.request(id));
                let before = related.and_then(|related| related.counted);
                let house = state.house().cloned();
                if let Some(by) = settings(&house, state) {
                    let within = came(within, &request);
                    arrival::count(by, &mut request, before, within);
                }
                state.requests.put(request);
                if let [_, Some(original)] = self.requests() {
                    state.touch(meta, original, |_| ());
                }
            }
            RequestEvent::Joined { request, message } => {
                state.touch(meta, *request, |r| join(r, message));
            }
            RequestEvent::Changed { request, change } => {
                let house = state.house().cloned();
                let by = settings(&house, state);
                state.touch(meta, *request, |r| {
                    let before = r.counted;
                    arrival::change(r, change, within);
                    match (change, by) {
                        (Change::Turn { .. }, Some(by)) => arrival::count(by, r, before, within),
                        (Change::Deadline { .. }, Some(by)) => {
                            arrival::count_deadline(by, r, within);
                        }
                        _ => {}
                    }
                    if let Change::Assignee { .. } = change {
                        r.claimed_at = meta.at;
                    }
                });
            }
            RequestEvent::Noted { request, .. }
            | RequestEvent::Attempted { request, .. }
            | RequestEvent::Retracted { request, .. } => state.touch(meta, *request, |_| ()),
            RequestEvent::Merged {
                request,
                into,
                joined,
            } => state.merge(meta, *request, *into, *joined),
        }
    }
}

/// The settings that due dates are counted by.
fn settings<'a>(house: &'a Option<Arc<House>>, state: &State) -> Option<Settings<'a>> {
    let changing = state.to_recount().is_some();
    let house = house.as_deref()?;
    Some(Settings { house, changing })
}

/// A message that came in brings its time with it.
fn came(within: Within, request: &Request) -> Within {
    Within {
        at: request.received_at,
        ..within
    }
}
