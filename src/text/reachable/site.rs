//! Finds web sites: with `http://` or `www.`, and bare names that end as sites do.

use super::{At, is_word, spelt, stands};

/// Endings of names of sites that are taken for one where nothing else says so.
const ENDINGS: [&str; 62] = [
    "com", "net", "org", "info", "biz", "eu", "fr", "be", "ch", "lu", "uk", "de", "nl", "it", "es",
    "pt", "at", "ie", "dk", "se", "no", "fi", "pl", "cz", "gr", "ca", "us", "io", "co", "app",
    "dev", "shop", "online", "site", "pro", "paris", "brussels", "bzh", "gmbh", "swiss", "link",
    "ly", "club", "xyz", "tv", "ai", "me", "cat", "london", "berlin", "wien", "events", "training",
    "example", "gouv", "asso", "coop", "tech", "agency", "studio", "page", "gg",
];
/// Those of them that are no word people write after “point” or “dot”.
const SPELT: [&str; 10] = [
    "com", "net", "org", "info", "eu", "fr", "lu", "uk", "io", "example",
];

/// How many parts of a name are looked at.
const LABELS: usize = 8;

/// The words for the dot of an address.
pub(super) const DOT: [&str; 4] = ["dot", "point", "punkt", "."];

/// Returns where the first one stands.
pub(super) fn find(signs: &[char]) -> Option<At> {
    (0..signs.len()).find_map(|at| {
        if at > 0 && is_word(signs.get(at - 1)) {
            return None;
        }
        let linked = ["http://", "https://", "ftp://", "www."];
        if linked.into_iter().any(|word| stands(signs, at, word)) {
            return Some((at, end_of_link(signs, at)));
        }
        bare(signs, at)
    })
}

/// The end of what is written without a space from `at` on.
fn end_of_link(signs: &[char], at: usize) -> usize {
    let rest = signs.get(at..).unwrap_or_default();
    let sign = |c: &&char| !c.is_whitespace() && !"<>\"»«”".contains(**c);
    at + rest.iter().take_while(sign).count()
}

/// A name like `acme.fr`, or `acme (dot) fr`, that begins at `at`.
fn bare(signs: &[char], at: usize) -> Option<At> {
    let (mut end, mut labels, mut bracketed, mut said) = (label(signs, at)?, 1, false, false);
    let mut last = (at, end);
    let mut second = last;
    loop {
        let next = if signs.get(end) == Some(&'.') {
            end + 1
        } else if let Some((next, in_brackets)) = spelt(signs, end, &DOT) {
            // A full stop between two spaces is a stop in a sentence.
            let word = signs.get(next - 2).is_none_or(|c| *c != '.');
            if !in_brackets && !word {
                break;
            }
            bracketed |= in_brackets;
            said |= !in_brackets;
            next
        } else {
            break;
        };
        let Some(to) = label(signs, next) else { break };
        second = last;
        last = (next, to);
        labels += 1;
        end = to;
        if labels >= LABELS {
            break;
        }
    }
    if labels < 2 {
        return None;
    }
    let word =
        |(from, to): At| -> String { signs.get(from..to).unwrap_or_default().iter().collect() };
    let ending = word(last);
    let small = ending.to_lowercase();
    let known = if said && !bracketed {
        SPELT.contains(&&*small)
    } else {
        ENDINGS.contains(&&*small)
    };
    // “… en mai.De 9 h” lacks a space; a name of a site is written in one way.
    let whole = word((at, end));
    let one_way = ending == small || whole == whole.to_uppercase();
    let path = signs.get(end) == Some(&'/') && is_word(signs.get(end + 1));
    let (from, to) = second;
    let long = to - from >= 2 && word(second).chars().any(char::is_alphabetic);
    (known && one_way && (long || path)).then(|| (at, end_of_link(signs, end)))
}

/// The end of a label of a name of a site.
pub(super) fn label(signs: &[char], at: usize) -> Option<usize> {
    let rest = signs.get(at..)?;
    let length = rest
        .iter()
        .take_while(|c| c.is_alphanumeric() || **c == '-')
        .count();
    (length > 0 && rest.first() != Some(&'-')).then_some(at + length)
}
