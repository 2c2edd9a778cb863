//! The case of the selected request: asking for it, page by page of its timeline, and taking it once it came.

use super::InboxPane;
use crate::desk::views::Detail;
use crate::domain::{Refusal, RequestId};
use crate::ui::frame::ListPane;

impl InboxPane {
    /// Asks for a case: the page of its timeline that is shown, or the newest of another's.
    pub(super) fn load(&mut self, request: RequestId) {
        let shown = self.detail.as_ref().filter(|d| d.row.id == request);
        self.load_page(request, shown.map_or(0, |detail| detail.back));
    }

    fn load_page(&mut self, request: RequestId, back: usize) {
        let look = Detail::look(request, back);
        self.loading.ask(look, &mut self.frame.out);
    }

    /// Asks for the page of the timeline before the one that is shown, or for the one behind it.
    pub(super) fn turn_page(&mut self, older: bool) {
        let Some(detail) = self.case() else { return };
        let (request, back) = (detail.row.id, detail.back);
        let back = match older {
            true => back + 1,
            false => back.saturating_sub(1),
        };
        self.load_page(request, back);
    }

    pub(super) fn loaded(&mut self, request: RequestId, detail: Result<Detail, Refusal>) {
        if self.frame.browse.selected() != Some(request) {
            return;
        }
        match detail {
            Ok(detail) => {
                self.detail = Some(detail);
                self.write();
                self.show_beside_note();
                self.known();
            }
            Err(refusal) => {
                let words = self.ctx().teller().refusal(&refusal);
                self.frame.out.refuse(words);
            }
        }
    }

    /// The case of the selected row, once it came.
    pub(super) fn case(&self) -> Option<&Detail> {
        let id = self.row.as_ref()?.id;
        self.detail.as_ref().filter(|detail| detail.row.id == id)
    }
}
