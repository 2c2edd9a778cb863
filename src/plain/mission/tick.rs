//! `mission tick`: an item of the logistics done, or not done after all.

use crate::domain::OpportunityId;
use crate::domain::opportunity::{BoardCommand, MissionCommand};
use crate::domain::person::Permission;
use crate::plain::board::{entry, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Tick a logistics item
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Tick {
    /// The mission, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The item, by its key in `lists`, like room
    task: String,
    /// Untick the item
    #[arg(long)]
    undone: bool,
}

impl InWords for Tick {
    const NEEDS: Needs = Needs::OneOf(&[Permission::RunMissions]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = BoardCommand::Mission(MissionCommand::Tick {
            opportunity: self.opportunity,
            task: entry(place.desk.published().lists(), &self.task)?,
            done: !self.undone,
        });
        submit(place, command, out).await
    }
}
