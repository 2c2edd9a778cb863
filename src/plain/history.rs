//! `history R-…`: who, on whose behalf, when, what (PPL-6), a line each.

use super::args::One;
use super::words::Words;
use super::{Out, Place, Problem, show};

pub async fn history(place: &Place, one: &One, out: &mut Out) -> Result<(), Problem> {
    let detail = show::load(place, &one.request).await?;
    let told = Words::new(place, place.me()?);
    for moment in &detail.moments {
        if one.json {
            out.line(&told.moment_json(moment).to_string()).await;
        } else if let Some(line) = told.moment_line(moment) {
            out.line(&line).await;
        }
    }
    if detail.earlier > 0 {
        out.note(&format!("{} older records are not shown", detail.earlier))
            .await;
    }
    Ok(())
}
