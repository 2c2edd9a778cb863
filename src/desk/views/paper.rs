//! The paper of a version (QUO-6), for whoever may see the quotation: the one that was sent, as it was sent, or
//! for a version that was not sent yet, as it would be sent now.

use std::sync::Arc;

use crate::assets;
use crate::desk::{Desk, papers};
use crate::document::{self, Draft};
use crate::domain::event::Event;
use crate::domain::house::{Identity, Language, Logo};
use crate::domain::lists::Entry;
use crate::domain::prices::{Line, Unit};
use crate::domain::quotation::event::OfQuotation;
use crate::domain::quotation::paper::Paper;
use crate::domain::quotation::{Kept, Quotation, QuotationEvent, Version};
use crate::domain::wording::Wording;
use crate::domain::{Millis, PersonId, QuotationId, Refusal, State};
use crate::journal::{BlobId, Fault};
use crate::text::sanitise::{clean_line, clean_text};

/// Where a paper comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// It is the one that was sent.
    Sent {
        /// When.
        at: Millis,
        /// Its PDF.
        pdf: BlobId,
    },
    /// It is made from what is known today: the version is not sent yet.
    Draft,
    /// It is made from what is known today: the version was sent before papers were kept.
    AsOfToday,
}

/// The paper of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperView {
    /// The version.
    pub number: u16,
    /// What stands on it.
    pub paper: Paper,
    /// The logo that its PDF begins with.
    pub logo: Option<Arc<Logo>>,
    /// Where it comes from.
    pub source: Source,
}

impl PaperView {
    /// Returns it as text of 78 columns.
    pub fn text(&self) -> String {
        document::offer(&self.paper).text()
    }

    /// Returns it as PDF: the bytes that were sent. Where those are lost or damaged, it is laid out again from
    /// the record.
    pub fn pdf(&self, desk: &Desk) -> Vec<u8> {
        let kept = match &self.source {
            Source::Sent { pdf, .. } => desk.store().blobs().get(pdf).ok().flatten(),
            Source::Draft | Source::AsOfToday => None,
        };
        kept.unwrap_or_else(|| {
            // A draft can be read without its logo; it is not sent without it.
            let logo = self.logo.as_ref();
            let logo = logo.and_then(|logo| papers::picture(desk.store().blobs(), logo).ok());
            document::offer(&self.paper).with_logo(logo).pdf()
        })
    }

    /// Returns the characters that the PDF shows as a box.
    pub fn unshown(&self) -> Vec<char> {
        document::offer(&self.paper).unshown()
    }
}

/// Loads the paper of a version for `me`: of `number`, or of the version that counts. `Ok(Err(…))` is a refusal;
/// a version that does not exist, or that a client was not sent, is no such thing.
///
/// # Errors
/// A damaged record.
pub async fn load_paper(
    desk: &Desk,
    me: PersonId,
    id: QuotationId,
    number: Option<u16>,
    now: Millis,
) -> Result<Result<PaperView, Refusal>, Fault> {
    let sight = desk.sight(me);
    let view = match sight.quotation(id, now) {
        Ok(view) => view,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let version = match number {
        Some(number) => view.version(number),
        None => view.current(),
    };
    let state = sight.state();
    let found = version.zip(state.quotations().get(id));
    let found = found.and_then(|(version, quotation)| {
        let kept = quotation.version(version.number)?;
        Some((quotation, kept))
    });
    let Some((quotation, kept)) = found else {
        return Ok(Err(Refusal::NoSuchThing));
    };
    if let Some(sent) = sent(desk, id, kept).await? {
        return Ok(Ok(sent));
    }
    let texts = papers::texts(desk.store(), id, kept.texts_at).await?;
    let was_sent = quotation.standing.sent == Some(kept.number);
    let draft = draft(state, quotation, kept);
    Ok(Ok(PaperView {
        number: kept.number,
        paper: document::paper(&draft, &texts),
        logo: draft.logo,
        source: if was_sent {
            Source::AsOfToday
        } else {
            Source::Draft
        },
    }))
}

/// The paper that was sent, if the record keeps one.
async fn sent(desk: &Desk, id: QuotationId, kept: &Kept) -> Result<Option<PaperView>, Fault> {
    let Some(at) = kept.paper_at else {
        return Ok(None);
    };
    let Some((meta, events)) = desk.events(at).await? else {
        return Ok(None);
    };
    let found = events.into_iter().find_map(|event| match event {
        Event::Quotation(OfQuotation {
            quotation, event, ..
        }) if quotation == id => match *event {
            QuotationEvent::Papered { number, paper, pdf } if number == kept.number => {
                Some((paper, pdf))
            }
            _ => None,
        },
        _ => None,
    });
    Ok(found.map(|(paper, pdf)| PaperView {
        number: kept.number,
        paper: paper.paper().clone(),
        logo: paper.logo().cloned().map(Arc::new),
        source: Source::Sent {
            at: meta.at,
            pdf: BlobId(pdf),
        },
    }))
}

/// Returns how a paper is written for who reads `language`: as the house said, else as it is shipped.
fn wording_of(state: &State, language: Language) -> Arc<Wording> {
    let house = state.house();
    let language = house.map_or(Language::EN, |house| house.paper_language(language));
    let own = state.wording(language).cloned();
    let shipped = || assets::wording(language).or_else(|| assets::wording(Language::EN));
    own.or_else(shipped).unwrap_or_default()
}

/// Returns who the house is in law, safe to show.
fn shown(identity: &Identity) -> Identity {
    let line = |text: &str| -> Box<str> { clean_line(text).into_owned().into() };
    let lines = |text: &str| -> Box<str> { clean_text(text).into_owned().into() };
    Identity {
        country: identity.country,
        name: line(&identity.name),
        address: lines(&identity.address),
        registration: line(&identity.registration),
        vat: line(&identity.vat),
        bank: line(&identity.bank),
        footer: lines(&identity.footer),
    }
}

/// Gathers what the paper of a version is made from, safe to show. It is the same for whoever looks.
pub(in crate::desk) fn draft(state: &State, quotation: &Quotation, kept: &Kept) -> Draft {
    let line = |text: &str| -> Box<str> { clean_line(text).into_owned().into() };
    let request = state.request(quotation.request);
    let contact = request.and_then(|r| state.contact(r.contact));
    let organisation = request.and_then(|r| state.organisation(r.organisation));
    let brief = &quotation.brief;
    let brand = state.prices().brand(&brief.brand);
    let house = state.house();
    let day = |at| {
        house.map_or_else(
            || {
                chrono::DateTime::from_timestamp_millis(at)
                    .unwrap_or_default()
                    .date_naive()
            },
            |house| house.local(at).date(),
        )
    };
    let version = &kept.version;
    let wording = wording_of(state, brief.language);
    let units = version.lines.iter().filter_map(|one| {
        let named = state
            .lists()
            .name(Unit::LIST, one.unit.number(), wording.language)?;
        Some((one.unit, line(&named)))
    });
    Draft {
        quotation: quotation.id,
        number: kept.number,
        units: units.collect(),
        wording: wording.clone(),
        identity: house
            .and_then(|house| house.identity(brief.market))
            .filter(|identity| !identity.is_empty())
            .map(shown),
        logo: state.logo_for(brief.market).cloned(),
        house: line(house.map_or("", |house| &house.name)),
        brand: line(brand.map_or(&*brief.brand, |brand| &*brand.name)),
        organisation: line(organisation.map_or("", |o| &o.profile.name)),
        contact: line(contact.map_or("", |contact| &contact.name)),
        subject: line(request.map_or("", |r| &r.subject)),
        dated: day(kept.at),
        valid_until: day(version.valid_until),
        version: Version {
            lines: version
                .lines
                .iter()
                .map(|one| Line {
                    text: line(&one.text),
                    ..one.clone()
                })
                .collect(),
            note: clean_text(&version.note).into_owned().into(),
            ..version.clone()
        },
    }
}
