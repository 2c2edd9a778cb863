//! Who gets in: what the door asks of a key, and what who manages people sees of people, keys and
//! invitations (PPL-5). Never a code, nor its digest.

use super::firm::{called, called_of, is_managed};
use super::{Listed, Sight};
use crate::desk::Published;
use crate::domain::access::{
    AccessKey, Algorithm, CodeDigest, Fingerprint, Invitation, InvitationState,
};
use crate::domain::ids::InvitationId;
use crate::domain::person::{Permission, Person, Role};
use crate::domain::{FirmId, Millis, PersonId, Refusal, State};
use crate::text::fold;
use crate::text::sanitise::clean_line;

/// A person, as who manages people sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// Their id.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their mail address, or empty.
    pub email: String,
    /// What they are.
    pub roles: Vec<Role>,
    /// Whether they may enter.
    pub active: bool,
    /// How many keys of theirs are not revoked.
    pub keys: usize,
    /// How many invitations of theirs can be used now.
    pub invitations: usize,
    /// How many requests wait for them.
    pub waiting: u32,
    /// What the firm is called that they act for (PPL-7), where there is anything to say of it.
    pub firm: Option<String>,
    /// The firms they are in, each as it is called; none for who is no facilitator.
    pub firms: Vec<(FirmId, String)>,
    /// One of them that nobody manages who may enter.
    pub unmanaged: Option<FirmId>,
}

/// A key, as its owner and who manages people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// What it is known by.
    pub fingerprint: Fingerprint,
    /// Its kind.
    pub algorithm: Algorithm,
    /// Its public line.
    pub public: String,
    /// What it is called; may be empty.
    pub name: String,
    /// Since when.
    pub added_at: Millis,
    /// Who added it; `None`: its owner did, by an invitation.
    pub added_by: Option<String>,
    /// When it was revoked.
    pub revoked: Option<Millis>,
}

/// An invitation, as who manages people sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationRow {
    /// Its id.
    pub id: InvitationId,
    /// Who is invited.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Who made it.
    pub made_by: String,
    /// When.
    pub made_at: Millis,
    /// Until when it can be used.
    pub until: Millis,
    /// Where it stands; that its time is past, the clock says.
    pub state: InvitationState,
}

impl InvitationRow {
    /// Whether it can be used at `now`.
    pub fn is_open(&self, now: Millis) -> bool {
        self.state == InvitationState::Open && now < self.until
    }
}

/// For the door. What it learns here it tells nobody.
impl Published {
    /// Whom a key lets in: the person of a live key, if they may enter.
    pub fn key_opens(&self, fingerprint: &Fingerprint) -> Option<PersonId> {
        let key = self.state().access().key(fingerprint)?;
        let owner = self.state().person(key.person)?;
        (key.is_live() && owner.active).then_some(owner.id)
    }

    /// Whether a code could bind a key now: an open invitation of somebody who may enter. Asked before
    /// anything is submitted, so that strangers who guess never reach the writer.
    pub fn code_stands(&self, digest: &CodeDigest, now: Millis) -> bool {
        if let Some((_, offer)) = self.state().firms().offer_of(digest) {
            return offer.is_open(now);
        }
        let invitation = self.state().access().invitation_of(digest);
        invitation.is_some_and(|invitation| {
            let person = self.state().person(invitation.person);
            invitation.is_open(now) && person.is_some_and(|person| person.active)
        })
    }

    /// Whether a code could bind a key now, whatever code.
    pub fn invites(&self, now: Millis) -> bool {
        let state = self.state();
        state.access().invites(now) || state.firms().invites(now)
    }

    /// Whether a key belongs, or once belonged, to somebody: then no invitation binds it.
    pub fn is_known_key(&self, fingerprint: &Fingerprint) -> bool {
        self.state().access().key(fingerprint).is_some()
    }
}

impl Sight {
    /// Returns the row of a person, for who manages people.
    pub fn person_row(&self, id: PersonId, now: Millis) -> Option<PersonRow> {
        let state = self.state();
        manages(state, self.whose()).ok()?;
        state
            .person(id)
            .map(|person| person_row(state, person, now))
    }
}

impl Published {
    /// Everybody, also who may no longer enter, for who manages people.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for anybody else.
    pub fn people(&self, me: PersonId, now: Millis) -> Result<Vec<PersonRow>, Refusal> {
        let state = self.state();
        manages(state, me)?;
        Ok(state.people().map(|p| person_row(state, p, now)).collect())
    }

    /// The keys of `person`, the live ones first, each kind the newest first: one's own, or anybody's
    /// for who manages people.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for anybody else; [`PeopleRefusal::NoSuchPerson`](crate::domain::person::refusal::PeopleRefusal::NoSuchPerson).
    pub fn keys_of(&self, me: PersonId, person: PersonId) -> Result<Vec<KeyRow>, Refusal> {
        let state = self.state();
        let own = me == person && state.person(me).is_some_and(|me| me.active);
        if !own {
            manages(state, me)?;
        }
        if state.person(person).is_none() {
            return Err(state.nobody(person));
        }
        let keys = state.access().keys_of(person);
        let mut rows: Vec<KeyRow> = keys.map(|key| key_row(state, key)).collect();
        rows.sort_by_key(|row| (row.revoked.is_some(), -row.added_at));
        Ok(rows)
    }

    /// Returns the invitations of `person` that can be used at `now`, the newest first, for who manages people.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for anybody else.
    pub fn open_invitations(
        &self,
        me: PersonId,
        person: PersonId,
        now: Millis,
    ) -> Result<Vec<InvitationRow>, Refusal> {
        let state = self.state();
        manages(state, me)?;
        let theirs = state.access().invitations_of(person);
        let theirs = theirs.filter(|one| one.is_open(now));
        let mut rows: Vec<InvitationRow> = theirs.map(|i| invitation_row(state, i)).collect();
        rows.reverse();
        Ok(rows)
    }

    /// All invitations, the newest first, for who manages people.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for anybody else.
    pub fn invitations(&self, me: PersonId) -> Result<Vec<InvitationRow>, Refusal> {
        let state = self.state();
        manages(state, me)?;
        let all = state.access().invitations();
        let mut rows: Vec<InvitationRow> = all.map(|i| invitation_row(state, i)).collect();
        rows.reverse();
        Ok(rows)
    }
}

fn manages(state: &State, me: PersonId) -> Result<(), Refusal> {
    let may = |person: &Person| person.may(Permission::ManagePeople);
    if state.person(me).is_some_and(|me| may(me)) {
        Ok(())
    } else {
        Err(Refusal::NotPermitted(Permission::ManagePeople))
    }
}

impl Listed for PersonRow {
    type Id = PersonId;
    /// Who may enter, by name.
    type Usual = (bool, String, PersonId);

    fn most(sight: &Sight) -> usize {
        sight.state().next_person().index()
    }

    fn all(sight: &Sight) -> Vec<PersonId> {
        let state = sight.state();
        let may = manages(state, sight.whose()).is_ok();
        let all = state.people().filter(|_| may);
        all.map(|person| person.id).collect()
    }

    fn of(sight: &Sight, id: PersonId, now: Millis) -> Option<PersonRow> {
        sight.person_row(id, now)
    }

    fn usual(&self) -> Self::Usual {
        (!self.active, fold::fold(&self.name), self.id)
    }

    fn counts(&self) -> bool {
        self.active
    }

    fn ranks(sight: &Sight, _: Millis) -> impl Fn(PersonId) -> Option<(Self::Usual, bool)> {
        let may = manages(sight.state(), sight.whose()).is_ok();
        move |id| {
            let person = sight.state().person(id).filter(|_| may)?;
            let name = fold::fold(&clean_line(&person.name));
            Some(((!person.active, name, id), person.active))
        }
    }

    /// Those who are others, or whose keys and invitations are; what waits for them is read when they are shown.
    fn changed(old: &Sight, new: &Sight, from: Millis, to: Millis) -> Option<Vec<PersonId>> {
        let (before, state, me) = (old.state(), new.state(), new.whose());
        let ended = state.access().ended_between(from, to);
        let mut ids: Vec<PersonId> = ended.collect();
        if before.people_revision() != state.people_revision() {
            if manages(before, me).is_ok() != manages(state, me).is_ok() {
                return None;
            }
            ids.extend(state.people_since(before)?);
        }
        ids.sort_unstable();
        ids.dedup();
        Some(ids)
    }
}

fn person_row(state: &State, person: &Person, now: Millis) -> PersonRow {
    let access = state.access();
    let facilitates = person.roles.contains(&Role::Facilitator);
    let firms = facilitates.then(|| state.firms().of(person.id));
    let firms = firms.into_iter().flatten();
    let firms: Vec<(FirmId, String)> = firms.map(|id| (id, called(state, id))).collect();
    PersonRow {
        id: person.id,
        name: clean_line(&person.name).into_owned(),
        email: clean_line(&person.email).into_owned(),
        roles: person.roles.clone(),
        active: person.active,
        keys: access
            .keys_of(person.id)
            .filter(|key| key.is_live())
            .count(),
        invitations: access.open_invitations(person.id, now),
        waiting: state.requests().waiting(Some(person.id), now),
        firm: person
            .may(Permission::Propose)
            .then(|| called_of(state, person.id))
            .flatten(),
        unmanaged: firms
            .iter()
            .map(|(id, _)| *id)
            .find(|id| !is_managed(state, *id)),
        firms,
    }
}

fn key_row(state: &State, key: &AccessKey) -> KeyRow {
    KeyRow {
        fingerprint: key.fingerprint.clone(),
        algorithm: key.algorithm,
        public: clean_line(&key.public).into_owned(),
        name: clean_line(&key.name).into_owned(),
        added_at: key.added_at,
        added_by: key.added_by.map(|id| name_of(state, id)),
        revoked: key.revoked,
    }
}

fn invitation_row(state: &State, invitation: &Invitation) -> InvitationRow {
    InvitationRow {
        id: invitation.id,
        person: invitation.person,
        name: name_of(state, invitation.person),
        made_by: invitation
            .made_by
            .map_or_else(|| "?".to_owned(), |id| name_of(state, id)),
        made_at: invitation.made_at,
        until: invitation.until,
        state: invitation.state.clone(),
    }
}

fn name_of(state: &State, person: PersonId) -> String {
    let name = state.person(person).map(|p| clean_line(&p.name));
    name.map_or_else(|| "?".to_owned(), |name| name.into_owned())
}
