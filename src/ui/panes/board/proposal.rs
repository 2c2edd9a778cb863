//! A proposal being written: its price, when its proposer is free, its text; submitted, or kept as a draft
//! in the house (BRD-5). Who wrote what stays until the desk has it.

use super::BoardPane;
use super::writing::{What, Written};
use crate::desk::views::{Me, MyProposal};
use crate::domain::money::Money;
use crate::domain::opportunity::BoardCommand;
use crate::domain::opportunity::proposal::Revision;
use crate::domain::request::Group;
use crate::domain::{Command, FirmId, OpportunityId};
use crate::ui::frame::ask::{item, meanwhile, money_check, optional};
use crate::ui::frame::{ListPane, Opening, Question};
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;

/// The key of the draft of a proposal. What was written for a firm is found by who acts for it, and by nobody who left it
/// (PPL-7).
pub(super) fn key(me: &Me, id: OpportunityId) -> String {
    match me.firm == FirmId::own(me.id) {
        true => format!("proposal-{id}"),
        false => format!("proposal-{id}-{}", me.firm),
    }
}

/// What is done with what was written.
#[derive(Clone, Copy)]
enum Hand {
    Submit,
    Keep,
    Drop,
}

impl BoardPane {
    /// What a proposal is opened with: its fields and its text as they stand now.
    fn proposal_opening(&self) -> Option<(OpportunityId, Opening)> {
        let page = self.page()?;
        let id = page.row.id;
        let mine = page.mine.as_ref();
        let working = mine.map(MyProposal::working);
        let price = working
            .and_then(|said| said.price)
            .map(|price| price.typed());
        let available = working.map_or("", |said| &said.available);
        let text = working.map_or("", |said| &said.text).to_owned();
        let mut fields = Vec::new();
        // The house sets the price of what it mandates: nobody bids under it.
        if page.row.group == Group::ClientIntroduction {
            let check = optional(money_check(self.ctx(), page.currency));
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
                let amount = self.ctx().teller().money(amount);
                let set = self.with("board-price-set", &[("amount", amount.into())]);
                format!("{} · {set}", self.text("board-write-text"))
            }
            None => self.text("board-write-text"),
        };
        let form = Form::new(fields).as_of(page.seq);
        let opening = Opening {
            key: key(&self.ctx().me, id),
            title,
            label,
            keys: "board-write-keys",
            hint: "board-write-hint",
            form,
            text,
            about: self.asked(),
        };
        Some((id, opening))
    }

    /// Opens the proposal to be written or rewritten.
    pub(super) fn write_proposal(&mut self) {
        if let Some((id, opening)) = self.proposal_opening() {
            let firm = self.ctx().me.firm;
            self.write_text(What::Proposal(id, firm), opening);
        }
    }

    /// Lays what was typed over the proposal as it stands now.
    pub(super) fn propose_again(&mut self, mut typed: Written) {
        let Some((_, opening)) = self.proposal_opening() else {
            self.frame.texts.open = Some(typed);
            return;
        };
        let ctx = self.ctx().clone();
        let mut form = opening.form;
        form.take_over(&typed.form, |now| meanwhile(&ctx, now));
        typed.form = form;
        let (mine, now) = (typed.pad.editor.text(), opening.text);
        let was = std::mem::replace(&mut typed.opened, now.clone());
        if mine == was {
            typed.pad.editor.replace(&now);
        }
        self.frame.texts.open = Some(typed);
        if mine != was && now != was && now != mine {
            let title = ctx.texts.get("form-text-moved").into_owned();
            self.say_beside(&title, &now);
        }
    }

    /// Asks what is done with it: submitted, or kept as a draft beside what was submitted, if anything was.
    pub(super) fn ask_hand(&mut self) {
        let mine = self.page().and_then(|page| page.mine.as_ref());
        let drafted = mine.is_some_and(|mine| mine.draft.is_some());
        let submitted = mine.is_some_and(|mine| mine.submitted_at.is_some());
        let keep = if submitted {
            "board-hand-beside"
        } else {
            "board-hand-draft"
        };
        let mut items = vec![
            (item('s', self.text("board-hand-submit")), Hand::Submit),
            (item('d', self.text(keep)), Hand::Keep),
        ];
        if drafted {
            items.push((item('x', self.text("board-hand-drop")), Hand::Drop));
        }
        let title = self.text("board-hand");
        self.ask(Question::menu(
            title,
            items,
            |p: &mut BoardPane, hand| match hand {
                Hand::Submit => p.hand_in(true),
                Hand::Keep => p.hand_in(false),
                Hand::Drop => p.drop_written(),
            },
        ));
    }

    /// Throws the draft away, and what was written into it: what was submitted stays.
    fn drop_written(&mut self) {
        let mine = self.page().and_then(|page| page.mine.as_ref());
        let Some(id) = mine.map(|mine| mine.id) else {
            return;
        };
        let token = self.send(BoardCommand::DropDraft(id));
        self.frame.texts.stay_with(token, &mut self.frame.out);
    }

    /// Sends what was written; it stays on the screen until it is safe.
    fn hand_in(&mut self, submit: bool) {
        let Some(page) = self.page() else { return };
        let (id, currency) = (page.row.id, page.currency);
        let mine = page.mine.is_some();
        let (texts, out) = (&self.frame.ctx.texts, &mut self.frame.out);
        let Some(writing) = &self.frame.texts.open else {
            return;
        };
        let What::Proposal(of, _) = writing.what else {
            return;
        };
        if of != id || !writing.pad.is_whole(texts, out) {
            return;
        }
        // Only what was written: the rest stays as it stands, whoever changed it.
        let (form, text) = (&writing.form, writing.pad.editor.text());
        let available = form.text("available").trim();
        let price = Money::parse(form.text("price"), currency);
        let revision = Revision {
            price: (!mine || form.touched("price")).then_some(price),
            available: (!mine || form.touched("available")).then(|| available.into()),
            text: (!mine || text != writing.opened).then(|| text.into()),
        };
        let command = BoardCommand::Propose {
            opportunity: id,
            revision: Box::new(revision),
            submit,
        };
        let command = Command::Board(Box::new(command)).upon(form.seen());
        let token = self.submit(command);
        self.frame.texts.stay_with(token, &mut self.frame.out);
    }
}
