//! What one card says of an organisation and of somebody there. A card is read as it is written in 2.1, 3.0 or 4.0; what a
//! contact has no room for goes into the note.

use calcard::vcard::{
    VCard, VCardEntry, VCardKind, VCardParameterName, VCardParameterValue, VCardProperty,
    VCardType, VCardValue,
};
use calcard::{Entry, Parser};
use chrono::NaiveDate;

use super::CardFault;
use crate::assets::DirectoryLine;
use crate::assets::country;
use crate::domain::house::{Country, Language};
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::contact::ContactEntry;

/// What a number of its own is written as in the note.
const PARTS: [VCardProperty; 4] = [
    VCardProperty::Photo,
    VCardProperty::Logo,
    VCardProperty::Sound,
    VCardProperty::Key,
];

/// Reads a card that begins on line `at`.
pub(super) fn line_of(
    text: &str,
    at: usize,
    left_out: &mut usize,
) -> Result<DirectoryLine, CardFault> {
    let Entry::VCard(card) = Parser::new(text).strict().entry() else {
        return Err(CardFault::Broken);
    };
    let is_left = |entry: &&VCardEntry| PARTS.contains(&entry.name);
    *left_out += card.entries.iter().filter(is_left).count();
    let card = Card(card);
    let (name, firm) = (card.name(), card.firm());
    if card.is_firm(&name, &firm) {
        return card.organisation(at, if firm.is_empty() { name } else { firm });
    }
    let entry = card.contact(name);
    if [&entry.name, &entry.email, &entry.phone]
        .iter()
        .all(|text| text.is_empty())
    {
        return Err(CardFault::NoName);
    }
    if firm.is_empty() {
        return Err(CardFault::NoOrganisation);
    }
    let (address, city, land) = card.address(&[VCardType::Home]);
    Ok(DirectoryLine {
        at,
        organisation: OrganisationProfile {
            name: firm.into(),
            address: address.into(),
            city: city.into(),
            country: land,
            ..OrganisationProfile::default()
        },
        main: card.own("MAIN") == "1",
        left: card.day("LEFT"),
        contact: Some(entry),
        ..DirectoryLine::default()
    })
}

/// Returns `one` with what `two` says where it says nothing.
pub(super) fn filled(one: OrganisationProfile, two: OrganisationProfile) -> OrganisationProfile {
    let or = |one: Box<str>, two: Box<str>| if one.is_empty() { two } else { one };
    // A town without the street it belongs to would be another's.
    let (address, city) = match one.address.is_empty() && one.city.is_empty() {
        true => (two.address, two.city),
        false => (one.address, one.city),
    };
    OrganisationProfile {
        address,
        city,
        segment: or(one.segment, two.segment),
        phone: or(one.phone, two.phone),
        vat: or(one.vat, two.vat),
        note: or(one.note, two.note),
        country: one.country.or(two.country),
        language: one.language.or(two.language),
        known: one.known || two.known,
        domains: if one.domains.is_empty() {
            two.domains
        } else {
            one.domains
        },
        ..one
    }
}

struct Card(VCard);

impl Card {
    fn all(&self, name: VCardProperty) -> Vec<&VCardEntry> {
        let all = self.0.entries.iter();
        all.filter(|entry| entry.name == name).collect()
    }

    fn text(&self, name: VCardProperty) -> String {
        let all = self.all(name);
        all.first().map(|entry| text_of(entry)).unwrap_or_default()
    }

    /// What only this program writes.
    fn own(&self, name: &str) -> String {
        let is = |entry: &&VCardEntry| match &entry.name {
            VCardProperty::Other(other) => {
                let own = other.get(..12).zip(other.get(12..));
                own.is_some_and(|(before, rest)| {
                    before.eq_ignore_ascii_case("X-ENTREMISE-") && rest.eq_ignore_ascii_case(name)
                })
            }
            _ => false,
        };
        let found = self.0.entries.iter().find(is);
        found.map(text_of).unwrap_or_default()
    }

    fn day(&self, name: &str) -> Option<NaiveDate> {
        NaiveDate::parse_from_str(&self.own(name), "%Y-%m-%d").ok()
    }

    /// The name as it is written, else its parts in the order in which they are said.
    fn name(&self) -> String {
        let full = self.text(VCardProperty::Fn);
        if !full.is_empty() {
            return full;
        }
        let parts = self.parts(VCardProperty::N);
        let part = |at: usize| parts.get(at).cloned().unwrap_or_default();
        let said = [3, 1, 2, 0, 4].map(part);
        let said = said.iter().filter(|part| !part.is_empty());
        said.cloned().collect::<Vec<_>>().join(" ")
    }

    fn parts(&self, name: VCardProperty) -> Vec<String> {
        let all = self.all(name);
        let values = all.first().map(|entry| entry.values.iter());
        values.into_iter().flatten().map(value_of).collect()
    }

    fn firm(&self) -> String {
        let parts = self.parts(VCardProperty::Org);
        parts.into_iter().next().unwrap_or_default()
    }

    /// Whether it is an organisation's own card.
    fn is_firm(&self, name: &str, firm: &str) -> bool {
        let kind = self.all(VCardProperty::Kind);
        let kind = kind.iter().flat_map(|entry| entry.values.iter());
        let mut kind = kind.filter_map(|value| match value {
            VCardValue::Kind(kind) => Some(*kind),
            _ => None,
        });
        let shown = self.0.entries.iter().any(|entry| {
            let named = matches!(&entry.name, VCardProperty::Other(name) if name.eq_ignore_ascii_case("X-ABShowAs"));
            named && text_of(entry).eq_ignore_ascii_case("COMPANY")
        });
        let nobody = self.parts(VCardProperty::N).iter().all(String::is_empty);
        kind.any(|kind| kind == VCardKind::Org)
            || shown
            || self.own("KIND") == "org"
            || (!firm.is_empty() && (name == firm || name.is_empty()) && nobody)
    }

    fn organisation(&self, at: usize, name: String) -> Result<DirectoryLine, CardFault> {
        if name.is_empty() {
            return Err(CardFault::NoName);
        }
        let (address, city, land) = self.address(&[]);
        let domains = self.own("DOMAINS");
        let domains = domains.split_whitespace().map(Into::into);
        let (phone, more) = self.numbers();
        Ok(DirectoryLine {
            at,
            organisation: OrganisationProfile {
                name: name.into(),
                country: land,
                segment: self.own("SEGMENT").into(),
                domains: domains.collect(),
                known: self.own("KNOWN") == "1",
                address: address.into(),
                city: city.into(),
                phone: phone.into(),
                vat: self.own("VAT").into(),
                language: self.language(),
                note: noted(self.text(VCardProperty::Note), &more),
                ..OrganisationProfile::default()
            },
            parent: self.own("PARENT").into(),
            relation: self.day("RELATION-UNTIL"),
            ..DirectoryLine::default()
        })
    }

    fn contact(&self, name: String) -> ContactEntry {
        let emails = ranked(self.all(VCardProperty::Email));
        let mut emails = emails
            .into_iter()
            .map(text_of)
            .map(|one| bare(&one, "mailto:"));
        let email = emails.next().unwrap_or_default();
        let (phone, more) = self.numbers();
        // Who has no name is called by what they are reached by.
        let unnamed = self.parts(VCardProperty::N).iter().all(String::is_empty)
            && (name == email || name == phone);
        let name = if unnamed { String::new() } else { name };
        ContactEntry {
            name: name.into(),
            role: self.role().into(),
            also: emails.map(Into::into).collect(),
            email: email.into(),
            phone: phone.into(),
            language: self.language(),
            note: noted(self.text(VCardProperty::Note), &more),
            left: None,
        }
    }

    /// What they do there, and in which part of it.
    fn role(&self) -> String {
        let title = self.text(VCardProperty::Title);
        let title = match title.is_empty() {
            true => self.text(VCardProperty::Role),
            false => title,
        };
        let units = self.parts(VCardProperty::Org).into_iter().skip(1);
        let all = std::iter::once(title).chain(units);
        let all: Vec<String> = all.filter(|part| !part.is_empty()).collect();
        all.join(", ")
    }

    fn language(&self) -> Option<Language> {
        let said = [
            self.text(VCardProperty::Lang),
            self.text(VCardProperty::Language),
            self.own("LANGUAGE"),
        ];
        said.iter().find_map(|text| Language::parse(text))
    }

    /// The number that is called first, and the others with what they are.
    fn numbers(&self) -> (String, Vec<String>) {
        let mut all = ranked(self.all(VCardProperty::Tel));
        // A fax is nothing to call.
        all.sort_by_key(|entry| has_type(entry, &VCardType::Fax));
        let number = |entry: &&VCardEntry| bare(&text_of(entry), "tel:");
        let mut numbers = all.iter().filter(|entry| !text_of(entry).is_empty());
        let first = numbers.next().map(number).unwrap_or_default();
        let kind = |entry: &VCardEntry| {
            let kinds = [
                (VCardType::Fax, "fax"),
                (VCardType::Cell, "mobile"),
                (VCardType::Home, "home"),
            ];
            let found = kinds.iter().find(|(kind, _)| has_type(entry, kind));
            found.map_or("tel", |(_, name)| name)
        };
        let more = numbers.map(|entry| format!("{}: {}", kind(entry), number(entry)));
        (first, more.collect())
    }

    /// The address in lines, the town, the country; of the kinds `but` only where there is no other.
    fn address(&self, but: &[VCardType]) -> (String, String, Option<Country>) {
        let mut all = ranked(self.all(VCardProperty::Adr));
        all.retain(|entry| !but.iter().any(|kind| has_type(entry, kind)));
        let Some(entry) = all.first() else {
            return Default::default();
        };
        let parts: Vec<String> = entry.values.iter().map(value_of).collect();
        let part = |at: usize| parts.get(at).cloned().unwrap_or_default();
        let land = country(&part(6));
        let code = [part(5), part(4)];
        let code = code.iter().filter(|text| !text.is_empty());
        let code = code.cloned().collect::<Vec<_>>().join(" ");
        // A country that is not known stays as it was written.
        let abroad = if land.is_some() {
            String::new()
        } else {
            part(6)
        };
        let lines = [part(0), part(1), part(2), code, abroad];
        let lines = lines.iter().flat_map(|text| text.lines());
        let lines = lines.map(str::trim).filter(|line| !line.is_empty());
        (lines.collect::<Vec<_>>().join("\n"), part(3), land)
    }
}

fn text_of(entry: &VCardEntry) -> String {
    let values: Vec<String> = entry.values.iter().map(value_of).collect();
    values.join(", ").trim().replace('\r', "")
}

fn value_of(value: &VCardValue) -> String {
    let text = match value {
        VCardValue::Component(parts) => parts.join(", "),
        other => other.as_text().unwrap_or_default().to_owned(),
    };
    text.trim().replace('\r', "")
}

/// A value without the scheme that stands before it, and what stands behind a number.
fn bare(text: &str, scheme: &str) -> String {
    let begins = text.get(..scheme.len());
    match begins.is_some_and(|begins| begins.eq_ignore_ascii_case(scheme)) {
        true => {
            let rest = text.get(scheme.len()..).unwrap_or_default();
            let number = rest.split(';').next().unwrap_or_default();
            number.trim().to_owned()
        }
        false => text.to_owned(),
    }
}

fn noted(note: String, more: &[String]) -> Box<str> {
    let note = Some(note).filter(|note| !note.is_empty());
    let all: Vec<String> = note.into_iter().chain(more.iter().cloned()).collect();
    all.join("\n").into()
}

/// Those that are preferred first, the others as they stand.
fn ranked(mut all: Vec<&VCardEntry>) -> Vec<&VCardEntry> {
    all.sort_by_key(|entry| rank(entry));
    all
}

fn rank(entry: &VCardEntry) -> u32 {
    let rank = |param: &calcard::vcard::VCardParameter| match (&param.name, &param.value) {
        (VCardParameterName::Pref, VCardParameterValue::Integer(rank)) => Some(*rank),
        (VCardParameterName::Pref, _) => Some(1),
        (VCardParameterName::Type, VCardParameterValue::Text(text)) => {
            text.eq_ignore_ascii_case("pref").then_some(1)
        }
        (VCardParameterName::Other(name), _) => name.eq_ignore_ascii_case("pref").then_some(1),
        _ => None,
    };
    entry.params.iter().find_map(rank).unwrap_or(u32::MAX)
}

fn has_type(entry: &VCardEntry, wanted: &VCardType) -> bool {
    entry.params.iter().any(|param| match &param.value {
        VCardParameterValue::Type(kind) => kind == wanted,
        _ => false,
    })
}
