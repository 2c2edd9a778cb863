//! What happens in the machine, by its names.

use crate::domain::event::Event;
use crate::domain::firm::event::{FirmEvent, OfFirm};
use crate::domain::opportunity::event::OfBoard;
use crate::domain::request::Group;

/// What happens in the machine, at the least.
pub(super) const KEYS: [&str; 42] = [
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
            other => other.deed().key(),
        },
        Event::Firm(OfFirm { event, .. }) => match &**event {
            FirmEvent::Joined { .. } => "joined-firm",
            FirmEvent::Left { .. } => "left-firm",
            FirmEvent::Chosen { .. } => "acts-for",
            _ => "other",
        },
        Event::Undone { .. } => "undone",
        _ => "other",
    }
}
