//! Applies what happened to organisations and contacts to the state.

use crate::domain::ids::{ContactId, OrganisationId};
use crate::domain::meta::Meta;
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::organisation::further::{Double, Further};
use crate::domain::request::arrival::Within;
use crate::domain::state::State;
use crate::domain::state::apply::Applies;

impl Applies for DirectoryEvent {
    fn apply(&self, state: &mut State, _: &Meta, _: Within) {
        match self {
            DirectoryEvent::OrganisationAdded { organisation } => {
                state.index_organisation(organisation);
                state.churn.note(organisation.id);
                state.head.organisations.put((**organisation).clone());
            }
            DirectoryEvent::ProfileChanged {
                organisation, to, ..
            } => {
                state.change_organisation(*organisation, |o| o.profile = (**to).clone());
            }
            DirectoryEvent::RelationSet {
                organisation, to, ..
            } => {
                state.change_organisation(*organisation, |o| o.relation_until = *to);
            }
            DirectoryEvent::ContactAdded { contact } => {
                state.index_contact(contact);
                state.churn.note(contact.organisation);
                state.head.contacts.put((**contact).clone());
            }
            DirectoryEvent::ContactChanged { contact, to, .. } => {
                state.change_contact(*contact, |contact| to.write(contact));
            }
            DirectoryEvent::Further { event } => further(state, event),
        }
    }
}

fn further(state: &mut State, event: &Further) {
    match event {
        Further::OrganisationsMerged {
            from,
            into,
            is,
            relation_is,
            joined,
            ..
        } => {
            state.change_organisation(*into, |o| {
                o.profile = (**is).clone();
                o.relation_until = *relation_is;
            });
            merge_organisations(state, *from, *into, *joined);
        }
        Further::ContactsMerged {
            from,
            into,
            is,
            joined,
            ..
        } => {
            state.change_contact(*into, |contact| is.write(contact));
            merge_contacts(state, *from, *into, *joined);
        }
        Further::ContactMoved { contact, to, .. } => {
            state.change_contact(*contact, |contact| contact.organisation = *to);
            state.organisations_revision += 1;
        }
        Further::ToldApart { pair, apart } => {
            let all = &mut state.head.areas.apart;
            match apart {
                true => drop(all.insert(*pair)),
                false => drop(all.remove(pair)),
            }
            note_pair(state, *pair);
        }
    }
}

/// Both may be proposed or not, from now on.
fn note_pair(state: &mut State, pair: Double) {
    let of = |state: &State, id| state.contact(id).map(|one| one.organisation);
    let two = match pair {
        Double::Organisations(one, two) => [Some(one), Some(two)],
        Double::Contacts(one, two) => [of(state, one), of(state, two)],
    };
    for id in two.into_iter().flatten() {
        state.churn.note(id);
    }
}

impl State {
    /// Lets `from` stand for itself again, and `into` for what is known of it alone.
    pub(super) fn part_organisations(
        &mut self,
        from: OrganisationId,
        into: OrganisationId,
        is: &OrganisationProfile,
    ) {
        self.change_organisation(into, |o| o.profile = is.clone());
        merge_organisations(self, from, into, false);
    }
}

fn merge_organisations(
    state: &mut State,
    from: OrganisationId,
    into: OrganisationId,
    joined: bool,
) {
    state.change_organisation(from, |o| o.merged_into = joined.then_some(into));
    let merged = &mut state.merged_organisations;
    match joined {
        true => merged.join(from.0, into.0),
        false => merged.part(from.0, into.0),
    }
    // Their names stand on the pages of the board.
    state.board_revision += 1;
}

/// Whoever logs in as the one sees what is the other's from now on, or no longer.
fn merge_contacts(state: &mut State, from: ContactId, into: ContactId, joined: bool) {
    let people: Vec<_> = [from, into]
        .into_iter()
        .flat_map(|id| state.people_of_contact(id).collect::<Vec<_>>())
        .collect();
    state.change_contact(from, |contact| contact.merged_into = joined.then_some(into));
    let merged = &mut state.merged_contacts;
    match joined {
        true => merged.join(from.0, into.0),
        false => merged.part(from.0, into.0),
    }
    people.into_iter().for_each(|id| state.turnover.note(id));
    state.board_revision += 1;
}
