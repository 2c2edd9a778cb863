//! Kills, damages and full disks (WKS-7, invariant 3), through the real program: a few of each on every run,
//! as many as one likes by hand.
//!
//! ```sh
//! ENTREMISE_TRIALS="kills=1000 damages=500 full=100 seed=7" cargo test --test torture -- --nocapture
//! ENTREMISE_TRIALS="seed=7 only=damage:17" cargo test --test torture -- --nocapture
//! ```
//!
//! Each test ends with a table of what was seen. A trial that fails names the words that run it alone, and
//! its folder is kept.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

#[path = "support/caller.rs"]
#[expect(dead_code, reason = "only the plain line of it is needed here")]
mod caller;
#[path = "support/server.rs"]
#[expect(dead_code, reason = "the servers here are killed, and start again")]
mod server;
#[path = "support/watch.rs"]
#[expect(dead_code, reason = "other tests wait for more")]
mod watch;

#[path = "torture/aftermath.rs"]
mod aftermath;
#[path = "torture/damage.rs"]
mod damage;
#[path = "torture/damages.rs"]
mod damages;
#[path = "torture/deeds.rs"]
mod deeds;
#[path = "torture/dice.rs"]
mod dice;
#[path = "torture/disk.rs"]
mod disk;
#[path = "torture/engine.rs"]
mod engine;
#[path = "torture/figures.rs"]
mod figures;
#[path = "torture/full.rs"]
mod full;
#[path = "torture/harm.rs"]
mod harm;
#[path = "torture/host.rs"]
mod host;
#[path = "torture/judge.rs"]
mod judge;
#[path = "torture/kills.rs"]
mod kills;
#[path = "torture/maker.rs"]
mod maker;
#[path = "torture/numbers.rs"]
mod numbers;
#[path = "torture/reader.rs"]
mod reader;
#[path = "torture/said.rs"]
mod said;
#[path = "torture/seen.rs"]
mod seen;
#[path = "torture/trials.rs"]
mod trials;
#[path = "torture/typist.rs"]
mod typist;
#[path = "torture/writers.rs"]
mod writers;

#[test]
fn wks_7_no_kill_loses_or_doubles_a_command() {
    kills::run();
}

#[test]
fn wks_7_no_damage_loses_a_record_in_silence() {
    damages::run();
}

#[test]
fn wks_7_a_full_disk_refuses_and_heals() {
    full::run();
}

#[test]
#[ignore = "a child that reads a copy of a damaged engine, and may die of it"]
fn child_reads_the_engine() {
    engine::child();
}
