//! The words of the filter line and of saved views (REQ-12): `is:open who:me,none tag:urgent atelier`. Reads them;
//! which requests they show is asked in `matching`.
//!
//! What is not `field:value` is looked for in what the list shows. Nothing typed is an error: a field
//! that does not exist is a word like any other.

mod built_in;
mod matching;
mod sort;

pub use built_in::{BUILT_IN, BuiltIn, PROVIDERS_VIEW};
pub(super) use matching::number;
pub use sort::Sort;

use crate::desk::views::lists::tag_meant;
use crate::domain::house::Language;
use crate::domain::person::Person;
use crate::domain::request::{Group, RequestStage};
use crate::domain::routing::KindId;
use crate::domain::{PersonId, State};
use crate::text::{fold, split};

/// Whose requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Nobody,
    Person(PersonId),
    /// A name that nobody has: shows nothing, rather than everything.
    Unknown,
}

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
        for word in split::words(text).iter().take(32) {
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
        split::words(text).iter().find_map(|word| {
            let (name, _) = word.split_once(':')?;
            let read = Query::parse(&split::quoted(word), me, state);
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
            ("tag", tag) if !tag.is_empty() => Test::Tag(tag_meant(state, tag)),
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

/// What can stand behind the name of a filter, if it is one; of what has no end, examples.
fn known_values(name: &str, state: &State) -> Option<String> {
    Some(match name {
        "is" => "open, snoozed, closed, overdue, watched, lint".to_owned(),
        "owes" => OWES.join(", "),
        "from" => "client, provider".to_owned(),
        "who" => "me, none, …".to_owned(),
        "stage" => "new, attempted, in-touch, validated".to_owned(),
        "group" => "subcontracting, introduction".to_owned(),
        "tag" => {
            let tags = state.lists().tags().map(|tag| split::quoted(&tag));
            let all = tags.chain(std::iter::once("…".to_owned()));
            all.collect::<Vec<_>>().join(", ")
        }
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
