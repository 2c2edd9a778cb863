//! `person edit`: a name or an email address corrected.

use super::found;
use crate::domain::Command;
use crate::domain::person::Permission;
use crate::domain::person::command::PeopleCommand;
use crate::plain::numbers::Whom;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Correct a person's name or email address
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Edit {
    /// The person, by name or P-number
    who: Whom,
    /// The new name
    #[arg(long)]
    name: Option<String>,
    /// The new email address
    #[arg(long)]
    email: Option<String>,
}

impl InWords for Edit {
    const NEEDS: Needs = Needs::OneOf(&[Permission::ManagePeople]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let published = place.desk.published();
        let (person, before) = found(place, &self.who)?;
        let rows = published.people(place.me()?, place.desk.now());
        let rows = rows.map_err(|refusal| place.refused(&refusal))?;
        let now = rows.into_iter().find(|row| row.id == person);
        let email = self.email.clone().or(now.map(|row| row.email));
        let name = self.name.clone().unwrap_or(before);
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
}
