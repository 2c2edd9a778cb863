//! One quotation with what only its records say (QUO): the texts of its versions, what was asked, its history. Reads them from
//! the journal for who may see the quotation.

use super::QuotationView;
use crate::assets::settings::unsaid_on_offers;
use crate::desk::Desk;
use crate::desk::views::look::{Look, Of};
use crate::desk::views::moments::{self, Case, Moment, MomentKind};
use crate::desk::views::paper::draft;
use crate::document;
use crate::domain::deed::Anchor;
use crate::domain::event::Event;
use crate::domain::quotation::event::{OfQuotation, Text};
use crate::domain::quotation::{QuotationEvent, Texts};
use crate::domain::{Millis, PersonId, QuotationId, Refusal, RequestId, Seq};
use crate::journal::Fault;
use crate::text::sanitise::clean_text;

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
