//! Full-text search: how fast bodies are taken into the index, and how soon a query has its first hits.
//!
//! `cargo bench --bench search`: twenty thousand bodies; a hundred thousand with
//! `ENTREMISE_BENCH_LARGE=1`. The index is made anew in each run.

mod house;
#[path = "house/measure.rs"]
mod measure;

use std::hint::black_box;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use criterion::Criterion;
use entremise::search::{Document, Index};

use house::{Letter, NOW, Random, letter, organisations};
use measure::{ms, or_exit, tell};

/// Hits that a screen asks for.
const HITS: usize = 200;
/// What is typed: rare and common words, beginnings, a phrase, nothing that is there.
const QUERIES: [&str; 9] = [
    "a",
    "at",
    "atelier",
    "atelier printemps durand",
    "\"bon de commande\"",
    "budget -tables",
    "lefevre",
    "wheelch",
    "xyzzy",
];

fn add(index: &mut Index, letters: &[Letter], first: usize) {
    let who: Vec<String> = letters
        .iter()
        .map(|l| format!("{}\n{}\n{}", l.organisation, l.name, l.email))
        .collect();
    let documents: Vec<Document<'_>> = letters
        .iter()
        .zip(&who)
        .zip(first..)
        .map(|((letter, who), n)| Document {
            request: u32::try_from(n).unwrap_or_default() + 1,
            seq: n as u64 + 1,
            subject: &letter.subject,
            body: &letter.body,
            who,
            at_ms: NOW,
        })
        .collect();
    or_exit(index.add(&documents, (first + letters.len()) as u64));
}

fn main() {
    let bodies = if measure::large() { 100_000 } else { 20_000 };
    let folder = or_exit(tempfile::tempdir_in(measure::folder()));
    let mut index = or_exit(Index::open(folder.path()));
    let mut random = Random::new(3);
    let mut took = Duration::ZERO;
    for first in (0..bodies).step_by(1_000) {
        let letters: Vec<Letter> = (0..1_000)
            .map(|_| letter(&mut random, organisations(bodies), 4))
            .collect();
        let began = Instant::now();
        add(&mut index, &letters, first);
        took += began.elapsed();
    }
    let began = Instant::now();
    or_exit(index.commit());
    took += began.elapsed();
    #[expect(clippy::cast_precision_loss)]
    let rate = bodies as f64 / took.as_secs_f64();
    tell(
        &format!("{bodies} bodies into the index"),
        format!("{}, {rate:.0}/s", ms(took)),
        "",
    );

    let reader = index.reader();
    let never = AtomicBool::new(false);
    for query in QUERIES {
        let mut all: Vec<Duration> = Vec::new();
        let mut total = 0;
        for _ in 0..20 {
            let began = Instant::now();
            total = or_exit(reader.query(query, HITS, &never)).total;
            all.push(began.elapsed());
        }
        all.sort_unstable();
        let (middle, worst) = (
            all.get(10).copied().unwrap_or_default(),
            all.last().copied().unwrap_or_default(),
        );
        let figures = format!("median {} worst {}", ms(middle), ms(worst));
        tell(
            &format!("'{query}', {total} found"),
            figures,
            "50 ms at 100 k",
        );
    }

    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("search");
    group
        .sample_size(20)
        .measurement_time(Duration::from_secs(2))
        .warm_up_time(Duration::from_millis(500));
    for query in ["at", "atelier printemps durand"] {
        group.bench_function(format!("{query}/{bodies}"), |bencher| {
            bencher.iter(|| black_box(or_exit(reader.query(query, HITS, &never)).total));
        });
    }
    group.finish();
    criterion.final_summary();
}
