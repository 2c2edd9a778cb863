//! The command that each key of a mission would send. Never of one that has not begun: there is nothing to name.

use super::{Named, asked, no, page_for};
use crate::desk::views::MissionPage;
use crate::domain::opportunity::mission::Session;
use crate::domain::opportunity::mission::refusal::MissionRefusal;
use crate::domain::opportunity::{BoardCommand, MissionCommand};
use crate::domain::person::Permission;
use crate::domain::trade::MissionRole;
use crate::domain::{OpportunityId, Refusal};
use crate::ui::frame::ListPane;
use crate::ui::frame::rules::{self, WORDS};
use crate::ui::kit::binding::{Ready, Reason};
use crate::ui::panes::board::BoardPane;

/// The mission of what is selected, for who may run missions.
fn mission_of(p: &BoardPane) -> Result<(OpportunityId, &MissionPage), Ready> {
    let page = page_for(p, Permission::RunMissions)?;
    let mission = page.mission.as_ref();
    let none = || {
        rules::refused(
            p.ctx(),
            Some(Refusal::Mission(MissionRefusal::NotAMission(page.row.id))),
        )
    };
    Ok((page.row.id, mission.ok_or_else(none)?))
}

/// Whether the rules let it be done in a mission.
fn in_mission(p: &BoardPane, named: Named) -> Ready {
    match asked(p, named) {
        Ready::No(Reason { id, args }) if id == "refusal-not-yours" => Ready::No(Reason {
            id: "board-why-not-coordinator".into(),
            args,
        }),
        ready => ready,
    }
}

/// Somebody of the team to be taken out, or somebody to be taken in.
pub(in crate::ui::panes::board) fn team(p: &BoardPane) -> Ready {
    let named = || {
        let (opportunity, mission) = mission_of(p)?;
        let out = mission.team.first().map(|(person, ..)| (*person, None));
        let first = mission.candidates.first();
        let taken_in = || first.map(|(person, _)| (*person, Some(MissionRole::Observer)));
        let coordinator = (mission.coordinator.0, None);
        let (person, role) = out.or_else(taken_in).unwrap_or(coordinator);
        Ok(BoardCommand::Mission(MissionCommand::Team {
            opportunity,
            person,
            role,
        }))
    };
    let ready = in_mission(p, named());
    rules::named(ready, "refusal-one-coordinator", "board-why-no-team")
}

pub(in crate::ui::panes::board) fn sessions(p: &BoardPane) -> Ready {
    let named = || {
        let (opportunity, _) = mission_of(p)?;
        let session = Session {
            at: rules::soon(p.ctx()),
            place: "".into(),
            by: None,
            attended: None,
        };
        Ok(BoardCommand::Mission(MissionCommand::AddSession {
            opportunity,
            session,
        }))
    };
    in_mission(p, named())
}

pub(in crate::ui::panes::board) fn logistics(p: &BoardPane) -> Ready {
    let named = || {
        let (opportunity, mission) = mission_of(p)?;
        let first = mission.tasks.first();
        let (task, done) = first.ok_or_else(|| no("board-why-loading"))?;
        Ok(BoardCommand::Mission(MissionCommand::Tick {
            opportunity,
            task: *task,
            done: !done,
        }))
    };
    in_mission(p, named())
}

/// The first session is the one that has begun when any has. Of none the rules still say who may count.
pub(in crate::ui::panes::board) fn attendance(p: &BoardPane) -> Ready {
    let named = || {
        let (opportunity, mission) = mission_of(p)?;
        let first = mission.planned.first();
        let (at, was) = first.map_or((0, None), |first| (first.at, first.attended));
        Ok(BoardCommand::Mission(MissionCommand::Attend {
            opportunity,
            session: 0,
            at,
            was,
            attended: u32::from(was == Some(0)),
        }))
    };
    let ready = in_mission(p, named());
    rules::named(ready, "refusal-no-such-thing", "board-why-no-sessions")
}

pub(in crate::ui::panes::board) fn deliver(p: &BoardPane) -> Ready {
    let named = || {
        let (opportunity, _) = mission_of(p)?;
        let note = WORDS.into();
        Ok(BoardCommand::Mission(MissionCommand::Deliver {
            opportunity,
            note,
        }))
    };
    in_mission(p, named())
}
