//! A second set of books: credits recounted from the events alone, by other arithmetic than the rules'.

use crate::domain::opportunity::credit::event::OfCredits;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use crate::domain::event::Event;
use crate::domain::firm::event::{FirmEvent, OfFirm};
use crate::domain::ids::{FirmId, OpportunityId};
use crate::domain::opportunity::credit::{CreditEntry, CreditKind};
use crate::domain::state::State;

use super::Checked;

type Step = (OpportunityId, FirmId, CreditKind);

/// The books.
#[derive(Default)]
pub(super) struct Auditor {
    granted: BTreeMap<(FirmId, CreditKind), u64>,
    /// What each step cost, and whether that was given back.
    paid: BTreeMap<Step, u64>,
    back: BTreeSet<Step>,
}

impl Auditor {
    /// Writes down what a record says of credits.
    pub fn note(&mut self, events: &[Event]) -> Checked {
        for event in events {
            let (firm, entry) = match event {
                Event::Credit(OfCredits { person, entry }) => (FirmId::own(*person), entry),
                Event::Firm(OfFirm { firm, event }) => match &**event {
                    FirmEvent::Credited { entry } => (*firm, entry),
                    _ => continue,
                },
                _ => continue,
            };
            match &**entry {
                CreditEntry::Granted { kind, count, why } => {
                    prop_assert!(!why.is_empty());
                    *self.granted.entry((firm, *kind)).or_default() += u64::from(*count);
                }
                CreditEntry::Used {
                    opportunity,
                    kind,
                    price,
                    ground,
                } => {
                    let step = (*opportunity, firm, *kind);
                    prop_assert_eq!(ground.is_some(), *kind == CreditKind::Contact);
                    let before = self.paid.insert(step, u64::from(*price));
                    prop_assert_eq!(before, None, "{:?} twice", step);
                }
                CreditEntry::Refunded {
                    opportunity,
                    kind,
                    price,
                    ..
                } => {
                    let step = (*opportunity, firm, *kind);
                    prop_assert_eq!(self.paid.get(&step), Some(&u64::from(*price)));
                    prop_assert!(*price > 0 && self.back.insert(step), "{step:?} twice");
                }
            }
        }
        Ok(())
    }

    fn left(&self, firm: FirmId, kind: CreditKind) -> Option<u64> {
        let theirs = |(step, _): &(&Step, &u64)| step.1 == firm && step.2 == kind;
        let paid = self.paid.iter().filter(theirs);
        let paid = paid.filter(|(step, _)| !self.back.contains(*step));
        let spent: u64 = paid.map(|(_, price)| price).sum();
        let granted = self.granted.get(&(firm, kind)).copied().unwrap_or(0);
        granted.checked_sub(spent)
    }

    /// Whether the rules' own books say the same.
    pub fn agrees(&self, state: &State) -> Checked {
        let own = state.people().map(|p| FirmId::own(p.id));
        let rows = state.firms().rows().map(|firm| firm.id);
        for firm in own.chain(rows) {
            for kind in CreditKind::ALL {
                let left = u64::from(state.credits().left(firm, kind));
                prop_assert_eq!(self.left(firm, kind), Some(left), "{} {:?}", firm, kind);
            }
        }
        for ((opportunity, firm), opened) in state.credits().all_opened() {
            for kind in CreditKind::ALL {
                let step = (*opportunity, *firm, kind);
                let told = opened.step(kind);
                prop_assert_eq!(
                    told.map(|s| u64::from(s.price)),
                    self.paid.get(&step).copied()
                );
                let back = told.is_some_and(|s| s.refunded);
                prop_assert_eq!(back, self.back.contains(&step));
            }
        }
        let opened = state.credits().all_opened();
        let steps = opened.map(|(_, o)| CreditKind::ALL.iter().filter(|k| o.is(**k)).count());
        prop_assert_eq!(steps.sum::<usize>(), self.paid.len());
        Ok(())
    }
}
