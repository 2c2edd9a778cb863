//! What can be done with the lists: one table feeds dispatch, footer, `?`, `:` and the key table.

use super::{ListsPane, Page};
use crate::domain::Command;
use crate::domain::lists::command::ListsCommand;
use crate::ui::frame::choose::{self, Way};
use crate::ui::frame::{Focus, ListPane, common, rules};
use crate::ui::kit::binding::{Binding, Ready, Reason, Scope, bind};

/// The lists as a place.
pub static SCOPE: Scope<ListsPane> = Scope {
    id: "lists",
    bindings: BINDINGS,
};

static BINDINGS: &[Binding<ListsPane>] = &[
    bind("open-list", &["Enter", "Right"], 99, open_list_ready, |p| {
        p.opened()
    }),
    bind("edit-entry", &["e", "Enter"], 98, edit_ready, |p| {
        p.edit_form()
    }),
    bind("new-entry", &["n"], 97, new_ready, |p| p.new_form()),
    bind("retire-entry", &["x"], 96, retire_ready, |p| p.retire()),
    bind("return-entry", &["X"], 95, return_ready, |p| p.bring_back()),
    bind("apply-lists", &["y"], 94, apply_ready, |p| p.apply()),
    bind("compare-lists", &["="], 93, compare_ready, |p| p.compare()),
    bind("raise-entry", &["Alt-Up", "Alt-k"], 92, raise_ready, |p| {
        p.shift(false)
    }),
    bind(
        "lower-entry",
        &["Alt-Down", "Alt-j"],
        91,
        lower_ready,
        |p| p.shift(true),
    ),
    bind("undo-list-draft", &["u"], 90, undo_ready, |p| {
        p.undo_draft()
    }),
    bind("discard-lists", &["x"], 89, discard_ready, |p| {
        let title = p.text("act-discard-lists");
        choose::choose(p, title, &DISCARD);
    }),
    bind("list-history", &["h"], 62, history_ready, |p| p.history()),
    bind("open-entry", &["Right"], 0, open_entry_ready, |p| {
        p.frame.browse.open();
        p.sync();
    }),
    bind("show-lists", &[], 0, Ready::always, |p| p.leave_list()),
    bind("discard-list", &[], 0, discard_one_ready, |p| {
        p.discard(p.list())
    }),
    bind("discard-all-lists", &[], 0, draft_ready, |p| {
        p.discard(None)
    }),
    common::back(),
    common::to_list(),
    common::filter(),
    common::whole(),
    common::copy(),
];

/// What of the draft is thrown away.
const DISCARD: [Way<ListsPane>; 2] = [
    ('x', "discard-list", discard_one_ready, |p| {
        p.discard(p.list())
    }),
    ('a', "discard-all-lists", draft_ready, |p| p.discard(None)),
];

/// Whether the draft can be written: the stored one has come, and an entry is selected that is not struck off.
fn entry_ready(p: &ListsPane) -> Ready {
    if p.open.is_none() || p.page == Page::Changes {
        return Ready::Hidden;
    }
    if p.books.waits() {
        return Ready::No(Reason::new("draft-coming"));
    }
    Ready::when(p.selected().is_some(), "why-no-entry", &[])
}

/// Of the entry that is selected: whether it is to be struck off, and whether it is retired.
fn stands(p: &ListsPane) -> Option<(bool, bool)> {
    let (_, key) = p.selected()?;
    let now = p.edited.now(&key);
    Some((now.is_none(), now.is_some_and(|entry| entry.retired)))
}

fn open_list_ready(p: &ListsPane) -> Ready {
    match (p.open, p.page) {
        (None, Page::Row) => Ready::when(p.list().is_some(), "why-list-none", &[]),
        _ => Ready::Hidden,
    }
}

fn edit_ready(p: &ListsPane) -> Ready {
    match (entry_ready(p), stands(p)) {
        (Ready::Yes, Some((true, _))) => Ready::No(Reason::new("why-entry-struck")),
        (ready, _) => ready,
    }
}

fn new_ready(p: &ListsPane) -> Ready {
    let Some(list) = p.open.filter(|_| p.page != Page::Changes) else {
        return Ready::Hidden;
    };
    if p.books.waits() {
        return Ready::No(Reason::new("draft-coming"));
    }
    let room = p.edited.to.len() < list.most();
    let most = [("most", list.most().into())];
    Ready::when(room, "why-list-full", &most)
}

fn retire_ready(p: &ListsPane) -> Ready {
    let offered = p.edited.to.iter().filter(|entry| !entry.retired).count();
    match (edit_ready(p), stands(p), p.selected()) {
        (Ready::Yes, Some((_, false)), Some((list, _))) => {
            let others = offered > 1 || !list.needs_one();
            Ready::when(others, "why-entry-last", &[])
        }
        (Ready::Yes, Some((_, true)), Some((list, key))) => {
            let uses = p.uses.get(&list).map_or(0, |uses| uses.of(&key));
            Ready::when(uses == 0, "why-entry-retired", &[])
        }
        (ready, ..) => ready,
    }
}

/// Only where there is something to bring back.
fn return_ready(p: &ListsPane) -> Ready {
    match (entry_ready(p), stands(p)) {
        (Ready::Yes, Some((true, _) | (_, true))) => Ready::Yes,
        (Ready::Yes, _) => Ready::Hidden,
        (ready, _) => rules::or_hidden(ready),
    }
}

fn shift_ready(p: &ListsPane, further: bool, why: &'static str) -> Ready {
    match edit_ready(p) {
        Ready::Yes => Ready::when(p.neighbour(further).is_some(), why, &[]),
        ready => ready,
    }
}

fn raise_ready(p: &ListsPane) -> Ready {
    shift_ready(p, false, "why-entry-first")
}

fn lower_ready(p: &ListsPane) -> Ready {
    shift_ready(p, true, "why-entry-lowest")
}

fn draft_ready(p: &ListsPane) -> Ready {
    Ready::when(p.changes > 0, "why-no-list-draft", &[])
}

fn compare_ready(p: &ListsPane) -> Ready {
    match p.page {
        Page::Changes => Ready::Hidden,
        Page::Row | Page::History => draft_ready(p),
    }
}

/// Whether the rules let them be changed at all: whether what is struck off is used by now is told when it is applied.
fn apply_ready(p: &ListsPane) -> Ready {
    match draft_ready(p) {
        Ready::Yes => rules::opens(p.ctx(), Command::Lists(ListsCommand::Change(Vec::new()))),
        ready => ready,
    }
}

fn undo_ready(p: &ListsPane) -> Ready {
    match p.books.has_before() {
        true => Ready::Yes,
        false => Ready::Hidden,
    }
}

/// Where entries are worked on the key retires them.
fn discard_ready(p: &ListsPane) -> Ready {
    match p.open.is_none() || p.page == Page::Changes {
        true => choose::any(p, &DISCARD),
        false => Ready::Hidden,
    }
}

fn discard_one_ready(p: &ListsPane) -> Ready {
    let changed = p.books.changed();
    let its = p.list().is_some_and(|list| changed.contains(&list));
    Ready::when(its, "why-list-same", &[])
}

fn history_ready(p: &ListsPane) -> Ready {
    Ready::when(p.list().is_some(), "why-list-none", &[])
}

fn open_entry_ready(p: &ListsPane) -> Ready {
    match (p.open, p.frame.browse.focus) {
        (Some(_), Focus::List) => Ready::when(p.selected().is_some(), "why-no-entry", &[]),
        _ => Ready::Hidden,
    }
}

/// Why what is hidden now cannot be done: its key is not on the screen, but somebody may know it.
pub(super) fn why_hidden(p: &ListsPane, id: &str) -> Option<Reason> {
    let why = match id {
        "edit-entry" | "new-entry" | "retire-entry" | "return-entry" | "raise-entry"
        | "lower-entry"
            if p.page == Page::Changes =>
        {
            "why-list-changes"
        }
        "return-entry" if p.open.is_some() => "why-entry-offered",
        "new-entry" | "edit-entry" | "return-entry" | "raise-entry" | "lower-entry" => {
            "why-list-closed"
        }
        "compare-lists" => "why-list-compared",
        "open-entry" => "why-entry-open",
        _ => return None,
    };
    Some(Reason::new(why))
}
