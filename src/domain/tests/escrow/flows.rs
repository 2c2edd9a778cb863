//! ESC-1 to ESC-4, ESC-6: what an agreement opens and charges, how tranches are funded, begun, handed in, accepted and
//! released, and who may say so for whom.

use super::bench::*;
use crate::domain::escrow::command::Verdict;
use crate::domain::escrow::refusal::EscrowRefusal as R;
use crate::domain::escrow::{Account, EscrowCommand as C, Income, Progress};
use crate::domain::house::Funds;
use crate::domain::ids::OrganisationId;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{BoardCommand, Formula, Payer, Side};
use crate::domain::refusal::Refusal;

fn start(number: u16) -> C {
    C::Start {
        project: INTRO,
        number,
    }
}

/// Where Acme owes for the project.
fn owed() -> Account {
    Account::OwedByClient(OrganisationId(1), INTRO)
}

#[test]
fn esc_6_an_agreement_charges_the_commission_and_the_option_with_vat() {
    let fair = running();
    assert_eq!(fair.codes(0), ["C01", "C01"]);
    assert_eq!(fair.on(Account::Income(Income::Commission)), 90_000);
    assert_eq!(fair.on(Account::Income(Income::Option)), 18_000);
    assert_eq!(fair.on(Account::VatOut), 18_000 + 3_600);
    assert_eq!(fair.on(owed()), 129_600);
    assert_eq!(
        fair.the(INTRO).agreement.as_ref().and_then(|a| a.option),
        Some(euros(18_000))
    );
    replays(&fair);
}

#[test]
fn esc_1_under_basic_the_commission_is_all_there_is() {
    let mut fair = agreed(Formula::Basic);
    assert_eq!(fair.on(owed()), 108_000);
    assert_eq!(fair.account().parts, []);
    let basic = Refusal::from(R::BasicFormula);
    assert_eq!(
        fair.no_money(TOM, fair.deposit(euros(1), "", Some(INTRO))),
        basic
    );
    assert_eq!(fair.no_money(FAY, start(1)), basic);
    assert_eq!(fair.no_money(PAUL, disputing(Side::Client, None, 1)), basic);
    let receive = |amount| C::Receive {
        project: INTRO,
        payer: Payer::Client,
        amount,
        deposit: None,
        day: 0,
        text: "".into(),
    };
    let owes = euros(108_000);
    assert_eq!(
        fair.no_money(TOM, receive(108_001)),
        R::MoreThanOwed { owed: owes }.into()
    );
    fair.money(TOM, receive(108_000));
    assert_eq!((fair.on(owed()), fair.on(Account::BankOwn)), (0, 108_000));
    replays(&fair);
}

#[test]
fn esc_6_a_commission_is_kept_from_a_deposit() {
    let mut fair = running();
    let deposit = fair.state.books().next_entry();
    fair.money(TOM, fair.deposit(euros(200_000), "", None));
    fair.money(
        TOM,
        C::Receive {
            project: INTRO,
            payer: Payer::Client,
            amount: 129_600,
            deposit: Some(deposit),
            day: 0,
            text: "".into(),
        },
    );
    let left = fair.state.books().open_deposit(deposit).map(|one| one.left);
    assert_eq!(left, Some(70_400));
    assert_eq!(
        fair.state.books().cover(euros(0).currency),
        129_600,
        "to be swept"
    );
}

#[test]
fn esc_13_r0_is_off_until_the_house_said_how_it_holds_money() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    let mut select = fair.selecting(proposal);
    if let BoardCommand::Select { formula, .. } = &mut select {
        *formula = Some(Formula::R0);
    }
    assert_eq!(
        fair.no(PAUL, select.clone()),
        BoardRefusal::FundsUnsaid.into()
    );
    fair.settle(|house| house.funds = Funds::Licence("agent of an institute".into()));
    fair.must(PAUL, select);
}

#[test]
fn esc_2_money_fills_tranches_by_date_and_the_rest_stays_free() {
    let mut fair = running();
    let before = fair.entries().len();
    fair.pays(250_000);
    assert_eq!(fair.codes(before), ["E01", "E02", "E03", "E03"]);
    assert_eq!(fair.held(), [200_000, 50_000, 0]);
    fair.pays(400_000);
    assert_eq!(
        (fair.held(), fair.free()),
        (vec![200_000, 300_000, 100_000], 50_000)
    );
    // Free money goes where it is missing, never above.
    let fund = |amount| C::Fund {
        project: INTRO,
        number: 2,
        amount,
    };
    let missing = euros(0);
    assert_eq!(
        fair.no_money(PAUL, fund(1)),
        R::MoreThanNeeded { missing }.into()
    );
    fair.money(
        TOM,
        C::Unfund {
            project: INTRO,
            number: 2,
            amount: 100_000,
        },
    );
    assert_eq!(fair.free(), 150_000);
    fair.money(PAUL, fund(100_000));
    assert_eq!(fair.free(), 50_000);
    replays(&fair);
}

#[test]
fn esc_4_a_tranche_goes_its_way_whole_in_part_and_back() {
    let mut fair = running();
    fair.pays(600_000);
    fair.money(FAY, start(2));
    let under_way = Refusal::from(R::TrancheUnderWay(2));
    assert_eq!(fair.no_money(FAY, start(2)), Refusal::AlreadySo);
    let back = C::Unfund {
        project: INTRO,
        number: 2,
        amount: 1,
    };
    assert_eq!(fair.no_money(TOM, back), under_way);
    let early = fair.answering(2, Verdict::Whole, 1);
    assert_eq!(fair.no_money(PAUL, early), R::NotHandedIn(2).into());
    fair.hands_in(2);
    fair.money(PAUL, fair.answering(2, Verdict::NotYet, 0));
    let part = |fair: &Fair| fair.account().part(2).expect("two").clone();
    assert_eq!(part(&fair).progress, Progress::SentBack);
    fair.hands_in(2);
    fair.money(PAUL, fair.answering(2, Verdict::InPart, 120_000));
    assert_eq!(
        (part(&fair).accepted, part(&fair).released),
        (120_000, 120_000)
    );
    fair.hands_in(2);
    fair.money(PAUL, fair.answering(2, Verdict::Whole, 0));
    let release = |amount, seen| C::Release {
        project: INTRO,
        number: 2,
        seen,
        amount,
        said: "".into(),
    };
    let seen = fair.account().revision;
    let held = euros(180_000);
    assert_eq!(
        fair.no_money(PAUL, release(180_001, seen)),
        R::MoreThanHeld { held }.into()
    );
    fair.money(PAUL, release(180_000, seen));
    assert!(part(&fair).is_done());
    assert_eq!(fair.no_money(FAY, handing_in(2)), under_way);
    replays(&fair);
}

#[test]
fn esc_4_delivering_the_mission_releases_nothing() {
    use crate::domain::opportunity::MissionCommand;
    let mut fair = running();
    fair.pays(600_000);
    let deliver = MissionCommand::Deliver {
        opportunity: INTRO,
        note: "All held.".into(),
    };
    fair.must(FAY, BoardCommand::Mission(deliver));
    assert_eq!(fair.held(), [200_000, 300_000, 100_000]);
    fair.works(1, 200_000);
}

#[test]
fn esc_4_silence_releases_only_where_the_house_said_so_and_only_then() {
    let lapse = C::Lapse {
        project: INTRO,
        number: 1,
    };
    let mut fair = running();
    fair.pays(150_000);
    fair.hands_in(1);
    fair.now += 400 * 24 * 3_600_000;
    assert_eq!(fair.no_money(TOM, lapse.clone()), R::NotSilent.into());
    let mut fair = running();
    fair.terms(|terms| terms.silence_days = 10);
    fair.pays(150_000);
    fair.hands_in(1);
    let due = fair.account().part(1).and_then(|part| part.handed.clone());
    assert_eq!(
        due.and_then(|one| one.silent_at),
        Some(fair.now + 10 * 24 * 3_600_000)
    );
    fair.now += 9 * 24 * 3_600_000;
    assert_eq!(fair.no_money(TOM, lapse.clone()), R::NotSilent.into());
    fair.now += 24 * 3_600_000;
    let house = crate::domain::command::Command::Escrow(Box::new(lapse.clone()));
    fair.0.must(None, house);
    assert_eq!(fair.on(Account::Released(FAY.into(), INTRO)), 150_000);
    // Sent again after an interruption it changes nothing.
    assert_eq!(fair.no_money(TOM, lapse), R::NotSilent.into());
    replays(&fair);
}

#[test]
fn ppl_3_staff_speak_for_a_side_and_say_how_it_said_so() {
    let mut fair = running();
    fair.pays(600_000);
    fair.hands_in(1);
    let mut answer = fair.answering(1, Verdict::Whole, 200_000);
    if let C::Answer { said, .. } = &mut answer {
        *said = " ".into();
    }
    assert_eq!(
        fair.no_money(BEN, answer),
        BoardRefusal::HowSaidMissing.into()
    );
    // Nobody speaks for the other side of their own deal, and who is on neither sees no account.
    let by_her = fair.answering(1, Verdict::Whole, 200_000);
    assert_eq!(
        fair.no_money(FAY, by_her.clone()),
        R::NotThatSide(Side::Client).into()
    );
    assert_eq!(
        fair.no_money(PAUL, handing_in(2)),
        R::NotThatSide(Side::Provider).into()
    );
    assert_eq!(
        fair.no_money(GIL, by_her.clone()),
        R::NoAccount(INTRO).into()
    );
    assert_eq!(
        fair.no_money(LEA, by_her.clone()),
        R::NoAccount(INTRO).into()
    );
    fair.money(BEN, by_her);
}

#[test]
fn esc_4_what_was_released_and_not_paid_can_be_given_back() {
    let mut fair = running();
    fair.pays(200_000);
    fair.works(1, 200_000);
    let give = |amount| C::GiveBack {
        project: INTRO,
        number: 1,
        amount,
        words: "One page less.".into(),
        said: "".into(),
    };
    let held = euros(200_000);
    assert_eq!(
        fair.no_money(FAY, give(200_001)),
        R::MoreThanHeld { held }.into()
    );
    fair.money(FAY, give(50_000));
    assert_eq!(fair.free(), 50_000);
    assert_eq!(fair.account().part(1).map(|part| part.open()), Some(50_000));
    replays(&fair);
}

#[test]
fn esc_2_what_the_bank_takes_back_comes_from_the_project_and_freezes_it() {
    let mut fair = running();
    let deposit = fair.pays(550_000);
    fair.works(1, 200_000);
    let take = |amount| C::Chargeback {
        deposit,
        project: Some(INTRO),
        amount,
        day: 0,
        words: "debit returned".into(),
    };
    // 350,000 is held; the house would have to make up for the rest, and has nothing.
    let missing = euros(100_000);
    assert_eq!(
        fair.no_money(TOM, take(450_000)),
        R::OwnShort { missing }.into()
    );
    fair.money(
        TOM,
        C::Begin {
            amount: euros(150_000),
            day: 0,
            text: "".into(),
        },
    );
    fair.money(TOM, take(450_000));
    assert_eq!(
        (fair.held(), fair.on(Account::BankOwn)),
        (vec![0, 0, 0], 50_000)
    );
    assert_eq!(fair.on(owed()), 129_600 + 100_000);
    assert_eq!(
        fair.on(Account::Released(FAY.into(), INTRO)),
        200_000,
        "hers stays hers"
    );
    assert_eq!(fair.state.books().cover(euros(0).currency), 0);
    fair.pays(300_000);
    let frozen = Refusal::from(R::ProjectFrozen(INTRO));
    assert_eq!(fair.no_money(FAY, handing_in(2)), frozen);
    fair.money(
        TOM,
        C::Thaw {
            project: INTRO,
            words: "paid anew".into(),
        },
    );
    fair.hands_in(2);
    replays(&fair);
}
