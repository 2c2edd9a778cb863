//! The client's part, by herself or by the house for her: verdicts and selection; and granting credits.

use super::args::{Grant, Judged};
use super::{opportunity_id, proposal_id, read, submit};
use crate::domain::opportunity::BoardCommand;
use crate::plain::{Out, Place, Problem};

pub(super) async fn judge(
    place: &Place,
    proposal: &str,
    verdict: Judged,
    out: &mut Out,
) -> Result<(), Problem> {
    let command = BoardCommand::Judge {
        proposal: proposal_id(proposal)?,
        verdict: verdict.into(),
    };
    submit(place, command, out).await
}

/// What is selected is the proposal as it stands now.
pub(super) async fn select(
    place: &Place,
    proposal: &str,
    advice: Option<&str>,
    out: &mut Out,
) -> Result<(), Problem> {
    let id = proposal_id(proposal)?;
    let read = place.desk.sight(place.me()?).proposal_read(id);
    let (_, seen) = read.map_err(|refusal| place.refused(&refusal))?;
    let command = BoardCommand::Select {
        proposal: id,
        seen,
        advice: advice.unwrap_or_default().into(),
    };
    submit(place, command, out).await
}

/// A text longer than this is not even read.
const MOST: u64 = 64 * 1024;

pub(super) async fn advise(
    place: &Place,
    opportunity: &str,
    text: Option<&str>,
    out: &mut Out,
) -> Result<(), Problem> {
    let opportunity = opportunity_id(opportunity)?;
    let words = match text {
        Some(text) => text.to_owned(),
        None => {
            let source = place.input(out).await?;
            crate::plain::routing::text(source, MOST, "-").await?
        }
    };
    let words = words.trim_end().into();
    submit(place, BoardCommand::Advise { opportunity, words }, out).await
}

pub(super) async fn grant(place: &Place, asked: &Grant, out: &mut Out) -> Result<(), Problem> {
    let command = BoardCommand::Grant {
        person: read::whose(place, Some(&asked.who))?,
        kind: asked.kind.into(),
        count: asked.count,
        why: asked.why.as_str().into(),
    };
    submit(place, command, out).await
}
