//! What can be done on the board: one table feeds dispatch, footer, `?`, `:` and the key table.

use super::{BoardPane, named, profile};
use crate::domain::opportunity::proposal::Verdict;
use crate::domain::person::Permission;
use crate::ui::frame::{Focus, ListPane, common, rules};
use crate::ui::kit::binding::{Binding, Ready, Reason, Scope, bind};

/// The board as a place.
pub static SCOPE: Scope<BoardPane> = Scope {
    id: "board",
    bindings: BINDINGS,
};

static BINDINGS: &[Binding<BoardPane>] = &[
    bind(
        "open-opportunity",
        &["Enter", "Right"],
        60,
        open_ready,
        |p| p.open_card(),
    ),
    common::back(),
    common::to_list(),
    bind("confirm-terms", &["y"], 99, named::confirm, |p| p.accept()),
    bind("decline-terms", &["x"], 98, named::decline, |p| p.ask_end()),
    bind("choose", &["y"], 99, choose_ready, |p| p.accept()),
    bind("agree-terms", &["y"], 99, named::agree, |p| p.accept()),
    bind("choose-formula", &["y"], 99, formula_ready, |p| {
        p.ask_formula()
    }),
    bind("edit-terms", &["e"], 97, named::draw, |p| p.write_terms()),
    bind("refuse-terms", &["x"], 53, refuse_ready, |p| {
        if let Some(id) = p.row().map(|row| row.id) {
            p.ask_refuse(id);
        }
    }),
    bind("terms", &[], 45, named::terms, |p| p.show_terms()),
    bind("step", &["y"], 98, named::step, |p| p.ask_step()),
    bind("propose", &["r"], 97, named::propose, |p| {
        p.write_proposal()
    }),
    bind("direct", &["!"], 96, named::direct, |p| p.ask_direct()),
    bind("withdraw-proposal", &["x"], 50, named::withdraw, |p| {
        p.ask_withdraw()
    }),
    bind("interesting", &["i"], 95, interesting_ready, |p| {
        p.ask_judge(Verdict::Interesting)
    }),
    bind("not-interesting", &["I"], 94, not_interesting_ready, |p| {
        p.ask_judge(Verdict::NotInteresting)
    }),
    bind("compare", &["="], 93, named::compare, |p| p.compare()),
    bind("end", &["x"], 52, named::end, |p| p.ask_end()),
    bind("reopen-selection", &["X"], 51, reopen_ready, |p| {
        p.ask_reopen()
    }),
    bind("advise", &["m"], 53, advise_ready, |p| p.write_advice()),
    bind("amend", &["e"], 49, amend_ready, |p| p.amend_form()),
    bind("encourage", &["T"], 48, named::encourage, |p| {
        p.ask_encourage()
    }),
    bind(
        "team",
        &["a"],
        91,
        |p| on_missions(p, named::team),
        |p| p.ask_team(),
    ),
    bind(
        "sessions",
        &["d"],
        92,
        |p| on_missions(p, named::sessions),
        |p| p.ask_sessions(),
    ),
    bind(
        "logistics",
        &["l"],
        90,
        |p| on_missions(p, named::logistics),
        |p| p.ask_logistics(),
    ),
    bind(
        "attendance",
        &["e"],
        89,
        |p| on_missions(p, named::attendance),
        |p| p.ask_attendance(),
    ),
    bind(
        "deliver",
        &["D"],
        89,
        |p| on_missions(p, named::deliver),
        |p| p.ask_deliver(),
    ),
    bind("take-mission", &["y"], 99, named::take, |p| p.ask_take()),
    bind("pass-mission", &["x"], 98, named::pass, |p| p.ask_pass()),
    bind("in-charge", &[], 47, named::in_charge, |p| {
        p.ask_in_charge();
    }),
    bind("replace-coordinator", &[], 46, named::replace, |p| {
        p.ask_replace();
    }),
    bind("introduction", &[], 46, named::introduction, |p| {
        p.show_introduction();
    }),
    bind("firm-switch", &[], 46, named::firm_switch, |p| {
        p.switch_firm();
    }),
    bind("favourite", &["W"], 70, named::favourite, |p| p.favourite()),
    common::filter(),
    common::sort(),
    common::whole(),
    common::copy(),
    bind("views", &["f"], 87, Ready::always, |p| p.ask_view()),
    bind("requests", &["O"], 47, named::requests, |p| {
        p.ask_requests()
    }),
    bind("client", &["C"], 46, named::client, |p| p.open_client()),
    bind("to-account", &["$"], 74, named::account, |p| {
        p.open_account()
    }),
    bind("credits", &["$"], 46, named::credits, |p| p.ask_credits()),
    bind("profile", &[], 46, profile::ready, |p| p.ask_profile()),
    bind("profile-edit", &[], 46, profile::ready, |p| {
        p.profile_form()
    }),
    bind("firm", &[], 45, profile::ready, |p| p.show_firm()),
    bind("grant", &[], 45, named::grant, |p| p.ask_grant_whom()),
    bind("statistics", &[], 44, Ready::always, |p| p.show_stats()),
    bind("next-opportunity", &["J"], 0, in_page, |p| p.step(1)),
    bind("previous-opportunity", &["K"], 0, in_page, |p| p.step(-1)),
];

/// What can be done with one from a page that names it.
pub(super) const AFAR: [&str; 33] = [
    "confirm-terms",
    "decline-terms",
    "choose",
    "agree-terms",
    "choose-formula",
    "edit-terms",
    "refuse-terms",
    "terms",
    "step",
    "propose",
    "direct",
    "withdraw-proposal",
    "interesting",
    "not-interesting",
    "compare",
    "end",
    "reopen-selection",
    "advise",
    "amend",
    "encourage",
    "team",
    "sessions",
    "logistics",
    "attendance",
    "deliver",
    "take-mission",
    "pass-mission",
    "in-charge",
    "replace-coordinator",
    "introduction",
    "favourite",
    "requests",
    "client",
];

fn open_ready(p: &BoardPane) -> Ready {
    match (p.frame.browse.focus, p.row()) {
        (Focus::Card, _) => Ready::Hidden,
        (Focus::List, row) => Ready::when(row.is_some(), "board-why-nothing", &[]),
    }
}

fn in_page(p: &BoardPane) -> Ready {
    if p.frame.browse.focus == Focus::Card {
        Ready::Yes
    } else {
        Ready::Hidden
    }
}

/// Once somebody is selected the key says how it is paid.
fn choose_ready(p: &BoardPane) -> Ready {
    match p.page().is_some_and(|page| page.may_choose) {
        true => Ready::Hidden,
        false => named::accept(p),
    }
}

/// Terms that can be agreed to come first; how it is paid can be changed on their page.
fn formula_ready(p: &BoardPane) -> Ready {
    match named::agree(p) {
        Ready::Hidden => named::formula(p),
        _ => Ready::Hidden,
    }
}

/// On the house's key it ends; who speaks for the client there refuses on the terms' page.
fn refuse_ready(p: &BoardPane) -> Ready {
    match p.ctx().me.may(Permission::PostOpportunities) {
        true => Ready::Hidden,
        false => named::refuse(p),
    }
}

fn interesting_ready(p: &BoardPane) -> Ready {
    named::judge(p, Verdict::Interesting)
}

fn not_interesting_ready(p: &BoardPane) -> Ready {
    named::judge(p, Verdict::NotInteresting)
}

/// On a mission the key is about who came.
fn amend_ready(p: &BoardPane) -> Ready {
    let drawn = named::draw(p) == Ready::Yes;
    match drawn || p.page().is_some_and(|page| page.mission.is_some()) {
        true => Ready::Hidden,
        false => named::amend(p),
    }
}

/// What is about a selection that waits is shown only while one does.
fn reopen_ready(p: &BoardPane) -> Ready {
    rules::or_hidden(named::reopen(p))
}

/// So is what is about those who were not selected.
fn advise_ready(p: &BoardPane) -> Ready {
    rules::or_hidden(named::advise(p))
}

/// What is about missions is shown only on missions.
fn on_missions(p: &BoardPane, ready: fn(&BoardPane) -> Ready) -> Ready {
    match p.page().is_some_and(|page| page.mission.is_some()) {
        true => ready(p),
        false => Ready::Hidden,
    }
}

/// Why what is hidden now cannot be done: its key is not on the screen, but somebody may know it. What the roles of
/// a facilitator or a client never allow is no matter for an administrator: the key is for others.
pub(super) fn why_hidden(p: &BoardPane, id: &str) -> Option<Reason> {
    let is_guest = !p.ctx().me.may(Permission::ReadInbox);
    why(p, id).map(
        |reason| match reason.id == "refusal-not-permitted" && is_guest {
            true => Reason::new("board-why-others"),
            false => reason,
        },
    )
}

fn why(p: &BoardPane, id: &str) -> Option<Reason> {
    let permission = match id {
        "open-opportunity" => return Some(Reason::new("board-why-open")),
        "next-opportunity" | "previous-opportunity" => {
            return Some(Reason::new("board-why-closed"));
        }
        "step" | "propose" | "direct" | "withdraw-proposal" => Permission::Propose,
        "confirm-terms" | "decline-terms" | "choose-formula" => return None,
        "take-mission"
        | "pass-mission"
        | "in-charge"
        | "replace-coordinator"
        | "introduction"
        | "firm-switch" => {
            return None;
        }
        "agree-terms" | "refuse-terms" | "edit-terms" | "terms" => return None,
        "choose" | "interesting" | "not-interesting" | "compare" => Permission::Qualify,
        "reopen-selection" => {
            return said(named::reopen(p)).or(named::denied(p, Permission::Qualify));
        }
        "advise" => {
            return said(named::advise(p)).or(named::denied(p, Permission::Qualify));
        }
        "amend" | "end" | "encourage" => Permission::PostOpportunities,
        "team" | "sessions" | "logistics" | "attendance" | "deliver" => {
            return said(named::deliver(p)).or(named::denied(p, Permission::RunMissions));
        }
        "to-account" => return Some(Reason::new("why-no-project-account")),
        "grant" => Permission::GrantCredits,
        "credits" | "profile" | "profile-edit" | "firm" => Permission::Propose,
        "requests" | "client" => Permission::ReadInbox,
        _ => return None,
    };
    named::denied(p, permission)
}

fn said(ready: Ready) -> Option<Reason> {
    match ready {
        Ready::No(reason) => Some(reason),
        Ready::Yes | Ready::Hidden => None,
    }
}
