//! A second model of the books, written apart: it reads what was recorded and nothing of the books. It knows LEDGER's table of
//! codes, what each may move from where to where, and what must never be so.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use crate::domain::escrow::event::{EscrowEvent, OfEscrow};
use crate::domain::escrow::{Account as A, Code, Entry, Outcome, Split};
use crate::domain::event::Event;
use crate::domain::ids::{EntryId, OpportunityId};
use crate::domain::money::Currency;
use crate::domain::opportunity::Side;
use crate::domain::state::State;

type Checked = Result<(), TestCaseError>;

/// A dispute that is open.
#[derive(Clone, Debug)]
struct Open {
    number: Option<u16>,
    /// What is proposed and until when, and who answered it how.
    proposed: Option<(Split, i64)>,
    replies: BTreeMap<Side, bool>,
}

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
    /// How much of each deposit came to each project and is there still, by the bank.
    came: BTreeMap<(EntryId, OpportunityId), i128>,
    /// Up to which day nothing is booked any more.
    closed: Option<i64>,
    /// The currency of each project, and whether the bank took something back from it.
    projects: BTreeMap<OpportunityId, (Currency, bool)>,
    /// What was accepted of each tranche, and what was released.
    accepted: BTreeMap<(OpportunityId, u16), (i128, i128)>,
    /// The dispute that is open: about which tranche, and what was proposed and answered.
    open: BTreeMap<OpportunityId, Open>,
    /// The tranches that the held money came from.
    pots: BTreeMap<(OpportunityId, u16), Vec<(u16, i128)>>,
}

impl Auditor {
    /// Takes in a record of this time.
    pub(super) fn reads(&mut self, at: i64, events: &[Event]) -> Checked {
        for event in events {
            if let Event::Escrow(of) = event {
                self.works(of)?;
                self.argues(at, of)?;
                self.one(of)?;
            }
        }
        Ok(())
    }

    fn holds_for(&self, id: OpportunityId, n: u16) -> i128 {
        let (currency, _) = self.projects.get(&id).expect("a project");
        let account = (A::Tranche(id, n), *currency);
        self.owes.get(&account).copied().unwrap_or_default()
    }

    /// What is worked on is funded, what is released was accepted, and nothing of it moves while it is frozen or in dispute.
    fn works(&mut self, of: &OfEscrow) -> Checked {
        let Some((_, id)) = of.of else { return Ok(()) };
        let frozen = self.projects.get(&id).is_some_and(|(_, frozen)| *frozen);
        let disputed = |n: u16| {
            let open = self.open.get(&id);
            open.is_some_and(|one| one.number.is_none_or(|about| about == n))
        };
        match &*of.event {
            EscrowEvent::Started { number } | EscrowEvent::HandedIn { number, .. } => {
                prop_assert!(self.holds_for(id, *number) > 0, "work that is not funded");
                prop_assert!(!frozen, "work on a frozen project");
            }
            EscrowEvent::Answered {
                number, accepted, ..
            }
            | EscrowEvent::Lapsed { number, accepted } => {
                prop_assert!(!disputed(*number), "answered in dispute");
                self.accepted.entry((id, *number)).or_default().0 = i128::from(*accepted);
            }
            EscrowEvent::Frozen { to, .. } => {
                self.projects.entry(id).and_modify(|one| one.1 = *to);
            }
            EscrowEvent::Booked { entry } => {
                let n = entry.number.unwrap_or_default();
                let moved = i128::from(entry.moved());
                let (accepted, released) = self.accepted.entry((id, n)).or_default();
                match entry.code {
                    Code::L01 => {
                        *released += moved;
                        prop_assert!(*released <= *accepted, "released and not accepted");
                        prop_assert!(!frozen && !disputed(n), "released all the same");
                    }
                    Code::K01 => {
                        *released -= moved;
                        *accepted -= moved;
                    }
                    Code::R01 => prop_assert!(
                        !frozen && !self.open.contains_key(&id),
                        "given back in dispute"
                    ),
                    _ => {}
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// A dispute ends as both accept, or by an award once both answered or their time is over; or it is taken back.
    fn argues(&mut self, at: i64, of: &OfEscrow) -> Checked {
        let Some((_, id)) = of.of else { return Ok(()) };
        match &*of.event {
            EscrowEvent::Disputed { dispute, .. } => {
                let open = Open {
                    number: dispute.number,
                    proposed: None,
                    replies: BTreeMap::new(),
                };
                prop_assert!(self.open.insert(id, open).is_none(), "one at a time");
            }
            EscrowEvent::Proposed { split, until, .. } => {
                let open = self.open.get_mut(&id).expect("open");
                (open.proposed, open.replies) = (Some((*split, *until)), BTreeMap::new());
            }
            EscrowEvent::Replied { side, accepts, .. } => {
                let open = self.open.get_mut(&id).expect("open");
                prop_assert!(open.proposed.is_some());
                prop_assert!(open.replies.insert(*side, *accepts).is_none(), "once");
            }
            EscrowEvent::Over { outcome, .. } => {
                let open = self.open.remove(&id).expect("open");
                let both = open.replies.len() == 2;
                match outcome {
                    Outcome::Settled(split) => {
                        prop_assert!(both && open.replies.values().all(|accepts| *accepts));
                        prop_assert_eq!(open.proposed.map(|(split, _)| split), Some(*split));
                    }
                    Outcome::Awarded(_) => {
                        let (_, until) = open.proposed.expect("proposed first");
                        prop_assert!(both || at >= until, "awarded before they answered");
                    }
                    Outcome::Withdrawn => {}
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn one(&mut self, of: &OfEscrow) -> Checked {
        match &*of.event {
            EscrowEvent::DaysClosed { to, .. } => {
                self.closed = Some(*to);
                Ok(())
            }
            EscrowEvent::Opened { project } => {
                let one = (project.currency, false);
                self.projects.insert(project.opportunity, one);
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
        prop_assert!(
            self.closed.is_none_or(|until| entry.day > until),
            "a closed day"
        );
        for side in &entry.postings {
            let of = side.account.project().and_then(|id| self.projects.get(&id));
            prop_assert!(of.is_none_or(|(currency, _)| *currency == entry.currency));
        }
        if let (Some(deposit), Some(project)) = (entry.of, entry.project) {
            let came = self.came.entry((deposit, project)).or_default();
            *came += match entry.code {
                Code::E02 => i128::from(entry.moved()),
                Code::X01 | Code::X02 => -i128::from(entry.moved()),
                _ => 0,
            };
            prop_assert!(*came >= 0, "more taken back than came: {entry:?}");
        }
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
            let of_clients = matches!(
                account,
                A::BankClients
                    | A::Unallocated
                    | A::Free(_)
                    | A::Tranche(..)
                    | A::Held(..)
                    | A::ClientCredit(_)
                    | A::Released(..)
                    | A::Transit(_)
            );
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

/// What an account is, in the words of the table below.
fn word(account: A) -> &'static str {
    match account {
        A::BankClients => "bank",
        A::BankOwn => "own",
        A::Unallocated => "open",
        A::Free(_) => "free",
        A::Tranche(..) => "part",
        A::Held(..) => "held",
        A::ClientCredit(_) => "credit",
        A::Released(..) => "released",
        A::Transit(_) => "transit",
        A::OwedByClient(..) => "client",
        A::OwedByProvider(..) => "provider",
        A::VatIn | A::VatOut => "vat",
        A::Income(_) => "income",
        A::Expense(_) => "expense",
        A::Opening => "opening",
    }
}

/// LEDGER's table: a code, what it may debit, what it may credit, and whether an entry of it may be turned round.
const TABLE: &[(Code, &str, &str, bool)] = &[
    (Code::E01, "bank", "open", true),
    (Code::E02, "open", "free", false),
    (Code::E03, "free part", "free part", false),
    (Code::L01, "part", "released", false),
    (Code::C01, "client", "income vat", false),
    (Code::C02, "own open", "client provider", true),
    (Code::C03, "provider", "income vat", false),
    (Code::C04, "released", "provider", false),
    (Code::D01, "free part", "held", false),
    (Code::D02, "held", "released credit income", false),
    (Code::D03, "held", "free part", false),
    (Code::R01, "free", "credit", false),
    (Code::R02, "open credit", "transit", false),
    (Code::R03, "transit", "bank", false),
    (Code::K01, "released", "free", false),
    (Code::X01, "free part open", "bank", false),
    (Code::X02, "client", "own", false),
    (Code::X04, "expense", "client provider", false),
    (Code::O01, "own", "opening", true),
];

/// Whether an entry moves what LEDGER's table says of its code, and nothing else.
fn allowed(entry: &Entry) -> bool {
    let side = |sign: i64| -> Vec<&str> {
        let sides = entry
            .postings
            .iter()
            .filter(|one| one.minor.signum() == sign);
        sides.map(|one| word(one.account)).collect()
    };
    let (to, from) = (side(1), side(-1));
    let within = |all: &[&str], may: &str| {
        let mut all = all.iter();
        all.all(|one| may.split(' ').any(|word| word == *one))
    };
    let row = TABLE.iter().find(|(code, ..)| *code == entry.code);
    row.is_some_and(|(_, debits, credits, may_turn)| {
        let plain = to.len() == 1 && within(&to, debits) && within(&from, credits);
        let turned = *may_turn && entry.of.is_some();
        plain || (turned && within(&to, credits) && within(&from, debits))
    })
}
