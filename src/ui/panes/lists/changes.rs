//! What is not applied yet as lines, list by list, with how much follows; what others changed meanwhile; who changed a list
//! when. Never draws.

use super::ListsPane;
use super::naming::language;
use crate::desk::views::{ListBook, ListId, Past, PastLine};
use crate::domain::lists::draft::EntryDraft;
use crate::domain::lists::edit::{Became, ListEdit};
use crate::ui::frame::{Card, ListPane};
use crate::ui::kit::prose::{Line, Tone};

impl ListsPane {
    /// What is not applied yet, and how much follows.
    pub(super) fn of_changes(&self, width: usize) -> Vec<Line> {
        let mut card = Card::new(&self.frame.ctx, width);
        if self.changes == 0 {
            card.words(&card.text("lists-no-draft"), Tone::Muted);
            return card.lines;
        }
        for book in self.books.written() {
            self.meanwhile(&mut card, book);
        }
        for list in self.books.changed() {
            let Some(edit) = self.edit(list) else {
                continue;
            };
            card.part(self.title(list));
            for (entry, became) in edit.changes() {
                for became in became {
                    self.change(&mut card, (list, &edit, &entry), became);
                    self.what_follows(&mut card, (list, &entry), became);
                }
            }
        }
        card.lines
    }

    /// What others changed of the same lists since this draft was begun.
    fn meanwhile(&self, card: &mut Card<'_>, book: &ListBook) {
        let touch = card.ctx.sight.lists_touched(book.thing);
        let Some(touch) = touch.filter(|_| !book.others.is_empty()) else {
            return;
        };
        let by = touch.by.map(|by| card.ctx.names.of(by).to_owned());
        let by = by.unwrap_or_else(|| card.text("history-nobody"));
        let when = card.ctx.teller().when(touch.at);
        let values = [("by", by.into()), ("when", when.into())];
        card.part(card.text("lists-meanwhile"));
        card.words(&card.with("lists-meanwhile-by", &values), Tone::Soon);
        for (list, edit) in &book.others {
            card.words(&self.title(*list), Tone::Title);
            for (entry, became) in edit.changes() {
                for became in became {
                    self.change(card, (*list, edit, &entry), became);
                }
            }
        }
    }

    /// What becomes of an entry.
    fn change(
        &self,
        card: &mut Card<'_>,
        (list, edit, entry): (ListId, &ListEdit, &EntryDraft),
        became: Became,
    ) {
        let named = self.names(list).name(entry, &self.languages);
        let id = match became {
            Became::Renamed => {
                return self.renames(card, (list, edit, entry));
            }
            Became::Added => "list-change-new",
            Became::Struck => "list-change-deleted",
            Became::Retired => "list-change-retired",
            Became::Returned => "list-change-back",
            Became::Changed => "list-change-changed",
            Became::Moved => "list-change-moved",
        };
        let place = edit.number(&entry.key);
        let place = place.map_or_else(|| "–".to_owned(), |n| n.to_string());
        let values = [("name", named.into()), ("place", place.into())];
        card.words(&card.with(id, &values), Tone::Text);
    }

    /// What an entry is called otherwise, language by language.
    fn renames(&self, card: &mut Card<'_>, (list, edit, entry): (ListId, &ListEdit, &EntryDraft)) {
        let Some(before) = edit.before(&entry.key) else {
            return;
        };
        let own = entry.names.iter().chain(&before.names);
        let mut languages = self.languages.clone();
        for (one, _) in own {
            if !languages.contains(one) {
                languages.push(*one);
            }
        }
        let named = self.names(list);
        for one in languages {
            let [was, now] = [before, entry].map(|entry| named.called(entry, one));
            if was == now {
                continue;
            }
            let [was, now] =
                [was, now].map(|name| name.unwrap_or_else(|| card.text("list-no-name")));
            let values = [
                ("was", was.into()),
                ("now", now.into()),
                ("language", language(&card.ctx.texts, one).into()),
            ];
            card.words(&card.with("list-change-renamed", &values), Tone::Text);
        }
    }

    /// How much follows from what becomes of an entry.
    fn what_follows(&self, card: &mut Card<'_>, (list, entry): (ListId, &EntryDraft), of: Became) {
        let id = match of {
            Became::Renamed => "list-follows-renamed",
            Became::Retired => "list-follows-retired",
            Became::Struck | Became::Added => "list-follows-none",
            Became::Returned | Became::Changed | Became::Moved => return,
        };
        if of == Became::Added {
            return;
        }
        let used = [("used", self.used_by(list, &entry.key).into())];
        card.words(&card.with(id, &used), Tone::Muted);
    }

    /// Who changed the list when.
    pub(super) fn of_history(&self, width: usize) -> Vec<Line> {
        let mut card = Card::new(&self.frame.ctx, width);
        let (Some(list), Some(past)) = (self.list(), &self.past) else {
            card.words(&card.text("settings-counting"), Tone::Muted);
            return card.lines;
        };
        for one in past {
            let of_it = |line: &&PastLine| is_of(list, line);
            let lines: Vec<&PastLine> = one.lines.iter().filter(of_it).collect();
            if lines.is_empty() {
                continue;
            }
            head(&mut card, one);
            for line in lines {
                let text = |text: &str| match text.is_empty() {
                    true => self.text("settings-nothing"),
                    false => text.to_owned(),
                };
                let values = [
                    ("from", text(&line.from).into()),
                    ("to", text(&line.to).into()),
                ];
                card.words(&card.with("settings-from-to", &values), Tone::Text);
            }
        }
        if card.lines.is_empty() {
            card.words(&card.text("lists-history-none"), Tone::Muted);
        }
        card.lines
    }
}

/// Whether a line of a history is about a list: it begins with its name. The kinds of request have a history alone.
fn is_of(list: ListId, line: &PastLine) -> bool {
    let names = |text: &str| {
        let rest = text.strip_prefix(list.key());
        rest.is_some_and(|rest| rest.starts_with([',', ':']))
    };
    list == ListId::Kinds || names(&line.from) || names(&line.to)
}

fn head(card: &mut Card<'_>, one: &Past) {
    let by = one.by.clone();
    let by = by.unwrap_or_else(|| card.text("history-nobody"));
    let when = card.ctx.teller().when(one.at);
    let words = card.with(
        "setting-changed",
        &[("by", by.into()), ("when", when.into())],
    );
    card.words(&words, Tone::Muted);
}
