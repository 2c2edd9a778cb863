//! What an event makes of one opportunity, proposal or mission. Finds none of them: the board does.

use crate::domain::Millis;
use crate::domain::ids::{FirmId, Seq};
use crate::domain::meta::Meta;
use crate::domain::opportunity::deal::event::DealEvent;
use crate::domain::opportunity::deal::{Assent, Deal};
use crate::domain::opportunity::event::BoardEvent;
use crate::domain::opportunity::mission::event::MissionEvent;
use crate::domain::opportunity::mission::{Former, Handover};
use crate::domain::opportunity::proposal::{ProposalContent, ProposalStanding, Verdict};
use crate::domain::opportunity::{Mission, Opportunity, Proposal};

/// Changes what a proposal says, or the draft beside it.
pub(super) fn revise(proposal: &mut Proposal, seq: Seq, notice_at: Seq, event: &BoardEvent) {
    match event {
        BoardEvent::Revised {
            price,
            available,
            text,
            before_client,
            ..
        } => {
            let mut content = proposal.working().clone();
            content.price = *price;
            if let Some(text) = text {
                (content.text_at, content.has_text) = (seq, !text.trim().is_empty());
            }
            if available.is_some() {
                content.available_at = seq;
            }
            (content.changed_at, content.answers) = (seq, notice_at);
            put(proposal, content, *before_client);
        }
        BoardEvent::Filed {
            file, there, draft, ..
        } => {
            let mut content = match draft {
                true => proposal.working().clone(),
                false => proposal.says.clone(),
            };
            if *there {
                content.files.push((**file).clone());
            } else if let Some(at) = content.files.iter().position(|one| *one == **file) {
                content.files.remove(at);
            }
            content.changed_at = seq;
            if *draft {
                put(proposal, content, false);
            } else {
                proposal.says = content;
            }
        }
        _ => proposal.draft = None,
    }
}

/// Puts what its proposer worked on where it belongs: a proposal nobody else saw yet is a draft as a whole.
fn put(proposal: &mut Proposal, content: ProposalContent, before_client: bool) {
    if before_client || proposal.state == ProposalStanding::Draft {
        (proposal.says, proposal.draft) = (content, None);
    } else {
        proposal.draft = Some(Box::new(content));
    }
}

/// A proposal moves on. What is begun or sent anew is a new offer: nothing was said of it yet, and the
/// contact clock starts.
pub(super) fn move_on(proposal: &mut Proposal, to: ProposalStanding, at: Millis) {
    let anew = matches!(
        proposal.state,
        ProposalStanding::Draft | ProposalStanding::Withdrawn
    );
    match to {
        ProposalStanding::Draft | ProposalStanding::Submitted if anew => {
            proposal.submitted_at = (to == ProposalStanding::Submitted).then_some(at);
            proposal.answered_at = None;
            proposal.verdict = Verdict::Unsaid;
            proposal.promising = false;
        }
        ProposalStanding::Selected | ProposalStanding::Lost => {
            proposal.answered_at.get_or_insert(at);
        }
        ProposalStanding::Draft
        | ProposalStanding::Submitted
        | ProposalStanding::Confirmed
        | ProposalStanding::Withdrawn => {}
    }
    proposal.state = to;
}

/// Changes the terms between both sides.
pub(super) fn change_deal(meta: &Meta, deal: &mut Deal, event: &DealEvent) {
    match event {
        DealEvent::Drawn { to, .. } => {
            deal.tranches.clone_from(to);
            deal.rewritten();
        }
        DealEvent::Assented {
            side,
            agreement,
            tranches,
            consent,
            word_of,
            ..
        } => {
            let assent = Assent {
                at: meta.at,
                by: meta.actor,
                word_of: *word_of,
                agreement: (**agreement).clone(),
                tranches: tranches.clone(),
                consent: *consent,
                stands: true,
            };
            deal.assented(*side, assent);
        }
        // What follows from it, that the selection opens again, is an event of its own.
        DealEvent::Refused { .. } => {}
    }
}

/// Changes who stands for a mission, on either side; `firm` is that of whom the event concerns.
pub(super) fn change_hands(
    meta: &Meta,
    opportunity: &mut Opportunity,
    event: &MissionEvent,
    firm: FirmId,
) {
    let Some(mission) = &mut opportunity.mission else {
        return;
    };
    match event {
        MissionEvent::InCharge { contact, there, .. } => {
            mission.in_charge.retain(|one| one != contact);
            mission.in_charge.extend(there.then_some(*contact));
        }
        MissionEvent::Relieved { person, .. } => {
            mission.former.push(Former {
                person: *person,
                firm: mission.firm,
                until: meta.at,
                seq: meta.seq,
            });
        }
        MissionEvent::Handed { to, price, .. } => {
            mission.handover = Some(Box::new(Handover {
                to: Some(*to),
                firm,
                price: *price,
                at: meta.at,
            }));
        }
        // Told for itself: who left a firm handed over what they had in hand by that.
        MissionEvent::Left { .. } => {}
        MissionEvent::Passed { .. } => {
            if let Some(handover) = &mut mission.handover {
                (handover.to, handover.at) = (None, meta.at);
            }
        }
        MissionEvent::Taken {
            person, agreement, ..
        } => {
            (mission.coordinator, mission.firm) = (*person, firm);
            mission.handover = None;
            mission.team.retain(|(one, _)| one != person);
            let before = opportunity.agreement.replace(agreement.clone());
            if before.is_none_or(|before| before.price != agreement.price) {
                opportunity.deal.tranches = Vec::new();
            }
        }
    }
}

pub(super) fn change_mission(mission: &mut Mission, event: &BoardEvent) {
    match event {
        BoardEvent::Team { person, to, .. } => {
            mission.team.retain(|(one, _)| one != person);
            mission.team.extend(to.map(|role| (*person, role)));
        }
        BoardEvent::Planned { to, .. } => mission.sessions.clone_from(to),
        BoardEvent::Ticked { task, done } => {
            mission.done.retain(|one| one != task);
            mission.done.extend(done.then_some(*task));
            mission.done.sort_unstable();
        }
        BoardEvent::Attended { session, to, .. } => {
            if let Some(session) = mission.sessions.get_mut(usize::from(*session)) {
                session.attended = *to;
            }
        }
        BoardEvent::Posted(_)
        | BoardEvent::Amended { .. }
        | BoardEvent::Moved { .. }
        | BoardEvent::Offered { .. }
        | BoardEvent::Proposal { .. }
        | BoardEvent::Judged { .. }
        | BoardEvent::Encouraged { .. }
        | BoardEvent::Agreed { .. }
        | BoardEvent::Reported { .. }
        | BoardEvent::Revised { .. }
        | BoardEvent::Filed { .. }
        | BoardEvent::DraftDropped { .. }
        | BoardEvent::Advised { .. }
        | BoardEvent::Chosen { .. }
        | BoardEvent::Reasoned { .. }
        | BoardEvent::Deal(_)
        | BoardEvent::Mission(_) => {}
    }
}
