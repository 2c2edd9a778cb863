//! How long something takes on the processor: what happened while another program had it is told apart.

use std::time::{Duration, Instant};

use super::measure::tell;
use super::percentiles::percentiles;

/// How long something took, and whether another program had the processor in between.
pub struct Took {
    /// How long.
    pub time: Duration,
    interrupted: bool,
}

impl Took {
    /// Does something: how long that took, and what it yields.
    pub fn of<T>(what: impl FnOnce() -> T) -> (Took, T) {
        let (before, began) = (interruptions(), Instant::now());
        let done = what();
        let time = began.elapsed();
        let interrupted = interruptions() != before;
        (Took { time, interrupted }, done)
    }
}

/// How often this thread lost the processor to another so far, as Linux tells it; 0 elsewhere.
fn interruptions() -> u64 {
    let status = std::fs::read_to_string("/proc/thread-self/status").unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("nonvoluntary_ctxt_switches:"));
    line.and_then(|count| count.trim().parse().ok())
        .unwrap_or_default()
}

/// Prints percentiles of the processor time, those apart during which another program had the processor.
pub fn told(what: &str, all: Vec<Took>, budget: &str) {
    let keys = all.len();
    let whole = all.into_iter().filter(|took| !took.interrupted);
    let times: Vec<Duration> = whole.map(|took| took.time).collect();
    let apart = keys - times.len();
    tell(
        &format!("{what} ({keys} keys, {apart} interrupted)"),
        percentiles(times),
        budget,
    );
}
