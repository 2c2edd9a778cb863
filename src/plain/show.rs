//! `show R-…`: one request whole, with the texts of its timeline.

use super::args::One;
use super::words::{Words, detail_json};
use super::{Out, Place, Problem, history};
use crate::desk::views::{Detail, load_detail};
use crate::domain::RequestId;

pub async fn show(place: &Place, one: &One, out: &mut Out) -> Result<(), Problem> {
    let me = place.me()?;
    let detail = load(place, &one.request, 0).await?;
    if one.json {
        out.line(&detail_json(&detail).to_string()).await;
    } else {
        for line in Words::new(place, me).detail_lines(&detail) {
            out.line(&line).await;
        }
    }
    history::tell_of_others(place, &detail, out).await;
    Ok(())
}

/// The request that is meant.
///
/// # Errors
/// What is no number of a request.
pub(super) fn request(text: &str) -> Result<RequestId, Problem> {
    text.parse().map_err(|_| Problem::no_number(text, "R-1042"))
}

/// Loads one request, or says why not.
pub(super) async fn load(place: &Place, text: &str, back: usize) -> Result<Detail, Problem> {
    let (me, id) = (place.me()?, request(text)?);
    load_detail(&place.desk, me, id, place.desk.now(), back)
        .await?
        .map_err(|refusal| place.refused(&refusal))
}
