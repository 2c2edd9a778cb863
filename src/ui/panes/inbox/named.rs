//! The command that each key of the inbox would send for what is marked or selected; the rules say whether it can. Where
//! a person is asked for words, a day or a choice first, something stands for them. What is said here without the
//! rules is about the screen: nothing is selected, there is no such page, no such view.

use super::InboxPane;
use crate::domain::command::SplitPart;
use crate::domain::person::Permission;
use crate::domain::quotation::QuotationCommand;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::event::Outcome;
use crate::domain::request::{Group, Status};
use crate::domain::{Act, Command, RequestId};
use crate::ui::frame::rules::{self, WORDS};
use crate::ui::frame::{Focus, ListPane};
use crate::ui::kit::binding::{Ready, Reason};

/// The most marked requests that are asked about: more are judged one by one when the command is sent.
const ASKED: usize = 8;

fn no(id: &'static str) -> Ready {
    Ready::No(Reason::new(id))
}

/// Whether the rules let `act` be done to one of the marked requests, or to the selected one.
pub(super) fn can(p: &InboxPane, act: Act) -> Ready {
    let on = |id| {
        Command::Request(RequestCommand::On {
            requests: vec![id],
            act: act.clone(),
        })
    };
    let marked = p.targets();
    if p.row.is_none() || marked.is_empty() {
        return no("why-nothing");
    }
    let more = marked.len() > ASKED;
    match rules::any(p.ctx(), marked.into_iter().take(ASKED).map(on)) {
        Some(Ready::No(_)) if more => Ready::Yes,
        Some(ready) => ready,
        None => no("why-nothing"),
    }
}

/// The same of what is asked for first: that it is so already is nothing against asking.
fn can_say(p: &InboxPane, act: Act) -> Ready {
    match can(p, act) {
        Ready::No(why) if why.id == "refusal-already-so" => Ready::Yes,
        ready => ready,
    }
}

/// What is written of one request, upon what is shown of it.
fn can_write(p: &InboxPane, command: impl FnOnce(RequestId) -> Command) -> Ready {
    match (p.frame.browse.list.marks().len(), &p.row) {
        (2.., _) => no("why-one-only"),
        (_, Some(row)) => rules::opens(p.ctx(), command(row.id)),
        (_, None) => no("why-nothing"),
    }
}

fn one(id: RequestId, act: Act) -> Command {
    let requests = vec![id];
    Command::Request(RequestCommand::On { requests, act })
}

pub(super) fn claim(p: &InboxPane) -> Ready {
    let ready = rules::already(can(p, Act::Claim), "why-yours");
    match ready {
        Ready::No(Reason { id, args }) if id == "refusal-already-claimed" => Ready::No(Reason {
            id: "why-claimed".into(),
            args,
        }),
        ready => ready,
    }
}

pub(super) fn lint(p: &InboxPane) -> Ready {
    let found = p.row.as_ref().and_then(|row| row.findings.iter().next());
    match (found, &p.row) {
        (Some(finding), Some(_)) => can_write(p, |id| one(id, Act::Settle(finding))),
        (None, Some(_)) => no("why-no-findings"),
        (_, None) => no("why-nothing"),
    }
}

pub(super) fn route(p: &InboxPane) -> Ready {
    can(p, Act::Route)
}

pub(super) fn call(p: &InboxPane) -> Ready {
    can(p, Act::Attempt(Outcome::Called, "".into()))
}

pub(super) fn validate(p: &InboxPane) -> Ready {
    rules::already(can(p, Act::Validate("".into())), "why-validated")
}

pub(super) fn note(p: &InboxPane) -> Ready {
    can(p, Act::Note(WORDS.into()))
}

pub(super) fn snooze(p: &InboxPane) -> Ready {
    can_say(p, Act::Snooze(rules::soon(p.ctx())))
}

pub(super) fn wake(p: &InboxPane) -> Ready {
    can(p, Act::Wake)
}

/// Returns what closes it with any of the reasons there are.
pub(super) fn closing(p: &InboxPane) -> Act {
    Act::Close(p.ctx().sight.lists().first(), WORDS.into())
}

/// Where it can be reopened, that key stands in its place.
pub(super) fn close(p: &InboxPane) -> Ready {
    match reopen(p) {
        Ready::Yes if p.frame.browse.list.marks().is_empty() => Ready::Hidden,
        _ => can(p, closing(p)),
    }
}

pub(super) fn reopen(p: &InboxPane) -> Ready {
    can(p, Act::Reopen)
}

pub(super) fn tag(p: &InboxPane) -> Ready {
    can_say(p, Act::Tag(WORDS.into(), true))
}

pub(super) fn assign(p: &InboxPane) -> Ready {
    can_say(p, Act::Assign(None))
}

/// The other group than the one that is decided.
pub(super) fn group(p: &InboxPane) -> Ready {
    let introduced = Some((Group::ClientIntroduction, true));
    let now = p.row.as_ref().and_then(|row| row.group);
    let other = match now == introduced {
        true => Group::Subcontracting,
        false => Group::ClientIntroduction,
    };
    can_say(p, Act::SetGroup(Some(other)))
}

pub(super) fn deadline(p: &InboxPane) -> Ready {
    can_say(p, Act::SetDeadline(Some(rules::soon(p.ctx()))))
}

pub(super) fn turn(p: &InboxPane) -> Ready {
    can_say(p, Act::HouseOwes(Some(rules::soon(p.ctx()))))
}

pub(super) fn watch(p: &InboxPane) -> Ready {
    let watched = p.row.as_ref().is_some_and(|row| row.watched);
    can(p, Act::Watch(!watched))
}

/// Into which one is asked for: into itself stands for it.
pub(super) fn merge(p: &InboxPane) -> Ready {
    let merged = |id| {
        Command::Request(RequestCommand::Merge {
            from: vec![id],
            into: id,
        })
    };
    let marked = p.targets().into_iter().take(ASKED);
    let asked = rules::any_opens(p.ctx(), marked.map(merged));
    asked.unwrap_or_else(|| no("why-nothing"))
}

pub(super) fn split(p: &InboxPane) -> Ready {
    can_write(p, |request| {
        let part = || SplitPart {
            subject: WORDS.into(),
            body: WORDS.into(),
        };
        let parts = vec![part(), part()];
        Command::Request(RequestCommand::Split { request, parts })
    })
}

pub(super) fn edit(p: &InboxPane) -> Ready {
    once_read(p, can_write(p, |id| one(id, Act::SetWish(Box::default()))))
}

pub(super) fn subject(p: &InboxPane) -> Ready {
    once_read(p, can_write(p, |id| one(id, Act::SetSubject(WORDS.into()))))
}

/// The same, once the case of the selected row came: what is asked begins with what stands there.
fn once_read(p: &InboxPane, ready: Ready) -> Ready {
    match ready {
        Ready::Yes if p.case().is_none() => no("why-loading"),
        other => other,
    }
}

/// Whether the client of the selected one has a page; of several marked, none is meant.
pub(super) fn client(p: &InboxPane) -> Ready {
    let of = |id| p.ctx().sight.organisation_of(id);
    match (p.frame.browse.list.marks().len(), &p.row) {
        (2.., _) => no("why-one-only"),
        (_, Some(row)) => Ready::when(of(row.id).is_some(), "why-nothing", &[]),
        (_, None) => no("why-nothing"),
    }
}

pub(super) fn kind(p: &InboxPane) -> Ready {
    can_say(p, Act::SetKind(None))
}

pub(super) fn open(p: &InboxPane) -> Ready {
    match (p.frame.browse.focus, &p.row) {
        (Focus::Card, _) => Ready::Hidden,
        (Focus::List, row) => Ready::when(row.is_some(), "why-nothing", &[]),
    }
}

pub(super) fn in_case(p: &InboxPane) -> Ready {
    if p.frame.browse.focus == Focus::Card {
        Ready::Yes
    } else {
        Ready::Hidden
    }
}

/// To its quotation, or to begin one. For who has no part in quotations the key means nothing.
pub(super) fn quote(p: &InboxPane) -> Ready {
    use Permission as P;
    let office = [P::Quote, P::PriceQuotations, P::AssembleQuotations];
    if !office.into_iter().any(|one| p.ctx().me.may(one)) {
        return Ready::Hidden;
    }
    let Some(row) = &p.row else {
        return no("why-nothing");
    };
    match p.ctx().sight.quotation_of(row.id) {
        Some(_) => Ready::Yes,
        None => rules::ready(
            p.ctx(),
            Command::Quotation(Box::new(QuotationCommand::Begin(row.id))),
        ),
    }
}

pub(super) fn new(p: &InboxPane) -> Ready {
    match p.ctx().me.may(Permission::BringInRequests) {
        true => Ready::Yes,
        false => rules::denied(p.ctx(), Permission::BringInRequests),
    }
}

pub(super) fn views(p: &InboxPane) -> Ready {
    Ready::when(!p.ctx().me.views.is_empty(), "why-no-views", &[])
}

pub(super) fn post(p: &InboxPane) -> Ready {
    can_write(p, |request| {
        let quotation = p.ctx().sight.accepted_quotation(request);
        rules::posting(p.ctx(), request, quotation)
    })
}

pub(super) fn quoted(p: &InboxPane) -> Ready {
    let of = |id| p.ctx().sight.quotation_of(id);
    match p.row.as_ref().and_then(|row| of(row.id)) {
        Some(_) => quote(p),
        None => Ready::Hidden,
    }
}

pub(super) fn on_board(p: &InboxPane) -> Ready {
    if p.on_board().is_some() {
        Ready::Yes
    } else {
        Ready::Hidden
    }
}

pub(super) fn related(p: &InboxPane) -> Ready {
    let related = p
        .case()
        .is_some_and(|d| d.related.is_some() || merged_into(d.row.status).is_some());
    if related { Ready::Yes } else { Ready::Hidden }
}

pub(super) fn older(p: &InboxPane) -> Ready {
    let more = p.case().is_some_and(|case| case.earlier > 0);
    if more { Ready::Yes } else { Ready::Hidden }
}

pub(super) fn newer(p: &InboxPane) -> Ready {
    let more = p.case().is_some_and(|case| case.later > 0);
    if more { Ready::Yes } else { Ready::Hidden }
}

/// The request this one went into.
pub(super) fn merged_into(status: Status) -> Option<crate::domain::RequestId> {
    match status {
        Status::Merged { into } => Some(into),
        _ => None,
    }
}
