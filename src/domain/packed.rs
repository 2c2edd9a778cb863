//! Persistent maps and sets that are filled at once. A tree that takes its entries in their own order leaves every leaf
//! half empty behind it; in the order given here it leaves them full, at half the memory. Changes no entry.

/// Entries a leaf has room for when it splits, and how many it keeps then (`imbl`'s own numbers; others would cost
/// memory, nothing else).
const KEPT: usize = 8;
/// A leaf's worth: those that are put in first, and those that come between them.
const RUN: usize = 2 * KEPT - 1;

/// Returns sorted entries in the order in which a tree is to take them.
pub(in crate::domain) fn packed<T: Copy>(sorted: Vec<T>) -> impl Iterator<Item = T> {
    let first = |at: usize| (at % RUN).is_multiple_of(2);
    let all = sorted.len();
    let order = (0..all).filter(move |at| first(*at));
    let order = order.chain((0..all).filter(move |at| !first(*at)));
    order.filter_map(move |at| sorted.get(at).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_comes_once() {
        for many in [0, 1, 2, 7, 14, 15, 16, 31, 1_000] {
            let mut entries: Vec<usize> = packed((0..many).collect()).collect();
            entries.sort_unstable();
            assert_eq!(entries, (0..many).collect::<Vec<_>>());
        }
    }
}
