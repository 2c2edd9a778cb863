//! Where the fields of a form stand: label, field and note, beside or below each other, as there is room.

use ratatui::layout::Rect;

use super::LABEL;
use crate::ui::kit::field::{Field, Kind};
use crate::ui::kit::form::Form;
use crate::ui::kit::paint;

/// Columns of a field and of what stands beside it, at least, for both to be on one line.
const BESIDE: (u16, u16) = (26, 22);

/// Where one field stands; empty rectangles when it is scrolled out.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place {
    /// Label and field.
    pub whole: Rect,
    /// The label.
    pub label: Rect,
    /// The field.
    pub field: Rect,
    /// Its note.
    pub note: Rect,
}

/// Where every field of `form` stands in `area`.
pub fn places(form: &Form, area: Rect) -> Vec<Place> {
    let wish = form
        .fields
        .iter()
        .map(|f| paint::columns(&paint::safe(&f.label, LABEL)) + 2)
        .max()
        .unwrap_or(0);
    let label = wish.min(LABEL).min(area.width / 3);
    let right = area.width.saturating_sub(label + 1);
    let beside = right >= BESIDE.0 + BESIDE.1 + 2;
    let field = if beside {
        (right * 3 / 5).min(48)
    } else {
        right
    };
    // A blank line between fields where there is room for all of them that way.
    let airy = form.fields.len() * 2 <= usize::from(area.height) + 1;
    let step: u16 = if beside && !airy { 1 } else { 2 };
    let rows = usize::from(area.height / step).max(1);
    let top = (form.focus + 1).saturating_sub(rows);
    let mut out = Vec::with_capacity(form.fields.len());
    for (at, one) in form.fields.iter().enumerate() {
        let line = at
            .checked_sub(top)
            .and_then(|n| u16::try_from(n).ok())
            .and_then(|n| n.checked_mul(step));
        let Some(line) = line.filter(|&l| l < area.height) else {
            out.push(Place::default());
            continue;
        };
        let row = paint::row(area, line);
        let after = paint::from(row, label + 1);
        // What is longer than its field takes what stands beside it, where nothing is said there.
        let wish = typed(one, right).saturating_add(1);
        let longer = beside && wish > field && (step > 1 || is_quiet(one));
        let field = Rect {
            width: if longer { wish.min(right) } else { field },
            ..after
        };
        let note = match beside && !longer {
            true => paint::from(after, field.width + 2),
            false => paint::from(paint::row(area, line + 1), label + 1),
        };
        out.push(Place {
            whole: Rect {
                width: label + 1 + field.width,
                ..row
            },
            label: Rect {
                width: label,
                ..row
            },
            field,
            note,
        });
    }
    out
}

/// The columns of what is typed in a field, up to `most`.
fn typed(field: &Field, most: u16) -> u16 {
    let typed = match &field.kind {
        Kind::Line { line, .. } | Kind::Find { line, .. } => line.text(),
        Kind::One { .. } | Kind::Some { .. } | Kind::Toggle { .. } => "",
    };
    paint::columns(&paint::safe(typed, most)).min(most)
}

/// Whether nothing is said of a field.
fn is_quiet(field: &Field) -> bool {
    field.fault.is_none() && field.echo.is_empty()
}

/// The row below a field, over the whole width, if nothing stands there.
pub(super) fn free_row(area: Rect, place: &Place, places: &[Place]) -> Option<Rect> {
    let y = place.field.bottom();
    let taken = places
        .iter()
        .any(|one| !one.whole.is_empty() && one.field.y == y);
    let row = Rect {
        y,
        height: 1,
        ..area
    };
    (y < area.bottom() && !taken).then(|| paint::from(row, 2))
}
