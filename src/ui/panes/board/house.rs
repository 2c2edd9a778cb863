//! What the house does on the board besides posting: ends, encourages, grants credits; and what everybody
//! does: favourites, views.

use std::sync::Arc;

use super::BoardPane;
use super::answers::Wanted;
use crate::domain::OpportunityId;
use crate::domain::ids::{PersonId, ProposalId};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::proposal::Standing as ProposalState;
use crate::domain::opportunity::{Command as Board, Ending};
use crate::domain::person::Role;
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::prompt::Check;
use crate::ui::panes::ask::item;

impl BoardPane {
    pub(super) fn favourite(&mut self) {
        if let Some((id, there)) = self.row().map(|row| (row.id, row.favourite)) {
            self.send(Board::Favourite(id, !there));
        }
    }

    pub(super) fn ask_view(&mut self) {
        let (choices, views) = self.views();
        let title = self.text("ask-view");
        self.ask_among(title, choices, Wanted::View(views));
    }

    /// The winner declines the terms; the house takes it off the board, saying why.
    pub(super) fn ask_end(&mut self) {
        let Some(page) = self.page() else { return };
        let id = page.row.id;
        if page.to_confirm {
            return self.ask_decline(id);
        }
        let endings = Ending::ALL.iter().zip('1'..='9');
        let items = endings
            .map(|(why, key)| item(key, self.ctx.teller().named("ending", why.key())))
            .collect();
        let title = self.about("board-ask-end", id);
        self.ask_menu(title, items, Wanted::End(id));
    }

    /// Why it ends is said: what was spent on it is given back, or not.
    pub(super) fn ask_refund(&mut self, id: OpportunityId, at: usize) {
        let Some(why) = Ending::ALL.get(at).copied() else {
            return;
        };
        let spent = self.page().and_then(|page| page.spent).unwrap_or_default();
        let (credits, people) = spent;
        if credits == 0 {
            return self.ask_end_sure(id, why, false);
        }
        let back = self.with(
            "board-end-refund",
            &[("n", credits.into()), ("people", people.into())],
        );
        let items = vec![item('k', self.text("board-end-keep")), item('g', back)];
        let title = self.text("board-ask-refund");
        self.ask_menu(title, items, Wanted::EndRefund(id, why));
    }

    pub(super) fn ask_end_sure(&mut self, id: OpportunityId, why: Ending, refund: bool) {
        let Some(page) = self.page().filter(|page| page.row.id == id) else {
            return;
        };
        let told = page.proposals.iter().filter(|row| {
            matches!(
                row.state,
                ProposalState::Submitted | ProposalState::Selected | ProposalState::Confirmed
            )
        });
        let told = told.count();
        let (credits, people) = page.spent.unwrap_or_default();
        let mut figures = Vec::new();
        if told > 0 {
            let words = self.with("board-end-lost", &[("n", told.into())]);
            figures.push((told.to_string(), words));
        }
        if credits > 0 {
            let id = if refund {
                "board-end-back"
            } else {
                "board-end-not-back"
            };
            let words = self.with(id, &[("n", credits.into()), ("people", people.into())]);
            figures.push((credits.to_string(), words));
        }
        let why_words = self.ctx.teller().named("ending", why.key());
        let question = self.with(
            "board-end-question",
            &[("of", id.to_string().into()), ("why", why_words.into())],
        );
        let wanted = Wanted::EndSure(id, why, refund);
        self.ask_sure("board-end", question, 'x', figures, wanted);
    }

    pub(super) fn end(&mut self, opportunity: OpportunityId, why: Ending, refund: bool) {
        self.send(Board::End {
            opportunity,
            why,
            refund,
        });
    }

    /// Tells a proposer of a good chance, once the client showed an interest (BRD-7).
    pub(super) fn ask_encourage(&mut self) {
        let Some(page) = self.page() else { return };
        let shown = page.proposals.iter();
        let shown: Vec<_> = shown
            .filter(|row| row.key == "interesting" && !row.promising)
            .collect();
        let choices = shown.iter().map(|row| self.choice_of(row)).collect();
        let ids = shown.iter().map(|row| row.id).collect();
        let title = self.text("board-ask-encourage");
        self.ask_among(title, choices, Wanted::Encourage(ids));
    }

    pub(super) fn encouraged(&mut self, chosen: Option<&ProposalId>) {
        if let Some(proposal) = chosen.copied() {
            self.send(Board::Encourage(proposal));
        }
    }

    /// The facilitators with what they have left.
    fn facilitators(&self) -> (Vec<Choice>, Vec<PersonId>) {
        let all = self.ctx.sight.facilitators();
        let detail = |left: &[u32; 3]| {
            let left: Vec<String> = left.iter().map(ToString::to_string).collect();
            left.join(" · ")
        };
        let choice = |(_, name, left): &(PersonId, String, [u32; 3])| {
            Choice::with(name.clone(), detail(left))
        };
        (
            all.iter().map(choice).collect(),
            all.iter().map(|(id, ..)| *id).collect(),
        )
    }

    /// One's own credits, or anybody's.
    pub(super) fn ask_credits(&mut self) {
        let me = &self.ctx.me;
        if me.roles.contains(&Role::Facilitator) {
            let id = me.id;
            return self.show_credits(Some(&id));
        }
        let (choices, people) = self.facilitators();
        let title = self.text("board-ask-credits");
        self.ask_among(title, choices, Wanted::CreditsOf(people));
    }

    pub(super) fn ask_grant_whom(&mut self) {
        let (choices, people) = self.facilitators();
        let title = self.text("board-ask-grant");
        self.ask_among(title, choices, Wanted::GrantWhom(people));
    }

    pub(super) fn ask_grant(&mut self, chosen: Option<&PersonId>) {
        let Some(person) = chosen.copied() else {
            return;
        };
        let all = self.ctx.sight.facilitators();
        let Some((_, name, left)) = all.into_iter().find(|(id, ..)| *id == person) else {
            return;
        };
        let kinds = CreditKind::ALL.iter().zip(left);
        let kinds = kinds
            .map(|(kind, left)| {
                let name = self.ctx.teller().named("step", kind.key());
                format!("{name} ({left})")
            })
            .collect();
        let fields = vec![
            Field::one("kind", self.text("board-grant-kind"), kinds, 0),
            Field::checked(
                "count",
                self.text("board-grant-count"),
                "",
                self.whole_number(),
            )
            .hint("10")
            .required(),
            Field::text("why", self.text("board-field-reason"), "")
                .hint(self.text("board-grant-why"))
                .required(),
        ];
        let title = self.with("board-form-grant", &[("who", name.into())]);
        self.ask_form(title, fields, Wanted::Grant(person));
    }

    /// A number that may be left out.
    pub(super) fn whole_number(&self) -> Check {
        let wrong = self.text("form-not-a-number");
        Arc::new(move |text| match text.trim() {
            "" => Ok(String::new()),
            digits => match digits.parse::<u32>() {
                Ok(_) => Ok(String::new()),
                Err(_) => Err(wrong.clone()),
            },
        })
    }

    pub(super) fn grant(&mut self, person: PersonId, form: &Form) {
        let kind = CreditKind::ALL.get(form.chosen("kind").unwrap_or(0));
        let (Some(kind), Ok(count)) = (kind.copied(), form.text("count").trim().parse()) else {
            return;
        };
        let why = form.text("why").trim().into();
        self.send(Board::Grant {
            person,
            kind,
            count,
            why,
        });
    }
}
