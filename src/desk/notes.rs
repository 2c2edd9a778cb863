//! What whoever opens a store is told at the start: what was put right, and what is missing. Changes nothing.

use crate::assets::texts::{Arg, Lang, Texts};
use crate::domain::house::House;
use crate::domain::state::Missing;
use crate::journal::{Fault, FaultKind, Store};
use crate::text::sanitise::clean_line;

/// A remark for whoever opened a store: a text, and its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    id: &'static str,
    values: Vec<(&'static str, Arg)>,
}

impl Note {
    pub(super) fn new(
        id: &'static str,
        values: impl IntoIterator<Item = (&'static str, Arg)>,
    ) -> Note {
        let values = values.into_iter().collect();
        Note { id, values }
    }

    /// Returns it in a language.
    pub fn say(&self, lang: Lang) -> String {
        Texts::shared(lang).with(self.id, &self.values)
    }
}

/// There are records, but not the one that everything stands on.
pub(super) fn set_up_lost() -> Fault {
    Fault::new(
        FaultKind::Damaged,
        "the record that set this organisation up is lost",
        "restore a backup of the data folder",
    )
}

/// How many people a note names.
const NAMED: usize = 5;

/// Returns what is missing where records are lost, for whoever opened the store: at each start, for as long as it is
/// so.
pub fn told_missing(missing: &Missing) -> Vec<Note> {
    let records = i64::try_from(missing.records).unwrap_or(i64::MAX);
    let mut notes = vec![Note::new("start-lost", [("n", records.into())])];
    if missing.house {
        notes.push(Note::new("start-lost-house", []));
    } else if missing.administrators {
        notes.push(Note::new("start-lost-administrators", []));
    }
    let named = missing.people.iter().take(NAMED);
    let named: Vec<String> = named.map(ToString::to_string).collect();
    if !named.is_empty() {
        let more = missing.people.len().saturating_sub(NAMED);
        let id = match more {
            0 => "start-lost-people",
            _ => "start-lost-people-more",
        };
        let values = [("named", named.join(", ").into()), ("n", more.into())];
        notes.push(Note::new(id, values));
    }
    notes
}

/// Returns what is told while the house's time zone is one that this program does not know.
pub(super) fn unknown_zone(house: &House) -> Option<Note> {
    let zone = clean_line(house.calendar.unknown_zone()?).into_owned();
    Some(Note::new("start-zone", [("zone", zone.into())]))
}

/// Returns what the store put right when it was opened.
pub(super) fn mended(store: &Store) -> Vec<Note> {
    let mut notes = Vec::new();
    let shown = |path: &std::path::Path| path.display().to_string().into();
    if let Some(path) = store.mended() {
        notes.push(Note::new("start-folder", [("path", shown(path))]));
    }
    let restored = store.journal().restored();
    if restored > 0 {
        let n = i64::try_from(restored).unwrap_or(i64::MAX);
        notes.push(Note::new("start-restored", [("n", n.into())]));
    }
    if let Some(aside) = store.drafts().aside() {
        notes.push(Note::new("start-drafts", [("path", shown(aside))]));
    }
    notes
}
