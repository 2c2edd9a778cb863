//! QUO-6: how format 1 is laid out never changes. A change here is a change of papers that were sent.

use crate::assets;
use crate::document::{Draft, offer as lay_out, paper};
use crate::domain::QuotationId;
use crate::domain::house::Language;
use crate::domain::money::Currency;
use crate::domain::prices::{Line as PriceLine, Unit};
use crate::domain::quotation::{Texts, Version};

fn draft(language: Language) -> Draft {
    let line = |text: &str, unit, quantity, price, discount| PriceLine {
        product: None,
        text: text.into(),
        unit,
        quantity,
        price,
        discount,
        vat: 200,
    };
    let day = |y, m, d| chrono::NaiveDate::from_ymd_opt(y, m, d).expect("a day");
    Draft {
        quotation: QuotationId(3),
        number: 2,
        wording: assets::wording(language)
            .or_else(|| assets::wording(Language::EN))
            .expect("words"),
        house: "Les Passeurs".into(),
        identity: None,
        logo: None,
        brand: "Ateliers".into(),
        organisation: "Łódź & Fils".into(),
        contact: "Claire Martin".into(),
        subject: "Deux après-midi en juin".into(),
        dated: day(2026, 6, 3),
        valid_until: day(2026, 7, 3),
        units: Vec::new(),
        version: Version {
            currency: Currency::EUR,
            lines: vec![
                line(
                    "Atelier d'une demi-journée pour quatorze personnes",
                    Unit::SESSION,
                    2,
                    95_000,
                    50,
                ),
                line("Déplacement", Unit::FLAT, 1, 12_345, 0),
            ],
            note: "Prix pour la région.".into(),
            listed: true,
            valid_until: 0,
        },
    }
}

const FRENCH: &str = include_str!("format-1-fr.txt");
const ENGLISH: &str = include_str!("format-1-en.txt");

#[test]
fn quo_6_the_text_of_format_1_is_what_it_always_was() {
    let texts = Texts {
        project: "Deux ateliers, l'un après l'autre.".into(),
        conditions: "Paiement à trente jours.".into(),
    };
    for (language, kept) in [(Language::FR, FRENCH), (Language::EN, ENGLISH)] {
        let text = lay_out(&paper(&draft(language), &texts)).text();
        assert_eq!(text, kept, "\n{text}");
    }
}

#[test]
fn wks_9_a_paper_is_written_as_its_language_and_the_house_say() {
    let mut dutch = draft(Language::NL);
    dutch.dated = chrono::NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
    let made = paper(&dutch, &Texts::default());
    assert_eq!(made.language, Language::NL);
    let kept = crate::domain::quotation::paper::Frozen::of(made.clone(), None);
    assert_eq!(kept.format(), 2, "its figures are kept with it");
    let text = lay_out(&made).text();
    for part in [
        "Offerte Q-3, versie 2",
        "1 maart 2026",
        "€\u{a0}1.805,00",
        "Btw 20% op",
        "sessie",
        "tot en met 3 juli 2026",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let french = draft(Language::FR);
    let mut swiss = (*french.wording).clone();
    swiss.figures.thousands = "’".into();
    swiss.figures.decimal = ".".into();
    let swiss = Draft {
        wording: swiss.into(),
        ..french
    };
    let text = lay_out(&paper(&swiss, &Texts::default())).text();
    assert!(
        text.contains("1’805.00\u{a0}€") && text.contains("TVA 20\u{a0}%"),
        "{text}"
    );
}

#[test]
fn quo_6_a_paper_says_who_offers_by_law() {
    let identity = crate::domain::house::Identity {
        country: crate::domain::house::Country::parse("FR").expect("France"),
        name: "Les Passeurs, association".into(),
        address: "12 rue de l'Exemple\n69001 Lyon".into(),
        registration: "SIREN 000 000 000".into(),
        vat: "FR00000000000".into(),
        bank: "IBAN FR00".into(),
        footer: "Association à but non lucratif.".into(),
    };
    for (language, words) in [
        (
            Language::FR,
            [
                "Immatriculation\u{a0}: SIREN",
                "N° TVA\u{a0}: FR",
                "Paiement\u{a0}: IBAN",
            ],
        ),
        (
            Language::EN,
            ["Registration: SIREN", "VAT number: FR", "Payment: IBAN"],
        ),
    ] {
        let draft = Draft {
            identity: Some(identity.clone()),
            ..draft(language)
        };
        let made = paper(&draft, &Texts::default());
        assert_eq!(
            crate::domain::quotation::paper::Frozen::of(made.clone(), None).format(),
            2
        );
        let text = lay_out(&made).text();
        for part in words
            .into_iter()
            .chain(["12 rue de l'Exemple\n69001 Lyon\n", "lucratif."])
        {
            assert!(text.contains(part), "{part}\n{text}");
        }
    }
}
