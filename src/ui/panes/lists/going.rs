//! Going from all lists into one and back, and from what is selected to the pages that lie on the card.

use super::table::{ListRows, RowId};
use super::{ListsPane, Page};
use crate::desk::views::{ListId, ListUses};
use crate::domain::house::Language;
use crate::ui::frame::{Ctx, Focus, ListPane};

impl ListsPane {
    /// The languages in which entries are called something.
    pub(super) fn languages_now(ctx: &Ctx) -> Vec<Language> {
        ctx.sight.list_languages(ctx.texts.lang().language())
    }

    /// Opens a list.
    pub(super) fn open_list(&mut self, list: ListId) {
        self.open = Some(list);
        self.page = Page::Row;
        self.frame.browse.clear_filter();
        self.frame.browse.focus = Focus::List;
        self.relist();
        let first = self.frame.browse.rows.as_ref();
        if let Some(first) = first.and_then(ListRows::first) {
            self.frame.browse.select(&first);
        }
        self.count();
        self.sync();
    }

    /// Goes back to all lists.
    pub(super) fn leave_list(&mut self) {
        let left = self.open.take();
        self.came = false;
        self.page = Page::Row;
        self.frame.browse.clear_filter();
        self.frame.browse.focus = Focus::List;
        self.relist();
        if let Some(left) = left {
            self.frame.browse.select(&RowId::List(left));
        }
        self.sync();
    }

    /// Shows a page on the card.
    pub(super) fn show(&mut self, page: Page) {
        self.page = page;
        self.open_card();
        self.write();
    }

    /// Asks who has which entry, of the list that is open and of those that are changed.
    pub(super) fn count(&mut self) {
        let mut lists = self.books.changed();
        lists.extend(self.open.filter(|open| !lists.contains(open)));
        if !lists.is_empty() {
            let look = ListUses::look(lists);
            self.counting.ask_only(look, &mut self.frame.out);
        }
    }

    /// Opens the list that is selected; an entry is edited.
    pub(super) fn open_selected(&mut self) {
        // A page that lies on the card has the keys by itself.
        if self.page != Page::Row {
            return;
        }
        match (self.open, self.frame.browse.selected()) {
            (None, Some(RowId::List(list))) => self.open_list(list),
            (Some(_), _) => {
                self.frame.browse.focus = Focus::List;
                self.edit_form();
            }
            _ => {}
        }
    }

    /// Goes back from a page to what is selected, then to all lists; false where neither is open.
    pub(super) fn steps_back(&mut self) -> bool {
        if self.page != Page::Row {
            self.page = Page::Row;
            self.close_card();
            self.write();
            return true;
        }
        let leaves = self.open.is_some() && !self.came && !self.frame.browse.has_back();
        if leaves {
            self.leave_list();
        }
        leaves
    }
}
