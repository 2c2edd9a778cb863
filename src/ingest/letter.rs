//! A message that was read, as the command that takes it in: keys, blobs, and the fields of a table
//! read as people write them.

use super::Aside;
use crate::assets;
use crate::domain::house::Language;
use crate::domain::ids::MessageKey;
use crate::domain::money::{Currency, Money};
use crate::domain::request::command::RequestCommand;
use crate::domain::request::incoming::{Asked, Attachment, Incoming, Meeting, Sender};
use crate::domain::request::{Request, Source, Wish};
use crate::domain::{Command, Millis};
use crate::journal::{BlobId, Blobs, Fault, Lease, MAX_RECORD, codec};
use crate::mail;
use crate::text::reading::Lexicon;
use crate::text::sanitise::clean_line;
use crate::text::when;

/// The longest text kept in a record, in bytes; the whole of a longer one is a blob.
const INLINE: usize = 256 * 1024;

/// Who may stand in a record: the rest of a very long list is counted, not kept.
const ADDRESSES: usize = 100;

/// The most files that one message brings.
const FILES: usize = 200;

/// Room in a record for what stands around a message: its header, and what is recognised in the message.
const AROUND: usize = 32 * 1024;

/// A message that was read, before anything of it is stored.
pub(super) struct Letter {
    incoming: Incoming,
    message: mail::Message,
}

impl Letter {
    /// Reads a message. The files are named, and not stored yet.
    ///
    /// # Errors
    /// A message with more files than one may bring, or more of everything than fits a record, is set aside.
    pub fn read(now: Millis, lexicon: &Lexicon, message: mail::Message) -> Result<Letter, Aside> {
        if message.attachments.len() > FILES {
            let n = message.attachments.len();
            let reason = format!("it has {n} files, more than {FILES}");
            let aside = aside(&message, reason, "many-files");
            return Err(Aside {
                figures: vec![("n", n), ("most", FILES)],
                ..aside
            });
        }
        let incoming = incoming(now, lexicon, &message);
        match codec::encode(&incoming) {
            Ok(bytes) if bytes.len() <= MAX_RECORD - AROUND => Ok(Letter { incoming, message }),
            Ok(_) | Err(_) => {
                let reason = "it is too long to be stored".to_owned();
                Err(aside(&message, reason, "too-long"))
            }
        }
    }

    /// Reads the budget it states; in `currency` where it names none.
    #[must_use]
    pub fn budgeted(mut self, currency: Currency) -> Letter {
        let said = self.message.asked.budget.as_deref();
        self.incoming.asked.wish.budget = said.and_then(|text| Money::parse(text, currency));
        self
    }

    /// What makes it the same message when it is delivered twice.
    pub fn key(&self) -> MessageKey {
        self.incoming.key
    }

    /// Stores its files, and gives the command that takes it in. The leases are to be held until the command
    /// is answered.
    ///
    /// # Errors
    /// A file that could not be written.
    pub fn store(self, blobs: &Blobs) -> Result<(Command, Vec<Lease>), Fault> {
        let files = self.message.attachments.iter();
        let files = files.map(|file| file.bytes.as_slice());
        let whole = self.incoming.whole.map(|_| self.message.body.as_bytes());
        let leases = files.chain(whole).map(|bytes| blobs.put(bytes));
        let leases = leases.collect::<Result<Vec<Lease>, Fault>>()?;
        Ok((
            Command::Request(RequestCommand::Receive(Box::new(self.incoming))),
            leases,
        ))
    }
}

/// A message that is not taken in, recognised by its subject.
fn aside(message: &mail::Message, reason: String, code: &'static str) -> Aside {
    Aside {
        position: clean_line(cut(&message.subject, 80)).into_owned(),
        reason,
        code: Some(code),
        figures: Vec::new(),
        kept: None,
    }
}

fn incoming(now: Millis, lexicon: &Lexicon, message: &mail::Message) -> Incoming {
    let source = source_of(message);
    let attachments = message.attachments.iter().map(|file| Attachment {
        name: cut(&file.name, 255).into(),
        mime: cut(&file.mime, 127).into(),
        size: file.bytes.len() as u64,
        blob: BlobId::of(&file.bytes).0,
    });
    let (body, whole) = if message.body.len() > INLINE {
        let whole = BlobId::of(message.body.as_bytes()).0;
        (cut_bytes(&message.body, INLINE), Some(whole))
    } else {
        (message.body.as_str(), None)
    };
    Incoming {
        source,
        key: key_of(message.message_id.as_deref(), &message.digest),
        message_id: message.message_id.as_deref().unwrap_or_default().into(),
        parents: message
            .parents
            .iter()
            .map(|id| key_of(Some(id), &[0; 32]))
            .collect(),
        sent_at: message.sent_at,
        from: address(writer(message)),
        to: message.to.iter().take(ADDRESSES).map(address).collect(),
        cc: message.cc.iter().take(ADDRESSES).map(address).collect(),
        subject: cut(&message.subject, Request::SUBJECT_MOST).into(),
        body: body.into(),
        whole,
        attachments: attachments.collect(),
        meetings: message.calendar.iter().take(20).map(meeting).collect(),
        language: message.asked.language.as_deref().and_then(stated),
        automatic: message.automatic,
        asked: asked(now, lexicon, &message.asked),
    }
}

/// The key of a message: a digest of its `Message-ID`, or of its content.
pub(super) fn key_of(message_id: Option<&str>, digest: &[u8; 32]) -> MessageKey {
    let hash = message_id.map(|id| *blake3::hash(id.as_bytes()).as_bytes());
    let bytes = hash.as_ref().unwrap_or(digest);
    let mut first = [0u8; 16];
    first.copy_from_slice(&bytes[..16]);
    MessageKey(u128::from_be_bytes(first))
}

fn source_of(message: &mail::Message) -> Source {
    match message.message_id.as_deref() {
        _ if message.asked == mail::Asked::default() => Source::Mail,
        Some(id) if id.starts_with("json:") => Source::Json,
        _ => Source::Csv,
    }
}

/// Who wrote a message: its sender, or, where that is a robot or nobody, whom an answer goes to (EML-4).
fn writer(message: &mail::Message) -> &mail::Address {
    const ROBOTS: [&str; 4] = ["noreply", "donotreply", "nepasrepondre", "nichtantworten"];
    let local = message.from.email.split('@').next().unwrap_or_default();
    let plain: String = local.chars().filter(|c| c.is_alphanumeric()).collect();
    let plain = plain.to_lowercase();
    let robot = plain.is_empty() || ROBOTS.iter().any(|robot| plain.starts_with(robot));
    let reply = message
        .reply_to
        .as_ref()
        .filter(|reply| !reply.email.is_empty());
    reply.filter(|_| robot).unwrap_or(&message.from)
}

fn address(address: &mail::Address) -> Sender {
    Sender {
        name: cut(&address.name, 200).into(),
        email: cut(&address.email, 254).into(),
    }
}

fn meeting(part: &mail::CalendarPart) -> Meeting {
    let text = |t: Option<&str>| cut(t.unwrap_or_default(), 500).into();
    Meeting {
        method: text(part.method.as_deref()),
        summary: text(Some(&part.summary)),
        starts: text(part.starts.as_deref()),
        place: text(part.location.as_deref()),
    }
}

fn asked(now: Millis, lexicon: &Lexicon, said: &mail::Asked) -> Asked {
    let text = |t: &Option<String>| cut(t.as_deref().unwrap_or_default().trim(), 300).into();
    Asked {
        organisation: text(&said.organisation),
        country: said.country.as_deref().and_then(assets::country),
        segment: text(&said.segment),
        phone: text(&said.phone),
        kind: text(&said.kind),
        wish: Wish {
            dates: cut(&said.wanted_dates.join(" · "), 300).into(),
            place: text(&said.place),
            online: said.online.as_deref().and_then(yes_or_no),
            participants: said.participants.as_deref().and_then(number),
            // In which currency it is where it names none is the house's to say.
            budget: None,
        },
        deadline: said
            .deadline
            .as_deref()
            .and_then(|text| deadline(now, lexicon, text)),
        tags: said
            .tags
            .iter()
            .take(20)
            .map(|tag| cut(&tag.trim().to_lowercase(), 40).into())
            .collect(),
        assignee: None,
    }
}

fn yes_or_no(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "oui" | "o" | "vrai" | "online" | "en ligne" | "x" => {
            Some(true)
        }
        "no" | "n" | "false" | "0" | "non" | "faux" => Some(false),
        _ => None,
    }
}

/// The first number of "about 40 people".
fn number(text: &str) -> Option<u32> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let digits: String = text[start..]
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}

/// A deadline in a field: the end of that day, UTC, or the hour it names.
fn deadline(now: Millis, lexicon: &Lexicon, text: &str) -> Option<Millis> {
    let local = chrono::DateTime::from_timestamp_millis(now)?.naive_utc();
    let when = when::parse_with(text, local, when::Lang::Fr, lexicon).ok()?;
    let time = when
        .time
        .or_else(|| chrono::NaiveTime::from_hms_opt(17, 0, 0))?;
    Some(when.date.and_time(time).and_utc().timestamp_millis())
}

/// The language that a field states by its code or its name.
fn stated(language: &str) -> Option<Language> {
    assets::language(language)
}

fn cut(text: &str, chars: usize) -> &str {
    text.char_indices()
        .nth(chars)
        .map_or(text, |(at, _)| &text[..at])
}

fn cut_bytes(text: &str, most: usize) -> &str {
    let mut at = most.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    &text[..at]
}
