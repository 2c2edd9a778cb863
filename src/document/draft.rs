//! From what the house knows to a paper (QUO-6): every text is put into the client's language here, once. What
//! comes out refers to nothing.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::assets::texts::{Lang, Texts as Locale};
use crate::domain::QuotationId;
use crate::domain::house::{Identity, Language};
use crate::domain::prices::{Line, totals};
use crate::domain::quotation::paper::{Labels, Paper, PaperLine, PaperVat};
use crate::domain::quotation::{Texts, Version};
use crate::text::formats::Formats;

/// What a paper is made from, but for the texts of the version: all of it safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The quotation.
    pub quotation: QuotationId,
    /// The version.
    pub number: u16,
    /// The language the client reads.
    pub language: Language,
    /// The house, by name.
    pub house: Box<str>,
    /// Who it is in law, where it has said so.
    pub identity: Option<Identity>,
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
}

/// Returns the language a client reads: French, or English for everybody else.
pub fn language_of(language: Language) -> Lang {
    if language == Language::FR {
        Lang::Fr
    } else {
        Lang::En
    }
}

/// Makes the paper of a version.
pub fn paper(draft: &Draft, texts: &Texts) -> Paper {
    let lang = language_of(draft.language);
    let maker = Maker {
        locale: Locale::shared(lang),
        formats: Formats::new(lang),
        draft,
    };
    maker.paper(texts)
}

struct Maker<'a> {
    locale: Arc<Locale>,
    formats: Formats,
    draft: &'a Draft,
}

impl Maker<'_> {
    fn word(&self, id: &str) -> Box<str> {
        self.locale.get(id).into()
    }

    fn paper(&self, texts: &Texts) -> Paper {
        let (draft, version) = (self.draft, &self.draft.version);
        let sums = totals(version.currency, &version.lines);
        let title = [
            ("quotation", draft.quotation.to_string().into()),
            ("version", u32::from(draft.number).into()),
        ];
        let until = self.formats.date(draft.valid_until);
        let vat = sums.vat.iter().map(|sum| self.vat(sum));
        Paper {
            language: match draft.language {
                Language::FR => Language::FR,
                _ => Language::EN,
            },
            title: self.locale.with("doc-name", &title).into(),
            house: draft.house.clone(),
            brand: draft.brand.clone(),
            dated: self.formats.date(draft.dated).into(),
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
            valid: self
                .locale
                .with("doc-valid", &[("until", until.into())])
                .into(),
            conditions: texts.conditions.clone(),
            labels: self.labels(),
            issuer: self.issuer(),
            foot: self.foot(),
        }
    }

    /// Who offers: a line each, without those that are not said.
    fn issuer(&self) -> Vec<Box<str>> {
        let Some(identity) = &self.draft.identity else {
            return Vec::new();
        };
        let labelled = |id: &str, text: &str| -> Option<Box<str>> {
            let text = text.trim();
            let words = || self.locale.with(id, &[("text", text.to_owned().into())]);
            (!text.is_empty()).then(|| words().into())
        };
        let plain = [&identity.name, &identity.address].into_iter();
        let plain = plain.flat_map(|text| text.lines());
        let plain = plain.map(str::trim).filter(|line| !line.is_empty());
        let plain = plain.map(Box::from);
        let numbers = [
            labelled("doc-registration", &identity.registration),
            labelled("doc-vat-number", &identity.vat),
        ];
        plain.chain(numbers.into_iter().flatten()).collect()
    }

    /// How it is paid, and what the house says beside.
    fn foot(&self) -> Vec<Box<str>> {
        let Some(identity) = &self.draft.identity else {
            return Vec::new();
        };
        let bank = identity.bank.trim();
        let bank = (!bank.is_empty()).then(|| {
            let words = self
                .locale
                .with("doc-bank", &[("text", bank.to_owned().into())]);
            Box::from(words)
        });
        let footer = identity.footer.lines().map(str::trim);
        let footer = footer.filter(|line| !line.is_empty()).map(Box::from);
        bank.into_iter().chain(footer).collect()
    }

    fn line(&self, line: &Line) -> PaperLine {
        PaperLine {
            text: line.text.clone(),
            quantity: line.quantity,
            unit: self.word(&format!("unit-{}", line.unit.key())),
            price: line.price,
            discount: line.discount,
            vat: line.vat,
            net: line.net(),
        }
    }

    fn vat(&self, sum: &crate::domain::prices::VatSum) -> PaperVat {
        let currency = self.draft.version.currency;
        let base = super::amount(&self.formats, currency, sum.base);
        let label = [
            ("rate", self.formats.permille(sum.rate).into()),
            ("base", base.into()),
        ];
        PaperVat {
            label: self.locale.with("doc-vat-of", &label).into(),
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
            columns: heads.map(|head| self.word(&format!("doc-{head}"))),
            net: self.word("doc-total-net"),
            gross: self.word("doc-total"),
            conditions: self.word("doc-conditions"),
            agreed: self.word("doc-agreed"),
            page: self.word("doc-page"),
        }
    }
}
