//! A facilitator's profile (PPL-4): what a professional tells of themselves, and what the house attests
//! of them. Who they are as a person stands in `person`.

use super::lists::twice;
use super::trade::{Belt, Compliance, Work};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::house::{Country, Language};

pub use super::lists::shipped::{Skill, Subscription};

/// A facilitator's profile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacilitatorProfile {
    /// Where they live.
    pub country: Option<Country>,
    /// The languages they work in.
    pub languages: Vec<Language>,
    /// Their time zone, by its name in the tz database, or empty: the house's.
    pub zone: Box<str>,
    /// Their phone number, or empty.
    pub phone: Box<str>,
    /// Their account, or empty.
    pub iban: Box<str>,
    /// What an invoice of theirs must say: name, form, registration; or empty.
    pub legal: Box<str>,
    /// Whether clients and colleagues may see it. Nobody applies from behind a curtain (BRD-3).
    pub published: bool,
    /// Their level per kind of work; the house attests it.
    pub belts: Vec<(Work, Belt)>,
    /// What the house has seen in writing.
    pub compliance: Vec<Compliance>,
    /// What they have subscribed to.
    pub subscription: Subscription,
    /// What they say they can do.
    #[serde(default)]
    pub skills: Vec<Skill>,
}

impl FacilitatorProfile {
    /// The longest of its texts, in characters.
    pub const TEXT_MOST: usize = 500;
    /// The most languages.
    pub const LANGUAGES_MOST: usize = 20;

    /// Their level in a kind of work, if they have one.
    pub fn belt(&self, work: Work) -> Option<Belt> {
        let of = |(one, _): &&(Work, Belt)| *one == work;
        self.belts.iter().find(of).map(|(_, belt)| *belt)
    }

    /// What cannot be as it is, by the name of the field; `None` when all can.
    pub(super) fn fault(&self) -> Option<&'static str> {
        let works: Vec<Work> = self.belts.iter().map(|(work, _)| *work).collect();
        let unknown = self.languages.contains(&Language::UNKNOWN);
        [
            ("languages", unknown || twice(&self.languages)),
            (
                "zone",
                !self.zone.is_empty() && self.zone.parse::<Tz>().is_err(),
            ),
            ("belts", twice(&works)),
            ("compliance", twice(&self.compliance)),
            ("skills", twice(&self.skills)),
        ]
        .into_iter()
        .find_map(|(name, wrong)| wrong.then_some(name))
    }

    /// Whether the house attests the same in both.
    pub(super) fn attests_the_same(&self, other: &FacilitatorProfile) -> bool {
        (&self.belts, &self.compliance, self.subscription)
            == (&other.belts, &other.compliance, other.subscription)
    }
}
