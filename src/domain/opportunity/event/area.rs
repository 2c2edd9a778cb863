//! What the board says of something that happened on it, whatever asks: what takes it back, which request it touches,
//! what it writes, which files it names. Changes nothing.

use super::{BoardEvent, Posted};
use crate::domain::area::AreaEvent;
use crate::domain::ids::{OpportunityId, RequestId, Seq};
use crate::domain::named_file::{NamedFile, Owner};
use crate::domain::opportunity::proposal::Offer;
use crate::domain::thing::Thing;

/// Something that happened to an opportunity, its proposals or its mission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfBoard {
    /// The request that it follows from.
    pub request: RequestId,
    /// To which opportunity.
    pub opportunity: OpportunityId,
    /// What.
    pub event: Box<BoardEvent>,
}

impl AreaEvent for OfBoard {
    fn inverse(&self, _: Seq) -> Option<OfBoard> {
        self.event.inverse().map(|event| OfBoard {
            event: Box::new(event),
            ..*self
        })
    }

    fn is_neutral(&self) -> bool {
        false
    }

    fn requests(&self) -> [Option<RequestId>; 2] {
        [(!self.event.is_private()).then_some(self.request), None]
    }

    fn thing(&self) -> Option<Thing> {
        self.event.thing(self.opportunity)
    }

    fn named_files(&self) -> Vec<NamedFile<'_>> {
        self.event.named_files(self.opportunity)
    }
}

impl BoardEvent {
    /// What takes it back, for what nobody was told of: the plan and the logistics of a mission.
    pub fn inverse(&self) -> Option<BoardEvent> {
        match self.clone() {
            BoardEvent::Team { person, from, to } => Some(BoardEvent::Team {
                person,
                from: to,
                to: from,
            }),
            BoardEvent::Planned { from, to } => Some(BoardEvent::Planned { from: to, to: from }),
            BoardEvent::Ticked { task, done } => Some(BoardEvent::Ticked { task, done: !done }),
            BoardEvent::Attended {
                session,
                at,
                from,
                to,
            } => Some(BoardEvent::Attended {
                session,
                at,
                from: to,
                to: from,
            }),
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
            | BoardEvent::Mission(_) => None,
        }
    }

    /// Returns the thing that this event writes, if it writes one. Files of a proposal are none: they are
    /// added and removed one by one.
    fn thing(&self, of: OpportunityId) -> Option<Thing> {
        match self {
            BoardEvent::Posted(_) | BoardEvent::Amended { .. } => Some(Thing::Notice(of)),
            BoardEvent::Planned { .. } | BoardEvent::Attended { .. } => Some(Thing::Sessions(of)),
            BoardEvent::Offered { proposal, .. }
            | BoardEvent::Revised { proposal, .. }
            | BoardEvent::DraftDropped { proposal, .. } => Some(Thing::Proposal(*proposal)),
            BoardEvent::Moved { .. }
            | BoardEvent::Proposal { .. }
            | BoardEvent::Judged { .. }
            | BoardEvent::Encouraged { .. }
            | BoardEvent::Agreed { .. }
            | BoardEvent::Team { .. }
            | BoardEvent::Ticked { .. }
            | BoardEvent::Reported { .. }
            | BoardEvent::Filed { .. }
            | BoardEvent::Reasoned { .. }
            // Said once for each selection: there is nothing to write over.
            | BoardEvent::Advised { .. }
            | BoardEvent::Deal(_)
            | BoardEvent::Mission(_)
            | BoardEvent::Chosen { .. } => None,
        }
    }

    fn named_files(&self, of: OpportunityId) -> Vec<NamedFile<'_>> {
        let owner = Owner::Opportunity(of);
        match self {
            BoardEvent::Posted(posted) => {
                let Posted {
                    files,
                    organisation: _,
                    contact: _,
                    quotation: _,
                    group: _,
                    notice: _,
                    text: _,
                    selects: _,
                } = &**posted;
                files.iter().map(|file| file.named(owner)).collect()
            }
            BoardEvent::Amended { text, .. } => {
                let files = text.iter().flat_map(|(_, files)| files);
                files.map(|file| file.named(owner)).collect()
            }
            BoardEvent::Offered {
                proposal, offer, ..
            } => {
                let Offer {
                    files,
                    price: _,
                    available: _,
                    text: _,
                } = &**offer;
                let owner = Owner::Proposal(*proposal);
                files.iter().map(|file| file.named(owner)).collect()
            }
            BoardEvent::Filed { proposal, file, .. } => {
                vec![file.named(Owner::Proposal(*proposal))]
            }
            BoardEvent::Revised { .. }
            | BoardEvent::DraftDropped { .. }
            | BoardEvent::Moved { .. }
            | BoardEvent::Proposal { .. }
            | BoardEvent::Judged { .. }
            | BoardEvent::Encouraged { .. }
            | BoardEvent::Agreed { .. }
            | BoardEvent::Team { .. }
            | BoardEvent::Planned { .. }
            | BoardEvent::Ticked { .. }
            | BoardEvent::Attended { .. }
            | BoardEvent::Reported { .. }
            | BoardEvent::Advised { .. }
            | BoardEvent::Chosen { .. }
            | BoardEvent::Reasoned { .. }
            | BoardEvent::Deal(_)
            | BoardEvent::Mission(_) => Vec::new(),
        }
    }
}
