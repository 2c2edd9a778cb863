//! The files of a message: everything that is not read as its text.
//!
//! Names are as decoded, without folders and never empty; they are not made safe for a disk here.

use super::{body, limits, message::Attachment, parts::Part, words};
use std::borrow::Cow;

/// The files among `parts`; `cut` numbers the texts that are too long to be read whole.
pub(crate) fn of(
    parts: Vec<Part<'_>>,
    contents: Vec<Cow<'_, [u8]>>,
    cut: &[usize],
) -> Vec<Attachment> {
    let mut files = Vec::new();
    for (number, (part, content)) in parts.into_iter().zip(contents).enumerate() {
        let nothing = content.is_empty() && part.raw.is_empty();
        let read = nothing || body::is_text(&part) || body::is_other_wording(&part);
        if cut.contains(&number) || !read {
            let name = name(&part, number + 1);
            files.push(Attachment {
                name,
                mime: part.kind.main,
                bytes: content.into_owned(),
            });
        }
    }
    files
}

fn name(part: &Part<'_>, number: usize) -> String {
    let stated = part
        .disposition
        .get("filename")
        .or_else(|| part.kind.get("name"));
    let stated =
        stated.map(|name| words::one_line(name.rsplit(['/', '\\']).next().unwrap_or(name)));
    if let Some(name) = stated.filter(|name| !name.is_empty()) {
        return shorten(&name);
    }
    let id = part.id.map(words::text).unwrap_or_default();
    let id = id.trim_matches(['<', '>']);
    let id: String = id
        .split('@')
        .next()
        .unwrap_or_default()
        .chars()
        .take(40)
        .collect();
    let (stem, ending) = match part.kind.main.as_str() {
        "message/rfc822" | "message/global" => ("message", "eml"),
        "message/delivery-status" | "message/disposition-notification" => ("report", "txt"),
        "text/rfc822-headers" => ("headers", "txt"),
        "text/calendar" | "application/ics" => ("invitation", "ics"),
        "text/plain" => ("text", "txt"),
        "text/html" => ("page", "html"),
        "text/csv" => ("table", "csv"),
        "application/pdf" => ("document", "pdf"),
        "image/jpeg" => ("image", "jpg"),
        "image/png" => ("image", "png"),
        "image/gif" => ("image", "gif"),
        "image/svg+xml" => ("image", "svg"),
        "image/webp" => ("image", "webp"),
        _ => ("file", "bin"),
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if !id.is_empty() && id.chars().all(plain) {
        let has_ending = id
            .rsplit_once('.')
            .is_some_and(|(_, known)| known == ending);
        return if has_ending {
            id
        } else {
            format!("{id}.{ending}")
        };
    }
    format!("{stem}-{number}.{ending}")
}

/// Keeps a name's ending when the name is too long.
fn shorten(name: &str) -> String {
    let count = name.chars().count();
    if count <= limits::FILE_NAME {
        return name.to_owned();
    }
    let tail: String = name.chars().skip(count - 20).collect();
    format!("{}…{tail}", limits::chars(name, limits::FILE_NAME - 21))
}
