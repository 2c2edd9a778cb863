//! `decline`: who was selected declines the terms, or the client refuses them; or somebody of us says so for her (PPL-3).

use super::{because, load, submit};
use crate::domain::OpportunityId;
use crate::domain::opportunity::{BoardCommand, DealCommand, MissionCommand, Side};
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Decline the terms: of an opportunity you won, or as its client
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Decline {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The reason, in your own words
    #[arg(long, required_unless_present = "because")]
    reason: Option<String>,
    /// A reason of the list, by its key in `lists`, like dates
    #[arg(long, value_name = "KEY")]
    because: Option<String>,
    /// On behalf of the client: how they told us, like “by phone on Tuesday”
    #[arg(long, value_name = "HOW")]
    said: Option<String>,
}

impl InWords for Decline {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose, Permission::Qualify]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let opportunity = self.opportunity;
        let reason = self.reason.as_deref().unwrap_or_default().into();
        let page = load(place, opportunity).await?;
        let waits = page
            .mission
            .as_ref()
            .and_then(|mission| mission.handover.as_ref());
        if waits.is_some_and(|waits| waits.terms.is_some()) {
            let pass = MissionCommand::Pass {
                opportunity,
                reason,
            };
            return submit(place, BoardCommand::Mission(pass), out).await;
        }
        let side = page.deal.and_then(|deal| deal.side);
        // Where nothing is selected, the rules say so to each in their own words.
        let usual = match page.steps.is_empty() {
            true => Side::Client,
            false => Side::Provider,
        };
        let command = match side.unwrap_or(usual) {
            Side::Client => refuse(opportunity, reason, self.said.as_deref()),
            Side::Provider => BoardCommand::Decline {
                opportunity,
                reason,
            },
        };
        submit(
            place,
            because(place, self.because.as_deref(), command)?,
            out,
        )
        .await
    }
}

/// The client's no, which somebody may say for her.
fn refuse(opportunity: OpportunityId, reason: Box<str>, said: Option<&str>) -> BoardCommand {
    BoardCommand::Deal(DealCommand::Refuse {
        opportunity,
        reason,
        said: said.unwrap_or_default().into(),
    })
}
