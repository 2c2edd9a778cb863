//! Asking before something that cannot be taken back: its consequences in figures, a key for
//! each answer, and the safe one as the default. `Enter` alone never destroys.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};

use super::frame::Panel;
use super::keys::{Chord, Input, Key, MouseKind};
use super::look::Look;
use super::paint;
use crate::text::fit;

/// Columns of the box, at most.
const WIDTH: u16 = 60;
/// The longest name that the key of the safe answer has in a language.
const WIDEST_ENTER: &str = "Entrée";

/// A consequence: `€1,200.00` and "goes back to the client".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consequence {
    /// The figure.
    pub figure: String,
    /// What it is.
    pub words: String,
}

/// What an input did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    /// Still asking.
    Open,
    /// Yes.
    Yes,
    /// No: `Enter`, `Esc`, its key, or a press beside the box.
    No,
}

/// The question.
#[derive(Debug, Clone)]
pub struct Confirm {
    title: String,
    question: String,
    consequences: Vec<Consequence>,
    yes: (Chord, String),
    no: String,
}

impl Confirm {
    /// A question whose `yes` key is never `Enter`, `Esc` or a blank.
    pub fn new(
        title: impl Into<String>,
        question: impl Into<String>,
        yes: (Chord, String),
        no: impl Into<String>,
    ) -> Self {
        let key = match yes.0.key {
            Key::Enter | Key::Esc | Key::Char(' ') => Chord::plain(Key::Char('y')),
            _ => yes.0,
        };
        Self {
            title: title.into(),
            question: question.into(),
            consequences: Vec::new(),
            yes: (key, yes.1),
            no: no.into(),
        }
    }

    /// The same, with one more consequence.
    pub fn with(mut self, figure: impl Into<String>, words: impl Into<String>) -> Self {
        self.consequences.push(Consequence {
            figure: figure.into(),
            words: words.into(),
        });
        self
    }

    /// Takes one input; `screen` is the place the box stands in.
    pub fn update(&mut self, input: &Input, screen: Rect) -> Confirmed {
        match input {
            Input::Key(chord) if *chord == self.yes.0 => Confirmed::Yes,
            Input::Key(chord) => match chord.key {
                Key::Enter | Key::Esc | Key::Char('n' | 'q') => Confirmed::No,
                _ => Confirmed::Open,
            },
            Input::Mouse(mouse) if mouse.kind == MouseKind::Press => {
                let inner = Panel::popup_inner(screen, WIDTH, self.height(screen));
                let (yes, no) = self.answers(inner);
                if mouse.within(yes) {
                    Confirmed::Yes
                } else if mouse.within(no)
                    || !mouse.within(paint::centred(screen, WIDTH, self.height(screen)))
                {
                    Confirmed::No
                } else {
                    Confirmed::Open
                }
            }
            Input::Mouse(_) | Input::Paste(_) => Confirmed::Open,
        }
    }

    fn question_lines(&self, width: u16) -> Vec<String> {
        let safe = paint::safe(&self.question, width.saturating_mul(6));
        fit::wrap(&safe, usize::from(width))
            .into_iter()
            .take(6)
            .map(str::to_owned)
            .collect()
    }

    fn height(&self, screen: Rect) -> u16 {
        let inner = WIDTH.min(screen.width).saturating_sub(4);
        let lines = self.question_lines(inner).len() + self.consequences.len();
        u16::try_from(lines)
            .unwrap_or(u16::MAX)
            .saturating_add(if self.consequences.is_empty() { 6 } else { 7 })
    }

    /// Where the two answers stand: on the last line but one.
    fn answers(&self, inner: Rect) -> (Rect, Rect) {
        let row = paint::row(inner, inner.height.saturating_sub(2));
        let wide = |key: &str, words: &str| {
            paint::columns(key) + paint::columns(&paint::safe(words, 24)).min(24) + 3
        };
        let no = Rect {
            width: wide(WIDEST_ENTER, &self.no).min(row.width),
            ..row
        };
        let rest = paint::from(row, no.width + 2);
        let yes = Rect {
            width: wide(&self.yes.0.to_string(), &self.yes.1).min(rest.width),
            ..rest
        };
        (yes, no)
    }

    /// Draws the box over `screen`.
    pub fn view(&self, screen: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let panel = Panel {
            title: &self.title,
            focused: true,
            ..Panel::default()
        };
        let inner = panel.popup(screen, WIDTH, self.height(screen), buf, look);
        let mut n = 1;
        for line in self.question_lines(inner.width) {
            paint::text(buf, paint::row(inner, n), &line, look.theme.text);
            n += 1;
        }
        n += u16::from(!self.consequences.is_empty());
        let figures = self
            .consequences
            .iter()
            .map(|c| paint::columns(&paint::safe(&c.figure, 24)).min(24))
            .max()
            .unwrap_or(0);
        for consequence in &self.consequences {
            let row = paint::row(inner, n);
            let figure = Rect {
                width: figures.min(row.width),
                ..row
            };
            paint::aligned(
                buf,
                figure,
                &consequence.figure,
                look.theme.title,
                Alignment::Right,
            );
            paint::text(
                buf,
                paint::from(row, figures + 2),
                &consequence.words,
                look.theme.muted,
            );
            n += 1;
        }
        let (yes, no) = self.answers(inner);
        buf.set_style(no.intersection(buf.area), look.theme.selection);
        let enter = format!(" {} ", Chord::plain(Key::Enter).spelled(look.texts));
        let no_words = paint::safe(&self.no, 24);
        paint::pieces(
            buf,
            no,
            &[(&enter, look.theme.key), (&no_words, look.theme.selection)],
        );
        let (key, yes_words) = (
            format!(" {} ", self.yes.0.spelled(look.texts)),
            paint::safe(&self.yes.1, 24),
        );
        paint::pieces(
            buf,
            yes,
            &[(&key, look.theme.late), (&yes_words, look.theme.text)],
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::kit::testing::{Bench, hostile};

    fn ask(words: &str) -> Confirm {
        let yes = (Chord::plain(Key::Char('R')), words.to_owned());
        Confirm::new("Release", words, yes, "keep it held")
            .with("€1,200.00", "goes to the provider")
            .with("€300.00", words)
    }

    fn play(script: &str) -> Confirmed {
        let mut confirm = ask("release");
        let mut last = Confirmed::Open;
        for input in Input::script(script) {
            last = confirm.update(&input, Rect::new(0, 0, 80, 24));
        }
        last
    }

    #[test]
    fn wks_1_only_the_explicit_key_says_yes() {
        assert_eq!(play("R"), Confirmed::Yes);
        for script in ["Enter", "Esc", "n"] {
            assert_eq!(play(script), Confirmed::No, "{script}");
        }
        for script in ["r", "Space", "x", "Ctrl-r"] {
            assert_eq!(play(script), Confirmed::Open, "{script}");
        }
        let enter = (Chord::plain(Key::Enter), String::new());
        let mut unsafe_key = Confirm::new("", "", enter, "");
        assert_eq!(
            unsafe_key.update(&Input::script("Enter")[0], Rect::new(0, 0, 80, 24)),
            Confirmed::No
        );
    }

    #[test]
    fn wks_2_consequences_stand_in_figures_at_any_size() {
        for bench in Bench::both() {
            let lines = bench.screen(80, 24, |area, buf, look| {
                ask("Release tranche 2?").view(area, buf, look)
            });
            assert!(
                lines
                    .iter()
                    .any(|l| l.contains("€1,200.00  goes to the provider")),
                "{lines:#?}"
            );
            let enter = Chord::plain(Key::Enter).spelled(&bench.texts);
            let keep = format!("{enter} keep it held");
            assert!(lines.iter().any(|l| l.contains(&keep)), "{lines:#?}");
            for words in hostile() {
                for (width, height) in [(80, 24), (40, 10), (6, 3), (0, 0)] {
                    bench.screen(width, height, |area, buf, look| {
                        ask(&words).view(area, buf, look)
                    });
                }
            }
        }
    }
}
