//! `?` — all keys of this place, from the binding tables, with why something cannot be done now.
//! Never runs anything.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::binding::{Entry, Ready};
use super::frame::Panel;
use super::keys::{Input, Key, MouseKind};
use super::list::Viewport;
use super::list_view::scrollbar;
use super::look::Look;
use super::paint;
use crate::text::fit;

/// Columns for the keys.
const KEYS: u16 = 18;
/// Columns of the box, at most.
const WIDTH: u16 = 84;

/// Whether the box stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Helped {
    /// It does.
    Open,
    /// It goes.
    Closed,
}

/// The box of keys.
#[derive(Debug, Clone, Default)]
pub struct Help {
    sections: Vec<Vec<Entry>>,
    top: usize,
}

/// One line of it.
enum Text {
    Title(String),
    Key(String, String, bool),
    More(String),
    Blank,
}

impl Help {
    /// A section per place, the nearest first.
    pub fn new(sections: Vec<Vec<Entry>>) -> Self {
        Self { sections, top: 0 }
    }

    /// Takes one input; `screen` is the place the box stands in.
    pub fn update(&mut self, input: &Input, screen: Rect, look: &Look<'_>) -> Helped {
        let (area, lines) = self.layout(screen, look);
        let page = usize::from(area.height).max(1);
        let last = lines.len().saturating_sub(page);
        let top = match input {
            Input::Key(chord) => match (chord.key, chord.ctrl) {
                (Key::Esc | Key::Enter | Key::Char('?' | 'q'), _) => return Helped::Closed,
                (Key::Down | Key::Char('j'), _) => self.top + 1,
                (Key::Up | Key::Char('k'), _) => self.top.saturating_sub(1),
                (Key::PageDown | Key::Char(' '), _) | (Key::Char('d'), true) => self.top + page,
                (Key::PageUp, _) | (Key::Char('u'), true) => self.top.saturating_sub(page),
                (Key::Home | Key::Char('g'), _) => 0,
                (Key::End | Key::Char('G'), _) => last,
                _ => self.top,
            },
            Input::Mouse(mouse) => match mouse.kind {
                MouseKind::WheelDown => self.top + 3,
                MouseKind::WheelUp => self.top.saturating_sub(3),
                MouseKind::Press | MouseKind::Drag => self.top,
            },
            Input::Paste(_) => self.top,
        };
        self.top = top.min(last);
        Helped::Open
    }

    /// Draws the box over `screen`.
    pub fn view(&self, screen: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let (area, lines) = self.layout(screen, look);
        let title = look.texts.get("kit-help");
        let close = look.texts.get("kit-help-close");
        let panel = Panel {
            title: &title,
            right: "",
            bottom: &close,
            focused: true,
        };
        panel.popup(screen, WIDTH, screen.height, buf, look);
        let mut viewport = Viewport::default();
        viewport.fit(lines.len(), usize::from(area.height));
        viewport.offset = self
            .top
            .min(lines.len().saturating_sub(usize::from(area.height)));
        for (n, line) in (0..area.height).zip(lines.iter().skip(viewport.offset)) {
            let row = paint::row(area, n);
            let second = paint::from(row, KEYS);
            match line {
                Text::Title(words) => {
                    paint::text(buf, row, words, look.theme.title);
                }
                Text::Key(keys, help, ready) => {
                    let (key, words) = match ready {
                        true => (look.theme.key, look.theme.text),
                        false => (look.theme.key_disabled, look.theme.muted),
                    };
                    paint::text(
                        buf,
                        Rect {
                            width: KEYS.min(row.width).saturating_sub(1),
                            ..row
                        },
                        keys,
                        key,
                    );
                    paint::text(buf, second, help, words);
                }
                Text::More(words) => {
                    paint::text(
                        buf,
                        second,
                        words,
                        look.theme.muted.patch(Style::new().italic()),
                    );
                }
                Text::Blank => {}
            }
        }
        let border = Rect {
            x: area.right().saturating_add(1),
            width: 1,
            ..area
        };
        scrollbar(border, buf, look, &viewport);
    }

    fn layout(&self, screen: Rect, look: &Look<'_>) -> (Rect, Vec<Text>) {
        let area = Panel::popup_inner(screen, WIDTH, screen.height);
        let width = usize::from(area.width.saturating_sub(KEYS));
        let mut lines = Vec::new();
        for section in &self.sections {
            let Some(first) = section.first() else {
                continue;
            };
            if !lines.is_empty() {
                lines.push(Text::Blank);
            }
            lines.push(Text::Title(
                look.texts
                    .get(&format!("scope-{}", first.scope))
                    .into_owned(),
            ));
            for entry in section.iter().filter(|e| e.ready != Ready::Hidden) {
                let keys = match entry.chords.is_empty() {
                    true => format!(": {}", entry.label(look.texts)),
                    false => entry.keys(),
                };
                let help = entry.help(look.texts);
                let mut wrapped = fit::wrap(&help, width).into_iter().map(str::to_owned);
                lines.push(Text::Key(
                    keys,
                    wrapped.next().unwrap_or_default(),
                    entry.ready == Ready::Yes,
                ));
                lines.extend(wrapped.map(Text::More));
                if let Ready::No(reason) = &entry.ready {
                    let reason = reason.text(look.texts);
                    lines.extend(
                        fit::wrap(&paint::safe(&reason, area.width), width)
                            .into_iter()
                            .map(|l| Text::More(l.to_owned())),
                    );
                }
            }
        }
        (area, lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::kit::binding::Reason;
    use crate::ui::kit::keymap::Overrides;
    use crate::ui::kit::list::MOVES;
    use crate::ui::kit::testing::Bench;

    fn help() -> Help {
        let keymap = MOVES.keymap(&Overrides::default()).unwrap();
        let mut entries = MOVES.all_entries(&keymap);
        entries[1].ready = Ready::No(Reason::new("kit-empty"));
        Help::new(vec![entries.clone(), entries])
    }

    #[test]
    fn wks_1_help_shows_every_key_and_why_not() {
        let bench = Bench::new(crate::ui::kit::texts::Lang::En);
        let lines = bench.screen(80, 24, |area, buf, look| help().view(area, buf, look));
        for words in [
            "j Down",
            "Select the next row",
            "Nothing here yet.",
            "Lists",
            "Ctrl-d",
        ] {
            assert!(
                lines.iter().any(|l| l.contains(words)),
                "{words} in {lines:#?}"
            );
        }
    }

    #[test]
    fn wks_1_help_scrolls_to_its_end_and_no_further() {
        let bench = Bench::new(crate::ui::kit::texts::Lang::Fr);
        let (screen, look) = (Rect::new(0, 0, 60, 12), bench.look());
        let mut help = help();
        for input in Input::script("G j j") {
            assert_eq!(help.update(&input, screen, &look), Helped::Open);
        }
        let lines = bench.screen(60, 12, |area, buf, look| help.view(area, buf, look));
        assert!(lines.iter().any(|l| l.contains("PageUp")), "{lines:#?}");
        assert_eq!(
            help.update(&Input::script("Esc")[0], screen, &look),
            Helped::Closed
        );
        bench.screen(0, 0, |area, buf, look| help.view(area, buf, look));
    }
}
