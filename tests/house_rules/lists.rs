//! Lists of the house's own (WKS-8): what is shipped is an example, so no code but the shipped data and the sample names
//! an entry, or takes the shipped entries for those there are.

use super::none;
use super::source::{Source, sources};

/// The types of entries, and the words that bring them in where another type has the same name.
const ENTRIES: [(&str, &str); 12] = [
    ("Work", ""),
    ("Audience", ""),
    ("Belt", ""),
    ("Compliance", ""),
    ("CloseReason", ""),
    ("Subscription", ""),
    ("Skill", ""),
    ("DeclineReason", ""),
    ("EndReason", ""),
    ("Tag", ""),
    ("Task", "mission::"),
    ("Unit", "prices::"),
];

/// Where shipped entries may be named: the data itself, the sample, and the published figures of the terms.
const SHIPPED: [&str; 4] = [
    "src/domain/lists/shipped.rs",
    "src/domain/lists/kept.rs",
    "src/assets/sample/",
    "src/domain/terms.rs",
];

/// Returns what the file names of the shipped entries.
fn named(source: &Source) -> Vec<String> {
    let raw = source.raw.join("\n");
    let mut found = Vec::new();
    for (entry, from) in ENTRIES {
        if !raw.contains(from) {
            continue;
        }
        let path = format!("{entry}::");
        for (line, code) in source.product() {
            let mut names = code.match_indices(&path).filter(|(at, _)| {
                let before = code[..*at].chars().next_back();
                !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
            });
            let shipped = names.any(|(at, _)| {
                let name = &code[at + path.len()..];
                let name: String = name
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                let constant = name.len() > 1 && name.chars().all(|c| c.is_uppercase() || c == '_');
                (constant && name != "LIST") || name == "parse"
            });
            if shipped {
                let path = &source.path;
                found.push(format!(
                    "{path}:{line}: {entry}: ask the lists of the house"
                ));
            }
        }
    }
    found
}

#[test]
fn wks_8_no_list_of_the_house_is_matched_outside_its_shipped_data() {
    let all = sources();
    let asked = all
        .iter()
        .filter(|source| !SHIPPED.iter().any(|path| source.path.starts_with(path)));
    let found: Vec<String> = asked.flat_map(named).collect();
    none("Only shipped data names entries of lists", &found);
}

#[test]
fn the_rule_of_lists_sees_what_it_looks_for() {
    let text = "//! x\nuse crate::domain::trade::Work;\nfn f() {\n    let a = Work::WORKSHOP;\n    \
                let b = Work::ALL;\n    let c = Work::LIST;\n    let d = MyWork::ALL;\n    let e = Unit::Day;\n}\n";
    let source = Source::new("src/ui/x.rs", text, false);
    assert_eq!(named(&source).len(), 2, "{:?}", named(&source));
}
