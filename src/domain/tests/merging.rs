//! REQ-8: merging requests: what moves, what cannot be merged, and the limits that stay.

use super::acts::{merge, one_of_each};
use super::bench::*;
use crate::domain::command::Act;
use crate::domain::ids::RequestId;
use crate::domain::refusal::Refusal;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::request::{Request, Status, Turn};

#[test]
fn req_8_merge_moves_messages_tags_and_watchers() {
    let mut bench = Bench::new();
    let (one, two, three) = (
        bench.any_request(),
        bench.any_request(),
        bench.any_request(),
    );
    bench.act(BEN, two, Act::Tag("b".into(), true));
    bench.act(BEN, three, Act::Tag("a".into(), true));
    bench.act(BEN, three, Act::Tag("b".into(), true));
    bench.act(CLEA, two, Act::Watch(true));
    bench.must(Some(BEN), merge(&[2, 3], 1));
    let winner = bench.get(one);
    assert_eq!(*winner.messages, [key(1), key(2), key(3)]);
    assert_eq!(*winner.tags, ["a".into(), "b".into()]);
    assert_eq!(*winner.watchers, [CLEA]);
    for loser in [two, three] {
        assert_eq!(bench.get(loser).status, Status::Merged { into: one });
        assert_eq!(bench.get(loser).turn, Turn::NOBODY);
    }
    assert_eq!(bench.state.requests().live(), 1);
}

#[test]
fn req_8_what_cannot_be_merged() {
    let bench = one_of_each();
    let refusal = |from: &[u32], into| {
        bench
            .decide(Some(BEN), &merge(from, into))
            .expect_err("refused")
    };
    assert_eq!(
        refusal(&[1], 1),
        Refusal::Request(RequestRefusal::MergeWithItself)
    );
    assert_eq!(
        refusal(&[], 1),
        Refusal::Request(RequestRefusal::MergeWithItself)
    );
    assert_eq!(
        refusal(&[3], 1),
        Refusal::Request(RequestRefusal::IsClosed(RequestId(3)))
    );
    assert_eq!(
        refusal(&[4], 2),
        Refusal::Request(RequestRefusal::IsMerged { into: RequestId(1) })
    );
    assert_eq!(
        refusal(&[1], 4),
        Refusal::Request(RequestRefusal::IsMerged { into: RequestId(1) })
    );
    assert_eq!(
        refusal(&[5], 1),
        Refusal::Request(RequestRefusal::IsVoid(RequestId(5)))
    );
    assert_eq!(
        refusal(&[9], 1),
        Refusal::Request(RequestRefusal::NoSuchRequest(RequestId(9)))
    );
    let many: Vec<u32> = (0..501).collect();
    assert_eq!(refusal(&many, 1), Refusal::TooLong { most: 500 });
}

#[test]
fn req_8_a_merge_keeps_the_limits() {
    let mut bench = Bench::new();
    let (one, two) = (bench.any_request(), bench.any_request());
    for n in 0..Request::MOST {
        let id = if n % 2 == 0 { one } else { two };
        bench.act(BEN, id, Act::Tag(format!("t{n}").into(), true));
    }
    bench.act(BEN, two, Act::Tag("one too many".into(), true));
    let refused = bench.decide(Some(BEN), &merge(&[2], 1));
    assert_eq!(
        refused,
        Err(Refusal::TooLong {
            most: Request::MOST
        })
    );
}
