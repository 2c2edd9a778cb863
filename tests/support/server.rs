//! A served house: the real program as a server in a folder of its own, the people in it, and what this
//! machine's command line says while it runs. Nothing here sleeps.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use russh::keys::PrivateKey;
use russh::keys::ssh_key::LineEnding;
use russh::keys::ssh_key::private::{Ed25519Keypair, KeypairData};
use tempfile::TempDir;

use crate::watch::{self, Watch};

const PROGRAM: &str = env!("CARGO_BIN_EXE_entremise");

/// A key made of a word: the same word gives the same key.
pub fn key(word: &str) -> Arc<PrivateKey> {
    let seed = *blake3::hash(word.as_bytes()).as_bytes();
    let pair = KeypairData::Ed25519(Ed25519Keypair::from_seed(&seed));
    Arc::new(PrivateKey::new(pair, word).expect("a key"))
}

/// A house that is served until it is dropped.
pub struct Served {
    /// The data folder.
    pub data: TempDir,
    /// Where SSH is.
    pub port: u16,
    /// Where figures are, if they are.
    pub metrics: Option<String>,
    child: Child,
    _watch: Watch,
}

/// The program on the store in `data`.
pub fn program(data: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(args).env_clear();
    command
        .env("HOME", data)
        .env("USER", "tester")
        .env("ENTREMISE_DATA", data)
        .env("LANG", "en_GB.UTF-8")
        .stdin(Stdio::null());
    command
}

/// Runs it, and says what it said when it did not go well.
#[track_caller]
pub fn must(data: &Path, args: &[&str]) -> String {
    let done = watch::output(&mut program(data, args));
    let err = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{args:?}: {err}");
    String::from_utf8(done.stdout).expect("not UTF-8")
}

/// A house with Amélie (officer, manager, administrator), Ben (officer), Fay (facilitator), and a mail.
/// The store is not in use.
pub fn house() -> TempDir {
    let data = tempfile::tempdir().expect("no temporary folder");
    let at = data.path();
    must(
        at,
        &[
            "setup",
            "--name",
            "Amélie Roux",
            "--house",
            "Atelier Nord",
            "--country",
            "FR",
        ],
    );
    let prices = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/prices/ateliers.toml");
    must(at, &["prices", prices]);
    must(
        at,
        &["person", "add", "Ben Carter", "--role", "relation_officer"],
    );
    must(
        at,
        &["person", "add", "Fay Dubois", "--role", "facilitator"],
    );
    let mail = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mail/french-plain.eml");
    must(at, &["import", "--quiet", mail]);
    for (who, word) in [
        ("Amélie Roux", "amelie"),
        ("Ben Carter", "ben"),
        ("Fay Dubois", "fay"),
    ] {
        add_key(at, who, &key(word));
    }
    // Nobody is taken round first.
    data
}

/// Adds the public half of a key to a person.
#[track_caller]
pub fn add_key(data: &Path, who: &str, key: &PrivateKey) {
    let line = key.public_key().to_openssh().expect("a public key");
    must(data, &["--as", "Amélie", "key", "add", who, &line]);
}

impl Served {
    /// Serves `data`, with more arguments.
    pub fn start(data: TempDir, more: &[&str]) -> Served {
        Served::start_in(data, more, &[])
    }

    /// The same with more in its environment.
    pub fn start_in(data: TempDir, more: &[&str], env: &[(&str, &str)]) -> Served {
        Served::start_at("127.0.0.1:0", data, more, env)
    }

    /// The same at another address.
    pub fn start_at(listen: &str, data: TempDir, more: &[&str], env: &[(&str, &str)]) -> Served {
        let mut args = vec!["serve", "--listen", listen];
        args.extend(more);
        let mut child = program(data.path(), &args)
            .envs(env.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program cannot be started");
        let start = Watch::over("a server that says where it is");
        let watch = Watch::over_program("a server at work", child.id());
        let out = child.stdout.take().expect("no output");
        let mut lines = BufReader::new(out).lines();
        let mut said = || {
            let line = lines.next().and_then(Result::ok);
            line.unwrap_or_default()
        };
        let (mut port, mut metrics) = (None, None);
        loop {
            let line = said();
            if let Some(rest) = line.strip_prefix("SSH on ") {
                let at = rest.split(',').next();
                port = at.and_then(|at| at.rsplit(':').next()?.parse().ok());
            } else if let Some(rest) = line.strip_prefix("figures at http://") {
                metrics = Some(rest.trim_end_matches("/metrics").to_owned());
            } else {
                break;
            }
        }
        let Some(port) = port else {
            let mut why = String::new();
            let _ = child
                .stderr
                .take()
                .map(|mut err| err.read_to_string(&mut why));
            panic!("it does not serve: {why}");
        };
        drop(start);
        // What it says later goes nowhere, and must not fill a pipe.
        std::thread::spawn(move || lines.for_each(drop));
        let err = child.stderr.take().expect("no errors");
        std::thread::spawn(move || BufReader::new(err).lines().for_each(drop));
        Served {
            data,
            port,
            metrics,
            child,
            _watch: watch,
        }
    }

    /// The small house, served.
    pub fn small() -> Served {
        Served::start(house(), &[])
    }

    /// A command of this machine's, which the server does, by Amélie.
    pub fn run(&self, args: &[&str]) -> Output {
        self.run_as("Amélie", args)
    }

    /// A command of this machine's, by somebody.
    fn run_as(&self, who: &str, args: &[&str]) -> Output {
        let mut all = vec!["--as", who];
        all.extend(args);
        watch::output(&mut program(self.data.path(), &all))
    }

    /// The same, which must go well: what it said.
    #[track_caller]
    pub fn must(&self, args: &[&str]) -> String {
        self.must_as("Amélie", args)
    }

    /// The same by somebody else.
    #[track_caller]
    pub fn must_as(&self, who: &str, args: &[&str]) -> String {
        let done = self.run_as(who, args);
        let err = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{args:?}: {err}");
        String::from_utf8(done.stdout).expect("not UTF-8")
    }

    /// The same with something piped in.
    pub fn piped(&self, args: &[&str], input: &[u8]) -> Output {
        let mut child = program(self.data.path(), args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program cannot be started");
        let mut pipe = child.stdin.take().expect("no pipe");
        // One that does not read its input closes it.
        let _ = pipe.write_all(input);
        drop(pipe);
        let _watch = Watch::over_program(format!("the end of {args:?}"), child.id());
        child.wait_with_output().expect("it has no end")
    }

    /// The private half of a key, as a file that `ssh` takes.
    pub fn key_file(&self, word: &str) -> PathBuf {
        use std::os::unix::fs::PermissionsExt;
        let path = self.data.path().join(format!("id_{word}"));
        let text = key(word).to_openssh(LineEnding::LF).expect("a key");
        std::fs::write(&path, text.as_bytes()).expect("a file");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).expect("a mode");
        path
    }

    /// The process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends a signal.
    pub fn signal(&self, signal: rustix::process::Signal) {
        let id = i32::try_from(self.child.id()).ok();
        let id = id
            .and_then(rustix::process::Pid::from_raw)
            .expect("no process");
        rustix::process::kill_process(id, signal).expect("it has ended");
    }

    /// The data folder of a server that has ended.
    pub fn into_data(mut self) -> TempDir {
        let empty = tempfile::tempdir().expect("no temporary folder");
        std::mem::replace(&mut self.data, empty)
    }

    /// Waits until it has ended: how, and how long that took.
    pub fn ended(&mut self) -> (ExitStatus, Duration) {
        let since = Instant::now();
        let _watch = Watch::over("the end of the server");
        let status = self.child.wait().expect("it has no end");
        (status, since.elapsed())
    }

    /// Waits until the log says all of this, and yields it: the server writes it when it comes to it.
    #[track_caller]
    pub fn logged(&self, words: &[&str]) -> String {
        watch::until_says(words, || self.log())
    }

    /// The same of the faults that were written down.
    #[track_caller]
    pub fn faulted(&self, words: &[&str]) -> String {
        let path = self.data.path().join("faults.log");
        watch::until_says(words, || std::fs::read_to_string(&path).unwrap_or_default())
    }

    /// What the log says so far.
    pub fn log(&self) -> String {
        let folder = self.data.path().join("logs");
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
        files
            .filter_map(|file| std::fs::read_to_string(file.path()).ok())
            .collect()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // One that has ended cannot be killed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
