//! Who is at this computer: asked once and remembered per user of the machine, in the house's folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::Args;
use crate::desk::Desk;
use crate::domain::PersonId;
use crate::text::fold::fold;

/// Who asks: `--as`, else who is remembered, else the only one there is.
pub fn person(args: &Args, desk: &Desk) -> anyhow::Result<PersonId> {
    let staff = desk.published().staff();
    if let Some(wanted) = &args.who {
        return named(&staff, wanted);
    }
    if let Some(person) = remembered(desk.folder()).filter(|id| staff.iter().any(|(p, _)| p == id))
    {
        return Ok(person);
    }
    match staff.as_slice() {
        [(only, _)] => Ok(*only),
        _ => anyhow::bail!(
            "who are you? Open `entremise` once, or add --as NAME; known are: {}",
            staff
                .iter()
                .map(|(_, name)| name.as_str())
                .collect::<Vec<_>>()
                .join(", ")
        ),
    }
}

fn named(staff: &[(PersonId, String)], wanted: &str) -> anyhow::Result<PersonId> {
    let id = wanted.parse::<PersonId>().ok();
    let folded = fold(wanted);
    let whole = |name: &str| fold(name) == folded;
    let part = |name: &str| fold(name).split(' ').any(|word| word == folded);
    let found = staff.iter().find(|(p, name)| Some(*p) == id || whole(name));
    let found = found.or_else(|| staff.iter().find(|(_, name)| part(name)));
    found.map(|(person, _)| *person).ok_or_else(|| {
        let known = staff
            .iter()
            .map(|(_, name)| name.as_str())
            .collect::<Vec<_>>()
            .join(", ");
        anyhow::anyhow!("nobody here is called {wanted}; known are: {known}")
    })
}

/// Who was here last, as this user of the machine.
pub fn remembered(folder: &Path) -> Option<PersonId> {
    read(&file(folder))
        .get(&user())
        .and_then(|id| id.parse().ok())
}

/// Remembers who this user of the machine is.
pub fn remember(folder: &Path, person: PersonId) -> std::io::Result<()> {
    let path = file(folder);
    let mut known = read(&path);
    known.insert(user(), person.to_string());
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

fn user() -> String {
    ["USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|user| !user.is_empty()))
        .unwrap_or_else(|| "user".to_owned())
}
