//! Why a command could not be done: clear lines, and a status that scripts and mail servers understand
//! (sysexits).

use crate::assets::BadFile;
use crate::desk::Rejection;
use crate::ingest::Stopped;
use crate::journal::{Fault, FaultKind};
use crate::mail::SourceError;
use crate::text::sanitise::clean_line;
use crate::ui::kit::texts::{Lang, Texts};

/// The words of the command were not understood.
pub const USAGE: u8 = 64;
/// The input was not understood.
pub const DATA: u8 = 65;
/// Try again later: a mail server keeps the mail.
pub const TEMPORARY: u8 = 75;
/// Somebody who is not known, or may not.
pub const NO_PERMISSION: u8 = 77;
pub(super) const IO: u8 = 74;

/// Why a command could not be done.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Problem {
    /// What is wrong and what to do; then because of what. For this machine: paths may stand in it.
    pub lines: Vec<String>,
    /// The same for others, where it says less.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    for_others: Option<String>,
    /// What the first line says, until it is put in the words of whoever asked.
    #[serde(skip)]
    said: Option<Said>,
    /// The fault of the store that it tells of, until then.
    #[serde(skip)]
    fault: Option<FaultKind>,
    /// The exit status.
    pub status: u8,
}

/// Words that stand with the texts of both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Said {
    id: &'static str,
    values: Vec<(&'static str, String)>,
}

impl Said {
    fn words(&self, lang: Lang) -> String {
        let values: Vec<_> = self
            .values
            .iter()
            .map(|(name, value)| (*name, value.as_str().into()))
            .collect();
        Texts::new(lang).with(self.id, &values)
    }
}

impl Problem {
    /// A problem in words, with the general status 1.
    pub fn new(words: impl Into<String>) -> Problem {
        Problem::with(1, words)
    }

    /// A problem in several lines: what is wrong, then because of what.
    pub fn of_lines(status: u8, lines: Vec<String>) -> Problem {
        Problem {
            lines,
            for_others: None,
            said: None,
            fault: None,
            status,
        }
    }

    /// A problem in the words of the text `id` with these values, which may be anybody's; in English until
    /// [`Problem::in_lang`].
    pub fn say(
        status: u8,
        id: &'static str,
        values: impl IntoIterator<Item = (&'static str, String)>,
    ) -> Problem {
        let clean = |(name, value): (_, String)| (name, clean_line(&value).into_owned());
        let values = values.into_iter().map(clean).collect();
        let said = Said { id, values };
        Problem {
            said: Some(said.clone()),
            ..Problem::with(status, said.words(Lang::En))
        }
    }

    /// The same in another language, where its words are known.
    #[must_use]
    pub fn in_lang(mut self, lang: Lang) -> Problem {
        if let (Some(said), Some(first)) = (&self.said, self.lines.first_mut()) {
            *first = said.words(lang);
        }
        if let Some(kind) = self.fault.take_if(|_| lang != Lang::En) {
            let (texts, (own, others)) = (Texts::shared(lang), texts_of(kind));
            self.lines.insert(0, texts.get(own).into_owned());
            self.for_others = Some(texts.get(others).into_owned());
        }
        self
    }

    /// A problem in words, with this status.
    pub fn with(status: u8, words: impl Into<String>) -> Problem {
        Problem::of_lines(status, vec![words.into()])
    }

    /// Returns what somebody far away is told: no path of this machine.
    pub fn lines_for_others(&self) -> Vec<&str> {
        match &self.for_others {
            Some(words) => vec![words],
            None => self.lines.iter().map(String::as_str).collect(),
        }
    }

    /// What is wrong was said in the output: the status alone is left to tell.
    pub fn told_already(status: u8) -> Problem {
        Problem::of_lines(status, Vec::new())
    }

    /// There is no house where one is needed.
    pub fn no_house() -> Problem {
        Problem::say(1, "plain-no-house", [])
    }

    /// The same as a mail server is told: what is wrong with the mail stands, everything else is tried again.
    #[must_use]
    pub fn for_delivery(mut self) -> Problem {
        if self.status != DATA {
            self.status = TEMPORARY;
        }
        self
    }

    /// The same, because of something else.
    #[must_use]
    pub fn because(mut self, cause: impl std::fmt::Display) -> Problem {
        self.lines.push(cause.to_string());
        self
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.lines.join(": "))
    }
}

impl std::error::Error for Problem {}

impl From<Fault> for Problem {
    /// In another language than English the fault is told in short first: what the system and the store say of it is
    /// English.
    fn from(fault: Fault) -> Problem {
        let status = match fault.kind {
            FaultKind::InUse | FaultKind::Full | FaultKind::ReadOnly => TEMPORARY,
            _ => IO,
        };
        let mut problem = Problem::with(status, fault.to_string());
        problem.for_others = Some(fault.for_people().to_string());
        problem.fault = Some(fault.kind);
        let mut cause = std::error::Error::source(&fault);
        while let Some(error) = cause {
            problem.lines.push(error.to_string());
            cause = error.source();
        }
        problem
    }
}

/// Returns the texts that tell of a fault in short: for who runs the store, and for others, without a path.
pub fn texts_of(kind: FaultKind) -> (&'static str, &'static str) {
    match kind {
        FaultKind::InUse => ("store-in-use", "fault-in-use"),
        FaultKind::Damaged => ("store-damaged", "fault-damaged"),
        FaultKind::NewerFormat => ("store-newer", "fault-newer"),
        FaultKind::ReadOnly => ("store-read-only", "fault-read-only"),
        FaultKind::Full => ("store-full", "fault-full"),
        FaultKind::TooLarge => ("store-too-large", "fault-too-large"),
        FaultKind::Other => ("store-other", "fault-other"),
    }
}

impl From<Stopped> for Problem {
    /// A refusal is put in words where the language is known: see `Place::refused`.
    fn from(stopped: Stopped) -> Problem {
        match stopped {
            Stopped::Store(fault) => fault.into(),
            Stopped::Source(error) => unread(&error),
            Stopped::Refused(_) => Problem::with(NO_PERMISSION, stopped.to_string()),
            Stopped::Closed => Problem::say(TEMPORARY, "serve-closing", []),
        }
    }
}

/// Says why a source could not be read.
fn unread(error: &SourceError) -> Problem {
    let id = match error {
        SourceError::Missing { .. } => "source-missing",
        SourceError::Forbidden { .. } => "source-forbidden",
        SourceError::Unreadable { .. } => "source-unreadable",
        SourceError::NothingInside { .. } => "source-nothing-inside",
        SourceError::NotAFile { .. } => "source-not-a-file",
        SourceError::NoKnownColumn { .. } => "source-no-known-column",
        SourceError::NotUtf8 { .. } => "source-not-utf8",
    };
    let cause = match error {
        SourceError::Unreadable { cause, .. } => cause.clone(),
        _ => String::new(),
    };
    let values = [
        ("file", error.file().to_owned()),
        ("cause", cause),
        ("known", error.known_columns()),
    ];
    Problem::say(DATA, id, values)
}

impl From<Rejection> for Problem {
    /// A refusal is put in words where the language is known: see `Place::refused`.
    fn from(rejection: Rejection) -> Problem {
        match rejection {
            Rejection::Faulted(fault) => fault.into(),
            Rejection::Refused(_) => Problem::with(NO_PERMISSION, rejection.to_string()),
            Rejection::Closed => Problem::say(TEMPORARY, "serve-closing", []),
        }
    }
}

impl From<BadFile> for Problem {
    fn from(bad: BadFile) -> Problem {
        Problem::with(DATA, bad.to_string())
    }
}
