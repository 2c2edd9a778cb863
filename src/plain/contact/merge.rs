//! `contact merge`: two contacts who are one and the same.

use super::known;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::{Command, ContactId};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Merge a contact into another; what is known of that one stands, and what it lacks is taken over
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Merge {
    /// The contact who is merged, like K-8
    #[arg(value_name = "K-NUMBER")]
    from: ContactId,
    /// The contact they are merged into, like K-7
    #[arg(value_name = "K-NUMBER")]
    into: ContactId,
}

impl InWords for Merge {
    const NEEDS: Needs = crate::plain::directory::KEEP;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let ((seq, into), (_, from)) = (known(place, self.into)?, known(place, self.from)?);
        let command = Command::Directory(DirectoryCommand::MergeContacts {
            from: self.from,
            into: self.into,
            entry: Box::new(filled(into, from)),
        });
        submit(place, command.upon(seq), out).await
    }
}

/// What is known of the one, and of the other what that lacks. Addresses are kept by the rules.
fn filled(into: ContactEntry, from: ContactEntry) -> ContactEntry {
    let text = |one: Box<str>, other: Box<str>| if one.is_empty() { other } else { one };
    ContactEntry {
        name: text(into.name, from.name),
        email: text(into.email, from.email),
        phone: text(into.phone, from.phone),
        role: text(into.role, from.role),
        language: into.language.or(from.language),
        note: text(into.note, from.note),
        left: into.left,
        also: into.also,
    }
}
