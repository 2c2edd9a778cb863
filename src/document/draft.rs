//! From what the house knows to a paper (QUO-6): every text is put into the client's language here, once. What
//! comes out refers to nothing.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::QuotationId;
use crate::domain::house::{Identity, Logo};
use crate::domain::prices::{Line, Unit, totals};
use crate::domain::quotation::paper::{Labels, Paper, PaperLine, PaperVat};
use crate::domain::quotation::{Texts, Version};
use crate::domain::wording::{Figures, Wording};

/// What a paper is made from, but for the texts of the version: all of it safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The quotation.
    pub quotation: QuotationId,
    /// The version.
    pub number: u16,
    /// How papers are written in the language the client reads.
    pub wording: Arc<Wording>,
    /// The house, by name.
    pub house: Box<str>,
    /// Who it is in law, where it has said so.
    pub identity: Option<Identity>,
    /// The logo above it, in its PDF.
    pub logo: Option<Arc<Logo>>,
    /// The brand, by name.
    pub brand: Box<str>,
    /// The client.
    pub organisation: Box<str>,
    /// Who asked.
    pub contact: Box<str>,
    /// What was asked for, in one line.
    pub subject: Box<str>,
    /// When the version was written, by the house's clock.
    pub dated: NaiveDate,
    /// How long it is good for, by the house's clock.
    pub valid_until: NaiveDate,
    /// Its lines, and the remark on them.
    pub version: Version,
    /// What the house calls the units of its lines, where it has words of its own.
    pub units: Vec<(Unit, Box<str>)>,
}

/// Makes the paper of a version.
pub fn paper(draft: &Draft, texts: &Texts) -> Paper {
    Maker {
        wording: &draft.wording,
        draft,
    }
    .paper(texts)
}

struct Maker<'a> {
    wording: &'a Wording,
    draft: &'a Draft,
}

impl Maker<'_> {
    fn word(&self, id: &str) -> Box<str> {
        self.wording.word(id).into()
    }

    fn paper(&self, texts: &Texts) -> Paper {
        let (draft, version) = (self.draft, &self.draft.version);
        let sums = totals(version.currency, &version.lines);
        let (quotation, number) = (draft.quotation.to_string(), draft.number.to_string());
        let title = [
            ("quotation", quotation.as_str()),
            ("version", number.as_str()),
        ];
        let until = self.wording.dates.date(draft.valid_until);
        let vat = sums.vat.iter().map(|sum| self.vat(sum));
        Paper {
            language: self.wording.language,
            title: self.wording.with("title", &title).into(),
            house: draft.house.clone(),
            brand: draft.brand.clone(),
            dated: self.wording.dates.date(draft.dated).into(),
            organisation: draft.organisation.clone(),
            contact: draft.contact.clone(),
            subject: draft.subject.clone(),
            project: texts.project.clone(),
            currency: version.currency,
            lines: version.lines.iter().map(|line| self.line(line)).collect(),
            net: sums.net,
            vat: vat.collect(),
            gross: sums.gross,
            note: version.note.clone(),
            valid: self.wording.with("valid", &[("until", &until)]).into(),
            conditions: texts.conditions.clone(),
            labels: self.labels(),
            issuer: self.issuer(),
            foot: self.foot(),
            // Those of format 1 go without saying.
            figures: (self.wording.figures != Figures::unsaid(self.wording.language))
                .then(|| Box::new(self.wording.figures.clone())),
        }
    }

    /// Who offers: a line each, without those that are not said.
    fn issuer(&self) -> Vec<Box<str>> {
        let Some(identity) = &self.draft.identity else {
            return Vec::new();
        };
        let labelled = |id: &str, text: &str| -> Option<Box<str>> {
            let text = text.trim();
            let words = || self.wording.with(id, &[("text", text)]);
            (!text.is_empty()).then(|| words().into())
        };
        let plain = [&identity.name, &identity.address].into_iter();
        let plain = plain.flat_map(|text| text.lines());
        let plain = plain.map(str::trim).filter(|line| !line.is_empty());
        let plain = plain.map(Box::from);
        let numbers = [
            labelled("registration", &identity.registration),
            labelled("vat_number", &identity.vat),
        ];
        plain.chain(numbers.into_iter().flatten()).collect()
    }

    /// How it is paid, and what the house says beside.
    fn foot(&self) -> Vec<Box<str>> {
        let Some(identity) = &self.draft.identity else {
            return Vec::new();
        };
        let bank = identity.bank.trim();
        let bank =
            (!bank.is_empty()).then(|| Box::from(self.wording.with("bank", &[("text", bank)])));
        let footer = identity.footer.lines().map(str::trim);
        let footer = footer.filter(|line| !line.is_empty()).map(Box::from);
        bank.into_iter().chain(footer).collect()
    }

    fn line(&self, line: &Line) -> PaperLine {
        PaperLine {
            text: line.text.clone(),
            quantity: line.quantity,
            unit: self.unit(line.unit),
            price: line.price,
            discount: line.discount,
            vat: line.vat,
            net: line.net(),
        }
    }

    /// The house's own name of a unit in this language, else the one that goes with the language.
    fn unit(&self, unit: Unit) -> Box<str> {
        let key = unit.key();
        let mut own = self.draft.units.iter();
        let own = own.find(|(one, _)| *one == unit).map(|(_, name)| name);
        let known = || self.wording.units.get(&*key).cloned();
        own.cloned().or_else(known).unwrap_or_else(|| (*key).into())
    }

    fn vat(&self, sum: &crate::domain::prices::VatSum) -> PaperVat {
        let currency = self.draft.version.currency;
        let base = super::amount(&self.wording.figures, currency, sum.base);
        let rate = self.wording.figures.permille(sum.rate);
        let label = [("rate", rate.as_str()), ("base", base.as_str())];
        PaperVat {
            label: self.wording.with("vat_of", &label).into(),
            rate: sum.rate,
            base: sum.base,
            vat: sum.vat,
        }
    }

    fn labels(&self) -> Labels {
        let heads = [
            "what", "quantity", "unit", "price", "discount", "vat", "net",
        ];
        Labels {
            columns: heads.map(|head| self.word(head)),
            net: self.word("total_net"),
            gross: self.word("total"),
            conditions: self.word("conditions"),
            agreed: self.word("agreed"),
            page: self.word("page"),
        }
    }
}
