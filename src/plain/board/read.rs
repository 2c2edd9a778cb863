//! Looking: the board, an opportunity, credits, figures. Nothing is changed here.

use super::args::{List, One};
use super::{opportunity_id, tell};
use crate::desk::views::{BoardList, BoardQuery, OpportunityPage, load_credits, load_opportunity};
use crate::domain::{OpportunityId, PersonId};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem, USAGE};

/// How many lines are made at a time.
const AT_ONCE: usize = 256;

pub(super) async fn board(place: &Place, asked: &List, out: &mut Out) -> Result<(), Problem> {
    let (me, now) = (place.me()?, place.desk.now());
    let text = asked.words.join(" ");
    if let Some(strange) = BoardQuery::strange(&text) {
        let words = Words::new(place, me);
        return Err(Problem::with(USAGE, words.teller().strange(&strange)));
    }
    let mut query = BoardQuery::parse(&text);
    query.eligible |= asked.eligible;
    let sight = place.desk.sight(me);
    let list = BoardList::make(&sight, query, now);
    let shown = list.len().min(asked.limit);
    let mut from = 0;
    while from < shown && !out.is_gone() {
        for row in list.window(&sight, from, AT_ONCE.min(shown - from), now) {
            if asked.json {
                out.line(&tell::row_json(&row).to_string()).await;
            } else {
                out.line(&tell::row_line(&row)).await;
            }
        }
        from += AT_ONCE;
    }
    if !asked.json && list.is_empty() {
        let words = Words::new(place, me);
        out.note(&words.teller().texts.get("board-nothing")).await;
    }
    if list.len() > shown {
        let all = list.len();
        let values = [("n", shown.into()), ("of", all.into())];
        out.note(&place.says("said-limit", &values)).await;
    }
    Ok(())
}

/// An opportunity as far as it is theirs to see.
pub(super) async fn page(place: &Place, id: OpportunityId) -> Result<OpportunityPage, Problem> {
    let me = place.me()?;
    load_opportunity(&place.desk, me, id, place.desk.now())
        .await?
        .map_err(|refusal| place.refused(&refusal))
}

pub(super) async fn opportunity(place: &Place, one: &One, out: &mut Out) -> Result<(), Problem> {
    let page = page(place, opportunity_id(&one.opportunity)?).await?;
    if one.json {
        out.line(&tell::page_json(&page).to_string()).await;
        return Ok(());
    }
    let words = Words::new(place, place.me()?);
    for line in tell::page_lines(&page, &words.teller()) {
        out.line(&line).await;
    }
    Ok(())
}

pub(super) async fn stats(
    place: &Place,
    own: bool,
    as_json: bool,
    out: &mut Out,
) -> Result<(), Problem> {
    let me = place.me()?;
    let stats = place.desk.sight(me).stats(own, place.desk.now());
    let stats = stats.map_err(|refusal| place.refused(&refusal))?;
    if as_json {
        out.line(&tell::stats_json(&stats).to_string()).await;
        return Ok(());
    }
    let words = Words::new(place, me);
    for line in tell::stats_lines(&stats, &words.teller()) {
        out.line(&line).await;
    }
    Ok(())
}

pub(super) async fn credits(
    place: &Place,
    who: Option<&str>,
    as_json: bool,
    out: &mut Out,
) -> Result<(), Problem> {
    let me = place.me()?;
    let whose = whose(place, who)?;
    let page = load_credits(&place.desk, me, whose).await?;
    let page = page.map_err(|refusal| place.refused(&refusal))?;
    if as_json {
        out.line(&tell::credits_json(&page).to_string()).await;
        return Ok(());
    }
    let words = Words::new(place, me);
    for line in tell::credit_lines(&page, &words.teller()) {
        out.line(&line).await;
    }
    Ok(())
}

/// Who is meant: by P-number, or else who asks.
pub(super) fn whose(place: &Place, who: Option<&str>) -> Result<PersonId, Problem> {
    match who {
        None => place.me(),
        Some(text) => text.parse().map_err(|_| Problem::no_number(text, "P-12")),
    }
}
