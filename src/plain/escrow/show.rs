//! `escrow show`: the account of a project, what may be worked on first (ESC-3).

use super::{load, tell};
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::{Page, Words};
use crate::plain::{Out, Place, Problem};

/// Show the account of a project: what may be worked on, tranches, dispute, whose turn it is
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Show {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl InWords for Show {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBoard]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let page = load(place, self.opportunity).await?;
        if self.json {
            out.line(&tell::page_json(&page).to_string()).await;
            return Ok(());
        }
        let words = Words::new(place, place.me()?);
        let mut all = Page::new(words.teller());
        tell::page(&mut all, &page);
        all.print(out).await;
        Ok(())
    }
}
