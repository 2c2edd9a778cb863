//! Hours and days of the calendar as settings: read from it, and put into it. How one is typed stands in `hours.rs` and
//! `days.rs`.

use super::days::rule_text;
use super::given::{all, list};
use super::hours::span_from;
use super::{Value, Why};
use crate::domain::calendar::{Calendar, Rule, Spans};
use crate::domain::house::House;

/// Puts the hours of a weekday in place of what was there.
pub(super) fn set_day(house: &mut House, day: usize, value: Value) -> Result<(), Why> {
    let span = |text: String| span_from(&text).ok_or(Why::NotSpan(text));
    let spans: Spans = all(value).into_iter().map(span).collect::<Result<_, _>>()?;
    let mut week = house.calendar.week().clone();
    if let Some(there) = week.get_mut(day) {
        *there = spans;
    }
    put(house, week, house.calendar.holidays().to_vec())
}

/// Returns the days that come once, or those that come every year.
pub(super) fn days(house: &House, once: bool) -> Value {
    let rules = house.calendar.holidays().iter();
    let rules = rules.filter(|rule| is_once(rule) == once);
    list(rules.map(rule_text))
}

fn is_once(rule: &Rule) -> bool {
    matches!(rule, Rule::On { .. })
}

/// Puts the days that come once, or those that come every year, in place of what was there of them.
pub(super) fn set_days(house: &mut House, mut rules: Vec<Rule>, once: bool) -> Result<(), Why> {
    let others = house.calendar.holidays().iter().copied();
    let others = others.filter(|rule| is_once(rule) != once);
    match once {
        true => rules = others.chain(rules).collect(),
        false => rules.extend(others),
    }
    let mut kept: Vec<Rule> = Vec::new();
    for rule in rules {
        if !kept.contains(&rule) {
            kept.push(rule);
        }
    }
    put(house, house.calendar.week().clone(), kept)
}

fn put(house: &mut House, week: [Spans; 7], rules: Vec<Rule>) -> Result<(), Why> {
    let zone = house.calendar.zone_name().to_owned();
    let calendar = Calendar::new(&zone, week, rules);
    house.calendar = calendar.map_err(|error| Why::Hours(error.to_string()))?;
    Ok(())
}
