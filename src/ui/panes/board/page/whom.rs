//! Whom a facilitator asks about an opportunity (FUP-4).

use super::Writer;
use crate::desk::views::OpportunityPage;
use crate::ui::kit::prose::Tone;

impl Writer<'_> {
    /// The providers' desk first, then who follows it up.
    pub(super) fn whom(&mut self, page: &OpportunityPage) {
        let Some(whom) = &page.whom else { return };
        if whom.first.is_empty() && whom.then.is_empty() {
            return;
        }
        self.rule(self.text("board-rule-whom"));
        for one in &whom.first {
            self.field("board-whom-first", &one.told(), Tone::Text);
        }
        for (_, _, one) in &whom.then {
            self.field("board-whom-then", &one.told(), Tone::Text);
        }
    }
}
