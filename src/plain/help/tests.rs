//! Proves that no command's help lacks a text in any language, and that what is told in English is what stands
//! beside the command (WKS-4).

use std::collections::BTreeSet;

use clap::CommandFactory;

use super::texts::{WORDS, arg_ids, found, rendered, value_id};
use super::*;

/// What is asked for here, as on the command line.
fn grammar() -> Command {
    crate::cli::Args::command()
}

/// What is told of `line` on the command line.
fn told(lang: Lang, line: &[String]) -> Error {
    let entrance = Entrance {
        grammar: grammar(),
        root: "entremise",
        head: crate::cli::HEAD,
        rights: None,
    };
    entrance.read(lang, line).unwrap_err()
}

/// What a command has to say of itself: ids, the first that there is counts, and the English of it.
fn texts_of(command: &Command, path: &str, under: &str, all: &mut Vec<(Vec<String>, String)>) {
    let about = command.get_about().map(ToString::to_string);
    if !under.is_empty() {
        all.push((vec![format!("help-{path}")], about.unwrap_or_default()));
    }
    for arg in command.get_arguments() {
        let help = arg.get_help().map(ToString::to_string);
        all.push((arg_ids(path, arg).to_vec(), help.unwrap_or_default()));
        for value in arg.get_possible_values() {
            let help = value.get_help().map(ToString::to_string);
            all.extend(help.map(|help| (vec![value_id(&value)], help)));
        }
    }
    for inner in command.get_subcommands() {
        let path = format!("{under}{}", inner.get_name());
        texts_of(inner, &path, &format!("{path}-"), all);
    }
}

/// The words of every command, from the first one on.
fn paths(command: &Command, before: &[String], all: &mut Vec<Vec<String>>) {
    all.push(before.to_vec());
    for inner in command.get_subcommands() {
        let words = [before, &[inner.get_name().to_owned()]].concat();
        paths(inner, &words, all);
    }
}

#[test]
fn wks_4_no_help_of_a_command_lacks_a_text_in_a_language() {
    let [en, fr] = Lang::ALL.map(Texts::new);
    let mut all = Vec::new();
    texts_of(&grammar(), "entremise", "", &mut all);
    assert!(all.len() > 200, "{}", all.len());
    let mut named = BTreeSet::new();
    for (ids, english) in &all {
        assert!(!english.is_empty(), "{ids:?} says nothing");
        let said = found(&en, ids).unwrap_or_else(|| panic!("{ids:?} is in no locale file"));
        assert_eq!(&said, english, "{ids:?} in English");
        let french = found(&fr, ids);
        assert!(
            french.is_some_and(|french| french != said),
            "{ids:?} in French"
        );
        named.extend(ids.iter().filter(|id| en.has(id)).cloned());
    }
    // And nothing is said of what is no command any more.
    let file = include_str!("../../../assets/locales/en/commands.ftl");
    let ids = file.lines().filter_map(|line| line.split_once(" = "));
    for id in ids.map(|(id, _)| id) {
        let other = [
            "help-word-",
            "help-place-",
            "help-topic-",
            "help-line",
            "help-entremise",
        ];
        let other = other.iter().any(|begin| id.starts_with(begin));
        assert!(other || named.contains(id), "{id} is said of nothing");
    }
}

#[test]
fn wks_4_what_is_asked_for_in_french_is_told_without_a_word_of_english() {
    let (english, french) = (Texts::new(Lang::En), Texts::new(Lang::Fr));
    let (mut all, mut commands) = (Vec::new(), Vec::new());
    texts_of(&grammar(), "entremise", "", &mut all);
    paths(&grammar(), &["entremise".to_owned()], &mut commands);
    let words: Vec<_> = WORDS
        .map(|word| english.get(&format!("help-word-{word}")).into_owned())
        .into();
    // Some English words are French ones too: a text of one word says little.
    let texts: Vec<&String> = all
        .iter()
        .map(|(_, text)| text)
        .filter(|text| text.len() > 8)
        .collect();
    assert!(commands.len() > 50);
    for words_of in &commands {
        for asked in ["-h", "--help"] {
            let line = [&words_of[..], &[asked.to_owned()]].concat();
            let plain = told(Lang::En, &line).render().to_string();
            let help = rendered(&told(Lang::Fr, &line), &french);
            assert!(help.contains("Usage\u{a0}:"), "{line:?}: {help}");
            for english in words.iter().chain(texts.iter().copied()) {
                assert!(
                    !help.contains(english.as_str()),
                    "{line:?}: {english:?} in {help}"
                );
            }
            // The same things are told: as many lines, but for a longer text at the top.
            let lines = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).count();
            let top = usize::from(words_of.len() == 1);
            assert!(
                lines(&plain).abs_diff(lines(&help)) <= top,
                "{plain}\n{help}"
            );
        }
    }
}
