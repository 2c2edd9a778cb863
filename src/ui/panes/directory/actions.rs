//! What is done on the page of an organisation: a line is opened, something is copied, a contact left or came back.

use super::DirectoryPane;
use super::lines::Stop;
use crate::desk::views::ContactLine;
use crate::domain::Command;
use crate::domain::organisation::command::DirectoryCommand;
use crate::ui::frame::choose::{self, Way};
use crate::ui::frame::{ListPane, copy};
use crate::ui::message::Jump;

impl DirectoryPane {
    /// Opens what one is on: another organisation, a contact's entry, what was exchanged.
    pub(super) fn enter(&mut self) {
        match self.stop() {
            Some(Stop::Organisation(id) | Stop::Double(id)) => {
                self.frame.out.jump = Some(Jump::Organisation(id));
            }
            Some(Stop::Itself) => self.edit_form(),
            Some(Stop::Contact(_)) => self.contact_form(),
            Some(Stop::Exchange(_, to)) => self.frame.out.jump = Some(to),
            Some(Stop::Past(_)) | None => {}
        }
    }

    /// Edits the contact one is on, else the organisation.
    pub(super) fn edit(&mut self) {
        match self.contact().is_some() {
            true => self.contact_form(),
            false => self.edit_form(),
        }
    }

    /// What can be copied: of the contact one is on, else of the organisation.
    pub(super) fn to_copy(&self) -> Vec<(String, String)> {
        let of_contact = self.contact().map(|contact| {
            let entry = &contact.entry;
            [
                ("copy-phone", entry.phone.to_string()),
                ("copy-mail", entry.email.to_string()),
                ("copy-name", entry.name.to_string()),
            ]
        });
        let of_page = || {
            self.page().map(|page| {
                [
                    ("copy-name", page.profile.name.to_string()),
                    ("copy-phone", page.profile.phone.to_string()),
                    ("copy-vat", page.profile.vat.to_string()),
                ]
            })
        };
        let all = of_contact.or_else(of_page).into_iter().flatten();
        let all = all.filter(|(_, text)| !text.is_empty());
        all.map(|(name, text)| (self.text(name), text)).collect()
    }

    /// The address that one writes to: of the contact one is on, else of the main one.
    pub(super) fn to_write(&self) -> Option<String> {
        let contacts = &self.page()?.contacts;
        let main = || contacts.iter().find(|one| one.main);
        let first = || contacts.iter().find(|one| one.entry.left.is_none());
        let has = |one: &&ContactLine| !one.entry.email.is_empty();
        let contact = self.contact().or_else(|| main().filter(has)).or_else(first);
        let email = contact.filter(has)?.entry.email.to_string();
        Some(format!("mailto:{email}"))
    }

    /// `m`: copies what a mail program takes.
    pub(super) fn write_to(&mut self) {
        if let Some(address) = self.to_write() {
            copy(self, address);
        }
    }

    /// Says that the contact one is on is no longer there, or there again.
    pub(super) fn set_left(&mut self, left: bool) {
        let now = self.ctx().now;
        let Some((contact, seen)) = self.contact().zip(self.page()).map(|(contact, page)| {
            let mut entry = contact.entry.clone();
            entry.left = left.then_some(now);
            ((contact.id, entry), page.seq)
        }) else {
            return;
        };
        let (contact, entry) = contact;
        let entry = Box::new(entry);
        let command = Command::Directory(DirectoryCommand::EditContact { contact, entry });
        self.send_whole(command, seen);
    }

    /// Chooses among what one key does here.
    pub(super) fn choose_of(&mut self, id: &str, ways: &[Way<DirectoryPane>]) {
        let title = self.text(id);
        choose::choose(self, title, ways);
    }
}
