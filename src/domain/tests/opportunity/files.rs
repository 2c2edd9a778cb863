//! Stored files: which of them records name, and how much one person's may take up (BRD-5, PPL-6, WKS-7).

use std::collections::BTreeSet;

use super::bench::*;
use crate::domain::files::{Content, Files, NamedFile, Owner, Used};
use crate::domain::ids::{OpportunityId, PersonId, ProposalId};
use crate::domain::opportunity::BoardCommand;
use crate::domain::opportunity::proposal::Revision;
use crate::domain::opportunity::proposal::{PERSON_BYTES, PERSON_FILES};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::event::RequestEvent;
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

/// Writes a proposal, or goes on with it; its files stay.
fn write(fair: &mut Fair, who: PersonId, opportunity: OpportunityId, submit: bool) {
    let price = (opportunity == INTRO).then(|| euros(80_000));
    let revision = Revision {
        price: Some(price),
        available: None,
        text: Some(format!("I come. {}", fair.state.seq()).into()),
    };
    let revision = Box::new(revision);
    fair.must(
        who,
        BoardCommand::Propose {
            opportunity,
            revision,
            submit,
        },
    );
}

fn attach(opportunity: OpportunityId, file: Attachment) -> BoardCommand {
    BoardCommand::Attach { opportunity, file }
}

fn detach(opportunity: OpportunityId, file: Attachment) -> BoardCommand {
    BoardCommand::Detach { opportunity, file }
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
    write(&mut fair, FAY, INTRO, false);
    for n in [1, 2] {
        fair.must(FAY, attach(INTRO, file(n, 10)));
    }
    assert_eq!(files(&fair), [1, 2]);
    fair.must(FAY, detach(INTRO, file(1, 10)));
    fair.must(FAY, attach(INTRO, file(3, 10)));
    assert_eq!(files(&fair), [2, 3], "nobody saw the first one");
    // The same file in somebody else's draft stays theirs.
    write(&mut fair, GIL, INTRO, false);
    fair.must(GIL, attach(INTRO, file(2, 10)));
    fair.must(FAY, detach(INTRO, file(2, 10)));
    write(&mut fair, FAY, INTRO, true);
    assert_eq!(files(&fair), [2, 3]);
    fair.must(FAY, attach(INTRO, file(4, 10)));
    fair.must(FAY, detach(INTRO, file(3, 10)));
    assert_eq!(
        files(&fair),
        [2, 3, 4],
        "what was submitted stays on record"
    );
    // A draft beside what was submitted: dropped, then submitted.
    write(&mut fair, FAY, INTRO, false);
    fair.must(FAY, attach(INTRO, file(5, 10)));
    assert_eq!(files(&fair), [2, 3, 4, 5]);
    fair.must(FAY, BoardCommand::DropDraft(ProposalId(1)));
    assert_eq!(files(&fair), [2, 3, 4]);
    write(&mut fair, FAY, INTRO, false);
    fair.must(FAY, attach(INTRO, file(6, 10)));
    write(&mut fair, FAY, INTRO, true);
    fair.must(GIL, detach(INTRO, file(2, 10)));
    assert_eq!(files(&fair), [3, 4, 6]);
    let used = fair.state.files().used(FAY);
    let (files, bytes) = (3, 30);
    assert_eq!(used, Used { files, bytes });
    assert_eq!(fair.state.files().used(GIL), Used::default());
    let rows = fair.state.files().rows();
    assert_eq!(&Files::from_rows(rows), fair.state.files());
    replays(&fair);
}

#[test]
fn brd_5_ones_files_have_a_limit_in_bytes_that_tells_what_is_used() {
    let mut fair = opened();
    write(&mut fair, FAY, INTRO, true);
    fair.must(FAY, attach(INTRO, file(1, PERSON_BYTES - 100)));
    let full = Refusal::Board(BoardRefusal::FilesFull {
        files: 1,
        bytes: PERSON_BYTES - 100,
    });
    write(&mut fair, FAY, SUB, false);
    assert_eq!(fair.no(FAY, attach(SUB, file(2, 101))), full);
    fair.must(FAY, attach(SUB, file(2, 100)));
    // Another in its place: what a draft let go of counts no more.
    fair.must(FAY, detach(SUB, file(2, 100)));
    fair.must(FAY, attach(SUB, file(3, 100)));
    let grown = fair.no(FAY, attach(SUB, file(4, 1)));
    assert!(matches!(
        grown,
        Refusal::Board(BoardRefusal::FilesFull { files: 2, .. })
    ));
    // What was submitted stays on record: removing it frees nothing.
    fair.must(FAY, detach(INTRO, file(1, PERSON_BYTES - 100)));
    let replaced = fair.no(FAY, attach(INTRO, file(5, 1)));
    assert!(matches!(
        replaced,
        Refusal::Board(BoardRefusal::FilesFull { .. })
    ));
    // Others have room of their own.
    write(&mut fair, GIL, INTRO, true);
    fair.must(GIL, attach(INTRO, file(1, PERSON_BYTES)));
    let facts = full.facts();
    let names: Vec<&str> = facts.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["files", "most", "used", "room"]);
}

#[test]
fn brd_5_ones_files_have_a_limit_in_number_and_one_who_is_over_it_can_still_work() {
    let mut fair = opened();
    write(&mut fair, FAY, INTRO, true);
    for n in 0..PERSON_FILES as u64 {
        fair.must(FAY, attach(INTRO, file(n, 1)));
        fair.must(FAY, detach(INTRO, file(n, 1)));
    }
    let full = Refusal::Board(BoardRefusal::FilesFull {
        files: PERSON_FILES,
        bytes: PERSON_FILES as u64,
    });
    write(&mut fair, FAY, SUB, false);
    assert_eq!(fair.no(FAY, attach(SUB, file(u64::MAX, 1))), full);
    // Words, and files that are there already.
    write(&mut fair, FAY, INTRO, true);
    fair.must(FAY, attach(INTRO, file(3, 1)));
    fair.must(FAY, attach(SUB, file(7, 1)));
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
        crate::domain::Command::Request(RequestCommand::Receive(Box::new(incoming.clone()))),
    );
    assert_eq!(bench.state.requests().len(), next + 1);
    assert_eq!(named(bench.state.files()), [1, 2, 3]);
    let joined = crate::domain::Event::Request(RequestEvent::Joined {
        request: INTRODUCED,
        message: Box::new(incoming),
    });
    let all: Vec<(&str, Owner)> = joined
        .named_files()
        .iter()
        .map(|NamedFile { name, owner, .. }| (*name, *owner))
        .collect();
    let owner = Owner::Request(INTRODUCED);
    assert_eq!(all, [("", owner), ("1.pdf", owner), ("2.pdf", owner)]);
}

#[test]
fn wks_7_a_state_knows_how_many_records_it_knows_nothing_of() {
    use crate::domain::meta::Meta;
    use crate::domain::state::State;
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

#[test]
fn wks_7_a_file_under_two_names_is_not_let_go_with_one_of_them() {
    let mut fair = opened();
    write(&mut fair, FAY, INTRO, false);
    let old = file(1, 10);
    let new = Attachment {
        name: "renamed.pdf".into(),
        ..old.clone()
    };
    fair.must(FAY, attach(INTRO, old.clone()));
    fair.must(FAY, attach(INTRO, new.clone()));
    fair.must(FAY, detach(INTRO, old));
    write(&mut fair, FAY, INTRO, true);
    let mine = fair.state.board().proposal(ProposalId(1)).unwrap();
    assert_eq!(mine.says.files, [new], "the submitted proposal has it");
    assert_eq!(named(fair.state.files()), [1], "and the store keeps it");
}
