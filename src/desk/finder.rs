//! Full-text search for sessions (REQ-12): keeps the index up with what the desk publishes, on a
//! thread of its own, and answers a person's questions with lines they may see.
//!
//! It never stands in the writer's way and never keeps the house from working: whatever is wrong with
//! the index is said in words, and the thread tries again.

mod answer;
mod feeder;
mod intake;
#[cfg(test)]
mod tests;
mod texts;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use tokio::sync::watch;

use super::Desk;
use super::views::{Cancel, RequestRow};
use crate::domain::{Millis, PersonId, Seq};
use crate::search::Reader;

/// Most requests that one search shows.
pub const MOST_FOUND: usize = 200;

/// The way to the search. Clones share it; the thread ends with [`Finder::stop`].
#[derive(Clone)]
pub struct Finder {
    desk: Desk,
    shared: Arc<Shared>,
}

/// What looks for words in all that was written, for sessions.
pub trait Searches: Send + Sync {
    /// Begins to get ready: the first screen is there.
    fn begin(&self);

    /// Looks for `words` for `me`, until nobody waits for it. It blocks. Who may not read the inbox finds nothing, and
    /// is not told how much.
    fn find(&self, me: PersonId, words: &str, cancel: &Cancel) -> Searched;
}

/// What a search found, for the one who asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Searched {
    /// The requests, best first, each once; those merged into another show as that one.
    pub hits: Vec<SearchHit>,
    /// How many there are in all.
    pub total: usize,
    /// Records that are not in the index yet.
    pub behind: u64,
    /// Why there is no search, or less of it, when that is so.
    pub trouble: Option<String>,
    /// Nobody waited for it any more: there are no hits, and `total` means nothing.
    pub cancelled: bool,
}

/// One request that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchHit {
    /// Its line.
    pub row: RequestRow,
    /// When the text came in.
    pub at: Millis,
    /// A few words of the text, safe to show: each piece, and whether it was looked for.
    pub pieces: Vec<(String, bool)>,
}

/// What the thread is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// Wait: the first screen comes first.
    Wait,
    /// Keep the index up; open it anew once for each number.
    Go(u32),
    /// End.
    Stop,
}

struct Shared {
    order: watch::Sender<Order>,
    /// The index's last commit; none while it is being opened.
    reader: Mutex<Option<Reader>>,
    trouble: Mutex<Option<String>>,
    /// The last record that can be found.
    covered: AtomicU64,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Finder {
    /// A finder whose thread waits for [`Finder::begin`].
    pub fn new(desk: &Desk) -> Finder {
        let shared = Arc::new(Shared {
            order: watch::Sender::new(Order::Wait),
            reader: Mutex::new(None),
            trouble: Mutex::new(None),
            covered: AtomicU64::new(0),
            thread: Mutex::new(None),
        });
        let feeder = feeder::Feeder::new(desk.clone(), shared.clone());
        match std::thread::Builder::new()
            .name("search".into())
            .spawn(move || feeder.run())
        {
            Ok(thread) => *lock(&shared.thread) = Some(thread),
            Err(error) => shared.set_trouble(Some(format!("search could not start: {error}"))),
        }
        Finder {
            desk: desk.clone(),
            shared,
        }
    }

    /// Opens the index and begins to keep it up. Does nothing the second time.
    pub fn begin(&self) {
        self.shared.order.send_if_modified(|order| {
            let waits = *order == Order::Wait;
            if waits {
                *order = Order::Go(0);
            }
            waits
        });
    }

    /// Ends the thread and waits for it: the store can be closed after that. What was not committed is
    /// read again at the next start.
    pub fn stop(&self) {
        self.shared.order.send_replace(Order::Stop);
        *lock(&self.shared.reader) = None;
        if let Some(thread) = lock(&self.shared.thread).take() {
            // A thread that panicked has ended too.
            let _ = thread.join();
        }
    }

    /// The last record that can be found.
    pub fn covered(&self) -> Seq {
        self.shared.covered.load(Ordering::Acquire)
    }
}

impl Searches for Finder {
    fn begin(&self) {
        Finder::begin(self);
    }

    fn find(&self, me: PersonId, words: &str, cancel: &Cancel) -> Searched {
        let found = self.search(me, words, MOST_FOUND, cancel);
        found.unwrap_or_default()
    }
}

impl Shared {
    fn set_trouble(&self, trouble: Option<String>) {
        *lock(&self.trouble) = trouble;
    }

    /// Has the thread drop the index and open it anew.
    fn reopen(&self) {
        self.order.send_if_modified(|order| match order {
            Order::Go(times) => {
                *times = times.wrapping_add(1);
                true
            }
            Order::Wait | Order::Stop => false,
        });
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
