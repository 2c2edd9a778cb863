//! What the client does, or the house on the client's word (PPL-3): judges, compares, selects, opens the
//! selection again, looks where one's requests stand (BRD-6, BRD-7).

use super::BoardPane;
use super::answers::Wanted;
use crate::desk::views::ProposalRow;
use crate::domain::OpportunityId;
use crate::domain::ids::{ProposalId, Seq};
use crate::domain::opportunity::Command as Board;
use crate::domain::opportunity::proposal::{Standing as ProposalState, Verdict};
use crate::domain::person::Permission;
use crate::ui::kit::choices::Choice;
use crate::ui::kit::texts::Lang;
use crate::ui::message::Jump;
use crate::ui::panes::ask::text_check;

impl BoardPane {
    /// A title, and whose word it is when it is not one's own.
    pub(super) fn titled(&self, id: &str) -> String {
        let title = self.text(id);
        match self.word_of() {
            Some(who) => {
                let word = self.with("board-word-of", &[("who", who.into())]);
                format!("{title} · {word}")
            }
            None => title,
        }
    }

    /// For whom one would speak, of the house.
    pub(super) fn word_of(&self) -> Option<String> {
        let page = self.page().filter(|page| page.on_word)?;
        let client = page.client.as_ref()?;
        let name = if client.name.is_empty() {
            &client.organisation
        } else {
            &client.name
        };
        Some(name.clone())
    }

    /// The proposals that stand before the client.
    fn standing(&self) -> Vec<&ProposalRow> {
        let all = self.page().map_or(&[][..], |page| &page.proposals);
        let before = all.iter();
        before
            .filter(|row| row.state == ProposalState::Submitted)
            .collect()
    }

    pub(super) fn choice_of(&self, row: &ProposalRow) -> Choice {
        let teller = self.ctx.teller();
        let price = row.price.map(|price| teller.money(price));
        let state = teller.named("proposal", row.key);
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
            return self.out.refuse(words);
        }
        let choices: Vec<Choice> = others.iter().map(|row| self.choice_of(row)).collect();
        let ids = others.iter().map(|row| row.id).collect();
        let id = match verdict {
            Verdict::NotInteresting => "board-ask-not-interesting",
            Verdict::Interesting | Verdict::Unsaid => "board-ask-interesting",
        };
        let (title, wanted) = (self.titled(id), Wanted::Judge(verdict, ids));
        // Of the house, one is told for whom one speaks even when there is nothing to choose.
        if self.word_of().is_some() {
            self.ask_among(title, choices, wanted);
        } else {
            self.ask_one(title, choices, wanted);
        }
    }

    pub(super) fn judged(&mut self, verdict: Verdict, proposal: Option<&ProposalId>) {
        if let Some(proposal) = proposal.copied() {
            self.send(Board::Judge { proposal, verdict });
        }
    }

    /// The client selects, the winner sees the terms.
    pub(super) fn accept(&mut self) {
        if self.page().is_some_and(|page| page.to_confirm) {
            return self.show_terms();
        }
        let rows: Vec<&ProposalRow> = self
            .standing()
            .into_iter()
            .filter(|row| row.lacks.is_empty())
            .collect();
        let choices = rows.iter().map(|row| self.choice_of(row)).collect();
        let ids = rows.iter().map(|row| (row.id, row.read)).collect();
        let title = self.titled("board-ask-select");
        self.ask_one(title, choices, Wanted::Select(ids));
    }

    /// What the others are told for next time: the house's usual advice unless something else is said.
    pub(super) fn ask_advice(&mut self, chosen: Option<&(ProposalId, Seq)>) {
        let Some((proposal, seen)) = chosen.copied() else {
            return;
        };
        if self.standing().len() < 2 {
            return self.ask_select(proposal, seen, "");
        }
        let usual = self.usual_advice();
        let check = text_check(&self.ctx, false);
        let title = self.text("board-ask-advice");
        let wanted = Wanted::Advice(proposal, seen);
        self.ask_line(title, "board-ask-advice-hint", &usual, check, wanted);
    }

    fn usual_advice(&self) -> String {
        let [english, french] = self.ctx.sight.usual_advice();
        match self.ctx.texts.lang() {
            Lang::En => english,
            Lang::Fr => french,
        }
    }

    /// Says in figures what a selection does before it is done.
    pub(super) fn ask_select(&mut self, proposal: ProposalId, seen: Seq, advice: &str) {
        let standing = self.standing();
        let Some(row) = standing.iter().find(|row| row.id == proposal) else {
            return;
        };
        let price = row.price.map(|price| self.ctx.teller().money(price));
        let question = self.with(
            "board-select-question",
            &[
                ("who", row.name.as_str().into()),
                ("price", price.unwrap_or_default().into()),
            ],
        );
        let others = standing.len().saturating_sub(1);
        let mut figures = vec![("1".to_owned(), self.text("board-select-told"))];
        if others > 0 {
            let words = self.with("board-select-lost", &[("n", others.into())]);
            figures.push((others.to_string(), words));
        }
        if let Some(who) = self.word_of() {
            let word = self.with("board-word-of", &[("who", who.into())]);
            figures.push((String::new(), word));
        }
        // Unchanged, each loser is told it in their own language.
        let advice = if advice.trim() == self.usual_advice().trim() {
            ""
        } else {
            advice
        };
        let wanted = Wanted::SelectSure(proposal, seen, advice.into());
        self.ask_sure("board-select", question, 'y', figures, wanted);
    }

    pub(super) fn select(&mut self, proposal: ProposalId, seen: Seq, advice: Box<str>) {
        self.sheet = None;
        self.send(Board::Select {
            proposal,
            seen,
            advice,
        });
    }

    pub(super) fn ask_reopen(&mut self) {
        let Some(id) = self.row().map(|row| row.id) else {
            return;
        };
        let title = self.titled("board-ask-reopen");
        let check = text_check(&self.ctx, true);
        self.ask_line(
            title,
            "board-ask-reopen-hint",
            "",
            check,
            Wanted::Reopen(id),
        );
    }

    pub(super) fn reopen(&mut self, opportunity: OpportunityId, reason: &str) {
        let reason = reason.into();
        self.send(Board::Reopen {
            opportunity,
            reason,
        });
    }

    /// The house goes to the request; a client sees where each of theirs stands.
    pub(super) fn ask_requests(&mut self) {
        if self.ctx.me.may(Permission::ReadInbox) {
            let request = self.row().and_then(|row| row.request);
            self.out.jump = request.map(Jump::Request);
            return;
        }
        let own = self.ctx.sight.own_requests();
        if own.is_empty() {
            let words = self.text("board-why-no-requests");
            return self.out.refuse(words);
        }
        let choice = |row: &crate::desk::views::ClientRequest| {
            let state = self.text(&format!("board-request-{}", row.stage));
            Choice::with(format!("{} {}", row.id, row.subject), state)
        };
        let choices = own.iter().map(choice).collect();
        let on_board = own.iter().map(|row| row.opportunity).collect();
        let title = self.text("board-ask-requests");
        self.ask_among(title, choices, Wanted::Requests(on_board));
    }

    pub(super) fn go_to_request(&mut self, chosen: Option<&Option<OpportunityId>>) {
        match chosen.copied().flatten() {
            Some(id) => self.go_to(id),
            None => {
                let words = self.text("board-not-on-board");
                self.out.say(words);
            }
        }
    }
}
