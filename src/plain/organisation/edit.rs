//! `organisation edit`: what is known of a client, put right.

use super::facts::Facts;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::{Command, OrganisationId};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Correct what is known of a client
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Edit {
    /// The client, like C-5
    #[arg(value_name = "C-NUMBER")]
    organisation: OrganisationId,
    /// The new name
    #[arg(long)]
    name: Option<String>,
    #[command(flatten)]
    facts: Facts,
}

impl InWords for Edit {
    const NEEDS: Needs = crate::plain::directory::KEEP;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let known = place
            .desk
            .sight(place.me()?)
            .organisation_profile(self.organisation);
        let (seq, mut profile) = known.map_err(|refusal| place.refused(&refusal))?;
        if let Some(name) = &self.name {
            profile.name = name.as_str().into();
        }
        self.facts.over(&mut profile)?;
        let command = Command::Directory(DirectoryCommand::ChangeOrganisation {
            organisation: self.organisation,
            profile: Box::new(profile),
        });
        // What was not said is sent back as it was read here.
        submit(place, command.upon(seq), out).await
    }
}
