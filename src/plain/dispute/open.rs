//! `dispute open`: a dispute is opened (ESC-5).

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::escrow::{SideName, amount, side, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Open a dispute: what is claimed is held until it ends
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Open {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// What is claimed; at most what is on the account is held
    #[arg(long, value_name = "AMOUNT")]
    claim: String,
    /// The tranche it is about [default: the whole project]
    #[arg(long, value_name = "NUMBER")]
    tranche: Option<u16>,
    /// The side you speak for [default: your own]
    #[arg(long, value_name = "SIDE")]
    side: Option<SideName>,
    /// The reason, in words
    #[arg(long = "words", value_name = "WORDS")]
    words: String,
    /// On behalf of a side: how they told us, like “by phone on Tuesday”
    #[arg(long, value_name = "HOW", default_value = "")]
    said: String,
}

impl InWords for Open {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBoard]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::Dispute {
            project: self.opportunity,
            side: side(place, self.opportunity, self.side).await?,
            number: self.tranche,
            claim: amount(place, self.opportunity, &self.claim)?,
            words: self.words.as_str().into(),
            said: self.said.as_str().into(),
        };
        submit(place, command, out).await
    }
}
