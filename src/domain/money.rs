//! Amounts of money: integer minor units and a currency, never a float.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An ISO 4217 code, three capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The euro.
    pub const EUR: Currency = Currency(*b"EUR");

    /// Reads three letters, in either case.
    pub fn parse(code: &str) -> Option<Currency> {
        let bytes: [u8; 3] = code
            .trim()
            .to_ascii_uppercase()
            .into_bytes()
            .try_into()
            .ok()?;
        bytes
            .iter()
            .all(u8::is_ascii_uppercase)
            .then_some(Currency(bytes))
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }

    /// How many decimal digits its minor unit has (2 for most).
    pub fn digits(&self) -> u32 {
        match &self.0 {
            b"JPY" | b"KRW" | b"CLP" | b"VND" | b"XOF" | b"XAF" | b"XPF" | b"ISK" => 0,
            b"TND" | b"BHD" | b"KWD" | b"JOD" | b"OMR" => 3,
            _ => 2,
        }
    }
}

/// An amount in minor units of its currency (`EUR 2500.00` is 250,000).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Minor units; negative amounts are allowed by the type and refused where they make no sense.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// Reads an amount as people write it: `2500`, `2 500,50 €`, `€2,500.50`, `CHF 1'200`, `1.200,00 EUR`.
    /// Without a currency, `default` is meant. `None` for anything else, and for negative amounts.
    pub fn parse(text: &str, default: Currency) -> Option<Money> {
        let mut currency = None;
        let mut digits = String::new();
        let mut letters = String::new();
        for c in text.trim().chars() {
            match c {
                '€' => currency = Some(Currency::EUR),
                '$' => currency = Currency::parse("USD"),
                '£' => currency = Currency::parse("GBP"),
                c if c.is_ascii_alphabetic() => letters.push(c),
                c if c.is_ascii_digit() || c == ',' || c == '.' => digits.push(c),
                c if c.is_whitespace() || c == '\'' || c == '’' => {}
                _ => return None,
            }
        }
        if !letters.is_empty() {
            currency = Some(match letters.to_ascii_lowercase().as_str() {
                "euro" | "euros" => Currency::EUR,
                _ => Currency::parse(&letters)?,
            });
        }
        let currency = currency.unwrap_or(default);
        minor_units(&digits, currency.digits()).map(|minor| Money { minor, currency })
    }
}

/// `2.500,50` with two digits → 250050. The last separator is the decimal one when at most two digits
/// (or the currency's number of digits) follow it.
fn minor_units(digits: &str, precision: u32) -> Option<i64> {
    if !digits.bytes().any(|b| b.is_ascii_digit()) || digits.len() > 18 {
        return None;
    }
    let (whole, fraction) = match digits.rfind([',', '.']) {
        Some(at) if digits.len() - at - 1 != 3 || precision == 3 => {
            (&digits[..at], &digits[at + 1..])
        }
        // `1,234.567`: three digits behind the last of two kinds of separators say nothing for sure.
        Some(_) if digits.contains(',') && digits.contains('.') => return None,
        _ => (digits, ""),
    };
    if fraction.len() > precision as usize {
        return None;
    }
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let whole: i64 = if whole.is_empty() {
        0
    } else {
        whole.parse().ok()?
    };
    let part: i64 = if fraction.is_empty() {
        0
    } else {
        fraction.parse().ok()?
    };
    let missing = precision - u32::try_from(fraction.len()).ok()?;
    whole
        .checked_mul(10i64.checked_pow(precision)?)?
        .checked_add(part.checked_mul(10i64.checked_pow(missing)?)?)
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.currency.digits();
        let unit = 10i64.pow(digits);
        let (whole, part) = (self.minor / unit, (self.minor % unit).abs());
        match digits {
            0 => write!(f, "{whole} {}", self.currency.code()),
            _ => write!(
                f,
                "{whole}.{part:0width$} {}",
                self.currency.code(),
                width = digits as usize
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn req_2_a_budget_is_read_as_people_write_it() {
        let read = |text| Money::parse(text, Currency::EUR).map(|m| m.to_string());
        let table = [
            ("2500", "2500.00 EUR"),
            ("2 500,50 €", "2500.50 EUR"),
            ("€2,500.50", "2500.50 EUR"),
            ("1.200,00 EUR", "1200.00 EUR"),
            ("CHF 1'200", "1200.00 CHF"),
            ("1,200", "1200.00 EUR"),
            ("800 euros", "800.00 EUR"),
            ("120000 JPY", "120000 JPY"),
            ("0,5", "0.50 EUR"),
        ];
        for (text, shown) in table {
            assert_eq!(read(text).as_deref(), Some(shown), "{text}");
        }
        for bad in [
            "",
            "-5",
            "abc",
            "12,345,6x",
            "1,234.567",
            "99999999999999999999",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
