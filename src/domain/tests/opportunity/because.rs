//! BRD-5, BRD-6, WKS-8: what is declined for a reason of the house's list, with words beside it or none.

use super::bench::*;
use crate::domain::lists::rules::uses;
use crate::domain::lists::{ListName, Unlisted};
use crate::domain::opportunity::proposal::Verdict;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{BoardCommand, DealCommand};
use crate::domain::tests::lists::{does, entry_of, retired};
use crate::domain::trade::DeclineReason;
use crate::domain::{ProposalId, Refusal};

fn because(why: DeclineReason, then: BoardCommand) -> BoardCommand {
    let then = Box::new(then);
    BoardCommand::Because { why, then }
}

fn judged(proposal: ProposalId, verdict: Verdict) -> BoardCommand {
    BoardCommand::Judge { proposal, verdict }
}

#[test]
fn brd_5_wks_8_a_proposal_is_declined_for_a_reason_of_the_list() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    let price: DeclineReason = entry_of(&fair.state, "price");
    let judge = because(price, judged(proposal, Verdict::NotInteresting));
    fair.must(PAUL, judge.clone());
    let of = |fair: &Fair| (fair.of(proposal).verdict, fair.of(proposal).because);
    assert_eq!(of(&fair), (Verdict::NotInteresting, Some(price)));
    assert_eq!(uses::of(&fair.state, ListName::Decline)[&1], 1);
    assert_eq!(fair.no(PAUL, judge), Refusal::AlreadySo);
    // What is found interesting after all is declined for nothing.
    fair.must(PAUL, judged(proposal, Verdict::Interesting));
    assert_eq!(of(&fair), (Verdict::Interesting, None));
    let odd = because(price, judged(proposal, Verdict::Unsaid));
    assert_eq!(fair.no(PAUL, odd), Refusal::NoSuchThing);
    replays(&fair);
}

#[test]
fn brd_6_wks_8_terms_and_proposals_of_ones_own_are_declined_without_words() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    let dates: DeclineReason = entry_of(&fair.state, "dates");
    let withdraw = |reason: &str| BoardCommand::Withdraw {
        proposal,
        reason: reason.into(),
    };
    assert_eq!(fair.no(FAY, withdraw(" ")), Refusal::ReasonMissing);
    fair.must(FAY, because(dates, withdraw("")));
    assert_eq!(fair.shown(INTRO), "open withdrawn");
    assert_eq!(fair.of(proposal).because, Some(dates));
    // Sent anew, nothing was said of it yet.
    fair.must(FAY, fair.offering(INTRO));
    assert_eq!(fair.of(proposal).because, None);
    fair.must(PAUL, fair.selecting(proposal));
    let decline = |reason: &str| BoardCommand::Decline {
        opportunity: INTRO,
        reason: reason.into(),
    };
    assert_eq!(fair.no(FAY, decline("")), Refusal::ReasonMissing);
    fair.must(FAY, because(dates, decline("a wedding")));
    assert_eq!(fair.of(proposal).because, Some(dates));
    replays(&fair);
}

#[test]
fn wks_8_a_reason_that_is_retired_is_given_no_more_and_stays_where_it_was() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    let price: DeclineReason = entry_of(&fair.state, "price");
    let judge = because(price, judged(proposal, Verdict::NotInteresting));
    fair.must(PAUL, judge.clone());
    let command = retired(&fair.state, ListName::Decline, "price");
    does(&mut fair, command);
    assert_eq!(fair.of(proposal).because, Some(price));
    fair.must(PAUL, judged(proposal, Verdict::Unsaid));
    let list = ListName::Decline;
    let unlisted = Refusal::NotListed(Unlisted { list, entry: 1 });
    assert_eq!(fair.no(PAUL, judge), unlisted);
}

// BRD-6: the client's no to the terms, for a reason of the list, with her words beside it or none.
#[test]
fn brd_6_the_client_refuses_the_terms_for_a_reason_of_the_list() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    fair.must(PAUL, fair.selecting(proposal));
    let price: DeclineReason = entry_of(&fair.state, "price");
    let refuse = |reason: &str, said: &str| {
        BoardCommand::Deal(DealCommand::Refuse {
            opportunity: INTRO,
            reason: reason.into(),
            said: said.into(),
        })
    };
    assert_eq!(fair.no(PAUL, refuse("", "")), Refusal::ReasonMissing);
    assert_eq!(
        fair.no(BEN, because(price, refuse("", ""))),
        BoardRefusal::HowSaidMissing.into(),
        "who speaks for her says how she said so"
    );
    fair.must(PAUL, because(price, refuse("", "")));
    assert_eq!(fair.of(proposal).because, Some(price));
    assert_eq!(fair.shown(INTRO), "open submitted");
    replays(&fair);
}
