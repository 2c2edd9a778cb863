//! Invariant 7: the events of quotations and of price lists are written and read bit for bit by every later version.
//! A new variant is not in this file: it gets a file of its own.

use super::kept::is_kept;
use super::*;
use crate::domain::house::Language;
use crate::domain::house::event::HouseEvent;
use crate::domain::ids::{ContactId, QuotationId};
use crate::domain::money::Currency;
use crate::domain::prices::{Line, Unit};
use crate::domain::quotation::event::{OfQuotation, Text};
use crate::domain::quotation::{
    Brief, Desk as At, QuotationEvent, QuotationPart, QuotationStage, QuotationStanding, Round,
    Texts, Version,
};
use crate::domain::tests::bench::{BEN, FAY};
use crate::domain::trade::{Audience, Work};

const AT: Millis = 1_773_133_200_000;

fn standing(stage: QuotationStage, sent: Option<u16>) -> QuotationStanding {
    QuotationStanding {
        stage,
        round: Round::R2,
        turn_of: Some(BEN),
        due: Some(AT),
        copies: vec![ANNA, FAY],
        r1_at: Some(1_773_100_000_000),
        versions: 2,
        sent,
    }
}

fn brief() -> Brief {
    Brief {
        work: Some(Work::PROGRAMME),
        audience: Some(Audience::PUBLIC),
        market: Some(bench::country("FR")),
        brand: "maison".into(),
        language: Language::FR,
        participants: Some(24),
        sessions: Some(3),
        dates: "en été".into(),
        place: "Lyon".into(),
        online: Some(false),
        deadline: Some(1_773_200_000_000),
    }
}

fn version() -> Version {
    let line = |product: Option<&str>| Line {
        product: product.map(Into::into),
        text: "Atelier".into(),
        unit: Unit::FLAT,
        quantity: 2,
        price: 95_000,
        discount: 55,
        vat: 200,
    };
    Version {
        currency: Currency::EUR,
        lines: vec![line(Some("atelier")), line(None)],
        note: "une remarque".into(),
        listed: true,
        valid_until: 1_775_000_000_000,
    }
}

fn texts() -> Texts {
    Texts {
        project: "Deux après-midi.".into(),
        conditions: "À 30 jours.".into(),
    }
}

/// What a quotation that went from hand to hand leaves in the journal.
fn handed_on() -> Vec<QuotationEvent> {
    vec![
        QuotationEvent::Begun {
            officer: BEN,
            brief: Box::new(Brief::default()),
            standing: Box::new(standing(QuotationStage::At(At::Brief), None)),
        },
        QuotationEvent::Briefed {
            from: Box::new(Brief::default()),
            to: Box::new(brief()),
            was: Some(7),
            asked: Text::Here("Deux groupes.".into()),
        },
        QuotationEvent::Written {
            number: 1,
            version: Box::new(version()),
            part: QuotationPart::Texts,
            texts: Some(Box::new(texts())),
            back: false,
        },
        QuotationEvent::Moved {
            from: Box::new(standing(
                QuotationStage::Sent { version: 2, at: AT },
                Some(2),
            )),
            to: Box::new(standing(
                QuotationStage::Accepted { version: 2, at: AT },
                Some(2),
            )),
            words: "Bon pour accord".into(),
            word_of: Some(ContactId(3)),
        },
        QuotationEvent::Moved {
            from: Box::new(standing(
                QuotationStage::Declined { version: 2, at: AT },
                Some(2),
            )),
            to: Box::new(standing(QuotationStage::Dropped { at: AT }, None)),
            words: "".into(),
            word_of: None,
        },
        QuotationEvent::Extended {
            number: 2,
            from: 1,
            to: 2,
        },
        QuotationEvent::Tagged {
            tag: "adhérent".into(),
            there: true,
        },
    ]
}

fn quotation() -> Vec<Event> {
    let of = |event| {
        Event::Quotation(OfQuotation {
            request: RequestId(4),
            quotation: QuotationId(5),
            event: Box::new(event),
        })
    };
    let mut events: Vec<Event> = handed_on().into_iter().map(of).collect();
    events.push(Event::House(HouseEvent::PricesChanged {
        to: Box::new(crate::domain::tests::prices::book()),
    }));
    events
}

#[test]
fn invariant_7_events_of_quotations_and_prices_are_written_and_read_bit_for_bit() {
    is_kept("quotation", &quotation());
}
