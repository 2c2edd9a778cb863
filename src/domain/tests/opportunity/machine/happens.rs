//! What happens in the machine, by its names.

use crate::domain::event::Event;
use crate::domain::firm::event::{FirmEvent, OfFirm};
use crate::domain::opportunity::event::OfBoard;
use crate::domain::quotation::event::OfQuotation;
use crate::domain::request::Group;

/// What happens in the machine, at the least.
pub(super) const KEYS: [&str; 62] = [
    "filed",
    "unfiled",
    "draft-dropped",
    "posted",
    "amended",
    "ended",
    "offered",
    "drafted",
    "submitted",
    "withdrawn",
    "interesting",
    "not_interesting",
    "unsaid",
    "encouraged",
    "selected",
    "won",
    "lost",
    "advised",
    "reopened",
    "terms-drawn",
    "client-agreed",
    "provider-agreed",
    "terms-refused",
    "agreed",
    "running",
    "joined-team",
    "left-team",
    "planned",
    "ticked",
    "unticked",
    "attended",
    "delivered",
    "relieved",
    "mission-offered",
    "mission-taken",
    "mission-passed",
    "in-charge",
    "undone",
    "introduced",
    "joined-firm",
    "left-firm",
    "acts-for",
    "quotation-begun",
    "quotation-briefed",
    "quotation-struck",
    "quotation-priced",
    "quotation-assembled",
    "quotation-returned",
    "quotation-r1",
    "quotation-to-assembly",
    "quotation-to-verification",
    "quotation-sent",
    "quotation-sent-again",
    "quotation-r2",
    "quotation-sent-r2",
    "quotation-accepted",
    "quotation-declined",
    "quotation-dropped",
    "quotation-extended",
    "quotation-tagged",
    "posted-from-quotation",
    "handed-on",
];

/// The name of what happened.
pub(super) fn key(event: &Event) -> &'static str {
    match event {
        Event::Board(OfBoard { event, .. }) => match &**event {
            crate::domain::opportunity::BoardEvent::Agreed { agreement, .. }
                if agreement.group == Group::ClientIntroduction =>
            {
                "introduced"
            }
            crate::domain::opportunity::BoardEvent::Posted(posted)
                if posted.quotation.is_some() =>
            {
                "posted-from-quotation"
            }
            other => other.deed().key(),
        },
        Event::Firm(OfFirm { event, .. }) => match &**event {
            FirmEvent::Joined { .. } => "joined-firm",
            FirmEvent::Left { .. } => "left-firm",
            FirmEvent::Chosen { .. } => "acts-for",
            _ => "other",
        },
        Event::Quotation(OfQuotation { event, .. }) => event.deed().key(),
        Event::Undone { .. } => "undone",
        _ => "other",
    }
}
