//! `organisation add`: a client before it ever wrote.

use super::facts::Facts;
use crate::domain::Command;
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::command::DirectoryCommand;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Add a client
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Add {
    /// Its name
    name: String,
    #[command(flatten)]
    facts: Facts,
}

impl InWords for Add {
    const NEEDS: Needs = crate::plain::directory::KEEP;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let mut profile = OrganisationProfile {
            name: self.name.as_str().into(),
            ..OrganisationProfile::default()
        };
        self.facts.over(&mut profile)?;
        let command = Command::Directory(DirectoryCommand::AddOrganisation {
            profile: Box::new(profile),
            relation_until: None,
        });
        submit(place, command, out).await
    }
}
