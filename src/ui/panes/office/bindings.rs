//! What can be done with quotations: one table feeds dispatch, footer, `?`, `:` and the key table.

use super::{OfficePane, named};
use crate::ui::frame::choose::{self, Way};
use crate::ui::frame::rules::{self};
use crate::ui::frame::{ListPane, common};
use crate::ui::kit::binding::{Binding, Reason, Scope, bind};

/// The office as a place.
pub static SCOPE: Scope<OfficePane> = Scope {
    id: "office",
    bindings: BINDINGS,
};

static BINDINGS: &[Binding<OfficePane>] = &[
    bind(
        "open-quotation",
        &["Enter", "Right"],
        60,
        named::open,
        |p| p.open_card(),
    ),
    common::back(),
    common::to_list(),
    bind("hand-over", &["R"], 99, named::hand_over, |p| p.hand_over()),
    bind("edit-quotation", &["e"], 98, named::edit, |p| {
        let title = p.titled("form-brief");
        choose::choose(p, title, &EDITS);
    }),
    bind(
        "write-asked",
        &[],
        97,
        |p| rules::or_hidden(named::written(p)),
        |p| p.write_asked(),
    ),
    bind("accept", &["y"], 96, named::accept, |p| p.ask_accept()),
    bind("decline", &["x"], 95, named::decline, |p| {
        let title = p.titled("ask-decline");
        choose::choose(p, title, &NO);
    }),
    bind("post-accepted", &["p"], 94, named::post, |p| p.post()),
    bind("give-back", &["B"], 93, named::back_desk, |p| {
        p.ask_return()
    }),
    bind("versions", &["="], 90, named::versions, |p| {
        p.ask_versions()
    }),
    bind("write-paper", &["A"], 89, named::paper, |p| p.ask_paper()),
    common::filter(),
    common::sort(),
    common::whole(),
    common::copy(),
    bind("begin-quotation", &["n"], 80, named::begin, |p| {
        p.ask_request()
    }),
    bind(
        "extend",
        &["d"],
        70,
        |p| rules::or_hidden(named::extend(p)),
        |p| p.ask_extend(),
    ),
    bind("tag", &["t"], 69, named::tag, |p| p.ask_tag()),
    bind("recap", &["f"], 68, named::recap, |p| p.ask_recap()),
    bind("give-up", &["x"], 50, named::give_up_shown, |p| {
        p.ask_give_up()
    }),
    bind("to-request", &["O"], 45, named::request, |p| {
        p.open_request()
    }),
    bind("client", &["C"], 44, named::request, |p| p.open_client()),
];

/// What can be done with one from a page that names it.
pub(super) const AFAR: [&str; 14] = [
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
    "client",
];

/// The client's no, and ours.
const NO: [Way<OfficePane>; 2] = [
    ('d', "decline", named::decline, |p| p.ask_decline()),
    ('g', "give-up", named::give_up, |p| p.ask_give_up()),
];

/// At the brief there are its fields and what is asked.
const EDITS: [Way<OfficePane>; 2] = [
    ('b', "brief", named::edit, |p| p.edit()),
    ('a', "write-asked", named::asked_shown, |p| p.write_asked()),
];

/// Why what is hidden now cannot be done: its key is not on the screen, but somebody may know it.
pub(super) fn why_hidden(p: &OfficePane, id: &str) -> Option<Reason> {
    if id == "open-quotation" {
        return Some(Reason::new("why-quotation-open"));
    }
    if p.as_client() {
        return None;
    }
    match id {
        "write-asked" => rules::reason(named::written(p)),
        "post-accepted" => rules::reason(named::posting(p)),
        "extend" => rules::reason(named::extend(p)),
        _ => None,
    }
}
