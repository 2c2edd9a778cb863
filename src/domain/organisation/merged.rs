//! Which rows were merged into which: found at once from either side, made from the rows, never written. Changes no row.

use imbl::{OrdMap, OrdSet};

/// Rows that stand for others, by number.
#[derive(Clone, Debug, Default)]
pub(in crate::domain) struct Merged {
    /// Of each that was merged, which one stands for it.
    into: OrdMap<u32, u32>,
    /// All that went into each, whatever they went through on the way.
    parts: OrdSet<(u32, u32)>,
}

impl Merged {
    /// Returns what `pairs` say: each row that was merged, with the one it was merged into itself.
    pub(in crate::domain) fn of(pairs: impl Iterator<Item = (u32, u32)>) -> Merged {
        let next: OrdMap<u32, u32> = pairs.collect();
        let mut merged = Merged::default();
        for from in next.keys() {
            let above = std::iter::successors(next.get(from), |at| next.get(*at));
            // A circle in the data ends.
            for into in above.take(next.len()) {
                merged.parts.insert((*into, *from));
                merged.into.insert(*from, *into);
            }
        }
        merged
    }

    /// Returns which one stands for `id`: itself, unless it was merged.
    pub(in crate::domain) fn now(&self, id: u32) -> u32 {
        self.into.get(&id).copied().unwrap_or(id)
    }

    /// Returns all that went into `id`.
    pub(in crate::domain) fn parts(&self, id: u32) -> impl Iterator<Item = u32> + '_ {
        self.parts
            .range((id, 0)..=(id, u32::MAX))
            .map(|(_, part)| *part)
    }

    /// Lets `into` stand for `from` and all that went into it.
    pub(in crate::domain) fn join(&mut self, from: u32, into: u32) {
        for part in self.whole(from) {
            self.parts.insert((into, part));
            self.into.insert(part, into);
        }
    }

    /// Lets `from` stand for itself again, and for all that went into it.
    pub(in crate::domain) fn part(&mut self, from: u32, into: u32) {
        for part in self.whole(from) {
            self.parts.remove(&(into, part));
            self.into.insert(part, from);
        }
        self.into.remove(&from);
    }

    fn whole(&self, id: u32) -> Vec<u32> {
        std::iter::once(id).chain(self.parts(id)).collect()
    }
}
