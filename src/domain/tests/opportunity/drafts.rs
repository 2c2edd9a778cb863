//! BRD-5, PPL-2: what a proposer drafts beside what she submitted is told to nobody, and leaves what she
//! submitted as it is until it is submitted itself; files are added and removed one by one.

use super::bench::*;
use crate::domain::ids::ProposalId;
use crate::domain::opportunity::BoardCommand;
use crate::domain::opportunity::event::BoardEvent;
use crate::domain::opportunity::event::OfBoard;
use crate::domain::opportunity::proposal::{ProposalStanding, Revision};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::request::Attachment;
use crate::domain::{Command, Event};

fn propose(revision: Revision, submit: bool) -> BoardCommand {
    BoardCommand::Propose {
        opportunity: INTRO,
        revision: Box::new(revision),
        submit,
    }
}

fn text(text: &str) -> Revision {
    Revision {
        text: Some(text.into()),
        ..Revision::default()
    }
}

fn price(minor: i64) -> Revision {
    Revision {
        price: Some(Some(euros(minor))),
        ..Revision::default()
    }
}

fn file(name: &str) -> Attachment {
    Attachment {
        name: name.into(),
        mime: "".into(),
        size: 1,
        blob: [7; 32],
    }
}

fn attach(name: &str) -> BoardCommand {
    BoardCommand::Attach {
        opportunity: INTRO,
        file: file(name),
    }
}

fn detach(name: &str) -> BoardCommand {
    BoardCommand::Detach {
        opportunity: INTRO,
        file: file(name),
    }
}

/// The names of the files that the client reads of Fay's proposal, and of those Fay works on.
fn files(fair: &Fair, id: ProposalId) -> (Vec<String>, Vec<String>) {
    let names = |files: &[Attachment]| files.iter().map(|file| file.name.to_string()).collect();
    let proposal = fair.of(id);
    (
        names(&proposal.says.files),
        names(&proposal.working().files),
    )
}

fn last_events(fair: &Fair) -> Vec<&BoardEvent> {
    let (_, events) = fair.records.last().expect("a record");
    let of_board = events.iter().filter_map(|event| match event {
        Event::Board(OfBoard { event, .. }) => Some(&**event),
        _ => None,
    });
    of_board.collect()
}

#[test]
fn brd_5_wks_7_writing_a_proposal_never_touches_its_files() {
    let mut fair = Fair::open();
    let id = fair.submits(FAY, INTRO);
    for name in ["a", "b", "c"] {
        fair.must(FAY, attach(name));
    }
    fair.must(FAY, propose(text("Another text."), true));
    fair.must(FAY, propose(price(70_000), true));
    assert_eq!(files(&fair, id).0, ["a", "b", "c"]);
    assert_eq!(fair.no(FAY, attach("a")), Refusal::AlreadySo);
    fair.must(FAY, detach("b"));
    assert_eq!(files(&fair, id).0, ["a", "c"]);
    assert_eq!(fair.no(FAY, detach("b")), Refusal::NoSuchThing);
    replays(&fair);
}

#[test]
fn brd_5_wks_7_parts_that_are_not_written_stay_as_they_stand() {
    let mut fair = Fair::open();
    let id = fair.submits(FAY, INTRO);
    let text_at = fair.of(id).says.text_at;
    fair.must(FAY, propose(price(70_000), true));
    assert_eq!(fair.of(id).says.text_at, text_at, "the text stands");
    fair.must(FAY, propose(text("Anew."), true));
    assert_eq!(
        fair.of(id).says.price,
        Some(euros(70_000)),
        "the price stands"
    );
    assert_eq!(fair.of(id).says.text_at, fair.state.seq());
    assert_eq!(
        fair.no(FAY, propose(price(70_000), true)),
        Refusal::AlreadySo
    );
    replays(&fair);
}

#[test]
fn ppl_2_a_draft_beside_a_submitted_proposal_changes_nothing_that_others_see() {
    let mut fair = Fair::open();
    let id = fair.submits(FAY, INTRO);
    fair.must(FAY, attach("a"));
    let before = (fair.the(INTRO).clone(), fair.of(id).clone());
    let request = fair.get(INTRODUCED).clone();
    fair.now += 3_600_000;
    fair.must(FAY, propose(text("Secret."), false));
    fair.must(FAY, propose(price(1), false));
    fair.must(FAY, attach("b"));
    fair.must(FAY, detach("a"));
    for (_, events) in fair.records.iter().rev().take(4) {
        assert!(events.iter().all(|event| event.requests() == [None, None]));
    }
    assert_eq!(*fair.the(INTRO), before.0, "not even when");
    assert_eq!(*fair.get(INTRODUCED), request, "nor on the timeline");
    let mut now = fair.of(id).clone();
    let draft = now.draft.take().expect("a draft");
    assert_eq!(now, before.1);
    assert_eq!(draft.price, Some(euros(1)));
    assert_eq!(files(&fair, id), (vec!["a".into()], vec!["b".into()]));
    replays(&fair);
}

#[test]
fn brd_5_a_submitted_draft_takes_the_place_of_what_was_submitted() {
    let mut fair = Fair::open();
    let id = fair.submits(FAY, INTRO);
    let read = fair.selecting(id);
    fair.must(FAY, propose(text("Better."), false));
    let drafted = fair.state.seq();
    fair.must(FAY, attach("b"));
    assert_eq!(fair.of(id).state, ProposalStanding::Submitted);
    assert!(
        fair.tries(PAUL, read.clone()).is_ok(),
        "what was read stands"
    );
    fair.must(FAY, propose(Revision::default(), true));
    assert!(matches!(
        last_events(&fair)[..],
        [BoardEvent::Revised {
            before_client: true,
            text: None,
            ..
        }]
    ));
    let proposal = fair.of(id);
    assert!(proposal.draft.is_none());
    assert_eq!(proposal.says.text_at, drafted);
    assert_eq!(files(&fair, id).0, ["b"]);
    let refusal = fair.no(PAUL, read);
    assert_eq!(
        refusal,
        Refusal::Board(BoardRefusal::ProposalChanged(id)),
        "it reads otherwise now"
    );
    replays(&fair);
}

#[test]
fn brd_6_a_file_that_came_since_it_was_read_is_read_before_it_is_selected() {
    let mut fair = Fair::open();
    let id = fair.submits(FAY, INTRO);
    let read = fair.selecting(id);
    fair.must(FAY, attach("terms"));
    assert_eq!(
        fair.no(PAUL, read),
        Refusal::Board(BoardRefusal::ProposalChanged(id))
    );
    fair.must(PAUL, fair.selecting(id));
}

#[test]
fn brd_5_selection_and_withdrawal_act_on_what_was_submitted_and_the_draft_is_kept() {
    let mut fair = Fair::open();
    let id = fair.submits(FAY, INTRO);
    fair.must(FAY, propose(text("Better."), false));
    let mut selected = fair.clone();
    selected.must(PAUL, fair.selecting(id));
    let settled = Refusal::Board(BoardRefusal::IsSettled(INTRO));
    let submit = propose(Revision::default(), true);
    assert_eq!(selected.no(FAY, submit.clone()), settled);
    assert_eq!(selected.no(FAY, attach("x")), settled);
    assert!(selected.of(id).draft.is_some(), "its text is kept");
    let reason = "ill".into();
    fair.must(
        FAY,
        BoardCommand::Withdraw {
            proposal: id,
            reason,
        },
    );
    assert_eq!(fair.of(id).state, ProposalStanding::Withdrawn);
    assert!(fair.of(id).draft.is_some());
    // What was taken back stays what others read of it while it is made anew.
    fair.must(FAY, propose(price(1), false));
    assert_eq!(fair.of(id).state, ProposalStanding::Withdrawn);
    assert!(fair.of(id).submitted_at.is_some());
    fair.must(FAY, submit);
    assert_eq!(fair.of(id).state, ProposalStanding::Submitted);
    replays(&fair);
}

#[test]
fn brd_5_a_draft_is_thrown_away_by_its_proposer_alone() {
    let mut fair = Fair::open();
    let id = fair.submits(FAY, INTRO);
    assert_eq!(
        fair.no(FAY, BoardCommand::DropDraft(id)),
        Refusal::Board(BoardRefusal::NoDraft(id))
    );
    fair.must(FAY, propose(text("Better."), false));
    for other in [GIL, FAY] {
        let answer = fair.tries(other, BoardCommand::DropDraft(id));
        assert_eq!(answer.is_ok(), other == FAY);
    }
    let before = fair.of(id).says.clone();
    fair.must(FAY, BoardCommand::DropDraft(id));
    assert_eq!(fair.of(id).draft, None);
    assert_eq!(fair.of(id).says, before);
    replays(&fair);
}

#[test]
fn brd_2_the_houses_new_price_holds_for_drafts_too() {
    let mut fair = Fair::open();
    let id = fair.submits(FAY, SUB);
    let mut drafting = propose(text("Better."), false);
    if let BoardCommand::Propose { opportunity, .. } = &mut drafting {
        *opportunity = SUB;
    }
    fair.must(FAY, drafting);
    let mut notice = fair.the(SUB).notice.clone();
    notice.amount = Some(euros(95_000));
    let amend = BoardCommand::Amend {
        opportunity: SUB,
        seen: fair.the(SUB).notice_at,
        notice: Box::new(notice),
        description: None,
    };
    fair.must(BEN, amend);
    assert_eq!(fair.of(id).working().price, Some(euros(95_000)));
}

#[test]
fn wks_7_two_sessions_of_one_proposer_do_not_overwrite_each_other() {
    let mut fair = Fair::open();
    fair.submits(FAY, INTRO);
    let seen = fair.state.seq();
    let upon = |revision| Command::Board(Box::new(propose(revision, true))).upon(seen);
    fair.0.must(Some(FAY), upon(text("One.")));
    let refused = fair.0.decide(Some(FAY), &upon(text("Two.")));
    let by = Some(fair.name(FAY));
    assert!(
        matches!(&refused, Err(Refusal::Moved { by: who, .. }) if *who == by),
        "{refused:?}"
    );
    // A file that was added meanwhile is nothing that a text could overwrite.
    let seen = fair.state.seq();
    fair.must(FAY, attach("a"));
    let later = Command::Board(Box::new(propose(text("Three."), true))).upon(seen);
    fair.0.must(Some(FAY), later);
}
