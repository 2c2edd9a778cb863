//! `books write-off`: a claim is given up (X04).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::escrow::{SideName, amount, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Write off what is still owed for a project
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct WriteOff {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The amount, like 1200.50
    #[arg(value_name = "AMOUNT")]
    amount: String,
    /// Who owes it
    #[arg(long, value_name = "SIDE", default_value = "client")]
    payer: SideName,
    /// The reason, in words
    #[arg(long = "words", value_name = "WORDS")]
    words: String,
}

impl InWords for WriteOff {
    const NEEDS: Needs = Needs::OneOf(&[Permission::KeepMoney]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::WriteOff {
            project: self.opportunity,
            payer: self.payer.into(),
            amount: amount(place, self.opportunity, &self.amount)?,
            words: self.words.as_str().into(),
        };
        submit(place, command, out).await
    }
}
