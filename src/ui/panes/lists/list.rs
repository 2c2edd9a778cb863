//! The lists as lines: all of them, each with how much it has and how much is changed; the entries of one, each with what
//! it is called in each language, how often it is used and what becomes of it. Never colour alone.

use super::ListsPane;
use super::naming::language;
use super::table::{LANGUAGES_FROM, Line, ListRows, RowId, has_all, of_entries};
use crate::desk::views::ListId;
use crate::domain::lists::draft::EntryDraft;
use crate::domain::lists::edit::Became;
use crate::ui::frame::{ListPane, Listing};
use crate::ui::kit::look::Look;
use crate::ui::kit::prose::Tone;

impl ListsPane {
    /// What stands around the list.
    pub(super) fn listed(&self, look: &Look<'_>) -> Listing {
        let here = self.text("pane-lists");
        let title = match self.open {
            None => here,
            Some(list) => format!("{here} · {}", self.title(list)),
        };
        let right = match self.changes {
            0 => None,
            n => {
                let position = self.frame.browse.list.viewport.position();
                let changes = look.texts.with("lists-changed", &[("n", n.into())]);
                Some(format!("{position} · {changes}"))
            }
        };
        Listing {
            title,
            right,
            hint: "lists-filter-hint",
            empty: self.text(match self.open {
                _ if self.frame.browse.is_filtered() => "lists-none-found",
                None => "empty-lists",
                Some(_) => "empty-list",
            }),
        }
    }

    /// All lists, as lines.
    pub(super) fn all_lists(&self) -> ListRows {
        let rows = ListId::all().filter_map(|list| {
            let edit = self.edit(list)?;
            let offered = edit.to.iter().filter(|entry| !entry.retired).count();
            let changes = edit.changes().len();
            let count = |n: usize| match n {
                0 => "–".to_owned(),
                n => n.to_string(),
            };
            let title = self.title(list);
            let named = self.names(list);
            let names = edit.to.iter();
            let names = names.map(|entry| named.name(entry, &self.languages));
            let text = format!("{title} {}", list.key());
            let more = names.collect::<Vec<_>>().join(" ");
            let line = Line {
                id: RowId::List(list),
                changed: changes > 0,
                cells: vec![
                    (title, Tone::Text),
                    (offered.to_string(), Tone::Text),
                    (count(edit.to.len() - offered), Tone::Muted),
                    (count(changes), Tone::Accent),
                ],
            };
            Some((line, text, more))
        });
        let rows: Vec<(Line, String, String)> = rows.collect();
        // What a list is called goes before what stands on it.
        let filter = self.frame.browse.filter.text();
        let is_called = rows.iter().any(|(_, text, _)| has_all(text, filter));
        let rows = rows.into_iter().map(|(line, text, more)| match is_called {
            true => (line, text),
            false => (line, more),
        });
        ListRows::filtered(rows.collect(), filter)
    }

    /// The entries of a list, as lines.
    pub(super) fn entries(&self, list: ListId) -> ListRows {
        let rows = self.edited.rows().into_iter();
        let rows = rows.map(|entry| self.entry_line(list, &entry));
        ListRows::filtered(rows.collect(), self.frame.browse.filter.text())
    }

    /// An entry as a line, with what a filter finds it by.
    fn entry_line(&self, list: ListId, entry: &EntryDraft) -> (Line, String) {
        let edit = &self.edited;
        let is_there = edit.now(&entry.key).is_some();
        let tone = match is_there && !entry.retired {
            true => Tone::Text,
            false => Tone::Muted,
        };
        let place = edit.number(&entry.key);
        let place = place.map_or_else(String::new, |n| n.to_string());
        let mut cells = vec![(place, Tone::Muted)];
        let names = self.names(list);
        for language in self.languages_shown() {
            cells.push(match names.called(entry, *language) {
                Some(name) => (name, tone),
                // What is retired or struck off needs no name any more.
                None if tone == Tone::Muted => (names.until(entry), Tone::Faint),
                None => (self.text("list-missing"), Tone::Soon),
            });
        }
        let used = self.uses.get(&list).map(|uses| uses.of(&entry.key));
        let used = used.map_or_else(|| "…".to_owned(), |n| n.to_string());
        cells.push((used, tone));
        let state = self.state(entry);
        cells.push((state.clone(), tone));
        let all = self.languages.iter();
        let all = all.filter_map(|language| names.called(entry, *language));
        let all = all.collect::<Vec<_>>().join(" ");
        let text = format!("{} {state} {all}", entry.key);
        let line = Line {
            id: RowId::Entry(entry.key.clone()),
            changed: !edit.became(&entry.key).is_empty(),
            cells,
        };
        (line, text)
    }

    /// What becomes of an entry, or how it stands, in a word.
    pub(super) fn state(&self, entry: &EntryDraft) -> String {
        let id = match self.edited.became(&entry.key).first() {
            Some(Became::Added) => "list-state-new",
            Some(Became::Struck) => "list-state-deleted",
            Some(Became::Retired) => "list-state-retired",
            Some(Became::Returned) => "list-state-back",
            _ if entry.retired => "list-state-retired",
            Some(Became::Renamed) => "list-state-renamed",
            Some(Became::Changed) => "list-state-changed",
            Some(Became::Moved) => "list-state-moved",
            None => "list-state-in-use",
        };
        self.text(id)
    }

    /// The languages that have a column.
    fn languages_shown(&self) -> &[super::Language] {
        let columns = of_entries(self.languages.len()).len();
        // The sign, the place, the uses and the state have the others.
        let room = columns - LANGUAGES_FROM - 2;
        self.languages.get(..room).unwrap_or(&self.languages)
    }

    /// The names of the columns that are of a language.
    pub(super) fn language_columns(&self) -> Vec<(usize, String)> {
        let texts = &self.frame.ctx.texts;
        let shown = self.languages_shown().iter();
        let named = shown.map(|one| language(texts, *one));
        (LANGUAGES_FROM..).zip(named).collect()
    }

    /// What stands around the card of what is selected.
    pub(super) fn row_heading(&self) -> Option<(String, String)> {
        match (self.entry(), self.list()) {
            (Some((list, entry)), _) => {
                let title = self.names(list).name(entry, &self.languages);
                Some((title, self.state(entry)))
            }
            (None, Some(list)) if self.open.is_none() => Some((self.title(list), String::new())),
            _ => None,
        }
    }
}
