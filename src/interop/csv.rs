//! The books as CSV, a line a posting, in the order in which it was booked and with what the books say stands after it. What a
//! spreadsheet would take for a formula is none.

use std::collections::BTreeMap;

use chrono_tz::Tz;

use super::amount::{Figure, day, instant};
use crate::domain::escrow::{Account, Books, Entry, Posting};
use crate::domain::money::Currency;
use crate::text::cells;
use crate::text::sanitise::clean_line;

const HEAD: &str = "entry,code,day,booked_at,account,amount,currency,balance_after,project,number,of,bank_key,text\n";

/// Yields the names of the columns, then the entries.
pub(super) fn pieces(books: &Books, zone: Tz) -> impl Iterator<Item = String> + Send + '_ {
    let mut stands = BTreeMap::new();
    let entries = books.entries().iter();
    let entries = entries.map(move |one| entry(one, &mut stands, zone));
    std::iter::once(HEAD.to_owned()).chain(entries)
}

fn entry(entry: &Entry, stands: &mut BTreeMap<(Account, Currency), i64>, zone: Tz) -> String {
    let mut text = String::new();
    for posting in &entry.postings {
        let after = stands.entry((posting.account, entry.currency)).or_default();
        *after = after.saturating_add(posting.minor);
        line(&mut text, entry, (posting, *after), zone);
    }
    text
}

fn line(text: &mut String, entry: &Entry, (posting, after): (&Posting, i64), zone: Tz) {
    let told = |of: Option<String>| of.unwrap_or_default();
    let figure = |minor| Figure(minor, entry.currency).to_string();
    let own = [
        entry.id.to_string(),
        entry.code.key().to_owned(),
        day(entry.day, zone).to_string(),
        instant(entry.at),
        posting.account.to_string(),
        figure(posting.minor),
        entry.currency.code().to_owned(),
        figure(after),
        told(entry.project.map(|id| id.to_string())),
        told(entry.number.map(|n| n.to_string())),
        told(entry.of.map(|id| id.to_string())),
    ];
    // All of these are ours: a negative amount is a number, and no formula.
    text.push_str(&own.join(","));
    text.push(',');
    let (key, words) = (clean_line(&entry.key), clean_line(&entry.text));
    cells::put(text, [&*key, &*words].into_iter());
}
