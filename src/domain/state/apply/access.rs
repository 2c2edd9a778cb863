//! Makes what happened to keys and invitations so, in the state.

use super::super::State;
use crate::domain::access::event::AccessEvent;
use crate::domain::access::{Fingerprint, InvitationState};
use crate::domain::ids::{InvitationId, PersonId};
use crate::domain::meta::Meta;

impl State {
    pub(super) fn apply_access(&mut self, meta: &Meta, event: &AccessEvent) {
        match event {
            AccessEvent::KeyAdded { person, key } => {
                self.access_of(Some(*person)).add(meta, *person, key)
            }
            AccessEvent::KeyNamed {
                fingerprint, to, ..
            } => {
                let owner = self.owner_of(fingerprint);
                self.access_of(owner).name(fingerprint, to);
            }
            AccessEvent::KeyRevoked { fingerprint } => {
                let owner = self.owner_of(fingerprint);
                self.access_of(owner).revoke(fingerprint, meta.at);
            }
            AccessEvent::Invited {
                invitation,
                person,
                digest,
                until,
            } => {
                self.access_of(Some(*person))
                    .invite(meta, *invitation, *person, *digest, *until);
            }
            AccessEvent::InvitationWithdrawn { invitation } => {
                let invited = self.invited(*invitation);
                self.access_of(invited)
                    .end(*invitation, InvitationState::Withdrawn);
            }
            AccessEvent::InvitationUsed {
                invitation,
                fingerprint,
            } => {
                let (fingerprint, at) = (fingerprint.clone(), meta.at);
                let invited = self.invited(*invitation);
                self.access_of(invited)
                    .end(*invitation, InvitationState::Used { fingerprint, at });
            }
        }
    }

    fn owner_of(&self, fingerprint: &Fingerprint) -> Option<PersonId> {
        let key = self.head.access.key(fingerprint);
        key.map(|key| key.person)
    }

    fn invited(&self, id: InvitationId) -> Option<PersonId> {
        let invitation = self.head.access.invitation(id);
        invitation.map(|invitation| invitation.person)
    }
}
