//! Writing a note, beside what it is about. `Esc` leaves it, `N` comes back to it.

use super::{InboxPane, document};
use crate::domain::{Act, RequestId};
use crate::ui::frame::{ListPane, Opening, Writes, Writing, beside};
use crate::ui::kit::prose::Line;

/// The key of a request's draft note.
pub fn draft_key(request: RequestId) -> String {
    format!("note:{request}")
}

impl InboxPane {
    /// Opens the editor on a note for the selected request, with its draft if there is one.
    pub(super) fn write_note(&mut self) {
        let Some(row) = &self.row else { return };
        let request = row.id;
        let about = self.noted(request);
        let opening = Opening {
            key: draft_key(request),
            title: self.with("note-title", &[("request", request.to_string().into())]),
            keys: "note-keys",
            hint: "note-hint",
            about: (request.to_string(), about),
            ..Opening::default()
        };
        self.write_text(request, opening);
    }

    /// The request a note is on, to stand beside the note.
    fn noted(&self, request: RequestId) -> Vec<Line> {
        let width = beside(self.frame.browse.area());
        let detail = self.detail.as_ref();
        match (detail.filter(|detail| detail.row.id == request), width) {
            (Some(detail), Some(width)) => document::write(detail, self.ctx(), usize::from(width)),
            _ => Vec::new(),
        }
    }

    /// Puts the case beside a note that was begun before the case came.
    pub(super) fn show_beside_note(&mut self) {
        let about = |note: &Writing<RequestId>| note.about.1.is_empty().then_some(note.what);
        let bare = self.frame.texts.open.as_ref().and_then(about);
        let Some(lines) = bare.map(|request| self.noted(request)) else {
            return;
        };
        if let Some(note) = &mut self.frame.texts.open {
            note.about.1 = lines;
        }
    }
}

impl Writes for InboxPane {
    type Text = RequestId;

    fn beside_text(&self) -> Option<Vec<Line>> {
        let open = self.frame.texts.open.as_ref()?;
        Some(self.noted(open.what)).filter(|lines| !lines.is_empty())
    }

    fn send_text(&mut self) {
        let Some(writing) = &self.frame.texts.open else {
            return;
        };
        let (request, text) = (writing.what, writing.pad.editor.text());
        if text.trim().is_empty() {
            let words = self.text("refusal-text-missing");
            return self.frame.out.refuse(words);
        }
        let token = self.act(vec![request], Act::Note(text.into()));
        self.frame.texts.close_with(token, &mut self.frame.out);
    }

    /// The note is closed; its draft keeps it.
    fn left_text(&mut self, note: &Writing<RequestId>) {
        if self.frame.texts.drafts.has(&draft_key(note.what)) || note.pad.waits() {
            let words = self.text("draft-left");
            self.frame.out.say(words);
        }
    }

    fn foot(&self) -> Option<String> {
        let note = self.frame.texts.open.as_ref()?;
        self.others_line(note.what)
    }
}
