//! What is done with a list: entries are added, named, retired or struck off, brought back and moved, all in the draft.

use super::{ListsPane, Page, Then};
use crate::desk::views::{ListId, Past};
use crate::domain::lists::edit::ListEdit;
use crate::ui::frame::ListPane;
use crate::ui::kit::list::Rows;

use super::table::RowId;

/// The most records a history shows here; the command line has all of them.
const PAST: usize = 200;

impl ListsPane {
    /// Takes a list over as it is to be, and shows it.
    pub(super) fn put(&mut self, list: ListId, edit: ListEdit) {
        let frame = &mut self.frame;
        self.books.put(&frame.ctx.sight, list, edit, &mut frame.out);
        self.relist();
        self.write();
    }

    /// Has the line of an entry selected.
    pub(super) fn go_to_entry(&mut self, key: &str) {
        self.frame.browse.select(&RowId::Entry(key.into()));
        self.sync();
    }

    /// Says what becomes of an entry when the draft is applied.
    fn say_of(&mut self, id: &str, (list, edit, key): (ListId, &ListEdit, &str), n: usize) {
        let entry = edit.now(key).or_else(|| edit.before(key));
        let named = entry.map(|entry| self.names(list).name(entry, &self.languages));
        let values = [("name", named.unwrap_or_default().into()), ("n", n.into())];
        let words = self.with(id, &values);
        self.frame.out.say(words);
    }

    /// Retires the selected entry, or strikes it off where nothing has it: that is asked first.
    pub(super) fn retire(&mut self) {
        if let Some((list, key)) = self.selected() {
            self.then = Some(Then::Retire(list, key));
            self.count();
        }
    }

    /// The same, once it is known who has it.
    pub(super) fn retire_now(&mut self, list: ListId, key: &str) {
        let (Some(mut edit), Some(uses)) = (self.edit(list), self.uses.get(&list)) else {
            return;
        };
        let uses = uses.of(key);
        let was = edit.clone();
        let id = match (edit.before(key).is_some(), uses) {
            (false, _) => "list-said-dropped",
            (true, 0) => "list-said-deleted",
            (true, _) => "list-said-retired",
        };
        match id {
            "list-said-retired" => edit.retire(key, true),
            _ => edit.strike(key),
        }
        if edit == was {
            let words = self.text("why-entry-retired");
            return self.frame.out.refuse(words);
        }
        self.put(list, edit);
        self.say_of(id, (list, &was, key), uses);
    }

    /// Lets the selected entry be chosen again, or keeps one that was to be struck off.
    pub(super) fn bring_back(&mut self) {
        let Some((list, key)) = self.selected() else {
            return;
        };
        let Some(mut edit) = self.edit(list) else {
            return;
        };
        edit.retire(&key, false);
        self.put(list, edit.clone());
        self.go_to_entry(&key);
        self.say_of("list-said-back", (list, &edit, &key), 0);
    }

    /// Returns the entry that stands so many lines further among those that are not struck off.
    pub(super) fn neighbour(&self, further: bool) -> Option<Box<str>> {
        let (_, key) = self.selected()?;
        let rows = self.frame.browse.rows.as_ref()?;
        let at = rows.find(&RowId::Entry(key))?;
        let stands = |at: usize| match rows.id(at)? {
            RowId::Entry(key) => self.edited.now(&key).is_some().then_some(key),
            RowId::List(_) => None,
        };
        match further {
            true => (at + 1..rows.len()).find_map(stands),
            false => (0..at).rev().find_map(stands),
        }
    }

    /// Has the selected entry stand a line further up or down.
    pub(super) fn shift(&mut self, further: bool) {
        let Some(((list, key), other)) = self.selected().zip(self.neighbour(further)) else {
            return;
        };
        if let Some(mut edit) = self.edit(list) {
            edit.shift(&key, &other);
            self.put(list, edit);
            self.go_to_entry(&key);
        }
    }

    /// Undoes the last change of the draft.
    pub(super) fn undo_draft(&mut self) {
        let frame = &mut self.frame;
        self.books.undo(&frame.ctx.sight, &mut frame.out);
        self.relist();
        self.write();
        let words = self.text("list-said-undone");
        self.frame.out.say(words);
    }

    /// Throws the changes of a list away, or all.
    pub(super) fn discard(&mut self, list: Option<ListId>) {
        self.books.discard(list, &mut self.frame.out);
        if self.page == Page::Changes && self.books.changed().is_empty() {
            self.page = Page::Row;
            self.close_card();
        }
        self.relist();
        self.write();
        let words = self.text("list-said-discarded");
        self.frame.out.say(words);
    }

    /// Shows what is not applied yet, and how much follows.
    pub(super) fn compare(&mut self) {
        self.count();
        self.show(Page::Changes);
    }

    pub(super) fn history(&mut self) {
        self.read_history();
        self.show(Page::History);
    }

    pub(super) fn read_history(&mut self) {
        self.past = None;
        if let Some(list) = self.list() {
            let look = Past::look(list.chapter(), PAST);
            self.reading.ask_only(look, &mut self.frame.out);
        }
    }
}
