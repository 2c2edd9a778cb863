//! What entries are called: in each language, and what stands there while that is not said. Reads and writes names, never
//! keeps them.

use super::ListsPane;
use crate::assets::language_name;
use crate::desk::views::ListId;
use crate::domain::house::Language;
use crate::domain::lists::Pair;
use crate::domain::lists::draft::EntryDraft;
use crate::text::fold::fold;
use crate::text::sanitise::clean_line;
use crate::ui::kit::prose;
use crate::ui::kit::texts::Texts;

/// What an entry is called in a language without a word of the house's, by its stable name.
type Given<'a> = dyn Fn(&str, Language) -> Option<String> + 'a;

/// What the entries of a list are called.
pub(super) struct Names<'a> {
    /// What they are called anyway.
    pub(super) given: Box<Given<'a>>,
}

/// Returns the words of a language.
fn words_in(words: &[(Language, Box<str>)], language: Language) -> Option<String> {
    let mut words = words.iter();
    let found = words.find(|(one, _)| *one == language);
    found.map(|(_, words)| clean_line(words).into_owned())
}

/// Has words say this in these languages: what is empty is not said, and what is said anyway is not kept.
fn say(
    words: &mut Vec<(Language, Box<str>)>,
    said: impl Iterator<Item = (Language, String)>,
    anyway: impl Fn(Language) -> Option<String>,
) {
    for (language, text) in said {
        let text = text.trim();
        let own = !text.is_empty() && anyway(language).as_deref() != Some(text);
        let at = words.iter().position(|(one, _)| *one == language);
        match at.and_then(|at| words.get_mut(at)) {
            Some((_, had)) if own => *had = text.into(),
            Some(_) => words.retain(|(one, _)| *one != language),
            None if own => words.push((language, text.into())),
            None => {}
        }
    }
}

/// Returns what an entry says that it contains, in a language.
pub(super) fn contents(list: ListId, entry: &EntryDraft, language: Language) -> Option<String> {
    let own = words_in(&entry.contains, language);
    own.or_else(|| list.shipped_contents(&entry.key, language))
}

/// Has an entry contain this, in these languages.
pub(super) fn contain(
    list: ListId,
    entry: &mut EntryDraft,
    said: impl Iterator<Item = (Language, String)>,
) {
    let key = entry.key.clone();
    let anyway = |language| list.shipped_contents(&key, language);
    say(&mut entry.contains, said, anyway);
}

impl Names<'_> {
    /// Returns what an entry is called in a language; nothing where it has no name there.
    pub(super) fn called(&self, entry: &EntryDraft, language: Language) -> Option<String> {
        let own = words_in(&entry.names, language);
        let own = own.or_else(|| (self.given)(&entry.key, language));
        // A pair of languages is a name by itself.
        let pair = entry.pair.filter(|_| entry.names.is_empty());
        own.or_else(|| pair.map(Pair::name))
    }

    /// Returns what stands for an entry in a language in which it is called nothing.
    pub(super) fn until(&self, entry: &EntryDraft) -> String {
        let given = (self.given)(&entry.key, Language::EN);
        let own = entry.names.first().map(|(_, name)| clean_line(name));
        let own = own.map(|name| name.into_owned());
        let pair = || entry.pair.map(Pair::name);
        given
            .or(own)
            .or_else(pair)
            .unwrap_or_else(|| entry.key.to_string())
    }

    /// Returns what an entry is called in the first of these languages in which it is called something.
    pub(super) fn name(&self, entry: &EntryDraft, languages: &[Language]) -> String {
        let mut all = languages.iter();
        let found = all.find_map(|language| self.called(entry, *language));
        found.unwrap_or_else(|| self.until(entry))
    }

    /// Returns an entry called so in these languages: what is empty is no name, and what it is called anyway is not kept.
    pub(super) fn renamed(
        &self,
        entry: &EntryDraft,
        names: impl Iterator<Item = (Language, String)>,
    ) -> EntryDraft {
        let mut entry = entry.clone();
        let (key, pair) = (entry.key.clone(), entry.pair.map(Pair::name));
        let anyway = |language| (self.given)(&key, language).or_else(|| pair.clone());
        say(&mut entry.names, names, anyway);
        entry
    }
}

impl ListsPane {
    /// Returns what the entries of a list are called.
    pub(super) fn names(&self, list: ListId) -> Names<'_> {
        let sight = &self.frame.ctx.sight;
        Names {
            given: Box::new(move |key, language| sight.given_name(list, key, language)),
        }
    }
}

/// Returns the name of a language, with a capital.
pub(super) fn language(texts: &Texts, language: Language) -> String {
    let name = language_name(language, texts.lang());
    prose::capitalised(name.unwrap_or(language.code()))
}

/// Returns a stable name for an entry that is called `name`, which none of `taken` has.
pub(super) fn key_of(name: &str, taken: impl Fn(&str) -> bool) -> Box<str> {
    /// Room that is left for a number.
    const ROOM: usize = 4;
    let folded = fold(name);
    let parts = folded.split(|c: char| !c.is_ascii_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let joined = parts.join("_");
    let from = joined.find(|c: char| c.is_ascii_lowercase());
    let key = from.and_then(|from| joined.get(from..)).unwrap_or("entry");
    let most = EntryDraft::KEY_MOST - ROOM;
    let key: String = key.chars().take(most).collect();
    let key = key.trim_end_matches('_');
    let mut numbered = (2..).map(|n: usize| format!("{key}_{n}"));
    let free = match taken(key) {
        false => Some(key.to_owned()),
        true => numbered.find(|key| !taken(key)),
    };
    free.unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_8_a_name_makes_a_key_that_nothing_else_has() {
        let keys = |name: &str| key_of(name, |key| key == "talk" || key == "talk_2");
        for (name, key) in [
            ("visite d’étude", "visite_d_etude"),
            ("Talk", "talk_3"),
            ("  3 Œuvres !", "oeuvres"),
            ("…", "entry"),
            ("日本", "entry"),
        ] {
            assert_eq!(&*keys(name), key);
        }
        assert!(keys(&"long ".repeat(40)).len() <= EntryDraft::KEY_MOST);
    }

    #[test]
    fn wks_8_what_is_called_as_it_is_shipped_is_not_kept() {
        let list = ListId::Kinds;
        let names = Names {
            given: Box::new(move |key, language| list.shipped_name(key, language)),
        };
        let entry = EntryDraft {
            key: "statistics".into(),
            ..EntryDraft::default()
        };
        let shipped = names.called(&entry, Language::EN).expect("shipped");
        let named = |name: &str| {
            let name = (Language::EN, name.to_owned());
            names.renamed(&entry, std::iter::once(name))
        };
        assert_eq!(named(&shipped), entry);
        assert_eq!(named(" "), entry);
        let own = named("Figures ");
        let called = |language| names.called(&own, language);
        assert_eq!(called(Language::EN).as_deref(), Some("Figures"));
        assert_eq!(called(Language::NL), None);
        assert_eq!(names.name(&own, &[Language::NL, Language::EN]), "Figures");
    }
}
