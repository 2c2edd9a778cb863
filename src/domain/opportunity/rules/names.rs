//! What would give a client away in what is posted (PPL-2, QNA-3): the names of its firm and of its contacts, their
//! addresses and numbers, and any way to reach anybody. A safety net for who writes, not a judge of what a reader
//! might guess.

use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::organisation::{Contact, Organisation, domain_of, is_personal};
use crate::domain::refusal::Refusal;
use crate::domain::request::Request;
use crate::domain::state::State;
use crate::text::{fold, reachable};

/// The shortest name that counts in whatever case it is written.
const SHORT: usize = 4;
/// The shortest name that counts with its words written as one: `#AtelierDuLac`.
const JOINED: usize = 8;
/// How many digits of a phone number, from its end, tell it from any other.
const DIGITS: std::ops::RangeInclusive<usize> = 8..=9;
/// How people are addressed by their last name.
const TITLES: [&str; 12] = [
    "m", "mr", "mme", "mlle", "monsieur", "madame", "mrs", "ms", "miss", "herr", "frau", "dr",
];

/// What one client is known by.
pub(super) struct Names<'a> {
    /// As it stands, and plain.
    words: Vec<(&'a str, String)>,
    /// Too short to be told from a word but by its capitals.
    short: Option<&'a str>,
    /// As it stands, and its last digits.
    phones: Vec<(&'a str, String)>,
    /// Last names of its contacts, plain.
    last_names: Vec<(&'a str, String)>,
}

impl<'a> Names<'a> {
    /// The names of who asks in a request, and of everybody known at the same organisation.
    pub fn of(state: &'a State, request: &Request) -> Names<'a> {
        let asks = state.contact(request.contact).map(|c| &**c);
        let firm = request.organisation;
        let others = state.contact_rows_of(firm).map(|contact| &**contact);
        let others = others.filter(|contact| contact.id != request.contact);
        let contacts: Vec<&Contact> = asks.into_iter().chain(others).collect();
        let profile = state.organisation(firm).map(|o| &o.profile);
        // What an organisation was called that was merged into it names it too.
        let rows = state.organisations_in(firm);
        let rows: Vec<&Organisation> = rows
            .filter_map(|id| state.organisation_row(id).map(|o| &**o))
            .collect();
        let domains = rows.iter().flat_map(|o| o.profile.domains.iter());
        let name = profile.map(|p| p.name.trim());
        let former = rows.iter().map(|o| o.profile.name.trim());
        let former = former.filter(|former| Some(*former) != name);
        let long = |name: &&str| name.chars().count() >= SHORT;
        let all = contacts.iter().flat_map(|contact| of_contact(contact));
        let all = all
            .chain(domains.map(|domain| &**domain))
            .chain(name)
            .chain(former);
        let words = all.filter(long).map(|name| (name, plain(name)));
        let short = name.filter(|name| !long(name) && name.chars().count() > 1);
        let phones = contacts.iter().map(|contact| &*contact.phone);
        let phones = phones.filter_map(|phone| Some((phone, last_digits(phone)?)));
        let last_name = |contact: &&'a Contact| {
            let name = contact.name.trim();
            let last = plain(name.split_whitespace().next_back()?);
            (name.contains(' ') && last.chars().count() >= 3).then_some((name, last))
        };
        Names {
            words: words.collect(),
            short,
            phones: phones.collect(),
            last_names: contacts.iter().filter_map(last_name).collect(),
        }
    }

    /// Refuses what has one of them in it, or a way to reach anybody.
    ///
    /// # Errors
    /// [`BoardRefusal::NamesClient`] or [`BoardRefusal::GivesContact`], with what was found.
    pub fn kept_out_of(&self, said: &str) -> Result<(), Refusal> {
        if let Some(what) = self.within(said) {
            return Err(BoardRefusal::NamesClient { what: what.into() }.into());
        }
        match reachable::find(said) {
            Some((way, what)) => Err(BoardRefusal::GivesContact {
                way,
                what: what.into(),
            }
            .into()),
            None => Ok(()),
        }
    }

    /// The first of them that `said` has in it.
    fn within(&self, said: &str) -> Option<&'a str> {
        let (text, numbers) = (plain(said), digits(said));
        let joined = |name: &str| {
            let one: String = name.chars().filter(|c| *c != ' ').collect();
            name.contains(' ') && one.chars().count() >= JOINED && has(&text, &one)
        };
        let word = self
            .words
            .iter()
            .find(|(_, name)| has(&text, name) || joined(name));
        let short = self.short.filter(|name| has(said, name));
        let mut phones = self.phones.iter();
        let phone = phones.find(|(_, last)| numbers.contains(last.as_str()));
        let mut last_names = self.last_names.iter();
        let addressed = |last: &str| {
            TITLES
                .iter()
                .any(|title| has(&text, &format!("{title} {last}")))
        };
        let person = last_names.find(|(_, last)| addressed(last));
        let found = word.or(phone).or(person);
        found.map(|(name, _)| *name).or(short)
    }
}

/// What one contact is known by: the address, its domain where that is a firm's, the name.
fn of_contact(contact: &Contact) -> impl Iterator<Item = &str> {
    // A name of one word may be any word: “Contact”, “Direction”.
    let person = contact.name.trim();
    let person = Some(person).filter(|name| name.contains(' '));
    let emails = contact.emails().flat_map(|email| {
        let domain = domain_of(email);
        // As it is written in the address, which may be in capitals.
        let own = email.get(email.len().saturating_sub(domain.len())..);
        let own = own.filter(|_| !is_personal(&domain));
        std::iter::once(email).chain(own)
    });
    emails.chain(person)
}

/// Folded, with single spaces for all that is neither a letter nor a digit.
fn plain(text: &str) -> String {
    let folded = fold::fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Whether `text` has `name` in it as whole words.
fn has(text: &str, name: &str) -> bool {
    !name.is_empty()
        && text.match_indices(name).any(|(at, found)| {
            let before = text.get(..at).and_then(|t| t.chars().next_back());
            let after = text.get(at + found.len()..).and_then(|t| t.chars().next());
            let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !word(before) && !word(after)
        })
}

/// The digits of `text`; what separates the groups of one number is left out, all else is a space.
fn digits(text: &str) -> String {
    let signs = text.chars().filter_map(|c| match c {
        '0'..='9' => Some(c),
        ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '/' | '(' | ')' => None,
        _ => Some(' '),
    });
    signs.collect()
}

/// The last digits of a phone number, when they are enough to tell it by.
fn last_digits(phone: &str) -> Option<String> {
    let all: String = phone.chars().filter(char::is_ascii_digit).collect();
    let from = all.len().saturating_sub(*DIGITS.end());
    let last = all.get(from..)?;
    DIGITS.contains(&last.len()).then(|| last.to_owned())
}
