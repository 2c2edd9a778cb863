//! `dispute propose`: a mediator proposes how what is held is shared (ESC-5).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::board::when;
use crate::plain::escrow::{split, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Propose a settlement as the mediator: how what is held is shared
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Propose {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// What the provider gets of what is held
    #[arg(long, value_name = "AMOUNT")]
    provider: String,
    /// What goes back to the client
    #[arg(long, value_name = "AMOUNT")]
    client: String,
    /// What we keep for arbitration
    #[arg(long, value_name = "AMOUNT", default_value = "0")]
    fee: String,
    /// Until when both sides may answer
    #[arg(long, value_name = "WHEN")]
    until: String,
    /// The reason, in words
    #[arg(long = "words", value_name = "WORDS")]
    words: String,
}

impl InWords for Propose {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Mediate]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::Propose {
            project: self.opportunity,
            split: split(
                place,
                self.opportunity,
                [&self.provider, &self.client, &self.fee],
            )?,
            until: when(place, &self.until)?,
            words: self.words.as_str().into(),
        };
        submit(place, command, out).await
    }
}
