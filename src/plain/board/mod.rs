//! The board in words (WKS-5): what is pending, an opportunity whole, one's proposal, one's credits, the
//! figures. The same views as on screen, so that nothing can be had here that cannot be seen there.

pub mod args;
mod attach;
mod keep;
mod mission;
mod post;
mod propose;
mod read;
mod select;
mod tell;

pub use args::Board;

use super::words::Words;
use super::{Out, Place, Problem};
use crate::domain::ids::{OpportunityId, ProposalId};
use crate::domain::money::{Currency, Money};
use crate::domain::{Command, opportunity};
use crate::text::sanitise::clean_line;

/// Does one of them.
pub(super) async fn board(place: &Place, what: &Board, out: &mut Out) -> Result<(), Problem> {
    match what {
        Board::Board(list) => read::board(place, list, out).await,
        Board::Opportunity(one) => read::opportunity(place, one, out).await,
        Board::Stats { own, json } => read::stats(place, *own, *json, out).await,
        Board::Credits { who, json } => read::credits(place, who.as_deref(), *json, out).await,
        Board::Step(step) => propose::step(place, step, out).await,
        Board::Propose(asked) => propose::propose(place, asked, out).await,
        Board::Attach {
            opportunity,
            file,
            name,
        } => attach::attach(place, opportunity, file, name.as_deref(), out).await,
        Board::Attached {
            of,
            remove: Some(n),
            ..
        } => attach::remove(place, of, *n, out).await,
        Board::Attached { of, get, .. } => attach::attached(place, of, *get, out).await,
        Board::Withdraw {
            proposal, reason, ..
        } => propose::withdraw(place, proposal, reason.as_deref(), out).await,
        Board::Confirm {
            opportunity,
            consent,
        } => propose::confirm(place, opportunity, *consent, out).await,
        Board::Decline {
            opportunity,
            reason,
        } => propose::decline(place, opportunity, reason, out).await,
        Board::Post(asked) => post::post(place, asked, out).await,
        Board::End {
            opportunity,
            why,
            refund,
        } => post::end(place, opportunity, *why, *refund, out).await,
        Board::Mission(what) => mission::mission(place, what, out).await,
        Board::Judge { proposal, verdict } => select::judge(place, proposal, *verdict, out).await,
        Board::Select { proposal, advice } => {
            select::select(place, proposal, advice.as_deref(), out).await
        }
        Board::Advise { opportunity, text } => {
            select::advise(place, opportunity, text.as_deref(), out).await
        }
        Board::Grant(asked) => select::grant(place, asked, out).await,
        Board::Profile { who, set } => {
            keep::profile(place, who.as_deref(), set.as_deref(), out).await
        }
        Board::Terms { file } => keep::terms(place, file.as_deref(), out).await,
        Board::Link { who, contact } => keep::link(place, who, contact.as_deref(), out).await,
    }
}

/// The opportunity that is meant.
fn opportunity_id(text: &str) -> Result<OpportunityId, Problem> {
    text.parse().map_err(|_| Problem::no_number(text, "O-12"))
}

/// The proposal that is meant.
fn proposal_id(text: &str) -> Result<ProposalId, Problem> {
    text.parse().map_err(|_| Problem::no_number(text, "PR-12"))
}

/// The amount that was typed for `option`.
///
/// # Errors
/// What is no amount, or could be two, in the person's language.
fn amount(place: &Place, option: &str, text: &str, currency: Currency) -> Result<Money, Problem> {
    let words = Words::new(place, place.me()?);
    Money::read(text, currency).map_err(|why| {
        let why = words.teller().not_money(&why);
        Problem::new(format!("{option} {}: {why}", clean_line(text)))
    })
}

/// Says which amount was understood, if one was typed.
async fn understood(place: &Place, amount: Option<Money>, out: &mut Out) -> Result<(), Problem> {
    if let Some(amount) = amount {
        let words = Words::new(place, place.me()?);
        let teller = words.teller();
        let amount = teller.money(amount).into();
        out.line(&teller.texts.with("money-understood", &[("amount", amount)]))
            .await;
    }
    Ok(())
}

/// Sends a command about the board, and says what it came to.
async fn submit(
    place: &Place,
    command: opportunity::BoardCommand,
    out: &mut Out,
) -> Result<(), Problem> {
    done(place, Command::Board(Box::new(command)), out).await
}

/// Does a command, and says what came of it.
async fn done(place: &Place, command: Command, out: &mut Out) -> Result<(), Problem> {
    let done = place.submit(command).await?;
    let me = place.me()?;
    out.line(&super::words::Words::new(place, me).done(&done))
        .await;
    Ok(())
}
