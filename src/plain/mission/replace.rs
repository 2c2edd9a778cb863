//! `mission replace`: a mission offered to another coordinator (BRD-8).

use crate::domain::OpportunityId;
use crate::domain::money::Money;
use crate::domain::opportunity::{BoardCommand, MissionCommand};
use crate::domain::person::Permission;
use crate::plain::board::{amount, load, submit, understood};
use crate::plain::numbers::Whom;
use crate::plain::people::meant;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Offer a mission to another coordinator; the one there was is relieved at once
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Replace {
    /// The mission, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The person, by name or P-number
    person: Whom,
    /// The reason
    #[arg(long)]
    reason: String,
    /// Another price, under subcontracting [default: the price there is]
    #[arg(long)]
    price: Option<String>,
}

impl InWords for Replace {
    const NEEDS: Needs = Needs::OneOf(&[Permission::PostOpportunities]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let page = load(place, self.opportunity).await?;
        let read = |text: &String| -> Result<Money, Problem> {
            amount(place, "--price", text, page.currency)
        };
        let price = self.price.as_ref().map(read).transpose()?;
        let command = BoardCommand::Mission(MissionCommand::Replace {
            opportunity: self.opportunity,
            person: meant(place, &self.person, &page.successors)?,
            price,
            reason: self.reason.as_str().into(),
        });
        submit(place, command, out).await?;
        understood(place, price, out).await
    }
}
