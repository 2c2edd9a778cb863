//! `judge`: what the client thinks of a proposal, by herself or by us for her.

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

use super::{because, submit};
use crate::domain::ids::ProposalId;
use crate::domain::opportunity::BoardCommand;
use crate::domain::opportunity::proposal::Verdict;
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Record what the client thinks of a proposal
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
pub struct Judge {
    /// The proposal, like PR-12
    #[arg(value_name = "PR-NUMBER")]
    proposal: ProposalId,
    /// The opinion of the client
    verdict: Judged,
    /// Of one that is not interesting, a reason of the list, by its key in `lists`, like price
    #[arg(long, value_name = "KEY")]
    because: Option<String>,
}

/// The verdicts by name.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize, Deserialize)]
enum Judged {
    /// Withdraw the opinion
    Unsaid,
    /// Interesting
    Interesting,
    /// Not interesting
    NotInteresting,
}

impl From<Judged> for Verdict {
    fn from(judged: Judged) -> Verdict {
        match judged {
            Judged::Unsaid => Verdict::Unsaid,
            Judged::Interesting => Verdict::Interesting,
            Judged::NotInteresting => Verdict::NotInteresting,
        }
    }
}

impl InWords for Judge {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Qualify]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = BoardCommand::Judge {
            proposal: self.proposal,
            verdict: self.verdict.into(),
        };
        submit(
            place,
            because(place, self.because.as_deref(), command)?,
            out,
        )
        .await
    }
}
