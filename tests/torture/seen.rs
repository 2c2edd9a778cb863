//! What the program shows of a store: every list in which a command can be recognised.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::said::{Said, ask};

/// What is asked for.
const LISTS: [&[&str]; 6] = [
    &["person", "list", "--json"],
    &["inbox", "--json", "--limit", "1000000"],
    &["quotations", "--json"],
    &["credits", "P-3", "--json"],
    &["stats", "--json"],
    &["history", "R-1", "--json"],
];

/// What was shown.
pub struct Seen {
    /// The lists, as they were printed.
    pub pages: Vec<String>,
    /// How often each word was shown.
    counts: BTreeMap<String, u64>,
    /// The request of each word.
    pub requests: BTreeMap<String, String>,
}

impl Seen {
    /// Asks for everything.
    ///
    /// # Errors
    /// What was said instead.
    pub fn ask(data: &Path) -> Result<Seen, Said> {
        let mut seen = Seen {
            pages: Vec::new(),
            counts: BTreeMap::new(),
            requests: BTreeMap::new(),
        };
        for list in LISTS {
            let mut args = vec!["--as", "Amélie"];
            args.extend(list);
            let said = ask(data, &args, b"");
            if !said.is_done() {
                return Err(said);
            }
            seen.read(&said.out);
            seen.pages.push(said.out);
        }
        Ok(seen)
    }

    fn read(&mut self, page: &str) {
        for line in page.lines() {
            let row: Value = serde_json::from_str(line).unwrap_or_default();
            let subject = row["subject"].as_str().unwrap_or_default();
            if let Some(what) = row["what"].as_str() {
                // Of a history only the notes: the rest is in other lists. A note begins with what was left
                // in the draft when the line was cut; what was written then is behind it.
                let written = words(line).last().filter(|_| what == "note");
                let written = written.map(|word| self.counts.entry(word.to_owned()).or_default());
                written.into_iter().for_each(|count| *count += 1);
                continue;
            }
            let of_quotation = !row["quotation"].is_null();
            for word in words(line) {
                let of_request = subject.contains(word);
                // A quotation shows the subject of its request once more.
                if of_request && of_quotation {
                    continue;
                }
                if let Some(request) = row["request"].as_str().filter(|_| of_request) {
                    self.requests.insert(word.to_owned(), request.to_owned());
                }
                *self.counts.entry(word.to_owned()).or_default() += 1;
            }
        }
    }

    /// Returns how often a word is shown.
    pub fn count(&self, word: &str) -> u64 {
        self.counts.get(word).copied().unwrap_or_default()
    }
}

/// Returns the number of `R-12`.
pub fn number(id: &str) -> Option<u64> {
    id.strip_prefix("R-")?.parse().ok()
}

/// Returns the words of commands in a text.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.match_indices("zq").map(|(at, _)| at);
    starts.filter_map(|at| {
        let word = text.get(at..at + 18)?;
        let mut hex = word.bytes().skip(2);
        hex.all(|byte| byte.is_ascii_hexdigit()).then_some(word)
    })
}
