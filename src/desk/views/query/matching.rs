//! Which requests a query shows, and what follows from that: whether another shows fewer, whether time alone changes
//! it, which open requests all of them are among. Reads no words a person typed.

use super::{Query, Sort, Test, Who};
use crate::domain::request::{By, Request, Status};
use crate::domain::{Millis, PersonId, State};
use crate::text::fold;

/// The people whose open requests are meant, `None` among them for those that nobody has; all, without a list.
type OpenOf = Option<Vec<Option<PersonId>>>;

impl Query {
    /// Whether a request is among what the query shows.
    pub(in crate::desk::views) fn matches(
        &self,
        request: &Request,
        state: &State,
        now: Millis,
    ) -> bool {
        self.meets_all(request, now)
            && self
                .words
                .iter()
                .all(|word| word_matches(word, request, state))
    }

    /// Whether a request meets the tests; its words are another matter.
    pub(in crate::desk::views) fn meets_all(&self, request: &Request, now: Millis) -> bool {
        self.tests.iter().all(|test| self.meets(test, request, now))
    }

    /// The words that are looked for, folded.
    pub(in crate::desk::views) fn words(&self) -> &[String] {
        &self.words
    }

    /// The open requests that all it shows are among, when it shows only open ones and by their next
    /// step; and whether it shows all of those.
    pub(in crate::desk::views) fn open_only(&self) -> Option<(OpenOf, bool)> {
        let usual = self.sort == Sort::NextStep && !self.turned;
        if !usual || !self.tests.contains(&Test::Open) {
            return None;
        }
        let whos = self.tests.iter().find_map(|test| {
            if let Test::Who(whos) = test {
                Some(whos)
            } else {
                None
            }
        });
        let owner = |who: &Who| match who {
            Who::Nobody => Some(None),
            Who::Person(person) => Some(Some(*person)),
            Who::Unknown => None,
        };
        let whole = self.words.is_empty() && self.tests.len() == 1 + usize::from(whos.is_some());
        Some((
            whos.map(|whos| whos.iter().filter_map(owner).collect()),
            whole,
        ))
    }

    fn meets(&self, test: &Test, request: &Request, now: Millis) -> bool {
        match test {
            Test::Open => request.status == Status::Open,
            Test::Snoozed => matches!(request.status, Status::Snoozed { .. }),
            Test::Closed => matches!(request.status, Status::Closed { .. }),
            Test::Overdue => request.is_overdue(now),
            Test::Watched => request.watchers.contains(&self.me),
            Test::Linted => request.is_live() && !request.findings.is_empty(),
            Test::Who(whos) => whos.iter().any(|who| match who {
                Who::Nobody => request.assignee.is_none() || is_anybodys(request.step.by),
                Who::Person(person) => {
                    let theirs = By::Us(Some(*person));
                    request.assignee == Some(*person) || request.step.by == theirs
                }
                Who::Unknown => false,
            }),
            Test::Owes(who) => {
                request.status == Status::Open && request.step.at(now).by.key() == *who
            }
            Test::Stages(stages) => stages.contains(&request.stage),
            Test::Group(group) => request.group == Some(*group),
            Test::Tag(tag) => request.tags.contains(tag),
            Test::Language(language) => request.language == *language,
            Test::Kind(kind) => request.kind == *kind,
            Test::FromProvider(provider) => request.is_from_provider() == *provider,
        }
    }

    /// Whether a narrower query than `other`: the same, with more words or longer ones.
    pub fn narrows(&self, other: &Query) -> bool {
        self.tests == other.tests
            && (self.sort, self.turned) == (other.sort, other.turned)
            && self.words.len() >= other.words.len()
            && other
                .words
                .iter()
                .zip(&self.words)
                .all(|(old, new)| lengthens(old, new))
    }

    /// Whether what it shows depends on the time, even when nothing changes.
    pub(in crate::desk::views) fn depends_on_time(&self) -> bool {
        self.tests
            .iter()
            .any(|test| matches!(test, Test::Overdue | Test::Owes(_)))
    }
}

/// Whether whoever of us takes it owes the next step.
fn is_anybodys(by: By) -> bool {
    matches!(by, By::Us(None) | By::Desk(_))
}

/// A word is found in the subject, the client's or the assignee's name, a tag or the number.
fn word_matches(word: &str, request: &Request, state: &State) -> bool {
    fold::contains_folded(&request.subject, word)
        || request
            .tags
            .iter()
            .any(|tag| fold::contains_folded(tag, word))
        || state
            .organisation(request.organisation)
            .is_some_and(|o| fold::contains_folded(&o.profile.name, word))
        || request
            .assignee
            .and_then(|person| state.person(person))
            .is_some_and(|p| fold::contains_folded(&p.name, word))
        || is_number(word, request.id.0)
}

/// Whether all that `new` finds was found by `old` too. A number is another one with a digit more.
fn lengthens(old: &str, new: &str) -> bool {
    old == new || (new.starts_with(old) && number(new).is_none())
}

/// `r-1042`, `1042`.
fn is_number(word: &str, id: u32) -> bool {
    number(word) == Some(id)
}

/// The number of a request that a word is.
pub(in crate::desk::views) fn number(word: &str) -> Option<u32> {
    let digits = word.strip_prefix("r-").unwrap_or(word);
    if digits.len() <= 10 {
        digits.parse().ok()
    } else {
        None
    }
}
