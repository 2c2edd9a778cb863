//! Following the selected opportunity: its line as it is now, and its page, asked for whenever what it depends on
//! changed.

use super::BoardPane;
use crate::desk::views::{BoardRow, OpportunityPage};
use crate::domain::{OpportunityId, Refusal};
use crate::ui::frame::{Focus, ListPane};

impl BoardPane {
    /// The selected line as it is now.
    pub(super) fn row(&self) -> Option<&BoardRow> {
        self.stamp.as_ref().map(|stamp| &stamp.row)
    }

    /// The page of the selected line, once it came.
    pub(super) fn page(&self) -> Option<&OpportunityPage> {
        let id = self.row()?.id;
        self.page.as_ref().filter(|page| page.row.id == id)
    }

    /// Follows what is shown. Yields whether its page is to be loaded again.
    pub(super) fn follow(&mut self) -> bool {
        let (shown, ctx) = (self.frame.browse.selected(), &self.frame.ctx);
        let stamp = shown.and_then(|id| ctx.sight.opportunity_stamp(id, ctx.now));
        if stamp == self.stamp {
            return false;
        }
        self.stamp = stamp;
        match self.row().map(|row| row.id) {
            Some(id) => self.load(id),
            None => {
                self.frame.browse.focus = Focus::List;
                self.frame.browse.card = Vec::new();
            }
        }
        true
    }

    pub(super) fn load(&mut self, opportunity: OpportunityId) {
        let look = OpportunityPage::look(opportunity);
        self.loading.ask(look, &mut self.frame.out);
    }

    pub(super) fn loaded(&mut self, id: OpportunityId, page: Result<OpportunityPage, Refusal>) {
        if self.row().map(|row| row.id) != Some(id) {
            return;
        }
        match page {
            Ok(page) => self.page = Some(page),
            Err(refusal) => {
                self.page = None;
                let words = self.ctx().teller().refusal(&refusal);
                self.frame.out.refuse(words);
            }
        }
        self.write();
        self.renew_sheet();
        self.known();
    }
}
