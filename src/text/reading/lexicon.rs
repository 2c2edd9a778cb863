//! The words of all languages made ready for reading: which word begins which phrases, in which languages. A word is looked
//! up once, however many lists and languages there are.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::keys::{KEYS, Key};
use super::lex::{self, Kind, Token};
use super::{Sense, Words};

/// A word that is known, by its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordId(pub(super) u16);

impl WordId {
    /// One that no language has.
    pub(in crate::text) const NONE: WordId = WordId(0);
    /// The letter between a date and its time in `2026-12-03T14:00`.
    pub(in crate::text) const T: WordId = WordId(1);
}

/// Some of the languages of a lexicon, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Langs(u64);

impl Langs {
    /// Returns whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns those that are in both.
    #[must_use]
    pub fn and(self, other: Langs) -> Langs {
        Langs(self.0 & other.0)
    }

    fn or(self, other: Langs) -> Langs {
        Langs(self.0 | other.0)
    }
}

/// How a date of two numbers is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// 3/4 is 3 April.
    Day,
    /// 3/4 is 4 March.
    Month,
    /// Nobody knows.
    Either,
}

impl Order {
    /// Returns the one with this name.
    pub(in crate::text) fn parse(name: &str) -> Option<Order> {
        match name {
            "day" => Some(Order::Day),
            "month" => Some(Order::Month),
            "either" => Some(Order::Either),
            _ => None,
        }
    }
}

/// Some words found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// How many tokens they take.
    pub n: usize,
    /// Which of several they say.
    pub value: u16,
    /// The languages that say it so.
    pub langs: Langs,
    /// Whether they stand first in their list: in full, and not shortened.
    pub full: bool,
}

/// A word or a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Phrase {
    /// The tokens behind the first, as [`code`] says them.
    rest: Box<[u32]>,
    sense: Sense,
    hit: Hit,
}

/// The words of some languages, ready for reading.
#[derive(Debug, Default)]
pub struct Lexicon {
    languages: Vec<Language>,
    known: HashMap<Box<str>, WordId, BuildHasherDefault<Fnv>>,
    /// By the number of their first word, the longest first.
    phrases: Vec<Vec<Phrase>>,
    /// Which senses the phrases of a word have, a bit each.
    senses: Vec<u64>,
    texts: Vec<(Sense, Box<str>)>,
    verbs_last: Langs,
    dotted: Langs,
}

/// What a lexicon knows of a language beside its words.
#[derive(Debug)]
struct Language {
    code: Box<str>,
    order: Order,
    month_first: Vec<Box<str>>,
    doubtful: Vec<Box<str>>,
}

/// What a token is called in a phrase; nothing is called 0.
fn code(token: &Token) -> u32 {
    match token.kind {
        Kind::Word(id) => u32::from(id.0),
        Kind::Symbol(sign) => 0x0100_0000 | u32::from(sign),
        Kind::Number(_) | Kind::Break => 0,
    }
}

impl Lexicon {
    /// Makes the lexicon of these languages; of two that say a word otherwise the first goes first.
    pub fn of<'a>(languages: impl IntoIterator<Item = (&'a str, &'a Words)>) -> Lexicon {
        let mut lexicon = Lexicon::default();
        lexicon.intern("");
        lexicon.intern("t");
        for (language, words) in languages.into_iter().take(64) {
            lexicon.add(language, words);
        }
        for phrases in &mut lexicon.phrases {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        lexicon
    }

    fn add(&mut self, language: &str, words: &Words) {
        let langs = Langs(1 << self.languages.len());
        let list = |name: &str| words.list(name).to_vec();
        self.languages.push(Language {
            code: language.into(),
            order: Order::parse(words.one("dates.order")).unwrap_or(Order::Day),
            month_first: list("dates.month_first_in"),
            doubtful: list("dates.doubtful_in"),
        });
        let says = |name: &str| match words.one(name) == "yes" {
            true => langs,
            false => Langs::default(),
        };
        self.verbs_last = self.verbs_last.or(says("deadline.verbs_last"));
        self.dotted = self.dotted.or(says("dates.dotted"));
        for key in KEYS {
            for (at, text) in words.list(key.name).iter().enumerate() {
                if key.sense.is_running() {
                    self.put(key, text, at == 0, langs);
                } else if !key.sense.is_setting() {
                    let text = match key.sense {
                        Sense::On | Sense::Wrote | Sense::WroteThenName => text.clone(),
                        Sense::Stem => crate::text::fold::fold(text).into(),
                        _ => text.to_lowercase().into(),
                    };
                    self.texts.push((key.sense, text));
                }
            }
        }
    }

    /// Takes a word or a phrase in.
    fn put(&mut self, key: &Key, text: &str, first: bool, langs: Langs) {
        let tokens: Vec<Token> = lex::tokens(text, &Lexicon::default()).collect();
        let mut codes = Vec::with_capacity(tokens.len());
        for token in &tokens {
            codes.push(match token.kind {
                Kind::Word(_) => {
                    let word = text.get(token.start..token.end).unwrap_or_default();
                    match lex::folded(word) {
                        Some(word) => u32::from(self.intern(&word).0),
                        None => return,
                    }
                }
                _ => code(token),
            });
        }
        let Some((head, rest)) = codes.split_first() else {
            return;
        };
        let Some(head) = usize::try_from(*head)
            .ok()
            .filter(|head| (1..self.phrases.len()).contains(head))
        else {
            return;
        };
        let hit = Hit {
            n: codes.len(),
            value: key.value,
            langs,
            // A longer word is none that anybody shortened.
            full: first || text.chars().count() > 5,
        };
        let phrase = Phrase {
            rest: rest.into(),
            sense: key.sense,
            hit,
        };
        let (Some(phrases), Some(senses)) = (self.phrases.get_mut(head), self.senses.get_mut(head))
        else {
            return;
        };
        *senses |= 1 << key.sense as u64;
        let same = |one: &&mut Phrase| {
            one.sense == phrase.sense
                && one.rest == phrase.rest
                && one.hit.value == hit.value
                && one.hit.full == hit.full
        };
        match phrases.iter_mut().find(same) {
            Some(one) => one.hit.langs = one.hit.langs.or(langs),
            None => phrases.push(phrase),
        }
    }

    fn intern(&mut self, word: &str) -> WordId {
        if let Some(id) = self.known.get(word) {
            return *id;
        }
        // The first is nobody's: what does not fit stays unknown.
        let id = u16::try_from(self.phrases.len()).map_or(WordId::NONE, WordId);
        if id != WordId::NONE || self.phrases.is_empty() {
            self.known.insert(word.into(), id);
            self.phrases.push(Vec::new());
            self.senses.push(0);
        }
        id
    }

    /// Returns the number of a folded word.
    pub(super) fn id(&self, folded: &str) -> WordId {
        self.known.get(folded).copied().unwrap_or_default()
    }

    /// Returns the longest words at `at` that say this; of several readings the one of `prefer`, else of the first language.
    pub(in crate::text) fn hit(
        &self,
        tokens: &[Token],
        at: usize,
        sense: Sense,
        prefer: Langs,
    ) -> Option<Hit> {
        let token = tokens.get(at).filter(|token| self.may_say(token, sense))?;
        let Kind::Word(id) = token.kind else {
            return None;
        };
        let head = usize::from(id.0);
        let behind = tokens.get(at + 1..).unwrap_or_default();
        let stands = |phrase: &&Phrase| {
            phrase.sense == sense
                && phrase.rest.len() <= behind.len()
                && phrase.rest.iter().zip(behind).all(|(a, b)| *a == code(b))
        };
        let mut found = self.phrases.get(head)?.iter().filter(stands);
        let first = found.next()?.hit;
        if prefer.is_empty() || !first.langs.and(prefer).is_empty() {
            return Some(first);
        }
        let same = found
            .map(|phrase| phrase.hit)
            .filter(|hit| hit.n == first.n);
        let mut preferred = same.filter(|hit| !hit.langs.and(prefer).is_empty());
        Some(preferred.next().unwrap_or(first))
    }

    /// Returns whether the word is one of a language's commonest, and of which.
    pub(in crate::text) fn common(&self, token: &Token) -> Langs {
        let hit = self.hit(
            std::slice::from_ref(token),
            0,
            Sense::Common,
            Langs::default(),
        );
        hit.map_or(Langs::default(), |hit| hit.langs)
    }

    /// Returns the texts of lines that say this.
    pub(in crate::text) fn texts(&self, sense: Sense) -> impl Iterator<Item = &str> + Clone {
        let texts = self.texts.iter();
        texts.filter_map(move |(one, text)| (*one == sense).then_some(&**text))
    }

    /// Returns whether words that say this begin with a token.
    pub(super) fn may_say(&self, token: &Token, sense: Sense) -> bool {
        let Kind::Word(id) = token.kind else {
            return false;
        };
        let senses = self.senses.get(usize::from(id.0));
        senses.is_some_and(|senses| senses & (1 << sense as u64) != 0)
    }

    /// Returns its languages, each with its bit, in their order.
    pub(in crate::text) fn languages(
        &self,
    ) -> impl DoubleEndedIterator<Item = (&str, Langs)> + ExactSizeIterator {
        let all = self.languages.iter().enumerate();
        all.map(|(at, one)| (&*one.code, Langs(1 << at)))
    }

    /// Returns the bit of a language; none where it is not known.
    pub fn langs(&self, language: &str) -> Langs {
        let mut all = self.languages();
        let found = all.find(|(code, _)| *code == language);
        found.map_or(Langs::default(), |(_, langs)| langs)
    }

    /// Returns those in which verbs stand at the end.
    pub(in crate::text) fn verbs_last(&self) -> Langs {
        self.verbs_last
    }

    /// Returns those that write a dot behind a day.
    pub(in crate::text) fn dotted(&self) -> Langs {
        self.dotted
    }

    /// Returns how somebody who writes in one of `langs`, in a country, means 3/4. Where the languages say nothing the
    /// country does.
    pub fn order(&self, langs: Langs, country: Option<&str>) -> Order {
        let all = self.languages.iter().enumerate();
        let theirs =
            all.filter(|(at, _)| langs.is_empty() || !langs.and(Langs(1 << at)).is_empty());
        let theirs = theirs.map(|(_, one)| one);
        let lists = |list: &[Box<str>]| {
            country.is_some_and(|country| list.iter().any(|one| one.eq_ignore_ascii_case(country)))
        };
        if theirs.clone().any(|one| lists(&one.doubtful)) {
            return Order::Either;
        }
        if theirs.clone().any(|one| lists(&one.month_first)) {
            return Order::Month;
        }
        if langs.is_empty() {
            return country.map_or(Order::Either, |_| Order::Day);
        }
        let mut orders = theirs.map(|one| one.order);
        let first = orders.next().unwrap_or(Order::Either);
        match (first, country) {
            _ if orders.any(|one| one != first) => Order::Either,
            // Where a language is written in both ways, a country that is not named is none of the exceptions.
            (Order::Either, Some(_)) => Order::Day,
            (order, _) => order,
        }
    }
}

/// A hash of short words: what is looked up comes from outside, what is stored does not.
#[derive(Default)]
struct Fnv(u64);

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
