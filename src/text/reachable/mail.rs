//! Finds mail addresses: with `@`, with a word for it, with spaces, with words for the dots.

use super::site::{DOT, label};
use super::{At, past_spaces, spelt};

/// The words for `@`. A bare `a` or `à` is a word of every sentence.
const AT: [&str; 5] = ["at", "arobase", "arrobase", "klammeraffe", "@"];
/// Providers that are known without the ending of their name, and are no other word.
const PROVIDERS: [&str; 16] = [
    "gmail",
    "googlemail",
    "hotmail",
    "yahoo",
    "ymail",
    "icloud",
    "protonmail",
    "gmx",
    "wanadoo",
    "laposte",
    "bluewin",
    "skynet",
    "telenet",
    "outlook",
    "aol",
    "sfr",
];

/// Returns where the first one stands.
pub(super) fn find(signs: &[char]) -> Option<At> {
    (0..signs.len()).find_map(|at| {
        let (behind, sure) = if signs.get(at) == Some(&'@') {
            (past_spaces(signs, at + 1), true)
        } else {
            spelt(signs, at, &AT)?
        };
        let from = local(signs, at)?;
        let to = domain(signs, behind, sure)?;
        Some((from, to))
    })
}

/// Where the part before the sign begins.
fn local(signs: &[char], at: usize) -> Option<usize> {
    let before = signs.get(..at)?;
    let spaces = before.iter().rev().take_while(|c| **c == ' ').count();
    let before = before.get(..at - spaces)?;
    let sign = |c: &&char| c.is_alphanumeric() || "._%+-".contains(**c);
    let length = before.iter().rev().take_while(sign).count();
    let word = before.get(before.len() - length..)?;
    word.iter()
        .any(|c| c.is_alphanumeric())
        .then_some(before.len() - length)
}

/// The end of the name of a site, or of a provider, behind the sign. `sure`: it was no bare word.
fn domain(signs: &[char], at: usize, sure: bool) -> Option<usize> {
    let first = label(signs, at)?;
    let (mut end, mut labels) = (first, 1);
    while let Some(next) = dot(signs, end) {
        let Some(to) = label(signs, next) else { break };
        end = to;
        labels += 1;
        if labels > 6 {
            break;
        }
    }
    let last: Vec<char> = signs
        .get(..end)?
        .iter()
        .rev()
        .copied()
        .take_while(|c| c.is_alphanumeric() || *c == '-')
        .collect();
    let ending = last.len() >= 2 && last.iter().all(|c| c.is_alphabetic());
    let name: String = signs.get(at..first)?.iter().collect();
    let provider = PROVIDERS.contains(&&*name.to_lowercase());
    let found = (labels > 1 && ending) || (provider && (sure || name.to_lowercase() != "outlook"));
    found.then_some(end)
}

/// The place behind a dot at `end`: one without spaces, one with a space on both sides, or a word for it.
fn dot(signs: &[char], end: usize) -> Option<usize> {
    if signs.get(end) == Some(&'.') {
        return Some(end + 1);
    }
    spelt(signs, end, &DOT).map(|(next, _)| next)
}
