//! What was typed for commands under way: a refusal brings it back as it was, as soon as nothing else is
//! being typed. Never sends anything.

use std::collections::VecDeque;
use std::ops::RangeInclusive;

/// The most commands under way whose words are kept, and the most that wait to come back.
const MOST: usize = 8;

/// Words that were sent, by the tokens of their commands.
pub struct Kept<T> {
    sent: VecDeque<(RangeInclusive<u64>, T)>,
    refused: VecDeque<T>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self {
            sent: VecDeque::new(),
            refused: VecDeque::new(),
        }
    }
}

impl<T> Kept<T> {
    /// Keeps `what` for the commands with these tokens.
    pub fn keep(&mut self, tokens: RangeInclusive<u64>, what: T) {
        self.sent.truncate(MOST - 1);
        self.sent.push_front((tokens, what));
    }

    /// Takes the words that were sent with the command that has `token`, which was answered.
    pub fn settle(&mut self, token: u64) -> Option<T> {
        let its = self.sent.iter().position(|(all, _)| all.contains(&token));
        self.sent.remove(its?).map(|(_, what)| what)
    }

    /// The words that are under way.
    pub fn sent(&self) -> impl Iterator<Item = &T> {
        self.sent.iter().map(|(_, what)| what)
    }

    /// Has refused words wait until nothing else is typed.
    pub fn wait(&mut self, what: T) {
        self.refused.truncate(MOST - 1);
        self.refused.push_back(what);
    }

    /// Takes the words that have waited longest. Ask when nothing is being typed.
    pub fn back(&mut self) -> Option<T> {
        self.refused.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_7_words_come_back_with_their_own_refusal_and_wait_for_their_turn() {
        let mut kept = Kept::default();
        kept.keep(1..=2, "a");
        kept.keep(3..=3, "b");
        kept.keep(4..=4, "c");
        assert_eq!(kept.settle(9), None, "nobody's answer");
        assert_eq!(kept.settle(4), Some("c"));
        for token in [3, 2, 1] {
            if let Some(words) = kept.settle(token) {
                kept.wait(words);
            }
        }
        assert_eq!(kept.back(), Some("b"));
        assert_eq!(kept.back(), Some("a"), "once, whatever its others come to");
        assert_eq!(kept.back(), None);
    }
}
