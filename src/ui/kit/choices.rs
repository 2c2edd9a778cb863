//! A list to choose from while typing: fuzzy matching over labels given by the caller, best
//! first, with the letters that match. The common core of pickers, the palette and fields that
//! find. Never fetches candidates.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// Candidates looked at, at most; a caller with more narrows them first.
pub const MOST: usize = 50_000;
/// Matches kept, best first.
const KEPT: usize = 200;

/// One thing that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// What is shown and matched.
    pub label: String,
    /// Shown beside it, muted; matched where the label is not.
    pub detail: String,
    /// Matched too, never shown: other names, old references.
    pub also: String,
}

impl Choice {
    /// A label alone.
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            ..Self::default()
        }
    }

    /// A label with a detail.
    pub fn with(label: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            detail: detail.into(),
            ..Self::new(label)
        }
    }
}

/// A candidate that matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its position among the candidates.
    pub index: usize,
    /// Letters of the label that match, by position, sorted.
    pub letters: Vec<u32>,
}

/// The candidates that match `query`, best first; all of them in their order when it is empty.
/// Case and accents do not matter; words may come in any order.
pub fn find(candidates: &[Choice], query: &str) -> Vec<Hit> {
    let query = query.trim();
    if query.is_empty() {
        let all = 0..candidates.len().min(KEPT);
        return all
            .map(|index| Hit {
                index,
                letters: Vec::new(),
            })
            .collect();
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    // Names carry punctuation of their own: nothing typed has a special meaning.
    let atoms = Pattern::new(
        query,
        CaseMatching::Ignore,
        Normalization::Smart,
        nucleo_matcher::pattern::AtomKind::Fuzzy,
    );
    let mut chars = Vec::new();
    let mut scored: Vec<(u32, usize)> = Vec::new();
    for (index, candidate) in candidates.iter().take(MOST).enumerate() {
        let mut score = |text: &str| match text.is_empty() {
            true => None,
            false => atoms.score(Utf32Str::new(text, &mut chars), &mut matcher),
        };
        let label = score(&candidate.label).map(|found| found.saturating_mul(2));
        let found = label.or_else(|| score(&candidate.also).max(score(&candidate.detail)));
        scored.extend(found.map(|found| (found, index)));
    }
    scored.sort_by_key(|&(score, index)| {
        let length = candidates.get(index).map_or(0, |c| c.label.len());
        (std::cmp::Reverse(score), length, index)
    });
    scored.truncate(KEPT);
    let hit = |(_, index): (u32, usize)| {
        let mut letters = Vec::new();
        if let Some(candidate) = candidates.get(index) {
            atoms.indices(
                Utf32Str::new(&candidate.label, &mut chars),
                &mut matcher,
                &mut letters,
            );
        }
        letters.sort_unstable();
        letters.dedup();
        Hit { index, letters }
    };
    scored.into_iter().map(hit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(query: &str) -> Vec<usize> {
        let names = [
            "TIME TOURS",
            "Sécur Plus",
            "Élodie Çelik",
            "Time to rest",
            "Association des Tours",
        ];
        let mut candidates: Vec<_> = names.into_iter().map(Choice::new).collect();
        candidates[1].also = "logimail".to_owned();
        candidates[2].detail = "client’s contact".to_owned();
        find(&candidates, query).iter().map(|h| h.index).collect()
    }

    #[test]
    fn wks_1_typing_finds_by_pieces_accents_aside() {
        assert_eq!(found(""), [0, 1, 2, 3, 4]);
        assert_eq!(found("ttours"), [0, 4]);
        assert_eq!(found("tours time"), [0]);
        assert_eq!(found("elodie"), [2]);
        assert_eq!(found("secur"), [1]);
        assert_eq!(found("logimail"), [1]);
        assert_eq!(found("client"), [2], "what stands beside it is found too");
        assert_eq!(found("zzz"), [0; 0]);
        assert_eq!(found("^'!$"), [0; 0]);
    }

    #[test]
    fn wks_1_the_letters_that_match_are_known() {
        let hits = find(&[Choice::new("TIME TOURS")], "tt");
        assert_eq!(
            hits,
            [Hit {
                index: 0,
                letters: vec![0, 5]
            }]
        );
    }
}
