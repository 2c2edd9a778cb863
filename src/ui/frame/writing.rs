//! A text being written over a pane: a few fields, the text below them, what it is about beside them. Says what
//! stands where and draws it; what becomes of it is for [`Texts`](super::Texts).

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::browse::inside;
use crate::text::fit;
use crate::ui::frame::pad::{Came, Pad};
use crate::ui::kit::field::{Field, Kind};
use crate::ui::kit::form::Form;
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keys::{Input, Key};
use crate::ui::kit::line;
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;
use crate::ui::kit::prose::{self, Line};
use crate::ui::message::Event;

/// From this width on, what it is about stands beside it.
const BESIDE: u16 = 100;
/// From this width on a field has room for its note on the same line.
const ROOMY: u16 = 74;

/// What a text is opened with.
#[derive(Default)]
pub struct Opening {
    /// The key of its draft.
    pub key: String,
    /// At the left of the upper border.
    pub title: String,
    /// What the text is, over it, where there are fields.
    pub label: String,
    /// The text that says its keys.
    pub keys: &'static str,
    /// The text that stands where nothing is written.
    pub hint: &'static str,
    /// The fields.
    pub form: Form,
    /// The text.
    pub text: String,
    /// What it is about: a title, and lines of [`beside`] columns.
    pub about: (String, Vec<Line>),
}

/// A text being written of `W`.
pub struct Writing<W> {
    /// What it is of.
    pub what: W,
    pub(super) title: String,
    /// What the text is, over it.
    pub label: String,
    keys: &'static str,
    hint: &'static str,
    /// The text, with its draft.
    pub pad: Pad,
    /// The fields.
    pub form: Form,
    /// The fields as they were when the draft was asked for.
    begun: Vec<String>,
    pub(super) in_form: bool,
    /// What it is about: a title and lines.
    pub about: (String, Vec<Line>),
    /// What stands now is told there too.
    pub told: bool,
    /// What somebody else wrote meanwhile, in place of the keys.
    pub meanwhile: Option<String>,
    /// The text as it stood when it was opened.
    pub opened: String,
    /// The token of the command it was sent with, and what was sent.
    pub(super) sent: Option<(u64, String)>,
}

/// What was typed in each field.
pub(super) fn fields(form: &Form) -> Vec<String> {
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
            *line = line::Line::new(stored);
        }
    }
    rest.to_owned()
}

/// Returns the columns that what a text is about has in `area`; nothing where it does not stand beside it.
pub fn beside(area: Rect) -> Option<u16> {
    sides(area).1.map(|place| inside(place).width)
}

/// Where the text and what it is about stand.
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

/// Where the fields, the rule below them, the text and a line below it stand.
pub(super) struct Places {
    pub(super) form: Rect,
    rule: Rect,
    pub(super) text: Rect,
    foot: Rect,
}

impl<W> Writing<W> {
    /// Returns a text of `what` as it is opened, with its `pad`.
    pub(super) fn new(what: W, opening: Opening, pad: Pad) -> Writing<W> {
        Writing {
            what,
            title: opening.title,
            label: opening.label,
            keys: opening.keys,
            hint: opening.hint,
            pad,
            in_form: !opening.form.fields.is_empty(),
            begun: fields(&opening.form),
            form: opening.form,
            about: opening.about,
            told: false,
            meanwhile: None,
            opened: opening.text,
            sent: None,
        }
    }

    /// The same text, of `what` now, beside what that is about now.
    pub(super) fn gone_on_with(self, what: W, about: (String, Vec<Line>)) -> Writing<W> {
        Writing {
            what,
            about,
            told: false,
            ..self
        }
    }

    /// The fields as they stand before the text in its draft: a line each.
    pub(super) fn head(&self) -> String {
        let lines = fields(&self.form).into_iter();
        lines.map(|line| line + "\n").collect()
    }

    /// All of it as one text: a line per field, then the text.
    pub(super) fn whole(&self) -> String {
        self.head() + &self.pad.editor.text()
    }

    /// Whether something is on its way that says what becomes of it.
    pub(super) fn waits(&self) -> bool {
        self.pad.waits() || self.sent.is_some()
    }

    /// Takes a stored draft, or the text out of the person's own editor.
    pub(super) fn take(&mut self, answer: &Event) -> Came {
        let (form, begun) = (&mut self.form, &self.begun);
        let came = self
            .pad
            .drafted(answer, |stored| take_fields(form, begun, stored));
        match came {
            Came::Elsewhere => self.pad.edited(answer),
            came => came,
        }
    }

    /// Moves between the fields and the text; false when the input is not for that.
    pub(super) fn turns(&mut self, input: &Input, places: &Places) -> bool {
        let presses = |area: Rect| matches!(input, Input::Mouse(mouse) if mouse.within(area));
        if presses(places.form) {
            self.in_form = true;
        } else if presses(places.text) {
            self.in_form = false;
        }
        let Input::Key(chord) = input else {
            return false;
        };
        let last = self.form.fields.len().saturating_sub(1);
        let at = self.form.focus;
        match chord.key {
            Key::Tab if !self.form.fields.is_empty() => {
                let leaves = !self.in_form || at == if chord.shift { 0 } else { last };
                if leaves {
                    self.in_form = !self.in_form;
                    self.form.focus = if chord.shift { last } else { 0 };
                }
                leaves
            }
            Key::Enter | Key::Down if self.in_form && at == last => {
                self.in_form = false;
                true
            }
            _ => false,
        }
    }

    /// Where all of it stands in `area`, with or without a line below the text.
    pub(super) fn places(&self, area: Rect, foot: bool) -> Places {
        let inner = Panel::inner(sides(area).0);
        let each = if inner.width >= ROOMY { 1 } else { 2 };
        let fields = u16::try_from(self.form.fields.len()).unwrap_or(0) * each;
        let top = fields.min(inner.height);
        let rule = u16::from(!self.form.fields.is_empty()).min(inner.height - top);
        let foot = u16::from(foot).min(inner.height - top - rule);
        let at = |y: u16, height: u16| Rect {
            y: inner.y + y,
            height,
            ..inner
        };
        Places {
            form: at(0, top),
            rule: at(top, rule),
            text: at(top + rule, inner.height - top - rule - foot),
            foot: at(inner.height - foot, foot),
        }
    }

    /// Draws it over the pane, with a line below the text.
    pub(super) fn view(&self, area: Rect, foot: Option<&str>, buf: &mut Buffer, look: &Look<'_>) {
        paint::fill(buf, area, look.theme.screen);
        let (place, beside) = sides(area);
        let keys = look.texts.get(self.keys);
        let (line, lines) = self.pad.editor.line();
        let panel = Panel {
            title: &self.title,
            right: &format!("{line}/{lines}"),
            bottom: self.meanwhile.as_deref().unwrap_or(&keys),
            focused: true,
        };
        panel.view(place, buf, look);
        let places = self.places(area, foot.is_some());
        let rest = usize::from(places.rule.width).saturating_sub(fit::width(&self.label) + 3);
        let heading = format!("─ {} {}", self.label, "─".repeat(rest));
        paint::text(buf, places.rule, &heading, look.theme.muted);
        paint::text(
            buf,
            places.foot,
            foot.unwrap_or_default(),
            look.theme.accent,
        );
        // The one that has the keys comes last: the cursor stands where it put it.
        if self.in_form {
            self.pad.editor.view(places.text, buf, look, "", false);
            self.form.view(places.form, buf, look);
        } else {
            self.form.view_resting(places.form, buf, look);
            let hint = look.texts.get(self.hint);
            self.pad.editor.view(places.text, buf, look, &hint, true);
        }
        if let Some(beside) = beside {
            let panel = Panel {
                title: &self.about.0,
                ..Panel::default()
            };
            panel.view(beside, buf, look);
            prose::view(&self.about.1, 0, inside(beside), buf, look.theme);
        }
    }
}
