//! The data files that come with the program, read into the rules' own types: countries, holidays,
//! the first routing matrix, the sample house. Embedded; nothing is read from the machine.
//!
//! Themes are the screen's and read there (`ui::kit`).

mod brief;
mod countries;
mod directory;
mod holidays;
mod languages;
mod lines;
mod lists;
mod matrix;
mod names;
mod papers;
mod prices;
mod profile;
mod reading;
mod sample;
pub mod settings;
mod terms;
pub mod texts;

pub use brief::BriefWords;
pub use countries::{Land, countries, country, currency_of};
pub use directory::{
    CardFault, CardVersion, Cards, DirectoryLine, WrongCard, WrongCell, cards_from, cards_rejected,
    cards_text, directory_from, directory_rejected, directory_text, is_cards,
};
pub use holidays::{calendar, holidays};
pub use languages::{language, language_name};
pub use lines::{LineWords, LinesRead};
pub use lists::{list_example, list_examples, list_lines, lists_from, lists_text};
pub use matrix::{routing, routing_from, routing_text};
pub use papers::{wording, wording_from, wording_text};
pub use prices::{blank_prices, prices, prices_from, prices_text};
pub use profile::{profile_from, profile_text};
pub use reading::{reading_from, reading_text};
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

/// Returns what is wrong at a place of a file, with its line.
fn at_line(name: &str, source: &str, at: usize, what: &str) -> BadFile {
    let before = source.get(..at).unwrap_or(source);
    let line = before.matches('\n').count() + 1;
    BadFile {
        name: name.to_owned(),
        problem: format!("line {line}: {what}"),
    }
}

/// Reads a data file. One that says nothing is refused: its defaults are not what anybody asked for.
fn read<T: serde::de::DeserializeOwned>(name: &str, source: &str) -> Result<T, BadFile> {
    let bad = |problem: String| BadFile {
        name: name.to_owned(),
        problem,
    };
    let table: toml::Table = toml::from_str(source).map_err(|error| bad(error.to_string()))?;
    // What was cut off on its way must not wipe what is kept.
    if table.is_empty() {
        return Err(bad("the file is empty; nothing was changed".to_owned()));
    }
    toml::from_str(source).map_err(|error| bad(error.to_string()))
}
