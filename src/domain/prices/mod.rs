//! The house's price lists (QUO-3): what a product costs, per brand, market and audience; and the lines of a
//! quotation that are made from them.
//!
//! Amounts are whole minor units of the list's currency. There is one place where they are rounded, and it is
//! here: the net of a line (quantity × price, less its discount) is rounded half up to the minor unit; VAT is
//! reckoned once per rate, on the sum of the nets of its lines, and rounded half up again. A total is a sum
//! of what was rounded, and is never rounded itself.

mod line;

use serde::{Deserialize, Serialize};

use super::house::{Country, Language};
use super::money::Currency;
use crate::domain::trade::Audience;

pub use super::lists::shipped::Unit;
pub use line::{Difference, Line, LineFault, Totals, VatSum, difference, totals};

/// The same words in English and in French.
pub type Named = [Box<str>; 2];

/// The same words in further languages.
pub type Further = Vec<(Language, Box<str>)>;

/// The words for a client who reads `language`; where they do not stand there, those in English, in French, or the first.
fn in_language<'a>(words: &'a Named, further: &'a Further, language: Language) -> &'a str {
    let [en, fr] = words;
    let own = match language {
        Language::EN => Some(en),
        Language::FR => Some(fr),
        other => further
            .iter()
            .find(|(one, _)| *one == other)
            .map(|(_, words)| words),
    };
    let first = further.first().map(|(_, words)| words);
    let all = [own, Some(en), Some(fr), first].into_iter().flatten();
    let mut said = all.filter(|words| !words.trim().is_empty());
    said.next().map_or("", |words| words)
}

/// What can be sold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// Its stable name.
    pub key: Box<str>,
    /// What it is called.
    pub name: Named,
    /// What its price is for.
    pub unit: Unit,
    /// The price of one, in minor units.
    pub price: i64,
    /// The least that is sold of it.
    pub least: u32,
    /// The most that is sold of it.
    pub most: u32,
    /// What it is called in further languages.
    #[serde(default)]
    pub further: Further,
}

impl Product {
    /// Returns what a client who reads `language` knows it by.
    pub fn named(&self, language: Language) -> &str {
        in_language(&self.name, &self.further, language)
    }
}

/// One price list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceList {
    /// The stable name of its brand.
    pub brand: Box<str>,
    /// The country it is for.
    pub market: Country,
    /// The audience it is for; `None`: everybody that no other list is for.
    pub audience: Option<Audience>,
    /// Its currency.
    pub currency: Currency,
    /// The VAT of its products, in thousandths.
    pub vat: u16,
    /// What can be sold.
    pub products: Vec<Product>,
}

impl PriceList {
    /// The product with this stable name.
    pub fn product(&self, key: &str) -> Option<&Product> {
        self.products.iter().find(|product| &*product.key == key)
    }
}

/// A brand of the house (CON-3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brand {
    /// Its stable name.
    pub key: Box<str>,
    /// What clients know it by.
    pub name: Box<str>,
}

/// All price lists, and what is said below every quotation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceBook {
    /// The brands, the usual one first.
    pub brands: Vec<Brand>,
    /// The lists.
    pub lists: Vec<PriceList>,
    /// The conditions of sale, in English and in French.
    pub conditions: Named,
    /// How many days a quotation is good for when nothing else is said.
    pub valid_days: u16,
    /// The conditions of sale in further languages.
    #[serde(default)]
    pub further: Further,
}

impl PriceBook {
    /// Returns the conditions of sale for a client who reads `language`.
    pub fn conditions_in(&self, language: Language) -> &str {
        in_language(&self.conditions, &self.further, language)
    }

    /// The most brands.
    pub const BRANDS_MOST: usize = 20;
    /// The most lists.
    pub const LISTS_MOST: usize = 200;
    /// The most products of a list.
    pub const PRODUCTS_MOST: usize = 200;
    /// The longest name, in characters.
    pub const NAME_MOST: usize = 120;
    /// The longest conditions, in characters.
    pub const CONDITIONS_MOST: usize = 10_000;
    /// The longest a quotation can be good for without an officer's word, in days.
    pub const VALID_MOST: u16 = 730;

    /// The list of a brand for a market and an audience: the one for that audience, or the one for everybody.
    pub fn list(&self, brand: &str, market: Country, audience: Audience) -> Option<&PriceList> {
        let of = |wanted: Option<Audience>| {
            self.lists.iter().find(move |list| {
                &*list.brand == brand && list.market == market && list.audience == wanted
            })
        };
        of(Some(audience)).or_else(|| of(None))
    }

    /// The brand with this stable name.
    pub fn brand(&self, key: &str) -> Option<&Brand> {
        self.brands.iter().find(|brand| &*brand.key == key)
    }

    /// The days a quotation is good for when nothing else is said.
    pub fn usual_validity(&self) -> u16 {
        const USUAL: u16 = 30;
        if self.valid_days == 0 {
            USUAL
        } else {
            self.valid_days
        }
    }

    /// The part that is wrong, by its name in the file; `None` when nothing is.
    pub fn fault(&self) -> Option<String> {
        let long = |text: &str, most: usize| text.chars().count() > most;
        if self.brands.len() > PriceBook::BRANDS_MOST {
            return Some("brand".to_owned());
        }
        for (n, brand) in self.brands.iter().enumerate() {
            let twice = self.brands.iter().take(n).any(|b| b.key == brand.key);
            let name = brand.name.trim();
            if twice || brand.key.is_empty() || name.is_empty() || long(name, Self::NAME_MOST) {
                return Some(format!("brand {}", brand.key));
            }
        }
        if self.lists.len() > PriceBook::LISTS_MOST {
            return Some("list".to_owned());
        }
        for (n, list) in self.lists.iter().enumerate() {
            let place = |list: &PriceList| (list.brand.clone(), list.market, list.audience);
            let twice = self.lists.iter().take(n).any(|l| place(l) == place(list));
            if twice || self.brand(&list.brand).is_none() || list.vat > 1_000 {
                return Some(format!("list {} {}", list.brand, list.market.code()));
            }
            if let Some(product) = wrong_product(list) {
                let market = list.market.code();
                return Some(format!("list {} {market}, {product}", list.brand));
            }
        }
        let further = self.further.iter().map(|(_, words)| words);
        let conditions = self.conditions.iter().chain(further);
        if conditions
            .into_iter()
            .any(|c| long(c, Self::CONDITIONS_MOST))
        {
            return Some("conditions".to_owned());
        }
        (self.valid_days > PriceBook::VALID_MOST).then(|| "valid_days".to_owned())
    }
}

fn wrong_product(list: &PriceList) -> Option<String> {
    if list.products.len() > PriceBook::PRODUCTS_MOST {
        return Some("product".to_owned());
    }
    let wrong = |(n, product): (usize, &Product)| {
        let twice = list.products.iter().take(n).any(|p| p.key == product.key);
        twice
            || product.key.is_empty()
            || !is_named(product)
            || !(0..=Line::PRICE_MOST).contains(&product.price)
            || product.least == 0
            || product.most < product.least
            || product.most > Line::QUANTITY_MOST
    };
    let mut products = list.products.iter().enumerate();
    let found = products.find(|product| wrong(*product));
    found.map(|(_, product)| format!("product {}", product.key))
}

/// Whether it has a name, in one language at least, and none is too long.
fn is_named(product: &Product) -> bool {
    let further = product.further.iter().map(|(_, name)| name);
    let mut names = product.name.iter().chain(further);
    !product.named(Language::EN).is_empty()
        && names.all(|name| name.chars().count() <= PriceBook::NAME_MOST)
}
