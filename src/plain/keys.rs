//! `key` and `invite`: what opens the house over SSH, and the one-time codes that bind a first key (PPL-5).

use std::fs::File;
use std::path::Path;

use serde_json::json;

use super::people::found;
use super::routing::text;
use super::words::iso;
use super::{Out, Place, Problem, args};
use crate::desk::access;
use crate::desk::views::KeyRow;
use crate::domain::access::command::AccessCommand;
use crate::domain::access::{Fingerprint, NewKey};
use crate::domain::person::Permission;
use crate::domain::{Command, Millis, PersonId};

/// What is piped in for a key is no longer than this.
const MOST: u64 = 16 * 1024;

pub async fn key(place: &Place, what: &args::Key, out: &mut Out) -> Result<(), Problem> {
    match what {
        args::Key::List { who, json } => list(place, who.as_deref(), *json, out).await,
        args::Key::Add { who, key, name } => {
            let (person, owner) = found(place, who)?;
            let line = if key == "-" {
                let input = place.input(out).await?;
                text(input, MOST, "-").await?
            } else {
                line_of(place, key).await?
            };
            let mut key = access::read_key(&line).map_err(|problem| key_refused(&problem))?;
            if let Some(name) = name {
                key.name = name.as_str().into();
            }
            add(place, person, &owner, key, out).await
        }
        args::Key::Name { fingerprint, name } => {
            let fingerprint = meant(place, fingerprint)?;
            let values = [
                ("key", fingerprint.to_string().into()),
                ("name", name.as_str().into()),
            ];
            let name = name.as_str().into();
            place
                .submit(Command::Access(AccessCommand::NameKey {
                    fingerprint,
                    name,
                }))
                .await?;
            out.line(&place.says("said-key-named", &values)).await;
            Ok(())
        }
        args::Key::Revoke { fingerprint } => {
            let fingerprint = meant(place, fingerprint)?;
            let values = [("key", fingerprint.to_string().into())];
            place
                .submit(Command::Access(AccessCommand::RevokeKey(fingerprint)))
                .await?;
            out.line(&place.says("said-key-revoked", &values)).await;
            Ok(())
        }
    }
}

/// Why a key is not taken, and what to do.
fn key_refused(problem: &access::KeyProblem) -> Problem {
    use access::KeyProblem as P;
    let (id, value) = match problem {
        P::Private => ("key-problem-private", String::new()),
        P::Unreadable => ("key-problem-unreadable", String::new()),
        P::Kind(kind) => ("key-problem-kind", kind.clone()),
        P::Short(bits) => ("key-problem-short", bits.to_string()),
    };
    let values = [("kind", value.clone()), ("bits", value)];
    Problem::say(super::problem::DATA, id, values)
}

/// The line of a key that was typed, or that stands in a file.
async fn line_of(place: &Place, key: &str) -> Result<String, Problem> {
    if access::read_key(key).is_ok() {
        return Ok(key.to_owned());
    }
    match place.path(Path::new(key)).map(File::open) {
        Ok(Ok(file)) => text(Box::new(file), MOST, key).await,
        // A path is one word, a line is several.
        Ok(Err(error)) if !key.trim().contains(' ') => {
            let values = [("text", key.to_owned())];
            Err(Problem::say(super::problem::DATA, "plain-no-key", values).because(error))
        }
        _ => Ok(key.to_owned()),
    }
}

async fn add(
    place: &Place,
    person: PersonId,
    owner: &str,
    key: NewKey,
    out: &mut Out,
) -> Result<(), Problem> {
    let values = [
        ("key", key.fingerprint.to_string().into()),
        ("name", owner.into()),
    ];
    place
        .submit(Command::Access(AccessCommand::AddKey { person, key }))
        .await?;
    out.line(&place.says("said-key-added", &values)).await;
    Ok(())
}

/// Whose keys are meant: one person's, or everybody's for who manages people, else one's own.
fn owners(place: &Place, who: Option<&str>) -> Result<Vec<(PersonId, String)>, Problem> {
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

async fn list(
    place: &Place,
    who: Option<&str>,
    as_json: bool,
    out: &mut Out,
) -> Result<(), Problem> {
    let mut any = false;
    for (person, owner) in owners(place, who)? {
        for key in keys_of(place, person)? {
            any = true;
            let state = if key.revoked.is_some() {
                "revoked"
            } else {
                "active"
            };
            if as_json {
                let all = json!({
                    "fingerprint": key.fingerprint.to_string(),
                    "algorithm": key.algorithm.key(),
                    "person": person.to_string(),
                    "owner": owner,
                    "name": key.name,
                    "active": key.revoked.is_none(),
                    "added": iso(key.added_at),
                    "added_by": key.added_by,
                    "revoked": key.revoked.map(iso),
                });
                out.line(&all.to_string()).await;
            } else {
                let line = [
                    key.fingerprint.as_str(),
                    key.algorithm.short(),
                    &owner,
                    state,
                    &iso(key.added_at),
                    &key.name,
                ];
                out.line(&line.join("\t")).await;
            }
        }
    }
    if !any {
        out.note(&place.says("said-no-keys", &[])).await;
    }
    Ok(())
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

pub async fn invite(place: &Place, asked: &args::Invite, out: &mut Out) -> Result<(), Problem> {
    if let Some(id) = &asked.withdraw {
        let id = id.parse().map_err(|_| Problem::no_number(id, "I-2"))?;
        place
            .submit(Command::Access(AccessCommand::WithdrawInvitation(id)))
            .await?;
        let said = place.says("said-withdrawn", &[("invitation", id.to_string().into())]);
        out.line(&said).await;
        return Ok(());
    }
    if asked.list {
        return list_invitations(place, out).await;
    }
    let may = |permission| {
        let me = place.me().ok()?;
        let me = place.desk.published().me(me, place.desk.now())?;
        Some(me.may(permission))
    };
    if may(Permission::ManagePeople) != Some(true) {
        let refusal = crate::domain::Refusal::NotPermitted(Permission::ManagePeople);
        return Err(place.refused(&refusal));
    }
    let (person, name) = found(place, asked.who.as_deref().unwrap_or_default())?;
    let until = place.desk.now() + span(&asked.valid)?;
    let code = access::new_code()?;
    place
        .submit(Command::Access(AccessCommand::Invite {
            person,
            digest: code.digest(),
            until,
        }))
        .await?;
    out.line(&format!("{name}: {code}")).await;
    let until = [("until", iso(until).into())];
    out.line(&place.says("said-code-until", &until)).await;
    if place.door.is_empty() {
        out.note(&place.says("said-no-door", &[])).await;
    } else {
        let door = [("door", place.door.as_str().into())];
        out.line(&place.says("said-door", &door)).await;
    }
    Ok(())
}

async fn list_invitations(place: &Place, out: &mut Out) -> Result<(), Problem> {
    let now = place.desk.now();
    let rows = place.desk.published().invitations(place.me()?);
    let rows = rows.map_err(|refusal| place.refused(&refusal))?;
    let open: Vec<_> = rows.iter().filter(|row| row.is_open(now)).collect();
    if open.is_empty() {
        out.note(&place.says("said-no-invitation", &[])).await;
    }
    for row in open {
        out.line(&format!(
            "{}\t{}\tuntil {}\tby {}",
            row.id,
            row.name,
            iso(row.until),
            row.made_by
        ))
        .await;
    }
    Ok(())
}

/// A time that something is good for: `90s`, `30m`, `2h`, `3d`.
fn span(text: &str) -> Result<Millis, Problem> {
    let wrong = || Problem::say(1, "plain-no-time", [("text", text.to_owned())]);
    let text = text.trim();
    let unit = match text.chars().last() {
        Some('s') => 1_000,
        Some('m') => 60_000,
        Some('h') => 3_600_000,
        Some('d' | 'j') => 86_400_000,
        _ => return Err(wrong()),
    };
    let number: u32 = text
        .get(..text.len() - 1)
        .and_then(|number| number.trim().parse().ok())
        .filter(|number| *number > 0)
        .ok_or_else(wrong)?;
    Ok(Millis::from(number) * unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ppl_5_a_time_is_written_as_people_do() {
        assert_eq!(span("2h").unwrap(), 7_200_000);
        assert_eq!(span("3d").unwrap(), 259_200_000);
        for wrong in ["", "h", "0d", "-1d", "3", "3 weeks", "99999999999d"] {
            assert!(span(wrong).is_err(), "{wrong}");
        }
    }
}
