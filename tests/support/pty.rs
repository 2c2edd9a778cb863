//! The real program in a real pseudo-terminal, read through a terminal emulator: tests see what a person
//! sees. Nothing here sleeps: it waits for a condition, and shows the screen when it does not come.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::{MouseProtocolMode, Parser, Screen};

use crate::watch::{self, DEADLINE, Watch};

const PROGRAM: &str = env!("CARGO_BIN_EXE_entremise");
/// What came from the program.
struct Seen {
    parser: Parser,
    /// Everything, as it came, for what the emulator does not keep.
    bytes: Vec<u8>,
    closed: bool,
}

/// A program in a terminal.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keys: Mutex<Box<dyn Write + Send>>,
    /// Whether the first page was left for what its person works on.
    at_work: AtomicBool,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    watch: Watch,
}

/// How the program ended, and what it left on the terminal.
pub struct End {
    /// Its exit code.
    pub code: u32,
    /// Everything it wrote.
    pub bytes: String,
    /// What is on the screen now.
    pub screen: String,
}

/// Runs a command of the program without a terminal.
pub fn run(data: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(PROGRAM);
    command
        .args(args)
        .env_clear()
        .env("HOME", data)
        .env("ENTREMISE_DATA", data)
        .env("USER", "tester")
        .stdin(std::process::Stdio::null());
    watch::output(&mut command)
}

impl Pty {
    /// Starts the workstation on `data` in a terminal of `rows` × `columns`.
    pub fn open(data: &Path, size: (u16, u16), env: &[(&str, &str)]) -> Pty {
        Pty::start(&[PROGRAM], data, size, env)
    }

    /// Starts a program in a terminal of `rows` × `columns`, at home in `data`.
    pub fn start(argv: &[&str], data: &Path, size: (u16, u16), env: &[(&str, &str)]) -> Pty {
        let pair = native_pty_system()
            .openpty(sized(size))
            .expect("no pseudo-terminal");
        let mut command = CommandBuilder::from_argv(argv.iter().map(Into::into).collect());
        command.env_clear();
        command.cwd(data);
        let set = [
            ("TERM", "xterm-256color"),
            ("LANG", "en_GB.UTF-8"),
            ("USER", "tester"),
        ];
        for (name, value) in set.iter().chain(env) {
            command.env(name, value);
        }
        command.env("HOME", data);
        command.env("ENTREMISE_DATA", data);
        let child = pair
            .slave
            .spawn_command(command)
            .expect("the program cannot be started");
        let from = pair
            .master
            .try_clone_reader()
            .expect("the terminal cannot be read");
        let keys = pair
            .master
            .take_writer()
            .expect("the terminal cannot be written to");
        let parser = Parser::new(cells(size.1), cells(size.0), 0);
        let seen = Arc::new((
            Mutex::new(Seen {
                parser,
                bytes: Vec::new(),
                closed: false,
            }),
            Condvar::new(),
        ));
        let id = child.process_id().expect("the program has ended");
        let watch = Watch::over_program(format!("the start of {argv:?}"), id);
        let reading = Arc::clone(&seen);
        std::thread::spawn(move || read_all(from, &reading));
        Pty {
            master: pair.master,
            child,
            keys: Mutex::new(keys),
            at_work: AtomicBool::new(false),
            seen,
            watch,
        }
    }

    /// Types.
    pub fn send(&mut self, keys: &str) {
        self.send_bytes(keys.as_bytes());
    }

    /// Types what may be a part of a character.
    pub fn send_bytes(&mut self, keys: &[u8]) {
        self.put(keys);
    }

    fn put(&self, bytes: &[u8]) {
        let _watch = Watch::over(format!("room for {}", bytes.escape_ascii()));
        let mut keys = lock(&self.keys);
        keys.write_all(bytes).expect("the terminal is gone");
        keys.flush().expect("the terminal is gone");
    }

    /// Makes the terminal another size: columns, rows.
    pub fn resize(&mut self, size: (u16, u16)) {
        lock(&self.seen.0)
            .parser
            .screen_mut()
            .set_size(cells(size.1), cells(size.0));
        self.master
            .resize(sized(size))
            .expect("the terminal cannot be resized");
    }

    /// Waits until `text` is on the screen.
    pub fn wait_for(&self, text: &str) {
        self.wait_until(text, |screen| screen.contents().contains(text));
    }

    /// Waits until `text` is not on the screen any more.
    pub fn wait_gone(&self, text: &str) {
        self.wait_until(&format!("no {text}"), |screen| {
            !screen.contents().contains(text)
        });
    }

    /// Waits until the program wrote `bytes` so many times, for what the emulator does not keep.
    pub fn wait_written(&self, bytes: &str, times: usize) {
        let bytes = bytes.as_bytes();
        self.wait(&format!("{} written", bytes.escape_ascii()), |seen| {
            let found = seen.bytes.windows(bytes.len());
            found.filter(|found| *found == bytes).count() == times
        });
    }

    /// Whether `text` is on the screen now.
    pub fn shows(&self, text: &str) -> bool {
        lock(&self.seen.0).parser.screen().contents().contains(text)
    }

    /// Waits until the screen is as `is` wants it; `what` names it when it never is.
    pub fn wait_until(&self, what: &str, is: impl Fn(&Screen) -> bool) {
        self.wait(what, |seen| is(seen.parser.screen()));
    }

    fn wait(&self, what: &str, is: impl Fn(&Seen) -> bool) {
        self.watch.at(|| what.to_owned());
        let (seen, news) = &*self.seen;
        let (mut seen, until) = (lock(seen), Instant::now() + DEADLINE);
        while within_a_frame(&seen.bytes) || !is(&seen) {
            if !within_a_frame(&seen.bytes)
                && is_first_page(&seen.parser.screen().contents())
                && !self.at_work.swap(true, Ordering::SeqCst)
            {
                // What is waited for is what its person works on.
                self.put(b"1");
            }
            let left = until.saturating_duration_since(Instant::now());
            let screen = || seen.parser.screen().contents();
            assert!(
                !left.is_zero(),
                "waited in vain for {what}; the screen is:\n{}",
                screen()
            );
            assert!(
                !seen.closed,
                "the program ended before {what}; the screen is:\n{}",
                screen()
            );
            (seen, _) = news
                .wait_timeout(seen, left)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Whether the modes of a full-screen program are on: alternate screen, mouse, bracketed paste.
    pub fn modes(&self) -> [bool; 3] {
        let seen = lock(&self.seen.0);
        let screen = seen.parser.screen();
        let mouse = screen.mouse_protocol_mode() != MouseProtocolMode::None;
        [screen.alternate_screen(), mouse, screen.bracketed_paste()]
    }

    /// Whether the cursor shows.
    pub fn has_cursor(&self) -> bool {
        !lock(&self.seen.0).parser.screen().hide_cursor()
    }

    /// Whether the first line that has `text` in it shows it bold or reversed.
    pub fn stands_out(&self, text: &str) -> bool {
        let seen = lock(&self.seen.0);
        let screen = seen.parser.screen();
        let (rows, columns) = (screen.size().0.get(), screen.size().1.get());
        let row = (0..rows).find(|row| {
            screen
                .contents_between(*row, 0, *row, columns)
                .contains(text)
        });
        let on = |row| (0..columns).filter_map(move |column| screen.cell(row, column));
        row.is_some_and(|row| {
            on(row).any(|cell| cell.has_contents() && (cell.bold() || cell.inverse()))
        })
    }

    /// The program's process.
    pub fn id(&self) -> u32 {
        self.child.process_id().expect("the program has ended")
    }

    /// Sends a signal.
    pub fn signal(&self, signal: rustix::process::Signal) {
        let id = i32::try_from(self.id())
            .ok()
            .and_then(rustix::process::Pid::from_raw);
        let id = id.expect("no process has this id");
        rustix::process::kill_process(id, signal).expect("the program has ended");
    }

    /// Waits for the end of the program.
    pub fn end(mut self) -> End {
        let _watch = Watch::over("the end of the program");
        let (seen, news) = &*self.seen;
        let (mut seen, until) = (lock(seen), Instant::now() + DEADLINE);
        while !seen.closed {
            let left = until.saturating_duration_since(Instant::now());
            assert!(
                !left.is_zero(),
                "it does not end; the screen is:\n{}",
                seen.parser.screen().contents()
            );
            (seen, _) = news
                .wait_timeout(seen, left)
                .unwrap_or_else(PoisonError::into_inner);
        }
        let status = self.child.wait().expect("it has no end");
        End {
            code: status.exit_code(),
            bytes: String::from_utf8_lossy(&seen.bytes).into_owned(),
            screen: seen.parser.screen().contents(),
        }
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        // One that a failed test left behind; one that has ended cannot be killed.
        let _ = self.child.kill();
    }
}

/// Whether a synchronised update has begun and not ended: a terminal shows nothing of it yet.
fn within_a_frame(bytes: &[u8]) -> bool {
    let last = |mark: &[u8]| bytes.windows(mark.len()).rposition(|bytes| bytes == mark);
    last(b"\x1b[?2026h") > last(b"\x1b[?2026l")
}

fn read_all(mut from: Box<dyn Read + Send>, seen: &(Mutex<Seen>, Condvar)) {
    let mut bytes = [0; 64 * 1024];
    loop {
        // A terminal whose program is gone reads as an error on some systems.
        let n = from.read(&mut bytes).unwrap_or(0);
        let mut all = lock(&seen.0);
        all.parser.process(&bytes[..n]);
        all.bytes.extend_from_slice(&bytes[..n]);
        all.closed = n == 0;
        seen.1.notify_all();
        if n == 0 {
            return;
        }
    }
}

/// The emulator has no terminal without cells.
fn cells(n: u16) -> NonZero<u16> {
    NonZero::new(n).expect("a terminal has at least one cell")
}

fn sized((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

/// Whether the first page is open: its tab has the mark, whatever that is made of.
fn is_first_page(screen: &str) -> bool {
    let mut header = screen.lines().next().unwrap_or_default().chars();
    let marked = header.next().is_some_and(|mark| mark != ' ');
    let rest = header.as_str();
    let keys = screen.contains("Keys ·") || screen.contains("Touches ·");
    marked && !keys && (rest.starts_with("0 Home") || rest.starts_with("0 Accueil"))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
