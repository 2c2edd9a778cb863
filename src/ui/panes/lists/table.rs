//! The columns of the lists and of one list's entries, and their lines as rows. Knows neither lists nor entries.

use std::ops::Range;

use crate::desk::views::ListId;
use crate::text::fold;
use crate::ui::frame::Sign;
use crate::ui::kit::columns::Column;
use crate::ui::kit::list::Rows;
use crate::ui::kit::list_view::{Cell, Row};
use crate::ui::kit::look::Look;
use crate::ui::kit::prose::Tone;

/// The columns of all lists.
pub(super) static LISTS: [Column; 5] = [
    Column::sign(),
    Column::text(18).named("column-list"),
    Column::fixed(8).right().named("column-entries"),
    Column::fixed(8).right().from(20).named("column-retired"),
    Column::fixed(9).right().named("column-changes"),
];

const NUMBER: Column = Column::fixed(3).right().named("column-place");
const FIRST: Column = Column::text(13);
const OTHER: Column = Column::between(12, 30);
const USED: Column = Column::fixed(8).right().named("column-uses");
const STATE: Column = Column::between(9, 12).named("column-entry-state");

/// The first column that is of a language.
pub(super) const LANGUAGES_FROM: usize = 2;

static ONE: [Column; 5] = [Column::sign(), NUMBER, FIRST, USED, STATE.from(13)];
static TWO: [Column; 6] = [Column::sign(), NUMBER, FIRST, OTHER, USED, STATE.from(13)];
// A third language comes before the state, which is said below too; a fourth, behind it.
static THREE: [Column; 7] = [
    Column::sign(),
    NUMBER,
    FIRST,
    OTHER,
    OTHER.from(12),
    USED,
    STATE.from(13),
];
static FOUR: [Column; 8] = [
    Column::sign(),
    NUMBER,
    FIRST,
    OTHER,
    OTHER.from(12),
    OTHER.from(14),
    USED,
    STATE.from(13),
];

/// Returns the columns of a list's entries, where they are called something in so many languages: those that have no
/// column are told below.
pub(super) fn of_entries(languages: usize) -> &'static [Column] {
    match languages {
        0 | 1 => &ONE,
        2 => &TWO,
        3 => &THREE,
        _ => &FOUR,
    }
}

/// Stands before what is not applied yet.
const CHANGED: Sign = ("●", "sign-changed");

/// The signs of a line.
pub(super) const SIGNS: [Sign; 1] = [CHANGED];

/// What names a line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowId {
    /// A list.
    List(ListId),
    /// An entry of the list that is open, by its stable name.
    Entry(Box<str>),
}

/// A line.
pub(super) struct Line {
    /// What names it.
    pub(super) id: RowId,
    /// Whether it has the sign of what is changed.
    pub(super) changed: bool,
    /// Behind the sign.
    pub(super) cells: Vec<(String, Tone)>,
}

/// The lines that a filter leaves.
pub struct ListRows {
    rows: Vec<Line>,
}

impl ListRows {
    /// Returns what names the first line.
    pub(super) fn first(&self) -> Option<RowId> {
        self.rows.first().map(|row| row.id.clone())
    }

    /// Returns the lines of the rows at these positions.
    pub(super) fn lines(&self, shown: Range<usize>, look: &Look<'_>) -> Vec<Row> {
        let theme = look.theme;
        let rows = self.rows.iter().skip(shown.start).take(shown.len());
        let line = |row: &Line| {
            let sign = if row.changed { CHANGED.0 } else { " " };
            let cells = row.cells.iter();
            let cells = cells.map(|(words, tone)| Cell::styled(words.clone(), tone.style(theme)));
            Row {
                cells: std::iter::once(Cell::styled(sign, theme.accent))
                    .chain(cells)
                    .collect(),
                marked: false,
                style: theme.text,
            }
        };
        rows.map(line).collect()
    }

    /// Returns those of which some text has every word of `filter`.
    pub(super) fn filtered(rows: Vec<(Line, String)>, filter: &str) -> ListRows {
        let rows = rows.into_iter().filter(|(_, text)| has_all(text, filter));
        ListRows {
            rows: rows.map(|(line, _)| line).collect(),
        }
    }
}

/// Returns whether a text has every word of `filter`.
pub(super) fn has_all(text: &str, filter: &str) -> bool {
    let (text, words) = (fold::fold(text), fold::fold(filter));
    words.split_whitespace().all(|word| text.contains(word))
}

impl Rows for ListRows {
    type Id = RowId;

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn id(&self, position: usize) -> Option<RowId> {
        self.rows.get(position).map(|row| row.id.clone())
    }

    fn find(&self, id: &RowId) -> Option<usize> {
        self.rows.iter().position(|row| row.id == *id)
    }
}
