//! `dispute award`: a mediator awards what is held (ESC-5).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::escrow::{split, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Award what is held, once both sides answered or their time is over
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Award {
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
    /// The reason, in words
    #[arg(long = "words", value_name = "WORDS")]
    words: String,
}

impl InWords for Award {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Mediate]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::Award {
            project: self.opportunity,
            split: split(
                place,
                self.opportunity,
                [&self.provider, &self.client, &self.fee],
            )?,
            words: self.words.as_str().into(),
        };
        submit(place, command, out).await
    }
}
