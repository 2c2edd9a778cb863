//! Applies what happened to clients' money to the state. It cannot fail.

use crate::domain::escrow::command::Verdict;
use crate::domain::escrow::dispute::{Reply, Said, Settlement};
use crate::domain::escrow::entry::{Code, Entry};
use crate::domain::escrow::event::{EscrowEvent, OfEscrow};
use crate::domain::escrow::project::{Handed, Part, Progress, Project};
use crate::domain::ids::OpportunityId;
use crate::domain::meta::Meta;
use crate::domain::opportunity::Side;
use crate::domain::request::arrival::Within;
use crate::domain::state::State;
use crate::domain::state::apply::Applies;

impl Applies for OfEscrow {
    fn apply(&self, state: &mut State, meta: &Meta, _: Within) {
        state.board_revision += 1;
        match &*self.event {
            EscrowEvent::Opened { project } => state.books.put((**project).clone()),
            EscrowEvent::Booked { entry } => booked(state, meta, entry),
            EscrowEvent::DaysClosed { to, .. } => {
                std::sync::Arc::make_mut(&mut state.head.areas.closing).until = Some(*to);
            }
            event => {
                if let Some((_, id)) = self.of {
                    changed(state, meta, id, event);
                }
            }
        }
    }
}

/// Books an entry, and counts what it releases of a tranche.
fn booked(state: &mut State, meta: &Meta, entry: &Entry) {
    let entry = Entry {
        seq: meta.seq,
        ..entry.clone()
    };
    let released = match entry.code {
        Code::L01 => entry.moved(),
        Code::K01 => -entry.moved(),
        _ => 0,
    };
    let (project, number) = (entry.project, entry.number);
    let dispute = match (entry.code, number) {
        (Code::D02, Some(number)) => Some(number),
        _ => None,
    };
    state.books.book(entry);
    let Some(id) = project else { return };
    state.books.change(id, meta.at, |project| {
        if let Some(part) = number
            .and_then(|n| part_mut(project, n))
            .filter(|_| released != 0)
        {
            part.released = part.released.saturating_add(released);
            if released < 0 {
                part.accepted = part.accepted.saturating_add(released);
            }
        }
        dispute.into_iter().for_each(|n| settled(project, n));
    });
}

fn part_mut(project: &mut Project, number: u16) -> Option<&mut Part> {
    let at = usize::from(number).checked_sub(1)?;
    project.parts.get_mut(at)
}

/// What a dispute held of tranches is paid for good.
fn settled(project: &mut Project, number: u16) {
    let pots = project.dispute(number).map(|dispute| dispute.pots.clone());
    for (pot, minor) in pots.into_iter().flatten() {
        if let Some(part) = pot.and_then(|pot| part_mut(project, pot)) {
            part.settled = part.settled.saturating_add(minor);
        }
    }
}

fn changed(state: &mut State, meta: &Meta, id: OpportunityId, event: &EscrowEvent) {
    state.books.change(id, meta.at, |project| match event {
        EscrowEvent::Started { number } => {
            part_mut(project, *number).into_iter().for_each(|part| {
                part.progress = Progress::Working;
            });
        }
        EscrowEvent::HandedIn { .. }
        | EscrowEvent::Answered { .. }
        | EscrowEvent::Lapsed { .. } => worked(project, meta, event),
        EscrowEvent::Disputed { .. }
        | EscrowEvent::Said { .. }
        | EscrowEvent::Proposed { .. }
        | EscrowEvent::Replied { .. }
        | EscrowEvent::Over { .. } => disputed(project, meta, event),
        EscrowEvent::Frozen { to, .. } => project.frozen = *to,
        EscrowEvent::HandedOver { to, .. } => project.firm = *to,
        EscrowEvent::Shut { why } => project.closed = Some(*why),
        EscrowEvent::Opened { .. }
        | EscrowEvent::Booked { .. }
        | EscrowEvent::Released { .. }
        | EscrowEvent::Moved { .. }
        | EscrowEvent::DaysClosed { .. } => {}
    });
}

/// What was done for a tranche.
fn worked(project: &mut Project, meta: &Meta, event: &EscrowEvent) {
    match event {
        EscrowEvent::HandedIn {
            number,
            files,
            silent_at,
            ..
        } => {
            let Some(part) = part_mut(project, *number) else {
                return;
            };
            part.progress = Progress::Delivered;
            part.answered_at = None;
            part.handed = Some(Box::new(Handed {
                at: meta.at,
                by: meta.actor,
                text_at: meta.seq,
                files: files.clone(),
                silent_at: *silent_at,
            }));
        }
        EscrowEvent::Answered {
            number,
            verdict,
            accepted,
            ..
        } => {
            let Some(part) = part_mut(project, *number) else {
                return;
            };
            part.accepted = *accepted;
            part.answered_at = Some(meta.seq);
            part.progress = match verdict {
                Verdict::Whole | Verdict::InPart => Progress::Accepted,
                Verdict::NotYet => Progress::SentBack,
            };
        }
        EscrowEvent::Lapsed { number, accepted } => {
            if let Some(part) = part_mut(project, *number) {
                part.accepted = *accepted;
                part.progress = Progress::Accepted;
            }
        }
        _ => {}
    }
}

/// What was said and done in a dispute.
fn disputed(project: &mut Project, meta: &Meta, event: &EscrowEvent) {
    let (seq, at) = (meta.seq, meta.at);
    if let EscrowEvent::Disputed { dispute, .. } = event {
        let mut dispute = (**dispute).clone();
        dispute.said.push(Said { seq, at });
        project.disputes.push(dispute);
        return;
    }
    let number = match event {
        EscrowEvent::Said { number, .. }
        | EscrowEvent::Proposed { number, .. }
        | EscrowEvent::Replied { number, .. }
        | EscrowEvent::Over { number, .. } => usize::from(*number),
        _ => return,
    };
    let dispute = number
        .checked_sub(1)
        .and_then(|n| project.disputes.get_mut(n));
    let Some(dispute) = dispute else { return };
    if dispute.said.last().is_none_or(|last| last.seq != seq) {
        dispute.said.push(Said { seq, at });
    }
    match event {
        EscrowEvent::Proposed { split, until, .. } => {
            dispute.settlement = Some(Box::new(Settlement {
                split: *split,
                until: *until,
                by: meta.actor,
                at,
                seq,
                client: None,
                provider: None,
            }));
        }
        EscrowEvent::Replied { side, accepts, .. } => {
            let reply = Some(Reply {
                accepts: *accepts,
                at,
                seq,
            });
            if let Some(settlement) = &mut dispute.settlement {
                match side {
                    Side::Client => settlement.client = reply,
                    Side::Provider => settlement.provider = reply,
                }
            }
        }
        EscrowEvent::Over { outcome, .. } => dispute.outcome = Some(*outcome),
        _ => {}
    }
}
