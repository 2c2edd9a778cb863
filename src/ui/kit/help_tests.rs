//! Proves that `?` shows every key, finds by words, says once why something cannot be done, and holds on any
//! screen (WKS-1, WKS-2).

use super::*;
use crate::ui::globals::all_entries;
use crate::ui::kit::binding::Reason;
use crate::ui::kit::keymap::Overrides;
use crate::ui::kit::list::MOVES;
use crate::ui::kit::testing::Bench;
use crate::ui::kit::texts::Lang;

fn help(texts: &Texts) -> Help {
    let keymap = MOVES.keymap(&Overrides::default()).unwrap();
    let mut entries = MOVES.all_entries(&keymap);
    entries[1].ready = Ready::No(Reason::new("kit-empty"));
    let signs = vec![("!", "kit-help-not-now")];
    Help::new("Lists".to_owned(), vec![entries], signs, texts)
}

fn drawn(bench: &Bench, help: &Help, width: u16, height: u16) -> Vec<String> {
    bench.screen(width, height, |area, buf, look| help.view(area, buf, look))
}

#[test]
fn wks_1_help_shows_every_key_and_says_once_why_not() {
    let bench = Bench::new(Lang::En);
    let mut help = help(&bench.texts);
    let screen = Rect::new(0, 0, 80, 24);
    for input in Input::script("Down") {
        assert_eq!(help.update(&input, screen), Helped::Open);
    }
    let lines = drawn(&bench, &help, 80, 24);
    for words in ["j Down", "down", "Move around", "not now", "Ctrl-d"] {
        assert!(
            lines.iter().any(|line| line.contains(words)),
            "{words} in {lines:#?}"
        );
    }
    let whys = lines
        .iter()
        .filter(|line| line.contains("Nothing here yet."));
    assert_eq!(whys.count(), 1, "{lines:#?}");
    assert_eq!(
        help.update(&Input::script("Enter")[0], screen),
        Helped::Open
    );
}

#[test]
fn wks_1_typing_finds_a_key_and_enter_runs_it() {
    let bench = Bench::new(Lang::Fr);
    let (mut help, screen) = (help(&bench.texts), Rect::new(0, 0, 80, 24));
    let mut last = Helped::Open;
    for input in Input::script("s u i v a n t e") {
        last = help.update(&input, screen);
    }
    assert_eq!(last, Helped::Open);
    assert!(
        drawn(&bench, &help, 80, 24)
            .iter()
            .any(|line| line.contains("j Bas"))
    );
    let run = help.update(&Input::script("Enter")[0], screen);
    assert_eq!(run, Helped::Run("list", "move-down"));
    assert_eq!(
        help.update(&Input::script("Esc")[0], screen),
        Helped::Open,
        "what was typed goes first"
    );
    assert_eq!(
        help.update(&Input::script("Esc")[0], screen),
        Helped::Closed
    );
}

#[test]
fn wks_1_the_signs_are_a_key_away() {
    let bench = Bench::new(Lang::En);
    let (mut help, screen) = (help(&bench.texts), Rect::new(0, 0, 60, 20));
    help.update(&Input::script("Tab")[0], screen);
    let lines = drawn(&bench, &help, 60, 20);
    assert!(
        lines.iter().any(|line| line.contains("!     not now")),
        "{lines:#?}"
    );
}

/// Every key of every pane stands on some page, at every size, and the arrows reach it.
#[test]
fn wks_2_every_key_is_on_some_page_at_any_size() {
    for bench in Bench::both() {
        for (width, height) in [(160, 45), (120, 36), (80, 24), (60, 20), (40, 10)] {
            let screen = Rect::new(0, 0, width, height);
            let sections = all_entries();
            let mut help = Help::new(String::new(), sections, Vec::new(), &bench.texts);
            let mut seen = std::collections::BTreeSet::new();
            for _ in 0..help.entries.len() {
                let selected = help.selected().map(|entry| entry.id);
                let lines = drawn(&bench, &help, width, height);
                if lines.iter().any(|line| line.contains('▌')) {
                    seen.extend(selected);
                }
                help.update(&Input::script("Down")[0], screen);
            }
            let all: std::collections::BTreeSet<_> = help.entries.iter().map(|e| e.id).collect();
            assert_eq!(seen, all, "{width}×{height}");
            help.update(&Input::script("PageUp")[0], screen);
            help.update(&Input::script("Left")[0], screen);
        }
        let help = help(&bench.texts);
        for (width, height) in [(12, 4), (3, 2), (1, 1), (0, 0)] {
            drawn(&bench, &help, width, height);
        }
    }
}
