//! `prices`: the price lists (QUO-3) out as a file to edit, and in again.

use std::collections::HashSet;
use std::path::PathBuf;

use super::{MOST, guarded, printed};
use crate::assets;
use crate::domain::house::Country;
use crate::domain::house::command::HouseCommand;
use crate::domain::money::Money;
use crate::domain::prices::{PriceBook, PriceList, Product, Unit};
use crate::domain::{Command, PersonId};
use crate::plain::input::{is_piped, text_of};
use crate::plain::quotations::OFFICE;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};
use crate::text::sanitise::clean_line;

/// Print the price lists, or set them from a file
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Prices {
    /// Price lists as `prices` prints them, edited; - reads what is piped in
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl InWords for Prices {
    const NEEDS: Needs = OFFICE;

    fn reads(&self) -> bool {
        self.file.as_deref().is_some_and(is_piped)
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let me = place.me()?;
        let published = place.desk.published();
        let (known, seq) = (published.prices_of(me), published.seq());
        let known = known.map_err(|refusal| place.refused(&refusal))?;
        let Some(file) = &self.file else {
            if known.brands.is_empty() {
                return first(place, out).await;
            } else {
                out.line(&printed(&assets::prices_text(&known, published.lists())))
                    .await;
            }
            return Ok(());
        };
        let text = text_of(place, file, MOST, out).await?;
        let prices = assets::prices_from(&text, published.lists())?;
        let (brands, lists) = (prices.brands.len(), prices.lists.len());
        let changed = understood(place, me, &prices, &known);
        let command = Command::House(HouseCommand::ChangePrices(Box::new(prices)));
        let now = assets::prices_text(&known, published.lists());
        place.submit(guarded(command, &text, &now, seq)).await?;
        let values = [("n", lists.into()), ("brands", brands.into())];
        out.line(&place.says("said-prices", &values)).await;
        for line in changed {
            out.line(&line).await;
        }
        Ok(())
    }
}

/// Shows how prices are written while there are none: examples, where the lists of the house have what those name; else
/// its own units, without an invented price.
async fn first(place: &Place, out: &mut Out) -> Result<(), Problem> {
    let sight = place.desk.sight(place.me()?);
    let lists = sight.lists();
    let example = assets::prices()?;
    let stands = |list: &PriceList| {
        let mut products = list.products.iter();
        let audience = list.audience.is_none_or(|one| lists.is_offered(one));
        audience && products.all(|product| lists.is_offered(product.unit))
    };
    if example.lists.iter().all(stands) {
        out.note(&place.says("said-first-prices", &[])).await;
        out.line(&assets::prices_text(&example, lists)).await;
        return Ok(());
    }
    if lists.offered::<Unit>().is_empty() {
        out.note(&place.says("said-no-units", &[])).await;
        return Ok(());
    }
    let home = sight.settings().ok().map(|config| config.house.home);
    let currency = sight.terms().ok().map(|terms| terms.currency);
    let (Some(market), Some(currency)) = (home, currency) else {
        out.note(&place.says("said-first-prices", &[])).await;
        return Ok(());
    };
    out.note(&place.says("said-first-prices-own", &[])).await;
    let blank = assets::blank_prices(market, currency, lists);
    out.line(&blank).await;
    Ok(())
}

/// The prices of `new` that `old` has not, as they were understood.
fn understood(place: &Place, me: PersonId, new: &PriceBook, old: &PriceBook) -> Vec<String> {
    let words = Words::new(place, me);
    let known: HashSet<_> = old.lists.iter().flat_map(prices_of).collect();
    let all = new.lists.iter().flat_map(prices_of);
    let changed = all.filter(|price| !known.contains(price));
    changed
        .map(|(brand, market, product, price)| {
            let price = words.teller().money(price);
            let market = market.code();
            clean_line(&format!("{brand} {market} {product}: {price}")).into_owned()
        })
        .collect()
}

fn prices_of(list: &PriceList) -> impl Iterator<Item = (&str, Country, &str, Money)> {
    let price = |product: &Product| Money {
        minor: product.price,
        currency: list.currency,
    };
    let products = list.products.iter();
    products.map(move |product| (&*list.brand, list.market, &*product.key, price(product)))
}
