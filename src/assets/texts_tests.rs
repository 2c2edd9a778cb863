//! Proves that both languages say everything, with the same values in each (WKS-4).

use super::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Message ids of one source with the variables each uses, and a list of what is wrong.
fn messages(source: &str) -> (BTreeMap<String, BTreeSet<String>>, Vec<String>) {
    let mut wrong = Vec::new();
    if let Err((_, errors)) = FluentResource::try_new(source.to_owned()) {
        wrong.extend(errors.iter().map(|e| format!("{e:?}")));
    }
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = None;
    for line in source.lines() {
        let starts = line.starts_with(|c: char| c.is_ascii_alphabetic());
        if let (true, Some((id, _))) = (starts, line.split_once('=')) {
            let id = id.trim().to_owned();
            if all.insert(id.clone(), BTreeSet::new()).is_some() {
                wrong.push(format!("{id} is there twice"));
            }
            current = Some(id);
        }
        let Some(variables) = current.as_ref().and_then(|id| all.get_mut(id)) else {
            continue;
        };
        for piece in line.split('$').skip(1) {
            let name: String = piece
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '-' || *c == '_')
                .collect();
            variables.insert(name);
        }
    }
    (all, wrong)
}

#[test]
fn wks_4_both_languages_have_the_same_texts_with_the_same_values() {
    let mut seen = BTreeSet::new();
    for (file, en, fr) in FILES {
        let (en, wrong_en) = messages(en);
        let (fr, wrong_fr) = messages(fr);
        assert!(wrong_en.is_empty(), "en/{file}: {wrong_en:#?}");
        assert!(wrong_fr.is_empty(), "fr/{file}: {wrong_fr:#?}");
        let missing: Vec<_> = en.keys().filter(|id| !fr.contains_key(*id)).collect();
        let extra: Vec<_> = fr.keys().filter(|id| !en.contains_key(*id)).collect();
        assert!(
            missing.is_empty() && extra.is_empty(),
            "fr/{file} lacks {missing:?}, has alone {extra:?}"
        );
        for (id, variables) in &en {
            assert_eq!(Some(variables), fr.get(id), "values of {id} in {file}");
            assert!(seen.insert(id.clone()), "{id} is in two files");
        }
    }
    assert!(seen.len() > 20);
}

#[test]
fn wks_4_every_locale_file_is_listed() {
    let locales = root().join("assets/locales");
    let listed = FILES.iter().map(|(name, _, _)| format!("{name}.ftl"));
    let listed: BTreeSet<String> = listed.collect();
    for lang in Lang::ALL {
        let folder = locales.join(lang.code());
        for entry in std::fs::read_dir(&folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            assert!(listed.contains(&name), "{lang:?}/{name} is not in FILES");
        }
    }
}

/// The crate's folder, from where this file is.
fn root() -> PathBuf {
    Path::new(file!()).ancestors().nth(3).unwrap().to_path_buf()
}

/// Every source in a folder and below it.
pub(super) fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn wks_4_every_text_the_screens_name_exists() {
    let texts = Texts::new(Lang::En);
    let mut files = Vec::new();
    for folder in ["src/ui", "src/plain"] {
        sources(&root().join(folder), &mut files);
    }
    let mut named = 0;
    for file in files {
        let code = std::fs::read_to_string(&file).unwrap();
        let code: String = code
            .split("#[cfg(test)]")
            .next()
            .unwrap()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        for call in [
            "texts.get(\"",
            "texts.with(\"",
            "texts.get( \"",
            "texts.with( \"",
            "place.says(\"",
        ] {
            for piece in code.split(call).skip(1) {
                let id = piece.split('"').next().unwrap();
                assert!(
                    texts.has(id),
                    "{id}, named in {}, is in no locale file",
                    file.display()
                );
                named += 1;
            }
        }
    }
    assert!(named > 10, "only {named} texts found in the sources");
}

#[test]
fn wks_4_values_plurals_and_the_unknown() {
    let fr = Texts::new(Lang::Fr);
    assert_eq!(fr.with("kit-marked", &[("n", 1_usize.into())]), "1 marquée");
    assert_eq!(
        fr.with("kit-marked", &[("n", 3_usize.into())]),
        "3 marquées"
    );
    assert_eq!(fr.get("no-such-text"), "⟦no-such-text⟧");
    assert!(
        fr.get("kit-marked").starts_with("⟦kit-marked⟧"),
        "a forgotten value is seen"
    );
}

#[test]
fn texts_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Texts>();
}

#[test]
fn a_language_is_read_from_an_environment() {
    for (text, lang) in [
        ("fr_FR.UTF-8", Some(Lang::Fr)),
        ("EN", Some(Lang::En)),
        ("frr", None),
        ("de_DE", None),
        ("", None),
        ("é", None),
    ] {
        assert_eq!(Lang::parse(text), lang, "{text}");
    }
}
