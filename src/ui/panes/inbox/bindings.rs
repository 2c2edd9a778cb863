//! What can be done in the inbox: one table feeds dispatch, footer, `?`, `:` and the README.

use super::InboxPane;
use crate::domain::person::Permission;
use crate::domain::request::Status;
use crate::ui::frame::{Focus, ListPane, common};
use crate::ui::kit::binding::{Binding, Ready, Reason, Scope, bind};
use crate::ui::kit::texts::Arg;

/// The inbox as a place.
pub static SCOPE: Scope<InboxPane> = Scope {
    id: "inbox",
    bindings: &BINDINGS,
};

static BINDINGS: [Binding<InboxPane>; 44] = [
    bind("open-case", &["Enter"], 60, open_ready, |p| p.open_card()),
    common::back(),
    bind("claim", &["c"], 99, claim_ready, |p| p.claim()),
    bind("lint", &["l"], 98, lint_ready, |p| p.fix_lint()),
    bind("route", &["R"], 97, route_ready, |p| p.route()),
    bind("call", &["P"], 96, work, |p| p.ask_call()),
    bind("post", &["p"], 94, post_ready, |p| p.post()),
    bind("validate", &["v"], 95, validate_ready, |p| p.validate()),
    bind("quote", &["q"], 94, quote_ready, |p| p.quote()),
    bind("note", &["N"], 93, work_any, |p| p.write_note()),
    bind("snooze", &["s"], 92, work, |p| p.ask_snooze()),
    bind("wake", &["Z"], 92, wake_ready, |p| p.wake()),
    bind("close", &["x"], 91, close_ready, |p| p.ask_close()),
    bind("reopen", &["X"], 91, reopen_ready, |p| p.reopen()),
    bind("tag", &["t"], 80, work_any, |p| p.ask_tag()),
    bind("assign", &["a"], 79, work, |p| p.ask_assign()),
    bind("group", &["b"], 78, work, |p| p.ask_group()),
    bind("deadline", &["d"], 70, work, |p| p.ask_deadline()),
    bind("turn", &["w"], 69, work, |p| p.ask_turn()),
    bind("watch", &["W"], 50, work_any, |p| p.watch()),
    bind("merge", &["M"], 49, work, |p| p.ask_merge()),
    bind("split", &["S"], 48, one_work, |p| p.start_split()),
    bind("edit", &["e"], 47, one_work, |p| p.edit_form()),
    bind("client", &["C"], 0, one_work, |p| p.client_form()),
    bind("subject", &["E"], 0, one_work, |p| p.ask_subject()),
    bind("kind", &["K"], 0, work, |p| p.ask_kind()),
    bind("new", &["n"], 46, new_ready, |p| p.new_form()),
    bind("mark", &["Space"], 45, open_ready, |p| p.mark()),
    bind("mark-all", &["Ctrl-a"], 0, open_ready, |p| p.mark_all()),
    common::filter(),
    common::whole(),
    common::copy(),
    bind("search", &["F"], 44, Ready::always, |p| p.start_search()),
    bind("views", &["f"], 87, Ready::always, |p| p.ask_view()),
    bind("providers", &["D"], 42, Ready::always, |p| {
        p.show_providers()
    }),
    bind("save-view", &["V"], 0, Ready::always, |p| p.ask_save_view()),
    bind("remove-view", &[], 0, views_ready, |p| p.ask_remove_view()),
    bind("sort", &["o"], 43, Ready::always, |p| p.next_sort()),
    bind("next-case", &["Right", "J"], 0, in_case, |p| p.step(1)),
    bind("previous-case", &["Left"], 0, in_case, |p| p.step(-1)),
    bind("older", &["<"], 0, older_ready, |p| p.turn_page(true)),
    bind("newer", &[">"], 0, newer_ready, |p| p.turn_page(false)),
    bind("on-board", &["O"], 0, on_board_ready, |p| p.open_on_board()),
    bind("related", &["Ctrl-g"], 0, related_ready, |p| {
        p.open_related()
    }),
];

fn no(id: &'static str, args: &[(&'static str, Arg)]) -> Ready {
    Ready::No(Reason {
        id,
        args: args.to_vec(),
    })
}

fn allowed(p: &InboxPane, permission: Permission) -> Option<Ready> {
    if p.ctx().me.may(permission) {
        return None;
    }
    let what = p.text(&format!("permission-{}", permission.key()));
    Some(no(
        "refusal-not-permitted",
        &[("permission", Arg::Text(what))],
    ))
}

/// Work on the chosen requests that are live. Several are judged one by one by the house.
fn work(p: &InboxPane) -> Ready {
    if let refused @ Ready::No(_) = work_any(p) {
        return refused;
    }
    if !p.frame.browse.list.marks().is_empty() {
        return Ready::Yes;
    }
    let Some(row) = &p.row else {
        return no("why-nothing", &[]);
    };
    let id = Arg::Text(row.id.to_string());
    match row.status {
        Status::Open | Status::Snoozed { .. } => Ready::Yes,
        Status::Closed { .. } => no("refusal-is-closed", &[("request", id)]),
        Status::Merged { into } => no(
            "refusal-is-merged",
            &[("request", Arg::Text(into.to_string()))],
        ),
        Status::Void => no("refusal-is-void", &[("request", id)]),
    }
}

/// Work that is possible on closed requests too: a note, a tag, watching.
fn work_any(p: &InboxPane) -> Ready {
    if let Some(refused) = allowed(p, Permission::WorkRequests) {
        return refused;
    }
    Ready::when(p.row.is_some(), "why-nothing", &[])
}

fn one_work(p: &InboxPane) -> Ready {
    if p.frame.browse.list.marks().len() > 1 {
        no("why-one-only", &[])
    } else {
        work(p)
    }
}

fn claim_ready(p: &InboxPane) -> Ready {
    match (work(p), &p.row) {
        (Ready::Yes, Some(row)) if p.frame.browse.list.marks().is_empty() => match &row.assignee {
            None => Ready::Yes,
            Some((_, _, true)) => no("why-yours", &[]),
            Some((id, _, false)) => no(
                "why-claimed",
                &[
                    ("by", Arg::Text(p.ctx().names.of(*id).to_owned())),
                    ("at", Arg::Text(p.ctx().teller().when(row.claimed_at))),
                ],
            ),
        },
        (ready, _) => ready,
    }
}

fn lint_ready(p: &InboxPane) -> Ready {
    match (one_work(p), &p.row) {
        (Ready::Yes, Some(row)) => Ready::when(!row.findings.is_empty(), "why-no-findings", &[]),
        (ready, _) => ready,
    }
}

fn route_ready(p: &InboxPane) -> Ready {
    let known = p
        .detail
        .as_ref()
        .is_none_or(|d| d.route.to.is_some() && !d.route.done);
    match work(p) {
        Ready::Yes if !p.frame.browse.list.marks().is_empty() => Ready::Yes,
        Ready::Yes => Ready::when(known, "refusal-no-route", &[]),
        ready => ready,
    }
}

fn validate_ready(p: &InboxPane) -> Ready {
    use crate::domain::request::Stage;
    match (work(p), &p.row) {
        (Ready::Yes, Some(row)) if p.frame.browse.list.marks().is_empty() => {
            Ready::when(row.stage != Stage::Validated, "why-validated", &[])
        }
        (ready, _) => ready,
    }
}

fn is_closed(p: &InboxPane) -> bool {
    p.row
        .as_ref()
        .is_some_and(|row| matches!(row.status, Status::Closed { .. }))
}

fn close_ready(p: &InboxPane) -> Ready {
    if is_closed(p) && p.frame.browse.list.marks().is_empty() {
        Ready::Hidden
    } else {
        work(p)
    }
}

fn reopen_ready(p: &InboxPane) -> Ready {
    if is_closed(p) {
        work_any(p)
    } else {
        Ready::Hidden
    }
}

fn wake_ready(p: &InboxPane) -> Ready {
    let asleep = p
        .row
        .as_ref()
        .is_some_and(|row| matches!(row.status, Status::Snoozed { .. }));
    if asleep { work(p) } else { Ready::Hidden }
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

/// For who has no part in quotations the key means what it means elsewhere.
fn quote_ready(p: &InboxPane) -> Ready {
    use Permission as P;
    let office = [P::Quote, P::PriceQuotations, P::AssembleQuotations];
    if !office
        .into_iter()
        .any(|permission| p.ctx().me.may(permission))
    {
        return Ready::Hidden;
    }
    Ready::when(p.row.is_some(), "why-nothing", &[])
}

fn new_ready(p: &InboxPane) -> Ready {
    allowed(p, Permission::BringInRequests).unwrap_or(Ready::Yes)
}

fn views_ready(p: &InboxPane) -> Ready {
    Ready::when(!p.ctx().me.views.is_empty(), "why-no-views", &[])
}

/// What may be posted is looked at where it is posted.
fn post_ready(p: &InboxPane) -> Ready {
    if let Some(refused) = allowed(p, Permission::PostOpportunities) {
        return refused;
    }
    one_work(p)
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
    let status = match id {
        "open-case" | "mark" | "mark-all" => return Some(Reason::new("why-case-open")),
        "older" => return Some(Reason::new("why-no-older")),
        "newer" => return Some(Reason::new("why-no-newer")),
        "next-case" | "previous-case" => return Some(Reason::new("why-case-closed")),
        "related" => return Some(Reason::new("why-no-related")),
        "on-board" => return Some(Reason::new("why-not-on-board")),
        "close" | "reopen" | "wake" => p.row.as_ref().map(|row| (row.id.to_string(), row.status)),
        _ => return None,
    };
    if let Ready::No(reason) = if id == "reopen" { work_any(p) } else { work(p) } {
        return Some(reason);
    }
    let (request, status) = status?;
    let reason = match (id, status) {
        ("wake", _) => "refusal-is-awake",
        (_, Status::Merged { into }) => {
            let into = Arg::Text(into.to_string());
            return Some(Reason {
                id: "refusal-is-merged",
                args: vec![("request", into)],
            });
        }
        (_, Status::Void) => "refusal-is-void",
        (_, Status::Closed { .. }) => "refusal-is-closed",
        (_, Status::Open | Status::Snoozed { .. }) => "refusal-is-open",
    };
    Some(Reason {
        id: reason,
        args: vec![("request", Arg::Text(request))],
    })
}

/// The request this one went into.
pub(super) fn merged_into(status: Status) -> Option<crate::domain::RequestId> {
    match status {
        Status::Merged { into } => Some(into),
        _ => None,
    }
}
