//! Decides what is done in a mission (BRD-8): its team, its sessions, who came, that it is delivered.

use crate::domain::Millis;
use crate::domain::firm::FirmRight;
use crate::domain::ids::{OpportunityId, PersonId};
use crate::domain::opportunity::event::BoardEvent;
use crate::domain::opportunity::mission::command::MissionCommand;
use crate::domain::opportunity::mission::refusal::MissionRefusal;
use crate::domain::opportunity::mission::{Mission, Session, Task};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::rules::eligibility::lacks;
use crate::domain::opportunity::rules::{Doing, Events, longest, near, of};
use crate::domain::opportunity::{Notice, Opportunity, OpportunityStage};
use crate::domain::person::{Permission, Person};
use crate::domain::refusal::Refusal;
use crate::domain::request::Group;
use crate::domain::request::rules::group::begun;
use crate::domain::state::State;
use crate::domain::thing::Thing;
use crate::domain::trade::MissionRole;

/// The longest word on how a mission went, in characters.
pub const REPORT_MOST: usize = 20_000;

impl<'a> Doing<'a> {
    /// Decides what is wanted of a mission.
    pub(super) fn run(&self, command: &MissionCommand) -> Events {
        match command {
            MissionCommand::Team {
                opportunity,
                person,
                role,
            } => self.team(*opportunity, *person, *role),
            MissionCommand::Plan {
                opportunity,
                seen,
                sessions,
            } => self.plan(*opportunity, seen, sessions),
            MissionCommand::AddSession {
                opportunity,
                session,
            } => self.add_session(*opportunity, session),
            MissionCommand::Tick {
                opportunity,
                task,
                done,
            } => self.tick(*opportunity, *task, *done),
            MissionCommand::Attend {
                opportunity,
                session,
                at,
                was,
                attended,
            } => self.attend(*opportunity, *session, (*at, *was), *attended),
            MissionCommand::InCharge {
                opportunity,
                contact,
                there,
                said,
            } => self.in_charge(*opportunity, *contact, *there, said),
            MissionCommand::Replace {
                opportunity,
                person,
                price,
                reason,
            } => self.replace(*opportunity, *person, *price, reason),
            MissionCommand::Take {
                opportunity,
                agreement,
                tranches,
                consent,
            } => self.take(*opportunity, (agreement, tranches), *consent),
            MissionCommand::Pass {
                opportunity,
                reason,
            } => self.pass(*opportunity, reason),
            MissionCommand::Deliver { opportunity, note } => self.deliver(*opportunity, note),
        }
    }

    /// A running mission that the actor may work on: its coordinator, or the house.
    fn mission(&self, id: OpportunityId) -> Result<(&'a Opportunity, &'a Mission), Refusal> {
        let (opportunity, mission) = self.eyes().mission(id)?;
        if !may_run(self.state, self.actor, opportunity) {
            return Err(Refusal::NotYours {
                owner: self.name(mission.coordinator),
            });
        }
        match opportunity.stage {
            OpportunityStage::Confirmed { .. } => Ok((opportunity, mission)),
            OpportunityStage::Open | OpportunityStage::Selected { .. } => {
                Err(MissionRefusal::NotAMission(id).into())
            }
            OpportunityStage::Delivered { .. } | OpportunityStage::Ended { .. } => {
                Err(BoardRefusal::NotPending(id).into())
            }
        }
    }

    fn team(&self, id: OpportunityId, person: PersonId, role: Option<MissionRole>) -> Events {
        let (opportunity, mission) = self.mission(id)?;
        if role.is_some() && mission.role(person).is_none() {
            self.eyes().facilitator(person)?;
        }
        // Who was relieved comes back into the team once somebody else coordinates it.
        let coordinates = mission.coordinator == person || mission.next() == Some(person);
        if coordinates || role == Some(MissionRole::Coordinator) {
            return Err(MissionRefusal::OneCoordinator.into());
        }
        let from = mission.role(person);
        if from == role {
            return Err(Refusal::AlreadySo);
        }
        if role.is_some() && from.is_none() && mission.team.len() >= Mission::TEAM_MOST {
            return Err(Refusal::TooLong {
                most: Mission::TEAM_MOST,
            });
        }
        if role == Some(MissionRole::Facilitator) {
            let lacks = lacks(
                self.state,
                person,
                &opportunity.notice,
                MissionRole::Facilitator,
            );
            if !lacks.is_empty() {
                return Err(BoardRefusal::NotEligible(lacks).into());
            }
        }
        let mut events = Vec::new();
        let holds = |session: &Session| session.by == Some(person) && session.attended.is_none();
        let may_hold = role == Some(MissionRole::Facilitator);
        if !may_hold && mission.sessions.iter().any(holds) {
            // Who leaves, or only learns from now on, holds no session to come.
            let mut to = mission.sessions.clone();
            for session in to.iter_mut().filter(|session| holds(session)) {
                session.by = None;
            }
            let from = mission.sessions.clone();
            events.push(of(opportunity, BoardEvent::Planned { from, to }));
        }
        let to = role;
        events.push(of(opportunity, BoardEvent::Team { person, from, to }));
        Ok(events)
    }

    fn plan(&self, id: OpportunityId, seen: &[Session], sessions: &[Session]) -> Events {
        let (opportunity, mission) = self.mission(id)?;
        // Both the coordinator and the house plan: neither plans over what the other just did.
        if mission.sessions != seen {
            return Err(self.moved(Thing::Sessions(id), opportunity));
        }
        let most = usize::from(Notice::SESSIONS_MOST);
        if sessions.len() > most {
            return Err(Refusal::TooLong { most });
        }
        let places = sessions.iter().map(|session| session.place.len());
        if places.sum::<usize>() > Mission::PLACES_MOST {
            return Err(Refusal::TooLong {
                most: Mission::PLACES_MOST,
            });
        }
        for session in sessions {
            longest(&session.place, Mission::PLACE_MOST)?;
            near(session.at, self.now)?;
        }
        if !mission.are_in_hands(sessions) {
            return Err(MissionRefusal::NotInTeam.into());
        }
        let held = |all: &[Session]| -> Vec<Session> {
            let mut held: Vec<Session> = all.to_vec();
            held.retain(|session| session.attended.is_some());
            held
        };
        if !same(&held(sessions), &held(&mission.sessions)) {
            return Err(MissionRefusal::SessionHeld.into());
        }
        let mut to = sessions.to_vec();
        to.sort_by_key(|session| session.at);
        if to == mission.sessions {
            return Err(Refusal::AlreadySo);
        }
        let from = mission.sessions.clone();
        Ok(vec![of(opportunity, BoardEvent::Planned { from, to })])
    }

    /// Plans one more session beside those that stand there now, whoever planned them.
    fn add_session(&self, id: OpportunityId, session: &Session) -> Events {
        let (_, mission) = self.mission(id)?;
        let mut sessions = mission.sessions.clone();
        sessions.push(session.clone());
        self.plan(id, &mission.sessions, &sessions)
    }

    fn tick(&self, id: OpportunityId, task: Task, done: bool) -> Events {
        let (opportunity, mission) = self.mission(id)?;
        let lists = self.state.lists();
        lists.may_stand([task], mission.done.iter().copied())?;
        if mission.done.contains(&task) == done {
            return Err(Refusal::AlreadySo);
        }
        Ok(vec![of(opportunity, BoardEvent::Ticked { task, done })])
    }

    fn attend(
        &self,
        id: OpportunityId,
        session: u16,
        (at, was): (Millis, Option<u32>),
        attended: u32,
    ) -> Events {
        let (opportunity, mission) = self.mission(id)?;
        let planned = mission.sessions.get(usize::from(session));
        let planned = planned.ok_or(Refusal::NoSuchThing)?;
        // Two who count the same session at once would each write over the other's number.
        if (planned.at, planned.attended) != (at, was) {
            return Err(self.moved(Thing::Sessions(id), opportunity));
        }
        if planned.at > self.now {
            return Err(MissionRefusal::NotYet { at: planned.at }.into());
        }
        if attended > Mission::ATTENDED_MOST {
            return Err(Refusal::TooLong {
                most: usize::try_from(Mission::ATTENDED_MOST).unwrap_or(usize::MAX),
            });
        }
        let (from, to) = (planned.attended, Some(attended));
        if from == to {
            return Err(Refusal::AlreadySo);
        }
        let said = BoardEvent::Attended {
            session,
            at,
            from,
            to,
        };
        Ok(vec![of(opportunity, said)])
    }

    fn deliver(&self, id: OpportunityId, note: &str) -> Events {
        let (opportunity, mission) = self.mission(id)?;
        longest(note, REPORT_MOST)?;
        let note = note.trim();
        let (held, ordered) = (mission.held(), usize::from(opportunity.notice.sessions));
        if held < ordered && note.is_empty() {
            return Err(MissionRefusal::SessionsMissing { held, ordered }.into());
        }
        let proposal = opportunity.stage.winner();
        let proposal = proposal.ok_or(MissionRefusal::NotAMission(id))?;
        let (at, word_of) = (self.now, None);
        let mut events = vec![of(
            opportunity,
            BoardEvent::Moved {
                from: opportunity.stage,
                to: OpportunityStage::Delivered { proposal, at },
                word_of,
                reason: "".into(),
            },
        )];
        if opportunity.group == Group::Subcontracting {
            // The house keeps the commercial relation from the end of the deal (S0, REQ-7).
            events.extend(begun(self.state, opportunity.organisation, at));
        }
        if !note.is_empty() {
            let text = note.into();
            events.push(of(opportunity, BoardEvent::Reported { text, at }));
        }
        Ok(events)
    }
}

/// Whether `person` may work on a mission: its coordinator, who proposes for the firm that runs it, or who does so for the
/// house.
pub fn may_run(state: &State, person: &Person, of: &Opportunity) -> bool {
    let runs = Permission::RunMissions;
    let mut roles = person.roles.iter();
    let for_house = roles.any(|role| role.is_staff() && role.permits(runs));
    let firm = state.acting(person.id);
    let proposes = || state.firms().may(person.id, firm, FirmRight::Proposes);
    let runs_it =
        |mission: &Mission| mission.runs(person.id) || (mission.runs_for(firm) && proposes());
    let ours = || of.mission.as_deref().is_some_and(runs_it);
    person.may(runs) && (for_house || ours())
}

/// Whether two lists have the same sessions in them, in whatever order.
fn same(some: &[Session], others: &[Session]) -> bool {
    let count = |all: &[Session], one: &Session| all.iter().filter(|s| *s == one).count();
    some.len() == others.len()
        && some
            .iter()
            .all(|one| count(some, one) == count(others, one))
}
