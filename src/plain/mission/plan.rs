//! `mission plan`: one more session.

use crate::domain::OpportunityId;
use crate::domain::opportunity::mission::Session;
use crate::domain::opportunity::{BoardCommand, MissionCommand};
use crate::domain::person::Permission;
use crate::plain::board::{submit, when};
use crate::plain::numbers::Whom;
use crate::plain::people::meant;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Plan another session
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Plan {
    /// The mission, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// When the session begins, as people write dates
    at: String,
    /// The place, or the link
    #[arg(long, default_value = "")]
    place: String,
    /// Who holds the session, by name or P-number [default: the coordinator]
    #[arg(long, value_name = "WHO")]
    by: Option<Whom>,
}

impl InWords for Plan {
    const NEEDS: Needs = Needs::OneOf(&[Permission::RunMissions]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let mission = super::load(place, self.opportunity).await?;
        let by = match &self.by {
            Some(who) => meant(place, who, &super::named(&mission))?,
            None => mission.coordinator.0,
        };
        let session = Session {
            at: when(place, &self.at)?,
            place: self.place.as_str().into(),
            by: Some(by),
            attended: None,
        };
        let opportunity = self.opportunity;
        let command = BoardCommand::Mission(MissionCommand::AddSession {
            opportunity,
            session,
        });
        submit(place, command, out).await
    }
}
