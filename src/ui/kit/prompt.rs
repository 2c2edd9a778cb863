//! One line asked for: a date, a reason, a name. What is typed is checked at each key and the
//! reading is shown back at once. The check comes from the caller; nothing is parsed here.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::frame::Panel;
use super::keys::{Input, Key};
use super::line::{Line, Typed};
use super::look::Look;
use super::paint;

/// Columns of the box, at most.
const WIDTH: u16 = 60;

/// Reads what was typed: how it was understood, or what is wrong, in words.
pub type Check = Arc<dyn Fn(&str) -> Result<String, String> + Send + Sync>;

/// What an input did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Prompted {
    /// Still typing.
    Open,
    /// This, and the check found nothing wrong.
    Entered(String),
    /// Nothing.
    Cancelled,
}

/// The question.
#[derive(Clone)]
pub struct Prompt {
    title: String,
    hint: String,
    line: Line,
    check: Check,
    reading: Result<String, String>,
    /// `Enter` was refused, so that an error shows even on an empty line.
    insisted: bool,
}

impl Prompt {
    /// Asks for a line; `hint` shows while it is empty, `text` is what stands there at first.
    pub fn new(
        title: impl Into<String>,
        hint: impl Into<String>,
        text: &str,
        check: Check,
    ) -> Self {
        let reading = check(text);
        Self {
            title: title.into(),
            hint: hint.into(),
            line: Line::new(text),
            check,
            reading,
            insisted: false,
        }
    }

    /// What was typed so far.
    pub fn text(&self) -> &str {
        self.line.text()
    }

    /// Takes one input; `Enter` is refused while something is wrong.
    pub fn update(&mut self, input: &Input, _screen: Rect) -> Prompted {
        if let Input::Key(chord) = input {
            match chord.key {
                Key::Esc => return Prompted::Cancelled,
                Key::Enter if self.reading.is_ok() => {
                    return Prompted::Entered(self.line.text().to_owned());
                }
                Key::Enter => self.insisted = true,
                _ => {}
            }
        }
        if self.line.update(input) == Typed::Changed {
            self.reading = (self.check)(self.line.text());
            self.insisted = false;
        }
        Prompted::Open
    }

    /// As wide as what is typed asks for, within the screen.
    fn width(&self, screen: Rect) -> u16 {
        let typed = self.line.text().chars().take(usize::from(screen.width));
        let wish = u16::try_from(typed.count()).unwrap_or(u16::MAX);
        let most = screen.width.saturating_sub(4).max(WIDTH);
        wish.saturating_add(6).clamp(WIDTH, most)
    }

    /// Draws the box over `screen`.
    pub fn view(&self, screen: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let bottom = look.texts.get("kit-prompt-hint");
        let panel = Panel {
            title: &self.title,
            right: "",
            bottom: &bottom,
            focused: true,
        };
        let inner = panel.popup(screen, self.width(screen), 5, buf, look);
        self.line
            .view(paint::row(inner, 0), buf, look, &self.hint, true);
        let quiet = self.line.text().is_empty() && !self.insisted;
        let (sign, words, style) = match &self.reading {
            Ok(echo) if echo.is_empty() => return,
            Ok(echo) => ("→ ", echo, look.theme.good),
            Err(_) if quiet => return,
            Err(why) => ("✗ ", why, look.theme.error),
        };
        let safe = paint::safe(words, inner.width.saturating_mul(2));
        let lines = crate::text::fit::wrap(&safe, usize::from(inner.width.saturating_sub(2)));
        for (n, line) in (1..inner.height).zip(lines) {
            paint::pieces(
                buf,
                paint::row(inner, n),
                &[(if n == 1 { sign } else { "  " }, style), (line, style)],
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::kit::testing::{Bench, hostile};

    fn number() -> Prompt {
        let check: Check = Arc::new(|text| match text.parse::<u32>() {
            Ok(n) => Ok(format!("{n} participants")),
            Err(_) => Err("a whole number is needed".to_owned()),
        });
        Prompt::new("Participants", "200", "", check)
    }

    fn play(script: &str) -> (Prompt, Prompted) {
        let mut prompt = number();
        let mut last = Prompted::Open;
        for input in Input::script(script) {
            last = prompt.update(&input, Rect::new(0, 0, 80, 24));
        }
        (prompt, last)
    }

    #[test]
    fn wks_1_the_reading_is_shown_back_and_enter_waits_for_it() {
        let bench = Bench::new(crate::ui::kit::texts::Lang::En);
        let shown = |prompt: &Prompt| {
            bench
                .screen(80, 24, |area, buf, look| prompt.view(area, buf, look))
                .concat()
        };
        assert!(shown(&play("12").0).contains("→ 12 participants"));
        assert!(shown(&play("1x").0).contains("✗ a whole number is needed"));
        assert!(!shown(&play("").0).contains('✗'));
        assert!(shown(&play("Enter").0).contains('✗'));
        assert_eq!(play("12 Enter").1, Prompted::Entered("12".to_owned()));
        assert_eq!(play("1x Enter").1, Prompted::Open);
        assert_eq!(play("12 Esc").1, Prompted::Cancelled);
    }

    #[test]
    fn wks_6_hostile_input_and_readings_stay_in_the_box() {
        for bench in Bench::both() {
            for words in hostile() {
                let back = words.clone();
                let prompt =
                    Prompt::new(&words, &words, &words, Arc::new(move |_| Err(back.clone())));
                for (width, height) in [(80, 24), (40, 10), (4, 2), (0, 0)] {
                    bench.screen(width, height, |area, buf, look| {
                        prompt.view(area, buf, look)
                    });
                }
            }
        }
    }
}
