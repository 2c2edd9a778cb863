//! The dice of a trial: seeded, so that its number is enough to throw them again.

use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};

/// Throws dice.
pub struct Dice(TestRng);

impl Dice {
    /// Returns the dice of one trial of a kind.
    pub fn of(seed: u64, kind: &str, trial: u64) -> Dice {
        let words = format!("{seed}/{kind}/{trial}");
        let seed = blake3::hash(words.as_bytes());
        Dice(TestRng::from_seed(RngAlgorithm::ChaCha, seed.as_bytes()))
    }

    /// Returns dice for somebody else, who throws as often as they like.
    pub fn hand_out(&mut self) -> Dice {
        let mut seed = [0; 32];
        self.0.fill_bytes(&mut seed);
        Dice(TestRng::from_seed(RngAlgorithm::ChaCha, &seed))
    }

    /// Returns a number below `n`, or 0 when there is none.
    pub fn below(&mut self, n: u64) -> u64 {
        self.0.next_u64().checked_rem(n).unwrap_or(0)
    }

    /// Returns an index into something of this length.
    pub fn index(&mut self, length: usize) -> usize {
        self.below(length as u64) as usize
    }

    /// Returns one of several.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.index(of.len())]
    }

    /// Returns a word that nobody else has.
    pub fn word(&mut self) -> String {
        format!("zq{:016x}", self.0.next_u64())
    }
}
