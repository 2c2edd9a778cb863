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
#[path = "house/copied.rs"]
mod copied;
mod house;
#[path = "house/measure.rs"]
mod measure;
#[path = "house/percentiles.rs"]
mod percentiles;
#[path = "house/runtime.rs"]
mod runtime;
#[path = "house/screen.rs"]
mod screen;
#[path = "house/store.rs"]
mod store;
#[path = "house/took.rs"]
mod took;

use std::time::Duration;

use criterion::Criterion;
use entremise::desk::Desk;
use entremise::ui::kit::keys::Input;
use entremise::ui::{Effect, Event};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use screen::Screen;
use took::{Took, told};

/// Keys of each kind.
const KEYS: usize = 10_000;
/// Claims; each is a durable command.
const CLAIMS: usize = 2_000;
/// Times that a word is typed into the filter.
const WORDS: usize = 20;

struct Session {
    screen: Screen,
    desk: Desk,
    runtime: Runtime,
}

impl Session {
    /// One key and its frame.
    fn key(&mut self, input: &Input) -> (Took, Vec<Effect>) {
        Took::of(|| {
            let effects = self.screen.app.update(Event::Input(input.clone()));
            std::hint::black_box(self.screen.draw());
            effects
        })
    }

    /// What happened beside the screen, and its frame.
    fn events(&mut self, events: Vec<Event>) -> Took {
        let (took, _) = Took::of(|| {
            self.screen.take(events);
            std::hint::black_box(self.screen.draw())
        });
        took
    }

    /// Has done what was asked for, beside the screen: what it is told of it.
    fn answers(&mut self, effects: Vec<Effect>) -> Vec<Event> {
        self.runtime.block_on(self.screen.answers(effects))
    }
}

fn script(keys: &str) -> Vec<Input> {
    Input::script(keys)
}

/// A session on a copy of the store, on its first screen: claims are written, and every run begins alike.
fn attached(requests: usize) -> (TempDir, Session) {
    let runtime = runtime::runtime(1);
    let (desk, copy) = copied::open(&runtime, cached::store(requests));
    let screen = runtime.block_on(async {
        let (mut screen, effects) = Screen::attach(&desk, store::ME);
        let seen = screen.answers(effects).await;
        screen.take(seen);
        screen.draw();
        screen
    });
    let session = Session {
        screen,
        desk,
        runtime,
    };
    (copy, session)
}

/// Measures keys that move, of several kinds.
fn moves(session: &mut Session) {
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
        told(what, all, "p99 2 ms");
    }
}

/// Measures claims, each with its answer and the snapshot that is published.
fn claims(session: &mut Session) {
    let (mut claims, mut answers) = (Vec::new(), Vec::new());
    let (claim, down) = (script("c"), script("j"));
    for _ in 0..CLAIMS {
        for key in &claim {
            let (took, effects) = session.key(key);
            claims.push(took);
            let events = session.answers(effects);
            answers.push(session.events(events));
        }
        down.iter().for_each(|key| drop(session.key(key)));
    }
    told("c, until it is sent", claims, "p99 2 ms");
    told("c, its snapshot and its answer", answers, "p99 2 ms");
}

/// Measures words typed into the filter, and the lists that come of them.
fn letters(session: &mut Session) {
    let (mut letters, mut pages) = (Vec::new(), Vec::new());
    let typed = script("/ a t e l i e r Backspace Esc");
    for key in typed.iter().cycle().take(typed.len() * WORDS) {
        let (took, effects) = session.key(key);
        letters.push(took);
        let lists = session.answers(effects);
        pages.extend(lists.into_iter().map(|list| session.events(vec![list])));
    }
    told(
        "letters of the filter, until the list is asked for",
        letters,
        "p99 2 ms",
    );
    told(
        "letters of the filter, the list that came",
        pages,
        "p99 2 ms",
    );
}

/// Has criterion measure one key, so that runs can be compared.
fn compared(session: &mut Session, requests: usize) {
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
}

fn main() {
    let requests = if measure::large() { 1_000_000 } else { 100_000 };
    let (_copy, mut session) = attached(requests);
    // Everybody begins on the first page; what is measured is the longest list.
    for key in script("1") {
        let (_, effects) = session.key(&key);
        let seen = session.answers(effects);
        session.events(seen);
    }
    moves(&mut session);
    claims(&mut session);
    letters(&mut session);
    compared(&mut session, requests);
    session.runtime.block_on(session.desk.close());
}
