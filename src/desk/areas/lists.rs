//! What the desk says of what happened to the lists of the house: whom it may show something new, and how it is summed up.

use super::Shown;
use crate::desk::reach::Reach;
use crate::desk::summary::What;
use crate::desk::views::moments::{Case, MomentKind};
use crate::domain::deed::{Anchor, Deed};
use crate::domain::eyes::Eyes;
use crate::domain::lists::event::ListsEvent;
use crate::domain::{Seq, State};

impl Shown for ListsEvent {
    fn reach(&self, _: &State, all: &mut Vec<Reach>) {
        match self {
            // Entries stand on everybody's pages and in everybody's menus.
            ListsEvent::Changed { .. } => all.push(Reach::Everybody),
        }
    }

    fn what(&self) -> What {
        match self {
            ListsEvent::Changed { .. } => What::Did(Deed::ListsChanged, Anchor::House),
        }
    }

    fn moment(&self, _: &Eyes<'_>, _: Seq, _: &Case) -> Option<MomentKind> {
        None
    }

    fn said(&self) -> Option<&str> {
        None
    }
}
