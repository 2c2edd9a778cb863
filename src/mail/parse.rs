//! One mail's bytes to one [`Message`].
//!
//! Pure: no file, no clock. The cost is proportional to the bytes and the depth is limited, so a
//! hostile mail costs no more than an honest one of its size.

use super::{
    address, attachment, automatic, body, calendar, date, digest,
    header::{self, Field},
    limits,
    message::{Address, Asked, CalendarPart, Message},
    parts::{self, Part},
    reason::Reason,
    words,
};
use std::borrow::Cow;

/// Reads one mail, CRLF or LF, with or without an mbox `From ` line before it.
///
/// # Errors
/// The reason why it is to be set aside: not a mail, or past one of the limits.
pub fn parse(raw: &[u8]) -> Result<Message, Reason> {
    if raw.len() > limits::MESSAGE {
        return Err(Reason::TooLarge);
    }
    let mut fields = Vec::with_capacity(24);
    let start = start(raw);
    let body_start = match header::read(raw, start, &mut fields, |_| false) {
        Err(Reason::HeaderTooLong) if fields.is_empty() => return Err(Reason::NotAMail),
        read => read?,
    };
    if !fields.iter().any(of_a_mail) {
        return Err(Reason::NotAMail);
    }
    let parts = parts::split(raw, &fields, body_start)?;
    let contents: Vec<Cow<'_, [u8]>> = parts
        .iter()
        .map(|part| part.transfer.decode(part.raw))
        .collect();
    let mut message = heading(&fields);
    message.automatic = automatic::is(&fields, &message.from);
    message.digest = digest::of_mail(&fields, &parts, &contents);
    let (text, cut) = body::of(&parts, &contents);
    message.body = text;
    message.calendar = events(&parts, &contents);
    message.attachments = attachment::of(parts, contents, &cut);
    let nobody = message.from == Address::default();
    if nobody
        && message.subject.is_empty()
        && message.body.is_empty()
        && message.attachments.is_empty()
    {
        return Err(Reason::NotAMail);
    }
    Ok(message)
}

/// Where the header starts: after a byte order mark and blank lines.
fn start(raw: &[u8]) -> usize {
    let mark = if raw.starts_with(b"\xef\xbb\xbf") {
        3
    } else {
        0
    };
    let blank = raw
        .iter()
        .skip(mark)
        .take_while(|byte| matches!(byte, b'\r' | b'\n'))
        .count();
    mark + blank
}

/// Whether this is a field that only mails have.
fn of_a_mail(field: &Field<'_>) -> bool {
    const KNOWN: [&str; 14] = [
        "From",
        "To",
        "Subject",
        "Date",
        "Message-ID",
        "Received",
        "Return-Path",
        "Sender",
        "Reply-To",
        "Cc",
        "Content-Type",
        "MIME-Version",
        "Delivered-To",
        "In-Reply-To",
    ];
    KNOWN.iter().any(|name| field.is(name))
}

/// What the header says.
fn heading(fields: &[Field<'_>]) -> Message {
    let addresses = |name: &str| -> Vec<Address> {
        let mut all: Vec<Address> = Vec::new();
        for field in fields.iter().filter(|field| field.is(name)) {
            all.extend(address::list(field.value));
            if all.len() >= limits::ADDRESSES {
                all.truncate(limits::ADDRESSES);
                break;
            }
        }
        all
    };
    let first = |name: &str| addresses(name).into_iter().next();
    let message_id = first_of(fields, "Message-ID").and_then(|value| ids(value).into_iter().next());
    Message {
        parents: parents(fields, message_id.as_deref()),
        message_id,
        digest: [0; 32],
        sent_at: sent_at(fields),
        from: first("From")
            .or_else(|| first("Sender"))
            .unwrap_or_default(),
        reply_to: first("Reply-To"),
        to: addresses("To"),
        cc: addresses("Cc"),
        subject: first_of(fields, "Subject").map(subject).unwrap_or_default(),
        body: String::new(),
        attachments: Vec::new(),
        calendar: Vec::new(),
        automatic: false,
        asked: Asked::default(),
    }
}

fn first_of<'a>(fields: &[Field<'a>], name: &str) -> Option<&'a [u8]> {
    fields
        .iter()
        .find(|field| field.is(name))
        .map(|field| field.value)
}

fn subject(value: &[u8]) -> String {
    let text = words::text(value.get(..limits::LINE_FIELD).unwrap_or(value));
    limits::chars(&text, limits::LINE).to_owned()
}

/// The date of the mail, or else of the first server that took it.
fn sent_at(fields: &[Field<'_>]) -> Option<i64> {
    let stated = first_of(fields, "Date").and_then(date::of_mail);
    stated.or_else(|| {
        let received = fields.iter().rev().find(|field| field.is("Received"))?;
        let semicolon = memchr::memrchr(b';', received.value)?;
        date::of_mail(received.value.get(semicolon + 1..)?)
    })
}

/// The ids of a field, in its order: what stands in `<>`, or words with an `@` when none does.
fn ids(value: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = value;
    while let Some(open) = memchr::memchr(b'<', rest) {
        rest = rest.get(open + 1..).unwrap_or_default();
        let Some(close) = memchr::memchr(b'>', rest) else {
            break;
        };
        found.extend(id(rest.get(..close).unwrap_or_default()));
        rest = rest.get(close + 1..).unwrap_or_default();
    }
    if found.is_empty() {
        let words = value.split(u8::is_ascii_whitespace);
        let words = words.filter(|word| word.contains(&b'@'));
        found.extend(words.filter_map(|word| id(word.trim_ascii())));
    }
    found
}

/// An id without the blanks that folding put into it.
fn id(raw: &[u8]) -> Option<String> {
    let text: Vec<u8> = raw
        .iter()
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    let text: Vec<u8> = text.strip_prefix(b"<").map(<[u8]>::to_vec).unwrap_or(text);
    (!text.is_empty() && text.len() <= limits::ID)
        .then(|| limits::bytes(&String::from_utf8_lossy(&text), limits::ID).to_owned())
}

fn parents(fields: &[Field<'_>], own: Option<&str>) -> Vec<String> {
    let replied = fields.iter().filter(|field| field.is("In-Reply-To"));
    let referred = fields.iter().filter(|field| field.is("References"));
    let near = replied.flat_map(|field| ids(field.value));
    let far = referred.flat_map(|field| ids(field.value).into_iter().rev());
    let mut parents: Vec<String> = Vec::new();
    for id in near.chain(far) {
        if parents.len() >= limits::PARENTS {
            break;
        }
        if own != Some(id.as_str()) && !parents.contains(&id) {
            parents.push(id);
        }
    }
    parents
}

fn events(parts: &[Part<'_>], contents: &[Cow<'_, [u8]>]) -> Vec<CalendarPart> {
    let mut events: Vec<CalendarPart> = Vec::new();
    for (part, content) in parts.iter().zip(contents) {
        if matches!(part.kind.main.as_str(), "text/calendar" | "application/ics") {
            let room = limits::EVENTS.saturating_sub(events.len());
            let (label, method) = (part.kind.get("charset"), part.kind.get("method"));
            events.extend(calendar::events(content, label, method, room));
        }
    }
    // The same invitation often comes twice, as a part and as a file.
    let mut once: Vec<CalendarPart> = Vec::with_capacity(events.len());
    for event in events {
        if !once.contains(&event) {
            once.push(event);
        }
    }
    once
}
