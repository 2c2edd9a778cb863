//! `link`: which client's contact a person is.

use super::found;
use crate::domain::Command;
use crate::domain::person::Permission;
use crate::domain::person::command::PeopleCommand;
use crate::plain::numbers::{ContactNamed, Whom};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Link a person who can log in to a client's contact
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Link {
    /// The person, by name or P-number
    who: Whom,
    /// The contact's email address, or its K-number [default: remove the link]
    contact: Option<ContactNamed>,
}

impl InWords for Link {
    const NEEDS: Needs = Needs::OneOf(&[Permission::ManagePeople]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (person, _) = found(place, &self.who)?;
        let sight = place.desk.sight(place.me()?);
        let contact = self.contact.as_ref().map(|contact| {
            let text = contact.text();
            let known = sight.contact_named(text);
            known.ok_or_else(|| Problem::say(1, "plain-no-contact", [("text", text.to_owned())]))
        });
        let command = Command::People(PeopleCommand::LinkContact {
            person,
            contact: contact.transpose()?,
        });
        submit(place, command, out).await
    }
}
