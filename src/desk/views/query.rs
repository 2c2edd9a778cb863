//! The words of the filter line and of saved views (REQ-12): `is:open who:me,none tag:urgent atelier`.
//!
//! What is not `field:value` is looked for in what the list shows. Nothing typed is an error: a field
//! that does not exist is a word like any other.

use crate::domain::house::Language;
use crate::domain::person::Person;
use crate::domain::request::{By, Group, Request, RequestStage, Status};
use crate::domain::routing::KindId;
use crate::domain::{Millis, PersonId, State};
use crate::text::fold;

/// A view that is always there.
pub struct BuiltIn {
    /// Its stable name, by which its text is found.
    pub key: &'static str,
    /// What it shows.
    pub query: &'static str,
}

/// What providers wrote, for their desk (EML-2).
pub const PROVIDERS_VIEW: &str = "is:open from:provider";

/// The views that are always there, the first one first.
pub const BUILT_IN: [BuiltIn; 10] = [
    BuiltIn {
        key: "mine-and-unassigned",
        query: "is:open who:me,none",
    },
    BuiltIn {
        key: "mine",
        query: "is:open who:me",
    },
    BuiltIn {
        key: "unassigned",
        query: "is:open who:none sort:newest",
    },
    BuiltIn {
        key: "all-open",
        query: "is:open",
    },
    BuiltIn {
        key: "overdue",
        query: "is:overdue",
    },
    BuiltIn {
        key: "to-validate",
        query: "is:open from:client stage:new,attempted,in-touch",
    },
    BuiltIn {
        key: "providers",
        query: PROVIDERS_VIEW,
    },
    BuiltIn {
        key: "watched",
        query: "is:watched",
    },
    BuiltIn {
        key: "snoozed",
        query: "is:snoozed",
    },
    BuiltIn {
        key: "closed",
        query: "is:closed",
    },
];

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The next step first, what is overdue before all.
    #[default]
    NextStep,
    /// The newest first.
    Newest,
    /// The oldest first.
    Oldest,
    /// By the name of the client.
    Client,
    /// By the first letters of the subject.
    Subject,
    /// By how far the conversation has come.
    Stage,
    /// By who works it: first who looks, last those that nobody has.
    Who,
}

impl Sort {
    /// All of them.
    pub const ALL: [Sort; 7] = [
        Sort::NextStep,
        Sort::Newest,
        Sort::Oldest,
        Sort::Client,
        Sort::Subject,
        Sort::Stage,
        Sort::Who,
    ];

    /// The one of this name.
    pub fn named(key: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|sort| sort.key() == key)
    }

    /// The stable name, as in `sort:newest`.
    pub fn key(self) -> &'static str {
        match self {
            Sort::NextStep => "next-step",
            Sort::Newest => "newest",
            Sort::Oldest => "oldest",
            Sort::Client => "client",
            Sort::Subject => "subject",
            Sort::Stage => "stage",
            Sort::Who => "who",
        }
    }
}

/// Whose requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Nobody,
    Person(PersonId),
    /// A name that nobody has: shows nothing, rather than everything.
    Unknown,
}

/// The people whose open requests are meant, `None` among them for those that nobody has; all, without a list.
pub(super) type OpenOf = Option<Vec<Option<PersonId>>>;

/// One condition; a request must meet them all.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Test {
    Open,
    Snoozed,
    Closed,
    Overdue,
    Watched,
    Linted,
    Who(Vec<Who>),
    Owes(&'static str),
    Stages(Vec<RequestStage>),
    Group(Group),
    Tag(Box<str>),
    Language(Language),
    Kind(Option<KindId>),
    /// A provider wrote, or (false) a client.
    FromProvider(bool),
}

/// A word that is written as a filter and is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strange {
    /// The word.
    pub word: String,
    /// The name before its colon, which is that of a filter.
    pub name: String,
    /// What can stand behind the colon.
    pub known: String,
}

impl Strange {
    /// This word, of which `known` can stand behind `name`.
    pub(super) fn new(word: &str, name: &str, known: String) -> Strange {
        Strange {
            word: word.to_owned(),
            name: name.to_owned(),
            known,
        }
    }
}

/// A query, read for one person at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    tests: Vec<Test>,
    words: Vec<String>,
    sort: Sort,
    /// Whether the last comes first: `sort:-client`.
    turned: bool,
    me: PersonId,
}

impl Query {
    /// Reads a query for `me`. Names are those of the people there are.
    pub fn parse(text: &str, me: PersonId, state: &State) -> Query {
        let mut query = Query {
            tests: Vec::new(),
            words: Vec::new(),
            sort: Sort::default(),
            turned: false,
            me,
        };
        for word in text.split_whitespace().take(32) {
            let field = word
                .split_once(':')
                .and_then(|(field, value)| query.field(field, value, state));
            if field.is_none() {
                query.words.push(fold::fold(word));
            }
        }
        query
    }

    /// Returns the first word that is written as a filter and is none.
    pub(super) fn strange(text: &str, me: PersonId, state: &State) -> Option<Strange> {
        text.split_whitespace().find_map(|word| {
            let (name, _) = word.split_once(':')?;
            let read = Query::parse(word, me, state);
            let nobody =
                |test: &Test| matches!(test, Test::Who(whos) if whos.contains(&Who::Unknown));
            let understood = read.words.is_empty() && !read.tests.iter().any(nobody);
            let known = known_values(name, state)?;
            (!understood).then(|| Strange::new(word, name, known))
        })
    }

    /// The order it asks for.
    pub fn sort(&self) -> Sort {
        self.sort
    }

    /// Whether it asks for that order the other way round.
    pub fn is_turned(&self) -> bool {
        self.turned
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
    pub(super) fn depends_on_time(&self) -> bool {
        self.tests
            .iter()
            .any(|test| matches!(test, Test::Overdue | Test::Owes(_)))
    }

    fn field(&mut self, field: &str, value: &str, state: &State) -> Option<()> {
        let test = match (field, value) {
            ("is", "open") => Test::Open,
            ("is", "snoozed") => Test::Snoozed,
            ("is", "closed") => Test::Closed,
            ("is", "overdue") => Test::Overdue,
            ("is", "watched") => Test::Watched,
            ("is", "lint") => Test::Linted,
            ("owes", who) => Test::Owes(OWES.into_iter().find(|known| *known == who)?),
            ("who", names) if !names.is_empty() => {
                Test::Who(names.split(',').map(|name| self.who(name, state)).collect())
            }
            ("stage", stages) => Test::Stages(stages.split(',').map(stage).collect::<Option<_>>()?),
            ("group", "subcontracting" | "sub") => Test::Group(Group::Subcontracting),
            ("group", "introduction" | "intro") => Test::Group(Group::ClientIntroduction),
            ("tag", tag) if !tag.is_empty() => Test::Tag(tag.to_lowercase().into()),
            ("lang", code) => Test::Language(Language::parse(code)?),
            ("from", "provider") => Test::FromProvider(true),
            ("from", "client") => Test::FromProvider(false),
            ("kind", "none") => Test::Kind(None),
            ("kind", key) => Test::Kind(Some(state.routing().by_key(key)?.id)),
            ("sort", key) => {
                let turned = key.strip_prefix('-');
                self.sort = Sort::named(turned.unwrap_or(key))?;
                self.turned = turned.is_some();
                return Some(());
            }
            _ => return None,
        };
        self.tests.push(test);
        Some(())
    }

    fn who(&self, name: &str, state: &State) -> Who {
        match name {
            "me" => Who::Person(self.me),
            "none" => Who::Nobody,
            name => {
                let wanted = fold::fold(name);
                let is = |person: &Person| {
                    fold::fold(&person.name)
                        .split(' ')
                        .any(|part| part == wanted)
                };
                // Who works requests is staff, or was when they were given some.
                let workers = state.requests().workers();
                let workers = workers.filter_map(|id| state.person(id));
                let mut people = state.staff().chain(workers);
                people
                    .find(|p| is(p))
                    .map_or(Who::Unknown, |p| Who::Person(p.id))
            }
        }
    }

    /// Whether a request is among what the query shows.
    pub(super) fn matches(&self, request: &Request, state: &State, now: Millis) -> bool {
        self.meets_all(request, now)
            && self
                .words
                .iter()
                .all(|word| word_matches(word, request, state))
    }

    /// Whether a request meets the tests; its words are another matter.
    pub(super) fn meets_all(&self, request: &Request, now: Millis) -> bool {
        self.tests.iter().all(|test| self.meets(test, request, now))
    }

    /// The words that are looked for, folded.
    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    /// The open requests that all it shows are among, when it shows only open ones and by their next
    /// step; and whether it shows all of those.
    pub(super) fn open_only(&self) -> Option<(OpenOf, bool)> {
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
}

/// Who can owe the next step, by name.
const OWES: [&str; 6] = [
    "house",
    "client",
    "proposers",
    "winner",
    "coordinator",
    "nobody",
];

/// Whether whoever of us takes it owes the next step.
fn is_anybodys(by: By) -> bool {
    matches!(by, By::Us(None) | By::Desk(_))
}

/// What can stand behind the name of a filter, if it is one; of what has no end, examples.
fn known_values(name: &str, state: &State) -> Option<String> {
    Some(match name {
        "is" => "open, snoozed, closed, overdue, watched, lint".to_owned(),
        "owes" => OWES.join(", "),
        "from" => "client, provider".to_owned(),
        "who" => "me, none, …".to_owned(),
        "stage" => "new, attempted, in-touch, validated".to_owned(),
        "group" => "subcontracting, introduction".to_owned(),
        "tag" => "…".to_owned(),
        "lang" => "fr, en, …".to_owned(),
        "kind" => {
            let rows = state.routing().rows.iter();
            let keys = rows.map(|row| row.key.to_string());
            let all = std::iter::once("none".to_owned()).chain(keys);
            all.collect::<Vec<_>>().join(", ")
        }
        "sort" => Sort::ALL.map(Sort::key).join(", "),
        _ => return None,
    })
}

fn stage(key: &str) -> Option<RequestStage> {
    match key {
        "new" => Some(RequestStage::New),
        "attempted" => Some(RequestStage::Attempted),
        "in-touch" => Some(RequestStage::InTouch),
        "validated" => Some(RequestStage::Validated),
        _ => None,
    }
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
pub(super) fn number(word: &str) -> Option<u32> {
    let digits = word.strip_prefix("r-").unwrap_or(word);
    if digits.len() <= 10 {
        digits.parse().ok()
    } else {
        None
    }
}
