//! Every limit on what comes in from outside, in one place.
//!
//! Past a limit the message is set aside with a [`super::Reason`], or the text is cut with a
//! visible note. Nothing here depends on the machine, so the same file always reads the same way.

const KIB: usize = 1024;
const MIB: usize = 1024 * KIB;

/// Bytes of one message, one CSV row or one JSON object.
pub const MESSAGE: usize = 50 * MIB;
/// MIME parts of one message, containers included.
pub const PARTS: usize = 1_000;
/// Multiparts inside multiparts, and objects inside objects of a JSON value. Attached messages
/// are kept closed, so they add no level.
pub const NESTING: usize = 100;
/// Bytes of one header field, folded lines included.
pub const HEADER: usize = MIB;
/// Header fields of one message, those of its parts included.
pub const HEADERS: usize = 10_000;
/// Addresses kept of one field.
pub const ADDRESSES: usize = 500;
/// Bytes of an address field that are looked at.
pub const ADDRESS_FIELD: usize = 256 * KIB;
/// Bytes of a parameter field (`Content-Type`, `Content-Disposition`) that are looked at.
pub const PARAMETER_FIELD: usize = 16 * KIB;
/// Parameters kept of such a field.
pub const PARAMETERS: usize = 100;
/// Bytes of the fields that become one line of text (a subject) that are looked at.
pub const LINE_FIELD: usize = 64 * KIB;
/// Characters of a subject, of a name, and of each line-like value of a table.
pub const LINE: usize = 1_000;
/// Bytes of a Message-ID; a longer one is not an identity.
pub const ID: usize = 998;
/// Parents kept of one message.
pub const PARENTS: usize = 100;
/// Bytes of the body that is kept as text.
pub const BODY: usize = MIB;
/// Decoded bytes of text parts that are looked at to make the body.
pub const TEXT_PART: usize = 4 * MIB;
/// Characters of a file name.
pub const FILE_NAME: usize = 200;
/// Events kept of one message, over all its calendar parts.
pub const EVENTS: usize = 100;
/// Bytes of one calendar part that are looked at.
pub const CALENDAR: usize = MIB;
/// Values kept of a list field (tags, wanted dates).
pub const LIST: usize = 100;
/// Values of one JSON object, those inside it included.
pub const VALUES: usize = 100_000;
/// Columns of a table.
pub const COLUMNS: usize = 1_000;
/// Bytes kept of what is set aside, to recognise it by.
pub const EXCERPT: usize = 2 * KIB;
/// Bytes of a line of an mbox that may be a separator.
pub const FROM_LINE: usize = KIB;

/// The start of `text` that is at most `max` bytes, cut between characters.
pub(crate) fn bytes(text: &str, max: usize) -> &str {
    if text.len() <= max {
        return text;
    }
    let end = (0..=max).rev().find(|at| text.is_char_boundary(*at));
    text.get(..end.unwrap_or(0)).unwrap_or(text)
}

/// The start of `text` that is at most `max` characters.
pub(crate) fn chars(text: &str, max: usize) -> &str {
    if text.len() <= max {
        return text;
    }
    match text.char_indices().nth(max) {
        Some((at, _)) => text.get(..at).unwrap_or(text),
        None => text,
    }
}

/// The start of `raw` that is kept with what is set aside.
pub(crate) fn excerpt(raw: &[u8]) -> Vec<u8> {
    raw.get(..EXCERPT).unwrap_or(raw).to_vec()
}
