//! `person`: who is in the house, and what they are (PPL-1).

use serde_json::json;

use super::{Out, Place, Problem, args};
use crate::domain::command::Unread;
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::{NewPerson, Role};
use crate::domain::{Command, PersonId};

pub async fn person(place: &Place, what: &args::Person, out: &mut Out) -> Result<(), Problem> {
    match what {
        args::Person::List { json } => list(place, *json, out).await,
        args::Person::Add { name, email, role } => {
            let person = NewPerson {
                name: name.as_str().into(),
                email: email.as_deref().unwrap_or_default().into(),
                roles: roles(role)?,
            };
            place
                .submit(Command::People(PeopleCommand::Add(person)))
                .await?;
            let said = place.says("said-person-added", &[("name", name.as_str().into())]);
            out.line(&said).await;
            Ok(())
        }
        args::Person::Edit { who, name, email } => edit(place, who, name, email, out).await,
        args::Person::Roles { who, role } => {
            let (person, name) = found(place, who)?;
            let roles = roles(role)?;
            let keys = roles.iter().map(|role| role.key()).collect::<Vec<_>>();
            let values = [("name", name.into()), ("roles", keys.join(", ").into())];
            let command = Command::People(PeopleCommand::ChangeRoles { person, roles });
            place.submit(command.over(Unread::Said)).await?;
            out.line(&place.says("said-person-roles", &values)).await;
            Ok(())
        }
        args::Person::Disable { who } => active(place, who, false, out).await,
        args::Person::Enable { who } => active(place, who, true, out).await,
    }
}

async fn active(place: &Place, who: &str, active: bool, out: &mut Out) -> Result<(), Problem> {
    let (person, name) = found(place, who)?;
    place
        .submit(Command::People(PeopleCommand::SetActive { person, active }))
        .await?;
    let id = match active {
        true => "said-person-in",
        false => "said-person-out",
    };
    out.line(&place.says(id, &[("name", name.into())])).await;
    Ok(())
}

async fn edit(
    place: &Place,
    who: &str,
    name: &Option<String>,
    email: &Option<String>,
    out: &mut Out,
) -> Result<(), Problem> {
    let published = place.desk.published();
    let (person, before) = found(place, who)?;
    let rows = published.people(place.me()?, place.desk.now());
    let rows = rows.map_err(|refusal| place.refused(&refusal))?;
    let now = rows.iter().find(|row| row.id == person);
    let email = email.clone().or_else(|| now.map(|row| row.email.clone()));
    let name = name.clone().unwrap_or(before);
    let command = Command::People(PeopleCommand::Edit {
        person,
        name: name.as_str().into(),
        email: email.unwrap_or_default().into(),
    });
    // What was not said is sent back as it was read here.
    place.submit(command.upon(published.seq())).await?;
    let said = place.says("said-person-edited", &[("name", name.into())]);
    out.line(&said).await;
    Ok(())
}

async fn list(place: &Place, as_json: bool, out: &mut Out) -> Result<(), Problem> {
    let me = place.me()?;
    let published = place.desk.published();
    // Who manages people sees everybody; colleagues see colleagues.
    let rows: Vec<(PersonId, String, Vec<Role>, bool)> =
        match published.people(me, place.desk.now()) {
            Ok(rows) => rows
                .into_iter()
                .map(|row| (row.id, row.name, row.roles, row.active))
                .collect(),
            Err(_) => published
                .colleagues(me)
                .into_iter()
                .map(|one| (one.id, one.name, one.roles, one.active))
                .collect(),
        };
    for (id, name, roles, active) in rows {
        let roles: Vec<&str> = roles.iter().map(|role| role.key()).collect();
        if as_json {
            let all =
                json!({"person": id.to_string(), "name": name, "active": active, "roles": roles});
            out.line(&all.to_string()).await;
        } else {
            let state = if active { "active" } else { "disabled" };
            out.line(&format!("{id}\t{name}\t{state}\t{}", roles.join(",")))
                .await;
        }
    }
    Ok(())
}

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

/// Whoever is meant by `who`, among those the one who asks may know of.
pub(super) fn found(place: &Place, who: &str) -> Result<(PersonId, String), Problem> {
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
    let person = place.person(&all, who)?;
    let name = all.into_iter().find(|(id, _)| *id == person);
    Ok((person, name.map(|(_, name)| name).unwrap_or_default()))
}
