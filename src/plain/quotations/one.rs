//! `quotation Q-…`: one quotation whole, or the paper that the client gets.

use super::tell;
use crate::desk::views::{PaperSource, load_paper, load_quotation};
use crate::domain::{QuotationId, Refusal};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

/// Show one quotation, or print the document that the client gets
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Quotation {
    /// The quotation, like Q-3
    #[arg(value_name = "Q-NUMBER")]
    quotation: QuotationId,
    /// Print JSON
    #[arg(long, conflicts_with_all = ["text", "pdf"])]
    json: bool,
    /// Print the document that the client gets, as text
    #[arg(long, conflicts_with = "pdf")]
    text: bool,
    /// Print the document that the client gets, as PDF, for a file or a pipe
    #[arg(long)]
    pdf: bool,
    /// The version to print [default: the one sent to the client, else the latest]
    #[arg(long, value_name = "N")]
    version: Option<u16>,
}

impl InWords for Quotation {
    const NEEDS: Needs = super::READ;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (me, now) = (place.me()?, place.desk.now());
        let whole = load_quotation(&place.desk, me, self.quotation, now).await?;
        let whole = whole.map_err(|refusal| place.refused(&refusal))?;
        let words = Words::new(place, me);
        if self.text || self.pdf {
            return paper(place, self, out).await;
        }
        if self.json {
            let json = tell::whole_json(&whole, &words);
            out.line(&json.to_string()).await;
        } else {
            tell::page(&words, &whole).print(out).await;
        }
        Ok(())
    }
}

/// The paper of a version, as text or as PDF.
async fn paper(place: &Place, asked: &Quotation, out: &mut Out) -> Result<(), Problem> {
    let (me, now, id) = (place.me()?, place.desk.now(), asked.quotation);
    let paper = load_paper(&place.desk, me, id, asked.version, now).await?;
    let paper = paper.map_err(|refusal| match refusal {
        Refusal::NoSuchThing => Problem::say(1, "plain-no-version", [("of", id.to_string())]),
        refusal => place.refused(&refusal),
    })?;
    let words = Words::new(place, me);
    if paper.source == PaperSource::AsOfToday {
        out.note(&words.teller().texts.get("paper-as-of-today"))
            .await;
    }
    if !asked.pdf {
        for line in paper.text().lines() {
            out.line(line).await;
        }
        return Ok(());
    }
    let unshown = paper.unshown();
    if !unshown.is_empty() {
        out.note(&words.teller().unshown_on_paper(&unshown)).await;
    }
    let desk = place.desk.clone();
    let bytes = tokio::task::spawn_blocking(move || paper.pdf(&desk)).await;
    let bytes = bytes.map_err(|_| Problem::say(1, "plain-no-pdf", [("of", id.to_string())]))?;
    out.bytes(&bytes).await;
    Ok(())
}
