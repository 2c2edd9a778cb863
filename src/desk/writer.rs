//! The single writer: takes commands in the order they come, decides each on the state that the ones
//! before it left, records them in groups, and answers only when the group is durable.
//!
//! It works on a copy of the state; a group that cannot be recorded is forgotten, copy and all. What
//! people are told of it names no file of the server; the log has the whole.

use tokio::sync::{mpsc, oneshot};

use super::feed::{Touched, touched};
use super::group::{Pending, Waiting, fault_of, payload, record, unread};
use super::replay::decode_record;
use super::summary::summarise;
use super::{
    Ahead, Answer, Clock, Done, Feed, Post, Rejection, Submission, checkpoints, jobs, papers,
};
use crate::domain::decision::Earlier;
use crate::domain::decision::Facts;
use crate::domain::meta::Meta;
use crate::domain::{Command, RequestId, Seq, State, decide};
use crate::journal::{AppendError, Fault, FaultKind, Journal, Lease, NewRecord, Store};

/// The most commands in one group.
const GROUP: usize = 256;

/// Starts the writer on a thread of its own; it ends when the last sender is gone.
pub(super) fn start(
    store: Store,
    feed: Feed,
    clock: Clock,
    inbox: mpsc::Receiver<Post>,
    replayed: Seq,
) -> Result<(), Fault> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build();
    let runtime = runtime.map_err(|cause| cannot_start().because(cause))?;
    let state = (**feed.latest().state()).clone();
    let writer = Writer {
        store,
        feed,
        clock,
        state,
        group: Vec::new(),
        held: Vec::new(),
        since: replayed,
    };
    let thread = std::thread::Builder::new().name("writer".into());
    thread
        .spawn(move || runtime.block_on(writer.run(inbox)))
        .map_err(|cause| cannot_start().because(cause))?;
    Ok(())
}

fn cannot_start() -> Fault {
    Fault::new(
        FaultKind::Other,
        "entremise could not start",
        "close other programs and try again",
    )
}

/// What a decision comes to: a record to be written, if there is anything to record, and the answer.
struct Decided {
    record: Option<(NewRecord, Meta)>,
    touched: Touched,
    done: Done,
}

struct Writer {
    store: Store,
    feed: Feed,
    clock: Clock,
    /// The published state with the group's events applied.
    state: State,
    group: Vec<Pending>,
    /// Holds what was stored for the group until it is recorded.
    held: Vec<Lease>,
    /// Records since the last checkpoint.
    since: Seq,
}

impl Writer {
    async fn run(mut self, mut inbox: mpsc::Receiver<Post>) {
        loop {
            let rest = jobs::rest(&self.feed.latest(), (self.clock)());
            let first = match tokio::time::timeout(rest, inbox.recv()).await {
                Ok(Some(post)) => post,
                Ok(None) => return self.close(),
                Err(_) => Post::Tick,
            };
            if let Some(closed) = self.take_all(first, &mut inbox).await {
                self.close();
                // Who waits for it may open the store again at once: it is let go of first.
                drop(self);
                let _ = closed.send(());
                return;
            }
            self.do_jobs().await;
        }
    }

    /// Takes what has come, up to a group, and records it. Yields the sender of a closing, if one came.
    async fn take_all(
        &mut self,
        first: Post,
        inbox: &mut mpsc::Receiver<Post>,
    ) -> Option<oneshot::Sender<()>> {
        let mut next = Some(first);
        while let Some(post) = next {
            match post {
                Post::Command(command, answer) => {
                    let (submission, ahead) = *command;
                    self.take(submission, ahead, answer).await;
                }
                // What is due is done before anything that came after.
                Post::Tick => break,
                Post::Close(closed) => {
                    self.commit().await;
                    return Some(closed);
                }
            }
            next = if self.group.len() < GROUP {
                inbox.try_recv().ok()
            } else {
                None
            };
        }
        self.commit().await;
        None
    }

    async fn take(
        &mut self,
        submission: Submission,
        ahead: Ahead,
        answer: oneshot::Sender<Answer>,
    ) {
        if submission.id != 0
            && let Some(seq) = self.state.done(submission.id)
        {
            // What was done may still be in this group: it is answered with it.
            self.commit().await;
            let known = self.state.done(submission.id).is_some();
            let _ = answer.send(if known {
                self.again(seq).await
            } else {
                Err(Rejection::Closed)
            });
            return;
        }
        let decided = match self.facts(&submission, ahead).await {
            Ok(facts) => self.decide(&submission, &facts),
            Err(rejection) => Err(rejection),
        };
        match decided {
            Ok(Decided {
                record: Some((record, meta)),
                touched,
                done,
            }) => {
                self.group.push(Pending {
                    record,
                    meta,
                    done,
                    touched,
                    answer,
                });
            }
            Ok(Decided {
                record: None, done, ..
            }) => drop(answer.send(Ok(done))),
            Err(rejection) => drop(answer.send(Err(rejection))),
        }
    }

    /// What the command comes with; for an undo or a redo, the record it turns round.
    async fn facts(&mut self, submission: &Submission, ahead: Ahead) -> Result<Facts, Rejection> {
        let redo = match submission.command {
            Command::Undo => Some(false),
            Command::Redo => Some(true),
            _ => None,
        };
        let mut earlier = None;
        if let (Some(redo), Some(actor)) = (redo, submission.actor) {
            // The record may still be in this group.
            self.commit().await;
            let stacks = self.state.stacks(actor);
            let seq = if redo {
                stacks.and_then(|s| s.next_redo())
            } else {
                stacks.and_then(|s| s.next_undo())
            };
            if let Some(seq) = seq {
                earlier = self.read(seq).await.map_err(unread)?;
            }
        }
        let Ahead { reading, paper } = ahead;
        let wanting = papers::is_wanting(&self.state, &submission.command, paper.as_ref());
        let mut facts = Facts {
            now: submission.at.unwrap_or_else(|| (self.clock)()),
            actor: submission.actor,
            on_behalf: submission.on_behalf,
            seen: submission.seen,
            earlier,
            reading,
            outgoing: None,
        };
        let (outgoing, lease) = papers::outgoing(paper);
        facts.outgoing = outgoing;
        self.held.extend(lease);
        if wanting {
            // Something changed since it was made, or its texts are still in this group.
            self.commit().await;
            let command = &submission.command;
            let made = papers::make(&self.store, &self.state, &facts, command).await;
            let (outgoing, lease) = papers::outgoing(made.map_err(unread)?);
            facts.outgoing = outgoing;
            self.held.extend(lease);
        }
        Ok(facts)
    }

    async fn read(&self, seq: Seq) -> Result<Option<Earlier>, Fault> {
        let Some(record) = self.store.journal().read(seq).await? else {
            return Ok(None);
        };
        let (_, events) = decode_record(&record)?;
        Ok(Some(Earlier { seq, events }))
    }

    async fn again(&self, seq: Seq) -> Answer {
        let events = self
            .read(seq)
            .await
            .map_err(unread)?
            .map(|e| e.events)
            .unwrap_or_default();
        Ok(Done {
            seq,
            summary: summarise(&events),
            skipped: Vec::new(),
            again: true,
        })
    }

    /// Decides and applies to the working copy.
    fn decide(&mut self, submission: &Submission, facts: &Facts) -> Result<Decided, Rejection> {
        let decision =
            decide(&self.state, facts, &submission.command).map_err(Rejection::Refused)?;
        let mut summary = summarise(&decision.events);
        // An undo is told by what it takes back, a redo by what it does again.
        if let (Command::Undo, Some(earlier)) = (&submission.command, &facts.earlier) {
            summary.what = summarise(&earlier.events).what;
        }
        let mut done = Done {
            seq: 0,
            summary,
            skipped: decision.skipped,
            again: false,
        };
        if decision.events.is_empty() {
            return Ok(Decided {
                record: None,
                touched: Touched::default(),
                done,
            });
        }
        let payload = payload(&decision.events)?;
        let meta = Meta {
            seq: self.state.seq() + 1,
            at: facts.now,
            actor: facts.actor,
            on_behalf: facts.on_behalf,
            command: submission.id,
        };
        self.state.apply(&meta, &decision.events);
        done.seq = meta.seq;
        let touched = touched(&self.state, facts.actor, &decision.events);
        Ok(Decided {
            record: Some((record(&meta, payload), meta)),
            touched,
            done,
        })
    }

    /// Records the group. When it is refused nothing of it happened, and everybody is told so.
    async fn commit(&mut self) {
        // Let go when this is over: recorded, refused, or in no record at all.
        let _held = std::mem::take(&mut self.held);
        if self.group.is_empty() {
            return;
        }
        let group = std::mem::take(&mut self.group);
        let before = self.feed.latest();
        let expected = before.seq() + 1;
        let (records, answers): (Vec<NewRecord>, Vec<Waiting>) =
            group.into_iter().map(Pending::split).unzip();
        match self.store.journal().append(expected, records).await {
            Ok(_) => {
                let changed = answers.iter().flat_map(|waiting| {
                    let seq = waiting.meta.seq;
                    waiting.touched.requests.iter().map(move |id| (seq, *id))
                });
                let changed: Vec<(Seq, RequestId)> = changed.collect();
                let reached = answers.iter().flat_map(|waiting| &waiting.touched.reach);
                let reached: Vec<_> = reached.copied().collect();
                self.since += answers.len() as Seq;
                self.feed.publish(self.state.clone(), changed, reached);
                for waiting in answers {
                    let _ = waiting.answer.send(Ok(waiting.done));
                }
            }
            Err(error) => {
                self.state = (**before.state()).clone();
                self.not_recorded(error, answers).await;
            }
        }
    }

    /// Answers those whose group was not acknowledged. Where it is not known whether it was recorded, what
    /// the journal holds by now decides.
    async fn not_recorded(&mut self, error: AppendError, answers: Vec<Waiting>) {
        tracing::error!(%error, "commands could not be recorded");
        let settle = !matches!(error, AppendError::Refused(_));
        if settle && let Err(fault) = self.read_on().await {
            tracing::error!(%fault, "the journal could not be read on");
        }
        let fault = fault_of(&error);
        self.feed.report(Some(&fault.to_string()));
        for waiting in answers {
            let id = waiting.meta.command;
            let answer = match self.state.done(id).filter(|_| settle && id != 0) {
                Some(seq) => self.again(seq).await,
                None => Err(Rejection::Faulted(fault.clone())),
            };
            let _ = waiting.answer.send(answer);
        }
    }

    /// Applies and publishes what the journal holds behind the published state.
    async fn read_on(&mut self) -> Result<(), Fault> {
        let before = self.feed.latest();
        let mut state = (**before.state()).clone();
        let (mut changed, mut reached) = (Vec::new(), Vec::new());
        loop {
            let next = state.seq() + 1;
            let records = self.store.journal().range(next, GROUP).await?;
            for record in &records {
                let (meta, events) = decode_record(record)?;
                state.apply(&meta, &events);
                let touched = touched(&state, meta.actor, &events);
                changed.extend(touched.requests.into_iter().map(|id| (meta.seq, id)));
                reached.extend(touched.reach);
            }
            if records.is_empty() {
                break;
            }
        }
        if state.seq() > before.seq() {
            self.since += state.seq() - before.seq();
            self.feed.publish(state.clone(), changed, reached);
            self.state = state;
        }
        Ok(())
    }

    async fn do_jobs(&mut self) {
        // A full disk is tried again; nobody has to do anything.
        if self.feed.latest().trouble().is_some() && self.store.journal().try_again().is_ok() {
            self.feed.report(None);
        }
        if let Some(submission) = jobs::due(&self.feed.latest(), (self.clock)()) {
            let (answer, _) = oneshot::channel();
            self.take(submission, Ahead::default(), answer).await;
            self.commit().await;
        }
        if jobs::checkpoint_due(self.since, false) {
            self.since = 0;
            let (store, published) = (self.store.clone(), self.feed.latest());
            // Beside the writer, from a snapshot: nobody waits. A failure costs time at the next start.
            let thread = std::thread::Builder::new().name("checkpoint".into());
            let _ = thread.spawn(move || checkpoints::write(&store, published.state()));
        }
    }

    fn close(&mut self) {
        if jobs::checkpoint_due(self.since, true) {
            // Without it the next start replays: slower, never wrong.
            let _ = checkpoints::write(&self.store, self.feed.latest().state());
        }
    }
}
