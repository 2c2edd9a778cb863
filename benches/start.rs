//! How long a person waits for the first full screen: of a store that is opened (`start`), and of a
//! session that begins on a desk that is open already (`attach`).
//!
//! `cargo bench --bench start`; a million requests with `ENTREMISE_BENCH_LARGE=1`. The stores are made
//! once and kept under `target/tmp`. Prints what the process's memory came to as well.

#[path = "house/cached.rs"]
mod cached;
mod house;
#[path = "house/measure.rs"]
mod measure;
#[path = "house/memory.rs"]
mod memory;
#[path = "house/runtime.rs"]
mod runtime;
#[path = "house/screen.rs"]
mod screen;
#[path = "house/store.rs"]
mod store;

use std::path::Path;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion};
use entremise::desk::Desk;
use tokio::runtime::Runtime;

use measure::{ms, or_exit, tell};
use screen::Screen;

/// Opens, lists, draws; yields the desk, so that closing it is not counted.
async fn start(folder: &Path) -> Desk {
    let desk = or_exit(Desk::open(folder, store::clock()).await);
    attach(&desk).await;
    desk
}

async fn attach(desk: &Desk) -> usize {
    let (mut screen, effects) = Screen::attach(desk, store::ME);
    let seen = screen.answers(effects).await;
    screen.take(seen);
    screen.draw()
}

fn measure_size(criterion: &mut Criterion, runtime: &Runtime, requests: usize) {
    let folder = runtime.block_on(cached::store(requests));
    let mut group = criterion.benchmark_group("start");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(4))
        .warm_up_time(Duration::from_millis(500));
    let mut all: Vec<Duration> = Vec::new();
    group.bench_function(BenchmarkId::from_parameter(requests), |bencher| {
        bencher.iter_custom(|times| {
            (0..times)
                .map(|_| {
                    // The one before has to be let go of first: a store has one owner.
                    drop(runtime.block_on(store::released(&folder)));
                    let began = Instant::now();
                    let desk = runtime.block_on(start(&folder));
                    let took = began.elapsed();
                    all.push(took);
                    drop(desk);
                    took
                })
                .sum()
        });
    });
    group.finish();
    let budget = if requests == 100_000 { "300 ms" } else { "" };
    let median = middle(&mut all);
    tell(
        &format!("start to the first frame, {requests} requests"),
        ms(median),
        budget,
    );

    let desk = runtime.block_on(store::reopened(&folder));
    let mut group = criterion.benchmark_group("attach");
    group
        .sample_size(20)
        .measurement_time(Duration::from_secs(3))
        .warm_up_time(Duration::from_millis(500));
    let mut all: Vec<Duration> = Vec::new();
    group.bench_function(BenchmarkId::from_parameter(requests), |bencher| {
        bencher.iter_custom(|times| {
            (0..times)
                .map(|_| {
                    let began = Instant::now();
                    std::hint::black_box(runtime.block_on(attach(&desk)));
                    all.push(began.elapsed());
                    began.elapsed()
                })
                .sum()
        });
    });
    group.finish();
    tell(
        &format!("attach to the first frame, {requests} requests"),
        ms(middle(&mut all)),
        "20 ms",
    );
}

fn middle(all: &mut [Duration]) -> Duration {
    all.sort_unstable();
    all.get(all.len() / 2).copied().unwrap_or_default()
}

fn main() {
    let runtime = runtime::runtime(2);
    let mut criterion = Criterion::default().configure_from_args();
    let mut sizes = vec![1_000, 100_000];
    if measure::large() {
        sizes.push(1_000_000);
    }
    for requests in sizes {
        memory::forget();
        measure_size(&mut criterion, &runtime, requests);
        tell(
            &format!("memory at most, {requests} requests"),
            memory::peak(),
            "1 GB at 1 M",
        );
    }
    criterion.final_summary();
}
