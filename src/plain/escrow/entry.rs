//! `escrow entry`: an entry of the books with both its sides (ESC-10).

use serde_json::json;

use super::reads::load_one;
use super::tell;
use crate::desk::views::EntryPage;
use crate::domain::ids::EntryId;
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::{Page, Words, iso};
use crate::plain::{Out, Place, Problem};

/// Show an entry of the accounts with both its sides
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Entry {
    /// The entry, like E-7
    #[arg(value_name = "E-NUMBER")]
    entry: EntryId,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl InWords for Entry {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBoard]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let page = load_one(place, self.entry).await?;
        if self.json {
            out.line(&machine(&page).to_string()).await;
            return Ok(());
        }
        let words = Words::new(place, place.me()?);
        let mut all = Page::new(words.teller());
        let teller = all.teller;
        all.line(format!("{} · {}", page.id, page.code.key()));
        all.field("column-at", &teller.stamp(page.day));
        for side in &page.sides {
            all.line(format!("  {}  {}", side.account, teller.money(side.amount)));
        }
        let of = page.project.map(|of| of.to_string());
        all.field("column-opportunity", &of.unwrap_or_default());
        all.field("column-words", &page.text);
        all.field("column-by", &page.by);
        all.field("ledger-said-so", &page.said);
        if page.corrected {
            all.text("ledger-reversed");
        }
        all.print(out).await;
        Ok(())
    }
}

fn machine(page: &EntryPage) -> serde_json::Value {
    let sides = page.sides.iter().map(
        |side| json!({ "account": side.account.to_string(), "amount": tell::money(side.amount) }),
    );
    json!({
        "entry": page.id.to_string(), "code": page.code.key(), "at": iso(page.at),
        "day": iso(page.day), "postings": sides.collect::<Vec<_>>(),
        "opportunity": page.project.map(|of| of.to_string()), "number": page.number,
        "of": page.of.map(|of| of.to_string()), "reversed": page.corrected,
        "text": page.text, "bank_key": page.key, "by": page.by, "said": page.said,
    })
}
