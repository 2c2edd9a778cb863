//! What a session looks at beside its screen: of each slot one look at a time, then the newest that was asked for since.
//! Those between are left out. Never carries one out itself.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::desk::views::Cancel;

/// The looks of a session, each an `A`, by the tokens they were asked for with.
pub(super) struct Slots<A>(BTreeMap<u64, Slot<A>>);

struct Slot<A> {
    /// The token of the one that is carried out.
    token: u64,
    cancel: Cancel,
    next: Option<(u64, A)>,
}

/// A look that begins now: its token, and what is set when nobody waits for it any more.
pub(super) type Begun<A> = (u64, A, Cancel);

impl<A> Default for Slots<A> {
    fn default() -> Self {
        Slots(BTreeMap::new())
    }
}

impl<A> Slots<A> {
    /// Takes a look into its slot; `only`: nobody waits for those before it. Yields it back when it begins now.
    pub(super) fn put(&mut self, slot: u64, only: bool, token: u64, asked: A) -> Option<Begun<A>> {
        match self.0.get_mut(&slot) {
            Some(busy) if !only => {
                busy.next = Some((token, asked));
                return None;
            }
            Some(busy) => busy.cancel.store(true, Ordering::Relaxed),
            None => {}
        }
        Some(self.begin(slot, token, asked))
    }

    fn begin(&mut self, slot: u64, token: u64, asked: A) -> Begun<A> {
        let (cancel, next) = (Arc::new(AtomicBool::new(false)), None);
        let begun = Slot {
            token,
            cancel: Arc::clone(&cancel),
            next,
        };
        self.0.insert(slot, begun);
        (token, asked, cancel)
    }

    /// The look with `token` is over. Yields the next one of its slot.
    pub(super) fn end(&mut self, slot: u64, token: u64) -> Option<Begun<A>> {
        let ended = self.0.get_mut(&slot).filter(|slot| slot.token == token)?;
        match ended.next.take() {
            Some((token, asked)) => Some(self.begin(slot, token, asked)),
            None => {
                self.0.remove(&slot);
                None
            }
        }
    }

    /// Cancels all of them.
    pub(super) fn cancel(&mut self) {
        for slot in self.0.values_mut() {
            slot.next = None;
            slot.cancel.store(true, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begun(begun: Option<Begun<&'static str>>) -> Option<(u64, &'static str)> {
        begun.map(|(token, asked, _)| (token, asked))
    }

    #[test]
    fn wks_3_of_one_slot_one_look_is_carried_out_and_the_newest_is_next() {
        let mut slots = Slots::default();
        assert_eq!(begun(slots.put(1, false, 1, "one")), Some((1, "one")));
        assert_eq!(begun(slots.put(1, false, 2, "two")), None);
        assert_eq!(begun(slots.put(1, false, 3, "three")), None);
        let another = slots.put(4, false, 4, "another");
        assert_eq!(begun(another), Some((4, "another")));
        assert_eq!(begun(slots.end(1, 1)), Some((3, "three")), "not the second");
        assert_eq!(begun(slots.end(1, 3)), None);
        assert_eq!(begun(slots.put(1, false, 5, "five")), Some((5, "five")));
    }

    #[test]
    fn wks_3_a_look_that_is_all_that_is_wanted_begins_and_ends_the_one_before() {
        let mut slots = Slots::default();
        let (_, _, first) = slots.put(1, true, 1, "one").expect("it begins");
        let (_, _, second) = slots.put(1, true, 2, "two").expect("it begins");
        assert!(first.load(Ordering::Relaxed) && !second.load(Ordering::Relaxed));
        assert_eq!(begun(slots.put(1, false, 3, "three")), None);
        // The one that was cancelled is over: that is no end of the other.
        assert_eq!(begun(slots.end(1, 1)), None);
        assert_eq!(begun(slots.end(1, 2)), Some((3, "three")));
        slots.cancel();
        assert!(
            slots
                .0
                .values()
                .all(|slot| slot.cancel.load(Ordering::Relaxed))
        );
    }
}
