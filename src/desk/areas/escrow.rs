//! What the desk says of what happened to clients' money: whom it may show something new, how it is summed up and told. Both
//! sides of a project are woken by every movement of it.

use super::Shown;
use crate::desk::reach::Reach;
use crate::desk::summary::What;
use crate::desk::views::beside::of_escrow;
use crate::desk::views::moments::{Case, MomentKind};
use crate::domain::deed::{Anchor, Deed};
use crate::domain::escrow::event::OfEscrow;
use crate::domain::escrow::{Account, Code, EscrowEvent, Outcome};
use crate::domain::eyes::Eyes;
use crate::domain::ids::FirmId;
use crate::domain::{Seq, State};

impl Shown for OfEscrow {
    fn reach(&self, state: &State, all: &mut Vec<Reach>) {
        let Some((_, id)) = self.of else { return };
        let opportunity = state.board().opportunity(id);
        all.extend(opportunity.map(|of| Reach::Contact(of.contact)));
        let mut firms: Vec<FirmId> = Vec::new();
        firms.extend(state.books().project(id).map(|project| project.firm));
        match &*self.event {
            EscrowEvent::Opened { project } => firms.push(project.firm),
            EscrowEvent::HandedOver { from, to } => firms.extend([*from, *to]),
            EscrowEvent::Booked { entry } => {
                firms.extend(entry.postings.iter().filter_map(|side| match side.account {
                    Account::Released(firm, _) | Account::OwedByProvider(firm, _) => Some(firm),
                    _ => None,
                }));
            }
            _ => {}
        }
        let members = firms.iter().flat_map(|firm| state.firms().members(*firm));
        all.extend(members.map(|one| Reach::Person(one.person)));
    }

    fn what(&self) -> What {
        let anchor = self
            .of
            .map_or(Anchor::House, |(_, id)| Anchor::Opportunity(id));
        What::Did(deed(&self.event), anchor)
    }

    fn moment(&self, eyes: &Eyes<'_>, _: Seq, _: &Case) -> Option<MomentKind> {
        let (_, id) = self.of?;
        of_escrow(eyes, id, &self.event, deed(&self.event))
    }

    /// Of money nothing is searched: not everybody who reads the request may read it.
    fn said(&self) -> Option<&str> {
        None
    }
}

/// What happened, in a word.
fn deed(event: &EscrowEvent) -> Deed {
    match event {
        EscrowEvent::Opened { .. } => Deed::AccountOpened,
        EscrowEvent::Booked { entry } => booked(entry.code),
        EscrowEvent::Started { .. } => Deed::TrancheStarted,
        EscrowEvent::HandedIn { .. } => Deed::TrancheHandedIn,
        EscrowEvent::Answered { .. } => Deed::TrancheAnswered,
        EscrowEvent::Released { .. } => Deed::MoneyReleased,
        EscrowEvent::Lapsed { .. } => Deed::TrancheLapsed,
        EscrowEvent::Disputed { .. } => Deed::DisputeOpened,
        EscrowEvent::Said { .. } => Deed::DisputeSaid,
        EscrowEvent::Proposed { .. } => Deed::SettlementProposed,
        EscrowEvent::Replied { accepts: true, .. } => Deed::SettlementAccepted,
        EscrowEvent::Replied { accepts: false, .. } => Deed::SettlementRefused,
        EscrowEvent::Over { outcome, .. } => match outcome {
            Outcome::Settled(_) => Deed::DisputeSettled,
            Outcome::Awarded(_) => Deed::DisputeAwarded,
            Outcome::Withdrawn => Deed::DisputeWithdrawn,
        },
        EscrowEvent::Moved { .. } => Deed::MoneyMoved,
        EscrowEvent::Frozen { to: true, .. } => Deed::ProjectFrozen,
        EscrowEvent::Frozen { to: false, .. } => Deed::ProjectThawed,
        EscrowEvent::HandedOver { .. } => Deed::AccountHandedOver,
        EscrowEvent::Shut { .. } => Deed::AccountShut,
        EscrowEvent::DaysClosed { .. } => Deed::DaysClosed,
    }
}

fn booked(code: Code) -> Deed {
    match code {
        Code::E01 => Deed::DepositBooked,
        Code::E02 => Deed::DepositMatched,
        Code::E03 => Deed::TrancheFunded,
        Code::L01 => Deed::MoneyReleased,
        Code::C01 | Code::C03 => Deed::CommissionCharged,
        Code::C02 | Code::C04 => Deed::CommissionPaid,
        Code::D01 | Code::D02 | Code::D03 => Deed::MoneyMoved,
        Code::R01 => Deed::MoneyRefunded,
        Code::R02 => Deed::RefundInstructed,
        Code::R03 => Deed::RefundPaid,
        Code::K01 => Deed::MoneyGivenBack,
        Code::X01 | Code::X02 => Deed::DepositTakenBack,
        Code::X04 => Deed::ClaimGivenUp,
        Code::O01 => Deed::BooksBegun,
    }
}
