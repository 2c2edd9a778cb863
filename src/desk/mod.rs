//! The desk: the one writer of the house, and the views of what it publishes.
//!
//! Every command goes through here: authorise, decide, append, apply, publish, answer. Everybody else
//! reads immutable snapshots, and only through [`views`], so that what a person may not see is never
//! handed out (PPL-2). Nothing here draws, and nothing here knows what a terminal is.

pub mod access;
mod areas;
mod checkpoints;
mod clock;
mod encoding;
mod feed;
mod finder;
mod group;
mod jobs;
mod kinds;
mod notes;
mod papers;
mod presence;
mod reach;
mod replay;
mod restate;
mod summary;
pub mod tidy;
pub mod views;
mod writer;

use std::path::Path;
use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use crate::assets::texts::Lang;
use crate::domain::decision::Facts;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::read_ahead::Reading;
use crate::domain::{
    Command, Event, MessageKey, Millis, PersonId, Refusal, RequestId, Seq, decide,
};
use crate::journal::{Fault, Journal, Payload, Store};
pub use clock::{Clock, check_clock, machine_clock};
pub use feed::{Feed, News, Published};
pub use finder::{Finder, MOST_FOUND, SearchHit, Searched, Searches};
pub use notes::{Note, told_missing};
use notes::{mended, set_up_lost, unknown_zone};
pub use presence::{Attendance, Onlooker, Presence, Seat};
pub use replay::{Opened, decode_events, missing};
pub use summary::{Summary, What, summarise};

/// A command that was sent is among so many records that follow, or in none: far more than can wait.
const SOON: Seq = 16_384;
/// How many of them are read at a time.
const RANGE: usize = 256;

/// How many commands may wait for the writer. Those who send more wait with them.
const WAITING: usize = 1_024;

/// A command and what comes with it.
#[derive(Clone, Debug)]
pub struct Submission {
    /// Its id, random: sent twice, it is done once.
    pub id: u128,
    /// Who acts; `None` is the house itself.
    pub actor: Option<PersonId>,
    /// For whom (PPL-3).
    pub on_behalf: Option<PersonId>,
    /// The revision of the request that its user saw, when that matters.
    pub seen: Option<(RequestId, u32)>,
    /// When it happened, for what is taken over from elsewhere; `None` is now.
    pub at: Option<Millis>,
    /// The command.
    pub command: Command,
}

impl Submission {
    /// A command of `actor`, now.
    pub fn new(actor: Option<PersonId>, command: Command) -> Submission {
        Submission {
            id: random(),
            actor,
            on_behalf: None,
            seen: None,
            at: None,
            command,
        }
    }
}

/// A random number from the system: a command's id.
pub fn random() -> u128 {
    let mut bytes = [0u8; 16];
    // Without randomness the id is zero, which is never remembered: the command is done, only a
    // repetition of it would not be recognised.
    let _ = getrandom::fill(&mut bytes);
    u128::from_le_bytes(bytes)
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The record; 0 when there was nothing to record.
    pub seq: Seq,
    /// What happened, in short.
    pub summary: Summary,
    /// Of several marked requests, those that refused.
    pub skipped: Vec<(RequestId, Refusal)>,
    /// It had been done before under the same id.
    pub again: bool,
}

/// Why something was not done.
#[derive(Clone, Debug)]
pub enum Rejection {
    /// The rules say no; nothing changed.
    Refused(Refusal),
    /// It could not be recorded; nothing changed.
    Faulted(Fault),
    /// The desk is closing or closed.
    Closed,
}

impl std::fmt::Display for Rejection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Rejection::Refused(refusal) => write!(f, "refused: {}", refusal.key()),
            Rejection::Faulted(fault) => write!(f, "{fault}"),
            Rejection::Closed => write!(f, "entremise is shutting down: try again later"),
        }
    }
}

impl std::error::Error for Rejection {}

/// What a command is answered with.
pub type Answer = Result<Done, Rejection>;

/// A command that was sent.
pub struct Sent(oneshot::Receiver<Answer>);

impl Sent {
    /// Waits for its answer.
    ///
    /// # Errors
    /// The refusal of a rule, or a fault of the store.
    pub async fn answer(self) -> Answer {
        self.0.await.map_err(|_| Rejection::Closed)?
    }
}

/// Whether a recovery declared the record lost.
async fn is_lost(store: &Store, seq: Seq) -> Result<bool, Fault> {
    let record = store.journal().read(seq).await?;
    Ok(record.is_some_and(|record| matches!(record.payload, Payload::Lost(_))))
}

/// The way to the desk. Cheap to clone; when the last one is gone the writer stops.
#[derive(Clone)]
pub struct Desk {
    post: mpsc::Sender<Post>,
    feed: Feed,
    store: Store,
    folder: Arc<Path>,
    clock: Clock,
    presence: Presence,
    notes: Arc<[Note]>,
}

/// What reaches the writer.
pub(crate) enum Post {
    /// A command with what was read in it, and where to answer.
    Command(Box<(Submission, Ahead)>, oneshot::Sender<Answer>),
    /// Look whether a job is due: the clock may have been set.
    Tick,
    /// Write a checkpoint, say so, and stop.
    Close(oneshot::Sender<()>),
}

/// What was done for a command before it reached the writer.
#[derive(Default)]
pub(crate) struct Ahead {
    /// What the text of a message says.
    reading: Option<Reading>,
    /// The paper of the version that it sends.
    paper: Option<papers::Ready>,
}

impl Desk {
    /// Opens the store in `folder` and the desk over it: reads the checkpoint and the records behind it, and starts the
    /// writer on a thread of its own.
    ///
    /// # Errors
    /// What the store says of itself: in use, damaged, of a newer format, full, read-only.
    pub async fn open(folder: &Path, clock: Clock) -> Result<Desk, Fault> {
        // Before the store: its engine does not survive a clock before 1970.
        check_clock(clock())?;
        let store = Store::open(folder)?;
        let mut notes = mended(&store);
        notes.extend(
            last_record(&store)
                .await?
                .and_then(|at| clock::behind(clock(), at)),
        );
        let mut opened = replay::open(&store).await?;
        notes.extend(restate::restate(&store, &mut opened, clock()).await?);
        let Opened {
            state,
            replayed,
            unknown,
            ..
        } = opened;
        if unknown > 0 {
            tracing::warn!(unknown, "records are lost, and nothing stands for them");
        }
        if state.house().is_none() && is_lost(&store, 1).await? {
            return Err(set_up_lost());
        }
        notes.extend(state.missing().iter().flat_map(told_missing));
        notes.extend(state.house().and_then(|house| unknown_zone(house)));
        let feed = Feed::new(state);
        let (post, inbox) = mpsc::channel(WAITING);
        writer::start(store.clone(), feed.clone(), clock.clone(), inbox, replayed)?;
        Ok(Desk {
            post,
            feed,
            store,
            folder: folder.into(),
            clock,
            presence: Presence::new(),
            notes: notes.into(),
        })
    }

    /// Returns what is to be told to whoever opened it: what was mended, what is odd.
    pub fn notes(&self, lang: Lang) -> Vec<String> {
        self.notes.iter().map(|note| note.say(lang)).collect()
    }

    /// Says whether a command of `actor` would be done as things stand. Another one may come before it.
    ///
    /// # Errors
    /// The refusal it would meet.
    pub fn would(&self, actor: Option<PersonId>, command: &Command) -> Result<(), Refusal> {
        let facts = Facts {
            now: self.now(),
            actor,
            ..Facts::default()
        };
        decide(self.published().state(), &facts, command).map(drop)
    }

    /// Whether a message has come in before.
    pub fn knows(&self, message: MessageKey) -> bool {
        let published = self.published();
        published.state().request_of_message(message).is_some()
    }

    /// Sends a command and waits for its answer: done and durable, or not done at all.
    ///
    /// # Errors
    /// The refusal of a rule, or a fault of the store.
    pub async fn submit(&self, submission: Submission) -> Answer {
        self.send(submission).await?.answer().await
    }

    /// Sends a command, to wait for its answer later. Commands are done in the order they were sent,
    /// and those under way together are made durable together.
    ///
    /// # Errors
    /// [`Rejection::Closed`] when there is no writer any more.
    pub async fn send(&self, submission: Submission) -> Result<Sent, Rejection> {
        let (answer, answered) = oneshot::channel();
        // What can be read without the writer is: many can read, only one can write.
        let mut ahead = Ahead::default();
        match &submission.command {
            Command::Request(RequestCommand::Receive(incoming)) => {
                let now = submission.at.unwrap_or_else(|| self.now());
                ahead.reading = Reading::ahead(self.published().state(), incoming, now);
            }
            // What goes wrong here goes wrong again at the writer, which says so.
            command @ Command::Quotation(_) => {
                let published = self.published();
                let facts = Facts {
                    now: submission.at.unwrap_or_else(|| self.now()),
                    actor: submission.actor,
                    on_behalf: submission.on_behalf,
                    seen: submission.seen,
                    ..Facts::default()
                };
                let made = papers::make(&self.store, published.state(), &facts, command).await;
                ahead.paper = made.ok().flatten();
            }
            _ => {}
        }
        let post = Post::Command(Box::new((submission, ahead)), answer);
        self.post.send(post).await.map_err(|_| Rejection::Closed)?;
        Ok(Sent(answered))
    }

    /// The latest snapshot and what changed lately.
    pub fn published(&self) -> Arc<Published> {
        self.feed.latest()
    }

    /// Told at each new snapshot.
    pub fn feed(&self) -> &Feed {
        &self.feed
    }

    /// Who is at which request right now.
    pub fn presence(&self) -> &Presence {
        &self.presence
    }

    /// The time by the desk's clock.
    pub fn now(&self) -> Millis {
        (self.clock)()
    }

    /// Has the writer look whether a job is due.
    pub async fn tick(&self) {
        let _ = self.post.send(Post::Tick).await;
    }

    /// Writes a checkpoint and stops the writer.
    pub async fn close(&self) {
        let (done, closed) = oneshot::channel();
        if self.post.send(Post::Close(done)).await.is_ok() {
            let _ = closed.await;
        }
    }

    /// The folder the house lives in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The store: blobs and drafts.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Whether a command was recorded that was sent when `after` was the last record.
    ///
    /// # Errors
    /// Faults of reading.
    pub async fn is_recorded(&self, command: u128, after: Seq) -> Result<bool, Fault> {
        if self.published().state().done(command).is_some() {
            return Ok(true);
        }
        let mut next = after + 1;
        while next <= after + SOON {
            let records = self.store.journal().range(next, RANGE).await?;
            if records
                .iter()
                .any(|record| record.header.command == command)
            {
                return Ok(true);
            }
            match records.last() {
                Some(last) => next = last.header.seq + 1,
                None => break,
            }
        }
        Ok(false)
    }

    /// The events of a record, if there is one and its words are kept.
    ///
    /// # Errors
    /// A damaged record, in words that name no file of the server.
    pub async fn events(
        &self,
        seq: Seq,
    ) -> Result<Option<(crate::domain::meta::Meta, Vec<Event>)>, Fault> {
        let read = self.store.journal().read(seq).await;
        let read = read.and_then(|record| record.as_ref().map(replay::decode_record).transpose());
        read.map_err(|fault| {
            tracing::error!(seq, %fault, "a record could not be read");
            fault.for_people()
        })
    }
}

/// When the last record was made.
async fn last_record(store: &Store) -> Result<Option<Millis>, Fault> {
    let last = store.journal().read(store.journal().last()).await?;
    Ok(last.map(|record| record.header.at_ms))
}

#[cfg(test)]
mod tests;
