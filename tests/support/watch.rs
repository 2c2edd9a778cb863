//! Bounds on everything a test waits for. [`until`] waits for a condition and says what was there when it
//! never came; a [`Watch`] bounds what cannot be given a deadline itself (a process that is to end, a thread, a
//! lock): when it lasts too long the whole run ends, and every wait that is open is printed.

use std::io::Write;
use std::process::{Command, Output};
use std::sync::{Condvar, Mutex, MutexGuard, Once, PoisonError};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

/// How long a condition is waited for. Generous: machines that run tests are busy.
pub const DEADLINE: Duration = Duration::from_secs(60);
/// How long one wait may last before the run is ended. Longer than any wait that has its own end.
const LONGEST: Duration = Duration::from_secs(240);
/// How long a program may be at work for a test that does nothing with it.
const LIFE: Duration = Duration::from_secs(1_200);
/// How often a condition is looked at.
const LOOK: Duration = Duration::from_millis(5);

/// Waits that are open.
static OPEN: (Mutex<Vec<Open>>, Condvar) = (Mutex::new(Vec::new()), Condvar::new());
static GUARD: Once = Once::new();

struct Open {
    id: u64,
    test: String,
    what: String,
    since: Instant,
    most: Duration,
    /// A process of the test's, which must not outlive it.
    process: Option<u32>,
}

/// Something that a test waits for, or a thing that it works with, until it is dropped.
pub struct Watch(u64);

impl Watch {
    /// Watches over a wait for `what`.
    pub fn over(what: impl Into<String>) -> Watch {
        Watch::begin(what.into(), LONGEST, None)
    }

    /// Watches over a program that is at work as long as its test needs it.
    pub fn over_program(what: impl Into<String>, process: u32) -> Watch {
        Watch::begin(what.into(), LIFE, Some(process))
    }

    fn begin(what: String, most: Duration, process: Option<u32>) -> Watch {
        GUARD.call_once(|| drop(std::thread::spawn(guard)));
        let mut open = lock();
        let id = open.iter().map(|open| open.id + 1).max().unwrap_or(0);
        let test = std::thread::current().name().unwrap_or("?").to_owned();
        let since = Instant::now();
        open.push(Open {
            id,
            test,
            what,
            since,
            most,
            process,
        });
        OPEN.1.notify_all();
        Watch(id)
    }

    /// Says what it is at now, and begins anew: what it waited for came.
    pub fn at(&self, what: impl FnOnce() -> String) {
        if let Some(open) = lock().iter_mut().find(|open| open.id == self.0) {
            open.what = what();
            open.since = Instant::now();
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        lock().retain(|open| open.id != self.0);
    }
}

/// Ends the run when something lasts too long.
fn guard() {
    let mut open = lock();
    loop {
        let left = |open: &Open| open.most.saturating_sub(open.since.elapsed());
        let left = open.iter().map(left).min().unwrap_or(LIFE);
        if left.is_zero() {
            end_the_run(&open);
        }
        let waited = OPEN.1.wait_timeout(open, left);
        (open, _) = waited.unwrap_or_else(PoisonError::into_inner);
    }
}

/// Prints past the capture of the test runner, which shows nothing of a test that never ends.
fn end_the_run(open: &[Open]) -> ! {
    let mut err = std::io::stderr();
    for open in open {
        let seconds = open.since.elapsed().as_secs();
        let _ = writeln!(err, "{}, {seconds} s: {}", open.test, open.what);
        let process = open.process.and_then(|id| i32::try_from(id).ok());
        if let Some(process) = process.and_then(Pid::from_raw) {
            let _ = kill_process(process, Signal::KILL);
        }
    }
    let _ = writeln!(err, "the run is ended: a test may not wait that long");
    std::process::exit(101);
}

fn lock() -> MutexGuard<'static, Vec<Open>> {
    OPEN.0.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits until `look` has seen `what`; it says what was there instead.
#[track_caller]
pub fn until<T>(what: &str, mut look: impl FnMut() -> Result<T, String>) -> T {
    let until = Instant::now() + DEADLINE;
    loop {
        match look() {
            Ok(seen) => return seen,
            Err(there) if Instant::now() >= until => {
                panic!("waited in vain for {what}; there was:\n{there}")
            }
            Err(_) => std::thread::park_timeout(LOOK),
        }
    }
}

/// Waits until `text` yields all of `words`; yields the text.
#[track_caller]
pub fn until_says(words: &[&str], mut text: impl FnMut() -> String) -> String {
    until(&format!("{words:?}"), || {
        let text = text();
        match words.iter().all(|word| text.contains(word)) {
            true => Ok(text),
            false => Err(text),
        }
    })
}

/// Runs a command to its end.
pub fn output(command: &mut Command) -> Output {
    let _watch = Watch::over(format!("the end of {command:?}"));
    command.output().expect("the program cannot be run")
}
