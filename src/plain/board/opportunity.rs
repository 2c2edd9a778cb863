//! `opportunity O-…`: one opportunity, as far as it is theirs to see.

use super::tell;
use crate::desk::views::{OpportunityPage, load_opportunity};
use crate::domain::OpportunityId;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

/// Show what you may see of one opportunity
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Opportunity {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl InWords for Opportunity {
    const NEEDS: Needs = Needs::Nothing;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let page = load(place, self.opportunity).await?;
        let words = Words::new(place, place.me()?);
        if self.json {
            out.line(&tell::page_json(&page, &words).to_string()).await;
            return Ok(());
        }
        tell::page(&words, &page).print(out).await;
        Ok(())
    }
}

/// Loads an opportunity as far as it is theirs to see.
pub(in crate::plain) async fn load(
    place: &Place,
    id: OpportunityId,
) -> Result<OpportunityPage, Problem> {
    let me = place.me()?;
    load_opportunity(&place.desk, me, id, place.desk.now())
        .await?
        .map_err(|refusal| place.refused(&refusal))
}
