//! Decisions on organisations: what is told of them before they write, and what is put right (REQ-6, PPL-9). People
//! who write for them are `domain/contact.rs`'s.

mod apply;
mod contact;
mod undo;

use crate::domain::decision::{Decides, Decision, Facts, one};
use crate::domain::event::Event;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::organisation::{Organisation, OrganisationProfile};
use crate::domain::refusal::Refusal;
use crate::domain::thing::{Thing, Writes};
use crate::domain::{Millis, State};

impl Decides for DirectoryCommand {
    fn decide(&self, state: &State, _: &Facts) -> Result<Decision, Refusal> {
        match self {
            DirectoryCommand::AddOrganisation {
                profile,
                relation_until,
            } => add_organisation(state, profile, *relation_until),
            DirectoryCommand::ChangeOrganisation {
                organisation,
                profile,
            } => change_organisation(state, *organisation, profile),
            DirectoryCommand::EditContact { contact, entry } => {
                contact::edit(state, *contact, entry)
            }
        }
    }

    fn writes(&self, _: &State, _: Option<PersonId>) -> Writes {
        match self {
            DirectoryCommand::ChangeOrganisation { organisation, .. } => {
                Writes::Whole(Thing::Organisation(*organisation))
            }
            DirectoryCommand::EditContact { contact, .. } => {
                Writes::Whole(Thing::Contact(*contact))
            }
            DirectoryCommand::AddOrganisation { .. } => Writes::One,
        }
    }
}

fn add_organisation(
    state: &State,
    profile: &OrganisationProfile,
    relation_until: Option<Millis>,
) -> Result<Decision, Refusal> {
    if profile.name.trim().is_empty() {
        return Err(Refusal::TextMissing);
    }
    if state.organisation_named(&profile.name).is_some() {
        return Err(Refusal::AlreadySo);
    }
    if profile
        .parent
        .is_some_and(|parent| state.organisation(parent).is_none())
    {
        return Err(Refusal::NoSuchThing);
    }
    let id = state.next_organisation();
    let organisation = Organisation {
        id,
        profile: profile.clone(),
        relation_until,
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
    let from = &state.organisation(id).ok_or(Refusal::NoSuchThing)?.profile;
    if to.name.trim().is_empty() {
        return Err(Refusal::TextMissing);
    }
    if to.parent == Some(id)
        || to
            .parent
            .is_some_and(|parent| state.organisation(parent).is_none())
    {
        return Err(Refusal::NoSuchThing);
    }
    if from == to {
        return Ok(Decision::default());
    }
    Ok(one(Event::Directory(DirectoryEvent::ProfileChanged {
        organisation: id,
        from: Box::new(from.clone()),
        to: Box::new(to.clone()),
    })))
}
