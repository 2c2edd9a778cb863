//! Writing a note: the editor beside what it is about. A draft is saved as one types and survives
//! anything; `Esc` leaves it, `N` comes back to it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::InboxPane;
use super::document::Document;
use super::keeping::Kept;
use crate::domain::{Act, RequestId};
use crate::ui::kit::editor::{Edited, Editor};
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keys::{Input, Key};
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;
use crate::ui::kit::prose;
use crate::ui::message::Effect;

/// From this width on, what is being answered stands beside the editor.
const BESIDE: u16 = 100;

/// A note being written.
pub struct Writing {
    request: RequestId,
    title: String,
    editor: Editor,
    /// What it is about, laid out.
    about: Document,
    revision: u64,
    /// The stored draft has not come yet.
    awaiting: bool,
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
        let (line, lines) = self.editor.line();
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
        self.editor.view(page, buf, look, &hint, true);
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
        self.out.effects.push(Effect::LoadDraft(draft_key(row.id)));
        self.writing = Some(Writing {
            request: row.id,
            title,
            editor: Editor::new(""),
            about,
            revision: 0,
            awaiting: true,
        });
    }

    /// The stored draft came: it stands before what was typed meanwhile.
    pub(super) fn draft(&mut self, key: &str, text: Option<String>) {
        let Some(writing) = &mut self.writing else {
            return;
        };
        if draft_key(writing.request) != key || !writing.awaiting {
            return;
        }
        writing.awaiting = false;
        let typed = writing.editor.text();
        if let Some(stored) = text {
            writing.editor = Editor::new(&format!("{stored}{typed}"));
            writing.editor.to_end();
            writing.revision = writing.editor.revision();
        }
        // What was typed before the stored draft came is not saved yet.
        if !typed.is_empty() {
            self.save_draft();
        }
    }

    /// The text came back from the person's own editor.
    pub(super) fn edited(&mut self, text: Option<String>) {
        if let (Some(writing), Some(text)) = (&mut self.writing, text) {
            writing.editor = Editor::new(&text);
            writing.editor.to_end();
            self.save_draft();
        }
    }

    fn save_draft(&mut self) {
        let Some(writing) = &mut self.writing else {
            return;
        };
        writing.revision = writing.editor.revision();
        let (key, text) = (draft_key(writing.request), writing.editor.text());
        if text.trim().is_empty() {
            self.drafts.retain(|id| *id != writing.request);
            self.out.effects.push(Effect::DropDraft(key));
        } else {
            if !self.drafts.contains(&writing.request) {
                self.drafts.push(writing.request);
            }
            self.out.effects.push(Effect::SaveDraft { key, text });
        }
    }

    pub(super) fn in_writing(&mut self, input: &Input) -> bool {
        let local = self.ctx.local;
        let Some(writing) = &mut self.writing else {
            return false;
        };
        let others = self.ctx.onlookers.at(writing.request).next().is_some();
        let inner = page(Panel::inner(places(self.area).0), others);
        if let Input::Key(chord) = input
            && chord.ctrl
            && chord.key == Key::Char('e')
            && local
        {
            self.out
                .effects
                .push(Effect::EditOutside(writing.editor.text()));
            return true;
        }
        let edited = writing.editor.update(input, inner);
        if writing.editor.revision() != writing.revision && !writing.awaiting {
            self.save_draft();
        }
        match edited {
            Edited::Open | Edited::Ignored => {}
            Edited::Cancel => {
                self.writing = None;
                let words = self.ctx.texts.get("draft-left").into_owned();
                if self
                    .row
                    .as_ref()
                    .is_some_and(|row| self.drafts.contains(&row.id))
                {
                    self.out.say(words);
                }
            }
            Edited::Submit => self.send_note(),
        }
        true
    }

    fn send_note(&mut self) {
        let Some(writing) = self.writing.take() else {
            return;
        };
        let text = writing.editor.text();
        if text.trim().is_empty() {
            let words = self.ctx.texts.get("refusal-text-missing").into_owned();
            self.out.refuse(words);
            self.writing = Some(writing);
            return;
        }
        let (request, before) = (writing.request, self.out.last_token());
        let token = self.act(vec![request], Act::Note(text.into()));
        self.sending.push((token, draft_key(request)));
        self.keep(before, Some(Kept::Noted(Box::new(writing))));
    }
}
