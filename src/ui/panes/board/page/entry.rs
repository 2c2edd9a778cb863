//! What one may do on an opportunity and what it costs: eligibility with every reason (BRD-3), the steps
//! with their prices before they are paid, the contact clock, the client once known (BRD-4).

use super::Writer;
use crate::desk::views::{OpportunityPage, StepState};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::phase::Phase;
use crate::domain::opportunity::rules::clock::ContactClock;
use crate::ui::kit::prose::Tone;
use crate::ui::tell::local;

impl Writer<'_> {
    pub(super) fn entry(&mut self, page: &OpportunityPage) {
        self.eligibility(page);
        self.steps(page);
    }

    fn eligibility(&mut self, page: &OpportunityPage) {
        if page.row.eligible.is_none() || page.row.stage != Phase::Open {
            return;
        }
        self.rule(self.text("board-rule-eligible"));
        if page.row.deadline <= self.ctx.now {
            self.item("✗", &self.text("board-closed"), Tone::Soon);
            return;
        }
        if page.lacks.is_empty() {
            self.item("✓", &self.text("board-may-apply"), Tone::Text);
        }
        for lack in &page.lacks {
            let words = self.teller.lack(lack);
            self.item("✗", &words, Tone::Soon);
        }
    }

    fn steps(&mut self, page: &OpportunityPage) {
        if page.steps.is_empty() {
            return;
        }
        let taken = page.steps.iter().any(|step| step.at.is_some());
        if page.row.stage != Phase::Open && !taken && page.mission.is_none() {
            return;
        }
        self.rule(self.text("board-rule-steps"));
        let next = page
            .steps
            .iter()
            .find(|step| !step.open && step.kind != CreditKind::Contact);
        for step in &page.steps {
            let is_next = next.is_some_and(|next| next.kind == step.kind);
            let sold = step.sold && page.row.deadline > self.ctx.now;
            self.step(step, sold, is_next && sold);
        }
        if let Some(clock) = page.clock {
            self.clock(clock);
        }
    }

    fn step(&mut self, step: &StepState, sold: bool, next: bool) {
        let key = step.kind.key();
        let name = self.teller.named("step", key);
        let opens = self.text(&format!("board-opens-{key}"));
        let state = match (step.open, step.at) {
            (true, Some(at)) => {
                let at = self.teller.brief(at);
                self.with("board-step-taken", &[("at", at.into())])
            }
            (true, None) => self.text("board-step-free"),
            (false, _) if !sold => self.text("board-step-over"),
            (false, _) if step.price == 0 => self.text("board-step-free"),
            (false, _) => self.with(
                "board-step-costs",
                &[("price", step.price.into()), ("left", step.left.into())],
            ),
        };
        let key = if next {
            self.text("board-step-key")
        } else {
            String::new()
        };
        let (sign, tone) = match (step.open, next) {
            (true, _) => ("✓", Tone::Muted),
            (false, true) => ("▸", Tone::Accent),
            (false, false) => ("○", Tone::Text),
        };
        self.item(sign, &format!("{name} · {state}{key}"), tone);
        self.item(" ", &opens, Tone::Muted);
    }

    /// When the client may be reached directly, and what would make it sooner.
    fn clock(&mut self, clock: ContactClock) {
        let words = match clock {
            ContactClock::Open => return,
            ContactClock::NoAnswer => self.text("board-clock-no-answer"),
            ContactClock::Urgent => self.text("board-clock-urgent"),
            ContactClock::At(at) => {
                let zone = self.ctx.me.zone;
                let wait = local(zone, at) - local(zone, self.ctx.now);
                self.with(
                    "board-clock-at",
                    &[
                        ("at", self.teller.when(at).into()),
                        ("wait", self.ctx.formats.wait(wait).into()),
                    ],
                )
            }
            ContactClock::NothingAsked => self.text("board-clock-nothing-asked"),
            ContactClock::Answered => self.text("board-clock-answered"),
            ContactClock::HouseHolds => self.text("board-clock-house"),
            ContactClock::Over => self.text("board-clock-over"),
        };
        self.item("◷", &words, Tone::Muted);
    }

    pub(super) fn client(&mut self, page: &OpportunityPage) {
        let Some(client) = &page.client else { return };
        self.rule(self.text("board-rule-client"));
        let country = client.country.map(|c| format!(" ({})", c.code()));
        let name = format!("{}{}", client.organisation, country.unwrap_or_default());
        self.field("field-client", &name, Tone::Text);
        for (label, words) in [
            ("form-contact", &client.name),
            ("form-email", &client.email),
            ("form-phone", &client.phone),
        ] {
            if !words.is_empty() {
                self.field(label, words, Tone::Text);
            }
        }
    }

    pub(super) fn description(&mut self, page: &OpportunityPage) {
        self.rule(self.text("board-rule-description"));
        match &page.text {
            None => self.line(&self.text("board-text-closed"), Tone::Muted),
            Some(text) if text.trim().is_empty() => {
                self.line(&self.text("board-text-none"), Tone::Muted);
            }
            Some(text) => self.quoted(text, Tone::Text),
        }
        self.files(&page.files);
    }
}
