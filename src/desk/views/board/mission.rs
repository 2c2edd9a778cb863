//! A mission as one person sees it (BRD-8): its team, its sessions, its logistics, and whom they could add. Who has no
//! part in it gets nothing.

use crate::desk::views::beside::person_name;
use crate::domain::Millis;
use crate::domain::eyes::Eyes;
use crate::domain::ids::PersonId;
use crate::domain::lists::Lists;
use crate::domain::opportunity::mission::{Mission, Session, Task};
use crate::domain::opportunity::rules::eligibility::lacks;
use crate::domain::opportunity::rules::run::may_run;
use crate::domain::opportunity::{Opportunity, OpportunityStage};
use crate::domain::person::Permission;
use crate::domain::trade::MissionRole;
use crate::text::sanitise::clean_line;

/// One session of a mission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    /// When it begins.
    pub at: Millis,
    /// Where.
    pub place: String,
    /// Who holds it.
    pub by: Option<(PersonId, String)>,
    /// How many came.
    pub attended: Option<u32>,
}

/// A mission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissionPage {
    /// Who runs it.
    pub coordinator: (PersonId, String),
    /// Who helps, and as what.
    pub team: Vec<(PersonId, String, MissionRole)>,
    /// Whom the coordinator could add: eligible facilitators with published profiles.
    pub candidates: Vec<(PersonId, String)>,
    /// The sessions that are planned.
    pub sessions: Vec<SessionRow>,
    /// The same as they stand; who plans names them.
    pub planned: Vec<Session>,
    /// How many are ordered.
    pub ordered: u16,
    /// How many were held.
    pub held: usize,
    /// The logistics, each thing with whether it is done.
    pub tasks: Vec<(Task, bool)>,
    /// How it went.
    pub report: String,
    /// Whether who looks runs it, or is of the house.
    pub may_run: bool,
    /// What who looks does in it.
    pub my_role: Option<MissionRole>,
}

/// Returns the mission of an opportunity; `None` where it is none, or is run by others.
pub(super) fn mission(eyes: &Eyes<'_>, opportunity: &Opportunity) -> Option<MissionPage> {
    let mission = opportunity.mission.as_deref()?;
    let state = eyes.state;
    let my_role = mission.role(eyes.id());
    if !eyes.is_inside(opportunity) && !eyes.is_in_mission(opportunity) {
        return None;
    }
    let named = |id: PersonId| (id, person_name(state, id));
    let may_run = eyes.person.may(Permission::RunMissions)
        && (eyes.staff || may_run(state, eyes.person, opportunity));
    let running = matches!(opportunity.stage, OpportunityStage::Confirmed { .. });
    Some(MissionPage {
        coordinator: named(mission.coordinator),
        team: mission
            .team
            .iter()
            .map(|(id, role)| (*id, person_name(state, *id), *role))
            .collect(),
        candidates: if may_run && running {
            candidates(eyes, opportunity)
        } else {
            Vec::new()
        },
        sessions: mission
            .sessions
            .iter()
            .map(|session| SessionRow {
                at: session.at,
                place: clean_line(&session.place).into_owned(),
                by: session.by.map(named),
                attended: session.attended,
            })
            .collect(),
        planned: mission.sessions.clone(),
        ordered: opportunity.notice.sessions,
        held: mission.held(),
        tasks: tasks(state.lists(), mission),
        report: String::new(),
        may_run: may_run && running,
        my_role,
    })
}

/// Each thing of the logistics, and whether it is done; what was done and stands on no list any more is told last.
fn tasks(lists: &Lists, mission: &Mission) -> Vec<(Task, bool)> {
    let all = lists.choices(mission.done.iter().copied());
    let done = |task| (task, mission.done.contains(&task));
    all.into_iter().map(done).collect()
}

/// Whom the coordinator could add: published, not in it yet, at most a few hundred.
fn candidates(eyes: &Eyes<'_>, opportunity: &Opportunity) -> Vec<(PersonId, String)> {
    const MOST: usize = 500;
    let state = eyes.state;
    let mission = opportunity.mission.as_deref();
    let free = |id: PersonId| mission.is_none_or(|mission| mission.role(id).is_none());
    let fits = |id: PersonId| {
        let role = MissionRole::Facilitator;
        lacks(state, id, &opportunity.notice, role).is_empty()
    };
    state
        .profiled()
        .filter(|(_, profile)| profile.published)
        .filter(|(p, _)| p.active && free(p.id) && fits(p.id))
        .take(MOST)
        .map(|(p, _)| (p.id, person_name(state, p.id)))
        .collect()
}
