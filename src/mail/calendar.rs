//! Just enough of iCalendar to show what an invitation is about.
//!
//! Reads, never judges: answering an invitation is the business of interviews.

use super::{charset, limits, message::CalendarPart};

/// The events of a calendar part, whose type may name the method. At most `room`.
pub(crate) fn events(
    raw: &[u8],
    label: Option<&str>,
    method: Option<&str>,
    room: usize,
) -> Vec<CalendarPart> {
    let raw = raw.get(..limits::CALENDAR).unwrap_or(raw);
    let text = charset::decode(raw, label.or(Some("utf-8")));
    let mut method = method.map(str::to_ascii_uppercase);
    let mut events: Vec<CalendarPart> = Vec::new();
    let mut inside: Vec<String> = Vec::new();
    for line in unfold(&text) {
        let Some((name, params, value)) = property(&line) else {
            continue;
        };
        match (name.as_str(), inside.last().map(String::as_str)) {
            ("BEGIN", _) => {
                let component = value.trim().to_ascii_uppercase();
                if component == "VEVENT" {
                    if events.len() >= room {
                        break;
                    }
                    events.push(CalendarPart::default());
                }
                if inside.len() < limits::NESTING {
                    inside.push(component);
                }
            }
            ("END", _) => {
                inside.pop();
            }
            ("METHOD", Some("VCALENDAR")) => method = Some(line_of(value).to_ascii_uppercase()),
            (_, Some("VEVENT")) => {
                if let Some(event) = events.last_mut() {
                    set(event, &name, params, value);
                }
            }
            _ => {}
        }
    }
    for event in &mut events {
        event.method.clone_from(&method);
    }
    events
}

fn set(event: &mut CalendarPart, name: &str, params: &str, value: &str) {
    match name {
        "UID" => event.uid = line_of(value),
        "SUMMARY" => event.summary = line_of(&unescape(value)),
        "LOCATION" => event.location = Some(line_of(&unescape(value))),
        "DTSTART" => {
            let mut zones = params.split(';').filter_map(|param| param.split_once('='));
            let zone = zones.find(|(name, _)| name.eq_ignore_ascii_case("TZID"));
            let zone = zone.map(|(_, zone)| format!(" {}", zone.trim_matches('"')));
            event.starts = Some(line_of(&format!(
                "{}{}",
                value.trim(),
                zone.unwrap_or_default()
            )));
        }
        _ => {}
    }
}

fn line_of(text: &str) -> String {
    limits::chars(text.trim(), limits::LINE).to_owned()
}

/// Lines with their continuations joined.
fn unfold(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some(last)) => last.push_str(more),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// Name in upper case, parameters, value. A quoted parameter may hold a colon.
fn property(line: &str) -> Option<(String, &str, &str)> {
    let mut quoted = false;
    let colon = line.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b':' && !quoted
    })?;
    let (head, value) = (line.get(..colon)?, line.get(colon + 1..)?);
    let (name, params) = head.split_once(';').unwrap_or((head, ""));
    Some((name.trim().to_ascii_uppercase(), params, value))
}

fn unescape(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(escaped) => text.push(escaped),
                None => text.push('\\'),
            },
            _ => text.push(letter),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn int_4_an_invitation_is_read() {
        let text = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n\
            END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:42@example.org\r\nDTSTART;TZID=\"Europe/Paris\":20260302T1400\r\n 00\r\n\
            SUMMARY;X=\"a:b\":Entretien\\, suite\r\nLOCATION:Salle 3\\; Lyon\r\n\
            BEGIN:VALARM\r\nSUMMARY:no\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        let event = CalendarPart {
            method: Some("REQUEST".to_owned()),
            uid: "42@example.org".to_owned(),
            summary: "Entretien, suite".to_owned(),
            starts: Some("20260302T140000 Europe/Paris".to_owned()),
            location: Some("Salle 3; Lyon".to_owned()),
        };
        assert_eq!(
            events(text.as_bytes(), None, Some("reply"), 100),
            vec![event]
        );
    }

    #[test]
    fn int_4_events_are_limited() {
        let text = "BEGIN:VEVENT\n".repeat(1_000);
        assert_eq!(
            events(text.as_bytes(), None, None, limits::EVENTS).len(),
            limits::EVENTS
        );
        assert_eq!(events(b"\xff\x00:;\\\n BEGIN", None, None, 5), vec![]);
    }
}
