//! Hours as people type them: a time in office hours (`8 h`, `1 h 30`, `90 min`), and the spans of a day (`9:00-12:30`).

use crate::domain::calendar::Spans;

/// Returns minutes as a person reads them.
pub(super) fn minutes_text(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// Reads a time in office hours; a number alone is none: it could be either.
pub(super) fn minutes_from(text: &str) -> Option<u32> {
    let mut minutes: u32 = 0;
    let mut hours = false;
    let mut rest = text.trim();
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let digits = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (number, after) = rest.split_at(digits);
        let number: u32 = number.parse().ok()?;
        let after = after.trim_start();
        let letters = after
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(after.len());
        let (unit, after) = after.split_at(letters);
        let factor = match unit.to_lowercase().as_str() {
            "h" | "hour" | "hours" | "heure" | "heures" => 60,
            "min" | "m" | "mn" | "minute" | "minutes" => 1,
            // As in `1 h 30`.
            "" if hours && after.is_empty() => 1,
            _ => return None,
        };
        hours = factor == 60;
        minutes = minutes.checked_add(number.checked_mul(factor)?)?;
        rest = after.trim_start();
    }
    Some(minutes)
}

/// Returns the spans of a day, each as a person types it.
pub(super) fn spans_text(spans: &Spans) -> Vec<String> {
    let clock = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
    let span = |(from, to): &(u16, u16)| format!("{}-{}", clock(*from), clock(*to));
    spans.iter().map(span).collect()
}

/// Reads a span of a day.
pub(super) fn span_from(text: &str) -> Option<(u16, u16)> {
    let (from, to) = text.split_once(['-', '–'])?;
    let (from, to) = (minute_from(from)?, minute_from(to)?);
    (from < to && to <= 24 * 60).then_some((from, to))
}

fn minute_from(text: &str) -> Option<u16> {
    let text = text.trim();
    let (hours, minutes) = text.split_once([':', 'h']).unwrap_or((text, ""));
    let minutes: u16 = match minutes.trim() {
        "" => 0,
        minutes => minutes.parse().ok()?,
    };
    let hours: u16 = hours.trim().parse().ok()?;
    (minutes < 60 && hours <= 24).then(|| hours * 60 + minutes)
}
