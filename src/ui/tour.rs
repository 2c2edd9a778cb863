//! The tour: steps that are done, not read. Each teaches an action and waits for it; the screen behind works meanwhile.
//! A step is done when its action was, and only read when one went on without. Which tours there are, for whom, and
//! where each begins, the registry of panes says; this changes nothing but itself.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::kit::binding::{Entry, Ready};
use super::kit::frame::Panel;
use super::kit::keys::{Chord, Key};
use super::kit::look::Look;
use super::kit::paint;
use crate::desk::views::Me;
use crate::text::fit;

const WIDTH: u16 = 64;
const HEIGHT: u16 = 11;

/// A tour for those who have a part in common.
pub struct Guide {
    /// What its texts are found by.
    pub name: &'static str,
    /// Whom it is for.
    pub is_for: fn(&Me) -> bool,
    /// What its steps teach: the names of bindings.
    pub steps: &'static [&'static str],
}

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Course {
    Ahead,
    Read,
    Done,
}

/// What a key does with a tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It means nothing to it: it is for the screen behind.
    Passed,
    /// It went a step on or back.
    Taken,
    /// The tour is over.
    Over,
}

/// Where somebody is on a tour.
#[derive(Clone)]
pub struct Tour {
    guide: &'static Guide,
    step: usize,
    courses: Vec<Course>,
}

impl Tour {
    /// Returns one at its first step.
    pub fn new(guide: &'static Guide) -> Tour {
        Tour {
            guide,
            step: 0,
            courses: vec![Course::Ahead; guide.steps.len()],
        }
    }

    /// Takes a key; `back`: Esc leads back on the screen behind.
    pub fn update(&mut self, chord: Chord, back: bool) -> Taken {
        match chord.key {
            Key::Tab if chord.shift => self.step = self.step.saturating_sub(1),
            Key::Tab => {
                self.mark(Course::Read);
                self.step += 1;
            }
            Key::Esc if !back => return Taken::Over,
            _ => return Taken::Passed,
        }
        self.taken()
    }

    fn taken(&self) -> Taken {
        match self.step < self.guide.steps.len() {
            true => Taken::Taken,
            false => Taken::Over,
        }
    }

    /// What its step teaches was done, or something else was.
    pub fn did(&mut self, id: &str) -> Taken {
        if self.guide.steps.get(self.step) != Some(&id) {
            return Taken::Passed;
        }
        self.mark(Course::Done);
        self.step += 1;
        self.taken()
    }

    /// What was done once stays done.
    fn mark(&mut self, as_now: Course) {
        if let Some(course) = self.courses.get_mut(self.step)
            && *course != Course::Done
        {
            *course = as_now;
        }
    }

    /// Returns how many steps were done, and how many only read.
    pub fn counts(&self) -> (usize, usize) {
        let of = |which| {
            self.courses
                .iter()
                .filter(|course| **course == which)
                .count()
        };
        (of(Course::Done), of(Course::Read))
    }

    /// Returns how many steps there are.
    pub fn steps(&self) -> usize {
        self.guide.steps.len()
    }

    /// Draws the step in the lower right corner, so that what it speaks of stays visible. `entries` are what can be
    /// done on the screen behind.
    pub fn view(&self, screen: Rect, entries: &[Entry], buf: &mut Buffer, look: &Look<'_>) {
        let width = WIDTH.min(screen.width);
        let height = HEIGHT.min(screen.height.saturating_sub(2));
        let corner = Rect {
            x: screen.right().saturating_sub(width),
            y: screen.bottom().saturating_sub(height + 1),
            width,
            height,
        };
        let name = format!("tour-{}-{}", self.guide.name, self.step + 1);
        let title = look.texts.get(&format!("{name}-title")).into_owned();
        let (done, read) = self.counts();
        let args = [
            ("done", done.into()),
            ("read", read.into()),
            ("n", (self.step + 1).into()),
            ("of", self.steps().into()),
        ];
        let panel = Panel {
            title: &title,
            right: &look.texts.with("tour-counts", &args),
            bottom: &look.texts.get("tour-keys"),
            focused: true,
        };
        let inner = panel.popup(corner, width, height, buf, look);
        let words = look.texts.get(&name).into_owned();
        let last = inner.height.saturating_sub(1);
        for (row, line) in (0..last).zip(fit::wrap(&words, usize::from(inner.width))) {
            paint::text(buf, paint::row(inner, row), line, look.theme.text);
        }
        let (line, style) = match self.courses.get(self.step) {
            Some(Course::Done) => (look.texts.get("tour-done").into_owned(), look.theme.accent),
            _ => (self.asks(entries, look), look.theme.key),
        };
        paint::text(buf, paint::row(inner, last), &line, style);
    }

    /// What its step waits for: the key of what it teaches, or that this cannot be done just now.
    fn asks(&self, entries: &[Entry], look: &Look<'_>) -> String {
        let id = self.guide.steps.get(self.step).copied().unwrap_or_default();
        let can = |entry: &&Entry| entry.id == id && entry.ready == Ready::Yes;
        let Some(entry) = entries.iter().find(can) else {
            return look.texts.get("tour-cannot").into_owned();
        };
        let key = entry.chords.first();
        let key = key.map_or_else(|| ":".to_owned(), |key| key.spelled(look.texts));
        let args = [("key", key.into()), ("act", entry.label(look.texts).into())];
        look.texts.with("tour-try", &args)
    }
}
