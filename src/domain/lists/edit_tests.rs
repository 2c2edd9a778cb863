//! WKS-8, WKS-7: what differs is said of each entry, and changes are laid over what others did without a loss.

use proptest::prelude::*;

use super::*;

fn entry(key: &str) -> EntryDraft {
    EntryDraft {
        key: key.into(),
        ..EntryDraft::default()
    }
}

fn named(key: &str, names: &[(Language, &str)]) -> EntryDraft {
    EntryDraft {
        names: names
            .iter()
            .map(|(language, name)| (*language, (*name).into()))
            .collect(),
        ..entry(key)
    }
}

fn list(keys: &[&str]) -> Vec<EntryDraft> {
    keys.iter().map(|key| entry(key)).collect()
}

fn keys(entries: &[EntryDraft]) -> Vec<&str> {
    entries.iter().map(|entry| &*entry.key).collect()
}

#[test]
fn wks_8_what_became_of_an_entry_is_said_and_nothing_of_the_others() {
    let mut edit = ListEdit::of(list(&["a", "b", "c", "d", "e"]));
    assert!(!edit.is_changed());
    edit.retire("a", true);
    edit.put(named("b", &[(Language::EN, "B")]));
    edit.strike("c");
    edit.shift("e", "d");
    edit.add(entry("f"));
    assert_eq!(edit.became("a"), [Became::Retired]);
    assert_eq!(edit.became("b"), [Became::Renamed]);
    assert_eq!(edit.became("c"), [Became::Struck]);
    assert_eq!(edit.became("d"), [], "it made room");
    assert_eq!(edit.became("e"), [Became::Moved]);
    assert_eq!(edit.became("f"), [Became::Added]);
    assert_eq!(keys(&edit.to), ["a", "b", "e", "d", "f"]);
    assert_eq!(
        keys(&edit.rows()),
        ["a", "b", "c", "e", "d", "f"],
        "what is struck off stands where it stood"
    );
    assert_eq!(edit.changes().len(), 5);
    assert_eq!(edit.number("b"), Some(1));
    assert_eq!(edit.number("a"), None);
    edit.retire("c", false);
    edit.retire("a", false);
    edit.shift("d", "e");
    edit.strike("f");
    edit.put(entry("b"));
    assert!(!edit.is_changed(), "{edit:#?}");
    assert_eq!(edit.became("e"), [], "it was moved back");
}

#[test]
fn wks_7_changes_are_laid_over_what_others_did() {
    let mut edit = ListEdit::of(vec![
        named("a", &[(Language::FR, "a"), (Language::EN, "a")]),
        entry("b"),
        entry("c"),
        entry("d"),
    ]);
    edit.put(named("a", &[(Language::FR, "A"), (Language::EN, "a")]));
    edit.retire("b", true);
    edit.strike("c");
    edit.shift("d", "a");
    edit.add(entry("mine"));
    let now = vec![
        named("a", &[(Language::FR, "a"), (Language::EN, "other")]),
        entry("theirs"),
        named("c", &[(Language::EN, "kept")]),
        entry("d"),
    ];
    let over = edit.laid_over(now.clone());
    assert_eq!(over.was, now);
    assert_eq!(keys(&over.to), ["d", "a", "mine", "b", "theirs"]);
    assert_eq!(
        over.now("a"),
        Some(&named("a", &[(Language::FR, "A"), (Language::EN, "other")]))
    );
    assert!(
        over.now("b").is_some_and(|b| b.retired),
        "retired here, struck off by others: still there"
    );
    assert_eq!(over.became("c"), [Became::Struck]);
    assert_eq!(over.became("d"), [Became::Moved]);
    assert_eq!(over.became("theirs"), []);
}

/// A few entries, each with a name or retired.
fn some_list() -> impl Strategy<Value = Vec<EntryDraft>> {
    let few = prop::sample::subsequence(vec!["a", "b", "c", "d", "e", "f"], 0..6).prop_shuffle();
    (few, any::<u8>()).prop_map(|(keys, bits)| {
        let one = |(n, key): (usize, &str)| EntryDraft {
            retired: bits >> n & 1 == 1,
            ..named(
                key,
                &[(
                    Language::EN,
                    if bits >> (n + 1) & 1 == 1 { "x" } else { "y" },
                )],
            )
        };
        keys.into_iter().enumerate().map(one).collect()
    })
}

proptest! {
    #[test]
    fn wks_7_laid_over_what_it_was_it_is_the_same_and_without_changes_it_is_what_others_made(
        was in some_list(), to in some_list(), now in some_list(),
    ) {
        let edit = ListEdit { was: was.clone(), to: to.clone(), moved: BTreeSet::new() };
        prop_assert_eq!(keys(&edit.laid_over(was.clone()).to).len(), to.len());
        prop_assert_eq!(&edit.laid_over(was.clone()).to, &to);
        prop_assert_eq!(&ListEdit::of(was).laid_over(now.clone()).to, &now);
        let over = edit.laid_over(now);
        let mut all = keys(&over.to);
        all.sort_unstable();
        all.dedup();
        prop_assert_eq!(all.len(), over.to.len(), "none stands twice");
    }
}
