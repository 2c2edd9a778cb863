//! The command that each action about who stands for a mission would send. Hidden from everybody it is not for.

use super::{asked, no};
use crate::desk::views::{MissionPage, OpportunityPage};
use crate::domain::firm::command::FirmCommand;
use crate::domain::opportunity::phase::Phase;
use crate::domain::opportunity::{BoardCommand, MissionCommand};
use crate::domain::person::Permission;
use crate::domain::{Command, OpportunityId};
use crate::ui::frame::ListPane;
use crate::ui::frame::rules::{self, WORDS};
use crate::ui::kit::binding::Ready;
use crate::ui::panes::board::BoardPane;

fn mission(p: &BoardPane) -> Option<(OpportunityId, &MissionPage)> {
    let page = p.page()?;
    Some((page.row.id, page.mission.as_ref()?))
}

pub(in crate::ui::panes::board) fn take(p: &BoardPane) -> Ready {
    let terms = mission(p).and_then(|(id, mission)| {
        let terms = mission.handover.as_ref()?.terms.clone()?;
        Some((id, terms))
    });
    let Some((opportunity, (agreement, tranches))) = terms else {
        return Ready::Hidden;
    };
    let take = MissionCommand::Take {
        opportunity,
        agreement: Box::new(agreement),
        tranches,
        consent: true,
    };
    asked(p, Ok(BoardCommand::Mission(take)))
}

pub(in crate::ui::panes::board) fn pass(p: &BoardPane) -> Ready {
    let offered = |mission: &MissionPage| mission.handover.as_ref()?.terms.as_ref().map(drop);
    let Some((opportunity, _)) = mission(p).filter(|(_, one)| offered(one).is_some()) else {
        return Ready::Hidden;
    };
    let reason = WORDS.into();
    let pass = MissionCommand::Pass {
        opportunity,
        reason,
    };
    asked(p, Ok(BoardCommand::Mission(pass)))
}

pub(in crate::ui::panes::board) fn in_charge(p: &BoardPane) -> Ready {
    let Some((opportunity, mission)) = mission(p).filter(|(_, one)| one.charge.may_name) else {
        return Ready::Hidden;
    };
    let charge = &mission.charge;
    let other = charge.others.first().map(|(id, _)| (*id, true));
    let named = charge.named.first().map(|(id, _)| (*id, false));
    let Some((contact, there)) = other.or(named) else {
        return no("board-why-no-contacts");
    };
    let named = MissionCommand::InCharge {
        opportunity,
        contact,
        there,
        said: WORDS.into(),
    };
    asked(p, Ok(BoardCommand::Mission(named)))
}

pub(in crate::ui::panes::board) fn replace(p: &BoardPane) -> Ready {
    let running = |page: &&OpportunityPage| page.row.stage == Phase::Confirmed;
    let posts = p.ctx().me.may(Permission::PostOpportunities);
    let Some(page) = p
        .page()
        .filter(running)
        .filter(|page| posts && !page.both_sides)
    else {
        return Ready::Hidden;
    };
    let Some((person, _)) = page.successors.first() else {
        return no("board-why-no-successor");
    };
    let replace = MissionCommand::Replace {
        opportunity: page.row.id,
        person: *person,
        price: None,
        reason: WORDS.into(),
    };
    asked(p, Ok(BoardCommand::Mission(replace)))
}

pub(in crate::ui::panes::board) fn introduction(p: &BoardPane) -> Ready {
    match mission(p).is_some_and(|(_, one)| one.introduction.is_some()) {
        true => Ready::Yes,
        false => Ready::Hidden,
    }
}

/// Whether the mission is of another of their firms than the one they act for.
pub(in crate::ui::panes::board) fn firm_switch(p: &BoardPane) -> Ready {
    let other = mission(p).and_then(|(_, one)| one.of_firm.as_ref());
    match other {
        Some((firm, _)) => rules::ready(p.ctx(), Command::Firm(FirmCommand::ActFor(*firm))),
        None => Ready::Hidden,
    }
}
