//! What can be done with settings: one table feeds dispatch, footer, `?`, `:` and the key table.

use super::{Page, SettingsPane};
use crate::domain::Command;
use crate::domain::house::command::HouseCommand;
use crate::ui::frame::choose::{self, Way};
use crate::ui::frame::{Focus, ListPane, common, rules};
use crate::ui::kit::binding::{Binding, Ready, Reason, Scope, bind};

/// The settings as a place.
pub static SCOPE: Scope<SettingsPane> = Scope {
    id: "settings",
    bindings: BINDINGS,
};

static BINDINGS: &[Binding<SettingsPane>] = &[
    bind("edit-setting", &["e", "Enter"], 99, edit_ready, |p| {
        p.edit()
    }),
    bind("compare-settings", &["="], 98, draft_ready, |p| p.compare()),
    bind("apply-settings", &["y"], 97, apply_ready, |p| p.apply()),
    bind(
        "discard-settings",
        &["x"],
        96,
        |p| choose::any(p, &DISCARD),
        |p| {
            let title = p.text("act-discard-settings");
            choose::choose(p, title, &DISCARD);
        },
    ),
    bind("setting-history", &["h"], 95, some, |p| p.history()),
    bind("open-setting", &["Right"], 0, open_ready, |p| p.open_card()),
    bind("discard-setting", &[], 0, one_ready, |p| p.discard_one()),
    bind("discard-all-settings", &[], 0, draft_ready, |p| {
        p.discard_all();
    }),
    common::back(),
    common::to_list(),
    common::filter(),
    common::whole(),
    common::copy(),
];

/// What of the draft is thrown away.
const DISCARD: [Way<SettingsPane>; 2] = [
    ('x', "discard-setting", one_ready, |p| p.discard_one()),
    ('a', "discard-all-settings", draft_ready, |p| {
        p.discard_all();
    }),
];

fn some(p: &SettingsPane) -> Ready {
    Ready::when(p.selected().is_some(), "why-no-setting", &[])
}

/// Whether the rules let them be changed at all: what is typed is asked for.
fn edit_ready(p: &SettingsPane) -> Ready {
    let (Some(_), Some((config, _))) = (p.selected(), &p.now) else {
        return some(p);
    };
    let house = Some(Box::new(config.house.clone()));
    let terms = None;
    rules::opens(
        p.ctx(),
        Command::House(HouseCommand::Settle { house, terms }),
    )
}

fn draft_ready(p: &SettingsPane) -> Ready {
    Ready::when(!p.draft.is_empty(), "why-no-draft", &[])
}

fn apply_ready(p: &SettingsPane) -> Ready {
    match (draft_ready(p), p.command()) {
        (Ready::Yes, Some(Command::Upon { command, .. })) => rules::ready(p.ctx(), *command),
        (ready, _) => ready,
    }
}

fn one_ready(p: &SettingsPane) -> Ready {
    let spot = p.selected().map(|row| row.spot);
    let changed = p.draft.iter().any(|one| Some(one.spot) == spot);
    Ready::when(changed, "why-setting-same", &[])
}

fn open_ready(p: &SettingsPane) -> Ready {
    match p.frame.browse.focus {
        Focus::Card => Ready::Hidden,
        Focus::List => some(p),
    }
}

/// Why what is hidden now cannot be done: its key is not on the screen, but somebody may know it.
pub(super) fn why_hidden(p: &SettingsPane, id: &str) -> Option<Reason> {
    let in_card = id == "open-setting" && p.page == Page::Setting;
    in_card.then(|| Reason::new("why-setting-open"))
}
