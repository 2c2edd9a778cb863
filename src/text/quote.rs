//! Where a reply's own words end and the quoted original begins.
//!
//! For folding on screen only: the two halves put together are the text, to the byte. When in
//! doubt nothing is taken for a quotation. The words above a quotation are data.

use super::reading::{Lexicon, Sense};

/// A reply in two halves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReplyParts<'a> {
    /// What the author wrote; all of it when nothing is quoted, or when the author wrote among or
    /// below the quoted lines.
    pub own: &'a str,
    /// From the line that introduces the quotation to the end.
    pub quoted: &'a str,
}

/// Lines that may lie between the start and the end of "On … wrote:".
const WRAPPED: usize = 4;

/// Splits the text of a reply (`\n` line ends).
pub fn reply_parts<'a>(body: &'a str, lexicon: &Lexicon) -> ReplyParts<'a> {
    let lines: Vec<&str> = body.split_inclusive('\n').collect();
    let marks = Marks::of(&lines);
    let mut offset = 0;
    for (at, line) in lines.iter().enumerate() {
        if opens(&lines, at, &marks, lexicon) {
            let (own, quoted) = body.split_at_checked(offset).unwrap_or((body, ""));
            return ReplyParts { own, quoted };
        }
        offset += line.len();
    }
    ReplyParts {
        own: body,
        quoted: "",
    }
}

/// Where the lines that start with `>` are.
struct Marks {
    /// The first line of the last run of them, if nothing but blanks follows it.
    tail: Option<usize>,
    /// The last of them.
    last: Option<usize>,
}

impl Marks {
    fn of(lines: &[&str]) -> Self {
        let mut tail = None;
        for (at, line) in lines.iter().enumerate().rev() {
            let text = line.trim();
            if text.starts_with('>') {
                tail = Some(at);
            } else if !text.is_empty() {
                break;
            }
        }
        let last = lines
            .iter()
            .rposition(|line| line.trim_start().starts_with('>'));
        Marks { tail, last }
    }
}

/// Whether the quotation starts at line `at`.
fn opens(lines: &[&str], at: usize, marks: &Marks, lexicon: &Lexicon) -> bool {
    let Some(line) = lines.get(at).map(|line| line.trim()) else {
        return false;
    };
    if marks.tail == Some(at) || separator(line, lexicon) || outlook(lines, at, lexicon) {
        return true;
    }
    let Some(end) = attribution(lines, at, lexicon) else {
        return false;
    };
    let rest = lines.get(end..).unwrap_or_default();
    let Some(next) = rest.iter().position(|line| !line.trim().is_empty()) else {
        return false;
    };
    if rest
        .get(next)
        .is_some_and(|line| line.trim_start().starts_with('>'))
    {
        return marks.tail == Some(end + next);
    }
    // An original that is not marked line by line: all that follows is it.
    marks.last.is_none_or(|last| last < end)
}

/// "-----Original Message-----" and its kin in other languages and in forwarding.
fn separator(line: &str, lexicon: &Lexicon) -> bool {
    let dashes = line.starts_with("---") || line.starts_with("- --");
    let inner = || line.trim_matches(['-', '_', ' ']).to_lowercase();
    dashes && is_one_of(lexicon, Sense::Original, &inner())
}

/// The block that Outlook puts above an original: From, Sent, To, Subject.
fn outlook(lines: &[&str], at: usize, lexicon: &Lexicon) -> bool {
    let label = |line: &str, sense| {
        let Some((head, _)) = line
            .trim()
            .split_once(':')
            .filter(|(head, _)| head.len() < 80)
        else {
            return false;
        };
        let head = head.trim_matches(['*', ' ', '\u{a0}']).to_lowercase();
        is_one_of(lexicon, sense, &head)
    };
    let first = lines.get(at).is_some_and(|line| label(line, Sense::From));
    let below = lines.get(at + 1..).unwrap_or_default();
    let below = || below.iter().take(6);
    first
        && below().any(|line| label(line, Sense::Sent))
        && below().any(|line| label(line, Sense::Subject))
}

fn is_one_of(lexicon: &Lexicon, sense: Sense, text: &str) -> bool {
    lexicon.texts(sense).any(|one| one == text)
}

/// "On … wrote:" or "Le … a écrit :", on up to four lines; returns the line after it.
fn attribution(lines: &[&str], at: usize, lexicon: &Lexicon) -> Option<usize> {
    let first = lines.get(at)?.trim();
    let starts = lexicon.texts(Sense::On).any(|start| {
        let behind = first.strip_prefix(start);
        behind.is_some_and(|rest| rest.starts_with(' '))
    });
    let mut whole = String::new();
    for (below, line) in lines.get(at..)?.iter().take(WRAPPED).enumerate() {
        let line = line.trim();
        if line.is_empty() {
            return None;
        }
        whole.push_str(line);
        whole.push(' ');
        let text = whole
            .trim_end()
            .trim_end_matches(':')
            .trim_end_matches(['\u{a0}', '\u{202f}', ' ']);
        let closed = line.ends_with(':');
        let dated = text.contains(|letter: char| letter.is_ascii_digit()) || text.contains('@');
        let addressed = starts || text.contains('@');
        if closed && dated && addressed && says_wrote(text, starts, lexicon) {
            return Some(at + below + 1);
        }
        if !starts {
            return None;
        }
    }
    None
}

/// Whether the words of a line say that somebody wrote.
fn says_wrote(text: &str, starts: bool, lexicon: &Lexicon) -> bool {
    let name_last = lexicon.texts(Sense::WroteThenName);
    let mut all = lexicon.texts(Sense::Wrote).chain(name_last.clone());
    let inside = |verb: &str| {
        let words = text.split_whitespace();
        starts && words.into_iter().any(|word| word == verb)
    };
    all.any(|verb| text.ends_with(verb)) || name_last.into_iter().any(inside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::reading::shipped;
    use proptest::prelude::*;

    fn quoted(body: &str) -> &str {
        let parts = reply_parts(body, shipped());
        assert_eq!(
            format!("{}{}", parts.own, parts.quoted),
            body,
            "nothing is lost"
        );
        parts.quoted
    }

    #[test]
    fn msg_3_quotations_are_found() {
        let originals = [
            "Le lun. 2 mars 2026 à 14:00, Ana Roy <ana@example.org> a écrit :\n\n> Bonjour\n> à vous\n",
            "Le lun. 2 mars 2026 à 14:00,\nAna Roy <ana@example.org>\na écrit\u{a0}:\n> Bonjour\n",
            "On Mon, 2 Mar 2026 at 14:00, Ana <ana@example.org> wrote:\n> Hello\n\n> there",
            "On 2 March 2026, Ana wrote:\n\nHello, not marked\nat all",
            "-----Original Message-----\nFrom: Ana\n\nHello",
            "-----Message d'origine-----\nDe : Ana\n\nBonjour",
            "De : Ana Roy <ana@example.org>\nEnvoyé : lundi 2 mars 2026 14:00\nÀ : Bo\nObjet : Demande\n\nBonjour",
            "*From:* Ana\n*Sent:* Monday\n*To:* Bo\n*Subject:* Request\n\nHello",
            "> the whole of it\n> without a word\n",
            "Op ma 2 mrt 2026 om 14:00 schreef Ana <ana@example.org>:\n> Dag\n",
            "Am 2. März 2026 um 14:00 schrieb Ana:\n\n> Guten Tag\n",
            "Van: Ana\nVerzonden: maandag 2 maart\nAan: Bo\nOnderwerp: Vraag\n\nDag",
            "-----Oorspronkelijk bericht-----\nVan: Ana\n\nDag",
        ];
        for original in originals {
            let body = format!("Merci, c'est noté.\n\n{original}");
            assert_eq!(quoted(&body), original);
        }
    }

    #[test]
    fn msg_3_words_below_or_among_quoted_lines_stay_in_sight() {
        let bodies = [
            "On 2 March 2026, Ana wrote:\n> When?\nOn Monday.\n",
            "On 2 March 2026, Ana wrote:\n> When?\nMonday.\n> Where?\nLyon.",
            "> When?\nMonday.",
            "Le prix est de 12 € :\nvoilà.",
            "From: here to there",
            "",
        ];
        for body in bodies {
            assert_eq!(quoted(body), "", "{body}");
        }
        assert_eq!(
            quoted("On 2 March 2026, Ana wrote:\n> When?\nMonday.\n> Where?\n"),
            "> Where?\n"
        );
    }

    proptest! {
        #[test]
        fn msg_3_nothing_is_ever_lost(body in "([> \\-a-zéOn:@0-9]|\n|wrote:|a écrit :|De :|Objet :){0,60}") {
            quoted(&body);
        }
    }
}
