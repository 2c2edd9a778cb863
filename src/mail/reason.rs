//! Why something was not taken in: words for people, stable codes for other languages.
//!
//! A reason never stops a source: what cannot be read is set aside and the rest goes on (REQ-1).

use super::message::Message;
use std::fmt;

/// One thing found in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incoming {
    /// A message that could be read.
    Message(Box<Message>),
    /// Something that could not.
    SetAside(SetAside),
}

/// What could not be read, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// File, and the byte or line in it when it holds several.
    pub position: String,
    /// Why.
    pub reason: Reason,
    /// Its first bytes, at most 2 KiB, as they came.
    pub excerpt: Vec<u8>,
}

/// Why a message, a row or an object was set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Nothing that a mail has: no known header, or neither author, subject nor text.
    NotAMail,
    /// Over 50 MiB.
    TooLarge,
    /// Over 1,000 MIME parts.
    TooManyParts,
    /// Over 100 levels.
    TooDeep,
    /// A header field over 1 MiB.
    HeaderTooLong,
    /// Over 10,000 header fields.
    TooManyHeaders,
    /// A row without a subject, a text, an organisation or a contact.
    EmptyRow,
    /// A row with more values than the header has columns.
    RowTooWide,
    /// An object with over 100,000 values.
    TooManyValues,
    /// Not an object, or not JSON.
    NotAnObject,
    /// The file ends in the middle of an object.
    CutShort,
}

impl Reason {
    /// Every reason, for tables of texts.
    pub const ALL: [Reason; 11] = [
        Reason::NotAMail,
        Reason::TooLarge,
        Reason::TooManyParts,
        Reason::TooDeep,
        Reason::HeaderTooLong,
        Reason::TooManyHeaders,
        Reason::EmptyRow,
        Reason::RowTooWide,
        Reason::TooManyValues,
        Reason::NotAnObject,
        Reason::CutShort,
    ];

    /// Stable name, under which texts of other languages are found.
    pub fn code(self) -> &'static str {
        match self {
            Reason::NotAMail => "not-a-mail",
            Reason::TooLarge => "too-large",
            Reason::TooManyParts => "too-many-parts",
            Reason::TooDeep => "too-deep",
            Reason::HeaderTooLong => "header-too-long",
            Reason::TooManyHeaders => "too-many-headers",
            Reason::EmptyRow => "empty-row",
            Reason::RowTooWide => "row-too-wide",
            Reason::TooManyValues => "too-many-values",
            Reason::NotAnObject => "not-an-object",
            Reason::CutShort => "cut-short",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Reason::NotAMail => "this is not an email: it has no sender, subject or text",
            Reason::TooLarge => "larger than 50 MiB",
            Reason::TooManyParts => "more than 1,000 parts",
            Reason::TooDeep => "more than 100 levels of parts",
            Reason::HeaderTooLong => "a header longer than 1 MiB",
            Reason::TooManyHeaders => "more than 10,000 headers",
            Reason::EmptyRow => "no subject, text, organisation or contact",
            Reason::RowTooWide => {
                "more values than columns: put quotation marks around values that contain the separator"
            }
            Reason::TooManyValues => "more than 100,000 values",
            Reason::NotAnObject => "not a JSON object",
            Reason::CutShort => "the file ends before the object does",
        })
    }
}
