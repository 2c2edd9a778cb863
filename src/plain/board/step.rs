//! `step`: a step on an opportunity that costs a credit; what it costs and opens is said first.

use super::{StepKind, load, submit, tell};
use crate::domain::OpportunityId;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::{BoardCommand, CreditCommand};
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

/// Take a step on an opportunity that costs a credit; without --yes the price is shown
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Step {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The step
    kind: StepKind,
    /// The reason to contact the client before the waiting time is over
    #[arg(long, default_value = "")]
    reason: String,
    /// Take the step; without, its price is shown
    #[arg(long)]
    yes: bool,
}

impl InWords for Step {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let kind = CreditKind::from(self.kind);
        let page = load(place, self.opportunity).await?;
        let words = Words::new(place, place.me()?);
        let step = page.steps.iter().find(|step| step.kind == kind);
        let price = step.map_or(0, |step| step.price);
        if let (false, Some(step)) = (self.yes, step) {
            tell::step(&words, &page, step).print(out).await;
            return Ok(());
        }
        let command = BoardCommand::Credit(CreditCommand::Open {
            opportunity: self.opportunity,
            kind,
            price,
            reason: self.reason.as_str().into(),
        });
        submit(place, command, out).await
    }
}
