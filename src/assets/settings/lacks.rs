//! What settings do not say yet, and what that keeps from working. It warns; what is refused is for the rules.

use super::Config;
use crate::assets::holidays;
use crate::domain::house::{Country, Funds, House, Identity};

/// Something that is not said, and what follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// The text that says so.
    pub text_id: &'static str,
    /// The setting to write.
    pub key: String,
    /// The country it is about, by its code.
    pub country: String,
}

/// A part of who the house is in law.
type Part = fn(&Identity) -> &str;

/// Returns the texts that name what an offer to a client of `market` does not say of who offers (QUO-6).
pub fn unsaid_on_offers(house: &House, market: Option<Country>) -> Vec<&'static str> {
    let law = house.identity(market);
    let parts: [(&'static str, Part); 4] = [
        ("setting-identity-name", |law| &law.name),
        ("setting-identity-address", |law| &law.address),
        ("setting-identity-registration", |law| &law.registration),
        ("setting-identity-vat", |law| &law.vat),
    ];
    let unsaid = parts.into_iter().filter(|(_, of)| {
        let said = law.map(|law| of(law).trim());
        said.is_none_or(str::is_empty)
    });
    unsaid.map(|(id, _)| id).collect()
}

/// Returns what is not said yet, in the order of the settings.
pub fn lacks(config: &Config) -> Vec<Lack> {
    let house = &config.house;
    let home = house.home.code();
    let mut found = Vec::new();
    let mut lack = |is: bool, text_id: &'static str, key: String| {
        if is {
            let country = home.to_owned();
            found.push(Lack {
                text_id,
                key,
                country,
            });
        }
    };
    lack(
        house.domains.is_empty(),
        "settings-lack-domains",
        "organisation.domains".to_owned(),
    );
    let law = house.identity(None);
    let of_law = |of: fn(&Identity) -> &str| law.is_none_or(|law| of(law).trim().is_empty());
    let key = |name: &str| format!("identity.{home}.{name}");
    lack(
        of_law(|law| &law.name),
        "settings-lack-legal-name",
        key("name"),
    );
    lack(
        of_law(|law| &law.address),
        "settings-lack-address",
        key("address"),
    );
    lack(
        of_law(|law| &law.registration),
        "settings-lack-registration",
        key("registration"),
    );
    lack(of_law(|law| &law.vat), "settings-lack-vat", key("vat"));
    lack(of_law(|law| &law.bank), "settings-lack-bank", key("bank"));
    let calendar = &house.calendar;
    lack(
        calendar.unknown_zone().is_some(),
        "settings-lack-zone",
        "hours.zone".to_owned(),
    );
    lack(
        calendar.week().iter().all(Vec::is_empty),
        "settings-lack-hours",
        "hours.monday".to_owned(),
    );
    let none = calendar.holidays().is_empty();
    let (known, list) = (!holidays(house.home).is_empty(), "hours.holidays");
    lack(none && known, "settings-lack-holidays", list.to_owned());
    lack(none && !known, "settings-lack-calendar", list.to_owned());
    let unsaid = house.funds == Funds::Unsaid;
    lack(
        unsaid,
        "settings-lack-funds",
        "money.clients-money".to_owned(),
    );
    found
}
