//! Applies what happened to requests to the state.

use crate::domain::area::AreaEvent;
use crate::domain::meta::Meta;
use crate::domain::request::arrival::{self, Within, join, new_request};
use crate::domain::request::change::Change;
use crate::domain::request::event::RequestEvent;
use crate::domain::state::State;
use crate::domain::state::apply::Applies;

impl Applies for RequestEvent {
    fn apply(&self, state: &mut State, meta: &Meta, within: Within) {
        match self {
            RequestEvent::Received { received } => {
                state.requests.put(new_request(meta, received));
                if let [_, Some(original)] = self.requests() {
                    state.touch(meta, original, |_| ());
                }
            }
            RequestEvent::Joined { request, message } => {
                state.touch(meta, *request, |r| join(r, message));
            }
            RequestEvent::Changed { request, change } => {
                state.touch(meta, *request, |r| {
                    arrival::change(r, change, within);
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
