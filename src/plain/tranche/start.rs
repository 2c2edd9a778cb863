//! `tranche start`: work on a tranche begins (ESC-3).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::escrow::submit;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Start work on a tranche; only what it holds may be worked on
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Start {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The number of the tranche, from 1
    #[arg(value_name = "NUMBER")]
    number: u16,
}

impl InWords for Start {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBoard]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::Start {
            project: self.opportunity,
            number: self.number,
        };
        submit(place, command, out).await
    }
}
