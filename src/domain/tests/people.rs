//! PPL-1: roles give permissions, permissions gate commands. PPL-3: acting on somebody's behalf.

use super::bench::*;
use crate::domain::Command;
use crate::domain::command::{Act, Part};
use crate::domain::ids::{OrganisationId, PersonId, RequestId, ViewId};
use crate::domain::organisation::Profile;
use crate::domain::person::{Permission, Preferences, Role};
use crate::domain::refusal::Refusal;

/// The columns of the table below.
const ROLES: [Role; 10] = Role::ALL;

/// The roles that may do this, one letter each in the order of [`Role::ALL`]: relation, pricing and
/// back office, follow-up, mediator, treasurer, manager, administrator; facilitator, client contact.
/// A new command does not compile until somebody has thought about who may do it.
fn who_may(command: &Command) -> &'static str {
    match command {
        Command::SetUpHouse { .. } => "----------",
        Command::ChangeHouse(_) => "-------A--",
        Command::ChangeRouting(_) => "------MA--",
        Command::AddPerson(_) => "-------A--",
        Command::ChangeRoles { .. } => "-------A--",
        Command::SetActive { .. } => "-------A--",
        Command::ChangePreferences(_) => "RPBFSTMAXC",
        Command::AddOrganisation { .. } | Command::ChangeOrganisation { .. } => "RPBF--M---",
        Command::Receive(_) => "R-BF--MA--",
        Command::On { .. } => "RPBF--M---",
        Command::Merge { .. } => "RPBF--M---",
        Command::Split { .. } => "RPBF--M---",
        Command::SaveView { shared: false, .. } => "RPBFSTMA--",
        Command::SaveView { shared: true, .. } => "------MA--",
        Command::RemoveView(_) => "RPBFSTMA--",
        Command::WakeDue => "RPBF--M---",
        Command::Undo | Command::Redo => "RPBFSTMA--",
    }
}

fn samples() -> Vec<Command> {
    let part = || Part {
        subject: "A / bc".into(),
        body: "text".into(),
    };
    let profile = || {
        Box::new(Profile {
            name: "Client".into(),
            ..Profile::default()
        })
    };
    vec![
        set_up(),
        Command::ChangeHouse(Box::new(house())),
        Command::ChangeRouting(Box::new(matrix())),
        Command::AddPerson(somebody("New", &[Role::Manager])),
        Command::ChangeRoles {
            person: BEN,
            roles: vec![Role::Mediator],
        },
        Command::SetActive {
            person: BEN,
            active: false,
        },
        Command::ChangePreferences(Preferences {
            toured: true,
            ..Preferences::default()
        }),
        Command::AddOrganisation {
            profile: profile(),
            relation_until: None,
        },
        Command::ChangeOrganisation {
            organisation: OrganisationId(1),
            profile: profile(),
        },
        Command::Receive(Box::new(mail(70, "a@b.example", "A / b", "text"))),
        on(&[1], Act::Claim),
        Command::Merge {
            from: vec![RequestId(2)],
            into: RequestId(1),
        },
        Command::Split {
            request: RequestId(1),
            parts: vec![part(), part()],
        },
        Command::SaveView {
            name: "v".into(),
            query: "x".into(),
            shared: false,
        },
        Command::SaveView {
            name: "v".into(),
            query: "x".into(),
            shared: true,
        },
        Command::RemoveView(ViewId(1)),
        Command::WakeDue,
        Command::Undo,
        Command::Redo,
    ]
}

#[test]
fn ppl_1_the_table_of_role_and_command() {
    for (n, role) in ROLES.into_iter().enumerate() {
        let mut bench = Bench::new();
        bench.any_request();
        bench.any_request();
        bench.must(Some(ANNA), Command::AddPerson(somebody("Gus", &[role])));
        let gus = Some(PersonId(7));
        for command in samples() {
            let answer = bench.decide(gus, &command);
            let allowed = !matches!(
                answer,
                Err(Refusal::NotPermitted(_) | Refusal::AlreadySetUp)
            );
            let wanted = who_may(&command).as_bytes()[n] != b'-';
            assert_eq!(allowed, wanted, "{role:?} {command:?}: {answer:?}");
        }
    }
}

#[test]
fn ppl_1_every_permission_is_given_to_somebody_and_every_role_has_a_name() {
    for permission in Permission::ALL {
        assert!(
            ROLES.iter().any(|role| role.permits(permission)),
            "{permission:?}"
        );
    }
    for role in ROLES {
        assert_eq!(Role::parse(role.key()), Some(role));
        let outside = matches!(role, Role::Facilitator | Role::ClientContact);
        assert_eq!(role.is_staff(), !outside);
        let any = Permission::ALL
            .iter()
            .any(|permission| role.permits(*permission));
        assert_eq!(any, !outside, "who is outside may do nothing in the inbox");
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
    bench.must(Some(ANNA), Command::ChangeRoles { person: EVE, roles });
    let eve = bench.state.person(EVE).expect("Eve");
    assert_eq!(
        eve.roles,
        [Role::PricingOfficer, Role::Mediator],
        "in order, each once"
    );
    assert!(bench.decide(Some(EVE), &claim).is_ok());
    bench.must(
        Some(ANNA),
        Command::SetActive {
            person: EVE,
            active: false,
        },
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
fn ppl_1_the_house_itself_takes_in_mail_and_wakes_and_nothing_else() {
    let mut bench = Bench::new();
    bench.any_request();
    for command in samples() {
        let allowed = matches!(command, Command::Receive(_) | Command::WakeDue);
        let answer = bench.decide(None, &command);
        assert_eq!(answer.is_ok(), allowed, "{command:?}: {answer:?}");
    }
}

#[test]
fn ppl_1_nothing_is_possible_before_there_is_a_house() {
    let bench = Bench::empty();
    for command in samples().into_iter().skip(1) {
        assert_eq!(
            bench.decide(None, &command),
            Err(Refusal::NotSetUp),
            "{command:?}"
        );
        assert_eq!(
            bench.decide(Some(ANNA), &command),
            Err(Refusal::NotSetUp),
            "{command:?}"
        );
    }
}

#[test]
fn ppl_1_the_first_person_of_a_house_can_let_others_in() {
    let first = |roles: &[Role]| {
        let Command::SetUpHouse { house, routing, .. } = set_up() else {
            unreachable!()
        };
        let command = Command::SetUpHouse {
            house,
            routing,
            first: somebody("Anna", roles),
        };
        Bench::empty()
            .decide(None, &command)
            .map(|decision| decision.events.len())
    };
    assert_eq!(first(&[Role::Administrator]), Ok(3));
    assert_eq!(first(&[Role::Manager]), Err(Refusal::LastAdministrator));
    assert_eq!(first(&[]), Err(Refusal::RoleMissing));
}

#[test]
fn ppl_1_the_last_administrator_stays() {
    let mut bench = Bench::new();
    let demote = Command::ChangeRoles {
        person: ANNA,
        roles: vec![Role::Manager],
    };
    let leave = Command::SetActive {
        person: ANNA,
        active: false,
    };
    assert_eq!(
        bench.decide(Some(ANNA), &demote),
        Err(Refusal::LastAdministrator)
    );
    assert_eq!(
        bench.decide(Some(ANNA), &leave),
        Err(Refusal::LastAdministrator)
    );
    bench.must(
        Some(ANNA),
        Command::AddPerson(somebody("Gus", &[Role::Administrator])),
    );
    bench.must(
        Some(ANNA),
        Command::SetActive {
            person: PersonId(7),
            active: false,
        },
    );
    assert_eq!(
        bench.decide(Some(ANNA), &leave),
        Err(Refusal::LastAdministrator),
        "Gus is not in"
    );
    bench.must(
        Some(ANNA),
        Command::SetActive {
            person: PersonId(7),
            active: true,
        },
    );
    bench.must(Some(ANNA), leave);
    assert_eq!(bench.decide(Some(ANNA), &demote), Err(Refusal::NobodyKnown));
}

#[test]
fn ppl_1_people_need_names_and_roles() {
    let bench = Bench::new();
    let add = |name: &str, roles: &[Role]| {
        bench
            .decide(Some(ANNA), &Command::AddPerson(somebody(name, roles)))
            .expect_err("refused")
    };
    assert_eq!(add(" ", &[Role::Manager]), Refusal::TextMissing);
    assert_eq!(add("Gus", &[]), Refusal::RoleMissing);
    assert_eq!(
        add(&"x".repeat(201), &[Role::Manager]),
        Refusal::TooLong { most: 200 }
    );
    let roles = |person, roles: Vec<Role>| {
        bench
            .decide(Some(ANNA), &Command::ChangeRoles { person, roles })
            .expect_err("refused")
    };
    assert_eq!(
        roles(PersonId(99), vec![Role::Manager]),
        Refusal::NoSuchPerson
    );
    assert_eq!(roles(BEN, vec![]), Refusal::RoleMissing);
    let active = |person| {
        bench.decide(
            Some(ANNA),
            &Command::SetActive {
                person,
                active: true,
            },
        )
    };
    assert_eq!(active(PersonId(99)), Err(Refusal::NoSuchPerson));
    assert_eq!(active(BEN), Err(Refusal::AlreadySo));
}

#[test]
fn ppl_1_everybody_keeps_preferences_of_their_own() {
    let mut bench = Bench::new();
    let to = Preferences {
        language: "fr".into(),
        ..Preferences::default()
    };
    bench.must(Some(FAY), Command::ChangePreferences(to.clone()));
    assert_eq!(bench.state.person(FAY).expect("Fay").preferences, to);
    let again = bench.must(Some(FAY), Command::ChangePreferences(to));
    assert_eq!(again.events, [], "it was so already");
}

#[test]
fn ppl_3_the_record_keeps_both_names() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    let add = Command::AddPerson(somebody("Cleo", &[Role::ClientContact]));
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
    let prefer = Command::ChangePreferences(Preferences {
        toured: true,
        ..Preferences::default()
    });
    bench.on_behalf = Some(PersonId(99));
    assert_eq!(bench.decide(Some(BEN), &note), Err(Refusal::NoSuchPerson));
    bench.on_behalf = Some(FAY);
    assert!(bench.decide(Some(BEN), &note).is_ok());
    let refused = Err(Refusal::NotPermitted(Permission::WorkRequests));
    bench.on_behalf = Some(BEN);
    assert_eq!(bench.decide(Some(FAY), &prefer), refused);
    assert_eq!(
        bench.decide(None, &Command::WakeDue),
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
