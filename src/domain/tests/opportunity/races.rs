//! BRD-4, BRD-5, BRD-6, BRD-8: two who do things at once, and what is out of date or out of bounds: one
//! outcome each.

use std::slice::from_ref;

use super::bench::*;
use crate::domain::command::Command;
use crate::domain::ids::{OpportunityId, PersonId, ProposalId};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::credit::refusal::CreditRefusal;
use crate::domain::opportunity::lack::Lack;
use crate::domain::opportunity::mission::Session;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{BoardCommand, EndReason, MissionCommand};
use crate::domain::person::command::PeopleCommand;
use crate::domain::refusal::Refusal;
use crate::domain::thing::Thing;

fn two() -> Fair {
    let mut fair = Fair::open();
    fair.submits(FAY, INTRO);
    fair.submits(GIL, INTRO);
    fair
}

fn deactivate(fair: &mut Fair, person: PersonId) {
    let active = false;
    fair.0.must(
        Some(ANNA),
        Command::People(PeopleCommand::SetActive { person, active }),
    );
}

#[test]
fn brd_6_of_two_officers_who_select_one_wins_and_the_other_is_told() {
    let fair = two();
    let (fays, gils) = (fair.selecting(ProposalId(1)), fair.selecting(ProposalId(2)));
    for (first, second, by) in [(&fays, &gils, "Fay"), (&gils, &fays, "Gil")] {
        let mut fair = fair.clone();
        fair.must(BEN, first.clone());
        let told = Refusal::Board(BoardRefusal::AlreadySelected {
            by: by.into(),
            at: fair.now,
        });
        fair.now = fair.later(1);
        assert_eq!(fair.no(ANNA, second.clone()), told);
        assert_eq!(fair.no(ANNA, first.clone()), told, "nor the same again");
    }
}

#[test]
fn brd_5_a_facilitator_submits_while_it_closes() {
    let mut fair = two();
    fair.opens(HEL, INTRO);
    let submit = fair.offering(INTRO);
    let deadline = fair.the(INTRO).notice.deadline;
    let mut just = fair.clone();
    just.now = deadline - 1;
    just.must(HEL, submit.clone());
    let mut late = fair.clone();
    late.now = deadline;
    let closed = Refusal::Board(BoardRefusal::ProposalsClosed { at: deadline });
    assert_eq!(late.no(HEL, submit.clone()), closed);
    fair.must(PAUL, fair.selecting(ProposalId(1)));
    assert_eq!(
        fair.no(HEL, submit.clone()),
        Refusal::Board(BoardRefusal::NotPending(INTRO))
    );
    let end = BoardCommand::End {
        opportunity: INTRO,
        why: EndReason::GIVEN_UP,
        refund: true,
    };
    fair.must(ANNA, end);
    assert_eq!(
        fair.no(HEL, submit),
        Refusal::Board(BoardRefusal::NotPending(INTRO))
    );
}

#[test]
fn brd_4_the_last_credit_is_spent_once() {
    let mut fair = Fair::open();
    fair.must(FAY, fair.step(INTRO, CreditKind::Consultation));
    fair.must(FAY, fair.step(SUB, CreditKind::Consultation));
    let spent = fair.step(INTRO, CreditKind::Consultation);
    assert_eq!(fair.no(FAY, spent), Refusal::AlreadySo);
    // One offer credit, two opportunities.
    let mut prices = fair.state.terms().credits.expect("prices");
    prices.offer = 5;
    fair.terms(|t| t.credits = Some(prices));
    let (one, other) = (
        fair.step(INTRO, CreditKind::Offer),
        fair.step(SUB, CreditKind::Offer),
    );
    for (first, second) in [(&one, &other), (&other, &one)] {
        let mut fair = fair.clone();
        fair.must(FAY, first.clone());
        let short = Refusal::Credit(CreditRefusal::NotEnoughCredits {
            kind: CreditKind::Offer,
            left: 0,
            price: 5,
        });
        assert_eq!(fair.no(FAY, second.clone()), short);
        assert_eq!(fair.left(FAY), [3, 0, 5]);
    }
}

#[test]
fn brd_6_what_is_selected_is_what_was_read() {
    let mut fair = two();
    let read = fair.selecting(ProposalId(1));
    fair.must(FAY, fair.offering(INTRO));
    let changed = Refusal::Board(BoardRefusal::ProposalChanged(ProposalId(1)));
    assert_eq!(fair.no(PAUL, read), changed);
    fair.must(PAUL, fair.selecting(ProposalId(1)));
    let rewritten = fair.offering(INTRO);
    assert_eq!(
        fair.no(FAY, rewritten),
        Refusal::Board(BoardRefusal::IsSettled(INTRO))
    );
}

#[test]
fn brd_6_a_proposer_takes_it_back_while_it_is_selected() {
    let fair = two();
    let (proposal, reason) = (ProposalId(1), Box::<str>::from("ill"));
    let withdraw = BoardCommand::Withdraw { proposal, reason };
    let mut first = fair.clone();
    first.must(FAY, withdraw.clone());
    assert_eq!(
        first.no(PAUL, fair.selecting(proposal)),
        Refusal::Board(BoardRefusal::IsSettled(INTRO))
    );
    let mut second = fair.clone();
    second.must(PAUL, fair.selecting(proposal));
    assert_eq!(
        second.no(FAY, withdraw),
        Refusal::Board(BoardRefusal::DeclineInstead(INTRO))
    );
}

#[test]
fn brd_6_the_winner_confirms_while_the_selection_is_opened_again() {
    let mut fair = two();
    fair.must(PAUL, fair.selecting(ProposalId(1)));
    let confirm = fair.confirming(INTRO);
    let reopen = BoardCommand::Reopen {
        opportunity: INTRO,
        reason: "no answer".into(),
    };
    let nothing = Refusal::Board(BoardRefusal::NothingSelected(INTRO));
    let mut first = fair.clone();
    first.must(FAY, confirm.clone());
    assert_eq!(first.no(PAUL, reopen.clone()), nothing);
    fair.must(PAUL, reopen);
    assert_eq!(fair.no(FAY, confirm), nothing);
}

#[test]
fn brd_3_who_may_no_longer_enter_is_not_selected_and_their_selection_is_opened_again() {
    let mut fair = two();
    deactivate(&mut fair, FAY);
    let lacks = Refusal::Board(BoardRefusal::NotEligible(vec![Lack::NotAFacilitator]));
    assert_eq!(fair.no(PAUL, fair.selecting(ProposalId(1))), lacks);
    fair.must(PAUL, fair.selecting(ProposalId(2)));
    let confirm = fair.confirming(INTRO);
    deactivate(&mut fair, GIL);
    assert_eq!(fair.no(GIL, confirm), Refusal::NobodyKnown);
    let reopen = BoardCommand::Reopen {
        opportunity: INTRO,
        reason: "he left us".into(),
    };
    fair.must(BEN, reopen);
    assert_eq!(fair.shown(INTRO), "open submitted submitted");
}

#[test]
fn brd_8_a_coordinator_who_may_no_longer_enter_leaves_a_mission_the_house_can_end() {
    let mut fair = Fair::open();
    fair.runs(FAY, INTRO);
    deactivate(&mut fair, FAY);
    let deliver = BoardCommand::Mission(MissionCommand::Deliver {
        opportunity: INTRO,
        note: "finished by the house".into(),
    });
    assert!(fair.tries(DAN, deliver).is_ok());
    let end = BoardCommand::End {
        opportunity: INTRO,
        why: EndReason::MISTAKE,
        refund: false,
    };
    fair.must(BEN, end);
    fair.must(BEN, fair.posting(INTRODUCED));
}

#[test]
fn brd_8_two_who_plan_at_once_do_not_plan_over_each_other() {
    let mut fair = Fair::open();
    fair.runs(FAY, INTRO);
    let session = |hours| Session {
        at: fair.later(hours),
        place: "".into(),
        by: None,
        attended: None,
    };
    let plan = |seen: &[Session], sessions: &[Session]| {
        BoardCommand::Mission(MissionCommand::Plan {
            opportunity: INTRO,
            seen: seen.to_vec(),
            sessions: sessions.to_vec(),
        })
    };
    let (one, two) = (session(1), session(2));
    let what = Thing::Sessions(INTRO);
    let hers = plan(&[], from_ref(&two));
    let counted = |at, was, attended| {
        BoardCommand::Mission(MissionCommand::Attend {
            opportunity: INTRO,
            session: 0,
            at,
            was,
            attended,
        })
    };
    let (first, second) = (one.at, two.at);
    let mut fair = fair;
    fair.must(FAY, hers.clone());
    let (name, at) = (fair.name(FAY), fair.now);
    let by = Some(name);
    let over = fair.no(BEN, plan(&[], from_ref(&one)));
    assert_eq!(over, Refusal::Moved { what, by, at });
    fair.must(BEN, plan(from_ref(&two), &[one, two.clone()]));
    // Names of the house are not told to who is not of it.
    let (by, at) = (None, fair.now);
    let by_us = Refusal::Moved { what, by, at };
    assert_eq!(fair.no(FAY, hers), by_us);
    fair.now = fair.later(3);
    let another = fair.no(FAY, counted(second, None, 12));
    assert_eq!(another, by_us, "another stands there");
    fair.must(FAY, counted(first, None, 12));
    // Who counted at the same time, and had seen no number yet, does not write over hers.
    let (by, at) = (Some(fair.name(FAY)), fair.now);
    let over = fair.no(BEN, counted(first, None, 14));
    assert_eq!(over, Refusal::Moved { what, by, at });
    fair.must(BEN, counted(first, Some(12), 14));
}

#[test]
fn brd_2_two_who_put_a_notice_right_at_once_do_not_undo_each_other() {
    let mut fair = Fair::open();
    let amend = |fair: &Fair, sessions| {
        let mut notice = fair.the(INTRO).notice.clone();
        notice.sessions = sessions;
        BoardCommand::Amend {
            opportunity: INTRO,
            seen: fair.the(INTRO).notice_at,
            notice: Box::new(notice),
            description: None,
        }
    };
    let (bens, annas) = (amend(&fair, 3), amend(&fair, 4));
    fair.submits(FAY, INTRO);
    fair.must(BEN, bens);
    let (what, by, at) = (Thing::Notice(INTRO), Some(fair.name(BEN)), fair.now);
    assert_eq!(fair.no(ANNA, annas), Refusal::Moved { what, by, at });
    fair.must(ANNA, amend(&fair, 4));
}

#[test]
fn brd_5_what_is_not_there_is_refused_by_its_name() {
    let fair = two();
    let nowhere = OpportunityId(0);
    let nothing = Refusal::Board(BoardRefusal::NoSuchOpportunity(nowhere));
    for command in [
        fair.step(nowhere, CreditKind::Consultation),
        BoardCommand::Favourite(nowhere, true),
        BoardCommand::Decline {
            opportunity: nowhere,
            reason: "x".into(),
        },
    ] {
        assert_eq!(fair.no(FAY, command), nothing);
    }
    for proposal in [ProposalId(0), ProposalId(u32::MAX)] {
        let reason = "x".into();
        let refusal = fair.no(FAY, BoardCommand::Withdraw { proposal, reason });
        assert_eq!(
            refusal,
            Refusal::Board(BoardRefusal::NoSuchProposal(proposal))
        );
    }
}

#[test]
fn brd_5_one_opportunity_takes_so_many_proposals_and_no_more() {
    use crate::domain::opportunity::Opportunity;
    use crate::domain::person::Role;
    let mut fair = Fair::open();
    fair.terms(|t| t.credits = None);
    let draft = || BoardCommand::Propose {
        opportunity: INTRO,
        revision: whole(offer(None)),
        submit: false,
    };
    let first = fair.state.next_person();
    let most = u32::try_from(Opportunity::PROPOSALS_MOST).expect("a number");
    for n in 0..=most {
        let add = Command::People(PeopleCommand::Add(somebody("X", &[Role::Facilitator])));
        fair.0.must(Some(ANNA), add);
        if n < most {
            fair.must(PersonId(first.0 + n), draft());
        }
    }
    let full = Refusal::TooLong {
        most: Opportunity::PROPOSALS_MOST,
    };
    assert_eq!(fair.no(PersonId(first.0 + most), draft()), full);
    fair.must(first, draft());
}
