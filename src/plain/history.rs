//! `history R-…`: who, on whose behalf, when, what (PPL-6), a line each.

use super::args::Told;
use super::words::Words;
use super::{Out, Place, Problem, show};
use crate::desk::views::Detail;
use crate::ui::kit::texts::Texts;

pub async fn history(place: &Place, told: &Told, out: &mut Out) -> Result<(), Problem> {
    let page = usize::from(told.page);
    let one = &told.one;
    let detail = show::load(place, &one.request, page.saturating_sub(1)).await?;
    let words = Words::new(place, place.me()?);
    for moment in &detail.moments {
        if one.json {
            out.line(&words.moment_json(moment).to_string()).await;
        } else if let Some(line) = words.moment_line(moment) {
            out.line(&line).await;
        }
    }
    tell_of_others(place, &detail, out).await;
    Ok(())
}

/// Says how many records are on other pages, and the command that shows the next older one.
pub(super) async fn tell_of_others(place: &Place, detail: &Detail, out: &mut Out) {
    let (earlier, later) = (detail.earlier, detail.later);
    if earlier == 0 && later == 0 {
        return;
    }
    let id = if earlier > 0 {
        "history-earlier"
    } else {
        "history-first"
    };
    let args = [
        ("earlier", earlier.into()),
        ("later", later.into()),
        ("request", detail.row.id.to_string().into()),
        ("page", (detail.back + 2).into()),
    ];
    out.note(&Texts::new(place.lang).with(id, &args)).await;
}
