//! A row of the board's list.

use crate::desk::views::BoardRow;
use crate::domain::lists::Entry;
use crate::domain::opportunity::phase::Progress;
use crate::plain::table::{Cell, Column};
use crate::plain::words::Words;

/// The columns of the list.
pub(in crate::plain::board) const COLUMNS: [Column; 14] = [
    Column::new("column-opportunity"),
    Column::new("column-group").spare(),
    Column::new("column-stage"),
    Column::text("column-title"),
    Column::new("column-where"),
    Column::new("column-begins").spare(),
    Column::number("column-participants").spare(),
    Column::new("column-audience").spare(),
    Column::new("column-level").spare(),
    Column::new("column-proposals-until"),
    Column::number("column-proposals"),
    Column::new("column-own-proposal").spare(),
    Column::new("column-eligible").spare(),
    Column::new("column-client").spare(),
];

/// The row of an opportunity, under these columns: the client, if one may know.
pub(in crate::plain::board) fn cells(words: &Words, row: &BoardRow) -> [Cell; 14] {
    let teller = words.teller();
    let named = |list: &str, key: &str| Cell::named(key, teller.named(list, key));
    let place = match (row.online, row.place.is_empty()) {
        (true, _) => Cell::named("online", words.text("opp-online")),
        (false, true) => Cell::plain(row.country.as_ref().map_or("", |c| c.code())),
        (false, false) => Cell::plain(&row.place),
    };
    let begins = match row.starts {
        Some(at) => Cell::at(words, at),
        None => Cell::plain(&row.dates),
    };
    let eligible = match row.eligible {
        Some(_) if row.closed => Cell::named("closed", words.text("eligible-closed")),
        None => Cell::default(),
        Some(true) => Cell::named("eligible", words.text("eligible-yes")),
        Some(false) => Cell::named("not-eligible", words.text("eligible-no")),
    };
    let people = row.participants.map(|n| n.to_string());
    let mine = row.mine.map(Progress::key);
    [
        Cell::plain(row.id),
        Cell::named(row.group.key(), teller.group(row.group)),
        named("stage", row.stage.key()),
        Cell::plain(&row.title),
        place.or_dash(),
        begins.or_dash(),
        Cell::plain(people.unwrap_or_default()).or_dash(),
        entry(words, row.audience),
        row.level
            .map_or(Cell::default(), |level| entry(words, level))
            .or_dash(),
        Cell::at(words, row.deadline),
        Cell::plain(row.proposals.map(|n| n.to_string()).unwrap_or_default()).or_dash(),
        mine.map_or(Cell::default(), |key| named("proposal", key))
            .or_dash(),
        eligible.or_dash(),
        Cell::plain(row.client.as_deref().unwrap_or_default()).or_dash(),
    ]
}

/// An entry of a list: its stable name, and what it is called.
fn entry<T: Entry>(words: &Words, entry: T) -> Cell {
    Cell::named(words.key(entry), words.teller().entry_name(entry))
}
