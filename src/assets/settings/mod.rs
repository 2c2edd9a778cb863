//! The settings of a house, one table of them (WKS-8): each has a name, a section, what kind of value it is, and how it
//! is read and written. Screen, command line, file, check, history and preview all go by it; a new setting is a line in
//! `table.rs` and its texts in `settings.ftl`. It never decides whether somebody may.

mod dated;
mod days;
mod file;
mod given;
mod holds;
mod hours;
mod offers;
mod parts;
mod table;
mod value;

#[cfg(test)]
mod tests;

use std::fmt;

pub use file::{BadSetting, BadWhy, settings_from, settings_plain, settings_text};
pub use holds::holds;
pub use offers::unsaid_on_offers;
pub use parts::Part;
pub use value::{Kind, Value, Why};

use crate::domain::house::{Country, House, Identity};
use crate::domain::terms::Terms;
use table::SETTINGS;

/// All that settings are read from and written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The house.
    pub house: House,
    /// The terms of its board.
    pub terms: Terms,
}

/// A part of the settings, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Name, home, domains.
    Organisation,
    /// Who it is in law, per country.
    Identity,
    /// What goes to clients on paper.
    Papers,
    /// Office hours, holidays, bridge days.
    Hours,
    /// How long something may take.
    Delays,
    /// What a request must have.
    Requests,
    /// The commercial relation.
    Relationship,
    /// What the board asks.
    Board,
    /// Clients' money.
    Money,
}

impl Section {
    /// All of them, in order.
    pub const ALL: [Section; 9] = [
        Section::Organisation,
        Section::Identity,
        Section::Papers,
        Section::Hours,
        Section::Delays,
        Section::Requests,
        Section::Relationship,
        Section::Board,
        Section::Money,
    ];

    /// Returns the name that files, commands and texts find it by.
    pub fn key(self) -> &'static str {
        match self {
            Section::Organisation => "organisation",
            Section::Identity => "identity",
            Section::Papers => "papers",
            Section::Hours => "hours",
            Section::Delays => "delays",
            Section::Requests => "requests",
            Section::Relationship => "relationship",
            Section::Board => "board",
            Section::Money => "money",
        }
    }

    /// Returns the section of that name.
    pub fn parse(key: &str) -> Option<Section> {
        Section::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// The country that a setting is of, where each has its own.
type Of = Option<Country>;

/// A setting: a line of the table.
pub struct Setting {
    /// Its section.
    pub section: Section,
    /// Its name within the section.
    pub name: &'static str,
    /// What kind of value it is.
    pub kind: Kind,
    /// From what to what it usually is; anything else has to be confirmed.
    pub usual: Option<(i64, i64)>,
    get: fn(&Config, Of) -> Value,
    set: fn(&mut Config, Of, Value) -> Result<(), Why>,
}

/// A setting, and of which country where each has its own.
#[derive(Clone, Copy)]
pub struct Spot {
    /// The setting.
    pub setting: &'static Setting,
    /// The country.
    pub of: Of,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (section, name) = (self.setting.section.key(), self.setting.name);
        match self.of {
            Some(country) => write!(f, "{section}.{}.{name}", country.code()),
            None => write!(f, "{section}.{name}"),
        }
    }
}

impl fmt::Debug for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl PartialEq for Spot {
    fn eq(&self, other: &Spot) -> bool {
        let key = |of: &Spot| (of.setting.section, of.setting.name, of.of);
        key(self) == key(other)
    }
}

impl Eq for Spot {}

impl Spot {
    /// Returns the name that its label is found by; its help has `-help` behind it.
    pub fn text_id(&self) -> String {
        format!(
            "setting-{}-{}",
            self.setting.section.key(),
            self.setting.name
        )
    }

    /// Returns what it says.
    pub fn get(&self, config: &Config) -> Value {
        (self.setting.get)(config, self.of)
    }

    /// Writes what a person typed.
    ///
    /// # Errors
    /// What does not read, or is out of bounds.
    pub fn type_in(&self, config: &mut Config, text: &str) -> Result<(), Why> {
        self.set(config, self.setting.kind.read(text)?)
    }

    /// Writes a value.
    ///
    /// # Errors
    /// What is no such value, or out of bounds.
    pub fn set(&self, config: &mut Config, value: Value) -> Result<(), Why> {
        let value = self.setting.kind.checked(value)?;
        (self.setting.set)(config, self.of, value)
    }

    /// Returns what it would be in a house that has just been set up, where that says anything.
    pub fn usual(&self, config: &Config) -> Option<Value> {
        if self.of.is_some() || self.setting.section == Section::Organisation {
            return None;
        }
        let home = config.house.home;
        let calendar = super::calendar(home).ok()?;
        let mut fresh = Config {
            house: House::new(&config.house.name, home, calendar),
            terms: Terms::default(),
        };
        fresh.house.identities = config.house.identities.clone();
        Some(self.get(&fresh))
    }

    /// Returns what it usually is between, where it is not so now: it has to be confirmed.
    pub fn unusual(&self, config: &Config) -> Option<(i64, i64)> {
        let (least, most) = self.setting.usual?;
        match self.get(config) {
            Value::Number(now) if !(least..=most).contains(&now) => Some((least, most)),
            _ => None,
        }
    }
}

/// A setting that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differs {
    /// Which.
    pub spot: Spot,
    /// What it says in the one.
    pub from: Value,
    /// What it says in the other.
    pub to: Value,
}

impl Config {
    /// Returns every setting there is, in order: those of each country for home, and for every country that has some.
    pub fn spots(&self) -> Vec<Spot> {
        let mut countries = vec![self.house.home];
        let others = self.house.identities.iter().map(|one| one.country);
        let home = self.house.home;
        countries.extend(others.filter(|country| *country != home));
        let mut spots = Vec::new();
        for section in Section::ALL {
            let theirs = || SETTINGS.iter().filter(move |one| one.section == section);
            if section == Section::Identity {
                for country in &countries {
                    let of = Some(*country);
                    spots.extend(theirs().map(|setting| Spot { setting, of }));
                }
            } else {
                spots.extend(theirs().map(|setting| Spot { setting, of: None }));
            }
        }
        spots
    }

    /// Returns what differs in `other`, in order.
    pub fn differs(&self, other: &Config) -> Vec<Differs> {
        let mut spots = self.spots();
        let more = other.spots().into_iter();
        spots.extend(more.filter(|spot| !self.spots().contains(spot)));
        let all = spots.into_iter().map(|spot| Differs {
            spot,
            from: spot.get(self),
            to: spot.get(other),
        });
        all.filter(|one| one.from != one.to).collect()
    }

    /// Returns what `self` would make of it: the settings that were edited in `mine`, over what stands in `now` since.
    #[must_use]
    pub fn with(&self, edited: &[Differs]) -> Config {
        let mut config = self.clone();
        for one in edited {
            // It was one when it was edited.
            let _ = one.spot.set(&mut config, one.to.clone());
        }
        config
    }

    /// Returns who the house is in law in a country, to be written; one that says nothing is none.
    fn identity_mut(&mut self, country: Country, write: impl FnOnce(&mut Identity)) {
        let all = &mut self.house.identities;
        let at = all.iter().position(|one| one.country == country);
        let at = at.unwrap_or_else(|| {
            all.push(Identity::of(country));
            all.len() - 1
        });
        if let Some(identity) = all.get_mut(at) {
            write(identity);
        }
        all.retain(|one| !one.is_empty());
    }
}

/// Returns the setting of that name: `delays.reply`, `identity.FR.vat`.
pub fn spot(key: &str) -> Option<Spot> {
    let parts: Vec<&str> = key.trim().split('.').collect();
    let (section, of, name) = match parts.as_slice() {
        [section, name] => (*section, None, *name),
        [section, country, name] => (*section, Some(Country::parse(country)?), *name),
        _ => return None,
    };
    let section = Section::parse(section)?;
    if of.is_some() != (section == Section::Identity) {
        return None;
    }
    let mut all = SETTINGS.iter();
    let setting = all.find(|one| one.section == section && one.name == name)?;
    Some(Spot { setting, of })
}
