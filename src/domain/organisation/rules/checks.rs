//! Holds what is entered of organisations and contacts to its limits (PPL-9), before anything is kept. What stood there
//! already is not asked about again: mail may have brought it.

use std::collections::BTreeSet;

use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::refusal::DirectoryRefusal;
use crate::domain::organisation::{OrganisationProfile, is_personal};
use crate::domain::refusal::Refusal;

/// The longest name of anybody, in characters.
pub const NAME_MOST: usize = 200;
/// The longest mail address, in characters: what a mail server takes.
pub const EMAIL_MOST: usize = 320;
/// The longest phone number, in characters, with an extension and when to call.
pub const PHONE_MOST: usize = 100;
/// The longest segment, role and town, in characters.
pub const WORDS_MOST: usize = 100;
/// The longest address and VAT number, in characters.
pub const ADDRESS_MOST: usize = 400;
const VAT_MOST: usize = 40;
/// The longest note, in characters.
pub const NOTE_MOST: usize = 4_000;
/// The most lines of an address, mail domains of an organisation, and further addresses of a contact.
pub const LINES_MOST: usize = 8;
/// The most mail domains of an organisation.
pub const DOMAINS_MOST: usize = 20;
/// The longest name of a host, in characters.
const DOMAIN_MOST: usize = 253;

impl OrganisationProfile {
    /// Returns why nobody could enter it so; what it belongs to is not asked about.
    pub fn fault(&self) -> Option<Refusal> {
        profile(&OrganisationProfile::default(), &self.trimmed()).err()
    }
}

impl ContactEntry {
    /// Returns why nobody could enter it so; whether somebody has the address is not asked.
    pub fn fault(&self) -> Option<Refusal> {
        entry(&ContactEntry::default(), &self.trimmed()).err()
    }
}

/// Holds an organisation's profile to the limits; `from` is what stood there.
///
/// # Errors
/// No name; a text too long; a domain, number or address that is none.
pub(in crate::domain) fn profile(
    from: &OrganisationProfile,
    to: &OrganisationProfile,
) -> Result<(), Refusal> {
    if to.name.is_empty() {
        return Err(Refusal::TextMissing);
    }
    let texts: [(&str, &str, usize); 7] = [
        (&from.name, &to.name, NAME_MOST),
        (&from.segment, &to.segment, WORDS_MOST),
        (&from.address, &to.address, ADDRESS_MOST),
        (&from.city, &to.city, WORDS_MOST),
        (&from.phone, &to.phone, PHONE_MOST),
        (&from.vat, &to.vat, VAT_MOST),
        (&from.note, &to.note, NOTE_MOST),
    ];
    short(&texts)?;
    if from.address != to.address && to.address.lines().count() > LINES_MOST {
        return Err(DirectoryRefusal::TooManyLines { most: LINES_MOST }.into());
    }
    phone(&from.phone, &to.phone)?;
    if from.vat != to.vat && !to.vat.is_empty() && !is_vat(&to.vat) {
        return Err(DirectoryRefusal::VatWrong(to.vat.clone()).into());
    }
    domains(&from.domains, &to.domains)
}

/// Holds what is known of a contact to the limits; `from` is what stood there.
///
/// # Errors
/// Nothing by which one would know or reach them; a text too long; an address or number that is none.
pub(in crate::domain) fn entry(from: &ContactEntry, to: &ContactEntry) -> Result<(), Refusal> {
    let texts: [(&str, &str, usize); 5] = [
        (&from.name, &to.name, NAME_MOST),
        (&from.email, &to.email, EMAIL_MOST),
        (&from.phone, &to.phone, PHONE_MOST),
        (&from.role, &to.role, WORDS_MOST),
        (&from.note, &to.note, NOTE_MOST),
    ];
    short(&texts)?;
    let [(_, name, _), (_, email, _), (_, number, _), ..] = texts;
    if [name, email, number].iter().all(|text| text.is_empty()) {
        return Err(Refusal::TextMissing);
    }
    if to.also.len() > LINES_MOST.max(from.also.len()) {
        return Err(DirectoryRefusal::TooManyLines { most: LINES_MOST }.into());
    }
    phone(&from.phone, &to.phone)?;
    let before: BTreeSet<&str> = from
        .also
        .iter()
        .map(|one| &**one)
        .chain([&*from.email])
        .collect();
    let now = to.also.iter().chain(std::iter::once(&to.email));
    for address in now.filter(|one| !one.is_empty() && !before.contains(&***one)) {
        if address.chars().count() > EMAIL_MOST {
            return Err(Refusal::TooLong { most: EMAIL_MOST });
        }
        if !is_address(address) {
            return Err(DirectoryRefusal::AddressWrong(address.clone()).into());
        }
    }
    Ok(())
}

/// Refuses a text that is too long, unless it stood there.
fn short(texts: &[(&str, &str, usize)]) -> Result<(), Refusal> {
    let long = |(from, to, most): &&(&str, &str, usize)| from != to && to.chars().count() > *most;
    match texts.iter().find(long) {
        Some((_, _, most)) => Err(Refusal::TooLong { most: *most }),
        None => Ok(()),
    }
}

/// Refuses a phone number that has no digit.
fn phone(from: &str, to: &str) -> Result<(), Refusal> {
    let digits = to.chars().any(|c| c.is_ascii_digit());
    match from == to || to.is_empty() || digits {
        true => Ok(()),
        false => Err(DirectoryRefusal::PhoneWrong(to.into()).into()),
    }
}

fn domains(from: &[Box<str>], to: &[Box<str>]) -> Result<(), Refusal> {
    if to.len() > DOMAINS_MOST.max(from.len()) {
        return Err(DirectoryRefusal::TooManyLines { most: DOMAINS_MOST }.into());
    }
    for domain in to.iter().filter(|domain| !from.contains(domain)) {
        if !is_domain(domain) {
            return Err(DirectoryRefusal::DomainWrong(domain.clone()).into());
        }
        if is_personal(domain) {
            return Err(DirectoryRefusal::DomainOfAll(domain.clone()).into());
        }
    }
    Ok(())
}

/// Whether `text` can be a mail address: one `@` with something on both sides, no blanks.
fn is_address(text: &str) -> bool {
    let odd = |c: char| c.is_whitespace() || c.is_control() || "<>,;".contains(c);
    let parts = text.split_once('@');
    parts
        .is_some_and(|(who, domain)| !who.is_empty() && !domain.is_empty() && !domain.contains('@'))
        && !text.contains(odd)
}

/// Whether `text` can be the domain of mail addresses: words of letters and digits with dots between them.
fn is_domain(text: &str) -> bool {
    let word = |word: &str| {
        let sound = word.chars().all(|c| c.is_alphanumeric() || c == '-');
        sound && (1..=63).contains(&word.len()) && !word.starts_with('-') && !word.ends_with('-')
    };
    text.len() <= DOMAIN_MOST && text.contains('.') && text.split('.').all(word)
}

/// Whether `text` can be a VAT number: letters, digits and what stands between them, and a digit among them.
fn is_vat(text: &str) -> bool {
    let sound = |c: char| c.is_ascii_alphanumeric() || " .-/".contains(c);
    text.chars().all(sound) && text.chars().any(|c| c.is_ascii_digit())
}
