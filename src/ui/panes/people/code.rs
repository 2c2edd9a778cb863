//! A code, shown once: what to hand on, how, and until when. It goes when `Enter` or `Esc` is pressed,
//! and by nothing else: it cannot be shown again.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};

use super::PeoplePane;
use crate::text::fit;
use crate::ui::frame::{Ctx, Overlay, Unsent, copy};
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keys::{Input, Key};
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;
use crate::ui::message::Invited;

/// Columns of the box, at most.
const WIDTH: u16 = 66;

/// The box.
pub struct CodeBox {
    invited: Invited,
    name: String,
    until: String,
}

impl CodeBox {
    /// The box for an invitation that was just made.
    pub fn new(invited: Invited, ctx: &Ctx) -> CodeBox {
        let people = ctx.sight.people(ctx.now).unwrap_or_default();
        let found = people.into_iter().find(|row| row.id == invited.person);
        CodeBox {
            name: found.map(|row| row.name).unwrap_or_default(),
            until: ctx.teller().full(invited.until),
            invited,
        }
    }

    /// Whether it goes now.
    pub fn is_closed_by(&self, input: &Input) -> bool {
        matches!(input, Input::Key(chord) if matches!(chord.key, Key::Enter | Key::Esc))
    }

    /// Returns what `input` copies of it: `Y` the code, `y` what is typed to come in.
    pub fn is_copied_by(&self, input: &Input) -> Option<String> {
        let Input::Key(chord) = input else {
            return None;
        };
        match chord.typed()? {
            'Y' => Some(self.invited.code.to_string()),
            'y' if !self.invited.door.is_empty() => Some(self.invited.door.to_string()),
            _ => None,
        }
    }

    /// Draws it over `screen`.
    pub fn view(&self, screen: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let name = || self.name.as_str().into();
        let title = look.texts.with("code-title", &[("name", name())]);
        let bottom = look.texts.get("code-keys");
        let until = look
            .texts
            .with("code-until", &[("until", self.until.as_str().into())]);
        let how = if self.invited.door.is_empty() {
            look.texts.get("code-no-door").into_owned()
        } else {
            look.texts.with("code-how", &[("name", name())])
        };
        let width = WIDTH.min(screen.width).saturating_sub(4);
        let until = fit::wrap(&until, usize::from(width));
        let how = fit::wrap(&how, usize::from(width));
        let lines = u16::try_from(until.len() + how.len()).unwrap_or(u16::MAX);
        let panel = Panel {
            title: &title,
            right: "",
            bottom: &bottom,
            focused: true,
        };
        let inner = panel.popup(screen, WIDTH, lines.saturating_add(8), buf, look);
        let code = self.invited.code.to_string();
        let line = paint::row(inner, 1);
        paint::aligned(buf, line, &code, look.theme.title, Alignment::Center);
        let mut n = 3;
        for words in until {
            paint::text(buf, paint::row(inner, n), words, look.theme.muted);
            n += 1;
        }
        n += 1;
        for words in how {
            paint::text(buf, paint::row(inner, n), words, look.theme.text);
            n += 1;
        }
        let line = paint::from(paint::row(inner, n), 2);
        paint::text(buf, line, &self.invited.door, look.theme.accent);
    }
}

/// Codes lie above the list until each was seen.
impl Overlay for PeoplePane {
    fn above(&mut self, input: &Input) -> Option<bool> {
        let code = self.codes.front()?;
        if let Some(text) = code.is_copied_by(input) {
            copy(self, text);
        } else if code.is_closed_by(input) {
            self.codes.pop_front();
        }
        Some(true)
    }

    fn is_typed_in(&self) -> bool {
        !self.codes.is_empty()
    }

    fn unsent_above(&self) -> Option<Unsent> {
        // Codes are shown once.
        (!self.codes.is_empty()).then_some(Unsent::Lost)
    }

    fn view_above(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        if let Some(code) = self.codes.front() {
            code.view(area, buf, look);
        }
    }
}
