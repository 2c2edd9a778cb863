//! The words on the screen, in English and French (WKS-4), from Fluent files under
//! `assets/locales/`. `FILES` lists them; a new area adds the name of its pair there and nowhere else.
//! Never formats dates or money (see [`crate::text::formats`]); never fails: an unknown id shows as
//! `⟦id⟧`, which the tests look for.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::domain::house::Language;
pub use crate::text::when::Lang;

/// The files of both languages: each its name, English, French.
macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        &[$((
            $name,
            include_str!(concat!("../../assets/locales/en/", $name, ".ftl")),
            include_str!(concat!("../../assets/locales/fr/", $name, ".ftl")),
        )),+]
    };
}

/// Every locale file.
const FILES: &[(&str, &str, &str)] = files![
    "kit",
    "names",
    "opportunity",
    "money",
    "ledger",
    "quotation",
    "rules",
    "app",
    "home",
    "inbox",
    "people",
    "commands",
    "directory",
    "plain",
    "upkeep",
    "board",
    "settings",
    "lists",
    "accounts",
];

impl Lang {
    /// Both, English first.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// The two-letter code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// The language in `fr`, `fr_FR.UTF-8`, `en-GB`; none when it is another.
    pub fn parse(text: &str) -> Option<Self> {
        let code = text.get(..2)?;
        let alone = !text.chars().nth(2).is_some_and(char::is_alphanumeric);
        Self::ALL
            .into_iter()
            .find(|l| alone && l.code().eq_ignore_ascii_case(code))
    }

    /// Returns the language as the rules know it.
    pub const fn language(self) -> Language {
        match self {
            Self::En => Language::EN,
            Self::Fr => Language::FR,
        }
    }

    fn id(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }
}

/// A value put into a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Words, shown as they are (cleaned where they are drawn).
    Text(String),
    /// A count, which chooses the plural.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(n: i64) -> Self {
        Self::Number(n)
    }
}

impl From<u32> for Arg {
    fn from(n: u32) -> Self {
        Self::Number(n.into())
    }
}

impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Self::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

/// The texts as sessions share them: read once, never changed.
static SHARED: LazyLock<[Arc<Texts>; 2]> =
    LazyLock::new(|| Lang::ALL.map(|lang| Arc::new(Texts::new(lang))));

/// All texts of one language. Can be shared between threads.
pub struct Texts {
    lang: Lang,
    bundle: Arc<FluentBundle<FluentResource>>,
    /// What the house calls the entries of its lists, by the ids of their texts.
    named: HashMap<String, String>,
}

impl Texts {
    /// The texts of `lang` that the whole process shares: they are large, and the same for all.
    pub fn shared(lang: Lang) -> Arc<Self> {
        let [en, fr] = &*SHARED;
        Arc::clone(match lang {
            Lang::En => en,
            Lang::Fr => fr,
        })
    }

    /// The texts of `lang`, from the files built into the program.
    pub fn new(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.id()]);
        bundle.set_use_isolating(false);
        for (_, en, fr) in FILES {
            let source = match lang {
                Lang::En => en,
                Lang::Fr => fr,
            };
            // What could be read is kept; tests make sure that all can be.
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self {
            lang,
            bundle: Arc::new(bundle),
            named: HashMap::new(),
        }
    }

    /// Returns the same texts, but for those that the house has words of its own for: the entries of its lists (WKS-8).
    pub fn named(self: &Arc<Self>, named: HashMap<String, String>) -> Arc<Self> {
        if named.is_empty() && self.named.is_empty() {
            return Arc::clone(self);
        }
        Arc::new(Self {
            lang: self.lang,
            bundle: Arc::clone(&self.bundle),
            named,
        })
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether the text `id` exists.
    pub fn has(&self, id: &str) -> bool {
        let message = || self.bundle.get_message(id);
        self.named.contains_key(id) || message().is_some_and(|m| m.value().is_some())
    }

    /// The text `id`, or `⟦id⟧`.
    pub fn get(&self, id: &str) -> Cow<'_, str> {
        self.format(id, None)
    }

    /// The text `id` with values: `t.with("kit-marked", &[("n", 3_usize.into())])`.
    pub fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            let value = match value {
                Arg::Text(text) => FluentValue::from(text.as_str()),
                Arg::Number(n) => FluentValue::from(*n),
            };
            values.set(*name, value);
        }
        self.format(id, Some(&values)).into_owned()
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> Cow<'_, str> {
        if let Some(name) = self.named.get(id) {
            return Cow::Borrowed(name);
        }
        let Some(pattern) = self.bundle.get_message(id).and_then(|m| m.value()) else {
            return Cow::Owned(format!("⟦{id}⟧"));
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors);
        match errors.is_empty() {
            true => text,
            false => Cow::Owned(format!("⟦{id}⟧ {text}")),
        }
    }
}

#[cfg(test)]
#[path = "texts_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "glossary_tests.rs"]
mod glossary;
