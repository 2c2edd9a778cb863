//! The books (ESC-10): all entries, what stands on every account, and the projects whose money it is. Each account knows its
//! entries, so that every figure opens what makes it. Decides nothing; entries were checked before they were recorded.

use std::sync::Arc;

use imbl::{OrdMap, OrdSet, Vector};
use serde::{Deserialize, Serialize};

use super::account::Account;
use super::entry::{Code, Entry};
use super::project::Project;
use crate::domain::Millis;
use crate::domain::ids::{EntryId, OpportunityId};
use crate::domain::money::Currency;
use crate::domain::shelf::{Shelf, Shelved};

/// What the books know beside entries and projects: small, kept with the core of a checkpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// Days up to this instant are closed: nothing is booked on them any more.
    pub until: Option<Millis>,
}

/// An entry on an account, and what stands there after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which entry.
    pub entry: EntryId,
    /// What stands on the account after it, debits positive.
    pub after: i64,
}

/// A deposit, and how much of it is of no project yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deposit {
    /// The entry that booked it.
    pub entry: EntryId,
    /// In which currency.
    pub currency: Currency,
    /// How much is left, in minor units.
    pub left: i64,
    /// The day it came in.
    pub day: Millis,
}

/// All entries and projects.
#[derive(Clone, Debug, Default)]
pub struct Books {
    entries: Shelf<Entry>,
    accounts: OrdMap<(Account, Currency), Vector<Line>>,
    /// What stands on all accounts of a kind.
    sums: OrdMap<(Account, Currency), i64>,
    /// Deposits of which something is left.
    open: OrdMap<EntryId, Deposit>,
    /// How much of a deposit came to a project, and was not taken back by the bank.
    matched: OrdMap<(EntryId, OpportunityId), i64>,
    /// What banks call their entries, and what they became.
    keys: OrdMap<Box<str>, EntryId>,
    /// Entries that were turned round.
    corrected: OrdSet<EntryId>,
    projects: OrdMap<OpportunityId, Arc<Project>>,
    /// The tranches that silence releases, by when.
    silent: OrdSet<(Millis, OpportunityId, u16)>,
    revision: u64,
}

impl Shelved for Entry {
    fn place(&self) -> usize {
        self.id.index()
    }
}

impl PartialEq for Books {
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries && self.projects == other.projects
    }
}

impl Account {
    /// Returns the account that stands for all of its kind.
    pub fn kind(self) -> Account {
        use crate::domain::ids::{FirmId, OrganisationId};
        use Account as A;
        let (of, client) = (OpportunityId(0), OrganisationId::NONE);
        match self {
            A::Free(_) => A::Free(of),
            A::Tranche(..) => A::Tranche(of, 0),
            A::Held(..) => A::Held(of, 0),
            A::ClientCredit(_) => A::ClientCredit(client),
            A::Released(..) => A::Released(FirmId::NONE, of),
            A::Transit(_) => A::Transit(0),
            A::OwedByClient(..) => A::OwedByClient(client, of),
            A::OwedByProvider(..) => A::OwedByProvider(FirmId::NONE, of),
            alone => alone,
        }
    }
}

impl Books {
    /// Returns the books from their rows. Balances and indexes are made anew.
    pub fn from_rows(
        entries: impl IntoIterator<Item = Entry>,
        projects: impl IntoIterator<Item = Project>,
    ) -> Books {
        let mut books = Books::default();
        entries.into_iter().for_each(|entry| books.book(entry));
        projects.into_iter().for_each(|project| books.put(project));
        books
    }

    /// All entries, in the order they were booked.
    pub fn entries(&self) -> &Shelf<Entry> {
        &self.entries
    }

    /// Returns an entry by id.
    pub fn entry(&self, id: EntryId) -> Option<&Arc<Entry>> {
        self.entries.get(id.index()).filter(|_| id.0 > 0)
    }

    /// The id the next entry gets.
    pub fn next_entry(&self) -> EntryId {
        EntryId::at(self.entries.end())
    }

    /// Keeps the ids before those of the place `entries` from being given out.
    pub(in crate::domain) fn reserve(&mut self, entries: usize) {
        self.entries.reserve(entries);
    }

    /// All projects, in the order of their opportunities.
    pub fn projects(&self) -> impl Iterator<Item = &Arc<Project>> {
        self.projects.values()
    }

    /// Returns the money of an opportunity.
    pub fn project(&self, id: OpportunityId) -> Option<&Arc<Project>> {
        self.projects.get(&id)
    }

    /// Returns the tranche that silence releases next, and when.
    pub fn next_silent(&self) -> Option<(Millis, OpportunityId, u16)> {
        self.silent.get_min().copied()
    }

    /// How often anything changed. Only for states that came one from the other.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Returns the entries of an account in a currency, oldest first, each with what stood there after it.
    pub fn lines(&self, account: Account, currency: Currency) -> Option<&Vector<Line>> {
        self.accounts.get(&(account, currency))
    }

    /// Returns what stands on an account in minor units, debits positive.
    pub fn balance(&self, account: Account, currency: Currency) -> i64 {
        let lines = self.lines(account, currency);
        lines
            .and_then(|lines| lines.last())
            .map_or(0, |line| line.after)
    }

    /// Returns the same as it is spoken of: positive on the side where the account stands.
    pub fn stands(&self, account: Account, currency: Currency) -> i64 {
        let balance = self.balance(account, currency);
        match account.is_debit() {
            true => balance,
            false => balance.saturating_neg(),
        }
    }

    /// All accounts that were ever booked on, in the order of the chart.
    pub fn accounts(&self) -> impl Iterator<Item = (Account, Currency, i64)> + '_ {
        self.accounts.iter().map(|((account, currency), lines)| {
            let after = lines.last().map_or(0, |line| line.after);
            (*account, *currency, after)
        })
    }

    /// Returns the accounts of a kind that were ever booked on, debits positive.
    pub fn of_kind(&self, kind: Account) -> impl Iterator<Item = (Account, Currency, i64)> + '_ {
        let from = (kind, Currency::FIRST);
        let all = self.accounts.range(from..);
        let theirs = all.take_while(move |((account, _), _)| account.kind() == kind);
        theirs.map(|((account, currency), lines)| {
            let after = lines.last().map_or(0, |line| line.after);
            (*account, *currency, after)
        })
    }

    /// Returns what stands on all accounts of each kind, debits positive.
    pub fn kinds(&self) -> impl Iterator<Item = (Account, Currency, i64)> + '_ {
        let sums = self.sums.iter();
        sums.map(|((kind, currency), sum)| (*kind, *currency, *sum))
    }

    /// Returns by how much the clients' bank account covers what clients and providers are owed in a currency; negative
    /// when it does not.
    pub fn cover(&self, currency: Currency) -> i64 {
        let counts =
            |account: &Account| account.is_clients_money() || *account == Account::BankClients;
        let sums = self.kinds();
        let sums = sums.filter(|(kind, of, _)| *of == currency && counts(kind));
        sums.map(|(_, _, sum)| sum).fold(0, i64::saturating_add)
    }

    /// Deposits of which something is of no project, oldest first.
    pub fn open_deposits(&self) -> impl Iterator<Item = &Deposit> {
        self.open.values()
    }

    /// Returns a deposit of which something is of no project.
    pub fn open_deposit(&self, id: EntryId) -> Option<&Deposit> {
        self.open.get(&id)
    }

    /// Returns how much of a deposit came to a project and was not taken back by the bank, in minor units.
    pub fn matched(&self, deposit: EntryId, project: OpportunityId) -> i64 {
        let found = self.matched.get(&(deposit, project));
        found.copied().unwrap_or_default()
    }

    /// Returns what an entry of a bank became, by what the bank calls it.
    pub fn known(&self, key: &str) -> Option<EntryId> {
        self.keys.get(key).copied()
    }

    /// Whether an entry was turned round.
    pub fn is_corrected(&self, entry: &Entry) -> bool {
        self.corrected.contains(&entry.id)
    }

    /// Returns what may be worked on in a project, in minor units: what its tranches hold.
    pub fn covered(&self, project: &Project) -> i64 {
        let held = project.numbers().map(|n| self.held_for(project, n));
        held.fold(0, i64::saturating_add)
    }

    /// Returns what is held for a tranche, in minor units.
    pub fn held_for(&self, project: &Project, number: u16) -> i64 {
        self.stands(
            Account::Tranche(project.opportunity, number),
            project.currency,
        )
    }

    /// Returns the money of a project that is of no tranche, in minor units.
    pub fn free(&self, project: &Project) -> i64 {
        self.stands(Account::Free(project.opportunity), project.currency)
    }

    /// Returns all that the project's account holds, what a dispute holds too, in minor units.
    pub fn account(&self, project: &Project) -> i64 {
        let dispute = project.open_dispute().map_or(0, |(_, one)| one.held);
        self.covered(project)
            .saturating_add(self.free(project))
            .saturating_add(dispute)
    }

    /// Books an entry.
    pub(in crate::domain) fn book(&mut self, entry: Entry) {
        self.revision += 1;
        let currency = entry.currency;
        for side in &entry.postings {
            let lines = self.accounts.entry((side.account, currency)).or_default();
            let before = lines.last().map_or(0, |line| line.after);
            lines.push_back(Line {
                entry: entry.id,
                after: before.saturating_add(side.minor),
            });
            let sum = self
                .sums
                .entry((side.account.kind(), currency))
                .or_default();
            *sum = sum.saturating_add(side.minor);
        }
        self.follow_deposit(&entry);
        self.follow_match(&entry);
        let first = entry.of.and_then(|of| self.entry(of)).cloned();
        if let Some(first) = first.filter(|first| first.code == entry.code) {
            self.corrected.insert(first.id);
            // The bank's entry can be booked once more, rightly.
            self.keys.remove(&first.key);
        }
        if !entry.key.is_empty() {
            self.keys.insert(entry.key.clone(), entry.id);
        }
        self.entries.put(entry);
    }

    /// Keeps how much of a deposit came to a project.
    fn follow_match(&mut self, entry: &Entry) {
        let (Some(deposit), Some(project)) = (entry.of, entry.project) else {
            return;
        };
        let moved = match entry.code {
            Code::E02 => entry.moved(),
            Code::X01 | Code::X02 => -entry.moved(),
            _ => return,
        };
        let matched = self.matched.entry((deposit, project)).or_default();
        *matched = matched.saturating_add(moved);
    }

    /// Keeps what is left of the deposit that an entry is or goes on from.
    fn follow_deposit(&mut self, entry: &Entry) {
        let moved = entry.on(Account::Unallocated);
        if moved == 0 {
            return;
        }
        let of = match (entry.code, entry.of) {
            (Code::E01, None) => entry.id,
            (_, Some(of)) => of,
            (_, None) => return,
        };
        let deposit = self.open.get(&of).copied().unwrap_or(Deposit {
            entry: of,
            currency: entry.currency,
            left: 0,
            day: self.entry(of).map_or(entry.day, |first| first.day),
        });
        let left = deposit.left.saturating_sub(moved);
        match left {
            0 => drop(self.open.remove(&of)),
            left => drop(self.open.insert(of, Deposit { left, ..deposit })),
        }
    }

    /// Changes a project.
    pub(in crate::domain) fn change(
        &mut self,
        id: OpportunityId,
        at: Millis,
        change: impl FnOnce(&mut Project),
    ) {
        let Some(project) = self.projects.get_mut(&id) else {
            return;
        };
        let before = Arc::clone(project);
        let project = Arc::make_mut(project);
        change(project);
        project.revision = project.revision.saturating_add(1);
        project.touched_at = project.touched_at.max(at);
        let after: Vec<(Millis, u16)> = project.silent().collect();
        for (at, number) in before.silent() {
            self.silent.remove(&(at, id, number));
        }
        self.silent
            .extend(after.into_iter().map(|(at, n)| (at, id, n)));
        self.revision += 1;
    }

    /// Puts a project down.
    pub(in crate::domain) fn put(&mut self, project: Project) {
        self.revision += 1;
        let id = project.opportunity;
        let silent = project.silent().map(|(at, number)| (at, id, number));
        self.silent.extend(silent);
        self.projects.insert(id, Arc::new(project));
    }
}
