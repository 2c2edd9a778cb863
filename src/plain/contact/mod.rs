//! Contacts in words (PPL-9): entered, put right, moved, made one with another.

mod add;
mod apart;
mod edit;
mod left;
mod merge;
mod move_to;

use super::registry::registry;
use super::{Place, Problem};
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::{ContactId, Seq};
use crate::plain::organisation::language;

registry! {
    /// Add a client's contact, change one
    Contact {
        Directory {
            Add(add::Add),
            Edit(edit::Edit),
            Left(left::Left),
            Move(move_to::Move),
            Merge(merge::Merge),
            Apart(apart::Apart),
        }
    }
}

/// What can be said of a contact on a command line. What is not said stays as it is.
#[derive(Clone, Debug, Default, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Facts {
    /// The email address
    #[arg(long)]
    email: Option<String>,
    /// A further email address; can be given several times
    #[arg(long, value_name = "EMAIL")]
    also: Vec<String>,
    /// The phone number
    #[arg(long, value_name = "TEXT")]
    phone: Option<String>,
    /// What they do there
    #[arg(long, value_name = "TEXT")]
    role: Option<String>,
    /// The language they are written to in, like fr
    #[arg(long, value_name = "LANG")]
    language: Option<String>,
    /// A note
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl Facts {
    /// Writes what was said over `entry`.
    ///
    /// # Errors
    /// No such language.
    fn over(&self, entry: &mut ContactEntry) -> Result<(), Problem> {
        let texts = [
            (&self.email, &mut entry.email),
            (&self.phone, &mut entry.phone),
            (&self.role, &mut entry.role),
            (&self.note, &mut entry.note),
        ];
        for (said, text) in texts {
            if let Some(said) = said {
                *text = said.as_str().into();
            }
        }
        if let Some(text) = &self.language {
            entry.language = Some(language(text)?);
        }
        if !self.also.is_empty() {
            entry.also = self.also.iter().map(|one| one.as_str().into()).collect();
        }
        Ok(())
    }
}

/// What is known of a contact, and up to which record.
fn known(place: &Place, id: ContactId) -> Result<(Seq, ContactEntry), Problem> {
    let known = place.desk.sight(place.me()?).contact_entry(id);
    known.map_err(|refusal| place.refused(&refusal))
}
