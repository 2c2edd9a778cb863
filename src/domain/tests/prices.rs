//! QUO-3: what lines come to, exactly, and what may not be a line.

use proptest::prelude::*;

use crate::domain::money::Currency;
use crate::domain::prices::{
    Brand, Difference, Line, LineFault, PriceBook, PriceList, Product, Unit, difference, totals,
};

use super::bench::country;

pub(crate) fn free(text: &str, quantity: u32, price: i64) -> Line {
    Line {
        product: None,
        text: text.into(),
        unit: Unit::SESSION,
        quantity,
        price,
        discount: 0,
        vat: 200,
    }
}

/// A list in France: a workshop at 950.00, two at least.
pub(crate) fn book() -> PriceBook {
    PriceBook {
        brands: vec![Brand {
            key: "house".into(),
            name: "House".into(),
        }],
        lists: vec![PriceList {
            brand: "house".into(),
            market: country("FR"),
            audience: None,
            currency: Currency::EUR,
            vat: 200,
            products: vec![Product {
                key: "workshop".into(),
                name: ["Workshop".into(), "Atelier".into()],
                unit: Unit::SESSION,
                price: 95_000,
                least: 2,
                most: 40,
                further: Vec::new(),
            }],
        }],
        conditions: ["Conditions.".into(), "Les conditions.".into()],
        valid_days: 30,
        further: Vec::new(),
    }
}

#[test]
fn quo_3_lines_are_rounded_half_up_and_vat_once_per_rate() {
    let line = |quantity, price, discount, vat| Line {
        discount,
        vat,
        ..free("x", quantity, price)
    };
    // 3 × 0.35 less 5 % is 0.9975: one euro. 1 × 0.01 less 50 % is half a cent: one cent.
    assert_eq!(line(3, 35, 50, 200).net(), 100);
    assert_eq!(line(1, 1, 500, 200).net(), 1);
    assert_eq!(line(1, 1, 501, 200).net(), 0);
    assert_eq!(line(7, 99_999, 1_000, 200).net(), 0);
    let sum = totals(
        Currency::EUR,
        &[
            line(1, 2, 0, 200),
            line(1, 1, 0, 200),
            line(2, 1_000, 0, 55),
        ],
    );
    // Line by line 20 % of 2 and of 1 would be 0 + 0; on their sum it is 0.6: one cent.
    let rates: Vec<_> = sum.vat.iter().map(|v| (v.rate, v.base, v.vat)).collect();
    assert_eq!(rates, [(55, 2_000, 110), (200, 3, 1)]);
    assert_eq!((sum.net, sum.gross), (2_003, 2_114));
    assert_eq!(totals(Currency::EUR, &[]).gross, 0);
}

#[test]
fn quo_3_what_cannot_be_a_line_is_refused() {
    let book = book();
    let list = book.lists.first();
    let of_list = |quantity| {
        let list = list.expect("a list");
        Line::of(list, "workshop", quantity, "Workshop").expect("a product")
    };
    assert_eq!(of_list(2).fault(list), None);
    let table = [
        (of_list(1), LineFault::Quantity),
        (of_list(41), LineFault::Quantity),
        (
            Line {
                price: 90_000,
                ..of_list(2)
            },
            LineFault::Listed,
        ),
        (
            Line {
                vat: 0,
                ..of_list(2)
            },
            LineFault::Listed,
        ),
        (
            Line {
                product: Some("cake".into()),
                ..of_list(2)
            },
            LineFault::Product,
        ),
        (free("", 1, 1), LineFault::Text),
        (free(&"x".repeat(301), 1, 1), LineFault::Text),
        (free("x", 0, 1), LineFault::Quantity),
        (free("x", 100_001, 1), LineFault::Quantity),
        (free("x", 1, -1), LineFault::Price),
        (free("x", 1, Line::PRICE_MOST + 1), LineFault::Price),
        (
            Line {
                discount: 1_001,
                ..free("x", 1, 1)
            },
            LineFault::Discount,
        ),
        (
            Line {
                vat: 1_001,
                ..free("x", 1, 1)
            },
            LineFault::Vat,
        ),
    ];
    for (line, fault) in table {
        assert_eq!(line.fault(list), Some(fault), "{line:?}");
    }
    assert_eq!(
        of_list(2).fault(None),
        Some(LineFault::Product),
        "no list, no product"
    );
    let lines = [of_list(2), free("x", 0, 1)];
    assert_eq!(
        PriceBook::wrong_line(list, &lines),
        Some((2, LineFault::Quantity))
    );
}

#[test]
fn quo_3_the_difference_between_two_versions_names_each_line_once() {
    let (a, b, c) = (free("a", 1, 100), free("b", 2, 100), free("c", 1, 50));
    let cheaper = Line {
        discount: 100,
        ..b.clone()
    };
    let found = difference(
        &[a.clone(), b.clone(), b.clone()],
        &[b.clone(), cheaper.clone(), c.clone()],
    );
    let expected = [
        Difference::Changed(Box::new((b.clone(), cheaper))),
        Difference::Added(c),
        Difference::Removed(a),
    ];
    assert_eq!(found, expected);
    assert_eq!(
        difference(std::slice::from_ref(&b), std::slice::from_ref(&b)),
        []
    );
}

fn any_line() -> impl Strategy<Value = Line> {
    let quantity = prop_oneof![1..20_u32, Just(Line::QUANTITY_MOST)];
    let price = prop_oneof![0..1_000_000_i64, Just(Line::PRICE_MOST)];
    let vat = prop::sample::select(vec![0_u16, 55, 100, 200, 1_000]);
    (quantity, price, 0..=1_000_u16, vat).prop_map(|(quantity, price, discount, vat)| Line {
        discount,
        vat,
        ..free("x", quantity, price)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn quo_3_a_total_is_the_sum_of_its_parts(lines in prop::collection::vec(any_line(), 0..200)) {
        for line in &lines {
            prop_assert_eq!(line.fault(None), None);
        }
        let sum = totals(Currency::EUR, &lines);
        let exact = |part: i128, of: i128| (part * of + 500) / 1_000;
        let net: i128 = lines
            .iter()
            .map(|l| exact(i128::from(l.price) * i128::from(l.quantity), 1_000 - i128::from(l.discount)))
            .sum();
        prop_assert_eq!(i128::from(sum.net), net);
        let parts: i128 = sum.vat.iter().map(|v| i128::from(v.base) + i128::from(v.vat)).sum();
        prop_assert_eq!(i128::from(sum.gross), parts, "no overflow, nothing lost");
        prop_assert!(sum.vat.windows(2).all(|pair| pair[0].rate < pair[1].rate));
        for v in &sum.vat {
            prop_assert_eq!(i128::from(v.vat), exact(i128::from(v.base), i128::from(v.rate)));
        }
    }
}
