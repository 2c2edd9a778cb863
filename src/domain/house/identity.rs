//! Who the house is in law, and what it has said that a rule waits for: whose requests are validated first (REQ-5),
//! how it may hold clients' money (ESC-13). Values only; the rules that ask for them stand with what they forbid.

use serde::{Deserialize, Serialize};

use super::{Country, House};
use crate::domain::lists::twice;

/// Who the house is in law in one country: what a paper must say of who offers (QUO-6). Empty is not said yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Where.
    pub country: Country,
    /// Its name in law, with its form.
    pub name: Box<str>,
    /// Its address, a line each.
    pub address: Box<str>,
    /// Its registration, as the law of the country writes it.
    pub registration: Box<str>,
    /// Its VAT number.
    pub vat: Box<str>,
    /// Where it is paid.
    pub bank: Box<str>,
    /// What stands below each paper beside.
    pub footer: Box<str>,
}

impl Identity {
    /// The longest text of one, in characters.
    pub const TEXT_MOST: usize = 500;
    /// The most of them.
    pub const MOST: usize = 30;

    /// Returns one that says nothing yet.
    pub fn of(country: Country) -> Identity {
        Identity {
            country,
            name: Box::default(),
            address: Box::default(),
            registration: Box::default(),
            vat: Box::default(),
            bank: Box::default(),
            footer: Box::default(),
        }
    }

    /// Returns whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.texts().iter().all(|text| text.is_empty())
    }

    /// Returns all it says.
    pub fn texts(&self) -> [&str; 6] {
        [
            &self.name,
            &self.address,
            &self.registration,
            &self.vat,
            &self.bank,
            &self.footer,
        ]
    }
}

/// Where the house is reached in general, as it tells facilitators (FUP-4). Empty is not said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct General {
    /// A mail address.
    pub email: Box<str>,
    /// A phone number, as people write it.
    pub phone: Box<str>,
}

impl General {
    /// The longest of one, in characters.
    pub const MOST: usize = 200;

    /// Returns whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.email.trim().is_empty() && self.phone.trim().is_empty()
    }
}

/// How the house may hold clients' money (ESC-13).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Funds {
    /// It has not said: it holds none.
    #[default]
    Unsaid,
    /// Under a licence of its own.
    Licence(Box<str>),
    /// Through somebody who has one.
    Through(Box<str>),
}

impl Funds {
    /// Returns what was said, if anything was.
    pub fn said(&self) -> Option<&str> {
        match self {
            Funds::Unsaid => None,
            Funds::Licence(text) | Funds::Through(text) => Some(text),
        }
    }
}

impl House {
    /// The longest name and the longest domain, in characters.
    pub const NAME_MOST: usize = 200;
    /// The most domains.
    pub const DOMAINS_MOST: usize = 50;
    /// The longest delay, in office minutes.
    pub const DELAY_MOST: u32 = 60 * 24 * 365;
    /// The longest that a relation is kept, in months.
    pub const MONTHS_MOST: u32 = 600;

    /// Returns what is wrong with the settings, by the name of the field; `None` when nothing is.
    pub fn fault(&self) -> Option<&'static str> {
        let long = |text: &str, most: usize| text.chars().count() > most;
        let delay = |minutes: u32| minutes == 0 || minutes > House::DELAY_MOST;
        let is_domain = |domain: &str| {
            let told = |c: char| c.is_alphanumeric() || c == '.' || c == '-';
            !domain.is_empty() && !long(domain, House::NAME_MOST) && domain.chars().all(told)
        };
        let texts = |of: &Identity| {
            of.texts()
                .iter()
                .any(|text| long(text, Identity::TEXT_MOST))
        };
        let countries: Vec<Country> = self.identities.iter().map(|one| one.country).collect();
        let no_name = self.name.trim().is_empty() || long(&self.name, House::NAME_MOST);
        let funds = self.funds.said().map(str::trim);
        [
            ("name", no_name),
            (
                "domains",
                self.domains.len() > House::DOMAINS_MOST
                    || !self.domains.iter().all(|domain| is_domain(domain)),
            ),
            ("reply", delay(self.answer_minutes)),
            ("client", delay(self.client_minutes)),
            ("call", delay(self.retry_minutes)),
            ("months", self.relation_months > House::MONTHS_MOST),
            (
                "identity",
                countries.len() > Identity::MOST
                    || twice(&countries)
                    || self.identities.iter().any(texts),
            ),
            (
                "money",
                funds.is_some_and(|said| said.is_empty() || long(said, Identity::TEXT_MOST)),
            ),
            ("papers", twice(&self.papers)),
            (
                "contact",
                long(&self.general.email, General::MOST)
                    || long(&self.general.phone, General::MOST),
            ),
        ]
        .into_iter()
        .find_map(|(name, wrong)| wrong.then_some(name))
    }
}
