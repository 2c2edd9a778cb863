//! Fitting text to columns: widths, truncation, padding and wrapping by whole graphemes, with
//! wide and combining characters counted as a terminal draws them. Expects text that has passed
//! [`super::sanitise`]; never splits a grapheme and never shows more columns than asked.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands for the part that did not fit.
pub const ELLIPSIS: &str = "…";

/// Columns that `text` takes on a terminal.
pub fn width(text: &str) -> usize {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        text.len()
    } else {
        cells(text).map(|(_, _, width)| width).sum()
    }
}

/// Whether `c` takes one column, is a grapheme by itself beside others of its kind, and is let through
/// by the sanitiser: letters of the west, figures, borders, the signs of lists, which is most of what is ever shown. It
/// spares a look into the tables.
pub fn is_plain(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}'
        | '\u{2500}'..='\u{259f}' | '‹' | '›' | '€' | '←'..='↓' | '−' | '⎙' | '\u{25a0}'..='\u{25fc}'
        | '★' | '☐' | '✎' | '✓' | '✗')
}

/// The graphemes of `text`, each with its place and its columns.
fn cells(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let mut chars = rest.chars();
        let first = chars.next()?;
        let (grapheme, width) = if is_plain(first) && chars.next().is_none_or(is_plain) {
            (rest.get(..first.len_utf8())?, 1)
        } else {
            let grapheme = rest.graphemes(true).next()?;
            (grapheme, cell_width(grapheme))
        };
        let place = at;
        at += grapheme.len();
        Some((place, grapheme, width))
    })
}

/// Columns of one grapheme. A halfwidth sound mark takes a cell of its own on terminals.
fn cell_width(grapheme: &str) -> usize {
    let marks = grapheme
        .chars()
        .skip(1)
        .filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}'))
        .count();
    UnicodeWidthStr::width(grapheme).max(marks)
}

/// The longest prefix of `text` that takes at most `columns`, and its width.
pub fn prefix(text: &str, columns: usize) -> (&str, usize) {
    let mut used = 0;
    for (at, _, w) in cells(text) {
        if used + w > columns {
            return (text.get(..at).unwrap_or_default(), used);
        }
        used += w;
    }
    (text, used)
}

/// The longest suffix of `text` that takes at most `columns`.
pub fn suffix(text: &str, columns: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        used += cell_width(grapheme);
        if used > columns {
            return text.get(at + grapheme.len()..).unwrap_or_default();
        }
    }
    text
}

/// Cuts `text` to at most `columns`, ending in `…` when something was cut.
pub fn clip(text: &str, columns: usize) -> Cow<'_, str> {
    let (head, _) = prefix(text, columns);
    if head.len() == text.len() {
        return Cow::Borrowed(text);
    }
    match columns.checked_sub(1) {
        None => Cow::Borrowed(""),
        Some(room) => {
            let (head, _) = prefix(text, room);
            Cow::Owned(format!("{}{ELLIPSIS}", head.trim_end()))
        }
    }
}

/// Cuts the middle of `text`, keeping its start and end: paths, references, mail addresses.
pub fn clip_middle(text: &str, columns: usize) -> Cow<'_, str> {
    if prefix(text, columns).0.len() == text.len() {
        return Cow::Borrowed(text);
    }
    if columns < 3 {
        return clip(text, columns);
    }
    let tail = (columns - 1) / 2;
    let (head, _) = prefix(text, columns - 1 - tail);
    Cow::Owned(format!("{head}{ELLIPSIS}{}", suffix(text, tail)))
}

/// Clipped to `columns`, then filled with spaces on the right to exactly that.
pub fn pad_right(text: &str, columns: usize) -> String {
    let text = clip(text, columns);
    let fill = columns.saturating_sub(width(&text));
    format!("{text}{:fill$}", "")
}

/// Clipped to `columns`, then filled with spaces on the left to exactly that.
pub fn pad_left(text: &str, columns: usize) -> String {
    let text = clip(text, columns);
    let fill = columns.saturating_sub(width(&text));
    format!("{:fill$}{text}", "")
}

/// Wraps `text` (which may hold `\n`) into lines of at most `columns`.
///
/// Breaks at spaces, which are dropped there, but never so that a line begins with a sign that belongs to the word
/// before it (French sets a space before `:` and `?`); a word longer than a line is cut between
/// graphemes. A grapheme wider than the line is dropped. An empty text gives one empty line.
pub fn wrap(text: &str, columns: usize) -> Vec<&str> {
    wrap_where(text, columns, may_break)
}

/// Wraps `text` the same way, but at any space: papers are laid out so, and those that were sent stay as they were.
pub fn wrap_anywhere(text: &str, columns: usize) -> Vec<&str> {
    wrap_where(text, columns, |_, _| true)
}

fn wrap_where(text: &str, columns: usize, breaks: fn(&str, usize) -> bool) -> Vec<&str> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph, columns, breaks, &mut lines);
    }
    lines
}

fn wrap_paragraph<'a>(
    mut rest: &'a str,
    columns: usize,
    breaks: fn(&str, usize) -> bool,
    lines: &mut Vec<&'a str>,
) {
    loop {
        let (head, _) = prefix(rest, columns);
        if head.len() == rest.len() {
            lines.push(rest);
            return;
        }
        let after = rest.get(head.len()..).unwrap_or_default();
        let cut = if after.starts_with(' ') && breaks(rest, head.len()) {
            Some(head.len())
        } else {
            let mut spaces = head.rmatch_indices(' ').map(|(at, _)| at);
            spaces.find(|&at| breaks(rest, at))
        };
        let indent = head.len() - head.trim_start_matches(' ').len();
        match cut {
            Some(at) if at > indent => {
                lines.push(rest.get(..at).unwrap_or_default().trim_end_matches(' '));
                rest = rest.get(at..).unwrap_or_default().trim_start_matches(' ');
                if rest.is_empty() {
                    return;
                }
            }
            _ if head.is_empty() => {
                let skip = rest.graphemes(true).next().map_or(rest.len(), str::len);
                rest = rest.get(skip..).unwrap_or_default();
            }
            _ => {
                lines.push(head);
                rest = after.trim_start_matches(' ');
            }
        }
    }
}

/// Whether a line may end before the space at `at`: what follows is no sign that stands alone behind its word, and
/// what is before is no quotation mark that opens.
fn may_break(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at_checked(at).unwrap_or((text, ""));
    let behind = behind.trim_start_matches(' ');
    let next = behind.split(' ').next().unwrap_or_default();
    let belongs = matches!(next, ":" | ";" | "?" | "!" | "·")
        || next.starts_with('»')
        || next
            .strip_prefix(['?', '!'])
            .is_some_and(|rest| rest.starts_with(['?', '!', '»']));
    !belongs && !before.ends_with('«')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn clips_by_grapheme_and_column() {
        for (text, columns, shown) in [
            ("Statistics request", 40, "Statistics request"),
            ("Statistics request", 10, "Statistic…"),
            ("Statistics request", 12, "Statistics…"),
            ("日本語", 6, "日本語"),
            ("日本語", 5, "日本…"),
            ("日本語", 4, "日…"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
            ("👩\u{200d}👧 x", 3, "👩\u{200d}👧…"),
            ("abc", 1, "…"),
            ("abc", 0, ""),
        ] {
            assert_eq!(clip(text, columns), shown, "{text} in {columns}");
        }
    }

    #[test]
    fn what_is_plain_needs_no_table() {
        for c in ('\0'..=char::MAX).filter(|&c| is_plain(c)) {
            let text = c.to_string();
            assert_eq!(UnicodeWidthStr::width(text.as_str()), 1, "{c:?}");
            assert_eq!(cell_width(&text), 1, "{c:?}");
            assert!(!super::super::sanitise::is_forbidden_by_table(c), "{c:?}");
            for beside in [' ', 'a', 'é', '©', '│', '…', '→', '■', '✓'] {
                for pair in [format!("{c}{beside}"), format!("{beside}{c}")] {
                    assert_eq!(pair.graphemes(true).count(), 2, "{pair:?}");
                }
            }
        }
    }

    #[test]
    fn clips_the_middle() {
        assert_eq!(
            clip_middle("paul.roux@timetours.example", 15),
            "paul.ro…example"
        );
        assert_eq!(clip_middle("short", 15), "short");
        assert_eq!(clip_middle("abcdef", 2), "a…");
    }

    #[test]
    fn pads_to_exactly_the_width() {
        assert_eq!(pad_right("é", 3), "é  ");
        assert_eq!(pad_left("12", 4), "  12");
        assert_eq!(pad_right("日本語", 4), "日… ");
    }

    #[test]
    fn wraps_at_words_and_cuts_long_ones() {
        assert_eq!(
            wrap("we wish to have a workshop", 10),
            ["we wish to", "have a", "workshop"]
        );
        assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("  list item here", 8), ["  list", "item", "here"]);
        assert_eq!(wrap("日本語 日本", 4), ["日本", "語", "日本"]);
        assert_eq!(wrap("a\n\nb", 4), ["a", "", "b"]);
        assert_eq!(wrap("", 4), [""]);
    }

    #[test]
    fn no_line_begins_with_a_sign_that_belongs_to_the_word_before() {
        let prices = "prix à l’assistant : Sandrine";
        assert_eq!(wrap(prices, 18), ["prix à", "l’assistant :", "Sandrine"]);
        assert_eq!(wrap("vous venez ? oui", 11), ["vous", "venez ? oui"]);
        assert_eq!(wrap("il dit « bon »", 8), ["il dit", "« bon »"]);
        assert_eq!(wrap("dès mardi · Lyon", 10), ["dès", "mardi ·", "Lyon"]);
        // Where nothing else can be done, the line is cut all the same.
        assert_eq!(wrap("assistant : moi", 9), ["assistant", ": moi"]);
    }

    proptest! {
        #[test]
        fn wks_2_never_wider_than_asked(text in "\\PC{0,60}", columns in 0usize..40) {
            let text = super::super::sanitise::clean_line(&text);
            prop_assert!(width(&clip(&text, columns)) <= columns);
            prop_assert!(width(&clip_middle(&text, columns)) <= columns);
            prop_assert_eq!(width(&pad_right(&text, columns)), columns);
            prop_assert_eq!(width(&pad_left(&text, columns)), columns);
            for line in wrap(&text, columns) {
                prop_assert!(width(line) <= columns);
            }
        }

        #[test]
        fn cells_are_graphemes(text in "[a-é©│…\u{301}\u{200d}👩🇫日ｶﾞ क्षि\r\n]{0,30}") {
            let got: Vec<_> = cells(&text).collect();
            let wanted: Vec<_> = text.grapheme_indices(true).map(|(at, g)| (at, g, cell_width(g))).collect();
            prop_assert_eq!(got, wanted);
        }

        #[test]
        fn wrapping_loses_no_letter(text in "[a-zé日 ]{0,80}", columns in 2usize..20) {
            let kept: String = wrap(&text, columns).concat().replace(' ', "");
            prop_assert_eq!(kept, text.replace(' ', ""));
        }
    }
}
