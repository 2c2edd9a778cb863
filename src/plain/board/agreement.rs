//! `agreement`: the terms between both sides shown, and what is delivered written anew (BRD-6).

use std::path::PathBuf;

use super::{load, submit, tell};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{BoardCommand, DealCommand, Side, Tranche};
use crate::domain::person::Permission;
use crate::domain::{OpportunityId, Refusal};
use crate::plain::input::{is_piped, text_of};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::{Page, Words};
use crate::plain::{Out, Place, Problem};

/// A text longer than this is not even read.
const MOST: u64 = 64 * 1024;

/// Show the terms of an opportunity once somebody is selected, or change what is delivered
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Agreement {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// A part of what is delivered, like “The report | in May | 300”; can be given several times
    #[arg(long, value_name = "LINE")]
    item: Vec<String>,
    /// A file with one part a line; - reads what is piped in
    #[arg(long, value_name = "FILE", conflicts_with = "item")]
    file: Option<PathBuf>,
    /// The whole price on delivery, in one part
    #[arg(long, conflicts_with_all = ["item", "file"])]
    whole: bool,
    /// On behalf of the client: how they told us, like “by phone on Tuesday”
    #[arg(long, value_name = "HOW")]
    said: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Agreement {
    /// Returns the lines to be written; `None` where the terms are only shown.
    async fn lines(&self, place: &Place, out: &mut Out) -> Result<Option<String>, Problem> {
        match &self.file {
            Some(file) => Ok(Some(text_of(place, file, MOST, out).await?)),
            None if self.whole => Ok(Some(String::new())),
            None if self.item.is_empty() => Ok(None),
            None => Ok(Some(self.item.join("\n"))),
        }
    }
}

impl InWords for Agreement {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBoard]);

    fn reads(&self) -> bool {
        self.file.as_deref().is_some_and(is_piped)
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let id = self.opportunity;
        let page = load(place, id).await?;
        let Some(deal) = page.deal else {
            let refusal = Refusal::Board(BoardRefusal::NothingSelected(id));
            return Err(place.refused(&refusal));
        };
        let words = Words::new(place, place.me()?);
        let Some(lines) = self.lines(place, out).await? else {
            if self.json {
                out.line(&tell::deal_json(&deal).to_string()).await;
                return Ok(());
            }
            let mut all = Page::new(words.teller());
            tell::agreement(&mut all, &deal.agreement);
            tell::deal(&mut all, &deal);
            all.print(out).await;
            return Ok(());
        };
        let teller = words.teller();
        let currency = deal.agreement.price.currency;
        let tranches = teller
            .read_tranches(&lines, currency)
            .map_err(Problem::new)?;
        let told: Vec<String> = tranches
            .iter()
            .map(|one: &Tranche| teller.tranche(one))
            .collect();
        let command = BoardCommand::Deal(DealCommand::Draw {
            opportunity: id,
            side: deal.side.unwrap_or(Side::Client),
            seen: deal.seen,
            tranches,
            said: self.said.as_deref().unwrap_or_default().into(),
        });
        submit(place, command, out).await?;
        for line in told {
            out.line(&line).await;
        }
        Ok(())
    }
}
