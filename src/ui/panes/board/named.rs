//! The command that each key of the board would send for what is selected; the rules say whether it can. Where a
//! person is asked for words, a price or a number first, something stands for them. What is said here without
//! the rules is about the screen: nothing is selected, the page is still on its way, there is nothing to name.

mod decisions;
mod hands;
mod mission;

use self::decisions::candidate;
pub(super) use self::decisions::{
    accept, advise, agree, compare, draw, formula, judge, refuse, reopen, terms,
};
pub(super) use self::hands::{firm_switch, in_charge, introduction, pass, replace, take};
pub(super) use self::mission::{attendance, deliver, logistics, sessions, team};
use super::BoardPane;
use crate::desk::views::{OpportunityPage, ProposalRow};
use crate::domain::money::Money;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::credit::refusal::CreditRefusal;
use crate::domain::opportunity::proposal::{Revision, Verdict};
use crate::domain::opportunity::{BoardCommand, CreditCommand};
use crate::domain::person::Permission;
use crate::domain::request::Group;
use crate::domain::{Command, Refusal};
use crate::ui::frame::ListPane;
use crate::ui::frame::rules::{self, WORDS};
use crate::ui::kit::binding::{Ready, Reason};

/// A command, or why there is none to be named.
type Named = Result<BoardCommand, Ready>;

fn no(id: &'static str) -> Ready {
    Ready::No(Reason::new(id))
}

/// The page of what is selected, or why there is none.
fn page(p: &BoardPane) -> Result<&OpportunityPage, Ready> {
    if p.row().is_none() {
        return Err(no("board-why-nothing"));
    }
    p.page().ok_or_else(|| no("board-why-loading"))
}

/// The same for who may do such a thing anywhere; it is hidden from everybody else.
fn page_for(p: &BoardPane, permission: Permission) -> Result<&OpportunityPage, Ready> {
    match p.ctx().me.may(permission) {
        true => page(p),
        false => Err(Ready::Hidden),
    }
}

/// Whether the rules let it be done.
fn asked(p: &BoardPane, named: Named) -> Ready {
    match named {
        Ok(command) => rules::refused(p.ctx(), against(p, command)),
        Err(ready) => ready,
    }
}

/// What the rules have against a command. What would keep one from the step that comes first is said rather than
/// that it comes first.
pub(super) fn against(p: &BoardPane, command: BoardCommand) -> Option<Refusal> {
    let refusal = rules::against(p.ctx(), Command::Board(Box::new(command)));
    match refusal {
        Some(Refusal::Credit(CreditRefusal::OpenFirst(kind))) => {
            let first = page(p).ok().and_then(|page| opening(p, page, kind));
            let deeper = first.and_then(|first| against(p, first));
            Some(deeper.unwrap_or(Refusal::Credit(CreditRefusal::OpenFirst(kind))))
        }
        refusal => refusal,
    }
}

fn opening(p: &BoardPane, page: &OpportunityPage, kind: CreditKind) -> Option<BoardCommand> {
    let price = p.step_of(kind)?.price;
    Some(BoardCommand::Credit(CreditCommand::Open {
        opportunity: page.row.id,
        kind,
        price,
        reason: WORDS.into(),
    }))
}

pub(super) fn step(p: &BoardPane) -> Ready {
    let named = || {
        let page = page_for(p, Permission::Propose)?;
        let next = p.next_step().and_then(|step| opening(p, page, step.kind));
        next.ok_or_else(|| no("board-why-steps-taken"))
    };
    asked(p, named())
}

pub(super) fn direct(p: &BoardPane) -> Ready {
    let named = || {
        let page = page_for(p, Permission::Propose)?;
        opening(p, page, CreditKind::Contact).ok_or_else(|| no("board-why-loading"))
    };
    rules::already(asked(p, named()), "board-why-contact-open")
}

/// A new one is named as submitted; one that stands there can be worked on for as long as a draft is taken.
pub(super) fn propose(p: &BoardPane) -> Ready {
    let named = || {
        let page = page_for(p, Permission::Propose)?;
        let (minor, currency) = (100, page.currency);
        let bids = page.row.group == Group::ClientIntroduction;
        let revision = Revision {
            price: bids.then_some(Some(Money { minor, currency })),
            available: None,
            text: Some(WORDS.into()),
        };
        Ok(BoardCommand::Propose {
            opportunity: page.row.id,
            revision: Box::new(revision),
            submit: page.mine.is_none(),
        })
    };
    asked(p, named())
}

fn withdrawal(p: &BoardPane) -> Named {
    let page = page_for(p, Permission::Propose)?;
    let mine = page.mine.as_ref();
    let mine = mine.ok_or_else(|| no("board-why-no-proposal"))?;
    Ok(BoardCommand::Withdraw {
        proposal: mine.id,
        reason: WORDS.into(),
    })
}

pub(super) fn withdraw(p: &BoardPane) -> Ready {
    asked(p, withdrawal(p))
}

/// What is about the terms is shown only to whom they are for.
pub(super) fn confirm(p: &BoardPane) -> Ready {
    match p.page().is_some_and(|page| page.to_confirm) {
        true => asked(p, confirmation(p)),
        false => Ready::Hidden,
    }
}

pub(super) fn decline(p: &BoardPane) -> Ready {
    let Some(page) = p.page().filter(|page| page.may_decline) else {
        return Ready::Hidden;
    };
    let (opportunity, reason) = (page.row.id, WORDS.into());
    asked(
        p,
        Ok(BoardCommand::Decline {
            opportunity,
            reason,
        }),
    )
}

fn confirmation(p: &BoardPane) -> Named {
    let page = page(p)?;
    let agreement = page.agreement.as_ref();
    let (agreement, _) = agreement.ok_or_else(|| no("board-why-loading"))?;
    Ok(BoardCommand::Confirm {
        opportunity: page.row.id,
        agreement: Box::new(agreement.clone()),
        tranches: page
            .deal
            .as_ref()
            .map(|deal| deal.seen.clone())
            .unwrap_or_default(),
        consent: true,
    })
}

pub(super) fn end(p: &BoardPane) -> Ready {
    let named = || {
        let opportunity = page_for(p, Permission::PostOpportunities)?.row.id;
        Ok(BoardCommand::End {
            opportunity,
            why: p.ctx().sight.lists().first(),
            refund: false,
        })
    };
    asked(p, named())
}

pub(super) fn amend(p: &BoardPane) -> Ready {
    let named = || {
        let page = page_for(p, Permission::PostOpportunities)?;
        let notice = page.notice.clone();
        Ok(BoardCommand::Amend {
            opportunity: page.row.id,
            seen: page.notice_at,
            notice: notice.ok_or_else(|| no("board-why-loading"))?,
            description: None,
        })
    };
    match named() {
        Ok(command) => rules::opens(p.ctx(), Command::Board(Box::new(command))),
        Err(ready) => ready,
    }
}

pub(super) fn encourage(p: &BoardPane) -> Ready {
    let named = || {
        let page = page_for(p, Permission::PostOpportunities)?;
        let shown = |row: &ProposalRow| row.verdict == Verdict::Interesting && !row.promising;
        Ok(BoardCommand::Encourage(candidate(page, shown)?.id))
    };
    asked(p, named())
}

pub(super) fn favourite(p: &BoardPane) -> Ready {
    let row = p.row().ok_or_else(|| no("board-why-nothing"));
    asked(
        p,
        row.map(|row| BoardCommand::Favourite(row.id, !row.favourite)),
    )
}

/// Whether who looks grants credits.
pub(super) fn grant(p: &BoardPane) -> Ready {
    match p.ctx().me.may(Permission::GrantCredits) {
        true => Ready::Yes,
        false => Ready::Hidden,
    }
}

/// The money of a mission whose account who looks sees; elsewhere its key is for credits.
pub(super) fn account(p: &BoardPane) -> Ready {
    let row = p.row();
    match row.is_some_and(|row| p.ctx().sight.account_row(row.id).is_some()) {
        true => Ready::Yes,
        false => Ready::Hidden,
    }
}

/// One's own credits, or anybody's for who grants them.
pub(super) fn credits(p: &BoardPane) -> Ready {
    if account(p) == Ready::Yes {
        return Ready::Hidden;
    }
    match p.ctx().me.may(Permission::Propose) {
        true => Ready::Yes,
        false => grant(p),
    }
}

/// The request of the house's people, or the requests of a client.
pub(super) fn requests(p: &BoardPane) -> Ready {
    let me = &p.ctx().me;
    if me.may(Permission::ReadInbox) {
        return page(p).map_or_else(|ready| ready, |_| Ready::Yes);
    }
    match me
        .roles
        .contains(&crate::domain::person::Role::ClientContact)
    {
        true => Ready::Yes,
        false => Ready::Hidden,
    }
}

/// The client's page, for who may read requests.
pub(super) fn client(p: &BoardPane) -> Ready {
    match p.ctx().me.may(Permission::ReadInbox) {
        true => page(p).map_or_else(|ready| ready, |_| Ready::Yes),
        false => Ready::Hidden,
    }
}

/// In the rules' words, that nobody may do it who has not this right.
pub(super) fn denied(p: &BoardPane, permission: Permission) -> Option<Reason> {
    Some(p.ctx().teller().why(&Refusal::NotPermitted(permission)))
}
