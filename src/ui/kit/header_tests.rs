//! Proves how the header narrows, and that clicks find tabs (WKS-1, WKS-2).

use super::*;
use crate::ui::kit::testing::{Bench, hostile};

fn header() -> Header {
    let names = [
        "Inbox",
        "Board",
        "Threads",
        "Interviews",
        "Escrow",
        "Messages",
        "Follow-up",
        "Office",
        "Insights",
    ];
    let counts = [
        (12, 0, false),
        (5, 0, false),
        (3, 0, true),
        (2, 0, false),
        (0, 0, false),
        (1, 0, true),
        (14, 4, false),
        (0, 0, false),
        (0, 0, false),
    ];
    let tabs = names
        .iter()
        .zip(counts)
        .zip('1'..)
        .map(|((name, (count, late, unread)), key)| Tab {
            key,
            label: (*name).to_owned(),
            count,
            late,
            unread,
        })
        .collect();
    Header {
        tabs,
        current: Some('4'),
    }
}

#[test]
fn wks_2_the_header_gives_up_words_before_figures_and_figures_before_keys() {
    let bench = Bench::new(crate::ui::kit::texts::Lang::En);
    for (width, shown) in [
        (
            137,
            " 1 Inbox 12   2 Board 5   3 Threads 3●  ▌4 Interviews 2   5 Escrow   6 Messages 1●   7 Follow-up 4! · 14   8 Office   9 Insights",
        ),
        (
            80,
            " 1·12   2·5   3·3●  ▌4 Interviews 2   5   6·1●   7·4!   8   9",
        ),
        (50, " 1  2  3● ▌4 Interviews 2  5  6●  7!  8  9"),
        (40, " 1  2  3● ▌4 Interviews 2  5  6●  7!  8"),
    ] {
        let lines = bench.screen(width, 1, |area, buf, look| header().view(area, buf, look));
        assert_eq!(lines[0], shown, "at {width}");
    }
}

#[test]
fn wks_1_a_press_finds_the_tab_it_was_on() {
    let press = |column| Mouse {
        kind: MouseKind::Press,
        column,
        row: 0,
    };
    let area = Rect::new(0, 0, 132, 1);
    assert_eq!(header().hit(&press(2), area), Some('1'));
    assert_eq!(header().hit(&press(45), area), Some('4'));
    assert_eq!(header().hit(&press(131), area), None);
}

#[test]
fn wks_6_hostile_names_do_not_break_the_header() {
    let bench = Bench::new(crate::ui::kit::texts::Lang::Fr);
    for name in hostile() {
        let mut header = header();
        for tab in &mut header.tabs {
            tab.label.clone_from(&name);
        }
        for width in [0, 1, 40, 80, 300] {
            bench.screen(width, 1, |area, buf, look| header.view(area, buf, look));
        }
    }
}
