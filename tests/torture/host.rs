//! A server of a store: it serves, is told to close, or is killed.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::said::{DEADLINE, Said, command};

/// What a server says beside its output, in the folder above the store.
const ERRORS: &str = "server.err";

/// A server of the store in a folder. It is killed when it is dropped.
pub struct Host {
    /// The data folder.
    pub data: PathBuf,
    /// Where SSH is.
    pub port: u16,
    child: Child,
    lines: mpsc::Receiver<String>,
}

impl Host {
    /// Starts a server, and does not wait for it.
    pub fn begin(data: &Path, trap: bool) -> Host {
        let mut child = command(data, &["serve", "--listen", "127.0.0.1:0"], trap)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(errors(data))
            .spawn()
            .expect("the program cannot be started");
        let out = child.stdout.take().expect("no output");
        let (tell, lines) = mpsc::channel();
        std::thread::spawn(move || {
            let lines = BufReader::new(out).lines().map_while(Result::ok);
            lines.for_each(|line| drop(tell.send(line)));
        });
        Host {
            data: data.to_owned(),
            port: 0,
            child,
            lines,
        }
    }

    /// Starts a server and waits until it serves.
    ///
    /// # Errors
    /// What it said instead.
    pub fn start(data: &Path, trap: bool) -> Result<Host, Said> {
        let before = errors_so_far(data).len();
        let mut host = Host::begin(data, trap);
        let until = Instant::now() + DEADLINE;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match host.lines.recv_timeout(left) {
                Ok(line) => {
                    let port = line.strip_prefix("SSH on 127.0.0.1:");
                    let port = port.and_then(|rest| rest.split(',').next()?.parse().ok());
                    if let Some(port) = port {
                        host.port = port;
                        return Ok(host);
                    }
                }
                Err(why) => {
                    let late = why == mpsc::RecvTimeoutError::Timeout;
                    let _ = host.child.kill();
                    let status = host.child.wait().expect("it has no end").code();
                    let err = errors_so_far(data).split_off(before);
                    return Err(Said {
                        out: String::new(),
                        err,
                        status,
                        late,
                    });
                }
            }
        }
    }

    /// Waits until it has ended, or so long.
    pub fn wait(&self, patience: Duration) {
        let until = Instant::now() + patience;
        // Its output ends with it.
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if self.lines.recv_timeout(left).is_err() {
                return;
            }
        }
    }

    /// Sends a signal.
    pub fn signal(&self, signal: Signal) {
        let id = self.id();
        // One that has ended hears no more.
        let _ = id.map(|id| kill_process(id, signal));
    }

    /// Returns the process.
    pub fn id(&self) -> Option<Pid> {
        Pid::from_raw(i32::try_from(self.child.id()).ok()?)
    }

    /// Kills it, and waits until it is gone.
    pub fn kill(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Tells it to close, and waits until it has.
    pub fn close(mut self) -> ExitStatus {
        self.signal(Signal::TERM);
        self.wait(DEADLINE);
        if self.lives() {
            // Its output has ended a moment before itself, or it hangs.
            let ended = Instant::now() + DEADLINE;
            while self.lives() && Instant::now() < ended {
                std::thread::yield_now();
            }
            let _ = self.child.kill();
        }
        self.child.wait().expect("it has no end")
    }

    /// Returns whether it still runs.
    pub fn lives(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn errors_path(data: &Path) -> PathBuf {
    let above = data.parent().unwrap_or(data);
    above.join(ERRORS)
}

fn errors(data: &Path) -> File {
    let file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(errors_path(data));
    file.expect("no file for errors")
}

/// Returns what the servers of a store have said beside their output.
pub fn errors_so_far(data: &Path) -> String {
    let bytes = std::fs::read(errors_path(data)).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}
