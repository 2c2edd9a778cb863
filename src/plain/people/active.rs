//! `person disable`, `person enable`: somebody's access closed and reopened.

use super::found;
use crate::domain::Command;
use crate::domain::person::Permission;
use crate::domain::person::command::PeopleCommand;
use crate::plain::numbers::Whom;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Close a person's access; their open sessions end
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Disable {
    /// The person, by name or P-number
    who: Whom,
}

/// Reopen a person's access
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Enable {
    /// The person, by name or P-number
    who: Whom,
}

impl InWords for Disable {
    const NEEDS: Needs = Needs::OneOf(&[Permission::ManagePeople]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        set(place, &self.who, false, "said-person-out", out).await
    }
}

impl InWords for Enable {
    const NEEDS: Needs = Needs::OneOf(&[Permission::ManagePeople]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        set(place, &self.who, true, "said-person-in", out).await
    }
}

async fn set(
    place: &Place,
    who: &Whom,
    active: bool,
    said: &str,
    out: &mut Out,
) -> Result<(), Problem> {
    let (person, name) = found(place, who)?;
    let command = Command::People(PeopleCommand::SetActive { person, active });
    place.submit(command).await?;
    out.line(&place.says(said, &[("name", name.into())])).await;
    Ok(())
}
