//! What a server is known by (PPL-5, WKS-7): its host key, which never changes in silence, and its build, which
//! a terminal at the socket must share.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use entremise::session::attach;
use entremise::session::attach::wire::{self, End, Hello, ToHouse, ToTerminal, read, write};
use entremise::session::settings::Asked;
use tokio::time::timeout;

use crate::caller::{Caller, DEADLINE};
use crate::server::{Served, house, key, program};

/// `serve` must not: what it says.
#[track_caller]
fn refuses(data: &Path) -> String {
    let mut child = program(data, &["serve", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let deadline = std::time::Instant::now() + Duration::from_secs(30);
    while child.try_wait().expect("a child").is_none() {
        if std::time::Instant::now() > deadline {
            let _ = child.kill();
            panic!("it serves");
        }
        std::thread::yield_now();
    }
    let done = child.wait_with_output().expect("it has no end");
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(78), "{said}");
    assert_eq!(done.stdout, b"", "it listened");
    said
}

fn said(data: &Path, args: &[&str]) -> String {
    let done = program(data, args).output().expect("it runs");
    let err = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{args:?}: {err}");
    String::from_utf8_lossy(&done.stdout).into_owned()
}

/// Serves, and ends it: the folder again.
fn once(data: tempfile::TempDir) -> tempfile::TempDir {
    let mut served = Served::start(data, &[]);
    served.signal(rustix::process::Signal::TERM);
    assert!(served.ended().0.success());
    served.into_data()
}

#[test]
fn ppl_5_a_lost_or_damaged_host_key_is_not_replaced_in_silence() {
    let data = once(house());
    let at = data.path();
    let path = at.join("host_key");
    let old = std::fs::read(&path).expect("a key");
    let known = said(at, &["host-key"]).trim().to_owned();
    assert!(known.starts_with("SHA256:"), "{known}");

    std::fs::remove_file(&path).expect("removed");
    let lost = refuses(at);
    assert!(
        lost.contains("missing") && lost.contains(&known) && lost.contains("host-key --new"),
        "{lost}"
    );
    assert!(!path.exists(), "a new one was made");
    let put = |bytes: &[u8]| {
        use std::os::unix::fs::PermissionsExt;
        std::fs::write(&path, bytes).expect("written");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).expect("a mode");
    };
    put(b"");
    assert!(refuses(at).contains("not an OpenSSH private key"));
    put(&old[..old.len() / 2]);
    assert!(refuses(at).contains(&known));
    let strange = key("a stranger")
        .to_openssh(Default::default())
        .expect("a key");
    put(strange.as_bytes());
    assert!(refuses(at).contains("not the one clients know"));
    // Without the public half beside it the store still knows.
    std::fs::remove_file(at.join("host_key.pub")).expect("removed");
    assert!(refuses(at).contains(&known));

    put(&old);
    let data = once(data);
    let at = data.path();
    assert_eq!(said(at, &["host-key"]).trim(), known);

    let changed = said(at, &["host-key", "--new"]);
    let now = said(at, &["host-key"]).trim().to_owned();
    assert_ne!(now, known);
    assert!(
        changed.contains(&format!("before {known}")) && changed.contains(&now),
        "{changed}"
    );
    assert_eq!(
        std::fs::read(at.join("host_key.aside-1")).expect("kept"),
        old
    );
    let data = once(data);
    // Back to the old one, on purpose too.
    let at = data.path();
    std::fs::copy(at.join("host_key.aside-1"), at.join("host_key")).expect("copied");
    assert!(refuses(at).contains(&now));
    assert!(said(at, &["host-key", "--accept"]).contains(&known));
    once(data);
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_a_terminal_of_another_build_is_told_so_and_its_command_is_never_done() {
    let served = Served::small();
    let before = served.must(&["inbox"]);
    for (version, build) in [
        (wire::Program::own().version, "0123456789abcdef".to_owned()),
        ("9.9.9".to_owned(), wire::Program::own().build),
        // One from before there were builds.
        ("0.1.0".to_owned(), String::new()),
    ] {
        let called = attach::call(served.data.path()).await.expect("no answer");
        let mut line = called.expect("no socket");
        let mut hello = Hello::screen(Asked::default(), Some("Ben".into()), "tester".into());
        (hello.program.version, hello.program.build) = (version, build);
        let said = write(&mut line, &ToHouse::Hello(Box::new(hello))).await;
        said.expect("the line was cut");
        let answer = timeout(DEADLINE, read(&mut line)).await.expect("no frame");
        let Ok(Some(ToTerminal::End(End::Done(Err(problem))))) = answer else {
            panic!("{answer:?}");
        };
        let words = problem.to_string();
        assert!(words.contains("another build of entremise"), "{words}");
        assert!(words.contains("Restart the server"), "{words}");
        assert_eq!(problem.status, 75);
        assert!(matches!(read::<ToTerminal>(&mut line).await, Ok(None)));
    }
    // And the same build is served as ever.
    assert_eq!(served.must(&["inbox"]), before);
    let ben = Caller::login(served.port, &key("ben")).await;
    assert_eq!(ben.command("inbox").await.out, before);
}
