//! What can be done in every list pane, with the same keys: a line each in the pane's own table.

use super::{Focus, ListPane, copying, order};
use crate::domain::Command;
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

/// `Y`: copies something of the selected one.
pub const fn copy<P: ListPane>() -> Binding<P> {
    bind("copy", &["Y"], 0, copy_ready, copying::ask)
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
    let browse = &pane.frame().browse;
    let can = browse.whole || browse.shows_both();
    Ready::when(can, "why-whole-already", &[])
}

/// `o`: sorts by a column.
pub const fn sort<P: ListPane>() -> Binding<P> {
    bind("sort", &["o"], 43, Ready::always, order::ask)
}

/// `Ctrl-a`: marks all rows, or none.
pub const fn mark_all<P: ListPane>() -> Binding<P> {
    bind("mark-all", &["Ctrl-a"], 0, in_list, |pane| {
        let browse = &mut pane.frame_mut().browse;
        let rows = browse.rows.as_ref();
        let more = rows.is_some_and(|rows| browse.list.mark_all(rows, Command::MOST));
        say_most(pane, more);
    })
}

/// `V`: marks all rows from the last mark to this one.
pub const fn mark_range<P: ListPane>() -> Binding<P> {
    bind("mark-range", &["V"], 0, in_list, |pane| {
        let browse = &mut pane.frame_mut().browse;
        let rows = browse.rows.as_ref();
        let more = rows.is_some_and(|rows| browse.list.mark_range(rows, Command::MOST));
        say_most(pane, more);
    })
}

/// Says that no more can be marked at once.
fn say_most<P: ListPane>(pane: &mut P, more: bool) {
    if more {
        let words = pane.with("marked-most", &[("n", Command::MOST.into())]);
        pane.frame_mut().out.say(words);
    }
}

/// Rows are marked where they are listed.
fn in_list<P: ListPane>(pane: &P) -> Ready {
    let browse = &pane.frame().browse;
    match browse.focus {
        Focus::Card => Ready::Hidden,
        Focus::List => Ready::when(browse.selected().is_some(), "why-nothing", &[]),
    }
}
