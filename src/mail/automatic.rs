//! Whether a machine sent this mail: auto-replies, bounces, lists.
//!
//! A hint for officers, never a reason to refuse anything.

use super::{header::Field, message::Address, params::Params};

/// Whether the fields say that nobody wrote this by hand for us.
pub(crate) fn is(fields: &[Field<'_>], from: &Address) -> bool {
    let sender = from.email.split('@').next().unwrap_or_default();
    sender.eq_ignore_ascii_case("mailer-daemon") || fields.iter().any(says_so)
}

fn says_so(field: &Field<'_>) -> bool {
    let value = field.value.trim_ascii();
    if field.is("Auto-Submitted") {
        return Params::parse(value).main != "no";
    }
    if field.is("Precedence") {
        let words = ["bulk", "junk", "list", "auto_reply"];
        return words
            .iter()
            .any(|word| value.eq_ignore_ascii_case(word.as_bytes()));
    }
    if field.is("Return-Path") {
        return value == b"<>";
    }
    if field.is("Content-Type") {
        return Params::parse(value).main == "multipart/report";
    }
    let marks = [
        "X-Auto-Response-Suppress",
        "X-Autoreply",
        "X-Autorespond",
        "List-Id",
    ];
    marks.iter().any(|mark| field.is(mark))
}
