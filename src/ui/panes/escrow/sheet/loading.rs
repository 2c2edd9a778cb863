//! Asking for what a sheet shows, and taking it when it comes: a statement a page at a time, all else whole. Lays out nothing.

use super::{About, At, Sheet, Shown, statement};
use crate::desk::views::{AccountLine, BooksPage, EntryPage, Statement};
use crate::domain::Refusal;
use crate::ui::frame::{Ctx, ListPane, Looked};
use crate::ui::panes::escrow::EscrowPane;

/// Columns of a chart that are asked for: it is thinned to what shows.
const CHART: usize = 100;

impl EscrowPane {
    /// Asks for what the sheet that is open shows.
    pub(super) fn load_sheet(&mut self) {
        let out = &mut self.frame.out;
        let Some(sheet) = self.sheets.open.last() else {
            return;
        };
        match sheet.about {
            About::Statement(of) => {
                let most = Statement::PAGE_MOST;
                let look = Statement::look(of, None, most, CHART);
                self.sheets.stating.ask_only(look, out);
            }
            About::Entry(id) => self.sheets.entering.ask_only(EntryPage::look(id), out),
            About::Books(currency) => self.sheets.booking.ask_only(BooksPage::look(currency), out),
            About::Kind(kind, currency) => {
                let look = AccountLine::look(kind, currency);
                self.sheets.counting.ask_only(look, out);
            }
        }
    }

    /// Asks for the older lines of a statement once one is near the last that came.
    pub(super) fn load_older(&mut self) {
        const NEAR: usize = 20;
        let out = &mut self.frame.out;
        let Some(Sheet {
            shown: Some(Shown::Statement(page)),
            at,
            ..
        }) = self.sheets.open.last()
        else {
            return;
        };
        let Some(before) = page.before.filter(|_| at.selected + NEAR >= at.len) else {
            return;
        };
        if !self.sheets.stating.is_waiting() {
            let look = Statement::look(page.of, Some(before), Statement::PAGE_MOST, 0);
            self.sheets.stating.ask(look, out);
        }
    }

    /// Takes what a sheet waits for.
    pub(in super::super) fn looked_sheet(&mut self, looked: &mut Looked) {
        if let Some((of, page)) = self.sheets.stating.take(looked) {
            let page = page.map(|page| Shown::Statement(Box::new(page)));
            self.sheet_came(About::Statement(of), page);
        }
        if let Some((id, page)) = self.sheets.entering.take(looked) {
            let page = page.map(|page| Shown::Entry(Box::new(page)));
            self.sheet_came(About::Entry(id), page);
        }
        if let Some(page) = self.sheets.booking.take(looked) {
            let page = page.map(|page| Shown::Books(Box::new(page)));
            if let Some(about @ About::Books(_)) = self.sheets.top().map(|sheet| sheet.about) {
                self.sheet_came(about, page);
            }
        }
        if let Some(page) = self.sheets.counting.take(looked) {
            let about = page.as_ref().ok().map(|one| About::Kind(one.0, one.1));
            let about = about.or(self.sheets.top().map(|sheet| sheet.about));
            if let Some(about) = about {
                let page = page.map(|page| Shown::Kind(Box::new(page)));
                self.sheet_came(about, page);
            }
        }
    }

    fn sheet_came(&mut self, about: About, page: Result<Shown, Refusal>) {
        let Some(sheet) = self.sheets.open.last_mut() else {
            return;
        };
        if sheet.about != about {
            return;
        }
        match page {
            Ok(page) => {
                let here = sheet.here();
                sheet.shown = Some(statement::joined(sheet.shown.take(), page));
                self.write_sheet();
                self.find_line(here);
            }
            Err(refusal) => {
                let words = self.ctx().teller().refusal(&refusal);
                self.frame.out.refuse(words);
                self.leave_sheet();
            }
        }
        self.known();
    }

    /// Goes to the line that one was on.
    fn find_line(&mut self, here: Option<At>) {
        let Some(sheet) = self.sheets.open.last_mut() else {
            return;
        };
        let found = sheet.stops.iter().position(|(_, at)| Some(*at) == here);
        if let Some(at) = found {
            sheet.at.select(at);
        }
        self.write_sheet();
    }

    /// Follows the books. Yields whether the sheet may look other than before.
    pub(in super::super) fn renew_sheet(&mut self, before: &Ctx, worded: bool) -> bool {
        if self.sheets.open.is_empty() {
            return false;
        }
        let moved = self.ctx().sight.money_revision() != before.sight.money_revision();
        if moved {
            self.load_sheet();
        }
        if worded {
            self.write_sheet();
        }
        moved || worded
    }
}
