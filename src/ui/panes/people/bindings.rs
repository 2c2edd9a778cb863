//! What can be done about people: one table feeds dispatch, footer, `?`, `:` and the key table.

use super::{PeoplePane, firms};
use crate::desk::views::{KeyRow, PersonRow};
use crate::domain::Command;
use crate::domain::access::command::AccessCommand;
use crate::domain::access::{Algorithm, CodeDigest, Fingerprint, NewKey};
use crate::domain::person::command::PeopleCommand;
use crate::ui::frame::choose::{self, Way};
use crate::ui::frame::rules::{self, WORDS};
use crate::ui::frame::{Focus, ListPane, common};
use crate::ui::kit::binding::{Binding, Ready, Reason, Scope, bind};

/// The people as a place.
pub static SCOPE: Scope<PeoplePane> = Scope {
    id: "people",
    bindings: BINDINGS,
};

static BINDINGS: &[Binding<PeoplePane>] = &[
    bind("open-person", &["Enter", "Right"], 60, open_ready, |p| {
        p.open_card()
    }),
    common::back(),
    common::to_list(),
    bind(
        "person-new",
        &["n"],
        99,
        |p| choose::any(p, &NEW),
        |p| p.choose_of("act-person-new", &NEW),
    ),
    bind(
        "person-edit",
        &["e"],
        98,
        |p| choose::any(p, &EDIT),
        |p| p.choose_of("act-person-edit", &EDIT),
    ),
    bind(
        "person-withdraw",
        &["x"],
        97,
        |p| choose::any(p, &WITHDRAW),
        |p| p.choose_of("act-person-withdraw", &WITHDRAW),
    ),
    bind("invite", &[], 99, invite_ready, |p| p.ask_invite()),
    bind("add-person", &[], 98, Ready::always, |p| p.add_form()),
    bind("edit-person", &[], 97, edit_ready, |p| p.edit_form()),
    bind("roles", &[], 96, roles_ready, |p| p.roles_form()),
    bind("disable", &[], 95, disable_shown, |p| p.ask_disable()),
    bind(
        "enable",
        &["X"],
        95,
        |p| rules::or_hidden(enable_ready(p)),
        |p| p.enable(),
    ),
    bind("add-key", &[], 94, add_key_ready, |p| p.ask_key_line()),
    bind("revoke-key", &[], 93, revoke_ready, |p| p.ask_revoke()),
    bind("name-key", &[], 92, name_key_ready, |p| p.ask_name_key()),
    bind("withdraw", &[], 91, withdraw_ready, |p| p.ask_withdraw()),
    bind("attest", &[], 90, firms::attest_ready, |p| p.ask_attest()),
    bind("firm-manager", &[], 89, firms::manager_ready, |p| {
        p.ask_manager()
    }),
    common::filter(),
    common::sort(),
    common::whole(),
    common::copy(),
];

/// What is new with somebody.
const NEW: [Way<PeoplePane>; 3] = [
    ('n', "add-person", Ready::always, |p| p.add_form()),
    ('i', "invite", invite_ready, |p| p.ask_invite()),
    ('k', "add-key", add_key_ready, |p| p.ask_key_line()),
];

/// What is put right of somebody.
const EDIT: [Way<PeoplePane>; 5] = [
    ('e', "edit-person", edit_ready, |p| p.edit_form()),
    ('r', "roles", roles_ready, |p| p.roles_form()),
    ('k', "name-key", name_key_ready, |p| p.ask_name_key()),
    ('a', "attest", firms::attest_ready, |p| p.ask_attest()),
    ('m', "firm-manager", firms::manager_ready, |p| {
        p.ask_manager()
    }),
];

/// What is taken back from somebody.
const WITHDRAW: [Way<PeoplePane>; 3] = [
    (
        'x',
        "disable",
        |p| rules::already(disable_ready(p), "why-is-out"),
        |p| p.ask_disable(),
    ),
    ('k', "revoke-key", revoke_ready, |p| p.ask_revoke()),
    ('i', "withdraw", withdraw_ready, |p| p.ask_withdraw()),
];

fn somebody(p: &PeoplePane) -> Ready {
    Ready::when(p.selected().is_some(), "why-nobody", &[])
}

/// Whether the rules let it be done about who is selected.
fn can(p: &PeoplePane, command: impl FnOnce(&PersonRow) -> Command) -> Ready {
    match p.selected() {
        Some(row) => rules::ready(p.ctx(), command(row)),
        None => somebody(p),
    }
}

/// The same of what is filled in first.
fn opens(p: &PeoplePane, command: impl FnOnce(&PersonRow) -> Command) -> Ready {
    match p.selected() {
        Some(row) => rules::opens(p.ctx(), command(row)),
        None => somebody(p),
    }
}

fn edit_ready(p: &PeoplePane) -> Ready {
    opens(p, |row| {
        Command::People(PeopleCommand::Edit {
            person: row.id,
            name: row.name.as_str().into(),
            email: row.email.as_str().into(),
        })
    })
}

fn roles_ready(p: &PeoplePane) -> Ready {
    opens(p, |row| {
        Command::People(PeopleCommand::ChangeRoles {
            person: row.id,
            roles: row.roles.clone(),
        })
    })
}

/// No code stands for the one that will be made.
fn invite_ready(p: &PeoplePane) -> Ready {
    can(p, |row| {
        Command::Access(AccessCommand::Invite {
            person: row.id,
            digest: CodeDigest([0; 32]),
            until: rules::soon(p.ctx()),
        })
    })
}

fn disable_ready(p: &PeoplePane) -> Ready {
    can(p, |row| active(row, false))
}

/// Who may not enter already is let in again instead; else it is said why nobody else may go.
fn disable_shown(p: &PeoplePane) -> Ready {
    match enable_ready(p) {
        Ready::Yes => Ready::Hidden,
        _ => disable_ready(p),
    }
}

fn enable_ready(p: &PeoplePane) -> Ready {
    can(p, |row| active(row, true))
}

fn active(row: &PersonRow, active: bool) -> Command {
    let person = row.id;
    Command::People(PeopleCommand::SetActive { person, active })
}

/// The fingerprint of no key stands for that of the line that is asked for.
const NO_KEY: &str = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn add_key_ready(p: &PeoplePane) -> Ready {
    let Ok(fingerprint) = Fingerprint::parse(NO_KEY) else {
        return somebody(p);
    };
    opens(p, |row| {
        Command::Access(AccessCommand::AddKey {
            person: row.id,
            key: NewKey {
                fingerprint,
                algorithm: Algorithm::Ed25519,
                public: "ssh-ed25519 AAAA".into(),
                name: "".into(),
            },
        })
    })
}

/// The first of their keys that is in use.
fn on_key(p: &PeoplePane, command: impl FnOnce(&KeyRow) -> Command) -> Ready {
    if p.selected().is_none() {
        return somebody(p);
    }
    match p.keys.iter().find(|key| key.revoked.is_none()) {
        Some(key) => rules::opens(p.ctx(), command(key)),
        None => Ready::No(Reason::new("why-no-keys")),
    }
}

fn revoke_ready(p: &PeoplePane) -> Ready {
    on_key(p, |key| {
        Command::Access(AccessCommand::RevokeKey(key.fingerprint.clone()))
    })
}

fn name_key_ready(p: &PeoplePane) -> Ready {
    on_key(p, |key| {
        Command::Access(AccessCommand::NameKey {
            fingerprint: key.fingerprint.clone(),
            name: WORDS.into(),
        })
    })
}

fn withdraw_ready(p: &PeoplePane) -> Ready {
    if p.selected().is_none() {
        return somebody(p);
    }
    match p.their_invitations().next() {
        Some(row) => rules::ready(
            p.ctx(),
            Command::Access(AccessCommand::WithdrawInvitation(row.id)),
        ),
        None => Ready::No(Reason::new("why-no-invitations")),
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
    match id {
        "open-person" => Some(Reason::new("why-person-open")),
        "disable" => rules::reason(rules::already(disable_ready(p), "why-is-out")),
        "enable" => rules::reason(rules::already(enable_ready(p), "why-is-in")),
        _ => None,
    }
}
