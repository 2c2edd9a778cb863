//! The form of a contact: entered before they ever wrote, or put right (PPL-9). What stands in it is checked by the rules.

use super::DirectoryPane;
use crate::domain::house::Language;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::{Command, ContactId};
use crate::ui::frame::ask::languages;
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;

impl DirectoryPane {
    /// Somebody new at the selected organisation; a form that was left comes back.
    pub(super) fn new_contact_form(&mut self) {
        let Some(row) = self.selected() else { return };
        let organisation = row.id;
        let title = self.with("form-new-contact", &[("client", row.name.clone().into())]);
        let form = Form::new(self.contact_fields(&ContactEntry::default()));
        let question = Question::form(title, form, move |p: &mut DirectoryPane, form| {
            let entry = Box::new(p.entry_of(form, &ContactEntry::default()));
            p.submit(Command::Directory(DirectoryCommand::AddContact {
                organisation,
                entry,
            }));
        });
        self.ask(question.kept(format!("contact-{organisation}"), "form-kept"));
    }

    /// The contact one is on, put right.
    pub(super) fn contact_form(&mut self) {
        let Some((contact, page)) = self.contact().zip(self.page()) else {
            return;
        };
        let (id, was, seen) = (contact.id, contact.entry.clone(), page.seq);
        let title = self.with("form-contact-of", &[("name", was.name.to_string().into())]);
        let form = Form::new(self.contact_fields(&was)).as_of(seen);
        let question = Question::form(title, form, move |p: &mut DirectoryPane, form| {
            p.put_contact_right(id, &was, form);
        });
        self.ask(question.again(move |p: &mut DirectoryPane| {
            let newer = p.page().is_some_and(|page| page.seq > seen);
            let same = p.contact().is_some_and(|contact| contact.id == id);
            if newer && same {
                p.contact_form();
            }
            newer && same
        }));
    }

    fn put_contact_right(&mut self, contact: ContactId, was: &ContactEntry, form: &Form) {
        let entry = self.entry_of(form, was);
        if entry != *was {
            let entry = Box::new(entry);
            let command = Command::Directory(DirectoryCommand::EditContact { contact, entry });
            self.send_whole(command, form.seen());
        }
    }

    fn contact_fields(&self, entry: &ContactEntry) -> Vec<Field> {
        let text = |id, label: &str, now: &str| Field::text(id, self.text(label), now);
        let teller = self.ctx().teller();
        let offered = spoken(entry.language);
        let now = entry.language.unwrap_or(Language::UNKNOWN);
        let at = offered.iter().position(|one| *one == now).unwrap_or(0);
        let offered = offered.iter().map(|one| teller.language(*one)).collect();
        vec![
            text("contact", "form-contact", &entry.name),
            text("role", "form-contact-role", &entry.role),
            text("phone", "form-phone", &entry.phone),
            text("email", "form-email", &entry.email),
            text("also", "form-contact-also", &entry.also.join(", ")),
            Field::one("language", self.text("form-contact-language"), offered, at),
            text("note", "form-contact-note", &entry.note),
            Field::toggle("left", self.text("form-contact-left"), entry.left.is_some()),
        ]
    }

    /// What the form says of a contact of whom `was` was known.
    fn entry_of(&self, form: &Form, was: &ContactEntry) -> ContactEntry {
        let text = |id: &str| form.text(id).trim().into();
        let language = form.chosen("language");
        let language = language.and_then(|at| spoken(was.language).get(at).copied());
        let also = form.text("also").split(',').map(str::trim);
        let also = also.filter(|one| !one.is_empty()).map(Into::into);
        let left = form.toggled("left");
        ContactEntry {
            name: text("contact"),
            email: text("email"),
            phone: text("phone"),
            role: text("role"),
            language: language.filter(|one| *one != Language::UNKNOWN),
            note: text("note"),
            left: left.then(|| was.left.unwrap_or(self.ctx().now)),
            also: also.collect(),
        }
    }
}

/// The languages that somebody can be written to in; the first: nobody knows.
pub(super) fn spoken(now: Option<Language>) -> Vec<Language> {
    let all = languages(now.unwrap_or(Language::UNKNOWN));
    let known = all.into_iter().filter(|one| *one != Language::UNKNOWN);
    std::iter::once(Language::UNKNOWN).chain(known).collect()
}
