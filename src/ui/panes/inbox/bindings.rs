//! What can be done in the inbox: one table feeds dispatch, footer, `?`, `:` and the README.

use super::InboxPane;
use crate::domain::command::Part;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::person::Permission;
use crate::domain::quotation::Command as Step;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::event::Outcome;
use crate::domain::request::{CloseReason, Group, Status};
use crate::domain::{Act, Command, RequestId};
use crate::ui::frame::choose::{self, Way};
use crate::ui::frame::rules::{self, WORDS};
use crate::ui::frame::{Focus, ListPane, common};
use crate::ui::kit::binding::{Binding, Ready, Reason, Scope, bind};

/// The inbox as a place.
pub static SCOPE: Scope<InboxPane> = Scope {
    id: "inbox",
    bindings: BINDINGS,
};

static BINDINGS: &[Binding<InboxPane>] = &[
    bind("open-case", &["Enter", "Right"], 60, open_ready, |p| {
        p.open_card()
    }),
    common::back(),
    common::to_list(),
    bind("claim", &["c"], 99, claim_ready, |p| p.claim()),
    bind("lint", &["l"], 98, lint_ready, |p| p.fix_lint()),
    bind("route", &["R"], 97, route_ready, |p| p.route()),
    bind("call", &["P"], 96, call_ready, |p| p.ask_call()),
    bind("post", &["p"], 94, post_ready, |p| p.post()),
    bind("validate", &["v"], 95, validate_ready, |p| p.validate()),
    bind("quote", &["q"], 94, quote_ready, |p| p.quote()),
    bind("note", &["N"], 93, note_ready, |p| p.write_note()),
    bind("snooze", &["s"], 92, snooze_ready, |p| p.ask_snooze()),
    bind("close", &["x"], 91, close_ready, |p| p.ask_close()),
    bind(
        "reopen",
        &["X"],
        91,
        |p| rules::or_hidden(reopen_ready(p)),
        |p| p.reopen(),
    ),
    bind(
        "wake",
        &["X"],
        92,
        |p| rules::or_hidden(wake_ready(p)),
        |p| p.wake(),
    ),
    bind("tag", &["t"], 80, tag_ready, |p| p.ask_tag()),
    bind("assign", &["a"], 79, assign_ready, |p| p.ask_assign()),
    bind("group", &["b"], 78, group_ready, |p| p.ask_group()),
    bind("deadline", &["d"], 70, deadline_ready, |p| p.ask_deadline()),
    bind("turn", &["w"], 69, turn_ready, |p| p.ask_turn()),
    bind("watch", &["W"], 50, watch_ready, |p| p.watch()),
    bind("merge", &["M"], 49, merge_ready, |p| p.ask_merge()),
    bind("split", &["S"], 48, split_ready, |p| p.start_split()),
    bind("edit", &["e"], 47, edit_ready, |p| p.edit_form()),
    bind("client", &["C"], 0, client_ready, |p| p.client_form()),
    bind("subject", &[], 0, subject_ready, |p| p.ask_subject()),
    bind("kind", &[], 0, kind_ready, |p| p.ask_kind()),
    bind("new", &["n"], 46, new_ready, |p| p.new_form()),
    bind("mark", &["Space"], 45, open_ready, |p| p.mark()),
    common::mark_all(),
    common::mark_range(),
    common::filter(),
    common::whole(),
    common::copy(),
    bind("search", &["F"], 44, Ready::always, |p| p.start_search()),
    bind("views", &["f"], 87, Ready::always, |p| p.ask_view()),
    bind("providers", &[], 42, Ready::always, |p| p.show_providers()),
    bind("save-view", &[], 0, Ready::always, |p| p.ask_save_view()),
    bind("remove-view", &[], 0, views_ready, |p| p.ask_remove_view()),
    common::sort(),
    bind("next-case", &["J"], 0, in_case, |p| p.step(1)),
    bind("previous-case", &["K"], 0, in_case, |p| p.step(-1)),
    bind("older", &["<"], 0, older_ready, |p| p.turn_page(true)),
    bind("newer", &[">"], 0, newer_ready, |p| p.turn_page(false)),
    bind("on-board", &[], 0, on_board_ready, |p| p.open_on_board()),
    bind(
        "related",
        &["O"],
        0,
        |p| choose::any(p, &RELATED),
        |p| {
            let title = p.text("act-related");
            choose::choose(p, title, &RELATED);
        },
    ),
];

/// What can be done with one from a page that names it.
pub(super) const AFAR: [&str; 26] = [
    "claim", "lint", "route", "call", "post", "validate", "quote", "note", "snooze", "close",
    "reopen", "wake", "tag", "assign", "group", "deadline", "turn", "watch", "split", "edit",
    "client", "subject", "kind", "copy", "on-board", "related",
];

fn no(id: &'static str) -> Ready {
    Ready::No(Reason::new(id))
}

/// The most marked requests that are asked about: more are judged one by one when the command is sent.
const ASKED: usize = 8;

/// Whether the rules let `act` be done to one of the marked requests, or to the selected one.
fn can(p: &InboxPane, act: Act) -> Ready {
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

fn claim_ready(p: &InboxPane) -> Ready {
    let ready = rules::already(can(p, Act::Claim), "why-yours");
    match ready {
        Ready::No(Reason { id, args }) if id == "refusal-already-claimed" => Ready::No(Reason {
            id: "why-claimed".into(),
            args,
        }),
        ready => ready,
    }
}

fn lint_ready(p: &InboxPane) -> Ready {
    let found = p.row.as_ref().and_then(|row| row.findings.iter().next());
    match (found, &p.row) {
        (Some(finding), Some(_)) => can_write(p, |id| one(id, Act::Settle(finding))),
        (None, Some(_)) => no("why-no-findings"),
        (_, None) => no("why-nothing"),
    }
}

fn route_ready(p: &InboxPane) -> Ready {
    can(p, Act::Route)
}

fn call_ready(p: &InboxPane) -> Ready {
    can(p, Act::Attempt(Outcome::Called, "".into()))
}

fn validate_ready(p: &InboxPane) -> Ready {
    rules::already(can(p, Act::Validate("".into())), "why-validated")
}

fn note_ready(p: &InboxPane) -> Ready {
    can(p, Act::Note(WORDS.into()))
}

fn snooze_ready(p: &InboxPane) -> Ready {
    can_say(p, Act::Snooze(rules::soon(p.ctx())))
}

fn wake_ready(p: &InboxPane) -> Ready {
    can(p, Act::Wake)
}

/// Where it can be reopened, that key stands in its place.
fn close_ready(p: &InboxPane) -> Ready {
    match reopen_ready(p) {
        Ready::Yes if p.frame.browse.list.marks().is_empty() => Ready::Hidden,
        _ => can(p, Act::Close(CloseReason::Other, WORDS.into())),
    }
}

fn reopen_ready(p: &InboxPane) -> Ready {
    can(p, Act::Reopen)
}

fn tag_ready(p: &InboxPane) -> Ready {
    can_say(p, Act::Tag(WORDS.into(), true))
}

fn assign_ready(p: &InboxPane) -> Ready {
    can_say(p, Act::Assign(None))
}

/// The other group than the one that is decided.
fn group_ready(p: &InboxPane) -> Ready {
    let introduced = Some((Group::ClientIntroduction, true));
    let now = p.row.as_ref().and_then(|row| row.group);
    let other = match now == introduced {
        true => Group::Subcontracting,
        false => Group::ClientIntroduction,
    };
    can_say(p, Act::SetGroup(Some(other)))
}

fn deadline_ready(p: &InboxPane) -> Ready {
    can_say(p, Act::SetDeadline(Some(rules::soon(p.ctx()))))
}

fn turn_ready(p: &InboxPane) -> Ready {
    can_say(p, Act::HouseOwes(Some(rules::soon(p.ctx()))))
}

fn watch_ready(p: &InboxPane) -> Ready {
    let watched = p.row.as_ref().is_some_and(|row| row.watched);
    can(p, Act::Watch(!watched))
}

/// Into which one is asked for: into itself stands for it.
fn merge_ready(p: &InboxPane) -> Ready {
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

fn split_ready(p: &InboxPane) -> Ready {
    can_write(p, |request| {
        let part = || Part {
            subject: WORDS.into(),
            body: WORDS.into(),
        };
        let parts = vec![part(), part()];
        Command::Request(RequestCommand::Split { request, parts })
    })
}

fn edit_ready(p: &InboxPane) -> Ready {
    can_write(p, |id| one(id, Act::SetWish(Box::default())))
}

fn subject_ready(p: &InboxPane) -> Ready {
    can_write(p, |id| one(id, Act::SetSubject(WORDS.into())))
}

fn client_ready(p: &InboxPane) -> Ready {
    let of = p.row.as_ref().map(|row| p.ctx().sight.profile_of(row.id));
    match of {
        Some(Some((organisation, profile))) => can_write(p, |_| {
            let profile = Box::new(profile);
            Command::Directory(DirectoryCommand::ChangeOrganisation {
                organisation,
                profile,
            })
        }),
        Some(None) => rules::denied(p.ctx(), Permission::WorkRequests),
        None => no("why-nothing"),
    }
}

fn kind_ready(p: &InboxPane) -> Ready {
    can_say(p, Act::SetKind(None))
}

fn open_ready(p: &InboxPane) -> Ready {
    match (p.frame.browse.focus, &p.row) {
        (Focus::Card, _) => Ready::Hidden,
        (Focus::List, row) => Ready::when(row.is_some(), "why-nothing", &[]),
    }
}

fn in_case(p: &InboxPane) -> Ready {
    if p.frame.browse.focus == Focus::Card {
        Ready::Yes
    } else {
        Ready::Hidden
    }
}

/// To its quotation, or to begin one. For who has no part in quotations the key means nothing.
fn quote_ready(p: &InboxPane) -> Ready {
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
        None => rules::ready(p.ctx(), Command::Quotation(Box::new(Step::Begin(row.id)))),
    }
}

fn new_ready(p: &InboxPane) -> Ready {
    match p.ctx().me.may(Permission::BringInRequests) {
        true => Ready::Yes,
        false => rules::denied(p.ctx(), Permission::BringInRequests),
    }
}

fn views_ready(p: &InboxPane) -> Ready {
    Ready::when(!p.ctx().me.views.is_empty(), "why-no-views", &[])
}

fn post_ready(p: &InboxPane) -> Ready {
    can_write(p, |request| {
        let quotation = p.ctx().sight.accepted_quotation(request);
        rules::posting(p.ctx(), request, quotation)
    })
}

fn on_board_ready(p: &InboxPane) -> Ready {
    if p.on_board().is_some() {
        Ready::Yes
    } else {
        Ready::Hidden
    }
}

fn related_ready(p: &InboxPane) -> Ready {
    let related = p
        .detail
        .as_ref()
        .is_some_and(|d| d.related.is_some() || merged_into(d.row.status).is_some());
    if related { Ready::Yes } else { Ready::Hidden }
}

/// What a request may be related to; the quotation has a key of its own.
const RELATED: [Way<InboxPane>; 2] = [
    ('o', "on-board", on_board_ready, |p| p.open_on_board()),
    ('r', "request-related", related_ready, |p| p.open_related()),
];

fn older_ready(p: &InboxPane) -> Ready {
    let more = p.detail.as_ref().is_some_and(|detail| detail.earlier > 0);
    if more { Ready::Yes } else { Ready::Hidden }
}

fn newer_ready(p: &InboxPane) -> Ready {
    let more = p.detail.as_ref().is_some_and(|detail| detail.later > 0);
    if more { Ready::Yes } else { Ready::Hidden }
}

/// Why what is hidden now cannot be done: its key is not on the screen, but somebody may know it.
pub(super) fn why_hidden(p: &InboxPane, id: &str) -> Option<Reason> {
    let why = match id {
        "open-case" | "mark" | "mark-all" | "mark-range" => "why-case-open",
        "older" => "why-no-older",
        "newer" => "why-no-newer",
        "next-case" | "previous-case" => "why-case-closed",
        "related" => "why-no-related",
        "on-board" => "why-not-on-board",
        "quote" => return rules::reason(rules::denied(p.ctx(), Permission::Quote)),
        "close" => return rules::reason(can(p, Act::Close(CloseReason::Other, WORDS.into()))),
        "reopen" => return rules::reason(reopen_ready(p)),
        "wake" => return rules::reason(wake_ready(p)),
        _ => return None,
    };
    Some(Reason::new(why))
}

/// The request this one went into.
pub(super) fn merged_into(status: Status) -> Option<crate::domain::RequestId> {
    match status {
        Status::Merged { into } => Some(into),
        _ => None,
    }
}
