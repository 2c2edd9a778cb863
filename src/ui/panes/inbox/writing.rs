//! Writing a note: the editor beside what it is about. A draft is saved as one types and survives
//! anything; `Esc` leaves it, `N` comes back to it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::InboxPane;
use super::document::Document;
use super::keeping::Words;
use crate::domain::{Act, RequestId};
use crate::ui::kit::editor::Edited;
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keys::{Input, Key};
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;
use crate::ui::kit::prose;
use crate::ui::message::Event;
use crate::ui::panes::drafts::Drafts;
use crate::ui::panes::pad::{Came, Pad, Stored};

/// From this width on, what is being answered stands beside the editor.
const BESIDE: u16 = 100;

/// A note being written.
pub struct Writing {
    request: RequestId,
    title: String,
    pub(super) pad: Pad,
    /// What it is about, laid out.
    about: Document,
}

/// The key of a request's draft note.
pub fn draft_key(request: RequestId) -> String {
    format!("note:{request}")
}

/// The request of such a key.
pub fn of_key(key: &str) -> Option<RequestId> {
    key.strip_prefix("note:").and_then(|id| id.parse().ok())
}

impl Writing {
    /// What it is about.
    pub fn request(&self) -> RequestId {
        self.request
    }

    /// Draws it over the pane, with who else is at the request below the text.
    pub fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>, others: Option<&str>) {
        paint::fill(buf, area, look.theme.screen);
        let (place, beside) = places(area);
        let keys = look.texts.get("note-keys");
        let (line, lines) = self.pad.editor.line();
        let right = format!("{line}/{lines}");
        let panel = Panel {
            title: &self.title,
            right: &right,
            bottom: &keys,
            focused: true,
        };
        let inner = panel.view(place, buf, look);
        let hint = look.texts.get("note-hint");
        let page = page(inner, others.is_some());
        self.pad.editor.view(page, buf, look, &hint, true);
        if let Some(others) = others {
            let last = paint::row(inner, page.height);
            paint::text(buf, last, others, look.theme.accent);
        }
        if let Some(beside) = beside {
            let title = self.request.to_string();
            let panel = Panel {
                title: &title,
                right: "",
                bottom: "",
                focused: false,
            };
            let inner = panel.view(beside, buf, look);
            prose::view(&self.about.lines, 0, inner, buf, look.theme);
        }
    }
}

/// Where the text is written: the last row is for who else is at the request.
fn page(inner: Rect, others: bool) -> Rect {
    Rect {
        height: inner.height.saturating_sub(u16::from(others)),
        ..inner
    }
}

fn places(area: Rect) -> (Rect, Option<Rect>) {
    if area.width < BESIDE {
        return (area, None);
    }
    let left = area.width / 2;
    let beside = Rect {
        x: area.x + left,
        width: area.width - left,
        ..area
    };
    (
        Rect {
            width: left,
            ..area
        },
        Some(beside),
    )
}

impl InboxPane {
    /// Opens the editor on a note for the selected request, with its draft if there is one.
    pub(super) fn write_note(&mut self) {
        let Some(row) = &self.row else { return };
        let title = self
            .ctx
            .texts
            .with("note-title", &[("request", row.id.to_string().into())]);
        let width = places(self.area)
            .1
            .map_or(0, |beside| Panel::inner(beside).width);
        let about = self
            .detail
            .as_ref()
            .filter(|d| d.row.id == row.id && width > 0);
        let about = about
            .map(|d| Document::write(d, &self.ctx, width))
            .unwrap_or_default();
        let request = row.id;
        let key = draft_key(request);
        if self.sending.iter().any(|(_, sent)| *sent == key) {
            // Its draft is that of the note before until that one is recorded.
            let words = self.ctx.texts.get("draft-sending").into_owned();
            return self.out.refuse(words);
        }
        // One that was left and still waits for its draft is the same text.
        let left = self
            .left_notes
            .iter()
            .position(|left| left.request == request);
        let pad = match left {
            Some(at) => self.left_notes.swap_remove(at).pad,
            None => Pad::open(key, "", "", &mut self.out),
        };
        self.writing = Some(Writing {
            request,
            title,
            pad,
            about,
        });
    }

    /// A stored draft came, or a text came back from the person's own editor: it goes where it was asked
    /// for. Gives back one that nothing waits for.
    pub(super) fn written(&mut self, answer: Event) -> Option<Event> {
        let (open, mut taken) = (self.writing.iter_mut(), None);
        for writing in open.chain(&mut self.left_notes) {
            let came = match writing.pad.drafted(&answer, str::to_owned) {
                Came::Elsewhere => writing.pad.edited(&answer),
                came => came,
            };
            if came == Came::Elsewhere {
                continue;
            }
            Pad::say(came, &answer, &self.ctx.texts, &mut self.out);
            let (request, stored) = (writing.request, writing.pad.keep("", &mut self.out));
            mark(&mut self.drafts, request, stored);
            taken = Some(writing.pad.deferred(came));
            break;
        }
        let Some(deferred) = taken else {
            return Some(answer);
        };
        self.left_notes.retain(|left| left.pad.waits());
        for input in deferred {
            self.put(&input);
        }
        None
    }

    /// The note is closed; one that still waits for an answer is stored when that came.
    fn leave_note(&mut self) {
        let Some(writing) = self.writing.take() else {
            return;
        };
        if self.drafts.has(&writing.request) || writing.pad.waits() {
            let words = self.ctx.texts.get("draft-left").into_owned();
            self.out.say(words);
        }
        if writing.pad.waits() {
            self.left_notes.push(writing);
        }
    }

    pub(super) fn in_writing(&mut self, input: &Input) -> bool {
        let local = self.ctx.local;
        let Some(writing) = &mut self.writing else {
            return false;
        };
        let others = self.ctx.onlookers.at(writing.request).next().is_some();
        if writing.pad.defers(input, &self.ctx.texts, &mut self.out) {
            return true;
        }
        let inner = page(Panel::inner(places(self.area).0), others);
        if let Input::Key(chord) = input
            && chord.ctrl
            && chord.key == Key::Char('e')
            && local
        {
            writing.pad.hand_out("", &self.ctx.texts, &mut self.out);
            return true;
        }
        let edited = writing.pad.editor.update(input, inner);
        let (request, stored) = (writing.request, writing.pad.keep("", &mut self.out));
        mark(&mut self.drafts, request, stored);
        match edited {
            Edited::Open | Edited::Ignored => {}
            Edited::Cancel => self.leave_note(),
            Edited::Submit => self.send_note(),
        }
        true
    }

    fn send_note(&mut self) {
        let Some(writing) = self.writing.take() else {
            return;
        };
        let text = writing.pad.editor.text();
        let is_empty = text.trim().is_empty();
        if is_empty {
            let words = self.ctx.texts.get("refusal-text-missing").into_owned();
            self.out.refuse(words);
        }
        if is_empty || !writing.pad.is_whole(&self.ctx.texts, &mut self.out) {
            self.writing = Some(writing);
            return;
        }
        let (request, before) = (writing.request, self.out.last_token());
        let token = self.act(vec![request], Act::Note(text.into()));
        self.sending.push((token, draft_key(request)));
        self.keep(before, Some(Words::Noted(Box::new(writing))));
    }
}

/// The list says whether there is a draft.
fn mark(drafts: &mut Drafts<RequestId>, request: RequestId, stored: Stored) {
    match stored {
        Stored::Same => {}
        Stored::Kept => drafts.put(request),
        Stored::Gone => drafts.drop(&request),
    }
}
