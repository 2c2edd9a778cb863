//! What can be done on the first page: one table feeds dispatch, footer, `?`, `:` and the key table.

use super::HomePane;
use crate::ui::kit::binding::{Binding, Ready, Scope, bind};

/// The first page as a place.
pub static SCOPE: Scope<HomePane> = Scope {
    id: "home",
    bindings: &BINDINGS,
};

static BINDINGS: [Binding<HomePane>; 2] = [
    bind("open-line", &["Enter"], 99, opens, HomePane::open),
    bind("copy", &["Y"], 0, copies, HomePane::copy_mail),
];

/// What there is to copy is the mail address of who looks after a client, or of whom a facilitator asks first.
fn copies(pane: &HomePane) -> Ready {
    match pane.mail() {
        Some(_) => Ready::Yes,
        None => Ready::Hidden,
    }
}

fn opens(pane: &HomePane) -> Ready {
    match pane.opens() {
        true => Ready::Yes,
        false => Ready::Hidden,
    }
}
