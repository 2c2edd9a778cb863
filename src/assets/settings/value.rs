//! What a setting holds: its kinds, how each is typed and shown, and what is wrong with what was typed. Knows no setting.

use super::hours::{minutes_from, minutes_text};

/// What kind of value a setting has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words, at most so many characters.
    Text(usize),
    /// Several lines of words, at most so many characters.
    Lines(usize),
    /// A number from one to another.
    Number(i64, i64),
    /// A time in office hours: `8 h`, `90 min`.
    Delay,
    /// Yes or no.
    Yes,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Several, each read by the setting itself.
    List,
}

/// What a setting says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A number.
    Number(i64),
    /// Yes or no.
    Yes(bool),
    /// Several.
    List(Vec<String>),
}

/// Why a value is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no such setting.
    NoSuchSetting,
    /// It must say something.
    Missing,
    /// It is too long.
    TooLong(usize),
    /// It is no number from the one to the other.
    NotNumber(i64, i64),
    /// It is no time in office hours.
    NotDelay,
    /// It is neither yes nor no.
    NotYes,
    /// It is none of these words.
    NotOneOf(String),
    /// Words where a list is needed, or the other way round.
    NotKind(&'static str),
    /// One of several does not read: which one.
    NotDomain(String),
    /// It is no country.
    NotCountry(String),
    /// It is no language that papers are written in.
    NotLanguage(String),
    /// It is no time zone.
    NotZone(String),
    /// It is no span of a day.
    NotSpan(String),
    /// It is no holiday.
    NotHoliday(String),
    /// It is no day of one year.
    NotDay(String),
    /// No holidays of this country are known here.
    NoHolidays(String),
    /// Hours that cannot be kept together.
    Hours(String),
    /// Credits are switched off.
    NoCredits,
    /// Neither under a licence nor through somebody.
    NotFunds,
    /// It is no rate up to 100 %.
    NotRate(String),
    /// It is no amount, or could be two.
    NotAmount(String),
}

impl Why {
    /// Returns the text that says it.
    pub fn text_id(&self) -> &'static str {
        match self {
            Why::NoSuchSetting => "setting-why-none",
            Why::Missing => "setting-why-missing",
            Why::TooLong(_) => "setting-why-long",
            Why::NotNumber(..) => "setting-why-number",
            Why::NotDelay => "setting-why-delay",
            Why::NotYes => "setting-why-yes",
            Why::NotOneOf(_) => "setting-why-choice",
            Why::NotKind(_) => "setting-why-kind",
            Why::NotDomain(_) => "setting-why-domain",
            Why::NotCountry(_) => "setting-why-country",
            Why::NotLanguage(_) => "setting-why-language",
            Why::NotZone(_) => "setting-why-zone",
            Why::NotSpan(_) => "setting-why-span",
            Why::NotHoliday(_) => "setting-why-holiday",
            Why::NotDay(_) => "setting-why-day",
            Why::NoHolidays(_) => "setting-why-holidays",
            Why::Hours(_) => "setting-why-hours",
            Why::NoCredits => "setting-why-credits",
            Why::NotFunds => "setting-why-funds",
            Why::NotRate(_) => "setting-why-rate",
            Why::NotAmount(_) => "setting-why-amount",
        }
    }

    /// Returns what that text names.
    pub fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Why::NoSuchSetting
            | Why::Missing
            | Why::NotDelay
            | Why::NotYes
            | Why::NoCredits
            | Why::NotFunds => Vec::new(),
            Why::TooLong(most) => vec![("most", most.to_string())],
            Why::NotNumber(least, most) => {
                vec![("least", least.to_string()), ("most", most.to_string())]
            }
            Why::NotKind(wanted) => vec![("text", (*wanted).to_owned())],
            Why::NotOneOf(text)
            | Why::NotDomain(text)
            | Why::NotCountry(text)
            | Why::NotLanguage(text)
            | Why::NotZone(text)
            | Why::NotSpan(text)
            | Why::NotHoliday(text)
            | Why::NotDay(text)
            | Why::NotRate(text)
            | Why::NotAmount(text)
            | Why::NoHolidays(text)
            | Why::Hours(text) => vec![("text", text.clone())],
        }
    }
}

/// Between several, as a person types them.
const BETWEEN: char = ',';
/// Between lines, as a person types them.
const BREAK: &str = " / ";

impl Kind {
    /// Reads what a person typed.
    ///
    /// # Errors
    /// What does not read.
    pub fn read(self, text: &str) -> Result<Value, Why> {
        let text = text.trim();
        Ok(match self {
            Kind::Text(_) | Kind::Delay | Kind::Choice(_) => Value::Text(text.to_owned()),
            Kind::Lines(_) => Value::List(parts(text.split(BREAK.trim()))),
            Kind::Number(least, most) => {
                let number = text.parse().map_err(|_| Why::NotNumber(least, most))?;
                Value::Number(number)
            }
            Kind::Yes => Value::Yes(match text.to_lowercase().as_str() {
                "yes" | "y" | "true" | "oui" | "o" => true,
                "no" | "n" | "false" | "non" => false,
                _ => return Err(Why::NotYes),
            }),
            Kind::List => Value::List(parts(text.split(BETWEEN))),
        })
    }

    /// Returns a value that can be one of this kind.
    ///
    /// # Errors
    /// What cannot.
    pub(super) fn checked(self, value: Value) -> Result<Value, Why> {
        let long = |text: &str, most: usize| text.chars().count() > most;
        match (self, &value) {
            (Kind::Text(most), Value::Text(text)) if long(text, most) => Err(Why::TooLong(most)),
            (Kind::Lines(most), Value::List(all)) if long(&all.join("\n"), most) => {
                Err(Why::TooLong(most))
            }
            (Kind::Number(least, most), Value::Number(n)) if !(least..=most).contains(n) => {
                Err(Why::NotNumber(least, most))
            }
            (Kind::Delay, Value::Text(text)) => {
                let minutes = minutes_from(text).ok_or(Why::NotDelay)?;
                Ok(Value::Text(minutes_text(minutes)))
            }
            (Kind::Choice(of), Value::Text(text)) if !of.contains(&text.as_str()) => {
                Err(Why::NotOneOf(of.join(", ")))
            }
            (Kind::Text(_) | Kind::Choice(_), Value::Text(_))
            | (Kind::Lines(_) | Kind::List, Value::List(_))
            | (Kind::Number(..), Value::Number(_))
            | (Kind::Yes, Value::Yes(_)) => Ok(value),
            (Kind::Text(_) | Kind::Delay | Kind::Choice(_), _) => Err(Why::NotKind("\"…\"")),
            (Kind::Lines(_) | Kind::List, _) => Err(Why::NotKind("[\"…\", \"…\"]")),
            (Kind::Number(least, most), _) => Err(Why::NotNumber(least, most)),
            (Kind::Yes, _) => Err(Why::NotKind("true, false")),
        }
    }
}

fn parts<'a>(all: impl Iterator<Item = &'a str>) -> Vec<String> {
    let all = all.map(str::trim).filter(|part| !part.is_empty());
    all.map(str::to_owned).collect()
}

impl Value {
    /// Returns it as a person types it.
    pub fn typed(&self, kind: Kind) -> String {
        match self {
            Value::Text(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Yes(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Value::List(all) if matches!(kind, Kind::Lines(_)) => all.join(BREAK),
            Value::List(all) => all.join(", "),
        }
    }

    /// Returns it as a value of a file.
    pub fn in_file(&self) -> String {
        let text = |text: &str| toml::Value::String(text.to_owned()).to_string();
        match self {
            Value::Text(words) => text(words),
            Value::Number(number) => number.to_string(),
            Value::Yes(yes) => yes.to_string(),
            Value::List(all) => {
                let all: Vec<String> = all.iter().map(|one| text(one)).collect();
                format!("[{}]", all.join(", "))
            }
        }
    }

    /// Reads a value of a file.
    pub(super) fn of_file(value: &toml::Value) -> Option<Value> {
        Some(match value {
            toml::Value::String(text) => Value::Text(text.trim().to_owned()),
            toml::Value::Integer(number) => Value::Number(*number),
            toml::Value::Boolean(yes) => Value::Yes(*yes),
            toml::Value::Array(all) => {
                let all = all.iter().map(|one| one.as_str().map(str::to_owned));
                Value::List(all.collect::<Option<_>>()?)
            }
            _ => return None,
        })
    }

    /// Returns whether it says nothing.
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Text(text) => text.is_empty(),
            Value::List(all) => all.is_empty(),
            Value::Number(_) | Value::Yes(_) => false,
        }
    }
}
