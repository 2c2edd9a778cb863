//! Quotations as lists (QUO): for staff who have a part in them, and for a client's contact who sees her own
//! once they were sent. Rows say whose turn it is (REQ-9).

use std::cmp::Reverse;

use super::Sight;
use super::beside::person_name;
use crate::domain::money::Money;
use crate::domain::person::{Person, Role};
use crate::domain::quotation::command::needed_at;
use crate::domain::quotation::{Desk, Quotation, Round, Stage};
use crate::domain::{Millis, QuotationId, Refusal, RequestId, State};
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
pub enum QuotationStage {
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

impl QuotationStage {
    /// Returns the stable name that texts and machines know it by.
    pub fn key(self) -> &'static str {
        match self {
            QuotationStage::Prepared => "prepared",
            QuotationStage::At(desk) => desk.key(),
            QuotationStage::Sent => "sent",
            QuotationStage::Accepted => "accepted",
            QuotationStage::Declined => "declined",
            QuotationStage::Dropped => "dropped",
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
    pub stage: QuotationStage,
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

pub(super) use crate::domain::access::eyes::{Eyes, OFFICE, Part};

impl Sight {
    /// The quotations they see: whose turn it is first, the overdue ones before all.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for who has no part in any.
    pub fn quotations(&self, now: Millis) -> Result<Vec<QuotationRow>, Refusal> {
        let (person, part) = self.office()?;
        let state = self.state();
        let rows = state.quotations().rows().iter();
        let eyes = self.eyes()?;
        let seen = rows.filter(|quotation| eyes.see_quotation(quotation));
        let mut rows: Vec<QuotationRow> = seen
            .map(|quotation| row(state, &person, part, quotation, now))
            .collect();
        rows.sort_by_key(|row| {
            let mine = row.turn == TurnOf::You;
            let due = row.due.unwrap_or(Millis::MAX);
            let late = mine && row.overdue;
            (
                !mine,
                !late,
                !row.live,
                due,
                Reverse((row.touched_at, row.id)),
            )
        });
        Ok(rows)
    }

    /// The quotation of a request that waits for a decision, or else its last one.
    pub fn quotation_of(&self, request: RequestId) -> Option<QuotationId> {
        let quotations = self.state().quotations();
        let last = || quotations.of_request(request).last().map(|q| q.id);
        let id = quotations.live_of(request).or_else(last)?;
        self.eyes().ok()?.quotation(id).ok().map(|_| id)
    }

    /// Goes up when a quotation, a price list or anything of the board is another than before.
    pub fn quotations_revision(&self) -> u64 {
        self.state().board_revision()
    }

    /// Who looks, and as what.
    pub(super) fn office(&self) -> Result<(std::sync::Arc<Person>, Part), Refusal> {
        let person = self.state().person(self.whose()).filter(|p| p.active);
        let person = person.ok_or(Refusal::NobodyKnown)?;
        let eyes = Eyes::of(self.state(), self.whose()).ok_or(Refusal::NobodyKnown)?;
        Ok((std::sync::Arc::clone(person), eyes.office()?))
    }

    /// What who looks may know of.
    pub(super) fn eyes(&self) -> Result<Eyes<'_>, Refusal> {
        Eyes::of(self.state(), self.whose()).ok_or(Refusal::NobodyKnown)
    }
}

/// A line of the list.
pub(super) fn row(
    state: &State,
    person: &Person,
    part: Part,
    quotation: &Quotation,
    now: Millis,
) -> QuotationRow {
    let request = state.request(quotation.request);
    let line = |text: Option<&str>| clean_line(text.unwrap_or_default()).into_owned();
    let organisation = request.and_then(|r| state.organisation(r.organisation));
    let kept = match part {
        Part::Staff => quotation.shown().or_else(|| quotation.latest()),
        Part::Client => quotation.shown().or_else(|| quotation.sent()),
    };
    let turn = turn(state, person, part, quotation);
    let stage = quotation.standing.stage;
    QuotationRow {
        id: quotation.id,
        request: quotation.request,
        subject: line(request.map(|r| &*r.subject)),
        organisation: line(organisation.map(|o| &*o.profile.name)),
        officer: person_name(state, quotation.officer),
        stage: match (part, stage) {
            (Part::Client, Stage::At(_)) => QuotationStage::Prepared,
            (Part::Staff, Stage::At(desk)) => QuotationStage::At(desk),
            (_, Stage::Sent { .. }) => QuotationStage::Sent,
            (_, Stage::Accepted { .. }) => QuotationStage::Accepted,
            (_, Stage::Declined { .. }) => QuotationStage::Declined,
            (_, Stage::Dropped { .. }) => QuotationStage::Dropped,
        },
        at: stage.desk().filter(|_| part == Part::Staff),
        round: quotation.standing.round,
        live: stage.is_live() || turn == TurnOf::You,
        due: match (part, stage) {
            (Part::Client, Stage::At(_)) => None,
            (Part::Client, _) => kept.map(|kept| kept.version.valid_until),
            (Part::Staff, _) => quotation.standing.due,
        },
        overdue: part == Part::Staff && quotation.is_overdue(now),
        turn,
        total: kept.map(|kept| kept.totals().gross()),
        valid_until: kept.map(|kept| kept.version.valid_until),
        tags: match part {
            Part::Staff => quotation.tags.iter().map(|tag| line(Some(tag))).collect(),
            Part::Client => Vec::new(),
        },
        touched_at: match part {
            Part::Staff => quotation.touched_at,
            Part::Client => shown_at(quotation),
        },
    }
}

/// When what a client sees of a quotation last changed: the house's own work on it is not told, not even
/// when (PPL-2).
fn shown_at(quotation: &Quotation) -> Millis {
    match quotation.standing.stage {
        Stage::Sent { at, .. }
        | Stage::Accepted { at, .. }
        | Stage::Declined { at, .. }
        | Stage::Dropped { at } => at,
        Stage::At(_) => quotation.sent().map_or(quotation.begun_at, |kept| kept.at),
    }
}

/// Whose turn it is, as somebody sees it.
pub(super) fn turn(state: &State, person: &Person, part: Part, quotation: &Quotation) -> TurnOf {
    let stage = quotation.standing.stage;
    if part == Part::Client {
        return match stage {
            Stage::Sent { .. } => TurnOf::You,
            Stage::At(_) => TurnOf::House,
            Stage::Accepted { .. } | Stage::Declined { .. } | Stage::Dropped { .. } => {
                TurnOf::Nobody
            }
        };
    }
    match stage {
        Stage::At(desk) => at_desk(state, person, quotation, desk),
        Stage::Sent { .. } => TurnOf::Client,
        // Nothing follows any more on a request that is done with.
        Stage::Accepted { .. } if !is_live(state, quotation) => TurnOf::Nobody,
        // After a yes the officer posts the opportunity, then the assistant sets the contract up (S3).
        Stage::Accepted { .. } if is_posted(state, quotation) => {
            TurnOf::Role(Role::BackOfficeAssistant)
        }
        Stage::Accepted { .. } => somebody(state, person, quotation.standing.turn_of)
            .unwrap_or(TurnOf::Role(Role::RelationOfficer)),
        Stage::Declined { .. } | Stage::Dropped { .. } => TurnOf::Nobody,
    }
}

fn at_desk(state: &State, person: &Person, quotation: &Quotation, desk: Desk) -> TurnOf {
    let role = match desk {
        Desk::Brief | Desk::Verification => Role::RelationOfficer,
        Desk::Pricing => Role::PricingOfficer,
        Desk::Assembly => Role::BackOfficeAssistant,
    };
    let named = somebody(state, person, quotation.standing.turn_of);
    named.unwrap_or_else(|| {
        if person.may(needed_at(desk)) {
            TurnOf::You
        } else {
            TurnOf::Role(role)
        }
    })
}

/// A person by name, or the one who looks; `None` when they may no longer enter.
fn somebody(state: &State, person: &Person, id: Option<crate::domain::PersonId>) -> Option<TurnOf> {
    let id = id.filter(|id| state.person(*id).is_some_and(|p| p.active))?;
    Some(if id == person.id {
        TurnOf::You
    } else {
        TurnOf::Person(person_name(state, id))
    })
}

fn is_live(state: &State, quotation: &Quotation) -> bool {
    let request = state.request(quotation.request);
    request.is_some_and(|request| request.is_live())
}

/// Whether an opportunity was posted from it (QUO-4).
fn is_posted(state: &State, quotation: &Quotation) -> bool {
    let board = state.board();
    let mut theirs = board.of_request(quotation.request);
    theirs.any(|id| {
        board
            .opportunity(id)
            .is_some_and(|o| o.quotation == Some(quotation.id))
    })
}
