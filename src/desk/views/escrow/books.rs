//! The house's books (LEDGER, ESC-13): the trial balance of a currency by kind of account, whether clients' money is covered, the
//! age of what is of no project yet, what is on its way, up to when days are closed. For who sees the books and nobody else.

use crate::desk::views::{Look, Sight};
use crate::domain::escrow::{Account, Books, Deposit};
use crate::domain::ids::EntryId;
use crate::domain::money::{Currency, Money};
use crate::domain::permission::Permission;
use crate::domain::{Millis, Refusal, State};
use crate::text::sanitise::clean_line;

/// The most deposits and transfers that a page lists, the oldest first; how many there are is said.
const LISTED: usize = 200;
/// The most accounts of a kind that are listed.
const OF_KIND: usize = 1_000;

/// How long a deposit waits to be matched: the house's business days count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Age {
    /// It came in today, or the house was closed since.
    Today,
    /// It is to be matched by the end of this business day.
    OneDay,
    /// It should have been.
    Late,
}

impl Age {
    /// Returns the stable name that texts and scripts find it by.
    pub fn key(self) -> &'static str {
        match self {
            Age::Today => "today",
            Age::OneDay => "one-day",
            Age::Late => "late",
        }
    }
}

/// All accounts of a kind together, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindLine {
    /// The account that stands for the kind.
    pub kind: Account,
    /// What stands on the debit side.
    pub debit: i64,
    /// What stands on the credit side.
    pub credit: i64,
}

/// An account of a kind, in minor units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountLine {
    /// The account.
    pub account: Account,
    /// What stands there, positive on its own side.
    pub stands: i64,
}

/// A deposit that is of no project yet, or not all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepositLine {
    /// The entry that booked it.
    pub entry: EntryId,
    /// The day it came in.
    pub day: Millis,
    /// Who paid and the words on it.
    pub text: String,
    /// What is left of it.
    pub left: Money,
    /// How long it waits.
    pub age: Age,
    /// Until when it is to be matched.
    pub due: Millis,
}

/// Money that was instructed and is not paid out yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransitLine {
    /// The entry that instructed it.
    pub entry: EntryId,
    /// Since when.
    pub day: Millis,
    /// How much.
    pub amount: Money,
    /// The words for the bank.
    pub text: String,
}

/// The house's books in a currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BooksPage {
    /// In which currency.
    pub currency: Currency,
    /// All currencies there are books in.
    pub currencies: Vec<Currency>,
    /// The trial balance, by kind.
    pub kinds: Vec<KindLine>,
    /// All debits; the same as all credits.
    pub debit: i64,
    /// All credits.
    pub credit: i64,
    /// Clients' money in the bank.
    pub bank: i64,
    /// What of it clients and providers are owed.
    pub owed: i64,
    /// Deposits of no project yet, the oldest first.
    pub deposits: Vec<DepositLine>,
    /// How many there are in all.
    pub deposits_all: usize,
    /// What waits to be matched, by age: today, one business day, late.
    pub ages: [i64; 3],
    /// What was instructed and is not paid out yet.
    pub transit: Vec<TransitLine>,
    /// What clients and providers owe the house.
    pub receivable: i64,
    /// Days up to this instant are closed.
    pub closed_until: Option<Millis>,
}

impl BooksPage {
    /// Returns how much more is in the bank than is owed; negative: so much is missing.
    pub fn spare(&self) -> i64 {
        self.bank.saturating_sub(self.owed)
    }

    /// Returns a look at the books in a currency; of nothing: the house's own.
    pub fn look(currency: Option<Currency>) -> Look<Result<BooksPage, Refusal>> {
        Look::made(move |looker| looker.sight().books(currency, looker.now()))
    }
}

/// All accounts of a kind on which something stands, with their kind.
pub type OfKind = (Account, Currency, Vec<AccountLine>);

impl AccountLine {
    /// Returns a look at all accounts of a kind.
    pub fn look(kind: Account, currency: Currency) -> Look<Result<OfKind, Refusal>> {
        Look::made(move |looker| {
            let lines = looker.sight().accounts_of(kind, currency)?;
            Ok((kind, currency, lines))
        })
    }
}

impl Sight {
    /// Returns the house's books in a currency; of nothing: in the house's own.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for who does not see them.
    pub fn books(&self, currency: Option<Currency>, now: Millis) -> Result<BooksPage, Refusal> {
        let books = self.own_books()?;
        Ok(page(self.state(), books, currency, now))
    }

    /// Returns the accounts of a kind on which something stands, in the order of the chart.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for who does not see the books.
    pub fn accounts_of(
        &self,
        kind: Account,
        currency: Currency,
    ) -> Result<Vec<AccountLine>, Refusal> {
        let books = self.own_books()?;
        let all = books.of_kind(kind);
        let some = all.filter(|(_, of, minor)| *of == currency && *minor != 0);
        let line = |(account, _, _): (Account, Currency, i64)| AccountLine {
            account,
            stands: books.stands(account, currency),
        };
        Ok(some.map(line).take(OF_KIND).collect())
    }

    /// Whether a deposit is of no project yet, for who sees the books.
    pub fn has_unallocated(&self) -> bool {
        let books = self.own_books();
        books.is_ok_and(|books| books.open_deposits().next().is_some())
    }

    /// Returns deposits that are of no project yet, the oldest first: entry, day, words, what is left. Nothing for who does
    /// not see the books.
    pub fn unallocated(&self) -> Vec<(EntryId, Millis, String, Money)> {
        let Ok(books) = self.own_books() else {
            return Vec::new();
        };
        let line = |one: &Deposit| {
            let entry = books.entry(one.entry);
            let text = entry.map_or_else(String::new, |entry| clean_line(&entry.text).into_owned());
            let left = Money {
                minor: one.left,
                currency: one.currency,
            };
            (one.entry, one.day, text, left)
        };
        books.open_deposits().take(LISTED).map(line).collect()
    }

    fn own_books(&self) -> Result<&Books, Refusal> {
        match self.eyes()?.sees_books() {
            true => Ok(self.state().books()),
            false => Err(Refusal::NotPermitted(Permission::SeeBooks)),
        }
    }
}

fn page(state: &State, books: &Books, wanted: Option<Currency>, now: Millis) -> BooksPage {
    let mut currencies: Vec<Currency> = books.kinds().map(|(_, of, _)| of).collect();
    currencies.sort_unstable();
    currencies.dedup();
    let own = state.terms().currency;
    let there = |one: &Currency| currencies.contains(one);
    let currency = wanted.or(Some(own).filter(there));
    let currency = currency.or(currencies.first().copied()).unwrap_or(own);
    let sums: Vec<(Account, i64)> = books
        .kinds()
        .filter(|(_, of, minor)| *of == currency && *minor != 0)
        .map(|(kind, _, minor)| (kind, minor))
        .collect();
    let kinds: Vec<KindLine> = sums
        .iter()
        .map(|(kind, minor)| line(*kind, *minor))
        .collect();
    let stands = |wanted: fn(Account) -> bool| {
        let some = sums.iter().filter(|(kind, _)| wanted(*kind));
        some.map(|(_, minor)| *minor).fold(0, i64::saturating_add)
    };
    let open: Vec<&Deposit> = books
        .open_deposits()
        .filter(|one| one.currency == currency && one.left > 0)
        .collect();
    let mut ages = [0_i64; 3];
    for one in &open {
        let at = match age(state, one.day, now).0 {
            Age::Today => 0,
            Age::OneDay => 1,
            Age::Late => 2,
        };
        if let Some(sum) = ages.get_mut(at) {
            *sum = sum.saturating_add(one.left);
        }
    }
    BooksPage {
        currency,
        debit: kinds.iter().map(|one| one.debit).sum(),
        credit: kinds.iter().map(|one| one.credit).sum(),
        kinds,
        bank: stands(|kind| kind == Account::BankClients),
        owed: stands(Account::is_clients_money).saturating_neg(),
        receivable: stands(is_receivable),
        deposits_all: open.len(),
        deposits: open
            .into_iter()
            .take(LISTED)
            .map(|one| deposit(state, one, now))
            .collect(),
        ages,
        transit: transit(books, currency),
        closed_until: state.closing().until,
        currencies,
    }
}

fn line(kind: Account, minor: i64) -> KindLine {
    KindLine {
        kind,
        debit: minor.max(0),
        credit: minor.saturating_neg().max(0),
    }
}

fn is_receivable(kind: Account) -> bool {
    matches!(
        kind,
        Account::OwedByClient(..) | Account::OwedByProvider(..)
    )
}

fn deposit(state: &State, one: &Deposit, now: Millis) -> DepositLine {
    let entry = state.books().entry(one.entry);
    let (age, due) = age(state, one.day, now);
    DepositLine {
        entry: one.entry,
        day: one.day,
        text: entry.map_or_else(String::new, |entry| clean_line(&entry.text).into_owned()),
        left: Money {
            minor: one.left,
            currency: one.currency,
        },
        age,
        due,
    }
}

/// How long a deposit waits, and until when it is to be matched: the end of the business day after it came in.
fn age(state: &State, day: Millis, now: Millis) -> (Age, Millis) {
    const DAY: Millis = 24 * 3_600_000;
    let Some(house) = state.house() else {
        return (Age::Today, day.saturating_add(2 * DAY));
    };
    let calendar = &house.calendar;
    let due = calendar.end_of_office_day(day, 1);
    let age = if now > due {
        Age::Late
    } else if now > calendar.end_of_office_day(day, 0) {
        Age::OneDay
    } else {
        Age::Today
    };
    (age, due)
}

fn transit(books: &Books, currency: Currency) -> Vec<TransitLine> {
    let all = books.of_kind(Account::Transit(0));
    let open = all.filter(|(_, of, minor)| *of == currency && *minor != 0);
    let line = |(account, currency, minor): (Account, Currency, i64)| {
        let Account::Transit(n) = account else {
            return None;
        };
        let entry = books.entry(EntryId(n))?;
        Some(TransitLine {
            entry: entry.id,
            day: entry.day,
            amount: Money {
                minor: minor.saturating_neg(),
                currency,
            },
            text: clean_line(&entry.text).into_owned(),
        })
    };
    open.filter_map(line).take(LISTED).collect()
}
