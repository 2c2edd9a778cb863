//! The hard cases of LEDGER that need no bank's file, each by name.

use super::bench::*;
use crate::domain::escrow::command::{Back, Verdict};
use crate::domain::escrow::refusal::EscrowRefusal as R;
use crate::domain::escrow::{Account, EscrowCommand as C};
use crate::domain::ids::EntryId;
use crate::domain::opportunity::{BoardCommand, EndReason, MissionCommand, Side};
use crate::domain::refusal::Refusal;

fn refund(amount: i64) -> C {
    C::Refund {
        project: INTRO,
        amount,
        words: "Not needed.".into(),
        said: "by mail".into(),
    }
}

#[test]
fn esc_3_a_deposit_of_800_on_a_tranche_of_2000_funds_800_and_only_that_is_worked_on() {
    let mut fair = running();
    fair.pays(80_000);
    assert_eq!(fair.held(), [80_000, 0, 0]);
    assert_eq!(fair.state.books().covered(fair.account()), 80_000);
    fair.money(
        FAY,
        C::Start {
            project: INTRO,
            number: 1,
        },
    );
    let not_funded = fair.no_money(
        FAY,
        C::Start {
            project: INTRO,
            number: 2,
        },
    );
    let amount = euros(300_000);
    assert_eq!(not_funded, R::NotFunded { number: 2, amount }.into());
    assert_eq!(fair.no_money(FAY, handing_in(2)), not_funded);
    replays(&fair);
}

#[test]
fn esc_4_one_cent_over_is_refused() {
    let mut fair = running();
    fair.pays(80_000);
    fair.hands_in(1);
    let held = euros(80_000);
    let over = fair.no_money(PAUL, fair.answering(1, Verdict::Whole, 80_001));
    assert_eq!(over, R::MoreThanHeld { held }.into());
    fair.money(PAUL, fair.answering(1, Verdict::Whole, 80_000));
    assert_eq!(fair.held(), [0, 0, 0]);
    assert_eq!(fair.on(Account::Released(FAY.into(), INTRO)), 80_000);
}

#[test]
fn esc_2_two_equal_deposits_of_a_day_are_two_and_the_same_one_twice_is_one() {
    let mut fair = running();
    fair.money(TOM, fair.deposit(euros(100), "224/2", None));
    let again = fair.no_money(TOM, fair.deposit(euros(100), "224/2", None));
    assert_eq!(again, R::BookedBefore(EntryId(3)).into());
    fair.money(TOM, fair.deposit(euros(100), "224/3", None));
    fair.money(TOM, fair.deposit(euros(100), "", None));
    fair.money(TOM, fair.deposit(euros(100), "", None));
    assert_eq!(fair.on(Account::Unallocated), 400);
    // One that was booked by mistake is turned round, and can be booked once more.
    let words = "wrong line".into();
    fair.money(
        TOM,
        C::Correct {
            entry: EntryId(3),
            words,
        },
    );
    fair.money(TOM, fair.deposit(euros(200), "224/2", None));
    assert_eq!(fair.on(Account::Unallocated), 500);
    replays(&fair);
}

#[test]
fn esc_2_a_client_who_paid_twice_has_the_second_unallocated_and_gets_it_back() {
    let mut fair = running();
    fair.pays(600_000);
    fair.money(TOM, fair.deposit(euros(600_000), "", None));
    assert_eq!(fair.held(), [200_000, 300_000, 100_000]);
    let second = fair
        .state
        .books()
        .open_deposits()
        .next()
        .expect("one")
        .entry;
    let back = |minor| C::SendBack {
        from: Back::Deposit(second),
        amount: euros(minor),
        words: "paid twice".into(),
    };
    let held = euros(600_000);
    assert_eq!(
        fair.no_money(TOM, back(600_001)),
        R::MoreThanHeld { held }.into()
    );
    let instructed = fair.state.books().next_entry();
    fair.money(TOM, back(600_000));
    assert_eq!(fair.state.books().open_deposits().count(), 0);
    let paid = || C::PaidOut {
        entry: instructed,
        day: 0,
    };
    fair.money(TOM, paid());
    assert_eq!(fair.no_money(TOM, paid()), Refusal::AlreadySo);
    assert_eq!(fair.on(Account::BankClients), 600_000);
    replays(&fair);
}

#[test]
fn esc_2_dollars_fund_no_project_in_euros() {
    let mut fair = running();
    let expected = euros(0).currency;
    let other = Refusal::from(R::OtherCurrency { expected });
    assert_eq!(
        fair.no_money(TOM, fair.deposit(dollars(100), "", Some(INTRO))),
        other
    );
    let deposit = fair.state.books().next_entry();
    fair.money(TOM, fair.deposit(dollars(100), "", None));
    let matched = C::Match {
        deposit,
        amount: 100,
        project: INTRO,
    };
    assert_eq!(fair.no_money(TOM, matched), other);
}

#[test]
fn esc_5_a_release_and_a_dispute_race_and_either_order_has_one_outcome() {
    let mut first = running();
    first.pays(200_000);
    first.hands_in(1);
    let mut second = first.clone();
    // Paul releases, then Fay would dispute what is gone.
    let release = first.answering(1, Verdict::Whole, 200_000);
    first.money(PAUL, release.clone());
    let nothing = first.no_money(FAY, disputing(Side::Provider, Some(1), 200_000));
    assert_eq!(nothing, R::NothingHeld(INTRO).into());
    // The other way round the release finds the account moved, and looked at anew in dispute.
    second.money(FAY, disputing(Side::Provider, Some(1), 200_000));
    assert_eq!(
        second.no_money(PAUL, release),
        R::AccountMoved(INTRO).into()
    );
    let anew = second.answering(1, Verdict::Whole, 200_000);
    assert_eq!(second.no_money(PAUL, anew), R::InDispute(INTRO).into());
    assert_eq!(second.on(Account::Held(INTRO, 1)), 200_000);
}

#[test]
fn esc_4_two_of_a_client_release_at_once_and_one_does() {
    let mut fair = running();
    fair.pays(200_000);
    fair.hands_in(1);
    let seen = fair.answering(1, Verdict::InPart, 100_000);
    fair.money(PAUL, seen.clone());
    // The other one, who looked before, is told; so is staff on her word.
    assert_eq!(fair.no_money(BEN, seen), R::AccountMoved(INTRO).into());
    assert_eq!(fair.on(Account::Released(FAY.into(), INTRO)), 100_000);
}

#[test]
fn esc_5_a_refund_and_a_dispute_exclude_each_other() {
    let mut fair = running();
    fair.pays(700_000);
    assert_eq!(fair.free(), 100_000);
    let mut disputed = fair.clone();
    disputed.money(PAUL, disputing(Side::Client, None, 900_000));
    assert_eq!(disputed.free(), 0);
    assert_eq!(
        disputed.no_money(PAUL, refund(1)),
        R::InDispute(INTRO).into()
    );
    fair.money(PAUL, refund(100_000));
    fair.money(PAUL, disputing(Side::Client, None, 900_000));
    // What went back is out of reach; what is held never grows.
    assert_eq!(fair.on(Account::Held(INTRO, 1)), 600_000);
    fair.pays(50_000);
    assert_eq!(fair.on(Account::Held(INTRO, 1)), 600_000);
    replays(&fair);
}

#[test]
fn esc_4_ending_a_mission_strands_no_money() {
    let mut fair = running();
    let end = || BoardCommand::End {
        opportunity: INTRO,
        why: EndReason::MISTAKE,
        refund: false,
    };
    fair.pays(1_000);
    let held = euros(1_000);
    assert_eq!(fair.no(BEN, end()), R::MoneyHeld { held }.into());
    fair.money(
        TOM,
        C::Unfund {
            project: INTRO,
            number: 1,
            amount: 1_000,
        },
    );
    fair.money(PAUL, refund(1_000));
    fair.must(BEN, end());
    assert!(fair.account().closed.is_some());
    let closed = fair.no_money(TOM, fair.deposit(euros(1), "", Some(INTRO)));
    assert_eq!(closed, R::ProjectClosed(INTRO).into());
    replays(&fair);
}

#[test]
fn esc_4_another_coordinator_takes_what_is_not_released_and_the_first_keeps_the_rest() {
    let mut fair = running();
    fair.pays(650_000);
    fair.works(1, 150_000);
    let replace = MissionCommand::Replace {
        opportunity: INTRO,
        person: GIL,
        price: None,
        reason: "ill".into(),
    };
    fair.must(BEN, BoardCommand::Mission(replace));
    let (agreement, tranches) =
        crate::domain::opportunity::rules::hand::handed(fair.the(INTRO)).expect("offered");
    let take = MissionCommand::Take {
        opportunity: INTRO,
        agreement: Box::new(agreement),
        tranches,
        consent: false,
    };
    fair.must(GIL, BoardCommand::Mission(take));
    assert_eq!(fair.on(Account::Released(FAY.into(), INTRO)), 150_000);
    assert_eq!(fair.held(), [50_000, 300_000, 100_000]);
    assert_eq!(fair.free(), 50_000);
    // What is released now is his, and hers is out of his reach.
    let release = C::Release {
        project: INTRO,
        number: 1,
        seen: fair.account().revision,
        amount: 50_000,
        said: "".into(),
    };
    fair.money(PAUL, release);
    assert_eq!(fair.on(Account::Released(GIL.into(), INTRO)), 50_000);
    assert_eq!(fair.on(Account::Released(FAY.into(), INTRO)), 150_000);
    assert_eq!(
        fair.no_money(FAY, handing_in(2)),
        R::NoAccount(INTRO).into()
    );
    replays(&fair);
}

#[test]
fn esc_6_disabling_a_provider_strands_no_money() {
    use crate::domain::command::Command;
    use crate::domain::person::command::PeopleCommand;
    let mut fair = running();
    fair.pays(200_000);
    fair.hands_in(1);
    let away = PeopleCommand::SetActive {
        person: FAY,
        active: false,
    };
    fair.0.must(Some(ANNA), Command::People(away));
    // The client releases all the same; and what is not done, staff dispute or hand in on her word.
    fair.money(PAUL, fair.answering(1, Verdict::Whole, 200_000));
    assert_eq!(fair.on(Account::Released(FAY.into(), INTRO)), 200_000);
    fair.pays(100_000);
    fair.money(BEN, disputing(Side::Provider, Some(2), 100_000));
    assert_eq!(fair.on(Account::Held(INTRO, 1)), 100_000);
}

#[test]
fn esc_10_a_closed_day_takes_no_entry() {
    let mut fair = running();
    let until = fair.now - 24 * 3_600_000;
    fair.money(TOM, C::Close { until });
    let mut late = fair.deposit(euros(1), "", None);
    if let C::Deposit { day, .. } = &mut late {
        *day = until;
    }
    assert_eq!(fair.no_money(TOM, late), R::DayClosed { until }.into());
    assert_eq!(fair.no_money(TOM, C::Close { until }), Refusal::AlreadySo);
    fair.pays(1);
}

#[test]
fn esc_2_sums_of_a_quadrillion_minor_units_stay_exact() {
    use crate::domain::escrow::Entry;
    let mut fair = running();
    let most = Entry::MOST;
    assert_eq!(
        fair.no_money(TOM, fair.deposit(euros(most + 1), "", None)),
        R::AmountWrong.into()
    );
    assert_eq!(
        fair.no_money(TOM, fair.deposit(euros(0), "", None)),
        R::AmountWrong.into()
    );
    for currency in ["EUR", "JPY", "KWD"] {
        let currency = crate::domain::money::Currency::parse(currency).expect("one");
        let amount = crate::domain::money::Money {
            minor: most,
            currency,
        };
        fair.money(TOM, fair.deposit(amount, "", None));
        fair.money(TOM, fair.deposit(amount, "", None));
        let books = fair.state.books();
        assert_eq!(books.stands(Account::BankClients, currency), 2 * most);
        assert_eq!(books.cover(currency), 0);
    }
}
