//! What a session has done beside the screen's path: commands, lists, cases, searches. Each answers with
//! an event through one bounded channel; only the newest list, case and search are finished.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::FutureExt;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;

use super::words::{of_fault, of_panic};
use crate::desk::views::{Cancel, load_detail};
use crate::desk::{Desk, Rejection, Submission};
use crate::domain::{PersonId, RequestId};
use crate::journal::{Fault, FaultKind};
use crate::ui::Event;
use crate::ui::kit::texts::Lang;

/// Answers that may wait for the session.
const ANSWERS: usize = 64;
/// Commands of one session that may wait for the desk.
const COMMANDS: usize = 256;
/// How long the end of a session waits for its commands.
const LAST: Duration = Duration::from_secs(5);

/// A command, its token, and what is told when the text that goes with it is put aside.
type Todo = (u64, Submission, Option<oneshot::Receiver<()>>);

/// A case and the page of its timeline, the one who wants to see it, the token it was asked for with, and the
/// language of the screen.
type Wanted = Option<(u64, PersonId, RequestId, usize, Lang)>;

pub(super) struct Work {
    pub(super) answers: mpsc::Receiver<Event>,
    events: mpsc::Sender<Event>,
    commands: mpsc::Sender<Todo>,
    submitter: JoinHandle<()>,
    wanted: watch::Sender<Wanted>,
    list: Cancel,
    board: Cancel,
    search: Cancel,
    lang: Lang,
}

impl Work {
    pub(super) fn new(desk: &Desk, lang: Lang) -> Work {
        let (events, answers) = mpsc::channel(ANSWERS);
        let (commands, to_submit) = mpsc::channel(COMMANDS);
        let (wanted, to_load) = watch::channel(None);
        let submitter = tokio::spawn(submit_all(desk.clone(), to_submit, events.clone()));
        // Ends by itself when the session drops the other end.
        tokio::spawn(load_newest(desk.clone(), to_load, events.clone()));
        let (list, search) = (Cancel::default(), Cancel::default());
        let board = Cancel::default();
        Work {
            answers,
            events,
            commands,
            submitter,
            wanted,
            list,
            board,
            search,
            lang,
        }
    }

    /// Says in this language from now on what goes wrong.
    pub(super) fn speak(&mut self, lang: Lang) {
        self.lang = lang;
    }

    /// Sends a command; they are done in the order they were sent in. Yields the answer at once when
    /// it cannot be taken.
    pub(super) fn submit(
        &self,
        token: u64,
        submission: Submission,
        aside: Option<oneshot::Receiver<()>>,
    ) -> Option<Event> {
        let refused = self.commands.try_send((token, submission, aside)).is_err();
        refused.then(|| Event::Answered {
            token,
            answer: Err(Rejection::Faulted(too_many())),
        })
    }

    /// Loads a case; one that was asked for before and is not begun is left out.
    pub(super) fn load(&self, token: u64, me: PersonId, request: RequestId, back: usize) {
        let wanted = (token, me, request, back, self.lang);
        self.wanted.send_replace(Some(wanted));
    }

    /// A flag for the newest list; the one before is cancelled.
    pub(super) fn newest_list(&mut self) -> Cancel {
        renewed(&mut self.list)
    }

    /// A flag for the newest list of the board; the one before is cancelled.
    pub(super) fn newest_board(&mut self) -> Cancel {
        renewed(&mut self.board)
    }

    /// A flag for the newest search; the one before is cancelled.
    pub(super) fn newest_search(&mut self) -> Cancel {
        renewed(&mut self.search)
    }

    /// Does `work` on a thread where it may block; what it tells goes to the session.
    pub(super) fn aside(&self, work: impl FnOnce(&dyn Fn(Event)) + Send + 'static) {
        let (events, lang) = (self.events.clone(), self.lang);
        tokio::task::spawn_blocking(move || {
            let tell = |event| drop(events.blocking_send(event));
            if catch_unwind(AssertUnwindSafe(|| work(&tell))).is_err() {
                tell(panicked(lang));
            }
        });
    }

    /// Does `work` beside the session; what it yields goes to the session.
    pub(super) fn beside(&self, work: impl Future<Output = Option<Event>> + Send + 'static) {
        let (events, lang) = (self.events.clone(), self.lang);
        tokio::spawn(async move {
            let event = AssertUnwindSafe(work)
                .catch_unwind()
                .await
                .unwrap_or_else(|_| Some(panicked(lang)));
            if let Some(event) = event {
                // A session that is over needs no answer.
                let _ = events.send(event).await;
            }
        });
    }

    /// Ends everything that is under way, but the commands: what was asked for is done.
    pub(super) async fn close(mut self) {
        self.list.store(true, Ordering::Relaxed);
        self.board.store(true, Ordering::Relaxed);
        self.search.store(true, Ordering::Relaxed);
        self.answers.close();
        drop(self.commands);
        // The desk answers in milliseconds; a disk that does not is not waited for for ever.
        let _ = tokio::time::timeout(LAST, self.submitter).await;
    }
}

fn renewed(flag: &mut Cancel) -> Cancel {
    flag.store(true, Ordering::Relaxed);
    *flag = Arc::new(AtomicBool::new(false));
    flag.clone()
}

async fn submit_all(desk: Desk, mut todo: mpsc::Receiver<Todo>, events: mpsc::Sender<Event>) {
    while let Some((token, submission, aside)) = todo.recv().await {
        if let Some(aside) = aside {
            // Put aside, or it cannot be: what was said is sent either way.
            let _ = tokio::time::timeout(LAST, aside).await;
        }
        let answer = desk.submit(submission).await;
        // The command is done whether or not somebody still waits for the answer.
        let _ = events.send(Event::Answered { token, answer }).await;
    }
}

async fn load_newest(desk: Desk, mut wanted: watch::Receiver<Wanted>, events: mpsc::Sender<Event>) {
    while wanted.changed().await.is_ok() {
        let Some((token, me, request, back, lang)) = *wanted.borrow_and_update() else {
            continue;
        };
        let loading =
            AssertUnwindSafe(load_detail(&desk, me, request, desk.now(), back)).catch_unwind();
        let event = match loading.await {
            Ok(Ok(detail)) => Event::Loaded {
                token,
                request,
                detail: Box::new(detail),
            },
            Ok(Err(fault)) => Event::Trouble(of_fault(lang, &fault)),
            Err(_) => panicked(lang),
        };
        if events.send(event).await.is_err() {
            return;
        }
    }
}

fn panicked(lang: Lang) -> Event {
    Event::Trouble(of_panic(lang))
}

fn too_many() -> Fault {
    Fault::new(
        FaultKind::Other,
        "too many commands wait to be recorded",
        "wait a moment, then do it again",
    )
}
