//! Organisations and the people who write for them; what the house knows of them (REQ-6, REQ-7).

pub mod command;
pub mod contact;
pub mod event;
pub mod refusal;
pub(in crate::domain) mod rules;

use serde::{Deserialize, Serialize};

use super::shelf::Shelved;

use super::Millis;
use super::house::Country;
use super::ids::{ContactId, OrganisationId};

/// An organisation that asks, or once asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// What the house may change of it.
    pub profile: OrganisationProfile,
    /// The house keeps the commercial relation until then (REQ-7); set by a concluded deal.
    pub relation_until: Option<Millis>,
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
