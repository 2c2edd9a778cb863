//! Whatever happened, nothing is without an exit (BRD-6, BRD-8).

use proptest::prelude::*;

use super::super::bench::*;
use super::{Checked, firms};
use crate::domain::ids::PersonId;
use crate::domain::opportunity::proposal::ProposalStanding;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{
    BoardCommand, DealCommand, EndReason, Mission, MissionCommand, Notice, Opportunity,
    OpportunityStage,
};
use crate::domain::refusal::Refusal;
use crate::domain::request::Group;

/// Whatever is neither over nor delivered can be moved on, and not only ended.
pub(super) fn exits(fair: &Fair) -> Checked {
    let why = || Box::<str>::from("it has to go on");
    for one in fair.state.board().opportunities() {
        let opportunity = one.id;
        let on = match one.stage {
            OpportunityStage::Ended { .. } | OpportunityStage::Delivered { .. } => continue,
            OpportunityStage::Open => BoardCommand::Amend {
                opportunity,
                seen: one.notice_at,
                notice: Box::new(Notice {
                    deadline: fair.later(100),
                    ..one.notice.clone()
                }),
                description: None,
            },
            OpportunityStage::Selected { .. } => BoardCommand::Reopen {
                opportunity,
                reason: why(),
            },
            OpportunityStage::Confirmed { .. } => BoardCommand::Mission(MissionCommand::Deliver {
                opportunity,
                note: why(),
            }),
        };
        let end = BoardCommand::End {
            opportunity,
            why: EndReason::SILENT,
            refund: true,
        };
        let introduced = one.group == Group::ClientIntroduction;
        let refuse = (introduced && one.stage.key() == "selected").then(|| {
            BoardCommand::Deal(DealCommand::Refuse {
                opportunity,
                reason: why(),
                said: why(),
            })
        });
        let replace = (one.stage.key() == "confirmed")
            .then(|| successor(fair, one))
            .flatten();
        for command in [on, end].into_iter().chain(refuse).chain(replace) {
            let answer = fair.tries(ANNA, command.clone());
            prop_assert!(answer.is_ok(), "{command:?}: {answer:?}: {one:?}");
        }
        for proposal in fair.state.board().proposals_of(opportunity) {
            let (who, id) = (proposal.speaker(), proposal.id);
            let may = fair.state.person(who).is_some_and(|p| p.active);
            if one.stage == OpportunityStage::Open
                && proposal.state == ProposalStanding::Submitted
                && who != ANNA
            {
                match fair.tries(ANNA, fair.selecting(id)) {
                    Ok(_) | Err(Refusal::Board(BoardRefusal::NotEligible(_))) => {}
                    other => prop_assert!(false, "{other:?}"),
                }
            }
            if proposal.state == ProposalStanding::Selected && may {
                let reason = why();
                let decline = BoardCommand::Decline {
                    opportunity,
                    reason,
                };
                match fair.tries(who, decline) {
                    Ok(_) | Err(Refusal::NotPermitted(_)) => {}
                    // They act for another firm, or may not propose any more: a colleague can.
                    Err(_) if !firms::is_only_theirs(&fair.state, proposal) => {}
                    other => prop_assert!(false, "{other:?}"),
                }
            }
        }
    }
    Ok(())
}

/// The command that offers a mission to somebody who could coordinate it and does not, if there is one.
fn successor(fair: &Fair, one: &Opportunity) -> Option<BoardCommand> {
    use crate::domain::opportunity::rules::eligibility::is_eligible;
    let mission = one.mission.as_deref()?;
    let free =
        |id: &PersonId| mission.next() != Some(*id) && is_eligible(&fair.state, *id, &one.notice);
    let person = [FAY, GIL, HEL].into_iter().find(free)?;
    (mission.former.len() < Mission::FORMER_MOST).then(|| {
        BoardCommand::Mission(MissionCommand::Replace {
            opportunity: one.id,
            person,
            price: None,
            reason: "it has to go on".into(),
        })
    })
}
