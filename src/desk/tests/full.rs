//! WKS-7: when the disk is full nothing is acknowledged, nothing is shown that was not recorded, and
//! what was acknowledged before is there.
//!
//! The child is this test binary again, with a limit on file sizes that stands in for the disk.

use std::process::{Command as Process, Stdio};

use super::*;
use crate::domain::tests::bench::{BEN, on, paris};

const FOLDER: &str = "ENTREMISE_TEST_DESK";
const CHILD: &str = "desk::tests::full::child_works_until_the_disk_is_full";

fn note() -> Command {
    on(
        &[1],
        Act::Note("a note that takes some room ".repeat(200).into()),
    )
}

#[tokio::test]
#[ignore = "a child of wks_7_a_full_disk_acknowledges_nothing"]
async fn child_works_until_the_disk_is_full() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let (desk, clock) = desk_in(Path::new(&folder)).await;
    let mut acknowledged = 0;
    let fault = loop {
        let before = desk.published();
        match desk.submit(Submission::new(Some(BEN), note())).await {
            Ok(_) => acknowledged += 1,
            Err(Rejection::Faulted(fault)) => {
                assert_eq!(
                    desk.published().state(),
                    before.state(),
                    "nothing of it happened"
                );
                break fault;
            }
            Err(other) => panic!("{other}"),
        }
    };
    assert_eq!(fault.kind, crate::journal::FaultKind::Full);
    assert!(
        desk.published().trouble().is_some(),
        "and everybody is told"
    );
    assert!(
        desk.submit(Submission::new(Some(BEN), note()))
            .await
            .is_err()
    );
    // Jobs wait too, instead of failing again and again.
    clock.store(paris("2027-01-01 09:00"), Ordering::SeqCst);
    assert!(jobs::due(&desk.published(), desk.now()).is_none());
    assert!(jobs::rest(&desk.published(), desk.now()) >= std::time::Duration::from_secs(1));
    println!("\nacknowledged {acknowledged}");
}

#[tokio::test]
async fn wks_7_a_full_disk_acknowledges_nothing() {
    let office = Office::open().await;
    office.request("paul@client.example").await;
    office.request("zoe@client.example").await;
    office
        .act(BEN, 2, Act::Snooze(paris("2026-12-01 09:00")))
        .await;
    let Office { desk, folder, .. } = office;
    desk.close().await;
    drop(desk);
    drop(desk_in(folder.path()).await);
    let limit = "trap '' XFSZ; ulimit -f 2200; exec \"$@\"";
    let exe = std::env::current_exe().expect("this binary");
    let child = Process::new("sh")
        .args(["-c", limit, "sh"])
        .arg(exe)
        .args([
            CHILD,
            "--exact",
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(FOLDER, folder.path())
        .stderr(Stdio::piped())
        .output()
        .expect("a child");
    let said = String::from_utf8_lossy(&child.stdout);
    let acknowledged = said
        .lines()
        .find_map(|line| line.strip_prefix("acknowledged "));
    let acknowledged: usize = acknowledged
        .and_then(|n| n.parse().ok())
        .unwrap_or_else(|| {
            panic!("{said}\n{}", String::from_utf8_lossy(&child.stderr));
        });
    assert!(acknowledged > 0);
    let (desk, _) = desk_in(folder.path()).await;
    let trail = desk
        .published()
        .state()
        .request(RequestId(1))
        .expect("one")
        .trail
        .len();
    assert!(
        trail > acknowledged,
        "{acknowledged} acknowledged, {trail} found"
    );
    desk.submit(Submission::new(Some(BEN), note()))
        .await
        .expect("room again");
}
