//! QUO-1, QUO-2, QUO-4: the way of a quotation through the house, to the client and to a decision.

mod bench;

pub(crate) use bench::*;

use super::bench::*;
use super::prices::{book, free};
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::house::command::HouseCommand;
use crate::domain::ids::RequestId;
use crate::domain::money::Currency;
use crate::domain::money::refusal::MoneyRefusal;
use crate::domain::person::Permission;
use crate::domain::person::command::PeopleCommand;
use crate::domain::prices::{Line, LineFault};
use crate::domain::quotation::event::OfQuotation;
use crate::domain::quotation::refusal::QuotationRefusal;
use crate::domain::quotation::{
    Brief, BriefField, Desk, QuotationCommand, QuotationEvent, QuotationPart, QuotationStage, Round,
};
use crate::domain::refusal::Refusal;
use crate::domain::request::Owes;
use crate::domain::thing::Thing;

#[test]
fn quo_1_a_quotation_takes_over_what_the_request_says() {
    let (mut bench, request) = quoted();
    let wish = crate::domain::request::Wish {
        participants: Some(12),
        place: "Lyon".into(),
        ..Default::default()
    };
    let wish = crate::domain::Act::SetWish(Box::new(wish));
    bench.act(BEN, request, wish);
    bench.quote(BEN, QuotationCommand::Begin(request));
    let begun = &bench.q().brief;
    assert_eq!((begun.participants, &*begun.place), (Some(12), "Lyon"));
    assert_eq!(
        (&*begun.brand, begun.language),
        ("house", bench.get(request).language)
    );
    assert_eq!(
        bench.unquoted(BEN, QuotationCommand::Begin(request)),
        Refusal::Quotation(QuotationRefusal::AlreadyQuoted(Q))
    );
}

#[test]
fn quo_1_an_incomplete_r1_is_refused_with_the_missing_fields_named() {
    let (mut bench, request) = quoted();
    bench.quote(BEN, QuotationCommand::Begin(request));
    let part = Brief {
        participants: None,
        place: "".into(),
        ..whole_brief(&bench)
    };
    let part = QuotationCommand::Brief {
        quotation: Q,
        brief: Box::new(part),
        asked: None,
    };
    bench.quote(BEN, part);
    let missing = vec![
        BriefField::Participants,
        BriefField::Place,
        BriefField::Asked,
    ];
    assert_eq!(
        bench.unquoted(BEN, QuotationCommand::SendR1(Q)),
        Refusal::Quotation(QuotationRefusal::BriefIncomplete(missing))
    );
    let asked = brief(&bench);
    bench.quote(BEN, asked);
    bench.quote(BEN, QuotationCommand::SendR1(Q));
    assert_eq!(bench.q().standing.stage, QuotationStage::At(Desk::Pricing));
}

#[test]
fn quo_1_each_hand_over_names_whose_turn_it_is_and_who_is_told() {
    let (mut bench, request) = quoted();
    bench.quote(BEN, QuotationCommand::Begin(request));
    let asked = brief(&bench);
    bench.quote(BEN, asked);
    bench.quote(BEN, QuotationCommand::SendR1(Q));
    assert_eq!(
        (bench.q().standing.turn_of, &bench.q().standing.copies[..]),
        (Some(CLEA), &[ANNA][..])
    );
    assert!(bench.q().standing.due.is_some());
    assert_eq!(
        bench.unquoted(CLEA, QuotationCommand::HandPrices(Q)),
        Refusal::Money(MoneyRefusal::PriceMissing)
    );
    bench.quote(CLEA, price(0, vec![workshops(2)]));
    bench.quote(CLEA, QuotationCommand::HandPrices(Q));
    assert_eq!(
        (bench.q().standing.turn_of, &bench.q().standing.copies[..]),
        (Some(DAN), &[ANNA, DAN][..])
    );
    assert_eq!(
        bench.unquoted(DAN, QuotationCommand::HandProject(Q)),
        Refusal::Quotation(QuotationRefusal::ProjectMissing(Q))
    );
    bench.quote(DAN, assemble(1));
    bench.quote(DAN, QuotationCommand::HandProject(Q));
    assert_eq!(bench.q().standing.turn_of, Some(BEN));
    let send = QuotationCommand::Send {
        quotation: Q,
        version: 1,
    };
    assert!(matches!(
        bench.unquoted(BEN, send),
        Refusal::Moved {
            what: Thing::Versions(Q),
            ..
        }
    ));
    bench.quote(
        BEN,
        QuotationCommand::Send {
            quotation: Q,
            version: 2,
        },
    );
    assert_eq!(bench.q().standing.turn_of, None);
    assert_eq!(bench.get(request).turn.owes, Owes::Client, "REQ-9");
    assert_eq!(bench.q().written_by(QuotationPart::Lines), Some(CLEA));
    assert_eq!(bench.q().written_by(QuotationPart::Texts), Some(DAN));
}

#[test]
fn quo_1_pricing_and_officer_send_back_with_a_reason() {
    let (mut bench, request) = quoted();
    bench.quote(BEN, QuotationCommand::Begin(request));
    let asked = brief(&bench);
    bench.quote(BEN, asked);
    bench.quote(BEN, QuotationCommand::SendR1(Q));
    let back = |from, to, reason: &str| QuotationCommand::Return {
        quotation: Q,
        from,
        to,
        reason: reason.into(),
    };
    let silent = back(Desk::Pricing, Desk::Brief, " ");
    assert_eq!(bench.unquoted(CLEA, silent), Refusal::ReasonMissing);
    let not_hers = back(Desk::Verification, Desk::Brief, "?");
    assert_eq!(
        bench.unquoted(CLEA, not_hers),
        Refusal::NotPermitted(Permission::Quote)
    );
    bench.quote(CLEA, back(Desk::Pricing, Desk::Brief, "How many rooms?"));
    assert_eq!(
        (bench.q().standing.stage, bench.q().standing.turn_of),
        (QuotationStage::At(Desk::Brief), Some(BEN))
    );
    assert!(bench.q().word_at.is_some());
    let elsewhere = back(Desk::Pricing, Desk::Brief, "again");
    assert!(matches!(
        bench.unquoted(CLEA, elsewhere),
        Refusal::Quotation(QuotationRefusal::QuotationElsewhere { stage: "brief", .. })
    ));
}

#[test]
fn quo_2_the_second_round_goes_over_it_again_or_as_it_is() {
    let (bench, _) = sent();
    let r2 = |afresh, words: &str| QuotationCommand::SendR2 {
        quotation: Q,
        afresh,
        words: words.into(),
    };
    let mut as_it_is = bench.clone();
    as_it_is.quote(BEN, r2(false, "The project, as discussed."));
    let standing = &as_it_is.q().standing;
    assert_eq!(standing.round, Round::R2);
    assert!(matches!(
        standing.stage,
        QuotationStage::Sent { version: 2, .. }
    ));
    assert!(standing.copies.contains(&ANNA), "copy to the manager");
    let mut afresh = bench;
    assert_eq!(afresh.unquoted(BEN, r2(true, "")), Refusal::ReasonMissing);
    afresh.quote(BEN, r2(true, "Three groups."));
    assert_eq!(afresh.q().standing.stage, QuotationStage::At(Desk::Pricing));
    assert!(
        afresh.unquoted(GUS, accept(2)) != Refusal::Quotation(QuotationRefusal::NoSuchQuotation(Q))
    );
    afresh.quote(CLEA, price(2, vec![workshops(3)]));
    afresh.quote(CLEA, QuotationCommand::HandPrices(Q));
    afresh.quote(DAN, QuotationCommand::HandProject(Q));
    afresh.quote(
        BEN,
        QuotationCommand::Send {
            quotation: Q,
            version: 3,
        },
    );
    assert_eq!(afresh.q().standing.round, Round::R2);
    assert_eq!(afresh.q().versions.len(), 3);
}

#[test]
fn quo_2_the_answer_is_passed_on_to_assistant_and_pricing() {
    let (mut bench, request) = sent();
    bench.quote(BEN, accept(2));
    let standing = &bench.q().standing;
    assert_eq!(standing.turn_of, Some(BEN));
    for told in [ANNA, BEN, CLEA, DAN] {
        assert!(standing.copies.contains(&told), "{told}");
    }
    assert_eq!(bench.get(request).turn.owes, Owes::House);
    assert!(bench.state.quotations().is_accepted(Q, request), "QUO-4");
    assert!(!bench.state.quotations().is_accepted(Q, RequestId(99)));
    let quotations = bench.state.quotations();
    assert_eq!(
        (quotations.accepted_of(request), quotations.sent_of(request)),
        (Some(Q), Some(Q))
    );
    assert_eq!(quotations.net_of(Q).map(|net| net.minor), Some(190_000));
    assert!(matches!(
        bench.unquoted(BEN, decline()),
        Refusal::Quotation(QuotationRefusal::QuotationElsewhere { .. })
    ));
    bench.quote(BEN, QuotationCommand::Begin(request));
}

#[test]
fn ppl_3_the_client_says_so_herself_or_staff_for_her_and_nobody_else() {
    let (bench, request) = sent();
    let contact = bench.get(request).contact;
    let word = |bench: &Bench| {
        let (_, events) = bench.records.last().expect("a record");
        let moved = events.iter().find_map(|event| match event {
            Event::Quotation(OfQuotation { event, .. }) => match &**event {
                QuotationEvent::Moved { word_of, .. } => Some(*word_of),
                _ => None,
            },
            _ => None,
        });
        moved.expect("it moved")
    };
    let mut herself = bench.clone();
    herself.quote(GUS, accept(2));
    assert_eq!(word(&herself), None);
    let mut for_her = bench.clone();
    for_her.quote(BEN, decline());
    assert_eq!(word(&for_her), Some(contact));
    let mut another = bench.clone();
    another.must(
        Some(ANNA),
        Command::People(PeopleCommand::LinkContact {
            person: GUS,
            contact: None,
        }),
    );
    assert_eq!(
        another.unquoted(GUS, accept(2)),
        Refusal::Quotation(QuotationRefusal::NoSuchQuotation(Q))
    );
    assert_eq!(
        bench.unquoted(FAY, accept(2)),
        Refusal::NotPermitted(Permission::DecideQuotations)
    );
    let (fresh, request) = quoted();
    let mut fresh = fresh;
    fresh.quote(BEN, QuotationCommand::Begin(request));
    assert_eq!(
        fresh.unquoted(GUS, accept(1)),
        Refusal::Quotation(QuotationRefusal::NoSuchQuotation(Q)),
        "nothing was sent"
    );
}

#[test]
fn quo_3_what_has_expired_is_extended_before_it_is_accepted() {
    let (mut bench, _) = sent();
    let until = bench.q().latest().expect("a version").version.valid_until;
    assert_eq!(
        shown(Some(until)),
        "2026-04-09 18:00",
        "30 days, at closing time"
    );
    bench.now = until + 1;
    assert_eq!(
        bench.unquoted(GUS, accept(2)),
        Refusal::Quotation(QuotationRefusal::QuotationExpired {
            quotation: Q,
            at: until
        })
    );
    let again = QuotationCommand::SendR2 {
        quotation: Q,
        afresh: false,
        words: "".into(),
    };
    assert!(matches!(
        bench.unquoted(BEN, again),
        Refusal::Quotation(QuotationRefusal::QuotationExpired { .. })
    ));
    let extend = QuotationCommand::Extend {
        quotation: Q,
        until: bench.later(48),
    };
    bench.quote(BEN, extend);
    bench.quote(GUS, accept(2));
}

/// A quotation that pricing has before it.
fn at_pricing() -> Bench {
    let (mut bench, request) = quoted();
    bench.quote(BEN, QuotationCommand::Begin(request));
    let asked = brief(&bench);
    bench.quote(BEN, asked);
    bench.quote(BEN, QuotationCommand::SendR1(Q));
    bench
}

/// Prices it in francs, for which no list is.
fn in_francs(seen: u16, line: Line, note: &str) -> QuotationCommand {
    QuotationCommand::Price {
        quotation: Q,
        seen,
        currency: Currency::parse("CHF").expect("francs"),
        lines: vec![line],
        note: note.into(),
        valid_until: None,
    }
}

#[test]
fn quo_3_prices_come_from_the_list() {
    let mut bench = at_pricing();
    assert_eq!(
        bench.unquoted(CLEA, in_francs(0, workshops(2), "")),
        Refusal::Money(MoneyRefusal::WrongCurrency {
            expected: Currency::EUR
        })
    );
    let own = Line {
        price: 1,
        ..workshops(2)
    };
    assert_eq!(
        bench.unquoted(CLEA, price(0, vec![workshops(2), own])),
        Refusal::Quotation(QuotationRefusal::LineWrong {
            line: 2,
            fault: LineFault::Listed
        })
    );
    let many = vec![free("x", 1, 1); Line::MOST + 1];
    assert_eq!(
        bench.unquoted(CLEA, price(0, many)),
        Refusal::TooLong { most: Line::MOST }
    );
    bench.quote(CLEA, price(0, vec![workshops(2), free("Travel", 1, 9_000)]));
    assert!(bench.q().latest().expect("a version").version.listed);
    assert!(matches!(
        bench.unquoted(CLEA, price(0, vec![workshops(3)])),
        Refusal::Moved {
            what: Thing::Versions(Q),
            by: Some(_),
            ..
        }
    ));
}

#[test]
fn quo_3_prices_for_a_market_that_no_list_is_for_say_so() {
    let mut bench = at_pricing();
    bench.quote(CLEA, price(0, vec![workshops(2), free("Travel", 1, 9_000)]));
    let back = QuotationCommand::Return {
        quotation: Q,
        from: Desk::Pricing,
        to: Desk::Brief,
        reason: "Geneva?".into(),
    };
    bench.quote(CLEA, back);
    let abroad = Brief {
        market: Some(country("CH")),
        ..whole_brief(&bench)
    };
    bench.quote(
        BEN,
        QuotationCommand::Brief {
            quotation: Q,
            brief: Box::new(abroad),
            asked: None,
        },
    );
    bench.quote(BEN, QuotationCommand::SendR1(Q));
    let workshop = free("Workshop", 2, 120_000);
    assert_eq!(
        bench.unquoted(CLEA, in_francs(1, workshop.clone(), "")),
        Refusal::Quotation(QuotationRefusal::PriceNoteMissing)
    );
    let note = "Priced for this project: our lists are for France.";
    bench.quote(CLEA, in_francs(1, workshop, note));
    assert!(!bench.q().latest().expect("a version").version.listed);
}

/// One meeting with each refusal of quotations, for the table of all refusals.
pub(super) fn met() -> Vec<Refusal> {
    let (mut bench, request) = quoted();
    let mut book = book();
    book.lists.push(book.lists[0].clone());
    let twice = Command::House(HouseCommand::ChangePrices(Box::new(book)));
    let twice = bench.decide(Some(CLEA), &twice).expect_err("a refusal");
    let mut met = vec![twice, bench.unquoted(BEN, QuotationCommand::SendR1(Q))];
    bench.quote(BEN, QuotationCommand::Begin(request));
    met.push(bench.unquoted(BEN, QuotationCommand::Begin(request)));
    met.push(bench.unquoted(BEN, QuotationCommand::SendR1(Q)));
    let mut abroad = bench.clone();
    for (bench, market) in [(&mut bench, "FR"), (&mut abroad, "CH")] {
        let brief = QuotationCommand::Brief {
            quotation: Q,
            brief: Box::new(Brief {
                market: Some(country(market)),
                ..whole_brief(bench)
            }),
            asked: Some("x".into()),
        };
        bench.quote(BEN, brief);
        bench.quote(BEN, QuotationCommand::SendR1(Q));
    }
    met.push(abroad.unquoted(CLEA, price(0, vec![free("x", 1, 1)])));
    let dear = free("x", 1, -1);
    met.push(bench.unquoted(CLEA, price(0, vec![dear])));
    met.push(bench.unquoted(BEN, accept(1)));
    met.push(bench.unquoted(CLEA, price(9, vec![workshops(2)])));
    bench.quote(CLEA, price(0, vec![workshops(2)]));
    bench.quote(CLEA, QuotationCommand::HandPrices(Q));
    met.push(bench.unquoted(DAN, QuotationCommand::HandProject(Q)));
    let (mut late, _) = sent();
    late.now = late.later(24 * 365);
    met.push(late.unquoted(BEN, accept(2)));
    met.push(sent().0.unquoted(BEN, accept(1)));
    met
}
