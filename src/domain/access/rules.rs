//! Decides on keys and invitations (PPL-5). Own keys are everybody's to name and revoke; the rest is for
//! who manages people. What opens a door is never given back by an undo.

mod apply;

use crate::domain::Millis;
use crate::domain::access::command::AccessCommand;
use crate::domain::access::event::AccessEvent;
use crate::domain::access::refusal::AccessRefusal;
use crate::domain::access::{
    AccessKey, CodeDigest, Fingerprint, Invitation, InvitationState, NewKey,
};
use crate::domain::decision::{Decides, Decision, Facts};
use crate::domain::event::Event;
use crate::domain::firm::Firm;
use crate::domain::firm::event::{FirmEvent, OfFirm};
use crate::domain::ids::{InvitationId, PersonId};
use crate::domain::person::rules::add_person;
use crate::domain::person::{NewPerson, Permission, Role};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::thing::Writes;
use crate::domain::undo::table::never_taken_back;

const DAY: Millis = 24 * 3_600_000;

never_taken_back!(AccessEvent);

impl Decides for AccessCommand {
    fn decide(&self, state: &State, facts: &Facts) -> Result<Decision, Refusal> {
        match self {
            AccessCommand::AddKey { person, key } => add_key(state, *person, key),
            AccessCommand::NameKey { fingerprint, name } => {
                name_key(state, facts, fingerprint, name)
            }
            AccessCommand::RevokeKey(fingerprint) => revoke_key(state, facts, fingerprint),
            AccessCommand::Invite {
                person,
                digest,
                until,
            } => invite(state, facts, *person, *digest, *until),
            AccessCommand::WithdrawInvitation(id) => withdraw(state, *id),
            AccessCommand::Redeem { digest, key } => redeem(state, facts, digest, key),
        }
    }

    /// Keys and invitations are named and revoked one by one.
    fn writes(&self, _: &State, _: Option<PersonId>) -> Writes {
        Writes::One
    }
}

/// Binds a key that somebody handed in on paper, by mail, by hand.
pub(in crate::domain) fn add_key(
    state: &State,
    person: PersonId,
    key: &NewKey,
) -> Result<Decision, Refusal> {
    may_enter(state, person)?;
    let key = bindable(state, person, key)?;
    Ok(Decision::of(vec![Event::Access(AccessEvent::KeyAdded {
        person,
        key: Box::new(key),
    })]))
}

/// Names a key.
pub(in crate::domain) fn name_key(
    state: &State,
    facts: &Facts,
    fingerprint: &Fingerprint,
    name: &str,
) -> Result<Decision, Refusal> {
    let key = own_or_managed(state, facts, fingerprint)?;
    let to = named(name)?;
    if to.is_empty() {
        return Err(Refusal::TextMissing);
    }
    if to == key.name {
        return Err(Refusal::AlreadySo);
    }
    Ok(Decision::of(vec![Event::Access(AccessEvent::KeyNamed {
        fingerprint: fingerprint.clone(),
        from: key.name.clone(),
        to,
    })]))
}

/// Revokes a key, for ever.
pub(in crate::domain) fn revoke_key(
    state: &State,
    facts: &Facts,
    fingerprint: &Fingerprint,
) -> Result<Decision, Refusal> {
    let key = own_or_managed(state, facts, fingerprint)?;
    if !key.is_live() {
        return Err(Refusal::AlreadySo);
    }
    Ok(Decision::of(vec![Event::Access(AccessEvent::KeyRevoked {
        fingerprint: fingerprint.clone(),
    })]))
}

/// Invites somebody to bind a key of theirs.
pub(in crate::domain) fn invite(
    state: &State,
    facts: &Facts,
    person: PersonId,
    digest: CodeDigest,
    until: Millis,
) -> Result<Decision, Refusal> {
    may_enter(state, person)?;
    if until <= facts.now {
        return Err(Refusal::InThePast);
    }
    let days = Invitation::DAYS_MOST;
    if until.saturating_sub(facts.now) > Millis::from(days) * DAY {
        return Err(Refusal::TooFarAhead { days });
    }
    if state.access().open_invitations(person, facts.now) >= Invitation::MOST {
        return Err(AccessRefusal::TooManyInvitations {
            most: Invitation::MOST,
        }
        .into());
    }
    // No code opens two doors.
    let offered = state.firms().offer_of(&digest).is_some();
    if offered || state.access().invitation_of(&digest).is_some() {
        return Err(Refusal::AlreadySo);
    }
    Ok(Decision::of(vec![Event::Access(AccessEvent::Invited {
        invitation: state.access().next_invitation(),
        person,
        digest,
        until,
    })]))
}

/// Takes an invitation back, while nobody has used it.
pub(in crate::domain) fn withdraw(state: &State, id: InvitationId) -> Result<Decision, Refusal> {
    let invitation = state.access().invitation(id).ok_or(Refusal::NoSuchThing)?;
    match invitation.state {
        InvitationState::Open => Ok(Decision::of(vec![Event::Access(
            AccessEvent::InvitationWithdrawn { invitation: id },
        )])),
        InvitationState::Withdrawn => Err(Refusal::AlreadySo),
        InvitationState::Used { .. } => Err(Refusal::NoSuchThing),
    }
}

/// Binds the key that somebody at the door proved to have, by the code they gave. Whatever is wrong with
/// the code, the answer is the same: it tells nothing. A key that is known tells nothing of codes.
pub(in crate::domain) fn redeem(
    state: &State,
    facts: &Facts,
    digest: &CodeDigest,
    key: &NewKey,
) -> Result<Decision, Refusal> {
    unbound(state, key)?;
    if state.firms().offer_of(digest).is_some() {
        return taken_up(state, facts, digest, key);
    }
    let invitation = state
        .access()
        .invitation_of(digest)
        .filter(|invitation| invitation.is_open(facts.now))
        .filter(|invitation| may_enter(state, invitation.person).is_ok())
        .ok_or(AccessRefusal::NoSuchInvitation)?;
    let key = bindable(state, invitation.person, key)?;
    Ok(Decision::of(vec![
        Event::Access(AccessEvent::InvitationUsed {
            invitation: invitation.id,
            fingerprint: key.fingerprint.clone(),
        }),
        Event::Access(AccessEvent::KeyAdded {
            person: invitation.person,
            key: Box::new(key),
        }),
    ]))
}

/// A firm's offer makes whoever gives its code a facilitator in that firm (PPL-7), by the name they were invited under.
fn taken_up(
    state: &State,
    facts: &Facts,
    digest: &CodeDigest,
    key: &NewKey,
) -> Result<Decision, Refusal> {
    let offer = state.firms().open_offer(digest, facts.now);
    let (firm, offer) = offer.ok_or(AccessRefusal::NoSuchInvitation)?;
    if state.firms().members(firm).len() >= Firm::MEMBERS_MOST {
        return Err(AccessRefusal::NoSuchInvitation.into());
    }
    let person = state.next_person();
    let key = bindable(state, person, key)?;
    let added = add_person(
        state,
        &NewPerson {
            name: offer.name.clone(),
            email: "".into(),
            roles: vec![Role::Facilitator],
        },
    )?;
    Ok(Decision::of(vec![
        added,
        Event::Access(AccessEvent::KeyAdded {
            person,
            key: Box::new(key),
        }),
        Event::Firm(OfFirm {
            firm,
            event: Box::new(FirmEvent::joined(offer, person, true)),
        }),
    ]))
}

fn may_enter(state: &State, person: PersonId) -> Result<(), Refusal> {
    let person = state.person(person).ok_or(Refusal::NoSuchThing)?;
    if person.active {
        Ok(())
    } else {
        Err(AccessRefusal::MayNotEnter.into())
    }
}

/// A key opens for one person, for ever: also a revoked one is bound to nobody again.
fn unbound(state: &State, key: &NewKey) -> Result<(), Refusal> {
    match state.access().key(&key.fingerprint) {
        Some(_) => Err(AccessRefusal::KeyTaken.into()),
        None => Ok(()),
    }
}

/// The key as it can be bound to `person`.
fn bindable(state: &State, person: PersonId, key: &NewKey) -> Result<NewKey, Refusal> {
    unbound(state, key)?;
    if key.public.len() > NewKey::PUBLIC_MOST {
        return Err(Refusal::TooLong {
            most: NewKey::PUBLIC_MOST,
        });
    }
    let mut words = key.public.split(' ');
    let begins = words.next() == Some(key.algorithm.key());
    let body = words.next().is_some_and(is_base64);
    if !begins || !body || words.next().is_some() {
        return Err(AccessRefusal::KeyUnreadable.into());
    }
    let live = state.access().keys_of(person).filter(|key| key.is_live());
    if live.count() >= AccessKey::MOST {
        return Err(AccessRefusal::TooManyKeys {
            most: AccessKey::MOST,
        }
        .into());
    }
    Ok(NewKey {
        name: named(&key.name)?,
        ..key.clone()
    })
}

fn is_base64(text: &str) -> bool {
    let sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=');
    !text.is_empty() && text.chars().all(sign)
}

fn named(name: &str) -> Result<Box<str>, Refusal> {
    let name = name.trim();
    if name.chars().count() > NewKey::NAME_MOST {
        return Err(Refusal::TooLong {
            most: NewKey::NAME_MOST,
        });
    }
    Ok(name.into())
}

/// The key, for its owner and for who manages people. To anybody else there is none.
fn own_or_managed<'a>(
    state: &'a State,
    facts: &Facts,
    fingerprint: &Fingerprint,
) -> Result<&'a AccessKey, Refusal> {
    let actor = facts.actor.and_then(|actor| state.person(actor));
    let actor = actor.ok_or(Refusal::NobodyKnown)?;
    let key = state.access().key(fingerprint);
    match key {
        Some(key) if key.person == actor.id => Ok(key),
        Some(key) if actor.may(Permission::ManagePeople) => Ok(key),
        None if actor.may(Permission::ManagePeople) => Err(Refusal::NoSuchThing),
        Some(_) | None => Err(Refusal::NotPermitted(Permission::ManagePeople)),
    }
}
