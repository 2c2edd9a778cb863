//! The board with a hundred thousand opportunities and a million proposals: until it is open, until a
//! filter's list is there, what a change costs an open list, what the figures cost.
//!
//! `cargo bench --bench board` does a tenth of it; all of it with `ENTREMISE_BENCH_LARGE=1`.

mod house;
#[path = "house/market.rs"]
mod market;
#[path = "house/measure.rs"]
mod measure;
#[path = "house/memory.rs"]
mod memory;
#[path = "house/runtime.rs"]
mod runtime;
#[path = "house/store.rs"]
mod store;

use std::time::{Duration, Instant};

use criterion::Criterion;
use entremise::desk::views::{BoardList, BoardQuery, Sight, load_opportunity};
use entremise::desk::{Desk, Submission};
use entremise::domain::opportunity::BoardCommand;
use entremise::domain::{Command, OpportunityId};
use tokio::runtime::Runtime;

use house::NOW;
use measure::{ms, or_exit, tell};

/// Rows of a page.
const PAGE: usize = 50;

/// What is typed into the filter, and how long its list may take.
const QUERIES: [(&str, &str, &str); 8] = [
    ("pending", "", "300 ms"),
    ("eligible", "eligible", "300 ms"),
    ("c", "c", "50 ms, 300 ms"),
    ("cl", "cl", "50 ms, 300 ms"),
    ("climate", "climate", "50 ms, 300 ms"),
    ("all climate lyon", "all climate lyon", "300 ms"),
    ("mine", "mine", "300 ms"),
    (
        "group, country, language",
        "group:intro country:CH lang:fr",
        "300 ms",
    ),
];

/// Measures each filter's list with its first page, and the figures, for one person.
fn lists(sight: &Sight, who: &str) {
    for (name, query, budget) in QUERIES {
        let began = Instant::now();
        let list = BoardList::make(sight, BoardQuery::parse(query), NOW);
        let made = began.elapsed();
        let rows = list.window(sight, 0, PAGE, NOW);
        tell(
            &format!("{who}: {name} ({} rows)", list.len()),
            format!("{} + page {}", ms(made), ms(began.elapsed() - made)),
            budget,
        );
        drop(std::hint::black_box(rows));
    }
    for own in [false, true] {
        let began = Instant::now();
        let stats = or_exit(sight.stats(own, NOW));
        tell(
            &format!("{who}: figures, own {own} ({} posted)", stats.all.posted),
            ms(began.elapsed()),
            "300 ms",
        );
    }
}

/// Measures a page, and what a change costs a list that is open.
fn page_and_change(runtime: &Runtime, desk: &Desk, list: &mut BoardList) {
    let newest = list.ids().next().unwrap_or(OpportunityId(1));
    let began = Instant::now();
    let page = runtime.block_on(load_opportunity(desk, store::ME, newest, NOW));
    tell("a page with ten proposals", ms(began.elapsed()), "20 ms");
    drop(std::hint::black_box(or_exit(page)));
    let mut renewed = Duration::ZERO;
    for n in 0..20 {
        let favour = BoardCommand::Favourite(newest, n % 2 == 0);
        let favour = Submission::new(Some(store::ME), Command::Board(Box::new(favour)));
        or_exit(runtime.block_on(desk.submit(favour)));
        let sight = desk.sight(store::ME);
        let began = Instant::now();
        list.renew(&sight, NOW);
        renewed = renewed.max(began.elapsed());
    }
    tell(
        "an open list after a change, at worst of 20",
        ms(renewed),
        "2 ms",
    );
}

fn main() {
    let opportunities = if measure::large() { 100_000 } else { 10_000 };
    let runtime = runtime::runtime(1);
    let folder = runtime.block_on(market::store(opportunities));
    memory::forget();
    let began = Instant::now();
    let desk = runtime.block_on(store::reopened(&folder));
    tell("start, checkpoint present", ms(began.elapsed()), "");
    tell("peak memory", memory::peak(), "");
    for (who, me) in [("staff", store::ME), ("facilitator", market::facilitator())] {
        lists(&desk.sight(me), who);
    }
    let sight = desk.sight(store::ME);
    let mut list = BoardList::make(&sight, BoardQuery::default(), NOW);
    page_and_change(&runtime, &desk, &mut list);

    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("board");
    group.sample_size(10);
    group.bench_function(format!("pending/{opportunities}"), |bencher| {
        bencher.iter(|| BoardList::make(&sight, BoardQuery::default(), NOW).len());
    });
    group.bench_function(format!("page of rows/{opportunities}"), |bencher| {
        bencher.iter(|| list.window(&sight, 0, PAGE, NOW).len());
    });
    group.finish();
    criterion.final_summary();
}
