//! Ten steps through the workstation, for whoever opens it first. Text only: it changes nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::kit::frame::Panel;
use super::kit::keys::{Input, Key};
use super::kit::look::Look;
use super::kit::paint;
use crate::text::fit;

/// How many steps there are.
pub const STEPS: usize = 10;
const WIDTH: u16 = 64;
const HEIGHT: u16 = 11;

/// Where the tour is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tour {
    step: usize,
}

impl Tour {
    /// At its first step.
    pub fn new() -> Tour {
        Tour::default()
    }

    /// Takes an input; false when the tour is over.
    pub fn update(&mut self, input: &Input) -> bool {
        let Input::Key(chord) = input else {
            return true;
        };
        match chord.key {
            Key::Enter | Key::Right | Key::Char(' ' | 'j' | 'n') | Key::Down | Key::Tab => {
                self.step += 1
            }
            Key::Left | Key::Up | Key::Backspace | Key::Char('k' | 'p') => {
                self.step = self.step.saturating_sub(1);
            }
            Key::Esc | Key::Char('q') => return false,
            _ => {}
        }
        self.step < STEPS
    }

    /// Draws the step in the lower right corner, so that what it speaks of stays visible.
    pub fn view(&self, screen: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let width = WIDTH.min(screen.width);
        let height = HEIGHT.min(screen.height.saturating_sub(2));
        let corner = Rect {
            x: screen.right().saturating_sub(width),
            y: screen.bottom().saturating_sub(height + 1),
            width,
            height,
        };
        let n = self.step + 1;
        let title = look.texts.get(&format!("tour-{n}-title")).into_owned();
        let right = format!("{n}/{STEPS}");
        let bottom = look.texts.get("tour-keys").into_owned();
        let panel = Panel {
            title: &title,
            right: &right,
            bottom: &bottom,
            focused: true,
        };
        let inner = panel.popup(corner, width, height, buf, look);
        let words = look.texts.get(&format!("tour-{n}")).into_owned();
        for (row, line) in (1..inner.height).zip(fit::wrap(&words, usize::from(inner.width))) {
            paint::text(buf, paint::row(inner, row), line, look.theme.text);
        }
    }
}
