//! Credits that a firm is given, by the firm itself: where naming a person does not say whose they are.

use crate::domain::decision::{Decision, one};
use crate::domain::firm::FirmRight;
use crate::domain::firm::refusal::FirmRefusal;
use crate::domain::ids::{FirmId, OpportunityId};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::rules::steps;
use crate::domain::person::Role;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;

pub(super) fn grant(
    state: &State,
    firm: FirmId,
    kind: CreditKind,
    count: u32,
    why: &str,
) -> Result<Decision, Refusal> {
    there_is(state, firm)?;
    let entry = steps::granted(state, firm, kind, count, why)?;
    Ok(one(steps::credited(state, firm, entry)))
}

pub(super) fn refund(
    state: &State,
    firm: FirmId,
    opportunity: OpportunityId,
    kind: CreditKind,
    why: &str,
) -> Result<Decision, Refusal> {
    if state.board().opportunity(opportunity).is_none() {
        return Err(BoardRefusal::NoSuchOpportunity(opportunity).into());
    }
    let entry = steps::refunded(state, firm, opportunity, kind, why)?;
    Ok(one(steps::credited(state, firm, entry)))
}

/// Passes for a firm that somebody works in.
fn there_is(state: &State, firm: FirmId) -> Result<(), Refusal> {
    let members = state.firms().members(firm);
    let works = members.iter().any(|member| {
        let person = state.person(member.person);
        member.rights.has(FirmRight::Proposes)
            && person.is_some_and(|p| p.active && p.roles.contains(&Role::Facilitator))
    });
    match works {
        true => Ok(()),
        false => Err(FirmRefusal::NoSuchFirm(firm).into()),
    }
}
