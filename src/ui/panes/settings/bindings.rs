//! What can be done with settings: one table feeds dispatch, footer, `?`, `:` and the key table.

use super::fields::Stop;
use super::sections::SectionId;
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
    bind("mend-missing", &["Enter"], 99, mend_ready, |p| p.enter()),
    bind("open-section", &["Enter", "Right"], 99, open_ready, |p| {
        p.open_card();
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
    bind("bring-back-draft", &["u"], 90, back_ready, |p| {
        p.bring_back_discarded();
    }),
    bind("setting-history", &["h"], 95, history_ready, |p| {
        p.history()
    }),
    bind("open-set-up", &[], 0, set_up_ready, |p| {
        p.open_section(SectionId::SetUp, 0);
    }),
    bind("discard-setting", &[], 0, one_ready, |p| p.discard_one()),
    bind("discard-section", &[], 0, section_ready, |p| {
        p.discard_section();
    }),
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
const DISCARD: [Way<SettingsPane>; 3] = [
    ('x', "discard-setting", one_ready, |p| p.discard_one()),
    ('s', "discard-section", section_ready, |p| {
        p.discard_section();
    }),
    ('a', "discard-all-settings", draft_ready, |p| {
        p.discard_all();
    }),
];

/// Whether the rules let them be changed at all: what is typed is asked for.
fn edit_ready(p: &SettingsPane) -> Ready {
    let (Some(_), Some((config, _))) = (p.field(), &p.now) else {
        return Ready::Hidden;
    };
    let house = Some(Box::new(config.house.clone()));
    let terms = None;
    rules::opens(
        p.ctx(),
        Command::House(HouseCommand::Settle { house, terms }),
    )
}

fn mend_ready(p: &SettingsPane) -> Ready {
    match p.stop() {
        Some(Stop::Lack(_)) => Ready::Yes,
        _ => Ready::Hidden,
    }
}

fn open_ready(p: &SettingsPane) -> Ready {
    match p.frame.browse.focus {
        Focus::Card => Ready::Hidden,
        Focus::List => Ready::when(p.selected().is_some(), "why-no-section", &[]),
    }
}

fn history_ready(p: &SettingsPane) -> Ready {
    let chapter = p.selected().and_then(|row| row.id.chapter());
    match p.page {
        Page::Section => Ready::when(chapter.is_some(), "why-no-history", &[]),
        Page::Changes | Page::History => Ready::Hidden,
    }
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
    let Some(spot) = p.field() else {
        return Ready::Hidden;
    };
    let changed = p.draft.iter().any(|one| one.spot == spot);
    Ready::when(changed, "why-setting-same", &[])
}

fn section_ready(p: &SettingsPane) -> Ready {
    match p.selected() {
        Some(row) if matches!(row.id, SectionId::Part(_)) => {
            Ready::when(row.changed > 0, "why-section-same", &[])
        }
        _ => Ready::Hidden,
    }
}

/// What was discarded comes back before anything recorded is undone.
fn back_ready(p: &SettingsPane) -> Ready {
    match p.discarded.is_empty() {
        true => Ready::Hidden,
        false => Ready::Yes,
    }
}

fn set_up_ready(p: &SettingsPane) -> Ready {
    Ready::when(!p.beside.missing.is_empty(), "why-nothing-missing", &[])
}

/// Why what is hidden now cannot be done: its key is not on the screen, but somebody may know it.
pub(super) fn why_hidden(p: &SettingsPane, id: &str) -> Option<Reason> {
    let in_list = p.frame.browse.focus == Focus::List;
    match id {
        "edit-setting" if in_list => Some(Reason::new("why-section-closed")),
        "open-section" if p.is_on_page() => Some(Reason::new("why-section-open")),
        _ => None,
    }
}
