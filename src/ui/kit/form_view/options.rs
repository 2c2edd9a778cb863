//! How the options of a field look: side by side where they fit, else with signs that there are more; those that were
//! found as a list.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};

use crate::ui::kit::field::{Field, Kind};
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;

/// All options when they fit, else the one with signs that there are more.
pub(super) fn draw_one(
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
pub(super) fn draw_options(
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

/// The matches of a field that finds, below it, or above where there is no room.
pub(super) fn draw_offers(field: &Field, at: Rect, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
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
