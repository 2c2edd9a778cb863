//! Holidays and bridge days as people type them: `05-01`, `easter+39`, `last mon 05`, `2026-05-15`. A country's code
//! stands for all of its public holidays.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Why;
use crate::assets::{country, holidays};
use crate::domain::calendar::Rule;

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

fn weekday_text(of: Weekday) -> &'static str {
    let mut all = WEEKDAYS.iter();
    all.find(|(_, day)| *day == of)
        .map_or("mon", |(text, _)| text)
}

fn weekday_from(text: &str) -> Option<Weekday> {
    let mut all = WEEKDAYS.iter();
    all.find(|(name, _)| *name == text).map(|(_, day)| *day)
}

/// Returns a holiday as a person types it.
pub(super) fn rule_text(rule: &Rule) -> String {
    let moved = |base: &str, by: i16| match by {
        0 => base.to_owned(),
        by => format!("{base}{by:+}"),
    };
    match *rule {
        Rule::Fixed { month, day } => format!("{month:02}-{day:02}"),
        Rule::FixedObserved { month, day } => format!("{month:02}-{day:02} observed"),
        Rule::FixedNearest { month, day } => format!("{month:02}-{day:02} nearest"),
        Rule::Easter { offset_days } => moved("easter", offset_days),
        Rule::OrthodoxEaster { offset_days } => moved("orthodox-easter", offset_days),
        Rule::NthWeekday {
            month,
            weekday,
            nth,
        } => {
            let day = weekday_text(weekday);
            match nth {
                -1 => format!("last {day} {month:02}"),
                nth => format!("{nth} {day} {month:02}"),
            }
        }
        Rule::WeekdayFrom {
            month,
            day,
            weekday,
        } => format!("{} from {month:02}-{day:02}", weekday_text(weekday)),
        Rule::On { year, month, day } => format!("{year:04}-{month:02}-{day:02}"),
    }
}

/// Reads a holiday, or all those of a country.
///
/// # Errors
/// What is neither.
pub(super) fn rules_from(text: &str) -> Result<Vec<Rule>, Why> {
    let text = text.trim();
    let is_code = text.len() == 2 && text.chars().all(|c| c.is_ascii_alphabetic());
    if let Some(land) = country(text).filter(|_| is_code) {
        let rules = holidays(land);
        return match rules.is_empty() {
            true => Err(Why::NoHolidays(land.code().to_owned())),
            false => Ok(rules),
        };
    }
    let rule = rule_from(&text.to_lowercase());
    let rule = rule.filter(|rule| rule.check().is_ok());
    rule.map(|rule| vec![rule])
        .ok_or_else(|| Why::NotHoliday(text.to_owned()))
}

fn rule_from(text: &str) -> Option<Rule> {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        [one] => one_word(one),
        [date, "observed"] => {
            let (month, day) = month_day(date)?;
            Some(Rule::FixedObserved { month, day })
        }
        [date, "nearest"] => {
            let (month, day) = month_day(date)?;
            Some(Rule::FixedNearest { month, day })
        }
        [weekday, "from", date] => {
            let (month, day) = month_day(date)?;
            let weekday = weekday_from(weekday)?;
            Some(Rule::WeekdayFrom {
                month,
                day,
                weekday,
            })
        }
        [nth, weekday, month] => Some(Rule::NthWeekday {
            month: month.parse().ok()?,
            weekday: weekday_from(weekday)?,
            nth: match *nth {
                "last" => -1,
                nth => nth.parse().ok()?,
            },
        }),
        _ => None,
    }
}

fn one_word(text: &str) -> Option<Rule> {
    let after = |base: &str| -> Option<i16> {
        match text.strip_prefix(base)? {
            "" => Some(0),
            by => by.parse().ok(),
        }
    };
    if let Some(offset_days) = after("easter") {
        return Some(Rule::Easter { offset_days });
    }
    if let Some(offset_days) = after("orthodox-easter") {
        return Some(Rule::OrthodoxEaster { offset_days });
    }
    if let Some(date) = day_from(text) {
        return Some(on(date));
    }
    let (month, day) = month_day(text)?;
    Some(Rule::Fixed { month, day })
}

fn month_day(text: &str) -> Option<(u8, u8)> {
    let (month, day) = text.split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

/// Reads a day of one year.
pub(super) fn day_from(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()
}

/// Returns the rule of a day of one year.
pub(super) fn on(date: NaiveDate) -> Rule {
    Rule::On {
        year: date.year(),
        month: u8::try_from(date.month()).unwrap_or(1),
        day: u8::try_from(date.day()).unwrap_or(1),
    }
}
