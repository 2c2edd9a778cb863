//! BRD-8, REQ-7: the coordinator builds a team, plans sessions, runs the logistics, records attendance,
//! delivers.

use super::bench::*;
use crate::domain::Millis;
use crate::domain::command::Command;
use crate::domain::facilitator::FacilitatorProfile;
use crate::domain::house::Language;
use crate::domain::ids::{OpportunityId, PersonId, RequestId};
use crate::domain::opportunity::lack::Lack;
use crate::domain::opportunity::mission::refusal::MissionRefusal;
use crate::domain::opportunity::mission::{Mission, Session, Task};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{BoardCommand, EndReason, MissionCommand};
use crate::domain::person::Role;
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::refusal::PeopleRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::request::Group;
use crate::domain::request::group::GroupReason;
use crate::domain::request::rules::group;
use crate::domain::trade::Belt;
use crate::domain::trade::{Audience, MissionRole, Work};

/// Fay runs the introduced opportunity.
fn running() -> Fair {
    let mut fair = Fair::open();
    fair.runs(FAY, INTRO);
    fair
}

fn team(person: PersonId, role: Option<MissionRole>) -> BoardCommand {
    BoardCommand::Mission(MissionCommand::Team {
        opportunity: INTRO,
        person,
        role,
    })
}

const HOLDS: Option<MissionRole> = Some(MissionRole::Facilitator);
const LEARNS: Option<MissionRole> = Some(MissionRole::Observer);

fn session(at: Millis, by: Option<PersonId>) -> Session {
    Session {
        at,
        place: "Room 4".into(),
        by,
        attended: None,
    }
}

fn plan(fair: &Fair, sessions: &[Session]) -> BoardCommand {
    BoardCommand::Mission(MissionCommand::Plan {
        opportunity: INTRO,
        seen: fair.mission(INTRO).sessions.clone(),
        sessions: sessions.to_vec(),
    })
}

fn attend(fair: &Fair, session: u16, attended: u32) -> BoardCommand {
    let planned = fair.mission(INTRO).sessions.get(usize::from(session));
    BoardCommand::Mission(MissionCommand::Attend {
        opportunity: INTRO,
        session,
        at: planned.map_or(0, |s| s.at),
        was: planned.and_then(|s| s.attended),
        attended,
    })
}

fn tick(task: Task, done: bool) -> BoardCommand {
    BoardCommand::Mission(MissionCommand::Tick {
        opportunity: INTRO,
        task,
        done,
    })
}

fn deliver(opportunity: OpportunityId, note: &str) -> BoardCommand {
    BoardCommand::Mission(MissionCommand::Deliver {
        opportunity,
        note: note.into(),
    })
}

fn roles(fair: &mut Fair, person: PersonId, roles: &[Role]) {
    let roles = roles.to_vec();
    fair.0.must(
        Some(ANNA),
        Command::People(PeopleCommand::ChangeRoles { person, roles }),
    );
}

#[test]
fn brd_8_a_mission_is_its_coordinators_and_the_houses() {
    let mut fair = running();
    let all = |fair: &Fair| {
        [
            team(GIL, LEARNS),
            plan(fair, &[session(fair.later(1), None)]),
            tick(Task::ROOM, true),
            deliver(INTRO, "done"),
        ]
    };
    for command in all(&fair) {
        for who in [FAY, BEN, DAN] {
            assert!(
                fair.tries(who, command.clone()).is_ok(),
                "{who} {command:?}"
            );
        }
        let strange = Refusal::Board(BoardRefusal::NoSuchOpportunity(INTRO));
        assert_eq!(fair.no(HEL, command), strange);
    }
    fair.must(FAY, team(GIL, HOLDS));
    let owner = "Fay".into();
    assert_eq!(
        fair.no(GIL, tick(Task::ROOM, true)),
        Refusal::NotYours { owner }
    );
    let not_yet = Refusal::Mission(MissionRefusal::NotAMission(SUB));
    assert_eq!(fair.no(BEN, deliver(SUB, "x")), not_yet);
    // Another part in the house is no right to others' missions, though she sees them.
    roles(&mut fair, HEL, &[Role::Facilitator, Role::Treasurer]);
    let owner = "Fay".into();
    let others = Refusal::NotYours { owner };
    assert_eq!(fair.no(HEL, tick(Task::ROOM, true)), others);
}

#[test]
fn brd_8_the_coordinator_builds_a_team_of_who_is_eligible_for_their_part() {
    let mut fair = running();
    let orange = FacilitatorProfile {
        belts: vec![(Work::WORKSHOP, Belt::ORANGE)],
        ..able(&[Language::EN])
    };
    let yellow = FacilitatorProfile {
        belts: vec![(Work::WORKSHOP, Belt::YELLOW)],
        ..able(&[Language::EN])
    };
    fair.profiled(GIL, orange);
    fair.profiled(HEL, yellow);
    fair.must(FAY, team(GIL, HOLDS));
    let lack = Lack::Level {
        work: Work::WORKSHOP,
        audience: Audience::COMPANY,
        role: MissionRole::Facilitator,
        needs: Belt::ORANGE,
        has: Some(Belt::YELLOW),
    };
    assert_eq!(
        fair.no(FAY, team(HEL, HOLDS)),
        Refusal::Board(BoardRefusal::NotEligible(vec![lack]))
    );
    fair.must(FAY, team(HEL, LEARNS));
    let team_of = |fair: &Fair| fair.mission(INTRO).team.clone();
    assert_eq!(
        team_of(&fair),
        [
            (GIL, MissionRole::Facilitator),
            (HEL, MissionRole::Observer)
        ]
    );
    let board = fair.state.board();
    assert_eq!(board.missions_of(GIL).collect::<Vec<_>>(), [INTRO]);
    for (command, refusal) in [
        (team(GIL, HOLDS), Refusal::AlreadySo),
        (
            team(FAY, LEARNS),
            Refusal::Mission(MissionRefusal::OneCoordinator),
        ),
        (
            team(FAY, None),
            Refusal::Mission(MissionRefusal::OneCoordinator),
        ),
        (
            team(GIL, Some(MissionRole::Coordinator)),
            Refusal::Mission(MissionRefusal::OneCoordinator),
        ),
        (
            team(BEN, LEARNS),
            Refusal::People(PeopleRefusal::NoSuchPerson),
        ),
        (
            team(PersonId(99), LEARNS),
            Refusal::People(PeopleRefusal::NoSuchPerson),
        ),
        (team(PersonId(99), None), Refusal::AlreadySo),
    ] {
        assert_eq!(fair.no(FAY, command), refusal);
    }
    fair.must(FAY, team(GIL, None));
    assert_eq!(fair.state.board().missions_of(GIL).count(), 0);
    replays(&fair);
}

#[test]
fn brd_8_who_is_no_facilitator_any_more_can_leave_a_team_and_not_join_one() {
    let mut fair = running();
    fair.must(FAY, team(GIL, HOLDS));
    roles(&mut fair, GIL, &[Role::Mediator]);
    fair.must(FAY, team(GIL, None));
    let person = HEL;
    let active = false;
    fair.0.must(
        Some(ANNA),
        Command::People(PeopleCommand::SetActive { person, active }),
    );
    assert_eq!(
        fair.no(FAY, team(HEL, LEARNS)),
        Refusal::People(PeopleRefusal::NoSuchPerson)
    );
}

#[test]
fn brd_8_sessions_are_planned_against_those_ordered() {
    let mut fair = running();
    fair.must(FAY, team(GIL, HOLDS));
    fair.must(FAY, team(HEL, LEARNS));
    let (one, two) = (fair.later(48), fair.later(24));
    fair.must(
        FAY,
        plan(&fair, &[session(one, Some(GIL)), session(two, Some(FAY))]),
    );
    let planned: Vec<Millis> = fair.mission(INTRO).sessions.iter().map(|s| s.at).collect();
    assert_eq!(planned, [two, one], "in the order of their times");
    let ordered = usize::from(fair.the(INTRO).notice.sessions);
    assert_eq!((planned.len(), ordered), (2, 2));
    let again = fair.mission(INTRO).sessions.clone();
    for (sessions, refusal) in [
        (again, Refusal::AlreadySo),
        (
            vec![session(one, Some(BEN))],
            Refusal::Mission(MissionRefusal::NotInTeam),
        ),
        (
            vec![session(one, Some(HEL))],
            Refusal::Mission(MissionRefusal::NotInTeam),
        ),
        (
            vec![session(one, None); 501],
            Refusal::TooLong { most: 500 },
        ),
        (
            vec![Session {
                place: "x".repeat(301).into(),
                ..session(one, None)
            }],
            Refusal::TooLong { most: 300 },
        ),
        (
            vec![
                Session {
                    place: "\u{1f33b}".repeat(300).into(),
                    ..session(one, None)
                };
                500
            ],
            Refusal::TooLong {
                most: Mission::PLACES_MOST,
            },
        ),
        (
            vec![session(Millis::MAX, None)],
            Refusal::TooFarAhead { days: 3_660 },
        ),
    ] {
        assert_eq!(fair.no(FAY, plan(&fair, &sessions)), refusal);
    }
    fair.must(FAY, plan(&fair, &[]));
    assert!(fair.mission(INTRO).sessions.is_empty());
}

#[test]
fn brd_8_a_session_that_was_held_stays_as_it_was() {
    let mut fair = running();
    fair.must(FAY, team(GIL, HOLDS));
    let (one, two) = (fair.later(1), fair.later(50));
    fair.must(
        FAY,
        plan(&fair, &[session(one, Some(GIL)), session(two, Some(GIL))]),
    );
    let early = Refusal::Mission(MissionRefusal::NotYet { at: one });
    assert_eq!(fair.no(FAY, attend(&fair, 0, 12)), early);
    fair.now = one;
    fair.must(FAY, attend(&fair, 0, 12));
    assert_eq!(fair.mission(INTRO).held(), 1);
    assert_eq!(fair.no(FAY, attend(&fair, 0, 12)), Refusal::AlreadySo);
    assert_eq!(
        fair.no(FAY, attend(&fair, 1, 12)),
        Refusal::Mission(MissionRefusal::NotYet { at: two })
    );
    assert_eq!(fair.no(FAY, attend(&fair, 2, 12)), Refusal::NoSuchThing);
    let most = Refusal::TooLong { most: 1_000_000 };
    assert_eq!(fair.no(FAY, attend(&fair, 0, 1_000_001)), most);
    let held = fair.mission(INTRO).sessions[0].clone();
    let moved = Session {
        at: one + 1,
        ..held.clone()
    };
    let made_up = Session {
        attended: Some(99),
        ..session(two, None)
    };
    for sessions in [
        vec![],
        vec![moved],
        vec![held.clone(), made_up],
        vec![held.clone(), held.clone()],
    ] {
        assert_eq!(
            fair.no(FAY, plan(&fair, &sessions)),
            Refusal::Mission(MissionRefusal::SessionHeld)
        );
    }
    // Who held it may leave; planning goes on, and what is to come is nobody's.
    fair.must(FAY, team(GIL, None));
    let sessions = fair.mission(INTRO).sessions.clone();
    assert_eq!(sessions[0], held);
    assert_eq!(sessions[1].by, None);
    fair.must(FAY, plan(&fair, &[held, session(two, Some(FAY))]));
    replays(&fair);
}

#[test]
fn brd_8_who_only_learns_from_now_on_holds_no_session_to_come() {
    let mut fair = running();
    fair.must(FAY, team(GIL, HOLDS));
    fair.must(FAY, plan(&fair, &[session(fair.later(5), Some(GIL))]));
    fair.must(FAY, team(GIL, LEARNS));
    assert_eq!(fair.mission(INTRO).sessions[0].by, None);
    assert_eq!(fair.mission(INTRO).role(GIL), LEARNS);
}

#[test]
fn brd_8_the_logistics_are_ticked_and_unticked() {
    let mut fair = running();
    assert_eq!(fair.no(FAY, tick(Task::ROOM, false)), Refusal::AlreadySo);
    for task in [Task::TRAVEL, Task::DISCUSSION, Task::CLIENT] {
        fair.must(FAY, tick(task, true));
    }
    assert_eq!(fair.no(BEN, tick(Task::TRAVEL, true)), Refusal::AlreadySo);
    let done = fair.mission(INTRO).done.clone();
    assert_eq!(done, [Task::CLIENT, Task::DISCUSSION, Task::TRAVEL]);
    fair.must(FAY, tick(Task::DISCUSSION, false));
    assert_eq!(fair.mission(INTRO).done, [Task::CLIENT, Task::TRAVEL]);
}

#[test]
fn brd_8_fewer_sessions_than_ordered_need_a_word() {
    let mut fair = running();
    let missing = |held| Refusal::Mission(MissionRefusal::SessionsMissing { held, ordered: 2 });
    assert_eq!(fair.no(FAY, deliver(INTRO, " ")), missing(0));
    let (one, two) = (fair.later(1), fair.later(2));
    fair.must(FAY, plan(&fair, &[session(one, None), session(two, None)]));
    fair.now = two;
    fair.must(FAY, attend(&fair, 1, 7));
    assert_eq!(fair.no(FAY, deliver(INTRO, "")), missing(1));
    assert!(
        fair.tries(FAY, deliver(INTRO, "one group fell ill"))
            .is_ok()
    );
    let long = deliver(INTRO, &"x".repeat(20_001));
    assert_eq!(fair.no(FAY, long), Refusal::TooLong { most: 20_000 });
    fair.must(FAY, attend(&fair, 0, 0));
    fair.must(FAY, deliver(INTRO, ""));
    assert_eq!(fair.shown(INTRO), "delivered confirmed");
    let over = Refusal::Board(BoardRefusal::NotPending(INTRO));
    for command in [
        deliver(INTRO, "x"),
        tick(Task::ROOM, true),
        attend(&fair, 0, 3),
        plan(&fair, &[]),
        team(GIL, LEARNS),
        BoardCommand::End {
            opportunity: INTRO,
            why: EndReason::MISTAKE,
            refund: false,
        },
    ] {
        assert_eq!(fair.no(BEN, command), over);
    }
    replays(&fair);
}

#[test]
fn req_7_a_subcontracted_mission_that_is_delivered_starts_the_relation_clock() {
    let mut fair = Fair::open();
    fair.runs(FAY, SUB);
    let organisation = fair.the(SUB).organisation;
    fair.must(FAY, deliver(SUB, "all went well"));
    let until = fair
        .state
        .organisation(organisation)
        .expect("one")
        .relation_until;
    assert_eq!(shown(until), "2027-03-10 23:59");
    let reason = group::propose_for(&fair.state, organisation, (fair.now, RequestId(u32::MAX)));
    assert_eq!(reason.group(), Some(Group::Subcontracting));
    assert!(matches!(reason, GroupReason::Relation(_)));
    // An introduced client is the coordinator's.
    let mut fair = running();
    let organisation = fair.the(INTRO).organisation;
    fair.must(FAY, deliver(INTRO, "all went well"));
    let until = fair
        .state
        .organisation(organisation)
        .expect("one")
        .relation_until;
    assert_eq!(until, None);
}

#[test]
fn req_7_a_longer_relation_is_not_cut_short() {
    let mut fair = Fair::open();
    fair.runs(FAY, SUB);
    let organisation = fair.the(SUB).organisation;
    let until = |fair: &Fair| {
        fair.state
            .organisation(organisation)
            .expect("one")
            .relation_until
    };
    let mut first = fair.clone();
    first.now = fair.later(24 * 200);
    first.must(FAY, deliver(SUB, "x"));
    let longer = until(&first);
    let again = first.accepted_and_posted(SUBCONTRACTED);
    first.now = fair.now;
    first.runs(GIL, again);
    first.must(GIL, deliver(again, "x"));
    assert_eq!(until(&first), longer);
}
