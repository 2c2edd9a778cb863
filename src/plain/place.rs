//! Where a command is done, and for whom: the desk, the person, the language, and what may be read and
//! written. It decides nothing; what a person may do is the desk's to say.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::problem::{IO, NO_PERMISSION, Problem};
use super::{Out, who};
use crate::desk::views::Names;
use crate::desk::{Desk, Done, Rejection, Submission};
use crate::domain::{Command, PersonId, Refusal};
use crate::text::sanitise::clean_line;
use crate::ui::kit::formats::Formats;
use crate::ui::kit::texts::{Arg, Lang, Texts};
use crate::ui::tell::Teller;

/// Where a command is done.
pub struct Place {
    /// The desk of the house.
    pub desk: Desk,
    /// Whose command it is.
    pub asker: Asker,
    /// The language of the answer.
    pub lang: Lang,
    /// What of this machine it may reach.
    pub reach: Reach,
    /// What is piped into it.
    pub input: Piped,
    /// How wide the terminal is that shows what it says; `None` where none does.
    pub columns: Option<u16>,
    /// How others reach the house, to be handed on with an invitation.
    pub door: String,
}

/// What is piped into a command, until it is taken.
#[derive(Default)]
pub struct Piped(Mutex<Option<Box<dyn Read + Send>>>);

impl Piped {
    /// This.
    pub fn new(input: impl Read + Send + 'static) -> Piped {
        Piped(Mutex::new(Some(Box::new(input))))
    }

    fn take(&self) -> Option<Box<dyn Read + Send>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Whose command it is.
#[derive(Clone, Debug)]
pub enum Asker {
    /// Somebody at this machine, who has the store's files anyway: named, or remembered.
    Local {
        /// Who they say they are.
        named: Option<String>,
        /// The machine's name for them.
        user: String,
    },
    /// The one whose key opened the line.
    Known(PersonId),
}

/// What of this machine a command may reach.
#[derive(Clone, Debug)]
pub enum Reach {
    /// Files, relative ones from this folder on.
    Files(PathBuf),
    /// Only what is piped through the line.
    Line,
}

impl Place {
    /// Who asks.
    ///
    /// # Errors
    /// Nobody who is known, or no house yet.
    pub fn me(&self) -> Result<PersonId, Problem> {
        if !self.desk.published().is_set_up() {
            return Err(Problem::no_house());
        }
        match &self.asker {
            Asker::Known(person) => Ok(*person),
            Asker::Local { named, user } => who::person(&self.desk, named.as_deref(), user),
        }
    }

    /// Whose name stands on the record for what is taken in: the house's own where the store's owner
    /// pipes a mail server in, else the person's.
    pub(super) fn taker(&self) -> Option<PersonId> {
        match self.asker {
            Asker::Local { .. } => None,
            Asker::Known(person) => Some(person),
        }
    }

    /// A path as it is meant.
    ///
    /// # Errors
    /// Over a line no file of this machine can be reached.
    pub(super) fn path(&self, path: &Path) -> Result<PathBuf, Problem> {
        match &self.reach {
            Reach::Files(folder) => Ok(folder.join(path)),
            Reach::Line => Err(Problem::say(NO_PERMISSION, "plain-no-files-here", [])),
        }
    }

    /// What is piped into the command, asked for once.
    ///
    /// # Errors
    /// There is nothing that could be.
    pub(super) async fn input(&self, out: &mut Out) -> Result<Box<dyn Read + Send>, Problem> {
        out.wants().await;
        let none = || Problem::say(1, "plain-nothing-piped", []);
        self.input.take().ok_or_else(none)
    }

    /// Sends a command of who asks.
    ///
    /// # Errors
    /// The refusal in words, or the fault.
    pub(super) async fn submit(&self, command: Command) -> Result<Done, Problem> {
        let me = self.me()?;
        self.submit_as(Some(me), command).await
    }

    pub(super) async fn submit_as(
        &self,
        actor: Option<PersonId>,
        command: Command,
    ) -> Result<Done, Problem> {
        match self.desk.submit(Submission::new(actor, command)).await {
            Ok(done) => Ok(done),
            Err(Rejection::Refused(refusal)) => Err(self.refused(&refusal)),
            Err(other) => Err(other.into()),
        }
    }

    /// Returns the texts in the language of the answer, with what the house calls the entries of its lists.
    pub(super) fn texts(&self) -> Arc<Texts> {
        let named = self.desk.published().entry_names(self.lang.language());
        Texts::shared(self.lang).named(named)
    }

    /// Returns a text with its values, in the language of the answer and fit for a line.
    pub(super) fn says(&self, id: &str, values: &[(&str, Arg)]) -> String {
        clean_line(&self.texts().with(id, values)).into_owned()
    }

    /// A refusal in the person's words.
    pub(super) fn refused(&self, refusal: &Refusal) -> Problem {
        let published = self.desk.published();
        let refusal = &published.told(self.me().ok(), refusal.clone());
        let (texts, formats) = (self.texts(), Formats::new(self.lang));
        let (names, now) = (Names::default(), self.desk.now());
        let zone = self
            .me()
            .ok()
            .and_then(|me| self.desk.published().me(me, now));
        let zone = zone.map_or(chrono_tz::UTC, |me| me.zone);
        let teller = Teller {
            texts: &texts,
            formats: &formats,
            zone,
            now,
            names: &names,
        };
        let status = match refusal {
            Refusal::NotPermitted(_) | Refusal::NobodyKnown => NO_PERMISSION,
            Refusal::RecordLost { .. } => IO,
            _ => 1,
        };
        Problem::with(status, teller.refusal(refusal))
    }

    /// A person by P-number, whole name, or one word of it; `all` of whom may be meant.
    ///
    /// # Errors
    /// Nobody, or several.
    pub(super) fn person(
        &self,
        all: &[(PersonId, String)],
        wanted: &str,
    ) -> Result<PersonId, Problem> {
        who::named(all, wanted).map_err(|found| match found.as_slice() {
            [] => Problem::say(1, "plain-nobody", [("name", wanted.to_owned())]),
            several => {
                let all = several.iter().map(|(id, name)| format!("{name} ({id})"));
                let all = all.collect::<Vec<_>>().join(", ");
                Problem::say(
                    1,
                    "plain-several",
                    [("name", wanted.to_owned()), ("all", all)],
                )
            }
        })
    }
}
