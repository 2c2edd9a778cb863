//! BRD-6, PPL-2, PPL-3: who lost is told the house's usual advice with the selection; the client's own words, or
//! those of the house on the client's word, may follow once while the selection stands.

use super::bench::*;
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::ids::{ContactId, ProposalId, Seq};
use crate::domain::opportunity::event::BoardEvent;
use crate::domain::opportunity::event::OfBoard;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{BoardCommand, EndReason};
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::{Permission, Role};
use crate::domain::refusal::Refusal;
use crate::domain::terms::Terms;
use crate::domain::undo::refusal::UndoRefusal;

const HERS: ProposalId = ProposalId(1);
const HIS: ProposalId = ProposalId(2);
const THIRD: ProposalId = ProposalId(3);

/// Fay, Gil and Hel have submitted, in this order.
fn three() -> Fair {
    let mut fair = Fair::open();
    for who in [FAY, GIL, HEL] {
        fair.submits(who, INTRO);
    }
    fair
}

/// Gil is selected among the three.
fn selected() -> Fair {
    let mut fair = three();
    fair.must(PAUL, fair.selecting(HIS));
    fair
}

fn advise(words: &str) -> BoardCommand {
    BoardCommand::Advise {
        opportunity: INTRO,
        words: words.into(),
    }
}

/// Whom the last record advised, in which words and on whose word.
fn told(fair: &Fair) -> (Vec<u32>, String, Option<ContactId>) {
    let (_, events) = fair.records.last().expect("a record");
    match &events[..] {
        [Event::Board(OfBoard { event, .. })] => match &**event {
            BoardEvent::Advised {
                proposals,
                words,
                word_of,
            } => {
                let ids = proposals.iter().map(|id| id.0).collect();
                (ids, words.to_string(), *word_of)
            }
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

/// The records that say what each of the three is told.
fn words_at(fair: &Fair) -> [Option<Seq>; 3] {
    [HERS, HIS, THIRD].map(|id| fair.of(id).words_at)
}

#[test]
fn brd_6_the_clients_own_advice_follows_the_selection() {
    let mut fair = selected();
    let with = fair.state.seq();
    assert_eq!(words_at(&fair), [Some(with), None, Some(with)]);
    fair.must(PAUL, advise(" A price per session.\nTwo dates. "));
    let own = "A price per session.\nTwo dates.".to_owned();
    assert_eq!(told(&fair), (vec![1, 3], own, None));
    let since = fair.state.seq();
    assert_eq!(words_at(&fair), [Some(since), None, Some(since)]);
    assert_eq!(fair.shown(INTRO), "selected lost selected lost");
    // Said once: nobody writes over what they were told, and nobody takes it back.
    let at = fair.of(HERS).advised_at.expect("advised");
    for who in [PAUL, BEN] {
        let again = fair.no(who, advise("Better."));
        assert_eq!(again, Refusal::Board(BoardRefusal::AdvisedAlready { at }));
    }
    let undone = fair.decide(Some(PAUL), &Command::Undo);
    assert_eq!(
        undone.expect_err("final"),
        Refusal::Undo(UndoRefusal::NothingToUndo)
    );
    replays(&fair);
}

#[test]
fn brd_6_advice_stands_as_long_as_the_selection() {
    let nobody = Refusal::Board(BoardRefusal::NobodyToAdvise(INTRO));
    let mut fair = three();
    assert_eq!(fair.no(PAUL, advise("x")), nobody, "nobody is selected");
    fair.must(PAUL, fair.selecting(HIS));
    fair.must(PAUL, advise("x"));
    let reason = "no".into();
    fair.must(
        GIL,
        BoardCommand::Decline {
            opportunity: INTRO,
            reason,
        },
    );
    assert_eq!(fair.no(PAUL, advise("x")), nobody, "it awaits offers again");
    let none = |id| (fair.of(id).words_at, fair.of(id).advised_at);
    assert_eq!([HERS, THIRD].map(none), [(None, None); 2]);
    // Another selection, another advice; also once the terms are confirmed.
    fair.must(PAUL, fair.selecting(THIRD));
    fair.must(HEL, fair.confirming(INTRO));
    fair.must(PAUL, advise("y"));
    assert_eq!(told(&fair).0, [1]);
    let mut fair = selected();
    let (opportunity, why, refund) = (INTRO, EndReason::SILENT, false);
    fair.must(
        BEN,
        BoardCommand::End {
            opportunity,
            why,
            refund,
        },
    );
    assert_eq!(fair.no(PAUL, advise("x")), nobody, "it ended");
    let mut fair = Fair::open();
    let only = fair.submits(FAY, INTRO);
    fair.must(PAUL, fair.selecting(only));
    assert_eq!(fair.no(PAUL, advise("x")), nobody, "nobody lost");
}

#[test]
fn brd_6_advice_needs_words_and_is_as_long_as_what_goes_with_a_selection() {
    let mut fair = selected();
    assert_eq!(fair.no(PAUL, advise(" \n ")), Refusal::TextMissing);
    let most = Terms::ADVICE_MOST;
    let long = fair.no(PAUL, advise(&"é".repeat(most + 1)));
    assert_eq!(long, Refusal::TooLong { most });
    fair.must(PAUL, advise(&"é".repeat(most)));
}

#[test]
fn ppl_3_advice_on_the_clients_word_keeps_both_names() {
    let mut fair = selected();
    let contact = fair.the(INTRO).contact;
    fair.must(BEN, advise("x"));
    assert_eq!(told(&fair).2, Some(contact));
    let (meta, _) = fair.records.last().expect("a record");
    assert_eq!(meta.actor, Some(BEN));
}

#[test]
fn ppl_2_who_may_not_select_gives_no_advice() {
    let mut fair = selected();
    let denied = Refusal::NotPermitted(Permission::Qualify);
    for who in [FAY, GIL, HEL] {
        assert_eq!(fair.no(who, advise("x")), denied);
    }
    let hidden = Refusal::Board(BoardRefusal::NoSuchOpportunity(INTRO));
    assert_eq!(fair.no(LEA, advise("x")), hidden, "another's client");
    // Who lost and is of the house by now is on both sides (PPL-1).
    let roles = vec![Role::Facilitator, Role::RelationOfficer];
    let person = FAY;
    fair.0.must(
        Some(ANNA),
        Command::People(PeopleCommand::ChangeRoles { person, roles }),
    );
    assert_eq!(
        fair.no(FAY, advise("x")),
        Refusal::Board(BoardRefusal::BothSides(INTRO))
    );
}
