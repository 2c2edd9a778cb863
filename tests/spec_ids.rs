//! One table of every rule of the specification: proven by tests that carry its id, begun, or not
//! built yet.
//! Reads the sources as text; the specification itself is not needed.
//!
//! A test proves `REQ-3` when its name has `req_3` in it, or when the first line of its comment names
//! `REQ-3`. A file of tests whose opening line names an id does not count: the test must.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use Standing::{Begun, Later, Proven};

/// Whether a rule is held by a test already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// At least one test carries its id.
    Proven,
    /// A part of it is built and tested, the rest is not.
    Begun,
    /// Not built yet; no test may claim it.
    Later,
}

/// Each area: its letters, and the standing of its rules from the first on.
const AREAS: [(&str, &[Standing]); 12] = [
    // Still to come: threads, interviews and payments of firms, subscriptions.
    (
        "PPL",
        &[
            Begun, Begun, Proven, Begun, Proven, Proven, Begun, Later, Proven,
        ],
    ),
    (
        "REQ",
        &[
            Proven, Proven, Proven, Proven, Proven, Proven, Proven, Proven, Proven, Proven, Proven,
            Proven,
        ],
    ),
    ("QUO", &[Proven, Proven, Proven, Proven, Proven, Begun]),
    // Still to come: files added on screen, mails to the winner and the others, the daily digest, files on a posting.
    (
        "BRD",
        &[
            Proven, Proven, Proven, Proven, Begun, Begun, Proven, Proven, Later, Proven, Later,
            Proven,
        ],
    ),
    // Providers' mail goes to their desk, and who writes is read behind a robot. Still to come: mail as people
    // send it, and mail out.
    (
        "EML",
        &[
            Later, Begun, Later, Begun, Later, Later, Later, Later, Later, Later,
        ],
    ),
    // Postings are looked through for ways to reach the client; drafts are kept.
    ("QNA", &[Later, Later, Begun, Begun]),
    // Calendar parts of mails are read.
    ("INT", &[Later, Later, Later, Begun, Later]),
    // What a mail quotes is told from what it says.
    ("MSG", &[Later, Later, Begun, Later]),
    // What formula Basic means is said before anybody agrees, and who pays the commission; no money moves yet. The last:
    // how clients' money is held is said before R0; the age of unallocated money is still to come.
    (
        "ESC",
        &[
            Begun, Begun, Begun, Begun, Begun, Begun, Later, Later, Later, Begun, Later, Later,
            Begun,
        ],
    ),
    ("FUP", &[Later, Later, Later, Proven, Later]),
    ("CON", &[Later; 3]),
    // The last: papers and the words by which mail is read are data; the mails that are sent are still to come.
    (
        "WKS",
        &[
            Proven, Proven, Proven, Proven, Proven, Proven, Proven, Proven, Begun,
        ],
    ),
];

/// Letters and a number that look like a rule's id and are none: standards.
const STANDARDS: [&str; 6] = ["DEC", "ISO", "PDF", "RFC", "SSH", "UTF"];

/// The rules, as `REQ-3`, with their standing.
fn rules() -> Vec<(String, Standing)> {
    let of = |(area, standings): &(&str, &'static [Standing])| {
        let area = (*area).to_owned();
        standings
            .iter()
            .enumerate()
            .map(move |(n, standing)| (format!("{area}-{}", n + 1), *standing))
    };
    AREAS.iter().flat_map(of).collect()
}

/// A test function: its name, where it stands, and the first line of its comment.
#[derive(Debug)]
struct Test {
    name: String,
    place: String,
    comment: String,
}

impl Test {
    /// The ids it carries, also those that do not exist.
    fn ids(&self) -> BTreeSet<String> {
        let words: Vec<&str> = self.name.split('_').collect();
        let mut ids: BTreeSet<String> = words
            .windows(2)
            .filter_map(|pair| id(pair[0], pair[1]))
            .collect();
        for word in self
            .comment
            .split(|c: char| !c.is_alphanumeric() && c != '-')
        {
            let upper = word.chars().all(|c| !c.is_lowercase());
            if let (true, Some((area, number))) = (upper, word.split_once('-')) {
                ids.extend(id(area, number));
            }
        }
        ids
    }
}

/// `req`, `3` gives `REQ-3`. An area there is not gives its id too, so that a misspelt one is found.
fn id(area: &str, number: &str) -> Option<String> {
    let area = area.to_uppercase();
    let letters = area.len() == 3 && area.chars().all(|c| c.is_ascii_uppercase());
    let number: u32 = number.parse().ok()?;
    (letters && !STANDARDS.contains(&area.as_str())).then(|| format!("{area}-{number}"))
}

/// The tests of a file: functions under an attribute that ends in `test]` or within `proptest!`.
fn tests_of(place: &str, text: &str) -> Vec<Test> {
    let mut found = Vec::new();
    let (mut is_test, mut comment) = (false, String::new());
    for (n, line) in text
        .lines()
        .enumerate()
        .map(|(n, line)| (n + 1, line.trim()))
    {
        let declared = ["pub ", "async "]
            .iter()
            .fold(line, |line, word| line.strip_prefix(word).unwrap_or(line));
        if let Some(name) = declared.strip_prefix("fn ") {
            if is_test {
                let name: String = name
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                found.push(Test {
                    name,
                    place: format!("{place}:{n}"),
                    comment: comment.clone(),
                });
            }
            (is_test, comment) = (false, String::new());
        } else if line.starts_with("#[test]") || line.starts_with("#[tokio::test") {
            is_test = true;
        } else if let Some(text) = line.strip_prefix("//") {
            if comment.is_empty() && !text.starts_with('!') {
                comment = text.to_owned();
            }
        } else if !line.starts_with("#[") {
            (is_test, comment) = (false, String::new());
        }
    }
    found
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files_below(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

fn all_tests() -> Vec<Test> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    files_below(&root.join("src"), &mut paths);
    files_below(&root.join("tests"), &mut paths);
    paths.sort();
    let own = root.join(file!().trim_start_matches("./"));
    let others = paths
        .iter()
        .filter(|path| **path != own && !path.ends_with("tests/spec_ids.rs"));
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        tests_of(
            &path.strip_prefix(root).unwrap_or(path).to_string_lossy(),
            &text,
        )
    };
    others.flat_map(read).collect()
}

#[test]
fn every_rule_of_the_specification_has_its_test_or_its_time() {
    let tests = all_tests();
    assert!(tests.len() > 100, "only {} tests found", tests.len());
    let mut proofs: BTreeMap<String, Vec<&Test>> = BTreeMap::new();
    for test in &tests {
        for id in test.ids() {
            proofs.entry(id).or_default().push(test);
        }
    }
    let mut wrong = Vec::new();
    for (id, standing) in rules() {
        let proven = proofs.remove(&id).unwrap_or_default();
        let example = proven.first().map_or("", |test| &test.name);
        println!("{id:<7} {standing:?} {:>3}  {example}", proven.len());
        match (standing, proven.first()) {
            (Proven | Begun, None) => wrong.push(format!(
                "{id} has no test: write one, with the id in its name"
            )),
            (Later, Some(test)) => {
                wrong.push(format!(
                    "{id} is marked Later, but {} proves it: move it",
                    test.place
                ));
            }
            (Proven | Begun, Some(_)) | (Later, None) => {}
        }
    }
    for (id, tests) in proofs {
        wrong.push(format!(
            "{id} does not exist, and {} names it: correct the name",
            tests[0].place
        ));
    }
    assert!(wrong.is_empty(), "\n  {}\n", wrong.join("\n  "));
}

#[test]
fn the_table_is_whole() {
    let counts: Vec<usize> = AREAS.iter().map(|(_, rules)| rules.len()).collect();
    assert_eq!(counts, [9, 12, 6, 12, 10, 4, 5, 4, 13, 5, 3, 9]);
    assert_eq!(rules().len(), 92);
}

#[test]
fn ids_are_found_in_names_and_in_comments() {
    let text = "/// REQ-12: searching.\n/// REQ-1 is not on the first line.\n#[test]\nfn found() {}\n\
                #[tokio::test]\n#[ignore = \"x\"]\nasync fn req_3_and_wks_7_hold() {}\n\nfn req_4_helper() {}\n\
                // About PPL-6 and UTF-8.\n#[test]\nfn quo_99_is_no_rule() {}\n\
                // About EMX-1.\n#[test]\nfn an_area_that_does_not_exist() {}\n";
    let tests = tests_of("x.rs", text);
    let ids: Vec<String> = tests
        .iter()
        .map(|t| t.ids().into_iter().collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(ids, ["REQ-12", "REQ-3 WKS-7", "PPL-6 QUO-99", "EMX-1"]);
    assert_eq!(tests[1].place, "x.rs:7");
}
