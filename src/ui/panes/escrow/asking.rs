//! How the pane asks about money: amounts that are read in both ways or refused with both, never more than there is; how a side
//! said so, where somebody of the house says it; and a last question with its figures. Sends nothing by itself.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use super::EscrowPane;
use crate::domain::escrow::EscrowCommand;
use crate::domain::escrow::refusal::EscrowRefusal;
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::Side;
use crate::domain::{Command, Millis, Refusal};
use crate::ui::frame::{Ctx, ListPane, Question};
use crate::ui::kit::confirm::Confirm;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::keys::{Chord, Key};
use crate::ui::kit::prompt::Check;

/// Reads an amount of a currency, at most so much.
pub(super) fn read_amount(
    ctx: &Ctx,
    text: &str,
    currency: Currency,
    most: Option<i64>,
) -> Result<Money, String> {
    let teller = ctx.teller();
    let money = Money::read(text, currency).map_err(|why| teller.not_money(&why))?;
    if money.currency != currency {
        let expected = currency;
        let refusal = Refusal::from(EscrowRefusal::OtherCurrency { expected });
        return Err(teller.refusal(&refusal));
    }
    if let Some(most) = most.filter(|most| money.minor > *most) {
        let most = Money {
            minor: most,
            currency,
        };
        let args = [("most", teller.money(most).into())];
        return Err(ctx.texts.with("account-at-most", &args));
    }
    Ok(money)
}

/// A check that reads an amount and shows it back.
pub(super) fn amount_check(ctx: &Ctx, currency: Currency, most: Option<i64>) -> Check {
    let ctx = ctx.clone();
    Arc::new(move |text| {
        read_amount(&ctx, text, currency, most).map(|money| ctx.teller().money(money))
    })
}

/// Reads a day that the bank booked something on: `2026-11-27`, `27.11.2026`, `27/11/2026`.
pub(super) fn read_day(ctx: &Ctx, text: &str) -> Option<Millis> {
    let text = text.trim();
    let formats = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"];
    let mut days = formats
        .iter()
        .filter_map(|format| NaiveDate::parse_from_str(text, format).ok());
    let noon = days.next()?.and_time(NaiveTime::from_hms_opt(12, 0, 0)?);
    let at = noon.and_local_timezone(ctx.me.zone).earliest()?;
    Some(at.timestamp_millis().min(ctx.now))
}

/// A check that reads such a day and shows it back.
pub(super) fn day_check(ctx: &Ctx) -> Check {
    let ctx = ctx.clone();
    Arc::new(move |text| match read_day(&ctx, text) {
        Some(at) => Ok(ctx.teller().formats.date(ctx.teller().day_of(at))),
        None => Err(ctx.texts.get("account-no-day").into_owned()),
    })
}

impl EscrowPane {
    /// A field for an amount; it holds `amount` at first.
    pub(super) fn amount_field(&self, id: &'static str, amount: Money, most: Option<i64>) -> Field {
        let label = self.text(&format!("field-{id}"));
        let check = amount_check(self.ctx(), amount.currency, most);
        let text = match amount.minor {
            0 => String::new(),
            _ => amount.typed(),
        };
        Field::checked(id, label, &text, check)
    }

    /// What was typed into it, in minor units.
    pub(super) fn amount_of(&self, form: &Form, id: &str, currency: Currency) -> Option<i64> {
        let text = form.text(id);
        match text.trim() {
            "" => None,
            text => {
                let read = read_amount(self.ctx(), text, currency, None);
                read.ok().map(|money| money.minor)
            }
        }
    }

    /// A field for a day, today at first.
    pub(super) fn day_field(&self) -> Field {
        let ctx = self.ctx();
        let today = ctx.teller().day_of(ctx.now).format("%Y-%m-%d").to_string();
        let label = self.text("field-day");
        Field::checked("day", label, &today, day_check(ctx)).required()
    }

    /// The day that was typed.
    pub(super) fn day_typed(&self, form: &Form) -> Millis {
        read_day(self.ctx(), form.text("day")).unwrap_or(self.ctx().now)
    }

    /// A field for words.
    pub(super) fn words_field(&self, id: &'static str) -> Field {
        Field::text(id, self.text(&format!("field-{id}")), "")
    }

    /// The field for how a side said so, where it is said for them.
    pub(super) fn said_field(&self, side: Side) -> Option<Field> {
        let own = self.page().and_then(|page| page.own_side);
        if own == Some(side) {
            return None;
        }
        let label = self.text(&format!("field-said-{}", side.key()));
        let field = Field::text("said", label, "").required();
        Some(field.hint(self.text("field-said-hint")))
    }

    /// Asks for several things; a form that is left comes back.
    pub(super) fn ask_form(
        &mut self,
        name: &'static str,
        title: String,
        fields: Vec<Field>,
        then: impl Fn(&mut EscrowPane, &Form) + Send + Sync + 'static,
    ) {
        let id = self.selected().map(|row| row.id.to_string());
        let form = Question::form(title, Form::new(fields), then);
        let name = format!("{name} {}", id.unwrap_or_default());
        self.ask(form.kept(name, "account-form-kept"));
    }

    /// Asks yes, by its own key, or no; with what it comes to in figures.
    pub(super) fn ask_sure(
        &mut self,
        id: &str,
        question: String,
        figures: Vec<(String, String)>,
        command: EscrowCommand,
    ) {
        let yes = (
            Chord::plain(Key::Char('y')),
            self.text(&format!("{id}-yes")),
        );
        let confirm = Confirm::new(self.text(id), question, yes, self.text("confirm-no"));
        let figures = figures.into_iter();
        let confirm = figures.fold(confirm, |confirm, (figure, words)| {
            confirm.with(figure, words)
        });
        self.ask(Question::sure(confirm, move |p: &mut EscrowPane| {
            p.send(command.clone());
        }));
    }

    /// Sends a command about money.
    pub(super) fn send(&mut self, command: EscrowCommand) -> u64 {
        self.submit(Command::Escrow(Box::new(command)))
    }

    /// An amount of the selected account in words.
    pub(super) fn amount(&self, minor: i64) -> String {
        let currency = self.selected().map(|row| row.held.currency);
        let currency = currency.unwrap_or(Currency::EUR);
        self.ctx().teller().money(Money { minor, currency })
    }
}
