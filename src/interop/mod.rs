//! The books in formats of others: hledger's journal, beancount, CSV. Piece by piece out of a snapshot, the same bytes for the
//! same records; words from outside cannot break a format. Never asks who may have them, never writes a file.

mod amount;
mod beancount;
mod csv;
mod hledger;
mod order;

#[cfg(test)]
mod tests;

use chrono_tz::Tz;

use crate::domain::escrow::Books;

/// A format that the books are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The journal that hledger and ledger read.
    Hledger,
    /// What beancount reads.
    Beancount,
    /// A line a posting, for spreadsheets.
    Csv,
}

/// The books, to be written in a format.
#[derive(Clone, Debug)]
pub struct Export {
    books: Books,
    zone: Tz,
    format: Format,
}

impl Export {
    /// Returns the books to be written, with days as the house's clock has them.
    pub fn new(books: Books, zone: Tz, format: Format) -> Export {
        Export {
            books,
            zone,
            format,
        }
    }

    /// Yields all of it, an entry at a time. What is kept meanwhile is the order of the days and a balance an account.
    pub fn pieces(&self) -> Box<dyn Iterator<Item = String> + Send + '_> {
        let (books, zone) = (&self.books, self.zone);
        match self.format {
            Format::Hledger => Box::new(hledger::pieces(books, zone)),
            Format::Beancount => Box::new(beancount::pieces(books, zone)),
            Format::Csv => Box::new(csv::pieces(books, zone)),
        }
    }
}
