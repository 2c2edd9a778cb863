//! The order of plain-text accounting: by day, and on one day as it was booked. hledger checks what stands on an account in
//! that order, so balances are summed up in it. Changes no entry.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::amount::day;
use crate::domain::escrow::{Account, Books, Entry, Posting};
use crate::domain::money::Currency;

/// The entries by day.
pub(super) struct ByDay<'a> {
    books: &'a Books,
    order: std::vec::IntoIter<(NaiveDate, u32)>,
    stands: BTreeMap<(Account, Currency), i64>,
}

/// An entry with its day, and each posting with what stands on its account after it.
pub(super) struct Dated<'a> {
    /// The day it counts for.
    pub day: NaiveDate,
    /// The entry.
    pub entry: &'a Arc<Entry>,
    /// Its postings, and what stands after each.
    pub postings: Vec<(Posting, i64)>,
}

impl<'a> ByDay<'a> {
    /// Returns all entries of the books by day.
    pub(super) fn new(books: &'a Books, zone: Tz) -> ByDay<'a> {
        let entries = books.entries().iter();
        let dated = entries.map(|entry| (day(entry.day, zone), entry.id.0));
        let mut order: Vec<(NaiveDate, u32)> = dated.collect();
        order.sort_unstable();
        ByDay {
            books,
            order: order.into_iter(),
            stands: BTreeMap::new(),
        }
    }

    /// The first and the last day on which something was booked.
    pub(super) fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        let days = self.order.as_slice();
        Some((days.first()?.0, days.last()?.0))
    }
}

impl<'a> Iterator for ByDay<'a> {
    type Item = Dated<'a>;

    fn next(&mut self) -> Option<Dated<'a>> {
        let (day, id) = self.order.next()?;
        let entry = self.books.entry(crate::domain::ids::EntryId(id))?;
        let currency = entry.currency;
        let postings = entry.postings.iter().map(|one| {
            let stands = self.stands.entry((one.account, currency)).or_default();
            *stands = stands.saturating_add(one.minor);
            (*one, *stands)
        });
        Some(Dated {
            day,
            entry,
            postings: postings.collect(),
        })
    }
}
