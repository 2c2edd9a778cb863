//! `mission deliver`: a mission marked as delivered.

use crate::domain::OpportunityId;
use crate::domain::opportunity::{BoardCommand, MissionCommand};
use crate::domain::person::Permission;
use crate::plain::board::submit;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Mark the mission as delivered
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Deliver {
    /// The mission, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// A note on how the mission went
    #[arg(long, default_value = "")]
    note: String,
}

impl InWords for Deliver {
    const NEEDS: Needs = Needs::OneOf(&[Permission::RunMissions]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = BoardCommand::Mission(MissionCommand::Deliver {
            opportunity: self.opportunity,
            note: self.note.as_str().into(),
        });
        submit(place, command, out).await
    }
}
