//! Writing what is asked, and the text of a project: the editor over the pane. A draft is saved as one types
//! and survives anything; `Esc` leaves it, the same key comes back to it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::OfficePane;
use crate::domain::quotation::Command as Step;
use crate::domain::{QuotationId, Seq};
use crate::ui::kit::editor::{Edited, Editor};
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keys::Input;
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;
use crate::ui::message::Effect;
use crate::ui::panes::Pane;

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
    editor: Editor,
    revision: u64,
    /// The latest version when it was begun, and the conditions that go with it.
    seen: u16,
    conditions: Box<str>,
    /// The stored draft has not come yet.
    awaiting: bool,
    /// The record up to which was read what it was opened with.
    read: Seq,
    /// What somebody else wrote meanwhile, shown above what is typed here.
    meanwhile: Option<String>,
}

const ASKED: &str = "asked:";
const PROJECT: &str = "project:";

/// Whether a draft of this key is one of these.
pub(super) fn is_key(key: &str) -> bool {
    key.starts_with(ASKED) || key.starts_with(PROJECT)
}

impl Writing {
    fn key(&self) -> String {
        let prefix = match self.kind {
            Kind::Asked => ASKED,
            Kind::Project => PROJECT,
        };
        format!("{prefix}{}", self.id)
    }
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
        let mut editor = Editor::new(&text);
        editor.to_end();
        let revision = editor.revision();
        let writing = Writing {
            id,
            kind,
            title,
            editor,
            revision,
            seen,
            conditions: texts.conditions,
            awaiting: true,
            read: whole.seq,
            meanwhile: None,
        };
        self.out.effects.push(Effect::LoadDraft(writing.key()));
        self.writing = Some(writing);
    }

    /// The stored draft came: it takes the place of what stood there, unless something was typed since.
    pub(super) fn draft(&mut self, key: &str, text: Option<String>) {
        let Some(writing) = &mut self.writing else {
            return;
        };
        if writing.key() != key || !writing.awaiting {
            return;
        }
        writing.awaiting = false;
        let untouched = writing.editor.revision() == writing.revision;
        if let Some(stored) = text.filter(|_| untouched) {
            writing.editor = Editor::new(&stored);
            writing.editor.to_end();
            writing.revision = writing.editor.revision();
        }
    }

    pub(super) fn in_writing(&mut self, input: &Input) -> bool {
        let inner = Panel::inner(self.area);
        let Some(writing) = &mut self.writing else {
            return false;
        };
        let edited = writing.editor.update(input, inner);
        if writing.editor.revision() != writing.revision {
            writing.revision = writing.editor.revision();
            let (key, text) = (writing.key(), writing.editor.text());
            let effect = if text.trim().is_empty() {
                Effect::DropDraft(key)
            } else {
                Effect::SaveDraft { key, text }
            };
            self.out.effects.push(effect);
        }
        match edited {
            Edited::Open | Edited::Ignored => {}
            Edited::Cancel => {
                self.writing = None;
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
        let text: Box<str> = writing.editor.text().trim().into();
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
                let Some(brief) = brief else { return };
                let step = Step::Brief {
                    quotation,
                    brief: Box::new(brief),
                    asked: Some(text),
                };
                self.step_upon(step, writing.read)
            }
        };
        self.posting = Some((token, writing));
    }

    /// The text is kept and its draft forgotten; or it was refused, and is there again.
    pub(super) fn settle_writing(&mut self, token: u64, done: bool) {
        let Some((_, writing)) = self.posting.take_if(|(sent, _)| *sent == token) else {
            return;
        };
        if done {
            self.out.effects.push(Effect::DropDraft(writing.key()));
        } else if !self.typing() {
            self.writing = Some(writing);
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
        writing.meanwhile = (now != writing.editor.text().trim()).then_some(words);
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
        let (line, lines) = writing.editor.line();
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
        writing.editor.view(inner, buf, look, &hint, true);
    }
}
