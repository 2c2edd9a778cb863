//! Whether something can be done on the board now, and why not: what would make it pass. The rules
//! themselves are the desk's; this says beforehand what they would say.

use super::BoardPane;
use crate::desk::views::{MissionPage, OpportunityPage, ProposalRow, StepState};
use crate::domain::Refusal;
use crate::domain::opportunity::credit::{ContactClock, CreditKind};
use crate::domain::opportunity::proposal::Standing as ProposalState;
use crate::domain::person::{Permission, Role};
use crate::ui::frame::ListPane;
use crate::ui::kit::binding::{Ready, Reason};
use crate::ui::kit::texts::Arg;

/// A reason that is a refusal of the rules, in its words.
pub(super) fn refused(p: &BoardPane, refusal: &Refusal) -> Ready {
    let words = p.ctx().teller().refusal(refusal);
    Ready::No(Reason {
        id: "board-why",
        args: vec![("why", Arg::Text(words))],
    })
}

pub(super) fn no(id: &'static str) -> Ready {
    Ready::No(Reason::new(id))
}

/// The page of what is selected, or why there is none.
fn page(p: &BoardPane) -> Result<&OpportunityPage, Ready> {
    if p.row().is_none() {
        return Err(no("board-why-nothing"));
    }
    p.page().ok_or_else(|| no("board-why-loading"))
}

/// What is not for facilitators of this house is hidden from everybody else.
fn of_facilitator(p: &BoardPane) -> Result<&OpportunityPage, Ready> {
    if !p.ctx().me.roles.contains(&Role::Facilitator) {
        return Err(Ready::Hidden);
    }
    page(p)
}

fn checked(found: Result<(), Ready>) -> Ready {
    match found {
        Ok(()) => Ready::Yes,
        Err(ready) => ready,
    }
}

fn pending(p: &BoardPane, page: &OpportunityPage) -> Result<(), Ready> {
    if page.row.stage == "open" {
        Ok(())
    } else {
        Err(refused(p, &Refusal::NotPending(page.row.id)))
    }
}

/// Whether proposals are taken: nothing is sold or applied for after that (BRD-12).
fn takes(p: &BoardPane, page: &OpportunityPage) -> Result<(), Ready> {
    pending(p, page)?;
    let at = page.row.deadline;
    if at <= p.ctx().now {
        return Err(refused(p, &Refusal::ProposalsClosed { at }));
    }
    Ok(())
}

fn eligible(p: &BoardPane, page: &OpportunityPage) -> Result<(), Ready> {
    if page.lacks.is_empty() {
        Ok(())
    } else {
        Err(refused(p, &Refusal::NotEligible(page.lacks.clone())))
    }
}

fn affordable(p: &BoardPane, step: StepState) -> Result<(), Ready> {
    if step.left >= step.price {
        return Ok(());
    }
    let (kind, left, price) = (step.kind, step.left, step.price);
    Err(refused(p, &Refusal::NotEnoughCredits { kind, left, price }))
}

pub(super) fn step(p: &BoardPane) -> Ready {
    let check = || {
        let page = of_facilitator(p)?;
        takes(p, page)?;
        let step = p.next_step().ok_or_else(|| no("board-why-steps-taken"))?;
        if step.kind == CreditKind::Offer {
            eligible(p, page)?;
        }
        affordable(p, step)
    };
    checked(check())
}

pub(super) fn direct(p: &BoardPane) -> Ready {
    let check = || {
        let page = of_facilitator(p)?;
        match page.clock {
            None | Some(ContactClock::Open) => return Err(no("board-why-contact-open")),
            Some(ContactClock::HouseHolds) => return Err(refused(p, &Refusal::HouseHoldsClient)),
            Some(ContactClock::Over) => takes(p, page)?,
            Some(
                ContactClock::NoAnswer
                | ContactClock::Urgent
                | ContactClock::At(_)
                | ContactClock::NothingAsked
                | ContactClock::Answered,
            ) => takes(p, page)?,
        }
        let opened = p.step_of(CreditKind::Consultation);
        if !opened.is_some_and(|step| step.open) {
            let first = Refusal::OpenFirst(CreditKind::Consultation);
            return Err(refused(p, &first));
        }
        eligible(p, page)?;
        match p.step_of(CreditKind::Contact) {
            Some(step) => affordable(p, step),
            None => Ok(()),
        }
    };
    checked(check())
}

pub(super) fn propose(p: &BoardPane) -> Ready {
    let check = || {
        let page = of_facilitator(p)?;
        match &page.mine {
            Some(mine) if mine.editable => return Ok(()),
            Some(mine) if mine.key == "selected" => {
                return Err(refused(p, &Refusal::DeclineInstead(page.row.id)));
            }
            Some(_) => return Err(refused(p, &Refusal::IsSettled(page.row.id))),
            None => takes(p, page)?,
        }
        let offer = p.step_of(CreditKind::Offer);
        if offer.is_some_and(|step| step.open) {
            return Ok(());
        }
        // What would keep one from the step is said rather than the step.
        eligible(p, page)?;
        let consulted = p.step_of(CreditKind::Consultation);
        let consulted = consulted.is_some_and(|step| step.open);
        let first = if consulted {
            CreditKind::Offer
        } else {
            CreditKind::Consultation
        };
        Err(refused(p, &Refusal::OpenFirst(first)))
    };
    checked(check())
}

pub(super) fn withdraw(p: &BoardPane) -> Ready {
    let check = || {
        let page = of_facilitator(p)?;
        match page.mine.as_ref().map(|mine| mine.key) {
            None => Err(no("board-why-no-proposal")),
            Some("draft" | "submitted" | "interesting" | "not_interesting") => Ok(()),
            Some("selected") => Err(refused(p, &Refusal::DeclineInstead(page.row.id))),
            Some(_) => Err(refused(p, &Refusal::IsSettled(page.row.id))),
        }
    };
    checked(check())
}

/// Whether who looks may speak as the client or for them.
fn qualifies(p: &BoardPane) -> Result<&OpportunityPage, Ready> {
    if !p.ctx().me.may(Permission::Qualify) {
        return Err(Ready::Hidden);
    }
    let page = page(p)?;
    if page.may_qualify {
        Ok(page)
    } else if page.both_sides {
        Err(refused(p, &Refusal::BothSides(page.row.id)))
    } else {
        Err(no("board-why-not-client"))
    }
}

fn submitted(page: &OpportunityPage) -> impl Iterator<Item = &ProposalRow> {
    let all = page.proposals.iter();
    all.filter(|row| row.state == ProposalState::Submitted)
}

pub(super) fn judge(p: &BoardPane) -> Ready {
    let check = || {
        let page = qualifies(p)?;
        pending(p, page)?;
        match submitted(page).next() {
            Some(_) => Ok(()),
            None => Err(no("board-why-no-proposals")),
        }
    };
    checked(check())
}

pub(super) fn compare(p: &BoardPane) -> Ready {
    let check = || {
        let page = qualifies(p)?;
        match page.proposals.len() {
            0 | 1 => Err(no("board-why-nothing-to-compare")),
            _ => Ok(()),
        }
    };
    checked(check())
}

/// One key for both sides of a selection: the client selects, the winner confirms.
pub(super) fn accept(p: &BoardPane) -> Ready {
    if p.page().is_some_and(|page| page.to_confirm) {
        return Ready::Yes;
    }
    let check = || {
        let page = qualifies(p)?;
        if page.row.stage == "selected" {
            return Err(no("board-why-selected"));
        }
        pending(p, page)?;
        let fit = submitted(page).any(|row| row.lacks.is_empty());
        match (submitted(page).next(), fit) {
            (None, _) => Err(no("board-why-no-proposals")),
            (Some(_), true) => Ok(()),
            (Some(row), false) => Err(refused(p, &Refusal::NotEligible(row.lacks.clone()))),
        }
    };
    checked(check())
}

pub(super) fn reopen(p: &BoardPane) -> Ready {
    let check = || {
        let page = qualifies(p)?;
        if page.row.stage == "selected" {
            Ok(())
        } else {
            Err(refused(p, &Refusal::NothingSelected(page.row.id)))
        }
    };
    checked(check())
}

/// One key for both sides of an end: the house takes it off the board, the winner declines.
pub(super) fn end(p: &BoardPane) -> Ready {
    if p.page().is_some_and(|page| page.to_confirm) {
        return Ready::Yes;
    }
    let check = || {
        let page = posts(p)?;
        match page.row.stage {
            "ended" | "delivered" => Err(refused(p, &Refusal::NotPending(page.row.id))),
            _ => Ok(()),
        }
    };
    checked(check())
}

fn posts(p: &BoardPane) -> Result<&OpportunityPage, Ready> {
    if !p.ctx().me.may(Permission::PostOpportunities) {
        return Err(Ready::Hidden);
    }
    page(p)
}

pub(super) fn amend(p: &BoardPane) -> Ready {
    checked(posts(p).and_then(|page| pending(p, page)))
}

pub(super) fn encourage(p: &BoardPane) -> Ready {
    let check = || {
        let page = posts(p)?;
        pending(p, page)?;
        let shown = submitted(page).filter(|row| row.key == "interesting");
        let told: Vec<bool> = shown.map(|row| row.promising).collect();
        match (told.contains(&false), told.is_empty()) {
            (true, _) => Ok(()),
            (false, true) => Err(refused(p, &Refusal::NoInterestShown)),
            (false, false) => Err(refused(p, &Refusal::AlreadySo)),
        }
    };
    checked(check())
}

pub(super) fn grant(p: &BoardPane) -> Ready {
    if p.ctx().me.may(Permission::GrantCredits) {
        Ready::Yes
    } else {
        Ready::Hidden
    }
}

/// One's own credits, or anybody's for who grants them.
pub(super) fn credits(p: &BoardPane) -> Ready {
    if p.ctx().me.roles.contains(&Role::Facilitator) {
        Ready::Yes
    } else {
        grant(p)
    }
}

/// The request of the house's people, or the requests of a client.
pub(super) fn requests(p: &BoardPane) -> Ready {
    let me = &p.ctx().me;
    if me.may(Permission::ReadInbox) {
        return checked(page(p).map(|_| ()));
    }
    if me.roles.contains(&Role::ClientContact) {
        Ready::Yes
    } else {
        Ready::Hidden
    }
}

/// The mission of what is selected, for who may run it.
fn running(p: &BoardPane) -> Result<&MissionPage, Ready> {
    if !p.ctx().me.may(Permission::RunMissions) {
        return Err(Ready::Hidden);
    }
    let page = page(p)?;
    let id = page.row.id;
    match &page.mission {
        Some(mission) if mission.may_run => Ok(mission),
        Some(_) if page.row.stage != "confirmed" => Err(refused(p, &Refusal::NotPending(id))),
        Some(mission) => {
            let who = Arg::Text(mission.coordinator.1.clone());
            Err(Ready::No(Reason {
                id: "board-why-not-coordinator",
                args: vec![("who", who)],
            }))
        }
        None => Err(refused(p, &Refusal::NotAMission(id))),
    }
}

pub(super) fn run(p: &BoardPane) -> Ready {
    checked(running(p).map(|_| ()))
}

pub(super) fn attendance(p: &BoardPane) -> Ready {
    let check = || {
        let mission = running(p)?;
        let first = mission.sessions.iter().map(|session| session.at).min();
        match first {
            None => Err(no("board-why-no-sessions")),
            Some(at) if at > p.ctx().now => Err(refused(p, &Refusal::NotYet { at })),
            Some(_) => Ok(()),
        }
    };
    checked(check())
}

pub(super) fn favourite(p: &BoardPane) -> Ready {
    Ready::when(p.row().is_some(), "board-why-nothing", &[])
}
