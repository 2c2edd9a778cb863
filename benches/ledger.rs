//! The ledger at a million postings (100,000 without `ENTREMISE_BENCH_LARGE=1`): opening the books from their rows, a full
//! audit, the last page of an account that everything goes through, the export; beside it what `hledger` and `ledger` take
//! for the balances of that export, in the same run, where they are installed.
//!
//! `cargo bench --bench ledger`. Any other words end it at once: there is nothing to choose.

#[path = "house/measure.rs"]
#[expect(dead_code, reason = "other benches keep stores")]
mod measure;
#[path = "house/resident.rs"]
#[expect(dead_code, reason = "other benches count processor time")]
mod resident;

use std::collections::BTreeMap;
use std::io::{BufWriter, Write as _};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use entremise::domain::escrow::{Account, Books, Code, Entry, Posting};
use entremise::domain::ids::{EntryId, FirmId, OpportunityId};
use entremise::domain::money::Currency;
use entremise::interop::{Export, Format};

use measure::{large, ms, or_exit, tell};

const DAY: i64 = 24 * 3_600_000;
/// The 5th of January 2026.
const START: i64 = 1_767_610_800_000;
/// The lines of a first page.
const PAGE: usize = 50;

/// Runs what is measured, and says how long it took.
fn took<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let began = Instant::now();
    let done = work();
    (done, began.elapsed())
}

/// Deposits, matches, tranches and releases of 2,000 projects; every second entry goes through the clients' account.
fn entries(count: u32) -> impl Iterator<Item = Entry> {
    (1..=count).map(|n| {
        let of = OpportunityId(n / 4 % 2_000 + 1);
        let (free, tranche) = (Account::Free(of), Account::Tranche(of, 1));
        let released = Account::Released(FirmId(u64::from(of.0) % 300 + 1), of);
        let (code, debit, credit) = match n % 4 {
            0 | 2 => (Code::E01, Account::BankClients, Account::Unallocated),
            1 => (Code::E02, Account::Unallocated, free),
            _ => match n % 8 {
                3 => (Code::E03, free, tranche),
                _ => (Code::L01, tranche, released),
            },
        };
        let minor = i64::from(n % 900_000 + 1);
        let posting = |account, minor| Posting { account, minor };
        Entry {
            id: EntryId(n),
            code,
            at: START + i64::from(n) * 1_000,
            day: START + i64::from(n % 365) * DAY,
            currency: Currency::EUR,
            postings: Box::new([posting(debit, minor), posting(credit, -minor)]),
            project: credit.project(),
            number: None,
            of: None,
            text: "Payment of a client, as the bank says it".into(),
            key: "".into(),
            seq: u64::from(n),
        }
    })
}

/// Whether what the books say stands on each account is what its entries come to.
fn audited(books: &Books) -> bool {
    let mut sums: BTreeMap<(Account, Currency), i64> = BTreeMap::new();
    for entry in books.entries().iter() {
        for one in &entry.postings {
            let sum = sums.entry((one.account, entry.currency)).or_default();
            *sum = sum.saturating_add(one.minor);
        }
    }
    let balanced = books.entries().iter().all(|entry| entry.is_balanced());
    let mut all = books.accounts();
    balanced && all.all(|(account, of, minor)| sums.get(&(account, of)) == Some(&minor))
}

/// The last lines of an account with their entries.
fn page(books: &Books) -> usize {
    let lines = books.lines(Account::BankClients, Currency::EUR);
    let lines = lines.map(|lines| lines.iter().rev().take(PAGE));
    let entries = lines
        .into_iter()
        .flatten()
        .filter_map(|line| books.entry(line.entry));
    entries.count()
}

/// How long a tool takes for the balances of a file; `None` where it is not installed.
fn tool(name: &str, file: &std::path::Path) -> Option<Duration> {
    let mut command = Command::new(name);
    command.arg("-f").arg(file).arg("balance");
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let (status, took) = took(|| command.status());
    status.ok().filter(|status| status.success()).map(|_| took)
}

fn main() {
    let postings: u32 = if large() { 1_000_000 } else { 100_000 };
    let rows: Vec<Entry> = entries(postings / 2).collect();
    let before = resident::resident();
    let (books, opened) = took(|| Books::from_rows(rows, []));
    let memory = resident::resident().saturating_sub(before);
    tell(
        &format!("books of {postings} postings opened"),
        ms(opened),
        "",
    );
    tell("memory beside the rows", format!("{} KiB", memory), "");
    let (right, audit) = took(|| audited(&books));
    or_exit(right.then_some(()).ok_or("the books are wrong"));
    tell("full audit", ms(audit), "");
    let (balances, took_all) = took(|| books.accounts().count());
    tell(
        &format!("balances of {balances} accounts"),
        ms(took_all),
        "100 ms",
    );
    let (lines, first) = took(|| page(&books));
    tell(
        &format!("last page of an account ({lines} lines)"),
        ms(first),
        "1 ms",
    );
    let folder = or_exit(tempfile::tempdir());
    let file = folder.path().join("books.journal");
    let export = Export::new(books, chrono_tz::UTC, Format::Hledger);
    let (_, written) = took(|| {
        let mut out = BufWriter::new(or_exit(std::fs::File::create(&file)));
        for piece in export.pieces() {
            or_exit(out.write_all(piece.as_bytes()));
        }
        or_exit(out.flush());
    });
    tell("journal for hledger written", ms(written), "");
    for name in ["ledger", "hledger"] {
        match tool(name, &file) {
            Some(took) => tell(&format!("{name} balance of it"), ms(took), ""),
            None => tell(&format!("{name} balance of it"), "not installed", ""),
        }
    }
}
