//! The statement of an account (ESC-10): in, out and what stood there after it, a page at a time from the newest, whatever there
//! is before. Of a project all its accounts together: what moves between them is a line without figures. The balance over time is
//! thinned to the columns of a chart by search, never by a walk over all entries.

use crate::desk::views::{Look, Sight};
use crate::domain::escrow::{Account, AccountSight, Books, Code, Entry, Line, Project};
use crate::domain::eyes::Eyes;
use crate::domain::ids::{EntryId, OpportunityId};
use crate::domain::money::Currency;
use crate::domain::permission::Permission;
use crate::domain::{Millis, Refusal};
use crate::text::sanitise::clean_line;
use imbl::Vector;

/// Of what a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementOf {
    /// Of a project: what its account holds; of a former provider's, what was released to their firm.
    Project(OpportunityId),
    /// Of one account of the house's books.
    Account(Account, Currency),
}

/// A line of a statement, amounts in minor units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// The entry.
    pub entry: EntryId,
    /// The day it counts for.
    pub day: Millis,
    /// Why it was booked.
    pub code: Code,
    /// The tranche or the dispute it is about.
    pub number: Option<u16>,
    /// The project it is of.
    pub project: Option<OpportunityId>,
    /// What the bank or who booked it said; clean.
    pub text: String,
    /// From where.
    pub from: Option<Account>,
    /// To where.
    pub to: Option<Account>,
    /// How much it moved in all.
    pub moved: i64,
    /// What came in.
    pub into: i64,
    /// What went out.
    pub out: i64,
    /// What stood there after it.
    pub after: i64,
    /// Whether it turns another entry round, or was turned round.
    pub turned: bool,
}

/// A page of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Of what.
    pub of: StatementOf,
    /// In which currency all of it is.
    pub currency: Currency,
    /// The lines, the newest first.
    pub lines: Vec<Movement>,
    /// The entry that the next page goes on before; `None`: there are no older ones.
    pub before: Option<EntryId>,
    /// What stands there now.
    pub balance: i64,
    /// What that is made of: the accounts on which something stands.
    pub makes: Vec<(Account, i64)>,
    /// The balance over time: at so many instants, oldest first; empty for any page but the first.
    pub chart: Vec<(Millis, i64)>,
}

impl Statement {
    /// The most lines of a page.
    pub const PAGE_MOST: usize = 200;
    /// The most columns of a chart.
    pub const CHART_MOST: usize = 200;

    /// Returns a look at a page of a statement: `most` lines before an entry, or the newest with a chart of `columns`.
    pub fn look(
        of: StatementOf,
        before: Option<EntryId>,
        most: usize,
        columns: usize,
    ) -> Look<(StatementOf, Result<Statement, Refusal>)> {
        Look::made(move |looker| {
            let sight = looker.sight();
            let page = sight.statement(of, before, most);
            let page = page.map(|page| match before {
                None => sight.charted(page, columns, looker.now()),
                Some(_) => page,
            });
            (of, page)
        })
    }
}

impl Sight {
    /// Returns a page of a statement: at most `most` lines before an entry, or the newest.
    ///
    /// # Errors
    /// There is no such account, or it is not theirs to see.
    pub fn statement(
        &self,
        of: StatementOf,
        before: Option<EntryId>,
        most: usize,
    ) -> Result<Statement, Refusal> {
        let eyes = self.eyes()?;
        let (accounts, currency) = accounts(&eyes, of)?;
        let books = eyes.state.books();
        Ok(Merged::new(books, &accounts, currency).page(of, before, most))
    }

    /// Returns a page with the balance over time, at so many instants from its first entry until now.
    pub fn charted(&self, page: Statement, columns: usize, now: Millis) -> Statement {
        let found = self
            .eyes()
            .and_then(|eyes| Ok((accounts(&eyes, page.of)?, eyes)));
        let Ok(((accounts, currency), eyes)) = found else {
            return page;
        };
        let merged = Merged::new(eyes.state.books(), &accounts, currency);
        let chart = merged.chart(columns.min(Statement::CHART_MOST), now);
        Statement { chart, ..page }
    }
}

/// The accounts that a statement is of, for who may see them.
fn accounts(eyes: &Eyes<'_>, of: StatementOf) -> Result<(Vec<Account>, Currency), Refusal> {
    match of {
        StatementOf::Account(account, currency) => match eyes.sees_books() {
            true => Ok((vec![account], currency)),
            false => Err(Refusal::NotPermitted(Permission::SeeBooks)),
        },
        StatementOf::Project(id) => {
            use crate::domain::escrow::refusal::EscrowRefusal;
            let none = || Refusal::from(EscrowRefusal::NoAccount(id));
            let opportunity = eyes.state.board().opportunity(id).ok_or_else(none)?;
            let sees = eyes.sees_account(opportunity).ok_or_else(none)?;
            let project = eyes.state.account_of(opportunity).ok_or_else(none)?;
            let theirs = match sees {
                AccountSight::Whole => of_project(&project),
                AccountSight::Own => vec![Account::Released(eyes.firm, id)],
            };
            Ok((theirs, project.currency))
        }
    }
}

/// All accounts that hold a project's money.
fn of_project(project: &Project) -> Vec<Account> {
    let id = project.opportunity;
    let disputes = u16::try_from(project.disputes.len()).unwrap_or(u16::MAX);
    let tranches = project.numbers().map(|n| Account::Tranche(id, n));
    let held = (1..=disputes).map(|n| Account::Held(id, n));
    [Account::Free(id)]
        .into_iter()
        .chain(tranches)
        .chain(held)
        .collect()
}

/// Accounts that are read as one.
struct Merged<'a> {
    books: &'a Books,
    /// Those that were ever booked on.
    accounts: Vec<(Account, &'a Vector<Line>)>,
    currency: Currency,
    /// Whether what stands there is a debit.
    is_debit: bool,
}

impl<'a> Merged<'a> {
    fn new(books: &'a Books, accounts: &[Account], currency: Currency) -> Merged<'a> {
        let lines = accounts
            .iter()
            .filter_map(|one| Some((*one, books.lines(*one, currency)?)));
        Merged {
            books,
            accounts: lines.collect(),
            currency,
            is_debit: accounts.first().is_some_and(|one| one.is_debit()),
        }
    }

    /// An amount as it is spoken of: positive on the side where the account stands.
    fn turned(&self, minor: i64) -> i64 {
        if self.is_debit {
            minor
        } else {
            minor.saturating_neg()
        }
    }

    /// How many lines of an account are of entries before this one.
    fn until(lines: &Vector<Line>, before: Option<EntryId>) -> usize {
        match before {
            None => lines.len(),
            Some(before) => {
                let found = lines.binary_search_by(|line| match line.entry < before {
                    true => std::cmp::Ordering::Less,
                    false => std::cmp::Ordering::Greater,
                });
                found.unwrap_or_else(|at| at)
            }
        }
    }

    /// What stood on all of them before an entry.
    fn stood(&self, before: Option<EntryId>) -> i64 {
        let each = self.accounts.iter().map(|(_, lines)| {
            let at = Self::until(lines, before).checked_sub(1);
            at.and_then(|at| lines.get(at)).map_or(0, |line| line.after)
        });
        self.turned(each.fold(0, i64::saturating_add))
    }

    fn page(&self, of: StatementOf, before: Option<EntryId>, most: usize) -> Statement {
        let most = most.clamp(1, Statement::PAGE_MOST);
        let mut places: Vec<usize> = self
            .accounts
            .iter()
            .map(|(_, lines)| Self::until(lines, before))
            .collect();
        let mut after = self.stood(before);
        let mut lines: Vec<Movement> = Vec::new();
        while lines.len() < most {
            let Some(entry) = self.step(&mut places) else {
                break;
            };
            let by = self.changes(entry);
            lines.push(self.line(entry, by, after));
            after = after.saturating_sub(by);
        }
        let older = places.iter().any(|place| *place > 0);
        let makes = self.accounts.iter().map(|(account, lines)| {
            let stands = lines.last().map_or(0, |line| line.after);
            (*account, self.turned(stands))
        });
        Statement {
            of,
            currency: self.currency,
            before: lines.last().map(|line| line.entry).filter(|_| older),
            lines,
            balance: self.stood(None),
            makes: makes.filter(|(_, minor)| *minor != 0).collect(),
            chart: Vec::new(),
        }
    }

    /// The latest entry that is not told yet; each account goes on before it.
    fn step(&self, places: &mut [usize]) -> Option<&'a Entry> {
        let at = |lines: &Vector<Line>, place: usize| {
            let at = place.checked_sub(1)?;
            lines.get(at).map(|line| line.entry)
        };
        let each = self.accounts.iter().zip(places.iter());
        let next = each
            .filter_map(|((_, lines), place)| at(lines, *place))
            .max()?;
        for ((_, lines), place) in self.accounts.iter().zip(places) {
            while at(lines, *place) == Some(next) {
                *place -= 1;
            }
        }
        self.books.entry(next).map(|entry| &**entry)
    }

    /// By how much an entry changes what stands on all of them.
    fn changes(&self, entry: &Entry) -> i64 {
        let own = |account: Account| self.accounts.iter().any(|(one, _)| *one == account);
        let sides = entry.postings.iter().filter(|side| own(side.account));
        self.turned(sides.map(|side| side.minor).fold(0, i64::saturating_add))
    }

    fn line(&self, entry: &Entry, by: i64, after: i64) -> Movement {
        let side = |debit: bool| {
            let mut sides = entry.postings.iter();
            let found = sides.find(|side| (side.minor > 0) == debit && side.minor != 0);
            found.map(|side| side.account)
        };
        Movement {
            entry: entry.id,
            day: entry.day,
            code: entry.code,
            number: entry.number,
            project: entry.project,
            text: self.words(entry),
            from: side(true),
            to: side(false),
            moved: entry.moved(),
            into: by.max(0),
            out: by.saturating_neg().max(0),
            after,
            turned: is_turned(self.books, entry),
        }
    }

    /// What was said with an entry; of a deposit that was matched whole, what the bank said.
    fn words(&self, entry: &Entry) -> String {
        let first = entry.of.and_then(|of| self.books.entry(of));
        let whole = first.filter(|first| {
            entry.text.is_empty()
                && (first.code, entry.code) == (Code::E01, Code::E02)
                && first.moved() == entry.moved()
        });
        let text = whole.map_or(&entry.text, |first| &first.text);
        clean_line(text).into_owned()
    }

    /// The balance at so many instants: the entries before each are found by search.
    fn chart(&self, columns: usize, now: Millis) -> Vec<(Millis, i64)> {
        let first = self.accounts.iter().filter_map(|(_, lines)| lines.front());
        let first = first.map(|line| line.entry).min();
        let first = first.and_then(|id| self.books.entry(id));
        let (Some(first), Ok(steps)) = (first, i64::try_from(columns)) else {
            return Vec::new();
        };
        let (from, steps) = (first.at, steps.max(1));
        let span = (now - from).max(1);
        let at = |n: i64| from + span.saturating_mul(n + 1) / steps;
        (0..steps)
            .map(|n| (at(n), self.stood(Some(self.after(at(n))))))
            .collect()
    }

    /// The first entry that was booked after an instant.
    fn after(&self, at: Millis) -> EntryId {
        let entries = self.books.entries();
        let (mut low, mut high) = (0, entries.end());
        while low < high {
            let middle = low + (high - low) / 2;
            let booked = entries.get(middle).is_some_and(|entry| entry.at <= at);
            match booked {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        EntryId::at(low)
    }
}

/// Whether an entry turns another of its kind round, or was turned round.
fn is_turned(books: &Books, entry: &Entry) -> bool {
    let first = entry.of.and_then(|of| books.entry(of));
    books.is_corrected(entry) || first.is_some_and(|first| first.code == entry.code)
}
