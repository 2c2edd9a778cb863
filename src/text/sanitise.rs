//! The one sanitiser (WKS-6): text from outside becomes text that a terminal can only *show*.
//!
//! Control characters, escape, bidirectional controls, zero-width and other invisible
//! characters, private and unassigned code points appear as `<U+202E>` (a run of the same one
//! as `<U+200C×12>`), and piles of combining marks are cut (`<+9996>`). Letters of every script
//! stay, right-to-left ones included. Cleaning twice changes nothing. Never strips in silence,
//! never does I/O.

use std::borrow::Cow;
use std::fmt::Write as _;

use unicode_normalization::char::{is_combining_mark, is_public_assigned};
use unicode_width::UnicodeWidthChar;

use super::fit::is_plain;

/// Combining marks kept on one base character; the rest become one `<+n>` note.
const MARKS: usize = 4;
/// Emoji that may be joined into one picture (a family has four).
const JOINS: usize = 3;
/// Columns between tab stops.
const TAB: usize = 8;

/// Text that has passed the sanitiser: safe for a screen, a header or a log line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Clean(Box<str>);

impl Clean {
    /// One line: see [`clean_line`].
    pub fn line(raw: &str) -> Self {
        Self(clean_line(raw).into())
    }

    /// Several lines: see [`clean_text`].
    pub fn text(raw: &str) -> Self {
        Self(clean_text(raw).into())
    }

    /// The safe text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::ops::Deref for Clean {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Clean {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

/// Makes `raw` safe to show on one line: line breaks and tabs become spaces.
///
/// Borrowed when there is nothing to do.
pub fn clean_line(raw: &str) -> Cow<'_, str> {
    clean(raw, Breaks::Spaces)
}

/// Makes `raw` safe to show on several lines: `\n` stays (`\r\n` becomes `\n`), tabs become
/// spaces up to the next stop of eight columns.
///
/// Borrowed when there is nothing to do.
pub fn clean_text(raw: &str) -> Cow<'_, str> {
    clean(raw, Breaks::Lines)
}

/// Whether `c` is never let through by itself: it would steer a terminal, hide, or reorder.
pub fn is_forbidden(c: char) -> bool {
    !is_plain(c) && is_forbidden_by_table(c)
}

/// The same, without the shorter way for what is plain.
pub(super) fn is_forbidden_by_table(c: char) -> bool {
    match c {
        ' '..='~' => false,
        '\0'..='\u{9f}' | '\u{ad}' => true,
        '\u{a0}'..='\u{34e}' => false,
        _ => is_invisible(c) || !is_public_assigned(c) || c.width().is_none(),
    }
}

/// Default-ignorable, bidirectional and format characters, and line separators.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{13430}'..='\u{1345f}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Base characters that may carry a variation selector or be joined: pictures, and keycaps.
fn is_picture(c: char) -> bool {
    matches!(c,
        '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2194}'..='\u{21aa}' | '\u{231a}'..='\u{23ff}' | '\u{24c2}'
        | '\u{25aa}'..='\u{25fe}' | '\u{2600}'..='\u{27bf}' | '\u{2934}'..='\u{2935}'
        | '\u{2b05}'..='\u{2b55}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}'
        | '\u{1f000}'..='\u{1faff}')
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Breaks {
    Spaces,
    Lines,
}

fn clean(raw: &str, breaks: Breaks) -> Cow<'_, str> {
    match raw.char_indices().find(|&(_, c)| needs_care(c, breaks)) {
        None => Cow::Borrowed(raw),
        Some(_) => {
            let mut out = Cleaner::new(raw.len(), breaks);
            let mut rest = raw.chars().peekable();
            while let Some(c) = rest.next() {
                out.put(c, rest.peek().copied());
            }
            out.flush();
            if out.out == raw {
                Cow::Borrowed(raw)
            } else {
                Cow::Owned(out.out)
            }
        }
    }
}

/// Whether `c` may change, alone or with its neighbours.
fn needs_care(c: char, breaks: Breaks) -> bool {
    match c {
        _ if is_plain(c) => false,
        '\n' => breaks == Breaks::Spaces,
        _ => is_forbidden(c) || is_combining_mark(c),
    }
}

/// What came before, and what has been written.
struct Cleaner {
    out: String,
    breaks: Breaks,
    /// The last character written as itself; none at the start of a line.
    last: Option<char>,
    /// The base picture a joiner would attach to is still open.
    picture: bool,
    joins: usize,
    marks: usize,
    dropped: usize,
    /// A run of one forbidden character waiting to be written.
    run: Option<(char, usize)>,
}

impl Cleaner {
    fn new(len: usize, breaks: Breaks) -> Self {
        Self {
            out: String::with_capacity(len + 16),
            breaks,
            last: None,
            picture: false,
            joins: 0,
            marks: 0,
            dropped: 0,
            run: None,
        }
    }

    fn put(&mut self, c: char, next: Option<char>) {
        match c {
            '\r' if next == Some('\n') => {}
            '\n' if self.breaks == Breaks::Lines => self.break_line(),
            '\n' | '\r' | '\t' if self.breaks == Breaks::Spaces => self.keep(' '),
            '\t' => self.tab(),
            '\u{fe0e}' | '\u{fe0f}' if self.may_select(next) => self.attach(c),
            '\u{200d}' if self.may_join(next) => {
                self.joins += 1;
                self.attach(c);
            }
            _ if is_forbidden(c) => self.hold(c),
            _ if is_combining_mark(c) => self.mark(c),
            _ => self.keep(c),
        }
    }

    fn may_select(&self, next: Option<char>) -> bool {
        self.run.is_none()
            && self.dropped == 0
            && self.last.is_some_and(|l| {
                is_picture(l) || (matches!(l, '0'..='9' | '#' | '*') && next == Some('\u{20e3}'))
            })
    }

    fn may_join(&self, next: Option<char>) -> bool {
        self.picture
            && self.joins < JOINS
            && self.run.is_none()
            && self.dropped == 0
            && self.last != Some('\u{200d}')
            && next.is_some_and(|n| is_picture(n) && !is_forbidden(n))
    }

    /// An allowed invisible part of an emoji.
    fn attach(&mut self, c: char) {
        self.out.push(c);
        self.last = Some(c);
    }

    fn keep(&mut self, c: char) {
        self.flush();
        if is_picture(c) {
            if self.last != Some('\u{200d}') {
                self.joins = 0;
            }
            self.picture = true;
        } else {
            self.picture = false;
            self.joins = 0;
        }
        self.marks = 0;
        self.out.push(c);
        self.last = Some(c);
    }

    fn mark(&mut self, c: char) {
        if self.run.is_some() {
            self.flush();
        }
        if self.marks >= MARKS {
            self.dropped += 1;
            return;
        }
        if self.last.is_none() {
            // A mark with nothing to sit on would land on its neighbour, a border perhaps.
            self.out.push('◌');
        }
        self.picture = false;
        self.marks += 1;
        self.out.push(c);
        self.last = Some(c);
    }

    fn hold(&mut self, c: char) {
        match &mut self.run {
            Some((held, n)) if *held == c && self.dropped == 0 => *n += 1,
            _ => {
                self.flush();
                self.run = Some((c, 1));
            }
        }
    }

    fn tab(&mut self) {
        self.flush();
        let line = self.out.rsplit('\n').next().unwrap_or_default();
        let column = super::fit::width(line);
        self.out
            .extend(std::iter::repeat_n(' ', TAB - column % TAB));
        self.last = Some(' ');
        self.picture = false;
        self.marks = 0;
    }

    fn break_line(&mut self) {
        self.flush();
        self.out.push('\n');
        self.last = None;
        self.picture = false;
        self.marks = 0;
    }

    /// Writes what was held back.
    fn flush(&mut self) {
        if self.dropped > 0 {
            let _ = write!(self.out, "<+{}>", self.dropped);
            self.dropped = 0;
            self.noted();
        }
        if let Some((c, n)) = self.run.take() {
            let code = u32::from(c);
            let _ = match n {
                1 => write!(self.out, "<U+{code:04X}>"),
                n => write!(self.out, "<U+{code:04X}×{n}>"),
            };
            self.noted();
        }
    }

    fn noted(&mut self) {
        self.last = Some('>');
        self.marks = 0;
        self.picture = false;
        self.joins = 0;
    }
}

#[cfg(test)]
#[path = "sanitise_tests.rs"]
mod tests;
