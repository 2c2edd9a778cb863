//! One field of a form: what it holds, how it reads keys, what is wrong with it. Never knows the
//! fields beside it; checks come from the caller.

mod keys;
mod value;

use std::collections::BTreeSet;

use super::choices::{Choice, Hit};
use super::line::Line;
use super::prompt::Check;

/// Candidates shown below a field that finds.
pub const OFFERED: usize = 6;

/// What a field holds.
#[derive(Clone)]
pub enum Kind {
    /// A line, read by a check if there is one: words, a date, money, a number.
    Line {
        /// What was typed.
        line: Line,
        /// Its reading.
        check: Option<Check>,
    },
    /// One of a few.
    One {
        /// Their words.
        options: Vec<String>,
        /// The one.
        at: usize,
    },
    /// Some of a few.
    Some {
        /// Their words.
        options: Vec<String>,
        /// Those.
        on: BTreeSet<usize>,
        /// Where the keys are.
        at: usize,
    },
    /// Yes or no.
    Toggle {
        /// Yes.
        on: bool,
    },
    /// One of many, by typing a part of its name.
    Find {
        /// What was typed.
        line: Line,
        /// The many.
        candidates: Vec<Choice>,
        /// Those that match, best first.
        hits: Vec<Hit>,
        /// The match the keys are on.
        at: usize,
        /// The one that was chosen.
        chosen: Option<usize>,
    },
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It must be filled in.
    Missing,
    /// What was typed is none of the candidates.
    NotFound,
    /// In the words of its check, or of whoever refused the form.
    Said(String),
}

/// A field.
#[derive(Clone)]
pub struct Field {
    /// Its name in the form.
    pub id: &'static str,
    /// Its words.
    pub label: String,
    /// Shown while it is empty; beside what is marked or not.
    pub hint: String,
    /// Whether it must be filled in.
    pub required: bool,
    /// What it holds.
    pub kind: Kind,
    /// What is wrong, once it should be said.
    pub fault: Option<Fault>,
    /// How the check understood it; empty when there is nothing to say.
    pub echo: String,
    /// What each option of one of a few stands for, by a number of the caller's; empty where places say it.
    pub codes: Vec<Option<u16>>,
}

impl Field {
    fn new(id: &'static str, label: impl Into<String>, kind: Kind) -> Self {
        Self {
            id,
            label: label.into(),
            hint: String::new(),
            required: false,
            kind,
            fault: None,
            echo: String::new(),
            codes: Vec::new(),
        }
    }

    /// A line of words.
    pub fn text(id: &'static str, label: impl Into<String>, text: &str) -> Self {
        Self::new(
            id,
            label,
            Kind::Line {
                line: Line::new(text),
                check: None,
            },
        )
    }

    /// A line that `check` reads: a date, money, a number. Its reading is shown back.
    pub fn checked(id: &'static str, label: impl Into<String>, text: &str, check: Check) -> Self {
        let mut field = Self::new(
            id,
            label,
            Kind::Line {
                line: Line::new(text),
                check: Some(check),
            },
        );
        field.read();
        field
    }

    /// One of `options`, `at` at first.
    pub fn one(
        id: &'static str,
        label: impl Into<String>,
        options: Vec<String>,
        at: usize,
    ) -> Self {
        let at = at.min(options.len().saturating_sub(1));
        Self::new(id, label, Kind::One { options, at })
    }

    /// Some of `options`, `on` at first.
    pub fn some(
        id: &'static str,
        label: impl Into<String>,
        options: Vec<String>,
        on: &[usize],
    ) -> Self {
        Self::new(
            id,
            label,
            Kind::Some {
                options,
                on: on.iter().copied().collect(),
                at: 0,
            },
        )
    }

    /// Yes or no.
    pub fn toggle(id: &'static str, label: impl Into<String>, on: bool) -> Self {
        Self::new(id, label, Kind::Toggle { on })
    }

    /// One of many `candidates`, `chosen` at first.
    pub fn find(
        id: &'static str,
        label: impl Into<String>,
        candidates: Vec<Choice>,
        chosen: Option<usize>,
    ) -> Self {
        let name = chosen
            .and_then(|i| candidates.get(i))
            .map_or("", |c| c.label.as_str());
        let line = Line::new(name);
        Self::new(
            id,
            label,
            Kind::Find {
                line,
                candidates,
                hits: Vec::new(),
                at: 0,
                chosen,
            },
        )
    }

    /// The same, with words to show while it is empty.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self {
            hint: hint.into(),
            ..self
        }
    }

    /// The same, each option standing for what the caller says: that holds whatever is offered elsewhere by then.
    pub fn standing_for(self, codes: Vec<Option<u16>>) -> Self {
        Self { codes, ..self }
    }

    /// The same, to be filled in.
    pub fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    /// Whether matches are shown below it.
    pub fn offers(&self) -> bool {
        matches!(&self.kind, Kind::Find { hits, chosen: None, line, .. } if !hits.is_empty() && !line.text().is_empty())
    }

    fn read(&mut self) {
        if let Kind::Line {
            line,
            check: Some(check),
        } = &self.kind
        {
            self.echo = match line.text().trim().is_empty() {
                true => String::new(),
                false => check(line.text()).unwrap_or_default(),
            };
        }
    }
}
