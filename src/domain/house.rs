//! The house itself: who it is, where home is, and the settings its rules read.

pub mod command;
pub mod event;
mod groups;
mod identity;
mod logo;
pub mod refusal;
pub(in crate::domain) mod rules;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use serde::{Deserialize, Serialize};

use super::Millis;
use super::calendar::Calendar;
pub use super::country::Country;
pub use super::language::Language;
pub use groups::{Selection, Selects, Validation};
pub use identity::{Funds, General, Identity};
pub use logo::Logo;

/// What the house is and how it works. Data an administrator edits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct House {
    /// Its name, as clients know it.
    pub name: Box<str>,
    /// Its home country (REQ-6).
    pub home: Country,
    /// Office hours, holidays and the time zone of every deadline (REQ-9).
    pub calendar: Calendar,
    /// Mail domains of the house itself: mail from them is from a colleague, not from a client.
    pub domains: Vec<Box<str>>,
    /// Office minutes in which a new mail deserves its first answer.
    pub answer_minutes: u32,
    /// Office minutes a client is given before the house asks again.
    pub client_minutes: u32,
    /// Office minutes between two attempts to reach a client by phone (REQ-5).
    pub retry_minutes: u32,
    /// Months the house keeps the commercial relation after a subcontracted deal (REQ-7).
    pub relation_months: u32,
    /// More addresses in copy than this is "everyone in copy" (REQ-3).
    pub most_copied: u8,
    /// True for the sample house, which never mixes with real data.
    pub sample: bool,
    /// Who it is in law, a country each (QUO-6).
    #[serde(default)]
    pub identities: Vec<Identity>,
    /// Whose requests must be validated before they are posted (REQ-5).
    #[serde(default)]
    pub validation: Validation,
    /// How it may hold clients' money (ESC-13).
    #[serde(default)]
    pub funds: Funds,
    /// The languages of its papers; a client who reads none of them gets the first. Empty: French, and English for
    /// everybody else.
    #[serde(default)]
    pub papers: Vec<Language>,
    /// Who selects among proposals (BRD-6).
    #[serde(default)]
    pub selection: Selection,
    /// Whether tags are those of the list alone (REQ-8).
    #[serde(default)]
    pub listed_tags: bool,
    /// Where those outside it ask, when nobody of it is named (FUP-4).
    #[serde(default)]
    pub general: General,
}

impl House {
    /// A house with the published figures: an answer within one office day, a client asked again after
    /// three, a phone attempt each office day, the relation kept for 12 months (S0).
    pub fn new(name: &str, home: Country, calendar: Calendar) -> House {
        House {
            name: name.into(),
            home,
            calendar,
            domains: Vec::new(),
            answer_minutes: 8 * 60,
            client_minutes: 3 * 8 * 60,
            retry_minutes: 8 * 60,
            relation_months: 12,
            most_copied: 3,
            sample: false,
            identities: Vec::new(),
            validation: Validation::default(),
            funds: Funds::default(),
            papers: Vec::new(),
            selection: Selection::default(),
            listed_tags: false,
            general: General::default(),
        }
    }

    /// Returns whether something is due at another time by `other`: its hours, its holidays and its delays say so.
    pub fn counts_as(&self, other: &House) -> bool {
        self.calendar == other.calendar
            && self.answer_minutes == other.answer_minutes
            && self.client_minutes == other.client_minutes
            && self.retry_minutes == other.retry_minutes
    }

    /// Returns who it is in law for a client of `market`: there, else at home.
    pub fn identity(&self, market: Option<Country>) -> Option<&Identity> {
        let of = |country| self.identities.iter().find(|one| one.country == country);
        market.and_then(of).or_else(|| of(self.home))
    }

    /// Returns the languages of its papers, the usual one first.
    pub fn paper_languages(&self) -> Vec<Language> {
        match self.papers.is_empty() {
            true => vec![Language::EN, Language::FR],
            false => self.papers.clone(),
        }
    }

    /// Returns the language of a paper for a client who reads `wanted`.
    pub fn paper_language(&self, wanted: Language) -> Language {
        match self.papers.first() {
            _ if self.papers.contains(&wanted) => wanted,
            Some(first) => *first,
            None if wanted == Language::FR => Language::FR,
            None => Language::EN,
        }
    }

    /// The local date and time of an instant, as the house's clock shows it.
    pub fn local(&self, at: Millis) -> NaiveDateTime {
        let utc = DateTime::<Utc>::from_timestamp_millis(at).unwrap_or_default();
        utc.with_timezone(&self.calendar.zone()).naive_local()
    }

    /// The instant of a local date and time. Without a time, the end of that office day is meant. Of a
    /// time that comes twice (clocks go back) the first is taken; one that never comes (clocks go
    /// forward) is moved on by an hour.
    pub fn instant(&self, date: NaiveDate, time: Option<NaiveTime>) -> Millis {
        let time = time.unwrap_or_else(|| self.closing_time(date));
        let local = date.and_time(time);
        let zone = self.calendar.zone();
        let found = zone.from_local_datetime(&local).earliest();
        let found = found.or_else(|| {
            zone.from_local_datetime(&(local + chrono::Duration::hours(1)))
                .earliest()
        });
        found.map_or_else(
            || local.and_utc().timestamp_millis(),
            |at| at.timestamp_millis(),
        )
    }

    /// Returns the last second of a day by the house's clock.
    pub fn end_of_day(&self, date: NaiveDate) -> Millis {
        self.instant(date, NaiveTime::from_hms_opt(23, 59, 59))
    }

    fn closing_time(&self, date: NaiveDate) -> NaiveTime {
        use chrono::Datelike;
        const SIX: u16 = 18 * 60;
        let day = date.weekday().num_days_from_monday() as usize;
        let last = self
            .calendar
            .week()
            .get(day)
            .and_then(|spans| spans.last())
            .map_or(SIX, |(_, to)| *to);
        let last = u32::from(last.min(24 * 60 - 1));
        NaiveTime::from_hms_opt(last / 60, last % 60, 0).unwrap_or_default()
    }
}
