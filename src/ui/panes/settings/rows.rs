//! The list of sections: a line each, with what it says now and how many changes of it are not applied. Never colour
//! alone.

use std::ops::Range;

use super::now::Now;
use super::sections::SectionId;
use super::words::{label, stated, title};
use crate::assets::settings::{Config, Spot};
use crate::desk::views::Missing;
use crate::text::fold;
use crate::text::sanitise::clean_line;
use crate::ui::frame::Sign;
use crate::ui::kit::columns::Column;
use crate::ui::kit::list::Rows;
use crate::ui::kit::list_view::{Cell, Row};
use crate::ui::kit::look::Look;

/// The columns. Name and figures stay however narrow it is.
pub(super) static COLUMNS: [Column; 4] = [
    Column::sign(),
    Column::between(24, 30).named("column-section"),
    Column::text(14).named("column-now"),
    Column::fixed(8).right().from(34).named("column-changed"),
];

/// Stands before what is not applied yet.
pub(super) const CHANGED: Sign = ("●", "sign-changed");

/// The signs of a line.
pub(super) const SIGNS: [Sign; 1] = [CHANGED];

/// A section, as a line has it.
pub struct SectionRow {
    /// Which.
    pub(super) id: SectionId,
    /// What it is called.
    pub(super) title: String,
    /// What it says with the draft.
    now: String,
    /// How many of its settings the draft changes.
    pub(super) changed: usize,
    /// Its settings that a filter leaves.
    pub(super) fields: Vec<Spot>,
    /// What is missing that a filter leaves, for the set-up page.
    pub(super) lacks: Vec<Missing>,
}

/// The sections that a filter leaves.
pub struct SectionRows {
    rows: Vec<SectionRow>,
}

impl SectionRows {
    /// Returns those that have every word of `filter` in themselves, or in a setting of theirs; then those settings alone.
    pub(super) fn of(before: &Config, now: &Now<'_>, filter: &str) -> SectionRows {
        let words = fold::fold(filter);
        let words: Vec<&str> = words.split_whitespace().collect();
        let has = |text: &str| {
            let text = fold::fold(text);
            words.iter().all(|word| text.contains(word))
        };
        let spots = spots(before, now.config);
        let mut rows = Vec::new();
        for id in SectionId::all() {
            if id == SectionId::SetUp && now.beside.missing.is_empty() {
                continue;
            }
            let title = title(&now.ctx.texts, id);
            let theirs = spots
                .iter()
                .filter(|spot| SectionId::Part(spot.part()) == id);
            let theirs: Vec<Spot> = theirs.copied().collect();
            let found = theirs
                .iter()
                .filter(|spot| has(&text_of(&title, spot, now)));
            let found: Vec<Spot> = found.copied().collect();
            let (all, lacks) = lacks(id, now, &has);
            let says = now.of(id);
            let said = || has(&format!("{title} {says} {}", more(id, now)));
            if found.is_empty() && lacks.is_empty() && !said() {
                continue;
            }
            let changed = theirs.iter();
            let changed = changed.filter(|spot| spot.get(before) != spot.get(now.config));
            rows.push(SectionRow {
                changed: changed.count(),
                fields: if found.is_empty() { theirs } else { found },
                lacks: if lacks.is_empty() { all } else { lacks },
                now: says,
                title,
                id,
            });
        }
        SectionRows { rows }
    }

    /// Returns the row of a section.
    pub(super) fn row(&self, id: SectionId) -> Option<&SectionRow> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// Returns the lines of the rows at these positions.
    pub(super) fn lines(&self, shown: Range<usize>, look: &Look<'_>) -> Vec<Row> {
        let theme = look.theme;
        let rows = self.rows.iter().skip(shown.start).take(shown.len());
        let line = |row: &SectionRow| {
            let (sign, changed) = match row.changed {
                0 => (" ", String::new()),
                n => (CHANGED.0, n.to_string()),
            };
            let tone = match row.id {
                SectionId::SetUp => theme.soon,
                _ => theme.text,
            };
            Row {
                cells: vec![
                    Cell::styled(sign, theme.accent),
                    Cell::styled(row.title.clone(), tone),
                    Cell::styled(row.now.clone(), theme.muted),
                    Cell::styled(changed, theme.accent),
                ],
                marked: false,
                style: theme.text,
            }
        };
        rows.map(line).collect()
    }
}

/// Every setting there is, of now and of the draft.
fn spots(before: &Config, drafted: &Config) -> Vec<Spot> {
    let mut spots = before.spots();
    let more = drafted.spots().into_iter();
    let more: Vec<Spot> = more.filter(|spot| !spots.contains(spot)).collect();
    spots.extend(more);
    spots
}

/// All that can be read of a setting.
fn text_of(title: &str, spot: &Spot, now: &Now<'_>) -> String {
    let texts = &now.ctx.texts;
    let help = texts.get(&format!("{}-help", spot.text_id()));
    let (label, says) = (label(texts, spot), stated(texts, spot, now.config));
    format!("{title} {label} {says} {help} {spot}")
}

/// What the set-up page has: all that is missing, and what of it `has` finds.
fn lacks(
    id: SectionId,
    now: &Now<'_>,
    has: &impl Fn(&str) -> bool,
) -> (Vec<Missing>, Vec<Missing>) {
    if id != SectionId::SetUp {
        return (Vec::new(), Vec::new());
    }
    let all = now.beside.missing.clone();
    let found = all.iter().filter(|one| has(&now.ctx.teller().missing(one)));
    let found = found.cloned().collect();
    (all, found)
}

/// What else can be found in a section.
fn more(id: SectionId, now: &Now<'_>) -> String {
    let teller = now.ctx.teller();
    let words: Vec<String> = match id {
        SectionId::Routing => {
            let kinds = now.beside.standing.kinds.iter();
            kinds.map(|kind| teller.kind(&kind.key)).collect()
        }
        SectionId::List(list) => {
            let entries = now.ctx.sight.lists().list(list).entries.iter();
            let names =
                entries.map(|one| now.ctx.texts.get(&list.text_of(one.number)).into_owned());
            names.collect()
        }
        _ => Vec::new(),
    };
    clean_line(&words.join(" ")).into_owned()
}

impl Rows for SectionRows {
    type Id = SectionId;

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn id(&self, position: usize) -> Option<SectionId> {
        self.rows.get(position).map(|row| row.id)
    }

    fn find(&self, id: &SectionId) -> Option<usize> {
        self.rows.iter().position(|row| row.id == *id)
    }
}
