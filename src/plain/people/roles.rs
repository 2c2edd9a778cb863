//! `person roles`: what somebody is from now on.

use super::{found, roles};
use crate::domain::Command;
use crate::domain::command::Unread;
use crate::domain::person::Permission;
use crate::domain::person::command::PeopleCommand;
use crate::plain::numbers::Whom;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Replace a person's roles by these
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Roles {
    /// The person, by name or P-number
    who: Whom,
    /// Their new role; can be given several times
    #[arg(long, required = true, value_name = "ROLE")]
    role: Vec<String>,
}

impl InWords for Roles {
    const NEEDS: Needs = Needs::OneOf(&[Permission::ManagePeople]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (person, name) = found(place, &self.who)?;
        let roles = roles(&self.role)?;
        let keys = roles.iter().map(|role| role.key()).collect::<Vec<_>>();
        let values = [("name", name.into()), ("roles", keys.join(", ").into())];
        let command = Command::People(PeopleCommand::ChangeRoles { person, roles });
        place.submit(command.over(Unread::Said)).await?;
        out.line(&place.says("said-person-roles", &values)).await;
        Ok(())
    }
}
