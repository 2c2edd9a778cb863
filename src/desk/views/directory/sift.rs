//! Which organisations are wanted: those of a view that have every word of a filter in their name, town, country, kind,
//! domains, or in what is known of who is there. Looks at the rows as they are kept, so that a hundred thousand of them
//! are looked at while one types. Decides nothing of who may look.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::domain::house::Country;
use crate::domain::organisation::{Contact, Organisation};
use crate::domain::{OrganisationId, State};
use crate::text::{fold, split};

/// The most contacts of one organisation that a filter looks at.
const PEOPLE: usize = 200;
/// The fewest digits that are looked for in phone numbers.
const DIGITS: usize = 4;

/// Which organisations are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DirectoryView {
    /// All of them.
    #[default]
    All,
    /// Those with open requests.
    Open,
    /// Those the relation with is ours, or was (REQ-7).
    Ours,
    /// Those that another may be the same as.
    Doubles,
}

/// A view and a filter, ready for very many rows.
pub struct DirectorySift {
    view: DirectoryView,
    words: Vec<Word>,
    /// Names a country to who looks.
    country: Box<dyn Fn(Country) -> String + Send + Sync>,
    /// The digits of all words together, where the filter is a phone number written with spaces.
    number: Option<String>,
}

/// A word of the filter, folded.
struct Word {
    text: String,
    /// The digits that a phone number has then, without what stands before them at home or from abroad.
    digits: Option<String>,
    /// The countries whose name has it, once a row was looked at: beside the screen.
    countries: OnceLock<BTreeSet<Country>>,
    /// The organisation whose number it is.
    number: Option<OrganisationId>,
}

impl DirectorySift {
    /// Makes a filter ready; `country` names one to who looks.
    pub fn new(
        view: DirectoryView,
        filter: &str,
        country: impl Fn(Country) -> String + Send + Sync + 'static,
    ) -> DirectorySift {
        let words = split::words(&fold::fold(filter));
        let number = words.len() > 1 && words.iter().all(|word| is_number(word));
        let own = |text: &String| text.strip_prefix("c-").and_then(|n| n.parse().ok());
        let word = |text: &String| Word {
            countries: OnceLock::new(),
            digits: digits_of(text),
            number: own(text).map(OrganisationId),
            text: text.clone(),
        };
        DirectorySift {
            view,
            number: number.then(|| digits_of(&words.concat())).flatten(),
            words: words.iter().map(word).collect(),
            country: Box::new(country),
        }
    }

    /// Whether all there are is wanted.
    pub(super) fn is_plain(&self) -> bool {
        self.view == DirectoryView::All && self.words.is_empty()
    }

    /// Whether an organisation is wanted.
    pub(super) fn wants(&self, state: &State, one: &Organisation) -> bool {
        let finds = |word: &Word| {
            let country = one.profile.country;
            word.finds(state, one) || country.is_some_and(|one| self.is_of(word, one))
        };
        let all = || self.words.iter().all(finds);
        let number = |number: &String| has_number(state, one, number);
        self.is_viewed(state, one) && (all() || self.number.as_ref().is_some_and(number))
    }

    fn is_of(&self, word: &Word, country: Country) -> bool {
        let named = |one: &Country| {
            let code = one.code().eq_ignore_ascii_case(&word.text);
            code || fold::contains_folded(&(self.country)(*one), &word.text)
        };
        let countries = word
            .countries
            .get_or_init(|| Country::all().filter(named).collect());
        countries.contains(&country)
    }

    fn is_viewed(&self, state: &State, one: &Organisation) -> bool {
        match self.view {
            DirectoryView::All => true,
            DirectoryView::Open => state.exchanges_of(one.id).open > 0,
            DirectoryView::Ours => one.relation_until.is_some(),
            DirectoryView::Doubles => !state.doubles_of(one.id).is_empty(),
        }
    }
}

impl Word {
    fn finds(&self, state: &State, one: &Organisation) -> bool {
        let has = |text: &str| fold::contains_folded(text, &self.text);
        let of = &one.profile;
        let in_profile = has(&of.name)
            || has(&of.city)
            || has(&of.segment)
            || of.domains.iter().any(|domain| has(domain))
            || self.number == Some(one.id);
        let in_contact = |contact: &Contact| has(&contact.name) || contact.emails().any(has);
        in_profile
            || self.is_of_parent(state, one)
            || people(state, one).any(in_contact)
            || self
                .digits
                .as_ref()
                .is_some_and(|digits| has_number(state, one, digits))
    }

    fn is_of_parent(&self, state: &State, one: &Organisation) -> bool {
        let parent = one.profile.parent.and_then(|id| state.organisation(id));
        parent.is_some_and(|up| fold::contains_folded(&up.profile.name, &self.text))
    }
}

fn people<'a>(state: &'a State, one: &Organisation) -> impl Iterator<Item = &'a Contact> {
    state.contacts_of(one.id).map(|row| &**row).take(PEOPLE)
}

/// Whether a phone number of an organisation, or of who is there, has these digits, however it is written.
fn has_number(state: &State, one: &Organisation, digits: &str) -> bool {
    let has = |phone: &str| {
        // The zero of home that stands beside the country's number.
        let home = phone.replace("(0)", "");
        let own: Vec<u8> = home.bytes().filter(u8::is_ascii_digit).collect();
        own.windows(digits.len())
            .any(|part| part == digits.as_bytes())
    };
    has(&one.profile.phone) || people(state, one).any(|contact| has(&contact.phone))
}

fn is_number(word: &str) -> bool {
    let part = |c: char| c.is_ascii_digit() || "+.-/()".contains(c);
    word.chars().all(part)
}

/// The digits of a number, without the `+`, the `00` and the `0` that are written in one country and not in another.
fn digits_of(word: &str) -> Option<String> {
    if !is_number(word) {
        return None;
    }
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    (digits.len() >= DIGITS).then(|| digits.to_owned())
}
