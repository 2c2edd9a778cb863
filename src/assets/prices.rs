//! The price lists as a file an officer edits (QUO-3), and the first ones.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{BadFile, read};
use crate::domain::house::{Country, Language};
use crate::domain::lists::Lists;
use crate::domain::money::{Currency, Money};
use crate::domain::prices::{Brand, Further, Line, Named, PriceBook, PriceList, Product, Unit};
use crate::domain::trade::Audience;

/// The first lists, a file a brand.
const FIRST: [&str; 2] = [
    include_str!("../../assets/prices/ateliers.toml"),
    include_str!("../../assets/prices/jeunesse.toml"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    valid_days: u16,
    #[serde(default)]
    conditions: BTreeMap<String, String>,
    #[serde(default)]
    brand: Vec<BrandLine>,
    #[serde(default)]
    list: Vec<ListLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BrandLine {
    key: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListLine {
    brand: String,
    market: String,
    audience: Option<String>,
    currency: String,
    vat: u16,
    #[serde(default)]
    product: Vec<ProductLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProductLine {
    key: String,
    #[serde(default)]
    en: String,
    #[serde(default)]
    fr: String,
    #[serde(default)]
    names: BTreeMap<String, String>,
    unit: String,
    price: String,
    least: Option<u32>,
    most: Option<u32>,
}

fn bad(problem: String) -> BadFile {
    BadFile {
        name: "prices.toml".to_owned(),
        problem,
    }
}

/// The words by language: in English and French, and in further languages.
fn named(words: &BTreeMap<String, String>, place: &str) -> Result<(Named, Further), BadFile> {
    let mut named = Named::default();
    let mut further = Further::new();
    for (code, text) in words {
        let language = super::language(code).ok_or_else(|| {
            bad(format!(
                "{place}: {code} is not a language; write a code like nl"
            ))
        })?;
        let text: Box<str> = text.trim().into();
        match language {
            Language::EN => named[0] = text,
            Language::FR => named[1] = text,
            other => further.push((other, text)),
        }
    }
    Ok((named, further))
}

/// The price lists that a new house starts with.
///
/// # Errors
/// A file that does not read.
pub fn prices() -> Result<PriceBook, BadFile> {
    let (mut book, shipped) = (PriceBook::default(), Lists::default());
    for source in FIRST {
        let part = parts(source, &shipped)?;
        book.brands.extend(part.brands);
        book.lists.extend(part.lists);
        if part.valid_days > 0 {
            (book.valid_days, book.conditions) = (part.valid_days, part.conditions);
            book.further = part.further;
        }
    }
    checked(book)
}

/// Price lists from the text of such a file, in a house with these lists.
///
/// # Errors
/// What does not read, or cannot be, naming the list and the product.
pub fn prices_from(source: &str, lists: &Lists) -> Result<PriceBook, BadFile> {
    checked(parts(source, lists)?)
}

fn checked(book: PriceBook) -> Result<PriceBook, BadFile> {
    match book.fault() {
        Some(what) => Err(bad(format!(
            "{what} appears twice, or is outside its limits"
        ))),
        None => Ok(book),
    }
}

fn parts(source: &str, lists: &Lists) -> Result<PriceBook, BadFile> {
    let file: File = read("prices.toml", source)?;
    let brand = |line: BrandLine| Brand {
        key: line.key.trim().into(),
        name: line.name.trim().into(),
    };
    let (conditions, further) = named(&file.conditions, "conditions")?;
    Ok(PriceBook {
        brands: file.brand.into_iter().map(brand).collect(),
        lists: file
            .list
            .iter()
            .map(|line| list(line, lists))
            .collect::<Result<_, _>>()?,
        conditions,
        valid_days: file.valid_days,
        further,
    })
}

fn list(line: &ListLine, lists: &Lists) -> Result<PriceList, BadFile> {
    let place = format!("list {} {}", line.brand, line.market);
    let market = Country::parse(&line.market);
    let currency = Currency::parse(&line.currency);
    let currency =
        currency.ok_or_else(|| bad(format!("{place}: no currency {}", line.currency)))?;
    let audience = match line.audience.as_deref() {
        None => None,
        Some(key) => Some(lists.parse::<Audience>(key).ok_or_else(|| {
            let all = lists.keys::<Audience>();
            bad(format!(
                "{place}: {key} is not an audience; choose one of {all}"
            ))
        })?),
    };
    let products = line.product.iter();
    let products = products.map(|line| product(line, currency, &place, lists));
    Ok(PriceList {
        brand: line.brand.trim().into(),
        market: market.ok_or_else(|| {
            bad(format!(
                "{place}: the market is not a country: write a code like FR"
            ))
        })?,
        audience,
        currency,
        vat: line.vat,
        products: products.collect::<Result<_, _>>()?,
    })
}

fn product(
    line: &ProductLine,
    currency: Currency,
    place: &str,
    lists: &Lists,
) -> Result<Product, BadFile> {
    let place = format!("{place}, product {}", line.key);
    let unit = lists.parse(&line.unit).ok_or_else(|| {
        let all = lists.keys::<Unit>();
        bad(format!(
            "{place}: {} is not a unit; choose one of {all}",
            line.unit
        ))
    })?;
    let code = currency.code();
    let price = Money::read(&line.price, currency).map_err(|why| {
        bad(format!(
            "{place}: {} is not a price in {code}: {why}",
            line.price
        ))
    })?;
    if price.currency != currency {
        let price = &line.price;
        return Err(bad(format!("{place}: {price} is not a price in {code}")));
    }
    let mut names = line.names.clone();
    for (code, name) in [("en", &line.en), ("fr", &line.fr)] {
        if !name.is_empty() {
            names.insert(code.to_owned(), name.clone());
        }
    }
    let (name, further) = named(&names, &place)?;
    Ok(Product {
        key: line.key.trim().into(),
        name,
        further,
        unit,
        price: price.minor,
        least: line.least.unwrap_or(1),
        most: line.most.unwrap_or(Line::QUANTITY_MOST),
    })
}

/// Price lists as the text of such a file in a house with these lists, to edit and read in again.
pub fn prices_text(book: &PriceBook, lists: &Lists) -> String {
    let text = |words: &str| toml::Value::from(words).to_string();
    let mut out = format!(
        "# Price lists: per brand, market and, where it is named, audience. Prices are without VAT; VAT is in\n\
         # thousandths. Quotations refer to a product by its key: add a new key rather than change one.\n\
         # What a product is called in further languages: names = {{ nl = \"…\" }}.\n\n\
         valid_days = {}\n\n[conditions]\n",
        book.valid_days
    );
    for (code, words) in words(&book.conditions, &book.further) {
        out.push_str(&format!("{code} = {}\n", text(words)));
    }
    for brand in &book.brands {
        let (key, name) = (text(&brand.key), text(&brand.name));
        out.push_str(&format!("\n[[brand]]\nkey = {key}\nname = {name}\n"));
    }
    for list in &book.lists {
        let (brand, market) = (text(&list.brand), text(list.market.code()));
        out.push_str(&format!("\n[[list]]\nbrand = {brand}\nmarket = {market}\n"));
        if let Some(audience) = list.audience {
            out.push_str(&format!("audience = {}\n", text(&lists.key(audience))));
        }
        let code = text(list.currency.code());
        out.push_str(&format!(
            "currency = {code}\nvat = {}\nproduct = [\n",
            list.vat
        ));
        for product in &list.products {
            out.push_str(&format!(
                "  {},\n",
                product_text(product, list.currency, lists)
            ));
        }
        out.push_str("]\n");
    }
    out
}

/// How price lists are written in a house with these lists, with each of its units and no price: every line of it waits to
/// be filled in.
pub fn blank_prices(market: Country, currency: Currency, lists: &Lists) -> String {
    let text = |words: &str| toml::Value::from(words).to_string();
    let (market, code) = (text(market.code()), text(currency.code()));
    let mut out = format!(
        "# Price lists: per brand and market. Fill in, and take the # away. Prices are without VAT; VAT is in thousandths.\n\
         # unit: what a price is for; these are yours.\n\n\
         # valid_days = 30\n\n\
         # [[brand]]\n# key = \"\"\n# name = \"\"\n\n\
         # [[list]]\n# brand = \"\"\n# market = {market}\n# currency = {code}\n# vat = \n# product = [\n"
    );
    for unit in lists.offered::<Unit>() {
        let unit = text(&lists.key(unit));
        out.push_str(&format!(
            "#   {{ key = \"\", en = \"\", fr = \"\", unit = {unit}, price = \"\" }},\n"
        ));
    }
    out.push_str("# ]\n");
    out
}

/// The words in each language, by its code; those in English and French always.
fn words<'a>(named: &'a Named, further: &'a Further) -> Vec<(&'a str, &'a str)> {
    let [en, fr] = named;
    let further = further.iter();
    let further = further.map(|(language, words)| (language.code(), &**words));
    let both = [("en", &**en), ("fr", &**fr)];
    both.into_iter().chain(further).collect()
}

fn product_text(product: &Product, currency: Currency, lists: &Lists) -> String {
    let text = |words: &str| toml::Value::from(words).to_string();
    let price = Money {
        minor: product.price,
        currency,
    };
    let (both, further): (Vec<_>, Vec<_>) = words(&product.name, &product.further)
        .into_iter()
        .partition(|(code, _)| ["en", "fr"].contains(code));
    let both = both.into_iter().filter(|(_, name)| !name.is_empty());
    let both: String = both
        .map(|(code, name)| format!("{code} = {}, ", text(name)))
        .collect();
    let further: Vec<String> = further
        .into_iter()
        .map(|(code, name)| format!("{code} = {}", text(name)))
        .collect();
    let further = match further.is_empty() {
        true => String::new(),
        false => format!("names = {{ {} }}, ", further.join(", ")),
    };
    format!(
        "{{ key = {}, {both}{further}unit = {}, price = {}, least = {}, most = {} }}",
        text(&product.key),
        text(&lists.key(product.unit)),
        text(&price.typed()),
        product.least,
        product.most
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quo_3_the_first_lists_go_out_and_come_back_as_they_were() {
        let first = prices().unwrap();
        assert_eq!(first.brands.len(), 2, "CON-3");
        assert!(first.lists.len() >= 5);
        let lists = Lists::default();
        let text = prices_text(&first, &lists);
        assert_eq!(prices_from(&text, &lists).unwrap(), first);
        let home = Country::parse("FR").unwrap();
        let list = |audience| first.list("ateliers", home, audience).unwrap();
        assert_eq!(
            list(Audience::COMPANY).product("workshop").unwrap().price,
            95_000
        );
        assert_eq!(
            list(Audience::PUBLIC).audience,
            None,
            "the list for everybody else"
        );
        let abroad = Country::parse("JP").unwrap();
        assert_eq!(first.list("ateliers", abroad, Audience::COMPANY), None);
    }

    #[test]
    fn quo_3_a_wrong_list_says_what_is_wrong() {
        let lists = Lists::default();
        let wrong = |text: &str| prices_from(text, &lists).unwrap_err().to_string();
        let list = |rest: &str| {
            format!(
                "[[brand]]\nkey = \"a\"\nname = \"A\"\n[[list]]\nbrand = \"a\"\nmarket = \"FR\"\n\
                 currency = \"EUR\"\nvat = 200\n{rest}"
            )
        };
        let product = |rest: &str| {
            let product = format!("{{ key = \"p\", en = \"P\", fr = \"P\", {rest} }}");
            wrong(&list(&format!("product = [{product}]")))
        };
        assert!(wrong(&list("audience = \"nobody\"")).contains("nobody is not an audience"));
        assert!(product("unit = \"hour\", price = \"5\"").contains("hour is not a unit"));
        assert!(product("unit = \"day\", price = \"-5\"").contains("-5 is not a price in EUR"));
        assert!(
            product("unit = \"day\", price = \"5 CHF\"").contains("5 CHF is not a price in EUR")
        );
        assert!(product("unit = \"day\", price = \"5\", least = 0").contains("product p"));
        assert!(
            wrong("[[list]]\nbrand = \"b\"\nmarket = \"FR\"\ncurrency = \"EUR\"\nvat = 0")
                .contains("list b FR")
        );
    }
}
