//! `dispute answer`: a side answers what the mediator proposes (ESC-5).

use crate::domain::escrow::EscrowCommand;
use crate::domain::escrow::refusal::EscrowRefusal;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::escrow::{AnswerName, SideName, load, side, submit, tell};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::{Page, Words};
use crate::plain::{Out, Place, Problem};

/// Answer the proposed settlement; it is shown first
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Answer {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// Whether the side accepts
    #[arg(value_name = "ANSWER")]
    answer: AnswerName,
    /// The side you speak for [default: your own]
    #[arg(long, value_name = "SIDE")]
    side: Option<SideName>,
    /// What the side says to it
    #[arg(long = "words", value_name = "WORDS")]
    words: String,
    /// On behalf of a side: how they told us, like “by phone on Tuesday”
    #[arg(long, value_name = "HOW", default_value = "")]
    said: String,
}

impl InWords for Answer {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBoard]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let id = self.opportunity;
        let page = load(place, id).await?;
        let proposed = page.open_dispute().and_then(|one| one.settlement.as_ref());
        let Some(proposed) = proposed else {
            return Err(place.refused(&EscrowRefusal::NoSettlement.into()));
        };
        let words = Words::new(place, place.me()?);
        let mut shown = Page::new(words.teller());
        tell::split(&mut shown, proposed.split, page.row.held.currency);
        shown.print(out).await;
        let command = EscrowCommand::Reply {
            project: id,
            side: side(place, id, self.side).await?,
            seen: proposed.split,
            accepts: matches!(self.answer, AnswerName::Accept),
            words: self.words.as_str().into(),
            said: self.said.as_str().into(),
        };
        submit(place, command, out).await
    }
}
