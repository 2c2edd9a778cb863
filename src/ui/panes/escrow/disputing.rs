//! Disputes (ESC-5): one is opened, all is said on its page, the mediator proposes how the held sum is shared, both sides answer
//! with their word, and only then it is awarded. Every question shows what would be booked. Decides nothing.

use super::EscrowPane;
use super::named::answering;
use crate::desk::views::{AccountPage, DisputePage};
use crate::domain::escrow::{EscrowCommand, Split};
use crate::domain::money::Money;
use crate::domain::opportunity::Side;
use crate::ui::frame::ListPane;
use crate::ui::frame::ask::{read_when, when_check};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;

/// The hour that is meant when only a day is named.
const EVENING: (u32, u32) = (18, 0);

impl EscrowPane {
    /// Asks for which side, where who looks speaks for both.
    fn ask_side(
        &mut self,
        sides: Vec<Side>,
        then: impl Fn(&mut EscrowPane, Side) + Send + Sync + 'static,
    ) {
        let choice = |side: Side| {
            let name = self.text(&format!("account-turn-{}", side.key()));
            (Choice::new(name), side)
        };
        let choices = sides.into_iter().map(choice).collect();
        let title = self.text("ask-which-side");
        self.ask_one(title, choices, then);
    }

    /// `H`: opens a dispute.
    pub(super) fn dispute_form(&mut self) {
        let Some(page) = self.page() else { return };
        let sides = match page.own_side {
            Some(side) => vec![side],
            None => page.sides.clone(),
        };
        self.ask_side(sides, |p, side| p.dispute_of(side));
    }

    fn dispute_of(&mut self, side: Side) {
        let Some(page) = self.page() else { return };
        let project = page.row.id;
        let held: Vec<(Option<u16>, i64)> = std::iter::once((None, page.row.held.minor))
            .chain(
                page.tranches
                    .iter()
                    .filter(|one| one.held.minor > 0)
                    .map(|one| (Some(one.number), one.held.minor)),
            )
            .collect();
        let name = |(number, minor): &(Option<u16>, i64)| {
            let amount = self.amount(*minor);
            match number {
                None => self.with("dispute-about-all", &[("held", amount.into())]),
                Some(n) => self.with(
                    "dispute-about-tranche",
                    &[("n", u32::from(*n).into()), ("held", amount.into())],
                ),
            }
        };
        let options = held.iter().map(name).collect();
        let label = self.text("field-about");
        let mut fields = vec![
            Field::one("about", label, options, 0),
            self.amount_field("claim", page.row.held, None).required(),
            self.words_field("reason").required(),
        ];
        fields.extend(self.said_field(side));
        let currency = page.row.held.currency;
        let title = self.text("form-dispute");
        self.ask_form("dispute", title, fields, move |p, form| {
            let about = form.chosen("about").and_then(|at| held.get(at));
            let (number, there) = about.copied().unwrap_or((None, 0));
            let Some(claim) = p.amount_of(form, "claim", currency) else {
                return;
            };
            let command = EscrowCommand::Dispute {
                project,
                side,
                number,
                claim,
                words: form.text("reason").trim().into(),
                said: form.text("said").trim().into(),
            };
            let figures = vec![
                (p.amount(claim.min(there)), p.text("dispute-holds")),
                (p.amount(claim), p.text("dispute-claimed")),
            ];
            let question = p.text("account-dispute-question");
            p.ask_sure("account-open-dispute", question, figures, command);
        });
    }

    /// `r`: says something on the page of the dispute.
    pub(super) fn say_form(&mut self) {
        let Some(project) = self.page().map(|page| page.row.id) else {
            return;
        };
        let hint = self.text("field-say-hint");
        let fields = vec![self.words_field("say").required().hint(hint)];
        let title = self.text("form-say");
        self.ask_form("say", title, fields, move |p, form| {
            p.send(EscrowCommand::Say {
                project,
                words: form.text("say").trim().into(),
                files: Vec::new(),
            });
        });
    }

    /// The fields for three shares.
    fn split_fields(&self, dispute: &DisputePage, split: Split) -> Vec<Field> {
        let held = dispute.held;
        let shares = [
            ("to-provider", split.provider),
            ("to-client", split.client),
            ("fee", split.fee),
        ];
        let field = |(id, minor)| {
            let amount = Money { minor, ..held };
            self.amount_field(id, amount, Some(held.minor))
        };
        shares.map(field).into()
    }

    /// The shares that were typed; what was left empty is nothing.
    fn split_of(&self, dispute: &DisputePage, form: &Form) -> Split {
        let currency = dispute.held.currency;
        let share = |id| self.amount_of(form, id, currency).unwrap_or(0);
        Split {
            provider: share("to-provider"),
            client: share("to-client"),
            fee: share("fee"),
        }
    }

    /// What the shares book, and by how much they miss what is held.
    fn split_figures(
        &self,
        page: &AccountPage,
        dispute: &DisputePage,
        split: Split,
    ) -> Vec<(String, String)> {
        let teller = self.ctx().teller();
        let share = |one: crate::desk::views::Share| {
            let args = [
                ("from", teller.account(one.from, false).into()),
                ("to", teller.account(one.to, false).into()),
            ];
            (
                teller.money(one.amount),
                self.with("account-share-books", &args),
            )
        };
        let shares = dispute.shares(page, split).into_iter();
        let mut figures: Vec<(String, String)> = shares.map(share).collect();
        let off = split.sum().unwrap_or(i64::MAX) - dispute.held.minor;
        match off {
            0 => figures.push((
                self.amount(dispute.held.minor),
                self.text("account-share-all"),
            )),
            _ => {
                let id = match off < 0 {
                    true => "account-share-less",
                    false => "account-share-more",
                };
                figures.push((self.amount(off.saturating_abs()), self.text(id)));
            }
        }
        figures
    }

    /// `S`: proposes how the held sum is shared.
    pub(super) fn propose_form(&mut self) {
        let Some((page, dispute)) = self
            .page()
            .and_then(|page| Some((page.clone(), page.open_dispute()?.clone())))
        else {
            return;
        };
        let split = dispute.settlement.as_ref().map(|one| one.split);
        let split = split.unwrap_or(Split {
            provider: 0,
            client: 0,
            fee: 0,
        });
        let mut fields = self.split_fields(&dispute, split);
        let check = when_check(self.ctx(), EVENING);
        let until = Field::checked("until", self.text("field-until"), "", check).required();
        fields.push(until);
        fields.push(self.words_field("reason").required());
        let title = self.text("form-propose");
        self.ask_form("propose", title, fields, move |p, form| {
            let split = p.split_of(&dispute, form);
            let Ok(until) = read_when(p.ctx(), form.text("until"), EVENING) else {
                return;
            };
            let command = EscrowCommand::Propose {
                project: page.row.id,
                split,
                until,
                words: form.text("reason").trim().into(),
            };
            let mut figures = p.split_figures(&page, &dispute, split);
            let args = [("until", p.ctx().teller().full(until).into())];
            figures.push((String::new(), p.with("account-propose-until", &args)));
            let question = p.text("account-propose-question");
            p.ask_sure("account-propose", question, figures, command);
        });
    }

    /// `y` and `x`: a side's word on the settlement.
    pub(super) fn answer_form(&mut self, accepts: bool) {
        let Some(all) = self.page().map(answering) else {
            return;
        };
        let sides = all.iter().map(|(side, _)| *side).collect();
        self.ask_side(sides, move |p, side| p.answer_for(side, accepts));
    }

    fn answer_for(&mut self, side: Side, accepts: bool) {
        let Some((page, dispute)) = self
            .page()
            .and_then(|page| Some((page.clone(), page.open_dispute()?.clone())))
        else {
            return;
        };
        let found = answering(&page).into_iter().find(|(one, _)| *one == side);
        let Some((_, seen)) = found else { return };
        let mut fields = vec![self.words_field("word").required()];
        fields.extend(self.said_field(side));
        let name = if accepts { "settle-yes" } else { "settle-no" };
        let title = self.text(&format!("form-{name}"));
        self.ask_form(name, title, fields, move |p, form| {
            let command = EscrowCommand::Reply {
                project: page.row.id,
                side,
                seen,
                accepts,
                words: form.text("word").trim().into(),
                said: form.text("said").trim().into(),
            };
            let figures = p.split_figures(&page, &dispute, seen);
            let id = match accepts {
                true => "account-settle-yes",
                false => "account-settle-no",
            };
            let question = p.text(&format!("{id}-question"));
            p.ask_sure(id, question, figures, command);
        });
    }

    /// `y` for the mediator: awards what is held, once.
    pub(super) fn award_form(&mut self) {
        let Some((page, dispute)) = self
            .page()
            .and_then(|page| Some((page.clone(), page.open_dispute()?.clone())))
        else {
            return;
        };
        let Some(split) = dispute.settlement.as_ref().map(|one| one.split) else {
            return;
        };
        let mut fields = self.split_fields(&dispute, split);
        fields.push(self.words_field("reason").required());
        let title = self.text("form-award");
        self.ask_form("award", title, fields, move |p, form| {
            let split = p.split_of(&dispute, form);
            let command = EscrowCommand::Award {
                project: page.row.id,
                split,
                words: form.text("reason").trim().into(),
            };
            let figures = p.split_figures(&page, &dispute, split);
            let question = p.text("account-award-question");
            p.ask_sure("account-award", question, figures, command);
        });
    }

    /// `x`: who opened the dispute takes it back.
    pub(super) fn withdraw_form(&mut self) {
        let Some((page, dispute)) = self
            .page()
            .and_then(|page| Some((page.clone(), page.open_dispute()?.clone())))
        else {
            return;
        };
        let mut fields = vec![self.words_field("reason").required()];
        fields.extend(self.said_field(dispute.side));
        let title = self.text("form-withdraw-dispute");
        self.ask_form("withdraw", title, fields, move |p, form| {
            let command = EscrowCommand::Withdraw {
                project: page.row.id,
                words: form.text("reason").trim().into(),
                said: form.text("said").trim().into(),
            };
            let held = p.amount(dispute.held.minor);
            let figures = vec![(held, p.text("account-withdraw-back"))];
            let question = p.text("account-withdraw-question");
            p.ask_sure("account-withdraw", question, figures, command);
        });
    }
}
