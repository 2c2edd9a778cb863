//! Laying a card out: words, labelled fields and parts with a heading, as lines of a width. Never draws.

use super::out::Ctx;
use crate::ui::kit::formats::Formats;
use crate::ui::kit::prose::{self, Line, Tone};
use crate::ui::kit::texts::Arg;

/// The lines of a card as they come about.
pub struct Card<'a> {
    /// The lines so far.
    pub lines: Vec<Line>,
    /// Their columns.
    pub width: usize,
    /// What the session knows.
    pub ctx: &'a Ctx,
}

impl<'a> Card<'a> {
    /// Returns a card without lines.
    pub fn new(ctx: &'a Ctx, width: usize) -> Card<'a> {
        Card {
            lines: Vec::new(),
            width,
            ctx,
        }
    }

    /// Returns a text.
    pub fn text(&self, id: &str) -> String {
        self.ctx.texts.get(id).into_owned()
    }

    /// Returns a text with its values.
    pub fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.ctx.texts.with(id, args)
    }

    /// Adds words.
    pub fn words(&mut self, words: &str, tone: Tone) {
        self.lines.extend(prose::words(words, self.width, tone));
    }

    /// Adds a label and what it says; nothing where it says nothing.
    pub fn field(&mut self, label: &str, words: &str, tone: Tone) {
        if !words.is_empty() {
            let label = self.text(label);
            self.lines
                .extend(prose::field(&label, words, self.width, tone));
        }
    }

    /// Begins a part.
    pub fn part(&mut self, heading: String) {
        self.lines.extend(prose::rule(heading, self.width));
    }
}

/// `14 KB`: powers of ten, as file managers write.
pub fn size_of(bytes: u64, formats: &Formats) -> String {
    let (n, unit) = match bytes {
        0..1_000 => (bytes, "B"),
        1_000..1_000_000 => (bytes / 1_000, "KB"),
        _ => (bytes / 1_000_000, "MB"),
    };
    format!(
        "{} {unit}",
        formats.number(i64::try_from(n).unwrap_or(i64::MAX))
    )
}
