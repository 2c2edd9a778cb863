//! Stores of made-up houses, built once and kept under `target/`.

use std::path::PathBuf;
use std::time::Instant;

use super::measure::{folder, or_exit};
use super::store::build;

/// Goes up when what [`build`] makes changes.
const MADE_LIKE: u32 = 1;

/// The folder of a house of `requests`; made when there is none yet.
pub async fn store(requests: usize) -> PathBuf {
    let ready = folder().join(format!("house-{MADE_LIKE}-{requests}"));
    if !ready.exists() {
        let (making, began) = (ready.with_extension("making"), Instant::now());
        // What an interrupted run left.
        let _ = std::fs::remove_dir_all(&making);
        println!(
            "making a house of {requests} requests in {}",
            ready.display()
        );
        build(&making, requests).await;
        or_exit(std::fs::rename(&making, &ready));
        println!("made in {:.1} s", began.elapsed().as_secs_f64());
    }
    ready
}
