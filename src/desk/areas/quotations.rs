//! What the desk says of what happened to quotations: whom it may show something new.

use crate::domain::quotation;

/// Whether a client may see something of it: what is written, tagged and handed over within the house is the
/// house's own.
pub(in crate::desk) fn leaves_the_house(event: &quotation::Event) -> bool {
    use quotation::Event as Happened;
    match event {
        Happened::Moved { from, to, .. } => {
            let inside = |standing: &quotation::Standing| standing.stage.desk().is_some();
            !inside(from) || !inside(to)
        }
        Happened::Extended { .. } => true,
        Happened::Begun { .. }
        | Happened::Briefed { .. }
        | Happened::Written { .. }
        | Happened::Papered { .. }
        | Happened::Tagged { .. } => false,
    }
}
