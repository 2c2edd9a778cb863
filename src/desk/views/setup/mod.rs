//! What is still missing and what that keeps from working (WKS-8), for who reads the settings: one list for the set-up
//! page, for Home and for `settings check`. It warns; what is refused is for the rules.

mod config;
mod entries;
mod papers;
mod people;
mod standing;

use super::Sight;
use crate::assets::settings::{Config, Spot};
use crate::domain::Refusal;
use crate::domain::house::Language;
use crate::domain::lists::ListName;
use crate::domain::person::Permission;
use crate::domain::thing::Thing;
use crate::domain::why::{Fact, Sentence};

pub use standing::{BrandStanding, KindStanding, Standing};

/// What the texts of all that can be missing begin with.
const TEXTS: &str = "settings-lack-";

/// Where something that is missing is mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mend {
    /// In a setting.
    Setting(Spot),
    /// In the table of kinds and of who takes them.
    Routing,
    /// In a list.
    List(ListName),
    /// In the price lists.
    Prices,
    /// In how papers are written in a language.
    Wording(Language),
    /// Among people.
    People,
}

impl Mend {
    /// Returns the stable name of its section, for machines.
    pub fn section(&self) -> &'static str {
        match self {
            Mend::Setting(spot) => spot.part().key(),
            Mend::Routing => "routing",
            Mend::List(_) => "lists",
            Mend::Prices => "prices",
            Mend::Wording(_) => "wordings",
            Mend::People => "people",
        }
    }

    /// Returns what somebody types to mend it: the setting, or the words of a command.
    pub fn words(&self) -> String {
        match self {
            Mend::Setting(spot) => spot.to_string(),
            Mend::Routing => "routing".to_owned(),
            Mend::List(list) => format!("lists --only {}", list.key()),
            Mend::Prices => "prices".to_owned(),
            Mend::Wording(language) => format!("wording {}", language.code()),
            Mend::People => "person add".to_owned(),
        }
    }

    /// Returns the words of the command that takes a file back which [`Mend::words`] printed; nothing where it prints none.
    pub fn file_command(&self) -> Option<&'static str> {
        match self {
            Mend::Routing => Some("routing"),
            Mend::List(_) => Some("lists"),
            Mend::Prices => Some("prices"),
            Mend::Wording(_) => Some("wording --set"),
            Mend::Setting(_) | Mend::People => None,
        }
    }
}

/// Something that is missing, and what that keeps from working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The same in words.
    pub what: Sentence,
    /// Where it is mended.
    pub mend: Mend,
}

impl Missing {
    /// Returns its stable name, for machines.
    pub fn key(&self) -> &'static str {
        self.what.id.strip_prefix(TEXTS).unwrap_or(self.what.id)
    }
}

/// What was found to be missing so far.
#[derive(Default)]
struct Found(Vec<Missing>);

impl Found {
    /// Takes note of something that is missing where it is.
    fn note(&mut self, is: bool, id: &'static str, mend: Mend, facts: Vec<(&'static str, Fact)>) {
        if is {
            let what = Sentence { id, facts };
            self.0.push(Missing { what, mend });
        }
    }
}

impl Sight {
    /// Returns what is missing as things stand, in the order in which sections are shown.
    ///
    /// # Errors
    /// They may not read settings.
    pub fn missing(&self) -> Result<Vec<Missing>, Refusal> {
        Ok(self.missing_by(&self.settings()?))
    }

    /// Returns what would be missing with other settings; nothing, for who may not read settings.
    pub fn missing_by(&self, config: &Config) -> Vec<Missing> {
        if self.settings().is_err() {
            return Vec::new();
        }
        let (mut found, state) = (Found::default(), self.state());
        found.of_config(config);
        found.of_routing(state);
        found.of_lists(state, &config.house);
        found.of_prices(state, &config.house);
        found.of_wordings(state, &config.house);
        found.of_people(state, self.whose());
        found.0
    }

    /// Returns whether settings and all that stands beside them are the same in both.
    pub fn has_same_set_up(&self, other: &Sight) -> bool {
        let (now, before) = (self.state(), other.state());
        let mut things = [Thing::House, Thing::Terms, Thing::Prices, Thing::Wordings].into_iter();
        let things = things.all(|thing| now.touched(thing) == before.touched(thing));
        let keys = now.access().has_same_keys(before.access());
        let logos = now.logos().ptr_eq(before.logos());
        things && keys && logos && self.has_same_surroundings(other)
    }

    /// Returns what is missing, for who can mend it; nothing, for anybody else.
    pub(super) fn still_missing(&self) -> Vec<Missing> {
        let person = self.state().person(self.whose());
        let keeps = person.is_some_and(|person| person.may(Permission::ManageHouse));
        match keeps {
            true => self.missing().unwrap_or_default(),
            false => Vec::new(),
        }
    }
}
