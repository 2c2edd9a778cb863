//! Cuts from a text the few words around what a query found in it.
//!
//! Pure: a text, what was typed, a width; nothing is read or kept. It does not sanitise: what it gives is as
//! raw as the text, and its marks are true only until somebody changes it.

use std::ops::Range;

use super::ask::{self, Clause};
use super::words::{Words, start_of};

/// Bytes of a text that are looked at.
const MAX_TEXT: usize = 512 << 10;
/// Characters of a snippet, at most.
const MAX_WIDTH: usize = 1000;

/// A few words of a text on one line, with what was found in them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snippet {
    /// Raw text, white space run together, `…` where it was cut. Sanitise it piece by piece, cut at the marks.
    pub text: String,
    /// What was found: bytes of `text`, in order, apart from one another, on character boundaries.
    pub marks: Vec<Range<usize>>,
}

/// The part of `text` that shows the most of what `words` asks for, in at most `width` characters (Unicode
/// scalar values, the two `…` included; nothing under 3, at most 1,000), or the beginning if nothing of it is
/// there. `words` is what was typed, as for [`Reader::query`](super::Reader::query).
pub fn snippet(text: &str, words: &str, width: usize) -> Snippet {
    let room = width.min(MAX_WIDTH).saturating_sub(2);
    if room == 0 {
        return Snippet::default();
    }
    let text = start_of(text, MAX_TEXT);
    let mut clauses = ask::parse(words);
    clauses.retain(|clause| !clause.exclude);
    let found = find(text, &clauses);
    let shown = window(text, best_core(text, &found, room), room);
    line(text, shown, &found)
}

/// A clause met in a text.
struct Met {
    clause: usize,
    range: Range<usize>,
}

/// Every place where a clause is met, in order of their beginnings.
fn find(text: &str, clauses: &[Clause]) -> Vec<Met> {
    // For each clause, the beginnings of the places under way: how many words were met, and from where.
    let mut under_way: Vec<Vec<(usize, usize)>> = vec![Vec::new(); clauses.len()];
    let (mut words, mut folded, mut found) = (Words::new(text), String::new(), Vec::new());
    while let Some(word) = words.next_into(&mut folded) {
        for (at, (clause, places)) in clauses.iter().zip(&mut under_way).enumerate() {
            places.push((0, word.start));
            places.retain_mut(|(met, start)| {
                if !clause.accepts(*met, &folded) {
                    return false;
                }
                *met += 1;
                if *met < clause.words.len() {
                    return true;
                }
                found.push(Met {
                    clause: at,
                    range: *start..word.end,
                });
                false
            });
        }
    }
    found.sort_by_key(|met| (met.range.start, met.range.end));
    found
}

/// From the beginning of one place to the end of another, at most `room` characters, with the most different
/// clauses; the first such. A place longer than that is cut.
fn best_core(text: &str, found: &[Met], room: usize) -> Range<usize> {
    let (mut best, mut most) = (0..0, 0);
    for (at, first) in found.iter().enumerate() {
        let limit = forth(text, first.range.start, room);
        let mut end = first.range.end.min(limit);
        // Clauses are few: their set fits in the bits of a number.
        let mut seen = 1_u32 << first.clause;
        let near = found.iter().skip(at + 1);
        for met in near.take_while(|met| met.range.start < limit) {
            let bit = 1 << met.clause;
            if met.range.end <= limit && seen & bit == 0 {
                seen |= bit;
                end = end.max(met.range.end);
            }
        }
        if seen.count_ones() > most {
            most = seen.count_ones();
            best = first.range.start..end;
        }
    }
    best
}

/// The core with what fits around it: a third of the room that is left before, the rest after; whole words.
fn window(text: &str, core: Range<usize>, room: usize) -> Range<usize> {
    let free = room - chars(text, &core).min(room);
    let mut start = back(text, core.start, free / 3);
    let end = forth(
        text,
        core.end,
        room - chars(text, &(start..core.end)).min(room),
    );
    if end < text.len() {
        return whole_words(text, start..end, &core);
    }
    // The text ends here: all that is left of the room goes before.
    start = back(
        text,
        core.start,
        room - chars(text, &(core.start..end)).min(room),
    );
    whole_words(text, start..end, &core)
}

/// Gives up words cut in two at either end, but nothing of the core.
fn whole_words(text: &str, range: Range<usize>, core: &Range<usize>) -> Range<usize> {
    let inside = |at: usize| {
        let mut around = [text.get(..at), text.get(at..)].into_iter().flatten();
        let before = around.next().and_then(|before| before.chars().next_back());
        let after = around.next().and_then(|after| after.chars().next());
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
    };
    let mut whole = range;
    if inside(whole.start) {
        let head = text.get(whole.start..core.start).unwrap_or_default();
        whole.start += head.find(char::is_whitespace).unwrap_or(head.len());
    }
    if inside(whole.end) {
        let tail = text.get(core.end..whole.end).unwrap_or_default();
        whole.end = core.end + tail.rfind(char::is_whitespace).unwrap_or(0);
    }
    whole
}

fn chars(text: &str, range: &Range<usize>) -> usize {
    text.get(range.clone()).unwrap_or_default().chars().count()
}

/// The place `n` characters before `at`, or the beginning.
fn back(text: &str, at: usize, n: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let width: usize = before.chars().rev().take(n).map(char::len_utf8).sum();
    at - width
}

/// The place `n` characters after `at`, or the end.
fn forth(text: &str, at: usize, n: usize) -> usize {
    let after = text.get(at..).unwrap_or_default();
    at + after.chars().take(n).map(char::len_utf8).sum::<usize>()
}

/// Writes a stretch of the text on one line, and where something was found in it.
fn line(text: &str, shown: Range<usize>, found: &[Met]) -> Snippet {
    let mut snippet = Snippet::default();
    let says = |part: Option<&str>| part.is_some_and(|part| !part.trim().is_empty());
    if says(text.get(..shown.start)) {
        snippet.text.push('…');
    }
    let lead = snippet.text.len();
    let mut places = found.iter().map(|met| &met.range).peekable();
    let (mut open, mut blank) = (None, false);
    let stretch = text.get(shown.clone()).unwrap_or_default();
    for (at, c) in stretch.char_indices() {
        if c.is_whitespace() {
            blank = snippet.text.len() > lead;
            continue;
        }
        let at = shown.start + at;
        while places.next_if(|place| place.end <= at).is_some() {}
        let marked = places.peek().is_some_and(|place| place.start <= at);
        if !marked && let Some(start) = open.take() {
            snippet.marks.push(start..snippet.text.len());
        }
        if std::mem::take(&mut blank) {
            snippet.text.push(' ');
        }
        if marked && open.is_none() {
            open = Some(snippet.text.len());
        }
        snippet.text.push(c);
    }
    if let Some(start) = open {
        snippet.marks.push(start..snippet.text.len());
    }
    if says(text.get(shown.end..)) {
        snippet.text.push('…');
    }
    snippet
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The snippet with its marks in brackets.
    fn shown(text: &str, words: &str, width: usize) -> String {
        let snippet = snippet(text, words, width);
        let mut shown = snippet.text.clone();
        for mark in snippet.marks.iter().rev() {
            shown.insert(mark.end, ']');
            shown.insert(mark.start, '[');
        }
        shown
    }

    #[test]
    fn req_12_a_snippet_shows_what_was_found() {
        let table = [
            (
                "Un atelier  théâtre\r\n à Lyon",
                "THEATRE ",
                80,
                "Un atelier [théâtre] à Lyon",
            ),
            (
                "Bonjour, l'Atelier d’été",
                "atelier ete",
                80,
                "Bonjour, l'[Atelier] d’[été]",
            ),
            (
                "des ateliers et l'atelier",
                "atel",
                80,
                "des [ateliers] et l'[atelier]",
            ),
            (
                "des ateliers, un atelier",
                "atelier ",
                80,
                "des ateliers, un [atelier]",
            ),
            (
                "jeu de cartes, jeu de rôle",
                "\"jeu de rôle\" ",
                80,
                "jeu de cartes, [jeu de rôle]",
            ),
            ("de de rôle", "\"de rôle\" role ", 80, "de [de rôle]"),
            ("sans le mot", "atelier -sans", 80, "sans le mot"),
            ("", "atelier", 80, ""),
            ("un atelier", "atelier", 2, ""),
        ];
        for (text, words, width, expected) in table {
            assert_eq!(shown(text, words, width), expected, "{text}");
        }
    }

    #[test]
    fn req_12_a_snippet_is_cut_around_the_most_of_what_was_asked() {
        let text = "Un devis seul. ".repeat(20)
            + "Nous aimerions un devis pour un atelier à Lyon au printemps prochain, merci. "
            + &"Cordialement. ".repeat(20);
        let cut = shown(&text, "atelier devis ", 52);
        assert_eq!(cut, "…un [devis] pour un [atelier] à Lyon au printemps…");
        let end = shown("un deux trois quatre cinq six sept", "sept ", 20);
        assert_eq!(end, "…cinq six [sept]");
        let start = shown("un deux trois quatre cinq six sept", "dix ", 20);
        assert_eq!(start, "un deux trois…");
    }

    proptest::proptest! {
        #[test]
        fn req_12_any_snippet_fits_and_its_marks_are_in_it(
            text in "([a-cé’' \n-]|京|œ|\\PC){0,200}", words in "([abcé \"-]|京){0,20}", width in 0_usize..60,
        ) {
            let snippet = snippet(&text, &words, width);
            proptest::prop_assert!(snippet.text.chars().count() <= width);
            let mut last = 0;
            for mark in &snippet.marks {
                proptest::prop_assert!(last <= mark.start && mark.start < mark.end);
                proptest::prop_assert!(snippet.text.get(mark.clone()).is_some());
                last = mark.end;
            }
        }
    }
}
