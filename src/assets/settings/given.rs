//! What a setting is given, as the type that the house keeps: texts, numbers, lists, rates, delays, how clients' money is
//! held. Decides nothing of which setting it is.

use super::hours::minutes_from;
use super::{Value, Why};
use crate::domain::house::{Funds, House};

pub(super) fn text(value: Value) -> String {
    match value {
        Value::Text(text) => text,
        Value::List(all) => all.join("\n"),
        Value::Number(_) | Value::Yes(_) => String::new(),
    }
}

/// Words that must be there.
pub(super) fn said(value: Value) -> Result<String, Why> {
    let text = text(value);
    match text.trim() {
        "" => Err(Why::Missing),
        text => Ok(text.to_owned()),
    }
}

/// Thousandths as percent: `20 %`, `5.5 %`; nothing for none.
pub(super) fn rate_text(permille: u32) -> String {
    match (permille, permille % 10) {
        (0, _) => String::new(),
        (all, 0) => format!("{} %", all / 10),
        (all, tenths) => format!("{}.{tenths} %", all / 10),
    }
}

/// Thousandths of a rate from 0 to 100 % with at most one decimal: `20`, `20 %`, `5,5 %`.
pub(super) fn rate_from(text: &str) -> Option<u32> {
    let text = text.trim().trim_end_matches('%').trim_end();
    if text.is_empty() {
        return Some(0);
    }
    let (whole, tenths) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let figures = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    if !figures(whole) || !figures(tenths) || tenths.len() > 1 || whole.len() > 3 {
        return None;
    }
    let whole: u32 = whole.parse().ok()?;
    let tenths: u32 = tenths.parse().ok()?;
    Some(whole * 10 + tenths).filter(|permille| *permille <= 1_000)
}

/// Under which licence, or through whom.
pub(super) fn funds(text: &str) -> Option<Funds> {
    let text = text.trim();
    if text.is_empty() {
        return Some(Funds::Unsaid);
    }
    let (how, whose) = text.split_once(':')?;
    let whose = Some(whose.trim()).filter(|whose| !whose.is_empty())?;
    match how.trim().to_lowercase().as_str() {
        "licence" | "license" => Some(Funds::Licence(whose.into())),
        "through" => Some(Funds::Through(whose.into())),
        _ => None,
    }
}

pub(super) fn number(value: Value) -> u32 {
    match value {
        Value::Number(number) => u32::try_from(number).unwrap_or_default(),
        _ => 0,
    }
}

pub(super) fn all(value: Value) -> Vec<String> {
    match value {
        Value::List(all) => all,
        _ => Vec::new(),
    }
}

pub(super) fn list(all: impl Iterator<Item = String>) -> Value {
    Value::List(all.collect())
}

pub(super) fn minutes_of(value: Value) -> Result<u32, Why> {
    let minutes = minutes_from(&text(value)).ok_or(Why::NotDelay)?;
    match minutes {
        1..=House::DELAY_MOST => Ok(minutes),
        _ => Err(Why::NotDelay),
    }
}
