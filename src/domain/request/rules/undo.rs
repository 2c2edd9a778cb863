//! When something about a request is taken back: who may, and whether it still can be.

use crate::domain::ids::RequestId;
use crate::domain::person::{Permission, Person};
use crate::domain::refusal::Refusal;
use crate::domain::request::Status;
use crate::domain::request::change::Change;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::state::State;
use crate::domain::undo::refusal::UndoRefusal;

impl RequestEvent {
    /// Refuses to make this so by turning something round, unless `person` may do it.
    pub(in crate::domain) fn permitted(&self, person: &Person) -> Result<(), Refusal> {
        let brings = matches!(self, RequestEvent::Changed { change, .. } if makes_or_voids(change));
        match brings && person.may(Permission::BringInRequests) {
            true => Ok(()),
            false => person.needs(Permission::WorkRequests),
        }
    }

    /// Returns whether what it would change is as it was left; false where what came later may simply stand.
    ///
    /// # Errors
    /// It is not, and what came later may not stand.
    pub(in crate::domain) fn settled(&self, state: &State) -> Result<bool, Refusal> {
        match self {
            RequestEvent::Changed { request, change } => {
                let Some(now) = state.request(*request) else {
                    return Err(RequestRefusal::NoSuchRequest(*request).into());
                };
                if let Change::Status {
                    to: Status::Merged { into },
                    ..
                } = change
                {
                    // What it would go into may have gone elsewhere: two could end up in each other.
                    still(state, *into, Status::is_live)?;
                }
                match (change.fits(now), change.is_consequence()) {
                    (true, _) => Ok(true),
                    (false, true) => Ok(false),
                    (false, false) => Err(UndoRefusal::ChangedSince { request: *request }.into()),
                }
            }
            RequestEvent::Merged { into, .. } => {
                still(state, *into, |status| {
                    !matches!(status, Status::Merged { .. })
                })?;
                Ok(true)
            }
            RequestEvent::Received { .. }
            | RequestEvent::Joined { .. }
            | RequestEvent::Noted { .. }
            | RequestEvent::Attempted { .. }
            | RequestEvent::Retracted { .. } => Ok(true),
        }
    }
}

fn still(state: &State, id: RequestId, is: impl Fn(Status) -> bool) -> Result<(), Refusal> {
    let there = state.request(id).is_some_and(|request| is(request.status));
    if there {
        Ok(())
    } else {
        Err(UndoRefusal::ChangedSince { request: id }.into())
    }
}

fn makes_or_voids(change: &Change) -> bool {
    matches!(
        change,
        Change::Status {
            from: Status::Void,
            ..
        } | Change::Status {
            to: Status::Void,
            ..
        }
    )
}
