//! A thousand sessions on one desk: what one costs while nothing happens, and how long it takes until all
//! of them show what one person did. The screens are real and in process; there is no terminal.
//!
//! `cargo bench --bench live`. Times are processor time of one thread; a server has
//! two cores and more.

#[path = "house/cached.rs"]
mod cached;
#[path = "house/copied.rs"]
mod copied;
mod house;
#[path = "house/measure.rs"]
#[expect(dead_code, reason = "it has one size")]
mod measure;
#[path = "house/resident.rs"]
mod resident;
#[path = "house/runtime.rs"]
mod runtime;
#[path = "house/screen.rs"]
mod screen;
#[path = "house/store.rs"]
mod store;

use std::time::Duration;

use entremise::desk::{Desk, Submission};
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::request::command::RequestCommand;
use entremise::domain::{Act, Command, PersonId, RequestId};
use entremise::ui::Event;
use entremise::ui::kit::keys::Input;
use tokio::runtime::Runtime;

use measure::{ms, or_exit, tell};
use screen::Screen;

/// Sessions.
const SESSIONS: usize = 1_000;
/// Requests of the house.
const REQUESTS: usize = 10_000;
/// How often each thing is done.
const TIMES: usize = 20;
/// The officers who sit at the screens.
const OFFICERS: u32 = 12;

struct Server {
    desk: Desk,
    runtime: Runtime,
    screens: Vec<Screen>,
}

impl Server {
    fn submit(&self, who: PersonId, command: Command) {
        let submission = Submission::new(Some(who), command);
        or_exit(self.runtime.block_on(self.desk.submit(submission)));
    }

    fn act(&self, who: PersonId, request: RequestId, act: Act) {
        let requests = vec![request];
        self.submit(who, Command::Request(RequestCommand::On { requests, act }));
    }

    /// Tells every screen of what is published, and draws what is to be drawn.
    fn show(&mut self) -> (Duration, usize) {
        let published = self.desk.published();
        let (began, mut drawn) = (resident::processor(), 0);
        for screen in &mut self.screens {
            let Some(who) = screen.app.me() else { continue };
            let sight = published.clone().sight(who);
            screen.take(vec![Event::Seen(sight)]);
            drawn += usize::from(screen.draw() > 0);
        }
        (resident::processor() - began, drawn)
    }

    /// Does something again and again, and says how long it took until all showed it.
    fn measure(&mut self, what: &str, mut happens: impl FnMut(&Server, usize)) {
        let mut all: Vec<(Duration, usize)> = (0..TIMES)
            .map(|n| {
                happens(self, n);
                self.show()
            })
            .collect();
        all.sort_unstable();
        let (middle, worst) = (all.get(TIMES / 2), all.last());
        if let (Some((middle, drawn)), Some((worst, _))) = (middle, worst) {
            tell(
                &format!("{what} ({drawn} screens drawn)"),
                format!("p50 {} max {}", ms(*middle), ms(*worst)),
                "300 ms of one core",
            );
        }
    }
}

async fn open(desk: &Desk, who: PersonId) -> Screen {
    let (mut screen, effects) = Screen::attach(desk, who);
    let seen = screen.answers(effects).await;
    screen.take(seen);
    // All begin on Home; officers sit at the inbox.
    for key in Input::script("1") {
        let effects = screen.app.update(Event::Input(key));
        let seen = screen.answers(effects).await;
        screen.take(seen);
    }
    screen.draw();
    screen
}

fn officer(n: usize) -> PersonId {
    PersonId(1 + u32::try_from(n).unwrap_or_default() % OFFICERS)
}

fn main() {
    let runtime = runtime::runtime(1);
    let (desk, _copy) = copied::open(&runtime, cached::store(REQUESTS));
    // What all share is made by the first.
    drop(runtime.block_on(open(&desk, store::ME)));

    let before = resident::resident();
    let began = resident::processor();
    let screens = (0..SESSIONS).map(|n| runtime.block_on(open(&desk, officer(n))));
    let screens = screens.collect();
    let each = (resident::processor() - began) / u32::try_from(SESSIONS).unwrap_or(1);
    let kib = resident::resident().saturating_sub(before) / SESSIONS as u64;
    tell(
        "opening a session, its list and its first frame",
        ms(each),
        "20 ms",
    );
    tell(
        "memory of a session at 120×40, what it shows included",
        format!("{kib} KiB"),
        "600 KiB",
    );

    let mut server = Server {
        desk,
        runtime,
        screens,
    };
    let me = store::ME;
    server.measure("a claim of what all have in their list", |server, n| {
        let top = server.top(n);
        server.act(me, top, Act::Claim);
    });
    server.measure("a tag on a line that all see", |server, n| {
        let top = server.top(5);
        server.act(me, top, Act::Tag(format!("t{n}").as_str().into(), true));
    });
    server.measure("a note on a request that nobody sees", |server, n| {
        let hidden = RequestId::at(n);
        server.act(me, hidden, Act::Note("Seen.".into()));
    });
    server.measure("a person's preferences", |server, n| {
        let preferences = entremise::domain::person::Preferences {
            toured: n % 2 == 0,
            ..entremise::domain::person::Preferences::default()
        };
        let seen = server.desk.published().seq();
        server.submit(
            PersonId(12),
            Command::People(PeopleCommand::ChangePreferences(preferences)).upon(seen),
        );
    });
    let keys = Input::script("j k");
    let (began, mut pressed) = (resident::processor(), 0);
    for screen in &mut server.screens {
        for key in &keys {
            screen.take(vec![Event::Input(key.clone())]);
            screen.draw();
            pressed += 1;
        }
    }
    tell(
        "a key in each session",
        ms((resident::processor() - began) / pressed),
        "2 ms",
    );
    server.runtime.block_on(server.desk.close());
}

impl Server {
    /// A request near the top of what nobody has yet.
    fn top(&self, place: usize) -> RequestId {
        let list = entremise::desk::views::Inbox::build(
            &self.desk.sight(store::ME),
            "is:open who:none",
            house::NOW,
        );
        or_exit(or_exit(list).id_at(place % 10).ok_or("no request"))
    }
}
