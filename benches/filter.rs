//! Typing into the filter of the inbox: a word letter by letter over all requests (the view without a
//! condition), each list made from the one before, as a session does it. Until the first page, until all
//! of it, and how soon a list that nobody waits for any more is given up.
//!
//! `cargo bench --bench filter`; a million subjects instead of a hundred thousand with
//! `ENTREMISE_BENCH_LARGE=1`.

#[path = "house/cached.rs"]
mod cached;
mod house;
#[path = "house/measure.rs"]
mod measure;
#[path = "house/runtime.rs"]
mod runtime;
#[path = "house/store.rs"]
mod store;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use criterion::Criterion;
use entremise::desk::views::{Cancel, Inbox};

use house::NOW;
use measure::{ms, or_exit, tell};

/// One list made from another: until its first page, and until its end.
fn narrowed(from: &Inbox, query: &str) -> (Inbox, Duration, Duration) {
    let (began, mut first) = (Instant::now(), None);
    let list = from.requery(query, NOW, &Cancel::default(), &mut |part| {
        let took = began.elapsed();
        first.get_or_insert(took);
        drop(std::hint::black_box(part));
    });
    let all = began.elapsed();
    (or_exit(list.ok_or("cancelled")), first.unwrap_or(all), all)
}

/// How long a scan goes on after it was cancelled.
fn cancelled(from: &Inbox, query: &str) -> Duration {
    let cancel: Cancel = Arc::new(AtomicBool::new(false));
    std::thread::scope(|scope| {
        let flag = cancel.clone();
        let scan = scope.spawn(move || {
            let list = from.requery(query, NOW, &flag, &mut |_| ());
            (list.is_none(), Instant::now())
        });
        std::thread::park_timeout(Duration::from_millis(5));
        let at = Instant::now();
        cancel.store(true, Ordering::Relaxed);
        let ended = scan.join();
        ended.map_or(Duration::ZERO, |(given_up, end)| {
            if given_up {
                end.duration_since(at)
            } else {
                Duration::ZERO
            }
        })
    })
}

fn main() {
    let requests = if measure::large() { 1_000_000 } else { 100_000 };
    let runtime = runtime::runtime(1);
    let folder = runtime.block_on(cached::store(requests));
    let desk = runtime.block_on(store::reopened(&folder));
    let sight = desk.sight(store::ME);

    for view in ["", "is:open", "is:open who:me,none", "sort:client"] {
        let began = Instant::now();
        let list = or_exit(Inbox::build(&sight, view, NOW));
        tell(
            &format!("view '{view}' from nothing ({} rows)", list.len()),
            ms(began.elapsed()),
            "all 300 ms at 1 M",
        );
    }

    let whole = or_exit(Inbox::build(&sight, "", NOW));
    for word in ["atelier", "durand", "officer7", "zzzz", "1042"] {
        let mut list = whole.clone();
        for end in 1..=word.len() {
            let typed = word.get(..end).unwrap_or(word);
            let (next, first, all) = narrowed(&list, typed);
            let what = format!("'{typed}' of {} rows, {} found", list.len(), next.len());
            tell(
                &what,
                format!("first {} all {}", ms(first), ms(all)),
                "50 ms, 300 ms",
            );
            list = next;
        }
    }
    let (back, first, all) = narrowed(&whole, "ate");
    let (wider, first_wider, all_wider) = narrowed(&back, "at");
    tell(
        &format!("'ate' at once, {} found", back.len()),
        format!("first {} all {}", ms(first), ms(all)),
        "50 ms, 300 ms",
    );
    let figures = format!("first {} all {}", ms(first_wider), ms(all_wider));
    tell(
        &format!("a letter taken back, {} found", wider.len()),
        figures,
        "50 ms, 300 ms",
    );
    let latest = (0..20)
        .map(|_| cancelled(&whole, "zzzz"))
        .max()
        .unwrap_or_default();
    tell("cancelled by the next key, at worst of 20", ms(latest), "");

    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("filter");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(4))
        .warm_up_time(Duration::from_millis(500));
    group.bench_function(format!("two letters/{requests}"), |bencher| {
        bencher.iter(|| narrowed(&whole, "at").0.len());
    });
    group.finish();
    criterion.final_summary();
}
