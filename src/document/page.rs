//! An offer on pages: which words stand where, in points from the lower left. A table that is too long for a
//! page goes on under its head on the next.

use super::helvetica::{encode, width};
use super::{Block, Cells, Offer};

/// A4, in points.
pub(super) const SIZE: (f32, f32) = (595.0, 842.0);
const MARGIN: f32 = 56.0;
/// Where the foot stands, and where the words end above it.
const FOOT: f32 = 34.0;
const BOTTOM: f32 = 64.0;
const BODY: f32 = 10.0;
const SMALL: f32 = 8.0;
const TITLE: f32 = 14.0;
/// The right edges of the figures, from the left margin; the unit begins at its own place.
const EDGES: [f32; 6] = [236.0, 244.0, 346.0, 378.0, 410.0, 483.0];
/// Columns of what it is.
const WHAT: f32 = 206.0;

/// Words at a place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub x: f32,
    pub y: f32,
    pub size: f32,
    pub bold: bool,
    pub words: Vec<u8>,
}

/// A page: words, and lines from left to right at a height.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Page {
    pub pieces: Vec<Piece>,
    pub rules: Vec<f32>,
}

/// The width between the margins.
pub(super) fn measure() -> (f32, f32) {
    (MARGIN, SIZE.0 - MARGIN)
}

struct Printer<'a> {
    pages: Vec<Page>,
    page: Page,
    y: f32,
    /// The head of the table that is being written, for the next page.
    head: Option<&'a Cells>,
}

/// An offer on pages.
pub(super) fn pages(offer: &Offer) -> Vec<Page> {
    let mut printer = Printer {
        pages: Vec::new(),
        page: Page::default(),
        y: SIZE.1 - MARGIN,
        head: None,
    };
    for block in &offer.blocks {
        printer.block(block);
    }
    let mut pages = printer.pages;
    pages.push(printer.page);
    let count = pages.len();
    for (n, page) in pages.iter_mut().enumerate() {
        let words = encode(&offer.foot);
        page.pieces.push(piece(MARGIN, FOOT, SMALL, false, words));
        let words = encode(&format!("{} {}/{count}", offer.page, n + 1));
        let x = SIZE.0 - MARGIN - width(&words, SMALL);
        page.pieces.push(piece(x, FOOT, SMALL, false, words));
    }
    pages
}

fn piece(x: f32, y: f32, size: f32, bold: bool, words: Vec<u8>) -> Piece {
    Piece {
        x,
        y,
        size,
        bold,
        words,
    }
}

impl<'a> Printer<'a> {
    fn block(&mut self, block: &'a Block) {
        if !matches!(block, Block::Row(_)) {
            self.head = None;
        }
        match block {
            Block::Head(left, right) => {
                self.down(TITLE * 1.5);
                self.put(MARGIN, TITLE, true, left);
                self.right(SIZE.0 - MARGIN, BODY, false, right);
            }
            Block::Title(words) => {
                // Never alone at the foot of a page.
                self.keep(TITLE * 4.0);
                self.words(words, TITLE, true);
                self.y -= 3.0;
            }
            Block::Text(words) => self.words(words, BODY, false),
            Block::Small(words) => self.words(words, SMALL, false),
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
            } => {
                if *strong {
                    self.rule();
                }
                self.down(BODY * 1.5);
                self.right(MARGIN + 400.0, BODY, *strong, label);
                self.right(SIZE.0 - MARGIN, BODY, *strong, amount);
            }
        }
    }

    fn columns(&mut self, cells: &Cells) {
        self.row(cells, true);
        self.rule();
    }

    fn row(&mut self, cells: &Cells, bold: bool) {
        let [what, figures @ ..] = cells;
        let lines = wrapped(what, SMALL + 1.0, WHAT);
        let needed = (SMALL + 1.0) * 1.35 * lines.len() as f32 + 4.0;
        if self.y - needed < BOTTOM
            && let Some(head) = self.head
        {
            self.turn();
            self.columns(head);
        }
        for (n, line) in lines.into_iter().enumerate() {
            self.down((SMALL + 1.0) * 1.35);
            self.page
                .pieces
                .push(piece(MARGIN, self.y, SMALL + 1.0, bold, line));
            if n > 0 {
                continue;
            }
            for (at, (cell, edge)) in figures.iter().zip(EDGES).enumerate() {
                if at == 1 {
                    self.put(MARGIN + edge, SMALL + 1.0, bold, cell);
                } else {
                    self.right(MARGIN + edge, SMALL + 1.0, bold, cell);
                }
            }
        }
        self.y -= 4.0;
    }

    fn rule(&mut self) {
        self.y -= 4.0;
        self.page.rules.push(self.y);
        self.y -= 2.0;
    }

    fn words(&mut self, words: &str, size: f32, bold: bool) {
        for paragraph in words.split('\n') {
            for line in wrapped(paragraph, size, SIZE.0 - 2.0 * MARGIN) {
                self.down(size * 1.4);
                self.page
                    .pieces
                    .push(piece(MARGIN, self.y, size, bold, line));
            }
        }
    }

    fn put(&mut self, x: f32, size: f32, bold: bool, words: &str) {
        let words = encode(words);
        self.page.pieces.push(piece(x, self.y, size, bold, words));
    }

    /// Words that end at `x`.
    fn right(&mut self, x: f32, size: f32, bold: bool, words: &str) {
        let words = encode(words);
        // Bold letters are a little wider; figures are not.
        let wide = width(&words, size);
        self.page
            .pieces
            .push(piece(x - wide, self.y, size, bold, words));
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

/// Words in lines of at most `room` points; a word that is longer is cut.
fn wrapped(words: &str, size: f32, room: f32) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = Vec::new();
    let mut line: Vec<u8> = Vec::new();
    for word in encode(words).split(|byte| *byte == b' ') {
        let blank = usize::from(!line.is_empty());
        let longer = [&line[..], &b" "[..blank], word].concat();
        if width(&longer, size) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for byte in word {
            line.push(*byte);
            if width(&line, size) > room {
                line.pop();
                lines.push(std::mem::replace(&mut line, vec![*byte]));
            }
        }
    }
    lines.push(line);
    lines
}
