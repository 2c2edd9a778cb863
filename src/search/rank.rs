//! Keeps the best requests of all that match, and counts them, in memory that does not grow with the number
//! of matching documents.

use std::cmp::Reverse;

/// One request that matches, by its best document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The request.
    pub request: u32,
    /// Journal sequence of the best document: where the caller finds its text.
    pub seq: u64,
    /// How well it answers; only comparable within one answer.
    pub score: f32,
    /// When the document was written, in milliseconds since 1970 UTC.
    pub at_ms: i64,
}

/// Order of hits, best greatest: scores by steps, then the newest.
type Rank = (u32, i64, u64);

/// The step a score falls in, eight to each doubling: steps are 7 to 13 % wide. The bits of positive floats
/// grow with their value, exponent first, so dropping all but three bits of the fraction makes the steps.
pub(super) fn step(score: f32) -> u32 {
    score.max(0.0).to_bits() >> 20
}

fn rank(hit: &Hit) -> Rank {
    (step(hit.score), hit.at_ms, hit.seq)
}

/// The best `limit` requests seen so far.
pub(super) struct Best {
    limit: usize,
    kept: Vec<Hit>,
    /// What a hit must beat, once there are `limit` of them.
    bar: Option<Rank>,
    seen: Seen,
}

impl Best {
    pub(super) fn new(limit: usize) -> Best {
        Best {
            limit,
            kept: Vec::new(),
            bar: None,
            seen: Seen::default(),
        }
    }

    /// Takes one matching document; `rest` gives its time and sequence, and is asked only if it may matter.
    pub(super) fn offer(&mut self, request: u32, score: f32, rest: impl FnOnce() -> (i64, u64)) {
        self.seen.add(request);
        if self.limit == 0 || self.bar.is_some_and(|(bar, _, _)| step(score) < bar) {
            return;
        }
        let (at_ms, seq) = rest();
        let hit = Hit {
            request,
            seq,
            score,
            at_ms,
        };
        if self.bar.is_none_or(|bar| rank(&hit) > bar) {
            self.kept.push(hit);
            if self.kept.len() >= self.limit * 4 + 1024 {
                self.prune();
            }
        }
    }

    /// Best first, and how many different requests there were.
    pub(super) fn finish(mut self) -> (Vec<Hit>, usize) {
        self.prune();
        (self.kept, self.seen.count)
    }

    /// Keeps the best document of each request, then the best requests. A request dropped here comes back
    /// if a better document of it does, as the bar never goes down.
    fn prune(&mut self) {
        self.kept
            .sort_unstable_by_key(|hit| (hit.request, Reverse(rank(hit))));
        self.kept.dedup_by_key(|hit| hit.request);
        self.kept
            .sort_unstable_by_key(|hit| (Reverse(rank(hit)), hit.request));
        self.kept.truncate(self.limit);
        if self.kept.len() == self.limit {
            self.bar = self.kept.last().map(rank);
        }
    }
}

/// Which requests were seen: a bit each, in pages, so that few bits cost little.
#[derive(Default)]
struct Seen {
    pages: Vec<Option<Box<[u64; 1024]>>>,
    count: usize,
}

impl Seen {
    fn add(&mut self, request: u32) {
        let [page, word, bit] = [request >> 16, (request >> 6) & 1023, request & 63];
        let page = page as usize;
        if page >= self.pages.len() {
            self.pages.resize_with(page + 1, || None);
        }
        let Some(slot) = self.pages.get_mut(page) else {
            return;
        };
        let words = slot.get_or_insert_with(|| Box::new([0; 1024]));
        if let Some(word) = words.get_mut(word as usize) {
            let mask = 1 << bit;
            self.count += usize::from(*word & mask == 0);
            *word |= mask;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn req_12_close_scores_are_one_step_and_far_ones_are_not() {
        assert_eq!(step(8.0), step(8.9));
        assert!(step(8.0) < step(9.1));
        assert!(step(0.0) < step(0.01) && step(-1.0) == step(0.0));
    }

    proptest::proptest! {
        #[test]
        fn req_12_the_best_of_each_request_are_kept(
            docs in proptest::collection::vec((0_u32..3000, 0.0_f32..20.0, 0_i64..50), 0..4000),
            limit in 0_usize..40,
        ) {
            let (mut best, mut all) = (Best::new(limit), HashMap::<u32, Rank>::new());
            for (seq, (request, score, at)) in docs.into_iter().enumerate() {
                best.offer(request, score, || (at, seq as u64));
                let rank = (step(score), at, seq as u64);
                let known = all.entry(request).or_insert(rank);
                *known = rank.max(*known);
            }
            let (hits, total) = best.finish();
            proptest::prop_assert_eq!(total, all.len());
            let mut expected: Vec<_> = all.into_values().collect();
            expected.sort_unstable_by_key(|rank| Reverse(*rank));
            expected.truncate(limit);
            proptest::prop_assert_eq!(hits.iter().map(rank).collect::<Vec<_>>(), expected);
        }
    }
}
