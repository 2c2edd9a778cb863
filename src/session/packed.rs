//! A screen at rest, in a tenth of the room that its cells take: the letters of each row, and the runs of cells that
//! look alike. Two rows that show the same are packed the same, so that most of a frame need not be compared cell
//! by cell. Knows no terminal.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use crate::ui::kit::paint;

/// Stands before a symbol that is not one character: its length follows in two bytes, then itself. No cell that is
/// sealed holds it.
const LONG: u8 = 0;

/// Cells side by side that look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    cells: u16,
    modifier: Modifier,
    colours: [Color; 3],
}

/// Where a row ends.
#[derive(Debug, Clone, Copy, Default)]
struct End {
    letters: usize,
    runs: usize,
}

/// A packed screen.
#[derive(Default)]
pub(super) struct Packed {
    letters: Vec<u8>,
    runs: Vec<Run>,
    ends: Vec<End>,
}

impl Packed {
    /// Seals every cell of `buf`, and packs it in the place of what was here.
    pub(super) fn pack(&mut self, buf: &mut Buffer) {
        self.letters.clear();
        self.runs.clear();
        self.ends.clear();
        let width = usize::from(buf.area.width).max(1);
        for row in buf.content.chunks_mut(width) {
            self.put(row);
            self.ends.push(End {
                letters: self.letters.len(),
                runs: self.runs.len(),
            });
        }
    }

    /// Gives back the room it does not need.
    pub(super) fn shrink(&mut self) {
        self.letters.shrink_to_fit();
        self.runs.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    fn put(&mut self, row: &mut [Cell]) {
        let mut cells = row.iter_mut().peekable();
        while let Some(first) = cells.peek() {
            let (modifier, colours) = (first.modifier, [first.fg, first.bg, first.underline_color]);
            let mut run = Run {
                cells: 0,
                modifier,
                colours,
            };
            let alike = |cell: &&mut Cell| {
                cell.modifier == modifier && [cell.fg, cell.bg, cell.underline_color] == colours
            };
            while let Some(cell) = cells.next_if(alike) {
                run.cells = run.cells.saturating_add(1);
                match cell.symbol().as_bytes() {
                    [letter @ b' '..=b'~'] => self.letters.push(*letter),
                    _ => {
                        paint::seal_cell(cell);
                        self.put_symbol(cell.symbol());
                    }
                }
            }
            self.runs.push(run);
        }
    }

    fn put_symbol(&mut self, symbol: &str) {
        let bytes = symbol.as_bytes();
        let first = symbol.chars().next();
        if first.is_none_or(|first| first.len_utf8() < bytes.len()) {
            let len = u16::try_from(bytes.len()).unwrap_or(u16::MAX);
            let [high, low] = len.to_be_bytes();
            self.letters.extend([LONG, high, low]);
            return self.letters.extend(bytes.iter().take(usize::from(len)));
        }
        self.letters.extend_from_slice(bytes);
    }

    fn row(&self, n: usize) -> (&[u8], &[Run]) {
        let before = n
            .checked_sub(1)
            .map_or(Some(End::default()), |n| self.ends.get(n).copied());
        let ends = before.zip(self.ends.get(n));
        let row = ends.and_then(|(from, to)| {
            let letters = self.letters.get(from.letters..to.letters)?;
            Some((letters, self.runs.get(from.runs..to.runs)?))
        });
        row.unwrap_or_default()
    }

    /// Whether row `n` is the same in both.
    pub(super) fn same(&self, other: &Packed, n: usize) -> bool {
        self.row(n) == other.row(n)
    }

    /// Returns row `n` as cells, the first of them at `area`; where there is none, blank ones.
    pub(super) fn unpack(&self, n: usize, area: Rect) -> Buffer {
        let mut buf = Buffer::empty(area);
        let (letters, runs) = self.row(n);
        let looks = runs
            .iter()
            .flat_map(|run| std::iter::repeat_n(run, usize::from(run.cells)));
        let mut letters = letters;
        for (cell, look) in buf.content.iter_mut().zip(looks) {
            cell.set_symbol(symbol(&mut letters));
            cell.modifier = look.modifier;
            [cell.fg, cell.bg, cell.underline_color] = look.colours;
        }
        buf
    }
}

/// Takes the first symbol from `letters`.
fn symbol<'a>(letters: &mut &'a [u8]) -> &'a str {
    let (skip, len) = match *letters {
        [LONG, high, low, ..] => (3, usize::from(u16::from_be_bytes([*high, *low]))),
        [0..=0x7f, ..] => (0, 1),
        [0x80..=0xdf, ..] => (0, 2),
        [0xe0..=0xef, ..] => (0, 3),
        [0xf0..=0xff, ..] => (0, 4),
        [] => (0, 0),
    };
    let (its, rest) = letters
        .split_at_checked(skip + len)
        .unwrap_or((letters, &[]));
    *letters = rest;
    let text = its
        .get(skip..)
        .and_then(|its| std::str::from_utf8(its).ok());
    text.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cell() -> impl Strategy<Value = Cell> {
        let symbol = prop_oneof![
            4 => "[ -~éß│…日]",
            1 => Just("e\u{301}".to_owned()),
            1 => Just("👩\u{200d}👧".to_owned()),
            1 => Just(String::new()),
        ];
        let colour = prop_oneof![
            Just(Color::Reset),
            Just(Color::Red),
            Just(Color::Indexed(7)),
            Just(Color::Rgb(1, 2, 3)),
        ];
        let modifier = prop_oneof![Just(Modifier::empty()), Just(Modifier::BOLD)];
        (symbol, [colour.clone(), colour.clone(), colour], modifier).prop_map(
            |(symbol, colours, modifier)| {
                let mut cell = Cell::EMPTY;
                cell.set_symbol(&symbol);
                cell.modifier = modifier;
                [cell.fg, cell.bg, cell.underline_color] = colours;
                cell
            },
        )
    }

    fn screen() -> impl Strategy<Value = Buffer> {
        prop::collection::vec(cell(), 24).prop_map(|content| Buffer {
            area: Rect::new(0, 0, 8, 3),
            content,
        })
    }

    proptest! {
        #[test]
        fn what_is_packed_is_the_same_again(mut one in screen(), mut two in screen()) {
            let (mut packed, mut other) = (Packed::default(), Packed::default());
            other.pack(&mut two);
            packed.pack(&mut two);
            packed.pack(&mut one);
            packed.shrink();
            for n in 0..3u16 {
                let row = packed.unpack(usize::from(n), Rect::new(0, n, 8, 1));
                let at = usize::from(n) * 8;
                prop_assert_eq!(&row.content[..], &one.content[at..at + 8]);
                let same = one.content[at..at + 8] == two.content[at..at + 8];
                prop_assert_eq!(packed.same(&other, usize::from(n)), same);
            }
            let beyond = packed.unpack(3, Rect::new(0, 3, 8, 1));
            prop_assert_eq!(beyond, Buffer::empty(Rect::new(0, 3, 8, 1)));
        }
    }

    #[test]
    fn wks_6_what_is_packed_is_sealed() {
        for steers in ["\u{1b}", "\u{9b}", "\u{202e}", "\u{7}", "a\u{200b}"] {
            let mut screen = Buffer::empty(Rect::new(0, 0, 3, 1));
            if let Some(cell) = screen.content.get_mut(1) {
                cell.set_symbol(steers);
            }
            let mut sealed = screen.clone();
            paint::seal(&mut sealed);
            let mut packed = Packed::default();
            packed.pack(&mut screen);
            assert_eq!(screen, sealed, "{steers:?}");
            assert_eq!(packed.unpack(0, screen.area), sealed, "{steers:?}");
        }
    }
}
