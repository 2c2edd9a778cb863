//! WKS-8: lists go out and come back as they were; a wrong file names its line and field; the examples read.

use std::path::Path;

use super::*;
use crate::domain::lists::command::ListsCommand;
use crate::domain::tests::bench::{ANNA, Bench};
use crate::domain::{Command, Refusal};

/// A house that has read a file of lists.
fn with(source: &str) -> Bench {
    let mut bench = Bench::new();
    let drafts = lists_from(source).expect("lists");
    take(&mut bench, drafts).expect("taken");
    bench
}

fn take(bench: &mut Bench, drafts: Vec<ListDraft>) -> Result<(), Refusal> {
    let command = Command::Lists(ListsCommand::Change(drafts));
    let command = command.upon(bench.state.seq());
    bench.run(Some(ANNA), command).map(drop)
}

#[test]
fn wks_8_the_shipped_lists_are_the_example_called_workshops() {
    let text = lists_text(&Lists::default(), ListName::ALL);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/lists/workshops.toml");
    if std::env::var_os("ENTREMISE_UPDATE").is_some() {
        std::fs::write(&path, &text).expect("written");
    }
    let kept = std::fs::read_to_string(&path).expect("read");
    assert_eq!(text, kept, "ENTREMISE_UPDATE=1 writes it");
    let bench = with(&kept);
    assert_eq!(**bench.state.lists(), Lists::default(), "nothing changed");
}

const OWN: &str = r#"
level = []

[[work]]
key = "study_visit"
name = { nl = "studiebezoek", fr = "visite d’étude", en = "study \"visit\"" }

[[work]]
key = "workshop"
name = { fr = "atelier maison", en = "workshop" }
retired = true

[[close]]
key = "budget"
name = { fr = "pas de budget" }
means = "over"

[[close]]
key = "spam"

[[skill]]
key = "fr_nl"
from = "fr"
to = "nl"

[[skill]]
key = "legal"
name = { fr = "textes juridiques" }

[[subscription]]
key = "none"

[[subscription]]
key = "gold"
name = { en = "gold" }
contains = { en = "three \"introductions\" a month", fr = "trois par mois" }

[[tag]]
key = "seasonal_rental"
name = { nl = "seizoensverhuur" }

[[decline]]
key = "no_pair"
name = { en = "another pair" }
"#;

#[test]
fn wks_8_lists_go_out_and_come_back_into_an_empty_house_as_the_same_bytes() {
    // In the bench there is nothing that uses the shipped levels and audiences but the terms.
    let mut bench = Bench::new();
    let bare = crate::domain::terms::Terms {
        needs: Vec::new(),
        compliance: Vec::new(),
        ..Default::default()
    };
    let bare = Command::House(crate::domain::house::command::HouseCommand::ChangeTerms(
        Box::new(bare),
    ));
    let upon = bare.clone().upon(bench.state.seq());
    bench.must(Some(ANNA), upon);
    take(&mut bench, lists_from(OWN).expect("lists")).expect("taken");
    let out = lists_text(bench.state.lists(), ListName::ALL);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/lists-2.toml");
    if std::env::var_os("ENTREMISE_UPDATE").is_some() && !path.exists() {
        std::fs::write(&path, &out).expect("written");
    }
    assert_eq!(out, std::fs::read_to_string(path).expect("read"));
    let mut empty = Bench::new();
    let upon = bare.upon(empty.state.seq());
    empty.must(Some(ANNA), upon);
    take(&mut empty, lists_from(&out).expect("lists")).expect("taken");
    for list in ListName::ALL {
        let (there, here) = (
            bench.state.lists().list(*list),
            empty.state.lists().list(*list),
        );
        assert_eq!(there.entries, here.entries, "{list:?}");
    }
    assert_eq!(lists_text(empty.state.lists(), ListName::ALL), out);
    // A file that an earlier program printed reads too.
    let earlier = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/lists-1.toml");
    let earlier = std::fs::read_to_string(earlier).expect("read");
    assert_eq!(lists_from(&earlier).expect("lists").len(), 8);
}

/// A wrong file says all of `words`.
fn has(text: &str, words: &[&str]) {
    let said = lists_from(text).expect_err("wrong").to_string();
    for word in words {
        assert!(said.contains(word), "{word:?} is not in {said:?}");
    }
}

#[test]
fn wks_8_a_wrong_pair_of_languages_or_content_names_its_line_and_field() {
    has(
        "[[skill]]\nkey = \"a\"\nfrom = \"fr\"\nto = \"dutch\"\n",
        &["line 4", "a, to", "dutch"],
    );
    has(
        "[[skill]]\nkey = \"a\"\nfrom = \"fr\"\n",
        &["line 3", "a, to", "missing"],
    );
    has(
        "[[skill]]\nkey = \"a\"\nto = \"fr\"\n",
        &["line 3", "a, from", "missing"],
    );
    has(
        "[[skill]]\nkey = \"a\"\nfrom = \"fr\"\nto = \"fr\"\n",
        &["line 3", "a, from", "same"],
    );
    has(
        "[[work]]\nkey = \"a\"\nfrom = \"fr\"\nto = \"nl\"\n",
        &["line 3", "a, from", "only skills"],
    );
    has(
        "[[tag]]\nkey = \"a\"\ncontains = { fr = \"x\" }\n",
        &["line 3", "a, contains", "only subscriptions"],
    );
}

#[test]
fn wks_8_a_wrong_file_of_lists_names_its_line_and_field() {
    has("", &["empty"]);
    has(
        "[[work]]\nkey = \"a\"\n\n[[works]]\nkey = \"b\"\n",
        &["line 4", "works is not a list", "audience"],
    );
    has("[[work]]\nkey = \"a\"\nkind = 1\n", &["line 3", "kind"]);
    has("[[work]]\nname = { en = \"a\" }\n", &["line 1", "key"]);
    has(
        "[[work]]\nkey = \"A b\"\n",
        &["line 2", "A b, key", "small letter"],
    );
    has(
        "[[work]]\nkey = \"a\"\n[[work]]\nkey = \"a\"\n",
        &["line 4", "a, key", "twice"],
    );
    has(
        "[[work]]\nkey = \"a\"\nname = { english = \"a\" }\n",
        &["line 3", "a, name", "english"],
    );
    has(
        "[[work]]\nkey = \"a\"\nname = { en = \"\" }\n",
        &["line 3", "a, name", "en is empty"],
    );
    has(
        "[[work]]\nkey = \"a\"\nname = { en = \"a\", en = \"b\" }\n",
        &["line 3"],
    );
    has("[[work]]\nkey = \"a\"\nname = {}\n", &["line 3", "no name"]);
    has(
        "[[work]]\nkey = \"a\"\nname = \"a\"\n",
        &["line 3", "names by language"],
    );
    has("[[work]]\nkey = \"a\"\nretired = 1\n", &["line 3"]);
    has(
        "[[work]]\nkey = \"a\"\nmeans = \"deal\"\n",
        &["line 3", "a, means"],
    );
    has(
        "[[close]]\nkey = \"a\"\nmeans = \"win\"\n",
        &["line 3", "a, means", "win", "no_request"],
    );
    has(
        "[[unit]]\nkey = \"a\"\nretired = true\n",
        &["line 1", "unit", "retired"],
    );
    has("work = 3\n", &["line 1"]);
    has("work = []\n", &["line 1", "work"]);
}

#[test]
fn wks_8_every_example_can_be_started_from() {
    for name in list_examples() {
        let drafts = list_example(name).expect("an example").expect("it reads");
        assert_eq!(drafts.len(), ListName::ALL.len(), "{name} has every list");
        for draft in &drafts {
            for entry in draft.entries.iter().filter(|_| name != "workshops") {
                let (list, key) = (draft.list, &entry.key);
                for lang in Lang::ALL {
                    let language = lang.language();
                    let named =
                        entry.names.iter().any(|(one, _)| *one == language) || entry.pair.is_some();
                    let shipped = shipped(list, key, lang, ListName::text_of).is_some();
                    assert!(named || shipped, "{name}: {key} has no {language:?} name");
                }
            }
        }
    }
    assert!(list_example("none").is_none());
}
