//! `inbox`: the request inbox as plain text or JSON (WKS-5).

use super::args::List;
use super::{Out, Place, Problem, USAGE, words};
use crate::desk::views::Inbox;

pub async fn inbox(place: &Place, list: &List, out: &mut Out) -> Result<(), Problem> {
    let (me, now) = (place.me()?, place.desk.now());
    let asked = if list.words.is_empty() {
        "is:open".to_owned()
    } else {
        list.words.join(" ")
    };
    let inbox = Inbox::build(&place.desk.sight(me), &asked, now)
        .map_err(|refusal| place.refused(&refusal))?;
    if let Some(strange) = inbox.strange_filter() {
        let words = words::Words::new(place, me);
        return Err(Problem::with(USAGE, words.teller().strange(&strange)));
    }
    for n in 0..inbox.len().min(list.limit) {
        let Some(row) = inbox.row(n, now) else {
            continue;
        };
        if list.json {
            out.line(&words::row_json(&row).to_string()).await;
        } else {
            out.line(&words::row_line(&row, now)).await;
        }
        if out.is_gone() {
            return Ok(());
        }
    }
    if inbox.len() > list.limit {
        let (some, all) = (list.limit, inbox.len());
        let values = [("n", some.into()), ("of", all.into())];
        out.note(&place.says("said-limit", &values)).await;
    }
    Ok(())
}
