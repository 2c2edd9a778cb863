//! Quotations as lists (QUO): for staff who have a part in them, and for a client's contact who sees her own
//! once they were sent. Rows say whose turn it is (REQ-9).

mod bearing;

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::beside::person_name;
use super::people::suggested;
use super::{Listed, Sight};
use crate::domain::agenda::{Area, Task, Whose};
use crate::domain::money::Money;
use crate::domain::person::{Person, Role};
use crate::domain::quotation::{Desk, Quotation, QuotationStage, Round};
use crate::domain::{Millis, PersonId, QuotationId, Refusal, RequestId, State};
use crate::text::sanitise::clean_line;

/// Whose turn it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TurnOf {
    /// Of the one who looks.
    You,
    /// Of a person of the house, by name.
    Person(String),
    /// Of whoever holds this role.
    Role(Role),
    /// Of the client.
    Client,
    /// Of the house, for a client who looks.
    House,
    /// Of nobody.
    Nobody,
}

/// Where a quotation stands, as somebody sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeenStage {
    /// The house works on it, for a client who looks.
    Prepared,
    /// At a desk of the house.
    At(Desk),
    /// Before the client.
    Sent,
    /// The client accepted it.
    Accepted,
    /// The client declined it.
    Declined,
    /// It was given up.
    Dropped,
}

impl SeenStage {
    /// Returns the stable name that texts and machines know it by.
    pub fn key(self) -> &'static str {
        match self {
            SeenStage::Prepared => "prepared",
            SeenStage::At(desk) => desk.key(),
            SeenStage::Sent => "sent",
            SeenStage::Accepted => "accepted",
            SeenStage::Declined => "declined",
            SeenStage::Dropped => "dropped",
        }
    }
}

/// A quotation in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotationRow {
    /// Its id.
    pub id: QuotationId,
    /// What it answers.
    pub request: RequestId,
    /// The request's subject.
    pub subject: String,
    /// The client.
    pub organisation: String,
    /// Whose it is.
    pub officer: String,
    /// Where it stands; a client is told nothing of the desks of the house.
    pub stage: SeenStage,
    /// The desk of the house it is at; none for a client, or once it went out.
    pub at: Option<Desk>,
    /// In which round.
    pub round: Round,
    /// Whose turn it is.
    pub turn: TurnOf,
    /// By when.
    pub due: Option<Millis>,
    /// Whether that is past.
    pub overdue: bool,
    /// What the version that counts comes to, VAT included.
    pub total: Option<Money>,
    /// How long that is good for.
    pub valid_until: Option<Millis>,
    /// Tags, for staff.
    pub tags: Vec<String>,
    /// Whether it waits for a decision, or for what follows from one.
    pub live: bool,
    /// When anything last happened to it.
    pub touched_at: Millis,
}

pub(super) use crate::domain::eyes::Eyes;
pub(super) use crate::domain::quotation::rules::sight::QuotationSide;
pub(super) use bearing::turn;
use bearing::{Bearing, kept};

impl Sight {
    /// The quotations they see: whose turn it is first, the overdue ones before all. A pane keeps a
    /// [`Roster`](super::Roster) of them instead.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for who has no part in any.
    pub fn quotations(&self, now: Millis) -> Result<Vec<QuotationRow>, Refusal> {
        self.office()?;
        let all = QuotationRow::all(self).into_iter();
        let mut rows: Vec<QuotationRow> =
            all.filter_map(|id| self.quotation_row(id, now)).collect();
        rows.sort_by_key(Listed::usual);
        Ok(rows)
    }

    /// Returns the row of a quotation; `None` when there is none that they see.
    pub fn quotation_row(&self, id: QuotationId, now: Millis) -> Option<QuotationRow> {
        let person = self.state().person(self.whose()).filter(|p| p.active)?;
        let eyes = self.eyes().ok()?;
        let (part, quotation) = (eyes.office().ok()?, eyes.quotation(id).ok()?);
        Some(row(self.state(), person, part, quotation, now))
    }

    /// Returns the tags of the list, and those in use on the latest quotations, for staff who have a part in them.
    pub fn quotation_tags(&self) -> Vec<String> {
        const LOOKED_AT: usize = 5_000;
        let staff = self
            .office()
            .is_ok_and(|(_, part)| part == QuotationSide::Staff);
        let all = self.state().quotations().rows().iter().rev();
        let latest = all.filter(|_| staff).take(LOOKED_AT);
        let tags = latest.flat_map(|quotation| quotation.tags.iter());
        let tags: BTreeSet<String> = tags.map(|tag| clean_line(tag).into_owned()).collect();
        match staff {
            true => suggested(self.state(), tags),
            false => Vec::new(),
        }
    }

    /// The quotation of a request that waits for a decision, or else its last one.
    pub fn quotation_of(&self, request: RequestId) -> Option<QuotationId> {
        let quotations = self.state().quotations();
        let last = || quotations.of_request(request).last().map(|q| q.id);
        let id = quotations.live_of(request).or_else(last)?;
        self.eyes().ok()?.quotation(id).ok().map(|_| id)
    }

    /// Whether what every quotation is shown with is the same in both: price lists, terms, people, organisations,
    /// the house.
    pub fn has_same_office(&self, other: &Sight) -> bool {
        let (one, two) = (self.state(), other.state());
        self.has_same_surroundings(other)
            && Arc::ptr_eq(one.prices(), two.prices())
            && Arc::ptr_eq(one.terms(), two.terms())
    }

    /// Who looks, and as what.
    pub(super) fn office(&self) -> Result<(Arc<Person>, QuotationSide), Refusal> {
        let person = self.state().person(self.whose()).filter(|p| p.active);
        let person = person.ok_or(Refusal::NobodyKnown)?;
        let eyes = Eyes::of(self.state(), self.whose()).ok_or(Refusal::NobodyKnown)?;
        Ok((Arc::clone(person), eyes.office()?))
    }

    /// What who looks may know of.
    pub(super) fn eyes(&self) -> Result<Eyes<'_>, Refusal> {
        Eyes::of(self.state(), self.whose()).ok_or(Refusal::NobodyKnown)
    }
}

impl Listed for QuotationRow {
    type Id = QuotationId;
    /// Whose turn it is, what is overdue, what waits, by when, the newest.
    type Usual = (bool, bool, bool, Millis, Reverse<(Millis, QuotationId)>);

    fn most(sight: &Sight) -> usize {
        sight.state().quotations().rows().end()
    }

    fn all(sight: &Sight) -> Vec<QuotationId> {
        let Ok(eyes) = sight.eyes() else {
            return Vec::new();
        };
        let rows = sight.state().quotations().rows().iter();
        let seen = rows.filter(|quotation| eyes.see_quotation(quotation));
        seen.map(|quotation| quotation.id).collect()
    }

    fn of(sight: &Sight, id: QuotationId, now: Millis) -> Option<QuotationRow> {
        sight.quotation_row(id, now)
    }

    fn usual(&self) -> Self::Usual {
        let bearing = Bearing {
            mine: self.turn == TurnOf::You,
            live: self.live,
            due: self.due,
            overdue: self.overdue,
            touched_at: self.touched_at,
        };
        bearing.usual(self.id)
    }

    fn counts(&self) -> bool {
        self.live
    }

    fn ranks(sight: &Sight, now: Millis) -> impl Fn(QuotationId) -> Option<(Self::Usual, bool)> {
        let seen = sight.office().ok().zip(sight.eyes().ok());
        move |id| {
            let ((person, part), eyes) = seen.as_ref()?;
            let quotation = eyes.quotation(id).ok()?;
            let bearing = Bearing::of(sight.state(), person, *part, quotation, now);
            Some((bearing.usual(id), bearing.live))
        }
    }

    /// Those of the requests that changed, and those that got overdue at the desk of who looks. Of people, only
    /// names, who may enter, and what who looks is stand in a row.
    fn changed(old: &Sight, new: &Sight, from: Millis, to: Millis) -> Option<Vec<QuotationId>> {
        let (before, state) = (old.state(), new.state());
        if !is_same_staff(before, state, new.whose()) {
            return None;
        }
        let quotations = state.quotations();
        let touched = new.changed_since(before.seq())?.into_iter();
        let mut ids: Vec<QuotationId> = touched
            .flat_map(|request| quotations.of_request(request).map(|q| q.id))
            .collect();
        let desks = DESKS.into_iter().map(Whose::Desk);
        for whose in desks.chain([Whose::Person(new.whose())]) {
            let waiting = state.agenda().waiting(Area::Quotations, whose, from);
            let late = waiting.take_while(|(due, _)| *due < to);
            ids.extend(late.filter_map(|(_, task)| match task {
                Task::Quotation(id) => Some(id),
                Task::Opportunity(_) => None,
            }));
        }
        ids.sort_unstable();
        ids.dedup();
        Some(ids)
    }
}

const DESKS: [Desk; 4] = [
    Desk::Brief,
    Desk::Pricing,
    Desk::Assembly,
    Desk::Verification,
];

/// Whether everybody there was is called the same and may enter or not as before, and `me` is what they were.
fn is_same_staff(before: &State, after: &State, me: PersonId) -> bool {
    let Some(others) = after.people_since(before) else {
        return false;
    };
    let mine = |state: &State| {
        let person = state.person(me);
        (person.map(|me| me.roles.clone()), state.contact_of(me))
    };
    let reads = |person: &Arc<Person>| (person.name.clone(), person.active);
    let is_same = |id: PersonId| {
        let was = before.person(id).map(reads);
        was.is_none() || was == after.person(id).map(reads)
    };
    mine(before) == mine(after) && others.into_iter().all(is_same)
}

/// A line of the list.
pub(super) fn row(
    state: &State,
    person: &Person,
    part: QuotationSide,
    quotation: &Quotation,
    now: Millis,
) -> QuotationRow {
    let request = state.request(quotation.request);
    let line = |text: Option<&str>| clean_line(text.unwrap_or_default()).into_owned();
    let organisation = request.and_then(|r| state.organisation(r.organisation));
    let kept = kept(part, quotation);
    let bearing = Bearing::of(state, person, part, quotation, now);
    let stage = quotation.standing.stage;
    QuotationRow {
        id: quotation.id,
        request: quotation.request,
        subject: line(request.map(|r| &*r.subject)),
        organisation: line(organisation.map(|o| &*o.profile.name)),
        officer: person_name(state, quotation.officer),
        stage: match (part, stage) {
            (QuotationSide::Client, QuotationStage::At(_)) => SeenStage::Prepared,
            (QuotationSide::Staff, QuotationStage::At(desk)) => SeenStage::At(desk),
            (_, QuotationStage::Sent { .. }) => SeenStage::Sent,
            (_, QuotationStage::Accepted { .. }) => SeenStage::Accepted,
            (_, QuotationStage::Declined { .. }) => SeenStage::Declined,
            (_, QuotationStage::Dropped { .. }) => SeenStage::Dropped,
        },
        at: stage.desk().filter(|_| part == QuotationSide::Staff),
        round: quotation.standing.round,
        live: bearing.live,
        due: bearing.due,
        overdue: bearing.overdue,
        turn: turn(state, person, part, quotation),
        total: kept.map(|kept| kept.totals().gross()),
        valid_until: kept.map(|kept| kept.version.valid_until),
        tags: match part {
            QuotationSide::Staff => quotation.tags.iter().map(|tag| line(Some(tag))).collect(),
            QuotationSide::Client => Vec::new(),
        },
        touched_at: bearing.touched_at,
    }
}
