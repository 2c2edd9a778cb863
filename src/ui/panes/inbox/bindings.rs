//! What can be done in the inbox: one table feeds dispatch, footer, `?`, `:` and the key table.

use super::{InboxPane, named};
use crate::domain::person::Permission;
use crate::ui::frame::choose::{self, Way};
use crate::ui::frame::rules;
use crate::ui::frame::{ListPane, common};
use crate::ui::kit::binding::{Binding, Ready, Reason, Scope, bind};

/// The inbox as a place.
pub static SCOPE: Scope<InboxPane> = Scope {
    id: "inbox",
    bindings: BINDINGS,
};

static BINDINGS: &[Binding<InboxPane>] = &[
    bind("open-case", &["Enter", "Right"], 60, named::open, |p| {
        p.open_card()
    }),
    common::back(),
    common::to_list(),
    bind("claim", &["c"], 99, named::claim, |p| p.claim()),
    bind("lint", &["l"], 98, named::lint, |p| p.fix_lint()),
    bind("route", &["R"], 97, named::route, |p| p.route()),
    bind("call", &["P"], 96, named::call, |p| p.ask_call()),
    bind("post", &["p"], 94, named::post, |p| p.post()),
    bind("validate", &["v"], 95, named::validate, |p| p.validate()),
    bind("quote", &["q"], 94, named::quote, |p| p.quote()),
    bind("note", &["N"], 93, named::note, |p| p.write_note()),
    bind("snooze", &["s"], 92, named::snooze, |p| p.ask_snooze()),
    bind("close", &["x"], 91, named::close, |p| p.ask_close()),
    bind(
        "reopen",
        &["X"],
        91,
        |p| rules::or_hidden(named::reopen(p)),
        |p| p.reopen(),
    ),
    bind(
        "wake",
        &["X"],
        92,
        |p| rules::or_hidden(named::wake(p)),
        |p| p.wake(),
    ),
    bind("tag", &["t"], 80, named::tag, |p| p.ask_tag()),
    bind("assign", &["a"], 79, named::assign, |p| p.ask_assign()),
    bind("group", &["b"], 78, named::group, |p| p.ask_group()),
    bind("deadline", &["d"], 70, named::deadline, |p| {
        p.ask_deadline()
    }),
    bind("turn", &["w"], 69, named::turn, |p| p.ask_turn()),
    bind("watch", &["W"], 50, named::watch, |p| p.watch()),
    bind("merge", &["M"], 49, named::merge, |p| p.ask_merge()),
    bind("split", &["S"], 48, named::split, |p| p.start_split()),
    bind("edit", &["e"], 47, named::edit, |p| p.edit_form()),
    bind("client", &["C"], 0, named::client, |p| p.open_client()),
    bind("subject", &[], 0, named::subject, |p| p.ask_subject()),
    bind("kind", &[], 0, named::kind, |p| p.ask_kind()),
    bind("new", &["n"], 46, named::new, |p| p.new_form()),
    bind("mark", &["Space"], 45, named::open, |p| p.mark()),
    common::mark_all(),
    common::mark_range(),
    common::filter(),
    common::whole(),
    common::copy(),
    bind("search", &["F"], 44, Ready::always, |p| p.start_search()),
    bind("views", &["f"], 87, Ready::always, |p| p.ask_view()),
    bind("providers", &[], 42, Ready::always, |p| p.show_providers()),
    bind("save-view", &[], 0, Ready::always, |p| p.ask_save_view()),
    bind("remove-view", &[], 0, named::views, |p| p.ask_remove_view()),
    common::sort(),
    bind("next-case", &["J"], 0, named::in_case, |p| p.step(1)),
    bind("previous-case", &["K"], 0, named::in_case, |p| p.step(-1)),
    bind("older", &["<"], 0, named::older, |p| p.turn_page(true)),
    bind("newer", &[">"], 0, named::newer, |p| p.turn_page(false)),
    bind("on-board", &[], 0, named::on_board, |p| p.open_on_board()),
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

/// What a request may be related to; its quotation, where it has one, is found by its own key too.
const RELATED: [Way<InboxPane>; 3] = [
    ('q', "quote", named::quoted, |p| p.quote()),
    ('o', "on-board", named::on_board, |p| p.open_on_board()),
    ('r', "request-related", named::related, |p| p.open_related()),
];

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
        "close" => {
            return rules::reason(named::can(p, named::closing(p)));
        }
        "reopen" => return rules::reason(named::reopen(p)),
        "wake" => return rules::reason(named::wake(p)),
        _ => return None,
    };
    Some(Reason::new(why))
}
