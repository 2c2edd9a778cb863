//! What can be done from a page that only names things, such as Home: the pane that has the thing under the cursor
//! takes it up without being opened, offers its actions here, and is opened when one of them asks something. It stands
//! as it did once the cursor is elsewhere. Never knows a pane.

use super::{App, Stage};
use crate::ui::frame::Pane;
use crate::ui::kit::binding::Entry;
use crate::ui::kit::binding::offers::Offers;
use crate::ui::kit::keys::Input;
use crate::ui::message::{Effect, Jump};
use crate::ui::panes::Placed;

/// What the open pane points at, and which pane took that up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lent {
    to: Jump,
    pane: Option<&'static str>,
}

impl App {
    /// Has what the open pane points at taken up by the pane that has it.
    pub(super) fn reach(&mut self) {
        let wanted = self.pane().and_then(|pane| pane.points_at());
        if self.lent.map(|lent| lent.to) == wanted {
            return;
        }
        let before = self.lent.take();
        let Stage::Inside { ctx, panes, open } = &mut self.stage else {
            return;
        };
        let mut taken = None;
        if let Some(to) = wanted {
            let others = panes.iter_mut().enumerate();
            for (_, pane) in others.filter(|(at, _)| at != open) {
                pane.renew(ctx.clone());
                if pane.take_up(to) {
                    taken = Some(pane.name());
                    break;
                }
            }
            self.lent = Some(Lent { to, pane: taken });
        }
        let before = before.and_then(|lent| lent.pane);
        if let Some(before) = before.filter(|before| Some(*before) != taken) {
            give_back(panes, before);
        }
        self.take_out();
    }

    /// Lets the pane that took something up stand as it did.
    pub(super) fn let_go(&mut self) {
        let lent = self.lent.take().and_then(|lent| lent.pane);
        if let (Some(name), Stage::Inside { panes, .. }) = (lent, &mut self.stage) {
            give_back(panes, name);
        }
    }

    /// The pane that took up what the open one points at.
    fn helper(&self) -> Option<&Placed> {
        let name = self.lent?.pane?;
        match &self.stage {
            Stage::Inside { panes, .. } => panes.iter().find(|pane| pane.name() == name),
            Stage::Entrance(_) | Stage::Gone => None,
        }
    }

    /// It catches up with what the session knows.
    pub(super) fn renew_helper(&mut self) {
        let Some(name) = self.lent.and_then(|lent| lent.pane) else {
            return;
        };
        if let Stage::Inside { ctx, panes, .. } = &mut self.stage
            && let Some(pane) = panes.iter_mut().find(|pane| pane.name() == name)
        {
            self.changed |= pane.renew(ctx.clone());
        }
    }

    /// What can be done here with what the open pane points at.
    pub(super) fn entries_afar(&self) -> Vec<Entry> {
        let helper = self.helper();
        helper.map(|pane| pane.entries_afar()).unwrap_or_default()
    }

    /// The same, for the footer.
    pub(super) fn offers_afar(&self) -> Option<Box<dyn Offers + '_>> {
        self.helper().and_then(|pane| pane.offers_afar())
    }

    /// Does what a key means for it; false when it means nothing.
    pub(super) fn pressed_afar(&mut self, input: &Input) -> bool {
        let Input::Key(chord) = input else {
            return false;
        };
        let chord = *chord;
        self.act_afar(|pane| pane.press_afar(chord))
    }

    /// Does an action for it, by place and name; false when it is none.
    pub(super) fn chosen_afar(&mut self, scope: &str, id: &str) -> bool {
        let entries = self.entries_afar();
        let its = entries
            .iter()
            .any(|entry| entry.scope == scope && entry.id == id);
        its && self.act_afar(|pane| pane.choose(scope, id))
    }

    fn act_afar(&mut self, act: impl FnOnce(&mut dyn Pane) -> bool) -> bool {
        let Some(name) = self.lent.and_then(|lent| lent.pane) else {
            return false;
        };
        let Stage::Inside { panes, open, .. } = &mut self.stage else {
            return false;
        };
        let found = panes.iter_mut().enumerate();
        let Some((place, pane)) = found.into_iter().find(|(_, pane)| pane.name() == name) else {
            return false;
        };
        if !act(&mut **pane) {
            return false;
        }
        let sent = pane.out().effects.iter().filter_map(|effect| match effect {
            Effect::Submit { token, .. } => Some(*token),
            _ => None,
        });
        self.errands.extend(sent);
        // What it asks is asked where it is; it was come for.
        if pane.typing() {
            pane.keep();
            *open = place;
            self.lent = None;
            self.arrive();
        }
        true
    }

    /// Whether this token is that of something done from afar: what it came to is said where one is.
    pub(super) fn was_errand(&mut self, token: u64) -> bool {
        let before = self.errands.len();
        self.errands.retain(|errand| *errand != token);
        before != self.errands.len()
    }
}

fn give_back(panes: &mut [Placed], name: &str) {
    if let Some(pane) = panes.iter_mut().find(|pane| pane.name() == name) {
        pane.give_back();
    }
}
