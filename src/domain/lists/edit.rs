//! A list while somebody changes it: as it stood when they began, and as it is to be. Says what differs between the two,
//! and lays that over a list which others changed meanwhile. Decides nothing.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::draft::EntryDraft;
use crate::domain::language::Language;

/// A list while it is changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListEdit {
    /// Its entries as they stood.
    pub was: Vec<EntryDraft>,
    /// Its entries as they are to be, in their order.
    pub to: Vec<EntryDraft>,
    /// Those that were moved by hand.
    moved: BTreeSet<Box<str>>,
}

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Became {
    /// It is new.
    Added,
    /// It is struck off.
    Struck,
    /// It stays on what has it, and nothing new takes it.
    Retired,
    /// It can be chosen again.
    Returned,
    /// It is called otherwise.
    Renamed,
    /// Something else of it is other than it was.
    Changed,
    /// It stands elsewhere.
    Moved,
}

/// Returns the entry with this stable name.
fn find<'a>(entries: &'a [EntryDraft], key: &str) -> Option<&'a EntryDraft> {
    entries.iter().find(|entry| &*entry.key == key)
}

/// Returns the place of the entry with this stable name.
fn place(entries: &[EntryDraft], key: &str) -> Option<usize> {
    entries.iter().position(|entry| &*entry.key == key)
}

/// Returns whether two drafts of an entry differ in more than what it is called and whether it is retired.
fn is_changed_beside(was: &EntryDraft, now: &EntryDraft) -> bool {
    let alike = EntryDraft {
        names: was.names.clone(),
        retired: was.retired,
        ..now.clone()
    };
    alike != *was
}

/// Puts an entry behind the nearest of those that stand before its place `at` of `order`; else first.
fn put_behind(entries: &mut Vec<EntryDraft>, order: &[EntryDraft], at: usize, entry: EntryDraft) {
    let mut before = order.iter().take(at).rev();
    let behind = before.find_map(|one| place(entries, &one.key));
    entries.insert(behind.map_or(0, |at| at + 1), entry);
}

impl ListEdit {
    /// Returns a list of which nothing is changed yet.
    pub fn of(entries: Vec<EntryDraft>) -> ListEdit {
        ListEdit {
            was: entries.clone(),
            to: entries,
            moved: BTreeSet::new(),
        }
    }

    /// Returns whether something is changed.
    pub fn is_changed(&self) -> bool {
        self.was != self.to
    }

    /// Returns an entry as it stood.
    pub fn before(&self, key: &str) -> Option<&EntryDraft> {
        find(&self.was, key)
    }

    /// Returns an entry as it is to be; `None` of one that is struck off.
    pub fn now(&self, key: &str) -> Option<&EntryDraft> {
        find(&self.to, key)
    }

    /// Returns every entry, each that is struck off where it stood.
    pub fn rows(&self) -> Vec<EntryDraft> {
        let mut rows = self.to.clone();
        for (at, entry) in self.was.iter().enumerate() {
            if self.now(&entry.key).is_none() {
                put_behind(&mut rows, &self.was, at, entry.clone());
            }
        }
        rows
    }

    /// Returns the place of an entry among those that can be chosen, from 1.
    pub fn number(&self, key: &str) -> Option<usize> {
        let mut offered = self.to.iter().filter(|entry| !entry.retired);
        offered.position(|entry| &*entry.key == key).map(|n| n + 1)
    }

    /// Returns whether those that stood there and stay are in another order.
    fn is_reordered(&self) -> bool {
        let stay = self
            .was
            .iter()
            .filter(|entry| self.now(&entry.key).is_some());
        let stand = self
            .to
            .iter()
            .filter(|entry| self.before(&entry.key).is_some());
        stay.map(|entry| &entry.key)
            .ne(stand.map(|entry| &entry.key))
    }

    /// Returns what became of an entry, what weighs most first; nothing of one that is as it was.
    pub fn became(&self, key: &str) -> Vec<Became> {
        let (was, now) = match (self.before(key), self.now(key)) {
            (None, None) => return Vec::new(),
            (None, Some(_)) => return vec![Became::Added],
            (Some(_), None) => return vec![Became::Struck],
            (Some(was), Some(now)) => (was, now),
        };
        let mut became = Vec::new();
        match (was.retired, now.retired) {
            (false, true) => became.push(Became::Retired),
            (true, false) => became.push(Became::Returned),
            _ => {}
        }
        if was.names != now.names {
            became.push(Became::Renamed);
        }
        if is_changed_beside(was, now) {
            became.push(Became::Changed);
        }
        if self.moved.contains(key) && self.is_reordered() {
            became.push(Became::Moved);
        }
        became
    }

    /// Returns the entries of which something became something, in the order of the rows.
    pub fn changes(&self) -> Vec<(EntryDraft, Vec<Became>)> {
        let rows = self.rows().into_iter();
        let changes = rows.map(|entry| {
            let became = self.became(&entry.key);
            (entry, became)
        });
        changes.filter(|(_, became)| !became.is_empty()).collect()
    }

    /// Adds an entry behind the last that can be chosen.
    pub fn add(&mut self, entry: EntryDraft) {
        let last = self.to.iter().rposition(|one| !one.retired);
        self.to.insert(last.map_or(0, |at| at + 1), entry);
    }

    /// Takes over an entry as it is to be.
    pub fn put(&mut self, entry: EntryDraft) {
        if let Some(at) = place(&self.to, &entry.key)
            && let Some(one) = self.to.get_mut(at)
        {
            *one = entry;
        }
    }

    /// Strikes an entry off.
    pub fn strike(&mut self, key: &str) {
        self.to.retain(|entry| &*entry.key != key);
    }

    /// Retires an entry, or lets it be chosen again. One that was struck off stands where it stood.
    pub fn retire(&mut self, key: &str, retired: bool) {
        if self.now(key).is_none()
            && let Some(at) = place(&self.was, key)
            && let Some(entry) = self.was.get(at).cloned()
        {
            put_behind(&mut self.to, &self.was, at, entry);
        }
        if let Some(entry) = self.to.iter_mut().find(|entry| &*entry.key == key) {
            entry.retired = retired;
        }
    }

    /// Has an entry stand where another one does, which makes room for it.
    pub fn shift(&mut self, key: &str, where_is: &str) {
        let (Some(from), Some(to)) = (place(&self.to, key), place(&self.to, where_is)) else {
            return;
        };
        let entry = self.to.remove(from);
        self.moved.insert(entry.key.clone());
        self.to.insert(to, entry);
    }

    /// Returns the same changes of a list that stands as `now` meanwhile: what others did stays where it is not changed
    /// here, and what is changed here of an entry that others struck off brings it back.
    pub fn laid_over(&self, now: Vec<EntryDraft>) -> ListEdit {
        let stays = |entry: &&EntryDraft| {
            self.before(&entry.key).is_none() || self.now(&entry.key).is_some()
        };
        let merged = now.iter().filter(stays).map(|entry| {
            let mine = self.now(&entry.key);
            mine.map_or_else(
                || entry.clone(),
                |mine| laid(self.before(&entry.key), mine, entry),
            )
        });
        let mut to: Vec<EntryDraft> = merged.collect();
        for (at, mine) in self.to.iter().enumerate() {
            let changed = self.before(&mine.key) != Some(mine);
            if changed && find(&now, &mine.key).is_none() {
                put_behind(&mut to, &self.to, at, mine.clone());
            }
        }
        if self.is_reordered() {
            to = in_order_of(&self.to, &to);
        }
        let moved = self.moved.clone();
        ListEdit {
            was: now,
            to,
            moved,
        }
    }
}

/// Returns an entry with what was changed here of it.
fn laid(was: Option<&EntryDraft>, mine: &EntryDraft, now: &EntryDraft) -> EntryDraft {
    let changed = was.is_none_or(|was| is_changed_beside(was, mine));
    let beside = if changed { mine } else { now };
    let mut entry = EntryDraft {
        names: now.names.clone(),
        retired: now.retired,
        ..beside.clone()
    };
    let name = |of: &EntryDraft, language: Language| -> Option<Box<str>> {
        let mut names = of.names.iter();
        let found = names.find(|(one, _)| *one == language);
        found.map(|(_, name)| name.clone())
    };
    let before = was.map(|was| was.names.as_slice()).unwrap_or_default();
    let spoken = before.iter().chain(&mine.names);
    let spoken: BTreeSet<Language> = spoken.map(|(language, _)| *language).collect();
    for language in spoken {
        let own = name(mine, language);
        if own == was.and_then(|was| name(was, language)) {
            continue;
        }
        let at = entry.names.iter().position(|(one, _)| *one == language);
        match (at.and_then(|at| entry.names.get_mut(at)), own) {
            (Some((_, name)), Some(own)) => *name = own,
            (None, Some(own)) => entry.names.push((language, own)),
            (_, None) => entry.names.retain(|(one, _)| *one != language),
        }
    }
    if was.is_none_or(|was| was.retired != mine.retired) {
        entry.retired = mine.retired;
    }
    entry
}

/// Returns `entries` in the order of `order`; those that it does not have stand behind the one they stood behind.
fn in_order_of(order: &[EntryDraft], entries: &[EntryDraft]) -> Vec<EntryDraft> {
    let known = order.iter().filter_map(|one| find(entries, &one.key));
    let mut all: Vec<EntryDraft> = known.cloned().collect();
    for (at, entry) in entries.iter().enumerate() {
        if find(order, &entry.key).is_none() {
            put_behind(&mut all, entries, at, entry.clone());
        }
    }
    all
}

#[cfg(test)]
#[path = "edit_tests.rs"]
mod tests;
