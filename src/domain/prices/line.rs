//! The lines of a quotation and what they come to: exact integers, rounded as the module above says.

use serde::{Deserialize, Serialize};

use super::{PriceBook, PriceList, Unit};
use crate::domain::money::{Currency, Money};

/// A line of a quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The product of the price list, or `None` for a free line.
    pub product: Option<Box<str>>,
    /// What it is, as the client reads it.
    pub text: Box<str>,
    /// What the price is for.
    pub unit: Unit,
    /// How many.
    pub quantity: u32,
    /// The price of one, in minor units.
    pub price: i64,
    /// The discount, in thousandths.
    pub discount: u16,
    /// The VAT, in thousandths.
    pub vat: u16,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineFault {
    /// It says nothing, or too much.
    Text,
    /// There is no such product in the list, or no list.
    Product,
    /// The list has another price, unit or VAT for it.
    Listed,
    /// Nothing, or more than can be sold of it.
    Quantity,
    /// A negative price, or one beyond all measure.
    Price,
    /// A discount of more than everything.
    Discount,
    /// A VAT of more than everything.
    Vat,
}

impl LineFault {
    /// The stable name that its text is found by.
    pub fn key(self) -> &'static str {
        match self {
            LineFault::Text => "text",
            LineFault::Product => "product",
            LineFault::Listed => "listed",
            LineFault::Quantity => "quantity",
            LineFault::Price => "price",
            LineFault::Discount => "discount",
            LineFault::Vat => "vat",
        }
    }
}

const WHOLE: i128 = 1_000;

/// `amount` × `thousandths` / 1000, rounded half up. Neither is negative.
fn part(amount: i128, thousandths: i128) -> i64 {
    i64::try_from((amount * thousandths + WHOLE / 2) / WHOLE).unwrap_or(i64::MAX)
}

impl Line {
    /// The most lines a quotation can have.
    pub const MOST: usize = 200;
    /// The longest text, in characters.
    pub const TEXT_MOST: usize = 300;
    /// The most of one thing.
    pub const QUANTITY_MOST: u32 = 100_000;
    /// The highest price of one, in minor units: what 200 lines of the most of it come to still fits.
    pub const PRICE_MOST: i64 = 10_000_000_000;

    /// A product of a list, `quantity` times, called as the client's language has it.
    pub fn of(list: &PriceList, key: &str, quantity: u32, name: &str) -> Option<Line> {
        let product = list.product(key)?;
        Some(Line {
            product: Some(product.key.clone()),
            text: name.into(),
            unit: product.unit,
            quantity,
            price: product.price,
            discount: 0,
            vat: list.vat,
        })
    }

    /// What it comes to without VAT, in minor units: rounded half up.
    pub fn net(&self) -> i64 {
        let left = WHOLE - i128::from(self.discount.min(1_000));
        part(
            i128::from(self.price.max(0)) * i128::from(self.quantity),
            left,
        )
    }

    /// What is wrong with it, for a quotation made by `list`.
    pub fn fault(&self, list: Option<&PriceList>) -> Option<LineFault> {
        let text = self.text.trim();
        if text.is_empty() || text.chars().count() > Line::TEXT_MOST {
            return Some(LineFault::Text);
        }
        if let Some(key) = &self.product {
            let Some((list, product)) = list.and_then(|list| Some((list, list.product(key)?)))
            else {
                return Some(LineFault::Product);
            };
            let listed = (product.price, product.unit, list.vat);
            if (self.price, self.unit, self.vat) != listed {
                return Some(LineFault::Listed);
            }
            if !(product.least..=product.most).contains(&self.quantity) {
                return Some(LineFault::Quantity);
            }
        }
        if !(1..=Line::QUANTITY_MOST).contains(&self.quantity) {
            return Some(LineFault::Quantity);
        }
        if !(0..=Line::PRICE_MOST).contains(&self.price) {
            return Some(LineFault::Price);
        }
        if self.discount > 1_000 {
            return Some(LineFault::Discount);
        }
        (self.vat > 1_000).then_some(LineFault::Vat)
    }
}

/// The VAT of one rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VatSum {
    /// The rate, in thousandths.
    pub rate: u16,
    /// The nets of its lines, in minor units.
    pub base: i64,
    /// The VAT on them, in minor units.
    pub vat: i64,
}

/// What lines come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// The currency.
    pub currency: Currency,
    /// Without VAT, in minor units.
    pub net: i64,
    /// The VAT, rate by rate, the lowest first.
    pub vat: Vec<VatSum>,
    /// With VAT, in minor units.
    pub gross: i64,
}

impl Totals {
    /// Without VAT.
    pub fn net(&self) -> Money {
        self.money(self.net)
    }

    /// With VAT.
    pub fn gross(&self) -> Money {
        self.money(self.gross)
    }

    /// An amount in its currency.
    pub fn money(&self, minor: i64) -> Money {
        Money {
            minor,
            currency: self.currency,
        }
    }
}

/// What lines come to.
pub fn totals(currency: Currency, lines: &[Line]) -> Totals {
    let mut vat: Vec<VatSum> = Vec::new();
    for line in lines {
        let base = line.net();
        match vat.iter_mut().find(|sum| sum.rate == line.vat) {
            Some(sum) => sum.base = sum.base.saturating_add(base),
            None => vat.push(VatSum {
                rate: line.vat,
                base,
                vat: 0,
            }),
        }
    }
    vat.sort_by_key(|sum| sum.rate);
    for sum in &mut vat {
        sum.vat = part(i128::from(sum.base), i128::from(sum.rate));
    }
    let sum = |of: fn(&VatSum) -> i64| vat.iter().map(of).fold(0_i64, i64::saturating_add);
    let net = sum(|sum| sum.base);
    Totals {
        currency,
        net,
        gross: net.saturating_add(sum(|sum| sum.vat)),
        vat,
    }
}

/// A line that is not in both of two versions, or not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It is new.
    Added(Line),
    /// It is gone.
    Removed(Line),
    /// It was the first, and is the second.
    Changed(Box<(Line, Line)>),
}

/// What became of the lines between two versions: a line is the same thing when it is the same product, or
/// says the same.
pub fn difference(before: &[Line], after: &[Line]) -> Vec<Difference> {
    let same = |a: &Line, b: &Line| match (&a.product, &b.product) {
        (Some(a), Some(b)) => a == b,
        (None, None) => a.text == b.text,
        (Some(_), None) | (None, Some(_)) => false,
    };
    let mut left: Vec<&Line> = before.iter().collect();
    let mut found = Vec::new();
    for line in after {
        let exact = left.iter().position(|one| *one == line);
        match exact.or_else(|| left.iter().position(|one| same(one, line))) {
            Some(at) => {
                let was = left.remove(at);
                if was != line {
                    found.push(Difference::Changed(Box::new((was.clone(), line.clone()))));
                }
            }
            None => found.push(Difference::Added(line.clone())),
        }
    }
    found.extend(left.into_iter().cloned().map(Difference::Removed));
    found
}

impl PriceBook {
    /// The first line that is wrong, by its number from 1, with what is.
    pub fn wrong_line(list: Option<&PriceList>, lines: &[Line]) -> Option<(usize, LineFault)> {
        let faults = lines.iter().enumerate();
        faults
            .filter_map(|(n, line)| line.fault(list).map(|fault| (n + 1, fault)))
            .next()
    }
}
