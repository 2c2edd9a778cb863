//! What is wished of quotations: mostly the next step on the way to the client's yes, sometimes a way back or a no, so
//! that what is posted under Subcontracting comes from one that went all its way.

use super::super::super::bench::*;
use super::{Wish, pick};
use crate::domain::command::{Act, Command};
use crate::domain::ids::{PersonId, QuotationId, RequestId};
use crate::domain::opportunity::BoardCommand;
use crate::domain::quotation::{Desk, Quotation, QuotationCommand, QuotationStage};
use crate::domain::request::Group;

/// The one that is still worked on or waits for an answer, else the last there was.
fn latest(fair: &Fair, request: RequestId) -> Option<&Quotation> {
    let quotations = fair.state.quotations();
    let live = quotations
        .live_of(request)
        .and_then(|id| quotations.get(id));
    let last = || quotations.of_request(request).last();
    live.or_else(last).map(|found| &**found)
}

/// The next step of a quotation of one of the requests; out of place when it is odd.
pub(super) fn of_quotations(fair: &Fair, wish: &Wish) -> Option<(PersonId, Command)> {
    let requests = [UNDECIDED, SUBCONTRACTED, UNDECIDED, INTRODUCED, UNDECIDED];
    let request = pick(&requests, wish.a)?;
    let found = latest(fair, request);
    let (who, command) = match found {
        Some(found) if wish.odd => aside(fair, wish, found)?,
        Some(found) if found.standing.stage.is_live() => onward(fair, wish, found)?,
        _ => (
            pick(&[BEN, ANNA], wish.b)?,
            QuotationCommand::Begin(request),
        ),
    };
    Some((who, Command::Quotation(Box::new(command))))
}

/// The step that brings it nearer to a yes, by who works there.
fn onward(fair: &Fair, wish: &Wish, found: &Quotation) -> Option<(PersonId, QuotationCommand)> {
    let id = found.id;
    let officer = pick(&[BEN, ANNA], wish.b)?;
    let step = |at: usize| {
        let all = quoting(id, found.request, fair.later(240));
        all.into_iter().nth(at)
    };
    let seen_now = found.latest_number();
    Some(match found.standing.stage {
        QuotationStage::At(Desk::Brief) => {
            let whole = found.brief.missing(found.asked_at.is_some()).is_empty();
            (officer, step(if whole { 2 } else { 1 })?)
        }
        QuotationStage::At(Desk::Pricing) => {
            let mut command = step(if found.versions.is_empty() || wish.b % 4 == 3 {
                3
            } else {
                4
            })?;
            if let QuotationCommand::Price { seen, lines, .. } = &mut command {
                *seen = seen_now;
                lines
                    .iter_mut()
                    .for_each(|line| line.quantity += u32::from(seen_now));
            }
            (CLEA, command)
        }
        QuotationStage::At(Desk::Assembly) => {
            let written = found.latest().is_some_and(|kept| kept.has_project);
            let mut command = step(if written { 6 } else { 5 })?;
            if let QuotationCommand::Assemble { seen, .. } = &mut command {
                *seen = seen_now;
            }
            (DAN, command)
        }
        QuotationStage::At(Desk::Verification) => (
            officer,
            QuotationCommand::Send {
                quotation: id,
                version: seen_now,
            },
        ),
        _ => (
            pick(&[officer, LEA, PAUL, BEN], wish.b / 2)?,
            answer(wish, found)?,
        ),
    })
}

/// What the client says to what she was sent: yes as a rule.
fn answer(wish: &Wish, found: &Quotation) -> Option<QuotationCommand> {
    let quotation = found.id;
    let version = found.standing.stage.shown()?;
    Some(match wish.b % 6 {
        0 => QuotationCommand::Decline {
            quotation,
            reason: "too dear".into(),
        },
        1 => QuotationCommand::SendR2 {
            quotation,
            afresh: wish.a.is_multiple_of(2),
            words: "a third workshop".into(),
        },
        _ => QuotationCommand::Accept {
            quotation,
            version,
            words: "".into(),
        },
    })
}

/// A way back, a version that nobody saw, an end, or something said beside.
fn aside(fair: &Fair, wish: &Wish, found: &Quotation) -> Option<(PersonId, QuotationCommand)> {
    let quotation = found.id;
    let who = pick(&[BEN, CLEA, DAN, LEA, FAY], wish.a / 5)?;
    let reason = Box::<str>::from("once more");
    let command = match (wish.b % 6, found.standing.stage) {
        (0, QuotationStage::At(from)) => QuotationCommand::Return {
            quotation,
            from,
            to: pick(&[Desk::Brief, Desk::Pricing, Desk::Assembly], wish.b / 6)?,
            reason,
        },
        (1, _) => QuotationCommand::Drop { quotation, reason },
        (2, _) => QuotationCommand::Extend {
            quotation,
            until: fair.later(24 * 40 + i64::try_from(wish.b).ok()?),
        },
        (3, _) => QuotationCommand::Tag {
            quotation,
            tag: "seasonal".into(),
            there: wish.a.is_multiple_of(2),
        },
        (4, _) => QuotationCommand::Begin(found.request),
        _ => QuotationCommand::Accept {
            quotation,
            version: found.latest_number().saturating_sub(1),
            words: "".into(),
        },
    };
    Some((who, command))
}

/// The group of the request that nobody decided on: Subcontracting as a rule.
pub(super) fn grouped(wish: &Wish) -> (PersonId, Command) {
    let group = match wish.b % 5 {
        0 => None,
        1 => Some(Group::ClientIntroduction),
        _ => Some(Group::Subcontracting),
    };
    let of = if wish.odd { SUBCONTRACTED } else { UNDECIDED };
    (BEN, on(&[of.0], Act::SetGroup(group)))
}

/// The command that posts from the last quotation of a request that was accepted; without one when it is odd.
pub(super) fn posted(fair: &Fair, request: RequestId, odd: bool) -> Option<BoardCommand> {
    let quotations = fair.state.quotations().of_request(request);
    let accepted: Vec<QuotationId> = quotations
        .filter(|found| found.is_accepted())
        .map(|found| found.id)
        .collect();
    match accepted.last() {
        Some(last) if !odd => Some(fair.posting_from(request, *last)),
        _ => Some(fair.posting(request)),
    }
}
