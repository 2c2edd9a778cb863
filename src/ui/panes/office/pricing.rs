//! Writing the lines of a quotation: products of the house's list or free lines, with what they come to as one
//! writes. Nothing is kept before `Ctrl-s`: then it is one new version. What is left is there again.

mod view;

use super::OfficePane;
use super::steps::EVENING;
use crate::desk::views::ProductRow;
use crate::domain::money::Currency;
use crate::domain::prices::Line;
use crate::domain::quotation::QuotationCommand;
use crate::domain::{Millis, QuotationId};
use crate::ui::frame::ask::{read_when, text_check, when_check};
use crate::ui::frame::choose::{self, Way};
use crate::ui::frame::pad::MOST_LEFT;
use crate::ui::frame::{ListPane, Question, run};
use crate::ui::kit::binding::{Binding, Ready, Scope, bind};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::keys::Input;
use crate::ui::kit::prompt::Prompt;

/// Lines being written.
pub struct Pricing {
    pub id: QuotationId,
    /// The latest version when they were begun.
    seen: u16,
    pub(super) currency: Currency,
    pub(super) lines: Vec<Line>,
    pub(super) at: usize,
    note: String,
    valid_until: Option<Millis>,
    /// What the house's list has; `None`: there is no list, and lines are free.
    pub(super) products: Option<Vec<ProductRow>>,
}

/// The place where lines are written.
pub static SCOPE: Scope<OfficePane> = Scope {
    id: "pricing",
    bindings: BINDINGS,
};

static BINDINGS: &[Binding<OfficePane>] = &[
    bind("keep-lines", &["Ctrl-s"], 99, has_lines, |p| p.keep_lines()),
    bind("add-product", &["n"], 98, Ready::always, |p| {
        p.ask_product()
    }),
    bind("add-line", &[], 97, Ready::always, |p| {
        p.line_form(None, None)
    }),
    bind(
        "edit-lines",
        &["e"],
        96,
        |p| choose::any(p, &EDITS),
        |p| {
            let title = p.text("act-edit-lines");
            choose::choose(p, title, &EDITS);
        },
    ),
    bind("edit-line", &["Enter"], 96, has_lines, |p| p.edit_line()),
    bind("remove-line", &["x"], 95, has_lines, |p| p.remove_line()),
    bind("price-note", &[], 94, Ready::always, |p| p.ask_note()),
    bind("validity", &["d"], 93, Ready::always, |p| p.ask_validity()),
    bind("line-down", &["j", "Down"], 0, Ready::always, |p| {
        p.go_line(1)
    }),
    bind("line-up", &["k", "Up"], 0, Ready::always, |p| p.go_line(-1)),
    bind("leave-lines", &["Esc"], 61, Ready::always, |p| {
        p.leave_lines()
    }),
];

/// A line, and the remark on all of them.
const EDITS: [Way<OfficePane>; 2] = [
    ('l', "edit-line", has_lines, |p| p.edit_line()),
    ('n', "price-note", Ready::always, |p| p.ask_note()),
];

fn has_lines(p: &OfficePane) -> Ready {
    let some = p.pricing.as_ref().is_some_and(|p| !p.lines.is_empty());
    Ready::when(some, "why-no-lines", &[])
}

impl OfficePane {
    /// Writes the lines of the selected one: those that were left, or those of its latest version.
    pub(super) fn start_pricing(&mut self) {
        let Some(view) = &self.view else { return };
        let id = view.row.id;
        let latest = view.versions.last();
        let seen = latest.map_or(0, |version| version.number);
        if let Some(at) = self.left_lines.iter().position(|left| left.id == id) {
            let left = self.left_lines.remove(at);
            self.pricing = Some(Pricing { seen, ..left });
            return;
        }
        let currency = self.ctx().sight.currency_for(id);
        let latest = latest.filter(|version| version.totals.currency == currency);
        self.pricing = Some(Pricing {
            id,
            seen,
            currency,
            lines: latest.map(|v| v.lines.clone()).unwrap_or_default(),
            at: 0,
            note: latest.map(|v| v.note.clone()).unwrap_or_default(),
            valid_until: None,
            products: self.ctx().sight.products_for(id),
        });
    }

    pub(super) fn in_pricing(&mut self, input: &Input) -> bool {
        let Input::Key(chord) = input else {
            return false;
        };
        // Other keys mean what they mean everywhere: help, the palette.
        let dispatch = SCOPE.dispatch(&self.line_keys, *chord, self);
        run(self, dispatch)
    }

    fn go_line(&mut self, lines: isize) {
        if let Some(pricing) = &mut self.pricing {
            let last = pricing.lines.len().saturating_sub(1);
            pricing.at = pricing.at.saturating_add_signed(lines).min(last);
        }
    }

    fn remove_line(&mut self) {
        if let Some(pricing) = &mut self.pricing
            && pricing.at < pricing.lines.len()
        {
            pricing.lines.remove(pricing.at);
        }
        self.go_line(0);
    }

    fn leave_lines(&mut self) {
        let id = self.pricing.as_ref().map(|pricing| pricing.id);
        self.left_lines.retain(|left| Some(left.id) != id);
        self.left_lines.truncate(MOST_LEFT - 1);
        self.left_lines.splice(0..0, self.pricing.take());
        let words = self.text("lines-kept");
        self.frame.out.say(words);
    }

    fn keep_lines(&mut self) {
        let Some(pricing) = self.pricing.take() else {
            return;
        };
        let token = self.step(QuotationCommand::Price {
            quotation: pricing.id,
            seen: pricing.seen,
            currency: pricing.currency,
            lines: pricing.lines.clone(),
            note: pricing.note.as_str().into(),
            valid_until: pricing.valid_until,
        });
        self.sending.keep(token..=token, pricing);
    }

    fn ask_product(&mut self) {
        let Some(pricing) = &self.pricing else { return };
        let teller = self.ctx().teller();
        let products = pricing.products.iter().flatten().enumerate();
        let products = products.map(|(at, product)| {
            let price = teller.quotation_line(&product.line, pricing.currency);
            (Choice::with(product.line.text.to_string(), price), Some(at))
        });
        let mut choices: Vec<_> = products.collect();
        choices.push((Choice::new(self.text("act-add-line")), None));
        self.ask_one(self.text("ask-product"), choices, |p, at| {
            p.line_form(None, at);
        });
    }

    fn edit_line(&mut self) {
        let Some(pricing) = &self.pricing else { return };
        let Some(line) = pricing.lines.get(pricing.at) else {
            return;
        };
        let listed = pricing.products.iter().flatten();
        let product = line.product.as_ref().and_then(|key| {
            let mut listed = listed.enumerate();
            let found = listed.find(|(_, p)| p.line.product.as_ref() == Some(key));
            found.map(|(at, _)| at)
        });
        self.line_form(Some(pricing.at), product);
    }

    fn ask_note(&mut self) {
        let Some(pricing) = &self.pricing else { return };
        let check = text_check(self.ctx(), false);
        let hint = self.text("price-note-hint");
        let prompt = Prompt::new(self.text("ask-price-note"), hint, &pricing.note, check);
        self.ask(Question::line(prompt, |p: &mut OfficePane, text| {
            if let Some(pricing) = &mut p.pricing {
                pricing.note = text.trim().to_owned();
            }
        }));
    }

    fn ask_validity(&mut self) {
        let check = when_check(self.ctx(), EVENING);
        let hint = self.text("ask-when-hint");
        let prompt = Prompt::new(self.text("ask-validity"), hint, "", check);
        self.ask(Question::line(prompt, |p: &mut OfficePane, text| {
            match (read_when(p.ctx(), text, EVENING), &mut p.pricing) {
                (Ok(until), Some(pricing)) => pricing.valid_until = Some(until),
                (Err(why), _) => p.frame.out.refuse(why),
                (Ok(_), None) => {}
            }
        }));
    }
}
