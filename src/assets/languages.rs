//! Languages: their names, and what they call themselves.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::read;
use super::texts::Lang;
use crate::domain::house::Language;
use crate::text::fold::fold;

/// The names of a language.
#[derive(Debug, Deserialize)]
struct Names {
    en: String,
    fr: String,
    own: Option<String>,
}

fn names() -> &'static BTreeMap<String, Names> {
    static NAMES: LazyLock<BTreeMap<String, Names>> = LazyLock::new(|| {
        let source = include_str!("../../assets/languages.toml");
        read("languages.toml", source).unwrap_or_default()
    });
    &NAMES
}

/// The name of a language in another one; `None` for one that has no name here.
pub fn language_name(language: Language, lang: Lang) -> Option<&'static str> {
    let names = names().get(language.code())?;
    Some(match lang {
        Lang::En => &names.en,
        Lang::Fr => &names.fr,
    })
}

/// A language by its code, or by its name in English, in French or in itself, whatever its case and accents.
pub fn language(text: &str) -> Option<Language> {
    Language::parse(text).or_else(|| {
        let wanted = fold(text.trim());
        let called = |names: &Names| {
            let own = names.own.iter();
            let mut all = [&names.en, &names.fr].into_iter().chain(own);
            all.any(|name| fold(name) == wanted)
        };
        let found = names().iter().find(|(_, names)| called(names));
        found.and_then(|(code, _)| Language::parse(code))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_9_a_language_is_found_by_code_and_by_name() {
        for language in Language::all() {
            let names = Lang::ALL.map(|lang| language_name(language, lang));
            assert!(names.iter().all(Option::is_some), "{}", language.code());
        }
        for (text, code) in [
            ("Français ", "fr"),
            ("ENGLISH", "en"),
            ("anglais", "en"),
            ("Néerlandais", "nl"),
            ("nederlands", "nl"),
            ("Deutsch", "de"),
            ("español", "es"),
            ("Schwiizertüütsch", "gsw"),
            ("gsw", "gsw"),
        ] {
            assert_eq!(language(text).expect(text).code(), code);
        }
        for text in ["klingon", "", "zz", "fr en"] {
            assert_eq!(language(text), None, "{text}");
        }
    }
}
