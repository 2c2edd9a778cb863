//! Lists: columns under a header where a terminal shows them, columns separated by tabs in a pipe, an object a line
//! as JSON. Every list of every command goes through here. What stands in a column is said twice: as scripts read it
//! (stable names, times in UTC) and as people do (their language, local times). It never decides what is listed.

use std::sync::Arc;

use serde_json::Value;

use super::words::{Words, iso};
use super::{Out, Place};
use crate::domain::Millis;
use crate::domain::money::Money;
use crate::text::fit;
use crate::ui::kit::texts::Texts;

/// How a list is told.
#[derive(Clone, Debug, Default, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Form {
    /// Print JSON, one object a line
    #[arg(long, conflicts_with = "plain")]
    pub json: bool,
    /// Print columns separated by tabs, with stable names and times in UTC [the default in a pipe]
    #[arg(long)]
    pub plain: bool,
}

/// Columns between two columns on a terminal.
const GAP: usize = 2;
/// The column that is cut keeps at least so many columns.
const LEAST: usize = 12;

/// A column of a list: the text that heads it, and where its values stand.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    id: &'static str,
    right: bool,
    cut: bool,
    spare: bool,
}

impl Column {
    /// A column whose values stand at its left.
    pub const fn new(id: &'static str) -> Column {
        Column {
            id,
            right: false,
            cut: false,
            spare: false,
        }
    }

    /// A column of numbers or amounts, which stand at its right.
    pub const fn number(id: &'static str) -> Column {
        Column {
            right: true,
            ..Column::new(id)
        }
    }

    /// The same column, left out where the terminal is too narrow for all of them.
    #[must_use]
    pub const fn spare(self) -> Column {
        Column {
            spare: true,
            ..self
        }
    }

    /// The column of a text, which is cut where the terminal is too narrow.
    pub const fn text(id: &'static str) -> Column {
        Column {
            cut: true,
            ..Column::new(id)
        }
    }
}

/// What stands in a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// As a script reads it.
    key: String,
    /// As a person reads it.
    said: String,
}

impl Cell {
    /// A stable name, and what it is called.
    pub fn named(key: impl Into<String>, said: impl Into<String>) -> Cell {
        Cell {
            key: key.into(),
            said: said.into(),
        }
    }

    /// The same for a script and a person.
    pub fn plain(text: impl ToString) -> Cell {
        let key = text.to_string();
        let said = key.clone();
        Cell { key, said }
    }

    /// An instant: in UTC, and by the house's clock with its zone.
    pub fn at(words: &Words, at: Millis) -> Cell {
        Cell::named(iso(at), words.teller().stamp(at))
    }

    /// An instant by which something is due, with `!` where it is past; nothing where nothing is due.
    pub fn due(words: &Words, due: Option<(Millis, bool)>) -> Cell {
        let Some((at, late)) = due else {
            return Cell::default();
        };
        let Cell { key, said } = Cell::at(words, at);
        match late {
            true => Cell::named(format!("{key}!"), format!("{said} !")),
            false => Cell { key, said },
        }
    }

    /// An amount, or nothing.
    pub fn money(words: &Words, amount: Option<Money>) -> Cell {
        let said = |amount: Money| words.teller().money(amount);
        let key = amount.map(|amount| amount.to_string());
        Cell::named(
            key.unwrap_or_default(),
            amount.map(said).unwrap_or_default(),
        )
    }

    /// What is there, or a dash.
    #[must_use]
    pub fn or_dash(self) -> Cell {
        let dash = |text: String| match text.is_empty() {
            true => "-".to_owned(),
            false => text,
        };
        Cell::named(dash(self.key), dash(self.said))
    }
}

/// How a list is printed.
enum Shape {
    /// An object a line.
    Json,
    /// Tabs between the columns.
    Tabs,
    /// Under a header, on a terminal of so many columns; all rows are kept until the widest is known.
    Aligned(usize),
}

/// A list that is being printed.
pub struct List<'a, const N: usize> {
    out: &'a mut Out,
    columns: &'static [Column; N],
    texts: Arc<Texts>,
    shape: Shape,
    rows: Vec<[String; N]>,
}

impl<'a, const N: usize> List<'a, N> {
    /// Begins a list of these columns, as `form` wants it at `place`.
    pub fn new(
        place: &Place,
        form: &Form,
        columns: &'static [Column; N],
        out: &'a mut Out,
    ) -> List<'a, N> {
        let shape = match (form.json, form.plain, place.columns) {
            (true, ..) => Shape::Json,
            (false, false, Some(columns)) => Shape::Aligned(columns.into()),
            (false, ..) => Shape::Tabs,
        };
        List {
            out,
            columns,
            texts: place.texts(),
            shape,
            rows: Vec::new(),
        }
    }

    /// Prints a row: what it is as JSON, and what stands in its columns.
    pub async fn row(&mut self, json: impl FnOnce() -> Value, cells: impl FnOnce() -> [Cell; N]) {
        match self.shape {
            Shape::Json => self.out.line(&json().to_string()).await,
            Shape::Tabs => {
                let keys = cells().map(|cell| one_line(&cell.key));
                self.out.line(&keys.join("\t")).await;
            }
            Shape::Aligned(_) => self.rows.push(cells().map(|cell| one_line(&cell.said))),
        }
    }

    /// Whether nobody reads any more.
    pub fn is_gone(&self) -> bool {
        self.out.is_gone()
    }

    /// Prints what was kept.
    pub async fn end(self) {
        let Shape::Aligned(room) = self.shape else {
            return;
        };
        if self.rows.is_empty() {
            return;
        }
        let header = self
            .columns
            .each_ref()
            .map(|column| self.texts.get(column.id).into_owned());
        let widths = widths(self.columns, &header, &self.rows, room);
        for row in std::iter::once(&header).chain(&self.rows) {
            self.out.line(&aligned(self.columns, row, &widths)).await;
        }
    }
}

/// A value that breaks neither a line nor a column.
fn one_line(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}

/// How wide each column is on a terminal of `room` columns; `None` for those that are left out. Where there is too
/// little room, the text is cut as far as it may be, then the spare columns go, the last one first.
fn widths<const N: usize>(
    columns: &[Column; N],
    header: &[String; N],
    rows: &[[String; N]],
    room: usize,
) -> [Option<usize>; N] {
    let mut widths = header.each_ref().map(|head| Some(fit::width(head)));
    for row in rows {
        for (width, value) in widths.iter_mut().zip(row) {
            *width = (*width).max(Some(fit::width(value)));
        }
    }
    let cuts = |width: usize, column: &Column| match column.cut {
        true => width.saturating_sub(LEAST),
        false => 0,
    };
    let over = |widths: &[Option<usize>; N]| {
        let shown = widths.iter().flatten();
        let gaps = GAP * shown.clone().count().saturating_sub(1);
        (shown.sum::<usize>() + gaps).saturating_sub(room)
    };
    let spare: Vec<usize> = (0..N)
        .rev()
        .filter(|n| columns.get(*n).is_some_and(|column| column.spare))
        .collect();
    for n in spare {
        let each = widths.iter().zip(columns);
        let cuttable: usize = each
            .filter_map(|(width, column)| width.map(|width| cuts(width, column)))
            .sum();
        if over(&widths) > cuttable
            && let Some(width) = widths.get_mut(n)
        {
            *width = None;
        }
    }
    let over = over(&widths);
    for (width, column) in widths.iter_mut().zip(columns) {
        *width = width.map(|width| width - over.min(cuts(width, column)));
    }
    widths
}

/// A row as a line, with nothing behind its last value.
fn aligned<const N: usize>(
    columns: &[Column; N],
    row: &[String; N],
    widths: &[Option<usize>; N],
) -> String {
    let each = columns.iter().zip(row).zip(widths);
    let shown = each.filter_map(|((column, value), width)| {
        let width = (*width)?;
        Some(match column.right {
            true => fit::pad_left(value, width),
            false => fit::pad_right(value, width),
        })
    });
    let line = shown.collect::<Vec<_>>().join(&" ".repeat(GAP));
    line.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [Column; 4] = [
        Column::new("column-request"),
        Column::new("column-status").spare(),
        Column::number("column-total"),
        Column::text("column-subject"),
    ];

    fn page(rows: &[[&str; 4]], room: usize) -> Vec<String> {
        let own = |row: &[&str; 4]| row.map(str::to_owned);
        let rows: Vec<[String; 4]> = rows.iter().map(own).collect();
        let header = ["Request", "Status", "Total", "Subject"].map(str::to_owned);
        let widths = widths(&COLUMNS, &header, &rows, room);
        let all = std::iter::once(&header).chain(&rows);
        all.map(|row| aligned(&COLUMNS, row, &widths)).collect()
    }

    #[test]
    fn wks_2_a_list_stands_in_columns_and_only_its_text_is_cut() {
        let rows = [
            ["R-1", "open", "€1,200.00", "日本語のワークショップ"],
            [
                "R-1042",
                "open",
                "€90.00",
                "An afternoon for twelve people in Lyon",
            ],
        ];
        assert_eq!(
            page(&rows, 200),
            [
                "Request  Status      Total  Subject",
                "R-1      open    €1,200.00  日本語のワークショップ",
                "R-1042   open       €90.00  An afternoon for twelve people in Lyon",
            ]
        );
        let narrow = page(&rows, 48);
        assert!(
            narrow.iter().all(|line| fit::width(line) <= 48),
            "{narrow:?}"
        );
        assert_eq!(narrow[1], "R-1      open    €1,200.00  日本語のワークショ…");
        // Where that is not enough, a spare column goes, and none of the others.
        assert_eq!(
            page(&rows, 39)[2],
            "R-1042      €90.00  An afternoon for t…"
        );
        assert_eq!(page(&rows, 10)[2], "R-1042      €90.00  An afternoo…");
    }
}
