//! What the lists of the house and the kinds of request lack: entries to choose, names in a language, who takes a kind.

use super::{Found, Mend};
use crate::assets;
use crate::assets::texts::{Lang, Texts};
use crate::domain::State;
use crate::domain::house::{House, Language};
use crate::domain::lists::{ListEntry, ListName};
use crate::domain::routing::Row;
use crate::domain::why::Fact;

/// Whether an entry or a kind is called something in a language: by the house, or as it is shipped.
fn is_named(names: &[(Language, Box<str>)], text: &str, lang: Lang) -> bool {
    let own = names.iter().any(|(one, _)| *one == lang.language());
    own || Texts::shared(lang).has(text)
}

/// The text of a kind of request.
pub(super) fn kind_text(row: &Row) -> String {
    format!("kind-{}", row.key.replace('_', "-"))
}

/// What a kind of request is called.
fn kind(row: &Row) -> Fact {
    let text = kind_text(row);
    match row.names.is_empty() && !Texts::shared(Lang::En).has(&text) {
        true => Fact::Word(row.key.replace('_', " ")),
        false => Fact::Text(text),
    }
}

impl Found {
    /// Takes note of kinds of request that nobody takes, or that have no name in a language of the screens.
    pub(super) fn of_routing(&mut self, state: &State) {
        let routing = state.routing();
        let rows = || routing.rows.iter().filter(|row| !row.retired);
        let text = "settings-lack-kinds";
        self.note(rows().next().is_none(), text, Mend::Routing, Vec::new());
        let mut nobodys = rows().filter(|row| routing.route(row.id, state).to.is_none());
        if let Some(first) = nobodys.next() {
            let facts = counted(Vec::new(), 1 + nobodys.count(), kind(first));
            self.note(true, "settings-lack-route", Mend::Routing, facts);
        }
        for lang in Lang::ALL {
            let mut unnamed = rows().filter(|row| !is_named(&row.names, &kind_text(row), lang));
            let Some(first) = unnamed.next() else {
                continue;
            };
            let facts = names(Fact::Text("settings-kinds".to_owned()), lang.language());
            let facts = counted(facts, 1 + unnamed.count(), kind(first));
            self.note(true, "settings-lack-names", Mend::Routing, facts);
        }
    }

    /// Takes note of lists without an entry to choose, and of entries without a name in a language of the screens; of
    /// units, which papers name, in a language of the papers.
    pub(super) fn of_lists(&mut self, state: &State, house: &House) {
        let lists = state.lists();
        for name in ListName::ALL {
            let offered = || lists.list(*name).entries.iter().filter(|one| !one.retired);
            let called = || Fact::text("list", name.key());
            let facts = vec![("list", called())];
            let none = name.needs_one() && offered().next().is_none();
            self.note(none, "settings-lack-entries", Mend::List(*name), facts);
            for language in languages(*name, house) {
                let is_missing = |one: &&ListEntry| !has_name(state, *name, one, language);
                let mut unnamed = offered().filter(is_missing);
                let Some(first) = unnamed.next() else {
                    continue;
                };
                let facts = names(called(), language);
                let first = Fact::Text(name.text_of(first.number));
                let facts = counted(facts, 1 + unnamed.count(), first);
                self.note(true, "settings-lack-names", Mend::List(*name), facts);
            }
        }
    }
}

/// The languages in which the entries of a list are shown.
fn languages(list: ListName, house: &House) -> Vec<Language> {
    let mut all: Vec<Language> = Lang::ALL.map(Lang::language).to_vec();
    if list == ListName::Unit {
        let papers = house.paper_languages().into_iter();
        let more: Vec<Language> = papers.filter(|one| !all.contains(one)).collect();
        all.extend(more);
    }
    all
}

/// Whether an entry has a name in a language: given by the house, shipped, or among the words of papers.
fn has_name(state: &State, list: ListName, entry: &ListEntry, language: Language) -> bool {
    let own = entry.names.iter().any(|(one, _)| *one == language);
    // A pair of languages is a name by itself.
    let own = own || (entry.pair.is_some() && entry.names.is_empty());
    let mut screens = Lang::ALL.into_iter();
    let screen = screens.find(|lang| lang.language() == language);
    let shipped = screen.is_some_and(|lang| is_named(&[], &list.text_of(entry.number), lang));
    let on_paper = || {
        let own = state.wording(language).cloned();
        let wording = own.or_else(|| assets::wording(language));
        wording.is_some_and(|wording| wording.units.contains_key(&entry.key))
    };
    own || shipped || (list == ListName::Unit && on_paper())
}

/// What has no name, in which language.
fn names(list: Fact, language: Language) -> Vec<(&'static str, Fact)> {
    vec![("list", list), ("language", Fact::Language(language))]
}

/// The same with how many, and the first of them.
fn counted(
    mut facts: Vec<(&'static str, Fact)>,
    n: usize,
    first: Fact,
) -> Vec<(&'static str, Fact)> {
    facts.extend([("n", Fact::Number(n)), ("first", first)]);
    facts
}
