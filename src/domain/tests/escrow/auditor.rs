//! A second model of the books, written apart: it reads what was recorded and nothing of the books. It knows LEDGER's table of
//! codes, what each may move from where to where, and what must never be so.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use crate::domain::escrow::event::{EscrowEvent, OfEscrow};
use crate::domain::escrow::{Account as A, Code, Entry, Outcome};
use crate::domain::event::Event;
use crate::domain::ids::{EntryId, OpportunityId};
use crate::domain::money::Currency;
use crate::domain::state::State;

type Checked = Result<(), TestCaseError>;

/// What the auditor knows.
#[derive(Clone, Debug, Default)]
pub(super) struct Auditor {
    /// Credits are positive here: what the house owes; assets are negative.
    owes: BTreeMap<(A, Currency), i128>,
    entries: u32,
    keys: BTreeMap<String, EntryId>,
    /// What each dispute holds still: every hold has an exit, once.
    holds: BTreeMap<(OpportunityId, u16), i128>,
    ended: BTreeSet<(OpportunityId, u16)>,
    /// What each tranche costs, and what of it is paid for.
    costs: BTreeMap<(OpportunityId, u16), (i128, i128)>,
    disputes: BTreeMap<OpportunityId, u16>,
    /// The tranches that the held money came from.
    pots: BTreeMap<(OpportunityId, u16), Vec<(u16, i128)>>,
}

impl Auditor {
    /// Takes in a record.
    pub(super) fn reads(&mut self, events: &[Event]) -> Checked {
        for event in events {
            if let Event::Escrow(of) = event {
                self.one(of)?;
            }
        }
        Ok(())
    }

    fn one(&mut self, of: &OfEscrow) -> Checked {
        match &*of.event {
            EscrowEvent::Opened { project } => {
                for (n, part) in (1_u16..).zip(&project.parts) {
                    let cost = (i128::from(part.amount), 0);
                    prop_assert!(self.costs.insert((project.opportunity, n), cost).is_none());
                }
                Ok(())
            }
            EscrowEvent::Booked { entry } => self.entry(entry),
            EscrowEvent::Disputed { dispute, .. } => {
                let (_, id) = of.of.expect("of a project");
                let nth = self.disputes.entry(id).or_default();
                *nth += 1;
                prop_assert!(dispute.held > 0 && dispute.held <= dispute.claim);
                let pots = dispute.pots.iter();
                let pots = pots.filter_map(|(pot, minor)| Some(((*pot)?, i128::from(*minor))));
                self.pots.insert((id, *nth), pots.collect());
                Ok(())
            }
            EscrowEvent::Over {
                number, outcome, ..
            } => {
                let (_, id) = of.of.expect("of a project");
                prop_assert!(self.ended.insert((id, *number)), "one exit for each hold");
                let held = self.holds.get(&(id, *number)).copied().unwrap_or_default();
                if let Outcome::Settled(split) | Outcome::Awarded(split) = outcome {
                    prop_assert_eq!(split.sum().map(i128::from), Some(held));
                    let pots = self.pots.get(&(id, *number)).cloned();
                    for (pot, minor) in pots.into_iter().flatten() {
                        self.costs.entry((id, pot)).or_default().1 += minor;
                    }
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn entry(&mut self, entry: &Entry) -> Checked {
        self.entries += 1;
        prop_assert_eq!(
            entry.id,
            EntryId(self.entries),
            "no number twice, none left out"
        );
        let sum: i128 = entry.postings.iter().map(|one| i128::from(one.minor)).sum();
        prop_assert_eq!(sum, 0, "{:?}", entry);
        prop_assert!(entry.postings.iter().all(|one| one.minor != 0));
        prop_assert!(allowed(entry), "{entry:?}");
        if entry.code == Code::E01 && entry.of.is_some() {
            self.keys.retain(|_, of| Some(*of) != entry.of);
        }
        if !entry.key.is_empty() {
            let before = self.keys.insert(entry.key.to_string(), entry.id);
            prop_assert!(before.is_none(), "booked twice: {entry:?}");
        }
        for side in &entry.postings {
            *self.owes.entry((side.account, entry.currency)).or_default() -= i128::from(side.minor);
            if let A::Held(id, n) = side.account {
                *self.holds.entry((id, n)).or_default() -= i128::from(side.minor);
            }
        }
        if let (Code::L01 | Code::K01, Some(id), Some(n)) =
            (entry.code, entry.project, entry.number)
        {
            let moved = i128::from(entry.moved());
            let paid = if entry.code == Code::L01 {
                moved
            } else {
                -moved
            };
            self.costs.entry((id, n)).or_default().1 += paid;
        }
        Ok(())
    }

    /// What must be so after every record.
    pub(super) fn agrees(&self, state: &State) -> Checked {
        let mut all: BTreeMap<Currency, (i128, i128)> = BTreeMap::new();
        for ((account, currency), owed) in &self.owes {
            let (sum, clients) = all.entry(*currency).or_default();
            *sum += owed;
            let of_clients = match account {
                A::BankClients
                | A::Unallocated
                | A::Free(_)
                | A::Tranche(..)
                | A::Held(..)
                | A::ClientCredit(_)
                | A::Released(..)
                | A::Transit(_) => true,
                _ => false,
            };
            *clients += if of_clients { *owed } else { 0 };
            let asset = matches!(
                account,
                A::BankClients | A::BankOwn | A::OwedByClient(..) | A::OwedByProvider(..)
            );
            match account {
                A::Income(_) | A::Expense(_) | A::VatOut | A::VatIn | A::Opening => {}
                _ if asset => prop_assert!(*owed <= 0, "{account} {owed}"),
                _ => prop_assert!(*owed >= 0, "{account} {owed}"),
            }
            let kept = state.books().balance(*account, *currency);
            prop_assert_eq!(-i128::from(kept), *owed, "{}", account);
        }
        for (currency, (sum, clients)) in &all {
            prop_assert_eq!(*sum, 0, "all accounts of a currency come to nothing");
            // What is owed is at most what is in the bank.
            prop_assert!(*clients <= 0, "clients are not covered by {clients}");
            prop_assert_eq!(-*clients, i128::from(state.books().cover(*currency)));
        }
        prop_assert_eq!(
            state.books().entries().iter().count(),
            self.entries as usize
        );
        self.tranches(state)?;
        for (hold, held) in &self.holds {
            let open = !self.ended.contains(hold);
            prop_assert_eq!(*held > 0, open, "{:?}", hold);
        }
        Ok(())
    }

    /// No tranche ever holds more than it still costs, and nobody is paid more than it costs.
    fn tranches(&self, state: &State) -> Checked {
        for ((id, n), (cost, paid)) in &self.costs {
            let project = state.books().project(*id).expect("a project");
            let currency = project.currency;
            let account = (A::Tranche(*id, *n), currency);
            let held = self.owes.get(&account).copied().unwrap_or_default();
            prop_assert!(
                *paid >= 0 && held + paid <= *cost,
                "{id} {n}: {held} + {paid} of {cost}"
            );
            let part = project.part(*n).expect("a part");
            prop_assert_eq!(i128::from(part.open()), cost - paid, "{} {}", id, n);
        }
        Ok(())
    }
}

/// Whether an entry moves what LEDGER's table says of its code, and nothing else.
fn allowed(entry: &Entry) -> bool {
    let to: Vec<A> = entry
        .postings
        .iter()
        .filter(|s| s.minor > 0)
        .map(|s| s.account)
        .collect();
    let from: Vec<A> = entry
        .postings
        .iter()
        .filter(|s| s.minor < 0)
        .map(|s| s.account)
        .collect();
    let one = |all: &[A], is: fn(&A) -> bool| all.len() == 1 && all.iter().all(is);
    let turned = entry.of.is_some();
    match entry.code {
        Code::E01 => {
            let bank: fn(&A) -> bool = |a| *a == A::BankClients;
            let open: fn(&A) -> bool = |a| *a == A::Unallocated;
            (!turned && one(&to, bank) && one(&from, open))
                || (turned && one(&to, open) && one(&from, bank))
        }
        Code::E02 => one(&to, |a| *a == A::Unallocated) && one(&from, |a| matches!(a, A::Free(_))),
        Code::E03 => {
            let free: fn(&A) -> bool = |a| matches!(a, A::Free(_));
            let part: fn(&A) -> bool = |a| matches!(a, A::Tranche(..));
            (one(&to, free) && one(&from, part)) || (one(&to, part) && one(&from, free))
        }
        Code::L01 => {
            one(&to, |a| matches!(a, A::Tranche(..)))
                && one(&from, |a| matches!(a, A::Released(..)))
        }
        Code::C01 => {
            one(&to, |a| matches!(a, A::OwedByClient(..)))
                && from.iter().all(|a| matches!(a, A::Income(_) | A::VatOut))
        }
        Code::C03 => {
            one(&to, |a| matches!(a, A::OwedByProvider(..)))
                && from.iter().all(|a| matches!(a, A::Income(_) | A::VatOut))
        }
        Code::C02 => {
            let owed: fn(&A) -> bool = |a| matches!(a, A::OwedByClient(..) | A::OwedByProvider(..));
            let paid: fn(&A) -> bool = |a| matches!(a, A::BankOwn | A::Unallocated);
            (one(&to, paid) && one(&from, owed)) || (turned && one(&to, owed) && one(&from, paid))
        }
        Code::C04 => {
            one(&to, |a| matches!(a, A::Released(..)))
                && one(&from, |a| matches!(a, A::OwedByProvider(..)))
        }
        Code::D01 => {
            one(&to, |a| matches!(a, A::Free(_) | A::Tranche(..)))
                && one(&from, |a| matches!(a, A::Held(..)))
        }
        Code::D02 => {
            one(&to, |a| matches!(a, A::Held(..)))
                && from
                    .iter()
                    .all(|a| matches!(a, A::Released(..) | A::ClientCredit(_) | A::Income(_)))
        }
        Code::D03 => {
            one(&to, |a| matches!(a, A::Held(..)))
                && one(&from, |a| matches!(a, A::Free(_) | A::Tranche(..)))
        }
        Code::R01 => {
            one(&to, |a| matches!(a, A::Free(_))) && one(&from, |a| matches!(a, A::ClientCredit(_)))
        }
        Code::R02 => {
            one(&to, |a| matches!(a, A::Unallocated | A::ClientCredit(_)))
                && one(&from, |a| matches!(a, A::Transit(_)))
        }
        Code::R03 => {
            one(&to, |a| matches!(a, A::Transit(_))) && one(&from, |a| *a == A::BankClients)
        }
        Code::K01 => {
            one(&to, |a| matches!(a, A::Released(..))) && one(&from, |a| matches!(a, A::Free(_)))
        }
        Code::X01 => {
            one(&to, |a| {
                matches!(a, A::Free(_) | A::Tranche(..) | A::Unallocated)
            }) && one(&from, |a| *a == A::BankClients)
        }
        Code::X02 => {
            one(&to, |a| matches!(a, A::OwedByClient(..))) && one(&from, |a| *a == A::BankOwn)
        }
        Code::X04 => {
            one(&to, |a| matches!(a, A::Expense(_)))
                && one(&from, |a| {
                    matches!(a, A::OwedByClient(..) | A::OwedByProvider(..))
                })
        }
        Code::O01 => {
            let own: fn(&A) -> bool = |a| *a == A::BankOwn;
            let begun: fn(&A) -> bool = |a| *a == A::Opening;
            (one(&to, own) && one(&from, begun)) || (turned && one(&to, begun) && one(&from, own))
        }
    }
}
