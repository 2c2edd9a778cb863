//! BRD-1, BRD-4: how an opportunity leaves the board: ended, stale, or with its request, and what is given back.

use super::bench::*;
use crate::domain::command::{Act, Command};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{BoardCommand, CreditCommand, EndReason};
use crate::domain::refusal::Refusal;
use crate::domain::request::CloseReason;
use crate::domain::request::command::RequestCommand;
use crate::domain::undo::footing::Footing;
use crate::domain::undo::refusal::UndoRefusal;

#[test]
fn brd_1_what_is_ended_leaves_the_board_and_its_proposers_are_told() {
    let mut fair = Fair::open();
    fair.submits(FAY, INTRO);
    fair.opens(GIL, INTRO);
    let mut draft = fair.offering(INTRO);
    if let BoardCommand::Propose { submit, .. } = &mut draft {
        *submit = false;
    }
    fair.must(GIL, draft);
    let end = |why| BoardCommand::End {
        opportunity: INTRO,
        why,
        refund: false,
    };
    fair.must(ANNA, end(EndReason::SILENT));
    assert_eq!(fair.shown(INTRO), "ended lost draft");
    assert_eq!(fair.state.board().pending().collect::<Vec<_>>(), [SUB]);
    assert_eq!(
        fair.no(ANNA, end(EndReason::SILENT)),
        Refusal::Board(BoardRefusal::NotPending(INTRO))
    );
    assert_eq!(fair.left(FAY), [4, 4, 5], "nothing is given back unasked");
}

#[test]
fn brd_4_what_was_spent_on_what_is_ended_can_be_given_back_once() {
    let mut fair = Fair::open();
    fair.submits(FAY, INTRO);
    fair.must(GIL, fair.step(INTRO, CreditKind::Consultation));
    fair.must(HEL, fair.step(SUB, CreditKind::Consultation));
    let refunded = BoardCommand::Credit(CreditCommand::Refund {
        person: FAY,
        opportunity: INTRO,
        kind: CreditKind::Offer,
        why: "a gesture".into(),
    });
    fair.must(TOM, refunded);
    let end = BoardCommand::End {
        opportunity: INTRO,
        why: EndReason::GIVEN_UP,
        refund: true,
    };
    fair.must(ANNA, end);
    assert_eq!(fair.left(FAY), [5, 5, 5]);
    assert_eq!(fair.left(GIL), [5, 5, 5]);
    assert_eq!(fair.left(HEL), [4, 5, 5], "another opportunity");
    let opened = fair.state.has_opened(INTRO, FAY, CreditKind::Consultation);
    assert!(opened, "what was opened stays open");
}

#[test]
fn brd_1_a_mission_can_be_ended_too() {
    let mut fair = Fair::open();
    fair.runs(FAY, INTRO);
    let end = BoardCommand::End {
        opportunity: INTRO,
        why: EndReason::GIVEN_UP,
        refund: false,
    };
    fair.must(ANNA, end);
    assert_eq!(fair.shown(INTRO), "ended lost");
}

#[test]
fn brd_1_it_is_stale_after_its_deadline_or_its_days() {
    let fair = Fair::open();
    let (open, day) = (fair.the(INTRO), 24 * 3_600_000);
    let at = |days: i64| open.is_stale(fair.now + days * day, 21);
    assert_eq!([at(0), at(3), at(4), at(30)], [false, false, true, true]);
    let mut far = open.clone();
    far.notice.deadline = fair.now + 365 * day;
    let at = |days: i64| far.is_stale(fair.now + days * day, 21);
    assert_eq!([at(20), at(21)], [false, true]);
}

/// Once a request was closed, merged or given to another client under its opportunity, which stayed pending.
#[test]
fn brd_2_a_request_on_the_board_is_neither_closed_nor_merged_under_it() {
    let mut fair = Fair::new();
    fair.must(BEN, fair.posting(INTRODUCED));
    let on = |act| {
        Command::Request(RequestCommand::On {
            requests: vec![INTRODUCED],
            act,
        })
    };
    let merge = Command::Request(RequestCommand::Merge {
        from: vec![INTRODUCED],
        into: UNDECIDED,
    });
    let close = on(Act::Close(CloseReason::SILENT, "".into()));
    let given = on(Act::SetOrganisation(crate::domain::OrganisationId(2)));
    let stands = Refusal::Undo(UndoRefusal::StoodOn(Footing::Posting(INTRO)));
    assert_eq!(fair.0.decide(Some(BEN), &given), Err(stands));
    for command in [close.clone(), merge] {
        let answer = fair.0.decide(Some(BEN), &command);
        assert_eq!(
            answer,
            Err(Refusal::Board(BoardRefusal::AlreadyPosted(INTRO))),
            "{command:?}"
        );
    }
    let end = BoardCommand::End {
        opportunity: INTRO,
        why: EndReason::SILENT,
        refund: false,
    };
    fair.must(BEN, end);
    fair.0.must(Some(BEN), close);
}
