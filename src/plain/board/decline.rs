//! `decline`: the winner declines the terms.

use super::{because, submit};
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
    /// The reason, in your own words
    #[arg(long, required_unless_present = "because")]
    reason: Option<String>,
    /// A reason of the list, by its key in `lists`, like dates
    #[arg(long, value_name = "KEY")]
    because: Option<String>,
}

impl InWords for Decline {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = BoardCommand::Decline {
            opportunity: self.opportunity,
            reason: self.reason.as_deref().unwrap_or_default().into(),
        };
        submit(
            place,
            because(place, self.because.as_deref(), command)?,
            out,
        )
        .await
    }
}
