//! Whether what the house published shows in this inbox. A thousand sessions hear of every change; those
//! it does not show in have nothing to lay out and nothing to draw.

use std::sync::Arc;

use super::InboxPane;
use crate::domain::RequestId;
use crate::ui::frame::Ctx;
use crate::ui::frame::ListPane;

/// Where something is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    /// What stands for every line and every case: names, words, the minute.
    Everywhere,
    /// A request that shows.
    Here,
    /// Requests that do not show, or nothing.
    Elsewhere,
}

/// What a list shows of itself: which lines, how many there are and are marked, and where one is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Showing {
    lines: Vec<RequestId>,
    selected: usize,
    marked: usize,
    len: usize,
    complete: bool,
    /// Whether there is anything at all: an empty list says why it is empty.
    live: bool,
}

impl InboxPane {
    /// What is new since `old` for what shows.
    pub(super) fn news(&self, old: &Ctx) -> News {
        let ctx = self.ctx();
        let same = !ctx.is_another_minute(old)
            && Arc::ptr_eq(&old.texts, &ctx.texts)
            && Arc::ptr_eq(&old.names, &ctx.names)
            && old.me.id == ctx.me.id
            && old.me.permissions == ctx.me.permissions
            && old.me.zone == ctx.me.zone
            && old.sight.has_same_surroundings(&ctx.sight);
        if !same {
            return News::Everywhere;
        }
        if old.sight.seq() == ctx.sight.seq() {
            return News::Elsewhere;
        }
        let Some(changed) = ctx.sight.changed_since(old.sight.seq()) else {
            return News::Everywhere;
        };
        let shows = |id: &RequestId| changed.binary_search(id).is_ok();
        if self.watched_for().iter().any(shows) {
            News::Here
        } else {
            News::Elsewhere
        }
    }

    /// What happens beside a request (on the board, with a quotation) changes its story and not the
    /// request: the case is loaded again.
    pub(super) fn hear_story(&mut self) {
        let Some(row) = &self.row else { return };
        let shown = self.detail.as_ref();
        let shown = shown.filter(|d| (d.row.id, d.row.revision) == (row.id, row.revision));
        let Some(detail) = shown else { return };
        let changed = self.ctx().sight.changed_since(detail.seq);
        if changed.is_none_or(|ids| ids.binary_search(&row.id).is_ok()) {
            let request = row.id;
            self.load(request);
        }
    }

    /// The lines of the list as they show now.
    pub(super) fn showing(&self) -> Option<Showing> {
        self.frame.browse.rows.as_ref().map(|inbox| Showing {
            lines: self.lines(),
            selected: self.frame.browse.list.viewport.selected,
            marked: self.frame.browse.list.marks().len(),
            len: inbox.len(),
            complete: inbox.is_complete(),
            live: inbox.live() > 0,
        })
    }

    /// The requests that something shows of: the lines, the selected one, the one of the case, the one
    /// that is written on.
    pub(super) fn watched_for(&self) -> Vec<RequestId> {
        let mut ids = self.lines();
        ids.extend(self.row.as_ref().map(|row| row.id));
        ids.extend(self.detail.as_ref().map(|detail| detail.row.id));
        ids.extend(self.frame.texts.open.as_ref().map(|writing| writing.what));
        ids
    }

    fn lines(&self) -> Vec<RequestId> {
        let lines = self.frame.browse.list.viewport.visible();
        let inbox = self.frame.browse.rows.as_ref();
        lines.filter_map(|at| inbox?.id_at(at)).collect()
    }
}
