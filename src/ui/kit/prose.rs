//! Words as lines, laid out once for a width: drawn by copying those that show, scrolled by keys and the
//! wheel.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::keys::{Input, Key, MouseKind};
use super::list::Viewport;
use super::paint;
use super::theme::Theme;
use crate::text::fit;

/// How a piece of a line looks; the theme says what that is when it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Ordinary words.
    Text,
    /// Words that can wait.
    Muted,
    /// Hardly there.
    Faint,
    /// A name, a heading.
    Title,
    /// Something to act on.
    Accent,
    /// Soon.
    Soon,
    /// Late.
    Late,
}

impl Tone {
    /// Its style in a theme.
    pub fn style(self, theme: &Theme) -> Style {
        match self {
            Tone::Text => theme.text,
            Tone::Muted => theme.muted,
            Tone::Faint => theme.faint,
            Tone::Title => theme.title,
            Tone::Accent => theme.accent,
            Tone::Soon => theme.soon,
            Tone::Late => theme.late,
        }
    }
}

/// A line in pieces.
pub type Line = Vec<(String, Tone)>;

/// Columns of the labels, the blank behind them included.
const LABEL: usize = 14;

/// Words wrapped to `width`.
pub fn words(words: &str, width: usize, tone: Tone) -> Vec<Line> {
    let lines = fit::wrap(words, width).into_iter();
    lines.map(|line| vec![(line.to_owned(), tone)]).collect()
}

/// A label and what it says, the following lines under the first.
pub fn field(label: &str, words: &str, width: usize, tone: Tone) -> Vec<Line> {
    let label = fit::pad_right(&fit::clip(&capitalised(label), LABEL - 1), LABEL);
    let lines = fit::wrap(words, width.saturating_sub(LABEL).max(10));
    let labels = std::iter::once(label).chain(std::iter::repeat(" ".repeat(LABEL)));
    labels
        .zip(lines)
        .map(|(label, line)| vec![(label, Tone::Muted), (line.to_owned(), tone)])
        .collect()
}

/// Returns words with a capital at their beginning: a label has one, whatever else its word is used for.
pub fn capitalised(label: &str) -> String {
    let mut rest = label.chars();
    let first = rest.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(rest).collect()
}

/// How a rule begins.
const DASH: &str = "─ ";

fn is_rule(line: &Line) -> bool {
    matches!(line.first(), Some((words, Tone::Faint)) if words == DASH)
}

/// A blank line, and a rule with a heading in it.
pub fn rule(heading: String, width: usize) -> [Line; 2] {
    let rest = width.saturating_sub(fit::width(&heading) + 3);
    let rule = vec![
        (DASH.to_owned(), Tone::Faint),
        (capitalised(&heading), Tone::Title),
        (format!(" {}", "─".repeat(rest)), Tone::Faint),
    ];
    [Vec::new(), rule]
}

/// Draws `lines` in `area`, from `first` on. A heading of which nothing more would show is left for the next page.
pub fn view(lines: &[Line], first: usize, area: Rect, buf: &mut Buffer, theme: &Theme) {
    for (row, line) in (0..area.height).zip(lines.iter().skip(first)) {
        let last = row > 0 && row + 1 == area.height;
        if last && is_rule(line) {
            break;
        }
        let pieces: Vec<(&str, Style)> = line
            .iter()
            .map(|(words, tone)| (words.as_str(), tone.style(theme)))
            .collect();
        paint::pieces(buf, paint::row(area, row), &pieces);
    }
}

/// Scrolls `len` lines, of which `rows` show in the panel that stands at `place`, if it does. Says
/// whether the input was for that.
pub fn scroll(
    input: &Input,
    place: Option<Rect>,
    rows: usize,
    len: usize,
    view: &mut Viewport,
) -> bool {
    view.height = rows.max(1);
    let last = len.saturating_sub(view.height);
    let page = isize::try_from(view.height / 2).unwrap_or(1).max(1);
    let offset = view.offset;
    let to = match input {
        // With Alt a key is a pane's.
        Input::Key(chord) if chord.alt => return false,
        Input::Key(chord) => match (chord.key, chord.ctrl) {
            (Key::Char('j') | Key::Down, false) => offset + 1,
            (Key::Char('k') | Key::Up, false) => offset.saturating_sub(1),
            (Key::Char('d'), true) => offset.saturating_add_signed(page),
            (Key::Char('u'), true) => offset.saturating_add_signed(-page),
            (Key::PageDown | Key::Char(' '), _) => offset.saturating_add_signed(2 * page),
            (Key::PageUp, _) => offset.saturating_add_signed(-2 * page),
            (Key::Char('g') | Key::Home, false) => 0,
            (Key::Char('G') | Key::End, _) => last,
            _ => return false,
        },
        Input::Mouse(mouse) => match (mouse.kind, place) {
            (MouseKind::WheelDown, Some(area)) if mouse.within(area) => offset + 3,
            (MouseKind::WheelUp, Some(area)) if mouse.within(area) => offset.saturating_sub(3),
            _ => return false,
        },
        Input::Paste(_) => return false,
    };
    view.offset = to.min(last);
    true
}
