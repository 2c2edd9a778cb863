//! The desk: the one writer of the house, and the views of what it publishes.
//!
//! Every command goes through here: authorise, decide, append, apply, publish, answer. Everybody else
//! reads immutable snapshots, and only through [`views`], so that what a person may not see is never
//! handed out (PPL-2). Nothing here draws, and nothing here knows what a terminal is.

pub mod access;
mod checkpoints;
mod feed;
mod finder;
mod jobs;
mod presence;
mod reach;
mod replay;
mod summary;
pub mod views;
mod writer;

use std::path::Path;
use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use crate::domain::request::receive::Reading;
use crate::domain::{Command, Event, Millis, PersonId, Refusal, RequestId, Seq};
use crate::journal::{Fault, Journal, Store};
pub use feed::{Feed, News, Published};
pub use finder::{Finder, MOST_FOUND, SearchHit, Searched};
pub use presence::{Attendance, Onlooker, Presence, Seat};
pub use replay::{Opened, decode_events};
pub use summary::{Summary, What, summarise};

/// How many commands may wait for the writer. Those who send more wait with them.
const WAITING: usize = 1_024;

/// The clock everything is told the time by. Tests set it.
pub type Clock = Arc<dyn Fn() -> Millis + Send + Sync>;

/// The clock of the machine.
pub fn machine_clock() -> Clock {
    Arc::new(|| chrono::Utc::now().timestamp_millis())
}

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
            Rejection::Closed => write!(f, "the desk is closed"),
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

/// The way to the desk. Cheap to clone; when the last one is gone the writer stops.
#[derive(Clone)]
pub struct Desk {
    post: mpsc::Sender<Post>,
    feed: Feed,
    store: Store,
    folder: Arc<Path>,
    clock: Clock,
    presence: Presence,
}

/// What reaches the writer.
pub(crate) enum Post {
    /// A command with what was read in it, and where to answer.
    Command(Box<(Submission, Option<Reading>)>, oneshot::Sender<Answer>),
    /// Look whether a job is due: the clock may have been set.
    Tick,
    /// Write a checkpoint, say so, and stop.
    Close(oneshot::Sender<()>),
}

impl Desk {
    /// Opens the store in `folder` and the desk over it: reads the checkpoint and the records behind it, and starts the
    /// writer on a thread of its own.
    ///
    /// # Errors
    /// What the store says of itself: in use, damaged, of a newer format, full, read-only.
    pub async fn open(folder: &Path, clock: Clock) -> Result<Desk, Fault> {
        let store = Store::open(folder)?;
        let Opened { state, replayed } = replay::open(&store).await?;
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
        })
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
        let reading = match &submission.command {
            Command::Receive(incoming) => {
                let now = submission.at.unwrap_or_else(|| self.now());
                Reading::ahead(self.published().state(), incoming, now)
            }
            _ => None,
        };
        let post = Post::Command(Box::new((submission, reading)), answer);
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

    /// The events of a record, if there is one and its words are kept.
    ///
    /// # Errors
    /// A damaged record.
    pub async fn events(
        &self,
        seq: Seq,
    ) -> Result<Option<(crate::domain::state::Meta, Vec<Event>)>, Fault> {
        match self.store.journal().read(seq).await? {
            Some(record) => replay::decode_record(&record).map(Some),
            None => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests;
