//! Dates, times, numbers and money as each language writes them (WKS-4). Pure: the instant and
//! the zone come in as values. Never parses what people type.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike};
use chrono_tz::Tz;

use super::when::Lang;

/// No-break space: a figure and its unit stay on one line.
const NBSP: char = '\u{a0}';

const MONTHS_EN: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const MONTHS_FR: [&str; 12] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
];
const DAYS_EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const DAYS_FR: [&str; 7] = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."];

/// How one language writes figures and dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Formats {
    lang: Lang,
}

impl Formats {
    /// The forms of `lang`.
    pub const fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// Parts of one sentence, a semicolon between them: `a; b`, `a ; b`.
    pub fn listed(&self, parts: &[String]) -> String {
        match self.lang {
            Lang::En => parts.join("; "),
            Lang::Fr => parts.join(&format!("{NBSP}; ")),
        }
    }

    /// A whole number with its thousands apart: `12,345`, `12 345`.
    pub fn number(&self, n: i64) -> String {
        let sign = if n < 0 { "-" } else { "" };
        format!("{sign}{}", self.grouped(n.unsigned_abs()))
    }

    /// An amount in minor units: `€1,234.56`, `1 234,56 €`. `exponent` is the number of decimals
    /// of the currency, `code` its ISO 4217 code.
    pub fn money(&self, minor: i64, exponent: u8, code: &str) -> String {
        let sign = if minor < 0 { "-" } else { "" };
        let amount = self.decimal(minor.unsigned_abs(), exponent);
        let symbol = match code {
            "EUR" => "€",
            "GBP" => "£",
            "USD" => "$",
            other => other,
        };
        let spelt = symbol.chars().count() > 1;
        match self.lang {
            Lang::En if spelt => format!("{sign}{symbol}{NBSP}{amount}"),
            Lang::En => format!("{sign}{symbol}{amount}"),
            Lang::Fr => format!("{sign}{amount}{NBSP}{symbol}"),
        }
    }

    /// A number written with a point, with this language's decimal sign.
    pub fn point(&self, number: &str) -> String {
        match self.lang {
            Lang::En => number.to_owned(),
            Lang::Fr => number.replace('.', ","),
        }
    }

    /// Thousandths as a percentage: `20%`, `5.5%`; `20 %`, `5,5 %`.
    pub fn permille(&self, thousandths: u16) -> String {
        let (whole, part) = (thousandths / 10, thousandths % 10);
        let point = match self.lang {
            Lang::En => '.',
            Lang::Fr => ',',
        };
        let figure = match part {
            0 => whole.to_string(),
            part => format!("{whole}{point}{part}"),
        };
        match self.lang {
            Lang::En => format!("{figure}%"),
            Lang::Fr => format!("{figure}{NBSP}%"),
        }
    }

    /// A share, rounded to the whole: `42%`, `42 %`; a dash when there is nothing to share.
    pub fn percent(&self, part: u64, whole: u64) -> String {
        if whole == 0 {
            return "–".to_owned();
        }
        let rounded = (u128::from(part) * 200 + u128::from(whole)) / (u128::from(whole) * 2);
        match self.lang {
            Lang::En => format!("{rounded}%"),
            Lang::Fr => format!("{rounded}{NBSP}%"),
        }
    }

    /// A length of time by its largest unit: `now` or `0 min`, `5 min`, `2 h`, `3 d` or `3 j`, `5 wk` or
    /// `5 sem.`, `2 y` or `2 ans`.
    pub fn span(&self, length: TimeDelta) -> String {
        let minutes = length.num_minutes().abs();
        let fr = self.lang == Lang::Fr;
        let (n, unit) = match minutes {
            0 if fr => return format!("0{NBSP}min"),
            0 => return "now".to_owned(),
            1..=59 => (minutes, "min"),
            60..=1439 => (minutes / 60, "h"),
            1440..=20_159 => (minutes / 1440, if fr { "j" } else { "d" }),
            20_160..=525_599 => (minutes / 10_080, if fr { "sem." } else { "wk" }),
            _ => (
                minutes / 525_600,
                if !fr {
                    "y"
                } else if minutes < 1_051_200 {
                    "an"
                } else {
                    "ans"
                },
            ),
        };
        format!("{}{NBSP}{unit}", n.max(1))
    }

    /// A length of time to the minute, for waits: `10 min`, `3 h 10`, `2 d 4 h`.
    pub fn wait(&self, length: TimeDelta) -> String {
        let minutes = length.num_minutes().abs();
        let day = if self.lang == Lang::Fr { "j" } else { "d" };
        match (minutes / 1440, minutes / 60 % 24, minutes % 60) {
            (0, 0, m) => format!("{m}{NBSP}min"),
            (0, h, 0) => format!("{h}{NBSP}h"),
            (0, h, m) => format!("{h}{NBSP}h{NBSP}{m:02}"),
            (d, 0, _) => format!("{d}{NBSP}{day}"),
            (d, h, _) => format!("{d}{NBSP}{day}{NBSP}{h}{NBSP}h"),
        }
    }

    /// How far `at` is from `now`: `2 h` when past, `in 2 h` or `dans 2 h` when to come, `now` or `à l’instant`.
    pub fn relative(&self, at: DateTime<Tz>, now: DateTime<Tz>) -> String {
        let length = at.signed_duration_since(now);
        let span = self.span(length);
        match (length.num_minutes() > 0, self.lang) {
            (false, Lang::Fr) if length.num_minutes() == 0 => "à l’instant".to_owned(),
            (false, _) => span,
            (true, Lang::En) => format!("in {span}"),
            (true, Lang::Fr) => format!("dans {span}"),
        }
    }

    /// The shortest that is clear: `14:00` today, `3 Dec` this year, else `3 Dec 2026`.
    pub fn brief(&self, at: DateTime<Tz>, now: DateTime<Tz>) -> String {
        if at.date_naive() == now.date_naive() {
            self.time(at)
        } else if at.year() == now.year() {
            format!("{} {}", at.day(), self.month(at.month0()))
        } else {
            self.date(at.date_naive())
        }
    }

    /// The same behind “since”: French says `depuis le 3 déc.`, but `depuis 14:00`.
    pub fn since(&self, at: DateTime<Tz>, now: DateTime<Tz>) -> String {
        let brief = self.brief(at, now);
        match self.lang {
            Lang::Fr if at.date_naive() != now.date_naive() => format!("le {brief}"),
            Lang::Fr | Lang::En => brief,
        }
    }

    /// `14:00`.
    pub fn time(&self, at: DateTime<Tz>) -> String {
        format!("{:02}:{:02}", at.hour(), at.minute())
    }

    /// `3 Dec 2026`, `3 déc. 2026`.
    pub fn date(&self, date: NaiveDate) -> String {
        format!(
            "{} {} {}",
            self.day_of_month(date),
            self.month(date.month0()),
            date.year()
        )
    }

    /// `Thu 3 Dec`, `jeu. 3 déc.`.
    pub fn day(&self, date: NaiveDate) -> String {
        format!(
            "{} {} {}",
            self.weekday(date),
            self.day_of_month(date),
            self.month(date.month0())
        )
    }

    /// `Thu`, `jeu.`.
    pub fn weekday(&self, date: NaiveDate) -> &'static str {
        let names = match self.lang {
            Lang::En => &DAYS_EN,
            Lang::Fr => &DAYS_FR,
        };
        let at = usize::try_from(date.weekday().num_days_from_monday()).unwrap_or_default();
        names.get(at).copied().unwrap_or_default()
    }

    /// In full, with its zone: `Thu 3 Dec 2026, 14:00 Europe/Paris`.
    pub fn full(&self, at: DateTime<Tz>) -> String {
        let date = at.date_naive();
        format!(
            "{} {}, {} {}",
            self.weekday(date),
            self.date(date),
            self.time(at),
            at.timezone().name()
        )
    }

    /// With its zone, where no screen says which clock it is: `2026-12-03 14:00 CET`, `03/12/2026 14:00 CET`.
    pub fn stamp(&self, at: DateTime<Tz>) -> String {
        let form = match self.lang {
            Lang::En => "%Y-%m-%d %H:%M %Z",
            Lang::Fr => "%d/%m/%Y %H:%M %Z",
        };
        at.format(form).to_string()
    }

    fn day_of_month(&self, date: NaiveDate) -> String {
        match (self.lang, date.day()) {
            (Lang::Fr, 1) => "1er".to_owned(),
            (_, day) => day.to_string(),
        }
    }

    /// The short name of a month, January being 0.
    pub fn month(&self, month0: u32) -> &'static str {
        let names = match self.lang {
            Lang::En => &MONTHS_EN,
            Lang::Fr => &MONTHS_FR,
        };
        usize::try_from(month0)
            .ok()
            .and_then(|m| names.get(m))
            .copied()
            .unwrap_or_default()
    }

    fn decimal(&self, minor: u64, exponent: u8) -> String {
        let unit = 10u64.saturating_pow(u32::from(exponent));
        let whole = self.grouped(minor / unit);
        let point = match self.lang {
            Lang::En => '.',
            Lang::Fr => ',',
        };
        match exponent {
            0 => whole,
            n => format!(
                "{whole}{point}{:0width$}",
                minor % unit,
                width = usize::from(n)
            ),
        }
    }

    fn grouped(&self, n: u64) -> String {
        let separator = match self.lang {
            Lang::En => ",",
            Lang::Fr => "\u{a0}",
        };
        grouped(n, separator)
    }
}

/// Returns a number with `separator` between its thousands.
pub fn grouped(n: u64, separator: &str) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() * 2);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push_str(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
#[path = "formats_tests.rs"]
mod tests;
