//! What a data folder is recognised by when its format file is lost: by what is in it. Reads, never writes.

use std::path::Path;

use super::fault::Fault;
use super::files;
use super::layout::{self, Flaw};
use super::shadow_reader::{SegmentReader, segments};

/// How sure it is that a folder is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// It holds records: at least one of its shadow segments begins with one.
    Certain,
    /// It holds records that a newer version wrote.
    Newer,
    /// All that is in it is named as we name things, a store of records among it.
    Likely,
    /// Nothing speaks for it.
    None,
}

/// Names that a store has in its folder, sorted.
const NAMES: [&str; 19] = [
    "END",
    "FORMAT",
    "FORMAT.unfinished",
    "LOCK",
    "blobs",
    "checkpoints",
    "drafts",
    "faults.log",
    "host_key",
    "host_key.pub",
    "journal",
    "keys.toml",
    "logs",
    "sample",
    "sample.new",
    "search",
    "set-aside",
    "shadow",
    "who.toml",
];

/// Looks at what is in `root`.
pub(super) fn mark(root: &Path) -> Result<Mark, Fault> {
    if !root.is_dir() {
        return Ok(Mark::None);
    }
    let shadow = root.join("shadow");
    let shadows = if shadow.is_dir() {
        segments(&shadow)?
    } else {
        Vec::new()
    };
    for (first, path) in shadows {
        let Some((seq, bytes)) = SegmentReader::open(first, &path)?.next()? else {
            continue;
        };
        match layout::decode(&bytes) {
            Ok(record) if record.header.seq == seq => return Ok(Mark::Certain),
            Err(Flaw::Newer) => return Ok(Mark::Newer),
            Ok(_) | Err(Flaw::Bad(_)) => {}
        }
    }
    let journal = root.join("journal");
    let engine = ["conf", "db"]
        .iter()
        .all(|name| journal.join(name).is_file());
    let beside = ["drafts", "blobs", "checkpoints"]
        .iter()
        .any(|name| root.join(name).is_dir());
    let own = engine && beside && root.join("LOCK").is_file();
    let strange = |name: &String| !is_ours(name);
    if own && !files::names(root)?.iter().any(strange) {
        return Ok(Mark::Likely);
    }
    Ok(Mark::None)
}

fn is_ours(name: &str) -> bool {
    // What a repair is at, or kept aside.
    let log = name.starts_with("journal.") || name.starts_with("shadow.");
    NAMES.binary_search(&name).is_ok() || log || name.contains(".aside-") || name == "socket"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_7_the_names_of_a_store_are_sorted() {
        assert!(NAMES.is_sorted());
        assert!(is_ours("who.toml") && is_ours("shadow.aside-3") && !is_ours("thesis.tex"));
    }
}
