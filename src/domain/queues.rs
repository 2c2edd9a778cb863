//! Things that wait, by whose they are, in the order of their times: how many, which come first, and how many lie
//! before an instant, each without looking at the others.
//!
//! Persistent, as all of the state: a clone is a few pointers. Counts are kept by blocks of time in three sizes, so
//! that an instant is found among years of them by a few hundred additions at most.

use imbl::{OrdMap, OrdSet};

use super::Millis;
use super::ids::RequestId;
use super::packed::packed;

/// The sizes of blocks, as powers of two of milliseconds: 50 days, 9 hours, 4 minutes.
const SIZES: [u8; 3] = [32, 25, 18];

/// What can wait: one of its kind comes before all others.
pub trait Waits: Ord + Copy {
    /// The one before all others.
    const FIRST: Self;
}

impl Waits for RequestId {
    const FIRST: RequestId = RequestId(0);
}

/// Whose, which size, and the how manieth block of it.
type Block<O> = (O, u8, i64);

/// What waits, by owner `O`.
#[derive(Clone, Debug)]
pub struct Queues<O: Ord + Copy, T: Waits> {
    keys: OrdSet<(O, Millis, T)>,
    counts: OrdMap<O, u32>,
    blocks: OrdMap<Block<O>, u32>,
}

impl<O: Ord + Copy, T: Waits> Default for Queues<O, T> {
    fn default() -> Self {
        Queues {
            keys: OrdSet::default(),
            counts: OrdMap::default(),
            blocks: OrdMap::default(),
        }
    }
}

impl<O: Ord + Copy, T: Waits> PartialEq for Queues<O, T> {
    fn eq(&self, other: &Self) -> bool {
        self.keys == other.keys && self.counts == other.counts && self.blocks == other.blocks
    }
}

impl<O: Ord + Copy, T: Waits> Queues<O, T> {
    /// Puts a thing in.
    pub fn insert(&mut self, key: (O, Millis, T)) {
        if self.keys.insert(key).is_none() {
            *self.counts.entry(key.0).or_insert(0) += 1;
            for block in blocks_of(key.0, key.1) {
                *self.blocks.entry(block).or_insert(0) += 1;
            }
        }
    }

    /// Takes a thing out.
    pub fn remove(&mut self, key: &(O, Millis, T)) {
        if self.keys.remove(key).is_some() {
            lower(&mut self.counts, &key.0);
            for block in blocks_of(key.0, key.1) {
                lower(&mut self.blocks, &block);
            }
        }
    }

    /// Puts `new` in where `old` was.
    pub fn change(&mut self, old: Option<(O, Millis, T)>, new: Option<(O, Millis, T)>) {
        if old == new {
            return;
        }
        if let Some(old) = old {
            self.remove(&old);
        }
        if let Some(new) = new {
            self.insert(new);
        }
    }

    /// Returns how many are of `owner`.
    pub fn count(&self, owner: O) -> u32 {
        self.counts.get(&owner).copied().unwrap_or(0)
    }

    /// Returns how many of `owner` have a time before `at`.
    pub fn before(&self, owner: O, at: Millis) -> u32 {
        let mut from = i64::MIN;
        let mut total: u32 = 0;
        for size in SIZES {
            let end = at >> size;
            let whole = self
                .blocks
                .range((owner, size, from >> size)..(owner, size, end));
            total = whole.fold(total, |sum, (_, n)| sum.saturating_add(*n));
            from = end << size;
        }
        let rest = self.of(owner, from).take_while(|(time, _)| *time < at);
        total.saturating_add(u32::try_from(rest.count()).unwrap_or(u32::MAX))
    }

    /// Returns how many of `owner` have a time from `from` on and before `to`.
    pub fn between(&self, owner: O, from: Millis, to: Millis) -> u32 {
        self.before(owner, to)
            .saturating_sub(self.before(owner, from))
    }

    /// Returns those of `owner` whose time is `from` or later, in the order of their times.
    pub fn of(&self, owner: O, from: Millis) -> impl Iterator<Item = (Millis, T)> + '_ {
        let theirs = self.keys.range((owner, from, T::FIRST)..);
        theirs
            .take_while(move |(whose, ..)| *whose == owner)
            .map(|(_, time, thing)| (*time, *thing))
    }

    /// Returns whose there are, in their order.
    pub fn owners(&self) -> impl Iterator<Item = O> + '_ {
        self.counts.keys().copied()
    }
}

impl<O: Ord + Copy, T: Waits> FromIterator<(O, Millis, T)> for Queues<O, T> {
    /// The same as putting one after the other in. A map that is filled in its own order takes a fraction of the
    /// time.
    fn from_iter<I: IntoIterator<Item = (O, Millis, T)>>(keys: I) -> Self {
        let mut keys: Vec<(O, Millis, T)> = keys.into_iter().collect();
        keys.sort_unstable();
        keys.dedup();
        let counts = runs(keys.iter().map(|(owner, ..)| *owner));
        let mut blocks = Vec::new();
        for size in SIZES {
            let of_size = keys
                .iter()
                .map(|(owner, time, _)| (*owner, size, time >> size));
            blocks.extend(runs(of_size));
        }
        blocks.sort_unstable();
        Queues {
            keys: packed(keys).collect(),
            counts: counts.into_iter().collect(),
            blocks: blocks.into_iter().collect(),
        }
    }
}

fn blocks_of<O: Copy>(owner: O, time: Millis) -> [Block<O>; 3] {
    SIZES.map(|size| (owner, size, time >> size))
}

fn lower<K: Ord + Clone>(counts: &mut OrdMap<K, u32>, key: &K) {
    match counts.get_mut(key) {
        Some(count) if *count > 1 => *count -= 1,
        Some(_) => {
            counts.remove(key);
        }
        None => {}
    }
}

/// How often each comes in a row.
fn runs<K: PartialEq>(keys: impl Iterator<Item = K>) -> Vec<(K, u32)> {
    let mut runs: Vec<(K, u32)> = Vec::new();
    for key in keys {
        match runs.last_mut() {
            Some((last, count)) if *last == key => *count += 1,
            _ => runs.push((key, 1)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key() -> impl Strategy<Value = (u32, Millis, RequestId)> {
        let time = prop_oneof![
            0..2_000_000_i64,
            1_773_000_000_000..1_774_000_000_000_i64,
            Just(Millis::MAX),
        ];
        (0..3_u32, time, (1..40_u32).prop_map(RequestId))
    }

    proptest! {
        #[test]
        fn counts_are_those_of_a_scan(
            keys in prop::collection::vec((key(), any::<bool>()), 1..200),
            at in key(),
        ) {
            let mut queues = Queues::default();
            let mut plain = std::collections::BTreeSet::new();
            for (key, out) in keys {
                queues.insert(key);
                plain.insert(key);
                if out {
                    queues.remove(&key);
                    plain.remove(&key);
                }
            }
            let (owner, time, _) = at;
            let theirs = || plain.iter().filter(|key| key.0 == owner);
            prop_assert_eq!(queues.count(owner) as usize, theirs().count());
            prop_assert_eq!(
                queues.before(owner, time) as usize,
                theirs().filter(|key| key.1 < time).count()
            );
            let listed: Vec<_> = queues.of(owner, time).collect();
            let scanned: Vec<_> = theirs()
                .filter(|key| key.1 >= time)
                .map(|key| (key.1, key.2))
                .collect();
            prop_assert_eq!(listed, scanned);
            let anew: Queues<u32, RequestId> = plain.into_iter().collect();
            prop_assert!(queues == anew, "filled at once, or one by one");
        }
    }
}
