//! The OpenSSH client itself, where it is installed: log in with each kind of key, work the inbox, resize,
//! paste, lose the line in the middle of a word and find the draft on return.

use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::process::Signal;

use crate::pty::Pty;
use crate::server::{Served, house, key as key_of, must};
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
    ssh.wait_for("u Undo");
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
    ssh.wait_for("Client ·");
    ssh.send("N");
    ssh.wait_for("lines é and half a wo");
    ssh.send("\x1b");
    ssh.wait_gone("half a wo");
    ssh.send("\x11");
    let end = ssh.end();
    assert_eq!(end.code, 0, "{}", end.screen);
    assert!(end.bytes.contains("\x1b[?1049l"));
}

/// Waits until the client asks again, behind what was wrong: what is typed before, it throws away.
fn asked_again(ssh: &Pty, wrong: &str, question: &str) {
    ssh.wait_until(wrong, |screen| {
        let text = screen.contents();
        let behind = text.rsplit_once(wrong);
        behind.is_some_and(|(_, behind)| behind.contains(question))
    });
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
    ssh.wait_for("SHA256:");
    ssh.wait_for("Code:");
    ssh.send("AAAA-AAAA-AAAA-AAAA\n");
    ssh.wait_for("That code is not valid");
    asked_again(&ssh, "Ce code n'est pas valable", "Code:");
    ssh.send(&format!("{code}\n"));
    ssh.wait_for("Name of this key");
    ssh.send("laptop\n");
    ssh.wait_for("now logs you in");
    ssh.wait_for("R-1");
    ssh.send("\x11");
    assert_eq!(ssh.end().code, 0);
    let mut again = start(&served, &key, (100, 30));
    again.wait_for("R-1");
    again.send("\x11");
    assert_eq!(again.end().code, 0);
    assert!(served.must(&["key", "list", "Ben"]).contains("laptop"));
}

/// An agent that holds keys, until it is dropped.
struct Agent {
    child: std::process::Child,
    socket: PathBuf,
}

impl Agent {
    fn start(folder: &Path) -> Agent {
        let socket = folder.join("agent");
        let mut command = Command::new("ssh-agent");
        command.arg("-D").arg("-a").arg(&socket);
        command.stdout(std::process::Stdio::null());
        let child = command.spawn().expect("no agent");
        watch::until_says(&["there"], || {
            // The path is there before it is listened to.
            let there = UnixStream::connect(&socket).is_ok();
            if there { "there" } else { "" }.to_owned()
        });
        Agent { child, socket }
    }

    fn add(&self, key: &Path) {
        let mut add = Command::new("ssh-add");
        add.arg("-q").arg(key).env("SSH_AUTH_SOCK", &self.socket);
        let added = watch::output(&mut add);
        let why = String::from_utf8_lossy(&added.stderr).into_owned();
        assert!(added.status.success(), "{why}");
    }

    /// The words that call the server with all its keys.
    fn call(&self, served: &Served) -> Vec<String> {
        let words = call(served, Path::new("none"));
        let agent = format!("IdentityAgent={}", self.socket.display());
        words
            .into_iter()
            .map(|word| match word.as_str() {
                "IdentityAgent=none" => agent.clone(),
                "IdentitiesOnly=yes" => "IdentitiesOnly=no".to_owned(),
                _ => word,
            })
            .collect()
    }
}

impl Drop for Agent {
    fn drop(&mut self) {
        // One that has ended cannot be killed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The story behind: an agent of twenty-six keys was hung up on before its right one came, each costing a
/// signature; and of several the first was bound, unnamed.
#[test]
fn ppl_5_an_agent_of_many_keys_gets_in_and_binds_the_one_that_is_chosen() {
    if !here() {
        return;
    }
    let served = Served::small();
    let folder = served.data.path();
    let agent = Agent::start(folder);
    let words: Vec<String> = (1..=26).map(|n| format!("many{n}")).collect();
    for word in &words {
        agent.add(&served.key_file(word));
    }
    let print = |word: &str| {
        let public = key_of(word);
        let print = public
            .public_key()
            .fingerprint(russh::keys::HashAlg::Sha256);
        print.to_string()
    };
    let said = served.must(&["invite", "Ben"]);
    let code = said
        .split_whitespace()
        .find(|word| word.matches('-').count() == 3)
        .expect("no code")
        .to_owned();
    let line = agent.call(&served);
    let line: Vec<&str> = line.iter().map(String::as_str).collect();
    let env = [("PATH", "/usr/bin:/bin")];
    let mut ssh = Pty::start(&line, folder, (100, 40), &env);
    ssh.wait_for("Which key, 1-26");
    // The agent offers them in the order they were added.
    ssh.wait_for(&format!("26  {}", print("many26")));
    ssh.send("27\n");
    asked_again(&ssh, "There is no key with this number", "Which key, 1-26");
    ssh.send("20\n");
    ssh.wait_for("Code:");
    ssh.send(&format!("{code}\n"));
    ssh.wait_for("Name of this key");
    ssh.send("from the agent\n");
    ssh.wait_for("Connect again");
    assert_eq!(ssh.end().code, 255);
    let mut ssh = Pty::start(&line, folder, (100, 40), &env);
    ssh.wait_for("now logs you in");
    ssh.wait_for(&print("many20"));
    ssh.send("\x11");
    assert_eq!(ssh.end().code, 0);
    let list = served.must(&["key", "list", "Ben"]);
    assert!(list.contains(&print("many20")) && list.contains("from the agent"));
    assert!(!list.contains(&print("many1")), "{list}");
    // From now on nineteen are passed over, in no time.
    let since = std::time::Instant::now();
    let mut command = Command::new(line[0]);
    let command = command.args(&line[1..]).arg("whoami");
    let done = watch::output(command.env("HOME", folder));
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let why = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(said.contains("Ben Carter"), "{why}");
    let took = since.elapsed();
    assert!(took < std::time::Duration::from_secs(10), "{took:?}");
}

/// One connection, several terminals and commands on it (`ControlMaster`).
#[test]
fn wks_3_the_openssh_client_shares_a_connection_among_several_sessions() {
    if !here() {
        return;
    }
    let served = Served::small();
    let folder = served.data.path();
    let key = served.key_file("ben");
    let control = format!("ControlPath={}", folder.join("control").display());
    let begin = |master: &str| {
        let mut words = call(&served, &key);
        words.splice(1..1, ["-o".to_owned(), control.clone()]);
        words.splice(1..1, ["-o".to_owned(), format!("ControlMaster={master}")]);
        words
    };
    let open = |master: &str| {
        let words = begin(master);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        Pty::start(&words, folder, (100, 30), &[("PATH", "/usr/bin:/bin")])
    };
    let whoami = || {
        let words = begin("no");
        let mut command = Command::new(&words[0]);
        let command = command.args(&words[1..]).arg("whoami");
        watch::output(command.env("HOME", folder))
    };
    let mut first = open("yes");
    first.wait_for("R-1");
    let mut second = open("no");
    second.wait_for("R-1");
    let said = whoami();
    assert!(String::from_utf8_lossy(&said.stdout).contains("Ben Carter"));
    // The end of one is not the end of the other.
    second.send("\x11");
    assert_eq!(second.end().code, 0);
    first.send("?");
    first.wait_for("Keys ·");
    first.send("\x1b");
    first.wait_gone("Keys ·");
    assert!(String::from_utf8_lossy(&whoami().stdout).contains("Ben Carter"));
    let log = served.logged(&["workstation closed"]);
    assert_eq!(log.matches("\"logged in\"").count(), 1, "{log}");
    first.send("\x11");
    assert_eq!(first.end().code, 0);
}

#[test]
fn ppl_5_whoever_logs_in_is_shown_the_tour_and_nothing_of_the_machine() {
    if !here() {
        return;
    }
    let served = Served::small();
    let key = served.key_file("fay");
    let mut ssh = start(&served, &key, (80, 24));
    ssh.send("2");
    ssh.wait_for("Pending opportunities");
    // Ctrl-z and Ctrl-e are for terminals of the machine itself.
    ssh.send("\x1a");
    ssh.send("?");
    ssh.wait_for("Keys ·");
    ssh.send("\x1b");
    ssh.wait_gone("Keys ·");
    ssh.send("\x11");
    assert_eq!(ssh.end().code, 0);
}

/// The host key is ed25519 and no other: the page on deployment names it, and what becomes of a client that cannot.
#[test]
fn ppl_5_the_one_kind_of_host_key_is_the_one_that_the_deployment_page_names() {
    if !here() {
        return;
    }
    let page = include_str!("../../assets/deploy/README.md");
    assert!(page.contains("The host key is ed25519, and the only one"));
    let served = Served::small();
    let (path, _) = make(served.data.path(), &["ed25519"]);
    let words = call(&served, &path);
    for (kind, works) in [
        ("ssh-ed25519", true),
        ("ecdsa-sha2-nistp256", false),
        ("rsa-sha2-512", false),
    ] {
        let mut command = Command::new(&words[0]);
        command.args([
            "-o",
            &format!("HostKeyAlgorithms={kind}"),
            "-o",
            "BatchMode=yes",
        ]);
        command.args(&words[1..]).arg("whoami");
        let done = watch::output(command.env("HOME", served.data.path()));
        let why = String::from_utf8_lossy(&done.stderr).into_owned();
        // The key of the caller is nobody's: who agrees on the host key gets as far as that.
        assert_eq!(why.contains("Permission denied"), works, "{kind}: {why}");
        let offer = why.contains("no matching host key type found. Their offer: ssh-ed25519");
        assert_eq!(offer, !works, "{kind}: {why}");
    }
}
