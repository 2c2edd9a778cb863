//! What can be done in the directory: one table feeds dispatch, footer, `?`, `:` and the key table.

use super::{DirectoryPane, named};
use crate::ui::frame::choose::{self, Way};
use crate::ui::frame::rules;
use crate::ui::frame::{Focus, common};
use crate::ui::kit::binding::{Binding, Ready, Reason, Scope, bind};

/// The directory as a place.
pub static SCOPE: Scope<DirectoryPane> = Scope {
    id: "directory",
    bindings: BINDINGS,
};

static BINDINGS: &[Binding<DirectoryPane>] = &[
    bind(
        "open-organisation",
        &["Enter", "Right"],
        60,
        named::open,
        |p| {
            use crate::ui::frame::ListPane;
            p.open_card();
        },
    ),
    bind("open-entry-line", &["Enter"], 60, named::line, |p| {
        p.enter()
    }),
    common::back(),
    common::to_list(),
    bind(
        "directory-new",
        &["n"],
        97,
        |p| choose::any(p, &NEW),
        |p| p.choose_of("act-directory-new", &NEW),
    ),
    bind("new-organisation", &[], 0, named::new, |p| p.new_form()),
    bind("new-contact", &[], 0, named::new_contact, |p| {
        p.new_contact_form()
    }),
    bind("new-request", &[], 0, named::request, |p| {
        p.new_request_form()
    }),
    bind("edit-organisation", &["e"], 98, named::edit, |p| p.edit()),
    bind("merge-organisation", &["M"], 94, named::merge, |p| {
        p.ask_merge()
    }),
    bind("log-call", &["P"], 99, named::call, |p| p.ask_call()),
    bind("write-to", &["m"], 93, named::write, |p| p.write_to()),
    bind("client-history", &["h"], 86, named::history, |p| {
        p.ask_history()
    }),
    bind("contact-left", &["x"], 95, named::leave, |p| {
        p.set_left(true)
    }),
    bind("contact-back", &["X"], 95, named::return_, |p| {
        p.set_left(false)
    }),
    bind("directory-views", &["f"], 87, Ready::always, |p| {
        p.ask_view()
    }),
    common::filter(),
    common::sort(),
    common::whole(),
    common::copy(),
];

/// What is new in the directory.
const NEW: [Way<DirectoryPane>; 3] = [
    ('o', "new-organisation", named::new, |p| p.new_form()),
    ('c', "new-contact", named::new_contact, |p| {
        p.new_contact_form()
    }),
    ('r', "new-request", named::request, |p| p.new_request_form()),
];

/// Why what is hidden now cannot be done: its key is not on the screen, but somebody may know it.
pub(super) fn why_hidden(p: &DirectoryPane, id: &str) -> Option<Reason> {
    let why = match id {
        "open-organisation" => "why-organisation-open",
        "open-entry-line" if p.frame.browse.focus == Focus::List => "why-in-list-only",
        "open-entry-line" => "why-no-line",
        "contact-left" => "why-contact-left",
        "contact-back" => {
            return rules::reason(rules::already(named::contact(p), "why-contact-there"))
                .or_else(|| Some(Reason::new("why-contact-there")));
        }
        _ => return None,
    };
    Some(Reason::new(why))
}
