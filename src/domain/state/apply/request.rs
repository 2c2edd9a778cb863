//! Makes what happened to requests so, in the state.

use super::super::State;
use crate::domain::meta::Meta;
use crate::domain::request::arrival::{self, Within, join, new_request};
use crate::domain::request::change::Change;
use crate::domain::request::event::RequestEvent;

impl State {
    pub(super) fn apply_request(&mut self, meta: &Meta, event: &RequestEvent, within: Within) {
        match event {
            RequestEvent::Received { received } => {
                self.requests.put(new_request(meta, received));
                if let [_, Some(original)] = event.requests() {
                    self.touch(meta, original, |_| ());
                }
            }
            RequestEvent::Joined { request, message } => {
                self.touch(meta, *request, |r| join(r, message));
            }
            RequestEvent::Changed { request, change } => {
                self.touch(meta, *request, |r| {
                    arrival::change(r, change, within);
                    if let Change::Assignee { .. } = change {
                        r.claimed_at = meta.at;
                    }
                });
            }
            RequestEvent::Noted { request, .. }
            | RequestEvent::Attempted { request, .. }
            | RequestEvent::Retracted { request, .. } => self.touch(meta, *request, |_| ()),
            RequestEvent::Merged {
                request,
                into,
                joined,
            } => self.merge(meta, *request, *into, *joined),
        }
    }
}
