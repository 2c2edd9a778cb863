//! What a screen wants to see that is made beside it: a list, a case, a search. A [`Look`] is made beside the view it
//! yields and says how it is carried out; whoever carries it knows neither what it is nor what it finds. Who looks is
//! never the look's to say: it is carried out for a [`Looker`] (PPL-2).

use std::any::Any;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::Sight;
use crate::desk::{Desk, Searched};
use crate::domain::{Millis, PersonId, Refusal};
use crate::journal::Fault;

/// Set when nobody waits for something any more.
pub type Cancel = Arc<AtomicBool>;

/// A full-text search: for whom, which words, until nobody waits for it. It blocks.
pub type Search = Arc<dyn Fn(PersonId, &str, &Cancel) -> Searched + Send + Sync>;

/// What a look at one thing yields: which one, and the thing or why not.
pub type Of<I, T> = (I, Result<T, Refusal>);

/// Who looks, and what at.
#[derive(Clone)]
pub struct Looker {
    /// The desk.
    pub desk: Desk,
    /// Who looks.
    pub me: PersonId,
    /// The full-text search.
    pub search: Search,
}

impl Looker {
    /// Returns the latest snapshot as they see it.
    pub fn sight(&self) -> Sight {
        self.desk.sight(self.me)
    }

    /// Returns what time it is.
    pub fn now(&self) -> Millis {
        self.desk.now()
    }
}

type Scan<T> = dyn FnOnce(&Looker, &Cancel, &mut dyn FnMut(T)) -> Option<T> + Send;
type Reading<T> = Pin<Box<dyn Future<Output = Result<T, Fault>> + Send>>;

enum How<T> {
    /// On a thread where it may block: parts are told on the way, then the whole unless it was cancelled.
    Scanned(Box<Scan<T>>),
    /// Without blocking, from records.
    Read(Box<dyn FnOnce(Looker) -> Reading<T> + Send>),
}

/// Something that is wanted to be seen, and yields a `T`.
pub struct Look<T>(How<T>);

impl<T: Send + 'static> Look<T> {
    /// Returns one that is carried out on a thread where it may block. It stops soon after it is cancelled, and yields
    /// nothing then.
    pub fn scanned(
        work: impl FnOnce(&Looker, &Cancel, &mut dyn FnMut(T)) -> Option<T> + Send + 'static,
    ) -> Look<T> {
        Look(How::Scanned(Box::new(work)))
    }

    /// Returns one that is made at once, on a thread where it may block.
    pub fn made(work: impl FnOnce(&Looker) -> T + Send + 'static) -> Look<T> {
        Look::scanned(|looker, _, _| Some(work(looker)))
    }

    /// Returns one that reads records.
    pub fn read<F>(work: impl FnOnce(Looker) -> F + Send + 'static) -> Look<T>
    where
        F: Future<Output = Result<T, Fault>> + Send + 'static,
    {
        Look(How::Read(Box::new(|looker| Box::pin(work(looker)))))
    }

    /// Returns the same, what it finds hidden from who carries it.
    pub fn hidden(self) -> Look<Found> {
        match self.0 {
            How::Scanned(work) => Look::scanned(|looker, cancel, tell| {
                let whole = work(looker, cancel, &mut |part| tell(Found::new(part, false)));
                whole.map(|whole| Found::new(whole, true))
            }),
            How::Read(work) => Look::read(|looker| async {
                let whole = work(looker).await;
                whole.map(|whole| Found::new(whole, true))
            }),
        }
    }
}

impl Look<Found> {
    /// Carries it out for `looker`. `part` is told what is found on the way; yields the rest, or nothing when it was
    /// cancelled.
    ///
    /// # Errors
    /// A damaged record, or a fault of the store.
    pub async fn carry_out(
        self,
        looker: Looker,
        cancel: Cancel,
        mut part: impl FnMut(Found) + Send + 'static,
    ) -> Result<Option<Found>, Fault> {
        let work = match self.0 {
            How::Read(work) => return work(looker).await.map(Some),
            How::Scanned(work) => work,
        };
        let scan = move || {
            let wanted = || !cancel.load(Ordering::Relaxed);
            // Keys that come fast leave some behind that nobody waits for.
            let whole = wanted().then(|| work(&looker, &cancel, &mut part));
            whole.flatten().filter(|_| wanted())
        };
        match tokio::task::spawn_blocking(scan).await {
            Ok(whole) => Ok(whole),
            Err(ended) => match ended.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                // The program ends.
                Err(_) => Ok(None),
            },
        }
    }
}

/// What a look found, for whoever wanted it.
pub struct Found {
    what: Box<dyn Any + Send>,
    whole: bool,
}

impl Found {
    /// Returns `what` as it was found: a part of it, or the whole.
    pub fn new(what: impl Any + Send, whole: bool) -> Found {
        let what = Box::new(what);
        Found { what, whole }
    }

    /// Whether it is all that was to be found; if not, more follows.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// Returns what was found.
    ///
    /// # Errors
    /// Itself, when that is no `T`.
    pub fn into<T: 'static>(self) -> Result<T, Found> {
        let whole = self.whole;
        let what = self.what.downcast::<T>();
        what.map(|what| *what).map_err(|what| Found { what, whole })
    }
}

impl Searched {
    /// Returns a look at what is found for `words`, for who may read the inbox; the others find nothing, and are not
    /// told how much.
    pub fn look(words: String) -> Look<Searched> {
        Look::scanned(move |looker, cancel, _| {
            let searched = (looker.search)(looker.me, &words, cancel);
            (!searched.cancelled).then_some(searched)
        })
    }
}
