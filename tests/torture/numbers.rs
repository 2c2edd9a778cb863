//! Numbers of records, as people read and write them.

use std::collections::BTreeSet;

/// So many are named in a complaint.
const NAMED: usize = 12;

/// Whether a text names a number, by itself or within `3 to 7`, `3-7`, `3–7`.
pub fn names(text: &str, wanted: u64) -> bool {
    let text = text.replace(" to ", "-").replace('–', "-");
    let signs = |c: char| !(c.is_ascii_digit() || c == '-');
    text.split(signs).any(|word| {
        let mut ends = word.split('-').map(str::parse::<u64>);
        match (ends.next(), ends.next()) {
            (Some(Ok(first)), Some(Ok(last))) => (first..=last).contains(&wanted),
            (Some(Ok(only)), _) => only == wanted,
            _ => false,
        }
    })
}

/// Returns some of many numbers, for a person.
pub fn some(numbers: &BTreeSet<u64>) -> String {
    let first: Vec<String> = numbers.iter().take(NAMED).map(u64::to_string).collect();
    let more = numbers.len().saturating_sub(NAMED);
    match (first.is_empty(), more) {
        (true, _) => "none".to_owned(),
        (false, 0) => first.join(", "),
        (false, more) => format!("{} and {more} more", first.join(", ")),
    }
}
