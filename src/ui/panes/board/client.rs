//! What the client does, or the house on the client's word (PPL-3): judges, compares, selects, opens the
//! selection again, looks where one's requests stand (BRD-6, BRD-7).

use super::BoardPane;
use crate::desk::views::{OpportunityPage, ProposalRow};
use crate::domain::opportunity::BoardCommand;
use crate::domain::opportunity::proposal::{ProposalStanding, Verdict};
use crate::domain::person::Permission;
use crate::ui::frame::ask::text_check;
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::choices::Choice;
use crate::ui::message::Jump;

impl BoardPane {
    /// A title, and whose word it is when it is not one's own.
    pub(super) fn titled(&self, id: &str) -> String {
        self.on_word(self.text(id))
    }

    /// The same of a title.
    pub(super) fn on_word(&self, title: String) -> String {
        match self.word_of() {
            Some(who) => {
                let word = self.with("board-word-of", &[("who", who.into())]);
                format!("{title} · {word}")
            }
            None => title,
        }
    }

    /// For whom one would judge and select, of the house.
    pub(super) fn word_of(&self) -> Option<String> {
        let on_word = self.page().is_some_and(|page| page.on_word);
        self.client_name().filter(|_| on_word)
    }

    /// The client's name, as far as it is known.
    pub(super) fn client_name(&self) -> Option<String> {
        let client = self.page()?.client.as_ref()?;
        let name = if client.name.is_empty() {
            &client.organisation
        } else {
            &client.name
        };
        Some(name.clone())
    }

    /// The proposals that stand before the client.
    pub(super) fn standing(&self) -> Vec<&ProposalRow> {
        let all = self.page().map_or(&[][..], |page| &page.proposals);
        let before = all.iter();
        before
            .filter(|row| row.state == ProposalStanding::Submitted)
            .collect()
    }

    pub(super) fn choice_of(&self, row: &ProposalRow) -> Choice {
        let teller = self.ctx().teller();
        let price = row.price.map(|price| teller.money(price));
        let state = teller.named("proposal", row.progress.key());
        let parts: Vec<String> = price.into_iter().chain([state]).collect();
        Choice::with(row.name.clone(), parts.join(" · "))
    }

    pub(super) fn ask_judge(&mut self, verdict: Verdict) {
        let rows = self.standing();
        let others: Vec<&ProposalRow> = rows
            .into_iter()
            .filter(|row| row.verdict != verdict)
            .collect();
        if others.is_empty() {
            let words = self.text("refusal-already-so");
            return self.frame.out.refuse(words);
        }
        let choices = others.iter().map(|row| (self.choice_of(row), row.id));
        let choices: Vec<_> = choices.collect();
        let id = match verdict {
            Verdict::NotInteresting => "board-ask-not-interesting",
            Verdict::Interesting | Verdict::Unsaid => "board-ask-interesting",
        };
        let title = self.titled(id);
        let judge = move |p: &mut BoardPane, id| p.judge(verdict, id);
        // Of the house, one is told for whom one speaks even when there is nothing to choose.
        if self.word_of().is_some() {
            self.ask(Question::pick(title, choices, judge));
        } else {
            self.ask_one(title, choices, judge);
        }
    }

    /// The client selects, the winner sees the terms, and so does the client who has to agree to them.
    pub(super) fn accept(&mut self) {
        let agrees = |page: &OpportunityPage| page.deal.as_ref().is_some_and(|deal| deal.may_agree);
        if self
            .page()
            .is_some_and(|page| page.to_confirm || agrees(page))
        {
            return self.show_terms();
        }
        let rows = self.standing().into_iter();
        let rows = rows.filter(|row| row.lacks.is_empty());
        // Each with the record that was read.
        let choices = rows.map(|row| (self.choice_of(row), (row.id, row.read)));
        let (title, choices) = (self.titled("board-ask-select"), choices.collect());
        self.ask_one(title, choices, |p, (proposal, seen)| {
            p.ask_select(proposal, seen);
        });
    }

    pub(super) fn ask_reopen(&mut self) {
        let Some(opportunity) = self.row().map(|row| row.id) else {
            return;
        };
        let title = self.titled("board-ask-reopen");
        let check = text_check(self.ctx(), true);
        self.ask_line(
            title,
            "board-ask-reopen-hint",
            "",
            check,
            move |p, reason| {
                let reason = reason.into();
                p.send(BoardCommand::Reopen {
                    opportunity,
                    reason,
                });
            },
        );
    }

    /// Goes to the client's page in the directory.
    pub(super) fn open_client(&mut self) {
        let request = self.row().and_then(|row| row.request);
        let client = request.and_then(|id| self.ctx().sight.organisation_of(id));
        self.frame.out.jump = client.map(Jump::Organisation);
    }

    /// The house goes to the request; a client sees where each of theirs stands.
    pub(super) fn ask_requests(&mut self) {
        if self.ctx().me.may(Permission::ReadInbox) {
            let request = self.row().and_then(|row| row.request);
            self.frame.out.jump = request.map(Jump::Request);
            return;
        }
        let own = self.ctx().sight.own_requests();
        if own.is_empty() {
            let words = self.text("board-why-no-requests");
            return self.frame.out.refuse(words);
        }
        let choice = |row: &crate::desk::views::ClientRequest| {
            let state = self.text(&format!("board-request-{}", row.stage.key()));
            let choice = Choice::with(format!("{} {}", row.id, row.subject), state);
            (choice, row.opportunity)
        };
        let choices = own.iter().map(choice).collect();
        let title = self.text("board-ask-requests");
        self.ask(Question::pick(
            title,
            choices,
            |p: &mut BoardPane, of| match of {
                Some(id) => {
                    p.go_to(id);
                }
                None => {
                    let words = p.text("board-not-on-board");
                    p.frame.out.say(words);
                }
            },
        ));
    }
}
