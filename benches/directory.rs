//! The directory with a hundred thousand organisations and three hundred thousand contacts: until it is open, from a key to
//! its frame, until a letter of the filter and the list it leads to are there, sorted by a column, the views, an organisation's
//! page; and a merge of two with five thousand exchanges, and its undo.
//!
//! `cargo bench --bench directory` does a tenth of it; all of it with `ENTREMISE_BENCH_LARGE=1`.

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

use std::collections::VecDeque;
use std::path::PathBuf;
use std::time::Instant;

use entremise::desk::{Desk, Sent, Submission};
use entremise::domain::command::Act;
use entremise::domain::house::Country;
use entremise::domain::organisation::OrganisationProfile;
use entremise::domain::organisation::command::DirectoryCommand;
use entremise::domain::organisation::contact::ContactEntry;
use entremise::domain::request::command::RequestCommand;
use entremise::domain::{Command, OrganisationId, RequestId};
use entremise::ui::kit::keys::Input;
use entremise::ui::{Effect, Event};
use tokio::runtime::Runtime;

use measure::{ms, or_exit, tell};
use screen::Screen;
use took::{Took, told};

/// Keys of each kind.
const KEYS: usize = 600;
/// Requests, shared by two organisations.
const REQUESTS: usize = 10_000;
/// Contacts of each organisation.
const EACH: usize = 3;
/// Commands under way.
const UNDER_WAY: usize = 512;
const TOWNS: [&str; 6] = ["Lyon", "Annecy", "Orléans", "Genève", "Lille", "Nice"];
const WORDS: [&str; 8] = [
    "Martin", "Étoile", "Novalis", "Rhodane", "Ormes", "Béton", "Horizon", "Sève",
];

/// Sends a command; waits for the oldest once many are under way.
async fn send(desk: &Desk, way: &mut VecDeque<Sent>, command: DirectoryCommand) {
    let command = Submission::new(Some(store::ME), Command::Directory(command));
    way.push_back(or_exit(desk.send(command).await));
    if way.len() >= UNDER_WAY
        && let Some(first) = way.pop_front()
    {
        or_exit(first.answer().await);
    }
}

fn organisation(n: usize) -> DirectoryCommand {
    let word = |at: usize| WORDS.get(at % WORDS.len()).copied().unwrap_or_default();
    let town = TOWNS.get(n % TOWNS.len()).copied().unwrap_or_default();
    DirectoryCommand::AddOrganisation {
        profile: Box::new(OrganisationProfile {
            name: format!("{} {} {n}", word(n), word(n / 8)).into(),
            country: Country::parse("FR"),
            city: town.into(),
            segment: "company".into(),
            domains: vec![format!("client{n}.example").into()],
            phone: format!(
                "+33 4 {:02} {:02} {:02} {:02}",
                n % 97,
                n / 97 % 97,
                n / 9_409 % 97,
                n % 89
            )
            .into(),
            ..OrganisationProfile::default()
        }),
        relation_until: n.is_multiple_of(9).then_some(house::NOW + 1),
    }
}

fn contact(organisation: OrganisationId, n: usize) -> DirectoryCommand {
    DirectoryCommand::AddContact {
        organisation,
        entry: Box::new(ContactEntry {
            name: format!("Zoé Lefèvre{n}").into(),
            email: format!("zoe{n}@client{}.example", n / EACH).into(),
            phone: format!(
                "06 {:02} {:02} {:02} {:02}",
                n % 97,
                n / 97 % 97,
                n / 9_409 % 97,
                n % 83
            )
            .into(),
            ..ContactEntry::default()
        }),
    }
}

/// The store, made once: two clients with five thousand requests each, then the others.
async fn filled(organisations: usize) -> PathBuf {
    let ready = measure::folder().join(format!("directory-{organisations}"));
    if ready.exists() {
        return ready;
    }
    let (making, began) = (ready.with_extension("making"), Instant::now());
    // What an interrupted run left.
    let _ = std::fs::remove_dir_all(&making);
    store::build(&making, REQUESTS).await;
    let desk = store::reopened(&making).await;
    for (n, part) in (0..REQUESTS).collect::<Vec<_>>().chunks(250).enumerate() {
        let requests = part.iter().map(|at| RequestId::at(*at)).collect();
        let act = Act::SetOrganisation(OrganisationId::at(n % 2));
        let command = Command::Request(RequestCommand::On { requests, act });
        or_exit(desk.submit(Submission::new(Some(store::ME), command)).await);
    }
    let first = desk.sight(store::ME).organisations("", 1_000_000).len();
    let mut way = VecDeque::new();
    for n in 0..organisations {
        send(&desk, &mut way, organisation(n)).await;
    }
    for n in 0..organisations * EACH {
        let of = OrganisationId::at(first + n / EACH);
        send(&desk, &mut way, contact(of, n)).await;
    }
    for sent in way {
        or_exit(sent.answer().await);
    }
    desk.close().await;
    drop(desk);
    or_exit(std::fs::rename(&making, &ready));
    tell("the store was made", ms(began.elapsed()), "");
    ready
}

struct Session {
    screen: Screen,
    desk: Desk,
    runtime: Runtime,
}

impl Session {
    fn only_key(&mut self, input: &Input) -> (Took, Vec<Effect>) {
        Took::of(|| {
            let effects = self.screen.app.update(Event::Input(input.clone()));
            std::hint::black_box(self.screen.draw());
            effects
        })
    }

    /// Has done what was asked for, and all that this asks for.
    fn settle(&mut self, mut effects: Vec<Effect>) {
        while !effects.is_empty() {
            let events = self.runtime.block_on(self.screen.answers(effects));
            let more = events
                .into_iter()
                .map(|event| self.screen.app.update(event));
            effects = more.flatten().collect();
        }
        self.screen.draw();
    }

    /// Keys, and all they ask for: how long that took in all.
    fn timed(&mut self, what: &str, script: &str, budget: &str) {
        let began = Instant::now();
        for key in Input::script(script) {
            let (_, effects) = self.only_key(&key);
            self.settle(effects);
        }
        tell(what, ms(began.elapsed()), budget);
    }

    fn moves(&mut self, script: &str) {
        let keys = Input::script(script);
        let mut all = Vec::new();
        for key in keys.iter().cycle().take(KEYS) {
            let (took, effects) = self.only_key(key);
            self.settle(effects);
            all.push(took);
        }
        told(&format!("keys: {script}"), all, "1 ms");
    }

    fn letters(&mut self, word: &str) {
        let (mut keys, mut lists) = (Vec::new(), Vec::new());
        for _ in 0..5 {
            for key in Input::script(word) {
                let (time, effects) = self.only_key(&key);
                keys.push(time);
                let (until, ()) = Took::of(|| self.settle(effects));
                lists.push(until);
            }
        }
        told(&format!("letters of a filter: {word}"), keys, "1 ms");
        told("  until its list is there", lists, "150 ms");
    }

    fn done(&mut self, what: &str, command: Command) {
        let began = Instant::now();
        let submission = Submission::new(Some(store::ME), command);
        or_exit(self.runtime.block_on(self.desk.submit(submission)));
        tell(what, ms(began.elapsed()), "50 ms");
    }
}

/// The two clients with the most exchanges become one, and two again.
fn merges(session: &mut Session) {
    let sight = session.desk.sight(store::ME);
    let (into, from) = (OrganisationId::at(0), OrganisationId::at(1));
    let requests = |id| {
        sight
            .directory_row(id, house::NOW)
            .map_or(0, |row| row.requests)
    };
    let exchanged = requests(into).min(requests(from));
    let (seen, profile) = or_exit(sight.organisation_profile(into));
    let merge = DirectoryCommand::MergeOrganisations {
        from,
        into,
        profile: Box::new(profile),
    };
    let merge = Command::Directory(merge).upon(seen);
    session.done(&format!("a merge of two with {exchanged} requests"), merge);
    session.done("its undo", Command::Undo);
}

fn main() {
    let organisations = if measure::large() { 100_000 } else { 10_000 };
    let runtime = runtime::runtime(1);
    let (desk, _copy) = copied::open(&runtime, filled(organisations));
    let (screen, effects) = {
        let _within = runtime.enter();
        Screen::attach(&desk, store::ME)
    };
    let mut session = Session {
        screen,
        desk,
        runtime,
    };
    // The made-up house's clock stands still.
    session.screen.take(vec![Event::Clock(house::NOW)]);
    session.settle(effects);
    session.timed("opened, and its list is there", ", d", "100 ms");
    for script in ["j j j j j j k j j j", "Ctrl-d Ctrl-d Ctrl-d Ctrl-u", "G g"] {
        session.moves(script);
    }
    session.letters("/ m a r t i n Esc");
    session.letters("/ z o e Esc");
    session.letters("/ 0 6 1 2 3 4 Esc");
    session.timed("the page of an organisation", "Enter", "");
    session.timed("and back", "Esc", "");
    session.timed("those with open requests", "f o", "150 ms");
    session.timed("those the relation with is ours", "f r", "150 ms");
    session.timed("those that may be doubles", "f d", "");
    session.timed("all again", "f a", "100 ms");
    merges(&mut session);
    session.runtime.block_on(session.desk.close());
}
