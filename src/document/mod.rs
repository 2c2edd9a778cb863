//! What goes to the client on paper (QUO): an offer laid out in blocks, in the client's language, and written
//! as text or as PDF. Reads a quotation as somebody may see it; never the state, and never a file.

mod helvetica;
mod page;
mod pdf;
mod text;

use std::sync::Arc;

use chrono_tz::Tz;

use crate::desk::views::{QuotationWhole, VersionView};
use crate::domain::house::Language;
use crate::domain::money::{Currency, Money};
use crate::domain::prices::Line;
use crate::ui::kit::formats::Formats;
use crate::ui::kit::texts::{Lang, Texts};
use crate::ui::tell::local;

/// A line of the table: what, how many, unit, price of one, discount, VAT, net.
pub type Cells = [String; 7];

/// A part of the paper, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Words on the left and on the right of one line; the left ones stand out.
    Head(String, String),
    /// A heading.
    Title(String),
    /// Words.
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

/// An offer, laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it is called.
    pub title: String,
    /// `en` or `fr`.
    pub lang: &'static str,
    /// What stands at the foot of each page: the page and how many there are come behind it.
    pub foot: String,
    /// The word before the number of a page.
    pub page: String,
    /// Its parts.
    pub blocks: Vec<Block>,
}

/// The language a client reads: French, or English for everybody else.
pub fn language_of(language: Language) -> Lang {
    if language == Language::FR {
        Lang::Fr
    } else {
        Lang::En
    }
}

/// Lays out a version of a quotation: `number`, or the one that counts. `None` when there is no such version.
pub fn offer(whole: &QuotationWhole, number: Option<u16>, zone: Tz) -> Option<Offer> {
    let version = match number {
        Some(number) => whole.view.version(number)?,
        None => whole.view.current()?,
    };
    let lang = language_of(whole.view.language);
    let layout = Layout {
        whole,
        version,
        texts: Texts::shared(lang),
        formats: Formats::new(lang),
        zone,
    };
    Some(layout.offer(lang))
}

impl Offer {
    /// As text of 78 columns.
    pub fn text(&self) -> String {
        text::write(self)
    }

    /// As PDF, on A4.
    pub fn pdf(&self) -> Vec<u8> {
        pdf::write(self)
    }
}

struct Layout<'a> {
    whole: &'a QuotationWhole,
    version: &'a VersionView,
    texts: Arc<Texts>,
    formats: Formats,
    zone: Tz,
}

impl Layout<'_> {
    fn word(&self, id: &str) -> String {
        self.texts.get(id).into_owned()
    }

    fn money(&self, currency: Currency, minor: i64) -> String {
        let digits = u8::try_from(currency.digits()).unwrap_or(2);
        self.formats.money(minor, digits, currency.code())
    }

    fn day(&self, at: i64) -> String {
        self.formats.date(local(self.zone, at).date_naive())
    }

    fn offer(&self, lang: Lang) -> Offer {
        let view = &self.whole.view;
        let number = self.version.number;
        let name = self.texts.with(
            "doc-name",
            &[
                ("quotation", view.row.id.to_string().into()),
                ("version", u32::from(number).into()),
            ],
        );
        Offer {
            title: format!("{name} · {}", view.row.organisation),
            lang: lang.code(),
            foot: format!("{} · {name}", view.house),
            page: self.word("doc-page"),
            blocks: self.blocks(&name),
        }
    }

    fn blocks(&self, name: &str) -> Vec<Block> {
        let view = &self.whole.view;
        let texts = self.whole.texts_of(self.version.number);
        let house = if view.brand.is_empty() || view.brand == view.house {
            view.house.clone()
        } else {
            format!("{} · {}", view.house, view.brand)
        };
        let mut blocks = vec![
            Block::Head(house, self.day(self.version.at)),
            Block::Gap,
            Block::Title(name.to_owned()),
            Block::Text(view.row.organisation.clone()),
        ];
        if !view.contact.is_empty() {
            blocks.push(Block::Text(view.contact.clone()));
        }
        if !view.row.subject.is_empty() {
            blocks.push(Block::Text(view.row.subject.clone()));
        }
        blocks.push(Block::Gap);
        if !texts.project.is_empty() {
            blocks.push(Block::Text(texts.project.to_string()));
            blocks.push(Block::Gap);
        }
        self.table(&mut blocks);
        if !self.version.note.is_empty() {
            blocks.push(Block::Gap);
            blocks.push(Block::Text(self.version.note.clone()));
        }
        let until = self.day(self.version.valid_until);
        let until = self.texts.with("doc-valid", &[("until", until.into())]);
        blocks.extend([Block::Gap, Block::Text(until)]);
        if !texts.conditions.is_empty() {
            blocks.extend([Block::Gap, Block::Title(self.word("doc-conditions"))]);
            blocks.push(Block::Small(texts.conditions.to_string()));
        }
        blocks.extend([Block::Gap, Block::Text(self.word("doc-agreed"))]);
        blocks
    }

    fn table(&self, blocks: &mut Vec<Block>) {
        let totals = &self.version.totals;
        let money = |minor| self.money(totals.currency, minor);
        let heads = [
            "what", "quantity", "unit", "price", "discount", "vat", "net",
        ];
        blocks.push(Block::Columns(
            heads.map(|head| self.word(&format!("doc-{head}"))),
        ));
        for line in &self.version.lines {
            blocks.push(Block::Row(self.cells(line, totals.currency)));
        }
        let sum = |label: String, minor, strong| Block::Sum {
            label,
            amount: money(minor),
            strong,
        };
        blocks.push(sum(self.word("doc-total-net"), totals.net, false));
        for vat in &totals.vat {
            let label = self.texts.with(
                "doc-vat-of",
                &[
                    ("rate", self.formats.permille(vat.rate).into()),
                    ("base", money(vat.base).into()),
                ],
            );
            blocks.push(sum(label, vat.vat, false));
        }
        blocks.push(sum(self.word("doc-total"), totals.gross, true));
    }

    fn cells(&self, line: &Line, currency: Currency) -> Cells {
        let net = Money {
            minor: line.net(),
            currency,
        };
        [
            line.text.to_string(),
            self.formats.number(i64::from(line.quantity)),
            self.word(&format!("unit-{}", line.unit.key())),
            self.money(currency, line.price),
            match line.discount {
                0 => String::new(),
                discount => self.formats.permille(discount),
            },
            self.formats.permille(line.vat),
            self.money(currency, net.minor),
        ]
    }
}

#[cfg(test)]
mod tests;
