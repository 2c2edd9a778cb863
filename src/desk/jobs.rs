//! What the house does by itself: wake snoozed requests, count due dates anew after settings changed, release what a
//! client's silence releases, write checkpoints. Each job is a command or a
//! background task; none touches the state.

use std::time::Duration;

use super::{Published, Submission};
use crate::domain::escrow::EscrowCommand;
use crate::domain::house::command::HouseCommand;
use crate::domain::request::command::RequestCommand;
use crate::domain::{Command, Millis, Seq};

/// How often the clock is looked at when nothing else happens. A machine that slept wakes up to it.
const PULSE: Duration = Duration::from_secs(20);

/// A checkpoint is written after so many records, or at closing after [`FEW_RECORDS`].
const MANY_RECORDS: Seq = 20_000;
const FEW_RECORDS: Seq = 200;

/// How long the writer may rest before it looks whether a job is due.
pub(super) fn rest(published: &Published, now: Millis) -> Duration {
    if published.trouble().is_some() {
        return PULSE;
    }
    if published.state().to_recount().is_some() {
        return Duration::ZERO;
    }
    let state = published.state();
    let silent = state.books().next_silent().map(|(at, ..)| at);
    let next = state.requests().next_wake().into_iter().chain(silent).min();
    let until = next.map(|at| at.saturating_sub(now).max(0));
    until
        .and_then(|ms| u64::try_from(ms).ok())
        .map_or(PULSE, |ms| PULSE.min(Duration::from_millis(ms + 1)))
}

/// The command that is due at `now`, if one is. While nothing can be recorded none is: it would fail
/// again at once, and again.
pub(super) fn due(published: &Published, now: Millis) -> Option<Submission> {
    if published.trouble().is_some() {
        return None;
    }
    let state = published.state();
    let wake = state.requests().to_wake(now).next();
    let wake = wake.map(|_| Command::Request(RequestCommand::WakeDue));
    let recount = state.to_recount();
    let recount = recount.map(|_| Command::House(HouseCommand::Recount));
    let silent = state.books().next_silent().filter(|(at, ..)| *at <= now);
    let lapse = silent.map(|(_, project, number)| {
        Command::Escrow(Box::new(EscrowCommand::Lapse { project, number }))
    });
    let command = wake.or(recount).or(lapse)?;
    Some(Submission::new(None, command))
}

/// Whether a checkpoint is worth its while, `since` the last one.
pub(super) fn checkpoint_due(records_since: Seq, closing: bool) -> bool {
    records_since >= if closing { FEW_RECORDS } else { MANY_RECORDS }
}
