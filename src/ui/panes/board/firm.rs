//! The firm one works in (PPL-7), on a page of its own: who is in it and with which roles, invitations, the firm one acts
//! for. A code is shown once, here, and goes with the page.

use super::BoardPane;
use super::page::Writer;
use super::sheet::{Kind, Sheet};
use crate::desk::views::{FirmMember, FirmPage, OpportunityPage, Party};
use crate::domain::firm::command::FirmCommand;
use crate::domain::firm::{FirmRight, FirmRights};
use crate::domain::ids::FirmId;
use crate::domain::{Command, PersonId};
use crate::ui::frame::ask::text_check;
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::keys::Key;
use crate::ui::kit::prompt::Prompt;
use crate::ui::kit::prose::Tone;
use crate::ui::message::{Effect, Offered};

/// How long a code is good for.
const USUAL: crate::domain::Millis = 72 * 3_600_000;

impl BoardPane {
    pub(super) fn show_firm(&mut self) {
        let (sight, now) = (&self.ctx().sight, self.ctx().now);
        match sight.firm(now) {
            Ok(page) => self.show(Sheet::of(Kind::Firm(Box::new(page), None))),
            Err(refusal) => {
                let words = self.ctx().teller().refusal(&refusal);
                self.frame.out.refuse(words);
            }
        }
    }

    /// Shows the firm as it is now, where it is shown.
    pub(super) fn renew_firm(&mut self) {
        let now = self.frame.ctx.now;
        let page = self.frame.ctx.sight.firm(now);
        let Some(sheet) = &mut self.sheet else { return };
        let Kind::Firm(shown, code) = &mut sheet.kind else {
            return;
        };
        match page {
            Ok(page) if **shown == page => return,
            Ok(page) => {
                if shown.id != page.id {
                    *code = None;
                }
                **shown = page;
            }
            Err(_) => self.sheet = None,
        }
        self.write_sheet();
    }

    /// A code was made: it is shown on the page of the firm, and nowhere else.
    pub(super) fn offered(&mut self, offered: Offered) {
        self.show_firm();
        if let Some(sheet) = &mut self.sheet
            && let Kind::Firm(_, code) = &mut sheet.kind
        {
            *code = Some(offered);
        }
        self.write_sheet();
    }

    fn firm_page(&self) -> Option<&FirmPage> {
        match &self.sheet.as_ref()?.kind {
            Kind::Firm(page, _) => Some(page),
            _ => None,
        }
    }

    pub(super) fn in_firm(&mut self, key: Key) -> bool {
        let Some(page) = self.firm_page() else {
            return false;
        };
        let manages = page.may(FirmRight::Manages);
        match key {
            Key::Char('n') if manages => self.ask_colleague(),
            Key::Char('e') if manages && !page.alone => self.ask_roles(),
            Key::Char('N') if manages => self.ask_firm_name(),
            Key::Char('d') if manages && !page.offers.is_empty() => self.ask_withdrawn(),
            Key::Char('x') if !page.alone => self.ask_out(),
            Key::Char('f') if page.firms.len() > 1 => self.ask_firm(),
            _ => return false,
        }
        true
    }

    fn send_firm(&mut self, command: FirmCommand) {
        self.submit(Command::Firm(command));
    }

    /// Acts for the firm that runs the mission in view.
    pub(super) fn switch_firm(&mut self) {
        let mission = self.page().and_then(|page| page.mission.as_ref());
        let firm = mission.and_then(|mission| mission.of_firm.as_ref());
        if let Some((firm, _)) = firm {
            self.send_firm(FirmCommand::ActFor(*firm));
        }
    }

    fn role_fields(&self, held: FirmRights) -> Vec<Field> {
        let field = |right: FirmRight| {
            let label = self.text(&format!("firm-right-{}", right.key()));
            Field::toggle(right.key(), label, held.has(right))
        };
        FirmRight::ALL.into_iter().map(field).collect()
    }

    /// Asks for a colleague's name and roles; the session makes the code.
    fn ask_colleague(&mut self) {
        let label = self.text("board-firm-who");
        let mut fields = vec![Field::text("name", label, "").required()];
        fields.extend(self.role_fields(FirmRights::of([FirmRight::Proposes])));
        let title = self.text("board-firm-invite");
        let question = Question::form(title, Form::new(fields), |p: &mut BoardPane, form| {
            let until = p.ctx().now + USUAL;
            let (name, rights) = (form.text("name").trim().into(), marked(form));
            p.frame.out.send(|token| Effect::Offer {
                token,
                name,
                rights,
                until,
            });
        });
        self.ask(question.kept("colleague", "form-kept"));
    }

    fn members(&self, but: Option<PersonId>) -> Vec<(Choice, FirmMember)> {
        let members = self.firm_page().into_iter().flat_map(|page| &page.members);
        let members = members.filter(|one| Some(one.person) != but);
        let choice = |one: &FirmMember| {
            let choice = Choice::with(one.name.clone(), one.person.to_string());
            (choice, one.clone())
        };
        members.map(choice).collect()
    }

    fn ask_roles(&mut self) {
        let (title, members) = (self.text("board-firm-roles"), self.members(None));
        self.ask(Question::pick(title, members, |p: &mut BoardPane, one| {
            p.ask_roles_of(&one);
        }));
    }

    fn ask_roles_of(&mut self, one: &FirmMember) {
        let title = self.with("board-firm-roles-of", &[("name", one.name.clone().into())]);
        let (form, person) = (Form::new(self.role_fields(one.rights)), one.person);
        self.ask(Question::form(
            title,
            form,
            move |p: &mut BoardPane, form| {
                let rights = marked(form);
                p.send_firm(FirmCommand::ChangeRights { person, rights });
            },
        ));
    }

    fn ask_firm_name(&mut self) {
        let name = self.firm_page().map(|page| page.name.clone());
        let check = text_check(self.ctx(), false);
        let (title, hint) = (
            self.text("board-firm-name"),
            self.text("board-firm-name-hint"),
        );
        let prompt = Prompt::new(title, hint, &name.unwrap_or_default(), check);
        self.ask(Question::line(prompt, |p: &mut BoardPane, name| {
            p.send_firm(FirmCommand::Name(name.into()));
        }));
    }

    fn ask_withdrawn(&mut self) {
        let offers = self.firm_page().into_iter().flat_map(|page| &page.offers);
        let choices: Vec<(Choice, u32)> = offers
            .map(|offer| (Choice::new(offer.name.clone()), offer.number))
            .collect();
        let title = self.text("board-firm-withdraw");
        self.ask(Question::pick(
            title,
            choices,
            |p: &mut BoardPane, number| {
                p.send_firm(FirmCommand::Withdraw(number));
            },
        ));
    }

    /// A colleague is put out by who manages; everybody may go themselves.
    fn ask_out(&mut self) {
        let me = self.ctx().me.id;
        let manages = self
            .firm_page()
            .is_some_and(|page| page.may(FirmRight::Manages));
        if !manages {
            return self.ask_out_sure(me, String::new());
        }
        let (title, members) = (self.text("board-firm-out"), self.members(None));
        self.ask(Question::pick(title, members, |p: &mut BoardPane, one| {
            p.ask_out_sure(one.person, one.name);
        }));
    }

    /// Says what stays with the firm before it is asked.
    fn ask_out_sure(&mut self, person: PersonId, name: String) {
        let (id, command) = match person == self.ctx().me.id {
            true => ("board-firm-leave", FirmCommand::Leave),
            false => ("board-firm-remove", FirmCommand::Remove(person)),
        };
        let question = self.with(&format!("{id}-question"), &[("name", name.into())]);
        self.ask_sure(id, question, 'y', Vec::new(), move |p| {
            p.send_firm(command.clone());
        });
    }

    fn ask_firm(&mut self) {
        let Some(page) = self.firm_page() else { return };
        let others = page.firms.iter().filter(|(id, _)| *id != page.id);
        let choices: Vec<(Choice, FirmId)> = others
            .map(|(id, name)| (Choice::with(name.clone(), id.to_string()), *id))
            .collect();
        let title = self.text("board-firm-for");
        self.ask(Question::pick(title, choices, |p: &mut BoardPane, firm| {
            p.send_firm(FirmCommand::ActFor(firm));
        }));
    }
}

impl Writer<'_> {
    /// Which colleagues write the proposal right now (PPL-7).
    pub(super) fn colleagues(&mut self, page: &OpportunityPage) {
        let who: Vec<&str> = self.ctx().onlookers.proposing(page.row.id).collect();
        if !who.is_empty() {
            let words = self.with("board-also-writing", &[("who", who.join(", ").into())]);
            self.item("✎", &words, Tone::Accent);
        }
    }

    /// Who is in a firm, its invitations, and the other firms of who looks.
    pub(super) fn firm(&mut self, page: &FirmPage, code: Option<&Offered>) {
        if let Some(offered) = code {
            let name = offered.name.to_string();
            let title = self.with("board-firm-code", &[("name", name.into())]);
            self.line(&title, Tone::Accent);
            self.line(&offered.code.to_string(), Tone::Title);
            let until = self.brief(offered.until);
            let words = self.with("board-firm-code-until", &[("until", until.into())]);
            self.line(&words, Tone::Text);
            if !offered.door.is_empty() {
                self.line(&offered.door, Tone::Muted);
            }
            self.blank();
        }
        if page.is_nothing() {
            let alone = self.text("board-firm-alone");
            return self.line(&alone, Tone::Text);
        }
        let called = page.firms.iter().find(|(id, _)| *id == page.id);
        let called = called.map_or_else(String::new, |(_, name)| name.clone());
        self.line(&format!("{called} ({})", page.id), Tone::Title);
        if page.alone && page.firms.len() == 1 {
            let alone = self.text("board-firm-alone");
            self.line(&alone, Tone::Muted);
        }
        if page.unmanaged {
            let who: Vec<String> = page.whom.iter().map(Party::told).collect();
            let words = match who.is_empty() {
                true => self.text("board-firm-unmanaged"),
                false => self.with(
                    "board-firm-unmanaged-ask",
                    &[("who", who.join(", ").into())],
                ),
            };
            self.item("!", &words, Tone::Soon);
        }
        for one in &page.members {
            let words = format!("{} · {}", one.name, self.rights(one.rights));
            self.item("•", &words, Tone::Text);
        }
        if !page.offers.is_empty() {
            let heading = self.text("board-firm-offers");
            self.rule(heading);
        }
        for offer in &page.offers {
            let until = self.brief(offer.until);
            let until = self.with("board-firm-until", &[("until", until.into())]);
            let words = format!("{} · {} · {until}", offer.name, self.rights(offer.rights));
            self.item("•", &words, Tone::Text);
        }
        let others: Vec<_> = page.firms.iter().filter(|(id, _)| *id != page.id).collect();
        if !others.is_empty() {
            let heading = self.text("board-firm-others");
            self.rule(heading);
        }
        for (id, name) in others {
            self.item("•", &format!("{name} ({id})"), Tone::Text);
        }
    }

    fn rights(&self, rights: FirmRights) -> String {
        let each = rights.iter();
        let each = each.map(|right| self.text(&format!("firm-right-{}", right.key())));
        each.collect::<Vec<_>>().join(", ")
    }
}

/// The roles that are marked on a form.
fn marked(form: &Form) -> FirmRights {
    let marked = FirmRight::ALL.into_iter();
    FirmRights::of(marked.filter(|right| form.toggled(right.key())))
}
