//! Decides what a version of a quotation says: its lines by the price list, its texts, how long it is good for. Each
//! version is written behind the one before, and none is changed.

use super::{DAY, Doing, Events, longest, of};
use crate::domain::Millis;
use crate::domain::ids::QuotationId;
use crate::domain::money::Currency;
use crate::domain::money::refusal::MoneyRefusal;
use crate::domain::prices::{Line, PriceBook, PriceList};
use crate::domain::quotation::event::QuotationEvent;
use crate::domain::quotation::refusal::QuotationRefusal;
use crate::domain::quotation::{Brief, Desk, Quotation, QuotationPart, Texts, Version};
use crate::domain::refusal::Refusal;

impl<'a> Doing<'a> {
    /// The house's list for what the brief says, if there is one.
    fn list(&self, brief: &Brief) -> Option<&'a PriceList> {
        let prices = self.state.prices();
        prices.list(&brief.brand, brief.market?, brief.audience?)
    }

    pub(super) fn price(
        &self,
        id: QuotationId,
        seen: u16,
        currency: Currency,
        lines: &[Line],
        note: &str,
        valid_until: Option<Millis>,
    ) -> Events {
        let quotation = self.at(id, Desk::Pricing)?;
        self.not_since(quotation, seen)?;
        let list = self.list(&quotation.brief);
        if let Some(list) = list
            && list.currency != currency
        {
            let expected = list.currency;
            return Err(MoneyRefusal::WrongCurrency { expected }.into());
        }
        if lines.is_empty() {
            return Err(MoneyRefusal::PriceMissing.into());
        }
        if lines.len() > Line::MOST {
            return Err(Refusal::TooLong { most: Line::MOST });
        }
        if let Some((line, fault)) = PriceBook::wrong_line(list, lines) {
            return Err(QuotationRefusal::LineWrong { line, fault }.into());
        }
        let units = |lines: &[Line]| lines.iter().map(|line| line.unit).collect::<Vec<_>>();
        let before = quotation
            .latest()
            .map(|latest| units(&latest.version.lines));
        let products = list.into_iter().flat_map(|list| &list.products);
        let known = products
            .map(|product| product.unit)
            .chain(before.unwrap_or_default());
        self.state.lists().may_stand(units(lines), known)?;
        longest(note, Quotation::WORDS_MOST)?;
        let note = note.trim();
        if list.is_none() && note.is_empty() {
            return Err(QuotationRefusal::PriceNoteMissing.into());
        }
        let version = Version {
            currency,
            lines: lines.to_vec(),
            note: note.into(),
            listed: list.is_some(),
            valid_until: self.valid(quotation, valid_until)?,
        };
        let texts = quotation.latest().is_none().then(|| {
            let conditions = self.state.prices().conditions_in(quotation.brief.language);
            Texts {
                project: "".into(),
                conditions: conditions.into(),
            }
        });
        self.written(quotation, version, QuotationPart::Lines, texts)
    }

    pub(super) fn assemble(
        &self,
        id: QuotationId,
        seen: u16,
        texts: Texts,
        valid_until: Option<Millis>,
    ) -> Events {
        let quotation = self.at(id, Desk::Assembly)?;
        self.not_since(quotation, seen)?;
        let latest = quotation.latest().ok_or(MoneyRefusal::PriceMissing)?;
        longest(&texts.project, Quotation::TEXT_MOST)?;
        longest(&texts.conditions, PriceBook::CONDITIONS_MOST)?;
        let version = Version {
            valid_until: self.valid(quotation, valid_until)?,
            ..latest.version.clone()
        };
        self.written(quotation, version, QuotationPart::Texts, Some(texts))
    }

    /// How long a version is good for: as was said, as before, or the usual time.
    fn valid(&self, quotation: &Quotation, said: Option<Millis>) -> Result<Millis, Refusal> {
        if let Some(until) = said {
            self.good_until(until)?;
            return Ok(until);
        }
        let before = quotation.latest().map(|kept| kept.version.valid_until);
        if let Some(until) = before.filter(|until| *until > self.now) {
            return Ok(until);
        }
        let days = self.state.prices().usual_validity();
        let day = self.house.local(self.now + Millis::from(days) * DAY).date();
        Ok(self.house.instant(day, None))
    }

    /// Whether something can be good until then.
    pub(super) fn good_until(&self, until: Millis) -> Result<(), Refusal> {
        if until <= self.now {
            return Err(Refusal::InThePast);
        }
        let days = PriceBook::VALID_MOST;
        if until - self.now > Millis::from(days) * DAY {
            return Err(Refusal::TooFarAhead { days });
        }
        Ok(())
    }

    fn written(
        &self,
        quotation: &Quotation,
        version: Version,
        part: QuotationPart,
        texts: Option<Texts>,
    ) -> Events {
        if quotation.versions.len() >= Quotation::VERSIONS_MOST {
            return Err(Refusal::TooLong {
                most: Quotation::VERSIONS_MOST,
            });
        }
        let same = quotation
            .latest()
            .is_some_and(|kept| kept.version == version);
        if same && texts.is_none() {
            return Err(Refusal::AlreadySo);
        }
        let written = QuotationEvent::Written {
            number: quotation.latest_number().saturating_add(1),
            version: Box::new(version),
            part,
            texts: texts.map(Box::new),
            back: false,
        };
        Ok(vec![of(quotation, written)])
    }
}
