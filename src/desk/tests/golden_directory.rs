//! Invariant 7: the events of the directory are read as they were written.

use super::kept::is_kept;
use crate::domain::Event;
use crate::domain::house::Language;
use crate::domain::ids::{ContactId, OrganisationId};
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::organisation::further::{Double, Further};
use crate::domain::organisation::{Contact, Organisation, OrganisationProfile};

/// All that can be known of a contact.
fn entry() -> ContactEntry {
    ContactEntry {
        name: "Zoé".into(),
        role: "Directrice".into(),
        language: Some(Language::FR),
        note: "on Mondays".into(),
        left: Some(1_773_133_200_000),
        also: vec!["z@x.example".into()],
        ..ContactEntry::default()
    }
}

/// What an officer who keeps the directory leaves in the journal.
fn directory() -> Vec<Event> {
    let (one, two) = (OrganisationId(4), OrganisationId(9));
    let profile = Box::new(OrganisationProfile {
        name: "Orga".into(),
        address: "1 rue Haute\n1000".into(),
        city: "Bruxelles".into(),
        phone: "02 000".into(),
        vat: "BE0000000000".into(),
        language: Some(Language::NL),
        note: "pays late".into(),
        main_contact: Some(ContactId(5)),
        ..OrganisationProfile::default()
    });
    let entry = entry();
    let further = |event| {
        Event::Directory(DirectoryEvent::Further {
            event: Box::new(event),
        })
    };
    vec![
        Event::Directory(DirectoryEvent::OrganisationAdded {
            organisation: Box::new(Organisation {
                id: one,
                profile: (*profile).clone(),
                relation_until: None,
                merged_into: Some(two),
            }),
        }),
        Event::Directory(DirectoryEvent::ContactAdded {
            contact: Box::new(Contact {
                merged_into: Some(ContactId(3)),
                ..Contact::new(ContactId(5), one, &entry)
            }),
        }),
        further(Further::OrganisationsMerged {
            from: one,
            into: two,
            was: Box::default(),
            is: profile,
            relation_was: None,
            relation_is: Some(1_773_133_200_000),
            joined: true,
        }),
        further(Further::ContactsMerged {
            from: ContactId(5),
            into: ContactId(3),
            was: Box::default(),
            is: Box::new(entry),
            joined: false,
        }),
        further(Further::ContactMoved {
            contact: ContactId(3),
            from: one,
            to: two,
        }),
        further(Further::ToldApart {
            pair: Double::Organisations(one, two),
            apart: true,
        }),
        further(Further::ToldApart {
            pair: Double::Contacts(ContactId(3), ContactId(5)),
            apart: false,
        }),
    ]
}

#[test]
fn invariant_7_events_of_the_directory_are_written_and_read_bit_for_bit() {
    is_kept("directory-further", &directory());
}
