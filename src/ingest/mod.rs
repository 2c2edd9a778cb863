//! Taking a source in (REQ-1): read, turned into a command, handed to the desk; counted and reported.
//!
//! Reading runs on a thread of its own and never more than a few hundred messages ahead, so that a
//! mailbox of any size takes constant memory. What cannot be read is kept aside, and the rest goes on.

mod aside;
mod letter;

use std::collections::VecDeque;

use tokio::sync::mpsc;

use crate::desk::{Desk, Rejection, Sent, Submission};
use crate::domain::house::refusal::HouseRefusal;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::{PersonId, Refusal, RequestId};
use crate::journal::{Fault, Lease};
use crate::mail::{Incoming, Progress, SetAside, Source, SourceError};

pub use aside::Aside;
use letter::Letter;

/// How many messages may be read ahead.
const AHEAD: usize = 256;

/// How many commands may be under way.
const MOST_UNDER_WAY: usize = 512;

/// What has come of a source so far.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// New requests.
    pub new: u64,
    /// Messages that were known already.
    pub known: u64,
    /// Messages that joined a request.
    pub joined: u64,
    /// Of the new ones, those that a provider wrote, for the providers' desk: so many, and the first of them.
    pub providers: (u64, Vec<RequestId>),
    /// The first and the last new request.
    pub span: Option<(RequestId, RequestId)>,
    /// What was set aside: where, and why.
    pub aside: Vec<Aside>,
    /// More was set aside than is listed.
    pub aside_more: u64,
}

impl Tally {
    /// The most set-aside messages that are listed one by one.
    const LISTED: usize = 1_000;
    /// The most requests of providers that are named.
    const NAMED: usize = 20;

    /// How many messages there were in all.
    pub fn all(&self) -> u64 {
        self.new + self.known + self.joined + self.aside_count()
    }

    /// How many were set aside.
    pub fn aside_count(&self) -> u64 {
        self.aside.len() as u64 + self.aside_more
    }

    fn note_provider(&mut self, request: Option<RequestId>) {
        self.providers.0 += 1;
        if self.providers.1.len() < Self::NAMED {
            self.providers.1.extend(request);
        }
    }

    fn set_aside(&mut self, aside: Aside) {
        if self.aside.len() < Self::LISTED {
            self.aside.push(aside);
        } else {
            self.aside_more += 1;
        }
    }
}

/// Why taking in stopped. What was taken in before stays.
#[derive(Clone, Debug)]
pub enum Stopped {
    /// The source could not be read on.
    Source(SourceError),
    /// The store could not record.
    Store(Fault),
    /// The house refuses (no house yet, or a person who may not).
    Refused(Refusal),
    /// The desk is closed.
    Closed,
}

impl std::fmt::Display for Stopped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Stopped::Source(error) => write!(f, "{error}"),
            Stopped::Store(fault) => write!(f, "{fault}"),
            Stopped::Refused(Refusal::House(HouseRefusal::NotSetUp)) => {
                write!(
                    f,
                    "nothing is set up here yet; start `entremise` once, or run `entremise setup`"
                )
            }
            Stopped::Refused(refusal) => write!(f, "refused: {}", refusal.key()),
            Stopped::Closed => write!(f, "entremise is shutting down: try again later"),
        }
    }
}

impl std::error::Error for Stopped {}

/// A command that was sent, with what was stored for it.
struct UnderWay {
    sent: Sent,
    progress: Progress,
    _leases: Vec<Lease>,
}

/// What the reading thread hands over.
type Read = (Result<Incoming, SourceError>, Progress);

/// Takes in everything `source` yields, for `actor` (`None`: the house itself). `tell` is called
/// after every message with what has come of it so far.
///
/// # Errors
/// The first thing that makes going on pointless, with the tally so far.
pub async fn ingest(
    desk: &Desk,
    source: Source,
    actor: Option<PersonId>,
    mut tell: impl FnMut(&Tally, Progress),
) -> Result<Tally, (Tally, Stopped)> {
    let mut tally = Tally::default();
    // Before anything is stored for a house that is not there.
    if !desk.published().is_set_up() {
        return Err((
            tally,
            Stopped::Refused(Refusal::House(HouseRefusal::NotSetUp)),
        ));
    }
    let mut incoming = read_ahead(source);
    let mut under_way: VecDeque<UnderWay> = VecDeque::new();
    while let Some((read, progress)) = incoming.recv().await {
        let letter = match read {
            Err(error) => return Err((tally, Stopped::Source(error))),
            Ok(Incoming::SetAside(aside)) => {
                keep_aside(desk, &mut tally, &aside);
                tell(&tally, progress);
                continue;
            }
            Ok(Incoming::Message(message)) => {
                let published = desk.published();
                match Letter::read(desk.now(), published.lexicon(), *message) {
                    Ok(letter) => letter,
                    Err(aside) => {
                        tally.set_aside(aside);
                        tell(&tally, progress);
                        continue;
                    }
                }
            }
        };
        // Known from before: its files are not stored again. One that is known from a moment ago is told so
        // by the writer.
        if desk.knows(letter.key()) {
            tally.known += 1;
            tell(&tally, progress);
            continue;
        }
        let letter = letter.budgeted(desk.published().currency());
        let (command, leases) = match letter.store(desk.store().blobs()) {
            Ok(stored) => stored,
            Err(fault) => return Err((tally, Stopped::Store(fault))),
        };
        match desk.send(Submission::new(actor, command)).await {
            Ok(sent) => under_way.push_back(UnderWay {
                sent,
                progress,
                _leases: leases,
            }),
            Err(_) => return Err((tally, Stopped::Closed)),
        }
        while under_way.len() >= MOST_UNDER_WAY {
            if let Err(stopped) = settle(&mut under_way, &mut tally, &mut tell).await {
                return Err((tally, stopped));
            }
        }
    }
    while !under_way.is_empty() {
        if let Err(stopped) = settle(&mut under_way, &mut tally, &mut tell).await {
            return Err((tally, stopped));
        }
    }
    Ok(tally)
}

fn read_ahead(source: Source) -> mpsc::Receiver<Read> {
    let (send, receive) = mpsc::channel(AHEAD);
    let mut source = source;
    tokio::task::spawn_blocking(move || {
        while let Some(read) = source.next() {
            let progress = source.progress();
            if send.blocking_send((read, progress)).is_err() {
                return;
            }
        }
    });
    receive
}

async fn settle(
    under_way: &mut VecDeque<UnderWay>,
    tally: &mut Tally,
    tell: &mut impl FnMut(&Tally, Progress),
) -> Result<(), Stopped> {
    use crate::desk::What;
    // The leases are held until the answer is there.
    let Some(UnderWay {
        sent,
        progress,
        _leases,
    }) = under_way.pop_front()
    else {
        return Ok(());
    };
    match sent.answer().await {
        Ok(done) => match done.summary.what {
            What::Joined => tally.joined += 1,
            what => {
                tally.new += 1;
                if what == What::FromProvider {
                    tally.note_provider(done.summary.requests.first().copied());
                }
                if let Some(id) = done.summary.requests.first() {
                    let first = tally.span.map_or(*id, |(first, _)| first.min(*id));
                    tally.span = Some((first, tally.span.map_or(*id, |(_, last)| last.max(*id))));
                }
            }
        },
        Err(Rejection::Refused(Refusal::Request(RequestRefusal::AlreadyKnown(_)))) => {
            tally.known += 1
        }
        Err(Rejection::Refused(refusal @ Refusal::TooLong { .. })) => {
            tally.set_aside(Aside::refused(&refusal));
        }
        Err(Rejection::Refused(refusal)) => return Err(Stopped::Refused(refusal)),
        Err(Rejection::Faulted(fault)) => return Err(Stopped::Store(fault)),
        Err(Rejection::Closed) => return Err(Stopped::Closed),
    }
    tell(tally, progress);
    Ok(())
}

fn keep_aside(desk: &Desk, tally: &mut Tally, found: &SetAside) {
    tally.set_aside(aside::keep(desk.folder(), desk.now(), found));
}
