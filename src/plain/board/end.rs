//! `end`: an opportunity taken off the board without a mission.

use serde::{Deserialize, Serialize};

use super::{entry, load, submit};
use crate::domain::OpportunityId;
use crate::domain::opportunity::BoardCommand;
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Close an opportunity without a mission
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
pub struct End {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The reason, by its key in `lists`, like silent
    why: String,
    /// Give back the credits spent on it
    #[arg(long)]
    refund: bool,
}

impl InWords for End {
    const NEEDS: Needs = Needs::OneOf(&[Permission::PostOpportunities]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let key = self.why.replace('-', "_");
        let command = BoardCommand::End {
            opportunity: self.opportunity,
            why: entry(place.desk.published().lists(), &key)?,
            refund: self.refund,
        };
        let page = load(place, self.opportunity).await?;
        let held = page.mission.map_or(0, |mission| mission.held);
        submit(place, command, out).await?;
        if held > 0 {
            let values = [("n", held.into())];
            out.line(&place.says("board-end-held", &values)).await;
        }
        Ok(())
    }
}
