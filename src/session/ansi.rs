//! Cells as bytes for a terminal: where the cursor goes, what looks other than in the cell before, and the letters as
//! they are, most of which need nothing else. Ends with nothing set. Never draws, never seals.

use std::io;

use crossterm::cursor::MoveTo;
use crossterm::queue;
use crossterm::style::{
    Attribute, Color as Colour, Colors as Colours, ResetColor, SetAttribute, SetColors,
    SetUnderlineColor,
};
use ratatui::backend::IntoCrossterm;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// What ends attributes.
const OFF: [(Modifier, Attribute); 6] = [
    (
        Modifier::BOLD.union(Modifier::DIM),
        Attribute::NormalIntensity,
    ),
    (Modifier::ITALIC, Attribute::NoItalic),
    (Modifier::UNDERLINED, Attribute::NoUnderline),
    (
        Modifier::SLOW_BLINK.union(Modifier::RAPID_BLINK),
        Attribute::NoBlink,
    ),
    (Modifier::REVERSED, Attribute::NoReverse),
    (Modifier::CROSSED_OUT, Attribute::NotCrossedOut),
];

/// What begins each.
const ON: [(Modifier, Attribute); 8] = [
    (Modifier::BOLD, Attribute::Bold),
    (Modifier::DIM, Attribute::Dim),
    (Modifier::ITALIC, Attribute::Italic),
    (Modifier::UNDERLINED, Attribute::Underlined),
    (Modifier::SLOW_BLINK, Attribute::SlowBlink),
    (Modifier::RAPID_BLINK, Attribute::RapidBlink),
    (Modifier::REVERSED, Attribute::Reverse),
    (Modifier::CROSSED_OUT, Attribute::CrossedOut),
];

/// Appends what draws `cells`, each with its place.
pub(super) fn write<'a>(
    frame: &mut Vec<u8>,
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
) -> io::Result<()> {
    let (mut modifier, mut colours) = (Modifier::empty(), (Color::Reset, Color::Reset));
    let (mut underline, mut next) = (Color::Reset, None);
    for (x, y, cell) in cells {
        if next != Some((x, y)) {
            queue!(frame, MoveTo(x, y))?;
        }
        next = Some((x.saturating_add(1), y));
        if cell.modifier != modifier {
            attributes(frame, modifier, cell.modifier)?;
            modifier = cell.modifier;
        }
        if (cell.fg, cell.bg) != colours {
            let (fg, bg) = (cell.fg.into_crossterm(), cell.bg.into_crossterm());
            queue!(frame, SetColors(Colours::new(fg, bg)))?;
            colours = (cell.fg, cell.bg);
        }
        if cell.underline_color != underline {
            let colour = cell.underline_color.into_crossterm();
            queue!(frame, SetUnderlineColor(colour))?;
            underline = cell.underline_color;
        }
        frame.extend_from_slice(cell.symbol().as_bytes());
    }
    queue!(
        frame,
        ResetColor,
        SetUnderlineColor(Colour::Reset),
        SetAttribute(Attribute::Reset)
    )
}

/// Appends what leads from the attributes `from` to `to`.
fn attributes(frame: &mut Vec<u8>, from: Modifier, to: Modifier) -> io::Result<()> {
    let mut set = from;
    for (ended, off) in OFF {
        if from.difference(to).intersects(ended) {
            queue!(frame, SetAttribute(off))?;
            set.remove(ended);
        }
    }
    for (begun, on) in ON {
        if to.difference(set).contains(begun) {
            queue!(frame, SetAttribute(on))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::backend::{Backend, CrosstermBackend};

    /// What a terminal shows of it: letters, colours, and the attributes that this one knows.
    fn shown(bytes: &[u8]) -> String {
        let size = |n| std::num::NonZero::new(n).unwrap();
        let mut terminal = vt100::Parser::new(size(3), size(12), 0);
        terminal.process(b"\x1b[2J\x1b[H");
        terminal.process(bytes);
        terminal.screen().state_formatted()
    }

    fn cell() -> impl Strategy<Value = Cell> {
        let colour = prop_oneof![
            Just(Color::Reset),
            Just(Color::LightRed),
            Just(Color::Indexed(7)),
            Just(Color::Rgb(1, 2, 3)),
        ];
        let symbol = prop_oneof!["[ -~éß│…]", Just("e\u{301}".to_owned())];
        let marks = (0u16..512).prop_map(Modifier::from_bits_truncate);
        (symbol, colour.clone(), colour, marks).prop_map(|(symbol, fg, bg, modifier)| {
            let mut cell = Cell::EMPTY;
            cell.set_symbol(&symbol);
            (cell.fg, cell.bg, cell.modifier) = (fg, bg, modifier);
            cell
        })
    }

    proptest! {
        #[test]
        fn wks_2_a_terminal_shows_what_the_cells_say(
            cells in prop::collection::vec((0u16..12, 0u16..3, cell()), 0..40), in_a_row in any::<bool>(),
        ) {
            let cells: Vec<(u16, u16, Cell)> = match in_a_row {
                true => cells.into_iter().zip(0..36).map(|((.., cell), n)| (n % 12, n / 12, cell)).collect(),
                false => cells,
            };
            let each = || cells.iter().map(|(x, y, cell)| (*x, *y, cell));
            let (mut ours, mut theirs) = (Vec::new(), Vec::new());
            write(&mut ours, each()).unwrap();
            CrosstermBackend::new(&mut theirs).draw(each()).unwrap();
            prop_assert_eq!(shown(&ours), shown(&theirs));
        }
    }
}
