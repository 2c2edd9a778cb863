//! How every list says by when something is due: `3 h`, late `-5 d`; red only where that is late and ours, amber
//! where another is late. Never colour alone.

use ratatui::style::Style;

use super::out::Ctx;
use crate::domain::Millis;
use crate::ui::kit::list_view::Cell;
use crate::ui::kit::theme::Theme;
use crate::ui::tell::local;

/// What is ours and nearer than this is soon.
const SOON: Millis = 4 * 3_600_000;

/// Whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Of who looks, or of whoever of us takes it.
    Ours,
    /// Of a colleague, a client, a facilitator.
    Others,
}

/// Returns how far away `at` is, in words.
pub fn words(ctx: &Ctx, at: Millis) -> String {
    let left = local(chrono_tz::UTC, at) - local(chrono_tz::UTC, ctx.now);
    let words = ctx.formats.span(left.abs());
    match at <= ctx.now - 60_000 {
        true => format!("-{words}"),
        false => words,
    }
}

/// Returns the style of what is due `at`, at `now`.
pub fn style(theme: &Theme, now: Millis, at: Millis, whose: Whose) -> Style {
    match (at < now, whose) {
        (true, Whose::Ours) => theme.late,
        (true, Whose::Others) => theme.soon,
        (false, Whose::Ours) if at - now < SOON => theme.soon,
        (false, _) => theme.muted,
    }
}

/// Returns the cell that says it.
pub fn cell(ctx: &Ctx, theme: &Theme, at: Millis, whose: Whose) -> Cell {
    Cell::styled(words(ctx, at), style(theme, ctx.now, at, whose))
}
