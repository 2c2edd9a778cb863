//! What lies above the list of quotations: lines that are written, the recap, two versions side by side on the card.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{OfficePane, pricing};
use crate::ui::frame::{ListPane, Overlay, entries_of, run};
use crate::ui::kit::binding::Entry;
use crate::ui::kit::keys::Input;
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;

impl Overlay for OfficePane {
    fn above(&mut self, input: &Input) -> Option<bool> {
        if self.pricing.is_some() {
            return Some(self.in_pricing(input));
        }
        self.recap.is_some().then(|| self.in_recap(input))
    }

    fn view_above(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        if self.is_busy() {
            paint::fill(buf, area, look.theme.screen);
        }
        if let Some(recap) = &self.recap {
            recap.view(area, buf, look);
        } else if let Some(pricing) = &self.pricing {
            self.view_pricing(pricing, area, buf, look);
        }
    }

    fn is_busy(&self) -> bool {
        self.pricing.is_some() || self.recap.is_some()
    }

    fn bring_back(&mut self) {
        self.pricing = self.sending.back();
    }

    fn entries_above(&self) -> Option<Vec<Vec<Entry>>> {
        match (&self.recap, &self.pricing) {
            (Some(_), _) => Some(Vec::new()),
            (None, Some(_)) => Some(vec![pricing::SCOPE.entries(&self.line_keys, self)]),
            (None, None) => None,
        }
    }

    fn other_entries() -> Vec<Vec<Entry>> {
        vec![entries_of(&pricing::SCOPE)]
    }

    fn choose_above(&mut self, scope: &str, id: &str) -> bool {
        scope == pricing::SCOPE.id && run(self, pricing::SCOPE.choose(id, self))
    }

    fn has_step_back(&self) -> bool {
        self.compared.is_some()
    }

    fn step_back(&mut self) -> bool {
        let compared = self.compared.take().is_some();
        if compared {
            self.frame.browse.scroll.offset = 0;
            self.write();
        }
        compared
    }
}
