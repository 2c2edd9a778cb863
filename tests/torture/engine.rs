//! What the engine of a damaged store still gives, read from a copy by a child: the engine may hang, panic or
//! take all memory over damaged files.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::maker::copy;
use crate::said::{DEADLINE, hear};

const FOLDER: &str = "ENTREMISE_TEST_ENGINE";
const TEST: &str = "child_reads_the_engine";
const MARK: &str = "held ";

/// Returns the digest of each record that the engine of a store gives, by number.
pub fn held(data: &Path, scratch: &Path) -> BTreeMap<u64, String> {
    let folder = scratch.join("engine");
    if !data.join("journal").exists() {
        return BTreeMap::new();
    }
    copy(&data.join("journal"), &folder);
    let exe = std::env::current_exe().expect("this program");
    let mut child = Command::new(exe);
    child
        .args([
            TEST,
            "--exact",
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(FOLDER, &folder);
    let said = hear(child, b"", DEADLINE);
    let _ = std::fs::remove_dir_all(&folder);
    let lines = said.out.lines().filter_map(|line| line.strip_prefix(MARK));
    let pairs = lines.filter_map(|line| {
        let (seq, digest) = line.split_once(' ')?;
        Some((seq.parse().ok()?, digest.to_owned()))
    });
    pairs.collect()
}

/// Prints what the engine in a folder gives, record by record. Does nothing unless it is somebody's child.
pub fn child() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let opened = sled::Config::new()
        .path(folder)
        .cache_capacity(64 * 1024 * 1024)
        .flush_every_ms(None)
        .open();
    let Ok(db) = opened else { return };
    let mut missing = 0;
    // Each is asked for by itself: a bad page must not hide the rest.
    for seq in 1_u64.. {
        let got =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| db.get(seq.to_be_bytes())));
        if let Ok(Ok(Some(bytes))) = got {
            println!("\n{MARK}{seq} {}", blake3::hash(&bytes));
            missing = 0;
        } else {
            missing += 1;
        }
        if missing > 5_000 {
            // It panics as well when it closes.
            std::process::exit(0);
        }
    }
}
