//! `lines Q-…`: the lines of a quotation (QUO-3), out as a file to edit, and in again as a new version.

use std::path::PathBuf;
use std::str::FromStr;

use super::day;
use crate::assets::{LineWords, LinesRead};
use crate::desk::views::QuotationView;
use crate::domain::prices::Line;
use crate::domain::quotation::QuotationCommand;
use crate::domain::{Command, QuotationId};
use crate::plain::house::MOST;
use crate::plain::input::{is_piped, text_of};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Print the lines of a quotation, or write a new version with options or from a file
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Lines {
    /// The quotation, like Q-3
    #[arg(value_name = "Q-NUMBER")]
    quotation: QuotationId,
    /// Lines as `lines` prints them, edited; - reads what is piped in
    #[arg(long, value_name = "FILE", conflicts_with = "products")]
    set: Option<PathBuf>,
    /// A product of the price list and how many, like workshop=2; can be given several times
    #[arg(long = "product", value_name = "KEY=N")]
    products: Vec<Ordered>,
    /// A remark on the prices, for the client
    #[arg(long, requires = "products")]
    note: Option<String>,
    /// The last day of validity, like 2026-06-01
    #[arg(long, value_name = "DATE", requires = "products")]
    until: Option<String>,
}

/// So many of a product.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
struct Ordered {
    key: String,
    quantity: u32,
}

impl FromStr for Ordered {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Ordered, &'static str> {
        let wrong = "KEY=N";
        let (key, quantity) = text.split_once('=').ok_or(wrong)?;
        Ok(Ordered {
            key: key.trim().to_owned(),
            quantity: quantity.trim().parse().map_err(|_| wrong)?,
        })
    }
}

impl InWords for Lines {
    const NEEDS: Needs = super::OFFICE;

    fn reads(&self) -> bool {
        self.set.as_deref().is_some_and(is_piped)
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (me, id) = (place.me()?, self.quotation);
        let sight = place.desk.sight(me);
        let view = sight.quotation(id, place.desk.now());
        let view = view.map_err(|refusal| place.refused(&refusal))?;
        let products = sight.products_for(id).unwrap_or_default().into_iter();
        let products: Vec<Line> = products.map(|product| product.line).collect();
        let named = LineWords {
            lists: sight.lists(),
            products: &products,
            currency: sight.currency_for(id),
        };
        let (seen, lines, note) = latest(&view, &named);
        let read = match &self.set {
            Some(file) => named.lines(&text_of(place, file, MOST, out).await?)?,
            None if self.products.is_empty() => {
                out.line(named.text(seen, lines, note).trim_end()).await;
                return Ok(());
            }
            None => self.ordered(&named)?,
        };
        let until = read
            .valid_until
            .as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty());
        let until = until.map(|text| day(place, text)).transpose()?;
        let price = QuotationCommand::Price {
            quotation: id,
            seen: read.version.unwrap_or(seen),
            currency: named.currency,
            lines: read.lines,
            note: read.note.unwrap_or_else(|| note.to_owned()).into(),
            valid_until: until.map(|at| at + 24 * 3_600_000 - 1),
        };
        submit(place, Command::Quotation(Box::new(price)), out).await
    }
}

impl Lines {
    /// The lines that the options order.
    fn ordered(&self, named: &LineWords<'_>) -> Result<LinesRead, Problem> {
        let line = |one: &Ordered| {
            named.product(&one.key, one.quantity).ok_or_else(|| {
                let values = [("text", one.key.clone()), ("known", named.keys())];
                Problem::say(1, "plain-none-of-them", values)
            })
        };
        Ok(LinesRead {
            version: None,
            lines: self.products.iter().map(line).collect::<Result<_, _>>()?,
            note: self.note.clone(),
            valid_until: self.until.clone(),
        })
    }
}

/// The latest version: its number, its lines and the remark on them; lines in another currency are begun anew.
fn latest<'a>(view: &'a QuotationView, named: &LineWords<'_>) -> (u16, &'a [Line], &'a str) {
    let latest = view.versions.last();
    let same = latest.filter(|version| version.totals.currency == named.currency);
    let seen = latest.map_or(0, |version| version.number);
    match same {
        Some(version) => (seen, &version.lines, &version.note),
        None => (seen, &[], ""),
    }
}
