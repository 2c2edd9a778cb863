//! The index against the plainest possible search, on random texts and queries (REQ-12).

use super::*;
use proptest::prelude::*;

/// One condition of a query, and how it is typed.
#[derive(Debug, Clone)]
struct Asked {
    words: Vec<&'static str>,
    exclude: bool,
}

impl Asked {
    fn typed(&self) -> String {
        let minus = if self.exclude { "-" } else { "" };
        match self.words.as_slice() {
            [word] => format!("{minus}{word}"),
            words => format!("{minus}\"{}\"", words.join(" ")),
        }
    }

    /// Is it in this text? `open`: the word may be unfinished.
    fn is_in(&self, text: &[&str], open: bool) -> bool {
        match self.words.as_slice() {
            [word] if open => text.iter().any(|w| w.starts_with(word)),
            words => text.windows(words.len()).any(|w| w == words),
        }
    }
}

fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["ab", "abc", "b", "bac", "cab", "ca", "zz"])
}

fn text() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(word(), 0..7)
}

fn asked() -> impl Strategy<Value = Asked> {
    let words = prop::collection::vec(word(), 1..4);
    (words, prop::bool::weighted(0.3)).prop_map(|(words, exclude)| Asked { words, exclude })
}

/// Subject, names and body of one document.
type Texts = [Vec<&'static str>; 3];

/// Adds the texts as documents, in several commits, five requests in turn.
fn fill(index: &mut Index, texts: &[Texts]) {
    for (at, [subject, who, body]) in texts.iter().enumerate() {
        let [subject, who, body] = [subject, who, body].map(|words| words.join(" "));
        let seq = at as u64 + 1;
        let added = Document {
            who: &who,
            ..doc(at as u32 % 5, seq, &subject, &body)
        };
        index.add(&[added], seq).unwrap();
        if at % 11 == 10 {
            index.commit().unwrap();
        }
    }
}

fn matches(texts: &Texts, query: &[Asked], finished: bool) -> bool {
    let last = query.len() - 1;
    query.iter().enumerate().all(|(at, asked)| {
        let open = at == last && !finished && !asked.exclude;
        let found = texts.iter().any(|text| asked.is_in(text, open));
        found != asked.exclude
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn req_12_the_index_finds_what_reading_everything_finds(
        texts in prop::collection::vec([text(), text(), text()], 1..40),
        queries in prop::collection::vec((prop::collection::vec(asked(), 1..4), any::<bool>()), 1..60),
        removed in 0_u32..9,
    ) {
        let dir = folder();
        let mut index = Index::open(dir.path()).unwrap();
        fill(&mut index, &texts);
        index.remove(removed).unwrap();
        index.commit().unwrap();
        for (query, finished) in queries {
            let mut typed: Vec<_> = query.iter().map(Asked::typed).collect();
            if finished {
                typed.push(String::new());
            }
            let typed = typed.join(" ");
            let mut expected: Vec<u32> = texts.iter().enumerate()
                .filter(|(_, texts)| matches(texts, &query, finished))
                .map(|(at, _)| at as u32 % 5)
                .filter(|request| *request != removed)
                .collect();
            expected.sort_unstable();
            expected.dedup();
            prop_assert_eq!(sorted(&index, &typed), expected, "{}", typed);
        }
    }
}
