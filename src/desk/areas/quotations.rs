//! What the desk says of what happened to quotations: whom it may show something new, how it is summed up and told.

use super::Shown;
use crate::desk::reach::Reach;
use crate::desk::summary::What;
use crate::desk::views::beside;
use crate::desk::views::moments::{Case, MomentKind};
use crate::domain::deed::Anchor;
use crate::domain::eyes::Eyes;
use crate::domain::quotation::event::OfQuotation;
use crate::domain::quotation::{QuotationEvent, QuotationStanding};
use crate::domain::{Seq, State};

impl Shown for OfQuotation {
    fn reach(&self, state: &State, all: &mut Vec<Reach>) {
        if leaves_the_house(&self.event) {
            let request = state.request(self.request);
            all.extend(request.map(|request| Reach::Contact(request.contact)));
        }
    }

    fn what(&self) -> What {
        What::Did(self.event.deed(), Anchor::Quotation(self.quotation))
    }

    fn moment(&self, eyes: &Eyes<'_>, seq: Seq, _: &Case) -> Option<MomentKind> {
        beside::of_quotation(eyes, seq, self.quotation, &self.event)
    }

    /// Of quotations nothing is searched: not everybody who reads the request may read them.
    fn said(&self) -> Option<&str> {
        None
    }
}

/// Whether a client may see something of it: what is written, tagged and handed over within the house is the
/// house's own.
fn leaves_the_house(event: &QuotationEvent) -> bool {
    match event {
        QuotationEvent::Moved { from, to, .. } => {
            let inside = |standing: &QuotationStanding| standing.stage.desk().is_some();
            !inside(from) || !inside(to)
        }
        QuotationEvent::Extended { .. } => true,
        QuotationEvent::Begun { .. }
        | QuotationEvent::Briefed { .. }
        | QuotationEvent::Written { .. }
        | QuotationEvent::Papered { .. }
        | QuotationEvent::Tagged { .. } => false,
    }
}
