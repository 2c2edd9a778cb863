//! What can be done in every list pane, with the same keys: a line each in the pane's own table.

use super::{Focus, ListPane};
use crate::ui::kit::binding::{Binding, Ready, bind};

/// `Esc`: one step back.
pub const fn back<P: ListPane>() -> Binding<P> {
    bind("back", &["Esc"], 61, P::back_ready, |pane| {
        pane.back();
    })
}

/// `←`: from the card to the list.
pub const fn to_list<P: ListPane>() -> Binding<P> {
    bind("to-list", &["Left"], 0, in_card, |pane| {
        pane.back();
    })
}

fn in_card<P: ListPane>(pane: &P) -> Ready {
    let inside = pane.frame().browse.focus == Focus::Card;
    Ready::when(inside, "why-in-list", &[])
}

/// `/`: types a filter.
pub const fn filter<P: ListPane>() -> Binding<P> {
    bind("filter", &["/"], 88, Ready::always, P::start_filter)
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
