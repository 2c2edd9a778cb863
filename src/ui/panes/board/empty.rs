//! A board with nothing on it: what will stand here, in the words of the one who looks, and the keys that
//! work. Never says more than who looks may know.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::BoardPane;
use crate::desk::views::Me;
use crate::domain::person::Role;
use crate::text::fit;
use crate::ui::frame::ListPane;
use crate::ui::kit::binding::Entry;
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;

/// What can be done on an empty board.
pub(super) const KEYS: [&str; 4] = ["help", "theme", "language", "quit"];
/// Lines longer than this are hard to read.
const WIDEST: u16 = 72;

impl BoardPane {
    /// The words and the keys, in the middle of `inner`.
    pub(super) fn view_empty(&self, inner: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let width = inner.width.saturating_sub(2).min(WIDEST);
        let words = look.texts.get(words_for(&self.ctx().me));
        let lines = laid_out(&words, width, look);
        let keys = u16::try_from(self.keys.len()).unwrap_or(0) + 1;
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        // The keys give way first: the footer has them too.
        let below = if height + keys <= inner.height {
            keys
        } else {
            0
        };
        let block = paint::centred(inner, width, height.saturating_add(below));
        for (n, (line, style)) in (0..block.height).zip(&lines) {
            paint::text(buf, paint::row(block, n), line, *style);
        }
        if below > 0 {
            let place = Rect {
                y: block.y + height + 1,
                height: below - 1,
                ..block
            };
            self.view_keys(place, buf, look);
        }
    }

    /// The keys, one a line, in a column of their own.
    fn view_keys(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let first = |entry: &Entry| entry.chords.first().map(|c| c.spelled(look.texts));
        let keys: Vec<String> = self
            .keys
            .iter()
            .map(|e| first(e).unwrap_or_default())
            .collect();
        let wide = keys.iter().map(|key| paint::columns(key)).max();
        for (n, (key, entry)) in (0..area.height).zip(keys.iter().zip(&self.keys)) {
            let line = paint::row(area, n);
            paint::text(buf, line, key, look.theme.key);
            let rest = paint::from(line, wide.unwrap_or(0) + 2);
            paint::text(buf, rest, &entry.help(look.texts), look.theme.muted);
        }
    }
}

/// What will stand here, for what one is: staff, facilitator, or a client's person.
fn words_for(me: &Me) -> &'static str {
    if me.roles.iter().any(|role| role.is_staff()) {
        "board-empty-staff"
    } else if me.roles.contains(&Role::Facilitator) {
        "board-empty-facilitator"
    } else {
        "board-empty-client"
    }
}

/// The words as lines of `width` columns: the first one stands out, a blank line between paragraphs.
fn laid_out(words: &str, width: u16, look: &Look<'_>) -> Vec<(String, Style)> {
    let mut lines = Vec::new();
    for (n, paragraph) in words.lines().enumerate() {
        let style = if n == 0 {
            look.theme.title
        } else {
            look.theme.text
        };
        for line in fit::wrap(paragraph, usize::from(width)) {
            lines.push((line.to_owned(), style));
        }
        lines.push((String::new(), style));
    }
    lines.pop();
    lines
}
