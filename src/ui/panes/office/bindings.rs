//! What can be done with quotations: one table feeds dispatch, footer, `?`, `:` and the README.

use super::OfficePane;
use crate::domain::person::Permission;
use crate::domain::quotation::Desk;
use crate::domain::quotation::command::needed_at;
use crate::ui::frame::{Focus, ListPane, common};
use crate::ui::kit::binding::{Binding, Ready, Reason, Scope, bind};
use crate::ui::kit::texts::Arg;

/// The office as a place.
pub static SCOPE: Scope<OfficePane> = Scope {
    id: "office",
    bindings: &BINDINGS,
};

static BINDINGS: [Binding<OfficePane>; 20] = [
    bind("open-quotation", &["Enter"], 60, open_ready, |p| {
        p.open_card()
    }),
    common::back(),
    bind("hand-over", &["S"], 99, hand_over_ready, |p| p.hand_over()),
    bind("edit-quotation", &["e"], 98, edit_ready, |p| p.edit()),
    bind("write-asked", &["N"], 97, asked_ready, |p| p.write_asked()),
    bind("accept", &["y"], 96, decide_ready, |p| p.ask_accept()),
    bind("decline", &["x"], 95, decide_ready, |p| p.ask_decline()),
    bind("post-accepted", &["p"], 94, post_ready, |p| p.post()),
    bind("give-back", &["B"], 93, back_desk_ready, |p| p.ask_return()),
    bind("versions", &["v"], 90, versions_ready, |p| p.ask_versions()),
    bind("write-paper", &["w"], 89, paper_ready, |p| p.ask_paper()),
    common::filter(),
    common::whole(),
    common::copy(),
    bind("begin-quotation", &["n"], 80, begin_ready, |p| {
        p.ask_request()
    }),
    bind("extend", &["E"], 70, extend_ready, |p| p.ask_extend()),
    bind("tag", &["t"], 69, tag_ready, |p| p.ask_tag()),
    bind("recap", &["R"], 68, recap_ready, |p| p.ask_recap()),
    bind("give-up", &["X"], 50, give_up_ready, |p| p.ask_give_up()),
    bind("to-request", &["Ctrl-g"], 45, request_ready, |p| {
        p.open_request()
    }),
];

fn no(id: &'static str, args: &[(&'static str, Arg)]) -> Ready {
    Ready::No(Reason {
        id,
        args: args.to_vec(),
    })
}

fn something(p: &OfficePane) -> Ready {
    Ready::when(p.selected().is_some(), "why-no-quotation", &[])
}

/// What only staff do is not there for a client.
fn staff(p: &OfficePane) -> Ready {
    if p.as_client() {
        Ready::Hidden
    } else {
        something(p)
    }
}

fn may(p: &OfficePane, permission: Permission) -> Ready {
    if p.ctx().me.may(permission) {
        return Ready::Yes;
    }
    let what = p.text(&format!("permission-{}", permission.key()));
    no("refusal-not-permitted", &[("permission", Arg::Text(what))])
}

/// Both: the first refusal counts.
fn both(one: Ready, two: impl FnOnce() -> Ready) -> Ready {
    match one {
        Ready::Yes => two(),
        refused => refused,
    }
}

/// The selected one stands elsewhere than it must.
fn elsewhere(p: &OfficePane) -> Ready {
    let Some(row) = p.selected() else {
        return something(p);
    };
    let stage = p.ctx().teller().quotation_stage(row.stage, row.round);
    let id = Arg::Text(row.id.to_string());
    no(
        "refusal-quotation-elsewhere",
        &[("quotation", id), ("stage", Arg::Text(stage))],
    )
}

fn stage_is(p: &OfficePane, stages: &[&str]) -> bool {
    p.selected().is_some_and(|row| stages.contains(&row.stage))
}

fn when_stage(p: &OfficePane, stages: &[&str]) -> Ready {
    if stage_is(p, stages) {
        Ready::Yes
    } else {
        elsewhere(p)
    }
}

fn at_desk(p: &OfficePane) -> Option<Desk> {
    p.selected().and_then(|row| row.at)
}

fn hand_over_ready(p: &OfficePane) -> Ready {
    both(staff(p), || match at_desk(p) {
        Some(desk) => may(p, needed_at(desk)),
        None => both(may(p, Permission::Quote), || when_stage(p, &["sent"])),
    })
}

fn edit_ready(p: &OfficePane) -> Ready {
    both(staff(p), || match at_desk(p) {
        Some(Desk::Verification) => no("why-verify", &[]),
        Some(desk) => may(p, needed_at(desk)),
        None => elsewhere(p),
    })
}

fn asked_ready(p: &OfficePane) -> Ready {
    match both(staff(p), || may(p, Permission::Quote)) {
        Ready::Yes if at_desk(p) == Some(Desk::Brief) => Ready::Yes,
        Ready::Yes => Ready::Hidden,
        refused => refused,
    }
}

fn back_desk_ready(p: &OfficePane) -> Ready {
    both(staff(p), || match at_desk(p) {
        Some(Desk::Brief) | None => elsewhere(p),
        Some(desk) => may(p, needed_at(desk)),
    })
}

fn decide_ready(p: &OfficePane) -> Ready {
    let named = both(something(p), || may(p, Permission::DecideQuotations));
    both(named, || {
        if !p.as_client() && !p.ctx().me.may(Permission::Quote) {
            return may(p, Permission::Quote);
        }
        when_stage(p, &["sent"])
    })
}

fn post_ready(p: &OfficePane) -> Ready {
    match both(staff(p), || may(p, Permission::PostOpportunities)) {
        Ready::Yes if stage_is(p, &["accepted"]) => Ready::Yes,
        Ready::Yes => Ready::Hidden,
        refused => refused,
    }
}

fn versions_ready(p: &OfficePane) -> Ready {
    both(staff(p), || {
        let several = p.view.as_ref().is_some_and(|view| view.versions.len() > 1);
        Ready::when(several, "why-one-version", &[])
    })
}

fn paper_ready(p: &OfficePane) -> Ready {
    both(something(p), || {
        let some = p.view.as_ref().is_some_and(|view| view.current().is_some());
        Ready::when(some, "why-no-version", &[])
    })
}

fn begin_ready(p: &OfficePane) -> Ready {
    if p.as_client() {
        Ready::Hidden
    } else {
        may(p, Permission::Quote)
    }
}

fn extend_ready(p: &OfficePane) -> Ready {
    match both(staff(p), || may(p, Permission::Quote)) {
        Ready::Yes if stage_is(p, &["sent"]) => Ready::Yes,
        Ready::Yes => Ready::Hidden,
        refused => refused,
    }
}

fn tag_ready(p: &OfficePane) -> Ready {
    both(staff(p), || may(p, Permission::Quote))
}

fn recap_ready(p: &OfficePane) -> Ready {
    if p.as_client() {
        Ready::Hidden
    } else {
        Ready::Yes
    }
}

fn give_up_ready(p: &OfficePane) -> Ready {
    both(staff(p), || {
        both(may(p, Permission::Quote), || {
            if at_desk(p).is_some() {
                Ready::Yes
            } else {
                when_stage(p, &["sent"])
            }
        })
    })
}

fn request_ready(p: &OfficePane) -> Ready {
    match staff(p) {
        Ready::Yes if p.ctx().me.may(Permission::ReadInbox) => Ready::Yes,
        Ready::Yes => Ready::Hidden,
        refused => refused,
    }
}

fn open_ready(p: &OfficePane) -> Ready {
    match p.frame.browse.focus {
        Focus::Card => Ready::Hidden,
        Focus::List => something(p),
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
        "write-asked" | "post-accepted" | "extend" => match elsewhere(p) {
            Ready::No(reason) => Some(reason),
            Ready::Yes | Ready::Hidden => None,
        },
        _ => None,
    }
}
