//! Durable commands per second through the desk: one at a time, and from 64 tasks at once; beside
//! SQLite (WAL, synchronous=FULL) that inserts rows of the same size one at a time, on the same disk in
//! the same run. The disk decides most of it: compare the ratio, not the figures.
//!
//! `cargo bench --bench commit`; five times as many commands, in a house of a hundred thousand requests,
//! with `ENTREMISE_BENCH_LARGE=1`.

mod house;
#[path = "house/measure.rs"]
mod measure;
#[path = "house/runtime.rs"]
mod runtime;
#[path = "house/store.rs"]
mod store;

use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use entremise::desk::{Desk, Submission};
use entremise::domain::request::command::RequestCommand;
use entremise::domain::request::event::RequestEvent;
use entremise::domain::{Act, Command, Event, RequestId};
use entremise::journal::codec;
use tokio::runtime::Runtime;

use measure::{ms, or_exit, tell};

/// Sessions that send at once.
const SESSIONS: u32 = 64;
/// Bytes of a note.
const TEXT: usize = 200;

fn note(n: u32, requests: u32) -> Command {
    Command::Request(RequestCommand::On {
        requests: vec![RequestId(n % requests + 1)],
        act: Act::Note(format!("{n:0>TEXT$}").into()),
    })
}

/// Bytes that the journal keeps of one note.
fn payload() -> usize {
    let text = format!("{:0>TEXT$}", 0).into();
    or_exit(codec::encode(&vec![Event::Request(RequestEvent::Noted {
        request: RequestId(1),
        text,
    })]))
    .len()
}

async fn one_at_a_time(desk: &Desk, count: u32, requests: u32) {
    for n in 0..count {
        or_exit(
            desk.submit(Submission::new(Some(store::ME), note(n, requests)))
                .await,
        );
    }
}

async fn at_once(desk: &Desk, count: u32, requests: u32) {
    let sessions = (0..SESSIONS).map(|session| {
        let desk = desk.clone();
        tokio::spawn(async move {
            for n in 0..count / SESSIONS {
                let command = note(session * 1_000 + n, requests);
                or_exit(desk.submit(Submission::new(Some(store::ME), command)).await);
            }
        })
    });
    for session in sessions.collect::<Vec<_>>() {
        or_exit(session.await);
    }
}

fn sqlite(folder: &std::path::Path) -> rusqlite::Connection {
    let base = or_exit(rusqlite::Connection::open(folder.join("peer.sqlite")));
    or_exit(base.pragma_update(None, "journal_mode", "WAL"));
    or_exit(base.pragma_update(None, "synchronous", "FULL"));
    or_exit(
        base.execute_batch("CREATE TABLE record (seq INTEGER PRIMARY KEY, payload BLOB NOT NULL)"),
    );
    base
}

fn insert(base: &rusqlite::Connection, count: u32, payload: &[u8]) {
    for _ in 0..count {
        or_exit(base.execute("INSERT INTO record (payload) VALUES (?1)", [payload]));
    }
}

/// Commits per second.
fn rate(count: u32, work: impl FnOnce()) -> f64 {
    let began = Instant::now();
    work();
    f64::from(count) / began.elapsed().as_secs_f64()
}

fn compare(runtime: &Runtime, desk: &Desk, base: &rusqlite::Connection, count: u32, requests: u32) {
    let row = vec![7; payload()];
    let peer = rate(count, || insert(base, count, &row));
    let one = rate(count, || {
        runtime.block_on(one_at_a_time(desk, count, requests))
    });
    let many = rate(count * 4, || {
        runtime.block_on(at_once(desk, count * 4, requests))
    });
    let again = rate(count, || insert(base, count, &row));
    let peer = f64::midpoint(peer, again);
    tell(
        &format!("SQLite, one at a time, {} bytes", row.len()),
        format!("{peer:.0}/s"),
        "",
    );
    tell(
        "the desk, one at a time",
        format!(
            "{one:.0}/s, {:.2} x, {} each",
            one / peer,
            ms(Duration::from_secs_f64(1.0 / one))
        ),
        "",
    );
    tell(
        "the desk, 64 at once",
        format!("{many:.0}/s, {:.2} x", many / peer),
        "3 x SQLite",
    );
}

fn main() {
    let runtime = runtime::runtime(2);
    let (count, requests) = if measure::large() {
        (10_000, 100_000)
    } else {
        (2_000, 1_000)
    };
    let folder = or_exit(tempfile::tempdir_in(measure::folder()));
    runtime.block_on(store::build(
        folder.path(),
        usize::try_from(requests).unwrap_or_default(),
    ));
    let desk = runtime.block_on(store::reopened(folder.path()));
    let base = sqlite(folder.path());
    for _ in 0..3 {
        compare(&runtime, &desk, &base, count, requests);
    }

    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("commit");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(4))
        .warm_up_time(Duration::from_millis(500));
    group.throughput(Throughput::Elements(64));
    group.bench_function("desk, one at a time", |bencher| {
        bencher.iter(|| runtime.block_on(one_at_a_time(&desk, 64, requests)));
    });
    group.bench_function("desk, 64 at once", |bencher| {
        bencher.iter(|| runtime.block_on(at_once(&desk, 64, requests)));
    });
    let row = vec![7; payload()];
    group.bench_function("SQLite, one at a time", |bencher| {
        bencher.iter(|| insert(&base, 64, &row))
    });
    group.finish();
    criterion.final_summary();
    runtime.block_on(desk.close());
}
