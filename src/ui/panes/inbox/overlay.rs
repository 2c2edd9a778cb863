//! What lies above the list of requests: a request that is split, a search; and the hits of one, which a step back from
//! the case leads to.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::InboxPane;
use crate::ui::frame::{Overlay, Unsent};
use crate::ui::kit::keys::Input;
use crate::ui::kit::look::Look;

impl Overlay for InboxPane {
    fn above(&mut self, input: &Input) -> Option<bool> {
        if self.splitting.is_some() {
            return Some(self.in_splitting(input));
        }
        self.searching.is_some().then(|| self.in_searching(input))
    }

    fn view_above(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        if let Some(splitting) = &self.splitting {
            splitting.view(area, buf, look);
        }
        if let Some(searching) = &self.searching {
            searching.view(area, buf, look);
        }
    }

    fn is_typed_in(&self) -> bool {
        self.splitting.is_some() || self.searching.is_some()
    }

    fn bring_back(&mut self) {
        self.splitting = self.splits.back();
    }

    fn unsent_above(&self) -> Option<Unsent> {
        self.splitting.as_ref().map(|_| Unsent::Lost)
    }

    fn has_step_back(&self) -> bool {
        self.has_results()
    }

    fn step_back(&mut self) -> bool {
        self.show_results()
    }
}
