//! What `deny.toml` accepts of the libraries: each exception is still needed and gives its reason, and no
//! library is compiled twice that is not named there. `cargo deny check` also asks for new advisories and
//! licences; it needs the advisories' database, and is run by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use super::crate_folder;

fn read(name: &str) -> toml::Table {
    let path = crate_folder().join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.parse()
        .unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The entries of a list of `deny.toml`: what one is about, and why.
fn accepted(deny: &toml::Table, part: &str, list: &str, key: &str) -> Vec<(String, String)> {
    let entries = deny[part][list].as_array().expect("a list");
    let word = |entry: &toml::Value, key: &str| entry[key].as_str().expect("a word").to_owned();
    let pairs = entries
        .iter()
        .map(|entry| (word(entry, key), word(entry, "reason")));
    pairs.collect()
}

/// The libraries the program is compiled from more than once: all versions but the newest.
fn twice() -> BTreeSet<String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut tree = Command::new(cargo);
    tree.current_dir(crate_folder());
    tree.args(["tree", "--locked", "--offline", "--duplicates"]);
    tree.args([
        "--edges",
        "normal,build",
        "--prefix",
        "none",
        "--depth",
        "0",
    ]);
    let done = tree.output().expect("cargo cannot be run");
    let errors = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{errors}");
    let text = String::from_utf8(done.stdout).expect("text");
    let mut found: BTreeMap<&str, BTreeSet<Vec<u64>>> = BTreeMap::new();
    for line in text.lines() {
        let mut words = line.split_whitespace();
        if let (Some(name), Some(version)) = (words.next(), words.next()) {
            let parts = version.trim_start_matches('v').split(['.', '-', '+']);
            let parts = parts.map_while(|part| part.parse().ok()).collect();
            found.entry(name).or_default().insert(parts);
        }
    }
    let mut twice = BTreeSet::new();
    for (name, versions) in found {
        for version in versions.iter().rev().skip(1) {
            let numbers: Vec<String> = version.iter().map(u64::to_string).collect();
            twice.insert(format!("{name}@{}", numbers.join(".")));
        }
    }
    twice
}

#[test]
fn every_accepted_library_is_one_of_ours_and_has_its_reason() {
    let (deny, lock) = (read("deny.toml"), read("Cargo.lock"));
    let packages = lock["package"].as_array().expect("packages");
    let names: BTreeSet<&str> = packages.iter().filter_map(|p| p["name"].as_str()).collect();
    let advisories = accepted(&deny, "advisories", "ignore", "id");
    assert!(!advisories.is_empty());
    for (id, reason) in advisories {
        let (name, why) = reason.split_once(": ").expect("name: reason");
        assert!(
            names.contains(name),
            "{id}: {name} is no library of ours any more"
        );
        assert!(why.len() > 20, "{id}: {why}");
    }
}

#[test]
fn no_library_is_compiled_twice_that_is_not_accepted() {
    let deny = read("deny.toml");
    let accepted = accepted(&deny, "bans", "skip", "crate");
    let accepted: BTreeSet<String> = accepted.into_iter().map(|(name, _)| name).collect();
    let twice = twice();
    let new: Vec<&String> = twice.difference(&accepted).collect();
    assert!(
        new.is_empty(),
        "compiled twice: {new:?}; use one version, or say why in deny.toml"
    );
    let old: Vec<&String> = accepted.difference(&twice).collect();
    assert!(
        old.is_empty(),
        "no longer compiled twice: {old:?}; take them out of deny.toml"
    );
}
