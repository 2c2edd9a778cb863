//! What each key of the directory would send, so that the rules say whether it can.

use super::DirectoryPane;
use super::lines::Stop;
use crate::domain::command::Act;
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::person::Permission;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::event::Outcome;
use crate::domain::{Command, OrganisationId};
use crate::ui::frame::rules::{self, WORDS};
use crate::ui::frame::{Focus, ListPane};
use crate::ui::kit::binding::{Ready, Reason};

fn no(why: &'static str) -> Ready {
    Ready::No(Reason::new(why))
}

/// Opens the page from the list; on the page, what one is on.
pub(super) fn open(p: &DirectoryPane) -> Ready {
    match p.frame.browse.focus {
        Focus::Card => Ready::Hidden,
        Focus::List => Ready::when(p.selected().is_some(), "why-no-organisation", &[]),
    }
}

pub(super) fn line(p: &DirectoryPane) -> Ready {
    match p.stop() {
        None => Ready::Hidden,
        Some(Stop::Itself | Stop::Contact(_)) => edit(p),
        Some(Stop::Past(_)) => Ready::Hidden,
        Some(_) => Ready::Yes,
    }
}

/// Whether the rules let organisations be entered.
pub(super) fn new(p: &DirectoryPane) -> Ready {
    let profile = OrganisationProfile {
        name: WORDS.into(),
        ..OrganisationProfile::default()
    };
    let command = DirectoryCommand::AddOrganisation {
        profile: Box::new(profile),
        relation_until: None,
    };
    rules::opens(p.ctx(), Command::Directory(command))
}

fn of_page(
    p: &DirectoryPane,
    command: impl FnOnce(OrganisationId, &OrganisationProfile) -> DirectoryCommand,
) -> Ready {
    match p.page() {
        Some(page) => {
            let command = command(page.row.id, &page.profile);
            rules::opens(p.ctx(), Command::Directory(command))
        }
        None => no("why-no-organisation"),
    }
}

pub(super) fn edit(p: &DirectoryPane) -> Ready {
    if p.contact().is_some() {
        return contact(p);
    }
    of_page(p, |organisation, profile| {
        DirectoryCommand::ChangeOrganisation {
            organisation,
            profile: Box::new(profile.clone()),
        }
    })
}

pub(super) fn new_contact(p: &DirectoryPane) -> Ready {
    of_page(p, |organisation, _| DirectoryCommand::AddContact {
        organisation,
        entry: Box::new(ContactEntry {
            name: WORDS.into(),
            ..ContactEntry::default()
        }),
    })
}

/// Whether the contact one is on can be put right.
pub(super) fn contact(p: &DirectoryPane) -> Ready {
    let Some(contact) = p.contact() else {
        return no("why-no-contact");
    };
    let (contact, entry) = (contact.id, Box::new(contact.entry.clone()));
    let command = DirectoryCommand::EditContact { contact, entry };
    rules::opens(p.ctx(), Command::Directory(command))
}

/// Whether the contact one is on has left, or is there.
fn has_left(p: &DirectoryPane) -> Option<bool> {
    p.contact().map(|contact| contact.entry.left.is_some())
}

pub(super) fn leave(p: &DirectoryPane) -> Ready {
    match has_left(p) {
        Some(true) => Ready::Hidden,
        _ => contact(p),
    }
}

pub(super) fn return_(p: &DirectoryPane) -> Ready {
    match has_left(p) {
        Some(true) => contact(p),
        _ => Ready::Hidden,
    }
}

/// Whether requests can be begun: who may put an organisation right may.
pub(super) fn request(p: &DirectoryPane) -> Ready {
    match (p.page(), p.ctx().me.may(Permission::WorkRequests)) {
        (None, _) => no("why-no-organisation"),
        (_, true) => Ready::Yes,
        (_, false) => rules::denied(p.ctx(), Permission::WorkRequests),
    }
}

pub(super) fn call(p: &DirectoryPane) -> Ready {
    let open = p.open_requests().into_iter().map(|(id, _)| {
        let (requests, act) = (vec![id], Act::Attempt(Outcome::Called, "".into()));
        Command::Request(RequestCommand::On { requests, act })
    });
    rules::any(p.ctx(), open).unwrap_or_else(|| request(p))
}

/// Whether there is an address to write to.
pub(super) fn write(p: &DirectoryPane) -> Ready {
    match p.page() {
        None => no("why-no-organisation"),
        Some(_) => Ready::when(p.to_write().is_some(), "why-no-address", &[]),
    }
}

pub(super) fn history(p: &DirectoryPane) -> Ready {
    Ready::when(p.page().is_some(), "why-no-organisation", &[])
}

pub(super) fn merge(p: &DirectoryPane) -> Ready {
    match p.contact() {
        Some(_) => contact(p),
        None => edit(p),
    }
}
