//! `tranche give-back`: a provider gives back what was released (K01).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::escrow::{amount, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Give back what was released and not paid out, as the provider
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct GiveBack {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The number of the tranche, from 1
    #[arg(value_name = "NUMBER")]
    number: u16,
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

impl InWords for GiveBack {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBoard]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::GiveBack {
            project: self.opportunity,
            number: self.number,
            amount: amount(place, self.opportunity, &self.amount)?,
            words: self.words.as_str().into(),
            said: self.said.as_str().into(),
        };
        submit(place, command, out).await
    }
}
