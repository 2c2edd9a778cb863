//! What is done to the directory at random: organisations and contacts entered, moved, merged and told apart (PPL-9); and
//! what must hold of them whatever was done.

use proptest::prelude::*;

use crate::domain::Command;
use crate::domain::ids::{ContactId, OrganisationId};
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::command::DirectoryCommand as C;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::further::Double;
use crate::domain::state::State;

fn organisation() -> impl Strategy<Value = OrganisationId> {
    (1..6_u32).prop_map(OrganisationId)
}

fn contact() -> impl Strategy<Value = ContactId> {
    (1..6_u32).prop_map(ContactId)
}

fn profile() -> impl Strategy<Value = Box<OrganisationProfile>> {
    let names = prop::sample::select(vec!["One", "Two SARL", "two", "Élan"]);
    let domains = prop::sample::subsequence(vec!["one.example", "two.fr"], 0..=2);
    let parent = prop::option::of(organisation());
    let all = (names, domains, parent, any::<bool>());
    all.prop_map(|(name, domains, parent, known)| {
        Box::new(OrganisationProfile {
            name: name.into(),
            domains: domains.into_iter().map(Into::into).collect(),
            phone: "01 42 68 53 00".into(),
            parent,
            known,
            ..OrganisationProfile::default()
        })
    })
}

fn entry() -> impl Strategy<Value = Box<ContactEntry>> {
    let names = prop::sample::select(vec!["Zoé Roux", "Roux Zoe", "Ann"]);
    let emails = prop::sample::select(vec!["", "a@one.example", "z@two.fr", "d@gmail.com"]);
    (names, emails.clone(), emails).prop_map(|(name, email, also)| {
        Box::new(ContactEntry {
            name: name.into(),
            email: email.into(),
            also: vec![also.into()],
            ..ContactEntry::default()
        })
    })
}

/// Something that is done to the directory.
pub(crate) fn directory() -> impl Strategy<Value = Command> {
    let command = prop_oneof![
        1 => (profile(), prop::option::of(0..9_i64)).prop_map(|(profile, relation_until)| C::AddOrganisation { profile, relation_until }),
        2 => (organisation(), entry()).prop_map(|(organisation, entry)| C::AddContact { organisation, entry }),
        2 => (contact(), entry()).prop_map(|(contact, entry)| C::EditContact { contact, entry }),
        1 => (organisation(), prop::option::of(0..9_i64)).prop_map(|(organisation, until)| C::SetRelation { organisation, until }),
        2 => (contact(), organisation()).prop_map(|(contact, to)| C::MoveContact { contact, to }),
        4 => (organisation(), organisation(), profile()).prop_map(|(from, into, profile)| C::MergeOrganisations { from, into, profile }),
        4 => (contact(), contact(), entry()).prop_map(|(from, into, entry)| C::MergeContacts { from, into, entry }),
        1 => (organisation(), organisation()).prop_map(|(one, two)| C::TellApart { pair: Double::Organisations(one, two) }),
        1 => (contact(), contact()).prop_map(|(one, two)| C::TellApart { pair: Double::Contacts(one, two) }),
    ];
    command.prop_map(Command::Directory)
}

/// Ids are dense, every merged row has one that stands for it, nobody has another's address, and the indexes are those
/// made anew.
pub(super) fn sound(state: &State, anew: &State) -> Result<(), TestCaseError> {
    for (n, row) in state.organisation_rows().enumerate() {
        prop_assert_eq!(row.id, OrganisationId::at(n));
        let now = state.organisation(row.id).expect("one that stands for it");
        prop_assert!(now.merged_into.is_none());
        prop_assert_eq!(now.id == row.id, row.merged_into.is_none());
        let doubles = state.doubles_of(row.id);
        for double in &doubles {
            prop_assert!(state.doubles_of(*double).contains(&now.id), "of each other");
        }
        prop_assert_eq!(doubles, anew.doubles_of(row.id));
        let requests = |state: &State| state.requests_of(row.id).collect::<Vec<_>>();
        prop_assert_eq!(requests(state), requests(anew));
        let mut latest: Vec<_> = state.latest_requests_of(row.id).map(|r| r.id).collect();
        latest.reverse();
        prop_assert_eq!(latest, requests(state));
        let branches = |state: &State| {
            let all = state.branches_of(row.id).into_iter();
            all.map(|branch| branch.id).collect::<Vec<_>>()
        };
        prop_assert_eq!(branches(state), branches(anew));
        prop_assert!(!branches(state).contains(&now.id), "its own branch");
    }
    for (n, row) in state.contact_rows().enumerate() {
        prop_assert_eq!(row.id, ContactId::at(n));
        let now = state.contact(row.id).expect("one who stands for them");
        prop_assert!(now.merged_into.is_none());
        prop_assert_eq!(
            state.doubles_of_contact(row.id),
            anew.doubles_of_contact(row.id)
        );
        for email in row.emails() {
            prop_assert_eq!(state.contact_of_email(email), Some(now.id), "{}", email);
        }
    }
    Ok(())
}
