//! `entremise setup`: the three questions of an empty store, answered on the command line.

use std::process::ExitCode;

use super::{Args, args, plain, store, who};
use crate::assets;
use crate::desk::{Rejection, Submission};
use crate::domain::Command;
use crate::domain::house::House;
use crate::domain::person::{NewPerson, Role};

pub fn setup(args: &Args, asked: &args::House) -> anyhow::Result<ExitCode> {
    let command = command(&asked.name, &asked.house, &asked.country, &asked.domains)?;
    store::runtime()?.block_on(async {
        let desk = store::desk(args).await?;
        match desk.submit(Submission::new(None, command)).await {
            Ok(_) => {}
            Err(Rejection::Refused(refusal)) => return Err(plain::refused(args, &refusal)),
            Err(other) => return Err(other.into()),
        }
        if let Some((first, name)) = desk.published().staff().first() {
            who::remember(desk.folder(), *first)?;
            println!(
                "{} is set up; {name} is its first person. Next: entremise import FILE",
                asked.house
            );
        }
        desk.close().await;
        Ok(ExitCode::SUCCESS)
    })
}

/// The command that sets a house up, with everything a new one starts with.
pub fn command(
    name: &str,
    house: &str,
    country: &str,
    domains: &[String],
) -> anyhow::Result<Command> {
    let home = assets::country(country)
        .ok_or_else(|| anyhow::anyhow!("{country} is no country; write it like FR or France"))?;
    let mut house = House::new(house, home, assets::calendar(home)?);
    house.domains = domains
        .iter()
        .map(|domain| domain.to_lowercase().into())
        .collect();
    let first = NewPerson {
        name: name.into(),
        email: "".into(),
        roles: vec![Role::RelationOfficer, Role::Manager, Role::Administrator],
    };
    Ok(Command::SetUpHouse {
        house: Box::new(house),
        routing: Box::new(assets::routing()?),
        first,
    })
}
