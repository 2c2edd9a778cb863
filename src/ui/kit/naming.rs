//! Finding an action by what somebody calls it: its label, then its help, then other words for it, in both
//! languages (`:` and `?`). Never knows what an action does.

use super::binding::{Entry, Ready};
use super::texts::{Lang, Texts};
use crate::text::fold::fold;

/// What an action is called, folded, best names first.
#[derive(Debug, Clone)]
struct Names {
    label: String,
    help: String,
    /// Other words for it, and what it is called in the other language; as they are written.
    also: Vec<String>,
}

/// Actions that can be looked for. The names are made once; each search walks over them.
#[derive(Debug, Clone, Default)]
pub struct Naming {
    names: Vec<Names>,
    ready: Vec<bool>,
}

/// An action that has what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its position among the entries.
    pub index: usize,
    /// Letters of its label that were typed, by position.
    pub letters: Vec<u32>,
    /// The other word it was found by.
    pub by: Option<String>,
}

/// How well a word names an action; the least is best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Label,
    LabelWord,
    LabelPart,
    Help,
    Also,
}

impl Naming {
    /// Returns the names of `entries`; `key` is found too.
    pub fn new(entries: &[Entry], texts: &Texts) -> Self {
        let other = match texts.lang() {
            Lang::En => Texts::shared(Lang::Fr),
            Lang::Fr => Texts::shared(Lang::En),
        };
        let names = |entry: &Entry| {
            let more = |texts: &Texts| {
                let id = format!("act-{}-also", entry.id);
                let words = texts.has(&id).then(|| texts.get(&id).into_owned());
                words.unwrap_or_default()
            };
            let (own, others) = (more(texts), more(&other));
            let listed = own.split(',').chain(others.split(','));
            let mut also: Vec<String> = listed.map(|word| word.trim().to_owned()).collect();
            also.push(entry.label(&other));
            also.push(entry.id.replace('-', " "));
            also.retain(|word| !word.is_empty());
            Names {
                label: fold(&entry.label(texts)),
                help: fold(&entry.help(texts)),
                also,
            }
        };
        Self {
            names: entries.iter().map(names).collect(),
            ready: entries.iter().map(|e| e.ready == Ready::Yes).collect(),
        }
    }

    /// Returns the actions that have every word of `query`, what can be done now first, then the best named;
    /// all of them in their order when it is empty.
    pub fn find(&self, query: &str) -> Vec<Named> {
        let query = fold(query.trim());
        let words: Vec<&str> = query.split_whitespace().collect();
        let mut found: Vec<(bool, Rank, Named)> = Vec::new();
        for (index, (names, ready)) in self.names.iter().zip(&self.ready).enumerate() {
            if let Some((rank, named)) = names.rank(index, &words) {
                found.push((!ready, rank, named));
            }
        }
        found.sort_by_key(|(later, rank, named)| (*later, *rank, named.index));
        found.into_iter().map(|(_, _, named)| named).collect()
    }
}

impl Names {
    fn rank(&self, index: usize, words: &[&str]) -> Option<(Rank, Named)> {
        let mut named = Named {
            index,
            letters: Vec::new(),
            by: None,
        };
        let mut worst = Rank::Label;
        for word in words {
            let (rank, by) = self.rank_word(word)?;
            worst = worst.max(rank);
            named.by = named.by.or(by);
            named.letters.extend(letters(&self.label, word));
        }
        named.letters.sort_unstable();
        named.letters.dedup();
        Some((worst, named))
    }

    fn rank_word(&self, word: &str) -> Option<(Rank, Option<String>)> {
        if self.label.starts_with(word) {
            return Some((Rank::Label, None));
        }
        if begins_a_word(&self.label, word) {
            return Some((Rank::LabelWord, None));
        }
        if self.label.contains(word) {
            return Some((Rank::LabelPart, None));
        }
        if begins_a_word(&self.help, word) {
            return Some((Rank::Help, None));
        }
        let by = self
            .also
            .iter()
            .find(|name| begins_a_word(&fold(name), word));
        by.map(|name| (Rank::Also, Some(name.clone())))
    }
}

fn begins_a_word(text: &str, word: &str) -> bool {
    let mut places = text.match_indices(word);
    places.any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| !c.is_alphanumeric())
    })
}

/// The letters of `text` where `word` stands first.
fn letters(text: &str, word: &str) -> Vec<u32> {
    let Some(at) = text.find(word) else {
        return Vec::new();
    };
    let first = text.get(..at).map_or(0, |before| before.chars().count());
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    (count(first)..count(first + word.chars().count())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::globals::GLOBAL;
    use crate::ui::kit::keymap::Overrides;

    fn first(lang: Lang, query: &str) -> Option<&'static str> {
        let keymap = GLOBAL.keymap(&Overrides::default()).unwrap_or_default();
        let entries = GLOBAL.all_entries(&keymap);
        let found = Naming::new(&entries, &Texts::new(lang)).find(query);
        found
            .first()
            .and_then(|named| entries.get(named.index))
            .map(|entry| entry.id)
    }

    #[test]
    fn wks_1_an_action_is_found_by_the_words_people_have_for_it() {
        for (lang, query, id) in [
            (Lang::En, "undo", "undo"),
            (Lang::En, "annuler", "undo"),
            (Lang::En, "cancel", "undo"),
            (Lang::En, "take back", "undo"),
            (Lang::En, "help", "help"),
            (Lang::En, "leave entremise", "quit"),
            (Lang::En, "exit", "quit"),
            (Lang::Fr, "annul", "undo"),
            (Lang::Fr, "undo", "undo"),
            (Lang::Fr, "aide", "help"),
            (Lang::Fr, "couleurs", "theme"),
            (Lang::Fr, "theme", "theme"),
        ] {
            assert_eq!(first(lang, query), Some(id), "{query} in {}", lang.code());
        }
        assert_eq!(first(Lang::En, "zebra"), None);
    }

    #[test]
    fn wks_1_what_cannot_be_done_now_comes_last() {
        let keymap = GLOBAL.keymap(&Overrides::default()).unwrap_or_default();
        let mut entries = GLOBAL.all_entries(&keymap);
        entries[0].ready = Ready::No(crate::ui::kit::binding::Reason::new("kit-empty"));
        let naming = Naming::new(&entries, &Texts::new(Lang::En));
        let last = naming.find("").last().map(|named| named.index);
        assert_eq!(last, Some(0));
    }

    #[test]
    fn wks_1_the_letters_that_were_typed_are_known() {
        assert_eq!(letters(&fold("Élément lié"), "lie"), [8, 9, 10]);
        assert!(letters("undo", "x").is_empty());
    }
}
