//! Writing what is asked, and the text of a project: the editor over the pane. A draft is saved as one types
//! and survives anything; `Esc` leaves it, the same key comes back to it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::OfficePane;
use crate::domain::quotation::Command as Step;
use crate::domain::{QuotationId, Seq};
use crate::ui::kit::editor::Edited;
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keys::{Input, Key};
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;
use crate::ui::message::{Effect, Event};
use crate::ui::panes::pad::{Came, Pad};

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Asked,
    Project,
}

/// A text being written.
pub struct Writing {
    id: QuotationId,
    kind: Kind,
    title: String,
    pub(super) pad: Pad,
    /// The latest version when it was begun, and the conditions that go with it.
    seen: u16,
    conditions: Box<str>,
    /// The record up to which was read what it was opened with.
    read: Seq,
    /// What somebody else wrote meanwhile, shown above what is typed here.
    meanwhile: Option<String>,
}

const ASKED: &str = "asked:";
const PROJECT: &str = "project:";

fn key(kind: Kind, id: QuotationId) -> String {
    let prefix = match kind {
        Kind::Asked => ASKED,
        Kind::Project => PROJECT,
    };
    format!("{prefix}{id}")
}

impl OfficePane {
    pub(super) fn write_asked(&mut self) {
        self.write(Kind::Asked);
    }

    pub(super) fn write_project(&mut self) {
        self.write(Kind::Project);
    }

    /// Opens the editor, with what stands there, or with its draft if there is one.
    fn write(&mut self, kind: Kind) {
        let selected = self.list.selected().copied();
        let whole = self.whole.as_ref();
        let Some(whole) = whole.filter(|whole| Some(whole.view.row.id) == selected) else {
            // Its texts are still on their way; the key works in a moment.
            return self.load();
        };
        let (id, version) = (whole.view.row.id, whole.view.versions.last());
        let seen = version.map_or(0, |version| version.number);
        let texts = whole.texts_of(seen);
        let (title, text) = match kind {
            Kind::Asked => ("asked-title", whole.asked.clone()),
            Kind::Project => ("project-title", texts.project.to_string()),
        };
        let title = self
            .ctx
            .texts
            .with(title, &[("quotation", id.to_string().into())]);
        let key = key(kind, id);
        if self.posting.sent().any(|sent| sent.pad.key() == key) {
            // Its draft is that of the text before until that one is recorded.
            let words = self.text("draft-sending");
            return self.out.refuse(words);
        }
        // One that was left and still waits for its draft is the same text.
        let left = self
            .left_texts
            .iter()
            .position(|left| left.pad.key() == key);
        let mut pad = match left {
            Some(at) => self.left_texts.swap_remove(at).pad,
            None => Pad::open(key, "", &text, &mut self.out),
        };
        pad.editor.to_end();
        self.writing = Some(Writing {
            id,
            kind,
            title,
            pad,
            seen,
            conditions: texts.conditions,
            read: whole.seq,
            meanwhile: None,
        });
    }

    /// A stored draft came, or a text came back from the person's own editor: it goes where it was asked
    /// for. Gives back one that nothing waits for.
    pub(super) fn written(&mut self, answer: Event) -> Option<Event> {
        let (open, mut taken) = (self.writing.iter_mut(), None);
        for writing in open.chain(&mut self.left_texts) {
            let came = match writing.pad.drafted(&answer, str::to_owned) {
                Came::Elsewhere => writing.pad.edited(&answer),
                came => came,
            };
            if came == Came::Elsewhere {
                continue;
            }
            Pad::say(came, &answer, &self.ctx.texts, &mut self.out);
            writing.pad.keep("", &mut self.out);
            taken = Some(writing.pad.deferred(came));
            break;
        }
        let Some(deferred) = taken else {
            return Some(answer);
        };
        self.left_texts.retain(|left| left.pad.waits());
        for input in deferred {
            self.put(&input);
        }
        None
    }

    pub(super) fn in_writing(&mut self, input: &Input) -> bool {
        let (inner, local) = (Panel::inner(self.area), self.ctx.local);
        let Some(writing) = &mut self.writing else {
            return false;
        };
        if writing.pad.defers(input, &self.ctx.texts, &mut self.out) {
            return true;
        }
        if let Input::Key(chord) = input
            && chord.ctrl
            && chord.key == Key::Char('e')
            && local
        {
            writing.pad.hand_out("", &self.ctx.texts, &mut self.out);
            return true;
        }
        let edited = writing.pad.editor.update(input, inner);
        writing.pad.keep("", &mut self.out);
        match edited {
            Edited::Open | Edited::Ignored => {}
            Edited::Cancel => {
                let left = self.writing.take().filter(|writing| writing.pad.waits());
                self.left_texts.extend(left);
                let words = self.text("text-left");
                self.out.say(words);
            }
            Edited::Submit => self.send_text(),
        }
        true
    }

    fn send_text(&mut self) {
        let Some(writing) = self.writing.take() else {
            return;
        };
        if !writing.pad.is_whole(&self.ctx.texts, &mut self.out) {
            self.writing = Some(writing);
            return;
        }
        let text: Box<str> = writing.pad.editor.text().trim().into();
        let quotation = writing.id;
        let token = match writing.kind {
            Kind::Project => self.step(Step::Assemble {
                quotation,
                seen: writing.seen,
                project: text,
                conditions: writing.conditions.clone(),
                valid_until: None,
            }),
            Kind::Asked => {
                let brief = self.view.as_ref().and_then(|view| view.brief.clone());
                let Some(brief) = brief else {
                    // It is gone from what they see; the text stays as a draft.
                    return;
                };
                let step = Step::Brief {
                    quotation,
                    brief: Box::new(brief),
                    asked: Some(text),
                };
                self.step_upon(step, writing.read)
            }
        };
        self.out.sends(token, writing.pad.key());
        self.posting.keep(token..=token, writing);
    }

    /// The text is kept and its draft forgotten; or it was refused, and is there again.
    pub(super) fn settle_writing(&mut self, token: u64, done: bool) {
        let Some(writing) = self.posting.settle(token) else {
            return;
        };
        if done {
            let key = writing.pad.key().to_owned();
            self.out.effects.push(Effect::DropDraft(key));
        } else {
            self.posting.wait(writing);
        }
    }

    /// What was sent had been changed meanwhile: the text goes on from what stands now, which is shown.
    pub(super) fn write_again(&mut self) {
        let (Some(writing), Some(whole)) = (&mut self.writing, &self.whole) else {
            return;
        };
        if whole.view.row.id != writing.id || whole.seq <= writing.read {
            return;
        }
        let latest = whole.view.versions.last();
        let latest = latest.map_or(0, |version| version.number);
        let texts = whole.texts_of(latest);
        let now = match writing.kind {
            Kind::Asked => whole.asked.clone(),
            Kind::Project => texts.project.to_string(),
        };
        (writing.read, writing.seen, writing.conditions) = (whole.seq, latest, texts.conditions);
        let first = now.lines().find(|line| !line.trim().is_empty());
        let first = first.unwrap_or_default().to_owned();
        let words = self
            .ctx
            .texts
            .with("form-text-now", &[("now", first.into())]);
        writing.meanwhile = (now != writing.pad.editor.text().trim()).then_some(words);
    }

    pub(super) fn view_writing(
        &self,
        writing: &Writing,
        area: Rect,
        buf: &mut Buffer,
        look: &Look<'_>,
    ) {
        paint::fill(buf, area, look.theme.screen);
        let keys = look.texts.get("text-keys");
        let (line, lines) = writing.pad.editor.line();
        let right = format!("{line}/{lines}");
        let panel = Panel {
            title: &writing.title,
            right: &right,
            bottom: writing.meanwhile.as_deref().unwrap_or(&keys),
            focused: true,
        };
        let inner = panel.view(area, buf, look);
        let hint = match writing.kind {
            Kind::Asked => look.texts.get("asked-hint"),
            Kind::Project => look.texts.get("project-hint"),
        };
        writing.pad.editor.view(inner, buf, look, &hint, true);
    }
}
