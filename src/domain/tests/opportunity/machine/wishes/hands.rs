//! What is wished of who stands for a mission: another coordinator, a yes or a no to that, people in charge.

use super::super::super::bench::*;
use super::{What, Wish, pick};
use crate::domain::ids::{ContactId, OpportunityId, PersonId};
use crate::domain::opportunity::rules::hand::handed;
use crate::domain::opportunity::{BoardCommand, MissionCommand};

pub(super) fn of_hands(fair: &Fair, wish: &Wish) -> Option<(PersonId, BoardCommand)> {
    let running = fair.state.board().opportunities().iter();
    let running = running.filter(|o| o.mission.is_some());
    let running: Vec<OpportunityId> = running.map(|o| o.id).collect();
    let opportunity = pick(&running, wish.a)?;
    let found = fair.the(opportunity);
    let next = fair.mission(opportunity).next();
    let asked = if wish.odd {
        wish.who
    } else {
        next.unwrap_or(wish.who)
    };
    let staff = if wish.odd {
        wish.who
    } else {
        pick(&[BEN, ANNA], wish.b)?
    };
    let (who, command) = match wish.what {
        What::Replace => (
            staff,
            MissionCommand::Replace {
                opportunity,
                person: pick(&[FAY, GIL, HEL, BEN], wish.b / 2)?,
                price: (wish.b.is_multiple_of(5)).then(|| euros(75_000)),
                reason: "ill".into(),
            },
        ),
        What::Take => {
            let (agreement, tranches) = handed(found)?;
            let take = MissionCommand::Take {
                opportunity,
                agreement: Box::new(agreement),
                tranches,
                consent: true,
            };
            (asked, take)
        }
        What::Pass => (
            asked,
            MissionCommand::Pass {
                opportunity,
                reason: "not now".into(),
            },
        ),
        _ => (
            pick(&[PAUL, LEA, BEN], wish.b)?,
            MissionCommand::InCharge {
                opportunity,
                contact: ContactId(u32::try_from(wish.b % 4).ok()? + 1),
                there: !wish.odd,
                said: "by phone".into(),
            },
        ),
    };
    Some((who, BoardCommand::Mission(command)))
}
