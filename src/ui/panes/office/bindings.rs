//! What can be done with quotations: one table feeds dispatch, footer, `?`, `:` and the README.

use super::OfficePane;
use crate::desk::views::{QuotationRow, QuotationStage};
use crate::domain::Command;
use crate::domain::person::Permission;
use crate::domain::quotation::{Command as Step, Desk};
use crate::ui::frame::choose::{self, Way};
use crate::ui::frame::rules::{self, WORDS};
use crate::ui::frame::{Focus, ListPane, common};
use crate::ui::kit::binding::{Binding, Ready, Reason, Scope, bind};

/// The office as a place.
pub static SCOPE: Scope<OfficePane> = Scope {
    id: "office",
    bindings: BINDINGS,
};

static BINDINGS: &[Binding<OfficePane>] = &[
    bind("open-quotation", &["Enter", "Right"], 60, open_ready, |p| {
        p.open_card()
    }),
    common::back(),
    common::to_list(),
    bind("hand-over", &["R"], 99, hand_over_ready, |p| p.hand_over()),
    bind("edit-quotation", &["e"], 98, edit_ready, |p| {
        let title = p.titled("form-brief");
        choose::choose(p, title, &EDITS);
    }),
    bind(
        "write-asked",
        &[],
        97,
        |p| rules::or_hidden(asked_ready(p)),
        |p| p.write_asked(),
    ),
    bind("accept", &["y"], 96, accept_ready, |p| p.ask_accept()),
    bind("decline", &["x"], 95, decline_ready, |p| {
        let title = p.titled("ask-decline");
        choose::choose(p, title, &NO);
    }),
    bind("post-accepted", &["p"], 94, post_ready, |p| p.post()),
    bind("give-back", &["B"], 93, back_desk_ready, |p| p.ask_return()),
    bind("versions", &["="], 90, versions_ready, |p| p.ask_versions()),
    bind("write-paper", &["A"], 89, paper_ready, |p| p.ask_paper()),
    common::filter(),
    common::sort(),
    common::whole(),
    common::copy(),
    bind("begin-quotation", &["n"], 80, begin_ready, |p| {
        p.ask_request()
    }),
    bind(
        "extend",
        &["d"],
        70,
        |p| rules::or_hidden(extend_ready(p)),
        |p| p.ask_extend(),
    ),
    bind("tag", &["t"], 69, tag_ready, |p| p.ask_tag()),
    bind("recap", &["f"], 68, recap_ready, |p| p.ask_recap()),
    bind("give-up", &["x"], 50, give_up_shown, |p| p.ask_give_up()),
    bind("to-request", &["O"], 45, request_ready, |p| {
        p.open_request()
    }),
];

/// What can be done with one from a page that names it.
pub(super) const AFAR: [&str; 13] = [
    "hand-over",
    "edit-quotation",
    "write-asked",
    "accept",
    "decline",
    "post-accepted",
    "give-back",
    "versions",
    "write-paper",
    "extend",
    "tag",
    "give-up",
    "to-request",
];

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
fn asked(p: &OfficePane, step: Result<Step, Ready>) -> Ready {
    match step {
        Ok(step) => rules::ready(p.ctx(), Command::Quotation(Box::new(step))),
        Err(ready) => ready,
    }
}

/// The same of what is filled in first.
fn opens(p: &OfficePane, step: Result<Step, Ready>) -> Ready {
    match step {
        Ok(step) => rules::opens(p.ctx(), Command::Quotation(Box::new(step))),
        Err(ready) => ready,
    }
}

fn hand_over_ready(p: &OfficePane) -> Ready {
    asked(p, staff(p).map(|row| p.next_step(row)))
}

/// What is written where it stands: the brief, the lines, the texts.
fn edit_ready(p: &OfficePane) -> Ready {
    let step = staff(p).and_then(|row| match row.at {
        Some(Desk::Verification) => Err(Ready::No(Reason::new("why-verify"))),
        Some(Desk::Pricing) => Ok(Step::Price {
            quotation: row.id,
            seen: p.latest(),
            currency: p.ctx().sight.currency_for(row.id),
            lines: Vec::new(),
            note: "".into(),
            valid_until: None,
        }),
        Some(Desk::Assembly) => Ok(Step::Assemble {
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

fn briefed(p: &OfficePane, row: &QuotationRow) -> Result<Step, Ready> {
    let brief = p.view.as_ref().and_then(|view| view.brief.clone());
    let none = || Ready::No(Reason::new("why-no-quotation"));
    Ok(Step::Brief {
        quotation: row.id,
        brief: Box::new(brief.ok_or_else(none)?),
        asked: Some(WORDS.into()),
    })
}

fn asked_ready(p: &OfficePane) -> Ready {
    opens(p, staff(p).and_then(|row| briefed(p, row)))
}

fn back_desk_ready(p: &OfficePane) -> Ready {
    let step = staff(p).map(|row| {
        let from = row.at.unwrap_or(Desk::Brief);
        let to = from.back_to().first().copied();
        Step::Return {
            quotation: row.id,
            from,
            to: to.unwrap_or(Desk::Brief),
            reason: WORDS.into(),
        }
    });
    rules::named(asked(p, step), "refusal-no-such-thing", "why-at-first-desk")
}

fn accept_ready(p: &OfficePane) -> Ready {
    let sent = p.view.as_ref().and_then(|view| view.sent_version);
    asked(
        p,
        something(p).map(|row| Step::Accept {
            quotation: row.id,
            version: sent.unwrap_or_default(),
            words: "".into(),
        }),
    )
}

fn decline_ready(p: &OfficePane) -> Ready {
    asked(
        p,
        something(p).map(|row| Step::Decline {
            quotation: row.id,
            reason: WORDS.into(),
        }),
    )
}

/// Posting is offered of what the client accepted.
fn post_ready(p: &OfficePane) -> Ready {
    match p
        .selected()
        .is_some_and(|row| row.stage == QuotationStage::Accepted)
    {
        true => posting(p),
        false => Ready::Hidden,
    }
}

fn posting(p: &OfficePane) -> Ready {
    match staff(p) {
        Ok(row) => rules::opens(p.ctx(), rules::posting(p.ctx(), row.request, Some(row.id))),
        Err(ready) => ready,
    }
}

fn versions_ready(p: &OfficePane) -> Ready {
    let several = p.view.as_ref().is_some_and(|view| view.versions.len() > 1);
    match staff(p) {
        Ok(_) => Ready::when(several, "why-one-version", &[]),
        Err(ready) => ready,
    }
}

fn paper_ready(p: &OfficePane) -> Ready {
    let some = p.view.as_ref().is_some_and(|view| view.current().is_some());
    match something(p) {
        Ok(_) => Ready::when(some, "why-no-version", &[]),
        Err(ready) => ready,
    }
}

/// Which request is asked for; who may begin none is told so.
fn begin_ready(p: &OfficePane) -> Ready {
    match (p.as_client(), p.ctx().me.may(Permission::Quote)) {
        (true, _) => Ready::Hidden,
        (false, true) => Ready::Yes,
        (false, false) => rules::denied(p.ctx(), Permission::Quote),
    }
}

fn extend_ready(p: &OfficePane) -> Ready {
    let step = staff(p).map(|row| Step::Extend {
        quotation: row.id,
        until: rules::soon(p.ctx()),
    });
    opens(p, step)
}

fn tag_ready(p: &OfficePane) -> Ready {
    let step = staff(p).map(|row| Step::Tag {
        quotation: row.id,
        tag: WORDS.into(),
        there: true,
    });
    opens(p, step)
}

fn recap_ready(p: &OfficePane) -> Ready {
    match p.as_client() {
        true => Ready::Hidden,
        false => Ready::Yes,
    }
}

fn give_up_ready(p: &OfficePane) -> Ready {
    asked(
        p,
        staff(p).map(|row| Step::Drop {
            quotation: row.id,
            reason: WORDS.into(),
        }),
    )
}

/// The client's no, and ours.
const NO: [Way<OfficePane>; 2] = [
    ('d', "decline", decline_ready, |p| p.ask_decline()),
    ('g', "give-up", give_up_ready, |p| p.ask_give_up()),
];

/// Where the client's no is possible, both are behind its key.
fn give_up_shown(p: &OfficePane) -> Ready {
    match decline_ready(p) {
        Ready::Yes => Ready::Hidden,
        _ => give_up_ready(p),
    }
}

/// At the brief there are its fields and what is asked.
const EDITS: [Way<OfficePane>; 2] = [
    ('b', "brief", edit_ready, |p| p.edit()),
    ('a', "write-asked", asked_shown, |p| p.write_asked()),
];

fn asked_shown(p: &OfficePane) -> Ready {
    match p.selected().is_some_and(|row| row.at == Some(Desk::Brief)) {
        true => asked_ready(p),
        false => Ready::Hidden,
    }
}

fn request_ready(p: &OfficePane) -> Ready {
    match (staff(p), p.ctx().me.may(Permission::ReadInbox)) {
        (Ok(_), true) => Ready::Yes,
        (Ok(_), false) => Ready::Hidden,
        (Err(ready), _) => ready,
    }
}

fn open_ready(p: &OfficePane) -> Ready {
    match (p.frame.browse.focus, something(p)) {
        (Focus::Card, _) => Ready::Hidden,
        (Focus::List, Ok(_)) => Ready::Yes,
        (Focus::List, Err(ready)) => ready,
    }
}

/// Why what is hidden now cannot be done: its key is not on the screen, but somebody may know it.
pub(super) fn why_hidden(p: &OfficePane, id: &str) -> Option<Reason> {
    if id == "open-quotation" {
        return Some(Reason::new("why-quotation-open"));
    }
    if p.as_client() {
        return None;
    }
    match id {
        "write-asked" => rules::reason(asked_ready(p)),
        "post-accepted" => rules::reason(posting(p)),
        "extend" => rules::reason(extend_ready(p)),
        _ => None,
    }
}
