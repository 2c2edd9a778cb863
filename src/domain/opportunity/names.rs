//! What would give a client away in what is posted (PPL-2): names, addresses, phone numbers, web sites.
//! A safety net for who writes, not a judge of what a reader might guess.

use crate::domain::organisation::{domain_of, is_personal};
use crate::domain::request::Request;
use crate::domain::state::State;
use crate::text::fold;

/// The shortest name that counts in whatever case it is written.
const SHORT: usize = 4;
/// How many digits of a phone number, from its end, tell it from any other.
const DIGITS: std::ops::RangeInclusive<usize> = 8..=9;

/// What one client is known by.
pub(super) struct Names<'a> {
    /// As it stands, and folded.
    words: Vec<(&'a str, String)>,
    /// Too short to be told from a word but by its capitals.
    short: Option<&'a str>,
    /// As it stands, and its last digits.
    phone: Option<(&'a str, String)>,
}

impl<'a> Names<'a> {
    /// The names of who asks in a request.
    pub fn of(state: &'a State, request: &Request) -> Names<'a> {
        let contact = state.contact(request.contact).map(|c| &**c);
        let profile = state.organisation(request.organisation).map(|o| &o.profile);
        let email = contact.map_or("", |c| &*c.email);
        let domain = domain_of(email);
        // As it is written in the address, which may be in capitals.
        let own = email.get(email.len().saturating_sub(domain.len())..);
        let own = own.filter(|_| !is_personal(&domain));
        let domains = profile
            .into_iter()
            .flat_map(|p| p.domains.iter().map(|d| &**d));
        // A name of one word may be any word: “Contact”, “Direction”.
        let person = contact
            .map(|c| c.name.trim())
            .filter(|name| name.contains(' '));
        let name = profile.map(|p| p.name.trim());
        let long = |name: &&str| name.chars().count() >= SHORT;
        let all = std::iter::once(email).chain(own).chain(domains);
        let all = all.chain(person).chain(name.filter(long));
        let words = all.filter(long).map(|name| (name, folded(name))).collect();
        let short = name.filter(|name| !long(name) && name.chars().count() > 1);
        let phone = contact.map_or("", |c| &*c.phone);
        let phone = last_digits(phone).map(|digits| (phone, digits));
        Names {
            words,
            short,
            phone,
        }
    }

    /// The first of them that `said` has in it.
    pub fn within(&self, said: &str) -> Option<&'a str> {
        let (text, numbers) = (folded(said), digits(said));
        let word = self.words.iter().find(|(_, name)| has(&text, name));
        let short = self.short.filter(|name| has(said, name));
        let phone = self.phone.as_ref();
        let phone = phone.filter(|(_, last)| numbers.contains(last.as_str()));
        word.map(|(name, _)| *name)
            .or(short)
            .or(phone.map(|(name, _)| *name))
    }
}

/// Folded, with single spaces.
fn folded(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    fold::fold(&words.join(" "))
}

/// Whether `text` has `name` in it as whole words.
fn has(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, found)| {
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
