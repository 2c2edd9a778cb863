//! `books thaw`: a frozen project goes on (X01).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::escrow::submit;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Let a project on hold go on
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Thaw {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The reason, in words
    #[arg(long = "words", value_name = "WORDS")]
    words: String,
}

impl InWords for Thaw {
    const NEEDS: Needs = Needs::OneOf(&[Permission::KeepMoney]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::Thaw {
            project: self.opportunity,
            words: self.words.as_str().into(),
        };
        submit(place, command, out).await
    }
}
