//! Countries: their names, and the time zone and currency a house there most likely keeps.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::read;
use super::texts::Lang;
use crate::domain::house::Country;
use crate::domain::money::Currency;
use crate::text::fold::fold;

/// A country.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Land {
    /// An IANA time zone.
    pub zone: String,
    /// The ISO 4217 code of the currency it most likely charges in; `None` where there is none.
    pub currency: Option<String>,
    /// Its English name.
    pub en: String,
    /// Its French name.
    pub fr: String,
}

impl Land {
    /// Returns its name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }
}

/// All countries, by their codes.
pub fn countries() -> &'static BTreeMap<String, Land> {
    static LANDS: LazyLock<BTreeMap<String, Land>> = LazyLock::new(|| {
        let source = include_str!("../../assets/countries.toml");
        read("countries.toml", source).unwrap_or_default()
    });
    &LANDS
}

/// Returns the currency that a house in `country` most likely charges in; euros where it has none of its own.
pub fn currency_of(country: Country) -> Currency {
    let land = countries().get(country.code());
    let code = land.and_then(|land| land.currency.as_deref());
    code.and_then(Currency::parse).unwrap_or(Currency::EUR)
}

/// A country by its code or by its name in either language, whatever its case and accents.
pub fn country(text: &str) -> Option<Country> {
    Country::parse(text).or_else(|| {
        let wanted = fold(text.trim());
        let named = |land: &Land| [&land.en, &land.fr].iter().any(|name| fold(name) == wanted);
        let found = countries().iter().find(|(_, land)| named(land));
        found.and_then(|(code, _)| Country::parse(code))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_8_a_country_is_found_by_code_and_by_name() {
        let known: Vec<&str> = countries().keys().map(String::as_str).collect();
        let all: Vec<Country> = Country::all().collect();
        let all: Vec<&str> = all.iter().map(Country::code).collect();
        assert_eq!(known, all, "each has its names");
        let france = Country::parse("FR");
        assert_eq!(country("fr"), france);
        assert_eq!(country("france"), france);
        assert_eq!(country("états-unis"), Country::parse("US"));
        assert_eq!(country("nowhere"), None);
        for land in countries().values() {
            assert!(land.zone.parse::<chrono_tz::Tz>().is_ok(), "{}", land.zone);
        }
    }

    #[test]
    fn wks_8_every_country_but_one_has_a_currency_of_iso_4217() {
        for (code, land) in countries() {
            let known = land.currency.as_deref().and_then(Currency::parse);
            assert_eq!(known.is_some(), code != "AQ", "{code}");
        }
        let of = |code| currency_of(Country::parse(code).expect("a country"));
        assert_eq!(of("CH").code(), "CHF");
        assert_eq!(of("BG").code(), "EUR", "since 2026");
        assert_eq!(of("AQ").code(), "EUR");
    }
}
