//! A line of a quotation as a form: of a product, or free.

use std::sync::Arc;

use super::OfficePane;
use crate::domain::money::{Currency, Money};
use crate::domain::prices::Line;
use crate::ui::frame::ask::{money_check, optional};
use crate::ui::frame::entries::{entry_field, entry_in};
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::prompt::Check;

impl OfficePane {
    /// A line: the one at `at`, or a new one; of a product, or free.
    pub(super) fn line_form(&mut self, at: Option<usize>, product: Option<usize>) {
        let Some(pricing) = &self.pricing else { return };
        let listed = pricing.products.as_ref();
        let row = product.and_then(|n| listed?.get(n));
        let old = at.and_then(|at| pricing.lines.get(at));
        let line = old.cloned().or_else(|| row.map(|row| row.line.clone()));
        let last = pricing.lines.last().map(|line| line.vat);
        let usual = last.or_else(|| self.ctx().sight.usual_vat(pricing.id));
        let percent = |thousandths: u16| match thousandths {
            0 => String::new(),
            n => self.ctx().formats.permille(n),
        };
        let quantity = line.as_ref().map_or(1, |line| line.quantity);
        let check = self.count_check(Line::QUANTITY_MOST);
        let label = self.text("doc-quantity");
        let quantity = Field::checked("quantity", label, &quantity.to_string(), check).required();
        let discount = percent(line.as_ref().map_or(0, |line| line.discount));
        let (label, check) = (self.text("line-discount"), optional(self.percent_check()));
        let discount = Field::checked("discount", label, &discount, check);
        let fields = match row {
            Some(_) => vec![quantity, discount],
            None => {
                let [text, rest @ ..] = self.free_fields(line.as_ref(), usual, pricing.currency);
                let free = [text, quantity].into_iter().chain(rest);
                free.chain([discount]).collect()
            }
        };
        let title = match row {
            Some(row) => row.line.text.to_string(),
            None => self.text("form-free-line"),
        };
        let form = Form::new(fields);
        self.ask(Question::form(
            title,
            form,
            move |p: &mut OfficePane, form| {
                p.take_line(form, at, product);
            },
        ));
    }

    /// What is said of a free line besides how many and the discount: text, unit, price, VAT.
    fn free_fields(
        &self,
        line: Option<&Line>,
        usual: Option<u16>,
        currency: Currency,
    ) -> [Field; 4] {
        let text = line.map(|line| line.text.to_string()).unwrap_or_default();
        let text = Field::text("text", self.text("doc-what"), &text).required();
        let unit = line.map(|line| line.unit);
        let unit = entry_field(self.ctx(), "unit", self.text("doc-unit"), None, unit);
        let minor = line.map(|line| line.price);
        let price = minor.map(|minor| Money { minor, currency }.typed());
        let (label, check) = (self.text("doc-price"), self.price_check(currency));
        let price = Field::checked("price", label, &price.unwrap_or_default(), check).required();
        let vat = line.map(|line| line.vat).or(usual);
        let vat = vat.map_or(String::new(), |vat| self.ctx().formats.permille(vat));
        let (label, check) = (self.text("doc-vat"), self.percent_check());
        let vat = Field::checked("vat", label, &vat, check).required();
        [text, unit, price, vat]
    }

    /// What was filled in is a line now.
    fn take_line(&mut self, form: &Form, at: Option<usize>, product: Option<usize>) {
        let Some(pricing) = &mut self.pricing else {
            return;
        };
        let listed = pricing.products.as_ref();
        let row = product.and_then(|n| listed?.get(n));
        let quantity = form.text("quantity").trim().parse().unwrap_or(1);
        let discount = percent(form.text("discount")).unwrap_or(0);
        let line = match row {
            Some(row) => Line {
                quantity,
                discount,
                ..row.line.clone()
            },
            None => {
                let price = Money::parse(form.text("price"), pricing.currency);
                let Some(unit) = entry_in(form, "unit") else {
                    return;
                };
                Line {
                    product: None,
                    text: form.text("text").trim().into(),
                    unit,
                    quantity,
                    price: price.map_or(0, |price| price.minor),
                    discount,
                    vat: percent(form.text("vat")).unwrap_or(0),
                }
            }
        };
        match at.and_then(|at| pricing.lines.get_mut(at)) {
            Some(old) => *old = line,
            None => {
                pricing.lines.push(line);
                pricing.at = pricing.lines.len() - 1;
            }
        }
    }

    /// A price in the currency of the quotation, shown back.
    fn price_check(&self, currency: Currency) -> Check {
        let read = money_check(self.ctx(), currency);
        let code = currency.code().to_owned();
        let other = self.with("refusal-wrong-currency", &[("expected", code.into())]);
        Arc::new(move |text| match Money::parse(text, currency) {
            Some(money) if money.currency != currency => Err(other.clone()),
            _ => read(text),
        })
    }

    fn percent_check(&self) -> Check {
        let wrong = self.text("form-not-percent");
        let formats = self.ctx().formats;
        Arc::new(move |text| {
            percent(text)
                .map(|n| formats.permille(n))
                .ok_or_else(|| wrong.clone())
        })
    }
}

/// `5`, `5 %`, `5,5%` as thousandths; `None` for what is no share of a whole.
fn percent(text: &str) -> Option<u16> {
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '%')
        .collect();
    let (whole, part) = match text.split_once([',', '.']) {
        Some((whole, part)) if part.len() == 1 => (whole, part.parse::<u16>().ok()?),
        Some(_) => return None,
        None => (text.as_str(), 0),
    };
    let whole: u16 = whole.parse().ok()?;
    let thousandths = whole.checked_mul(10)?.checked_add(part)?;
    (thousandths <= 1_000).then_some(thousandths)
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn quo_3_a_discount_is_read_as_people_write_it() {
        let table = [
            ("5", Some(50)),
            ("5 %", Some(50)),
            ("5,5%", Some(55)),
            ("100", Some(1_000)),
            ("0", Some(0)),
            ("100,1", None),
            ("5.55", None),
            ("-5", None),
            ("", None),
            ("99999", None),
        ];
        for (text, expected) in table {
            assert_eq!(percent(text), expected, "{text}");
        }
    }
}
