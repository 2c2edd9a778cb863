//! A facilitator's part: steps, her proposal, the terms.

use super::args::{Propose, Step};
use super::{amount, opportunity_id, proposal_id, read, submit, tell, understood};
use crate::domain;
use crate::domain::command::Unread;
use crate::domain::money::Currency;
use crate::domain::opportunity::BoardCommand;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::proposal::Revision;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

pub(super) async fn step(place: &Place, asked: &Step, out: &mut Out) -> Result<(), Problem> {
    let id = opportunity_id(&asked.opportunity)?;
    let kind = CreditKind::from(asked.kind);
    let page = read::page(place, id).await?;
    let words = Words::new(place, place.me()?);
    let step = page.steps.iter().find(|step| step.kind == kind);
    let price = step.map_or(0, |step| step.price);
    if let (false, Some(step)) = (asked.yes, step) {
        for line in tell::step_lines(&page, step, &words.teller()) {
            out.line(&line).await;
        }
        return Ok(());
    }
    let command = BoardCommand::Open {
        opportunity: id,
        kind,
        price,
        reason: asked.reason.as_str().into(),
    };
    submit(place, command, out).await
}

/// A text longer than this is not even read.
const MOST: u64 = 256 * 1024;

pub(super) async fn propose(place: &Place, asked: &Propose, out: &mut Out) -> Result<(), Problem> {
    let id = opportunity_id(&asked.opportunity)?;
    let page = read::page(place, id).await?;
    let currency = page.row.amount.map(|amount| amount.currency);
    let currency = currency.unwrap_or_else(|| house_currency(place));
    let price = asked
        .price
        .as_deref()
        .map(|text| amount(place, "--price", text, currency));
    let price = price.transpose()?;
    // What is not said stays as it stands when the command is done, whoever changed it last.
    let revision = Revision {
        price: price.map(Some),
        available: asked.available.as_deref().map(Into::into),
        text: text(place, asked, out).await?,
    };
    let command = BoardCommand::Propose {
        opportunity: id,
        revision: Box::new(revision),
        submit: !asked.draft,
    };
    let command = domain::Command::Board(Box::new(command)).over(Unread::Parts);
    super::done(place, command, out).await?;
    understood(place, price, out).await
}

/// The text that was said or piped in, if one was.
async fn text(place: &Place, asked: &Propose, out: &mut Out) -> Result<Option<Box<str>>, Problem> {
    if asked.keep_text {
        return Ok(None);
    }
    let text = match &asked.text {
        Some(text) => text.clone(),
        None => {
            let source = place.input(out).await?;
            crate::plain::routing::text(source, MOST, "-").await?
        }
    };
    let text = text.trim_end();
    Ok((asked.text.is_some() || !text.is_empty()).then(|| text.into()))
}

fn house_currency(place: &Place) -> Currency {
    let me = place.me().ok();
    let terms = me.map(|me| place.desk.sight(me).currency());
    terms.unwrap_or(Currency::EUR)
}

pub(super) async fn withdraw(
    place: &Place,
    proposal: &str,
    reason: Option<&str>,
    out: &mut Out,
) -> Result<(), Problem> {
    let proposal = proposal_id(proposal)?;
    let command = match reason {
        Some(reason) => BoardCommand::Withdraw {
            proposal,
            reason: reason.into(),
        },
        None => BoardCommand::DropDraft(proposal),
    };
    submit(place, command, out).await
}

/// The terms are those that are shown now. Where the provider pays the commission they are said first,
/// and confirmed with `--consent`.
pub(super) async fn confirm(
    place: &Place,
    opportunity: &str,
    consent: bool,
    out: &mut Out,
) -> Result<(), Problem> {
    let id = opportunity_id(opportunity)?;
    let page = read::page(place, id).await?;
    let words = Words::new(place, place.me()?);
    let Some((agreement, _)) = page.agreement.filter(|_| page.to_confirm) else {
        let refusal = crate::domain::Refusal::Board(BoardRefusal::NothingSelected(id));
        return Err(place.refused(&refusal));
    };
    for line in tell::agreement_lines(&agreement, &words.teller()) {
        out.line(&line).await;
    }
    let command = BoardCommand::Confirm {
        opportunity: id,
        agreement: Box::new(agreement),
        consent,
    };
    submit(place, command, out).await
}

pub(super) async fn decline(
    place: &Place,
    opportunity: &str,
    reason: &str,
    out: &mut Out,
) -> Result<(), Problem> {
    let command = BoardCommand::Decline {
        opportunity: opportunity_id(opportunity)?,
        reason: reason.into(),
    };
    submit(place, command, out).await
}
