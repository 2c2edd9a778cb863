//! `dispute withdraw`: a dispute is withdrawn (ESC-5).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::escrow::submit;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Withdraw the dispute you opened: what was held goes back where it was
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Withdraw {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The reason, in words
    #[arg(long = "words", value_name = "WORDS")]
    words: String,
    /// On behalf of a side: how they told us, like “by phone on Tuesday”
    #[arg(long, value_name = "HOW", default_value = "")]
    said: String,
}

impl InWords for Withdraw {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBoard]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::Withdraw {
            project: self.opportunity,
            words: self.words.as_str().into(),
            said: self.said.as_str().into(),
        };
        submit(place, command, out).await
    }
}
