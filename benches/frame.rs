//! What drawing one screen takes, pane by pane: the whole of it, and again after one line of it changed. Nothing
//! else happens in between, so that instructions can be counted where times tell nothing:
//! `valgrind --tool=callgrind --toggle-collect='*_again*' target/release/deps/frame-… inbox` counts those of
//! one pane's frames (each run draws as many as it prints).
//!
//! `cargo bench --bench frame`, or with the name of a pane for that one alone.

#[path = "house/copied.rs"]
mod copied;
#[path = "house/crowd.rs"]
mod crowd;
mod house;
#[path = "house/measure.rs"]
#[expect(dead_code, reason = "it has one size")]
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

use entremise::desk::views::{Inbox, Sight};
use entremise::desk::{Desk, Submission};
use entremise::domain::request::command::RequestCommand;
use entremise::domain::{Act, Command, PersonId};
use entremise::ui::kit::keys::Input;
use entremise::ui::{Effect, Event};
use tokio::runtime::Runtime;

use measure::or_exit;
use screen::Screen;
use took::{Took, told as percentiles_of};

/// A house small enough to be opened where everything is counted.
const REQUESTS: usize = 1_000;
/// Frames of each kind.
const FRAMES: usize = 200;
/// The same, where instructions are counted: they are the same every time.
const COUNTED: usize = 10;
/// A pane: what it is called, the keys that lead to it, and those that change a line of it; nothing: somebody else
/// changes one.
const PANES: [(&str, &str, Option<&str>); 6] = [
    ("home", "0", Some("j k")),
    ("inbox", "1", Some("j k")),
    ("heard", "1", None),
    ("case", "1 Enter", Some("j k")),
    ("office", "8", Some("j k")),
    ("people", ", p", Some("j k")),
];

/// Draws a frame; a function of its own, to be counted by its name.
#[inline(never)]
fn drawn_again(screen: &mut Screen) -> usize {
    std::hint::black_box(screen.draw())
}

/// Tells of what somebody else did; a function of its own, to be counted by its name.
#[inline(never)]
fn told_again(screen: &mut Screen, sight: Sight) -> Vec<Effect> {
    std::hint::black_box(screen.app.update(Event::Seen(sight)))
}

/// Has somebody tag a request near the top of the list.
fn tag(runtime: &Runtime, desk: &Desk, n: usize) {
    let list = Inbox::build(&desk.sight(store::ME), "is:open", house::NOW);
    let request = or_exit(or_exit(list).id_at(2 + n % 8).ok_or("no request"));
    let act = Act::Tag(format!("t{n}").as_str().into(), true);
    let requests = vec![request];
    let command = Command::Request(RequestCommand::On { requests, act });
    let submission = Submission::new(Some(PersonId(2)), command);
    or_exit(runtime.block_on(desk.submit(submission)));
}

/// Has a key pressed, and all that follows from it done.
fn press(runtime: &Runtime, screen: &mut Screen, key: Input) {
    let effects = screen.app.update(Event::Input(key));
    settle(runtime, screen, effects);
}

/// Has all done that is asked for.
fn settle(runtime: &Runtime, screen: &mut Screen, mut effects: Vec<Effect>) {
    while !effects.is_empty() {
        let events = runtime.block_on(screen.answers(effects));
        let more = events.into_iter().map(|event| screen.app.update(event));
        effects = more.flatten().collect();
    }
}

fn main() {
    let wanted = std::env::args().skip(1).find(|arg| !arg.starts_with('-'));
    let frames = match wanted {
        Some(_) => COUNTED,
        None => FRAMES,
    };
    let runtime = runtime::runtime(1);
    let (desk, _copy) = copied::open(&runtime, crowd::store(REQUESTS));
    for (pane, keys, moves) in PANES {
        if wanted.as_ref().is_some_and(|wanted| wanted != pane) {
            continue;
        }
        let (mut screen, effects) = {
            let _within = runtime.enter();
            Screen::attach(&desk, store::ME)
        };
        let seen = runtime.block_on(screen.answers(effects));
        screen.take(seen);
        for key in Input::script(keys) {
            press(&runtime, &mut screen, key);
        }
        screen.draw();
        let (mut bytes, mut drawn, mut told) = (0, Vec::new(), Vec::new());
        let moves = Input::script(moves.unwrap_or_default());
        let mut moves = moves.iter().cycle();
        for n in 0..frames {
            match moves.next() {
                Some(key) => press(&runtime, &mut screen, key.clone()),
                None => {
                    tag(&runtime, &desk, n);
                    let sight = desk.sight(store::ME);
                    let (took, effects) = Took::of(|| told_again(&mut screen, sight));
                    told.push(took);
                    settle(&runtime, &mut screen, effects);
                }
            }
            let (took, written) = Took::of(|| drawn_again(&mut screen));
            bytes += written;
            drawn.push(took);
        }
        let bytes = bytes / frames;
        percentiles_of(&format!("{pane}: {bytes} bytes a frame"), drawn, "0.2 ms");
        if !told.is_empty() {
            percentiles_of(&format!("{pane}: what is told"), told, "");
        }
    }
    runtime.block_on(desk.close());
}
