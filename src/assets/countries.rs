//! Countries: their names, and the time zone a house there most likely keeps.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::read;
use crate::domain::house::Country;

/// A country.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Land {
    /// An IANA time zone.
    pub zone: String,
    /// Its English name.
    pub en: String,
    /// Its French name.
    pub fr: String,
}

/// All countries that are known by name.
pub fn countries() -> BTreeMap<String, Land> {
    read(
        "countries.toml",
        include_str!("../../assets/countries.toml"),
    )
    .unwrap_or_default()
}

/// A country by its code or by its name in either language, whatever its case and accents.
pub fn country(text: &str) -> Option<Country> {
    let wanted = crate::text::fold::fold(text.trim());
    let named = |land: &Land| {
        [&land.en, &land.fr]
            .iter()
            .any(|n| crate::text::fold::fold(n) == wanted)
    };
    countries()
        .iter()
        .find(|(_, land)| named(land))
        .and_then(|(code, _)| Country::parse(code))
        .or_else(|| Country::parse(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_a_country_is_found_by_code_and_by_name() {
        assert!(countries().len() >= 30);
        let france = Country::parse("FR");
        assert_eq!(country("fr"), france);
        assert_eq!(country("france"), france);
        assert_eq!(country("états-unis"), Country::parse("US"));
        assert_eq!(country("nowhere"), None);
        for land in countries().values() {
            assert!(land.zone.parse::<chrono_tz::Tz>().is_ok(), "{}", land.zone);
        }
    }
}
