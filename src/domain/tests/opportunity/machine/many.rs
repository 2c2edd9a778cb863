//! The machine over twenty thousand sequences, which takes minutes, and what it reached in them.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::wishes::wish;
use super::{run, starts};

/// The same over twenty thousand sequences: run it by hand, and read how many there were and what was let pass in them.
#[test]
#[ignore = "takes minutes"]
fn brd_6_brd_8_twenty_thousand_sequences_hold() {
    let starts = starts();
    let config = ProptestConfig {
        cases: 20_000,
        ..ProptestConfig::default()
    };
    let count = std::cell::Cell::new(0_u32);
    let steps = std::cell::RefCell::new(BTreeMap::<String, (u32, u32)>::new());
    let wishes = prop::collection::vec(wish(), 1..60);
    proptest!(config, |(at in 0..4_usize, wishes in wishes)| {
        count.set(count.get() + 1);
        run(&starts[at], &wishes, |wish, passed| {
            let mut steps = steps.borrow_mut();
            let kind = steps.entry(wish.kind()).or_default();
            let which = if passed { &mut kind.0 } else { &mut kind.1 };
            *which += 1;
        })?;
    });
    println!("{} sequences", count.get());
    for (kind, (passed, refused)) in steps.borrow().iter() {
        println!("{kind}: {passed} accepted, {refused} refused");
    }
    assert!(count.get() >= 20_000);
    let steps = steps.into_inner();
    let never: Vec<_> = steps.iter().filter(|one| one.1.0 == 0).collect();
    assert!(never.is_empty(), "never accepted: {never:?}");
}
