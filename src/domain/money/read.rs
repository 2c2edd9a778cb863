//! Amounts as people type them, in English and in French: `1 200,50`, `1,200.50`, `CHF 1'200`. What could mean
//! two amounts is refused with both; nothing is rounded or rescaled.

use std::fmt;

use super::{Currency, Money};

/// The largest amount that is read, in minor units.
const MOST: i64 = 999_999_999_999_999_999;

/// Why a text is no amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMoney {
    /// It is not written as an amount.
    Unreadable,
    /// These letters are no currency.
    NoCurrency(Box<str>),
    /// It is larger than any amount that can be kept.
    TooLarge,
    /// It could mean two amounts, or has more decimals than its currency.
    Readings(Box<Readings>),
}

/// The two amounts that a text could mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readings {
    /// As a whole number: its separators part thousands.
    pub whole: Box<str>,
    /// With decimals behind a point.
    pub decimal: Box<str>,
    /// How to write the one with decimals so that it is understood, if its currency has so many.
    pub instead: Option<Box<str>>,
    /// In which currency.
    pub currency: Currency,
}

impl fmt::Display for NotMoney {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotMoney::Unreadable => f.write_str("not an amount: write it like 1200 or 1200.50"),
            NotMoney::NoCurrency(code) => {
                write!(f, "{code} is not a currency code; write one like EUR")
            }
            NotMoney::TooLarge => f.write_str("too large: check the amount"),
            NotMoney::Readings(both) => {
                let (code, digits) = (both.currency.code(), both.currency.digits());
                write!(
                    f,
                    "it could mean {} {code} or {} {code}, and {code} has {digits} decimals; write {}",
                    both.whole, both.decimal, both.whole
                )?;
                match &both.instead {
                    Some(instead) => write!(f, " or {instead}"),
                    None => Ok(()),
                }
            }
        }
    }
}

impl std::error::Error for NotMoney {}

impl Money {
    /// Reads an amount as people write it in either language: `2500`, `2 500,50 €`, `€2,500.50`, `CHF 1'200`,
    /// `1.200,00 EUR`. Without a currency, `default` is meant.
    ///
    /// # Errors
    /// A text that is no amount (negative ones are none), has more decimals than its currency, or could
    /// mean two amounts (`1.200`).
    pub fn read(text: &str, default: Currency) -> Result<Money, NotMoney> {
        let (number, word) = parted(text)?;
        let number = Number::of(number).ok_or(NotMoney::Unreadable)?;
        let currency = match currency(word)? {
            // Amounts beside each other are in one and the same.
            Some(named) if named.code() != default.code() => named,
            _ => default,
        };
        let minor = number.minor(currency)?;
        Ok(Money { minor, currency })
    }

    /// Returns the amount of a text that [`Money::read`] takes.
    pub fn parse(text: &str, default: Currency) -> Option<Money> {
        Money::read(text, default).ok()
    }
}

/// Whether the number at the start of `text` would be read as thousands too.
pub(super) fn could_be_thousands(text: &str) -> bool {
    let number = text.split(' ').next().and_then(Number::of);
    number.is_some_and(|number| number.grouped && number.decimal.is_some())
}

/// The number of an amount, and the letters or the sign before or behind it.
fn parted(text: &str) -> Result<(&str, &str), NotMoney> {
    let letter = |c: char| c.is_alphabetic() || matches!(c, '€' | '$' | '£');
    let text = text.trim();
    let rest = text.trim_start_matches(letter);
    let number = rest.trim_end_matches(letter);
    let (front, back) = (&text[..text.len() - rest.len()], &rest[number.len()..]);
    match (front, back) {
        ("", word) | (word, "") => Ok((number.trim(), word)),
        _ => Err(NotMoney::Unreadable),
    }
}

/// The currency of a word, none when there is no word.
fn currency(word: &str) -> Result<Option<Currency>, NotMoney> {
    let code = match word.to_lowercase().as_str() {
        "" => return Ok(None),
        "€" | "euro" | "euros" => "EUR",
        "$" => "USD",
        "£" => "GBP",
        _ => word,
    };
    let known = Currency::parse(code);
    known
        .map(Some)
        .ok_or_else(|| NotMoney::NoCurrency(word.into()))
}

/// What stands between two runs of figures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Space,
    Apostrophe,
    Comma,
    Point,
}

fn separator(c: char) -> Option<Separator> {
    match c {
        ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => Some(Separator::Space),
        '\'' | '’' => Some(Separator::Apostrophe),
        ',' => Some(Separator::Comma),
        '.' => Some(Separator::Point),
        _ => None,
    }
}

/// A number and what it can mean.
struct Number {
    /// All its figures.
    figures: String,
    /// Whether all its separators may part thousands.
    grouped: bool,
    /// The figures before and behind its last separator, if that may be the decimal one.
    decimal: Option<(String, String)>,
}

impl Number {
    fn of(text: &str) -> Option<Number> {
        let mut runs = vec![String::new()];
        let mut between = Vec::new();
        for c in text.chars() {
            if c.is_ascii_digit() {
                runs.last_mut()?.push(c);
            } else {
                between.push(separator(c)?);
                runs.push(String::new());
            }
        }
        let grouped = are_thousands(&runs, &between);
        let decimal = decimal(&runs, &between);
        let figures = runs.concat();
        (!figures.is_empty() && (grouped || decimal.is_some())).then_some(Number {
            figures,
            grouped,
            decimal,
        })
    }

    fn minor(&self, currency: Currency) -> Result<i64, NotMoney> {
        let digits = currency.digits() as usize;
        let (whole, part) = match &self.decimal {
            None => (self.figures.as_str(), ""),
            Some((whole, part)) if !self.grouped && part.len() <= digits => {
                (whole.as_str(), part.as_str())
            }
            Some((whole, part)) => {
                return Err(NotMoney::Readings(Box::new(Readings {
                    whole: trimmed(&self.figures).into(),
                    decimal: format!("{}.{part}", trimmed(whole)).into(),
                    instead: instead(whole, part, digits).map(Into::into),
                    currency,
                })));
            }
        };
        let minor: Option<i64> = format!("{whole}{part:0<digits$}").parse().ok();
        minor
            .filter(|minor| *minor <= MOST)
            .ok_or(NotMoney::TooLarge)
    }
}

/// Whether runs of figures are thousands: three figures behind each separator of one kind, one to three
/// before the first, and no 0 at the front. A number without separators is one.
fn are_thousands(runs: &[String], between: &[Separator]) -> bool {
    let [head, groups @ ..] = runs else {
        return false;
    };
    groups.is_empty()
        || matches!(head.len(), 1..=3)
            && !head.starts_with('0')
            && groups.iter().all(|group| group.len() == 3)
            && between.windows(2).all(|two| two[0] == two[1])
}

/// The figures before and behind the last separator, if it may be the decimal one.
fn decimal(runs: &[String], between: &[Separator]) -> Option<(String, String)> {
    let (last, before) = between.split_last()?;
    let (part, whole) = runs.split_last()?;
    let is_mark = matches!(last, Separator::Comma | Separator::Point) && !before.contains(last);
    let fits = is_mark && !part.is_empty() && are_thousands(whole, before);
    fits.then(|| (whole.concat(), part.clone()))
}

/// Without zeros at the front, but for one before the point.
fn trimmed(figures: &str) -> &str {
    match figures.trim_start_matches('0') {
        "" => "0",
        rest => rest,
    }
}

/// An amount with decimals as it is understood, if its currency has so many.
fn instead(whole: &str, part: &str, digits: usize) -> Option<String> {
    let part = part.trim_end_matches('0');
    let whole = trimmed(whole);
    if part.len() > digits {
        return None;
    }
    Some(match digits {
        0 => whole.to_owned(),
        3 if whole.len() <= 3 && whole != "0" => format!("0{whole}.{part:0<3}"),
        _ => format!("{whole}.{part:0<digits$}"),
    })
}
