//! What the desk says of what happened to quotations: whom it may show something new.

use crate::domain::quotation;

/// Whether a client may see something of it: what is written, tagged and handed over within the house is the
/// house's own.
pub(in crate::desk) fn leaves_the_house(event: &quotation::QuotationEvent) -> bool {
    use quotation::QuotationEvent;
    match event {
        QuotationEvent::Moved { from, to, .. } => {
            let inside = |standing: &quotation::QuotationStanding| standing.stage.desk().is_some();
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
