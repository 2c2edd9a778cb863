//! BRD-4: credits are a ledger: granted, used once for each step, given back, never below zero; and the
//! contact clock.

use super::bench::*;
use crate::domain::event::Event;
use crate::domain::ids::{OpportunityId, PersonId};
use crate::domain::opportunity::credit::event::OfCredits;
use crate::domain::opportunity::credit::refusal::CreditRefusal;
use crate::domain::opportunity::credit::{CreditEntry, CreditKind, Ground};
use crate::domain::opportunity::proposal::Verdict;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::rules::clock::{ContactClock, contact_clock};
use crate::domain::opportunity::{BoardCommand, CreditCommand, Opportunity, OpportunityStage};
use crate::domain::person::refusal::PeopleRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::terms::CreditPrices;

use CreditKind::{Consultation, Contact, Offer};

fn clock(fair: &Fair, id: OpportunityId, who: PersonId) -> ContactClock {
    let opportunity: &Opportunity = fair.the(id);
    contact_clock(&fair.state, opportunity, who, fair.now)
}

fn contact(fair: &Fair, id: OpportunityId, why: &str) -> BoardCommand {
    let mut command = fair.step(id, Contact);
    if let BoardCommand::Credit(CreditCommand::Open { reason, .. }) = &mut command {
        *reason = why.into();
    }
    command
}

/// The ground the last record used a contact credit on.
fn ground(fair: &Fair) -> Option<Ground> {
    let (_, events) = fair.records.last()?;
    events.iter().find_map(|event| match event {
        Event::Credit(OfCredits { entry, .. }) => match &**entry {
            CreditEntry::Used { ground, .. } => ground.clone(),
            CreditEntry::Granted { .. } | CreditEntry::Refunded { .. } => None,
        },
        _ => None,
    })
}

fn urgent(fair: &mut Fair) {
    let mut notice = fair.the(INTRO).notice.clone();
    notice.urgent = true;
    let amend = BoardCommand::Amend {
        opportunity: INTRO,
        seen: fair.the(INTRO).notice_at,
        notice: Box::new(notice),
        description: None,
    };
    fair.must(BEN, amend);
}

#[test]
fn brd_4_each_step_costs_a_credit_once_and_opens_for_good() {
    let mut fair = Fair::open();
    let open = |kind| Refusal::Credit(CreditRefusal::OpenFirst(kind));
    assert_eq!(fair.no(FAY, fair.step(INTRO, Offer)), open(Consultation));
    assert_eq!(fair.no(FAY, fair.step(INTRO, Contact)), open(Consultation));
    assert_eq!(fair.no(FAY, fair.offering(INTRO)), open(Offer));
    fair.must(FAY, fair.step(INTRO, Consultation));
    assert_eq!(fair.left(FAY), [4, 5, 5]);
    assert_eq!(
        fair.no(FAY, fair.step(INTRO, Consultation)),
        Refusal::AlreadySo
    );
    fair.must(FAY, fair.step(INTRO, Offer));
    assert_eq!(fair.left(FAY), [4, 4, 5]);
    let opened = |who| CreditKind::ALL.map(|kind| fair.state.has_opened(INTRO, who, kind));
    assert_eq!(opened(FAY), [true, true, false]);
    assert_eq!(opened(GIL), [false; 3], "nobody else's");
    fair.terms(|t| {
        t.credits = Some(CreditPrices {
            consultation: 9,
            offer: 9,
            contact: 9,
        });
    });
    assert!(fair.state.has_opened(INTRO, FAY, Offer), "it stays open");
}

#[test]
fn brd_4_the_price_that_was_shown_is_the_price_that_is_paid() {
    let mut fair = Fair::open();
    let shown = fair.step(INTRO, Consultation);
    let dearer = CreditPrices {
        consultation: 3,
        offer: 1,
        contact: 1,
    };
    fair.terms(|t| t.credits = Some(dearer));
    assert_eq!(
        fair.no(FAY, shown),
        Refusal::Credit(CreditRefusal::PriceChanged { price: 3 })
    );
    fair.must(FAY, fair.step(INTRO, Consultation));
    assert_eq!(fair.left(FAY), [2, 5, 5]);
    let short = Refusal::Credit(CreditRefusal::NotEnoughCredits {
        kind: Consultation,
        left: 2,
        price: 3,
    });
    assert_eq!(fair.no(FAY, fair.step(SUB, Consultation)), short);
}

#[test]
fn brd_4_credits_are_granted_within_bounds_with_a_reason_to_facilitators() {
    let mut fair = Fair::open();
    let grant = |person, count, why: &str| {
        BoardCommand::Credit(CreditCommand::Grant {
            person,
            kind: Offer,
            count,
            why: why.into(),
        })
    };
    let wrong = Refusal::Credit(CreditRefusal::CreditsWrong { most: 100_000 });
    for (command, refusal) in [
        (grant(FAY, 0, "x"), wrong.clone()),
        (grant(FAY, 99_996, "x"), wrong.clone()),
        (grant(FAY, u32::MAX, "x"), wrong),
        (grant(FAY, 1, " "), Refusal::ReasonMissing),
        (
            grant(BEN, 1, "x"),
            Refusal::People(PeopleRefusal::NoSuchPerson),
        ),
        (
            grant(PersonId(99), 1, "x"),
            Refusal::People(PeopleRefusal::NoSuchPerson),
        ),
    ] {
        assert_eq!(fair.no(TOM, command), refusal);
    }
    fair.must(TOM, grant(FAY, 99_995, "x"));
    assert_eq!(fair.left(FAY), [5, 100_000, 5]);
}

#[test]
fn brd_4_what_is_given_back_is_what_was_paid_once_and_it_stays_open() {
    let mut fair = Fair::open();
    fair.must(FAY, fair.step(INTRO, Consultation));
    fair.terms(|t| t.credits = None);
    let refund = |person, kind, why: &str| {
        BoardCommand::Credit(CreditCommand::Refund {
            person,
            opportunity: INTRO,
            kind,
            why: why.into(),
        })
    };
    for (command, refusal) in [
        (refund(GIL, Consultation, "x"), Refusal::NoSuchThing),
        (refund(FAY, Offer, "x"), Refusal::NoSuchThing),
        (refund(FAY, Consultation, ""), Refusal::ReasonMissing),
    ] {
        assert_eq!(fair.no(TOM, command), refusal);
    }
    fair.must(TOM, refund(FAY, Consultation, "posted by mistake"));
    assert_eq!(fair.left(FAY), [5, 5, 5]);
    let again = refund(FAY, Consultation, "x");
    assert_eq!(fair.no(TOM, again), Refusal::AlreadySo);
    assert!(fair.state.has_opened(INTRO, FAY, Consultation));
}

#[test]
fn brd_4_a_house_without_credits_has_free_steps_and_still_a_contact_clock() {
    let mut fair = Fair::open();
    fair.terms(|t| t.credits = None);
    assert!(fair.state.has_opened(INTRO, FAY, Offer));
    fair.must(FAY, fair.offering(INTRO));
    assert!(!fair.state.has_opened(INTRO, FAY, Contact));
    let waits = fair.no(FAY, fair.step(INTRO, Contact));
    assert!(matches!(
        waits,
        Refusal::Credit(CreditRefusal::ContactWaits { until: Some(_) })
    ));
    fair.now = fair.later(24);
    fair.must(FAY, fair.step(INTRO, Contact));
    assert_eq!(fair.left(FAY), [5, 5, 5]);
    assert!(fair.state.has_opened(INTRO, FAY, Contact));
}

#[test]
fn brd_4_who_proposed_while_steps_were_free_goes_on_when_they_are_not() {
    let mut fair = Fair::open();
    fair.terms(|t| t.credits = None);
    fair.must(FAY, fair.offering(INTRO));
    fair.terms(|t| *t = crate::domain::terms::Terms::default());
    fair.now = fair.later(200);
    fair.must(FAY, fair.offering(INTRO));
    assert!(fair.state.has_opened(INTRO, FAY, Consultation));
    assert!(!fair.state.has_opened(INTRO, GIL, Consultation));
    assert!(!fair.state.has_opened(INTRO, FAY, Contact));
}

#[test]
fn brd_4_the_contact_opens_when_nobody_answered_in_time() {
    let mut fair = Fair::open();
    fair.must(FAY, fair.step(INTRO, Consultation));
    assert_eq!(clock(&fair, INTRO, FAY), ContactClock::NothingAsked);
    let needs = Refusal::Credit(CreditRefusal::ContactWaits { until: None });
    assert_eq!(fair.no(FAY, fair.step(INTRO, Contact)), needs);
    fair.must(FAY, fair.step(INTRO, Offer));
    fair.must(FAY, fair.offering(INTRO));
    let until = fair.later(24);
    assert_eq!(clock(&fair, INTRO, FAY), ContactClock::At(until));
    let waits = Refusal::Credit(CreditRefusal::ContactWaits { until: Some(until) });
    assert_eq!(fair.no(FAY, fair.step(INTRO, Contact)), waits);
    fair.now = until - 1;
    assert_eq!(fair.no(FAY, fair.step(INTRO, Contact)), waits);
    fair.now = until;
    fair.must(FAY, fair.step(INTRO, Contact));
    assert_eq!(ground(&fair), Some(Ground::NoAnswer));
    assert_eq!(clock(&fair, INTRO, FAY), ContactClock::Open);
    assert_eq!(fair.left(FAY), [4, 4, 4]);
}

#[test]
fn brd_4_an_offer_that_was_taken_back_and_sent_anew_starts_the_clock_anew() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    let reason = "a mistake".into();
    fair.must(FAY, BoardCommand::Withdraw { proposal, reason });
    fair.now = fair.later(30);
    fair.must(FAY, fair.offering(INTRO));
    let until = fair.later(24);
    assert_eq!(clock(&fair, INTRO, FAY), ContactClock::At(until));
    let one = fair.of(proposal);
    assert_eq!((one.submitted_at, one.answered_at), (Some(fair.now), None));
}

#[test]
fn brd_4_the_contact_opens_at_once_when_it_is_urgent() {
    let mut fair = Fair::open();
    urgent(&mut fair);
    fair.must(FAY, fair.step(INTRO, Consultation));
    assert_eq!(clock(&fair, INTRO, FAY), ContactClock::Urgent);
    fair.must(FAY, fair.step(INTRO, Contact));
    assert_eq!(ground(&fair), Some(Ground::Urgent));
}

#[test]
fn brd_4_the_contact_opens_with_a_stated_reason_at_any_time() {
    for answered in [None, Some(Verdict::NotInteresting)] {
        let mut fair = Fair::open();
        let proposal = fair.submits(FAY, INTRO);
        if let Some(verdict) = answered {
            fair.must(PAUL, fair.judging(proposal, verdict));
            assert_eq!(clock(&fair, INTRO, FAY), ContactClock::Answered);
            fair.now = fair.later(80);
            let needs = Refusal::Credit(CreditRefusal::ContactWaits { until: None });
            assert_eq!(fair.no(FAY, fair.step(INTRO, Contact)), needs);
        }
        assert!(matches!(
            fair.no(FAY, contact(&fair, INTRO, "  ")),
            Refusal::Credit(CreditRefusal::ContactWaits { .. })
        ));
        let long = contact(&fair, INTRO, &"x".repeat(2_001));
        assert_eq!(fair.no(FAY, long), Refusal::TooLong { most: 2_000 });
        fair.must(FAY, contact(&fair, INTRO, " they asked me to call "));
        let stated = Ground::Stated("they asked me to call".into());
        assert_eq!(ground(&fair), Some(stated));
    }
}

#[test]
fn brd_4_ppl_2_under_subcontracting_the_house_holds_the_client() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, SUB);
    fair.now = fair.later(90);
    assert_eq!(clock(&fair, SUB, FAY), ContactClock::HouseHolds);
    let reason = contact(&fair, SUB, "a very good reason");
    assert_eq!(
        fair.no(FAY, reason),
        Refusal::Board(BoardRefusal::HouseHoldsClient)
    );
    fair.must(BEN, fair.selecting(proposal));
    assert_eq!(clock(&fair, SUB, FAY), ContactClock::HouseHolds);
    fair.must(FAY, fair.confirming(SUB));
    assert_eq!(clock(&fair, SUB, FAY), ContactClock::Open, "introduced");
    assert_eq!(clock(&fair, SUB, GIL), ContactClock::HouseHolds);
}

#[test]
fn brd_4_nothing_is_opened_on_what_awaits_no_offers() {
    let mut fair = Fair::open();
    fair.must(GIL, fair.step(INTRO, Consultation));
    let proposal = fair.submits(FAY, INTRO);
    let deadline = fair.the(INTRO).notice.deadline;
    let at = std::mem::replace(&mut fair.now, deadline);
    let closed = Refusal::Board(BoardRefusal::ProposalsClosed { at: deadline });
    assert_eq!(fair.no(GIL, fair.step(INTRO, Offer)), closed);
    assert_eq!(fair.no(HEL, fair.step(INTRO, Consultation)), closed);
    fair.now = at;
    fair.must(PAUL, fair.selecting(proposal));
    assert!(matches!(
        fair.the(INTRO).stage,
        OpportunityStage::Selected { .. }
    ));
    let over = Refusal::Board(BoardRefusal::NotPending(INTRO));
    // Who has no part in it sees it no more.
    let gone = Refusal::Board(BoardRefusal::NoSuchOpportunity(INTRO));
    assert_eq!(fair.no(HEL, fair.step(INTRO, Consultation)), gone);
    assert_eq!(fair.no(GIL, fair.step(INTRO, Offer)), over);
    assert_eq!(fair.no(GIL, contact(&fair, INTRO, "x")), over);
    assert_eq!(clock(&fair, INTRO, GIL), ContactClock::Over);
}

#[test]
fn brd_4_each_record_stands_once_in_a_persons_ledger() {
    let mut fair = Fair::open();
    fair.submits(FAY, INTRO);
    let before = fair.state.credits().account(FAY).trail;
    assert_eq!(before.len(), 5, "three grants, two uses");
    let end = BoardCommand::End {
        opportunity: INTRO,
        why: crate::domain::opportunity::EndReason::MISTAKE,
        refund: true,
    };
    fair.must(ANNA, end);
    let after = fair.state.credits().account(FAY).trail;
    assert_eq!(after.len(), 6, "two refunds, one record");
    assert!(after.is_sorted());
}

#[test]
fn brd_12_after_the_deadline_nothing_is_sold_or_applied_for_and_what_was_opened_stays_open() {
    let mut fair = Fair::open();
    fair.submits(FAY, INTRO);
    fair.opens(GIL, INTRO);
    let deadline = fair.the(INTRO).notice.deadline;
    let accounts: Vec<[u32; 3]> = [FAY, GIL, HEL].map(|who| fair.left(who)).to_vec();
    for (at, over) in [
        (deadline - 1, false),
        (deadline, true),
        (deadline + 1, true),
    ] {
        fair.now = at;
        let closed = || {
            Err(Refusal::Board(BoardRefusal::ProposalsClosed {
                at: deadline,
            }))
        };
        let tried = |who, command| fair.tries(who, command).map(drop);
        let sells = |who, kind| tried(who, fair.step(INTRO, kind));
        let expected = || if over { closed() } else { Ok(()) };
        assert_eq!(sells(HEL, Consultation), expected(), "{at}");
        assert_eq!(tried(GIL, fair.offering(INTRO)), expected(), "{at}");
        // Not for a reason either, nor because no answer came in time.
        assert_eq!(
            tried(GIL, contact(&fair, INTRO, "they know us")),
            expected()
        );
        assert_eq!(tried(FAY, contact(&fair, INTRO, "")), expected());
        // What stands before the client may be put right until it is selected (BRD-5).
        assert!(
            fair.state.has_opened(INTRO, GIL, Offer) && fair.state.has_opened(INTRO, FAY, Offer)
        );
    }
    assert_eq!([FAY, GIL, HEL].map(|who| fair.left(who)).to_vec(), accounts);
    // Where credits are switched off nothing is applied for either.
    fair.terms(|terms| terms.credits = None);
    let closed = Refusal::Board(BoardRefusal::ProposalsClosed { at: deadline });
    assert_eq!(fair.no(HEL, fair.offering(INTRO)), closed);
    assert_eq!(fair.no(HEL, contact(&fair, INTRO, "they know us")), closed);
}
