//! Reading what a mail says (REQ-2, REQ-3): its language, a deadline, a meeting, several requests; of short mails and of a
//! long one, with the languages that are shipped.
//!
//! `cargo bench --bench reading`.

use std::hint::black_box;

use chrono::NaiveDate;
use criterion::{Criterion, Throughput};
use entremise::domain::request::pieces::pieces;
use entremise::text::language::guess;
use entremise::text::reading::{Lexicon, shipped};
use entremise::text::when::{Read, find_deadline, find_meeting};

const MAILS: [&str; 4] = [
    "Bonjour,\n\nNous sommes une association de 12 personnes, fondée le 3 mai 1999, et souhaitons un atelier.\n\
     Merci de nous répondre avant le 12 mars.\n\nPaul Roux",
    "Hello,\n\n1/ the statistics of 2026\n2/ a new login for Julie\n\nCould you send us a proposal by Friday? Thanks",
    "Beste,\nWij zoeken een tolk voor onze vergadering. Graag een offerte tegen vrijdag 13 maart.",
    "Guten Tag,\nkönnen Sie uns bis zum 4. Dezember ein Angebot für die Schule schicken?",
];

fn read(text: &str, lexicon: &Lexicon) {
    let day = NaiveDate::from_ymd_opt(2026, 3, 11);
    let Some(came) = day.and_then(|day| day.and_hms_opt(10, 30, 0)) else {
        return;
    };
    let read = Read {
        lexicon,
        language: guess(text, lexicon),
        country: None,
        came,
    };
    black_box(find_deadline(text, &read));
    black_box(find_meeting(text, &read));
    black_box(pieces(text, lexicon));
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("reading");
    let long = "Nous sommes une association de 12 personnes, fondée le 3 mai 1999. ".repeat(1_000);
    for (name, mails) in [("four mails", &MAILS[..]), ("a long mail", &[&long])] {
        let bytes: usize = mails.iter().map(|mail| mail.len()).sum();
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let mails = mails.iter();
                mails.for_each(|mail| read(black_box(mail), shipped()));
            });
        });
    }
    group.finish();
    criterion.final_summary();
}
