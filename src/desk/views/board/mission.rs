//! A mission as one person sees it (BRD-8): its team, its sessions, its logistics, who stands for the client, and who takes
//! over. Who has no part in it gets nothing; who coordinated it before sees what was theirs, whom it is offered to what
//! they have to know.

use super::hand::{Charge, HandoverPage, Introduction, handover, in_charge, introduction};
use crate::desk::views::beside::person_name;
use crate::desk::views::firm::called;
use crate::domain::Millis;
use crate::domain::eyes::Eyes;
use crate::domain::ids::{FirmId, PersonId};
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
    /// Who runs it, or did until it waits for another.
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
    /// Whether who looks may read how it went.
    pub reads_report: bool,
    /// Whether who looks runs it, or is of the house.
    pub may_run: bool,
    /// What who looks does in it.
    pub my_role: Option<MissionRole>,
    /// The client's people in charge.
    pub charge: Charge,
    /// Whom it goes to, while it waits for another coordinator.
    pub handover: Option<HandoverPage>,
    /// Who coordinated it before, and until when.
    pub former: Vec<(String, Millis)>,
    /// The firm it belongs to, for one of its people who acts for another now (PPL-7).
    pub of_firm: Option<(FirmId, String)>,
    /// Until when who looks coordinated it, if they do no more.
    pub was_mine: Option<Millis>,
    /// What introduces coordinator and client to each other, for who knows both.
    pub introduction: Option<Introduction>,
}

/// Who looks at a mission.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Looks {
    /// The house, the client, its people in charge, the team.
    Whole,
    /// Who coordinated it until then.
    Former(Millis, crate::domain::Seq),
    /// Whom it is offered to.
    Offered,
}

fn looks(eyes: &Eyes<'_>, opportunity: &Opportunity) -> Option<Looks> {
    let whole = eyes.is_inside(opportunity) || eyes.is_in_charge(opportunity);
    if whole || eyes.is_in_mission(opportunity) {
        return Some(Looks::Whole);
    }
    if eyes.is_offered(opportunity) {
        return Some(Looks::Offered);
    }
    let was = eyes.coordinated(opportunity)?;
    Some(Looks::Former(was.until, was.seq))
}

/// Returns the mission of an opportunity; `None` where it is none, or is run by others.
pub(super) fn mission(eyes: &Eyes<'_>, opportunity: &Opportunity) -> Option<MissionPage> {
    let mission = opportunity.mission.as_deref()?;
    let state = eyes.state;
    let looks = looks(eyes, opportunity)?;
    let my_role = mission.role(eyes.id());
    let named = |id: PersonId| (id, person_name(state, id));
    let may_run = eyes.person.may(Permission::RunMissions)
        && (eyes.staff || may_run(state, eyes.person, opportunity));
    let running = matches!(opportunity.stage, OpportunityStage::Confirmed { .. });
    let whole = looks == Looks::Whole;
    let team = mission.team.iter().filter(|_| whole);
    let former = mission.former.iter().filter(|_| whole);
    let reads_report = match looks {
        Looks::Whole => true,
        Looks::Former(_, seq) => mission.report_at.is_some_and(|at| at <= seq),
        Looks::Offered => false,
    };
    let sessions: Vec<&Session> = mission
        .sessions
        .iter()
        .filter(|one| shown(looks, one))
        .collect();
    Some(MissionPage {
        coordinator: named(mission.coordinator),
        team: team
            .map(|(id, role)| (*id, person_name(state, *id), *role))
            .collect(),
        candidates: if may_run && running {
            candidates(eyes, opportunity, MissionRole::Facilitator)
        } else {
            Vec::new()
        },
        held: sessions.iter().filter(|one| one.attended.is_some()).count(),
        sessions: sessions
            .into_iter()
            .map(|session| row(session, looks, named))
            .collect(),
        planned: match whole {
            true => mission.sessions.clone(),
            false => Vec::new(),
        },
        ordered: opportunity.notice.sessions,
        tasks: match whole {
            true => tasks(state.lists(), mission),
            false => Vec::new(),
        },
        report: String::new(),
        reads_report,
        may_run: may_run && running,
        my_role,
        charge: in_charge(eyes, opportunity, mission),
        handover: handover(eyes, opportunity, mission),
        former: former
            .map(|one| (person_name(state, one.person), one.until))
            .collect(),
        of_firm: of_firm(eyes, mission),
        was_mine: eyes.coordinated(opportunity).map(|one| one.until),
        introduction: introduction(eyes, opportunity, mission),
    })
}

/// Returns the firm that runs it, where who looks is of it and of its team and acts for another.
fn of_firm(eyes: &Eyes<'_>, mission: &Mission) -> Option<(FirmId, String)> {
    let rights = eyes.state.firms().rights(eyes.id(), mission.firm);
    let theirs = mission.role(eyes.id()).is_some() && mission.handover.is_none();
    let other = eyes.firm != mission.firm && rights.is_some() && theirs;
    other.then(|| (mission.firm, called(eyes.state, mission.firm)))
}

/// Whether a session is shown: of a mission that was theirs until then, those that were held by then.
fn shown(looks: Looks, session: &Session) -> bool {
    match looks {
        Looks::Whole | Looks::Offered => true,
        Looks::Former(until, _) => session.attended.is_some() && session.at <= until,
    }
}

/// A session as a line; where it is would tell whom it is offered to who the client is.
fn row(
    session: &Session,
    looks: Looks,
    named: impl Fn(PersonId) -> (PersonId, String),
) -> SessionRow {
    let offered = looks == Looks::Offered;
    let place = if offered { "" } else { &*session.place };
    SessionRow {
        at: session.at,
        place: clean_line(place).into_owned(),
        by: session.by.filter(|_| !offered).map(named),
        attended: session.attended,
    }
}

/// Each thing of the logistics, and whether it is done; what was done and stands on no list any more is told last.
fn tasks(lists: &Lists, mission: &Mission) -> Vec<(Task, bool)> {
    let all = lists.choices(mission.done.iter().copied());
    let done = |task| (task, mission.done.contains(&task));
    all.into_iter().map(done).collect()
}

/// Who could be added in a role: published, not in it yet, at most a few hundred.
pub(super) fn candidates(
    eyes: &Eyes<'_>,
    opportunity: &Opportunity,
    role: MissionRole,
) -> Vec<(PersonId, String)> {
    const MOST: usize = 500;
    let state = eyes.state;
    let mission = opportunity.mission.as_deref();
    let coordinates = role == MissionRole::Coordinator;
    let free = |id: PersonId| {
        mission.is_none_or(|mission| match coordinates {
            true => mission.next() != Some(id),
            false => mission.role(id).is_none(),
        })
    };
    let fits = |id: PersonId| lacks(state, id, &opportunity.notice, role).is_empty();
    state
        .profiled()
        .filter(|(_, profile)| profile.published)
        .filter(|(p, _)| p.active && free(p.id) && fits(p.id))
        .take(MOST)
        .map(|(p, _)| (p.id, person_name(state, p.id)))
        .collect()
}
