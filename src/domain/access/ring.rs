//! The keys and invitations there are, as the state keeps them. Changed by events only.

use std::sync::Arc;

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

use super::{AccessKey, CodeDigest, Fingerprint, Invitation, InvitationState, NewKey};
use crate::domain::Millis;
use crate::domain::ids::{InvitationId, PersonId};
use crate::domain::state::Meta;

/// All keys and invitations there ever were: a revoked key is known for ever.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Access {
    keys: OrdMap<Fingerprint, Arc<AccessKey>>,
    invitations: OrdMap<InvitationId, Arc<Invitation>>,
    #[serde(with = "crate::domain::pairs")]
    codes: OrdMap<CodeDigest, InvitationId>,
}

impl Access {
    /// The same without its keys, which a checkpoint writes apart.
    #[must_use]
    pub fn without_keys(&self) -> Access {
        Access {
            keys: OrdMap::new(),
            ..self.clone()
        }
    }

    /// The same with these keys.
    #[must_use]
    pub fn with_keys(self, keys: impl IntoIterator<Item = AccessKey>) -> Access {
        let keys = keys.into_iter();
        Access {
            keys: keys
                .map(|key| (key.fingerprint.clone(), Arc::new(key)))
                .collect(),
            ..self
        }
    }

    /// A key, live or revoked.
    pub fn key(&self, fingerprint: &Fingerprint) -> Option<&Arc<AccessKey>> {
        self.keys.get(fingerprint)
    }

    /// All keys, in the order of their fingerprints.
    pub fn keys(&self) -> impl Iterator<Item = &Arc<AccessKey>> {
        self.keys.values()
    }

    /// The keys of a person, live and revoked.
    pub fn keys_of(&self, person: PersonId) -> impl Iterator<Item = &Arc<AccessKey>> {
        self.keys().filter(move |key| key.person == person)
    }

    /// An invitation by id.
    pub fn invitation(&self, id: InvitationId) -> Option<&Arc<Invitation>> {
        self.invitations.get(&id)
    }

    /// The invitation whose code has this digest, whatever became of it.
    pub fn invitation_of(&self, digest: &CodeDigest) -> Option<&Arc<Invitation>> {
        self.codes.get(digest).and_then(|id| self.invitation(*id))
    }

    /// All invitations, in the order they were made.
    pub fn invitations(&self) -> impl Iterator<Item = &Arc<Invitation>> {
        self.invitations.values()
    }

    /// The invitations of a person that can be used at `now`.
    pub fn open_invitations(&self, person: PersonId, now: Millis) -> usize {
        let of = self.invitations().filter(|i| i.person == person);
        of.filter(|i| i.is_open(now)).count()
    }

    /// The id the next invitation gets.
    pub fn next_invitation(&self) -> InvitationId {
        let last = self.invitations.get_max();
        last.map_or(InvitationId(1), |(id, _)| {
            InvitationId(id.0.saturating_add(1))
        })
    }

    /// Binds a key. One that is bound already stays with whom it belongs to.
    pub(in crate::domain) fn add(&mut self, meta: &Meta, person: PersonId, key: &NewKey) {
        let bound = AccessKey {
            fingerprint: key.fingerprint.clone(),
            person,
            algorithm: key.algorithm,
            public: key.public.clone(),
            name: key.name.clone(),
            added_at: meta.at,
            added_by: meta.actor,
            revoked: None,
        };
        self.keys
            .entry(key.fingerprint.clone())
            .or_insert_with(|| Arc::new(bound));
    }

    pub(in crate::domain) fn name(&mut self, fingerprint: &Fingerprint, to: &str) {
        if let Some(key) = self.keys.get_mut(fingerprint) {
            Arc::make_mut(key).name = to.into();
        }
    }

    pub(in crate::domain) fn revoke(&mut self, fingerprint: &Fingerprint, at: Millis) {
        if let Some(key) = self.keys.get_mut(fingerprint) {
            Arc::make_mut(key).revoked.get_or_insert(at);
        }
    }

    pub(in crate::domain) fn invite(
        &mut self,
        meta: &Meta,
        id: InvitationId,
        person: PersonId,
        digest: CodeDigest,
        until: Millis,
    ) {
        let invitation = Invitation {
            id,
            person,
            digest,
            made_by: meta.actor,
            made_at: meta.at,
            until,
            state: InvitationState::Open,
        };
        self.codes.insert(digest, id);
        self.invitations.insert(id, Arc::new(invitation));
    }

    pub(in crate::domain) fn end(&mut self, id: InvitationId, state: InvitationState) {
        if let Some(invitation) = self.invitations.get_mut(&id) {
            Arc::make_mut(invitation).state = state;
        }
    }
}
