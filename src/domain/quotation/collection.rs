//! All quotations, found by id and by request.

use std::sync::Arc;

use imbl::OrdSet;

use super::event::QuotationEvent;
use super::{Kept, Quotation, QuotationPart, QuotationStage};
use crate::domain::Millis;
use crate::domain::house::House;
use crate::domain::ids::{QuotationId, RequestId};
use crate::domain::meta::Meta;
use crate::domain::money::Money;
use crate::domain::request::turn::{Counted, Delay};
use crate::domain::shelf::{Shelf, Shelved};

/// All quotations.
#[derive(Clone, Debug, Default)]
pub struct Quotations {
    rows: Shelf<Quotation>,
    by_request: OrdSet<(RequestId, QuotationId)>,
    live: OrdSet<QuotationId>,
}

impl Shelved for Quotation {
    fn place(&self) -> usize {
        self.id.index()
    }
}

impl PartialEq for Quotations {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl FromIterator<Quotation> for Quotations {
    fn from_iter<I: IntoIterator<Item = Quotation>>(rows: I) -> Self {
        let mut quotations = Quotations::default();
        for quotation in rows {
            quotations.index(&quotation);
            quotations.rows.put(quotation);
        }
        quotations
    }
}

impl Quotations {
    /// All of them, in the order of their ids.
    pub fn rows(&self) -> &Shelf<Quotation> {
        &self.rows
    }

    /// A quotation by id.
    pub fn get(&self, id: QuotationId) -> Option<&Arc<Quotation>> {
        self.rows.get(id.index()).filter(|_| id.0 > 0)
    }

    /// Keeps the ids before that of the place `end` from being given out.
    pub(in crate::domain) fn reserve(&mut self, end: usize) {
        self.rows.reserve(end);
    }

    /// The id the next one gets.
    pub fn next(&self) -> QuotationId {
        QuotationId::at(self.rows.end())
    }

    /// The quotations of a request, oldest first.
    pub fn of_request(&self, request: RequestId) -> impl Iterator<Item = &Arc<Quotation>> {
        self.by_request
            .range((request, QuotationId(0))..=(request, QuotationId(u32::MAX)))
            .filter_map(|(_, id)| self.get(*id))
    }

    /// Those that still wait for a decision, oldest first.
    pub fn live(&self) -> impl Iterator<Item = &Arc<Quotation>> {
        self.live.iter().filter_map(|id| self.get(*id))
    }

    fn index(&mut self, quotation: &Quotation) {
        let id = quotation.id;
        self.by_request.insert((quotation.request, id));
        if quotation.standing.stage.is_live() {
            self.live.insert(id);
        } else {
            self.live.remove(&id);
        }
    }

    /// The quotation of a request that still waits for a decision, if there is one.
    pub fn live_of(&self, request: RequestId) -> Option<QuotationId> {
        let mut live = self.of_request(request);
        live.find(|q| q.standing.stage.is_live()).map(|q| q.id)
    }

    /// Whether the client accepted this quotation, and it is one of `request`.
    pub fn is_accepted(&self, id: QuotationId, request: RequestId) -> bool {
        self.get(id)
            .is_some_and(|q| q.request == request && q.is_accepted())
    }

    /// The latest quotation of `request` that the client accepted.
    pub fn accepted_of(&self, request: RequestId) -> Option<QuotationId> {
        let accepted = self
            .of_request(request)
            .filter_map(|q| match q.standing.stage {
                QuotationStage::Accepted { at, .. } => Some((at, q.id)),
                QuotationStage::At(_)
                | QuotationStage::Sent { .. }
                | QuotationStage::Declined { .. }
                | QuotationStage::Dropped { .. } => None,
            });
        accepted.max().map(|(_, id)| id)
    }

    /// The latest quotation of `request` that went to the client.
    pub fn sent_of(&self, request: RequestId) -> Option<QuotationId> {
        let sent = self.of_request(request).filter(|q| q.sent().is_some());
        sent.last().map(|q| q.id)
    }

    /// What a quotation comes to before tax: the version the client has, or the latest.
    pub fn net_of(&self, id: QuotationId) -> Option<Money> {
        let quotation = self.get(id)?;
        let kept = quotation.shown().or_else(|| quotation.latest())?;
        Some(kept.totals().net())
    }

    /// Whether a quotation stands as `event` found it, so that it can be taken back.
    pub(in crate::domain) fn fits(&self, id: QuotationId, event: &QuotationEvent) -> bool {
        self.get(id).is_some_and(|now| event.fits(now))
    }

    /// Takes note of what the due date of a quotation is counted from, after a record of the time `at`; `deadline` is
    /// that of its request.
    pub(in crate::domain) fn count(
        &mut self,
        house: &House,
        id: QuotationId,
        at: Millis,
        deadline: Option<Millis>,
    ) {
        let Some(quotation) = self.get(id) else {
            return;
        };
        let found = counted(house, quotation, at, deadline);
        let counted = found.map(|(counted, _)| counted);
        let counted_until = found.and_then(|(_, until)| until);
        if (counted, counted_until) != (quotation.counted, quotation.counted_until) {
            let quotation = (**quotation).clone();
            self.rows.put(Quotation {
                counted,
                counted_until,
                ..quotation
            });
        }
    }

    /// Counts the due date of a quotation anew, by the settings of `house`.
    pub(in crate::domain) fn recount(&mut self, house: &House, id: QuotationId) {
        let Some(quotation) = self.get(id) else {
            return;
        };
        let until = quotation.counted_until;
        let anew = quotation.counted.map(|counted| counted.anew(house, until));
        if anew != quotation.counted {
            let quotation = (**quotation).clone();
            self.rows.put(Quotation {
                counted: anew,
                ..quotation
            });
        }
    }

    /// Makes an event so.
    pub(in crate::domain) fn apply(
        &mut self,
        meta: &Meta,
        request: RequestId,
        id: QuotationId,
        event: &QuotationEvent,
    ) {
        if let QuotationEvent::Begun { .. } = event {
            if self.get(id).is_none()
                && let Some(begun) = begun(meta, request, id, event)
            {
                self.index(&begun);
                self.rows.put(begun);
            }
            return;
        }
        let Some(before) = self.get(id) else { return };
        let mut quotation = (**before).clone();
        change(meta, &mut quotation, event);
        quotation.touched_at = meta.at;
        quotation.revision += 1;
        if quotation.trail.last() != Some(&meta.seq) {
            quotation.trail.push(meta.seq);
        }
        self.index(&quotation);
        self.rows.put(quotation);
    }
}

/// Returns what the due date of a quotation is counted from, and until when at most: nothing, where somebody stated it.
fn counted(
    house: &House,
    quotation: &Quotation,
    at: Millis,
    deadline: Option<Millis>,
) -> Option<(Counted, Option<Millis>)> {
    let due = quotation.standing.due?;
    if let Some(before) = quotation.counted.filter(|before| before.due == due) {
        return Some((before, quotation.counted_until));
    }
    let until = [None, deadline, quotation.brief.deadline];
    let delays = [Delay::Answer, Delay::Client].into_iter();
    let mut ways = delays.flat_map(|delay| until.map(|until| (delay, until)));
    ways.find_map(|(delay, until)| {
        let one = Counted::by(house, at, delay, until);
        (one.due == due).then_some((one, until))
    })
}

fn begun(
    meta: &Meta,
    request: RequestId,
    id: QuotationId,
    event: &QuotationEvent,
) -> Option<Quotation> {
    let QuotationEvent::Begun {
        officer,
        brief,
        standing,
    } = event
    else {
        return None;
    };
    Some(Quotation {
        id,
        request,
        officer: *officer,
        begun_at: meta.at,
        touched_at: meta.at,
        brief: (**brief).clone(),
        asked_at: None,
        standing: (**standing).clone(),
        moved_at: meta.at,
        moved_in: meta.seq,
        versions: Vec::new(),
        tags: Vec::new(),
        word_at: None,
        trail: vec![meta.seq],
        revision: 0,
        counted: None,
        counted_until: None,
    })
}

fn change(meta: &Meta, quotation: &mut Quotation, event: &QuotationEvent) {
    match event {
        QuotationEvent::Begun { .. } => {}
        QuotationEvent::Briefed { to, asked, .. } => {
            quotation.brief = (**to).clone();
            quotation.asked_at = asked.at(meta.seq);
        }
        QuotationEvent::Written { back: true, .. } => {
            quotation.versions.pop();
            quotation.standing.versions = quotation.latest_number();
        }
        QuotationEvent::Written {
            number,
            version,
            part,
            texts,
            back: false,
        } => {
            let before = quotation.latest();
            let (texts_at, has_project) = match texts {
                Some(texts) => (meta.seq, !texts.project.trim().is_empty()),
                None => before.map_or((meta.seq, false), |b| (b.texts_at, b.has_project)),
            };
            quotation.versions.push(Kept {
                number: *number,
                version: (**version).clone(),
                part: *part,
                texts_at,
                has_project,
                at: meta.at,
                by: meta.actor,
                paper_at: None,
            });
            quotation.standing.versions = *number;
        }
        QuotationEvent::Moved { to, words, .. } => {
            quotation.standing = (**to).clone();
            (quotation.moved_at, quotation.moved_in) = (meta.at, meta.seq);
            if !words.is_empty() {
                quotation.word_at = Some(meta.seq);
            }
        }
        QuotationEvent::Extended { number, to, .. } => {
            let versions = quotation.versions.iter_mut();
            for kept in versions.filter(|kept| kept.number == *number) {
                kept.version.valid_until = *to;
            }
        }
        QuotationEvent::Papered { number, .. } => {
            let versions = quotation.versions.iter_mut();
            for kept in versions.filter(|kept| kept.number == *number) {
                // What went out first stands: it is never replaced.
                kept.paper_at.get_or_insert(meta.seq);
            }
        }
        QuotationEvent::Tagged { tag, there } => {
            quotation.tags.retain(|one| one != tag);
            quotation.tags.extend(there.then(|| tag.clone()));
            quotation.tags.sort_unstable();
        }
    }
}

impl QuotationPart {
    /// The stable name that texts find it by.
    pub fn key(self) -> &'static str {
        match self {
            QuotationPart::Lines => "lines",
            QuotationPart::Texts => "texts",
        }
    }
}
