//! `prices`: the price lists (QUO-3) out as a file to edit, and in again.

use std::path::Path;

use super::revision::{guarded, printed};
use super::{Out, Place, Problem, routing};
use crate::assets;
use crate::domain::Command;

pub async fn prices(place: &Place, file: Option<&Path>, out: &mut Out) -> Result<(), Problem> {
    let me = place.me()?;
    let published = place.desk.published();
    let (known, seq) = (published.prices_of(me), published.seq());
    let known = known.map_err(|refusal| place.refused(&refusal))?;
    let Some(file) = file else {
        if known.brands.is_empty() {
            out.note("this house has no price lists yet; these are the first ones, for a start")
                .await;
            out.line(&assets::prices_text(&assets::prices()?)).await;
        } else {
            out.line(&printed(&assets::prices_text(&known))).await;
        }
        return Ok(());
    };
    let text = routing::read(place, file, out).await?;
    let prices = assets::prices_from(&text)?;
    let (brands, lists) = (prices.brands.len(), prices.lists.len());
    let command = Command::ChangePrices(Box::new(prices));
    let now = assets::prices_text(&known);
    place.submit(guarded(command, &text, &now, seq)).await?;
    out.line(&format!("{lists} price lists of {brands} brands now"))
        .await;
    Ok(())
}
