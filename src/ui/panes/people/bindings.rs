//! What can be done about people: one table feeds dispatch, footer, `?`, `:` and the README.

use super::PeoplePane;
use crate::ui::frame::{Focus, ListPane, common};
use crate::ui::kit::binding::{Binding, Ready, Reason, Scope, bind};

/// The people as a place.
pub static SCOPE: Scope<PeoplePane> = Scope {
    id: "people",
    bindings: &BINDINGS,
};

static BINDINGS: [Binding<PeoplePane>; 15] = [
    bind("open-person", &["Enter"], 60, open_ready, |p| p.open_card()),
    common::back(),
    bind("invite", &["i"], 99, enters, |p| p.ask_invite()),
    bind("add-person", &["n"], 98, Ready::always, |p| p.add_form()),
    bind("edit-person", &["e"], 97, somebody, |p| p.edit_form()),
    bind("roles", &["R"], 96, somebody, |p| p.roles_form()),
    bind("disable", &["x"], 95, enters_or_hidden, |p| p.ask_disable()),
    bind("enable", &["X"], 95, out_or_hidden, |p| p.enable()),
    bind("add-key", &["K"], 94, enters, |p| p.ask_key_line()),
    bind("revoke-key", &["D"], 93, has_keys, |p| p.ask_revoke()),
    bind("name-key", &["N"], 92, has_keys, |p| p.ask_name_key()),
    bind("withdraw", &["I"], 91, has_invitations, |p| {
        p.ask_withdraw()
    }),
    common::filter(),
    common::whole(),
    common::copy(),
];

fn somebody(p: &PeoplePane) -> Ready {
    Ready::when(p.selected().is_some(), "why-nobody", &[])
}

fn is_in(p: &PeoplePane) -> bool {
    p.selected().is_some_and(|row| row.active)
}

/// Keys and invitations are for who may enter.
fn enters(p: &PeoplePane) -> Ready {
    match somebody(p) {
        Ready::Yes => Ready::when(is_in(p), "refusal-may-not-enter", &[]),
        refused => refused,
    }
}

fn enters_or_hidden(p: &PeoplePane) -> Ready {
    if p.selected().is_none() || is_in(p) {
        somebody(p)
    } else {
        Ready::Hidden
    }
}

fn out_or_hidden(p: &PeoplePane) -> Ready {
    if p.selected().is_some_and(|row| !row.active) {
        Ready::Yes
    } else {
        Ready::Hidden
    }
}

fn has_keys(p: &PeoplePane) -> Ready {
    match somebody(p) {
        Ready::Yes => {
            let live = p.keys.iter().any(|key| key.revoked.is_none());
            Ready::when(live, "why-no-keys", &[])
        }
        refused => refused,
    }
}

fn has_invitations(p: &PeoplePane) -> Ready {
    match somebody(p) {
        Ready::Yes => {
            let open = p.their_invitations().next().is_some();
            Ready::when(open, "why-no-invitations", &[])
        }
        refused => refused,
    }
}

fn open_ready(p: &PeoplePane) -> Ready {
    match p.frame.browse.focus {
        Focus::Card => Ready::Hidden,
        Focus::List => somebody(p),
    }
}

/// Why what is hidden now cannot be done: its key is not on the screen, but somebody may know it.
pub(super) fn why_hidden(p: &PeoplePane, id: &str) -> Option<Reason> {
    let why = match id {
        "open-person" => "why-person-open",
        _ if p.selected().is_none() => "why-nobody",
        "disable" => "why-is-out",
        "enable" => "why-is-in",
        _ => return None,
    };
    Some(Reason::new(why))
}
