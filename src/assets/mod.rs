//! The data files that come with the program, read into the rules' own types: countries, holidays,
//! the first routing matrix, the sample house. Embedded; nothing is read from the machine.
//!
//! Themes are the screen's and read there (`ui::kit`).

mod countries;
mod holidays;
mod matrix;
mod prices;
mod profile;
mod sample;
mod terms;
pub mod texts;

pub use countries::{Land, countries, country};
pub use holidays::{calendar, holidays};
pub use matrix::{routing, routing_from, routing_text};
pub use prices::{prices, prices_from, prices_text};
pub use profile::{profile_from, profile_text};
pub use sample::{Scene, sample};
pub use terms::{terms_from, terms_text};

/// A data file that cannot be read: which, where and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadFile {
    /// Its name.
    pub name: String,
    /// What is wrong, with the line where the reader knows it.
    pub problem: String,
}

impl std::fmt::Display for BadFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.name, self.problem)
    }
}

impl std::error::Error for BadFile {}

fn read<T: serde::de::DeserializeOwned>(name: &str, source: &str) -> Result<T, BadFile> {
    toml::from_str(source).map_err(|e| BadFile {
        name: name.to_owned(),
        problem: e.to_string(),
    })
}
