//! What makes two deliveries the same message when there is no Message-ID.
//!
//! Made of what the author wrote and nothing of what the way here added: not the route, not the
//! line ends, not the transfer encoding, not the boundaries. Built on the source rather than on
//! decoded texts, so that it stays the same when decoding gets better.

use super::{header::Field, parts::Part, words};
use blake3::Hasher;
use std::borrow::Cow;

/// The fields that are the author's.
const FIELDS: [&str; 10] = [
    "From",
    "Sender",
    "Reply-To",
    "To",
    "Cc",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
];

/// The digest of a mail.
pub(crate) fn of_mail(
    fields: &[Field<'_>],
    parts: &[Part<'_>],
    contents: &[Cow<'_, [u8]>],
) -> [u8; 32] {
    let mut hasher = Hasher::new();
    for name in FIELDS {
        for field in fields.iter().filter(|field| field.is(name)) {
            let value = words::one_line(&String::from_utf8_lossy(field.value));
            piece(&mut hasher, name.as_bytes());
            piece(&mut hasher, value.as_bytes());
        }
    }
    for (part, content) in parts.iter().zip(contents) {
        piece(&mut hasher, part.kind.main.as_bytes());
        if matches!(part.kind.kind(), "text" | "message") {
            lines(&mut hasher, content);
        } else {
            piece(&mut hasher, content);
        }
    }
    *hasher.finalize().as_bytes()
}

/// The digest of a row or an object: its names and values, in the file's order.
#[derive(Default)]
pub(crate) struct OfValues(Hasher);

impl OfValues {
    /// Adds a value.
    pub(crate) fn add(&mut self, name: &str, value: &str) {
        piece(&mut self.0, name.as_bytes());
        piece(&mut self.0, value.as_bytes());
    }

    /// The digest of what was added.
    pub(crate) fn finish(&self) -> [u8; 32] {
        *self.0.finalize().as_bytes()
    }
}

fn piece(hasher: &mut Hasher, bytes: &[u8]) {
    hasher.update(&(bytes.len() as u64).to_le_bytes());
    hasher.update(bytes);
}

/// A text: its line ends as `\n`, the blanks at its end left out.
fn lines(hasher: &mut Hasher, content: &[u8]) {
    let content = content.trim_ascii_end();
    if memchr::memchr(b'\r', content).is_none() {
        return piece(hasher, content);
    }
    let mut clean = Vec::with_capacity(content.len());
    let mut from = 0;
    for at in memchr::memmem::find_iter(content, b"\r\n") {
        clean.extend_from_slice(content.get(from..at).unwrap_or_default());
        from = at + 1;
    }
    clean.extend_from_slice(content.get(from..).unwrap_or_default());
    piece(hasher, &clean);
}
