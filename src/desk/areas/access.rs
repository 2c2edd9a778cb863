//! What the desk says of what happened to keys and invitations: whom it may show something new, and how it is summed up.

use crate::desk::reach::Reach;
use crate::desk::summary::What;
use crate::domain::State;
use crate::domain::access::event::AccessEvent;

/// Adds whom it may show something new.
pub(in crate::desk) fn reach(state: &State, event: &AccessEvent, all: &mut Vec<Reach>) {
    match event {
        AccessEvent::KeyAdded { person, .. } | AccessEvent::Invited { person, .. } => {
            all.push(Reach::Person(*person))
        }
        AccessEvent::KeyNamed { fingerprint, .. }
        | AccessEvent::KeyRevoked { fingerprint }
        | AccessEvent::InvitationUsed { fingerprint, .. } => {
            let key = state.access().key(fingerprint);
            all.extend(key.map(|key| Reach::Person(key.person)));
        }
        AccessEvent::InvitationWithdrawn { .. } => {}
    }
}

/// Sums it up.
pub(in crate::desk) fn what(event: &AccessEvent) -> What {
    match event {
        AccessEvent::KeyAdded { .. } => What::KeyAdded,
        AccessEvent::KeyNamed { .. } => What::KeyNamed,
        AccessEvent::KeyRevoked { .. } => What::KeyRevoked,
        AccessEvent::Invited { .. } => What::Invited,
        AccessEvent::InvitationWithdrawn { .. } => What::Withdrawn,
        AccessEvent::InvitationUsed { .. } => What::Nothing,
    }
}
