//! A session on a real desk, with a line of channels and a sink that feeds a terminal emulator.

use std::io;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use tokio::sync::{Semaphore, mpsc, watch};
use vt100::{Parser, Screen};

use super::{DEADLINE, NOON, Remembered};
use crate::desk::views::Cancel;
use crate::desk::{Desk, Finder, Searched, Searches, Submission};
use crate::domain::request::command::RequestCommand;
use crate::domain::tests::bench::{ANNA, mail, others, set_up};
use crate::domain::{Command, PersonId};
use crate::session::{Ended, Heard, House, Line, Sink, run};
use crate::ui::Settings;
use crate::ui::kit::depth::Depth;
use crate::ui::kit::keys::Input;
use crate::ui::kit::texts::Lang;

/// What the terminal got.
struct Terminal {
    parser: Parser,
    frames: Vec<String>,
}

type Shared = Arc<Mutex<Terminal>>;

pub(super) struct Bench {
    desk: Desk,
    finder: Finder,
    keys: mpsc::Sender<Option<Heard>>,
    terminal: Shared,
    news: watch::Receiver<usize>,
    /// Frames that may be written now.
    gate: Arc<Semaphore>,
    session: Option<JoinHandle<Ended>>,
    /// Says that the session is over.
    over: watch::Receiver<bool>,
    remembered: Remembered,
    _folder: tempfile::TempDir,
}

/// A line that says what the test says; `None` makes it panic. It is cut when the test is over, however that
/// ends: a session that lived on would keep the runtime, and with it the run of all tests, from ending.
struct Script(mpsc::Receiver<Option<Heard>>);

impl Line for Script {
    async fn next(&mut self) -> Heard {
        match self.0.recv().await {
            Some(Some(heard)) => heard,
            Some(None) => panic!("asked for by the test"),
            None => Heard::Gone,
        }
    }
}

struct Screened {
    terminal: Shared,
    news: watch::Sender<usize>,
    gate: Arc<Semaphore>,
}

impl Sink for Screened {
    async fn write(&mut self, frame: &[u8]) -> io::Result<()> {
        let _open = self.gate.acquire().await.map_err(io::Error::other)?;
        let frames = {
            let mut terminal = self.terminal.lock().expect("a terminal");
            terminal.parser.process(frame);
            let frame = String::from_utf8(frame.to_vec()).expect("text");
            terminal.frames.push(frame);
            terminal.frames.len()
        };
        // Whoever waits looks at the terminal while they hold what is told: the terminal is let go first, or
        // each waits for the other for ever.
        self.news.send_replace(frames);
        Ok(())
    }
}

/// A desk with the six people of the rules' bench.
pub(super) async fn desk() -> (Desk, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = Desk::open(folder.path(), Arc::new(|| NOON))
        .await
        .expect("a desk");
    let first = desk.submit(Submission::new(None, set_up())).await;
    first.expect("a house");
    for command in others() {
        desk.submit(Submission::new(Some(ANNA), command))
            .await
            .expect("somebody");
    }
    (desk, folder)
}

/// No full texts.
struct Nothing;

impl Searches for Nothing {
    fn begin(&self) {}

    fn find(&self, _: PersonId, _: &str, _: &Cancel) -> Searched {
        Searched::default()
    }
}

/// What a session has at hand: a machine that remembers nothing.
pub(super) fn at_hand(desk: &Desk) -> House {
    House {
        idle: None,
        desk: desk.clone(),
        finder: Arc::new(Nothing),
        remember: Arc::new(|_| Ok(())),
        open: Arc::new(|_, _| 2),
        door: "ssh -p 2222 house.example".into(),
        first_words: None,
        set_up: Arc::new(|_, _, _| Err("nothing to set up".to_owned())),
    }
}

/// What typing this is, in the words of [`Input::script`].
pub(super) fn typed(key: &str) -> Heard {
    Heard::Input(Input::script(key).into_iter().next().expect("a key"))
}

impl Bench {
    /// The session of `me`, or of somebody who is asked, with one request in the house.
    pub(super) async fn open(me: Option<PersonId>) -> Bench {
        let (desk, folder) = desk().await;
        receive(&desk, 1).await;
        let bench = Bench::on(desk, folder, me, true);
        if me.is_some() {
            // From the first page to the requests.
            bench.hear(typed("1")).await;
        }
        bench
    }

    /// The same from another machine.
    pub(super) async fn from_elsewhere(me: Option<PersonId>) -> Bench {
        let (desk, folder) = desk().await;
        receive(&desk, 1).await;
        Bench::on(desk, folder, me, false)
    }

    /// The same, ended after so long without a key.
    pub(super) async fn resting(me: PersonId, idle: std::time::Duration) -> Bench {
        let (desk, folder) = desk().await;
        receive(&desk, 1).await;
        Bench::begin(desk, folder, Some(me), false, Some(idle))
    }

    /// A session on this desk.
    pub(super) fn on(
        desk: Desk,
        folder: tempfile::TempDir,
        me: Option<PersonId>,
        local: bool,
    ) -> Bench {
        Bench::begin(desk, folder, me, local, None)
    }

    fn begin(
        desk: Desk,
        folder: tempfile::TempDir,
        me: Option<PersonId>,
        local: bool,
        idle: Option<std::time::Duration>,
    ) -> Bench {
        let finder = Finder::new(&desk);
        let remembered = Remembered::default();
        let kept = Arc::clone(&remembered);
        let house = House {
            idle,
            finder: Arc::new(finder.clone()),
            remember: Arc::new(move |person| {
                *kept.lock().map_err(|error| error.to_string())? = Some(person);
                Ok(())
            }),
            ..at_hand(&desk)
        };
        let settings = Settings {
            lang: Some(Lang::En),
            theme: None,
            env_lang: Lang::En,
            dark: true,
            depth: Depth::Ansi256,
            signs: crate::text::signs::Signs::All,
            steers: true,
            local,
            keys: String::new(),
        };
        let (keys, script) = mpsc::channel(1_024);
        let (told, news) = watch::channel(0);
        let columns = |n| std::num::NonZero::new(n).expect("cells");
        let parser = Parser::new(columns(30), columns(100), 0);
        let terminal = Arc::new(Mutex::new(Terminal {
            parser,
            frames: Vec::new(),
        }));
        let gate = Arc::new(Semaphore::new(1));
        let sink = Screened {
            terminal: terminal.clone(),
            news: told,
            gate: gate.clone(),
        };
        // As the local terminal does it: the thread that waits is the one that draws.
        let here = tokio::runtime::Handle::current();
        let (ends, over) = watch::channel(false);
        let session = std::thread::spawn(move || {
            let ended = here.block_on(run(house, me, settings, (100, 30), Script(script), sink));
            ends.send_replace(true);
            ended
        });
        Bench {
            desk,
            finder,
            keys,
            terminal,
            news,
            gate,
            session: Some(session),
            over,
            remembered,
            _folder: folder,
        }
    }

    pub(super) fn desk(&self) -> &Desk {
        &self.desk
    }

    pub(super) fn remembered(&self) -> Option<PersonId> {
        *self.remembered.lock().expect("a memory")
    }

    pub(super) async fn hear(&self, heard: Heard) {
        let told = within("a line that takes a key", self.keys.send(Some(heard)));
        told.await.expect("the session is over");
    }

    /// Has the session's own task panic.
    pub(super) async fn panic(&self) {
        let told = within("a line that takes a key", self.keys.send(None));
        told.await.expect("the session is over");
    }

    pub(super) async fn resize(&mut self, columns: u16, rows: u16) {
        let cells = |n| std::num::NonZero::new(n).expect("cells");
        self.terminal
            .lock()
            .expect("a terminal")
            .parser
            .screen_mut()
            .set_size(cells(rows), cells(columns));
        self.hear(Heard::Resized(columns, rows)).await;
    }

    pub(super) async fn must(&self, who: Option<PersonId>, command: Command) {
        let done = self.desk.submit(Submission::new(who, command));
        let done = within("the desk", done).await;
        done.expect("it must be possible");
    }

    pub(super) async fn receive(&self, key: u128) {
        receive(&self.desk, key).await;
    }

    /// Lets no more frames through, once the one that is being written is.
    pub(super) async fn hold(&mut self) {
        let passed = within("the frame that is being written", self.gate.acquire()).await;
        passed.expect("a gate").forget();
    }

    /// Lets frames through again.
    pub(super) fn release(&mut self) {
        self.gate.add_permits(1);
    }

    pub(super) fn frames(&self) -> usize {
        *self.news.borrow()
    }

    pub(super) async fn wait_for(&self, text: &str) {
        self.wait_until(|screen| screen.contents().contains(text))
            .await;
    }

    pub(super) async fn wait_until(&self, is: impl Fn(&Screen) -> bool) {
        let mut news = self.news.clone();
        let seen = || is(self.terminal.lock().expect("a terminal").parser.screen());
        let waited = tokio::time::timeout(DEADLINE, news.wait_for(|_| seen())).await;
        if !matches!(waited, Ok(Ok(_))) {
            let terminal = self.terminal.lock().expect("a terminal");
            panic!(
                "waited in vain; the screen is:\n{}",
                terminal.parser.screen().contents()
            );
        }
    }

    /// Waits for the end: how it ended, and every frame.
    pub(super) async fn end(mut self) -> (Ended, Vec<String>) {
        let mut over = self.over.clone();
        // A session that panicked takes the sender with it: then it is over too.
        let _ = within("the end of the session", over.wait_for(|over| *over)).await;
        let session = self.session.take().expect("it ends once");
        let ended = session.join().expect("the panic went further");
        let terminal = self.terminal.lock().expect("a terminal");
        (ended, terminal.frames.clone())
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        self.finder.stop();
        // Whoever waits to write a frame is let go.
        self.gate.close();
    }
}

/// What comes of `future`, which must come of it in time.
async fn within<T>(what: &str, future: impl Future<Output = T>) -> T {
    let come = tokio::time::timeout(DEADLINE, future).await;
    come.unwrap_or_else(|_| panic!("waited in vain for {what}"))
}

pub(super) async fn receive(desk: &Desk, key: u128) {
    let mail = mail(
        key,
        &format!("paul@client{key}.example"),
        "CLIENT / an afternoon",
        "Hello.",
    );
    let done = desk.submit(Submission::new(
        None,
        Command::Request(RequestCommand::Receive(Box::new(mail))),
    ));
    within("the desk", done).await.expect("a request");
}
