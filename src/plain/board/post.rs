//! Posting a request on the board, with a look at what a facilitator will see; and taking it off again.

use super::args::{Formulas, Post, Why};
use super::{amount, opportunity_id, submit, tell, understood};
use crate::desk::views::Posting;
use crate::domain::Millis;
use crate::domain::house::{Country, Language};
use crate::domain::opportunity::command::Description;
use crate::domain::opportunity::{BoardCommand, Ending, Formula, Notice, Payer};
use crate::domain::trade::{Audience, Work};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem, show};

/// A description longer than this is not even read.
const MOST: u64 = 512 * 1024;

pub(super) async fn post(place: &Place, asked: &Post, out: &mut Out) -> Result<(), Problem> {
    let (me, now) = (place.me()?, place.desk.now());
    let sight = place.desk.sight(me);
    let known = sight.posting(show::request(&asked.request)?, now);
    let mut posting = known.map_err(|refusal| place.refused(&refusal))?;
    fill(place, &mut posting.notice, asked)?;
    let text = match &asked.text {
        Some(text) => text.clone(),
        None => {
            let source = place.input(out).await?;
            crate::plain::routing::text(source, MOST, "-").await?
        }
    };
    let description = Description {
        text: text.trim_end().into(),
        files: Vec::new(),
    };
    if asked.preview {
        let preview = sight.preview(&posting, &description, now);
        let preview = preview.map_err(|refusal| place.refused(&refusal))?;
        let words = Words::new(place, me);
        for line in tell::preview_lines(&preview, &words.teller()) {
            out.line(&line).await;
        }
        return Ok(());
    }
    let Posting {
        request,
        quotation,
        notice,
        ..
    } = posting;
    let said = notice.amount.filter(|_| asked.amount.is_some());
    let command = BoardCommand::Post {
        request,
        quotation,
        notice: Box::new(notice),
        description,
    };
    submit(place, command, out).await?;
    understood(place, said, out).await
}

/// What was said on the command line goes over what the house knows.
fn fill(place: &Place, notice: &mut Notice, asked: &Post) -> Result<(), Problem> {
    let unknown = |what: &str, text: &str| {
        let values = [("arg", what.to_owned()), ("value", text.to_owned())];
        Problem::say(1, "misread-value", values)
    };
    let set = |field: &mut Box<str>, text: &Option<String>| {
        if let Some(text) = text {
            *field = text.as_str().into();
        }
    };
    set(&mut notice.title, &asked.title);
    set(&mut notice.place, &asked.place);
    set(&mut notice.dates, &asked.dates);
    if let Some(text) = &asked.work {
        notice.work = Work::parse(text).ok_or_else(|| unknown("--work", text))?;
    }
    if let Some(text) = &asked.audience {
        notice.audience = Audience::parse(text).ok_or_else(|| unknown("--audience", text))?;
    }
    if let Some(text) = &asked.language {
        notice.language = Language::parse(text).ok_or_else(|| unknown("--language", text))?;
    }
    if let Some(text) = &asked.country {
        let country = Country::parse(text).ok_or_else(|| unknown("--country", text))?;
        notice.country = Some(country);
    }
    notice.online |= asked.online;
    notice.participants = asked.participants.or(notice.participants);
    notice.sessions = asked.sessions;
    if let Some(text) = &asked.until {
        notice.deadline = when(place, text)?;
    }
    if let Some(text) = &asked.amount {
        let currency = place.desk.sight(place.me()?).currency();
        notice.amount = Some(amount(place, "--amount", text, currency)?);
    }
    if let Some(formula) = asked.formula {
        notice.formula = Some(match formula {
            Formulas::Basic => Formula::Basic,
            Formulas::R0 => Formula::R0,
        });
    }
    if let Some(reason) = &asked.provider_pays {
        notice.payer = Payer::Provider;
        notice.payer_reason = reason.as_str().into();
    }
    notice.urgent |= asked.urgent;
    Ok(())
}

/// An instant as people write it; a day alone means its evening.
pub(super) fn when(place: &Place, text: &str) -> Result<Millis, Problem> {
    const EVENING: (u32, u32) = (18, 0);
    let words = Words::new(place, place.me()?);
    words
        .teller()
        .read_when(text, EVENING)
        .map_err(Problem::new)
}

pub(super) async fn end(
    place: &Place,
    opportunity: &str,
    why: Why,
    refund: bool,
    out: &mut Out,
) -> Result<(), Problem> {
    let command = BoardCommand::End {
        opportunity: opportunity_id(opportunity)?,
        why: match why {
            Why::GivenUp => Ending::GivenUp,
            Why::Elsewhere => Ending::Elsewhere,
            Why::Silent => Ending::Silent,
            Why::Mistake => Ending::Mistake,
        },
        refund,
    };
    submit(place, command, out).await
}
