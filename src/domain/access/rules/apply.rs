//! Applies what happened to keys and invitations to the state.

use crate::domain::access::event::AccessEvent;
use crate::domain::access::{Fingerprint, InvitationState};
use crate::domain::ids::{InvitationId, PersonId};
use crate::domain::meta::Meta;
use crate::domain::request::arrival::Within;
use crate::domain::state::State;
use crate::domain::state::apply::Applies;

impl Applies for AccessEvent {
    fn apply(&self, state: &mut State, meta: &Meta, _: Within) {
        match self {
            AccessEvent::KeyAdded { person, key } => {
                state.access_of(Some(*person)).add(meta, *person, key)
            }
            AccessEvent::KeyNamed {
                fingerprint, to, ..
            } => {
                let owner = state.owner_of(fingerprint);
                state.access_of(owner).name(fingerprint, to);
            }
            AccessEvent::KeyRevoked { fingerprint } => {
                let owner = state.owner_of(fingerprint);
                state.access_of(owner).revoke(fingerprint, meta.at);
            }
            AccessEvent::Invited {
                invitation,
                person,
                digest,
                until,
            } => {
                state
                    .access_of(Some(*person))
                    .invite(meta, *invitation, *person, *digest, *until);
            }
            AccessEvent::InvitationWithdrawn { invitation } => {
                let invited = state.invited(*invitation);
                state
                    .access_of(invited)
                    .end(*invitation, InvitationState::Withdrawn);
            }
            AccessEvent::InvitationUsed {
                invitation,
                fingerprint,
            } => {
                let (fingerprint, at) = (fingerprint.clone(), meta.at);
                let invited = state.invited(*invitation);
                state
                    .access_of(invited)
                    .end(*invitation, InvitationState::Used { fingerprint, at });
            }
        }
    }
}

impl State {
    fn owner_of(&self, fingerprint: &Fingerprint) -> Option<PersonId> {
        let key = self.head.access.key(fingerprint);
        key.map(|key| key.person)
    }

    fn invited(&self, id: InvitationId) -> Option<PersonId> {
        let invitation = self.head.access.invitation(id);
        invitation.map(|invitation| invitation.person)
    }
}
