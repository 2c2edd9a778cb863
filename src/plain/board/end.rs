//! `end`: an opportunity taken off the board without a mission.

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

use super::submit;
use crate::domain::OpportunityId;
use crate::domain::opportunity::{BoardCommand, Ending};
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Close an opportunity without a mission
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
pub struct End {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The reason
    why: Why,
    /// Give back the credits spent on it
    #[arg(long)]
    refund: bool,
}

/// The endings by name.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize, Deserialize)]
enum Why {
    /// The client gave up the project
    GivenUp,
    /// The client chose someone elsewhere
    Elsewhere,
    /// The client no longer answers
    Silent,
    /// It was posted by mistake
    Mistake,
}

impl From<Why> for Ending {
    fn from(why: Why) -> Ending {
        match why {
            Why::GivenUp => Ending::GivenUp,
            Why::Elsewhere => Ending::Elsewhere,
            Why::Silent => Ending::Silent,
            Why::Mistake => Ending::Mistake,
        }
    }
}

impl InWords for End {
    const NEEDS: Needs = Needs::OneOf(&[Permission::PostOpportunities]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = BoardCommand::End {
            opportunity: self.opportunity,
            why: self.why.into(),
            refund: self.refund,
        };
        submit(place, command, out).await
    }
}
