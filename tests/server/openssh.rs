//! The OpenSSH client itself, where it is installed: log in with each kind of key, work the inbox, resize,
//! paste, lose the line in the middle of a word and find the draft on return.

use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::process::Signal;

use crate::pty::Pty;
use crate::server::{Served, house, must};
use crate::watch;

/// Whether the client is here; says so loudly where it is not.
fn here() -> bool {
    let found = |program: &str| Command::new(program).arg("-V").output().is_ok();
    let both = found("ssh") && Path::new("/usr/bin/ssh-keygen").exists();
    if !both {
        eprintln!("SKIPPED: the OpenSSH client is not installed, so it was not tried");
    }
    both
}

/// Makes a key pair of a kind; gives the private half's path and the public line.
fn make(data: &Path, kind: &[&str]) -> (PathBuf, String) {
    let path = data.join(format!("id_{}", kind.join("_").replace('-', "")));
    let made = Command::new("ssh-keygen")
        .args(["-q", "-N", "", "-C", "a test", "-f"])
        .arg(&path)
        .arg("-t")
        .args(kind)
        .status()
        .expect("ssh-keygen");
    assert!(made.success());
    let line = std::fs::read_to_string(path.with_extension("pub")).expect("a public key");
    (path, line.trim().to_owned())
}

/// The words that call the server with a key.
fn call(served: &Served, key: &Path) -> Vec<String> {
    let known = served.data.path().join("known_hosts");
    let words = [
        "ssh".to_owned(),
        "-p".to_owned(),
        served.port.to_string(),
        "-i".to_owned(),
        key.display().to_string(),
        "-F".to_owned(),
        "/dev/null".to_owned(),
        "-o".to_owned(),
        format!("UserKnownHostsFile={}", known.display()),
    ];
    let options = [
        "StrictHostKeyChecking=accept-new",
        "IdentitiesOnly=yes",
        "IdentityAgent=none",
        "SendEnv=LANG NO_COLOR COLORTERM",
    ];
    let options = options
        .iter()
        .flat_map(|o| ["-o".to_owned(), (*o).to_owned()]);
    words
        .into_iter()
        .chain(options)
        .chain(["127.0.0.1".to_owned()])
        .collect()
}

fn start(served: &Served, key: &Path, size: (u16, u16)) -> Pty {
    let words = call(served, key);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    Pty::start(
        &words,
        served.data.path(),
        size,
        &[("PATH", "/usr/bin:/bin")],
    )
}

#[test]
fn ppl_5_the_openssh_client_logs_in_with_each_kind_of_key() {
    if !here() {
        return;
    }
    let data = house();
    let kinds: [&[&str]; 5] = [
        &["ed25519"],
        &["ecdsa", "-b", "256"],
        &["ecdsa", "-b", "384"],
        &["ecdsa", "-b", "521"],
        &["rsa", "-b", "3072"],
    ];
    let keys: Vec<PathBuf> = kinds
        .iter()
        .map(|kind| {
            let (path, line) = make(data.path(), kind);
            must(
                data.path(),
                &["--as", "Amélie", "key", "add", "Ben Carter", &line],
            );
            path
        })
        .collect();
    let (weak, line) = make(data.path(), &["rsa", "-b", "2048"]);
    let refused =
        crate::server::program(data.path(), &["--as", "Amélie", "key", "add", "Ben", &line]);
    let refused = watch::output(&mut { refused });
    let why = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        !refused.status.success() && why.contains("ed25519"),
        "{why}"
    );
    let served = Served::start(data, &[]);
    for key in &keys {
        let words = call(&served, key);
        let mut command = Command::new(&words[0]);
        let command = command.args(&words[1..]).arg("whoami");
        let done = watch::output(command.env("HOME", served.data.path()));
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        let why = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(said.contains("Ben Carter"), "{}: {why}", key.display());
    }
    let words = call(&served, &weak);
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]);
    let command = command.args(["-o", "BatchMode=yes", "whoami"]);
    let done = watch::output(command.env("HOME", served.data.path()));
    assert_eq!(done.status.code(), Some(255));
}

#[test]
fn wks_2_an_officer_works_over_openssh_and_finds_the_draft_after_the_line_was_cut() {
    if !here() {
        return;
    }
    let served = Served::small();
    let key = served.key_file("ben");
    let mut ssh = start(&served, &key, (100, 30));
    ssh.wait_for("R-1");
    ssh.send("c");
    ssh.wait_for("u undo");
    ssh.resize((80, 24));
    ssh.wait_until("the narrow screen", |screen| {
        let lines: Vec<String> = screen.rows(0, 80).collect();
        lines.last().is_some_and(|line| line.contains("?"))
    });
    ssh.resize((160, 45));
    ssh.wait_until("the wide screen", |screen| {
        screen
            .rows(0, 160)
            .nth(44)
            .is_some_and(|line| line.contains('?'))
    });
    ssh.send("N");
    ssh.wait_for("Note");
    ssh.send("\x1b[200~two\rlines é\x1b[201~");
    ssh.wait_for("lines é");
    ssh.send(" and half a wo");
    ssh.wait_for("half a wo");
    // The train goes into a tunnel.
    ssh.signal(Signal::KILL);
    ssh.end();
    let mut ssh = start(&served, &key, (100, 30));
    ssh.wait_for("R-1");
    ssh.send("N");
    ssh.wait_for("lines é and half a wo");
    ssh.send("\x1b");
    ssh.wait_gone("half a wo");
    ssh.send("\x11");
    let end = ssh.end();
    assert_eq!(end.code, 0, "{}", end.screen);
    assert!(end.bytes.contains("\x1b[?1049l"));
}

#[test]
fn ppl_5_the_openssh_client_asks_for_the_code_and_binds_the_key() {
    if !here() {
        return;
    }
    let served = Served::small();
    let said = served.must(&["invite", "Ben"]);
    let code = said
        .split_whitespace()
        .find(|word| word.matches('-').count() == 3)
        .expect("no code")
        .to_owned();
    let (key, _) = make(served.data.path(), &["ed25519"]);
    let mut ssh = start(&served, &key, (100, 30));
    ssh.wait_for("Code:");
    ssh.wait_for("SHA256:");
    ssh.send(&format!("{code}\n"));
    ssh.wait_for("R-1");
    ssh.send("\x11");
    assert_eq!(ssh.end().code, 0);
    let mut again = start(&served, &key, (100, 30));
    again.wait_for("R-1");
    again.send("\x11");
    assert_eq!(again.end().code, 0);
}

#[test]
fn ppl_5_whoever_logs_in_is_shown_the_tour_and_nothing_of_the_machine() {
    if !here() {
        return;
    }
    let served = Served::small();
    let key = served.key_file("fay");
    let mut ssh = start(&served, &key, (80, 24));
    ssh.wait_for("Board");
    // Ctrl-z and Ctrl-e are for terminals of the machine itself.
    ssh.send("\x1a");
    ssh.send("?");
    ssh.wait_for("Keys here");
    ssh.send("\x1b");
    ssh.wait_gone("Keys here");
    ssh.send("\x11");
    assert_eq!(ssh.end().code, 0);
}
