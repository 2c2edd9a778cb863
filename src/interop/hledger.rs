//! The journal of hledger and ledger: every account and currency declared, what stands on an account asserted behind every
//! posting. A lost, doubled or changed entry fails `hledger check`. Words from outside stand in a description and nowhere else.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chrono_tz::Tz;

use super::amount::{Figure, instant};
use super::order::{ByDay, Dated};
use crate::domain::escrow::{Account, Books, Entry};
use crate::domain::money::Currency;
use crate::text::sanitise::clean_line;

const HEAD: &str = "\
; All that was booked, for hledger and ledger. To check: hledger -f FILE check --strict
tag booked
tag project
tag number
tag of
";

/// Yields the declarations, then the entries.
pub(super) fn pieces(books: &Books, zone: Tz) -> impl Iterator<Item = String> + Send + '_ {
    let entries = ByDay::new(books, zone);
    std::iter::once(declared(books)).chain(entries.map(|one| entry(&one)))
}

fn declared(books: &Books) -> String {
    let mut text = HEAD.to_owned();
    let currencies: BTreeSet<Currency> =
        books.accounts().map(|(_, currency, _)| currency).collect();
    for currency in currencies {
        let code = currency.code();
        let _ = writeln!(text, "commodity {code}");
        // hledger wants a point behind a whole number here, ledger wants none: it follows from the amounts.
        if currency.digits() > 0 {
            let unit = 10i64.pow(currency.digits()).saturating_mul(1_000);
            let _ = writeln!(text, "    format {} {code}", Figure(unit, currency));
        }
    }
    let accounts: BTreeSet<Account> = books.accounts().map(|(account, ..)| account).collect();
    for account in accounts {
        let _ = writeln!(text, "account {account}");
    }
    text
}

fn entry(one: &Dated<'_>) -> String {
    let (entry, currency) = (one.entry, one.entry.currency);
    let code = currency.code();
    let mut text = format!("\n{} * ({}) {}", one.day, entry.id, entry.code.key());
    let words = description(&entry.text);
    if !words.is_empty() {
        let _ = write!(text, " {words}");
    }
    let _ = write!(text, "\n    ; booked: {}\n", instant(entry.at));
    let _ = text.write_str(&beside(entry));
    for (posting, after) in &one.postings {
        let (account, minor) = (posting.account, Figure(posting.minor, currency));
        let after = Figure(*after, currency);
        let _ = writeln!(text, "    {account}  {minor} {code} = {after} {code}");
    }
    text
}

/// What an entry is about, a remark each; all of it is the ledger's own.
fn beside(entry: &Entry) -> String {
    let mut text = String::new();
    if let Some(project) = entry.project {
        let _ = writeln!(text, "    ; project: {project}");
    }
    if let Some(number) = entry.number {
        let _ = writeln!(text, "    ; number: {number}");
    }
    if let Some(of) = entry.of {
        let _ = writeln!(text, "    ; of: {of}");
    }
    text
}

/// Words as a description can hold them: in one line, without the signs that end it.
fn description(words: &str) -> String {
    let words = clean_line(words);
    let words = words.replace(';', ",").replace('|', "/");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
