//! What can be done now, asked for weight by weight: the footer has room for a few, and whether something can be done
//! is a question to the rules. Gives the same as asking for everything and sorting it. Never keeps an answer.

use super::{Entry, Ready, Scope};
use crate::ui::kit::keymap::Keymap;

/// Something that offers what can be done.
pub trait Offers {
    /// Returns the weights of what there is, in any order, some perhaps twice.
    fn weights(&self) -> Vec<u8>;

    /// Returns what has this weight, a key, and can be done now, in the order of the place.
    fn of_weight(&self, weight: u8) -> Vec<Entry>;
}

/// What is known already.
impl Offers for Vec<Entry> {
    fn weights(&self) -> Vec<u8> {
        self.iter().map(|entry| entry.weight).collect()
    }

    fn of_weight(&self, weight: u8) -> Vec<Entry> {
        let can = |entry: &&Entry| {
            entry.weight == weight && !entry.chords.is_empty() && entry.ready == Ready::Yes
        };
        self.iter().filter(can).cloned().collect()
    }
}

/// Several places, the nearest first.
#[derive(Default)]
pub struct Places<'a>(pub Vec<Box<dyn Offers + 'a>>);

impl Offers for Places<'_> {
    fn weights(&self) -> Vec<u8> {
        self.0.iter().flat_map(|place| place.weights()).collect()
    }

    fn of_weight(&self, weight: u8) -> Vec<Entry> {
        let places = self.0.iter();
        places.flat_map(|place| place.of_weight(weight)).collect()
    }
}

/// The bindings of a place over its context.
pub struct Offered<'a, C: 'static> {
    scope: &'static Scope<C>,
    keymap: &'a Keymap,
    context: &'a C,
    /// The names of those that count; nothing: all do.
    only: Option<&'a [&'a str]>,
    /// The name of one that does not.
    without: Option<&'a str>,
}

impl<'a, C: 'static> Offered<'a, C> {
    /// Returns the bindings of `scope` over `context`.
    pub fn new(scope: &'static Scope<C>, keymap: &'a Keymap, context: &'a C) -> Self {
        Self {
            scope,
            keymap,
            context,
            only: None,
            without: None,
        }
    }

    /// The same, those with these names alone.
    pub fn only(self, names: &'a [&'a str]) -> Self {
        let only = Some(names);
        Self { only, ..self }
    }

    /// The same without the one of this name.
    pub fn without(self, name: Option<&'a str>) -> Self {
        Self {
            without: name,
            ..self
        }
    }

    fn counts(&self, id: &str) -> bool {
        self.without != Some(id) && self.only.is_none_or(|only| only.contains(&id))
    }

    fn ready(&self, at: usize) -> Ready {
        let binding = self.scope.bindings.get(at);
        binding.map_or(Ready::Hidden, |binding| (binding.ready)(self.context))
    }

    /// Where the binding at `at`, which can be done, stands among the others; nothing: another one that can be done
    /// has its key. Of those on one key the first that can be done is offered, in the place of the first that is not
    /// hidden.
    fn place(&self, at: usize) -> Option<usize> {
        let chord = *self.keymap.chords_of(at).first()?;
        let first = |other: &usize| self.keymap.chords_of(*other).first() == Some(&chord);
        let before = self.keymap.all_at(chord).iter().copied();
        let mut place = None;
        for other in before.filter(|other| *other < at).filter(first) {
            match self.ready(other) {
                Ready::Yes => return None,
                Ready::No(_) => place = place.or(Some(other)),
                Ready::Hidden => {}
            }
        }
        Some(place.unwrap_or(at))
    }
}

impl<C: 'static> Offers for Offered<'_, C> {
    fn weights(&self) -> Vec<u8> {
        let bindings = self.scope.bindings.iter();
        bindings.map(|binding| binding.weight).collect()
    }

    fn of_weight(&self, weight: u8) -> Vec<Entry> {
        let bindings = self.scope.bindings.iter().enumerate();
        let its = bindings.filter(|(at, binding)| {
            binding.weight == weight
                && self.counts(binding.id)
                && !self.keymap.chords_of(*at).is_empty()
        });
        let mut can: Vec<(usize, Entry)> = its
            .filter(|(at, _)| self.ready(*at) == Ready::Yes)
            .filter_map(|(at, binding)| {
                let entry = self.scope.entry(self.keymap, at, binding, Ready::Yes);
                Some((self.place(at)?, entry))
            })
            .collect();
        can.sort_by_key(|(place, _)| *place);
        can.into_iter().map(|(_, entry)| entry).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::kit::binding::{Reason, bind};
    use crate::ui::kit::keymap::Overrides;
    use proptest::prelude::*;
    use std::cell::Cell;

    /// Whether each binding can be done: 0 yes, 1 no, 2 hidden; and how often that was asked.
    #[derive(Debug)]
    struct Hand(Vec<u8>, Cell<usize>);

    fn ready<const AT: usize>(hand: &Hand) -> Ready {
        hand.1.set(hand.1.get() + 1);
        match hand.0.get(AT) {
            Some(0) => Ready::Yes,
            Some(1) => Ready::No(Reason::new("kit-empty")),
            _ => Ready::Hidden,
        }
    }

    static TABLE: Scope<Hand> = Scope {
        id: "table",
        bindings: &[
            bind("a", &["a"], 90, ready::<0>, |_| {}),
            bind("b", &["b", "z"], 90, ready::<1>, |_| {}),
            bind("c", &["a"], 91, ready::<2>, |_| {}),
            bind("d", &["a", "y"], 90, ready::<3>, |_| {}),
            bind("e", &["e"], 0, ready::<4>, |_| {}),
            bind("f", &[], 90, ready::<5>, |_| {}),
            bind("g", &["b"], 80, ready::<6>, |_| {}),
            bind("h", &["b", "a"], 80, ready::<7>, |_| {}),
            bind("i", &["i"], 80, ready::<8>, |_| {}),
            bind("j", &["e"], 100, ready::<9>, |_| {}),
        ],
    };

    fn hand(hand: Vec<u8>) -> Hand {
        Hand(hand, Cell::new(0))
    }

    fn keymap() -> Keymap {
        TABLE.keymap(&Overrides::default()).unwrap_or_default()
    }

    proptest! {
        #[test]
        fn wks_1_by_weight_is_what_all_at_once_sorted_is(
            hand in prop::collection::vec(0u8..3, 10).prop_map(hand), only in any::<bool>(), without in any::<bool>(),
        ) {
            let keymap = keymap();
            let (names, left_out) = (["a", "c", "d", "g", "i"], without.then_some("g"));
            let mut all = TABLE.entries(&keymap, &hand);
            all.retain(|entry| (!only || names.contains(&entry.id)) && left_out != Some(entry.id));
            let offered = Offered::new(&TABLE, &keymap, &hand).without(left_out);
            let offered = if only { offered.only(&names) } else { offered };
            for weight in 0..=100 {
                let had = offered.weights().contains(&weight);
                let wanted = all.of_weight(weight);
                prop_assert!(had || wanted.is_empty());
                prop_assert_eq!(offered.of_weight(weight), wanted);
            }
        }
    }

    #[test]
    fn what_is_not_asked_for_is_not_asked_of_the_rules() {
        let (keymap, hand) = (keymap(), hand(vec![0; 10]));
        let offered = Offered::new(&TABLE, &keymap, &hand);
        assert_eq!(offered.of_weight(91), Vec::new());
        assert_eq!(hand.1.get(), 2, "`c`, and `a` on its key");
    }
}
