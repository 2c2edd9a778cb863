//! `quotation-step Q-… …`: the steps of a quotation that scripts need.

use clap::{Subcommand, ValueEnum};
use serde::{Deserialize, Serialize};

use super::{OFFICE, day, tell};
use crate::desk::views::{QuotationView, load_paper, load_quotation};
use crate::domain::person::Permission;
use crate::domain::quotation::{Desk, QuotationCommand};
use crate::domain::{Command, QuotationId};
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::{Form, List};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

/// Move a quotation one step on, or back
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
pub struct QuotationStep {
    /// The quotation, like Q-3
    #[arg(value_name = "Q-NUMBER")]
    quotation: QuotationId,
    /// The step
    #[command(subcommand)]
    step: Step,
}

/// A step of a quotation.
#[derive(Clone, Debug, Subcommand, Serialize, Deserialize)]
enum Step {
    /// Send the complete R1 to pricing
    R1,
    /// Send the prices to the assistant
    Prices,
    /// Send the assembled project to the officer
    Project,
    /// Send the latest version to the client
    Send,
    /// Begin the second round
    R2 {
        /// Go through pricing and assembly again
        #[arg(long)]
        afresh: bool,
        /// What has to change, or what was said
        #[arg(long)]
        words: Option<String>,
    },
    /// Send the quotation back to a colleague
    Return {
        /// The stage it goes back to
        #[arg(long, value_name = "DESK")]
        to: Back,
        /// The reason
        #[arg(long)]
        reason: String,
    },
    /// Record that the client accepts
    Accept {
        /// What the client said
        #[arg(long)]
        words: Option<String>,
    },
    /// Record that the client declines
    Decline {
        /// The reason
        #[arg(long)]
        reason: String,
    },
    /// Give the quotation up
    Drop {
        /// The reason
        #[arg(long)]
        reason: String,
    },
    /// Extend the validity of what was sent
    Extend {
        /// The last day of validity, like 2026-06-01
        #[arg(long, value_name = "DATE")]
        until: String,
    },
    /// Put a tag on the quotation, or take it off
    Tag {
        /// The tag
        tag: String,
        /// Take the tag off
        #[arg(long)]
        off: bool,
    },
}

/// Where a quotation is sent back to.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize, Deserialize)]
enum Back {
    Brief,
    Pricing,
    Assembly,
}

impl From<Back> for Desk {
    fn from(back: Back) -> Desk {
        match back {
            Back::Brief => Desk::Brief,
            Back::Pricing => Desk::Pricing,
            Back::Assembly => Desk::Assembly,
        }
    }
}

const QUOTE: Needs = Needs::OneOf(&[Permission::Quote]);
const DECIDE: Needs = Needs::OneOf(&[Permission::DecideQuotations]);

impl InWords for QuotationStep {
    /// In the order of the steps.
    const NEEDS: Needs = Needs::Each(&[
        QUOTE,
        Needs::OneOf(&[Permission::PriceQuotations]),
        Needs::OneOf(&[Permission::AssembleQuotations]),
        QUOTE,
        QUOTE,
        OFFICE,
        DECIDE,
        DECIDE,
        QUOTE,
        QUOTE,
        QUOTE,
    ]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (me, now, id) = (place.me()?, place.desk.now(), self.quotation);
        let view = place.desk.sight(me).quotation(id, now);
        let view = view.map_err(|refusal| place.refused(&refusal))?;
        if let Step::Send = self.step {
            warn_of_unshown(place, id, out).await?;
            warn_of_unsaid(place, id, out).await?;
        }
        let command = command(place, id, &view, &self.step)?;
        place.submit(Command::Quotation(Box::new(command))).await?;
        if let Ok(view) = place.desk.sight(me).quotation(id, now) {
            let words = Words::new(place, me);
            let mut list = List::new(place, &Form::default(), &tell::COLUMNS, out);
            let cells = || tell::cells(&words, &view.row);
            list.row(|| tell::row_json(&view.row), cells).await;
            list.end().await;
        }
        Ok(())
    }
}

/// Names the characters that the client would see as a box, before it is too late to change them.
async fn warn_of_unshown(place: &Place, id: QuotationId, out: &mut Out) -> Result<(), Problem> {
    let (me, now) = (place.me()?, place.desk.now());
    let paper = load_paper(&place.desk, me, id, None, now).await?;
    let unshown = paper.map(|paper| paper.unshown()).unwrap_or_default();
    if !unshown.is_empty() {
        let words = Words::new(place, me);
        out.note(&words.teller().unshown_on_paper(&unshown)).await;
    }
    Ok(())
}

/// Names what the offer does not say of who offers (QUO-6), before it is too late to say it.
async fn warn_of_unsaid(place: &Place, id: QuotationId, out: &mut Out) -> Result<(), Problem> {
    let (me, now) = (place.me()?, place.desk.now());
    let whole = load_quotation(&place.desk, me, id, now).await?;
    let unsaid = whole.map(|whole| whole.unsaid).unwrap_or_default();
    if !unsaid.is_empty() {
        let parts: Vec<String> = unsaid.iter().map(|id| place.says(id, &[])).collect();
        let parts = [("parts", parts.join(", ").into())];
        out.note(&place.says("paper-unsaid-warning", &parts)).await;
    }
    Ok(())
}

fn command(
    place: &Place,
    quotation: QuotationId,
    view: &QuotationView,
    step: &Step,
) -> Result<QuotationCommand, Problem> {
    let version = view.current().map_or(0, |version| version.number);
    let words = |words: &Option<String>| words.clone().unwrap_or_default().into();
    Ok(match step {
        Step::R1 => QuotationCommand::SendR1(quotation),
        Step::Prices => QuotationCommand::HandPrices(quotation),
        Step::Project => QuotationCommand::HandProject(quotation),
        Step::Send => QuotationCommand::Send { quotation, version },
        Step::R2 { afresh, words: why } => QuotationCommand::SendR2 {
            quotation,
            afresh: *afresh,
            words: words(why),
        },
        Step::Return { to, reason } => QuotationCommand::Return {
            quotation,
            // Of one that is at none of them the rules say where it is.
            from: view.row.at.unwrap_or(Desk::Verification),
            to: (*to).into(),
            reason: reason.as_str().into(),
        },
        Step::Accept { words: said } => QuotationCommand::Accept {
            quotation,
            version: view.sent_version.unwrap_or(version),
            words: words(said),
        },
        Step::Decline { reason } => QuotationCommand::Decline {
            quotation,
            reason: reason.as_str().into(),
        },
        Step::Drop { reason } => QuotationCommand::Drop {
            quotation,
            reason: reason.as_str().into(),
        },
        Step::Extend { until } => QuotationCommand::Extend {
            quotation,
            until: day(place, until)? + 24 * 3_600_000 - 1,
        },
        Step::Tag { tag, off } => QuotationCommand::Tag {
            quotation,
            tag: place.desk.sight(place.me()?).tag_meant(tag),
            there: !off,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ppl_1_every_step_says_who_can_be_allowed_to_take_it() {
        let Needs::Each(needs) = QuotationStep::NEEDS else {
            panic!("each step has its own");
        };
        let steps = Step::augment_subcommands(clap::Command::new("quotation-step"));
        assert_eq!(needs.len(), steps.get_subcommands().count());
    }
}
