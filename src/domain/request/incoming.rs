//! What comes in (REQ-1, REQ-2): one message or one row, already read and decoded, not yet judged.

use serde::{Deserialize, Serialize};

use super::Wish;
use crate::domain::Millis;
use crate::domain::house::{Country, Language};
use crate::domain::ids::{MessageKey, PersonId, RequestId};
use crate::domain::named_file::{NamedFile, Owner};

/// How a request came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Source {
    /// A mail, from a file or the mail server's pipe.
    Mail,
    /// A row of a CSV file.
    Csv,
    /// An object of a JSON file.
    Json,
    /// Entered by hand.
    Form,
    /// Cut off another request.
    Split,
}

impl Source {
    /// The stable name that texts are found by.
    pub fn key(self) -> &'static str {
        match self {
            Source::Mail => "mail",
            Source::Csv => "csv",
            Source::Json => "json",
            Source::Form => "form",
            Source::Split => "split",
        }
    }
}

/// A name and a mail address, either of which may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    /// The name as written.
    pub name: Box<str>,
    /// The address, its domain in small letters.
    pub email: Box<str>,
}

/// A file that came with a message. Its bytes are a blob of the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name, as the sender gave it.
    pub name: Box<str>,
    /// Its media type.
    pub mime: Box<str>,
    /// Its size in bytes.
    pub size: u64,
    /// The digest by which the store finds it.
    pub blob: [u8; 32],
}

impl Attachment {
    /// Returns it as a file that a record names.
    pub(in crate::domain) fn named(&self, owner: Owner) -> NamedFile<'_> {
        let Attachment {
            name,
            blob,
            mime: _,
            size: _,
        } = self;
        NamedFile {
            content: *blob,
            name,
            owner,
        }
    }
}

/// A meeting somebody proposes in a calendar part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// `REQUEST`, `REPLY`, `COUNTER`, `CANCEL` or empty.
    pub method: Box<str>,
    /// What it is about.
    pub summary: Box<str>,
    /// When it starts, as the part says.
    pub starts: Box<str>,
    /// Where.
    pub place: Box<str>,
}

/// What CSV, JSON and the form say in fields of their own; mail says it in prose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Who asks, by name; empty: read from the sender.
    pub organisation: Box<str>,
    /// Where they are.
    pub country: Option<Country>,
    /// What kind of organisation they are.
    pub segment: Box<str>,
    /// Their phone number.
    pub phone: Box<str>,
    /// The routing matrix's name of what is asked; empty: recognised from the words.
    pub kind: Box<str>,
    /// What is wished.
    pub wish: Wish,
    /// By when an answer is needed.
    pub deadline: Option<Millis>,
    /// Tags to begin with.
    pub tags: Vec<Box<str>>,
    /// Who takes it at once (the one who enters it by hand).
    pub assignee: Option<PersonId>,
}

/// One message or row, read and decoded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incoming {
    /// How it came in.
    pub source: Source,
    /// What makes it the same message when it is delivered twice.
    pub key: MessageKey,
    /// Its `Message-ID` without brackets, for replies; empty when it has none.
    pub message_id: Box<str>,
    /// The messages it answers, nearest first.
    pub parents: Vec<MessageKey>,
    /// When it was sent, if it says so.
    pub sent_at: Option<Millis>,
    /// Who sent it.
    pub from: Sender,
    /// To whom.
    pub to: Vec<Sender>,
    /// Who is in copy.
    pub cc: Vec<Sender>,
    /// Its subject.
    pub subject: Box<str>,
    /// Its text, or the beginning of a very long one.
    pub body: Box<str>,
    /// The whole text as a blob, when `body` is only its beginning.
    pub whole: Option<[u8; 32]>,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// Meetings proposed in calendar parts.
    pub meetings: Vec<Meeting>,
    /// The language, when the source says it.
    pub language: Option<Language>,
    /// Sent by a machine (an auto-reply, a list, a bounce).
    pub automatic: bool,
    /// What was said in fields.
    pub asked: Asked,
}

impl Incoming {
    /// When it reached the house: when it was sent, if it says so and that can be; else `now`. A mailbox
    /// that is imported late brings its delays with it.
    pub fn came_at(&self, now: Millis) -> Millis {
        self.sent_at
            .filter(|sent| *sent > 0 && *sent <= now)
            .unwrap_or(now)
    }

    /// Returns the stored files that a record with this message in it names, as those of `request`.
    pub(super) fn named_files(&self, request: RequestId) -> Vec<NamedFile<'_>> {
        let Incoming {
            whole,
            attachments,
            source: _,
            key: _,
            message_id: _,
            parents: _,
            sent_at: _,
            from: _,
            to: _,
            cc: _,
            subject: _,
            body: _,
            meetings: _,
            language: _,
            automatic: _,
            asked: _,
        } = self;
        let owner = Owner::Request(request);
        let whole = whole.map(|content| NamedFile {
            content,
            name: "",
            owner,
        });
        let attached = attachments.iter().map(|file| file.named(owner));
        whole.into_iter().chain(attached).collect()
    }
}
