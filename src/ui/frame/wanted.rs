//! What a pane waits to see. It asks through a [`Wanted`] and takes the answer from it, with its type: what was asked
//! for by another, is older than what came, or is waited for no more is never taken.

use std::collections::VecDeque;
use std::marker::PhantomData;

use super::Out;
use crate::desk::views::{Found, Look};
use crate::ui::message::Effect;

/// The most answers that are waited for through one of them.
const MOST: usize = 64;

/// The answers of one kind that are waited for.
pub struct Wanted<T> {
    /// The tokens they come with, the oldest first.
    asked: VecDeque<u64>,
    /// The token of the first one, which is of nobody else.
    slot: Option<u64>,
    yields: PhantomData<fn() -> T>,
}

/// What was found for somebody in a pane.
pub struct Looked {
    token: u64,
    found: Option<Found>,
}

impl Looked {
    /// Returns what was found for the one who asked with `token`.
    pub fn new(token: u64, found: Found) -> Looked {
        let found = Some(found);
        Looked { token, found }
    }
}

impl<T> Default for Wanted<T> {
    fn default() -> Self {
        Wanted {
            asked: VecDeque::new(),
            slot: None,
            yields: PhantomData,
        }
    }
}

impl<T: Send + 'static> Wanted<T> {
    /// Asks for a look. What was asked for before is taken too, when it comes first.
    pub fn ask(&mut self, look: Look<T>, out: &mut Out) {
        self.send(look, false, out);
    }

    /// Asks for a look, and for nothing else any more.
    pub fn ask_only(&mut self, look: Look<T>, out: &mut Out) {
        self.asked.clear();
        self.send(look, true, out);
    }

    /// Whether something is waited for.
    pub fn is_waiting(&self) -> bool {
        !self.asked.is_empty()
    }

    /// Waits for nothing any more.
    pub fn forget(&mut self) {
        self.asked.clear();
    }

    fn send(&mut self, look: Look<T>, only: bool, out: &mut Out) {
        let before = self.slot;
        let token = out.ask(|token| Effect::Look {
            token,
            slot: before.unwrap_or(token),
            only,
            look: look.hidden(),
        });
        self.slot.get_or_insert(token);
        self.asked.push_back(token);
        if self.asked.len() > MOST {
            self.asked.pop_front();
        }
    }

    /// Takes what was found, if it is waited for here. What was asked for earlier is older, and not waited for any
    /// more.
    pub fn take(&mut self, looked: &mut Looked) -> Option<T> {
        let at = self.asked.binary_search(&looked.token).ok()?;
        let found = looked.found.take()?;
        let whole = found.is_whole();
        match found.into() {
            Ok(found) => {
                self.asked.drain(..at + usize::from(whole));
                Some(found)
            }
            Err(other) => {
                looked.found = Some(other);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::frame::Out;

    fn number(n: u32) -> Look<u32> {
        Look::read(move |_| async move { Ok(n) })
    }

    /// The tokens that were asked with, with the slots.
    fn asked(out: &mut Out) -> Vec<(u64, u64, bool)> {
        let asked = out.effects.drain(..).map(|effect| match effect {
            Effect::Look {
                token, slot, only, ..
            } => (token, slot, only),
            _ => panic!("another effect"),
        });
        asked.collect()
    }

    fn found(token: u64, n: u32, whole: bool) -> Looked {
        Looked::new(token, Found::new(n, whole))
    }

    #[test]
    fn wks_3_an_answer_is_taken_once_by_who_asked_and_never_an_older_one() {
        let (mut out, mut one, mut two) = (Out::of(1), Wanted::default(), Wanted::default());
        for n in 0..3 {
            one.ask(number(n), &mut out);
            two.ask(number(n), &mut out);
        }
        let asked: Vec<u64> = asked(&mut out).iter().map(|(token, ..)| *token).collect();
        let [first, its, second, _, third, _] = asked[..] else {
            panic!("{asked:?}");
        };
        let mut second_came = found(second, 7, true);
        assert_eq!(two.take(&mut second_came), None, "another asked");
        assert_eq!(one.take(&mut second_came), Some(7));
        assert_eq!(one.take(&mut found(second, 7, true)), None, "it came");
        assert_eq!(one.take(&mut found(first, 6, true)), None, "it is older");
        assert_eq!(one.take(&mut found(third, 8, true)), Some(8));
        assert_eq!(two.take(&mut found(its, 9, true)), Some(9));
    }

    #[test]
    fn wks_3_parts_come_before_the_whole_and_what_is_asked_anew_is_all_that_is_waited_for() {
        let (mut out, mut wanted) = (Out::of(1), Wanted::default());
        wanted.ask_only(number(1), &mut out);
        wanted.ask_only(number(2), &mut out);
        let asked = asked(&mut out);
        let [(first, slot, true), (second, same, true)] = asked[..] else {
            panic!("{asked:?}");
        };
        assert_eq!((slot, same), (first, first), "one place");
        assert_eq!(wanted.take(&mut found(first, 1, true)), None);
        assert_eq!(wanted.take(&mut found(second, 2, false)), Some(2));
        assert_eq!(wanted.take(&mut found(second, 3, true)), Some(3));
        assert_eq!(wanted.take(&mut found(second, 4, true)), None);
    }

    #[test]
    fn wks_3_what_is_of_another_kind_is_left_for_others() {
        let (mut out, mut wanted) = (Out::of(1), Wanted::<u32>::default());
        wanted.ask(number(1), &mut out);
        let token = out.last_token();
        let mut words = Looked::new(token, Found::new("words", true));
        assert_eq!(wanted.take(&mut words), None);
        assert!(words.found.is_some());
    }
}
