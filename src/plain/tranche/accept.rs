//! `tranche accept`: the client answers what was handed in (ESC-4).

use crate::domain::escrow::EscrowCommand;
use crate::domain::escrow::command::Verdict;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::escrow::{VerdictName, amount, load, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem, USAGE};

/// Answer a delivered tranche for the client: whole, part or not-yet; what is accepted is released
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Accept {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The number of the tranche, from 1
    #[arg(value_name = "NUMBER")]
    number: u16,
    /// The answer
    #[arg(value_name = "VERDICT")]
    verdict: VerdictName,
    /// How much is accepted and released [default: what is held]
    #[arg(value_name = "AMOUNT")]
    amount: Option<String>,
    /// Words on it, for both sides to read
    #[arg(long, value_name = "WORDS", default_value = "")]
    words: String,
    /// On behalf of a side: how they told us, like “by phone on Tuesday”
    #[arg(long, value_name = "HOW", default_value = "")]
    said: String,
}

impl InWords for Accept {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBoard]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let page = load(place, self.opportunity).await?;
        let held = page.tranche(self.number).map_or(0, |one| one.held.minor);
        let verdict = Verdict::from(self.verdict);
        let release = match (verdict, &self.amount) {
            (Verdict::NotYet, _) => 0,
            (Verdict::Whole, None) => held,
            (_, Some(text)) => amount(place, self.opportunity, text)?,
            (Verdict::InPart, None) => return Err(Problem::say(USAGE, "plain-money-part", [])),
        };
        let command = EscrowCommand::Answer {
            project: self.opportunity,
            number: self.number,
            seen: page.revision,
            verdict,
            release,
            words: self.words.as_str().into(),
            said: self.said.as_str().into(),
        };
        submit(place, command, out).await
    }
}
