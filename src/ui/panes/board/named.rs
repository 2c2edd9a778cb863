//! The command that each key of the board would send for what is selected; the rules say whether it can. Where a
//! person is asked for words, a price or a number first, something stands for them. What is said here without
//! the rules is about the screen: nothing is selected, the page is still on its way, there is nothing to name.

use super::BoardPane;
use crate::desk::views::{MissionPage, OpportunityPage, ProposalRow};
use crate::domain::money::Money;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::credit::refusal::CreditRefusal;
use crate::domain::opportunity::mission::Session;
use crate::domain::opportunity::mission::refusal::MissionRefusal;
use crate::domain::opportunity::proposal::{Revision, Standing, Verdict};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{Command as Board, Ending};
use crate::domain::person::Permission;
use crate::domain::request::Group;
use crate::domain::terms::MissionRole;
use crate::domain::{Command, OpportunityId, Refusal};
use crate::ui::frame::ListPane;
use crate::ui::frame::rules::{self, WORDS};
use crate::ui::kit::binding::{Ready, Reason};

/// A command, or why there is none to be named.
type Named = Result<Board, Ready>;

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
fn against(p: &BoardPane, command: Board) -> Option<Refusal> {
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

fn opening(p: &BoardPane, page: &OpportunityPage, kind: CreditKind) -> Option<Board> {
    let price = p.step_of(kind)?.price;
    Some(Board::Open {
        opportunity: page.row.id,
        kind,
        price,
        reason: WORDS.into(),
    })
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
        Ok(Board::Propose {
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
    Ok(Board::Withdraw {
        proposal: mine.id,
        reason: WORDS.into(),
    })
}

pub(super) fn withdraw(p: &BoardPane) -> Ready {
    asked(p, withdrawal(p))
}

fn submitted(page: &OpportunityPage) -> impl Iterator<Item = &ProposalRow> {
    let all = page.proposals.iter();
    all.filter(|row| row.state == Standing::Submitted)
}

/// The proposal that fits a decision, else one that stands before the client, else any.
fn candidate(
    page: &OpportunityPage,
    fits: impl Fn(&ProposalRow) -> bool,
) -> Result<&ProposalRow, Ready> {
    let fitting = submitted(page).find(|row| fits(row));
    let found = fitting.or_else(|| submitted(page).next());
    let found = found.or_else(|| page.proposals.first());
    found.ok_or_else(|| no("board-why-no-proposals"))
}

pub(super) fn judge(p: &BoardPane, verdict: Verdict) -> Ready {
    let named = || {
        let page = decided_on(p)?;
        let proposal = candidate(page, |row| row.verdict != verdict)?.id;
        Ok(Board::Judge { proposal, verdict })
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
    let any = Board::Reopen {
        opportunity,
        reason,
    };
    match against(p, any) {
        Some(refusal @ Refusal::Board(BoardRefusal::BothSides(_))) => {
            Err(rules::refused(p.ctx(), Some(refusal)))
        }
        _ => Err(no("board-why-not-client")),
    }
}

pub(super) fn compare(p: &BoardPane) -> Ready {
    match decided_on(p) {
        Ok(page) if page.proposals.len() > 1 => Ready::Yes,
        Ok(_) => no("board-why-nothing-to-compare"),
        Err(ready) => ready,
    }
}

/// What is about the terms is shown only to whom they are for.
pub(super) fn confirm(p: &BoardPane) -> Ready {
    match p.page().is_some_and(|page| page.to_confirm) {
        true => asked(p, confirmation(p)),
        false => Ready::Hidden,
    }
}

pub(super) fn decline(p: &BoardPane) -> Ready {
    let Some(page) = p.page().filter(|page| page.to_confirm) else {
        return Ready::Hidden;
    };
    let (opportunity, reason) = (page.row.id, WORDS.into());
    asked(
        p,
        Ok(Board::Decline {
            opportunity,
            reason,
        }),
    )
}

pub(super) fn accept(p: &BoardPane) -> Ready {
    let named = || {
        let page = decided_on(p)?;
        let row = candidate(page, |row| row.lacks.is_empty())?;
        Ok(Board::Select {
            proposal: row.id,
            seen: row.read,
            advice: "".into(),
        })
    };
    match asked(p, named()) {
        Ready::No(refused) if refused.id == "refusal-already-selected" && can_reopen(p) => {
            no("board-why-selected")
        }
        ready => ready,
    }
}

fn confirmation(p: &BoardPane) -> Named {
    let page = page(p)?;
    let agreement = page.agreement.as_ref();
    let (agreement, _) = agreement.ok_or_else(|| no("board-why-loading"))?;
    Ok(Board::Confirm {
        opportunity: page.row.id,
        agreement: Box::new(agreement.clone()),
        consent: true,
    })
}

pub(super) fn reopen(p: &BoardPane) -> Ready {
    let named = || {
        let opportunity = page_for(p, Permission::Qualify)?.row.id;
        let reason = WORDS.into();
        Ok(Board::Reopen {
            opportunity,
            reason,
        })
    };
    asked(p, named())
}

/// Whether those who were not selected can be told something in the client's own words.
pub(super) fn advise(p: &BoardPane) -> Ready {
    let named = || {
        let opportunity = page_for(p, Permission::Qualify)?.row.id;
        let words = WORDS.into();
        Ok(Board::Advise { opportunity, words })
    };
    asked(p, named())
}

fn can_reopen(p: &BoardPane) -> bool {
    reopen(p) == Ready::Yes
}

pub(super) fn end(p: &BoardPane) -> Ready {
    let named = || {
        let opportunity = page_for(p, Permission::PostOpportunities)?.row.id;
        Ok(Board::End {
            opportunity,
            why: Ending::Silent,
            refund: false,
        })
    };
    asked(p, named())
}

pub(super) fn amend(p: &BoardPane) -> Ready {
    let named = || {
        let page = page_for(p, Permission::PostOpportunities)?;
        let notice = page.notice.clone();
        Ok(Board::Amend {
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
        Ok(Board::Encourage(candidate(page, shown)?.id))
    };
    asked(p, named())
}

pub(super) fn favourite(p: &BoardPane) -> Ready {
    let row = p.row().ok_or_else(|| no("board-why-nothing"));
    asked(p, row.map(|row| Board::Favourite(row.id, !row.favourite)))
}

/// The mission of what is selected, for who may run missions.
fn mission_of(p: &BoardPane) -> Result<(OpportunityId, &MissionPage), Ready> {
    let page = page_for(p, Permission::RunMissions)?;
    let mission = page.mission.as_ref();
    let none = || {
        rules::refused(
            p.ctx(),
            Some(Refusal::Mission(MissionRefusal::NotAMission(page.row.id))),
        )
    };
    Ok((page.row.id, mission.ok_or_else(none)?))
}

/// Whether the rules let it be done in a mission.
fn in_mission(p: &BoardPane, named: Named) -> Ready {
    match asked(p, named) {
        Ready::No(Reason { id, args }) if id == "refusal-not-yours" => Ready::No(Reason {
            id: "board-why-not-coordinator".into(),
            args,
        }),
        ready => ready,
    }
}

/// Somebody of the team to be taken out, or somebody to be taken in.
pub(super) fn team(p: &BoardPane) -> Ready {
    let named = || {
        let (opportunity, mission) = mission_of(p)?;
        let out = mission.team.first().map(|(person, ..)| (*person, None));
        let first = mission.candidates.first();
        let taken_in = || first.map(|(person, _)| (*person, Some(MissionRole::Observer)));
        let coordinator = (mission.coordinator.0, None);
        let (person, role) = out.or_else(taken_in).unwrap_or(coordinator);
        Ok(Board::Team {
            opportunity,
            person,
            role,
        })
    };
    let ready = in_mission(p, named());
    rules::named(ready, "refusal-one-coordinator", "board-why-no-team")
}

pub(super) fn sessions(p: &BoardPane) -> Ready {
    let named = || {
        let (opportunity, _) = mission_of(p)?;
        let session = Session {
            at: rules::soon(p.ctx()),
            place: "".into(),
            by: None,
            attended: None,
        };
        Ok(Board::AddSession {
            opportunity,
            session,
        })
    };
    in_mission(p, named())
}

pub(super) fn logistics(p: &BoardPane) -> Ready {
    let named = || {
        let (opportunity, mission) = mission_of(p)?;
        let first = mission.tasks.first();
        let (task, done) = first.ok_or_else(|| no("board-why-loading"))?;
        Ok(Board::Tick {
            opportunity,
            task: *task,
            done: !done,
        })
    };
    in_mission(p, named())
}

/// The first session is the one that has begun when any has. Of none the rules still say who may count.
pub(super) fn attendance(p: &BoardPane) -> Ready {
    let named = || {
        let (opportunity, mission) = mission_of(p)?;
        let first = mission.planned.first();
        let (at, was) = first.map_or((0, None), |first| (first.at, first.attended));
        Ok(Board::Attend {
            opportunity,
            session: 0,
            at,
            was,
            attended: u32::from(was == Some(0)),
        })
    };
    let ready = in_mission(p, named());
    rules::named(ready, "refusal-no-such-thing", "board-why-no-sessions")
}

pub(super) fn deliver(p: &BoardPane) -> Ready {
    let named = || {
        let (opportunity, _) = mission_of(p)?;
        let note = WORDS.into();
        Ok(Board::Deliver { opportunity, note })
    };
    in_mission(p, named())
}

/// Whether who looks grants credits.
pub(super) fn grant(p: &BoardPane) -> Ready {
    match p.ctx().me.may(Permission::GrantCredits) {
        true => Ready::Yes,
        false => Ready::Hidden,
    }
}

/// One's own credits, or anybody's for who grants them.
pub(super) fn credits(p: &BoardPane) -> Ready {
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

/// In the rules' words, that nobody may do it who has not this right.
pub(super) fn denied(p: &BoardPane, permission: Permission) -> Option<Reason> {
    Some(p.ctx().teller().why(&Refusal::NotPermitted(permission)))
}
