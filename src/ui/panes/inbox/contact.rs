//! Who wrote, put right from the case wherever they appear (PPL-9): all that is known of a contact, as fields of the
//! request's form. Decides nothing.

use super::InboxPane;
use crate::domain::house::Language;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::{Command, ContactId};
use crate::ui::frame::ListPane;
use crate::ui::frame::ask::languages;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;

/// The fields of a contact.
const FIELDS: [&str; 8] = [
    "contact",
    "email",
    "also",
    "phone",
    "role",
    "contact-language",
    "contact-note",
    "left",
];

impl InboxPane {
    /// Returns the fields of who wrote.
    pub(super) fn contact_fields(&self, entry: Option<&ContactEntry>) -> Vec<Field> {
        let Some(entry) = entry else {
            return Vec::new();
        };
        let text = |id, label: &str, now: &str| Field::text(id, self.text(label), now);
        let teller = self.ctx().teller();
        let now = entry.language.unwrap_or(Language::UNKNOWN);
        let offered = offered(entry.language);
        let at = offered.iter().position(|one| *one == now).unwrap_or(0);
        let offered = offered.iter().map(|one| teller.language(*one)).collect();
        vec![
            text("contact", "form-contact", &entry.name),
            text("email", "form-email", &entry.email),
            text("also", "form-contact-also", &entry.also.join(", ")),
            text("phone", "form-phone", &entry.phone),
            text("role", "form-contact-role", &entry.role),
            Field::one(
                "contact-language",
                self.text("form-contact-language"),
                offered,
                at,
            ),
            text("contact-note", "form-contact-note", &entry.note),
            Field::toggle("left", self.text("form-contact-left"), entry.left.is_some()),
        ]
    }

    /// Sends what was put right of who wrote, if anything was.
    pub(super) fn put_contact_right(
        &mut self,
        contact: ContactId,
        was: &ContactEntry,
        form: &Form,
    ) {
        if !FIELDS.iter().any(|id| form.touched(id)) {
            return;
        }
        let text = |id: &str| form.text(id).trim().into();
        let language = form.chosen("contact-language");
        let language = language.and_then(|at| offered(was.language).get(at).copied());
        let also = form.text("also").split(',').map(str::trim);
        let also = also.filter(|one| !one.is_empty()).map(Into::into);
        let left = form.toggled("left");
        let command = Command::Directory(DirectoryCommand::EditContact {
            contact,
            entry: Box::new(ContactEntry {
                name: text("contact"),
                email: text("email"),
                phone: text("phone"),
                role: text("role"),
                language: language.filter(|one| *one != Language::UNKNOWN),
                note: text("contact-note"),
                left: left.then(|| was.left.unwrap_or(self.ctx().now)),
                also: also.collect(),
            }),
        });
        self.submit(command.upon(form.seen()));
    }
}

/// The languages that a contact can be written to in; the first: nobody knows.
fn offered(now: Option<Language>) -> Vec<Language> {
    let all = languages(now.unwrap_or(Language::UNKNOWN));
    let known = all.into_iter().filter(|one| *one != Language::UNKNOWN);
    std::iter::once(Language::UNKNOWN).chain(known).collect()
}
