//! Keys in words: what gives access over SSH, and the one-time codes that bind a first key (PPL-5).

mod add;
pub mod invite;
mod list;
mod name;
mod revoke;

use super::numbers::Whom;
use super::people::found;
use super::registry::registry;
use super::{Place, Problem};
use crate::desk::views::KeyRow;
use crate::domain::PersonId;
use crate::domain::access::Fingerprint;

registry! {
    /// List the keys that give access over SSH, add one, rename one, revoke one
    Key {
        People {
            List(list::List),
            Add(add::Add),
            Name(name::Name),
            Revoke(revoke::Revoke),
        }
    }
}

/// Whose keys are meant: one person's, or everybody's for who manages people, else one's own.
fn owners(place: &Place, who: Option<&Whom>) -> Result<Vec<(PersonId, String)>, Problem> {
    if let Some(who) = who {
        return found(place, who).map(|one| vec![one]);
    }
    let me = place.me()?;
    let (published, now) = (place.desk.published(), place.desk.now());
    if let Ok(rows) = published.people(me, now) {
        return Ok(rows.into_iter().map(|row| (row.id, row.name)).collect());
    }
    let own = published.me(me, now);
    Ok(own.into_iter().map(|own| (own.id, own.name)).collect())
}

fn keys_of(place: &Place, person: PersonId) -> Result<Vec<KeyRow>, Problem> {
    let keys = place.desk.published().keys_of(place.me()?, person);
    keys.map_err(|refusal| place.refused(&refusal))
}

/// The key that is meant by a fingerprint or its beginning, with or without `SHA256:`.
fn meant(place: &Place, text: &str) -> Result<Fingerprint, Problem> {
    if let Ok(whole) = Fingerprint::parse(text) {
        return Ok(whole);
    }
    const LEAST: usize = 6;
    let begins = text.trim().trim_start_matches("SHA256:");
    let mut found = Vec::new();
    for (person, _) in owners(place, None)? {
        let keys = keys_of(place, person)?.into_iter();
        let is = |key: &KeyRow| {
            let name = key.fingerprint.as_str().trim_start_matches("SHA256:");
            begins.len() >= LEAST && name.starts_with(begins)
        };
        found.extend(keys.filter(is).map(|key| key.fingerprint));
    }
    match found.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(Problem::say(
            1,
            "plain-key-none",
            [("text", text.to_owned())],
        )),
        several => {
            let values = [("n", several.len().to_string()), ("text", text.to_owned())];
            Err(Problem::say(1, "plain-key-several", values))
        }
    }
}
