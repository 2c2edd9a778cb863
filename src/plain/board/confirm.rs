//! `confirm`: the winner confirms the terms, which are those that are shown now. Where the provider pays the
//! commission they are shown first, and confirmed with `--consent`.

use super::{load, submit, tell};
use crate::domain::opportunity::BoardCommand;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::person::Permission;
use crate::domain::{OpportunityId, Refusal};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::{Page, Words};
use crate::plain::{Out, Place, Problem};

/// Confirm the terms of an opportunity you won; a commission that you pay is shown first, and needs --consent
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Confirm {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// Agree to pay the commission, where that is asked of you
    #[arg(long)]
    consent: bool,
}

impl InWords for Confirm {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let id = self.opportunity;
        let page = load(place, id).await?;
        let words = Words::new(place, place.me()?);
        let Some((agreement, _)) = page.agreement.filter(|_| page.to_confirm) else {
            let refusal = Refusal::Board(BoardRefusal::NothingSelected(id));
            return Err(place.refused(&refusal));
        };
        let mut terms = Page::new(words.teller());
        tell::agreement(&mut terms, &agreement);
        terms.print(out).await;
        let command = BoardCommand::Confirm {
            opportunity: id,
            agreement: Box::new(agreement),
            consent: self.consent,
        };
        submit(place, command, out).await
    }
}
