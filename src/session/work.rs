//! What a session has done beside the screen's path: commands, looks, drafts that are read. Each answers with events
//! through one bounded channel.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures_util::FutureExt;
use tokio::runtime::Handle;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

use super::slots::{Begun, Slots};
use super::words::{of_fault, of_panic};
use crate::desk::views::{Found, Look, Looker};
use crate::desk::{Desk, Rejection, Submission};
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

/// A look, and for whom.
type Asked = (Look<Found>, Looker);

/// What came of something that is done beside the session.
enum Report {
    /// An event; more follows.
    Part(Event),
    /// It is over.
    Over(Option<Event>),
    /// A look is over: its slot and its token.
    Looked(Option<Event>, u64, u64),
}

pub(super) struct Work {
    reports: mpsc::Receiver<Report>,
    report: mpsc::Sender<Report>,
    commands: mpsc::Sender<Todo>,
    submitter: JoinHandle<()>,
    slots: Slots<Asked>,
    /// Things that are not over.
    under_way: usize,
    runtime: Handle,
    lang: Lang,
}

impl Work {
    pub(super) fn new(desk: &Desk, lang: Lang) -> Work {
        let (report, reports) = mpsc::channel(ANSWERS);
        let (commands, to_submit) = mpsc::channel(COMMANDS);
        let submitter = tokio::spawn(submit_all(desk.clone(), to_submit, report.clone()));
        Work {
            reports,
            report,
            commands,
            submitter,
            slots: Slots::default(),
            under_way: 0,
            runtime: Handle::current(),
            lang,
        }
    }

    /// Says in this language from now on what goes wrong.
    pub(super) fn speak(&mut self, lang: Lang) {
        self.lang = lang;
    }

    /// The language in which it is said what goes wrong.
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether all is over, and was heard of.
    pub(super) fn is_idle(&self) -> bool {
        self.under_way == 0
    }

    /// Waits until something is told or over; for ever when nothing is under way. What is over need not say anything.
    /// Safe to drop.
    pub(super) async fn next(&mut self) -> Option<Event> {
        match self.reports.recv().await {
            Some(Report::Part(event)) => Some(event),
            Some(Report::Over(event)) => {
                self.under_way = self.under_way.saturating_sub(1);
                event
            }
            Some(Report::Looked(event, slot, token)) => {
                self.under_way = self.under_way.saturating_sub(1);
                if let Some(next) = self.slots.end(slot, token) {
                    self.begin(slot, next);
                }
                event
            }
            None => std::future::pending().await,
        }
    }

    /// Sends a command; they are done in the order they were sent in. Yields the answer at once when
    /// it cannot be taken.
    pub(super) fn submit(
        &mut self,
        token: u64,
        submission: Submission,
        aside: Option<oneshot::Receiver<()>>,
    ) -> Option<Event> {
        let refused = self.commands.try_send((token, submission, aside)).is_err();
        self.under_way += usize::from(!refused);
        refused.then(|| Event::Answered {
            token,
            answer: Err(Rejection::Faulted(too_many())),
        })
    }

    /// Looks at something; see [`crate::ui::Effect::Look`].
    pub(super) fn look(
        &mut self,
        slot: u64,
        only: bool,
        token: u64,
        look: Look<Found>,
        looker: Looker,
    ) {
        if let Some(begun) = self.slots.put(slot, only, token, (look, looker)) {
            self.begin(slot, begun);
        }
    }

    fn begin(&mut self, slot: u64, (token, (look, looker), cancel): Begun<Asked>) {
        let (report, lang) = (self.report.clone(), self.lang);
        let parts = report.clone();
        let part = move |found| {
            let found = Ok(found);
            // A session that is over needs no answer.
            let _ = parts.blocking_send(Report::Part(Event::Looked { token, found }));
        };
        self.under_way += 1;
        self.runtime.spawn(async move {
            let work = AssertUnwindSafe(look.carry_out(looker, cancel, part));
            let found = match work.catch_unwind().await {
                Ok(found) => found.map_err(|fault| of_fault(lang, &fault)).transpose(),
                Err(_) => Some(Err(of_panic(lang))),
            };
            let event = found.map(|found| Event::Looked { token, found });
            let _ = report.send(Report::Looked(event, slot, token)).await;
        });
    }

    /// Does `work` beside the session; what it yields goes to the session.
    pub(super) fn beside(&mut self, work: impl Future<Output = Option<Event>> + Send + 'static) {
        let (report, lang) = (self.report.clone(), self.lang);
        self.under_way += 1;
        self.runtime.spawn(async move {
            let event = AssertUnwindSafe(work)
                .catch_unwind()
                .await
                .unwrap_or_else(|_| Some(Event::Trouble(of_panic(lang))));
            let _ = report.send(Report::Over(event)).await;
        });
    }

    /// Ends everything that is under way, but the commands: what was asked for is done.
    pub(super) async fn close(mut self) {
        self.slots.cancel();
        self.reports.close();
        drop(self.commands);
        // The desk answers in milliseconds; a disk that does not is not waited for for ever.
        let _ = tokio::time::timeout(LAST, self.submitter).await;
    }
}

async fn submit_all(desk: Desk, mut todo: mpsc::Receiver<Todo>, report: mpsc::Sender<Report>) {
    while let Some((token, submission, aside)) = todo.recv().await {
        if let Some(aside) = aside {
            // Put aside, or it cannot be: what was said is sent either way.
            let _ = tokio::time::timeout(LAST, aside).await;
        }
        let answer = desk.submit(submission).await;
        // The command is done whether or not somebody still waits for the answer.
        let answered = Event::Answered { token, answer };
        let _ = report.send(Report::Over(Some(answered))).await;
    }
}

fn too_many() -> Fault {
    Fault::new(
        FaultKind::Other,
        "too many actions are waiting to be saved",
        "wait a moment, then try again",
    )
}
