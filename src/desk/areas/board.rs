//! What the desk says of what happened to postings, proposals and missions: whom it may show something new, how it is
//! summed up and told.

use super::Shown;
use crate::desk::reach::Reach;
use crate::desk::summary::What;
use crate::desk::views::beside;
use crate::desk::views::moments::{Case, MomentKind};
use crate::domain::deed::Anchor;
use crate::domain::eyes::Eyes;
use crate::domain::opportunity::BoardEvent;
use crate::domain::opportunity::event::OfBoard;
use crate::domain::{Seq, State};

impl Shown for OfBoard {
    /// What is its firm's own business reaches nobody else; all else on the board shows everybody something:
    /// a count, a stage, a time.
    fn reach(&self, state: &State, all: &mut Vec<Reach>) {
        match &*self.event {
            private if private.is_private() => {
                let proposal = private.proposal().and_then(|id| state.board().proposal(id));
                let firm = proposal.map(|proposal| state.firms().members(proposal.firm));
                let members = firm.into_iter().flatten();
                all.extend(members.map(|one| Reach::Person(one.person)));
            }
            BoardEvent::Posted(_)
            | BoardEvent::Amended { .. }
            | BoardEvent::Moved { .. }
            | BoardEvent::Offered { .. }
            | BoardEvent::Proposal { .. }
            | BoardEvent::Judged { .. }
            | BoardEvent::Encouraged { .. }
            | BoardEvent::Agreed { .. }
            | BoardEvent::Team { .. }
            | BoardEvent::Planned { .. }
            | BoardEvent::Ticked { .. }
            | BoardEvent::Attended { .. }
            | BoardEvent::Reported { .. }
            | BoardEvent::Revised { .. }
            | BoardEvent::Filed { .. }
            | BoardEvent::DraftDropped { .. }
            | BoardEvent::Advised { .. }
            | BoardEvent::Chosen { .. }
            | BoardEvent::Reasoned { .. }
            | BoardEvent::Deal(_)
            | BoardEvent::Mission(_) => all.push(Reach::Everybody),
        }
    }

    fn what(&self) -> What {
        What::Did(self.event.deed(), Anchor::Opportunity(self.opportunity))
    }

    fn moment(&self, eyes: &Eyes<'_>, seq: Seq, _: &Case) -> Option<MomentKind> {
        beside::of_board(eyes, seq, self.opportunity, &self.event)
    }

    /// Of the board nothing is searched: not everybody who reads the request may read it.
    fn said(&self) -> Option<&str> {
        None
    }
}
