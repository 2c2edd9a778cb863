//! The keys and invitations there are, as the state keeps them. Changed by events only.

use std::sync::Arc;

use imbl::{OrdMap, OrdSet};
use serde::{Deserialize, Serialize};

use super::{AccessKey, CodeDigest, Fingerprint, Invitation, InvitationState, NewKey};
use crate::domain::Millis;
use crate::domain::ids::{InvitationId, PersonId};
use crate::domain::meta::Meta;

/// All keys and invitations there ever were: a revoked key is known for ever.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Access {
    keys: OrdMap<Fingerprint, Arc<AccessKey>>,
    invitations: OrdMap<InvitationId, Arc<Invitation>>,
    #[serde(with = "crate::domain::pairs")]
    codes: OrdMap<CodeDigest, InvitationId>,
    /// Whose keys and invitations are which: made from them, never written.
    #[serde(skip)]
    keys_of: OrdMap<PersonId, OrdSet<Fingerprint>>,
    #[serde(skip)]
    invitations_of: OrdMap<PersonId, OrdSet<InvitationId>>,
    /// When the invitations end that nothing ended yet.
    #[serde(skip)]
    ends: OrdSet<(Millis, InvitationId)>,
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

    /// The same with these keys, everything of it found again.
    #[must_use]
    pub fn with_keys(self, keys: impl IntoIterator<Item = AccessKey>) -> Access {
        let keys = keys.into_iter();
        let keys: OrdMap<Fingerprint, Arc<AccessKey>> = keys
            .map(|key| (key.fingerprint.clone(), Arc::new(key)))
            .collect();
        let mut access = Access {
            keys,
            keys_of: OrdMap::new(),
            invitations_of: OrdMap::new(),
            ends: OrdSet::new(),
            ..self
        };
        for key in access.keys.values() {
            let theirs = access.keys_of.entry(key.person).or_default();
            theirs.insert(key.fingerprint.clone());
        }
        for one in access.invitations.values() {
            let theirs = access.invitations_of.entry(one.person).or_default();
            theirs.insert(one.id);
            if one.state == InvitationState::Open {
                access.ends.insert((one.until, one.id));
            }
        }
        access
    }

    /// A key, live or revoked.
    pub fn key(&self, fingerprint: &Fingerprint) -> Option<&Arc<AccessKey>> {
        self.keys.get(fingerprint)
    }

    /// Returns whether the keys are the same in both; a change and its opposite may make them others.
    pub fn has_same_keys(&self, other: &Access) -> bool {
        self.keys.ptr_eq(&other.keys)
    }

    /// All keys, in the order of their fingerprints.
    pub fn keys(&self) -> impl Iterator<Item = &Arc<AccessKey>> {
        self.keys.values()
    }

    /// The keys of a person, live and revoked.
    pub fn keys_of(&self, person: PersonId) -> impl Iterator<Item = &Arc<AccessKey>> {
        let theirs = self.keys_of.get(&person).into_iter().flatten();
        theirs.filter_map(|fingerprint| self.key(fingerprint))
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

    /// Returns the invitations of a person, in the order they were made.
    pub fn invitations_of(&self, person: PersonId) -> impl Iterator<Item = &Arc<Invitation>> {
        let theirs = self.invitations_of.get(&person).into_iter().flatten();
        theirs.filter_map(|id| self.invitation(*id))
    }

    /// Returns whose invitations time alone ended after `from`, up to `to`.
    pub fn ended_between(&self, from: Millis, to: Millis) -> impl Iterator<Item = PersonId> + '_ {
        let after = (from.saturating_add(1), InvitationId(0));
        let ended = self.ends.range(after..=(to, InvitationId(u32::MAX)));
        let ended = ended.filter_map(|(_, id)| self.invitation(*id));
        ended.map(|invitation| invitation.person)
    }

    /// Whether an invitation can be used at `now`, whosever.
    pub fn invites(&self, now: Millis) -> bool {
        self.ends.get_max().is_some_and(|(until, _)| now < *until)
    }

    /// The invitations of a person that can be used at `now`.
    pub fn open_invitations(&self, person: PersonId, now: Millis) -> usize {
        let of = self.invitations_of(person);
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
        if self.keys.contains_key(&key.fingerprint) {
            return;
        }
        self.keys.insert(key.fingerprint.clone(), Arc::new(bound));
        let theirs = self.keys_of.entry(person).or_default();
        theirs.insert(key.fingerprint.clone());
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
        if let Some(before) = self.invitations.insert(id, Arc::new(invitation)) {
            self.ends.remove(&(before.until, id));
            if let Some(theirs) = self.invitations_of.get_mut(&before.person) {
                theirs.remove(&id);
            }
        }
        self.ends.insert((until, id));
        self.invitations_of.entry(person).or_default().insert(id);
    }

    pub(in crate::domain) fn end(&mut self, id: InvitationId, state: InvitationState) {
        if let Some(invitation) = self.invitations.get_mut(&id) {
            let ended = Arc::make_mut(invitation);
            ended.state = state;
            self.ends.remove(&(ended.until, id));
        }
    }
}
