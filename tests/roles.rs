//! PPL-1: the table of role × command is what the rules decide. A command that is not in the table does
//! not compile.

#[path = "support/roles.rs"]
mod roles;

use entremise::domain::access::CodeDigest;
use entremise::domain::access::command::AccessCommand;
use entremise::domain::decision::{Decision, Facts};
use entremise::domain::house::command::HouseCommand;
use entremise::domain::house::refusal::HouseRefusal;
use entremise::domain::meta::Meta;
use entremise::domain::person::Role;
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::request::command::RequestCommand;
use entremise::domain::{Command, Millis, PersonId, Refusal, State, decide};
use roles::{Cast, TABLE, key, mail, may, samples, set_up, somebody, untried};

const ANNA: PersonId = PersonId(1);
const BEN: PersonId = PersonId(2);
const GUS: PersonId = PersonId(3);
const NOW: Millis = 1_773_133_200_000;

fn try_it(state: &State, actor: Option<PersonId>, command: &Command) -> Result<Decision, Refusal> {
    let facts = Facts {
        now: NOW,
        actor,
        ..Facts::default()
    };
    // What is sent back as a whole, by who has read all there is.
    let read = match command.is_whole() {
        true => command.clone().upon(state.seq()),
        false => command.clone(),
    };
    decide(state, &facts, &read)
}

fn must(state: &mut State, actor: Option<PersonId>, command: Command) {
    let decision =
        try_it(state, actor, &command).unwrap_or_else(|why| panic!("{command:?}: {why:?}"));
    let meta = Meta {
        seq: state.seq() + 1,
        at: NOW,
        actor,
        on_behalf: None,
        command: u128::from(state.seq()) + 1,
    };
    state.apply(&meta, &decision.events);
}

/// A house with Anna, Ben, and Gus in this role; Ben and Gus have a key each, Ben an invitation, and two
/// requests came in.
fn house_with(role: Role) -> (State, Cast) {
    let cast = Cast {
        me: GUS,
        other: BEN,
        my_key: key(1).fingerprint,
        other_key: key(2).fingerprint,
        digest: CodeDigest([1; 32]),
        now: NOW,
    };
    let mut state = State::default();
    must(&mut state, None, set_up());
    let anna = Some(ANNA);
    let add = |name, role| Command::People(PeopleCommand::Add(somebody(name, &[role])));
    must(&mut state, anna, add("Ben", Role::RelationOfficer));
    must(&mut state, anna, add("Gus", role));
    for (person, n) in [(GUS, 1), (BEN, 2)] {
        let key = key(n);
        must(
            &mut state,
            anna,
            Command::Access(AccessCommand::AddKey { person, key }),
        );
    }
    let invite = Command::Access(AccessCommand::Invite {
        person: BEN,
        digest: cast.digest,
        until: NOW + 3_600_000,
    });
    must(&mut state, anna, invite);
    for n in [1, 2] {
        must(
            &mut state,
            None,
            Command::Request(RequestCommand::Receive(Box::new(mail(n)))),
        );
    }
    (state, cast)
}

#[test]
fn ppl_1_the_table_of_role_and_command() {
    for role in Role::ALL {
        let (state, cast) = house_with(role);
        for command in samples(&cast) {
            let answer = try_it(&state, Some(GUS), &command);
            let refused = matches!(
                answer,
                Err(Refusal::NotPermitted(_) | Refusal::House(HouseRefusal::AlreadySetUp))
            );
            let wanted = may(role, &command, &cast);
            assert_eq!(!refused, wanted, "{role:?} {command:?}: {answer:?}");
        }
    }
}

#[test]
fn ppl_1_the_table_is_whole_and_every_line_is_tried() {
    let (_, cast) = house_with(Role::Manager);
    assert_eq!(untried(&cast), [""; 0]);
    for (line, letters) in TABLE {
        let possible = "RPBFSTMAXCD".chars();
        let right = letters
            .chars()
            .zip(possible)
            .all(|(l, p)| l == p || l == '-');
        assert!(right && letters.len() == 11, "{line}: {letters}");
    }
}

#[test]
fn ppl_1_roles_add_up_to_what_each_of_them_may() {
    let (mut state, cast) = house_with(Role::Mediator);
    let roles = vec![Role::Mediator, Role::PricingOfficer, Role::Administrator];
    let change = Command::People(PeopleCommand::ChangeRoles {
        person: GUS,
        roles: roles.clone(),
    });
    must(&mut state, Some(ANNA), change);
    for command in samples(&cast) {
        let answer = try_it(&state, Some(GUS), &command);
        let refused = matches!(
            answer,
            Err(Refusal::NotPermitted(_) | Refusal::House(HouseRefusal::AlreadySetUp))
        );
        let wanted = roles.iter().any(|role| may(*role, &command, &cast));
        assert_eq!(!refused, wanted, "{command:?}: {answer:?}");
    }
}

#[test]
fn ppl_1_the_house_itself_takes_in_mail_wakes_recounts_redeems_and_nothing_else() {
    let (state, cast) = house_with(Role::Manager);
    for command in samples(&cast) {
        let allowed = matches!(
            command,
            Command::Request(RequestCommand::Receive(_))
                | Command::Request(RequestCommand::WakeDue)
                | Command::House(HouseCommand::Recount)
                | Command::Access(AccessCommand::Redeem { .. })
        );
        let answer = try_it(&state, None, &command);
        assert_eq!(answer.is_ok(), allowed, "{command:?}: {answer:?}");
        let behalf = Facts {
            now: NOW,
            on_behalf: Some(BEN),
            ..Facts::default()
        };
        assert!(decide(&state, &behalf, &command).is_err(), "{command:?}");
    }
}

#[test]
fn ppl_1_who_may_no_longer_enter_may_do_nothing() {
    let (mut state, cast) = house_with(Role::Administrator);
    let out = Command::People(PeopleCommand::SetActive {
        person: GUS,
        active: false,
    });
    must(&mut state, Some(ANNA), out);
    for command in samples(&cast) {
        let answer = try_it(&state, Some(GUS), &command);
        let wanted = [
            Refusal::NobodyKnown,
            Refusal::House(HouseRefusal::AlreadySetUp),
        ];
        assert!(
            answer.as_ref().is_err_and(|why| wanted.contains(why)),
            "{command:?}: {answer:?}"
        );
    }
}

#[test]
fn ppl_1_nothing_is_possible_before_there_is_a_house() {
    let (_, cast) = house_with(Role::Manager);
    let others = samples(&cast)
        .into_iter()
        .filter(|command| !matches!(command, Command::House(HouseCommand::SetUp { .. })));
    for command in others {
        for who in [None, Some(ANNA)] {
            let answer = try_it(&State::default(), who, &command);
            assert_eq!(
                answer,
                Err(Refusal::House(HouseRefusal::NotSetUp)),
                "{command:?}"
            );
        }
    }
}
