//! Proves what the palette finds, and that it runs what it shows.

use super::*;
use crate::ui::kit::binding::Reason;
use crate::ui::kit::keys::Chord;
use crate::ui::kit::testing::Bench;
use crate::ui::kit::texts::Lang;

fn entry(id: &'static str, key: &str, ready: Ready) -> Entry {
    Entry {
        scope: "list",
        id,
        chords: Chord::parse(key).into_iter().collect(),
        weight: 1,
        ready,
    }
}

fn palette(texts: &Texts) -> Palette {
    let entries = vec![
        entry("move-top", "g", Ready::No(Reason::new("kit-empty"))),
        entry("move-down", "j", Ready::Yes),
        entry("move-up", "k", Ready::Hidden),
    ];
    Palette::new(entries, texts)
}

fn play(lang: Lang, script: &str) -> (Called, Vec<String>) {
    let mut palette = palette(&Texts::new(lang));
    let screen = Rect::new(0, 0, 80, 24);
    let mut last = Called::Open;
    for input in Input::script(script) {
        last = palette.update(&input, screen);
    }
    let drawn = Bench::new(lang).screen(80, 24, |area, buf, look| palette.view(area, buf, look));
    (last, drawn)
}

#[test]
fn wks_1_any_action_by_its_name_in_ones_own_language() {
    let down = Called::Run("list", "move-down");
    assert_eq!(play(Lang::En, "next Space row Enter").0, down);
    assert_eq!(play(Lang::Fr, "suivante Enter").0, down);
    assert_eq!(play(Lang::En, "suivante Enter").0, Called::Open);
    assert_eq!(play(Lang::En, "before Enter").0, Called::Open);
    assert_eq!(play(Lang::En, "Esc").0, Called::Cancelled);
}

#[test]
fn wks_1_what_cannot_be_done_stays_and_says_why_once() {
    let (called, lines) = play(Lang::En, "first Enter");
    assert_eq!(called, Called::Open);
    let whys = lines
        .iter()
        .filter(|line| line.contains("Nothing here yet."));
    assert!(whys.count() >= 1, "{lines:#?}");
    let (_, lines) = play(Lang::En, "");
    let at = |words: &str| lines.iter().position(|line| line.contains(words));
    assert!(at("Select the next row") < at("g "), "{lines:#?}");
}

#[test]
fn wks_2_it_holds_on_the_smallest_screens() {
    for bench in Bench::both() {
        let palette = palette(&bench.texts);
        for (width, height) in [(60, 20), (40, 10), (12, 4), (1, 1), (0, 0)] {
            bench.screen(width, height, |area, buf, look| {
                palette.view(area, buf, look)
            });
        }
    }
}
