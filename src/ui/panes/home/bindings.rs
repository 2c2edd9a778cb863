//! What can be done on the first page: one table feeds dispatch, footer, `?`, `:` and the README.

use super::HomePane;
use crate::ui::kit::binding::{Binding, Ready, Scope, bind};

/// The first page as a place.
pub static SCOPE: Scope<HomePane> = Scope {
    id: "home",
    bindings: &BINDINGS,
};

static BINDINGS: [Binding<HomePane>; 1] =
    [bind("open-line", &["Enter"], 99, opens, HomePane::open)];

fn opens(pane: &HomePane) -> Ready {
    match pane.opens() {
        true => Ready::Yes,
        false => Ready::Hidden,
    }
}
