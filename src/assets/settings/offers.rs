//! What an offer does not say of who offers it. It warns; what is refused is for the rules.

use crate::domain::house::{Country, House, Identity};

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
