//! Where one was, to go back to and forward again, across panes (`Ctrl-o`, `Alt-→`); and the way back from what one
//! came for. Knows no pane: a spot is the name of one and what leads to what it showed.

use super::{App, Stage};
use crate::ui::kit::keys::{Input, Key};
use crate::ui::message::Jump;

/// Spots kept, each way.
const KEPT: usize = 50;

/// A pane and what was open in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pane: &'static str,
    shown: Option<Jump>,
}

/// Where one was.
#[derive(Debug, Default)]
pub(super) struct Trail {
    behind: Vec<Spot>,
    ahead: Vec<Spot>,
    /// What one came for from elsewhere: `Esc` leads back from there.
    came_for: Option<Spot>,
    /// Whether the last step was one along the trail.
    along: bool,
}

impl Spot {
    /// The name of its pane.
    pub(super) fn pane(self) -> &'static str {
        self.pane
    }

    /// What was open there.
    pub(super) fn shown(self) -> Option<Jump> {
        self.shown
    }
}

impl Trail {
    /// One went from `before` to `after` by a way of one's own.
    fn left(&mut self, before: Spot, after: Spot) {
        // A list one only passed through is no place to come back to.
        if before.pane == after.pane && before.shown.is_none() {
            return;
        }
        push(&mut self.behind, before);
        self.ahead.clear();
    }
}

fn push(spots: &mut Vec<Spot>, spot: Spot) {
    if spots.last() == Some(&spot) {
        return;
    }
    if spots.len() >= KEPT {
        spots.remove(0);
    }
    spots.push(spot);
}

impl App {
    /// Where one is.
    pub(super) fn spot(&self) -> Option<Spot> {
        let Stage::Inside { panes, open, .. } = &self.stage else {
            return None;
        };
        let pane = panes.get(*open)?;
        Some(Spot {
            pane: pane.name(),
            shown: pane.shown(),
        })
    }

    /// Keeps where one was, when one is elsewhere now.
    pub(super) fn follow(&mut self, before: Option<Spot>) {
        if std::mem::take(&mut self.trail.along) {
            return;
        }
        if let (Some(before), Some(after)) = (before, self.spot())
            && before != after
        {
            self.trail.left(before, after);
        }
    }

    /// One came here for what is shown now.
    pub(super) fn arrive(&mut self) {
        self.trail.came_for = self.spot();
    }

    /// Whether there is a place to go back to, or forward to again.
    pub(in crate::ui) fn has_been(&self, ahead: bool) -> bool {
        let spots = if ahead {
            &self.trail.ahead
        } else {
            &self.trail.behind
        };
        !spots.is_empty()
    }

    /// Leaves what one came for, for where one came from; false when that is not what `input` means here.
    pub(super) fn leads_back(&mut self, input: &Input) -> bool {
        let esc = matches!(input, Input::Key(chord) if chord.key == Key::Esc && !chord.ctrl);
        let there = self.trail.came_for.is_some() && self.trail.came_for == self.spot();
        let leaves = esc && there && self.pane().is_some_and(|pane| pane.is_come_for());
        leaves && self.travel(false)
    }

    /// Goes back, or forward again: to the nearest spot that is still there. False when there is none.
    pub(in crate::ui) fn travel(&mut self, ahead: bool) -> bool {
        let Some(here) = self.spot() else {
            return false;
        };
        loop {
            let from = if ahead {
                &mut self.trail.ahead
            } else {
                &mut self.trail.behind
            };
            let Some(spot) = from.pop() else {
                return false;
            };
            if spot != here && self.stand(here, spot) {
                let to = if ahead {
                    &mut self.trail.behind
                } else {
                    &mut self.trail.ahead
                };
                push(to, here);
                self.trail.came_for = None;
                self.trail.along = true;
                return true;
            }
        }
    }

    /// Where one was, the last one first, each once.
    pub(super) fn visited(&self) -> Vec<Spot> {
        let (here, mut spots) = (self.spot(), Vec::new());
        for spot in self.trail.behind.iter().rev() {
            if Some(*spot) != here && !spots.contains(spot) {
                spots.push(*spot);
            }
        }
        spots
    }

    /// Goes to one of the spots where one was, as to a new one.
    pub(super) fn visit(&mut self, spot: Spot) {
        if let Some(here) = self.spot()
            && !self.stand(here, spot)
        {
            let (words, at) = (self.texts.get("jump-nowhere").into_owned(), self.utc());
            self.toasts.refused(words, at);
        }
    }

    /// Goes to a spot; false when it is not there any more.
    fn stand(&mut self, here: Spot, spot: Spot) -> bool {
        self.let_go();
        let Stage::Inside { ctx, panes, .. } = &mut self.stage else {
            return false;
        };
        let Some(place) = panes.iter().position(|pane| pane.name() == spot.pane) else {
            return false;
        };
        let left = panes.iter_mut().find(|pane| pane.name() == here.pane);
        if let Some(left) = left.filter(|pane| pane.is_come_for()) {
            // Its list was not gone through: it stands as it did.
            left.close();
        }
        if let Some(pane) = panes.get_mut(place) {
            pane.renew(ctx.clone());
            match spot.shown {
                shown if shown == pane.shown() => {}
                None => pane.close(),
                Some(shown) if pane.jump(shown) => {}
                Some(_) => return false,
            }
        }
        self.turn_to(place);
        self.changed = true;
        true
    }
}
