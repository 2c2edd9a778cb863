//! PPL-9, REQ-7: the directory's rules: what is entered by hand and put right, within which limits, and how it is taken
//! back. What is made one stands in `merging.rs`, who sees what of it in `sight.rs`.

mod merging;
mod sight;

use super::bench::*;
use crate::domain::Command;
use crate::domain::ids::{ContactId, OrganisationId};
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::command::DirectoryCommand as C;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::refusal::DirectoryRefusal as R;
use crate::domain::refusal::Refusal;
use crate::domain::request::GroupReason;
use crate::domain::request::rules::group;
use crate::domain::state::State;

fn named(name: &str) -> OrganisationProfile {
    OrganisationProfile {
        name: name.into(),
        ..OrganisationProfile::default()
    }
}

fn person(name: &str, email: &str) -> ContactEntry {
    ContactEntry {
        name: name.into(),
        email: email.into(),
        ..ContactEntry::default()
    }
}

fn add(profile: OrganisationProfile) -> Command {
    Command::Directory(C::AddOrganisation {
        profile: Box::new(profile),
        relation_until: None,
    })
}

fn add_contact(organisation: u32, entry: ContactEntry) -> Command {
    Command::Directory(C::AddContact {
        organisation: OrganisationId(organisation),
        entry: Box::new(entry),
    })
}

fn change(organisation: u32, profile: OrganisationProfile) -> Command {
    Command::Directory(C::ChangeOrganisation {
        organisation: OrganisationId(organisation),
        profile: Box::new(profile),
    })
}

fn merge(from: u32, into: u32, profile: OrganisationProfile) -> Command {
    Command::Directory(C::MergeOrganisations {
        from: OrganisationId(from),
        into: OrganisationId(into),
        profile: Box::new(profile),
    })
}

fn merge_contacts(from: u32, into: u32, entry: ContactEntry) -> Command {
    Command::Directory(C::MergeContacts {
        from: ContactId(from),
        into: ContactId(into),
        entry: Box::new(entry),
    })
}

fn move_to(contact: u32, to: u32) -> Command {
    Command::Directory(C::MoveContact {
        contact: ContactId(contact),
        to: OrganisationId(to),
    })
}

fn relation(organisation: u32, until: Option<i64>) -> Command {
    Command::Directory(C::SetRelation {
        organisation: OrganisationId(organisation),
        until,
    })
}

/// Organisations 1 to 3, each with the contact of its number.
fn three() -> Bench {
    let mut bench = Bench::new();
    for (n, name) in (1..).zip(["Alpha", "Beta", "Gamma"]) {
        bench.must(Some(BEN), add(named(name)));
        let email = format!("{name}@{name}.example").to_lowercase();
        bench.must(Some(BEN), add_contact(n, person(name, &email)));
    }
    bench
}

/// The rows of organisations and contacts, with all that finds them: what an undo must give back.
fn rows(state: &State) -> String {
    let index = (
        &state.by_email,
        &state.by_firm,
        &state.by_domain,
        &state.by_name,
    );
    let merged = (&state.merged_organisations, &state.merged_contacts);
    let (organisations, contacts) = (&state.head.organisations, &state.head.contacts);
    format!(
        "{organisations:?} {contacts:?} {index:?} {:?} {merged:?}",
        state.by_parent
    )
}

/// The refusals of this rule, each met.
pub(super) fn met() -> Vec<Refusal> {
    let mut bench = three();
    let with = |change: fn(&mut OrganisationProfile)| {
        let mut profile = named("Alpha");
        change(&mut profile);
        super::directory::change(1, profile)
    };
    let mut refused = vec![
        with(|p| p.domains = vec!["no domain".into()]),
        with(|p| p.domains = vec!["gmail.com".into()]),
        with(|p| p.phone = "none".into()),
        with(|p| p.vat = "unknown".into()),
        with(|p| p.parent = Some(OrganisationId(1))),
        with(|p| p.main_contact = Some(ContactId(2))),
        with(|p| p.address = "a\n".repeat(9).into()),
        merge(1, 1, named("Alpha")),
    ];
    let mut met: Vec<Refusal> = Vec::new();
    for (parent, n) in (1..).zip(4..=10) {
        let parent = if parent == 1 { 1 } else { parent + 2 };
        let profile = OrganisationProfile {
            parent: Some(OrganisationId(parent)),
            ..named(&n.to_string())
        };
        bench.must(Some(BEN), add(profile));
    }
    let deep = |parent| OrganisationProfile {
        parent: Some(OrganisationId(parent)),
        ..named("deep")
    };
    bench.must(Some(BEN), add(deep(10)));
    let deeper = OrganisationProfile {
        parent: Some(OrganisationId(11)),
        ..named("deeper")
    };
    refused.push(add(deeper));
    met.extend(refused.iter().map(|command| {
        let refusal = bench.decide(Some(BEN), command);
        refusal.expect_err("a refusal")
    }));
    bench.must(Some(BEN), merge(3, 2, named("Beta")));
    met.push(
        bench
            .decide(Some(BEN), &merge(3, 1, named("x")))
            .expect_err("merged"),
    );
    bench.must(Some(CLEA), merge(2, 1, named("Alpha")));
    met.push(
        bench
            .decide(Some(BEN), &Command::Undo)
            .expect_err("merged on"),
    );
    met
}

#[test]
fn ppl_9_an_organisation_and_its_contacts_are_entered_with_all_that_is_known_before_they_write() {
    let mut bench = Bench::new();
    let profile = OrganisationProfile {
        address: " 3 rue Haute \n\n 69001 ".into(),
        city: " Lyon".into(),
        phone: "04 72 00 00 00 (accueil)".into(),
        vat: "FR 12 345678901".into(),
        language: Some(crate::domain::house::Language::FR),
        note: "pays late".into(),
        domains: vec!["Known.example".into(), "known.example".into()],
        ..named(" Known ")
    };
    bench.must(Some(BEN), add(profile));
    let entry = ContactEntry {
        role: "Directrice".into(),
        language: Some(crate::domain::house::Language::EN),
        also: vec![
            "zoe@old.example".into(),
            " ".into(),
            "ZOE@known.example".into(),
        ],
        ..person("Zoé", "zoe@known.example")
    };
    bench.must(Some(BEN), add_contact(1, entry));
    let known = &bench
        .state
        .organisation(OrganisationId(1))
        .expect("there")
        .profile;
    assert_eq!(&*known.address, "3 rue Haute\n69001");
    assert_eq!((&*known.name, &*known.city), ("Known", "Lyon"));
    assert_eq!(known.domains, ["known.example".into()]);
    let zoe = bench.state.contact(ContactId(1)).expect("there");
    assert_eq!(zoe.also, ["zoe@old.example".into()]);
    let id = bench.request("ZOE@old.example", "KNOWN / one", "text");
    assert_eq!(
        bench.get(id).contact,
        ContactId(1),
        "found by a further address"
    );
    assert_eq!(bench.get(id).organisation, OrganisationId(1));
    assert_eq!(bench.state, bench.replayed());
}

#[test]
fn ppl_9_what_is_wrong_is_refused_before_anything_is_kept_and_what_stood_there_is_not_asked_about()
{
    let mut bench = three();
    let long = |n: usize| "x".repeat(n).into();
    for (to, most) in [
        (
            OrganisationProfile {
                city: long(101),
                ..named("a")
            },
            100,
        ),
        (
            OrganisationProfile {
                note: long(4_001),
                ..named("a")
            },
            4_000,
        ),
        (named(&"x".repeat(201)), 200),
    ] {
        let refused = bench.decide(Some(BEN), &add(to));
        assert_eq!(refused, Err(Refusal::TooLong { most }));
    }
    let taken = bench.decide(
        Some(BEN),
        &add_contact(2, person("x", "ALPHA@alpha.example")),
    );
    assert_eq!(
        taken,
        Err(R::AddressTaken {
            name: "Alpha".into()
        }
        .into())
    );
    let also = ContactEntry {
        also: vec!["beta@beta.example".into()],
        ..person("Alpha", "alpha@alpha.example")
    };
    let edit = Command::Directory(C::EditContact {
        contact: ContactId(1),
        entry: Box::new(also),
    });
    assert_eq!(
        bench.decide(Some(BEN), &edit),
        Err(R::AddressTaken {
            name: "Beta".into()
        }
        .into())
    );
    assert_eq!(
        bench.decide(Some(BEN), &add_contact(99, person("x", ""))),
        Err(Refusal::NoSuchThing)
    );
    // Mail may have brought what nobody would enter.
    bench
        .state
        .change_organisation(OrganisationId(1), |o| o.profile.phone = "n/a".into());
    let kept = OrganisationProfile {
        phone: "n/a".into(),
        city: "Lyon".into(),
        ..named("Alpha")
    };
    bench.must(Some(BEN), change(1, kept));
    for by in [FAY, EVE] {
        let refused = bench.decide(Some(by), &add(named("x")));
        assert!(refused.is_err(), "{by}");
    }
}

#[test]
fn req_7_an_officer_enters_and_corrects_until_when_the_relation_runs_and_takes_it_back() {
    let mut bench = three();
    let until = paris("2026-12-31 23:59");
    bench.must(Some(BEN), relation(1, Some(until)));
    let id = bench.request("x@alpha.example", "ALPHA / one", "text");
    let reason = |bench: &Bench| group::propose(&bench.state, bench.get(id));
    bench.act(
        BEN,
        id,
        crate::domain::Act::SetOrganisation(OrganisationId(1)),
    );
    assert_eq!(reason(&bench), GroupReason::Relation(until));
    assert_eq!(
        bench.decide(Some(BEN), &relation(1, Some(until))),
        Err(Refusal::AlreadySo)
    );
    bench.must(Some(CLEA), relation(1, None));
    assert_eq!(reason(&bench), GroupReason::CountryUnknown);
    bench.must(Some(CLEA), Command::Undo);
    assert_eq!(reason(&bench), GroupReason::Relation(until));
    bench.must(Some(CLEA), Command::Redo);
    assert_eq!(reason(&bench), GroupReason::CountryUnknown);
    let missing = bench.decide(Some(BEN), &relation(9, None));
    assert_eq!(missing, Err(Refusal::NoSuchThing));
}

#[test]
fn ppl_9_a_contact_moves_and_what_she_asked_stays_where_it_was_filed() {
    let mut bench = three();
    let id = bench.request("alpha@alpha.example", "ALPHA / one", "text");
    let before = rows(&bench.state);
    bench.must(Some(BEN), move_to(1, 2));
    let of = |state: &State, id| -> Vec<u32> {
        let theirs = state.contacts_of(OrganisationId(id));
        theirs.map(|contact| contact.id.0).collect()
    };
    assert_eq!(
        (of(&bench.state, 1), of(&bench.state, 2)),
        (vec![], vec![1, 2])
    );
    assert_eq!(bench.get(id).organisation, OrganisationId(1));
    let later = bench.request("alpha@alpha.example", "BETA / two", "text");
    assert_eq!(bench.get(later).organisation, OrganisationId(2));
    assert_eq!(
        bench.decide(Some(BEN), &move_to(1, 2)),
        Err(Refusal::AlreadySo)
    );
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(rows(&bench.state), before);
}
