//! An offer on pages: which glyphs stand where, in points from the lower left. A table that is too long for a
//! page goes on under its head on the next.

use super::fonts::Fonts;
use super::shape::{Line, Paragraph};
use super::{Block, Cells, Offer, Picture};

/// A4, in points.
pub(super) const SIZE: (f32, f32) = (595.0, 842.0);
const MARGIN: f32 = 56.0;
/// Where the foot stands, and where the words end above it.
const FOOT: f32 = 34.0;
const BOTTOM: f32 = 64.0;
const BODY: f32 = 10.0;
const SMALL: f32 = 8.0;
const CELL: f32 = 9.0;
const TITLE: f32 = 14.0;
/// The room that a logo has, and what is left free below it.
const LOGO: (f32, f32) = (170.0, 60.0);
const BELOW_LOGO: f32 = 8.0;
/// The least room between words on the left and words on the right.
const APART: f32 = 12.0;
/// Columns of what it is.
const WHAT: f32 = 192.0;
/// The other columns: where each begins and ends, from the left margin. The unit leans left, figures right.
const COLUMNS: [(f32, f32); 6] = [
    (196.0, 224.0),
    (230.0, 288.0),
    (290.0, 348.0),
    (354.0, 383.0),
    (385.0, 413.0),
    (415.0, 483.0),
];
/// Where the labels of sums end.
const LABELS: f32 = 396.0;

/// A line at a place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub x: f32,
    pub y: f32,
    pub size: f32,
    pub bold: bool,
    pub line: Line,
}

impl Piece {
    /// Returns where it ends.
    #[cfg(test)]
    pub fn right(&self) -> f32 {
        self.x + width(&self.line, self.size)
    }
}

/// Where the logo stands: its lower left corner, how wide and how high it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// A page: words, rules from left to right at a height, and on the first one the logo.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Page {
    pub pieces: Vec<Piece>,
    pub rules: Vec<f32>,
    pub logo: Option<Place>,
}

/// The width between the margins.
pub(super) fn measure() -> (f32, f32) {
    (MARGIN, SIZE.0 - MARGIN)
}

fn width(line: &Line, size: f32) -> f32 {
    line.width * size / 1_000.0
}

struct Printer<'a> {
    fonts: &'a Fonts,
    pages: Vec<Page>,
    page: Page,
    y: f32,
    /// The head of the table that is being written, for the next page.
    head: Option<&'a Cells>,
}

/// Puts an offer on pages.
pub(super) fn pages(offer: &Offer, fonts: &Fonts) -> Vec<Page> {
    let mut printer = Printer {
        fonts,
        pages: Vec::new(),
        page: Page::default(),
        y: SIZE.1 - MARGIN,
        head: None,
    };
    if let Some(logo) = &offer.logo {
        printer.logo(logo);
    }
    for block in &offer.blocks {
        printer.block(block);
    }
    let mut pages = printer.pages;
    pages.push(printer.page);
    let count = pages.len();
    for (n, page) in pages.iter_mut().enumerate() {
        let number = format!("{} {}/{count}", offer.page, n + 1);
        let number = Paragraph::new(fonts, &number, false).whole();
        let x = SIZE.0 - MARGIN - width(&number, SMALL);
        let foot = Paragraph::new(fonts, &offer.foot, false);
        let foot = foot.lines((x - APART - MARGIN) * 1_000.0 / SMALL);
        let foot = foot.into_iter().next().unwrap_or_default();
        for (x, line) in [(MARGIN, foot), (x, number)] {
            page.pieces.push(Piece {
                x,
                y: FOOT,
                size: SMALL,
                bold: false,
                line,
            });
        }
    }
    pages
}

impl<'a> Printer<'a> {
    fn block(&mut self, block: &'a Block) {
        if !matches!(block, Block::Row(_)) {
            self.head = None;
        }
        match block {
            Block::Head(left, right) => self.head_line(left, right),
            Block::Title(words) => {
                // Never alone at the foot of a page.
                self.keep(TITLE * 4.0);
                self.words(words, TITLE, true, false);
                self.y -= 3.0;
            }
            Block::Line(words) => self.words(words, BODY, false, false),
            Block::Text(words) => self.words(words, BODY, false, true),
            Block::Small(words) => self.words(words, SMALL, false, true),
            Block::Gap => self.y -= BODY,
            Block::Columns(cells) => {
                self.keep(BODY * 6.0);
                self.columns(cells);
                self.head = Some(cells);
            }
            Block::Row(cells) => self.row(cells, false),
            Block::Sum {
                label,
                amount,
                strong,
            } => self.sum(label, amount, *strong),
        }
    }

    /// The logo has a row for itself: whatever is written stands below it.
    fn logo(&mut self, logo: &Picture) {
        let (width, height) = logo.within(LOGO);
        self.y -= height;
        self.page.logo = Some(Place {
            x: MARGIN,
            y: self.y,
            width,
            height,
        });
        self.y -= BELOW_LOGO;
    }

    fn head_line(&mut self, left: &str, right: &str) {
        let right = Paragraph::new(self.fonts, right, false).whole();
        let x = SIZE.0 - MARGIN - width(&right, BODY);
        let left = Paragraph::new(self.fonts, left, true);
        let lines = left.lines((x - APART - MARGIN) * 1_000.0 / TITLE);
        self.down(TITLE * 1.5);
        self.put(x, BODY, false, right);
        for (n, line) in lines.into_iter().enumerate() {
            if n > 0 {
                self.down(TITLE * 1.3);
            }
            self.put(MARGIN, TITLE, true, line);
        }
    }

    fn sum(&mut self, label: &str, amount: &str, strong: bool) {
        if strong {
            self.rule();
        }
        let amount = Paragraph::new(self.fonts, amount, strong).whole();
        let left = SIZE.0 - MARGIN - width(&amount, BODY);
        let edge = (MARGIN + LABELS).min(left - APART);
        let label = Paragraph::new(self.fonts, label, strong);
        let lines = label.lines((edge - MARGIN) * 1_000.0 / BODY);
        self.down(BODY * 1.6);
        self.put(left, BODY, strong, amount);
        for (n, line) in lines.into_iter().enumerate() {
            if n > 0 {
                self.down(BODY * 1.4);
            }
            self.put(edge - width(&line, BODY), BODY, strong, line);
        }
    }

    fn columns(&mut self, cells: &Cells) {
        self.row(cells, true);
        self.rule();
    }

    fn row(&mut self, cells: &Cells, bold: bool) {
        let [what, figures @ ..] = cells;
        let what = Paragraph::new(self.fonts, what, bold);
        let lines = what.lines(WHAT * 1_000.0 / CELL);
        let needed = CELL * 1.4 * lines.len() as f32 + 4.0;
        if self.y - needed < BOTTOM
            && let Some(head) = self.head
        {
            self.turn();
            self.columns(head);
        }
        for (n, line) in lines.into_iter().enumerate() {
            self.down(CELL * 1.4);
            self.put(MARGIN, CELL, bold, line);
            if n == 0 {
                self.cells(figures, bold);
            }
        }
        self.y -= 4.0;
    }

    /// The columns behind the first; what is too wide for its own is written smaller.
    fn cells(&mut self, cells: &[String], bold: bool) {
        for (at, (cell, (from, to))) in cells.iter().zip(COLUMNS).enumerate() {
            let line = Paragraph::new(self.fonts, cell, bold).whole();
            let most = (to - from) * 1_000.0 / line.width.max(1.0);
            let size = CELL.min(most);
            let x = match at {
                1 => from,
                _ => to - width(&line, size),
            };
            self.put(MARGIN + x, size, bold, line);
        }
    }

    fn rule(&mut self) {
        self.y -= 4.0;
        self.page.rules.push(self.y);
        self.y -= 2.0;
    }

    /// Words in lines; where `leaning`, those that run to the left begin at the right.
    fn words(&mut self, words: &str, size: f32, bold: bool, leaning: bool) {
        let room = SIZE.0 - 2.0 * MARGIN;
        for words in words.split('\n') {
            let paragraph = Paragraph::new(self.fonts, words, bold);
            for line in paragraph.lines(room * 1_000.0 / size) {
                self.down(size * 1.4);
                let x = if leaning && line.to_left {
                    SIZE.0 - MARGIN - width(&line, size)
                } else {
                    MARGIN
                };
                self.put(x, size, bold, line);
            }
        }
    }

    fn put(&mut self, x: f32, size: f32, bold: bool, line: Line) {
        self.page.pieces.push(Piece {
            x,
            y: self.y,
            size,
            bold,
            line,
        });
    }

    /// Goes down by this much, to a new page where the old one is full.
    fn down(&mut self, height: f32) {
        self.keep(height);
        self.y -= height;
    }

    fn keep(&mut self, height: f32) {
        if self.y - height < BOTTOM {
            self.turn();
        }
    }

    fn turn(&mut self) {
        self.pages.push(std::mem::take(&mut self.page));
        self.y = SIZE.1 - MARGIN;
    }
}
