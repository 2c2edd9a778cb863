//! A desk in a temporary folder with its clock in the test's hand, the people and the mails in it. Knows
//! nothing of screens.

use std::io::Cursor;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use std::time::{Duration, Instant};

use chrono::TimeZone;
use entremise::desk::views::Cancel;
use entremise::desk::{Answer, Desk, Finder, MOST_FOUND, Searched, Submission};
use entremise::domain::house::command::HouseCommand;
use entremise::domain::house::{House as HouseFile, Selection, Selects};
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::person::{NewPerson, Role};
use entremise::domain::request::command::RequestCommand;
use entremise::domain::{Act, Command, Millis, PersonId, RequestId};
use entremise::{assets, ingest, mail};
use tokio::runtime::Runtime;

/// A mail as a mail server hands it over, in an mbox of its own.
pub fn letter(from: &str, subject: &str, body: &str) -> String {
    copied(from, subject, 0, body)
}

/// The same with so many people in copy.
pub fn copied(from: &str, subject: &str, copies: usize, body: &str) -> String {
    let copies: Vec<String> = (0..copies)
        .map(|n| format!("copie{n}@ailleurs.example"))
        .collect();
    let cc = if copies.is_empty() {
        String::new()
    } else {
        format!("Cc: {}\n", copies.join(", "))
    };
    // The digest of the text makes each one a message of its own.
    let id = blake3::hash(format!("{from}{subject}{body}").as_bytes()).to_hex();
    format!(
        "From: {from}\nTo: accueil@nord.example\n{cc}Subject: {subject}\nMessage-ID: <{id}@test.example>\n\
         Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}\n"
    )
}

/// A desk that several sessions share.
pub struct House {
    /// The desk.
    pub desk: Desk,
    clock: Arc<AtomicI64>,
    /// What the desk's answers are waited for on.
    pub runtime: Runtime,
    _folder: tempfile::TempDir,
}

/// The people of the small house.
pub const AMELIE: PersonId = PersonId(1);
/// A relation officer, without more.
pub const MARTINE: PersonId = PersonId(2);
/// The treasurer: reads, and may not work on requests.
pub const HUGO: PersonId = PersonId(3);

/// Tuesday, 10 March 2026, ten in the morning in Paris.
pub fn morning() -> Millis {
    let at = chrono_tz::Europe::Paris
        .with_ymd_and_hms(2026, 3, 10, 10, 0, 0)
        .single();
    at.expect("a time that exists").timestamp_millis()
}

impl House {
    fn empty() -> House {
        let folder = tempfile::tempdir().expect("no temporary folder");
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("no runtime");
        let clock = Arc::new(AtomicI64::new(morning()));
        let hand = Arc::clone(&clock);
        let opened = Desk::open(folder.path(), Arc::new(move || hand.load(Ordering::SeqCst)));
        let desk = runtime.block_on(opened).expect("the desk does not open");
        House {
            desk,
            clock,
            runtime,
            _folder: folder,
        }
    }

    /// A house in France: Amélie (officer, manager, administrator), Martine (officer), Hugo (treasurer).
    pub fn small() -> Rc<House> {
        let house = House::empty();
        let home = assets::country("FR").expect("no France");
        let mut file = HouseFile::new(
            "Atelier Nord",
            home,
            assets::calendar(home).expect("no calendar"),
        );
        file.domains = vec!["nord.example".into()];
        file.selection = Selection {
            subcontracting: Selects::Client,
            introduction: Selects::Client,
        };
        let person = |name: &str, roles: &[Role]| NewPerson {
            name: name.into(),
            email: "".into(),
            roles: roles.into(),
        };
        let first = person(
            "Amélie Roux",
            &[Role::RelationOfficer, Role::Manager, Role::Administrator],
        );
        let routing = Box::new(assets::routing().expect("no routing"));
        house.must(
            None,
            Command::House(HouseCommand::SetUp {
                house: Box::new(file),
                terms: Box::default(),
                routing,
                first,
            }),
        );
        house.must(
            Some(AMELIE),
            Command::People(PeopleCommand::Add(person(
                "Martine Vasselin",
                &[Role::RelationOfficer],
            ))),
        );
        house.must(
            Some(AMELIE),
            Command::People(PeopleCommand::Add(person(
                "Hugo Castagnier",
                &[Role::Treasurer],
            ))),
        );
        Rc::new(house)
    }

    /// Adds a facilitator.
    pub fn facilitator(&self, name: &str) -> PersonId {
        self.must(
            Some(AMELIE),
            Command::People(PeopleCommand::Add(NewPerson {
                name: name.into(),
                email: "".into(),
                roles: vec![Role::Facilitator],
            })),
        );
        PersonId(HUGO.0 + 1)
    }

    /// Says what somebody is from now on.
    pub fn roles(&self, person: PersonId, roles: &[Role]) {
        self.must(
            Some(AMELIE),
            Command::People(PeopleCommand::ChangeRoles {
                person,
                roles: roles.to_vec(),
            }),
        );
    }

    /// Says whether somebody may still enter.
    pub fn active(&self, person: PersonId, active: bool) {
        self.must(
            Some(AMELIE),
            Command::People(PeopleCommand::SetActive { person, active }),
        );
    }

    /// The small house with these mails taken in, `R-1` and on.
    pub fn with(mails: &[String]) -> Rc<House> {
        let house = House::small();
        mails.iter().for_each(|mail| house.receive(mail));
        house
    }

    /// The sample house.
    pub fn sample() -> Rc<House> {
        let house = House::empty();
        let scenes = assets::sample(morning()).expect("the sample does not read");
        house.runtime.block_on(async {
            let mut sent = Vec::new();
            for scene in scenes {
                let submission = Submission {
                    at: Some(scene.at),
                    ..Submission::new(scene.who, scene.command)
                };
                sent.push(
                    house
                        .desk
                        .send(submission)
                        .await
                        .expect("the desk is closed"),
                );
            }
            for sent in sent {
                sent.answer()
                    .await
                    .expect("a scene of the sample is refused");
            }
        });
        Rc::new(house)
    }

    /// The person whose name begins like this.
    pub fn person(&self, name: &str) -> PersonId {
        let people = self.desk.published().people(PersonId(1), self.now());
        let people = people.expect("the first person manages people");
        let found = people.iter().find(|row| row.name.starts_with(name));
        found
            .unwrap_or_else(|| panic!("nobody is called {name}: {people:?}"))
            .id
    }

    /// Takes a mail in, as a mail server's pipe would.
    pub fn receive(&self, mail: &str) {
        let source = mail::Source::from_reader(
            "test",
            Cursor::new(mail.as_bytes().to_vec()),
            mail::Kind::Mail,
        );
        let source = source.expect("the mail does not read");
        let done = self
            .runtime
            .block_on(ingest::ingest(&self.desk, source, None, |_, _| {}));
        let tally = done.unwrap_or_else(|(_, stopped)| panic!("{stopped}"));
        assert_eq!(
            (tally.all(), tally.aside_count()),
            (1, 0),
            "{:?}",
            tally.aside
        );
    }

    /// Has somebody do something.
    pub fn submit(&self, who: Option<PersonId>, command: Command) -> Answer {
        // What is sent back as a whole, by who has read all there is.
        let command = match command.is_whole() {
            true => command.upon(self.desk.published().seq()),
            false => command,
        };
        self.runtime
            .block_on(self.desk.submit(Submission::new(who, command)))
    }

    /// The same; it must be possible.
    pub fn must(&self, who: Option<PersonId>, command: Command) {
        let shown = format!("{command:?}");
        self.submit(who, command)
            .unwrap_or_else(|why| panic!("{shown}: {why}"));
    }

    /// One act on one request that must be possible.
    pub fn act(&self, who: PersonId, request: u32, act: Act) {
        self.must(
            Some(who),
            Command::Request(RequestCommand::On {
                requests: vec![RequestId(request)],
                act,
            }),
        );
    }

    /// What time it is.
    pub fn now(&self) -> Millis {
        self.desk.now()
    }

    /// Copies the store as it is on disk.
    pub fn copy_to(&self, to: &std::path::Path) {
        let mut folders = vec![(self._folder.path().to_owned(), to.to_owned())];
        while let Some((from, to)) = folders.pop() {
            std::fs::create_dir_all(&to).expect("a folder");
            for entry in std::fs::read_dir(from).expect("a folder") {
                let entry = entry.expect("an entry");
                let target = to.join(entry.file_name());
                if entry.path().is_dir() {
                    folders.push((entry.path(), target));
                } else {
                    std::fs::copy(entry.path(), target).expect("copied");
                }
            }
        }
    }

    /// Moves the clock, and waits until the desk has done what was due.
    pub fn pass(&self, minutes: i64) {
        self.clock.fetch_add(minutes * 60_000, Ordering::SeqCst);
        self.runtime.block_on(self.desk.tick());
        // Jobs are done between two rounds of commands: the second answer comes after them.
        for _ in 0..2 {
            let nobody = Submission::new(None, Command::Undo);
            assert!(
                self.runtime.block_on(self.desk.submit(nobody)).is_err(),
                "the house has nothing to undo"
            );
        }
    }
}

/// Searches all that was written, once everything can be found.
pub fn search(desk: &Desk, who: PersonId, words: &str) -> Searched {
    let finder = Finder::new(desk);
    finder.begin();
    let until = Instant::now() + Duration::from_secs(60);
    while finder.covered() < desk.published().seq() {
        assert!(Instant::now() < until, "the index never catches up");
        std::thread::yield_now();
    }
    let searched = finder.search(who, words, MOST_FOUND, &Cancel::default());
    finder.stop();
    searched.unwrap_or_default()
}
