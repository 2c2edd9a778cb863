//! What is selected as lines: a list with its entries, or an entry with its names, what it was called, who has it and what
//! else it says. Never draws.

use super::ListsPane;
use super::naming::{contents, language};
use crate::desk::views::ListId;
use crate::domain::lists::draft::EntryDraft;
use crate::domain::lists::edit::Became;
use crate::domain::routing::{Row, Target};
use crate::ui::frame::{Card, ListPane};
use crate::ui::kit::prose::{Line, Tone};

impl ListsPane {
    /// What is selected.
    pub(super) fn of_row(&self, width: usize) -> Vec<Line> {
        let mut card = Card::new(&self.frame.ctx, width);
        match (self.entry(), self.list()) {
            (Some((list, entry)), _) => self.of_entry(&mut card, list, entry),
            (None, Some(list)) if self.open.is_none() => self.of_list(&mut card, list),
            _ => {}
        }
        card.lines
    }

    /// A list: where it shows, and its entries in their order.
    fn of_list(&self, card: &mut Card<'_>, list: ListId) {
        let about = format!("list-{}-help", list.key());
        if card.ctx.texts.has(&about) {
            card.words(&card.text(&about), Tone::Muted);
        }
        let Some(edit) = self.edit(list) else { return };
        card.part(card.text("list-entries"));
        if edit.to.is_empty() {
            card.words(&card.text("list-no-entries"), Tone::Muted);
        }
        for entry in &edit.to {
            let named = self.names(list).name(entry, &self.languages);
            match edit.number(&entry.key) {
                Some(n) => card.words(&format!("{n:>3}  {named}"), Tone::Text),
                None => {
                    let named = [("name", named.into())];
                    card.words(&card.with("list-entry-retired", &named), Tone::Faint);
                }
            }
        }
    }

    fn of_entry(&self, card: &mut Card<'_>, list: ListId, entry: &EntryDraft) {
        let edit = &self.edited;
        let is_offered = edit.now(&entry.key).is_some() && !entry.retired;
        for one in &self.languages {
            let label = language(&card.ctx.texts, *one);
            match self.names(list).called(entry, *one) {
                Some(name) => self.labelled(card, &label, &name, Tone::Title),
                None if is_offered => {
                    let until = [("name", self.names(list).until(entry).into())];
                    let words = card.with("list-missing-until", &until);
                    self.labelled(card, &label, &words, Tone::Soon);
                }
                None => self.labelled(card, &label, &card.text("list-no-name"), Tone::Faint),
            }
        }
        let key = [("key", entry.key.as_ref().into())];
        card.field("list-key", &card.with("list-key-stays", &key), Tone::Muted);
        if let Some(was) = self.was_called(list, entry) {
            card.field("list-was", &was, Tone::Muted);
        }
        card.field("column-uses", &self.used_by(list, &entry.key), Tone::Text);
        if let Some(pair) = entry.pair {
            card.field("list-pair", &pair.name(), Tone::Text);
        }
        let says = self.languages.iter();
        let says = says.filter_map(|one| Some((one, contents(list, entry, *one)?)));
        for (one, words) in says {
            let said = [("language", language(&card.ctx.texts, *one).into())];
            let label = card.with("list-contains-in", &said);
            card.words(&label, Tone::Muted);
            card.words(&words, Tone::Text);
        }
        if let Some(means) = entry.means {
            card.field("list-means", &self.meaning(means), Tone::Text);
        }
        let stands = match edit.became(&entry.key).first() {
            Some(Became::Struck) => Some("list-stands-deleted"),
            _ if entry.retired => Some("list-stands-retired"),
            _ => None,
        };
        if let Some(stands) = stands {
            card.words(&card.text(stands), Tone::Soon);
        }
        if list == ListId::Kinds {
            match card.ctx.sight.kind_row(&entry.key) {
                Some(row) => of_route(card, row),
                None => card.words(&card.text("list-kind-new"), Tone::Soon),
            }
        }
    }

    /// A label that is no text, and what it says.
    fn labelled(&self, card: &mut Card<'_>, label: &str, words: &str, tone: Tone) {
        let lines = crate::ui::kit::prose::field(label, words, card.width, tone);
        card.lines.extend(lines);
    }

    /// What an entry was called in each language in which that changes; nothing where none does.
    fn was_called(&self, list: ListId, entry: &EntryDraft) -> Option<String> {
        let before = self.edited.before(&entry.key)?;
        let named = self.names(list);
        let names = self.languages.iter().filter_map(|language| {
            let was = named.called(before, *language);
            let is_other = was != named.called(entry, *language);
            is_other.then(|| was.unwrap_or_else(|| self.text("list-no-name")))
        });
        let names: Vec<String> = names.collect();
        (!names.is_empty()).then(|| names.join(" · "))
    }

    /// Who has an entry, in words.
    pub(super) fn used_by(&self, list: ListId, key: &str) -> String {
        let Some(uses) = self.uses.get(&list) else {
            return self.text("settings-counting");
        };
        let places = uses.by(key).filter(|(_, times)| *times > 0);
        let places = places.map(|(place, times)| {
            let id = format!("list-used-{place}");
            let id = match self.frame.ctx.texts.has(&id) {
                true => id,
                // A place that a later list brings along.
                false => "list-used-elsewhere".to_owned(),
            };
            self.with(&id, &[("n", times.into())])
        });
        let places: Vec<String> = places.collect();
        match places.is_empty() {
            true => self.text("list-unused"),
            false => places.join(" · "),
        }
    }
}

/// Whom the routing table names for a kind of request, and by which words it is recognised.
fn of_route(card: &mut Card<'_>, row: &Row) {
    let target = |target: &Target| match target {
        Target::Role(role) => card.text(&format!("role-{}", role.key())),
        Target::Person(person) => card.ctx.names.of(*person).to_owned(),
    };
    let all = |targets: &[Target]| {
        let targets = targets.iter().map(target);
        targets.collect::<Vec<_>>().join(" · ")
    };
    let fields = [
        ("list-kind-to", all(&row.to)),
        ("list-kind-copy", all(&row.copy)),
        ("list-kind-words", row.keywords.join(" · ")),
    ];
    for (label, words) in fields {
        let words = crate::text::sanitise::clean_line(&words);
        card.field(label, &words, Tone::Text);
    }
    card.words(&card.text("list-kind-edited-by"), Tone::Faint);
}
