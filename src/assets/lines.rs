//! The lines of a quotation as a file people edit (QUO-3). A product of the list brings its text, unit, price and VAT; a
//! line without one is free. Decides nothing: what may stand is the rules' to say.

use serde::Deserialize;
use toml::Spanned;

use super::{BadFile, at_line, read};
use crate::domain::lists::Lists;
use crate::domain::money::{Currency, Money};
use crate::domain::prices::{Line, Unit};

const NAME: &str = "lines.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: Option<u16>,
    currency: Option<Spanned<String>>,
    note: Option<String>,
    valid_until: Option<Spanned<String>>,
    #[serde(default)]
    line: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    product: Option<Spanned<String>>,
    text: Option<Spanned<String>>,
    quantity: Spanned<u32>,
    unit: Option<Spanned<String>>,
    price: Option<Spanned<String>>,
    vat: Option<Spanned<u16>>,
    #[serde(default)]
    discount: Option<Spanned<u16>>,
}

/// What the lines of a quotation can name.
pub struct LineWords<'a> {
    /// The lists of the house.
    pub lists: &'a Lists,
    /// The products of its price list, each as a line; none where it has no list.
    pub products: &'a [Line],
    /// The currency it is priced in.
    pub currency: Currency,
}

/// The lines of a file, and what stands beside them.
pub struct LinesRead {
    /// The version that the file was made from, if it says so.
    pub version: Option<u16>,
    /// The lines.
    pub lines: Vec<Line>,
    /// A remark on the prices, where the file has one.
    pub note: Option<String>,
    /// The last day it is good for, as it is written.
    pub valid_until: Option<String>,
}

impl LineWords<'_> {
    /// Returns the lines of a version as a file to edit; 0 is the version before the first.
    pub fn text(&self, version: u16, lines: &[Line], note: &str) -> String {
        let text = |words: &str| toml::Value::from(words).to_string();
        let products = self.products.iter().map(|line| line.product.as_deref());
        let products: Vec<&str> = products.flatten().collect();
        let mut out = format!(
            "# The lines of a quotation. product: a key of the price list, which brings text, unit, price and VAT;\n\
             # a line without one is free. Without VAT; vat and discount in thousandths; valid_until: like 2026-06-01.\n\
             # Products: {}\n\
             # version: the one that these lines were made from; refused once there is another.\n\
             version = {version}\ncurrency = {}\nnote = {}\n",
            products.join(", "),
            text(self.currency.code()),
            text(note)
        );
        for line in lines {
            out.push_str("\n[[line]]\n");
            if let Some(product) = &line.product {
                out.push_str(&format!("product = {}\n", text(product)));
            }
            out.push_str(&format!(
                "text = {}\nquantity = {}\n",
                text(&line.text),
                line.quantity
            ));
            if line.product.is_none() {
                let money = Money {
                    minor: line.price,
                    currency: self.currency,
                };
                let (unit, price) = (text(&self.lists.key(line.unit)), text(&money.typed()));
                out.push_str(&format!(
                    "unit = {unit}\nprice = {price}\nvat = {}\n",
                    line.vat
                ));
            }
            if line.discount > 0 {
                out.push_str(&format!("discount = {}\n", line.discount));
            }
        }
        out
    }

    /// Returns the lines of such a file.
    ///
    /// # Errors
    /// What does not read, with its line in the file and its field.
    pub fn lines(&self, source: &str) -> Result<LinesRead, BadFile> {
        let file: File = read(NAME, source)?;
        let bad = |at: usize, what: &str| at_line(NAME, source, at, what);
        if let Some(code) = file
            .currency
            .filter(|code| Currency::parse(code.get_ref()) != Some(self.currency))
        {
            let (is, wanted) = (code.get_ref(), self.currency.code());
            let what = format!(
                "currency: {is}, but it is priced in {wanted}: the brief says market and brand"
            );
            return Err(bad(code.span().start, &what));
        }
        let lines = file.line.iter().enumerate();
        let lines = lines.map(|(n, line)| {
            let line = self.line(line);
            line.map_err(|(at, why)| bad(at, &format!("line {} of the quotation, {why}", n + 1)))
        });
        Ok(LinesRead {
            version: file.version,
            lines: lines.collect::<Result<_, _>>()?,
            note: file.note.map(|note| note.trim().to_owned()),
            valid_until: file.valid_until.map(Spanned::into_inner),
        })
    }

    /// Returns `quantity` of a product of the list.
    pub fn product(&self, key: &str, quantity: u32) -> Option<Line> {
        let mut products = self.products.iter();
        let found = products.find(|line| line.product.as_deref() == Some(key))?;
        Some(Line {
            quantity,
            ..found.clone()
        })
    }

    /// Returns the keys of the products, for who has to write one.
    pub fn keys(&self) -> String {
        let keys = self
            .products
            .iter()
            .filter_map(|line| line.product.as_deref());
        keys.collect::<Vec<_>>().join(", ")
    }

    fn line(&self, written: &Written) -> Result<Line, Wrong> {
        let quantity = *written.quantity.get_ref();
        let mut line = match &written.product {
            Some(key) => self.product(key.get_ref(), quantity).ok_or_else(|| {
                let (word, all) = (key.get_ref(), self.keys());
                let why = format!("product: {word} is not in the price list; choose one of {all}");
                (key.span().start, why)
            })?,
            None => self.free(written, quantity)?,
        };
        if let Some(text) = &written.text {
            line.text = text.get_ref().trim().into();
        }
        line.discount = written.discount.as_ref().map_or(0, |one| *one.get_ref());
        if let Some(fault) = self.fault(written, &line) {
            return Err(fault);
        }
        Ok(line)
    }

    /// Returns a free line, without what is said of every line.
    fn free(&self, written: &Written, quantity: u32) -> Result<Line, Wrong> {
        let start = written.quantity.span().start;
        let missing = |field: &str| {
            (
                start,
                format!("{field}: it is missing on a line without a product"),
            )
        };
        let unit = written.unit.as_ref().ok_or_else(|| missing("unit"))?;
        let price = written.price.as_ref().ok_or_else(|| missing("price"))?;
        let vat = written.vat.as_ref().ok_or_else(|| missing("vat"))?;
        written.text.as_ref().ok_or_else(|| missing("text"))?;
        Ok(Line {
            product: None,
            text: "".into(),
            unit: self.lists.parse(unit.get_ref()).ok_or_else(|| {
                let all = self.lists.keys::<Unit>();
                let why = format!("unit: {} is not known; choose one of {all}", unit.get_ref());
                (unit.span().start, why)
            })?,
            quantity,
            price: self.price(price)?,
            discount: 0,
            vat: *vat.get_ref(),
        })
    }

    fn price(&self, word: &Spanned<String>) -> Result<i64, Wrong> {
        let (text, code) = (word.get_ref(), self.currency.code());
        let wrong = |why: String| {
            (
                word.span().start,
                format!("price: {text} is not a price in {code}{why}"),
            )
        };
        let price = Money::read(text, self.currency).map_err(|why| wrong(format!(": {why}")))?;
        match price.currency == self.currency {
            true => Ok(price.minor),
            false => Err(wrong(String::new())),
        }
    }

    /// What of a line is outside what can stand.
    fn fault(&self, written: &Written, line: &Line) -> Option<Wrong> {
        let said = |spot: Option<usize>, field: &str, why: &str| {
            let spot = spot.unwrap_or_else(|| written.quantity.span().start);
            Some((spot, format!("{field}: {why}")))
        };
        let spot = |word: &Option<Spanned<u16>>| word.as_ref().map(|one| one.span().start);
        if line.text.is_empty() || line.text.chars().count() > Line::TEXT_MOST {
            let at = written.text.as_ref().map(|one| one.span().start);
            return said(at, "text", "it is empty, or too long");
        }
        if !(1..=Line::QUANTITY_MOST).contains(&line.quantity) {
            return said(None, "quantity", "write a number from 1 to 100000");
        }
        if line.discount > 1_000 {
            return said(
                spot(&written.discount),
                "discount",
                "1000 thousandths at most",
            );
        }
        if line.vat > 1_000 {
            return said(spot(&written.vat), "vat", "1000 thousandths at most");
        }
        let of_list = [
            ("unit", written.unit.as_ref().map(|one| one.span().start)),
            ("price", written.price.as_ref().map(|one| one.span().start)),
            ("vat", spot(&written.vat)),
        ];
        let mut of_list = of_list.into_iter().filter(|_| written.product.is_some());
        let (field, at) = of_list.find(|(_, at)| at.is_some())?;
        said(
            at,
            field,
            "the price list says it: leave it out, or leave the product out",
        )
    }
}

/// Where something is wrong, and what.
type Wrong = (usize, String);

#[cfg(test)]
#[path = "lines_tests.rs"]
mod tests;
