//! A screen at rest, in a tenth of the room that its cells take: the letters of each row, and the runs of cells that
//! look alike. Two rows that show the same are packed the same, so that most of a frame need not be compared cell
//! by cell. Knows no terminal.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use crate::text::fit;
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

impl Run {
    fn of(cell: &Cell, cells: u16) -> Run {
        Run {
            cells,
            modifier: cell.modifier,
            colours: [cell.fg, cell.bg, cell.underline_color],
        }
    }

    /// Whether a cell looks so.
    fn is_of(&self, cell: &Cell) -> bool {
        let [fg, bg, underline] = self.colours;
        cell.fg == fg
            && cell.bg == bg
            && cell.modifier == self.modifier
            && cell.underline_color == underline
    }
}

/// Where a row ends.
#[derive(Debug, Clone, Copy, Default)]
struct End {
    letters: usize,
    runs: usize,
    /// Whether each of its cells holds one letter that takes one column.
    plain: bool,
}

/// A cell that changed, with its place.
pub(super) type Change<'a> = (u16, u16, &'a Cell);

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
            let plain = self.put(row);
            self.ends.push(End {
                letters: self.letters.len(),
                runs: self.runs.len(),
                plain,
            });
        }
    }

    /// Returns an empty one with room for a screen like `other`.
    pub(super) fn like(other: &Packed) -> Packed {
        Packed {
            letters: Vec::with_capacity(other.letters.len()),
            runs: Vec::with_capacity(other.runs.len()),
            ends: Vec::with_capacity(other.ends.len()),
        }
    }

    /// Gives back the room it does not need.
    pub(super) fn shrink(&mut self) {
        self.letters.shrink_to_fit();
        self.runs.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Yields whether the row is plain.
    fn put(&mut self, row: &mut [Cell]) -> bool {
        let mut plain = true;
        let mut cells = row.iter_mut().peekable();
        while let Some(first) = cells.peek() {
            let like = Run::of(first, 0);
            let mut run = like;
            while let Some(cell) = cells.next_if(|cell| like.is_of(cell)) {
                run.cells = run.cells.saturating_add(1);
                match cell.symbol().as_bytes() {
                    [letter @ b' '..=b'~'] => self.letters.push(*letter),
                    letter if is_letter(cell.symbol()) => self.letters.extend_from_slice(letter),
                    _ => {
                        plain = false;
                        paint::seal_cell(cell);
                        self.put_symbol(cell.symbol());
                    }
                }
            }
            self.runs.push(run);
        }
        plain
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

    fn row(&self, n: usize) -> Row<'_> {
        let before = n
            .checked_sub(1)
            .map_or(Some(End::default()), |n| self.ends.get(n).copied());
        let ends = before.zip(self.ends.get(n));
        let row = ends.and_then(|(from, to)| {
            Some(Row {
                letters: self.letters.get(from.letters..to.letters)?,
                runs: self.runs.get(from.runs..to.runs)?,
                plain: to.plain,
            })
        });
        row.unwrap_or_default()
    }

    /// Returns the cells of `next`, which is packed here, that are not as in `before`.
    pub(super) fn changes<'a>(&self, before: &Packed, next: &'a Buffer) -> Vec<Change<'a>> {
        let mut changes = Vec::new();
        let width = usize::from(next.area.width).max(1);
        let rows = (0..next.area.height).zip(next.content.chunks(width));
        for (n, cells) in rows {
            let (was, is) = (before.row(usize::from(n)), self.row(usize::from(n)));
            if was == is {
                continue;
            }
            let place = |x: u16| next.area.x + x;
            let all = (0..next.area.width).zip(cells);
            let y = next.area.y + n;
            if was.plain && is.plain {
                let other = all.zip(was.cells()).filter(|((_, cell), (symbol, run))| {
                    cell.symbol().as_bytes() != *symbol || !run.is_of(cell)
                });
                changes.extend(other.map(|((x, cell), _)| (place(x), y, cell)));
                continue;
            }
            // What takes two columns is the library's to judge.
            let area = Rect::new(next.area.x, y, next.area.width, 1);
            let content = cells.to_vec();
            let (was, now) = (was.unpack(area), Buffer { area, content });
            let other = was.diff_iter(&now).map(|(x, ..)| x - area.x);
            changes.extend(other.filter_map(|x| Some((place(x), y, cells.get(usize::from(x))?))));
        }
        changes
    }
}

/// A row, packed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Row<'a> {
    letters: &'a [u8],
    runs: &'a [Run],
    plain: bool,
}

impl<'a> Row<'a> {
    /// Its cells: what each shows, and how that looks.
    fn cells(self) -> impl Iterator<Item = (&'a [u8], &'a Run)> {
        let mut letters = self.letters;
        let runs = self.runs.iter();
        let runs = runs.flat_map(|run| std::iter::repeat_n(run, usize::from(run.cells)));
        runs.map(move |run| (symbol(&mut letters), run))
    }

    /// As cells, the first of them at `area`; where there is none, blank ones.
    fn unpack(self, area: Rect) -> Buffer {
        let mut buf = Buffer::empty(area);
        for (cell, (symbol, run)) in buf.content.iter_mut().zip(self.cells()) {
            cell.set_symbol(std::str::from_utf8(symbol).unwrap_or_default());
            cell.modifier = run.modifier;
            [cell.fg, cell.bg, cell.underline_color] = run.colours;
        }
        buf
    }
}

/// Whether a symbol is one letter that needs no care and takes one column.
fn is_letter(symbol: &str) -> bool {
    let mut letters = symbol.chars();
    letters.next().is_some_and(fit::is_plain) && letters.next().is_none()
}

/// Takes the first symbol from `letters`.
fn symbol<'a>(letters: &mut &'a [u8]) -> &'a [u8] {
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
    its.get(skip..).unwrap_or_default()
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
                let row = packed.row(usize::from(n));
                let cells = row.unpack(Rect::new(0, n, 8, 1));
                let at = usize::from(n) * 8;
                prop_assert_eq!(&cells.content[..], &one.content[at..at + 8]);
                let same = one.content[at..at + 8] == two.content[at..at + 8];
                prop_assert_eq!(row == other.row(usize::from(n)), same);
            }
        }

        #[test]
        fn wks_2_what_changed_is_what_the_library_says(mut one in screen(), mut two in screen(), same in 0usize..24) {
            // What a wide letter covers is blank, and most of a screen stays.
            for screen in [&mut one, &mut two] {
                for (at, cell) in screen.content.iter_mut().enumerate() {
                    if at % 8 == 7 && !is_letter(cell.symbol()) {
                        cell.set_symbol("x");
                    }
                }
            }
            two.content[..same].clone_from_slice(&one.content[..same]);
            let (mut before, mut packed) = (Packed::default(), Packed::default());
            before.pack(&mut one);
            packed.pack(&mut two);
            let wanted: Vec<Change<'_>> = one.diff_iter(&two).collect();
            prop_assert_eq!(packed.changes(&before, &two), wanted);
            let blank = Buffer::empty(two.area);
            let wanted: Vec<Change<'_>> = blank.diff_iter(&two).collect();
            prop_assert_eq!(packed.changes(&Packed::default(), &two), wanted);
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
            assert_eq!(packed.row(0).unpack(screen.area), sealed, "{steers:?}");
        }
    }
}
