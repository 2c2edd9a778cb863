//! Stored files: which of them records name, and how much one person's may take up (BRD-5, PPL-6, WKS-7).

use std::collections::BTreeSet;

use super::bench::*;
use crate::domain::files::{Content, Files, Named, Owner, PERSON_BYTES, PERSON_FILES, Used};
use crate::domain::ids::{OpportunityId, ProposalId};
use crate::domain::opportunity::Command as Board;
use crate::domain::opportunity::proposal::Standing as At;
use crate::domain::refusal::Refusal;
use crate::domain::request::{Attachment, Incoming};

/// A file whose content is known by `n`.
pub(in crate::domain::tests) fn file(n: u64, size: u64) -> Attachment {
    let mut blob = [0; 32];
    blob[..8].copy_from_slice(&n.to_be_bytes());
    Attachment {
        name: format!("{n}.pdf").into(),
        mime: "".into(),
        size,
        blob,
    }
}

fn propose(opportunity: OpportunityId, files: Vec<Attachment>, submit: bool) -> Board {
    let mut offer = offer(Some(euros(80_000)));
    if opportunity == SUB {
        offer.price = None;
    }
    offer.files = files;
    Board::Propose {
        opportunity,
        offer: Box::new(offer),
        submit,
    }
}

/// The numbers of the files that records name.
fn named(files: &Files) -> Vec<u64> {
    let number = |content: &Content| u64::from_be_bytes(content[..8].try_into().expect("eight"));
    let all: BTreeSet<u64> = files.all().map(number).collect();
    all.into_iter().collect()
}

fn opened() -> Fair {
    let mut fair = Fair::open();
    fair.opens(FAY, INTRO);
    fair.opens(FAY, SUB);
    fair.opens(GIL, INTRO);
    fair
}

#[test]
fn ppl_6_what_was_submitted_is_kept_and_a_draft_lets_go() {
    let mut fair = opened();
    let files = |fair: &Fair| named(fair.state.files());
    fair.must(FAY, propose(INTRO, vec![file(1, 10), file(2, 10)], false));
    assert_eq!(files(&fair), [1, 2]);
    fair.must(FAY, propose(INTRO, vec![file(2, 10), file(3, 10)], false));
    assert_eq!(files(&fair), [2, 3], "nobody saw the first one");
    // The same file in somebody else's draft stays theirs.
    fair.must(GIL, propose(INTRO, vec![file(2, 10)], false));
    fair.must(FAY, propose(INTRO, vec![file(3, 10)], true));
    assert_eq!(files(&fair), [2, 3]);
    fair.must(FAY, propose(INTRO, vec![file(4, 10)], true));
    assert_eq!(
        files(&fair),
        [2, 3, 4],
        "what was submitted stays on record"
    );
    let withdraw = Board::Withdraw {
        proposal: ProposalId(1),
        reason: "booked".into(),
    };
    fair.must(FAY, withdraw);
    assert_eq!(fair.stands(INTRO, FAY), Some(At::Withdrawn));
    fair.must(FAY, propose(INTRO, vec![file(5, 10)], false));
    fair.must(FAY, propose(INTRO, vec![file(6, 10)], false));
    fair.must(GIL, propose(INTRO, Vec::new(), false));
    assert_eq!(files(&fair), [3, 4, 6]);
    let used = fair.state.files().used(FAY);
    assert_eq!(
        used,
        Used {
            files: 3,
            bytes: 30
        }
    );
    assert_eq!(fair.state.files().used(GIL), Used::default());
    let rows = fair.state.files().rows();
    assert_eq!(&Files::from_rows(rows), fair.state.files());
    replays(&fair);
}

#[test]
fn brd_5_ones_files_have_a_limit_in_bytes_that_tells_what_is_used() {
    let mut fair = opened();
    fair.must(FAY, propose(INTRO, vec![file(1, PERSON_BYTES - 100)], true));
    let full = Refusal::FilesFull {
        files: 1,
        bytes: PERSON_BYTES - 100,
    };
    assert_eq!(fair.no(FAY, propose(SUB, vec![file(2, 101)], false)), full);
    fair.must(FAY, propose(SUB, vec![file(2, 100)], false));
    // Another draft in its place: what it let go of counts no more.
    fair.must(FAY, propose(SUB, vec![file(3, 100)], false));
    let grown = propose(SUB, vec![file(3, 100), file(4, 1)], false);
    assert!(matches!(
        fair.no(FAY, grown),
        Refusal::FilesFull { files: 2, .. }
    ));
    // Replacing what was submitted frees nothing: it stays on record.
    let replaced = propose(INTRO, vec![file(5, 1)], true);
    assert!(matches!(fair.no(FAY, replaced), Refusal::FilesFull { .. }));
    // The same file twice is one; others have room of their own.
    fair.must(FAY, propose(SUB, vec![file(3, 100), file(1, 5)], false));
    fair.must(GIL, propose(INTRO, vec![file(1, PERSON_BYTES)], true));
    let facts = full.facts();
    let names: Vec<&str> = facts.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["files", "most", "used", "room"]);
}

#[test]
fn brd_5_ones_files_have_a_limit_in_number_and_one_who_is_over_it_can_still_work() {
    let mut fair = opened();
    let batch = |n: usize| {
        (0..10)
            .map(|at| file((n * 10 + at) as u64, 1))
            .collect::<Vec<_>>()
    };
    for n in 0..PERSON_FILES / 10 {
        fair.must(FAY, propose(INTRO, batch(n), true));
    }
    let full = Refusal::FilesFull {
        files: PERSON_FILES,
        bytes: PERSON_FILES as u64,
    };
    let more = file(u64::MAX, 1);
    assert_eq!(fair.no(FAY, propose(SUB, vec![more], false)), full);
    // Words, and files that are there already.
    fair.must(FAY, propose(INTRO, batch(3), true));
    fair.must(FAY, propose(INTRO, Vec::new(), true));
    fair.must(FAY, propose(SUB, vec![file(7, 1)], false));
}

#[test]
fn wks_7_a_message_names_its_files_and_the_whole_of_a_long_text() {
    let incoming = Incoming {
        attachments: vec![file(1, 10), file(2, 10)],
        whole: Some(file(3, 10).blob),
        ..mail(77, "paul@client.example", "CLIENT / an afternoon", "Hello.")
    };
    let mut bench = Fair::open();
    let next = bench.state.requests().len();
    bench.0.must(
        None,
        crate::domain::Command::Receive(Box::new(incoming.clone())),
    );
    assert_eq!(bench.state.requests().len(), next + 1);
    assert_eq!(named(bench.state.files()), [1, 2, 3]);
    let joined = crate::domain::Event::Joined {
        request: INTRODUCED,
        message: Box::new(incoming),
    };
    let all: Vec<(&str, Owner)> = joined
        .named_files()
        .iter()
        .map(|Named { name, owner, .. }| (*name, *owner))
        .collect();
    let owner = Owner::Request(INTRODUCED);
    assert_eq!(all, [("", owner), ("1.pdf", owner), ("2.pdf", owner)]);
}

#[test]
fn wks_7_a_state_knows_how_many_records_it_knows_nothing_of() {
    use crate::domain::state::{Meta, State};
    let mut state = State::default();
    let meta = |seq| Meta {
        seq,
        at: 0,
        actor: None,
        on_behalf: None,
        command: 0,
    };
    let undone = [crate::domain::Event::Undone { of: 1 }];
    state.apply(&meta(1), &undone);
    assert_eq!(state.gaps(), 0);
    state.apply(&meta(2), &[]);
    state.apply(&meta(5), &undone);
    assert_eq!(state.gaps(), 3);
}
