//! Decisions on organisations: what is told of them before they write, and what is put right (REQ-6, REQ-7, PPL-9). People
//! who write for them are `contact.rs`'s, what is one and the same `merge.rs`'s.

mod apply;
pub(in crate::domain) mod checks;
mod contact;
mod merge;
mod parents;
mod undo;

use crate::domain::decision::{Decides, Decision, Facts, one};
use crate::domain::event::Event;
use crate::domain::ids::{ContactId, OrganisationId, PersonId};
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::organisation::refusal::DirectoryRefusal;
use crate::domain::organisation::{Organisation, OrganisationProfile};
use crate::domain::refusal::Refusal;
use crate::domain::thing::{Thing, Writes};
use crate::domain::{Millis, State};

impl Decides for DirectoryCommand {
    fn decide(&self, state: &State, _: &Facts) -> Result<Decision, Refusal> {
        use DirectoryCommand as C;
        match self {
            C::AddOrganisation {
                profile,
                relation_until,
            } => add_organisation(state, profile, *relation_until),
            C::ChangeOrganisation {
                organisation,
                profile,
            } => change_organisation(state, *organisation, profile),
            C::EditContact { contact, entry } => contact::edit(state, *contact, entry),
            C::AddContact {
                organisation,
                entry,
            } => contact::add(state, *organisation, entry),
            C::SetRelation {
                organisation,
                until,
            } => set_relation(state, *organisation, *until),
            C::MoveContact { contact, to } => contact::move_to(state, *contact, *to),
            C::MergeOrganisations {
                from,
                into,
                profile,
            } => merge::organisations(state, *from, *into, profile),
            C::MergeContacts { from, into, entry } => merge::contacts(state, *from, *into, entry),
            C::TellApart { pair } => merge::tell_apart(state, *pair),
        }
    }

    fn writes(&self, state: &State, _: Option<PersonId>) -> Writes {
        use DirectoryCommand as C;
        match self {
            C::ChangeOrganisation { organisation, .. } => {
                Writes::Whole(Thing::Organisation(state.organisation_now(*organisation)))
            }
            C::EditContact { contact, .. } => {
                Writes::Whole(Thing::Contact(state.contact_now(*contact)))
            }
            C::MergeOrganisations { from, into, .. } => {
                Writes::Each(vec![Thing::Organisation(*from), Thing::Organisation(*into)])
            }
            C::MergeContacts { from, into, .. } => {
                Writes::Each(vec![Thing::Contact(*from), Thing::Contact(*into)])
            }
            C::AddOrganisation { .. }
            | C::AddContact { .. }
            | C::SetRelation { .. }
            | C::MoveContact { .. }
            | C::TellApart { .. } => Writes::One,
        }
    }
}

fn add_organisation(
    state: &State,
    profile: &OrganisationProfile,
    relation_until: Option<Millis>,
) -> Result<Decision, Refusal> {
    let profile = profile.trimmed();
    checks::profile(&OrganisationProfile::default(), &profile)?;
    if state.organisation_named(&profile.name).is_some() {
        return Err(Refusal::AlreadySo);
    }
    parents::fits(state, None, profile.parent)?;
    main_contact(state, &[], profile.main_contact)?;
    let organisation = Organisation {
        id: state.next_organisation(),
        profile,
        relation_until,
        merged_into: None,
    };
    Ok(one(Event::Directory(DirectoryEvent::OrganisationAdded {
        organisation: Box::new(organisation),
    })))
}

fn change_organisation(
    state: &State,
    id: OrganisationId,
    to: &OrganisationProfile,
) -> Result<Decision, Refusal> {
    let now = state.organisation(id).ok_or(Refusal::NoSuchThing)?;
    let from = &now.profile;
    let to = to.trimmed();
    checks::profile(from, &to)?;
    if from.parent != to.parent {
        parents::fits(state, Some(now.id), to.parent)?;
    }
    if from.main_contact != to.main_contact {
        main_contact(state, &[now.id], to.main_contact)?;
    }
    if *from == to {
        return Ok(Decision::default());
    }
    Ok(one(Event::Directory(DirectoryEvent::ProfileChanged {
        organisation: now.id,
        from: Box::new(from.clone()),
        to: Box::new(to),
    })))
}

/// Decides until when the house keeps the relation with an organisation (REQ-7).
fn set_relation(
    state: &State,
    id: OrganisationId,
    until: Option<Millis>,
) -> Result<Decision, Refusal> {
    let now = state.organisation(id).ok_or(Refusal::NoSuchThing)?;
    if now.relation_until == until {
        return Err(Refusal::AlreadySo);
    }
    Ok(one(Event::Directory(DirectoryEvent::RelationSet {
        organisation: now.id,
        from: now.relation_until,
        to: until,
    })))
}

/// Refuses a main contact who is of none of these organisations.
fn main_contact(
    state: &State,
    own: &[OrganisationId],
    contact: Option<ContactId>,
) -> Result<(), Refusal> {
    let Some(contact) = contact else {
        return Ok(());
    };
    let contact = state.contact(contact).ok_or(Refusal::NoSuchThing)?;
    let firm = state.organisation_now(contact.organisation);
    match own.contains(&firm) {
        true => Ok(()),
        false => Err(DirectoryRefusal::MainContactElsewhere {
            name: contact.name.clone(),
        }
        .into()),
    }
}
