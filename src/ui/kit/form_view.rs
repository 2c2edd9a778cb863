//! Drawing a form: labels, fields, and beside each its reading or what is wrong (below it where
//! there is no room beside). Scrolls so that the field with the keys shows.

mod options;
mod places;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;

use self::options::{draw_offers, draw_one, draw_options};
use self::places::free_row;
pub use self::places::{Place, places};
use super::field::{Fault, Field, Kind};
use super::form::Form;
use super::look::Look;
use super::paint;

/// Columns of a label, at most.
const LABEL: u16 = 22;

impl Form {
    /// Draws it in `area`.
    pub fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        self.draw(area, buf, look, true);
    }

    /// Draws it while something beside it has the keys.
    pub fn view_resting(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        self.draw(area, buf, look, false);
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>, has_keys: bool) {
        let area = area.intersection(buf.area);
        let places = places(self, area);
        for (at, (field, place)) in self.fields.iter().zip(&places).enumerate() {
            if place.whole.is_empty() {
                continue;
            }
            let focused = has_keys && at == self.focus;
            let style = if focused {
                look.theme.title
            } else {
                look.theme.muted
            };
            let star = if field.required { "*" } else { "" };
            let label = format!("{}{star}", paint::safe(&field.label, LABEL));
            paint::aligned(buf, place.label, &label, style, Alignment::Right);
            draw_field(field, place.field, buf, look, focused);
            let row = free_row(area, place, &places);
            let under = row.filter(|_| !fits(field, place.note));
            draw_note(field, under.unwrap_or(place.note), buf, look);
        }
        // Above the fields that follow.
        if has_keys
            && let (Some(field), Some(place)) =
                (self.fields.get(self.focus), places.get(self.focus))
        {
            draw_offers(field, place.field, area, buf, look);
        }
    }
}

/// Whether what is said of a field fits beside it.
fn fits(field: &Field, note: Rect) -> bool {
    let words = match &field.fault {
        Some(Fault::Said(words)) => words,
        Some(_) => return true,
        None => &field.echo,
    };
    paint::columns(words).saturating_add(2) <= note.width
}

fn draw_field(field: &Field, area: Rect, buf: &mut Buffer, look: &Look<'_>, focused: bool) {
    match &field.kind {
        Kind::Line { line, .. } | Kind::Find { line, .. } => {
            line.view(area, buf, look, &field.hint, focused)
        }
        Kind::One { options, at } => draw_one(options, *at, area, buf, look, focused),
        Kind::Some { options, on, at } => {
            let parts = options.iter().enumerate().map(|(i, words)| {
                let sign = if on.contains(&i) { "[✓] " } else { "[ ] " };
                (format!("{sign}{words}"), i == *at && focused)
            });
            draw_options(parts.collect(), *at, area, buf, look);
        }
        Kind::Toggle { on } => {
            let (sign, words) = match on {
                true => ("[✓] ", look.texts.get("kit-yes")),
                false => ("[ ] ", look.texts.get("kit-no")),
            };
            let option = format!("{sign}{words}");
            let rest = paint::from(area, paint::columns(&option).saturating_add(4));
            draw_options(vec![(option, focused)], 0, area, buf, look);
            paint::text(buf, rest, &field.hint, look.theme.muted);
        }
    }
}

fn draw_note(field: &Field, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
    let (sign, words, style): (_, std::borrow::Cow<'_, str>, Style) = match &field.fault {
        Some(Fault::Missing) => ("✗ ", look.texts.get("kit-form-missing"), look.theme.error),
        Some(Fault::NotFound) => ("✗ ", look.texts.get("kit-form-not-found"), look.theme.error),
        Some(Fault::Said(words)) => ("✗ ", words.as_str().into(), look.theme.error),
        None if field.echo.is_empty() => return,
        None => ("→ ", field.echo.as_str().into(), look.theme.good),
    };
    paint::pieces(buf, area, &[(sign, style), (&words, style)]);
}
