//! What can be done on the board: one table feeds dispatch, footer, `?`, `:` and the README.

use super::{BoardPane, Focus};
use crate::ui::kit::binding::{Binding, Ready, Reason, Scope, bind};

/// The board as a place.
pub static SCOPE: Scope<BoardPane> = Scope {
    id: "board",
    bindings: &BINDINGS,
};

static BINDINGS: [Binding<BoardPane>; 5] = [
    bind("open-opportunity", &["Enter"], 60, open_ready, |p| {
        p.open_page()
    }),
    bind("back", &["Esc"], 61, back_ready, |p| {
        p.back();
    }),
    bind("filter", &["/"], 88, Ready::always, |p| p.start_filter()),
    bind("next-opportunity", &["Right", "J"], 0, in_page, |p| p.step(1)),
    bind("previous-opportunity", &["Left"], 0, in_page, |p| p.step(-1)),
];

fn open_ready(p: &BoardPane) -> Ready {
    match (p.focus, p.row()) {
        (Focus::Page, _) => Ready::Hidden,
        (Focus::List, row) => Ready::when(row.is_some(), "board-why-nothing", &[]),
    }
}

fn back_ready(p: &BoardPane) -> Ready {
    if p.focus == Focus::Page || !p.filter.text().is_empty() {
        Ready::Yes
    } else {
        Ready::Hidden
    }
}

fn in_page(p: &BoardPane) -> Ready {
    if p.focus == Focus::Page {
        Ready::Yes
    } else {
        Ready::Hidden
    }
}

/// Why what is hidden now cannot be done: its key is not on the screen, but somebody may know it.
pub(super) fn why_hidden(_: &BoardPane, id: &str) -> Option<Reason> {
    match id {
        "open-opportunity" => Some(Reason::new("board-why-open")),
        "next-opportunity" | "previous-opportunity" => Some(Reason::new("board-why-closed")),
        _ => None,
    }
}
