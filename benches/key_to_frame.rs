//! From a key to the bytes of the frame it makes: what the app computes, draws and sends, without the
//! terminal. Tens of thousands of keys that move, thousands of claims, each with its answer and
//! the snapshot that the desk publishes, and words typed into the filter (the lists themselves are made
//! beside the screen; `filter` measures them).
//!
//! `cargo bench --bench key_to_frame`; a million requests instead of a hundred thousand with
//! `ENTREMISE_BENCH_LARGE=1`. Percentiles are of the processor time of one key: where Linux tells it, a key
//! during which another program took the processor away is told apart.

#[path = "house/cached.rs"]
mod cached;
mod house;
#[path = "house/measure.rs"]
mod measure;
#[path = "house/screen.rs"]
mod screen;
#[path = "house/store.rs"]
mod store;

use std::time::{Duration, Instant};

use criterion::Criterion;
use entremise::desk::{Desk, Submission};
use entremise::ui::kit::keys::Input;
use entremise::ui::{Effect, Event};
use tokio::runtime::Runtime;

use measure::{ms, or_exit, tell};
use screen::Screen;

/// Keys of each kind.
const KEYS: usize = 10_000;
/// Claims; each is a durable command.
const CLAIMS: usize = 2_000;
/// Times that a word is typed into the filter.
const WORDS: usize = 20;

/// How long something took, and whether another program had the processor in between.
struct Took {
    time: Duration,
    interrupted: bool,
}

impl Took {
    fn since(began: Instant, interruptions_before: u64) -> Took {
        Took {
            time: began.elapsed(),
            interrupted: interruptions() != interruptions_before,
        }
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

struct Session {
    screen: Screen,
    desk: Desk,
    runtime: Runtime,
}

impl Session {
    /// One key and its frame.
    fn key(&mut self, input: &Input) -> (Took, Vec<Effect>) {
        let before = interruptions();
        let began = Instant::now();
        let effects = self.screen.app.update(Event::Input(input.clone()));
        std::hint::black_box(self.screen.draw());
        (Took::since(began, before), effects)
    }

    /// What happened beside the screen, and its frame.
    fn events(&mut self, events: Vec<Event>) -> Took {
        let before = interruptions();
        let began = Instant::now();
        self.screen.take(events);
        std::hint::black_box(self.screen.draw());
        Took::since(began, before)
    }

    /// Has the desk do what was asked for: the snapshot and the answer that the screen is told of.
    fn submit(&self, effects: Vec<Effect>) -> Vec<Event> {
        let mut events = Vec::new();
        for effect in effects {
            if let Effect::Submit {
                token,
                command,
                seen,
                ..
            } = effect
            {
                let submission = Submission {
                    seen,
                    ..Submission::new(Some(store::ME), *command)
                };
                let answer = self.runtime.block_on(self.desk.submit(submission));
                events.push(Event::Seen(self.desk.sight(store::ME)));
                events.push(Event::Answered { token, answer });
            }
        }
        events
    }
}

fn percentiles(what: &str, all: Vec<Took>, budget: &str) {
    let keys = all.len();
    let whole = all.into_iter().filter(|took| !took.interrupted);
    let mut times: Vec<Duration> = whole.map(|took| took.time).collect();
    times.sort_unstable();
    let at = |share: usize| {
        let place = (times.len() * share / 1_000).min(times.len().saturating_sub(1));
        times.get(place).copied().unwrap_or_default()
    };
    let figures = format!(
        "p50 {} p99 {} max {}",
        ms(at(500)),
        ms(at(990)),
        ms(at(1_000))
    );
    let apart = keys - times.len();
    tell(
        &format!("{what} ({keys} keys, {apart} interrupted)"),
        figures,
        budget,
    );
}

fn script(keys: &str) -> Vec<Input> {
    Input::script(keys)
}

fn main() {
    let requests = if measure::large() { 1_000_000 } else { 100_000 };
    let runtime = or_exit(
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build(),
    );
    // Claims are written: a copy, so that every run begins alike.
    let copy = or_exit(tempfile::tempdir_in(measure::folder()));
    let made = runtime.block_on(cached::store(requests));
    copy_folder(&made, copy.path());
    let desk = runtime.block_on(store::reopened(copy.path()));
    let (mut screen, effects) = Screen::attach(&desk, store::ME);
    let seen = runtime.block_on(screen.looks(&desk, effects));
    screen.take(seen);
    screen.draw();
    let mut session = Session {
        screen,
        desk,
        runtime,
    };

    for (what, keys) in [
        ("j and k", "j j j j j j k j j j"),
        ("Ctrl-d and Ctrl-u", "Ctrl-d Ctrl-d Ctrl-d Ctrl-u"),
        ("G and g", "G g"),
        ("help, palette and back", "? Esc : Esc"),
    ] {
        let keys = script(keys);
        let all = keys
            .iter()
            .cycle()
            .take(KEYS)
            .map(|key| session.key(key).0)
            .collect();
        percentiles(what, all, "p99 2 ms");
    }

    let (mut claims, mut answers) = (Vec::new(), Vec::new());
    let (claim, down) = (script("c"), script("j"));
    for _ in 0..CLAIMS {
        for key in &claim {
            let (took, effects) = session.key(key);
            claims.push(took);
            let events = session.submit(effects);
            answers.push(session.events(events));
        }
        down.iter().for_each(|key| drop(session.key(key)));
    }
    percentiles("c, until it is sent", claims, "p99 2 ms");
    percentiles("c, its snapshot and its answer", answers, "p99 2 ms");

    let (mut letters, mut pages) = (Vec::new(), Vec::new());
    let typed = script("/ a t e l i e r Backspace Esc");
    for key in typed.iter().cycle().take(typed.len() * WORDS) {
        let (took, effects) = session.key(key);
        letters.push(took);
        let looks = session.screen.looks(&session.desk, effects);
        let lists = session.runtime.block_on(looks);
        pages.extend(lists.into_iter().map(|list| session.events(vec![list])));
    }
    percentiles(
        "letters of the filter, until the list is asked for",
        letters,
        "p99 2 ms",
    );
    percentiles(
        "letters of the filter, the list that came",
        pages,
        "p99 2 ms",
    );

    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("key_to_frame");
    group
        .measurement_time(Duration::from_secs(3))
        .warm_up_time(Duration::from_secs(1));
    let keys = script("j j j j j j k j j j");
    let mut next = keys.iter().cycle();
    group.bench_function(format!("j/{requests}"), |bencher| {
        bencher.iter(|| next.next().map(|key| session.key(key).0.time));
    });
    group.finish();
    criterion.final_summary();
    session.runtime.block_on(session.desk.close());
}

fn copy_folder(from: &std::path::Path, to: &std::path::Path) {
    for entry in or_exit(std::fs::read_dir(from)) {
        let entry = or_exit(entry);
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            or_exit(std::fs::create_dir_all(&to));
            copy_folder(&entry.path(), &to);
        } else {
            or_exit(std::fs::copy(entry.path(), to));
        }
    }
}
