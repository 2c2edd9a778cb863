//! What the house does on the board besides posting: ends, encourages, grants credits; and what everybody
//! does: favourites, views.

use crate::domain::opportunity::phase::Progress;
use std::sync::Arc;

use super::BoardPane;
use crate::domain::OpportunityId;
use crate::domain::ids::PersonId;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::proposal::ProposalStanding;
use crate::domain::opportunity::{BoardCommand, CreditCommand, EndReason};
use crate::domain::person::Role;
use crate::ui::frame::ask::item;
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::prompt::Check;

impl BoardPane {
    pub(super) fn favourite(&mut self) {
        if let Some((id, there)) = self.row().map(|row| (row.id, row.favourite)) {
            self.send(BoardCommand::Favourite(id, !there));
        }
    }

    pub(super) fn ask_view(&mut self) {
        let views = self.views().into_iter();
        let mut choices: Vec<_> = views.map(|(choice, view)| (choice, Some(view))).collect();
        choices.push((Choice::new(self.text("act-statistics")), None));
        let title = self.text("ask-view");
        self.ask(Question::pick(
            title,
            choices,
            |p: &mut BoardPane, view| match view {
                Some(view) => p.show_view(view),
                None => p.show_stats(),
            },
        ));
    }

    /// The winner declines the terms; the house takes it off the board, saying why.
    pub(super) fn ask_end(&mut self) {
        let Some(page) = self.page() else { return };
        let id = page.row.id;
        if page.may_decline {
            return self.ask_decline(id);
        }
        let offered = self.ctx().sight.lists().offered::<EndReason>();
        let endings = offered.into_iter().zip(('1'..='9').chain('a'..='z'));
        let item = |(why, key): (EndReason, char)| {
            let words = self.ctx().teller().entry_name(why);
            (item(key, words), why)
        };
        let (title, items) = (self.about("board-ask-end", id), endings.map(item).collect());
        self.ask(Question::menu(
            title,
            items,
            move |p: &mut BoardPane, why| {
                p.ask_refund(id, why);
            },
        ));
    }

    /// Why it ends is said: what was spent on it is given back, or not.
    fn ask_refund(&mut self, id: OpportunityId, why: EndReason) {
        let spent = self.page().and_then(|page| page.spent).unwrap_or_default();
        let (credits, people) = spent;
        if credits == 0 {
            return self.ask_end_sure(id, why, false);
        }
        let back = self.with(
            "board-end-refund",
            &[("n", credits.into()), ("people", people.into())],
        );
        let items = vec![
            (item('k', self.text("board-end-keep")), false),
            (item('g', back), true),
        ];
        let title = self.text("board-ask-refund");
        self.ask(Question::menu(
            title,
            items,
            move |p: &mut BoardPane, refund| {
                p.ask_end_sure(id, why, refund);
            },
        ));
    }

    fn ask_end_sure(&mut self, id: OpportunityId, why: EndReason, refund: bool) {
        let Some(page) = self.page().filter(|page| page.row.id == id) else {
            return;
        };
        let told = page.proposals.iter().filter(|row| {
            matches!(
                row.state,
                ProposalStanding::Submitted
                    | ProposalStanding::Selected
                    | ProposalStanding::Confirmed
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
        // A mission that ends is no delivered one: what was held of it is said.
        let held = page.mission.as_ref().map_or(0, |mission| mission.held);
        if held > 0 {
            let words = self.with("board-end-held", &[("n", held.into())]);
            figures.push((held.to_string(), words));
        }
        let why_words = self.ctx().teller().named("ending", why.key());
        let question = self.with(
            "board-end-question",
            &[("of", id.to_string().into()), ("why", why_words.into())],
        );
        self.ask_sure("board-end", question, 'x', figures, move |p| {
            p.send(BoardCommand::End {
                opportunity: id,
                why,
                refund,
            });
        });
    }

    /// Tells a proposer of a good chance, once the client showed an interest (BRD-7).
    pub(super) fn ask_encourage(&mut self) {
        let Some(page) = self.page() else { return };
        let shown = page.proposals.iter();
        let shown: Vec<_> = shown
            .filter(|row| row.progress == Progress::Interesting && !row.promising)
            .collect();
        let choices = shown.iter().map(|row| (self.choice_of(row), row.id));
        let (title, choices) = (self.text("board-ask-encourage"), choices.collect());
        self.ask(Question::pick(title, choices, |p: &mut BoardPane, id| {
            p.send(BoardCommand::Encourage(id));
        }));
    }

    /// The facilitators with what they have left.
    fn facilitators(&self) -> Vec<(Choice, PersonId)> {
        let all = self.ctx().sight.facilitators();
        let detail = |left: &[u32; 3]| {
            let left: Vec<String> = left.iter().map(ToString::to_string).collect();
            left.join(" · ")
        };
        let choice = |(id, name, left): &(PersonId, String, [u32; 3])| {
            (Choice::with(name.clone(), detail(left)), *id)
        };
        all.iter().map(choice).collect()
    }

    /// One's own credits, or anybody's.
    pub(super) fn ask_credits(&mut self) {
        let me = &self.ctx().me;
        if me.roles.contains(&Role::Facilitator) {
            return self.show_credits(me.id);
        }
        let (title, people) = (self.text("board-ask-credits"), self.facilitators());
        self.ask(Question::pick(title, people, Self::show_credits));
    }

    pub(super) fn ask_grant_whom(&mut self) {
        let (title, people) = (self.text("board-ask-grant"), self.facilitators());
        self.ask(Question::pick(title, people, Self::ask_grant));
    }

    pub(super) fn ask_grant(&mut self, person: PersonId) {
        let all = self.ctx().sight.facilitators();
        let Some((_, name, left)) = all.into_iter().find(|(id, ..)| *id == person) else {
            return;
        };
        let kinds = CreditKind::ALL.iter().zip(left);
        let kinds = kinds
            .map(|(kind, left)| {
                let name = self.ctx().teller().named("step", kind.key());
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
        let form = Form::new(fields);
        self.ask(Question::form(
            title,
            form,
            move |p: &mut BoardPane, form| {
                p.grant(person, form);
            },
        ));
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

    fn grant(&mut self, person: PersonId, form: &Form) {
        let kind = CreditKind::ALL.get(form.chosen("kind").unwrap_or(0));
        let (Some(kind), Ok(count)) = (kind.copied(), form.text("count").trim().parse()) else {
            return;
        };
        let why = form.text("why").trim().into();
        self.send(BoardCommand::Credit(CreditCommand::Grant {
            person,
            kind,
            count,
            why,
        }));
    }
}
