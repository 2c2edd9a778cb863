//! What can be done in every list pane, with the same keys: a line each in the pane's own table.

use super::ListPane;
use crate::ui::kit::binding::{Binding, Ready, bind};

/// `Esc`: one step back.
pub const fn back<P: ListPane>() -> Binding<P> {
    bind("back", &["Esc"], 61, P::back_ready, |pane| {
        pane.back();
    })
}

/// `/`: types a filter.
pub const fn filter<P: ListPane>() -> Binding<P> {
    bind("filter", &["/"], 88, Ready::always, P::start_filter)
}

/// `Y`: copies something of the selected one.
pub const fn copy<P: ListPane>() -> Binding<P> {
    bind("copy", &["Y"], 0, copy_ready, P::ask_copy)
}

fn copy_ready<P: ListPane>(pane: &P) -> Ready {
    Ready::when(!pane.copies().is_empty(), "why-nothing-to-copy", &[])
}

/// `z`: the list or the card alone, in all the room there is.
pub const fn whole<P: ListPane>() -> Binding<P> {
    bind("whole", &["z"], 0, whole_ready, |pane| {
        let browse = &mut pane.frame_mut().browse;
        browse.whole = !browse.whole;
        pane.sync();
        pane.write();
    })
}

/// Where there is room for one at a time, that has it all.
fn whole_ready<P: ListPane>(pane: &P) -> Ready {
    Ready::when(pane.frame().browse.is_wide(), "why-whole-already", &[])
}
