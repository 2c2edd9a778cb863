//! The readable text of a message: which parts it is made of, and how they become one text.
//!
//! Plain text is preferred to HTML. Never longer than the limit, and says so where it was cut.

use super::{charset, html, limits, parts::Part};
use std::borrow::Cow;

/// Ends a body that was cut. Both languages, since the text's own is not known here.
const CUT: &str =
    "\n\n[… The text continues in the attached file. / La suite est dans le fichier joint.]";

/// Whether a part is a text to read rather than a file.
pub(crate) fn is_text(part: &Part<'_>) -> bool {
    let readable = matches!(part.kind.main.as_str(), "text/plain" | "text/html");
    let named = part
        .disposition
        .get("filename")
        .or_else(|| part.kind.get("name"))
        .is_some();
    readable && part.disposition.main != "attachment" && !named
}

/// Whether a part says in another way what a multipart/alternative already said as text: not a
/// file either.
pub(crate) fn is_other_wording(part: &Part<'_>) -> bool {
    let wording = matches!(
        part.kind.main.as_str(),
        "text/plain"
            | "text/html"
            | "text/enriched"
            | "text/richtext"
            | "text/x-amp-html"
            | "text/watch-html"
    );
    part.alternative.is_some() && wording && part.disposition.main != "attachment"
}

/// The texts of a message, in its order; of alternatives, the first plain one that says something.
/// Also the numbers of the parts that are not shown to their end, to be kept as files.
pub(crate) fn of(parts: &[Part<'_>], contents: &[Cow<'_, [u8]>]) -> (String, Vec<usize>) {
    let readable_ones = parts
        .iter()
        .zip(contents)
        .enumerate()
        .filter(|(_, (part, _))| is_text(part));
    let texts: Vec<Text<'_, '_>> = readable_ones
        .map(|(number, (part, content))| Text {
            number,
            part,
            content,
        })
        .collect();
    let mut body = String::new();
    let mut cut = Vec::new();
    let mut looked_at = 0;
    for text in texts.iter().filter(|text| chosen(&texts, text)) {
        if body.len() > limits::BODY || looked_at > limits::TEXT_PART {
            cut.push(text.number);
            continue;
        }
        looked_at += text.content.len();
        let words = readable(text.part, text.content);
        let words = words.trim_end().trim_start_matches(['\n', '\r']);
        if words.is_empty() {
            continue;
        }
        if !body.is_empty() {
            body.push_str("\n\n");
        }
        body.push_str(words);
        if text.content.len() > limits::TEXT_PART || body.len() > limits::BODY {
            cut.push(text.number);
        }
    }
    if !cut.is_empty() {
        shorten(&mut body);
    }
    (body, cut)
}

/// Cuts a text to the limit and says so.
pub(crate) fn shorten(body: &mut String) {
    body.truncate(limits::bytes(body, limits::BODY - CUT.len()).len());
    body.push_str(CUT);
}

/// A part that may become text.
struct Text<'a, 'b> {
    number: usize,
    part: &'a Part<'b>,
    content: &'a [u8],
}

impl Text<'_, '_> {
    fn says_plainly(&self) -> bool {
        is_plain(self.part) && !self.content.trim_ascii().is_empty()
    }
}

/// Of several wordings: plain before HTML, unless the plain one is blank.
fn chosen(texts: &[Text<'_, '_>], text: &Text<'_, '_>) -> bool {
    let Some(group) = text.part.alternative else {
        return true;
    };
    let same = |other: &&Text<'_, '_>| other.part.alternative == Some(group);
    if texts.iter().filter(same).any(Text::says_plainly) {
        text.says_plainly()
    } else {
        !is_plain(text.part)
    }
}

fn is_plain(part: &Part<'_>) -> bool {
    part.kind.main == "text/plain"
}

/// One part as text with `\n` line ends.
fn readable(part: &Part<'_>, content: &[u8]) -> String {
    let content = content.get(..limits::TEXT_PART).unwrap_or(content);
    let label = part.kind.get("charset");
    if !is_plain(part) {
        let label = label
            .map(Cow::Borrowed)
            .or_else(|| html::declared_charset(content));
        return html::to_text(&charset::decode(content, label.as_deref()));
    }
    let text = line_ends(charset::decode(content, label));
    let is = |name, value| {
        part.kind
            .get(name)
            .is_some_and(|set| set.eq_ignore_ascii_case(value))
    };
    if is("format", "flowed") {
        unflow(&text, is("delsp", "yes"))
    } else {
        text
    }
}

/// `\r\n` and `\r` become `\n`.
pub(crate) fn line_ends(text: Cow<'_, str>) -> String {
    if memchr::memchr(b'\r', text.as_bytes()).is_none() {
        return text.into_owned();
    }
    let mut clean = String::with_capacity(text.len());
    let mut rest = text.as_ref();
    while let Some((before, after)) = rest.split_once('\r') {
        clean.push_str(before);
        clean.push('\n');
        rest = after.strip_prefix('\n').unwrap_or(after);
    }
    clean.push_str(rest);
    clean
}

/// Joins the soft line breaks of format=flowed (RFC 3676); quoted lines keep their marks.
fn unflow(text: &str, delete_space: bool) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut open: Option<usize> = None; // the quote depth of a paragraph that goes on
    for line in text.split('\n') {
        let content = line.trim_start_matches('>');
        let depth = line.len() - content.len();
        let content = content.strip_prefix(' ').unwrap_or(content);
        let signature = content == "-- ";
        if open != Some(depth) || signature {
            if open.is_some() {
                joined.push('\n');
            }
            if depth > 0 {
                joined.push_str(line.get(..depth).unwrap_or_default());
                joined.push(' ');
            }
        }
        let soft = content.ends_with(' ') && !signature;
        let kept = if soft && delete_space {
            content.strip_suffix(' ')
        } else {
            None
        };
        joined.push_str(kept.unwrap_or(content));
        open = soft.then_some(depth);
        if !soft {
            joined.push('\n');
        }
    }
    if joined.ends_with('\n') {
        joined.pop();
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn req_1_line_ends_are_one() {
        assert_eq!(
            line_ends(Cow::Borrowed("a\r\nb\rc\nd\r\r\n")),
            "a\nb\nc\nd\n\n"
        );
    }

    #[test]
    fn req_1_flowed_text_is_joined() {
        let text = "Bonjour, \nvoici la demande.\n\n> Vous disiez \n> ceci\nOui\n-- \nAna";
        let joined = "Bonjour, voici la demande.\n\n> Vous disiez ceci\nOui\n-- \nAna";
        assert_eq!(unflow(text, false), joined);
        assert_eq!(unflow("long \nmot", true), "longmot");
        assert_eq!(unflow(" From home\n  two", false), "From home\n two");
    }
}
