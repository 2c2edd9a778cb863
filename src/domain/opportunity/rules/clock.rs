//! When somebody may reach the client of an opportunity directly, and why (BRD-4).

use crate::domain::Millis;
use crate::domain::ids::FirmId;
use crate::domain::opportunity::Opportunity;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::proposal::ProposalStanding;
use crate::domain::request::Group;
use crate::domain::state::State;

/// When the client may be reached directly, and why (BRD-4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactClock {
    /// Already: it was opened, or the mission is theirs.
    Open,
    /// Now: nobody answered in time.
    NoAnswer,
    /// Now: it is urgent.
    Urgent,
    /// At that time, if nobody answers before; a stated reason goes before it.
    At(Millis),
    /// Nothing was sent that could be answered; a stated reason is needed.
    NothingAsked,
    /// The client answered: a stated reason is needed.
    Answered,
    /// The house holds the relation with this client (S0): it introduces who runs the mission.
    HouseHolds,
    /// Proposals are not taken any more, and it is not theirs.
    Over,
}

/// When `firm` may reach the client of `opportunity` directly.
pub fn contact_clock(
    state: &State,
    opportunity: &Opportunity,
    firm: impl Into<FirmId>,
    now: Millis,
) -> ContactClock {
    let firm = firm.into();
    let proposal = state.board().proposal_of(opportunity.id, firm);
    let mission = opportunity.mission.as_deref();
    let runs = mission.is_some_and(|mission| mission.runs_for(firm));
    let opened = state.credits().opened(opportunity.id, firm);
    if runs || opened.is(CreditKind::Contact) {
        return ContactClock::Open;
    }
    if opportunity.group == Group::Subcontracting {
        return ContactClock::HouseHolds;
    }
    if !opportunity.takes_proposals(now) {
        return ContactClock::Over;
    }
    if opportunity.notice.urgent {
        return ContactClock::Urgent;
    }
    let asked = proposal.filter(|p| p.state == ProposalStanding::Submitted);
    match asked.map(|p| (p.submitted_at, p.answered_at)) {
        None | Some((None, _)) => ContactClock::NothingAsked,
        Some((_, Some(_))) => ContactClock::Answered,
        Some((Some(since), None)) => {
            const HOUR: Millis = 3_600_000;
            let opens = since + Millis::from(state.terms().contact_after_hours) * HOUR;
            if now >= opens {
                ContactClock::NoAnswer
            } else {
                ContactClock::At(opens)
            }
        }
    }
}
