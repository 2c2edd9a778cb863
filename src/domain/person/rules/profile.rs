//! Decides on profiles (PPL-4) and on who logs in for a client (PPL-3): one's own words are one's own, what the
//! house attests is for the house.

use crate::domain::decision::{Decision, Facts};
use crate::domain::event::Event;
use crate::domain::facilitator::FacilitatorProfile;
use crate::domain::ids::{ContactId, PersonId};
use crate::domain::person::event::PeopleEvent;
use crate::domain::person::refusal::PeopleRefusal;
use crate::domain::person::{Permission, Person, Role};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;

/// Whether `actor` may keep the profile of `person`: it is their own, or they attest for the house.
pub(super) fn may_keep(actor: &Person, person: PersonId) -> bool {
    actor.id == person || actor.may(Permission::KeepFacilitators)
}

/// Decides on a profile: one's own words are one's own, what the house attests is for the house.
pub(super) fn keep(
    state: &State,
    facts: &Facts,
    person: PersonId,
    to: &FacilitatorProfile,
) -> Result<Decision, Refusal> {
    let actor = facts.actor.and_then(|id| state.person(id));
    let actor = actor.ok_or(Refusal::NobodyKnown)?;
    let attests = actor.may(Permission::KeepFacilitators);
    if !may_keep(actor, person) {
        return Err(Refusal::NotPermitted(Permission::KeepFacilitators));
    }
    let whose = state.person(person).ok_or_else(|| state.nobody(person))?;
    if !whose.roles.contains(&Role::Facilitator) {
        return Err(PeopleRefusal::NoSuchPerson.into());
    }
    let from = state.profile(person).cloned().unwrap_or_default();
    if !attests && !from.attests_the_same(to) {
        return Err(Refusal::NotPermitted(Permission::KeepFacilitators));
    }
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
    lists.may_stand(belts(to), belts(&from))?;
    lists.may_stand(works(to), works(&from))?;
    lists.may_stand(to.compliance.clone(), from.compliance.clone())?;
    lists.may_stand([to.subscription], [from.subscription])?;
    lists.may_stand(to.skills.clone(), from.skills.clone())?;
    if let Some(field) = to.fault() {
        return Err(PeopleRefusal::ProfileWrong { field }.into());
    }
    if *from == *to {
        return Ok(Decision::default());
    }
    Ok(Decision::of(vec![Event::People(
        PeopleEvent::ProfileKept {
            person,
            from: Box::new((*from).clone()),
            to: Box::new(to.clone()),
        },
    )]))
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
