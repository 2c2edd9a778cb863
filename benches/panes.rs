//! The panes whose rows are all at hand: Home, the office and people, with a hundred thousand quotations and people.
//! From a key to its frame; until a letter of the filter and the list it leads to are there; what a change costs that
//! is not about them, and one that is.
//!
//! `cargo bench --bench panes` does a tenth of it; all of it with `ENTREMISE_BENCH_LARGE=1`.

#[path = "house/copied.rs"]
mod copied;
#[path = "house/crowd.rs"]
mod crowd;
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

use std::time::Instant;

use entremise::desk::{Desk, Submission};
use entremise::domain::command::Act;
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::person::{NewPerson, Preferences, Role};
use entremise::domain::quotation::QuotationCommand;
use entremise::domain::request::command::RequestCommand;
use entremise::domain::{Command, PersonId, QuotationId, RequestId};
use entremise::ui::kit::keys::Input;
use entremise::ui::{Effect, Event};
use tokio::runtime::Runtime;

use measure::{ms, or_exit, tell};
use screen::Screen;
use took::{Took, told};

/// Keys of each kind.
const KEYS: usize = 1_000;
/// Changes of each kind.
const CHANGES: usize = 40;
/// A pane: what it is called, and the keys that lead to it.
const PANES: [(&str, &str); 3] = [("home", "0"), ("office", "8"), ("people", ", p")];

struct Session {
    screen: Screen,
    desk: Desk,
    runtime: Runtime,
}

impl Session {
    /// One key and its frame; what it asks for is done beside it.
    fn key(&mut self, input: &Input) -> Took {
        let (took, effects) = self.only_key(input);
        self.settle(effects);
        took
    }

    fn only_key(&mut self, input: &Input) -> (Took, Vec<Effect>) {
        Took::of(|| {
            let effects = self.screen.app.update(Event::Input(input.clone()));
            std::hint::black_box(self.screen.draw());
            effects
        })
    }

    /// Has done what was asked for, and all that this asks for.
    fn settle(&mut self, effects: Vec<Effect>) {
        let mut effects = effects;
        while !effects.is_empty() {
            let events = self.runtime.block_on(self.screen.answers(effects));
            let more = events
                .into_iter()
                .map(|event| self.screen.app.update(event));
            effects = more.flatten().collect();
        }
        self.screen.draw();
    }

    fn keys(&mut self, script: &str) {
        for key in Input::script(script) {
            self.key(&key);
        }
    }

    /// A command of somebody's, and what its snapshot costs: whether it was drawn.
    fn hears(&mut self, command: Command) -> (Took, bool) {
        let seen = self.desk.published().seq();
        let command = match command.is_whole() {
            true => command.upon(seen),
            false => command,
        };
        let submission = Submission::new(Some(store::ME), command);
        or_exit(self.runtime.block_on(self.desk.submit(submission)));
        let sight = self.desk.sight(store::ME);
        let (took, (effects, drawn)) = Took::of(|| {
            let effects = self.screen.app.update(Event::Seen(sight));
            (effects, self.screen.draw() > 0)
        });
        self.settle(effects);
        (took, drawn)
    }
}

/// A change of one kind: its name, and the command the nth time.
type Change = (&'static str, fn(usize, usize) -> Command);

const CHANGED: [Change; 4] = [
    ("a tag on a request without a quotation", |n, all| {
        let requests = vec![RequestId::at(all - 1 - n % (all / 20))];
        let act = Act::Tag(format!("t{n}").as_str().into(), true);
        Command::Request(RequestCommand::On { requests, act })
    }),
    ("a person's preferences", |n, _| {
        Command::People(PeopleCommand::ChangePreferences(Preferences {
            toured: n % 2 == 0,
            ..Preferences::default()
        }))
    }),
    ("a tag on a quotation", |n, _| {
        let quotation = QuotationId::at(n);
        let (tag, there) = (format!("t{n}").as_str().into(), true);
        Command::Quotation(Box::new(QuotationCommand::Tag {
            quotation,
            tag,
            there,
        }))
    }),
    ("somebody new", |n, _| {
        Command::People(PeopleCommand::Add(NewPerson {
            name: format!("New {n}").into(),
            email: "".into(),
            roles: vec![Role::Facilitator],
        }))
    }),
];

fn main() {
    let requests = if measure::large() { 100_000 } else { 10_000 };
    let runtime = runtime::runtime(1);
    // Changes are written: a copy, so that every run begins alike.
    let (desk, _copy) = copied::open(&runtime, crowd::store(requests));
    let began = Instant::now();
    let (screen, effects) = {
        let _within = runtime.enter();
        Screen::attach(&desk, store::ME)
    };
    tell("a session begins", ms(began.elapsed()), "20 ms");
    let mut session = Session {
        screen,
        desk,
        runtime,
    };
    // The made-up house's clock stands still.
    session.screen.take(vec![Event::Clock(house::NOW)]);
    let began = Instant::now();
    session.settle(effects);
    tell("and has its lists", ms(began.elapsed()), "");
    let people = session.desk.sight(PersonId(1));
    tell(
        "people",
        people.people(house::NOW).map_or(0, |all| all.len()),
        "",
    );

    for (round, (pane, keys)) in PANES.into_iter().enumerate() {
        let began = Instant::now();
        session.keys(keys);
        tell(
            &format!("{pane}: opened, and its list is there"),
            ms(began.elapsed()),
            "",
        );
        for moves in ["j j j j j j k j j j", "Ctrl-d Ctrl-d Ctrl-d Ctrl-u", "G g"] {
            let script = Input::script(moves);
            let all = script.iter().cycle().take(KEYS);
            let all = all.map(|key| session.key(key)).collect();
            told(&format!("{pane}: {moves}"), all, "1 ms");
        }
        if pane != "home" {
            letters(&mut session, pane);
        }
        for (what, command) in CHANGED {
            let (mut times, mut drawn) = (Vec::new(), 0);
            for n in round * CHANGES..(round + 1) * CHANGES {
                let (time, drew) = session.hears(command(n, requests));
                times.push(time);
                drawn += usize::from(drew);
            }
            told(&format!("{pane}: {what}, {drawn} drawn"), times, "1 ms");
        }
    }
    session.runtime.block_on(session.desk.close());
}

/// A word that is typed into the filter of a pane.
fn letters(session: &mut Session, pane: &str) {
    let (mut keys, mut lists) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        for key in Input::script("/ m a r t i n Esc") {
            let (time, effects) = session.only_key(&key);
            keys.push(time);
            let (until, ()) = Took::of(|| session.settle(effects));
            lists.push(until);
        }
    }
    told(&format!("{pane}: letters of the filter"), keys, "1 ms");
    told(&format!("{pane}: until its list is there"), lists, "300 ms");
}
