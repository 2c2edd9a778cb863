//! The step that each key of the office would take with what is selected; the rules say whether it can. Where a person
//! is asked for words or a day first, something stands for them. What is said here without the rules is about the
//! screen: nothing is selected, there is one version only.

use super::OfficePane;
use crate::desk::views::{QuotationRow, SeenStage};
use crate::domain::Command;
use crate::domain::person::Permission;
use crate::domain::quotation::{Desk, QuotationCommand};
use crate::ui::frame::rules::{self, WORDS};
use crate::ui::frame::{Focus, ListPane};
use crate::ui::kit::binding::{Ready, Reason};

/// What only staff do is not there for a client; without a quotation there is nothing to be done.
fn staff(p: &OfficePane) -> Result<&QuotationRow, Ready> {
    match p.as_client() {
        true => Err(Ready::Hidden),
        false => something(p),
    }
}

fn something(p: &OfficePane) -> Result<&QuotationRow, Ready> {
    let none = || Ready::No(Reason::new("why-no-quotation"));
    p.selected().ok_or_else(none)
}

/// Whether the rules let this step be taken.
fn asked(p: &OfficePane, step: Result<QuotationCommand, Ready>) -> Ready {
    match step {
        Ok(step) => rules::ready(p.ctx(), Command::Quotation(Box::new(step))),
        Err(ready) => ready,
    }
}

/// The same of what is filled in first.
fn opens(p: &OfficePane, step: Result<QuotationCommand, Ready>) -> Ready {
    match step {
        Ok(step) => rules::opens(p.ctx(), Command::Quotation(Box::new(step))),
        Err(ready) => ready,
    }
}

pub(super) fn hand_over(p: &OfficePane) -> Ready {
    asked(p, staff(p).map(|row| p.next_step(row)))
}

/// What is written where it stands: the brief, the lines, the texts.
pub(super) fn edit(p: &OfficePane) -> Ready {
    let step = staff(p).and_then(|row| match row.at {
        Some(Desk::Verification) => Err(Ready::No(Reason::new("why-verify"))),
        Some(Desk::Pricing) => Ok(QuotationCommand::Price {
            quotation: row.id,
            seen: p.latest(),
            currency: p.ctx().sight.currency_for(row.id),
            lines: Vec::new(),
            note: "".into(),
            valid_until: None,
        }),
        Some(Desk::Assembly) => Ok(QuotationCommand::Assemble {
            quotation: row.id,
            seen: p.latest(),
            project: WORDS.into(),
            conditions: WORDS.into(),
            valid_until: Some(rules::soon(p.ctx())),
        }),
        Some(Desk::Brief) | None => briefed(p, row),
    });
    opens(p, step)
}

fn briefed(p: &OfficePane, row: &QuotationRow) -> Result<QuotationCommand, Ready> {
    let brief = p.view.as_ref().and_then(|view| view.brief.clone());
    let none = || Ready::No(Reason::new("why-no-quotation"));
    Ok(QuotationCommand::Brief {
        quotation: row.id,
        brief: Box::new(brief.ok_or_else(none)?),
        asked: Some(WORDS.into()),
    })
}

pub(super) fn written(p: &OfficePane) -> Ready {
    opens(p, staff(p).and_then(|row| briefed(p, row)))
}

pub(super) fn back_desk(p: &OfficePane) -> Ready {
    let step = staff(p).map(|row| {
        let from = row.at.unwrap_or(Desk::Brief);
        let to = from.back_to().first().copied();
        QuotationCommand::Return {
            quotation: row.id,
            from,
            to: to.unwrap_or(Desk::Brief),
            reason: WORDS.into(),
        }
    });
    rules::named(asked(p, step), "refusal-no-such-thing", "why-at-first-desk")
}

pub(super) fn accept(p: &OfficePane) -> Ready {
    let sent = p.view.as_ref().and_then(|view| view.sent_version);
    asked(
        p,
        something(p).map(|row| QuotationCommand::Accept {
            quotation: row.id,
            version: sent.unwrap_or_default(),
            words: "".into(),
        }),
    )
}

pub(super) fn decline(p: &OfficePane) -> Ready {
    asked(
        p,
        something(p).map(|row| QuotationCommand::Decline {
            quotation: row.id,
            reason: WORDS.into(),
        }),
    )
}

/// Posting is offered of what the client accepted.
pub(super) fn post(p: &OfficePane) -> Ready {
    match p
        .selected()
        .is_some_and(|row| row.stage == SeenStage::Accepted)
    {
        true => posting(p),
        false => Ready::Hidden,
    }
}

pub(super) fn posting(p: &OfficePane) -> Ready {
    match staff(p) {
        Ok(row) => rules::opens(p.ctx(), rules::posting(p.ctx(), row.request, Some(row.id))),
        Err(ready) => ready,
    }
}

pub(super) fn versions(p: &OfficePane) -> Ready {
    let several = p.view.as_ref().is_some_and(|view| view.versions.len() > 1);
    match staff(p) {
        Ok(_) => Ready::when(several, "why-one-version", &[]),
        Err(ready) => ready,
    }
}

pub(super) fn paper(p: &OfficePane) -> Ready {
    let some = p.view.as_ref().is_some_and(|view| view.current().is_some());
    match something(p) {
        Ok(_) => Ready::when(some, "why-no-version", &[]),
        Err(ready) => ready,
    }
}

/// Which request is asked for; who may begin none is told so.
pub(super) fn begin(p: &OfficePane) -> Ready {
    match (p.as_client(), p.ctx().me.may(Permission::Quote)) {
        (true, _) => Ready::Hidden,
        (false, true) => Ready::Yes,
        (false, false) => rules::denied(p.ctx(), Permission::Quote),
    }
}

pub(super) fn extend(p: &OfficePane) -> Ready {
    let step = staff(p).map(|row| QuotationCommand::Extend {
        quotation: row.id,
        until: rules::soon(p.ctx()),
    });
    opens(p, step)
}

pub(super) fn tag(p: &OfficePane) -> Ready {
    let step = staff(p).map(|row| QuotationCommand::Tag {
        quotation: row.id,
        tag: WORDS.into(),
        there: true,
    });
    opens(p, step)
}

pub(super) fn recap(p: &OfficePane) -> Ready {
    match p.as_client() {
        true => Ready::Hidden,
        false => Ready::Yes,
    }
}

pub(super) fn give_up(p: &OfficePane) -> Ready {
    asked(
        p,
        staff(p).map(|row| QuotationCommand::Drop {
            quotation: row.id,
            reason: WORDS.into(),
        }),
    )
}

/// Where the client's no is possible, both are behind its key.
pub(super) fn give_up_shown(p: &OfficePane) -> Ready {
    match decline(p) {
        Ready::Yes => Ready::Hidden,
        _ => give_up(p),
    }
}

pub(super) fn asked_shown(p: &OfficePane) -> Ready {
    match p.selected().is_some_and(|row| row.at == Some(Desk::Brief)) {
        true => written(p),
        false => Ready::Hidden,
    }
}

pub(super) fn request(p: &OfficePane) -> Ready {
    match (staff(p), p.ctx().me.may(Permission::ReadInbox)) {
        (Ok(_), true) => Ready::Yes,
        (Ok(_), false) => Ready::Hidden,
        (Err(ready), _) => ready,
    }
}

pub(super) fn open(p: &OfficePane) -> Ready {
    match (p.frame.browse.focus, something(p)) {
        (Focus::Card, _) => Ready::Hidden,
        (Focus::List, Ok(_)) => Ready::Yes,
        (Focus::List, Err(ready)) => ready,
    }
}
