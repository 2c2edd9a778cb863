//! The list of settings: one line each, under its section, with what it says and whether that is applied. Never colour
//! alone.

use std::ops::Range;

use crate::assets::settings::{Config, Kind, Section, Spot, Value};
use crate::text::fold;
use crate::text::sanitise::clean_line;
use crate::ui::frame::Sign;
use crate::ui::kit::columns::Column;
use crate::ui::kit::list::Rows;
use crate::ui::kit::list_view::{Cell, Row};
use crate::ui::kit::look::Look;
use crate::ui::kit::texts::Texts;

/// The columns. Name and value stay however narrow it is.
pub(super) static COLUMNS: [Column; 4] = [
    Column::sign(),
    Column::between(12, 24).from(26).named("column-section"),
    Column::between(18, 34).named("column-setting"),
    Column::text(14).named("column-now"),
];

/// Stands before what is not applied yet.
const CHANGED: Sign = ("●", "sign-changed");

/// The signs of a line.
pub(super) const SIGNS: [Sign; 1] = [CHANGED];

/// A setting, as a line has it.
pub struct SettingRow {
    /// Which.
    pub(super) spot: Spot,
    /// What it is called.
    pub(super) label: String,
    /// Its section, by name.
    section: String,
    /// Whether it is the first that shows of its section.
    first: bool,
    /// What it says in the draft.
    value: String,
    changed: bool,
}

/// The settings that a filter leaves.
pub struct SettingRows {
    rows: Vec<SettingRow>,
}

impl SettingRows {
    /// Returns those that have every word of `filter` in what can be read of them.
    pub(super) fn of(
        (now, drafted): (&Config, &Config),
        filter: &str,
        texts: &Texts,
    ) -> SettingRows {
        let words = fold::fold(filter);
        let words: Vec<&str> = words.split_whitespace().collect();
        let mut rows: Vec<SettingRow> = Vec::new();
        let mut spots = now.spots();
        let more = drafted.spots().into_iter();
        spots.extend(more.filter(|spot| !now.spots().contains(spot)));
        for spot in spots {
            let value = spot.get(drafted);
            let said = said(texts, &spot, &value);
            let label = label(texts, &spot);
            let section = section(texts, spot.setting.section);
            let help = texts.get(&format!("{}-help", spot.text_id()));
            let text = fold::fold(&format!("{section} {label} {said} {help} {spot}"));
            if words.iter().all(|word| text.contains(word)) {
                let before = rows.last().map(|row| row.spot.setting.section);
                rows.push(SettingRow {
                    first: before != Some(spot.setting.section),
                    changed: value != spot.get(now),
                    value: said,
                    section,
                    label,
                    spot,
                });
            }
        }
        SettingRows { rows }
    }

    /// Returns the row of that name.
    pub(super) fn row(&self, key: &str) -> Option<&SettingRow> {
        self.rows.iter().find(|row| row.spot.to_string() == key)
    }

    /// Returns the lines of the rows at these positions.
    pub(super) fn lines(&self, shown: Range<usize>, look: &Look<'_>) -> Vec<Row> {
        let theme = look.theme;
        let top = shown.start;
        let rows = self.rows.iter().enumerate().skip(top).take(shown.len());
        let line = |(at, row): (usize, &SettingRow)| {
            let (sign, style) = match row.changed {
                true => (CHANGED.0, theme.accent),
                false => (" ", theme.text),
            };
            // The section stands once, and at the top of what shows.
            let section = match row.first || at == top {
                true => row.section.clone(),
                false => String::new(),
            };
            Row {
                cells: vec![
                    Cell::styled(sign, theme.accent),
                    Cell::styled(section, theme.muted),
                    Cell::new(row.label.clone()),
                    Cell::styled(row.value.clone(), style),
                ],
                marked: false,
                style: theme.text,
            }
        };
        rows.map(line).collect()
    }
}

impl Rows for SettingRows {
    type Id = String;

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn id(&self, position: usize) -> Option<String> {
        self.rows.get(position).map(|row| row.spot.to_string())
    }

    fn find(&self, id: &String) -> Option<usize> {
        let mut rows = self.rows.iter();
        rows.position(|row| row.spot.to_string() == *id)
    }
}

/// What a setting is called, with the country that it is of.
pub(super) fn label(texts: &Texts, spot: &Spot) -> String {
    let label = texts.get(&spot.text_id()).into_owned();
    match spot.of {
        Some(country) => format!("{label} · {}", country.code()),
        None => label,
    }
}

/// What a section is called.
pub(super) fn section(texts: &Texts, section: Section) -> String {
    let id = format!("settings-section-{}", section.key());
    texts.get(&id).into_owned()
}

/// A value in words.
pub(super) fn said(texts: &Texts, spot: &Spot, value: &Value) -> String {
    let kind = spot.setting.kind;
    match (kind, value) {
        (Kind::Yes, Value::Yes(yes)) => {
            let id = if *yes { "settings-yes" } else { "settings-no" };
            texts.get(id).into_owned()
        }
        (Kind::Choice(_), Value::Text(word)) => choice(texts, spot, word),
        (_, value) if value.is_empty() => texts.get("settings-nothing").into_owned(),
        (kind, value) => clean_line(&value.typed(kind)).into_owned(),
    }
}

/// One of the words of a choice, as people read it.
pub(super) fn choice(texts: &Texts, spot: &Spot, word: &str) -> String {
    let id = format!("{}-is-{word}", spot.text_id());
    texts.get(&id).into_owned()
}
