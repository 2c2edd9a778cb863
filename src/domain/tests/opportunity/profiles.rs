//! PPL-4: a facilitator's profile, what is their own word in it and what the house attests; the terms of the
//! board; who is which client's contact (PPL-3).

use super::bench::*;
use crate::domain::command::Command;
use crate::domain::facilitator::{FacilitatorProfile, Subscription};
use crate::domain::house::Language;
use crate::domain::house::command::HouseCommand;
use crate::domain::house::refusal::HouseRefusal;
use crate::domain::ids::{ContactId, PersonId};
use crate::domain::money::Money;
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::refusal::PeopleRefusal;
use crate::domain::person::{Permission, Role};
use crate::domain::refusal::Refusal;
use crate::domain::terms::{CreditPrices, Need, Terms};
use crate::domain::trade::{Audience, MissionRole, Work};
use crate::domain::trade::{Belt, Compliance};
use crate::domain::undo::refusal::UndoRefusal;

fn keep(person: PersonId, profile: FacilitatorProfile) -> Command {
    Command::People(PeopleCommand::KeepProfile {
        person,
        profile: Box::new(profile),
    })
}

fn why(fair: &Fair, who: PersonId, command: Command) -> Refusal {
    fair.decide(Some(who), &command).expect_err("a refusal")
}

fn mine(fair: &Fair) -> FacilitatorProfile {
    let kept = fair.state.profile(FAY).expect("a profile");
    (**kept).clone()
}

#[test]
fn ppl_4_ones_own_words_are_ones_own() {
    let mut fair = Fair::new();
    let told = FacilitatorProfile {
        country: Some(country("BE")),
        languages: vec![Language::FR],
        zone: "Europe/Brussels".into(),
        phone: "+32 470".into(),
        iban: "BE68 5390 0754 7034".into(),
        legal: "Fay SRL, 0123.456.789".into(),
        published: false,
        ..mine(&fair)
    };
    fair.0.must(Some(FAY), keep(FAY, told.clone()));
    assert_eq!(mine(&fair), told);
    let same = fair.0.must(Some(FAY), keep(FAY, told));
    assert_eq!(same.events, [], "nothing to change");
    replays(&fair);
}

#[test]
fn ppl_4_the_house_attests_levels_and_what_it_saw_and_nobody_else_does() {
    let fair = Fair::new();
    let refused = Refusal::NotPermitted(Permission::KeepFacilitators);
    type Change = fn(&mut FacilitatorProfile);
    let attested: [Change; 4] = [
        |p| p.belts = vec![(Work::WORKSHOP, Belt::BLACK)],
        |p| p.belts.clear(),
        |p| p.compliance.push(Compliance::REGISTRATION),
        |p| p.subscription = Subscription::PRIVILEGE,
    ];
    for change in attested {
        let mut profile = mine(&fair);
        change(&mut profile);
        assert_eq!(why(&fair, FAY, keep(FAY, profile.clone())), refused);
        assert!(fair.decide(Some(DAN), &keep(FAY, profile)).is_ok());
    }
}

#[test]
fn ppl_4_ppl_2_nobody_learns_by_trying_who_is_a_facilitator() {
    let fair = Fair::new();
    let refused = Refusal::NotPermitted(Permission::KeepFacilitators);
    for whose in [FAY, BEN, PersonId(99)] {
        assert_eq!(
            why(&fair, GIL, keep(whose, FacilitatorProfile::default())),
            refused
        );
        assert_eq!(
            why(&fair, PAUL, keep(whose, FacilitatorProfile::default())),
            refused
        );
    }
    for whose in [BEN, PersonId(99)] {
        let refusal = why(&fair, ANNA, keep(whose, FacilitatorProfile::default()));
        assert_eq!(refusal, Refusal::People(PeopleRefusal::NoSuchPerson));
    }
    assert_eq!(
        why(&fair, BEN, keep(BEN, FacilitatorProfile::default())),
        Refusal::People(PeopleRefusal::NoSuchPerson)
    );
}

#[test]
fn ppl_4_a_profile_has_its_limits() {
    let fair = Fair::new();
    let wrong = |field| Refusal::People(PeopleRefusal::ProfileWrong { field });
    type Change = fn(&mut FacilitatorProfile);
    let table: [(Change, Refusal); 7] = [
        (
            |p| p.legal = "x".repeat(501).into(),
            Refusal::TooLong { most: 500 },
        ),
        (
            |p| p.languages = vec![Language::EN; 21],
            Refusal::TooLong { most: 20 },
        ),
        (|p| p.languages = vec![Language::EN; 2], wrong("languages")),
        (
            |p| p.languages = vec![Language::UNKNOWN],
            wrong("languages"),
        ),
        (|p| p.zone = "Europe/Atlantis".into(), wrong("zone")),
        (
            |p| p.belts = vec![(Work::TRAINING, Belt::WHITE), (Work::TRAINING, Belt::BLACK)],
            wrong("belts"),
        ),
        (
            |p| p.compliance = vec![Compliance::CHARTER; 2],
            wrong("compliance"),
        ),
    ];
    for (change, refusal) in table {
        let mut profile = mine(&fair);
        change(&mut profile);
        assert_eq!(why(&fair, ANNA, keep(FAY, profile)), refusal);
    }
}

#[test]
fn ppl_4_ones_own_profile_is_taken_back_unless_the_house_attested_since() {
    let mut fair = Fair::new();
    let before = mine(&fair);
    let told = |phone: &str| FacilitatorProfile {
        phone: phone.into(),
        ..before.clone()
    };
    fair.0.must(Some(FAY), keep(FAY, told("1")));
    fair.0.must(Some(FAY), Command::Undo);
    assert_eq!(mine(&fair), before);
    fair.0.must(Some(FAY), Command::Redo);
    assert_eq!(mine(&fair), told("1"));
    let attested = FacilitatorProfile {
        belts: Vec::new(),
        ..told("1")
    };
    fair.0.must(Some(DAN), keep(FAY, attested));
    assert_eq!(
        why(&fair, FAY, Command::Undo),
        Refusal::Undo(UndoRefusal::Overtaken)
    );
}

#[test]
fn ppl_4_who_may_no_longer_attest_does_not_attest_by_redoing() {
    let mut fair = Fair::new();
    let roles = |roles: &[Role]| {
        Command::People(PeopleCommand::ChangeRoles {
            person: FAY,
            roles: roles.to_vec(),
        })
    };
    let both = [Role::Facilitator, Role::BackOfficeAssistant];
    fair.0.must(Some(ANNA), roles(&both));
    let black = FacilitatorProfile {
        belts: vec![(Work::WORKSHOP, Belt::BLACK)],
        ..mine(&fair)
    };
    fair.0.must(Some(FAY), keep(FAY, black));
    fair.0.must(Some(FAY), Command::Undo);
    fair.0.must(Some(ANNA), roles(&both[..1]));
    let refused = Refusal::NotPermitted(Permission::KeepFacilitators);
    assert_eq!(why(&fair, FAY, Command::Redo), refused);
}

#[test]
fn brd_3_brd_4_terms_out_of_bounds_are_named() {
    let mut fair = Fair::new();
    type Change = fn(&mut Terms);
    let dear = |offer| CreditPrices {
        consultation: 0,
        offer,
        contact: 0,
    };
    let set = |change: Change| {
        let mut terms = Terms::default();
        change(&mut terms);
        Command::House(HouseCommand::ChangeTerms(Box::new(terms)))
    };
    let table: [(&'static str, Change); 12] = [
        ("contact_after_hours", |t| t.contact_after_hours = 721),
        ("stale_days", |t| t.stale_days = 0),
        ("needs", |t| t.needs = vec![t.needs[0]; 16]),
        ("needs", |t| {
            t.needs = [Belt::WHITE, Belt::BLACK]
                .map(|belt| Need {
                    role: MissionRole::Observer,
                    audience: Audience::PUBLIC,
                    belt,
                })
                .to_vec();
        }),
        ("compliance", |t| {
            t.compliance = vec![Compliance::CHARTER; 2]
        }),
        ("commission_permille", |t| t.commission_permille = 1_001),
        ("usage_permille", |t| t.usage_permille = u32::MAX),
        ("contribution_permille", |t| t.contribution_permille = 1_001),
        ("coordination", |t| t.coordination = euros(-1)),
        ("coordination", |t| t.coordination = Money { ..dollars(1) }),
        ("coordination", |t| t.coordination = euros(i64::MAX)),
        ("advice", |t| t.advice[1] = "x".repeat(501).into()),
    ];
    for (field, change) in table {
        let refusal = why(&fair, ANNA, set(change));
        assert_eq!(refusal, Refusal::House(HouseRefusal::TermsWrong { field }));
    }
    let terms = Terms {
        credits: Some(dear(1_001)),
        ..Terms::default()
    };
    let refusal = why(
        &fair,
        ANNA,
        Command::House(HouseCommand::ChangeTerms(Box::new(terms))),
    );
    assert_eq!(
        refusal,
        Refusal::House(HouseRefusal::TermsWrong { field: "credits" })
    );
    let same = fair.0.must(Some(ANNA), set(|_| ()));
    assert_eq!(same.events, []);
}

#[test]
fn ppl_3_a_person_is_a_clients_contact_by_the_administrators_word() {
    let mut fair = Fair::new();
    let link = |person, contact: Option<u32>| {
        Command::People(PeopleCommand::LinkContact {
            person,
            contact: contact.map(ContactId),
        })
    };
    assert_eq!(
        why(&fair, ANNA, link(FAY, Some(1))),
        Refusal::People(PeopleRefusal::NoSuchPerson)
    );
    assert_eq!(why(&fair, ANNA, link(PAUL, Some(99))), Refusal::NoSuchThing);
    assert_eq!(why(&fair, ANNA, link(PAUL, Some(1))), Refusal::AlreadySo);
    fair.0.must(Some(ANNA), link(PAUL, Some(3)));
    assert_eq!(fair.state.contact_of(PAUL), Some(ContactId(3)));
    // Who is a client no longer can be taken off, too.
    let roles = vec![Role::Mediator];
    let person = PAUL;
    fair.0.must(
        Some(ANNA),
        Command::People(PeopleCommand::ChangeRoles { person, roles }),
    );
    assert_eq!(
        why(&fair, ANNA, link(PAUL, Some(1))),
        Refusal::People(PeopleRefusal::NoSuchPerson)
    );
    fair.0.must(Some(ANNA), link(PAUL, None));
    assert_eq!(fair.state.contact_of(PAUL), None);
    assert_eq!(
        fair.state
            .people_of_contact(ContactId(2))
            .collect::<Vec<_>>(),
        [LEA]
    );
}
