//! What a quotation sorts by in a list, and whose turn it is, as somebody sees it: told before its row is made, which
//! most of a long list never need.

use std::cmp::Reverse;

use super::super::Listed;
use super::super::beside::person_name;
use super::{QuotationRow, QuotationSide, TurnOf};
use crate::domain::person::{Person, Role};
use crate::domain::quotation::command::needed_at;
use crate::domain::quotation::{Desk, Kept, Quotation, QuotationStage};
use crate::domain::{Millis, PersonId, QuotationId, State};

/// What a quotation sorts by in a list, as somebody sees it.
pub(super) struct Bearing {
    pub(super) mine: bool,
    pub(super) live: bool,
    pub(super) due: Option<Millis>,
    pub(super) overdue: bool,
    pub(super) touched_at: Millis,
}

impl Bearing {
    pub(super) fn of(
        state: &State,
        person: &Person,
        part: QuotationSide,
        quotation: &Quotation,
        now: Millis,
    ) -> Bearing {
        let mine = whose(state, person, part, quotation) == Next::You;
        let stage = quotation.standing.stage;
        Bearing {
            mine,
            live: stage.is_live() || mine,
            due: match (part, stage) {
                (QuotationSide::Client, QuotationStage::At(_)) => None,
                (QuotationSide::Client, _) => {
                    kept(part, quotation).map(|kept| kept.version.valid_until)
                }
                (QuotationSide::Staff, _) => quotation.due(),
            },
            overdue: part == QuotationSide::Staff && quotation.is_overdue(now),
            touched_at: match part {
                QuotationSide::Staff => quotation.touched_at,
                QuotationSide::Client => shown_at(quotation),
            },
        }
    }

    /// Returns what it sorts by when nothing else is asked for.
    pub(super) fn usual(&self, id: QuotationId) -> <QuotationRow as Listed>::Usual {
        let late = self.mine && self.overdue;
        let due = self.due.unwrap_or(Millis::MAX);
        let newest = Reverse((self.touched_at, id));
        (!self.mine, !late, !self.live, due, newest)
    }
}

/// The version that counts for who looks.
pub(super) fn kept(part: QuotationSide, quotation: &Quotation) -> Option<&Kept> {
    match part {
        QuotationSide::Staff => quotation.shown().or_else(|| quotation.latest()),
        QuotationSide::Client => quotation.shown().or_else(|| quotation.sent()),
    }
}

/// When what a client sees of a quotation last changed: the house's own work on it is not told, not even
/// when (PPL-2).
fn shown_at(quotation: &Quotation) -> Millis {
    match quotation.standing.stage {
        QuotationStage::Sent { at, .. }
        | QuotationStage::Accepted { at, .. }
        | QuotationStage::Declined { at, .. }
        | QuotationStage::Dropped { at } => at,
        QuotationStage::At(_) => quotation.sent().map_or(quotation.begun_at, |kept| kept.at),
    }
}

/// Whose turn it is, before anybody's name is looked up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    You,
    Person(PersonId),
    Role(Role),
    Client,
    House,
    Nobody,
}

/// Whose turn it is, as somebody sees it.
pub(in crate::desk::views) fn turn(
    state: &State,
    person: &Person,
    part: QuotationSide,
    quotation: &Quotation,
) -> TurnOf {
    match whose(state, person, part, quotation) {
        Next::You => TurnOf::You,
        Next::Person(id) => TurnOf::Person(person_name(state, id)),
        Next::Role(role) => TurnOf::Role(role),
        Next::Client => TurnOf::Client,
        Next::House => TurnOf::House,
        Next::Nobody => TurnOf::Nobody,
    }
}

fn whose(state: &State, person: &Person, part: QuotationSide, quotation: &Quotation) -> Next {
    let stage = quotation.standing.stage;
    if part == QuotationSide::Client {
        return match stage {
            QuotationStage::Sent { .. } => Next::You,
            QuotationStage::At(_) => Next::House,
            QuotationStage::Accepted { .. }
            | QuotationStage::Declined { .. }
            | QuotationStage::Dropped { .. } => Next::Nobody,
        };
    }
    match stage {
        QuotationStage::At(desk) => at_desk(state, person, quotation, desk),
        QuotationStage::Sent { .. } => Next::Client,
        // Nothing follows any more on a request that is done with.
        QuotationStage::Accepted { .. } if !is_live(state, quotation) => Next::Nobody,
        // After a yes the officer posts the opportunity, then the assistant sets the contract up (S3).
        QuotationStage::Accepted { .. } if is_posted(state, quotation) => {
            Next::Role(Role::BackOfficeAssistant)
        }
        QuotationStage::Accepted { .. } => somebody(state, person, quotation.standing.turn_of)
            .unwrap_or(Next::Role(Role::RelationOfficer)),
        QuotationStage::Declined { .. } | QuotationStage::Dropped { .. } => Next::Nobody,
    }
}

fn at_desk(state: &State, person: &Person, quotation: &Quotation, desk: Desk) -> Next {
    let role = match desk {
        Desk::Brief | Desk::Verification => Role::RelationOfficer,
        Desk::Pricing => Role::PricingOfficer,
        Desk::Assembly => Role::BackOfficeAssistant,
    };
    let named = somebody(state, person, quotation.standing.turn_of);
    named.unwrap_or_else(|| {
        if person.may(needed_at(desk)) {
            Next::You
        } else {
            Next::Role(role)
        }
    })
}

/// A person, or the one who looks; `None` when they may no longer enter.
fn somebody(state: &State, person: &Person, id: Option<PersonId>) -> Option<Next> {
    let id = id.filter(|id| state.person(*id).is_some_and(|p| p.active))?;
    Some(if id == person.id {
        Next::You
    } else {
        Next::Person(id)
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
