//! The lists of the house (WKS-8), for who keeps it: all of them, and each to be changed. Changes are a draft, which
//! outlives the session, until they are looked at and applied. One editor for every list: it knows none by name. What can
//! be done is in `bindings`; what is kept meanwhile, in `books`.

mod actions;
mod applying;
mod bindings;
mod books;
mod card;
mod changes;
mod entry;
mod going;
mod list;
mod naming;
mod table;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use self::books::Books;
use self::table::{ListRows, RowId};
use crate::desk::Answer;
use crate::desk::views::{ListId, ListUses, Of, Past};
use crate::domain::Refusal;
use crate::domain::house::Language;
use crate::domain::lists::draft::EntryDraft;
use crate::domain::lists::edit::ListEdit;
use crate::ui::frame::{Ctx, Frame, Heading, ListPane, Listing, Looked, Overlay, Sign};
use crate::ui::frame::{Wanted, Writes, framed};
use crate::ui::kit::columns::Column;
use crate::ui::kit::keymap::{KeyProblem, Overrides};
use crate::ui::kit::list_view::Row;
use crate::ui::kit::look::Look;
use crate::ui::kit::prose;
use crate::ui::message::{Event, Jump};

/// What the card shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Page {
    /// What is selected.
    Row,
    /// What is not applied yet, and how much follows.
    Changes,
    /// Who changed it when.
    History,
}

/// What waits until it is known who has which entry.
enum Then {
    /// An entry is retired, or struck off.
    Retire(ListId, Box<str>),
    /// One is asked whether to apply.
    Apply,
}

/// The lists of the house, and a draft of others.
pub struct ListsPane {
    frame: Frame<ListsPane>,
    /// What is not applied yet.
    books: Books,
    /// The list that is open; nothing: all of them.
    open: Option<ListId>,
    /// That list as it is to be.
    edited: ListEdit,
    /// How many entries of all lists are changed.
    changes: usize,
    /// Whether somebody came for that.
    came: bool,
    page: Page,
    /// The languages in which entries are called something, the one of the screen first.
    languages: Vec<Language>,
    counting: Wanted<Vec<Of<ListId, ListUses>>>,
    /// Who has which entry, of the lists of which that was asked.
    uses: BTreeMap<ListId, ListUses>,
    then: Option<Then>,
    reading: Wanted<Result<Vec<Past>, Refusal>>,
    /// Who changed the lists when, the newest first, once it is known.
    past: Option<Vec<Past>>,
}

impl ListsPane {
    /// Returns a list as it is to be.
    fn edit(&self, list: ListId) -> Option<ListEdit> {
        self.books.edit(&self.frame.ctx.sight, list)
    }

    /// Returns the list that is open, or selected.
    fn list(&self) -> Option<ListId> {
        self.open.or_else(|| match self.frame.browse.selected()? {
            RowId::List(list) => Some(list),
            RowId::Entry(_) => None,
        })
    }

    /// Returns the stable name of the entry that is selected, with its list.
    fn selected(&self) -> Option<(ListId, Box<str>)> {
        match self.frame.browse.selected()? {
            RowId::Entry(key) => Some((self.open?, key)),
            RowId::List(_) => None,
        }
    }

    /// Returns the entry that is selected: as it is to be, else as it stood before it was struck off.
    fn entry(&self) -> Option<(ListId, &EntryDraft)> {
        let (list, key) = self.selected()?;
        let entry = self.edited.now(&key);
        Some((list, entry.or_else(|| self.edited.before(&key))?))
    }

    /// Returns what a list is called.
    fn title(&self, list: ListId) -> String {
        let text = self.text(&format!("list-{}", list.key()));
        prose::capitalised(&text)
    }
}

framed!(ListsPane, bindings);

impl Writes for ListsPane {
    type Text = ();
}

impl Overlay for ListsPane {
    fn has_step_back(&self) -> bool {
        self.page != Page::Row || (self.open.is_some() && !self.came)
    }

    fn is_what_came_for(&self) -> bool {
        self.came && self.page == Page::Row && !self.frame.browse.has_back()
    }

    fn step_back(&mut self) -> bool {
        self.steps_back()
    }
}

impl ListPane for ListsPane {
    type Rows = ListRows;

    const NAME: &'static str = "lists";

    fn begin(frame: Frame<Self>, _: &Overrides, _: &mut Vec<KeyProblem>) -> Self {
        ListsPane {
            languages: Self::languages_now(&frame.ctx),
            frame,
            books: Books::default(),
            open: None,
            edited: ListEdit::default(),
            changes: 0,
            came: false,
            page: Page::Row,
            counting: Wanted::default(),
            uses: BTreeMap::new(),
            then: None,
            reading: Wanted::default(),
            past: None,
        }
    }

    fn listing(&self, look: &Look<'_>) -> Listing {
        self.listed(look)
    }

    fn relist(&mut self) {
        let open = self.open.and_then(|list| self.edit(list));
        self.edited = open.unwrap_or_default();
        self.changes = self.books.changes();
        let rows = match self.open {
            None => self.all_lists(),
            Some(list) => self.entries(list),
        };
        self.frame.browse.rows = Some(rows);
        self.sync();
    }

    fn lines(&self, shown: Range<usize>, look: &Look<'_>) -> Vec<Row> {
        let rows = self.frame.browse.rows.as_ref();
        rows.map_or_else(Vec::new, |rows| rows.lines(shown, look))
    }

    fn columns(&self) -> &'static [Column] {
        match self.open {
            None => &table::LISTS,
            Some(_) => table::of_entries(self.languages.len()),
        }
    }

    fn column_names(&self) -> Vec<(usize, String)> {
        match self.open {
            None => Vec::new(),
            Some(_) => self.language_columns(),
        }
    }

    fn signs() -> &'static [Sign] {
        &table::SIGNS
    }

    fn heading(&self) -> Heading {
        let shown = match self.page {
            Page::Changes => Some((self.text("lists-changes"), String::new())),
            Page::History => self
                .list()
                .map(|list| (self.title(list), self.text("lists-history"))),
            Page::Row => self.row_heading(),
        };
        Heading::of(shown, "empty-list-entry")
    }

    fn card(&self, width: usize) -> Vec<prose::Line> {
        match self.page {
            Page::Row => self.of_row(width),
            Page::Changes => self.of_changes(width),
            Page::History => self.of_history(width),
        }
    }

    fn renewed(&mut self, before: &Ctx) -> bool {
        let loads = self.books.load(&mut self.frame.out);
        let languages = Self::languages_now(&self.frame.ctx);
        let ctx = &self.frame.ctx;
        let worded = Arc::ptr_eq(&ctx.texts, &before.texts) && languages == self.languages;
        let same = ctx.sight.has_same_lists(&before.sight);
        if same && worded && !loads {
            return false;
        }
        self.languages = languages;
        if !same {
            self.books.renew(&self.frame.ctx.sight, &mut self.frame.out);
            self.past = None;
            if self.page == Page::History {
                self.read_history();
            }
            self.count();
        }
        self.relist();
        self.write();
        true
    }

    fn looked(&mut self, looked: &mut Looked) {
        if let Some(found) = self.counting.take(looked) {
            let found = found.into_iter();
            let known = found.filter_map(|(list, uses)| Some((list, uses.ok()?)));
            self.uses = known.collect();
            match self.then.take() {
                Some(Then::Retire(list, key)) => self.retire_now(list, &key),
                Some(Then::Apply) => self.ask_apply(),
                None => {}
            }
            self.relist();
            self.write();
        }
        if let Some(found) = self.reading.take(looked) {
            self.past = found.ok();
            self.write();
        }
    }

    fn take(&mut self, answer: Event) -> Option<Event> {
        let frame = &mut self.frame;
        match self.books.take(answer, &frame.ctx.sight, &mut frame.out) {
            books::Came::Elsewhere(answer) => Some(answer),
            books::Came::Stored => {
                self.relist();
                self.write();
                None
            }
        }
    }

    fn answered(&mut self, token: u64, answer: &Answer) {
        self.applied(token, answer);
    }

    fn opened(&mut self) {
        self.open_selected();
    }

    fn go(&mut self, to: Jump) -> bool {
        let Jump::List(key) = to else { return false };
        let found = ListId::parse(key).filter(|list| self.edit(*list).is_some());
        if let Some(list) = found {
            self.open_list(list);
            self.came = true;
        }
        found.is_some()
    }

    fn copies(&self) -> Vec<(String, String)> {
        let key = match (self.selected(), self.list()) {
            (Some((_, key)), _) => Some(key.into()),
            (None, list) => list.map(|list| list.key().to_owned()),
        };
        key.map(|key| (self.text("copy-key"), key))
            .into_iter()
            .collect()
    }
}
