//! How papers are written in a language (WKS-9): their words, figures and dates. English, French and Dutch are shipped; a
//! house changes those and adds others. Lays nothing out, and knows no paper.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::language::Language;
use crate::text::formats::grouped;
use crate::text::sanitise::is_forbidden;

/// The words of a paper: the stable name of each, and what is put into it, where something is.
const WORDS: &[(&str, &[&str])] = &[
    ("title", &["quotation", "version"]),
    ("registration", &["text"]),
    ("vat_number", &["text"]),
    ("bank", &["text"]),
    ("what", &[]),
    ("quantity", &[]),
    ("unit", &[]),
    ("price", &[]),
    ("discount", &[]),
    ("vat", &[]),
    ("net", &[]),
    ("total_net", &[]),
    ("vat_of", &["rate", "base"]),
    ("total", &[]),
    ("valid", &["until"]),
    ("conditions", &[]),
    ("agreed", &[]),
    ("page", &[]),
];

/// How papers are written in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// Which language.
    pub language: Language,
    /// Its words, by their stable names; in braces what is put in.
    pub words: BTreeMap<Box<str>, Box<str>>,
    /// What units are called, by their stable names. The names that the list of units has in this language go first.
    pub units: BTreeMap<Box<str>, Box<str>>,
    /// Its figures.
    pub figures: Figures,
    /// Its dates.
    pub dates: Dates,
}

/// How a language writes figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Before the decimals.
    pub decimal: Box<str>,
    /// Between thousands.
    pub thousands: Box<str>,
    /// An amount in a currency that has a sign: `{sign}{amount}`.
    pub money: Box<str>,
    /// An amount in any other currency: `{code} {amount}`.
    pub money_by_code: Box<str>,
    /// A percentage: `{number}%`.
    pub percent: Box<str>,
}

/// How a language writes dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dates {
    /// A date: `{day} {month} {year}`.
    pub form: Box<str>,
    /// The first day of a month, where it is written otherwise (`1er`); empty: as the others.
    pub first: Box<str>,
    /// The twelve months, as they stand in a date.
    pub months: Vec<Box<str>>,
}

impl Wording {
    /// The languages that are shipped.
    pub const SHIPPED: [Language; 3] = [Language::EN, Language::FR, Language::NL];
    /// The longest text, in characters.
    pub const TEXT_MOST: usize = 200;
    /// The most units.
    pub const UNITS_MOST: usize = 200;
    /// The most languages a house adds.
    pub const MOST: usize = 40;

    /// Returns the stable names of the words of a paper, in the order in which they stand on it.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        WORDS.iter().map(|(key, _)| *key)
    }

    /// Returns a word by its stable name; nothing where it is missing.
    pub fn word(&self, key: &str) -> &str {
        self.words.get(key).map_or("", |word| word)
    }

    /// Returns a word with what is put into it.
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        filled(self.word(key), values)
    }

    fn unit_fault(&self) -> Option<(String, WordingFault)> {
        let most = (self.units.len() > Wording::UNITS_MOST).then_some(WordingFault::Long);
        let most = most.map(|fault| ("units".to_owned(), fault));
        let mut units = self.units.iter();
        most.or_else(|| {
            units.find_map(|(key, name)| Some((format!("units.{key}"), text_fault(name, &[])?)))
        })
    }

    /// Returns the part that is wrong, by its name in the file, and what would be right; `None` when nothing is.
    pub fn fault(&self) -> Option<(String, WordingFault)> {
        let words = WORDS.iter().find_map(|(key, put_in)| {
            let fault = text_fault(self.word(key), put_in)?;
            Some((format!("words.{key}"), fault))
        });
        let known = |key: &str| WORDS.iter().any(|(one, _)| *one == key);
        let strange = self.words.keys().find(|key| !known(key));
        let strange = strange.map(|key| (format!("words.{key}"), WordingFault::Unknown));
        words
            .or(strange)
            .or_else(|| self.unit_fault())
            .or_else(|| self.figures.fault())
            .or_else(|| self.dates.fault())
    }
}

impl Default for Wording {
    /// English figures, and no words.
    fn default() -> Wording {
        Wording {
            language: Language::EN,
            words: BTreeMap::new(),
            units: BTreeMap::new(),
            figures: Figures::unsaid(Language::EN),
            dates: Dates {
                form: "{year}-{month}-{day}".into(),
                first: "".into(),
                months: (1..=12).map(|month| month.to_string().into()).collect(),
            },
        }
    }
}

/// What is wrong with a part of a wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordingFault {
    /// It is missing.
    Missing,
    /// It is too long.
    Long,
    /// It has a character that no screen shows.
    Unshown,
    /// It does not say where this is put in, or says so twice.
    PutIn(&'static str),
    /// There is no such word.
    Unknown,
    /// It must be one character that is neither letter nor digit, and another one than the other sign.
    NotASign,
    /// There are not twelve months.
    NotTwelve,
}

impl Figures {
    /// Returns how figures were written before papers said it themselves: in French, or as English does. It never changes.
    pub fn unsaid(language: Language) -> Figures {
        let [decimal, thousands, money, money_by_code, percent] = match language {
            Language::FR => [
                ",",
                "\u{a0}",
                "{amount}\u{a0}{sign}",
                "{amount}\u{a0}{code}",
                "{number}\u{a0}%",
            ],
            _ => [
                ".",
                ",",
                "{sign}{amount}",
                "{code}\u{a0}{amount}",
                "{number}%",
            ],
        };
        Figures {
            decimal: decimal.into(),
            thousands: thousands.into(),
            money: money.into(),
            money_by_code: money_by_code.into(),
            percent: percent.into(),
        }
    }

    /// Returns a whole number, with its thousands apart.
    pub fn number(&self, n: i64) -> String {
        let sign = if n < 0 { "-" } else { "" };
        format!("{sign}{}", grouped(n.unsigned_abs(), &self.thousands))
    }

    /// Returns an amount in minor units of a currency that has `digits` decimals.
    pub fn amount(&self, minor: i64, digits: u8, code: &str) -> String {
        let unit = 10u64.saturating_pow(u32::from(digits));
        let whole = grouped(minor.unsigned_abs() / unit, &self.thousands);
        let amount = match usize::from(digits) {
            0 => whole,
            width => {
                let part = minor.unsigned_abs() % unit;
                format!("{whole}{}{part:0width$}", self.decimal)
            }
        };
        let sign = match code {
            "EUR" => Some("€"),
            "GBP" => Some("£"),
            "USD" => Some("$"),
            _ => None,
        };
        let written = match sign {
            Some(sign) => filled(&self.money, &[("sign", sign), ("amount", &amount)]),
            None => filled(&self.money_by_code, &[("code", code), ("amount", &amount)]),
        };
        if minor < 0 {
            format!("-{written}")
        } else {
            written
        }
    }

    /// Returns thousandths as a percentage.
    pub fn permille(&self, thousandths: u16) -> String {
        let number = match (thousandths / 10, thousandths % 10) {
            (whole, 0) => whole.to_string(),
            (whole, part) => format!("{whole}{}{part}", self.decimal),
        };
        filled(&self.percent, &[("number", &number)])
    }

    fn fault(&self) -> Option<(String, WordingFault)> {
        let named = |name: &str, fault| Some((format!("figures.{name}"), fault));
        let is_sign = |text: &str| {
            let mut chars = text.chars();
            let one = chars.next().filter(|_| chars.next().is_none());
            one.is_some_and(|c| !c.is_alphanumeric() && !c.is_control() && c != '-')
        };
        if !is_sign(&self.decimal) {
            return named("decimal", WordingFault::NotASign);
        }
        // Thousands may stand together.
        if !self.thousands.is_empty() && !is_sign(&self.thousands) || self.thousands == self.decimal
        {
            return named("thousands", WordingFault::NotASign);
        }
        let patterns: [(&str, &str, &[&'static str]); 3] = [
            ("money", &self.money, &["sign", "amount"]),
            ("money_by_code", &self.money_by_code, &["code", "amount"]),
            ("percent", &self.percent, &["number"]),
        ];
        let mut patterns = patterns.into_iter();
        patterns.find_map(|(name, text, put_in)| named(name, text_fault(text, put_in)?))
    }
}

impl Dates {
    /// Returns a date.
    pub fn date(&self, date: NaiveDate) -> String {
        let day = match date.day() {
            1 if !self.first.is_empty() => self.first.to_string(),
            day => day.to_string(),
        };
        let month = usize::try_from(date.month0()).ok();
        let month = month.and_then(|month| self.months.get(month));
        let month = month.map_or("", |month| month);
        let year = date.year().to_string();
        filled(
            &self.form,
            &[("day", &day), ("month", month), ("year", &year)],
        )
    }

    fn fault(&self) -> Option<(String, WordingFault)> {
        let form = text_fault(&self.form, &["day", "month", "year"]);
        if let Some(fault) = form {
            return Some(("dates.form".to_owned(), fault));
        }
        if self.months.len() != 12 {
            return Some(("dates.months".to_owned(), WordingFault::NotTwelve));
        }
        let months = self
            .months
            .iter()
            .chain((!self.first.is_empty()).then_some(&self.first));
        let mut faults = months.filter_map(|text| text_fault(text, &[]));
        faults
            .next()
            .map(|fault| ("dates.months".to_owned(), fault))
    }
}

/// Returns a text with its braces filled.
fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        out.push_str(before);
        let named = behind.split_once('}');
        let value = named.and_then(|(name, _)| values.iter().find(|(one, _)| *one == name));
        match (named, value) {
            (Some((_, behind)), Some((_, value))) => {
                out.push_str(value);
                rest = behind;
            }
            _ => {
                out.push('{');
                rest = behind;
            }
        }
    }
    out + rest
}

fn text_fault(text: &str, put_in: &[&'static str]) -> Option<WordingFault> {
    if text.trim().is_empty() {
        return Some(WordingFault::Missing);
    }
    if text.chars().count() > Wording::TEXT_MOST {
        return Some(WordingFault::Long);
    }
    if text.chars().any(is_forbidden) {
        return Some(WordingFault::Unshown);
    }
    let times = |name: &str| text.matches(&format!("{{{name}}}")).count();
    let wrong = put_in.iter().find(|name| times(name) != 1);
    wrong.map(|name| WordingFault::PutIn(name))
}

/// Returns a wording that says its words' own names: for tests of what is done with one.
#[cfg(test)]
pub fn plain(language: Language) -> Wording {
    let word = |(key, put_in): &(&str, &[&str])| {
        let put_in: String = put_in.iter().map(|name| format!(" {{{name}}}")).collect();
        ((*key).into(), format!("{key}{put_in}").into())
    };
    Wording {
        language,
        words: WORDS.iter().map(word).collect(),
        dates: Dates {
            form: "{day}/{month}/{year}".into(),
            ..Wording::default().dates
        },
        ..Wording::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures() -> Figures {
        Figures {
            decimal: ".".into(),
            thousands: "’".into(),
            money: "{sign} {amount}".into(),
            money_by_code: "{code} {amount}".into(),
            percent: "{number} %".into(),
        }
    }

    #[test]
    fn wks_9_figures_are_written_as_a_house_says() {
        let figures = figures();
        assert_eq!(figures.number(-12_345), "-12’345");
        assert_eq!(figures.amount(123_450, 2, "CHF"), "CHF 1’234.50");
        assert_eq!(figures.amount(-5, 2, "EUR"), "-€ 0.05");
        assert_eq!(figures.amount(1_234, 0, "JPY"), "JPY 1’234");
        assert_eq!(figures.permille(81), "8.1 %");
        assert_eq!(figures.fault(), None);
    }

    #[test]
    fn wks_9_figures_that_could_be_read_two_ways_are_refused() {
        let wrong = |change: fn(&mut Figures)| {
            let mut figures = figures();
            change(&mut figures);
            figures.fault()
        };
        let not_a_sign = |name: &str| Some((name.to_owned(), WordingFault::NotASign));
        assert_eq!(
            wrong(|f| f.decimal = "1".into()),
            not_a_sign("figures.decimal")
        );
        assert_eq!(
            wrong(|f| f.decimal = "".into()),
            not_a_sign("figures.decimal")
        );
        assert_eq!(
            wrong(|f| f.thousands = ".".into()),
            not_a_sign("figures.thousands")
        );
        assert_eq!(
            wrong(|f| f.thousands = "-".into()),
            not_a_sign("figures.thousands")
        );
        let put_in = |name: &str, what| Some((name.to_owned(), WordingFault::PutIn(what)));
        assert_eq!(
            wrong(|f| f.money = "{amount}".into()),
            put_in("figures.money", "sign")
        );
        assert_eq!(
            wrong(|f| f.percent = "{number}{number}".into()),
            put_in("figures.percent", "number")
        );
    }

    #[test]
    fn wks_9_what_is_put_in_is_never_read_as_a_brace() {
        assert_eq!(
            filled("{a} and {b}", &[("a", "{b}"), ("b", "2")]),
            "{b} and 2"
        );
        assert_eq!(filled("{c} {", &[("a", "1")]), "{c} {");
    }
}
