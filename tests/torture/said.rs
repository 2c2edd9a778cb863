//! A run of the program, or of any other: to its end, or killed when its time is up; and what it said.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{ChildStdin, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// Nothing takes longer, on the busiest machine; what does, hangs.
pub const DEADLINE: Duration = Duration::from_secs(60);
const PROGRAM: &str = env!("CARGO_BIN_EXE_entremise");

/// What a run of the program came to.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Its output.
    pub out: String,
    /// What it said beside it.
    pub err: String,
    /// Its status; none when a signal ended it.
    pub status: Option<i32>,
    /// It was ended by us, because its time was up.
    pub late: bool,
}

impl Said {
    /// Returns whether it went well.
    pub fn is_done(&self) -> bool {
        self.status == Some(0)
    }

    /// Returns it in one line, for a complaint.
    pub fn brief(&self) -> String {
        let status = self.status.map_or("a signal".to_owned(), |n| n.to_string());
        let words: Vec<&str> = self.err.lines().chain(self.out.lines()).take(6).collect();
        format!("[{status}] {}", words.join(" / "))
    }
}

/// Returns the program on the store in `data`. `trap` has it live with a limit on its files' sizes.
pub fn command(data: &Path, args: &[&str], trap: bool) -> Command {
    let mut command = if trap {
        let mut shell = Command::new("sh");
        shell.args(["-c", "trap '' XFSZ; exec \"$@\"", "sh", PROGRAM]);
        shell
    } else {
        Command::new(PROGRAM)
    };
    command.args(args).env_clear();
    let path = std::env::var_os("PATH").unwrap_or_default();
    command
        .env("PATH", path)
        .env("HOME", data)
        .env("USER", "tester")
        .env("ENTREMISE_DATA", data)
        .env("LANG", "en_GB.UTF-8");
    command
}

/// Runs a command of this machine's to its end.
pub fn ask(data: &Path, args: &[&str], input: &[u8]) -> Said {
    hear(command(data, args, false), input, DEADLINE)
}

/// Runs a command of this machine's, and kills it after so long.
pub fn ask_for(data: &Path, args: &[&str], input: &[u8], patience: Duration) -> Said {
    hear(command(data, args, false), input, patience)
}

/// Runs a command; kills it when its time is up.
pub fn hear(mut command: Command, input: &[u8], patience: Duration) -> Said {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program cannot be run");
    let (tell, told) = mpsc::channel();
    let pipe: Option<ChildStdin> = child.stdin.take();
    let input = input.to_vec();
    std::thread::spawn(move || {
        // One that does not read its input closes it.
        let _ = pipe.map(|mut pipe| pipe.write_all(&input));
    });
    read_all(child.stdout.take().expect("no output"), 0, &tell);
    read_all(child.stderr.take().expect("no errors"), 1, &tell);
    let (until, mut late) = (Instant::now() + patience, false);
    let mut texts = [String::new(), String::new()];
    for _ in 0..2 {
        let heard = told.recv_timeout(until.saturating_duration_since(Instant::now()));
        let (n, text) = heard.unwrap_or_else(|_| {
            late = true;
            // One that has ended cannot be killed.
            let _ = child.kill();
            told.recv_timeout(DEADLINE).unwrap_or_default()
        });
        texts[n] = text;
    }
    let status = child.wait().expect("it has no end").code();
    let [out, err] = texts;
    Said {
        out,
        err,
        status,
        late,
    }
}

fn read_all(mut pipe: impl Read + Send + 'static, n: usize, tell: &mpsc::Sender<(usize, String)>) {
    let tell = tell.clone();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = pipe.read_to_end(&mut bytes);
        let _ = tell.send((n, String::from_utf8_lossy(&bytes).into_owned()));
    });
}
