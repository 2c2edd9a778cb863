//! Taking a mailbox into an empty house, to the last durable record: messages per second and memory.
//! Beside it neomutt, if there is one, opening the same mailbox on a terminal of its own (`script`) in
//! the same run; where it is missing that is said.
//!
//! `cargo bench --bench import`: ten thousand messages; a hundred thousand with
//! `ENTREMISE_BENCH_LARGE=1`. The mailbox is made once and kept under `target/tmp`.

mod house;
#[path = "house/mbox.rs"]
mod mbox;
#[path = "house/measure.rs"]
mod measure;
#[path = "house/memory.rs"]
mod memory;
#[path = "house/runtime.rs"]
mod runtime;
#[path = "house/store.rs"]
mod store;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use criterion::Criterion;
use entremise::ingest::ingest;
use entremise::mail;
use tokio::runtime::Runtime;

use measure::{ms, or_exit, tell};

/// Takes `mailbox` into a new house; yields how long that took.
fn import(runtime: &Runtime, mailbox: &Path, messages: usize) -> Duration {
    let folder = or_exit(tempfile::tempdir_in(measure::folder()));
    runtime.block_on(store::build(folder.path(), 0));
    let desk = runtime.block_on(store::reopened(folder.path()));
    let began = Instant::now();
    let source = or_exit(mail::open(mailbox));
    let tally = or_exit(
        runtime
            .block_on(ingest(&desk, source, None, |_, _| ()))
            .map_err(|(_, why)| why),
    );
    let took = began.elapsed();
    let all = usize::try_from(tally.all()).unwrap_or_default();
    if all != messages || tally.aside_count() > 0 {
        or_exit(Err(format!(
            "{all} of {messages} messages came in, {} were set aside",
            tally.aside_count()
        )))
    }
    runtime.block_on(desk.close());
    took
}

/// Opens `mailbox` in neomutt on a terminal of its own and leaves it.
fn neomutt(mailbox: &Path) -> Option<Duration> {
    let call = format!(
        "neomutt -n -F /dev/null -R -f '{}' -e 'push <exit>'",
        mailbox.display()
    );
    let found = Command::new("sh")
        .args(["-c", "command -v neomutt && command -v script"])
        .output()
        .ok()?;
    if !found.status.success() {
        return None;
    }
    let began = Instant::now();
    let mut script = Command::new("script");
    script
        .args(["-qec", &call, "/dev/null"])
        .env("TERM", "xterm")
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    let ended = script.status().ok()?;
    ended.success().then(|| began.elapsed())
}

fn main() {
    let runtime = runtime::runtime(2);
    let messages = if measure::large() { 100_000 } else { 10_000 };
    let mailbox = mbox::mbox(messages);
    memory::forget();
    let took = import(&runtime, &mailbox, messages);
    #[expect(clippy::cast_precision_loss)]
    let rate = messages as f64 / took.as_secs_f64();
    tell(
        &format!("import of {messages} messages"),
        format!("{}, {rate:.0}/s", ms(took)),
        "",
    );
    tell("memory at most", memory::peak(), "");
    match neomutt(&mailbox) {
        Some(peer) => {
            let ratio = peer.as_secs_f64() / took.as_secs_f64();
            let figures = format!("{}, {ratio:.2} x", ms(peer));
            tell("neomutt opens it in", figures, "we are faster: above 1 x");
        }
        None => println!("!!! neomutt or script(1) is missing: NOT compared with neomutt"),
    }

    let mut criterion = Criterion::default().configure_from_args();
    let small = mbox::mbox(2_000);
    let mut group = criterion.benchmark_group("import");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(5))
        .warm_up_time(Duration::from_millis(500));
    group.throughput(criterion::Throughput::Elements(2_000));
    group.bench_function("2000 messages", |bencher| {
        bencher.iter_custom(|times| (0..times).map(|_| import(&runtime, &small, 2_000)).sum());
    });
    group.finish();
    criterion.final_summary();
}
