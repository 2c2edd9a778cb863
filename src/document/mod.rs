//! What goes to the client on paper (QUO): a paper is made once, in the client's language, and laid out in
//! blocks as text or as PDF. The same paper gives the same bytes: no clock, no state, no file is read here.

mod draft;
mod fonts;
mod page;
mod pdf;
mod picture;
mod shape;
mod text;

pub use draft::{Draft, paper};
pub use picture::{BadPicture, PICTURE_BYTES, PICTURE_SIDE, Picture};

use crate::domain::money::Currency;
use crate::domain::quotation::paper::{Paper, PaperLine};
use crate::domain::wording::Figures;

/// A line of the table: what, how many, unit, price of one, discount, VAT, net.
pub type Cells = [String; 7];

/// A part of the paper, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Words on the left and on the right of one line; the left ones stand out.
    Head(String, String),
    /// A heading.
    Title(String),
    /// A name or a sentence of the paper's own: it begins at the left whatever it is written in.
    Line(String),
    /// Words; those of a language that runs to the left begin at the right.
    Text(String),
    /// Words that can be small.
    Small(String),
    /// A blank line.
    Gap,
    /// The head of the table.
    Columns(Cells),
    /// A line of the table.
    Row(Cells),
    /// A sum; the last one stands out.
    Sum {
        /// What it is.
        label: String,
        /// How much.
        amount: String,
        /// Whether it stands out.
        strong: bool,
    },
}

/// A paper, laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it is called.
    pub title: String,
    /// The code of its language.
    pub lang: String,
    /// What stands at the foot of each page: the page and how many there are come behind it.
    pub foot: String,
    /// The word before the number of a page.
    pub page: String,
    /// Its parts.
    pub blocks: Vec<Block>,
    /// What stands above all on the first page, of a PDF alone.
    pub logo: Option<Picture>,
}

/// Lays a paper out by the rules of its format. These never change: `tests.rs` holds the bytes of a text. What format 2
/// says more is empty in format 1.
pub fn offer(paper: &Paper) -> Offer {
    let unsaid = || Figures::unsaid(paper.language);
    let figures = paper.figures.as_deref().cloned();
    let layout = Layout {
        paper,
        figures: figures.unwrap_or_else(unsaid),
    };
    Offer {
        title: format!("{} · {}", paper.title, paper.organisation),
        lang: paper.language.code().to_owned(),
        foot: format!("{} · {}", paper.house, paper.title),
        page: paper.labels.page.to_string(),
        blocks: layout.blocks(),
        logo: None,
    }
}

/// Returns the code of a character as people look it up: `U+0E01`.
pub fn code_of(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Returns the codes of characters, each with the character: `ก U+0E01`.
pub fn codes_of(chars: &[char]) -> String {
    const SHOWN: usize = 8;
    let codes = chars.iter().take(SHOWN);
    let codes: Vec<String> = codes.map(|c| format!("{c} {}", code_of(*c))).collect();
    let more = if chars.len() > SHOWN { ", …" } else { "" };
    codes.join(", ") + more
}

/// Returns an amount as a language writes it.
fn amount(figures: &Figures, currency: Currency, minor: i64) -> String {
    let digits = u8::try_from(currency.digits()).unwrap_or(2);
    figures.amount(minor, digits, currency.code())
}

impl Offer {
    /// Puts a logo above it.
    #[must_use]
    pub fn with_logo(self, logo: Option<Picture>) -> Offer {
        Offer { logo, ..self }
    }

    /// Returns it as text of 78 columns. A character that the PDF shows as a box has its code behind it.
    pub fn text(&self) -> String {
        text::write(self)
    }

    /// Returns it as PDF, on A4.
    pub fn pdf(&self) -> Vec<u8> {
        pdf::write(self)
    }

    /// Returns the characters that no font of the PDF has, each once.
    pub fn unshown(&self) -> Vec<char> {
        let fonts = fonts::Fonts::open();
        let words = self.words();
        let mut found: Vec<char> = words.flat_map(|words| fonts.unshown(words)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        let blocks = self.blocks.iter().flat_map(|block| match block {
            Block::Head(left, right) => vec![left.as_str(), right],
            Block::Title(words) | Block::Line(words) | Block::Text(words) | Block::Small(words) => {
                vec![words.as_str()]
            }
            Block::Gap => Vec::new(),
            Block::Columns(cells) | Block::Row(cells) => cells.iter().map(String::as_str).collect(),
            Block::Sum { label, amount, .. } => vec![label.as_str(), amount],
        });
        blocks.chain([self.foot.as_str(), self.page.as_str()])
    }
}

struct Layout<'a> {
    paper: &'a Paper,
    figures: Figures,
}

impl Layout<'_> {
    fn money(&self, minor: i64) -> String {
        amount(&self.figures, self.paper.currency, minor)
    }

    fn blocks(&self) -> Vec<Block> {
        let paper = self.paper;
        let house = if paper.brand.is_empty() || paper.brand == paper.house {
            paper.house.to_string()
        } else {
            format!("{} · {}", paper.house, paper.brand)
        };
        let mut blocks = vec![Block::Head(house, paper.dated.to_string())];
        let issuer = paper.issuer.iter();
        blocks.extend(issuer.map(|line| Block::Line(line.to_string())));
        blocks.extend([
            Block::Gap,
            Block::Title(paper.title.to_string()),
            Block::Line(paper.organisation.to_string()),
        ]);
        let named = [&paper.contact, &paper.subject].into_iter();
        let named = named.filter(|words| !words.is_empty());
        blocks.extend(named.map(|words| Block::Line(words.to_string())));
        blocks.push(Block::Gap);
        if !paper.project.is_empty() {
            blocks.push(Block::Text(paper.project.to_string()));
            blocks.push(Block::Gap);
        }
        self.table(&mut blocks);
        if !paper.note.is_empty() {
            blocks.push(Block::Gap);
            blocks.push(Block::Text(paper.note.to_string()));
        }
        blocks.extend([Block::Gap, Block::Line(paper.valid.to_string())]);
        if !paper.conditions.is_empty() {
            let title = paper.labels.conditions.to_string();
            blocks.extend([Block::Gap, Block::Title(title)]);
            blocks.push(Block::Small(paper.conditions.to_string()));
        }
        let agreed = paper.labels.agreed.to_string();
        blocks.extend([Block::Gap, Block::Line(agreed)]);
        if !paper.foot.is_empty() {
            blocks.push(Block::Gap);
            let foot = paper.foot.iter();
            blocks.extend(foot.map(|line| Block::Small(line.to_string())));
        }
        blocks
    }

    fn table(&self, blocks: &mut Vec<Block>) {
        let (paper, labels) = (self.paper, &self.paper.labels);
        let columns = labels.columns.each_ref().map(|head| head.to_string());
        blocks.push(Block::Columns(columns));
        let rows = paper.lines.iter().map(|line| Block::Row(self.cells(line)));
        blocks.extend(rows);
        let sum = |label: &str, minor, strong| Block::Sum {
            label: label.to_owned(),
            amount: self.money(minor),
            strong,
        };
        blocks.push(sum(&labels.net, paper.net, false));
        let vat = paper.vat.iter();
        blocks.extend(vat.map(|vat| sum(&vat.label, vat.vat, false)));
        blocks.push(sum(&labels.gross, paper.gross, true));
    }

    fn cells(&self, line: &PaperLine) -> Cells {
        [
            line.text.to_string(),
            self.figures.number(i64::from(line.quantity)),
            line.unit.to_string(),
            self.money(line.price),
            match line.discount {
                0 => String::new(),
                discount => self.figures.permille(discount),
            },
            self.figures.permille(line.vat),
            self.money(line.net),
        ]
    }
}

#[cfg(test)]
mod tests;
