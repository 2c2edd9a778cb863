//! What it costs to store drafts as people type, off the screen's path: one session, and a hundred at once, each
//! writing again as soon as a session would.
//!
//! `cargo bench --bench drafts`. The longest writing and the pause between two are what a kill can cost.

#[path = "house/measure.rs"]
#[expect(dead_code, reason = "it has one size")]
mod measure;

use std::sync::Arc;
use std::time::{Duration, Instant};

use entremise::desk::Desk;
use entremise::journal::Drafts;
use measure::{ms, or_exit, tell};

/// The pause of a session between two writings.
const PAUSE: Duration = Duration::from_millis(30);
/// How long everybody types.
const LASTS: Duration = Duration::from_secs(3);
/// What the clock says: a day that can be.
const NOON: i64 = 1_773_133_200_000;
/// The bytes of each text.
const TEXT: usize = 2_000;

/// Types as a session stores it; yields how long each writing took.
fn types(drafts: &Drafts, person: u32) -> Vec<Duration> {
    let (until, mut took) = (Instant::now() + LASTS, Vec::new());
    while Instant::now() < until {
        let text = format!("{:0TEXT$}", took.len());
        let began = Instant::now();
        or_exit(drafts.save(person, "note:R-1", &text));
        took.push(began.elapsed());
        std::thread::park_timeout(PAUSE);
    }
    took
}

fn measure(drafts: &Drafts, sessions: u32) {
    let threads: Vec<_> = (0..sessions)
        .map(|person| {
            let drafts = drafts.clone();
            std::thread::spawn(move || types(&drafts, person))
        })
        .collect();
    let all = threads.into_iter().filter_map(|thread| thread.join().ok());
    let mut took: Vec<Duration> = all.flatten().collect();
    took.sort_unstable();
    let at = |part: usize| took.get((took.len() * part / 1_000).min(took.len().saturating_sub(1)));
    let shown = |part| at(part).copied().map(ms).unwrap_or_default();
    let each = took.len() as f64 / LASTS.as_secs_f64();
    let what = format!("a draft stored, {sessions} typing");
    let figures = format!(
        "{} (middle), {} (99 %), {} at most; {each:.0} a second",
        shown(500),
        shown(990),
        shown(1_000)
    );
    tell(&what, &figures, "50 ms with the pause before");
}

fn main() {
    let folder = or_exit(tempfile::tempdir());
    let runtime = or_exit(tokio::runtime::Runtime::new());
    let desk = or_exit(runtime.block_on(Desk::open(folder.path(), Arc::new(|| NOON))));
    let drafts = desk.store().drafts().clone();
    for sessions in [1, 10, 100] {
        measure(&drafts, sessions);
    }
}
