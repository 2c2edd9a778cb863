//! REQ-11, BRD-8: what can be taken back of the board: favourites and what is planned in a mission; and never
//! over what somebody did since.

use super::bench::*;
use crate::domain::command::{Act, Command};
use crate::domain::ids::{OpportunityId, PersonId};
use crate::domain::opportunity::mission::{Mission, Session, Task};
use crate::domain::opportunity::{BoardCommand, EndReason, MissionCommand};
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::{Permission, Role};
use crate::domain::refusal::Refusal;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::{Group, Source, Status};
use crate::domain::trade::MissionRole;
use crate::domain::undo::footing::Footing;
use crate::domain::undo::refusal::UndoRefusal;

/// Fay runs a mission with Gil in the team, one session yesterday and one to come.
fn running() -> Fair {
    let mut fair = Fair::open();
    fair.runs(FAY, INTRO);
    fair.must(FAY, team(GIL, Some(MissionRole::Facilitator)));
    let sessions = [(-24, Some(GIL)), (24, None)].map(|(hours, by)| Session {
        at: fair.later(hours),
        place: "".into(),
        by,
        attended: None,
    });
    fair.must(FAY, plan(&fair, &sessions));
    fair
}

fn team(person: PersonId, role: Option<MissionRole>) -> BoardCommand {
    BoardCommand::Mission(MissionCommand::Team {
        opportunity: INTRO,
        person,
        role,
    })
}

fn plan(fair: &Fair, sessions: &[Session]) -> BoardCommand {
    BoardCommand::Mission(MissionCommand::Plan {
        opportunity: INTRO,
        seen: fair.mission(INTRO).sessions.clone(),
        sessions: sessions.to_vec(),
    })
}

fn attend(fair: &Fair, session: u16, attended: u32) -> BoardCommand {
    BoardCommand::Mission(MissionCommand::Attend {
        opportunity: INTRO,
        session,
        at: fair.mission(INTRO).sessions[usize::from(session)].at,
        was: fair.mission(INTRO).sessions[usize::from(session)].attended,
        attended,
    })
}

fn tick(done: bool) -> BoardCommand {
    BoardCommand::Mission(MissionCommand::Tick {
        opportunity: INTRO,
        task: Task::ROOM,
        done,
    })
}

fn undo(fair: &mut Fair, who: PersonId) -> Result<(), Refusal> {
    fair.0.run(Some(who), Command::Undo).map(drop)
}

#[test]
fn req_11_a_favourite_and_what_is_planned_are_taken_back_and_stand_again() {
    let fair = running();
    let sessions = fair.mission(INTRO).sessions.clone();
    let commands = [
        BoardCommand::Favourite(SUB, true),
        tick(true),
        team(HEL, Some(MissionRole::Observer)),
        team(GIL, None),
        team(GIL, Some(MissionRole::Observer)),
        plan(&fair, &sessions[..1]),
        attend(&fair, 0, 12),
    ];
    for command in commands {
        let mut fair = fair.clone();
        let seen = |fair: &Fair| -> (Mission, bool) {
            let favourite = fair.state.board().is_favourite(FAY, SUB);
            let mut mission = fair.mission(INTRO).clone();
            mission.team.sort_unstable();
            (mission, favourite)
        };
        let before = seen(&fair);
        fair.must(FAY, command.clone());
        let after = seen(&fair);
        for _ in 0..2 {
            undo(&mut fair, FAY).expect("an undo");
            assert_eq!(seen(&fair), before, "{command:?}");
            fair.0.must(Some(FAY), Command::Redo);
            assert_eq!(seen(&fair), after, "{command:?}");
        }
        replays(&fair);
    }
}

#[test]
fn req_11_what_others_were_told_of_is_not_taken_back() {
    let mut fair = Fair::open();
    let stack = |fair: &Fair, who| fair.state.stacks(who).and_then(|s| s.next_undo());
    let before = [BEN, FAY, PAUL, TOM].map(|who| stack(&fair, who));
    let proposal = fair.submits(FAY, INTRO);
    fair.must(PAUL, fair.selecting(proposal));
    fair.must(FAY, fair.confirming(INTRO));
    fair.must(
        BEN,
        BoardCommand::End {
            opportunity: SUB,
            why: EndReason::MISTAKE,
            refund: true,
        },
    );
    assert_eq!([BEN, FAY, PAUL, TOM].map(|who| stack(&fair, who)), before);
}

#[test]
fn req_11_nothing_is_taken_back_over_what_somebody_did_since() {
    let mut fair = running();
    fair.must(FAY, tick(true));
    fair.must(BEN, tick(false));
    assert_eq!(
        undo(&mut fair, FAY),
        Err(Refusal::Undo(UndoRefusal::Overtaken))
    );
    let mut fair = running();
    fair.must(FAY, tick(true));
    let note = "done".into();
    fair.must(
        BEN,
        BoardCommand::Mission(MissionCommand::Deliver {
            opportunity: INTRO,
            note,
        }),
    );
    let delivered = Refusal::Undo(UndoRefusal::StoodOn(Footing::Delivery(INTRO)));
    assert_eq!(undo(&mut fair, FAY), Err(delivered));
}

#[test]
fn brd_8_who_holds_a_session_stays_in_the_team_whatever_is_taken_back() {
    // Hel joins, is given a session, and her joining is taken back.
    let mut fair = running();
    fair.must(BEN, team(HEL, Some(MissionRole::Facilitator)));
    let mut sessions = fair.mission(INTRO).sessions.clone();
    sessions[1].by = Some(HEL);
    fair.must(FAY, plan(&fair, &sessions));
    let session = |at| {
        Err(Refusal::Undo(UndoRefusal::StoodOn(Footing::Session(
            INTRO, at,
        ))))
    };
    assert_eq!(undo(&mut fair, BEN), session(sessions[1].at));
    // A session is taken from Gil, Gil leaves, and the taking is taken back.
    let mut fair = running();
    let mut sessions = fair.mission(INTRO).sessions.clone();
    sessions[0].by = None;
    fair.must(BEN, plan(&fair, &sessions));
    fair.must(FAY, team(GIL, None));
    assert_eq!(undo(&mut fair, BEN), session(sessions[0].at));
    // Gil only learns by now, and the same is tried.
    let mut fair = running();
    fair.must(BEN, plan(&fair, &sessions));
    fair.must(FAY, team(GIL, Some(MissionRole::Observer)));
    assert_eq!(undo(&mut fair, BEN), session(sessions[0].at));
}

#[test]
fn brd_8_taking_attendance_back_means_the_session_it_was_said_of() {
    let mut fair = running();
    fair.must(BEN, attend(&fair, 0, 12));
    let mut sessions = fair.mission(INTRO).sessions.clone();
    let earlier = Session {
        at: fair.later(-48),
        place: "".into(),
        by: None,
        attended: None,
    };
    sessions.insert(0, earlier);
    fair.must(FAY, plan(&fair, &sessions));
    fair.must(FAY, attend(&fair, 0, 12));
    assert_eq!(
        undo(&mut fair, BEN),
        Err(Refusal::Undo(UndoRefusal::Overtaken))
    );
    assert_eq!(fair.mission(INTRO).held(), 2);
}

#[test]
fn brd_8_a_mission_that_is_not_theirs_any_more_is_not_changed_by_undoing() {
    let mut fair = running();
    fair.must(BEN, tick(true));
    let change = Command::People(PeopleCommand::ChangeRoles {
        person: BEN,
        roles: vec![Role::Facilitator],
    });
    fair.0.must(Some(ANNA), change);
    let refused = Refusal::NotPermitted(Permission::RunMissions);
    assert_eq!(undo(&mut fair, BEN), Err(refused));
    // The coordinator's own is hers to take back.
    fair.must(FAY, tick(false));
    undo(&mut fair, FAY).expect("her own");
}

#[test]
fn req_11_a_request_that_stands_on_the_board_is_not_taken_back() {
    let mut fair = Fair::new();
    let mut form = mail(9_000, "ann@new.example", "N / x", "We are 9.");
    form.source = Source::Form;
    let key = form.key;
    fair.0.must(
        Some(BEN),
        Command::Request(RequestCommand::Receive(Box::new(form))),
    );
    let id = fair.state.request_of_message(key).expect("a request");
    fair.act(BEN, id, Act::SetGroup(Some(Group::ClientIntroduction)));
    fair.must(ANNA, fair.posting(id));
    let posted = Refusal::Undo(UndoRefusal::StoodOn(Footing::Posting(OpportunityId(1))));
    assert_eq!(undo(&mut fair, BEN), Err(posted.clone()), "the group");
    fair.act(ANNA, id, Act::Tag("x".into(), true));
    assert_eq!(undo(&mut fair, BEN), Err(posted));
    assert_eq!(fair.get(id).status, Status::Open);
}
