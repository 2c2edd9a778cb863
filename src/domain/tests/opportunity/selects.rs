//! Proofs of BRD-6: who selects is said when it is posted; the house selects in its own name, the client in hers or by
//! somebody who writes down how she said so; how an introduced project is paid is the client's to say.

use super::bench::*;
use crate::domain::event::Event;
use crate::domain::eyes::Eyes;
use crate::domain::house::{Funds, Selection, Selects};
use crate::domain::ids::{ContactId, OpportunityId, PersonId, ProposalId};
use crate::domain::opportunity::event::OfBoard;
use crate::domain::opportunity::proposal::Verdict;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{BoardCommand, BoardEvent, Formula, OpportunityStage};
use crate::domain::refusal::Refusal;
use crate::domain::request::By;

/// A fair whose house selects, and whose Fay and Gil have proposed for both.
fn by_the_house() -> Fair {
    let mut fair = Fair::new();
    fair.settle(|house| house.selection = Selection::default());
    fair.must(BEN, fair.posting(INTRODUCED));
    fair.accepted_and_posted(SUBCONTRACTED);
    for of in [INTRO, SUB] {
        fair.submits(FAY, of);
        fair.submits(GIL, of);
    }
    fair
}

fn hers(fair: &Fair, of: OpportunityId, who: PersonId) -> ProposalId {
    fair.state.board().proposal_of(of, who).expect("one").id
}

/// On whose word a selection was recorded, and how it was said.
fn recorded(fair: &mut Fair, who: PersonId, command: BoardCommand) -> (Option<ContactId>, String) {
    let decision = fair.must(who, command);
    let mut moves = decision.events.iter().filter_map(|event| match event {
        Event::Board(OfBoard { event, .. }) => match &**event {
            BoardEvent::Moved {
                to: OpportunityStage::Selected { .. },
                word_of,
                reason,
                ..
            } => Some((*word_of, reason.to_string())),
            _ => None,
        },
        _ => None,
    });
    moves.next().expect("a selection")
}

fn choosing(of: OpportunityId, formula: Formula, said: &str) -> BoardCommand {
    BoardCommand::Choose {
        opportunity: of,
        formula,
        said: said.into(),
    }
}

#[test]
fn brd_6_the_house_selects_in_its_own_name_and_nobody_is_named_for_it() {
    for (of, client) in [(INTRO, PAUL), (SUB, LEA)] {
        let mut fair = by_the_house();
        let proposal = hers(&fair, of, FAY);
        let refused = fair.no(client, fair.selecting(proposal));
        let unknown = Refusal::Board(BoardRefusal::NoSuchProposal(proposal));
        assert_eq!(refused, unknown, "the client sees no proposals");
        fair.must(BEN, fair.judging(proposal, Verdict::Interesting));
        let command = fair.selecting(proposal);
        let (word_of, said) = recorded(&mut fair, BEN, command);
        assert_eq!((word_of, said.as_str()), (None, ""));
        let reopen = BoardCommand::Reopen {
            opportunity: of,
            reason: "no answer".into(),
        };
        let house = Refusal::Board(BoardRefusal::HouseSelects(of));
        assert_eq!(fair.no(client, reopen.clone()), house);
        fair.must(BEN, reopen);
        replays(&fair);
    }
}

#[test]
fn brd_6_on_the_clients_word_it_is_written_how_she_said_so() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    let selecting = |fair: &Fair, how: &str| {
        let mut command = fair.selecting(proposal);
        if let BoardCommand::Select { said, .. } = &mut command {
            *said = how.into();
        }
        command
    };
    let missing = Refusal::Board(BoardRefusal::HowSaidMissing);
    assert_eq!(fair.no(BEN, selecting(&fair, " ")), missing);
    let long = "x".repeat(2_001);
    let most = Refusal::TooLong { most: 2_000 };
    assert_eq!(fair.no(BEN, selecting(&fair, &long)), most);
    let mut her = fair.clone();
    let own = recorded(&mut her, PAUL, selecting(&fair, ""));
    assert_eq!(own, (None, String::new()), "she says nothing more");
    let command = selecting(&fair, " by phone, on Tuesday ");
    let word = recorded(&mut fair, BEN, command);
    let how = "by phone, on Tuesday".to_owned();
    assert_eq!(word, (Some(ContactId(1)), how));
}

#[test]
fn brd_6_the_client_says_how_it_is_paid_when_she_selects() {
    let mut fair = Fair::open();
    fair.settle(|house| house.funds = Funds::Licence("ACPR 1".into()));
    let proposal = fair.submits(FAY, INTRO);
    let paid = |fair: &Fair, to: Option<Formula>| {
        let mut command = fair.selecting(proposal);
        if let BoardCommand::Select { formula, .. } = &mut command {
            *formula = to;
        }
        command
    };
    let missing = Refusal::Board(BoardRefusal::FormulaMissing);
    assert_eq!(fair.no(PAUL, paid(&fair, None)), missing);
    fair.must(PAUL, paid(&fair, Some(Formula::R0)));
    assert_eq!(fair.terms_of(INTRO).formula, Some(Formula::R0));
    // Until the winner confirms she may think again; what he saw before is not what he confirms.
    let seen = fair.confirming(INTRO);
    fair.must(PAUL, choosing(INTRO, Formula::Basic, ""));
    assert_eq!(
        fair.no(PAUL, choosing(INTRO, Formula::Basic, "")),
        Refusal::AlreadySo
    );
    let changed = Refusal::Board(BoardRefusal::TermsChanged);
    assert_eq!(fair.no(FAY, seen), changed);
    fair.must(FAY, fair.confirming(INTRO));
    assert_eq!(fair.mission(INTRO).coordinator, FAY);
    let over = Refusal::Board(BoardRefusal::NothingSelected(INTRO));
    assert_eq!(fair.no(PAUL, choosing(INTRO, Formula::R0, "")), over);
    replays(&fair);
}

#[test]
fn brd_6_where_the_house_selects_the_winner_waits_for_the_clients_formula() {
    let mut fair = by_the_house();
    let proposal = hers(&fair, INTRO, FAY);
    let mut early = fair.selecting(proposal);
    if let BoardCommand::Select { formula, .. } = &mut early {
        *formula = Some(Formula::Basic);
    }
    let wrong = Refusal::Board(BoardRefusal::FormulaWrong);
    assert_eq!(fair.no(BEN, early), wrong, "it is not the house's to say");
    fair.must(BEN, fair.selecting(proposal));
    assert_eq!(fair.get(INTRODUCED).step.by, By::Client);
    assert!(!fair.state.board().awaits(FAY, INTRO));
    let missing = Refusal::Board(BoardRefusal::FormulaMissing);
    assert_eq!(fair.no(FAY, fair.confirming(INTRO)), missing);
    // By herself, or by somebody who says how she said so; never by who was selected.
    let how = Refusal::Board(BoardRefusal::HowSaidMissing);
    assert_eq!(fair.no(BEN, choosing(INTRO, Formula::Basic, "")), how);
    let winner = fair.tries(FAY, choosing(INTRO, Formula::Basic, "x"));
    assert!(winner.is_err(), "{winner:?}");
    fair.must(BEN, choosing(INTRO, Formula::Basic, "by mail"));
    assert_eq!(fair.get(INTRODUCED).step.by, By::Winner(FAY));
    assert!(fair.state.board().awaits(FAY, INTRO));
    fair.must(FAY, fair.confirming(INTRO));
    replays(&fair);
}

#[test]
fn brd_6_what_was_chosen_goes_with_the_selection_that_came_to_nothing() {
    let mut fair = Fair::open();
    let (first, second) = (fair.submits(FAY, INTRO), fair.submits(GIL, INTRO));
    fair.must(PAUL, fair.selecting(first));
    let reason = "the dates".into();
    let opportunity = INTRO;
    fair.must(
        FAY,
        BoardCommand::Decline {
            opportunity,
            reason,
        },
    );
    assert_eq!(fair.the(INTRO).formula, None);
    fair.must(PAUL, fair.selecting(second));
    assert_eq!(fair.the(INTRO).formula, Some(Formula::Basic));
    replays(&fair);
}

#[test]
fn esc_13_r0_is_not_chosen_before_the_house_said_how_it_holds_money() {
    let mut fair = by_the_house();
    fair.must(BEN, fair.selecting(hers(&fair, INTRO, FAY)));
    let unsaid = Refusal::Board(BoardRefusal::FundsUnsaid);
    assert_eq!(fair.no(PAUL, choosing(INTRO, Formula::R0, "")), unsaid);
    fair.settle(|house| house.funds = Funds::Licence("ACPR 1".into()));
    fair.must(PAUL, choosing(INTRO, Formula::R0, ""));
    let wrong = Refusal::Board(BoardRefusal::FormulaWrong);
    fair.must(BEN, fair.selecting(hers(&fair, SUB, GIL)));
    assert_eq!(fair.no(BEN, choosing(SUB, Formula::Basic, "x")), wrong);
}

#[test]
fn brd_6_who_selects_is_as_it_was_posted_whatever_is_set_later() {
    let mut fair = Fair::open();
    fair.settle(|house| house.selection = Selection::default());
    assert_eq!(fair.the(INTRO).selects, Selects::Client);
    let proposal = fair.submits(FAY, INTRO);
    fair.must(PAUL, fair.selecting(proposal));
}

#[test]
fn brd_6_the_house_is_waited_for_where_it_selects_and_the_client_where_she_does() {
    let fair = by_the_house();
    for of in [INTRODUCED, SUBCONTRACTED] {
        let step = fair.get(of).step;
        assert!(step.by.is_ours(), "{step:?}");
        assert!(step.due.is_some());
    }
    let mut fair = Fair::open();
    fair.submits(FAY, INTRO);
    assert_eq!(fair.get(INTRODUCED).step.by, By::Client);
}

#[test]
fn ppl_2_a_client_whom_the_house_selects_for_sees_whom_it_introduces_and_no_other() {
    let mut fair = by_the_house();
    let (fays, gils) = (hers(&fair, INTRO, FAY), hers(&fair, INTRO, GIL));
    let sees = |fair: &Fair, who, of, id| {
        let eyes = Eyes::of(&fair.state, who).expect("somebody");
        (
            eyes.see_proposal(fair.the(of), id),
            eyes.proposal(id).is_ok(),
        )
    };
    for id in [fays, gils] {
        assert_eq!(sees(&fair, PAUL, INTRO, id), (false, false));
        assert_eq!(sees(&fair, BEN, INTRO, id), (true, true));
    }
    fair.must(BEN, fair.selecting(fays));
    assert_eq!(sees(&fair, PAUL, INTRO, fays), (true, true));
    assert_eq!(sees(&fair, PAUL, INTRO, gils), (false, false));
    // What the house buys and sells on is its own.
    let subs = hers(&fair, SUB, FAY);
    fair.must(BEN, fair.selecting(subs));
    assert_eq!(sees(&fair, LEA, SUB, subs), (false, false));
    let lea = Eyes::of(&fair.state, LEA).expect("somebody");
    assert!(!lea.see_price(fair.the(SUB)));
    let fay = Eyes::of(&fair.state, FAY).expect("somebody");
    assert!(fay.see_price(fair.the(SUB)));
}
