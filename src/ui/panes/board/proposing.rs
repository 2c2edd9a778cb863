//! What a facilitator does: takes steps with their price before them, reaches the client, takes a proposal
//! back, confirms or declines the terms (BRD-4, BRD-5, BRD-6).

use super::BoardPane;
use super::reasons::because;
use crate::desk::views::StepState;
use crate::domain::OpportunityId;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::phase::Progress;
use crate::domain::opportunity::rules::clock::ContactClock;
use crate::domain::opportunity::{BoardCommand, CreditCommand};
use crate::ui::frame::ListPane;
use crate::ui::frame::ask::text_check;

impl BoardPane {
    /// The next of the steps that are taken in their order; direct contact has a key of its own.
    pub(super) fn next_step(&self) -> Option<StepState> {
        let steps = self.page()?.steps.iter();
        let mut open = steps.filter(|step| !step.open && step.kind != CreditKind::Contact);
        open.next().copied()
    }

    pub(super) fn step_of(&self, kind: CreditKind) -> Option<StepState> {
        let mut steps = self.page()?.steps.iter();
        steps.find(|step| step.kind == kind).copied()
    }

    /// Says what a step costs and opens before it is taken.
    pub(super) fn ask_step(&mut self) {
        let (Some(id), Some(step)) = (self.row().map(|row| row.id), self.next_step()) else {
            return;
        };
        self.ask_step_sure(id, step, 'y', "");
    }

    fn ask_step_sure(&mut self, id: OpportunityId, step: StepState, yes: char, reason: &str) {
        let key = step.kind.key();
        let name = self.ctx().teller().named("step", key);
        let opens = self.text(&format!("board-opens-{key}"));
        let question = self.with(
            "board-ask-step",
            &[
                ("step", name.into()),
                ("of", id.to_string().into()),
                ("opens", opens.into()),
            ],
        );
        let left = step.left.saturating_sub(step.price);
        let words = self.with(
            "board-step-leaves",
            &[
                ("price", step.price.into()),
                ("left", step.left.into()),
                ("then", left.into()),
            ],
        );
        let figures = vec![(step.price.to_string(), words)];
        let (kind, price, reason): (_, _, Box<str>) = (step.kind, step.price, reason.into());
        self.ask_sure("board-step", question, yes, figures, move |p| {
            p.send(BoardCommand::Credit(CreditCommand::Open {
                opportunity: id,
                kind,
                price,
                reason: reason.clone(),
            }));
        });
    }

    /// Direct contact: at once when the clock says so, else with a reason.
    pub(super) fn ask_direct(&mut self) {
        let (Some(id), Some(step)) = (
            self.row().map(|row| row.id),
            self.step_of(CreditKind::Contact),
        ) else {
            return;
        };
        let clock = self.page().and_then(|page| page.clock);
        match clock {
            Some(ContactClock::NoAnswer | ContactClock::Urgent) => {
                self.ask_step_sure(id, step, '!', "");
            }
            Some(ContactClock::At(_) | ContactClock::NothingAsked | ContactClock::Answered) => {
                let title = self.about("board-ask-contact", id);
                let check = text_check(self.ctx(), true);
                self.ask_line(
                    title,
                    "board-ask-contact-hint",
                    "",
                    check,
                    move |p, reason| {
                        p.ask_contact(id, step.price, reason);
                    },
                );
            }
            Some(ContactClock::Open | ContactClock::HouseHolds | ContactClock::Over) | None => {}
        }
    }

    fn ask_contact(&mut self, id: OpportunityId, price: u32, reason: &str) {
        if let Some(step) = self.step_of(CreditKind::Contact) {
            let step = StepState { price, ..step };
            self.ask_step_sure(id, step, '!', reason);
        }
    }

    pub(super) fn ask_withdraw(&mut self) {
        let Some(page) = self.page() else { return };
        let Some(mine) = &page.mine else { return };
        let (id, proposal, needed) = (page.row.id, mine.id, mine.progress != Progress::Draft);
        let title = self.about("board-ask-withdraw", id);
        self.ask_why(title, needed, move |p, why, reason| {
            let reason = reason.into();
            p.send(because(why, BoardCommand::Withdraw { proposal, reason }));
        });
    }

    pub(super) fn ask_decline(&mut self, opportunity: OpportunityId) {
        let title = self.about("board-ask-decline", opportunity);
        self.ask_why(title, true, move |p, why, reason| {
            let reason = reason.into();
            p.sheet = None;
            let decline = BoardCommand::Decline {
                opportunity,
                reason,
            };
            p.send(because(why, decline));
        });
    }
}
