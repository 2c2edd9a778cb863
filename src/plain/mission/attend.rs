//! `mission attend`: how many were present at a session.

use crate::domain::OpportunityId;
use crate::domain::opportunity::{BoardCommand, MissionCommand};
use crate::domain::person::Permission;
use crate::plain::board::submit;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Record how many people were present at a session
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Attend {
    /// The mission, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The session; the first is 1
    session: u16,
    /// The number of people present
    came: u32,
}

impl InWords for Attend {
    const NEEDS: Needs = Needs::OneOf(&[Permission::RunMissions]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let mission = super::load(place, self.opportunity).await?;
        let session = self.session.saturating_sub(1);
        let planned = mission.sessions.get(usize::from(session));
        let command = BoardCommand::Mission(MissionCommand::Attend {
            opportunity: self.opportunity,
            session,
            at: planned.map_or(0, |planned| planned.at),
            was: planned.and_then(|planned| planned.attended),
            attended: self.came,
        });
        submit(place, command, out).await
    }
}
