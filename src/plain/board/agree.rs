//! `agree`: the client agrees to the terms, which are those that are shown now; or somebody of us says it for her (PPL-3).

use super::{load, submit, tell};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{BoardCommand, DealCommand};
use crate::domain::person::Permission;
use crate::domain::{OpportunityId, Refusal};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::{Page, Words};
use crate::plain::{Out, Place, Problem};

/// Agree to the terms as the client; they are shown first
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Agree {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// On behalf of the client: how they told us, like “by phone on Tuesday”
    #[arg(long, value_name = "HOW")]
    said: Option<String>,
}

impl InWords for Agree {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Qualify]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let id = self.opportunity;
        let page = load(place, id).await?;
        let Some(deal) = page.deal.filter(|deal| !deal.agreed) else {
            let refusal = Refusal::Board(BoardRefusal::NothingSelected(id));
            return Err(place.refused(&refusal));
        };
        let words = Words::new(place, place.me()?);
        let mut all = Page::new(words.teller());
        tell::agreement(&mut all, &deal.agreement);
        tell::deal(&mut all, &deal);
        all.print(out).await;
        let command = BoardCommand::Deal(DealCommand::Agree {
            opportunity: id,
            agreement: Box::new(deal.agreement),
            tranches: deal.seen,
            said: self.said.as_deref().unwrap_or_default().into(),
        });
        submit(place, command, out).await
    }
}
