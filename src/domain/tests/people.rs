//! PPL-1: roles give permissions, permissions gate commands; the table of both is in `tests/roles.rs`.
//! PPL-3: acting on somebody's behalf.

use super::bench::*;
use crate::domain::Command;
use crate::domain::command::Act;
use crate::domain::house::command::HouseCommand;
use crate::domain::ids::PersonId;
use crate::domain::money::Currency;
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::refusal::PeopleRefusal;
use crate::domain::person::{Permission, Permission as P, Preferences, Role};
use crate::domain::refusal::Refusal;
use crate::domain::request::command::RequestCommand;
use crate::domain::terms::Terms;

#[test]
fn ppl_1_every_permission_is_given_to_somebody_and_every_role_has_a_name() {
    for permission in Permission::ALL {
        assert!(
            Role::ALL.iter().any(|role| role.permits(permission)),
            "{permission:?}"
        );
    }
    for role in Role::ALL {
        assert_eq!(Role::parse(role.key()), Some(role));
        let outside = matches!(role, Role::Facilitator | Role::ClientContact);
        assert_eq!(role.is_staff(), !outside);
        let allowed = Permission::ALL.into_iter().filter(|p| role.permits(*p));
        let allowed: Vec<Permission> = allowed.collect();
        let parts: &[Permission] = match role {
            Role::Facilitator => &[P::SeeBoard, P::Propose, P::RunMissions],
            Role::ClientContact => &[P::SeeBoard, P::Qualify, P::DecideQuotations],
            _ => continue,
        };
        assert_eq!(
            allowed, parts,
            "who is outside has a part in the board only"
        );
    }
}

#[test]
fn ppl_1_roles_add_up_and_are_read_at_every_command() {
    let mut bench = Bench::new();
    bench.any_request();
    let claim = on(&[1], Act::Claim);
    assert_eq!(
        bench.decide(Some(EVE), &claim),
        Err(Refusal::NotPermitted(Permission::WorkRequests))
    );
    let roles = vec![Role::PricingOfficer, Role::Mediator, Role::Mediator];
    bench.must(
        Some(ANNA),
        Command::People(PeopleCommand::ChangeRoles { person: EVE, roles }),
    );
    let eve = bench.state.person(EVE).expect("Eve");
    assert_eq!(
        eve.roles,
        [Role::PricingOfficer, Role::Mediator],
        "in order, each once"
    );
    assert!(bench.decide(Some(EVE), &claim).is_ok());
    bench.must(
        Some(ANNA),
        Command::People(PeopleCommand::SetActive {
            person: EVE,
            active: false,
        }),
    );
    assert_eq!(
        bench.decide(Some(EVE), &claim),
        Err(Refusal::NobodyKnown),
        "she left"
    );
    assert_eq!(
        bench.decide(Some(PersonId(99)), &claim),
        Err(Refusal::NobodyKnown)
    );
}

#[test]
fn ppl_1_the_first_person_of_a_house_can_let_others_in() {
    let first = |roles: &[Role]| {
        let Command::House(HouseCommand::SetUp { house, routing, .. }) = set_up() else {
            unreachable!()
        };
        let command = Command::House(HouseCommand::SetUp {
            house,
            terms: Box::default(),
            routing,
            first: somebody("Anna", roles),
        });
        Bench::empty()
            .decide(None, &command)
            .map(|decision| decision.events.len())
    };
    assert_eq!(first(&[Role::Administrator]), Ok(3));
    assert_eq!(
        first(&[Role::Manager]),
        Err(Refusal::People(PeopleRefusal::LastAdministrator))
    );
    assert_eq!(first(&[]), Err(Refusal::People(PeopleRefusal::RoleMissing)));
}

#[test]
fn wks_8_a_house_starts_with_its_own_currency_and_no_price_of_another() {
    let Command::House(HouseCommand::SetUp {
        house,
        routing,
        first,
        ..
    }) = set_up()
    else {
        unreachable!()
    };
    let mut bench = Bench::empty();
    let francs = Currency::parse("CHF").expect("francs");
    let command = Command::House(HouseCommand::SetUp {
        house,
        terms: Box::new(Terms::charging(francs)),
        routing,
        first,
    });
    bench.must(None, command);
    let terms = bench.state.terms();
    assert_eq!(terms.currency, francs);
    assert_eq!(terms.coordination.currency, francs);
    assert_eq!(terms.coordination.minor, 0, "nobody said how many francs");
    assert_eq!(terms.fault(), None);
}

#[test]
fn ppl_1_the_last_administrator_stays() {
    let mut bench = Bench::new();
    let demote = Command::People(PeopleCommand::ChangeRoles {
        person: ANNA,
        roles: vec![Role::Manager],
    });
    let leave = Command::People(PeopleCommand::SetActive {
        person: ANNA,
        active: false,
    });
    assert_eq!(
        bench.decide(Some(ANNA), &demote),
        Err(Refusal::People(PeopleRefusal::LastAdministrator))
    );
    assert_eq!(
        bench.decide(Some(ANNA), &leave),
        Err(Refusal::People(PeopleRefusal::LastAdministrator))
    );
    bench.must(
        Some(ANNA),
        Command::People(PeopleCommand::Add(somebody("Gus", &[Role::Administrator]))),
    );
    bench.must(
        Some(ANNA),
        Command::People(PeopleCommand::SetActive {
            person: PersonId(7),
            active: false,
        }),
    );
    assert_eq!(
        bench.decide(Some(ANNA), &leave),
        Err(Refusal::People(PeopleRefusal::LastAdministrator)),
        "Gus is not in"
    );
    bench.must(
        Some(ANNA),
        Command::People(PeopleCommand::SetActive {
            person: PersonId(7),
            active: true,
        }),
    );
    bench.must(Some(ANNA), leave);
    assert_eq!(bench.decide(Some(ANNA), &demote), Err(Refusal::NobodyKnown));
}

#[test]
fn ppl_1_people_need_names_and_roles() {
    let bench = Bench::new();
    let add = |name: &str, roles: &[Role]| {
        bench
            .decide(
                Some(ANNA),
                &Command::People(PeopleCommand::Add(somebody(name, roles))),
            )
            .expect_err("refused")
    };
    assert_eq!(add(" ", &[Role::Manager]), Refusal::TextMissing);
    assert_eq!(add("Gus", &[]), Refusal::People(PeopleRefusal::RoleMissing));
    assert_eq!(
        add(&"x".repeat(201), &[Role::Manager]),
        Refusal::TooLong { most: 200 }
    );
    let roles = |person, roles: Vec<Role>| {
        bench
            .decide(
                Some(ANNA),
                &Command::People(PeopleCommand::ChangeRoles { person, roles }),
            )
            .expect_err("refused")
    };
    assert_eq!(
        roles(PersonId(99), vec![Role::Manager]),
        Refusal::People(PeopleRefusal::NoSuchPerson)
    );
    assert_eq!(
        roles(BEN, vec![]),
        Refusal::People(PeopleRefusal::RoleMissing)
    );
    let active = |person| {
        bench.decide(
            Some(ANNA),
            &Command::People(PeopleCommand::SetActive {
                person,
                active: true,
            }),
        )
    };
    assert_eq!(
        active(PersonId(99)),
        Err(Refusal::People(PeopleRefusal::NoSuchPerson))
    );
    assert_eq!(active(BEN), Err(Refusal::AlreadySo));
}

#[test]
fn ppl_1_a_name_and_a_mail_are_put_right_and_that_can_be_taken_back() {
    let mut bench = Bench::new();
    let edit = |name: &str, email: &str| {
        Command::People(PeopleCommand::Edit {
            person: BEN,
            name: name.into(),
            email: email.into(),
        })
    };
    let now = |bench: &Bench| {
        let ben = bench.state.person(BEN).expect("Ben");
        (ben.name.to_string(), ben.email.to_string())
    };
    let before = now(&bench);
    bench.must(Some(ANNA), edit(" Benoît ", "benoit@staff.example "));
    let after = ("Benoît".to_owned(), "benoit@staff.example".to_owned());
    assert_eq!(now(&bench), after);
    let again = bench.must(Some(ANNA), edit("Benoît", "benoit@staff.example"));
    assert_eq!(again.events, [], "it was so already");
    bench.must(Some(ANNA), Command::Undo);
    assert_eq!(now(&bench), before);
    bench.must(Some(ANNA), Command::Redo);
    assert_eq!(now(&bench), after);
    for (name, email, why) in [
        (" ".to_owned(), "", Refusal::TextMissing),
        ("x".repeat(201), "", Refusal::TooLong { most: 200 }),
        (
            "Ben".to_owned(),
            &*"x".repeat(321),
            Refusal::TooLong { most: 320 },
        ),
    ] {
        assert_eq!(bench.decide(Some(ANNA), &edit(&name, email)), Err(why));
    }
    let nobody = Command::People(PeopleCommand::Edit {
        person: PersonId(99),
        name: "x".into(),
        email: "".into(),
    });
    let refused = bench.decide(Some(ANNA), &nobody);
    assert_eq!(refused, Err(Refusal::People(PeopleRefusal::NoSuchPerson)));
}

#[test]
fn ppl_1_a_name_is_not_taken_back_over_a_later_one_nor_without_the_right() {
    let mut bench = Bench::new();
    let administrator = vec![Role::Administrator];
    let edit = |name: &str| {
        Command::People(PeopleCommand::Edit {
            person: CLEA,
            name: name.into(),
            email: "".into(),
        })
    };
    let roles = |roles: &[Role]| {
        Command::People(PeopleCommand::ChangeRoles {
            person: BEN,
            roles: roles.to_vec(),
        })
    };
    bench.must(Some(ANNA), roles(&administrator));
    bench.must(Some(BEN), edit("Cléa"));
    bench.must(Some(ANNA), roles(&[Role::Manager]));
    let refused = bench.decide(Some(BEN), &Command::Undo);
    assert_eq!(
        refused,
        Err(Refusal::NotPermitted(Permission::ManagePeople))
    );
    bench.must(Some(ANNA), roles(&administrator));
    bench.must(Some(ANNA), edit("Clara"));
    let refused = bench.decide(Some(BEN), &Command::Undo);
    assert_eq!(refused, Err(Refusal::NoSuchThing));
}

#[test]
fn ppl_1_everybody_keeps_preferences_of_their_own() {
    let mut bench = Bench::new();
    let to = Preferences {
        language: "fr".into(),
        ..Preferences::default()
    };
    bench.must(
        Some(FAY),
        Command::People(PeopleCommand::ChangePreferences(to.clone())),
    );
    assert_eq!(bench.state.person(FAY).expect("Fay").preferences, to);
    let again = bench.must(
        Some(FAY),
        Command::People(PeopleCommand::ChangePreferences(to)),
    );
    assert_eq!(again.events, [], "it was so already");
}

#[test]
fn ppl_3_the_record_keeps_both_names() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    let add = Command::People(PeopleCommand::Add(somebody("Cleo", &[Role::ClientContact])));
    bench.must(Some(ANNA), add);
    bench.on_behalf = Some(PersonId(7));
    bench.act(
        BEN,
        id,
        Act::Note("the client said yes on the phone".into()),
    );
    let (meta, _) = bench.records.last().expect("a record");
    assert_eq!((meta.actor, meta.on_behalf), (Some(BEN), Some(PersonId(7))));
}

#[test]
fn ppl_3_only_staff_act_for_others_and_only_for_people_there_are() {
    let mut bench = Bench::new();
    bench.any_request();
    let note = on(&[1], Act::Note("x".into()));
    let prefer = Command::People(PeopleCommand::ChangePreferences(Preferences {
        toured: true,
        ..Preferences::default()
    }));
    bench.on_behalf = Some(PersonId(99));
    assert_eq!(
        bench.decide(Some(BEN), &note),
        Err(Refusal::People(PeopleRefusal::NoSuchPerson))
    );
    bench.on_behalf = Some(FAY);
    assert!(bench.decide(Some(BEN), &note).is_ok());
    let refused = Err(Refusal::NotPermitted(Permission::WorkRequests));
    bench.on_behalf = Some(BEN);
    assert_eq!(bench.decide(Some(FAY), &prefer), refused);
    assert_eq!(
        bench.decide(None, &Command::Request(RequestCommand::WakeDue)),
        Err(Refusal::NobodyKnown)
    );
}

#[test]
fn ppl_3_acting_for_somebody_gives_no_rights() {
    let mut bench = Bench::new();
    bench.any_request();
    bench.on_behalf = Some(BEN);
    let refused = bench.decide(Some(EVE), &on(&[1], Act::Claim));
    assert_eq!(
        refused,
        Err(Refusal::NotPermitted(Permission::WorkRequests))
    );
}
