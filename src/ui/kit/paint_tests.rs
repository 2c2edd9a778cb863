//! Proves that nothing unsafe or too wide reaches a cell.

use super::*;
use ratatui::style::Color;

fn shown(buf: &Buffer) -> String {
    buf.content
        .iter()
        .map(ratatui::buffer::Cell::symbol)
        .collect()
}

#[test]
fn wks_6_hostile_text_stays_in_its_area() {
    let piles = format!("a{}", "\u{301}".repeat(10_000));
    for raw in [
        "\x1b[2J\u{202e}evil",
        "日本語日本語",
        &piles,
        "\u{301}\u{301}",
        "👩\u{200d}👧👩\u{200d}👧",
        &"x".repeat(2_000_000),
    ] {
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 3));
        fill(&mut buf, Rect::new(0, 0, 12, 3), Style::new());
        for x in 0..12 {
            buf[(x, 0)].set_symbol("#");
            buf[(x, 2)].set_symbol("#");
        }
        buf[(1, 1)].set_symbol("|");
        buf[(9, 1)].set_symbol("|");
        text(&mut buf, Rect::new(2, 1, 7, 1), raw, Style::new());
        assert_eq!(buf[(1, 1)].symbol(), "|");
        assert_eq!(buf[(9, 1)].symbol(), "|");
        assert!(buf.content.iter().all(|c| c.symbol().len() < 40));
        assert!(!shown(&buf).contains(['\u{1b}', '\u{202e}']));
    }
}

#[test]
fn drawing_outside_the_buffer_draws_nothing() {
    let mut buf = Buffer::empty(Rect::new(0, 0, 4, 1));
    assert_eq!(
        text(&mut buf, Rect::new(9, 9, 4, 1), "hello", Style::new()),
        0
    );
    assert_eq!(
        text(&mut buf, Rect::new(2, 0, 40, 1), "hello", Style::new()),
        2
    );
    assert_eq!(shown(&buf), "  h…");
    fill(&mut buf, Rect::new(3, 0, 90, 90), Style::new());
}

#[test]
fn matches_stand_out_under_wide_characters() {
    let mut buf = Buffer::empty(Rect::new(0, 0, 10, 1));
    matched(
        &mut buf,
        Rect::new(0, 0, 10, 1),
        "日本ab",
        Style::new(),
        &[1, 3],
        Style::new().fg(Color::Red),
    );
    let red: Vec<u16> = (0..10).filter(|&x| buf[(x, 0)].fg == Color::Red).collect();
    assert_eq!(red, [2, 3, 5]);
}

#[test]
fn wks_6_the_seal_closes_what_other_widgets_left_open() {
    let mut buf = Buffer::empty(Rect::new(0, 0, 3, 1));
    buf[(0, 0)].set_symbol("a\u{202e}");
    buf[(1, 0)].set_symbol("\u{200b}");
    seal(&mut buf);
    assert_eq!(shown(&buf), "a· ");
}
