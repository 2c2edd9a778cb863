//! A short list of one-key choices: reasons to close, answers to an interview. Arrows and
//! `Enter` work too. Never more choices than fit a box.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::frame::Panel;
use super::keys::{Chord, Input, Key, MouseKind};
use super::look::Look;
use super::paint;

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuItem {
    /// Its key.
    pub key: Chord,
    /// Its words.
    pub label: String,
    /// More, muted.
    pub detail: String,
    /// Why it cannot be chosen now.
    pub refusal: Option<String>,
}

/// What an input did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MenuOutcome {
    /// Still choosing.
    Open,
    /// This one, by position.
    Chosen(usize),
    /// It cannot be chosen now, and why.
    Refused(String),
    /// Nothing.
    Cancelled,
}

/// The box.
#[derive(Debug, Clone, Default)]
pub struct Menu {
    title: String,
    items: Vec<MenuItem>,
    selected: usize,
}

impl Menu {
    /// With its choices in order.
    pub fn new(title: impl Into<String>, items: Vec<MenuItem>) -> Self {
        Self {
            title: title.into(),
            items,
            selected: 0,
        }
    }

    /// Takes one input; `screen` is the place the box stands in.
    pub fn update(&mut self, input: &Input, screen: Rect) -> MenuOutcome {
        match input {
            Input::Key(chord) => {
                if let Some(at) = self.items.iter().position(|i| i.key == *chord) {
                    return self.choose(at);
                }
                match chord.key {
                    Key::Esc => return MenuOutcome::Cancelled,
                    Key::Enter => return self.choose(self.selected),
                    Key::Down | Key::Char('j') | Key::Tab if !chord.shift => {
                        self.selected = (self.selected + 1).min(self.items.len().saturating_sub(1));
                    }
                    Key::Up | Key::Char('k') | Key::Tab => {
                        self.selected = self.selected.saturating_sub(1)
                    }
                    _ => {}
                }
            }
            Input::Mouse(mouse) if mouse.kind == MouseKind::Press => {
                let (width, height) = self.size();
                let inner = Panel::popup_inner(screen, width, height);
                let line = usize::from(mouse.row.saturating_sub(inner.y));
                if mouse.within(inner) && line < self.items.len() {
                    return self.choose(line);
                }
            }
            Input::Mouse(_) | Input::Paste(_) => {}
        }
        MenuOutcome::Open
    }

    fn choose(&mut self, at: usize) -> MenuOutcome {
        match self.items.get(at) {
            None => MenuOutcome::Open,
            Some(MenuItem {
                refusal: Some(why), ..
            }) => {
                self.selected = at;
                MenuOutcome::Refused(why.clone())
            }
            Some(_) => MenuOutcome::Chosen(at),
        }
    }

    fn size(&self) -> (u16, u16) {
        let wide = |i: &MenuItem| {
            16 + paint::columns(&paint::safe(&i.label, 60))
                + paint::columns(&paint::safe(&i.detail, 60))
        };
        let width = self.items.iter().map(wide).max().unwrap_or(0);
        let title = paint::columns(&paint::safe(&self.title, 60)).saturating_add(8);
        let height = u16::try_from(self.items.len())
            .unwrap_or(u16::MAX)
            .saturating_add(2);
        (width.max(title).clamp(28, 72), height)
    }

    /// Draws the box over `screen`.
    pub fn view(&self, screen: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let (width, height) = self.size();
        let bottom = look.texts.get("kit-cancel-hint");
        let panel = Panel {
            title: &self.title,
            right: "",
            bottom: &bottom,
            focused: true,
        };
        let inner = panel.popup(screen, width, height, buf, look);
        for (n, (at, item)) in (0..inner.height).zip(self.items.iter().enumerate()) {
            let row = paint::row(inner, n);
            let (key, words) = match item.refusal {
                None => (look.theme.key, look.theme.text),
                Some(_) => (look.theme.key_disabled, look.theme.key_disabled),
            };
            let bar = if at == self.selected { "▌ " } else { "  " };
            if at == self.selected {
                buf.set_style(row.intersection(buf.area), look.theme.selection);
            }
            let keys = format!("{:<6}", item.key.spelled(look.texts));
            let parts = [
                (bar, look.theme.accent),
                (keys.as_str(), key),
                (&item.label, words),
                ("  ", words),
                (&item.detail, look.theme.muted),
            ];
            paint::pieces(buf, row, &parts);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::kit::testing::{Bench, hostile};

    const SCREEN: Rect = Rect {
        x: 0,
        y: 0,
        width: 80,
        height: 24,
    };

    fn item(key: &str, label: &str, refusal: Option<&str>) -> MenuItem {
        MenuItem {
            key: Chord::parse(key).unwrap(),
            label: label.to_owned(),
            detail: String::new(),
            refusal: refusal.map(str::to_owned),
        }
    }

    fn play(script: &str) -> MenuOutcome {
        let mut menu = Menu::new(
            "Close R-1042",
            vec![
                item("s", "gone silent", None),
                item("e", "chose someone elsewhere", None),
                item("d", "duplicate", Some("nothing to merge with")),
            ],
        );
        let mut last = MenuOutcome::Open;
        for input in Input::script(script) {
            last = menu.update(&input, SCREEN);
        }
        last
    }

    #[test]
    fn wks_1_one_key_or_arrows_choose() {
        assert_eq!(play("e"), MenuOutcome::Chosen(1));
        assert_eq!(play("Down Down Up Enter"), MenuOutcome::Chosen(1));
        assert_eq!(
            play("d"),
            MenuOutcome::Refused("nothing to merge with".to_owned())
        );
        assert_eq!(play("x"), MenuOutcome::Open);
        assert_eq!(play("Esc"), MenuOutcome::Cancelled);
    }

    #[test]
    fn wks_2_hostile_choices_stay_in_the_box() {
        for bench in Bench::both() {
            let items = hostile()
                .iter()
                .map(|n| MenuItem {
                    detail: n.clone(),
                    ..item("x", n, None)
                })
                .collect();
            let menu = Menu::new(hostile().concat(), items);
            for (width, height) in [(80, 24), (40, 10), (5, 3), (0, 0)] {
                bench.screen(width, height, |area, buf, look| menu.view(area, buf, look));
            }
        }
    }
}
