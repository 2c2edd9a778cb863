//! Proves how lists move, keep the eye's place, and draw (WKS-1, WKS-2, WKS-3).

use super::*;
use crate::ui::kit::columns::Column;
use crate::ui::kit::keymap::Overrides;
use crate::ui::kit::keys::Mouse;
use crate::ui::kit::list_view::{Cell, ListView, Row, scrollbar};
use crate::ui::kit::testing::{Bench, lines};
use proptest::prelude::*;
use ratatui::buffer::Buffer;

/// A million rows that are never held.
struct Million;

impl Rows for Million {
    type Id = usize;
    fn len(&self) -> usize {
        1_000_000
    }
    fn id(&self, position: usize) -> Option<usize> {
        (position < self.len()).then_some(position)
    }
    fn find(&self, id: &usize) -> Option<usize> {
        (*id < self.len()).then_some(*id)
    }
}

fn area() -> Rect {
    Rect::new(0, 0, 40, 10)
}

fn keyed<R: Rows + ?Sized>(list: &mut List<R::Id>, rows: &R, script: &str) -> Listed<R::Id> {
    let moves = MOVES.keymap(&Overrides::default()).unwrap();
    let mut last = Listed::Ignored;
    for input in Input::script(script) {
        last = list.update(&input, area(), rows, &moves);
    }
    last
}

#[test]
fn wks_1_every_movement_has_words_in_both_languages() {
    let bench = Bench::both();
    let texts: Vec<_> = bench.iter().map(|b| &b.texts).collect();
    assert_eq!(
        crate::ui::kit::binding::faults(&MOVES, &texts),
        Vec::<String>::new()
    );
}

#[test]
fn wks_1_keys_move_through_a_million_rows() {
    let mut list = List::default();
    for (script, selected, offset) in [
        ("j j", 2, 0),
        ("G", 999_999, 999_990),
        ("k k", 999_997, 999_990),
        ("g", 0, 0),
        ("Ctrl-d", 5, 5),
        ("Ctrl-d", 10, 10),
        ("PageDown", 19, 19),
        ("Ctrl-u", 14, 14),
        ("k", 13, 13),
        ("PageUp PageUp PageUp", 0, 0),
    ] {
        assert_eq!(keyed(&mut list, &Million, script), Listed::Moved);
        assert_eq!(
            (list.viewport.selected, list.viewport.offset),
            (selected, offset),
            "{script}"
        );
        assert_eq!(list.selected(), Some(&selected));
    }
    assert_eq!(keyed(&mut list, &Million, "Enter"), Listed::Opened(0));
    assert_eq!(keyed(&mut list, &Million, "z"), Listed::Ignored);
}

#[test]
fn wks_1_marks_and_what_an_action_is_about() {
    let mut list = List::default();
    assert_eq!(keyed(&mut list, &Million, "Space"), Listed::Marked(0));
    keyed(&mut list, &Million, "j Space");
    assert_eq!(list.chosen(), [0, 2]);
    assert!(list.unmark() && !list.unmark());
    assert_eq!(list.chosen(), [3]);
    let few: [usize; 2] = [3, 4];
    list.toggle(9);
    list.sync(&few[..], 10);
    assert!(list.marks().is_empty(), "a mark goes with its row");
}

#[test]
fn wks_3_the_selected_row_stays_on_its_line_when_rows_arrive() {
    let before: Vec<u32> = (100..200).collect();
    let mut list = List::default();
    keyed(&mut list, &before[..], "Ctrl-d Ctrl-d j j");
    assert_eq!((list.selected(), list.viewport.offset), (Some(&112), 10));
    let after: Vec<u32> = (90..200).collect();
    list.sync(&after[..], 10);
    assert_eq!(
        (
            list.selected(),
            list.viewport.selected,
            list.viewport.offset
        ),
        (Some(&112), 22, 20)
    );
    let gone: Vec<u32> = (90..200).filter(|&n| n != 112).collect();
    list.sync(&gone[..], 10);
    assert_eq!((list.selected(), list.viewport.selected), (Some(&113), 22));
    list.sync(&[][..] as &[u32], 10);
    assert_eq!(
        (list.selected(), list.viewport.position().as_str()),
        (None, "")
    );
    list.sync(&after[..], 10);
    assert_eq!(list.selected(), Some(&90));
}

#[test]
fn wks_1_the_mouse_selects_opens_and_scrolls() {
    let moves = MOVES.keymap(&Overrides::default()).unwrap();
    let mut list = List::default();
    let mut at = |kind, row| {
        let outcome = list.update(
            &Input::Mouse(Mouse {
                kind,
                column: 3,
                row,
            }),
            area(),
            &Million,
            &moves,
        );
        (outcome, list.viewport.selected, list.viewport.offset)
    };
    assert_eq!(at(MouseKind::Press, 4), (Listed::Moved, 4, 0));
    assert_eq!(at(MouseKind::Press, 4), (Listed::Opened(4), 4, 0));
    assert_eq!(at(MouseKind::WheelDown, 0), (Listed::Moved, 4, 3));
    assert_eq!(at(MouseKind::WheelDown, 0), (Listed::Moved, 6, 6));
    assert_eq!(at(MouseKind::WheelUp, 0), (Listed::Moved, 6, 3));
    assert_eq!(at(MouseKind::Press, 40).0, Listed::Ignored);
}

const COLUMNS: [Column; 3] = [
    Column::fixed(4).right(),
    Column::fixed(8).from(8),
    Column::text(8),
];

fn draw(
    bench: &Bench,
    viewport: Viewport,
    width: u16,
    height: u16,
    asked: &std::cell::Cell<usize>,
) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    let view = ListView {
        columns: &COLUMNS,
        viewport,
        focused: true,
        empty: "Nothing here.\nn makes one",
    };
    view.view(area, &mut buf, &bench.look(), |i| {
        asked.set(asked.get() + 1);
        let name = match i % 4 {
            0 => "日本語の長い件名です、とても長い",
            1 => "\u{1b}[2J\u{202e}evil\nline",
            2 => "شركة السفر",
            _ => "👩\u{200d}👧 family",
        };
        Row {
            cells: vec![
                Cell::new(format!("{i} h")),
                Cell::new(format!("R-{i}")),
                Cell::new(name),
            ],
            marked: i == 1,
            ..Row::default()
        }
    });
    scrollbar(
        Rect {
            x: width - 1,
            width: 1,
            ..area
        },
        &mut buf,
        &bench.look(),
        &viewport,
    );
    buf
}

#[test]
fn wks_2_only_visible_rows_are_asked_for_and_hostile_ones_stay_in_line() {
    for bench in Bench::both() {
        let asked = std::cell::Cell::new(0);
        let mut viewport = Viewport::default();
        viewport.fit(1_000_000, 4);
        let buf = draw(&bench, viewport, 34, 4, &asked);
        assert_eq!(asked.get(), 4);
        assert_eq!(
            lines(&buf),
            [
                "▌  0 h R-0      日本語の長い件名…┃",
                " ■ 1 h R-1      <U+001B>[2J<U+202…",
                "   2 h R-2      شركة السفر",
                "   3 h R-3      👩\u{200d}👧 family",
            ]
        );
        let narrow = draw(&bench, viewport, 18, 4, &asked);
        assert_eq!(lines(&narrow)[0], "▌  0 h 日本語…   ┃");
        viewport.fit(0, 4);
        assert_eq!(
            lines(&draw(&bench, viewport, 34, 5, &asked))[1..3],
            ["          Nothing here.", "           n makes one"]
        );
    }
}

proptest! {
    #[test]
    fn wks_2_the_selected_row_always_shows(
        steps in prop::collection::vec((0usize..6, -30isize..30, 0usize..60, 0usize..12), 1..40),
    ) {
        let mut v = Viewport::default();
        for (what, n, len, height) in steps {
            match what {
                0 => v.by(n),
                1 => v.page(n),
                2 => v.scroll(n),
                3 => v.fit(len, height),
                4 => v.follow(len, Some(len / 2)),
                _ => v.select(len),
            }
            if v.len > 0 {
                prop_assert!(v.selected < v.len, "{v:?}");
            }
            if v.len > 0 && v.height > 0 {
                prop_assert!(v.visible().contains(&v.selected), "{v:?}");
                prop_assert!(v.offset == 0 || v.offset + v.height <= v.len, "no blank rows below: {v:?}");
            }
        }
    }
}
