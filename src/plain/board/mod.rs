//! The board in words (WKS-5): what is pending, an opportunity whole, one's proposal, one's credits, the
//! figures. The same views as on screen, so that nothing can be had here that cannot be seen there.

pub mod advise;
pub mod agree;
pub mod agreement;
pub mod attach;
pub mod attached;
pub mod confirm;
pub mod credits;
pub mod decline;
pub mod end;
pub mod formula;
pub mod grant;
pub mod introduction;
pub mod judge;
pub mod list;
pub mod opportunity;
pub mod post;
pub mod propose;
pub mod select;
pub mod stats;
pub mod step;
mod tell;
pub mod withdraw;

pub(in crate::plain) use opportunity::load;
pub(in crate::plain) use post::entry;
pub(in crate::plain) use tell::whom_json;

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

use super::words::Words;
use super::{Out, Place, Problem};
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::{BoardCommand, Formula};
use crate::domain::{Command, Millis};
use crate::text::sanitise::clean_line;

/// The steps that cost a credit, by name.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize, Deserialize)]
pub enum StepKind {
    /// Opens the description, the files and the prices
    Consultation,
    /// Lets you propose
    Offer,
    /// Reveals the client's name, email and phone
    Contact,
}

/// The formulas by name.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize, Deserialize)]
pub(in crate::plain) enum FormulaName {
    /// The parties settle everything themselves
    Basic,
    /// Only the funded part is worked on
    R0,
}

impl From<FormulaName> for Formula {
    fn from(name: FormulaName) -> Formula {
        match name {
            FormulaName::Basic => Formula::Basic,
            FormulaName::R0 => Formula::R0,
        }
    }
}

impl From<StepKind> for CreditKind {
    fn from(kind: StepKind) -> CreditKind {
        match kind {
            StepKind::Consultation => CreditKind::Consultation,
            StepKind::Offer => CreditKind::Offer,
            StepKind::Contact => CreditKind::Contact,
        }
    }
}

/// Reads the amount that was typed for `option`.
///
/// # Errors
/// What is no amount, or could be two, in the person's language.
pub(in crate::plain) fn amount(
    place: &Place,
    option: &str,
    text: &str,
    currency: Currency,
) -> Result<Money, Problem> {
    let words = Words::new(place, place.me()?);
    Money::read(text, currency).map_err(|why| {
        let why = words.teller().not_money(&why);
        Problem::new(format!("{option} {}: {why}", clean_line(text)))
    })
}

/// Says which amount was understood, if one was typed.
pub(in crate::plain) async fn understood(
    place: &Place,
    amount: Option<Money>,
    out: &mut Out,
) -> Result<(), Problem> {
    if let Some(amount) = amount {
        let words = Words::new(place, place.me()?);
        let teller = words.teller();
        let amount = teller.money(amount).into();
        out.line(&teller.texts.with("money-understood", &[("amount", amount)]))
            .await;
    }
    Ok(())
}

/// Reads an instant as people write it; a day alone means its evening.
///
/// # Errors
/// What is no date, or lies behind.
pub(in crate::plain) fn when(place: &Place, text: &str) -> Result<Millis, Problem> {
    const EVENING: (u32, u32) = (18, 0);
    let words = Words::new(place, place.me()?);
    words
        .teller()
        .read_when(text, EVENING)
        .map_err(Problem::new)
}

/// A command, for the reason of the list that a key names, where one is given.
///
/// # Errors
/// A key that is on no list.
fn because(place: &Place, key: Option<&str>, then: BoardCommand) -> Result<BoardCommand, Problem> {
    let Some(key) = key else { return Ok(then) };
    let why = entry(place.desk.published().lists(), key)?;
    let then = Box::new(then);
    Ok(BoardCommand::Because { why, then })
}

/// Sends a command about the board, and says what it came to.
pub(in crate::plain) async fn submit(
    place: &Place,
    command: BoardCommand,
    out: &mut Out,
) -> Result<(), Problem> {
    super::words::submit(place, Command::Board(Box::new(command)), out).await
}
