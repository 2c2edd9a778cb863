//! ESC-5: a dispute holds the smaller of the claim and what is on the account, both sides answer a settlement with their
//! word, and only then an award shares it: once, to the cent, and nothing that was never funded.

use super::bench::*;
use crate::domain::escrow::refusal::EscrowRefusal as R;
use crate::domain::escrow::{Account, EscrowCommand as C, Outcome, Split};
use crate::domain::ids::OrganisationId;
use crate::domain::opportunity::Side;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::permission::Permission;
use crate::domain::refusal::Refusal;

fn split(provider: i64, client: i64, fee: i64) -> Split {
    Split {
        provider,
        client,
        fee,
    }
}

fn proposing(fair: &Fair, split: Split) -> C {
    C::Propose {
        project: INTRO,
        split,
        until: fair.later(72),
        words: "Two of three were held.".into(),
    }
}

fn replying(side: Side, seen: Split, accepts: bool) -> C {
    C::Reply {
        project: INTRO,
        side,
        seen,
        accepts,
        words: "Our word.".into(),
        said: "by phone".into(),
    }
}

fn awarding(split: Split) -> C {
    C::Award {
        project: INTRO,
        split,
        words: "As both told it.".into(),
    }
}

/// 2,000 are on the account, and the client disputes 3,000 of the second tranche, which holds nothing but 500.
fn disputed() -> Fair {
    let mut fair = running();
    fair.pays(250_000);
    fair.money(PAUL, disputing(Side::Client, Some(2), 300_000));
    fair
}

#[test]
fn esc_5_what_is_held_is_the_smaller_of_the_claim_and_what_is_there() {
    let fair = disputed();
    assert_eq!(fair.on(Account::Held(INTRO, 1)), 50_000);
    assert_eq!(fair.held(), [200_000, 0, 0]);
    let mut all = running();
    all.pays(250_000);
    all.money(FAY, disputing(Side::Provider, None, 220_000));
    assert_eq!(all.held(), [0, 30_000, 0]);
    // One at a time.
    let again = all.no_money(PAUL, disputing(Side::Client, Some(2), 1));
    assert_eq!(again, R::InDispute(INTRO).into());
    replays(&all);
}

#[test]
fn esc_5_an_award_follows_both_answers_and_shares_what_is_held_to_the_cent() {
    let mut fair = disputed();
    let shares = split(30_000, 15_000, 5_000);
    assert_eq!(fair.no_money(EVE, awarding(shares)), R::NoSettlement.into());
    let (held, sum) = (euros(50_000), euros(50_001));
    let over = proposing(&fair, split(30_001, 15_000, 5_000));
    assert_eq!(fair.no_money(EVE, over), R::SplitWrong { held, sum }.into());
    fair.money(EVE, proposing(&fair, shares));
    let until = fair.later(72);
    let waits = |side| Refusal::from(R::NotAnswered { side, until });
    assert_eq!(fair.no_money(EVE, awarding(shares)), waits(Side::Client));
    fair.money(PAUL, replying(Side::Client, shares, true));
    assert_eq!(fair.no_money(EVE, awarding(shares)), waits(Side::Provider));
    assert_eq!(
        fair.no_money(PAUL, replying(Side::Client, shares, true)),
        R::Answered.into()
    );
    let moved = replying(Side::Provider, split(50_000, 0, 0), true);
    assert_eq!(fair.no_money(FAY, moved), R::ProposalMoved.into());
    fair.money(FAY, replying(Side::Provider, shares, false));
    let award = split(50_000, 0, 0);
    fair.money(EVE, awarding(award));
    assert_eq!(
        fair.no_money(EVE, awarding(award)),
        R::NoDispute(INTRO).into()
    );
    assert_eq!(fair.on(Account::Released(FAY.into(), INTRO)), 50_000);
    assert_eq!(fair.on(Account::Held(INTRO, 1)), 0);
    let outcome = fair.account().dispute(1).and_then(|one| one.outcome);
    assert_eq!(outcome, Some(Outcome::Awarded(award)));
    // The tranche goes on with what is left of it.
    assert_eq!(
        fair.account().part(2).map(|part| part.open()),
        Some(250_000)
    );
    fair.pays(600_000);
    assert_eq!(fair.held(), [200_000, 250_000, 100_000]);
    replays(&fair);
}

#[test]
fn esc_5_what_both_accept_is_booked_at_once() {
    let mut fair = disputed();
    let shares = split(30_000, 15_000, 5_000);
    fair.money(EVE, proposing(&fair, shares));
    fair.money(FAY, replying(Side::Provider, shares, true));
    fair.money(BEN, replying(Side::Client, shares, true));
    assert_eq!(fair.on(Account::Released(FAY.into(), INTRO)), 30_000);
    assert_eq!(fair.on(Account::ClientCredit(OrganisationId(1))), 15_000);
    let outcome = fair.account().dispute(1).and_then(|one| one.outcome);
    assert_eq!(outcome, Some(Outcome::Settled(shares)));
    assert_eq!(
        fair.state.books().cover(euros(0).currency),
        5_000,
        "the fee is ours"
    );
    replays(&fair);
}

#[test]
fn esc_5_a_side_that_never_answers_does_not_keep_the_money_held_for_ever() {
    let mut fair = disputed();
    let shares = split(50_000, 0, 0);
    fair.money(EVE, proposing(&fair, shares));
    fair.money(FAY, replying(Side::Provider, shares, true));
    fair.now = fair.later(72);
    fair.money(EVE, awarding(shares));
}

#[test]
fn esc_5_who_opened_it_can_take_it_back_and_all_is_where_it_was() {
    let mut fair = disputed();
    let back = || C::Withdraw {
        project: INTRO,
        words: "We found the minutes.".into(),
        said: "".into(),
    };
    assert_eq!(
        fair.no_money(FAY, back()),
        R::NotThatSide(Side::Client).into()
    );
    fair.money(PAUL, back());
    assert_eq!(fair.held(), [200_000, 50_000, 0]);
    fair.money(FAY, disputing(Side::Provider, None, 10_000));
    assert_eq!(fair.on(Account::Held(INTRO, 2)), 10_000);
    replays(&fair);
}

#[test]
fn esc_5_all_that_is_said_is_said_on_its_page_by_both_sides_and_the_mediator() {
    let mut fair = disputed();
    let say = || C::Say {
        project: INTRO,
        words: "Who was to invite?".into(),
        files: Vec::new(),
    };
    for who in [PAUL, FAY, EVE] {
        fair.money(who, say());
    }
    assert_eq!(fair.account().dispute(1).map(|one| one.said.len()), Some(4));
    assert_eq!(
        fair.no_money(BEN, say()),
        Refusal::NotPermitted(Permission::Mediate)
    );
    assert_eq!(fair.no_money(GIL, say()), R::NoAccount(INTRO).into());
}

#[test]
fn ppl_1_nobody_mediates_in_a_deal_of_their_own() {
    use crate::domain::command::Command;
    use crate::domain::person::Role;
    use crate::domain::person::command::PeopleCommand;
    let mut fair = disputed();
    let roles = PeopleCommand::ChangeRoles {
        person: FAY,
        roles: vec![Role::Facilitator, Role::Mediator],
    };
    fair.0.must(Some(ANNA), Command::People(roles));
    let own = fair.no_money(FAY, proposing(&fair, split(50_000, 0, 0)));
    assert_eq!(own, BoardRefusal::BothSides(INTRO).into());
}
