//! `entremise verify` and `entremise recover` through the real program (WKS-7): what a person reads, and
//! what a script is told by the exit status, when records are lost.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use entremise::domain::Event;
use entremise::journal::{Journal, NewRecord, Store, codec};

/// Records of the store that is hurt.
const RECORDS: u64 = 60;

fn entremise(store: &Path, words: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_entremise"));
    command.arg("--data").arg(store).args(words);
    let Output {
        status,
        stdout,
        stderr,
    } = command.env_clear().output().expect("the program");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (status.code(), text(stdout), text(stderr))
}

/// A closed store of records that tell nothing.
async fn filled(store: &Path) {
    let store = Store::open(store).expect("opened");
    let payload = codec::encode(&Vec::<Event>::new()).expect("encoded");
    let record = |seq: u64| NewRecord {
        at_ms: 1_790_000_000_000 + i64::try_from(seq).expect("small") * 60_000,
        actor: 0,
        on_behalf: None,
        command: u128::from(seq),
        salt: [7; 16],
        payload: payload.clone(),
    };
    let records = (1..=RECORDS).map(record).collect();
    store.journal().append(1, records).await.expect("appended");
}

/// Hurts one record of the shadow log; all are of one length.
fn hurt(store: &Path, seq: u64) {
    let segment = store.join("shadow/00000000000000000001.log");
    let mut bytes = fs::read(&segment).expect("read");
    let frame = bytes.len() / usize::try_from(RECORDS).expect("small");
    let at = frame * usize::try_from(seq - 1).expect("small") + 40;
    bytes[at] ^= 1;
    fs::write(&segment, bytes).expect("written");
}

#[track_caller]
fn has(text: &str, all: &[&str]) {
    for words in all {
        assert!(text.contains(words), "{words:?} is not in:\n{text}");
    }
}

#[tokio::test]
async fn wks_7_lost_records_are_refused_then_listed_and_declared() {
    let dir = tempfile::tempdir().expect("dir");
    let store = dir.path().join("store");
    filled(&store).await;
    let (code, out, _) = entremise(&store, &["verify"]);
    assert_eq!(code, Some(0), "{out}");
    fs::remove_dir_all(store.join("journal")).expect("removed");
    for seq in [21, 22, 60] {
        hurt(&store, seq);
    }

    let (code, out, err) = entremise(&store, &["inbox"]);
    assert_eq!(code, Some(74), "{out}{err}");
    let between = "made between 2026-09-21 14:33:20 UTC and 2026-09-21 14:36:20 UTC";
    has(
        &err,
        &[
            "in neither log: 3 (",
            "records 21 to 22",
            between,
            "record 60",
            "entremise recover --data",
        ],
    );
    let (code, out, _) = entremise(&store, &["verify"]);
    assert_eq!(code, Some(1), "{out}");
    has(
        &out,
        &[
            "3 missing",
            "records 21 to 22",
            "record 60",
            "damaged: run `entremise recover`",
        ],
    );

    let (code, out, _) = entremise(&store, &["recover"]);
    assert_eq!(code, Some(65), "{out}");
    has(
        &out,
        &[
            "rebuilt up to record 60: 57 from the shadow log",
            "3 records are lost",
            between,
            "record 60, made",
            "is unknown",
        ],
    );
    let (code, out, _) = entremise(&store, &["verify"]);
    assert_eq!(code, Some(0), "{out}");
    has(&out, &["3 lost, as an earlier recovery said", "sound"]);
    let (code, out, _) = entremise(&store, &["recover"]);
    assert_eq!(code, Some(0), "{out}");
    has(&out, &["lost before: records 21 to 22"]);
}

#[tokio::test]
async fn wks_7_a_lost_journal_is_made_anew_unasked_and_said() {
    let dir = tempfile::tempdir().expect("dir");
    let store = dir.path().join("store");
    filled(&store).await;
    fs::remove_dir_all(store.join("journal")).expect("removed");
    let (_, _, err) = entremise(&store, &["inbox"]);
    has(&err, &["60 records", "were copied from the other"]);
    let (code, out, _) = entremise(&store, &["verify"]);
    assert_eq!(code, Some(0), "{out}");
    has(&out, &["60 records read, the last is 60", "sound"]);
}
