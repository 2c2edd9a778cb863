//! What is wished of a mission, by its winner before it runs and by its team while it does.

use super::super::super::bench::*;
use super::{What, Wish, pick};
use crate::domain::ids::{OpportunityId, PersonId};
use crate::domain::money::Money;
use crate::domain::opportunity::deal::Due;
use crate::domain::opportunity::mission::{Session, Task};
use crate::domain::opportunity::rules::select::agreement;
use crate::domain::opportunity::{BoardCommand, DealCommand, MissionCommand, Side, Tranche};
use crate::domain::trade::MissionRole;

pub(super) fn of_winner(fair: &Fair, wish: &Wish) -> Option<(PersonId, BoardCommand)> {
    let board = fair.state.board();
    let selected = board.opportunities().iter();
    let selected = selected.filter(|o| wish.odd || o.stage.key() == "selected");
    let selected: Vec<OpportunityId> = selected.map(|o| o.id).collect();
    let opportunity = pick(&selected, wish.a)?;
    let found = fair.the(opportunity);
    let winner = found.stage.winner().and_then(|id| board.proposal(id));
    let winner = winner.or_else(|| board.proposals_of(opportunity).next())?;
    let who = if wish.b == 11 {
        wish.who
    } else {
        winner.person
    };
    if let What::Decline = wish.what {
        let reason = "not at these terms".into();
        return Some((
            who,
            BoardCommand::Decline {
                opportunity,
                reason,
            },
        ));
    }
    let mut agreement = agreement(&fair.state, found, winner)?;
    agreement.usage_permille += u32::from(wish.b == 13);
    let confirm = BoardCommand::Confirm {
        opportunity,
        agreement: Box::new(agreement),
        tranches: found.deal.tranches.clone(),
        consent: wish.odd,
    };
    Some((who, confirm))
}

/// What is wished of the terms: written anew by either side, agreed to or refused for the client.
pub(super) fn of_deal(fair: &Fair, wish: &Wish) -> Option<(PersonId, BoardCommand)> {
    let board = fair.state.board();
    let selected = board.opportunities().iter();
    let selected = selected.filter(|o| wish.odd || o.stage.key() == "selected");
    let selected: Vec<OpportunityId> = selected.map(|o| o.id).collect();
    let opportunity = pick(&selected, wish.a)?;
    let found = fair.the(opportunity);
    let winner = found.stage.winner().and_then(|id| board.proposal(id))?;
    let agreement = agreement(&fair.state, found, winner)?;
    let client = pick(&[PAUL, LEA, BEN, ANNA], wish.b)?;
    let said = Box::<str>::from(if wish.b == 17 { "" } else { "by phone" });
    let hers = |command| Some((client, BoardCommand::Deal(command)));
    match wish.what {
        What::Agree => hers(DealCommand::Agree {
            opportunity,
            agreement: Box::new(agreement),
            tranches: found.deal.tranches.clone(),
            said,
        }),
        What::Refuse => hers(DealCommand::Refuse {
            opportunity,
            reason: "not so".into(),
            said,
        }),
        _ => {
            let (side, who) = match wish.b.is_multiple_of(2) {
                true => (Side::Provider, winner.person),
                false => (Side::Client, client),
            };
            let draw = DealCommand::Draw {
                opportunity,
                side,
                seen: found.deal.tranches.clone(),
                tranches: parts(agreement.price, wish),
                said,
            };
            Some((who, BoardCommand::Deal(draw)))
        }
    }
}

/// A price in up to three parts; at times a cent too many.
fn parts(price: Money, wish: &Wish) -> Vec<Tranche> {
    let n = i64::try_from(wish.a % 4).unwrap_or(0);
    let part = |at: i64| {
        let share = price.minor / n.max(1);
        let minor = if at + 1 == n {
            price.minor - share * (n - 1)
        } else {
            share
        };
        Tranche {
            what: format!("part {at}").into(),
            due: Due::Said("in May".into()),
            amount: Money {
                minor: minor + i64::from(wish.b == 19),
                ..price
            },
        }
    };
    (0..n).map(part).collect()
}

pub(super) fn of_mission(fair: &Fair, wish: &Wish) -> Option<(PersonId, BoardCommand)> {
    let board = fair.state.board();
    let running = board.opportunities().iter();
    let running = running.filter(|o| o.mission.is_some());
    let running: Vec<OpportunityId> = running.map(|o| o.id).collect();
    let opportunity = pick(&running, wish.a)?;
    let mission = fair.mission(opportunity);
    let people = [mission.coordinator, mission.coordinator, BEN, DAN];
    let who = if wish.odd {
        wish.who
    } else {
        pick(&people, wish.b)?
    };
    let helper = pick(&[FAY, GIL, HEL, BEN], wish.b / 4)?;
    let roles = [
        Some(MissionRole::Facilitator),
        Some(MissionRole::Observer),
        None,
        Some(MissionRole::Facilitator),
    ];
    let command = match wish.what {
        What::Team => MissionCommand::Team {
            opportunity,
            person: helper,
            role: pick(&roles, wish.a / 4)?,
        },
        What::Plan => planning(fair, wish, opportunity, helper),
        What::Tick => MissionCommand::Tick {
            opportunity,
            task: pick(&Task::ALL, wish.b / 4)?,
            done: wish.a.is_multiple_of(2),
        },
        What::Attend => {
            let place = wish.a % mission.sessions.len().max(1);
            let planned = mission.sessions.get(place)?;
            MissionCommand::Attend {
                opportunity,
                session: u16::try_from(place).ok()?,
                at: planned.at + i64::from(wish.b == 5),
                was: planned.attended,
                attended: u32::try_from(wish.b).ok()?,
            }
        }
        _ => MissionCommand::Deliver {
            opportunity,
            note: if wish.b.is_multiple_of(3) { "well" } else { "" }.into(),
        },
    };
    Some((who, BoardCommand::Mission(command)))
}

/// One session less, one in another's hands, or one more; at times upon what nobody saw.
fn planning(
    fair: &Fair,
    wish: &Wish,
    opportunity: OpportunityId,
    helper: PersonId,
) -> MissionCommand {
    let mission = fair.mission(opportunity);
    let mut sessions = mission.sessions.clone();
    match wish.b % 4 {
        0 if !sessions.is_empty() => {
            sessions.remove(wish.a % sessions.len());
        }
        1 => {
            if let Some(last) = sessions.last_mut() {
                last.by = Some(helper);
            }
        }
        _ => sessions.push(Session {
            at: fair.later(i64::try_from(wish.a).unwrap_or(0) / 4 - 4),
            place: "".into(),
            by: wish.b.is_multiple_of(2).then_some(helper),
            attended: wish.odd.then_some(4),
        }),
    }
    let mut seen = mission.sessions.clone();
    seen.truncate(if wish.b == 5 { 0 } else { usize::MAX });
    MissionCommand::Plan {
        opportunity,
        seen,
        sessions,
    }
}
