//! People in words: who has access and what they are (PPL-1), what is attested of them, whose contact they are; and
//! who is meant by a name or a number.

mod active;
mod add;
mod edit;
pub mod link;
mod list;
pub mod profile;
mod roles;

use super::numbers::Whom;
use super::registry::registry;
use super::{Place, Problem};
use crate::domain::PersonId;
use crate::domain::person::Role;

registry! {
    /// List the people who have access, add one, change one
    Person {
        People {
            List(list::List),
            Add(add::Add),
            Edit(edit::Edit),
            Roles(roles::Roles),
            Disable(active::Disable),
            Enable(active::Enable),
        }
    }
}

/// Returns whoever is meant, among those the one who asks may know of.
///
/// # Errors
/// Nobody, or several.
pub(in crate::plain) fn found(place: &Place, who: &Whom) -> Result<(PersonId, String), Problem> {
    let me = place.me()?;
    let published = place.desk.published();
    let mut all: Vec<(PersonId, String)> = match published.people(me, place.desk.now()) {
        Ok(rows) => rows.into_iter().map(|row| (row.id, row.name)).collect(),
        Err(_) => Vec::new(),
    };
    if all.is_empty() {
        // Everybody may name themselves.
        let own = published.me(me, place.desk.now());
        all.extend(own.map(|own| (own.id, own.name)));
    }
    let person = place.person(&all, who.text())?;
    let name = all.into_iter().find(|(id, _)| *id == person);
    Ok((person, name.map(|(_, name)| name).unwrap_or_default()))
}

/// Returns whoever is meant: by number, whoever that is; by name, among those whose names the one who asks may know,
/// and `more`. Whether they may be told of that person is for the rules to say.
///
/// # Errors
/// Nobody of that name, or several.
pub(in crate::plain) fn meant(
    place: &Place,
    who: &Whom,
    more: &[(PersonId, String)],
) -> Result<PersonId, Problem> {
    if let Some(person) = who.number() {
        return Ok(person);
    }
    let (me, now) = (place.me()?, place.desk.now());
    let (published, sight) = (place.desk.published(), place.desk.sight(me));
    let mut all = more.to_vec();
    if let Ok(rows) = published.people(me, now) {
        all.extend(rows.into_iter().map(|row| (row.id, row.name)));
    }
    let colleagues = published.colleagues(me).into_iter();
    all.extend(colleagues.map(|one| (one.id, one.name)));
    let facilitators = sight.facilitators().into_iter();
    all.extend(facilitators.map(|(id, name, _)| (id, name)));
    all.extend(published.me(me, now).map(|own| (own.id, own.name)));
    all.sort();
    all.dedup_by_key(|(id, _)| *id);
    place.person(&all, who.text())
}

/// Returns whoever is meant, or who asks where nobody is named.
///
/// # Errors
/// As of [`meant`].
pub(in crate::plain) fn whose(place: &Place, who: Option<&Whom>) -> Result<PersonId, Problem> {
    match who {
        Some(who) => meant(place, who, &[]),
        None => place.me(),
    }
}

/// Returns the roles with these stable names.
///
/// # Errors
/// One that is none.
fn roles(keys: &[String]) -> Result<Vec<Role>, Problem> {
    let known = || Role::ALL.map(Role::key).join(", ");
    let read = |key: &String| {
        let role = Role::parse(key);
        role.ok_or_else(|| {
            let values = [("text", key.clone()), ("known", known())];
            Problem::say(1, "plain-no-role", values)
        })
    };
    keys.iter().map(read).collect()
}
