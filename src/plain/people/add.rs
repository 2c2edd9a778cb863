//! `person add`: somebody new, with what they are.

use super::roles;
use crate::domain::Command;
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::{NewPerson, Permission};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Add a person
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Add {
    /// Their name
    name: String,
    /// Their email address
    #[arg(long)]
    email: Option<String>,
    /// Their role; can be given several times
    #[arg(long, required = true, value_name = "ROLE")]
    role: Vec<String>,
}

impl InWords for Add {
    const NEEDS: Needs = Needs::OneOf(&[Permission::ManagePeople]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let person = NewPerson {
            name: self.name.as_str().into(),
            email: self.email.as_deref().unwrap_or_default().into(),
            roles: roles(&self.role)?,
        };
        let add = Command::People(PeopleCommand::Add(person));
        place.submit(add).await?;
        let values = [("name", self.name.as_str().into())];
        out.line(&place.says("said-person-added", &values)).await;
        Ok(())
    }
}
