//! The real server as a process of its own, and what Linux says of it: its memory, its processor time, how
//! often it was woken.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};

use super::measure::or_exit;

const PROGRAM: &str = env!("CARGO_BIN_EXE_entremise");
/// A tick of the processor's clock, as Linux counts it for programs.
const TICK: Duration = Duration::from_millis(10);
/// A server that uses no processor so long has nothing left to do.
const REST: Duration = Duration::from_millis(400);
/// How often one looks whether it rests.
const LOOK: Duration = Duration::from_millis(2);
/// Nothing is waited for longer.
const LONGEST: Duration = Duration::from_secs(120);

/// A server that runs until this is dropped.
pub struct Server {
    /// Where SSH is.
    pub port: u16,
    folder: PathBuf,
    child: Child,
    timer: Runtime,
}

impl Server {
    /// Serves the house in `folder` with limits that nobody meets.
    pub fn start(folder: &Path) -> Server {
        let most = [
            "--most",
            "--most-per-address",
            "--most-strangers",
            "--most-per-person",
        ];
        let mut child = or_exit(
            program(folder)
                .args(["serve", "--listen", "127.0.0.1:0"])
                .args(most.iter().flat_map(|flag| [*flag, "100000"]))
                .stdout(Stdio::piped())
                .spawn(),
        );
        let out = or_exit(child.stdout.take().ok_or("no output"));
        let mut lines = BufReader::new(out).lines();
        let first = or_exit(lines.next().transpose()).unwrap_or_default();
        std::thread::spawn(move || lines.for_each(drop));
        let port = first
            .strip_prefix("SSH on 127.0.0.1:")
            .and_then(|rest| rest.split(',').next()?.parse().ok());
        Server {
            port: or_exit(port.ok_or(first)),
            folder: folder.to_owned(),
            child,
            timer: or_exit(Builder::new_current_thread().enable_time().build()),
        }
    }

    /// Resident memory, in bytes.
    pub fn memory(&self) -> usize {
        let status = self.read("status");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = line.and_then(|rest| rest.trim().split(' ').next()?.parse::<usize>().ok());
        kib.unwrap_or_default() * 1024
    }

    /// Processor time so far.
    pub fn cpu(&self) -> Duration {
        cpu_of(&self.read("stat"))
    }

    /// How often one of its threads was woken so far.
    pub fn wakes(&self) -> u64 {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.child.id()));
        let tasks = tasks.into_iter().flatten().flatten();
        let status =
            tasks.filter_map(|task| std::fs::read_to_string(task.path().join("status")).ok());
        status
            .filter_map(|text| {
                let line = text
                    .lines()
                    .find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
                line.and_then(|count| count.trim().parse::<u64>().ok())
            })
            .sum()
    }

    /// Lets time pass: what a process at rest uses is seen only by watching it.
    pub fn pass(&self, time: Duration) {
        self.timer
            .block_on(async { tokio::time::sleep(time).await });
    }

    /// Waits until it has nothing to do: when it used the processor last.
    pub fn rests(&self) -> Instant {
        let (begun, mut cpu, mut last) = (Instant::now(), self.cpu(), Instant::now());
        while last.elapsed() < REST && begun.elapsed() < LONGEST {
            self.pass(LOOK);
            let now = self.cpu();
            if now != cpu {
                (cpu, last) = (now, Instant::now());
            }
        }
        last
    }

    /// Has a mail taken in through the socket: when the command was done.
    pub fn import(&self, mail: &[u8]) -> Instant {
        let mut child = or_exit(
            program(&self.folder)
                .args(["--as", "P-1", "import", "--quiet", "-"])
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                .spawn(),
        );
        let mut pipe = or_exit(child.stdin.take().ok_or("no input"));
        or_exit(pipe.write_all(mail));
        drop(pipe);
        let status = or_exit(child.wait());
        if !status.success() {
            or_exit(Err::<(), _>(format!("the import ended with {status}")))
        }
        Instant::now()
    }

    fn read(&self, what: &str) -> String {
        std::fs::read_to_string(format!("/proc/{}/{what}", self.child.id())).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn program(folder: &Path) -> Command {
    let mut command = Command::new(PROGRAM);
    command.env("ENTREMISE_DATA", folder).stdin(Stdio::null());
    command
}

/// Processor time of this process so far.
pub fn own_cpu() -> Duration {
    cpu_of(&std::fs::read_to_string("/proc/self/stat").unwrap_or_default())
}

fn cpu_of(stat: &str) -> Duration {
    // The name is in brackets and may be anything; user and system time are the 12th and 13th behind it.
    let behind = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let fields = behind.split_whitespace().skip(11).take(2);
    let ticks: u32 = fields.filter_map(|field| field.parse::<u32>().ok()).sum();
    TICK * ticks
}
