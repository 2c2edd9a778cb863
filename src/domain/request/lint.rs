//! The request linter (REQ-3, S3): what the house's rules miss in a message.

use serde::{Deserialize, Serialize};

use super::incoming::Incoming;
use super::stated::Deadline;
use super::{Request, pieces};
use crate::text::fold;
use crate::text::reading::Lexicon;

/// One thing the house's rules miss. Each has a one-key fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Finding {
    /// The subject does not read "CLIENT or CONTRACT / what it is about".
    Subject,
    /// Several requests stand in one message.
    Several,
    /// No deadline is stated.
    NoDeadline,
    /// Everyone is in copy.
    Copies,
    /// The deadline can be read two ways: 3/4 of a sender of whom nobody can tell what they write first.
    DoubtfulDate,
}

impl Finding {
    /// All of them, in the order they are fixed.
    pub const ALL: [Finding; 5] = [
        Finding::Several,
        Finding::Subject,
        Finding::DoubtfulDate,
        Finding::NoDeadline,
        Finding::Copies,
    ];

    /// The stable name that texts are found by.
    pub fn key(self) -> &'static str {
        match self {
            Finding::Subject => "subject",
            Finding::Several => "several",
            Finding::NoDeadline => "no-deadline",
            Finding::Copies => "copies",
            Finding::DoubtfulDate => "doubtful-date",
        }
    }

    fn bit(self) -> u8 {
        match self {
            Finding::Subject => 1,
            Finding::Several => 2,
            Finding::NoDeadline => 4,
            Finding::Copies => 8,
            Finding::DoubtfulDate => 16,
        }
    }
}

/// A set of findings, one byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Findings(u8);

impl Findings {
    /// Whether `finding` is in the set.
    pub fn has(self, finding: Finding) -> bool {
        self.0 & finding.bit() != 0
    }

    /// The set with `finding` in it, or without.
    #[must_use]
    pub fn set(self, finding: Finding, there: bool) -> Findings {
        Findings(if there {
            self.0 | finding.bit()
        } else {
            self.0 & !finding.bit()
        })
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those that are there, in the order they are fixed.
    pub fn iter(self) -> impl Iterator<Item = Finding> {
        Finding::ALL
            .into_iter()
            .filter(move |finding| self.has(*finding))
    }
}

/// What the rules miss in `incoming`. Its deadline is given because it may stand in the text.
pub(super) fn lint(
    incoming: &Incoming,
    deadline: Deadline,
    most_copied: u8,
    lexicon: &Lexicon,
) -> Findings {
    let several = pieces::pieces(&incoming.body, lexicon).len() > 1;
    let subject = subject_conforms(&incoming.subject, lexicon);
    Findings::default()
        .set(Finding::Subject, !subject)
        .set(Finding::Several, several)
        .set(
            Finding::NoDeadline,
            deadline.at.is_none() && !deadline.doubtful,
        )
        .set(Finding::DoubtfulDate, deadline.doubtful)
        .set(
            Finding::Copies,
            incoming.cc.len() > usize::from(most_copied),
        )
}

/// Whether a subject reads "CLIENT or CONTRACT / what it is about": words, a slash, words. A date
/// (`12/3`) or `and/or` does not make one; prefixes like `Re:` do not unmake one.
pub fn subject_conforms(subject: &str, lexicon: &Lexicon) -> bool {
    let Some((client, about)) = bare_subject(subject, lexicon).split_once('/') else {
        return false;
    };
    let spaced = client.ends_with(char::is_whitespace) || about.starts_with(char::is_whitespace);
    has_words(client) && has_words(about) && spaced
}

fn has_words(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() >= 2
}

/// The subject without `Re:`, `Fwd:`, `TR:` and the like.
pub fn bare_subject<'a>(subject: &'a str, lexicon: &Lexicon) -> &'a str {
    let mut rest = subject.trim();
    while let Some((prefix, after)) = rest.split_once(':') {
        if !lexicon.is_prefix(prefix.trim()) {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

/// The subject as the rule wants it: the client's name in capitals, a slash, what it is about. The
/// name is not repeated when the subject already begins with it. It conforms whatever comes in.
pub fn suggested_subject(organisation: &str, subject: &str, lexicon: &Lexicon) -> String {
    let bare = bare_subject(subject, lexicon).trim();
    // A slash in the name would end it; a name or a matter without letters would be none.
    let client = worded(
        organisation.replace('/', "-").trim().to_uppercase(),
        "CLIENT",
    );
    let about = behind(bare, organisation.trim()).unwrap_or(bare);
    let about = about.trim_start_matches(|c: char| c == '/' || c.is_whitespace());
    let about = worded(about.to_owned(), "demande / request");
    bare_subject(&format!("{client} / {about}"), lexicon)
        .chars()
        .take(Request::SUBJECT_MOST)
        .collect()
}

/// `text`, with `else_words` for what has no words.
fn worded(text: String, else_words: &str) -> String {
    match text.as_str() {
        _ if has_words(&text) => text,
        "" => else_words.to_owned(),
        text => format!("{else_words} {text}"),
    }
}

/// What stands in `subject` behind the name it begins with, if it begins with it: what opens a bracket or a
/// quotation there stays with its other half.
fn behind<'a>(subject: &'a str, name: &str) -> Option<&'a str> {
    let name = fold::fold(name);
    let ends = subject.char_indices().map(|(at, c)| at + c.len_utf8());
    let end = ends
        .take_while(|end| *end <= 4 * name.len())
        .find(|end| fold::fold(&subject[..*end]) == name)?;
    let rest = &subject[end..];
    let whole = !rest.starts_with(char::is_alphanumeric);
    let parts = |c: char| !c.is_alphanumeric() && !"([«“\"".contains(c);
    whole.then(|| rest.trim_start_matches(parts))
}
