//! What lies above the list of a pane while it is open: something of the pane's own that has the keys, or that a
//! step back leads out of. Most panes have nothing of the kind, or some of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pane::Unsent;
use crate::ui::kit::binding::Entry;
use crate::ui::kit::keys::Input;
use crate::ui::kit::look::Look;

/// Says what lies above the list of a pane.
pub trait Overlay {
    /// Hands an input to what lies above the list; nothing: nothing lies there.
    fn above(&mut self, input: &Input) -> Option<bool> {
        let _ = input;
        None
    }

    /// Draws what lies above the list.
    fn view_above(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let _ = (area, buf, look);
    }

    /// Whether letters are letters there.
    fn is_typed_in(&self) -> bool {
        false
    }

    /// Whether what was refused waits to come back until that is left.
    fn is_busy(&self) -> bool {
        false
    }

    /// Brings back something of the kind that was refused.
    fn bring_back(&mut self) {}

    /// What becomes of what is typed there.
    fn unsent_above(&self) -> Option<Unsent> {
        None
    }

    /// What can be done there now; nothing: the keys are those of the list.
    fn entries_above(&self) -> Option<Vec<Vec<Entry>>> {
        None
    }

    /// Every binding there is there, as if all could be done.
    fn other_entries() -> Vec<Vec<Entry>> {
        Vec::new()
    }

    /// Does an action there by name; false when there is no such place.
    fn choose_above(&mut self, scope: &str, id: &str) -> bool {
        let _ = (scope, id);
        false
    }

    /// Whether [`Overlay::step_back`] leads anywhere.
    fn has_step_back(&self) -> bool {
        false
    }

    /// Whether it is what somebody came for, and nothing in it is open: a step back leads to where they came from.
    fn is_what_came_for(&self) -> bool {
        false
    }

    /// Goes a step back there; false when there is none.
    fn step_back(&mut self) -> bool {
        false
    }
}
