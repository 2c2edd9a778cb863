//! When something of a mission is taken back: what may stand on it and what does (REQ-11), who may, and whether it still
//! can be. Credits are given back by an entry of their own.

use super::run::may_run;
use crate::domain::ids::{OpportunityId, Seq};
use crate::domain::opportunity::credit::event::OfCredits;
use crate::domain::opportunity::event::OfBoard;
use crate::domain::opportunity::mission::Session;
use crate::domain::opportunity::{BoardEvent, OpportunityStage};
use crate::domain::person::{Permission, Person};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::undo::footing::Footing;
use crate::domain::undo::refusal::UndoRefusal;
use crate::domain::undo::stands::still_so;
use crate::domain::undo::table::{May, TakenBack, never_taken_back};

never_taken_back!(OfCredits);

impl TakenBack for OfBoard {
    fn may_stand_on(&self) -> &'static [May] {
        match &*self.event {
            BoardEvent::Team { .. } | BoardEvent::Planned { .. } => &[May::Sessions, May::Delivery],
            BoardEvent::Ticked { .. } | BoardEvent::Attended { .. } => &[May::Delivery],
            BoardEvent::Posted(_)
            | BoardEvent::Amended { .. }
            | BoardEvent::Moved { .. }
            | BoardEvent::Offered { .. }
            | BoardEvent::Proposal { .. }
            | BoardEvent::Judged { .. }
            | BoardEvent::Encouraged { .. }
            | BoardEvent::Agreed { .. }
            | BoardEvent::Reported { .. }
            | BoardEvent::Revised { .. }
            | BoardEvent::Filed { .. }
            | BoardEvent::DraftDropped { .. }
            | BoardEvent::Advised { .. }
            | BoardEvent::Chosen { .. }
            | BoardEvent::Reasoned { .. }
            | BoardEvent::Deal(_)
            | BoardEvent::Mission(_) => &[],
        }
    }

    fn found(&self, state: &State, _: Seq, may: May) -> Option<Footing> {
        match may {
            May::Sessions => sessions_on(state, self),
            May::Delivery => delivered_on(state, self.opportunity),
            May::Board | May::Quotation | May::Assignment | May::Merge | May::Work | May::Desk => {
                None
            }
        }
    }

    fn permitted(&self, state: &State, person: &Person) -> Result<(), Refusal> {
        let opportunity = state.board().opportunity(self.opportunity);
        match opportunity.filter(|one| one.mission.is_some()) {
            Some(of) if may_run(state, person, of) => Ok(()),
            Some(_) => Err(Refusal::NotPermitted(Permission::RunMissions)),
            None => Err(UndoRefusal::Overtaken.into()),
        }
    }

    fn settled(&self, state: &State) -> Result<bool, Refusal> {
        let now = state.board().opportunity(self.opportunity);
        still_so(now.is_some_and(|now| self.event.fits(now)))
    }
}

/// The session that a team, or a plan, is needed for as it is.
fn sessions_on(state: &State, of: &OfBoard) -> Option<Footing> {
    let mission = state.board().opportunity(of.opportunity)?;
    let mission = mission.mission.as_deref()?;
    let at = match &*of.event {
        BoardEvent::Team { person, from, .. } => {
            let mut after = mission.clone();
            after.team.retain(|(one, _)| one != person);
            after.team.extend(from.map(|role| (*person, role)));
            let holds = |session: &&Session| {
                session.attended.is_none() && session.by.is_some_and(|by| !after.may_hold(by))
            };
            mission
                .sessions
                .iter()
                .find(holds)
                .map(|session| session.at)
        }
        BoardEvent::Planned { from, to } => {
            let held = |session: &&Session| session.attended.is_some() && !to.contains(session);
            let left = |session: &&Session| {
                session.attended.is_none() && session.by.is_some_and(|by| !mission.may_hold(by))
            };
            let held = mission.sessions.iter().find(held);
            held.or_else(|| from.iter().find(left)).map(|one| one.at)
        }
        _ => None,
    };
    at.map(|at| Footing::Session(of.opportunity, at))
}

fn delivered_on(state: &State, id: OpportunityId) -> Option<Footing> {
    let posted = state.board().opportunity(id)?;
    let delivered = matches!(posted.stage, OpportunityStage::Delivered { .. });
    delivered.then_some(Footing::Delivery(id))
}
