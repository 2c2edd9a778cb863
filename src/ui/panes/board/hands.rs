//! Who stands for a mission (BRD-8): the client's people in charge are named, another coordinator takes over, and a message
//! introduces coordinator and client to each other. Decides nothing: the rules do.

use super::BoardPane;
use super::sheet::{Kind, Sheet};
use crate::domain::OpportunityId;
use crate::domain::ids::{ContactId, PersonId};
use crate::domain::money::Money;
use crate::domain::opportunity::{BoardCommand, MissionCommand, Payer};
use crate::domain::request::Group;
use crate::ui::frame::ask::text_check;
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::prose::Tone;

impl BoardPane {
    /// Names one of the client's people in charge, or takes the name away.
    pub(super) fn ask_in_charge(&mut self) {
        let Some((id, mission)) = self.mission() else {
            return;
        };
        let charge = &mission.charge;
        let word_of = self.client_name().filter(|_| charge.for_client);
        let no_more = self.text("board-charge-out");
        let named = charge.named.iter();
        let named =
            named.map(|(id, one)| (Choice::with(one.called(), no_more.clone()), (*id, false)));
        let others = charge.others.iter();
        let others = others.map(|(id, one)| (Choice::new(one.called()), (*id, true)));
        let choices = named.chain(others).collect();
        let title = self.text("board-ask-charge");
        self.ask(Question::pick(
            title,
            choices,
            move |p: &mut BoardPane, one| {
                let (contact, there): (ContactId, bool) = one;
                p.ask_said(word_of.clone(), move |p, said| {
                    p.send(BoardCommand::Mission(MissionCommand::InCharge {
                        opportunity: id,
                        contact,
                        there,
                        said: said.into(),
                    }));
                });
            },
        ));
    }

    /// The house offers the mission to another coordinator.
    pub(super) fn ask_replace(&mut self) {
        let Some(page) = self.page() else { return };
        let id = page.row.id;
        let choices = page.successors.iter();
        let choices = choices.map(|(id, name)| (Choice::new(name.clone()), *id));
        let choices = choices.collect();
        let title = self.about("board-ask-replace", id);
        self.ask(Question::pick(
            title,
            choices,
            move |p: &mut BoardPane, to| {
                p.replace_form(id, to);
            },
        ));
    }

    fn replace_form(&mut self, id: OpportunityId, to: PersonId) {
        let Some(page) = self.page() else { return };
        let bought = page.row.group == Group::Subcontracting;
        let agreed = page
            .agreement
            .as_ref()
            .map(|(agreement, _)| agreement.price);
        let waits = page
            .mission
            .as_ref()
            .and_then(|mission| mission.handover.as_ref());
        let price = waits.and_then(|waits| waits.price).or(agreed);
        let typed = price.map(|price| price.typed()).unwrap_or_default();
        let mut fields = vec![
            Field::text("reason", self.text("board-field-reason"), "")
                .hint(self.text("board-replace-why"))
                .required(),
        ];
        if bought {
            fields.push(Field::text("price", self.text("board-field-price"), &typed));
        }
        let names = page.successors.iter().find(|(one, _)| *one == to);
        let who = names.map(|(_, name)| name.clone()).unwrap_or_default();
        let title = self.with(
            "board-form-replace",
            &[("of", id.to_string().into()), ("who", who.into())],
        );
        let form = Form::new(fields);
        self.ask(Question::form(
            title,
            form,
            move |p: &mut BoardPane, form| {
                p.replace(id, to, price, form);
            },
        ));
    }

    fn replace(&mut self, id: OpportunityId, to: PersonId, was: Option<Money>, form: &Form) {
        let typed = form.text("price").trim().to_owned();
        let price = match was {
            Some(was) if !typed.is_empty() => match Money::read(&typed, was.currency) {
                Ok(price) => Some(price).filter(|price| *price != was),
                Err(why) => {
                    let words = self.ctx().teller().not_money(&why);
                    return self.frame.out.refuse(words);
                }
            },
            _ => None,
        };
        self.send(BoardCommand::Mission(MissionCommand::Replace {
            opportunity: id,
            person: to,
            price,
            reason: form.text("reason").trim().into(),
        }));
    }

    /// Whom it is offered to confirms the terms, which the page shows.
    pub(super) fn ask_take(&mut self) {
        let Some((id, mission)) = self.mission() else {
            return;
        };
        let waits = mission.handover.as_ref();
        let Some((agreement, tranches)) = waits.and_then(|waits| waits.terms.clone()) else {
            return;
        };
        let price = self.ctx().teller().money(agreement.price);
        let mut figures = vec![(price, self.text("board-take-price"))];
        let consent = agreement.payer == Payer::Provider;
        if consent {
            let amount = self.ctx().teller().money(agreement.commission);
            let words = self.with("board-terms-consent", &[("amount", amount.into())]);
            figures.push((String::new(), words));
        }
        let question = self.about("board-take-question", id);
        self.ask_sure("board-take", question, 'y', figures, move |p| {
            p.send(BoardCommand::Mission(MissionCommand::Take {
                opportunity: id,
                agreement: Box::new(agreement.clone()),
                tranches: tranches.clone(),
                consent,
            }));
        });
    }

    /// Whom it is offered to declines.
    pub(super) fn ask_pass(&mut self) {
        let Some(id) = self.row().map(|row| row.id) else {
            return;
        };
        let title = self.about("board-ask-decline", id);
        let check = text_check(self.ctx(), true);
        self.ask_line(title, "ask-text-needed", "", check, move |p, reason| {
            p.send(BoardCommand::Mission(MissionCommand::Pass {
                opportunity: id,
                reason: reason.into(),
            }));
        });
    }

    /// The message that introduces coordinator and client, if there is one to be sent.
    pub(super) fn introduction(&self) -> Option<String> {
        let (_, mission) = self.mission()?;
        let of = mission.introduction.as_ref()?;
        Some(self.ctx().teller().introduction(of))
    }

    pub(super) fn show_introduction(&mut self) {
        let Some(id) = self.row().map(|row| row.id) else {
            return;
        };
        if let Some(text) = self.introduction() {
            let title = self.about("board-introduction-title", id);
            self.show(Sheet::of(Kind::Message { title, text }));
        }
    }
}

impl super::page::Writer<'_> {
    /// A message as it would be sent.
    pub(super) fn message(&mut self, text: &str, how: &str) {
        self.line(how, Tone::Muted);
        self.blank();
        self.quoted(text, Tone::Text);
    }
}
