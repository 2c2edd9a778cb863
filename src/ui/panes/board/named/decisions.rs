//! What the client decides, or the house on their word: which proposals are interesting, which is selected, that it
//! begins again.

use super::{against, asked, no, page_for};
use crate::desk::views::{DealPage, OpportunityPage, ProposalRow};
use crate::domain::opportunity::proposal::{ProposalStanding, Verdict};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{BoardCommand, DealCommand, Formula};
use crate::domain::person::Permission;
use crate::domain::{OpportunityId, Refusal};
use crate::ui::frame::ListPane;
use crate::ui::frame::rules::{self, WORDS};
use crate::ui::kit::binding::Ready;
use crate::ui::panes::board::BoardPane;

pub(super) fn submitted(page: &OpportunityPage) -> impl Iterator<Item = &ProposalRow> {
    let all = page.proposals.iter();
    all.filter(|row| row.state == ProposalStanding::Submitted)
}

/// The proposal that fits a decision, else one that stands before the client, else any.
pub(super) fn candidate(
    page: &OpportunityPage,
    fits: impl Fn(&ProposalRow) -> bool,
) -> Result<&ProposalRow, Ready> {
    let fitting = submitted(page).find(|row| fits(row));
    let found = fitting.or_else(|| submitted(page).next());
    let found = found.or_else(|| page.proposals.first());
    found.ok_or_else(|| no("board-why-no-proposals"))
}

pub(in crate::ui::panes::board) fn judge(p: &BoardPane, verdict: Verdict) -> Ready {
    let named = || {
        let page = decided_on(p)?;
        let proposal = candidate(page, |row| row.verdict != verdict)?.id;
        Ok(BoardCommand::Judge { proposal, verdict })
    };
    asked(p, named())
}

/// The page of what who looks decides on, as the client or on their word.
fn decided_on(p: &BoardPane) -> Result<&OpportunityPage, Ready> {
    let page = page_for(p, Permission::Qualify)?;
    if page.may_qualify {
        return Ok(page);
    }
    // Nothing is shown that a decision could be about: any decision is refused alike.
    let opportunity = page.row.id;
    let reason = WORDS.into();
    let any = BoardCommand::Reopen {
        opportunity,
        reason,
    };
    match against(p, any) {
        Some(
            refusal @ Refusal::Board(BoardRefusal::BothSides(_) | BoardRefusal::HouseSelects(_)),
        ) => Err(rules::refused(p.ctx(), Some(refusal))),
        _ => Err(no("board-why-not-client")),
    }
}

pub(in crate::ui::panes::board) fn compare(p: &BoardPane) -> Ready {
    match decided_on(p) {
        Ok(page) if page.proposals.len() > 1 => Ready::Yes,
        Ok(_) => no("board-why-nothing-to-compare"),
        Err(ready) => ready,
    }
}

pub(in crate::ui::panes::board) fn accept(p: &BoardPane) -> Ready {
    let named = || {
        let page = decided_on(p)?;
        let row = candidate(page, |row| row.lacks.is_empty())?;
        Ok(BoardCommand::Select {
            proposal: row.id,
            seen: row.read,
            advice: "".into(),
            formula: page.chooses_formula.then_some(Formula::Basic),
            said: WORDS.into(),
        })
    };
    match asked(p, named()) {
        Ready::No(refused) if refused.id == "refusal-already-selected" && can_reopen(p) => {
            no("board-why-selected")
        }
        ready => ready,
    }
}

/// What is about how it is paid is shown only to whom it is for.
pub(in crate::ui::panes::board) fn formula(p: &BoardPane) -> Ready {
    let Some(page) = p.page().filter(|page| page.may_choose) else {
        return Ready::Hidden;
    };
    let other = match page.row.formula.filter(|_| page.row.chosen) {
        Some(Formula::Basic) => Formula::R0,
        Some(Formula::R0) | None => Formula::Basic,
    };
    asked(
        p,
        Ok(BoardCommand::Choose {
            opportunity: page.row.id,
            formula: other,
            said: WORDS.into(),
        }),
    )
}

/// What is about agreeing to the terms is shown only to whom it is for.
pub(in crate::ui::panes::board) fn agree(p: &BoardPane) -> Ready {
    let Some((opportunity, deal)) = open_deal(p).filter(|(_, deal)| deal.may_agree) else {
        return Ready::Hidden;
    };
    let agree = DealCommand::Agree {
        opportunity,
        agreement: Box::new(deal.agreement.clone()),
        tranches: deal.seen.clone(),
        said: WORDS.into(),
    };
    asked(p, Ok(BoardCommand::Deal(agree)))
}

/// What is about refusing them, too.
pub(in crate::ui::panes::board) fn refuse(p: &BoardPane) -> Ready {
    let Some((opportunity, _)) = open_deal(p).filter(|(_, deal)| deal.may_refuse) else {
        return Ready::Hidden;
    };
    let refuse = DealCommand::Refuse {
        opportunity,
        reason: WORDS.into(),
        said: WORDS.into(),
    };
    asked(p, Ok(BoardCommand::Deal(refuse)))
}

/// And about writing them.
pub(in crate::ui::panes::board) fn draw(p: &BoardPane) -> Ready {
    match open_deal(p).filter(|(_, deal)| deal.may_draw) {
        Some(_) => Ready::Yes,
        None => Ready::Hidden,
    }
}

/// Whether there are terms to be read.
pub(in crate::ui::panes::board) fn terms(p: &BoardPane) -> Ready {
    match p.page().is_some_and(|page| page.deal.is_some()) {
        true => Ready::Yes,
        false => Ready::Hidden,
    }
}

/// The terms of what is selected, until they are agreed.
fn open_deal(p: &BoardPane) -> Option<(OpportunityId, &DealPage)> {
    let page = p.page()?;
    let deal = page.deal.as_ref().filter(|deal| !deal.agreed)?;
    Some((page.row.id, deal))
}

fn can_reopen(p: &BoardPane) -> bool {
    reopen(p) == Ready::Yes
}

pub(in crate::ui::panes::board) fn reopen(p: &BoardPane) -> Ready {
    let named = || {
        let opportunity = page_for(p, Permission::Qualify)?.row.id;
        let reason = WORDS.into();
        Ok(BoardCommand::Reopen {
            opportunity,
            reason,
        })
    };
    asked(p, named())
}

/// Whether those who were not selected can be told something in the client's own words.
pub(in crate::ui::panes::board) fn advise(p: &BoardPane) -> Ready {
    let named = || {
        let opportunity = page_for(p, Permission::Qualify)?.row.id;
        let words = WORDS.into();
        Ok(BoardCommand::Advise { opportunity, words })
    };
    asked(p, named())
}
