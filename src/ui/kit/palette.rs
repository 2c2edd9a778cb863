//! `:` — any action by its name. The same entries as footer and help; what cannot be done now comes last and
//! greyed, with its reason below when it is selected. Never runs anything itself.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::binding::{Entry, Ready};
use super::columns::Column;
use super::frame::Panel;
use super::keys::{Input, Key, MouseKind};
use super::line::{Line, Typed};
use super::list::Viewport;
use super::list_view::{Cell, ListView, Row, scrollbar};
use super::look::Look;
use super::naming::{Named, Naming};
use super::paint;
use super::texts::Texts;
use crate::text::fit;

/// Columns of the box, at most.
const WIDTH: u16 = 84;
/// Rows of the box, at most.
const HEIGHT: u16 = 24;
/// Rows for what the selected one does.
const BELOW: u16 = 4;

/// What an input did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Called {
    /// Still choosing.
    Open,
    /// Do this: place and binding.
    Run(&'static str, &'static str),
    /// Nothing.
    Cancelled,
}

/// The box of all actions.
#[derive(Debug, Clone)]
pub struct Palette {
    entries: Vec<Entry>,
    naming: Naming,
    found: Vec<Named>,
    line: Line,
    viewport: Viewport,
}

impl Palette {
    /// Over these entries; those of the open pane first.
    pub fn new(entries: Vec<Entry>, texts: &Texts) -> Self {
        let shown = |entry: &Entry| entry.ready != Ready::Hidden;
        let entries: Vec<Entry> = entries.into_iter().filter(shown).collect();
        let naming = Naming::new(&entries, texts);
        let mut palette = Self {
            found: Vec::new(),
            line: Line::default(),
            viewport: Viewport::default(),
            naming,
            entries,
        };
        palette.search();
        palette
    }

    fn search(&mut self) {
        self.found = self.naming.find(self.line.text());
        self.viewport = Viewport::default();
        self.viewport.fit(self.found.len(), usize::from(HEIGHT));
    }

    fn selected(&self) -> Option<(&Named, &Entry)> {
        let named = self.found.get(self.viewport.selected)?;
        Some((named, self.entries.get(named.index)?))
    }

    /// Takes one input; `screen` is the place the box stands in.
    pub fn update(&mut self, input: &Input, screen: Rect) -> Called {
        let rows = rows(between(screen));
        self.viewport
            .fit(self.found.len(), usize::from(rows.height));
        let page = isize::try_from(rows.height).unwrap_or(1);
        match input {
            Input::Key(chord) => match (chord.key, chord.ctrl) {
                (Key::Esc, _) => return Called::Cancelled,
                (Key::Enter, _) => return self.accept(),
                (Key::Down, _) | (Key::Char('n'), true) => self.viewport.by(1),
                (Key::Tab, _) if !chord.shift => self.viewport.by(1),
                (Key::Up | Key::Tab, _) | (Key::Char('p'), true) => self.viewport.by(-1),
                (Key::PageDown, _) => self.viewport.by(page),
                (Key::PageUp, _) => self.viewport.by(-page),
                _ => self.typed(input),
            },
            Input::Mouse(mouse) if mouse.within(rows) => match mouse.kind {
                MouseKind::WheelUp => self.viewport.scroll(-1),
                MouseKind::WheelDown => self.viewport.scroll(1),
                MouseKind::Press => {
                    let at = self.viewport.offset + usize::from(mouse.row - rows.y);
                    if at < self.found.len() {
                        self.viewport.select(at);
                        return self.accept();
                    }
                }
                MouseKind::Drag => {}
            },
            Input::Mouse(_) => {}
            Input::Paste(_) => self.typed(input),
        }
        Called::Open
    }

    fn typed(&mut self, input: &Input) {
        if self.line.update(input) == Typed::Changed {
            self.search();
        }
    }

    /// What cannot be done now stays, with its reason below.
    fn accept(&self) -> Called {
        match self.selected() {
            Some((_, entry)) if entry.ready == Ready::Yes => Called::Run(entry.scope, entry.id),
            _ => Called::Open,
        }
    }

    /// Draws the box over `screen`.
    pub fn view(&self, screen: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let (title, keys) = (
            look.texts.get("kit-palette"),
            look.texts.get("kit-palette-keys"),
        );
        let args = [
            ("n", self.found.len().into()),
            ("of", self.entries.len().into()),
        ];
        let panel = Panel {
            title: &title,
            right: &look.texts.with("kit-palette-count", &args),
            bottom: &keys,
            focused: true,
        };
        let screen = between(screen);
        let inner = panel.popup(screen, WIDTH, HEIGHT.min(screen.height), buf, look);
        let hint = look.texts.get("kit-palette-hint");
        self.line.view(inner, buf, look, &hint, true);
        rule(paint::row(inner, 1), buf, look);
        let rows = rows(screen);
        let mut viewport = self.viewport;
        viewport.fit(self.found.len(), usize::from(rows.height));
        let columns = [
            Column::between(16, 28),
            Column::text(8),
            Column::between(3, 8).right(),
        ];
        let nothing = look.texts.get("kit-picker-nothing");
        let list = ListView {
            columns: &columns,
            viewport,
            focused: true,
            empty: &nothing,
        };
        list.view(rows, buf, look, |at| self.row(at, look));
        let edge = Rect {
            x: inner.right().saturating_add(1),
            width: 1,
            ..rows
        };
        scrollbar(edge, buf, look, &viewport);
        self.view_selected(below(inner), buf, look);
    }

    fn row(&self, at: usize, look: &Look<'_>) -> Row {
        let named = self.found.get(at);
        let Some((named, entry)) = named.and_then(|n| Some((n, self.entries.get(n.index)?))) else {
            return Row::default();
        };
        let (words, key, detail) = match &entry.ready {
            Ready::No(reason) => (
                look.theme.key_disabled,
                look.theme.key_disabled,
                reason.text(look.texts),
            ),
            Ready::Yes | Ready::Hidden => (look.theme.text, look.theme.key, entry.help(look.texts)),
        };
        let label = Cell {
            hits: named.letters.clone(),
            ..Cell::styled(entry.label(look.texts), words)
        };
        let first = entry.chords.first().map(|c| c.spelled(look.texts));
        Row {
            cells: vec![
                label,
                Cell::styled(detail, look.theme.muted),
                Cell::styled(first.unwrap_or_default(), key),
            ],
            ..Row::default()
        }
    }

    /// What the selected one does, whole, or why it cannot be done now; and the word it was found by.
    fn view_selected(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let Some((named, entry)) = self.selected() else {
            return;
        };
        rule(paint::row(area, 0), buf, look);
        let (words, style) = match &entry.ready {
            Ready::No(reason) => (reason.text(look.texts), look.theme.soon),
            Ready::Yes | Ready::Hidden => (entry.help(look.texts), look.theme.text),
        };
        let words = paint::safe(&words, area.width.saturating_mul(3)).into_owned();
        let mut lines = fit::wrap(&words, usize::from(area.width));
        lines.truncate(usize::from(BELOW) - 2);
        let mut at = 1;
        for line in lines {
            paint::text(buf, paint::row(area, at), line, style);
            at += 1;
        }
        if let Some(by) = &named.by {
            let by = look
                .texts
                .with("kit-palette-by", &[("word", by.as_str().into())]);
            paint::text(buf, paint::row(area, at), &by, look.theme.muted);
        }
    }
}

fn rule(at: Rect, buf: &mut Buffer, look: &Look<'_>) {
    let dashes = "─".repeat(usize::from(at.width));
    paint::text(buf, at, &dashes, look.theme.border);
}

/// What lies between the header and the footer: neither is ever covered.
fn between(screen: Rect) -> Rect {
    Rect {
        y: screen.y.saturating_add(1),
        height: screen.height.saturating_sub(2),
        ..screen
    }
}

/// The rows for the actions.
fn rows(screen: Rect) -> Rect {
    let inner = Panel::popup_inner(screen, WIDTH, HEIGHT.min(screen.height));
    Rect {
        y: inner.y.saturating_add(2),
        height: inner.height.saturating_sub(2 + BELOW),
        ..inner
    }
}

/// The rows for what the selected one does.
fn below(inner: Rect) -> Rect {
    let height = BELOW.min(inner.height.saturating_sub(2));
    Rect {
        y: inner.bottom().saturating_sub(height),
        height,
        ..inner
    }
}

#[cfg(test)]
#[path = "palette_tests.rs"]
mod tests;
