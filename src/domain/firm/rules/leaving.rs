//! What the cases are told of somebody who leaves a firm (PPL-7): who speaks for a proposal that was submitted, or stands
//! for a mission, from then on. Of drafts nothing is told. Changes nothing by itself.

use crate::domain::event::Event;
use crate::domain::ids::{FirmId, OpportunityId, PersonId};
use crate::domain::opportunity::event::OfBoard;
use crate::domain::opportunity::mission::event::MissionEvent;
use crate::domain::opportunity::proposal::ProposalStanding;
use crate::domain::opportunity::{BoardEvent, Mission, Opportunity};
use crate::domain::state::State;

/// The most cases that are told.
const MOST: usize = 200;

/// Returns what is told of `person`, who leaves `firm`, in each case that they have in hand; the latest first.
pub(super) fn told(state: &State, firm: FirmId, person: PersonId, heir: PersonId) -> Vec<Event> {
    let board = state.board();
    let theirs = board.of_firm(firm).map(|one| one.opportunity);
    let mut cases: Vec<OpportunityId> = theirs.chain(board.awaiting(firm)).collect();
    cases.extend(board.missions_of(person));
    cases.sort_unstable();
    cases.dedup();
    let cases = cases
        .into_iter()
        .rev()
        .filter_map(|id| board.opportunity(id));
    let told = cases.filter_map(|one| {
        let heir = goes_to(state, one, (firm, person), heir)?;
        Some(Event::Board(OfBoard {
            request: one.request,
            opportunity: one.id,
            event: Box::new(BoardEvent::Mission(MissionEvent::Left { person, heir })),
        }))
    });
    told.take(MOST).collect()
}

/// Returns who goes on with a case: the heir of what they spoke for, nobody for where they helped; `None`: it is not
/// concerned.
fn goes_to(
    state: &State,
    one: &Opportunity,
    (firm, person): (FirmId, PersonId),
    heir: PersonId,
) -> Option<Option<PersonId>> {
    if one.stage.is_over() {
        return None;
    }
    let Some(mission) = one.mission.as_deref() else {
        let own = state.board().proposal_of(one.id, firm)?;
        let before_client = matches!(
            own.state,
            ProposalStanding::Submitted | ProposalStanding::Selected
        );
        return (before_client && own.speaker() == person).then_some(Some(heir));
    };
    let ours = |mission: &Mission| mission.firm == firm || mission.is_offered_to(firm);
    if !ours(mission) {
        return None;
    }
    let offered = mission.handover.as_deref().and_then(|waits| waits.to);
    match mission.runs(person) || offered == Some(person) {
        true => Some(Some(heir)),
        false => mission.role(person).map(|_| None),
    }
}
