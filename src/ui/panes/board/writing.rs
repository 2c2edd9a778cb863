//! Writing for the board: a few fields, and below them the text, beside what it is about. What is typed is
//! kept as it is typed; nothing of it is lost by leaving, by a refusal, or by a line that drops.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::BoardPane;
use super::posting::{Drafting, Of};
use crate::domain::OpportunityId;
use crate::text::fit;
use crate::ui::kit::editor::{Edited, Editor};
use crate::ui::kit::field::Kind;
use crate::ui::kit::form::{Form, Formed};
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keys::{Input, Key};
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;
use crate::ui::kit::prose::{self, Line, Tone};
use crate::ui::message::Effect;

/// From this width on, what it is about stands beside it.
const BESIDE: u16 = 100;
/// From this width on a field has room for its note on the same line.
const ROOMY: u16 = 74;

/// What is written.
pub(super) enum What {
    /// A proposal.
    Proposal(OpportunityId),
    /// The description of what is posted or put right.
    Description(Box<Drafting>),
}

/// Something being written.
pub(super) struct Writing {
    pub(super) what: What,
    title: String,
    /// What the text is, over it.
    label: String,
    /// The text at the bottom: which keys there are.
    keys: &'static str,
    /// The key of its draft.
    draft: String,
    pub(super) form: Form,
    in_form: bool,
    pub(super) editor: Editor,
    about: Vec<Line>,
    /// The stored draft has not come yet.
    pub(super) awaiting: bool,
    /// What was stored last.
    stored: String,
    /// The token of the command it was sent with.
    pub(super) sent: Option<u64>,
    /// The text it was opened with.
    pub(super) opened: String,
}

impl Writing {
    pub(super) fn new(
        what: What,
        title: String,
        label: String,
        draft: String,
        form: Form,
        text: &str,
    ) -> Writing {
        let keys = match &what {
            What::Proposal(_) => "board-write-keys",
            What::Description(_) => "board-describe-keys",
        };
        let mut writing = Writing {
            what,
            title,
            label,
            keys,
            draft,
            in_form: !form.fields.is_empty(),
            form,
            editor: Editor::new(text),
            about: Vec::new(),
            awaiting: true,
            stored: String::new(),
            sent: None,
            opened: text.to_owned(),
        };
        writing.stored = writing.kept();
        writing
    }

    /// All of it as one text: a line per field, then the text.
    fn kept(&self) -> String {
        let fields = self.form.fields.iter().map(|field| match &field.kind {
            Kind::Line { line, .. } => line.text().to_owned(),
            Kind::One { .. } | Kind::Some { .. } | Kind::Toggle { .. } | Kind::Find { .. } => {
                String::new()
            }
        });
        let lines: Vec<String> = fields.chain([self.editor.text()]).collect();
        lines.join("\n")
    }

    /// Puts a stored draft in.
    fn restore(&mut self, stored: &str) {
        let mut rest = stored;
        for field in &mut self.form.fields {
            let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
            rest = after;
            if let Kind::Line { line: typed, .. } = &mut field.kind {
                *typed = crate::ui::kit::line::Line::new(line);
            }
        }
        self.editor = Editor::new(rest);
        self.editor.to_end();
        self.stored = self.kept();
    }

    /// Where the fields, the rule below them and the text stand.
    fn places(&self, inner: Rect) -> (Rect, Rect, Rect) {
        let each = if inner.width >= ROOMY { 1 } else { 2 };
        let fields = u16::try_from(self.form.fields.len()).unwrap_or(0) * each;
        let top = fields.min(inner.height);
        let rule = u16::from(!self.form.fields.is_empty()).min(inner.height - top);
        let form = Rect {
            height: top,
            ..inner
        };
        let line = Rect {
            y: inner.y + top,
            height: rule,
            ..inner
        };
        let text = Rect {
            y: inner.y + top + rule,
            height: inner.height - top - rule,
            ..inner
        };
        (form, line, text)
    }

    /// Draws it over the pane.
    pub(super) fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        paint::fill(buf, area, look.theme.screen);
        let (place, beside) = sides(area);
        let keys = look.texts.get(self.keys);
        let (line, lines) = self.editor.line();
        let right = format!("{line}/{lines}");
        let panel = Panel {
            title: &self.title,
            right: &right,
            bottom: &keys,
            focused: true,
        };
        let inner = panel.view(place, buf, look);
        let (form, rule, text) = self.places(inner);
        let rest = usize::from(rule.width).saturating_sub(fit::width(&self.label) + 3);
        let heading = format!("─ {} {}", self.label, "─".repeat(rest));
        paint::text(buf, rule, &heading, look.theme.muted);
        // The one that has the keys comes last: the cursor stands where it put it.
        if self.in_form {
            self.editor.view(text, buf, look, "", false);
            self.form.view(form, buf, look);
        } else {
            self.form.view_resting(form, buf, look);
            let hint = look.texts.get(match self.what {
                What::Proposal(_) => "board-write-hint",
                What::Description(_) => "board-describe-hint",
            });
            self.editor.view(text, buf, look, &hint, true);
        }
        if let Some(beside) = beside {
            let panel = Panel::default();
            let inner = panel.view(beside, buf, look);
            let inner = Rect {
                x: inner.x + 1,
                width: inner.width.saturating_sub(2),
                ..inner
            };
            prose::view(&self.about, 0, inner, buf, look.theme);
        }
    }
}

fn sides(area: Rect) -> (Rect, Option<Rect>) {
    if area.width < BESIDE {
        return (area, None);
    }
    let left = area.width / 2;
    let beside = Rect {
        x: area.x + left,
        width: area.width - left,
        ..area
    };
    let place = Rect {
        width: left,
        ..area
    };
    (place, Some(beside))
}

impl BoardPane {
    /// Opens a writing, with its draft if there is one.
    pub(super) fn write(&mut self, mut writing: Writing) {
        let beside = sides(self.area).1;
        let width = beside.map(|area| Panel::inner(area).width.saturating_sub(2));
        if let (Some(page), Some(width)) = (self.page(), width) {
            writing.about = super::page::asked(page, &self.ctx, width);
        }
        let key = writing.draft.clone();
        self.out.effects.push(Effect::LoadDraft(key));
        self.writing = Some(writing);
    }

    /// What was sent had been changed meanwhile: what was typed is laid over what stands now.
    pub(super) fn write_again(&mut self) {
        let Some(writing) = self.writing.take() else {
            return;
        };
        match writing.what {
            What::Proposal(_) => self.propose_again(writing),
            What::Description(drafting) if matches!(drafting.of, Of::Amend(..)) => {
                let text = writing.editor.text();
                self.amend_again(*drafting, text);
            }
            What::Description(_) => self.writing = Some(writing),
        }
    }

    /// What stands now, beside what is typed, where there is room for it.
    pub(super) fn beside(&mut self, title: &str, text: &str) {
        let Some(writing) = &mut self.writing else {
            return;
        };
        writing.label = format!("{} · {title}", writing.label);
        let Some(area) = sides(self.area).1 else {
            return;
        };
        let width = usize::from(Panel::inner(area).width.saturating_sub(2));
        let mut lines = prose::words(title, width, Tone::Accent);
        for line in text.lines() {
            lines.extend(prose::words(line, width, Tone::Text));
        }
        lines.push(Line::new());
        lines.append(&mut writing.about);
        writing.about = lines;
    }

    /// The stored draft came; what was typed meanwhile wins.
    pub(super) fn draft(&mut self, key: &str, text: Option<String>) -> bool {
        let Some(writing) = &mut self.writing else {
            return false;
        };
        if writing.draft != key || !writing.awaiting {
            return false;
        }
        writing.awaiting = false;
        let untouched = writing.kept() == writing.stored;
        match text {
            Some(stored) if untouched => writing.restore(&stored),
            Some(_) | None => self.save_draft(),
        }
        true
    }

    /// The text came back from the person's own editor.
    pub(super) fn edited(&mut self, text: Option<String>) -> bool {
        let Some(writing) = &mut self.writing else {
            return false;
        };
        if let Some(text) = text {
            writing.editor = Editor::new(&text);
            writing.editor.to_end();
            self.save_draft();
        }
        true
    }

    fn save_draft(&mut self) {
        let Some(writing) = &mut self.writing else {
            return;
        };
        let text = writing.kept();
        if writing.awaiting || text == writing.stored {
            return;
        }
        writing.stored.clone_from(&text);
        let key = writing.draft.clone();
        if let What::Proposal(id) = writing.what {
            self.drafts.retain(|one| *one != id);
            if !text.trim().is_empty() {
                self.drafts.push(id);
            }
        }
        self.out.effects.push(if text.trim().is_empty() {
            Effect::DropDraft(key)
        } else {
            Effect::SaveDraft { key, text }
        });
    }

    /// What was written is safe elsewhere.
    pub(super) fn drop_draft(&mut self) {
        let Some(writing) = self.writing.take() else {
            return;
        };
        if let What::Proposal(id) = writing.what {
            self.drafts.retain(|one| *one != id);
        }
        self.out.effects.push(Effect::DropDraft(writing.draft));
    }

    pub(super) fn in_writing(&mut self, input: &Input) -> bool {
        let (place, _) = sides(self.area);
        let local = self.ctx.local;
        let Some(writing) = &mut self.writing else {
            return false;
        };
        let (form, _, text) = writing.places(Panel::inner(place));
        if let Input::Key(chord) = input {
            let last = writing.form.fields.len().saturating_sub(1);
            let at = writing.form.focus;
            match (chord.key, chord.ctrl) {
                (Key::Char('s'), true) => {
                    self.hand();
                    return true;
                }
                (Key::Char('e'), true) if local => {
                    let text = writing.editor.text();
                    self.out.effects.push(Effect::EditOutside(text));
                    return true;
                }
                (Key::Tab, _) if !writing.form.fields.is_empty() => {
                    let leaves = !writing.in_form || at == if chord.shift { 0 } else { last };
                    if leaves {
                        writing.in_form = !writing.in_form;
                        writing.form.focus = if chord.shift { last } else { 0 };
                        return true;
                    }
                }
                (Key::Enter | Key::Down, _) if writing.in_form && at == last => {
                    writing.in_form = false;
                    return true;
                }
                _ => {}
            }
        }
        let presses = |area: Rect| matches!(input, Input::Mouse(mouse) if mouse.within(area));
        if presses(form) {
            writing.in_form = true;
        } else if presses(text) {
            writing.in_form = false;
        }
        let left = if writing.in_form {
            writing.form.update(input, form) == Formed::Cancel
        } else {
            writing.editor.update(input, text) == Edited::Cancel
        };
        self.save_draft();
        if left {
            self.leave_writing();
        }
        true
    }

    /// One step back: what was written stays as a draft.
    fn leave_writing(&mut self) {
        let Some(writing) = self.writing.take() else {
            return;
        };
        match writing.what {
            What::Proposal(id) if self.drafts.contains(&id) => {
                let words = self.text("board-draft-left");
                self.out.say(words);
            }
            What::Proposal(_) => {}
            What::Description(mut drafting) => {
                drafting.text = writing.editor.text();
                self.back_to_form(*drafting);
            }
        }
    }

    /// `Ctrl-s`: hands in what was written.
    fn hand(&mut self) {
        let Some(writing) = &self.writing else { return };
        match &writing.what {
            What::Proposal(_) => self.ask_hand(),
            What::Description(_) => self.describe(),
        }
    }
}
