//! Makes what happened to keys and invitations so, in the state.

use super::super::State;
use crate::domain::access::InvitationState;
use crate::domain::access::event::AccessEvent;
use crate::domain::meta::Meta;

impl State {
    pub(super) fn apply_access(&mut self, meta: &Meta, event: &AccessEvent) {
        match event {
            AccessEvent::KeyAdded { person, key } => self.access_mut().add(meta, *person, key),
            AccessEvent::KeyNamed {
                fingerprint, to, ..
            } => self.access_mut().name(fingerprint, to),
            AccessEvent::KeyRevoked { fingerprint } => {
                self.access_mut().revoke(fingerprint, meta.at)
            }
            AccessEvent::Invited {
                invitation,
                person,
                digest,
                until,
            } => {
                self.access_mut()
                    .invite(meta, *invitation, *person, *digest, *until);
            }
            AccessEvent::InvitationWithdrawn { invitation } => {
                self.access_mut()
                    .end(*invitation, InvitationState::Withdrawn);
            }
            AccessEvent::InvitationUsed {
                invitation,
                fingerprint,
            } => {
                let (fingerprint, at) = (fingerprint.clone(), meta.at);
                self.access_mut()
                    .end(*invitation, InvitationState::Used { fingerprint, at });
            }
        }
    }
}
