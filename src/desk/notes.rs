//! What whoever opens a store is told at the start: what was put right, and what is missing. Changes nothing.

use crate::domain::house::House;
use crate::domain::state::Missing;
use crate::journal::{Fault, FaultKind, Store};
use crate::text::sanitise::clean_line;

/// There are records, but not the one that everything stands on.
pub(super) fn set_up_lost() -> Fault {
    Fault::new(
        FaultKind::Damaged,
        "the record that set this organisation up is lost",
        "restore a backup of the data folder",
    )
}

/// What is missing where records are lost, in words for whoever opened the store: at each start, for as long as
/// it is so.
pub fn told_missing(missing: &Missing) -> Vec<String> {
    let mut notes = vec![format!(
        "{} records are lost and could not be rebuilt: what they did is unknown; compare with a backup",
        missing.records
    )];
    if missing.house {
        notes.push(format!("{}: {}", set_up_lost().what, set_up_lost().hint));
    } else if missing.administrators {
        notes.push(
            "the records of the administrators are lost: nobody can add people or give roles; restore a backup of the data folder"
                .to_owned(),
        );
    }
    let named: Vec<String> = missing
        .people
        .iter()
        .take(NAMED)
        .map(ToString::to_string)
        .collect();
    if !named.is_empty() {
        let more = missing.people.len().saturating_sub(NAMED);
        let more = if more > 0 {
            format!(" and {more} more")
        } else {
            String::new()
        };
        notes.push(format!(
            "the records of {}{more} are lost, names and roles included: restore a backup, or add them again",
            named.join(", ")
        ));
    }
    notes
}

/// What is told while the house's time zone is one that this program does not know.
pub(super) fn unknown_zone(house: &House) -> Option<String> {
    let zone = clean_line(house.calendar.unknown_zone()?).into_owned();
    Some(format!(
        "the time zone \"{zone}\" is not known to this version: times are told in UTC; upgrade entremise"
    ))
}

/// How many people a note names.
const NAMED: usize = 5;

/// What the store put right when it was opened, in words for whoever opened it.
pub(super) fn mended(store: &Store) -> Vec<String> {
    let mut notes = Vec::new();
    let restored = store.journal().restored();
    if restored > 0 {
        notes.push(format!(
            "{restored} records missing in one of the two logs were copied from the other"
        ));
    }
    if let Some(aside) = store.drafts().aside() {
        notes.push(format!(
            "the unsent drafts could not be read; they are kept as {}",
            aside.display()
        ));
    }
    notes
}
