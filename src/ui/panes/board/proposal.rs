//! A proposal being written: its price, when its proposer is free, its text; submitted, or kept as a draft
//! in the house (BRD-5). Who wrote what stays until the desk has it.

use std::sync::Arc;

use super::BoardPane;
use super::answers::Wanted;
use super::writing::What;
use crate::domain::OpportunityId;
use crate::domain::money::Money;
use crate::domain::opportunity::Command as Board;
use crate::domain::opportunity::proposal::Offer;
use crate::domain::request::Group;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::prompt::Check;
use crate::ui::panes::ask::item;

/// What the keys of such drafts begin with.
const KEY: &str = "proposal-";

/// The opportunity of such a key.
pub(super) fn of_key(key: &str) -> Option<OpportunityId> {
    key.strip_prefix(KEY).and_then(|id| id.parse().ok())
}

impl BoardPane {
    /// An amount, shown back; nothing may be said.
    pub(super) fn money_check(&self, currency: crate::domain::money::Currency) -> Check {
        let wrong = self.text("form-not-money");
        let formats = self.ctx.formats;
        Arc::new(move |text| match text.trim() {
            "" => Ok(String::new()),
            text => match Money::parse(text, currency) {
                Some(money) => {
                    let digits = u8::try_from(money.currency.digits()).unwrap_or(2);
                    Ok(formats.money(money.minor, digits, money.currency.code()))
                }
                None => Err(wrong.clone()),
            },
        })
    }

    /// Opens the proposal to be written or rewritten.
    pub(super) fn write_proposal(&mut self) {
        let Some(page) = self.page() else { return };
        let id = page.row.id;
        let mine = page.mine.as_ref();
        let price = mine
            .and_then(|mine| mine.price)
            .map(|price| price.to_string());
        let available = mine.map_or("", |mine| &mine.available);
        let text = mine.map(|mine| mine.text.clone()).unwrap_or_default();
        let mut fields = Vec::new();
        // The house sets the price of what it mandates: nobody bids under it.
        if page.row.group == Group::ClientIntroduction {
            let check = self.money_check(page.currency);
            let hint = format!("1 200 {}", page.currency.code());
            let price = price.unwrap_or_default();
            let label = self.text("board-field-price");
            fields.push(Field::checked("price", label, &price, check).hint(hint));
        }
        let label = self.text("board-field-available");
        let hint = self.text("board-available-hint");
        fields.push(Field::text("available", label, available).hint(hint));
        let title = self.about("board-write-title", id);
        let label = match page
            .row
            .amount
            .filter(|_| page.row.group == Group::Subcontracting)
        {
            Some(amount) => {
                let amount = self.ctx.teller().money(amount);
                let set = self.with("board-price-set", &[("amount", amount.into())]);
                format!("{} · {set}", self.text("board-write-text"))
            }
            None => self.text("board-write-text"),
        };
        let draft = format!("{KEY}{id}");
        let what = What::Proposal(id);
        self.write(what, title, label, draft, Form::new(fields), &text);
    }

    /// Submits at once what stands before the client already; else asks whether to.
    pub(super) fn ask_hand(&mut self) {
        let mine = self.page().and_then(|page| page.mine.as_ref());
        let before_client = mine.is_some_and(|mine| {
            matches!(mine.key, "submitted" | "interesting" | "not_interesting")
        });
        if before_client {
            return self.hand_in(true);
        }
        let items = vec![
            item('s', self.text("board-hand-submit")),
            item('d', self.text("board-hand-draft")),
        ];
        let title = self.text("board-hand");
        self.ask_menu(title, items, Wanted::Hand);
    }

    /// Sends what was written; it stays on the screen until it is safe.
    pub(super) fn hand_in(&mut self, submit: bool) {
        let Some(page) = self.page() else { return };
        let (id, currency) = (page.row.id, page.currency);
        let files = page.mine.as_ref().map(|mine| mine.attachments.clone());
        let Some(writing) = &self.writing else { return };
        let What::Proposal(of) = writing.what else {
            return;
        };
        if of != id || !writing.pad.is_whole(&self.ctx.texts, &mut self.out) {
            return;
        }
        let offer = Offer {
            price: Money::parse(writing.form.text("price"), currency),
            available: writing.form.text("available").trim().into(),
            text: writing.pad.editor.text().into(),
            files: files.unwrap_or_default(),
        };
        let token = self.send(Board::Propose {
            opportunity: id,
            offer: Box::new(offer),
            submit,
        });
        self.sent_with(token);
    }
}
