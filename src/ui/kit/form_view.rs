//! Drawing a form: labels, fields, and beside each its reading or what is wrong (below it where
//! there is no room beside). Scrolls so that the field with the keys shows.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;

use super::field::{Fault, Field, Kind};
use super::form::Form;
use super::look::Look;
use super::paint;

/// Columns of a field and of what stands beside it, at least, for both to be on one line.
const BESIDE: (u16, u16) = (26, 22);
/// Columns of a label, at most.
const LABEL: u16 = 22;

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
    for at in 0..form.fields.len() {
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
        let field = Rect {
            width: field,
            ..after
        };
        let note = match beside {
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
            let row = if focused {
                free_row(area, place, &places)
            } else {
                None
            };
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

/// The row below a field, over the whole width, if nothing stands there.
fn free_row(area: Rect, place: &Place, places: &[Place]) -> Option<Rect> {
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
            draw_options(
                vec![(format!("{sign}{words}"), focused)],
                0,
                area,
                buf,
                look,
            );
        }
    }
}

/// All options when they fit, else the one with signs that there are more.
fn draw_one(
    options: &[String],
    at: usize,
    area: Rect,
    buf: &mut Buffer,
    look: &Look<'_>,
    focused: bool,
) {
    let parts: Vec<_> = options
        .iter()
        .enumerate()
        .map(|(i, words)| {
            (
                format!(
                    "{} {}",
                    if i == at { "●" } else { "○" },
                    paint::safe(words, 40)
                ),
                i == at && focused,
            )
        })
        .collect();
    let wide: u32 = parts
        .iter()
        .map(|(words, _)| u32::from(paint::columns(words)) + 2)
        .sum();
    if wide <= u32::from(area.width) + 2 {
        draw_options(parts, at, area, buf, look);
    } else if let Some(words) = options.get(at) {
        let style = if focused {
            look.theme.input_focused
        } else {
            look.theme.input
        };
        paint::fill(buf, area, style);
        paint::text(
            buf,
            Rect {
                width: area.width.min(1),
                ..area
            },
            "‹",
            look.theme.muted,
        );
        let end = paint::from(area, area.width.saturating_sub(1));
        paint::text(buf, end, "›", look.theme.muted);
        let middle = paint::from(area, 2);
        paint::text(
            buf,
            Rect {
                width: middle.width.saturating_sub(2),
                ..middle
            },
            words,
            style,
        );
    }
}

/// Options side by side, scrolled so that the one at `at` shows; `‹` and `+2 ›` say that there are more.
fn draw_options(
    parts: Vec<(String, bool)>,
    at: usize,
    area: Rect,
    buf: &mut Buffer,
    look: &Look<'_>,
) {
    let wide = |(words, _): &(String, bool)| u32::from(paint::columns(&paint::safe(words, 40))) + 2;
    let all = parts.iter().map(wide).sum::<u32>() <= u32::from(area.width) + 2;
    // Room for the signs, where not all of them fit.
    let (before, behind) = if all { (0, 0) } else { (2, 5) };
    let room = u32::from(area.width.saturating_sub(before + behind)) + 2;
    let mut first = 0;
    while first < at && parts.iter().take(at + 1).skip(first).map(wide).sum::<u32>() > room {
        first += 1;
    }
    if first > 0 {
        paint::text(buf, area, "‹", look.theme.muted);
    }
    let mut rest = paint::from(area, before);
    let mut used = 0;
    for (n, part) in parts.iter().enumerate().skip(first) {
        used += wide(part);
        if used > room && n > first {
            let more = format!("+{} ›", parts.len() - n);
            paint::text(buf, rest, &more, look.theme.muted);
            return;
        }
        let (words, here) = part;
        let style = if *here {
            look.theme.input_focused
        } else {
            look.theme.text
        };
        let wide = paint::text(buf, rest, words, style);
        rest = paint::from(rest, wide + 2);
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

/// The matches of a field that finds, below it, or above where there is no room.
fn draw_offers(field: &Field, at: Rect, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
    let Kind::Find {
        candidates,
        hits,
        at: chosen,
        ..
    } = &field.kind
    else {
        return;
    };
    if !field.offers() || at.is_empty() {
        return;
    }
    let count = u16::try_from(hits.len()).unwrap_or(u16::MAX);
    let below = area.bottom().saturating_sub(at.bottom());
    let (y, height) = if below >= count || below >= at.y - area.y {
        (at.bottom(), count.min(below))
    } else {
        let height = count.min(at.y - area.y);
        (at.y - height, height)
    };
    let list = Rect { y, height, ..at };
    paint::fill(buf, list, look.theme.popup);
    for (n, (i, hit)) in (0..height).zip(hits.iter().enumerate()) {
        let Some(choice) = candidates.get(hit.index) else {
            continue;
        };
        let row = paint::row(list, n);
        let ground = if i == *chosen {
            look.theme.popup.patch(look.theme.selection)
        } else {
            look.theme.popup
        };
        buf.set_style(row, ground);
        paint::text(
            buf,
            Rect {
                width: row.width.min(2),
                ..row
            },
            if i == *chosen { "▌" } else { " " },
            ground.patch(look.theme.accent),
        );
        let words = paint::from(row, 2);
        let used = paint::matched(
            buf,
            words,
            &choice.label,
            ground,
            &hit.letters,
            look.theme.matching,
        );
        paint::aligned(
            buf,
            paint::from(words, used + 2),
            &choice.detail,
            ground.patch(look.theme.muted),
            Alignment::Right,
        );
    }
}
