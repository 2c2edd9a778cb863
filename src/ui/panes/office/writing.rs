//! Writing what is asked, and the text of a project. `Esc` leaves it, the same key comes back to it.

use super::OfficePane;
use crate::desk::views::QuotationWhole;
use crate::domain::quotation::QuotationCommand;
use crate::domain::{QuotationId, Seq};
use crate::ui::frame::{ListPane, Opening, Writes, Writing};

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Asked,
    Project,
}

/// What a text of the office is of.
pub struct Written {
    id: QuotationId,
    kind: Kind,
    /// The latest version when it was begun, and the conditions that go with it.
    seen: u16,
    conditions: Box<str>,
    /// The record up to which was read what it was opened with.
    read: Seq,
}

impl Written {
    /// What is written of `whole`, and the text as it stands there.
    fn of(kind: Kind, whole: &QuotationWhole) -> (Written, String) {
        let latest = whole.view.versions.last();
        let seen = latest.map_or(0, |version| version.number);
        let texts = whole.texts_of(seen);
        let text = match kind {
            Kind::Asked => whole.asked.clone(),
            Kind::Project => texts.project.to_string(),
        };
        let written = Written {
            id: whole.view.row.id,
            kind,
            seen,
            conditions: texts.conditions,
            read: whole.seq,
        };
        (written, text)
    }
}

impl OfficePane {
    pub(super) fn write_asked(&mut self) {
        self.write_of(Kind::Asked);
    }

    pub(super) fn write_project(&mut self) {
        self.write_of(Kind::Project);
    }

    /// Opens the editor, with what stands there, or with its draft if there is one.
    fn write_of(&mut self, kind: Kind) {
        let selected = self.frame.browse.selected();
        let whole = self.whole.as_ref();
        let Some(whole) = whole.filter(|whole| Some(whole.view.row.id) == selected) else {
            // Its texts are still on their way; the key works in a moment.
            return self.load();
        };
        let (what, text) = Written::of(kind, whole);
        let (key, title, hint) = match kind {
            Kind::Asked => ("asked", "asked-title", "asked-hint"),
            Kind::Project => ("project", "project-title", "project-hint"),
        };
        let opening = Opening {
            key: format!("{key}:{}", what.id),
            title: self.with(title, &[("quotation", what.id.to_string().into())]),
            keys: "text-keys",
            hint,
            text,
            ..Opening::default()
        };
        self.write_text(what, opening);
        if let Some(writing) = &mut self.frame.texts.open {
            writing.pad.editor.to_end();
        }
    }
}

impl Writes for OfficePane {
    type Text = Written;

    fn send_text(&mut self) {
        let Some(writing) = &self.frame.texts.open else {
            return;
        };
        let text: Box<str> = writing.pad.editor.text().trim().into();
        let (quotation, what) = (writing.what.id, &writing.what);
        let token = match what.kind {
            Kind::Project => {
                let step = QuotationCommand::Assemble {
                    quotation,
                    seen: what.seen,
                    project: text,
                    conditions: what.conditions.clone(),
                    valid_until: None,
                };
                self.step(step)
            }
            Kind::Asked => {
                let brief = self.view.as_ref().and_then(|view| view.brief.clone());
                let read = what.read;
                let Some(brief) = brief else {
                    // It is gone from what they see; the text stays as a draft.
                    self.frame.texts.open = None;
                    return;
                };
                let step = QuotationCommand::Brief {
                    quotation,
                    brief: Box::new(brief),
                    asked: Some(text),
                };
                self.step_upon(step, read)
            }
        };
        self.frame.texts.close_with(token, &mut self.frame.out);
    }

    fn left_text(&mut self, _: &Writing<Written>) {
        let words = self.text("text-left");
        self.frame.out.say(words);
    }

    /// What was sent had been changed meanwhile: the text goes on from what stands now, which is shown.
    fn text_overtaken(&mut self) {
        let (Some(writing), Some(whole)) = (&mut self.frame.texts.open, &self.whole) else {
            return;
        };
        if whole.view.row.id != writing.what.id || whole.seq <= writing.what.read {
            return;
        }
        let (what, now) = Written::of(writing.what.kind, whole);
        writing.what = what;
        let first = now.lines().find(|line| !line.trim().is_empty());
        let first = first.unwrap_or_default().to_owned();
        let texts = &self.frame.ctx.texts;
        let words = texts.with("form-text-now", &[("now", first.into())]);
        writing.meanwhile = (now != writing.pad.editor.text().trim()).then_some(words);
    }
}
