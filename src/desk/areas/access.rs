//! What the desk says of what happened to keys and invitations: whom it may show something new, and how it is summed up.

use super::Shown;
use crate::desk::reach::Reach;
use crate::desk::summary::What;
use crate::desk::views::moments::{Case, MomentKind};
use crate::domain::access::event::AccessEvent;
use crate::domain::eyes::Eyes;
use crate::domain::{Seq, State};

impl Shown for AccessEvent {
    fn reach(&self, state: &State, all: &mut Vec<Reach>) {
        match self {
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

    fn what(&self) -> What {
        match self {
            AccessEvent::KeyAdded { .. } => What::KeyAdded,
            AccessEvent::KeyNamed { .. } => What::KeyNamed,
            AccessEvent::KeyRevoked { .. } => What::KeyRevoked,
            AccessEvent::Invited { .. } => What::Invited,
            AccessEvent::InvitationWithdrawn { .. } => What::Withdrawn,
            AccessEvent::InvitationUsed { .. } => What::Nothing,
        }
    }

    fn moment(&self, _: &Eyes<'_>, _: Seq, _: &Case) -> Option<MomentKind> {
        None
    }

    fn said(&self) -> Option<&str> {
        None
    }
}
