//! What can be done everywhere: undo, help, the palette, panes, language, theme. One table, like a
//! pane's own.

use super::app::App;
use super::kit::binding::{Binding, Entry, Ready, Reason, Scope, bind};
use super::kit::keymap::Overrides;
use super::message::Effect;
use super::panes;
use crate::desk::views::Me;
use crate::domain::Command;
use crate::domain::person::Permission;

/// The names of all bindings, for the key file.
pub(super) fn known_ids() -> Vec<String> {
    all_entries()
        .into_iter()
        .flatten()
        .map(|entry| entry.id.to_owned())
        .collect()
}

/// Every binding of every place, as if all could be done: for the key table.
pub fn all_entries() -> Vec<Vec<Entry>> {
    let mut sections = panes::all_entries();
    let keymap = GLOBAL.keymap(&Overrides::default()).unwrap_or_default();
    sections.push(GLOBAL.all_entries(&keymap));
    sections
}

/// The bindings of everywhere with these names, with the keys a person has for them.
pub(super) fn entries_of(ids: &[&str], keys: &Overrides) -> Vec<Entry> {
    let usual = || GLOBAL.keymap(&Overrides::default()).unwrap_or_default();
    let all = GLOBAL.all_entries(&GLOBAL.keymap(keys).unwrap_or_else(|_| usual()));
    let named = |id: &&str| all.iter().find(|entry| entry.id == *id).cloned();
    ids.iter().filter_map(named).collect()
}

/// What can be done everywhere.
pub static GLOBAL: Scope<App> = Scope {
    id: "everywhere",
    bindings: BINDINGS,
};

fn inside(app: &App) -> Ready {
    if app.me().is_some() {
        Ready::Yes
    } else {
        Ready::Hidden
    }
}

fn other_panes(app: &App) -> Ready {
    if app.panes() > 1 {
        Ready::Yes
    } else {
        Ready::Hidden
    }
}

/// There is a tour for most of what somebody can be.
fn tour_ready(app: &App) -> Ready {
    match app.guide() {
        Some(_) => Ready::Yes,
        None => Ready::Hidden,
    }
}

fn undo_ready(app: &App) -> Ready {
    stack_ready(app, |me| me.undo.0, "refusal-nothing-to-undo")
}

fn redo_ready(app: &App) -> Ready {
    stack_ready(app, |me| me.undo.1, "refusal-nothing-to-redo")
}

fn stack_ready(app: &App, has: fn(&Me) -> bool, why: &'static str) -> Ready {
    match app.person() {
        // Who works nothing has nothing to take back.
        Some(me) if has(me) => Ready::Yes,
        Some(me) if !me.may(Permission::OwnViews) => Ready::Hidden,
        Some(_) => Ready::No(Reason::new(why)),
        None => Ready::Hidden,
    }
}

fn sample_ready(app: &App) -> Ready {
    match app.person() {
        Some(me) if !me.sample && app.is_local() => Ready::Yes,
        _ => Ready::Hidden,
    }
}

/// Nobody is anybody in the sample house; elsewhere one is who one is.
fn cast_ready(app: &App) -> Ready {
    match app.person() {
        Some(me) if me.sample && app.is_local() => Ready::Yes,
        _ => Ready::Hidden,
    }
}

fn back_ready(app: &App) -> Ready {
    Ready::when(app.has_been(false), "why-nothing-behind", &[])
}

fn forward_ready(app: &App) -> Ready {
    Ready::when(app.has_been(true), "why-nothing-ahead", &[])
}

static BINDINGS: &[Binding<App>] = &[
    bind("undo", &["u"], 40, undo_ready, |app| {
        app.submit(Command::Undo)
    }),
    bind("redo", &["Ctrl-r"], 8, redo_ready, |app| {
        app.submit(Command::Redo)
    }),
    bind("help", &["?", "F1"], 100, inside, App::open_help),
    bind("palette", &[":", "Alt-x"], 30, inside, App::open_palette),
    bind("go-to", &[","], 0, inside, App::lead),
    bind("go-back", &["Ctrl-o", "Alt-Left"], 0, back_ready, |app| {
        app.travel(false);
    }),
    bind("go-forward", &["Alt-Right"], 0, forward_ready, |app| {
        app.travel(true);
    }),
    bind("next-pane", &["Tab"], 0, other_panes, App::next_pane),
    bind("theme", &["F2"], 0, inside, App::next_theme),
    bind("language", &["F3"], 0, inside, App::next_language),
    bind("tour", &["F4"], 0, tour_ready, App::open_tour),
    bind("sample", &[], 0, sample_ready, |app| {
        app.ask(Effect::OpenSample)
    }),
    bind("switch-person", &[], 0, cast_ready, App::ask_cast),
    bind("bell", &[], 0, inside, App::switch_bell),
    bind("redraw", &["Ctrl-l"], 0, Ready::always, |app| {
        app.ask(Effect::Redraw)
    }),
    bind("quit", &["Ctrl-q", "Ctrl-c"], 20, Ready::always, |app| {
        app.ask(Effect::Quit)
    }),
];
