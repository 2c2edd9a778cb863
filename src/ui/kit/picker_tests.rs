//! Proves that choosing works by keys and mouse, and holds hostile names (WKS-1, WKS-2).

use super::*;
use crate::ui::kit::keys::Mouse;
use crate::ui::kit::testing::{Bench, hostile};

const SCREEN: Rect = Rect {
    x: 0,
    y: 0,
    width: 80,
    height: 24,
};

fn people() -> Vec<Choice> {
    let names = [
        ("Martine Duval", "relation"),
        ("Amélie Roche", "manager"),
        ("Paul Roux", "TIME TOURS"),
        ("Ana Matos", "pricing"),
    ];
    names
        .map(|(name, detail)| Choice::with(name, detail))
        .to_vec()
}

fn play(mut picker: Picker, script: &str) -> (Picker, Picked) {
    let mut last = Picked::Open;
    for input in Input::script(script) {
        last = picker.update(&input, SCREEN);
    }
    (picker, last)
}

#[test]
fn wks_1_typing_narrows_and_enter_chooses() {
    let one = || Picker::one("Assign to", people());
    assert_eq!(play(one(), "ame Enter").1, Picked::Chosen(vec![1]));
    assert_eq!(play(one(), "Down Down Enter").1, Picked::Chosen(vec![2]));
    assert_eq!(play(one(), "zzz Enter").1, Picked::Open);
    assert_eq!(play(one(), "zzz Esc").1, Picked::Cancelled);
    assert_eq!(
        play(one(), "zzz Ctrl-u Up Enter").1,
        Picked::Chosen(vec![0])
    );
}

#[test]
fn wks_1_several_are_marked_with_tab_and_new_ones_offered() {
    let tags = || Picker::several("Tags", people(), &[3]).or_new();
    assert_eq!(play(tags(), "ame Tab Enter").1, Picked::Chosen(vec![1, 3]));
    assert_eq!(
        play(
            Picker::several("Tags", people(), &[]).or_new(),
            "urgent Enter"
        )
        .1,
        Picked::New("urgent".to_owned())
    );
    assert_eq!(
        play(
            Picker::one("Tags", people()).or_new(),
            "amelie Space roche Enter"
        )
        .1,
        Picked::Chosen(vec![1])
    );
}

#[test]
fn wks_1_a_press_chooses_what_was_drawn_there() {
    let mut picker = Picker::one("Assign to", people());
    let rows = picker.rows(SCREEN);
    let press = Mouse {
        kind: MouseKind::Press,
        column: rows.x + 3,
        row: rows.y + 2,
    };
    assert_eq!(
        picker.update(&Input::Mouse(press), SCREEN),
        Picked::Chosen(vec![2])
    );
}

#[test]
fn wks_2_drawn_in_both_languages_at_any_size_with_hostile_names() {
    for bench in Bench::both() {
        let (picker, _) = play(Picker::several("Assign to", people(), &[0]).or_new(), "am");
        let lines = bench.screen(80, 24, |area, buf, look| picker.view(area, buf, look));
        assert!(
            lines.iter().any(|l| l.contains("Amélie Roche")),
            "{lines:#?}"
        );
        let bad: Vec<_> = hostile()
            .into_iter()
            .map(|n| Choice::with(n.clone(), n))
            .collect();
        for (width, height) in [(80, 24), (40, 10), (12, 5), (3, 2), (0, 0)] {
            let picker = Picker::several(hostile().concat(), bad.clone(), &[1]);
            bench.screen(width, height, |area, buf, look| {
                picker.view(area, buf, look)
            });
        }
    }
}
