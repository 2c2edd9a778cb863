//! Organisations and the people who write for them; what the house knows of them (REQ-6, REQ-7).

pub mod alike;
pub mod command;
pub mod contact;
pub mod event;
pub mod further;
pub(in crate::domain) mod merged;
pub mod refusal;
pub(in crate::domain) mod rules;

use serde::{Deserialize, Serialize};

use super::shelf::Shelved;

use super::Millis;
use super::house::{Country, Language};
use super::ids::{ContactId, OrganisationId};
use contact::ContactEntry;

/// An organisation that asks, or once asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// What the house may change of it.
    pub profile: OrganisationProfile,
    /// The house keeps the commercial relation until then (REQ-7); set by a concluded deal.
    pub relation_until: Option<Millis>,
    /// The organisation it was merged into: what belongs to it is found there, as long as it is.
    #[serde(default)]
    pub merged_into: Option<OrganisationId>,
}

impl Shelved for Organisation {
    fn place(&self) -> usize {
        self.id.index()
    }
}

/// What is known of an organisation. Data officers edit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationProfile {
    /// Its name.
    pub name: Box<str>,
    /// Where it is; `None` until somebody knows.
    pub country: Option<Country>,
    /// Company, school, public body, …: free, empty when unknown.
    pub segment: Box<str>,
    /// Mail domains by which its people are recognised.
    pub domains: Vec<Box<str>>,
    /// The organisation it is a branch of.
    pub parent: Option<OrganisationId>,
    /// The team was already in contact with it (REQ-6).
    pub known: bool,
    /// Street and number, postal code and whatever else an address has, a line each; empty when unknown.
    #[serde(default)]
    pub address: Box<str>,
    /// The town, or empty.
    #[serde(default)]
    pub city: Box<str>,
    /// The number of its switchboard, as it is written, or empty.
    #[serde(default)]
    pub phone: Box<str>,
    /// Its VAT number, or empty.
    #[serde(default)]
    pub vat: Box<str>,
    /// The language it is written to in; `None` until somebody knows.
    #[serde(default)]
    pub language: Option<Language>,
    /// What else is worth knowing, or empty.
    #[serde(default)]
    pub note: Box<str>,
    /// Whom to ask for first.
    #[serde(default)]
    pub main_contact: Option<ContactId>,
}

impl OrganisationProfile {
    /// Returns it as it would be kept.
    #[must_use]
    pub fn tidy(&self) -> OrganisationProfile {
        self.trimmed()
    }

    /// Returns it without blanks around its texts, its domains in small letters and each once, its parent and its main
    /// contact as they are.
    pub(in crate::domain) fn trimmed(&self) -> OrganisationProfile {
        let trim = |text: &str| -> Box<str> { text.trim().into() };
        let mut domains: Vec<Box<str>> = Vec::new();
        for domain in &self.domains {
            let domain: Box<str> = domain.trim().to_lowercase().into();
            if !domain.is_empty() && !domains.contains(&domain) {
                domains.push(domain);
            }
        }
        let lines = self.address.lines().map(str::trim);
        let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        OrganisationProfile {
            name: trim(&self.name),
            country: self.country,
            segment: trim(&self.segment),
            domains,
            parent: self.parent,
            known: self.known,
            address: lines.join("\n").into(),
            city: trim(&self.city),
            phone: trim(&self.phone),
            vat: trim(&self.vat),
            language: self.language,
            note: trim(&self.note),
            main_contact: self.main_contact,
        }
    }
}

/// Somebody at an organisation who writes to the house.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Their id.
    pub id: ContactId,
    /// Their name, as they write it.
    pub name: Box<str>,
    /// Their mail address; empty when they only phoned.
    pub email: Box<str>,
    /// Their phone number, or empty.
    pub phone: Box<str>,
    /// Whom they write for.
    pub organisation: OrganisationId,
    /// What they do there, or empty.
    #[serde(default)]
    pub role: Box<str>,
    /// The language they are written to in; `None` until somebody knows.
    #[serde(default)]
    pub language: Option<Language>,
    /// What else is worth knowing, or empty.
    #[serde(default)]
    pub note: Box<str>,
    /// Since when they are no longer there.
    #[serde(default)]
    pub left: Option<Millis>,
    /// Further mail addresses that they are found by.
    #[serde(default)]
    pub also: Vec<Box<str>>,
    /// The contact they were merged into: what is theirs is found there, as long as they are.
    #[serde(default)]
    pub merged_into: Option<ContactId>,
}

impl Contact {
    /// Returns somebody of `organisation` of whom `entry` is known.
    pub fn new(id: ContactId, organisation: OrganisationId, entry: &ContactEntry) -> Contact {
        let mut contact = Contact {
            id,
            name: "".into(),
            email: "".into(),
            phone: "".into(),
            organisation,
            role: "".into(),
            language: None,
            note: "".into(),
            left: None,
            also: Vec::new(),
            merged_into: None,
        };
        entry.write(&mut contact);
        contact
    }

    /// Returns all mail addresses that they are found by.
    pub fn emails(&self) -> impl Iterator<Item = &str> {
        let also = self.also.iter().map(|email| &**email);
        let all = std::iter::once(&*self.email).chain(also);
        all.filter(|email| !email.is_empty())
    }
}

impl Shelved for Contact {
    fn place(&self) -> usize {
        self.id.index()
    }
}

/// Mail providers whose domain says nothing of the organisation that writes.
const PERSONAL_MAIL: [&str; 24] = [
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "outlook.fr",
    "hotmail.com",
    "hotmail.fr",
    "live.com",
    "live.fr",
    "msn.com",
    "yahoo.com",
    "yahoo.fr",
    "ymail.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "sfr.fr",
    "laposte.net",
    "bbox.fr",
    "gmx.de",
    "web.de",
    "proton.me",
];

/// Whether addresses at `domain` are private ones, so that it names no organisation.
pub fn is_personal(domain: &str) -> bool {
    PERSONAL_MAIL.contains(&domain)
}

/// The part of a mail address behind the `@`, in small letters; empty when there is none.
pub fn domain_of(email: &str) -> String {
    email
        .rsplit_once('@')
        .map(|(_, domain)| domain.trim().to_lowercase())
        .unwrap_or_default()
}

/// Endings of two letters that are sold all over the world: whoever has one need not be there.
const ENDINGS_OF_NOWHERE: [&str; 24] = [
    "ac", "ai", "as", "bz", "cc", "cd", "co", "eu", "fm", "gg", "im", "io", "la", "ly", "me", "nu",
    "pw", "sc", "sh", "tk", "to", "tv", "vc", "ws",
];

/// The country that a mail domain's ending names, if it names one.
pub fn country_of(domain: &str) -> Option<Country> {
    let ending = domain.rsplit('.').next()?;
    match ending {
        "uk" => Country::parse("GB"),
        nowhere if ENDINGS_OF_NOWHERE.contains(&nowhere) => None,
        two if two.len() == 2 => Country::parse(two),
        _ => None,
    }
}
