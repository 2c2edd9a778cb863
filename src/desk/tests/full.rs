//! WKS-7: when the disk is full nothing is acknowledged, nothing is shown that was not recorded, and
//! what was acknowledged before is there.
//!
//! The child is this test binary again, with a limit on file sizes that stands in for the disk.

use std::process::{Command as Process, Stdio};

use super::*;
use crate::domain::tests::bench::{BEN, on, paris};
use crate::journal::MAX_DRAFTS;

const FOLDER: &str = "ENTREMISE_TEST_DESK";
const CHILD: &str = "desk::tests::full::child_works_until_the_disk_is_full";

fn note() -> Command {
    on(
        &[1],
        Act::Note("a note that takes some room ".repeat(200).into()),
    )
}

/// Sends until one command is refused; yields how many were done, and the one that was not.
async fn until_full(desk: &Desk) -> (usize, Submission, crate::journal::Fault) {
    let mut acknowledged = 0;
    loop {
        let before = desk.published();
        let sent = Submission::new(Some(BEN), note());
        match desk.submit(sent.clone()).await {
            Ok(_) => acknowledged += 1,
            Err(Rejection::Faulted(fault)) => {
                let after = desk.published();
                assert_eq!(after.state(), before.state(), "nothing of it happened");
                return (acknowledged, sent, fault);
            }
            Err(other) => panic!("{other}"),
        }
    }
}

/// A draft that takes some room, known by its number.
fn draft(n: usize) -> String {
    format!("draft {n}, ").repeat(1_500)
}

fn key(n: usize) -> String {
    format!("note:R-{n}")
}

/// The key of a draft that is saved with room again.
const HEALED: &str = "note:R-999";

/// Keeps drafts until one is refused; yields how many were kept.
fn drafts_until_full(desk: &Desk) -> usize {
    let drafts = desk.store().drafts();
    for n in 0..MAX_DRAFTS {
        if let Err(fault) = drafts.save(BEN.0, &key(n), &draft(n)) {
            assert_eq!(fault.kind, crate::journal::FaultKind::Full, "{fault}");
            return n;
        }
    }
    panic!("no draft is refused on a full disk");
}

/// With room again drafts are kept, without a restart, and every one that was kept is there.
fn drafts_heal(desk: &Desk, kept: usize) {
    let drafts = desk.store().drafts();
    drafts
        .save(BEN.0, HEALED, "there is room")
        .expect("room again");
    for n in 0..kept {
        let read = drafts.load(BEN.0, &key(n)).expect("read");
        assert_eq!(read, Some(draft(n)), "{}", key(n));
    }
    println!("\nand {kept} drafts");
}

/// Raises the soft limit on file sizes: there is room again.
fn make_room() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Fsize);
    let current = limit.maximum;
    setrlimit(Resource::Fsize, Rlimit { current, ..limit }).expect("raised");
}

#[tokio::test]
#[ignore = "a child of wks_7_a_full_disk_acknowledges_nothing"]
async fn child_works_until_the_disk_is_full() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let (desk, clock) = desk_in(Path::new(&folder)).await;
    let (acknowledged, refused, fault) = until_full(&desk).await;
    assert_eq!(fault.kind, crate::journal::FaultKind::Full);
    let trouble = desk.published().trouble().map(str::to_owned);
    let trouble = trouble.expect("everybody is told");
    for told in [&fault.to_string(), &trouble] {
        assert!(told.contains("nothing was saved"), "{told}");
        assert!(!told.contains('/'), "a path of the server: {told}");
    }
    assert!(
        std::error::Error::source(&fault).is_none(),
        "nor in its cause"
    );
    // Sent again, it is refused again.
    assert!(desk.submit(refused.clone()).await.is_err());
    // Jobs wait too, instead of failing again and again.
    clock.store(paris("2027-01-01 09:00"), Ordering::SeqCst);
    assert!(jobs::due(&desk.published(), desk.now()).is_none());
    assert!(jobs::rest(&desk.published(), desk.now()) >= std::time::Duration::from_secs(1));
    println!("\nacknowledged {acknowledged}");
    if std::env::var_os(DIES).is_some() {
        std::process::abort();
    }
    let drafts = drafts_until_full(&desk);
    make_room();
    drafts_heal(&desk, drafts);
    // It goes on without a restart; what was refused is done once, however often it is sent.
    let first = desk.submit(refused.clone()).await.expect("room again");
    let second = desk.submit(refused).await.expect("known");
    assert!(!first.again && second.again);
    assert_eq!(first.seq, second.seq);
    assert_eq!(desk.published().trouble(), None, "and everybody is told");
    // The jobs that waited are done by themselves.
    let mut feed = desk.feed().subscribe();
    desk.tick().await;
    let woken = feed.wait_for(|published| published.state().requests().next_wake().is_none());
    let deadline = std::time::Duration::from_secs(20);
    assert!(tokio::time::timeout(deadline, woken).await.is_ok());
    println!("\nand 1 more");
    desk.close().await;
}

const DIES: &str = "ENTREMISE_TEST_DIES";

/// Lets a child work in a house until the disk is full; yields what it said.
async fn filled_by_a_child(folder: &Path, dies: bool) -> (usize, bool) {
    let limit = "trap '' XFSZ; ulimit -S -f 2200; exec \"$@\"";
    let exe = std::env::current_exe().expect("this binary");
    let mut child = Process::new("sh");
    child
        .args(["-c", limit, "sh"])
        .arg(exe)
        .args([
            CHILD,
            "--exact",
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(FOLDER, folder)
        .stderr(Stdio::piped());
    if dies {
        child.env(DIES, "1");
    }
    let child = child.output().expect("a child");
    let said = String::from_utf8_lossy(&child.stdout);
    let acknowledged = said
        .lines()
        .find_map(|line| line.strip_prefix("acknowledged "));
    let acknowledged = acknowledged.and_then(|n| n.parse().ok());
    let more = said.lines().any(|line| line == "and 1 more");
    let stderr = String::from_utf8_lossy(&child.stderr);
    assert_eq!(more, !dies, "{said}\n{stderr}");
    let drafts = said.lines().any(|line| line.ends_with(" drafts"));
    assert_eq!(drafts, !dies, "{said}\n{stderr}");
    let acknowledged = acknowledged.unwrap_or_else(|| panic!("{said}\n{stderr}"));
    (acknowledged, more)
}

#[tokio::test]
async fn wks_7_a_full_disk_acknowledges_nothing() {
    for dies in [false, true] {
        let office = Office::open().await;
        office.request("paul@client.example").await;
        office.request("zoe@client.example").await;
        office
            .act(BEN, 2, Act::Snooze(paris("2026-12-01 09:00")))
            .await;
        let trail = |desk: &Desk| {
            let published = desk.published();
            let request = published.state().request(RequestId(1)).expect("one");
            request.trail.len()
        };
        let before = trail(&office.desk);
        let Office { desk, folder, .. } = office;
        desk.close().await;
        drop(desk);
        drop(desk_in(folder.path()).await);
        let (acknowledged, more) = filled_by_a_child(folder.path(), dies).await;
        assert!(acknowledged > 0);
        // Opened unasked; a refused command left no trace.
        let (desk, _) = desk_in(folder.path()).await;
        assert_eq!(trail(&desk) - before, acknowledged + usize::from(more));
        desk.submit(Submission::new(Some(BEN), note()))
            .await
            .expect("room again");
        let healed = desk.store().drafts().load(BEN.0, HEALED).expect("read");
        assert_eq!(healed.as_deref(), (!dies).then_some("there is room"));
        assert!(desk.store().verify().expect("verified").is_sound());
    }
}
