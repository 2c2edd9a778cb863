//! `entremise person`: who works in the house, and what they are (PPL-1).

use std::process::ExitCode;

use super::{Args, args, plain, store};
use crate::desk::{Rejection, Submission};
use crate::domain::Command;
use crate::domain::person::{NewPerson, Role};

pub fn person(args: &Args, what: &args::Person) -> anyhow::Result<ExitCode> {
    match what {
        args::Person::List => list(args),
        args::Person::Add { name, email, role } => {
            add(args, name, email.as_deref().unwrap_or_default(), role)
        }
    }
}

fn list(args: &Args) -> anyhow::Result<ExitCode> {
    store::runtime()?.block_on(async {
        let (desk, me) = store::desk_and_person(args).await?;
        let mut out = plain::Out::new();
        for person in desk.published().colleagues(me) {
            let roles: Vec<&str> = person.roles.iter().map(|role| role.key()).collect();
            let state = if person.active { "active" } else { "disabled" };
            out.line(&format!(
                "{}\t{}\t{state}\t{}",
                person.id,
                person.name,
                roles.join(",")
            ));
        }
        desk.close().await;
        out.end()
    })
}

fn add(args: &Args, name: &str, email: &str, roles: &[String]) -> anyhow::Result<ExitCode> {
    let known = || Role::ALL.map(Role::key).join(", ");
    let read = |key: &String| {
        Role::parse(key).ok_or_else(|| anyhow::anyhow!("{key} is no role; roles are {}", known()))
    };
    let roles = roles
        .iter()
        .map(read)
        .collect::<anyhow::Result<Vec<Role>>>()?;
    let person = NewPerson {
        name: name.into(),
        email: email.into(),
        roles,
    };
    submit(
        args,
        Command::AddPerson(person),
        &format!("{name} is added"),
    )
}

/// Sends a command of who asks, and says what came of it.
pub fn submit(args: &Args, command: Command, done: &str) -> anyhow::Result<ExitCode> {
    store::runtime()?.block_on(async {
        let (desk, me) = store::desk_and_person(args).await?;
        let answer = desk.submit(Submission::new(Some(me), command)).await;
        desk.close().await;
        match answer {
            Ok(_) => println!("{}", crate::text::sanitise::clean_line(done)),
            Err(Rejection::Refused(refusal)) => return Err(plain::refused(args, &refusal)),
            Err(other) => return Err(other.into()),
        }
        Ok(ExitCode::SUCCESS)
    })
}
