//! The lists of a house as a file people edit (WKS-8), and the named examples that a house can start from.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::names::{Names, names_text};
use super::texts::{Lang, Texts};
use super::{BadFile, at_line, read};
use crate::domain::language::Language;
use crate::domain::lists::draft::{EntryDraft, ListDraft};
use crate::domain::lists::shipped::{Ending, Subscription};
use crate::domain::lists::{Entry, List, ListEntry, ListName, Lists, Pair};

/// The name of the file, as it is told what is wrong with it.
const NAME: &str = "lists.toml";

const HEAD: &str = "\
# The organisation's lists. Edit, then: entremise lists FILE
#
# A list that is not in the file stays as it is. Entries are offered in the order of the file.
# key: its name in files and filters; it never changes. A new key is a new entry.
# name: what it is called, by language code. A language that is missing shows the first one.
# retired = true: it stays on what has it, and nobody can choose it any more. What is in use can only be retired.
";

/// What stands above a list.
fn about(list: ListName) -> &'static str {
    match list {
        ListName::Work => "Kinds of work",
        ListName::Audience => "Audiences: who a service is held for",
        ListName::Level => "Levels of facilitators, the lowest first; level = [] for none",
        ListName::Compliance => "What a facilitator must have shown",
        ListName::Task => "The logistics of a mission",
        ListName::Unit => "What a price is for",
        ListName::Subscription => {
            "What facilitators subscribe to. contains: what it contains, by language code"
        }
        ListName::Skill => {
            "Skills of facilitators. from and to: for a pair of languages, by their codes; they never change"
        }
        ListName::Tag => "Tags of requests and quotations",
        ListName::Decline => "Why terms and proposals are declined",
        ListName::End => "Why opportunities leave the board without a mission",
        ListName::Close => {
            "Why requests are closed. means: deal, over, refused, duplicate, no_request or told (the text says)"
        }
    }
}

/// An entry as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    key: Spanned<String>,
    #[serde(default)]
    name: Option<Spanned<Names>>,
    #[serde(default)]
    retired: bool,
    #[serde(default)]
    means: Option<Spanned<String>>,
    #[serde(default)]
    from: Option<Spanned<String>>,
    #[serde(default)]
    to: Option<Spanned<String>>,
    #[serde(default)]
    contains: Option<Spanned<Names>>,
}

type File = BTreeMap<Spanned<String>, Vec<Line>>;

/// Lists as somebody wants them, from the text of such a file.
///
/// # Errors
/// What does not read, or cannot be, with its line, entry and field.
pub fn lists_from(source: &str) -> Result<Vec<ListDraft>, BadFile> {
    let bad = |at: usize, what: &str| at_line(NAME, source, at, what);
    let file: File = read(NAME, source)?;
    let mut drafts = Vec::new();
    for (name, lines) in &file {
        let key = name.get_ref();
        let list = ListName::parse(key).ok_or_else(|| {
            let all = ListName::ALL.iter().map(|list| list.key());
            let all = all.collect::<Vec<_>>().join(", ");
            let what = format!("{key} is not a list; write one of {all}");
            bad(name.span().start, &what)
        })?;
        let entries = lines.iter().map(|line| entry(list, line, &bad));
        let draft = ListDraft {
            list,
            entries: entries.collect::<Result<_, _>>()?,
        };
        if let Some(fault) = draft.fault() {
            let line = fault.at.and_then(|at| lines.get(at));
            let at = line.map_or(name.span().start, |line| line.place(fault.field));
            let entry = line.map_or("", |line| line.key.get_ref());
            let what = format!("{key} {entry}, {}: {}", fault.field, fault.why);
            return Err(bad(at, &what));
        }
        drafts.push(draft);
    }
    drafts.sort_by_key(|draft| ListName::ALL.iter().position(|list| *list == draft.list));
    Ok(drafts)
}

impl Line {
    /// Returns where a field of it stands.
    fn place(&self, field: &str) -> usize {
        let own = match field {
            "name" => self.name.as_ref().map(|name| name.span().start),
            "means" => self.means.as_ref().map(|means| means.span().start),
            "from" => self.from.as_ref().map(|from| from.span().start),
            "contains" => self.contains.as_ref().map(|words| words.span().start),
            _ => None,
        };
        own.unwrap_or(self.key.span().start)
    }
}

/// Reads an entry. What is called as it is shipped is not said again: it stays as it is shipped.
fn entry(
    list: ListName,
    line: &Line,
    bad: &impl Fn(usize, &str) -> BadFile,
) -> Result<EntryDraft, BadFile> {
    let key = line.key.get_ref();
    let place = |field: &str| format!("{} {key}, {field}", list.key());
    let said = |field: &str, names: &Option<Spanned<Names>>, text: TextOf| {
        let own = names.as_ref().map(|names| {
            let own = names.get_ref().own(|lang| shipped(list, key, lang, text));
            own.map_err(|why| bad(names.span().start, &format!("{}: {why}", place(field))))
        });
        own.transpose().map(Option::unwrap_or_default)
    };
    let means = line.means.as_ref().map(|means| {
        Ending::parse(means.get_ref()).ok_or_else(|| {
            let all = Ending::ALL.map(Ending::key).join(", ");
            let word = means.get_ref();
            let what = format!(
                "{}: {word} is not known; choose one of {all}",
                place("means")
            );
            bad(means.span().start, &what)
        })
    });
    Ok(EntryDraft {
        key: key.trim().into(),
        names: said("name", &line.name, ListName::text_of)?,
        retired: line.retired,
        means: means.transpose()?,
        pair: pair(line, &place, bad)?,
        contains: said("contains", &line.contains, contents_of)?,
    })
}

/// Reads from which language into which an entry is.
fn pair(
    line: &Line,
    place: &impl Fn(&str) -> String,
    bad: &impl Fn(usize, &str) -> BadFile,
) -> Result<Option<Pair>, BadFile> {
    let language = |field: &str, code: &Spanned<String>| {
        let text = code.get_ref();
        let found = Language::parse(text).filter(|language| language.code() == text);
        found.ok_or_else(|| {
            let what = format!("{}: {text} is not a language code", place(field));
            bad(code.span().start, &what)
        })
    };
    match (&line.from, &line.to) {
        (None, None) => Ok(None),
        (Some(from), Some(to)) => Ok(Some(Pair {
            from: language("from", from)?,
            to: language("to", to)?,
        })),
        (Some(one), None) => {
            let what = format!("{}: it is missing, beside from", place("to"));
            Err(bad(one.span().start, &what))
        }
        (None, Some(one)) => {
            let what = format!("{}: it is missing, beside to", place("from"));
            Err(bad(one.span().start, &what))
        }
    }
}

/// How the text of an entry is found.
type TextOf = fn(ListName, u16) -> String;

/// Returns the id of the text on what an entry contains.
pub fn contents_of(list: ListName, number: u16) -> String {
    format!("contains-{}", list.text_of(number))
}

/// Returns what a subscription contains, in the language of a screen.
pub fn subscription_contains(lists: &Lists, one: Subscription, lang: Lang) -> Option<String> {
    let (list, number) = (ListName::Subscription, one.number());
    let entry = lists.list(list).entry(number)?;
    let own = entry.contents(lang.language()).map(str::to_owned);
    own.or_else(|| shipped(list, &entry.key, lang, contents_of))
}

/// Returns what is shipped of a shipped entry in a language of the screens: its name, or what it contains.
fn shipped(list: ListName, key: &str, lang: Lang, text: TextOf) -> Option<String> {
    let shipped = Lists::default();
    let mut entries = shipped.list(list).entries.iter();
    let entry = entries.find(|entry| &*entry.key == key)?;
    let (texts, id) = (Texts::shared(lang), text(list, entry.number));
    texts.has(&id).then(|| texts.get(&id).into_owned())
}

/// Returns lists as the text of such a file, to edit and read in again.
pub fn lists_text(lists: &Lists, which: &[ListName]) -> String {
    let mut out = HEAD.to_owned();
    // What stands below a table belongs to it: an empty list stands above all.
    for list in which
        .iter()
        .filter(|list| lists.list(**list).entries.is_empty())
    {
        out.push_str(&format!("\n# {}\n{} = []\n", about(*list), list.key()));
    }
    for name in which {
        let list: &List = lists.list(*name);
        for (n, entry) in list.entries.iter().enumerate() {
            if n == 0 {
                out.push_str(&format!("\n# {}\n", about(*name)));
            }
            out.push_str(&entry_text(*name, entry));
        }
    }
    out
}

fn entry_text(list: ListName, entry: &ListEntry) -> String {
    let text = |words: &str| toml::Value::from(words).to_string();
    let mut out = format!("\n[[{}]]\nkey = {}\n", list.key(), text(&entry.key));
    out.push_str(&said_text("name", list, entry));
    if let Some(pair) = entry.pair {
        let (from, to) = (text(pair.from.code()), text(pair.to.code()));
        out.push_str(&format!("from = {from}\nto = {to}\n"));
    }
    out.push_str(&said_text("contains", list, entry));
    if let Some(means) = list.means(entry.number) {
        out.push_str(&format!("means = {}\n", text(means.key())));
    }
    if entry.retired {
        out.push_str("retired = true\n");
    }
    out
}

/// A field of words by language, with those that are shipped.
fn said_text(field: &str, list: ListName, entry: &ListEntry) -> String {
    let (own, text): (_, TextOf) = match field {
        "contains" => (&entry.contains, contents_of),
        _ => (&entry.names, ListName::text_of),
    };
    names_text(field, own, |lang| shipped(list, &entry.key, lang, text))
}

/// A list as a history tells it: the order of its entries, then a line for each.
pub fn list_lines(name: ListName, list: &List) -> String {
    let keys: Vec<&str> = list.entries.iter().map(|entry| &*entry.key).collect();
    let mut out = format!("{}: {}\n", name.key(), keys.join(", "));
    for entry in &list.entries {
        let names = said_text("name", name, entry);
        let contains = said_text("contains", name, entry);
        let retired = if entry.retired { ", retired" } else { "" };
        let pair = entry
            .pair
            .map_or(String::new(), |pair| format!(" {}", pair.typed()));
        let key = &entry.key;
        let said = format!("{} {}", names.trim_end(), contains.trim_end());
        out.push_str(&format!(
            "{}, {key}:{pair} {}{retired}\n",
            name.key(),
            said.trim()
        ));
    }
    out
}

/// The named examples that a house can start from, each with its file.
const EXAMPLES: &[(&str, &str)] = &[
    (
        "workshops",
        include_str!("../../assets/lists/workshops.toml"),
    ),
    (
        "translators",
        include_str!("../../assets/lists/translators.toml"),
    ),
    (
        "insurance",
        include_str!("../../assets/lists/insurance.toml"),
    ),
    ("empty", include_str!("../../assets/lists/empty.toml")),
];

/// Returns the names of the examples that a house can start from.
pub fn list_examples() -> impl Iterator<Item = &'static str> {
    EXAMPLES.iter().map(|(name, _)| *name)
}

/// Returns the lists of an example; `None` when there is none of that name.
///
/// # Errors
/// A file that does not read.
pub fn list_example(name: &str) -> Option<Result<Vec<ListDraft>, BadFile>> {
    let found = EXAMPLES.iter().find(|(one, _)| *one == name);
    found.map(|(_, source)| lists_from(source))
}

#[cfg(test)]
#[path = "lists_tests.rs"]
mod tests;
