//! One quotation (QUO): its brief, its versions with their lines and totals, from a snapshot alone. A client's contact gets
//! the version she was sent and nothing of the house's own.

mod whole;

pub use whole::{QuotationWhole, load_quotation};

use super::Sight;
use super::beside::person_name;
use super::quotations::{QuotationRow, row};
use crate::desk::Published;
use crate::domain::house::Language;
use crate::domain::person::Permission;
use crate::domain::prices::{Difference, Line, PriceBook, PriceList, Totals, difference};
use crate::domain::quotation::QuotationPart;
use crate::domain::quotation::rules::sight::{OFFICE, QuotationSide};
use crate::domain::quotation::{Brief, BriefField, Kept, Quotation};
use crate::domain::{Millis, PersonId, QuotationId, Refusal, Seq, State};
use crate::text::sanitise::{clean_line, clean_text};

/// A version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionView {
    /// Its number.
    pub number: u16,
    /// Its lines.
    pub lines: Vec<Line>,
    /// What they come to.
    pub totals: Totals,
    /// A remark on the prices.
    pub note: String,
    /// Whether a price list of the house is for it.
    pub listed: bool,
    /// How long it is good for.
    pub valid_until: Millis,
    /// Which part of it was new.
    pub part: QuotationPart,
    /// When it was written, and by whom.
    pub at: Millis,
    /// By whom; empty for a client.
    pub by: String,
    /// Whether its paper is kept as it was sent (QUO-6).
    pub has_paper: bool,
    /// Whether it is the version the client was sent last.
    pub was_sent: bool,
    /// The record its texts stand in.
    texts_at: Seq,
}

/// One quotation, but for its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotationView {
    /// Its line in the list.
    pub row: QuotationRow,
    /// Whether a client looks.
    pub as_client: bool,
    /// What pricing needs to know; nothing for a client.
    pub brief: Option<Brief>,
    /// What the brief does not say yet.
    pub missing: Vec<BriefField>,
    /// The language of the offer.
    pub language: Language,
    /// The languages that the house writes offers in.
    pub languages: Vec<Language>,
    /// The brand it is sold under.
    pub brand: String,
    /// The house's name.
    pub house: String,
    /// Who asks, by name.
    pub contact: String,
    /// Who is told, by name.
    pub copies: Vec<String>,
    /// Until when the house keeps the relation with the client (REQ-7).
    pub relation_until: Option<Millis>,
    /// When it was begun.
    pub begun_at: Millis,
    /// The last version the client was sent.
    pub sent_version: Option<u16>,
    /// Whether it is before the client, or was decided on.
    pub is_with_client: bool,
    /// Its versions, the first first; for a client, only the one she was sent.
    pub versions: Vec<VersionView>,
}

impl QuotationView {
    /// The version that counts: the one before the client, or the latest.
    pub fn current(&self) -> Option<&VersionView> {
        let shown = self.sent_version.filter(|_| self.is_with_client);
        shown
            .and_then(|number| self.version(number))
            .or_else(|| self.versions.last())
    }

    /// A version by its number.
    pub fn version(&self, number: u16) -> Option<&VersionView> {
        self.versions
            .iter()
            .find(|version| version.number == number)
    }

    /// What became of the lines between two versions.
    pub fn difference(&self, before: u16, after: u16) -> Option<Vec<Difference>> {
        let (before, after) = (self.version(before)?, self.version(after)?);
        Some(difference(&before.lines, &after.lines))
    }
}

/// What can be put on a line, for who prices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductRow {
    /// The line with one of it, or the least that is sold.
    pub line: Line,
    /// The least and the most that are sold.
    pub bounds: (u32, u32),
}

impl Sight {
    /// One quotation.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] or [`QuotationRefusal::NoSuchQuotation`](crate::domain::quotation::refusal::QuotationRefusal::NoSuchQuotation) for who may not see it.
    pub fn quotation(&self, id: QuotationId, now: Millis) -> Result<QuotationView, Refusal> {
        let (person, part) = self.office()?;
        let state = self.state();
        let quotation = self.eyes()?.quotation(id)?;
        let row = row(state, &person, part, quotation, now);
        Ok(view(state, part, quotation, row))
    }

    /// What the house's list has for this quotation's brand, market and audience; `None`: there is none, and
    /// lines are free.
    pub fn products_for(&self, id: QuotationId) -> Option<Vec<ProductRow>> {
        let (_, part) = self.office().ok()?;
        let quotation = self.state().quotations().get(id)?;
        let brief = &quotation.brief;
        let list = list_for(self.state(), brief).filter(|_| part == QuotationSide::Staff)?;
        let of = |product: &crate::domain::prices::Product| {
            let name = clean_line(product.named(brief.language)).into_owned();
            let line = Line::of(list, &product.key, product.least, &name)?;
            let bounds = (product.least, product.most);
            Some(ProductRow { line, bounds })
        };
        Some(list.products.iter().filter_map(of).collect())
    }

    /// The brands by stable name and by name, for staff.
    pub fn brands(&self) -> Vec<(String, String)> {
        if !matches!(self.office(), Ok((_, QuotationSide::Staff))) {
            return Vec::new();
        }
        let brands = self.state().prices().brands.iter();
        let line = |text: &str| clean_line(text).into_owned();
        brands.map(|b| (line(&b.key), line(&b.name))).collect()
    }

    /// The currency that a quotation is priced in: the list's, else the house's.
    pub fn currency_for(&self, id: QuotationId) -> crate::domain::money::Currency {
        let state = self.state();
        let quotation = self.eyes().and_then(|eyes| eyes.quotation(id)).ok();
        let list = quotation.and_then(|quotation| list_for(state, &quotation.brief));
        list.map_or(state.terms().currency, |list| list.currency)
    }

    /// The VAT that a custom line starts with: that of the price list, else of another list of its market.
    pub fn usual_vat(&self, id: QuotationId) -> Option<u16> {
        let quotation = self.eyes().ok()?.quotation(id).ok()?;
        let state = self.state();
        let market = quotation.brief.market?;
        let mut same = state
            .prices()
            .lists
            .iter()
            .filter(|list| list.market == market);
        let list = list_for(state, &quotation.brief).or_else(|| same.next());
        list.map(|list| list.vat)
    }
}

impl Published {
    /// The price lists, for staff who have a part in quotations.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for anybody else.
    pub fn prices_of(&self, me: PersonId) -> Result<PriceBook, Refusal> {
        let person = self.state().person(me).ok_or(Refusal::NobodyKnown)?;
        let may = OFFICE.into_iter().any(|permission| person.may(permission));
        if may && person.is_staff() {
            Ok((**self.state().prices()).clone())
        } else {
            Err(Refusal::NotPermitted(Permission::PriceQuotations))
        }
    }
}

fn list_for<'a>(state: &'a State, brief: &Brief) -> Option<&'a PriceList> {
    state
        .prices()
        .list(&brief.brand, brief.market?, brief.audience?)
}

fn view(
    state: &State,
    part: QuotationSide,
    quotation: &Quotation,
    row: QuotationRow,
) -> QuotationView {
    let request = state.request(quotation.request);
    let line = |text: &str| clean_line(text).into_owned();
    let contact = request.and_then(|r| state.contact(r.contact));
    let organisation = request.and_then(|r| state.organisation(r.organisation));
    let staff = part == QuotationSide::Staff;
    let shown = quotation.shown().or_else(|| quotation.sent());
    let versions: Vec<&Kept> = match part {
        QuotationSide::Staff => quotation.versions.iter().collect(),
        QuotationSide::Client => shown.into_iter().collect(),
    };
    let brand = state.prices().brand(&quotation.brief.brand);
    let brief = &quotation.brief;
    QuotationView {
        row,
        as_client: !staff,
        missing: if staff {
            brief.missing(quotation.asked_at.is_some())
        } else {
            Vec::new()
        },
        brief: staff.then(|| Brief {
            brand: line(&brief.brand).into(),
            dates: line(&brief.dates).into(),
            place: line(&brief.place).into(),
            ..brief.clone()
        }),
        language: brief.language,
        languages: state
            .house()
            .map(|house| house.paper_languages())
            .unwrap_or_default(),
        brand: line(brand.map_or(&*brief.brand, |brand| &*brand.name)),
        house: line(state.house().map_or("", |house| &house.name)),
        contact: line(contact.map_or("", |contact| &contact.name)),
        copies: if staff {
            let copies = quotation.standing.copies.iter();
            copies.map(|id| person_name(state, *id)).collect()
        } else {
            Vec::new()
        },
        relation_until: organisation
            .and_then(|o| o.relation_until)
            .filter(|_| staff),
        begun_at: quotation.begun_at,
        sent_version: quotation.standing.sent,
        is_with_client: quotation.standing.stage.shown().is_some(),
        versions: versions
            .into_iter()
            .map(|kept| version(state, part, quotation.standing.sent, kept))
            .collect(),
    }
}

fn version(state: &State, part: QuotationSide, sent: Option<u16>, kept: &Kept) -> VersionView {
    let by = kept.by.filter(|_| part == QuotationSide::Staff);
    let clean = |line: &Line| Line {
        text: clean_line(&line.text).into_owned().into(),
        ..line.clone()
    };
    VersionView {
        number: kept.number,
        lines: kept.version.lines.iter().map(clean).collect(),
        totals: kept.totals(),
        note: clean_text(&kept.version.note).into_owned(),
        listed: kept.version.listed,
        valid_until: kept.version.valid_until,
        part: kept.part,
        at: kept.at,
        by: by.map(|by| person_name(state, by)).unwrap_or_default(),
        has_paper: kept.paper_at.is_some(),
        was_sent: sent == Some(kept.number),
        texts_at: kept.texts_at,
    }
}
