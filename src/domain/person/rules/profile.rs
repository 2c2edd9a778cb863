//! Decides on profiles (PPL-4) and on who logs in for a client (PPL-3): one's own words are one's own, what the
//! house attests is for the house.

use crate::domain::decision::{Decision, Facts, one};
use crate::domain::event::Event;
use crate::domain::facilitator::FacilitatorProfile;
use crate::domain::firm::event::{FirmEvent, OfFirm};
use crate::domain::firm::refusal::FirmRefusal;
use crate::domain::firm::{FirmRight, FirmRights};
use crate::domain::ids::{ContactId, FirmId, PersonId};
use crate::domain::person::event::PeopleEvent;
use crate::domain::person::refusal::PeopleRefusal;
use crate::domain::person::{Permission, Person, Role};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;

/// Whether `actor` may keep the profile of `firm`: it is their own, or they attest for the house.
pub(in crate::domain) fn may_keep(state: &State, actor: &Person, firm: FirmId) -> bool {
    let rights = state.firms().rights(actor.id, firm);
    let own = |rights: FirmRights| rights.has(FirmRight::Manages) || rights.has(FirmRight::Paid);
    rights.is_some_and(own) || actor.may(Permission::KeepFacilitators)
}

/// Refuses who may not write `to` in the place of `from`: one's firm's own words are for who manages it, its account and
/// legal details also for who is paid, and what the house attests is for the house.
pub(in crate::domain) fn may_write(
    state: &State,
    actor: &Person,
    firm: FirmId,
    from: &FacilitatorProfile,
    to: &FacilitatorProfile,
) -> Result<(), Refusal> {
    if actor.may(Permission::KeepFacilitators) {
        return Ok(());
    }
    let rights = state.firms().rights(actor.id, firm);
    let attests = Refusal::NotPermitted(Permission::KeepFacilitators);
    let rights = rights.ok_or(attests.clone())?;
    if !from.attests_the_same(to) {
        return Err(attests);
    }
    let account = FacilitatorProfile {
        iban: to.iban.clone(),
        legal: to.legal.clone(),
        ..from.clone()
    };
    let needed = match account == *to {
        true if rights.has(FirmRight::Paid) => return Ok(()),
        true => FirmRight::Paid,
        false => FirmRight::Manages,
    };
    match rights.has(FirmRight::Manages) {
        true => Ok(()),
        false => Err(FirmRefusal::NeedsRight(needed).into()),
    }
}

/// Decides on the profile of the firm that `person` acts for; who is in several does not say which one is meant, but for
/// themselves.
pub(super) fn keep(
    state: &State,
    facts: &Facts,
    person: PersonId,
    to: &FacilitatorProfile,
) -> Result<Decision, Refusal> {
    let actor = facts.actor.and_then(|id| state.person(id));
    let actor = actor.ok_or(Refusal::NobodyKnown)?;
    let attests = Refusal::NotPermitted(Permission::KeepFacilitators);
    if actor.id != person && !actor.may(Permission::KeepFacilitators) {
        return Err(attests);
    }
    let whose = state.person(person).ok_or_else(|| state.nobody(person))?;
    if !whose.roles.contains(&Role::Facilitator) {
        return Err(PeopleRefusal::NoSuchPerson.into());
    }
    let firms = state.firms().of(person);
    if actor.id != person && firms.len() > 1 {
        return Err(FirmRefusal::WhichFirm { firms }.into());
    }
    keep_of(state, actor, state.acting(person), to)
}

/// Decides on the profile of a firm.
pub(in crate::domain) fn keep_of(
    state: &State,
    actor: &Person,
    firm: FirmId,
    to: &FacilitatorProfile,
) -> Result<Decision, Refusal> {
    let from = state.profile_of(firm).cloned().unwrap_or_default();
    may_write(state, actor, firm, &from, to)?;
    let members = state.firms().members(firm);
    let there = members.iter().any(|one| state.person(one.person).is_some());
    if !there {
        return Err(FirmRefusal::NoSuchFirm(firm).into());
    }
    can_be(state, &from, to)?;
    if *from == *to {
        return Ok(Decision::default());
    }
    let (from, to) = (Box::new((*from).clone()), Box::new(to.clone()));
    let kept = match state.firms().is_alone(firm) {
        true => Event::People(PeopleEvent::ProfileKept {
            person: firm.founder(),
            from,
            to,
        }),
        false => Event::Firm(OfFirm {
            firm,
            event: Box::new(FirmEvent::ProfileKept { from, to }),
        }),
    };
    Ok(one(kept))
}

/// Passes when a profile can be as `to` says, where `from` stands.
fn can_be(
    state: &State,
    from: &FacilitatorProfile,
    to: &FacilitatorProfile,
) -> Result<(), Refusal> {
    let texts = [&to.zone, &to.phone, &to.iban, &to.legal];
    if texts
        .iter()
        .any(|text| text.chars().count() > FacilitatorProfile::TEXT_MOST)
    {
        return Err(Refusal::TooLong {
            most: FacilitatorProfile::TEXT_MOST,
        });
    }
    if to.languages.len() > FacilitatorProfile::LANGUAGES_MOST {
        return Err(Refusal::TooLong {
            most: FacilitatorProfile::LANGUAGES_MOST,
        });
    }
    let belts =
        |of: &FacilitatorProfile| of.belts.iter().map(|(_, belt)| *belt).collect::<Vec<_>>();
    let works =
        |of: &FacilitatorProfile| of.belts.iter().map(|(work, _)| *work).collect::<Vec<_>>();
    let lists = state.lists();
    lists.may_stand(belts(to), belts(from))?;
    lists.may_stand(works(to), works(from))?;
    lists.may_stand(to.compliance.clone(), from.compliance.clone())?;
    lists.may_stand([to.subscription], [from.subscription])?;
    lists.may_stand(to.skills.clone(), from.skills.clone())?;
    if let Some(field) = to.fault() {
        return Err(PeopleRefusal::ProfileWrong { field }.into());
    }
    Ok(())
}

/// Decides that a client's contact is this person, who can log in (PPL-3).
pub(super) fn link(
    state: &State,
    person: PersonId,
    contact: Option<ContactId>,
) -> Result<Decision, Refusal> {
    let whose = state.person(person).ok_or_else(|| state.nobody(person))?;
    if contact.is_some() && !whose.roles.contains(&Role::ClientContact) {
        return Err(PeopleRefusal::NoSuchPerson.into());
    }
    if contact.is_some_and(|contact| state.contact(contact).is_none()) {
        return Err(Refusal::NoSuchThing);
    }
    let from = state.contact_linked(person);
    // Kept as it was said: one who was merged may be two again.
    if state.contact_of(person) == contact.map(|contact| state.contact_now(contact)) {
        return Err(Refusal::AlreadySo);
    }
    Ok(Decision::of(vec![Event::People(
        PeopleEvent::ContactLinked {
            person,
            from,
            to: contact,
        },
    )]))
}
