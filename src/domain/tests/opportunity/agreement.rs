//! BRD-6: the terms are an agreement of both sides: tranches that add up to the price, versions, each side's yes to what
//! it read, and a mission only once both said yes to the same. PPL-3: what is said for the client keeps how she said so.

use super::bench::*;
use crate::domain::ids::ProposalId;
use crate::domain::money::Money;
use crate::domain::money::refusal::MoneyRefusal;
use crate::domain::opportunity::deal::Due;
use crate::domain::opportunity::event::{BoardEvent, OfBoard};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{
    BoardCommand, DealCommand, DealEvent, EndReason, Formula, Side, Tranche,
};
use crate::domain::refusal::Refusal;

/// Fay is selected by the client under Client introduction, for 800 euros.
pub(super) fn selected() -> Fair {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    fair.submits(GIL, INTRO);
    fair.must(PAUL, fair.selecting(proposal));
    fair
}

pub(super) fn part(what: &str, due: &str, minor: i64) -> Tranche {
    Tranche {
        what: what.into(),
        due: Due::Said(due.into()),
        amount: euros(minor),
    }
}

/// Two parts of 800 euros.
pub(super) fn halves() -> Vec<Tranche> {
    vec![
        part("The workshop", "in May", 50_000),
        part("The report", "", 30_000),
    ]
}

impl Fair {
    pub(super) fn drawing(&self, side: Side, tranches: Vec<Tranche>) -> BoardCommand {
        BoardCommand::Deal(DealCommand::Draw {
            opportunity: INTRO,
            side,
            seen: self.the(INTRO).deal.tranches.clone(),
            tranches,
            said: "by phone".into(),
        })
    }

    pub(super) fn agreeing(&self) -> BoardCommand {
        BoardCommand::Deal(DealCommand::Agree {
            opportunity: INTRO,
            agreement: Box::new(self.terms_of(INTRO)),
            tranches: self.the(INTRO).deal.tranches.clone(),
            said: "by phone".into(),
        })
    }

    /// Who said yes to the terms as they stand: the client, the provider.
    pub(super) fn agreed(&self) -> (bool, bool) {
        let deal = &self.the(INTRO).deal;
        (
            deal.yes(Side::Client).is_some(),
            deal.yes(Side::Provider).is_some(),
        )
    }

    /// Who is waited for.
    fn awaited(&self) -> (bool, bool) {
        let one = self.the(INTRO);
        (one.awaits_client(), one.awaits_winner())
    }
}

pub(super) fn refusing(reason: &str, said: &str) -> BoardCommand {
    BoardCommand::Deal(DealCommand::Refuse {
        opportunity: INTRO,
        reason: reason.into(),
        said: said.into(),
    })
}

pub(super) fn changed() -> Refusal {
    Refusal::Board(BoardRefusal::TermsChanged)
}

/// What the last record said of the terms.
pub(super) fn last(fair: &Fair) -> Vec<DealEvent> {
    let (_, events) = fair.records.last().expect("a record");
    let of = |event: &crate::domain::event::Event| match event {
        crate::domain::event::Event::Board(OfBoard { event, .. }) => match &**event {
            BoardEvent::Deal(event) => Some(event.clone()),
            _ => None,
        },
        _ => None,
    };
    events.iter().filter_map(of).collect()
}

#[test]
fn brd_6_selecting_with_a_formula_is_the_clients_yes_to_the_usual_terms() {
    let mut fair = selected();
    assert_eq!(fair.agreed(), (true, false));
    assert_eq!(fair.awaited(), (false, true));
    fair.must(FAY, fair.confirming(INTRO));
    assert_eq!(fair.shown(INTRO), "confirmed confirmed lost");
    assert_eq!(fair.agreed(), (true, true));
    assert_eq!(fair.the(INTRO).tranches(), [Tranche::whole(euros(80_000))]);
    replays(&fair);
}

#[test]
fn brd_6_either_side_draws_up_the_tranches_and_both_say_yes_anew() {
    let mut fair = selected();
    fair.must(FAY, fair.drawing(Side::Provider, halves()));
    assert_eq!(fair.the(INTRO).deal.version, 2);
    assert_eq!(fair.agreed(), (false, false), "a change takes both away");
    assert_eq!(fair.awaited(), (true, true));
    fair.must(FAY, fair.confirming(INTRO));
    assert_eq!(fair.shown(INTRO), "selected selected lost");
    assert_eq!(fair.awaited(), (true, false));
    let other = vec![part("All of it", "", 80_000)];
    fair.must(PAUL, fair.drawing(Side::Client, other));
    assert_eq!(fair.agreed(), (false, false));
    fair.must(PAUL, fair.agreeing());
    assert_eq!(fair.awaited(), (false, true));
    fair.must(FAY, fair.drawing(Side::Provider, halves()));
    fair.must(PAUL, fair.agreeing());
    fair.must(FAY, fair.confirming(INTRO));
    assert_eq!(fair.the(INTRO).deal.version, 4);
    assert_eq!(fair.shown(INTRO), "confirmed confirmed lost");
    assert_eq!(fair.the(INTRO).tranches(), halves());
    replays(&fair);
}

#[test]
fn brd_6_the_mission_begins_with_the_second_yes_whichever_it_is() {
    let mut fair = selected();
    fair.must(FAY, fair.drawing(Side::Provider, halves()));
    fair.must(FAY, fair.confirming(INTRO));
    assert_eq!(fair.no(FAY, fair.confirming(INTRO)), Refusal::AlreadySo);
    fair.must(PAUL, fair.agreeing());
    assert_eq!(fair.shown(INTRO), "confirmed confirmed lost");
    assert_eq!(fair.mission(INTRO).coordinator, FAY);
    let nothing = Refusal::Board(BoardRefusal::NothingSelected(INTRO));
    for (who, command) in [
        (PAUL, refusing("x", "")),
        (FAY, fair.drawing(Side::Provider, Vec::new())),
    ] {
        assert_eq!(fair.no(who, command), nothing);
    }
    replays(&fair);
}

#[test]
fn brd_6_each_side_says_yes_to_the_version_it_read() {
    let mut fair = selected();
    let (hers, his) = (fair.agreeing(), fair.confirming(INTRO));
    fair.must(FAY, fair.drawing(Side::Provider, halves()));
    assert_eq!(fair.no(PAUL, hers), changed());
    assert_eq!(fair.no(FAY, his), changed());
    let stale = BoardCommand::Deal(DealCommand::Draw {
        opportunity: INTRO,
        side: Side::Client,
        seen: Vec::new(),
        tranches: vec![part("Mine", "", 80_000)],
        said: "".into(),
    });
    assert_eq!(fair.no(PAUL, stale), changed(), "upon what he did not read");
    let same = fair.drawing(Side::Client, halves());
    assert_eq!(fair.no(PAUL, same), Refusal::AlreadySo);
}

#[test]
fn brd_6_a_yes_to_other_rates_is_none_to_these() {
    let mut fair = selected();
    fair.terms(|terms| terms.commission_permille = 200);
    fair.must(FAY, fair.confirming(INTRO));
    assert_eq!(fair.shown(INTRO), "selected selected lost");
    assert_eq!(fair.agreed(), (false, true), "she agreed to 15 percent");
    fair.must(PAUL, fair.agreeing());
    assert_eq!(fair.shown(INTRO), "confirmed confirmed lost");
    let agreed = fair.the(INTRO).agreement.as_deref().expect("terms");
    assert_eq!(agreed.commission, euros(16_000));
}

#[test]
fn brd_6_another_formula_takes_the_providers_yes_away_and_is_the_clients() {
    let mut fair = selected();
    fair.settle(|house| {
        house.funds = crate::domain::house::Funds::Licence("an agent of a bank".into());
    });
    let choose = |formula| BoardCommand::Choose {
        opportunity: INTRO,
        formula,
        said: "by phone".into(),
    };
    fair.terms(|terms| terms.commission_permille = 200);
    fair.must(FAY, fair.confirming(INTRO));
    fair.must(PAUL, choose(Formula::R0));
    assert_eq!(fair.agreed(), (true, false));
    assert_eq!(fair.the(INTRO).deal.version, 2);
    // With tranches drawn up she has to read them first.
    fair.must(FAY, fair.drawing(Side::Provider, halves()));
    fair.must(PAUL, choose(Formula::Basic));
    assert_eq!(fair.agreed(), (false, false));
    replays(&fair);
}

#[test]
fn brd_6_tranches_add_up_to_the_price_in_its_currency_within_their_limits() {
    let fair = selected();
    let no = |tranches| fair.no(FAY, fair.drawing(Side::Provider, tranches));
    let wrong = |minor| {
        Refusal::Board(BoardRefusal::SumWrong {
            sum: euros(minor),
            price: euros(80_000),
        })
    };
    let two = |a, b| vec![part("a", "", a), part("b", "", b)];
    assert_eq!(no(two(40_000, 40_001)), wrong(80_001));
    assert_eq!(no(two(40_000, 39_999)), wrong(79_999));
    for minor in [0, -1, i64::MAX] {
        let price = Refusal::from(MoneyRefusal::PriceWrong);
        assert_eq!(no(two(80_000, minor)), price, "{minor}");
    }
    let expected = euros(1).currency;
    let mut foreign = two(40_000, 40_000);
    foreign[1].amount = Money {
        minor: 40_000,
        ..dollars(1)
    };
    assert_eq!(no(foreign), MoneyRefusal::WrongCurrency { expected }.into());
    assert_eq!(no(vec![part(" ", "", 80_000)]), Refusal::TextMissing);
    let long = |n: usize| "x".repeat(n);
    let what = part(&long(Tranche::WHAT_MOST + 1), "", 80_000);
    assert_eq!(
        no(vec![what]),
        Refusal::TooLong {
            most: Tranche::WHAT_MOST
        }
    );
    let due = part("a", &long(Tranche::DUE_MOST + 1), 80_000);
    assert_eq!(
        no(vec![due]),
        Refusal::TooLong {
            most: Tranche::DUE_MOST
        }
    );
    let many = |n: usize| vec![part("a", "", 80_000 / 50); n];
    assert_eq!(
        no(many(51)),
        Refusal::TooLong {
            most: Tranche::MOST
        }
    );
    assert!(
        fair.tries(FAY, fair.drawing(Side::Provider, many(50)))
            .is_ok()
    );
    let far = Tranche {
        due: Due::Day(fair.later(24 * 4_000)),
        ..part("a", "", 80_000)
    };
    assert!(matches!(no(vec![far]), Refusal::TooFarAhead { .. }));
    assert_eq!(no(Vec::new()), Refusal::AlreadySo, "the usual terms stand");
}

#[test]
fn brd_6_the_client_refuses_with_a_reason_and_selection_opens_again() {
    let mut fair = selected();
    fair.must(FAY, fair.drawing(Side::Provider, halves()));
    assert_eq!(fair.no(PAUL, refusing(" ", "")), Refusal::ReasonMissing);
    fair.must(PAUL, refusing("not in two parts", ""));
    assert_eq!(fair.shown(INTRO), "open submitted submitted");
    let deal = &fair.the(INTRO).deal;
    assert!(deal.tranches.is_empty() && deal.client.is_none() && deal.provider.is_none());
    fair.must(PAUL, fair.selecting(ProposalId(1)));
    fair.must(FAY, fair.confirming(INTRO));
    assert_eq!(fair.shown(INTRO), "confirmed confirmed lost");
    replays(&fair);
}

#[test]
fn brd_6_terms_that_nobody_agrees_to_have_their_exits() {
    let mut fair = selected();
    fair.must(FAY, fair.drawing(Side::Provider, halves()));
    fair.must(FAY, fair.confirming(INTRO));
    let (opportunity, reason) = (INTRO, || "she does not answer".into());
    let decline = BoardCommand::Decline {
        opportunity,
        reason: reason(),
    };
    let reopen = BoardCommand::Reopen {
        opportunity,
        reason: reason(),
    };
    let why = EndReason::SILENT;
    let end = BoardCommand::End {
        opportunity,
        why,
        refund: true,
    };
    for (who, command, then) in [
        (FAY, decline, "open withdrawn submitted"),
        (BEN, reopen, "open submitted submitted"),
        (BEN, refusing("x", "by phone"), "open submitted submitted"),
        (BEN, end, "ended lost lost"),
    ] {
        let mut fair = fair.clone();
        fair.must(who, command);
        assert_eq!(fair.shown(INTRO), then);
        replays(&fair);
    }
}

#[test]
fn brd_6_under_subcontracting_we_set_the_terms_and_the_client_says_nothing_of_them() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, SUB);
    fair.must(LEA, fair.selecting(proposal));
    let sets = Refusal::Board(BoardRefusal::HouseSetsTerms(SUB));
    let draw = |side| {
        BoardCommand::Deal(DealCommand::Draw {
            opportunity: SUB,
            side,
            seen: Vec::new(),
            tranches: vec![part("One", "", 45_000), part("Two", "", 45_000)],
            said: "".into(),
        })
    };
    assert_eq!(fair.no(FAY, draw(Side::Provider)), sets);
    assert_eq!(fair.no(LEA, draw(Side::Client)), sets);
    let refuse = BoardCommand::Deal(DealCommand::Refuse {
        opportunity: SUB,
        reason: "x".into(),
        said: "x".into(),
    });
    for who in [LEA, BEN] {
        assert_eq!(fair.no(who, refuse.clone()), sets);
    }
    let early = fair.confirming(SUB);
    fair.must(BEN, draw(Side::Client));
    assert!(matches!(
        last(&fair).as_slice(),
        [DealEvent::Drawn { word_of: None, .. }]
    ));
    assert_eq!(fair.no(FAY, early), changed());
    fair.must(FAY, fair.confirming(SUB));
    assert_eq!(fair.shown(SUB), "confirmed confirmed");
    assert_eq!(fair.the(SUB).tranches().len(), 2);
    replays(&fair);
}

#[test]
fn brd_6_where_we_select_the_client_says_yes_with_the_formula() {
    let mut fair = Fair::new();
    fair.settle(|house| house.selection.introduction = crate::domain::house::Selects::House);
    fair.must(BEN, fair.posting(INTRODUCED));
    let proposal = fair.submits(FAY, INTRO);
    fair.must(BEN, fair.selecting(proposal));
    assert_eq!(
        (fair.agreed(), fair.awaited()),
        ((false, false), (true, false))
    );
    let missing = Refusal::Board(BoardRefusal::FormulaMissing);
    assert_eq!(fair.no(PAUL, fair.agreeing()), missing);
    let choose = BoardCommand::Choose {
        opportunity: INTRO,
        formula: Formula::Basic,
        said: "".into(),
    };
    fair.must(PAUL, choose);
    assert_eq!(
        (fair.agreed(), fair.awaited()),
        ((true, false), (false, true))
    );
    // The terms are hers to refuse, though somebody else selected.
    let mut refused = fair.clone();
    refused.must(PAUL, refusing("I know somebody", ""));
    assert_eq!(refused.shown(INTRO), "open submitted");
    fair.must(FAY, fair.confirming(INTRO));
    assert_eq!(fair.shown(INTRO), "confirmed confirmed");
    replays(&fair);
}
