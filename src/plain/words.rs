//! Values in words for a command line: the person's language, the house's clock, and what a command came to.

use std::sync::Arc;

use chrono::SecondsFormat;

use super::{Out, Place, Problem};
use crate::desk::Done;
use crate::desk::views::Names;
use crate::domain::lists::{Entry, Lists};
use crate::domain::{Command, Millis, PersonId};
use crate::ui::kit::formats::Formats;
use crate::ui::kit::texts::Texts;
use crate::ui::tell::{Teller, local};

/// An instant as machines read it.
pub fn iso(at: Millis) -> String {
    local(chrono_tz::UTC, at).to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Values in words, for a command line.
pub struct Words {
    texts: Arc<Texts>,
    formats: Formats,
    names: Arc<Names>,
    lists: Arc<Lists>,
    zone: chrono_tz::Tz,
    now: Millis,
}

impl Words {
    /// For `me`, in the language asked for.
    pub fn new(place: &Place, me: PersonId) -> Words {
        let (lang, now) = (place.lang, place.desk.now());
        let published = place.desk.published();
        Words {
            texts: place.texts(),
            formats: Formats::new(lang),
            names: published.names(me),
            lists: Arc::clone(published.lists()),
            zone: published.me(me, now).map_or(chrono_tz::UTC, |me| me.zone),
            now,
        }
    }

    /// Values in words.
    pub fn teller(&self) -> Teller<'_> {
        Teller {
            texts: &self.texts,
            formats: &self.formats,
            zone: self.zone,
            now: self.now,
            names: &self.names,
        }
    }

    /// Returns the stable name of an entry of a list, for machines.
    pub fn key<T: Entry>(&self, entry: T) -> Box<str> {
        self.lists.key(entry)
    }

    /// Returns a text.
    pub fn text(&self, id: &str) -> String {
        self.texts.get(id).into_owned()
    }
}

/// Does a command, and says what came of it.
pub(super) async fn submit(place: &Place, command: Command, out: &mut Out) -> Result<(), Problem> {
    let done: Done = place.submit(command).await?;
    let words = Words::new(place, place.me()?);
    out.line(&words.teller().done(&done)).await;
    Ok(())
}

/// Words behind their label, spaced as the language does.
pub(super) fn labelled(teller: &Teller<'_>, label: &str, words: &str) -> String {
    let values = [("label", label.into()), ("words", words.into())];
    teller.texts.with("plain-field", &values)
}

/// A page: words with their labels, line by line.
pub(super) struct Page<'a> {
    pub(super) teller: Teller<'a>,
    pub(super) lines: Vec<String>,
}

impl<'a> Page<'a> {
    /// An empty page.
    pub(super) fn new(teller: Teller<'a>) -> Page<'a> {
        let lines = Vec::new();
        Page { teller, lines }
    }

    /// Adds a line.
    pub(super) fn line(&mut self, words: impl Into<String>) {
        self.lines.push(words.into());
    }

    /// Adds an empty line.
    pub(super) fn gap(&mut self) {
        self.lines.push(String::new());
    }

    /// Adds the text `id` as a line.
    pub(super) fn text(&mut self, id: &str) {
        let words = self.teller.texts.get(id).into_owned();
        self.lines.push(words);
    }

    /// Adds a field with its label, unless nothing is in it.
    pub(super) fn field(&mut self, id: &str, words: &str) {
        if !words.trim().is_empty() {
            let label = self.teller.texts.get(id);
            // The lines of a longer text stand under its first: none of them reads as another field.
            let mut rows = words.lines();
            let first = rows.next().unwrap_or_default();
            self.lines.push(labelled(&self.teller, &label, first));
            self.lines.extend(rows.map(|line| format!("  {line}")));
        }
    }

    /// Adds the lines of a text, further to the right.
    pub(super) fn indented(&mut self, text: &str) {
        let lines = text.lines().map(|line| format!("  {line}"));
        self.lines.extend(lines);
    }

    /// Prints it.
    pub(super) async fn print(self, out: &mut Out) {
        for line in &self.lines {
            out.line(line).await;
        }
    }
}
