//! `decline`: the winner declines the terms.

use super::submit;
use crate::domain::OpportunityId;
use crate::domain::opportunity::BoardCommand;
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Decline the terms of an opportunity you won
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Decline {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The reason
    #[arg(long)]
    reason: String,
}

impl InWords for Decline {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = BoardCommand::Decline {
            opportunity: self.opportunity,
            reason: self.reason.as_str().into(),
        };
        submit(place, command, out).await
    }
}
