//! WKS-3: what is told to have changed is exactly what changed, or that nobody can tell any more.

use proptest::prelude::*;

use super::*;
use crate::domain::meta::Meta;

/// A state that stands at `seq`.
fn at(state: &State, seq: Seq) -> State {
    let mut state = state.clone();
    state.apply(
        &Meta {
            seq,
            at: 0,
            actor: None,
            on_behalf: None,
            command: u128::from(seq),
        },
        &[],
    );
    state
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn wks_3_changed_since_is_exact(
        begin in 0..50_u64,
        groups in prop::collection::vec(prop::collection::vec(0..600_usize, 0..4), 0..25),
    ) {
        let feed = Feed::new(at(&State::default(), begin));
        let (mut seq, mut told) = (begin, Vec::new());
        for group in groups {
            let mut changed = Vec::new();
            for many in group {
                seq += 1;
                changed.extend((0..many).map(|n| (seq, RequestId((n * 7 % 900) as u32 + 1))));
            }
            told.extend(changed.iter().copied());
            let before = feed.latest();
            feed.publish(at(before.state(), seq), changed, []);
        }
        let published = feed.latest();
        prop_assert_eq!(published.seq(), seq);
        for since in 0..=seq + 1 {
            let mut wanted: Vec<RequestId> =
                told.iter().filter(|(at, _)| *at > since).map(|(_, id)| *id).collect();
            wanted.sort_unstable();
            wanted.dedup();
            match published.changed_since(since) {
                Some(changed) => prop_assert_eq!(changed, wanted),
                None => {
                    let behind = told.iter().filter(|(at, _)| *at > since).count();
                    prop_assert!(since < begin || behind > 4_000, "{behind} could be told since {since}");
                }
            }
        }
    }
}

#[test]
fn wks_7_trouble_is_told_until_something_is_recorded_again() {
    let feed = Feed::new(State::default());
    let bell = feed.subscribe();
    feed.report(Some("the disk is full"));
    assert!(bell.has_changed().expect("a feed"));
    assert_eq!(feed.latest().trouble(), Some("the disk is full"));
    let news = feed.latest().news_of(None);
    feed.publish(at(&State::default(), 1), [(1, RequestId(1))], []);
    assert_eq!(feed.latest().trouble(), None);
    assert_ne!(feed.latest().news_of(None), news, "and everybody learns it");
}
