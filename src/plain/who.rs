//! Who is at this machine: asked once and remembered per user of the machine, in the house's folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::Problem;
use crate::desk::Desk;
use crate::domain::PersonId;
use crate::text::fold::fold;

/// Who asks: the one named, else who is remembered for `user`, else the only one there is, or in the sample house the
/// first relation officer: nobody is asked anything there.
///
/// # Errors
/// Nobody who is known, with who is.
pub fn person(desk: &Desk, wanted: Option<&str>, user: &str) -> Result<PersonId, Problem> {
    let published = desk.published();
    // Anybody may be anybody in the sample house.
    let people = match published.is_sample() {
        true => published.cast(),
        false => published.staff(),
    };
    let people = people.into_iter().map(|one| (one.id, one.name));
    let staff: Vec<(PersonId, String)> = people.collect();
    let known = || {
        let names = staff.iter().map(|(_, name)| name.as_str());
        names.collect::<Vec<_>>().join(", ")
    };
    let say = |[id, lost]: [&'static str; 2], name: &str| {
        // Of lost records, some may have been people.
        let missing = desk.published().missing();
        let id = if missing.is_some() { lost } else { id };
        let records = missing.map_or(0, |missing| missing.records).to_string();
        let values = [
            ("name", name.to_owned()),
            ("known", known()),
            ("records", records),
        ];
        Problem::say(1, id, values)
    };
    if let Some(wanted) = wanted {
        let nobody = |_| say(["plain-not-known", "plain-not-known-lost"], wanted);
        return named(&staff, wanted).map_err(nobody);
    }
    let remembered = remembered(desk.folder(), user);
    if let Some(person) = remembered.filter(|id| staff.iter().any(|(p, _)| p == id)) {
        return Ok(person);
    }
    if let Some(guest) = published.guest() {
        return Ok(guest);
    }
    match staff.as_slice() {
        [(only, _)] => Ok(*only),
        _ => Err(say(["plain-who", "plain-who-lost"], "")),
    }
}

/// The one of `all` that is meant by a P-number, a whole name or one word of a name.
///
/// # Errors
/// Those it could be, when that is nobody or several.
pub fn named(
    all: &[(PersonId, String)],
    wanted: &str,
) -> Result<PersonId, Vec<(PersonId, String)>> {
    let id = wanted.parse::<PersonId>().ok();
    let folded = fold(wanted);
    let whole = |name: &str| fold(name) == folded;
    let part = |name: &str| fold(name).split(' ').any(|word| word == folded);
    let pick = |is: &dyn Fn(&(PersonId, String)) -> bool| -> Vec<(PersonId, String)> {
        all.iter().filter(|one| is(one)).cloned().collect()
    };
    let by_number = pick(&|(person, _)| Some(*person) == id);
    let by_name = pick(&|(_, name)| whole(name));
    let by_word = || pick(&|(_, name)| part(name));
    let found = [by_number, by_name]
        .into_iter()
        .find(|found| !found.is_empty());
    match found.unwrap_or_else(by_word).as_slice() {
        [(only, _)] => Ok(*only),
        several => Err(several.to_vec()),
    }
}

/// Who was here last, as this user of the machine.
pub fn remembered(folder: &Path, user: &str) -> Option<PersonId> {
    read(&file(folder)).get(user).and_then(|id| id.parse().ok())
}

/// Remembers who this user of the machine is.
///
/// # Errors
/// A folder that cannot be written to.
pub fn remember(folder: &Path, user: &str, person: PersonId) -> std::io::Result<()> {
    let path = file(folder);
    let mut known = read(&path);
    known.insert(user.to_owned(), person.to_string());
    let text = toml::to_string(&known).map_err(std::io::Error::other)?;
    let fresh = path.with_extension("new");
    fs::write(&fresh, text)?;
    fs::rename(fresh, path)
}

fn file(folder: &Path) -> PathBuf {
    folder.join("who.toml")
}

fn read(path: &Path) -> BTreeMap<String, String> {
    fs::read_to_string(path)
        .ok()
        .and_then(|text| toml::from_str(&text).ok())
        .unwrap_or_default()
}

/// The machine's name for who runs this program.
pub fn user() -> String {
    ["USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|user| !user.is_empty()))
        .unwrap_or_else(|| "user".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ppl_1_a_person_is_meant_by_number_name_or_word_and_never_guessed() {
        let all = [(1, "Anna Roux"), (2, "Ben Roux"), (3, "Anna")]
            .map(|(id, name)| (PersonId(id), name.to_owned()));
        assert_eq!(named(&all, "P-2"), Ok(PersonId(2)));
        assert_eq!(named(&all, "anna"), Ok(PersonId(3)), "a whole name wins");
        assert_eq!(named(&all, "BEN"), Ok(PersonId(2)));
        assert_eq!(named(&all, "roux").unwrap_err().len(), 2);
        assert_eq!(named(&all, "carla").unwrap_err().len(), 0);
    }
}
