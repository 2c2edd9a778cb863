//! BRD-5, BRD-7: a proposal through its states; editable until it is selected, nobody else's business while it
//! is a draft.

use super::bench::*;
use crate::domain::ids::{PersonId, ProposalId};
use crate::domain::money::refusal::MoneyRefusal;
use crate::domain::opportunity::command::Description;
use crate::domain::opportunity::proposal::{Offer, ProposalStanding, Verdict};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{BoardCommand, EndReason};
use crate::domain::person::command::PeopleCommand;
use crate::domain::refusal::Refusal;
use crate::domain::request::{Attachment, Request};

fn propose(submit: bool, change: impl FnOnce(&mut Offer)) -> BoardCommand {
    let mut offer = offer(Some(euros(80_000)));
    change(&mut offer);
    BoardCommand::Propose {
        opportunity: INTRO,
        revision: whole(offer),
        submit,
    }
}

fn withdraw(proposal: ProposalId, reason: &str) -> BoardCommand {
    BoardCommand::Withdraw {
        proposal,
        reason: reason.into(),
    }
}

/// Fay has a draft.
fn drafted() -> (Fair, ProposalId) {
    let mut fair = Fair::open();
    fair.opens(FAY, INTRO);
    fair.must(FAY, propose(false, |_| ()));
    (fair, ProposalId(1))
}

#[test]
fn brd_5_a_draft_is_kept_as_it_is_and_submitted_when_it_is_whole() {
    let mut fair = Fair::open();
    fair.opens(FAY, INTRO);
    let empty = |o: &mut Offer| (o.price, o.text) = (None, "".into());
    fair.must(FAY, propose(false, empty));
    assert_eq!(fair.stands(INTRO, FAY), Some(ProposalStanding::Draft));
    assert_eq!(fair.no(FAY, propose(true, empty)), Refusal::TextMissing);
    let unpriced = propose(true, |o| o.price = None);
    assert_eq!(
        fair.no(FAY, unpriced),
        Refusal::Money(MoneyRefusal::PriceMissing)
    );
    assert_eq!(fair.the(INTRO).submitted, 0);
    fair.must(FAY, propose(true, |_| ()));
    assert_eq!(fair.shown(INTRO), "open submitted");
    assert_eq!(fair.the(INTRO).submitted, 1);
    assert_eq!(fair.of(ProposalId(1)).submitted_at, Some(fair.now));
    // What is before the client stays there, and stays whole, whatever is drafted beside it.
    fair.must(FAY, propose(false, |o| o.price = Some(euros(70_000))));
    assert_eq!(fair.of(ProposalId(1)).says.price, Some(euros(80_000)));
    assert_eq!(fair.of(ProposalId(1)).working().price, Some(euros(70_000)));
    assert_eq!(fair.shown(INTRO), "open submitted");
    fair.must(FAY, propose(false, empty));
    assert_eq!(fair.no(FAY, propose(true, empty)), Refusal::TextMissing);
    replays(&fair);
}

#[test]
fn brd_5_a_price_is_one_that_can_be_asked_in_the_currency_it_must_have() {
    let mut fair = Fair::open();
    fair.opens(FAY, INTRO);
    fair.opens(FAY, SUB);
    let at = |price| propose(true, |o| o.price = Some(price));
    assert_eq!(
        fair.no(FAY, at(euros(-1))),
        Refusal::Money(MoneyRefusal::PriceWrong)
    );
    assert_eq!(
        fair.no(FAY, at(euros(100_000_000_001))),
        Refusal::Money(MoneyRefusal::PriceWrong)
    );
    let expected = euros(0).currency;
    let other = fair.no(FAY, at(dollars(1)));
    assert_eq!(
        other,
        Refusal::Money(MoneyRefusal::WrongCurrency { expected })
    );
    assert!(fair.tries(FAY, at(euros(0))).is_ok(), "for nothing");
    let of_sub = |price| BoardCommand::Propose {
        opportunity: SUB,
        revision: whole(offer(price)),
        submit: true,
    };
    let under = fair.no(FAY, of_sub(Some(euros(89_999))));
    assert_eq!(under, Refusal::Board(BoardRefusal::PriceIsSet));
    let mut fair = fair;
    fair.must(FAY, of_sub(None));
    assert_eq!(fair.of(ProposalId(1)).says.price, Some(euros(90_000)));
}

#[test]
fn brd_5_the_clients_currency_is_the_currency_of_offers() {
    let mut fair = Fair::open();
    let mut notice = fair.the(INTRO).notice.clone();
    notice.amount = Some(dollars(50_000));
    let amend = BoardCommand::Amend {
        opportunity: INTRO,
        seen: fair.the(INTRO).notice_at,
        notice: Box::new(notice),
        description: None::<Description>,
    };
    fair.must(BEN, amend);
    fair.opens(FAY, INTRO);
    let expected = dollars(0).currency;
    let refusal = Refusal::Money(MoneyRefusal::WrongCurrency { expected });
    assert_eq!(fair.no(FAY, propose(true, |_| ())), refusal);
    fair.must(FAY, propose(true, |o| o.price = Some(dollars(40_000))));
}

#[test]
fn brd_5_a_proposal_keeps_which_posting_it_answered() {
    let mut fair = Fair::open();
    let posted = fair.the(INTRO).notice_at;
    let proposal = fair.submits(FAY, INTRO);
    assert_eq!(fair.of(proposal).says.answers, posted);
    let mut notice = fair.the(INTRO).notice.clone();
    notice.sessions += 1;
    let amend = BoardCommand::Amend {
        opportunity: INTRO,
        seen: posted,
        notice: Box::new(notice),
        description: None::<Description>,
    };
    fair.must(BEN, amend);
    assert_ne!(fair.the(INTRO).notice_at, posted);
    assert_eq!(
        fair.of(proposal).says.answers,
        posted,
        "what was answered stands"
    );
    fair.must(
        FAY,
        propose(true, |o| o.text = "With the new dates.".into()),
    );
    assert_eq!(fair.of(proposal).says.answers, fair.the(INTRO).notice_at);
}

#[test]
fn brd_5_an_offer_has_its_limits() {
    let (mut fair, _) = drafted();
    let attach = |file| BoardCommand::Attach {
        opportunity: INTRO,
        file,
    };
    let file = |name: &str| Attachment {
        name: name.into(),
        mime: "".into(),
        size: 0,
        blob: [0; 32],
    };
    let long = |n: usize| Box::<str>::from("x".repeat(n));
    for (command, most) in [
        (propose(false, |o| o.text = long(20_001)), 20_000),
        (propose(false, |o| o.available = long(501)), 500),
        (attach(file(&long(256))), 255),
    ] {
        assert_eq!(fair.no(FAY, command), Refusal::TooLong { most });
    }
    for n in 0..10 {
        fair.must(FAY, attach(file(&n.to_string())));
    }
    let eleventh = fair.no(FAY, attach(file("more")));
    assert_eq!(eleventh, Refusal::TooLong { most: 10 });
}

#[test]
fn brd_5_what_was_submitted_is_put_right_until_it_is_selected_deadline_or_not() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    fair.opens(GIL, INTRO);
    fair.must(GIL, propose(false, |_| ()));
    let at = fair.the(INTRO).notice.deadline;
    fair.now = at;
    fair.must(FAY, propose(true, |o| o.price = Some(euros(1))));
    let closed = Refusal::Board(BoardRefusal::ProposalsClosed { at });
    assert_eq!(fair.no(GIL, propose(true, |_| ())), closed);
    fair.must(GIL, propose(false, |o| o.text = "kept".into()));
    fair.must(PAUL, fair.selecting(proposal));
    let settled = Refusal::Board(BoardRefusal::IsSettled(INTRO));
    assert_eq!(fair.no(FAY, propose(true, |_| ())), settled);
    // A draft is kept, whatever becomes of the opportunity.
    fair.must(GIL, propose(false, |o| o.text = "kept again".into()));
    assert_eq!(
        fair.no(GIL, propose(true, |_| ())),
        Refusal::Board(BoardRefusal::NotPending(INTRO))
    );
    let end = BoardCommand::End {
        opportunity: INTRO,
        why: EndReason::ELSEWHERE,
        refund: false,
    };
    fair.must(BEN, end);
    fair.must(GIL, propose(false, |o| o.text = "kept still".into()));
    assert_eq!(fair.no(FAY, propose(false, |_| ())), settled);
}

#[test]
fn brd_5_ppl_2_a_draft_is_nobody_elses_business() {
    let (mut fair, draft) = drafted();
    let unseen = Refusal::Board(BoardRefusal::NoSuchProposal(draft));
    let all = [
        (PAUL, fair.judging(draft, Verdict::Interesting)),
        (BEN, fair.judging(draft, Verdict::Interesting)),
        (BEN, BoardCommand::Encourage(draft)),
        (BEN, fair.selecting(draft)),
        (GIL, withdraw(draft, "x")),
    ];
    let nobody_knows = |fair: &Fair| {
        for (who, command) in all.clone() {
            assert_eq!(fair.no(who, command), unseen);
        }
    };
    nobody_knows(&fair);
    let touched = fair.the(INTRO).touched_at;
    let trail = |fair: &Fair| Request::clone(fair.get(INTRODUCED)).trail.len();
    let before = trail(&fair);
    fair.now = fair.later(1);
    fair.must(FAY, propose(false, |o| o.text = "more".into()));
    assert_eq!(trail(&fair), before, "not on the request's story");
    assert_eq!(
        fair.the(INTRO).touched_at,
        touched,
        "nothing happened to it"
    );
    fair.must(FAY, withdraw(draft, ""));
    nobody_knows(&fair);
    fair.must(FAY, propose(false, |o| o.text = "again".into()));
    nobody_knows(&fair);
    // What was before the client and taken back stays what they read of it while it is made anew.
    fair.must(FAY, propose(true, |_| ()));
    fair.must(FAY, withdraw(draft, "thinking again"));
    let answers = |fair: &Fair| all.clone().map(|(who, command)| fair.no(who, command));
    let (told, before) = (answers(&fair), fair.of(draft).clone());
    fair.now = fair.later(1);
    fair.must(FAY, propose(false, |o| o.text = "secret".into()));
    assert_eq!(answers(&fair), told);
    let mut after = fair.of(draft).clone();
    assert!(after.draft.take().is_some());
    assert_eq!(after, before);
    replays(&fair);
}

#[test]
fn brd_5_taking_back_needs_a_reason_once_it_was_seen() {
    let (mut fair, proposal) = drafted();
    let mut kept = fair.clone();
    kept.must(FAY, withdraw(proposal, ""));
    assert_eq!(kept.stands(INTRO, FAY), Some(ProposalStanding::Withdrawn));
    assert_eq!(
        kept.no(FAY, withdraw(proposal, "")),
        Refusal::Board(BoardRefusal::IsSettled(INTRO))
    );
    fair.must(FAY, propose(true, |_| ()));
    assert_eq!(
        fair.no(FAY, withdraw(proposal, " ")),
        Refusal::ReasonMissing
    );
    let long = withdraw(proposal, &"x".repeat(2_001));
    assert_eq!(fair.no(FAY, long), Refusal::TooLong { most: 2_000 });
    let strange = fair.no(GIL, withdraw(proposal, "x"));
    assert_eq!(
        strange,
        Refusal::Board(BoardRefusal::NoSuchProposal(proposal))
    );
    fair.must(FAY, withdraw(proposal, "double booked"));
    assert_eq!(fair.shown(INTRO), "open withdrawn");
    assert_eq!(fair.the(INTRO).submitted, 0);
    // Sent anew, it is a new offer: what was thought of the old one is not said of it.
    fair.must(FAY, propose(true, |_| ()));
    assert_eq!(fair.shown(INTRO), "open submitted");
}

#[test]
fn brd_5_an_offer_sent_anew_carries_no_old_verdict() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    fair.must(PAUL, fair.judging(proposal, Verdict::Interesting));
    fair.must(BEN, BoardCommand::Encourage(proposal));
    fair.must(FAY, withdraw(proposal, "dearer by now"));
    fair.must(FAY, propose(true, |o| o.price = Some(euros(990_000))));
    let anew = fair.of(proposal);
    assert_eq!((anew.verdict, anew.promising), (Verdict::Unsaid, false));
    assert_eq!(anew.answered_at, None);
}

#[test]
fn brd_5_the_client_judges_and_staff_on_her_word() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    fair.must(PAUL, fair.judging(proposal, Verdict::Interesting));
    assert_eq!(fair.shown(INTRO), "open interesting");
    assert_eq!(fair.of(proposal).answered_at, Some(fair.now));
    let same = fair.judging(proposal, Verdict::Interesting);
    assert_eq!(fair.no(BEN, same), Refusal::AlreadySo);
    fair.now = fair.later(1);
    fair.must(BEN, fair.judging(proposal, Verdict::NotInteresting));
    assert_eq!(fair.shown(INTRO), "open not_interesting");
    fair.must(PAUL, fair.judging(proposal, Verdict::Unsaid));
    assert_eq!(fair.shown(INTRO), "open submitted");
    fair.must(PAUL, fair.selecting(proposal));
    let late = fair.judging(proposal, Verdict::Interesting);
    assert_eq!(
        fair.no(PAUL, late),
        Refusal::Board(BoardRefusal::NotPending(INTRO))
    );
}

#[test]
fn brd_5_ppl_2_another_client_is_told_that_there_is_no_such_proposal() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    let unseen = Refusal::Board(BoardRefusal::NoSuchProposal(proposal));
    let judge = fair.judging(proposal, Verdict::Interesting);
    assert_eq!(fair.no(LEA, judge.clone()), unseen);
    assert_eq!(fair.no(LEA, fair.selecting(proposal)), unseen);
    let unlinked = crate::domain::command::Command::People(PeopleCommand::LinkContact {
        person: PAUL,
        contact: None,
    });
    fair.0.must(Some(ANNA), unlinked);
    assert_eq!(fair.no(PAUL, judge), unseen);
}

#[test]
fn brd_7_a_proposer_is_told_of_a_good_chance_once_the_client_showed_an_interest() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    let none = Refusal::Board(BoardRefusal::NoInterestShown);
    assert_eq!(fair.no(BEN, BoardCommand::Encourage(proposal)), none);
    fair.must(PAUL, fair.judging(proposal, Verdict::NotInteresting));
    assert_eq!(fair.no(BEN, BoardCommand::Encourage(proposal)), none);
    fair.must(PAUL, fair.judging(proposal, Verdict::Interesting));
    fair.must(BEN, BoardCommand::Encourage(proposal));
    assert!(fair.of(proposal).promising);
    assert_eq!(
        fair.no(ANNA, BoardCommand::Encourage(proposal)),
        Refusal::AlreadySo
    );
    fair.must(PAUL, fair.selecting(proposal));
    assert_eq!(
        fair.no(BEN, BoardCommand::Encourage(proposal)),
        Refusal::Board(BoardRefusal::NotPending(INTRO))
    );
}

#[test]
fn brd_5_nobody_judges_or_selects_their_own_proposal_on_the_clients_word() {
    use crate::domain::command::Command;
    use crate::domain::person::Role;
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    let roles = vec![Role::Facilitator, Role::RelationOfficer];
    let person: PersonId = FAY;
    fair.0.must(
        Some(ANNA),
        Command::People(PeopleCommand::ChangeRoles { person, roles }),
    );
    let own = Refusal::Board(BoardRefusal::OwnProposal);
    let judge = fair.judging(proposal, Verdict::Interesting);
    assert_eq!(fair.no(FAY, judge.clone()), own);
    assert_eq!(fair.no(FAY, fair.selecting(proposal)), own);
    fair.must(PAUL, judge);
    assert_eq!(fair.no(FAY, BoardCommand::Encourage(proposal)), own);
    fair.must(BEN, fair.selecting(proposal));
}
