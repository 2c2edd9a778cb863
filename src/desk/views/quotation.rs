//! One quotation whole (QUO): its brief, its versions with their lines and totals, and, read from its records,
//! its texts and its history. A client's contact gets the version she was sent and nothing of the house's own.

use super::Sight;
use super::beside::person_name;
use super::look::{Look, Of};
use super::moments::{self, Case, Moment, MomentKind};
use super::paper::draft;
use super::quotations::{QuotationRow, row};
use crate::assets::settings::unsaid_on_offers;
use crate::desk::{Desk, Published};
use crate::document;
use crate::domain::deed::Anchor;
use crate::domain::event::Event;
use crate::domain::house::Language;
use crate::domain::person::Permission;
use crate::domain::prices::{Difference, Line, PriceBook, PriceList, Totals, difference};
use crate::domain::quotation::QuotationPart;
use crate::domain::quotation::event::OfQuotation;
use crate::domain::quotation::event::Text;
use crate::domain::quotation::rules::sight::{OFFICE, QuotationSide};
use crate::domain::quotation::{Brief, BriefField, Kept, Quotation, QuotationEvent, Texts};
use crate::domain::{Millis, PersonId, QuotationId, Refusal, RequestId, Seq, State};
use crate::journal::Fault;
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

/// One quotation with its texts and its history.
#[derive(Clone, Debug)]
pub struct QuotationWhole {
    /// The quotation.
    pub view: QuotationView,
    /// The record it stands for.
    pub seq: Seq,
    /// What is asked; for staff.
    pub asked: String,
    /// The texts of each version, by its number.
    pub texts: Vec<(u16, Texts)>,
    /// The last reason or word that was given; for staff, and what a client said herself.
    pub words: String,
    /// What happened, oldest first; for staff.
    pub moments: Vec<Moment>,
    /// The characters that the PDF of the latest version would show as a box; for staff, until it is sent.
    pub unshown: Vec<char>,
    /// The texts that name what the offer does not say of who offers; for staff, until it is sent.
    pub unsaid: Vec<&'static str>,
}

impl QuotationWhole {
    /// The texts of a version.
    pub fn texts_of(&self, number: u16) -> Texts {
        let found = self.texts.iter().find(|(n, _)| *n == number);
        found.map(|(_, texts)| texts.clone()).unwrap_or_default()
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

impl QuotationWhole {
    /// Returns a look at a quotation, as [`load_quotation`] loads it.
    pub fn look(id: QuotationId) -> Look<Of<QuotationId, QuotationWhole>> {
        Look::read(move |looker| async move {
            let (desk, now) = (&looker.desk, looker.now());
            Ok((id, load_quotation(desk, looker.me, id, now).await?))
        })
    }
}

/// Loads a quotation for `me`, with its texts. `Ok(Err(…))` is a refusal.
///
/// # Errors
/// A damaged record.
pub async fn load_quotation(
    desk: &Desk,
    me: PersonId,
    id: QuotationId,
    now: Millis,
) -> Result<Result<QuotationWhole, Refusal>, Fault> {
    let sight = desk.sight(me);
    let view = match sight.quotation(id, now) {
        Ok(view) => view,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let state = sight.state();
    let found = sight
        .eyes()
        .and_then(|eyes| Ok((eyes, eyes.quotation(id)?)));
    let (eyes, quotation) = match found {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let mut whole = QuotationWhole {
        view,
        seq: state.seq(),
        asked: String::new(),
        texts: Vec::new(),
        words: String::new(),
        moments: Vec::new(),
        unshown: Vec::new(),
        unsaid: Vec::new(),
    };
    for seq in &quotation.trail {
        let Some((meta, events)) = desk.events(*seq).await? else {
            continue;
        };
        take_texts(&mut whole, *seq, id, &events);
        if whole.view.as_client {
            continue;
        }
        if quotation.asked_at == Some(*seq) {
            whole.asked = asked(id, &events);
        }
        if quotation.word_at == Some(*seq) {
            whole.words = words(id, &events);
        }
        let case = case_of(quotation.request);
        let told = moments::of_record(&eyes, &meta, &events, &case).into_iter();
        whole
            .moments
            .extend(told.filter(|moment| match &moment.kind {
                MomentKind::Beside(beside) => beside.of == Anchor::Quotation(id),
                _ => false,
            }));
    }
    let latest = quotation.latest().filter(|kept| kept.paper_at.is_none());
    if let Some(kept) = latest.filter(|_| !whole.view.as_client) {
        let paper = document::paper(&draft(state, quotation, kept), &whole.texts_of(kept.number));
        whole.unshown = document::offer(&paper).unshown();
        let market = quotation.brief.market;
        let house = state.house();
        whole.unsaid = house.map_or_else(Vec::new, |house| unsaid_on_offers(house, market));
    }
    Ok(Ok(whole))
}

fn case_of(id: RequestId) -> Case {
    Case {
        id,
        parts: std::collections::BTreeSet::new(),
        origins: Vec::new(),
    }
}

/// The events of one quotation among those of a record.
fn of_it(id: QuotationId, events: &[Event]) -> impl Iterator<Item = &QuotationEvent> {
    events.iter().filter_map(move |event| match event {
        Event::Quotation(OfQuotation {
            quotation, event, ..
        }) if *quotation == id => Some(&**event),
        _ => None,
    })
}

/// The texts that stand in this record, for each version that has them from there.
fn take_texts(whole: &mut QuotationWhole, seq: Seq, id: QuotationId, events: &[Event]) {
    let written = of_it(id, events).filter_map(|event| match event {
        QuotationEvent::Written { texts, .. } => texts.as_deref(),
        _ => None,
    });
    for texts in written {
        let texts = Texts {
            project: clean_text(&texts.project).into_owned().into(),
            conditions: clean_text(&texts.conditions).into_owned().into(),
        };
        let versions = whole.view.versions.iter().filter(|v| v.texts_at == seq);
        let numbers: Vec<u16> = versions.map(|version| version.number).collect();
        whole
            .texts
            .extend(numbers.into_iter().map(|number| (number, texts.clone())));
    }
}

fn asked(id: QuotationId, events: &[Event]) -> String {
    let said = of_it(id, events).find_map(|event| match event {
        QuotationEvent::Briefed {
            asked: Text::Here(text),
            ..
        } => Some(clean_text(text).into_owned()),
        _ => None,
    });
    said.unwrap_or_default()
}

fn words(id: QuotationId, events: &[Event]) -> String {
    let said = of_it(id, events).find_map(|event| match event {
        QuotationEvent::Moved { words, .. } => Some(clean_text(words).into_owned()),
        _ => None,
    });
    said.unwrap_or_default()
}
