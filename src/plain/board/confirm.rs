//! `confirm`: the winner confirms the terms, which are those that are shown now. Where the provider pays the
//! commission they are shown first, and confirmed with `--consent`.

use super::{load, submit, tell};
use crate::desk::views::OpportunityPage;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{Agreement, BoardCommand, MissionCommand, Tranche};
use crate::domain::person::Permission;
use crate::domain::{OpportunityId, Refusal};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::{Page, Words};
use crate::plain::{Out, Place, Problem};

/// Confirm the terms of an opportunity you won, or of a mission offered to you; a commission that you pay is shown first, and needs --consent
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
        if let Some((agreement, tranches)) = offered(&page) {
            let mut terms = Page::new(words.teller());
            tell::agreement(&mut terms, &agreement);
            terms.print(out).await;
            let take = MissionCommand::Take {
                opportunity: id,
                agreement: Box::new(agreement),
                tranches,
                consent: self.consent,
            };
            return submit(place, BoardCommand::Mission(take), out).await;
        }
        let tranches = page
            .deal
            .as_ref()
            .map(|deal| deal.seen.clone())
            .unwrap_or_default();
        let Some((agreement, _)) = page.agreement.filter(|_| page.to_confirm) else {
            let refusal = Refusal::Board(BoardRefusal::NothingSelected(id));
            return Err(place.refused(&refusal));
        };
        let mut terms = Page::new(words.teller());
        tell::agreement(&mut terms, &agreement);
        if let Some(deal) = &page.deal {
            tell::deal(&mut terms, deal);
        }
        terms.print(out).await;
        let command = BoardCommand::Confirm {
            opportunity: id,
            agreement: Box::new(agreement),
            tranches,
            consent: self.consent,
        };
        submit(place, command, out).await
    }
}

/// The terms of a mission that is offered to who asks, when its coordinator was relieved.
fn offered(page: &OpportunityPage) -> Option<(Agreement, Vec<Tranche>)> {
    let mission = page.mission.as_ref()?;
    mission.handover.as_ref()?.terms.clone()
}
