//! `advise`: the client's own words to those who were not selected.

use super::submit;
use crate::domain::OpportunityId;
use crate::domain::opportunity::BoardCommand;
use crate::domain::person::Permission;
use crate::plain::input::given_or_piped;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// A text longer than this is not even read.
const MOST: u64 = 64 * 1024;

/// Send your own advice to those who were not selected; once for each selection
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Advise {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The advice [default: what is piped in]
    #[arg(long)]
    text: Option<String>,
}

impl InWords for Advise {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Qualify]);

    fn reads(&self) -> bool {
        self.text.is_none()
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let words = given_or_piped(place, self.text.as_deref(), MOST, out).await?;
        let command = BoardCommand::Advise {
            opportunity: self.opportunity,
            words: words.trim_end().into(),
        };
        submit(place, command, out).await
    }
}
