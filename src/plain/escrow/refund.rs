//! `escrow refund`: free money of a project goes back to the client (R01).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::escrow::{amount, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Give free money of a project back to the client’s credit
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Refund {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The amount, like 1200.50
    #[arg(value_name = "AMOUNT")]
    amount: String,
    /// The reason, in words
    #[arg(long = "words", value_name = "WORDS")]
    words: String,
    /// On behalf of a side: how they told us, like “by phone on Tuesday”
    #[arg(long, value_name = "HOW", default_value = "")]
    said: String,
}

impl InWords for Refund {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBoard]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::Refund {
            project: self.opportunity,
            amount: amount(place, self.opportunity, &self.amount)?,
            words: self.words.as_str().into(),
            said: self.said.as_str().into(),
        };
        submit(place, command, out).await
    }
}
