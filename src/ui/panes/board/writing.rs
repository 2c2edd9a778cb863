//! Writing for the board: a few fields, and below them the text, beside what it is about. What is typed is
//! kept as it is typed; nothing of it is lost by leaving, by a refusal, or by a line that drops.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::BoardPane;
use super::posting::{Drafting, Of};
use crate::domain::OpportunityId;
use crate::text::fit;
use crate::ui::kit::editor::Edited;
use crate::ui::kit::field::{Field, Kind};
use crate::ui::kit::form::{Form, Formed};
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keys::{Input, Key};
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;
use crate::ui::kit::prose::{self, Line, Tone};
use crate::ui::message::{Effect, Event};
use crate::ui::panes::Out;
use crate::ui::panes::drafts::Drafts;
use crate::ui::panes::pad::{Came, MOST_LEFT, Pad, Stored};

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
    pub(super) pad: Pad,
    pub(super) form: Form,
    /// The fields as they were when the draft was asked for.
    begun: Vec<String>,
    in_form: bool,
    about: Vec<Line>,
    /// The token of the command it was sent with, and what was sent.
    sent: Option<(u64, String)>,
    /// The text as it stood when it was opened.
    pub(super) opened: String,
}

/// What was typed in each field.
fn lines(form: &Form) -> Vec<String> {
    let text = |field: &Field| match &field.kind {
        Kind::Line { line, .. } => line.text().to_owned(),
        Kind::One { .. } | Kind::Some { .. } | Kind::Toggle { .. } | Kind::Find { .. } => {
            String::new()
        }
    };
    form.fields.iter().map(text).collect()
}

/// Takes the fields out of a stored draft, into those that are as they were begun; yields its text.
fn take_fields(form: &mut Form, begun: &[String], stored: &str) -> String {
    let mut rest = stored;
    for (field, begun) in form.fields.iter_mut().zip(begun) {
        let (stored, after) = rest.split_once('\n').unwrap_or((rest, ""));
        rest = after;
        if let Kind::Line { line, .. } = &mut field.kind
            && line.text() == begun
        {
            *line = crate::ui::kit::line::Line::new(stored);
        }
    }
    rest.to_owned()
}

impl Writing {
    /// The fields as they stand before the text in its draft: a line each.
    fn head(&self) -> String {
        lines(&self.form)
            .into_iter()
            .map(|line| line + "\n")
            .collect()
    }

    /// All of it as one text: a line per field, then the text.
    fn whole(&self) -> String {
        self.head() + &self.pad.editor.text()
    }

    /// Whether something is on its way that says what becomes of it.
    fn waits(&self) -> bool {
        self.pad.waits() || self.sent.is_some()
    }

    /// Takes a stored draft, or the text out of the person's own editor.
    fn take(&mut self, answer: &Event) -> Came {
        let (form, begun) = (&mut self.form, &self.begun);
        let came = self
            .pad
            .drafted(answer, |stored| take_fields(form, begun, stored));
        match came {
            Came::Elsewhere => self.pad.edited(answer),
            came => came,
        }
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
        let (line, lines) = self.pad.editor.line();
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
            self.pad.editor.view(text, buf, look, "", false);
            self.form.view(form, buf, look);
        } else {
            self.form.view_resting(form, buf, look);
            let hint = look.texts.get(match self.what {
                What::Proposal(_) => "board-write-hint",
                What::Description(_) => "board-describe-hint",
            });
            self.pad.editor.view(text, buf, look, &hint, true);
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
    /// Opens a writing with the draft under `key`, if there is one. One that was closed and still waits for
    /// an answer is gone on with.
    pub(super) fn write(
        &mut self,
        what: What,
        title: String,
        label: String,
        key: String,
        form: Form,
        text: &str,
    ) {
        let beside = sides(self.area).1;
        let width = beside.map(|area| Panel::inner(area).width.saturating_sub(2));
        let about = match (self.page(), width) {
            (Some(page), Some(width)) => super::page::asked(page, &self.ctx, width),
            _ => Vec::new(),
        };
        let keys = match &what {
            What::Proposal(_) => "board-write-keys",
            What::Description(_) => "board-describe-keys",
        };
        let mut left = self.left_writings.iter();
        let writing = match left.position(|left| left.pad.key() == key) {
            Some(at) => Writing {
                what,
                about,
                ..self.left_writings.swap_remove(at)
            },
            None => {
                let begun = lines(&form);
                let head: String = begun.iter().flat_map(|line| [line, "\n"]).collect();
                Writing {
                    what,
                    title,
                    label,
                    keys,
                    pad: Pad::open(key, &head, text, &mut self.out),
                    in_form: !form.fields.is_empty(),
                    form,
                    begun,
                    about,
                    sent: None,
                    opened: text.to_owned(),
                }
            }
        };
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
                let text = writing.pad.editor.text();
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

    /// A stored draft came, or a text came back from the person's own editor: it goes where it was asked
    /// for. Gives back one that nothing waits for.
    pub(super) fn written(&mut self, answer: Event) -> Option<Event> {
        let (open, mut taken) = (self.writing.iter_mut(), None);
        for writing in open.chain(&mut self.left_writings) {
            let came = writing.take(&answer);
            if came == Came::Elsewhere {
                continue;
            }
            Pad::say(came, &answer, &self.ctx.texts, &mut self.out);
            store(writing, &mut self.drafts, &mut self.out);
            taken = Some(writing.pad.deferred(came));
            break;
        }
        let Some(deferred) = taken else {
            return Some(answer);
        };
        self.left_writings.retain(Writing::waits);
        for input in deferred {
            self.put(&input);
        }
        None
    }

    /// What is written goes with this command: it stays until that is done.
    pub(super) fn sent_with(&mut self, token: u64) {
        if let Some(writing) = &mut self.writing {
            writing.sent = Some((token, writing.whole()));
        }
    }

    /// The command with `token` was answered. What was sent with it is safe when that is done, and its draft
    /// is forgotten; what was typed since stays. Yields whether something written was sent with it.
    pub(super) fn settle_writing(&mut self, token: u64, done: bool) -> bool {
        let open = self.writing.iter_mut();
        let mut all = open.chain(&mut self.left_writings);
        let is_its = |writing: &Writing| {
            writing
                .sent
                .as_ref()
                .is_some_and(|(sent, _)| *sent == token)
        };
        let Some(writing) = all.find(|writing| is_its(writing)) else {
            return false;
        };
        let sent = writing.sent.take().map(|(_, text)| text);
        if done && sent == Some(writing.whole()) {
            let key = writing.pad.key().to_owned();
            if let What::Proposal(id) = writing.what {
                self.drafts.drop(&id);
            }
            self.writing.take_if(|writing| writing.pad.key() == key);
            self.out.effects.push(Effect::DropDraft(key));
        }
        self.left_writings.retain(Writing::waits);
        true
    }

    pub(super) fn in_writing(&mut self, input: &Input) -> bool {
        let (place, _) = sides(self.area);
        let local = self.ctx.local;
        let Some(writing) = &mut self.writing else {
            return false;
        };
        if writing.pad.defers(input, &self.ctx.texts, &mut self.out) {
            return true;
        }
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
                    let head = writing.head();
                    writing.pad.hand_out(&head, &self.ctx.texts, &mut self.out);
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
            writing.pad.editor.update(input, text) == Edited::Cancel
        };
        store(writing, &mut self.drafts, &mut self.out);
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
        match &writing.what {
            What::Proposal(id) if self.drafts.has(id) || writing.pad.waits() => {
                let words = self.text("board-draft-left");
                self.out.say(words);
            }
            What::Proposal(_) => {}
            What::Description(drafting) => {
                let text = writing.pad.editor.text();
                let mut drafting = (**drafting).clone();
                drafting.text = text;
                self.back_to_form(drafting);
            }
        }
        if writing.waits() && self.left_writings.len() < MOST_LEFT {
            self.left_writings.push(writing);
        }
    }

    /// `Ctrl-s`: hands in what was written.
    fn hand(&mut self) {
        let Some(writing) = &self.writing else { return };
        if !writing.pad.is_whole(&self.ctx.texts, &mut self.out) {
            return;
        }
        match &writing.what {
            What::Proposal(_) => self.ask_hand(),
            What::Description(_) => self.describe(),
        }
    }
}

/// Stores what is written when it is another than before; the list says whether there is a draft.
fn store(writing: &mut Writing, drafts: &mut Drafts<OpportunityId>, out: &mut Out) {
    let head = writing.head();
    match (writing.pad.keep(&head, out), &writing.what) {
        (Stored::Kept, What::Proposal(id)) => drafts.put(*id),
        (Stored::Gone, What::Proposal(id)) => drafts.drop(id),
        (Stored::Kept | Stored::Gone, What::Description(_)) | (Stored::Same, _) => {}
    }
}
