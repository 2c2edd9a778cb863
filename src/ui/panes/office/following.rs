//! Following what is new: the list, the selected quotation and its texts, one that was just begun.

use std::sync::Arc;

use super::OfficePane;
use crate::desk::views::{QuotationRow, QuotationWhole};
use crate::domain::{QuotationId, Refusal};
use crate::ui::frame::{Ctx, ListPane, News};

impl OfficePane {
    /// Follows what is new: the list, the selected one and its texts. Yields whether that shows.
    pub(super) fn follow(&mut self, before: &Ctx) -> bool {
        let (outline, selected) = (self.frame.browse.outline(), self.frame.browse.selected());
        let news = self.frame.catch_up();
        let ctx = &self.frame.ctx;
        let same = ctx.sight.has_same_office(&before.sight)
            && Arc::ptr_eq(&ctx.texts, &before.texts)
            && ctx.me.roles == before.me.roles
            && ctx.me.zone == before.me.zone;
        let anew = news == News::Anywhere || !Arc::ptr_eq(&ctx.texts, &before.texts);
        let its = match &news {
            News::Of(ids) => selected.is_some_and(|id| ids.contains(&id)),
            News::Anywhere => true,
        };
        let shows = match &news {
            News::Of(ids) => self.frame.browse.shows(ids),
            News::Anywhere => true,
        };
        if anew {
            self.relist();
        } else if !same || shows || outline != self.frame.browse.outline() {
            self.sync();
        }
        if (its || !same) && self.frame.browse.selected() == selected {
            self.load();
        }
        !same || shows || outline != self.frame.browse.outline()
    }

    /// Has the texts of the selected one loaded.
    pub(super) fn load(&mut self) {
        if let Some(quotation) = self.frame.browse.selected() {
            let look = QuotationWhole::look(quotation);
            self.loading.ask(look, &mut self.frame.out);
        }
    }

    pub(super) fn loaded(
        &mut self,
        quotation: QuotationId,
        whole: Result<QuotationWhole, Refusal>,
    ) {
        if self.frame.browse.selected() == Some(quotation) {
            self.whole = whole.ok();
            self.write();
            self.known();
        }
    }

    pub(super) fn row(&self, id: QuotationId) -> Option<QuotationRow> {
        let ctx = self.ctx();
        ctx.sight.quotation_row(id, ctx.now)
    }

    pub(super) fn selected(&self) -> Option<&QuotationRow> {
        self.row.as_ref()
    }

    /// Shows one, whether the list has it or not; false when there is none that one may see.
    pub(super) fn show(&mut self, id: QuotationId) -> bool {
        let found = self.row(id).is_some();
        if found {
            self.hold(id);
        }
        found
    }

    /// Shows the quotation that was just begun, once it is there.
    pub(super) fn show_begun(&mut self) {
        let Some(request) = self.begun_of else { return };
        let begun = self.ctx().sight.quotation_of(request);
        let begun = begun.and_then(|id| self.row(id));
        if let Some(row) = begun.filter(|row| row.at.is_some())
            && self.show(row.id)
        {
            self.begun_of = None;
        }
    }
}
