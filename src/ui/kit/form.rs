//! Forms, field by field: `Tab`, arrows and `Enter` move, `Ctrl-s` sends, `Esc` leaves; the error
//! stands beside its field. Never sends anything itself, and forgets nothing when it is left: the
//! pane keeps the form until its answer is safe.

use ratatui::layout::Rect;

use super::field::{Fault, Field, Kind};
use super::form_view::places;
use super::keys::{Input, Key, MouseKind};

/// What an input did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formed {
    /// Still filling in.
    Editing,
    /// To be sent: every field is well.
    Submit,
    /// Left.
    Cancel,
}

/// A form.
#[derive(Clone, Default)]
pub struct Form {
    /// Its fields, in order.
    pub fields: Vec<Field>,
    /// Position of the field that has the keys.
    pub focus: usize,
    dirty: bool,
    /// What each field held when it was opened.
    opened: Vec<String>,
    /// The record up to which was read what it was opened with.
    seen: u64,
}

impl Form {
    /// With these fields, the first having the keys.
    pub fn new(fields: Vec<Field>) -> Self {
        Self {
            opened: fields.iter().map(Field::value).collect(),
            fields,
            focus: 0,
            dirty: false,
            seen: 0,
        }
    }

    /// The same, of a thing as it stood after the record `seq`.
    pub fn as_of(self, seq: u64) -> Self {
        Self { seen: seq, ..self }
    }

    /// The record up to which was read what it was opened with.
    pub fn seen(&self) -> u64 {
        self.seen
    }

    /// Whether the field `id` holds something else than when the form was opened.
    pub fn touched(&self, id: &str) -> bool {
        let found = self.fields.iter().zip(&self.opened);
        let mut found = found.filter(|(field, _)| field.id == id);
        found.any(|(field, opened)| field.value() != *opened)
    }

    /// Puts into this form, which was opened with how things stand now, what was typed into an earlier one
    /// of the same fields. Fields nobody typed into show what stands now. `said` tells what was changed
    /// meanwhile beside a field: to this value where something else was typed, else nothing.
    pub fn take_over(&mut self, typed: &Form, said: impl Fn(Option<&str>) -> String) {
        for field in &mut self.fields {
            let earlier = typed.fields.iter().zip(&typed.opened);
            let Some((earlier, opened)) = earlier.into_iter().find(|(one, _)| one.id == field.id)
            else {
                continue;
            };
            let now = field.value();
            let moved = now != *opened;
            if earlier.value() != *opened {
                field.adopt(earlier);
                if moved && field.value() != now {
                    field.echo = said(Some(&now));
                }
            } else if moved {
                field.echo = said(None);
            }
        }
        self.focus = typed.focus.min(self.fields.len().saturating_sub(1));
        self.dirty = typed.dirty;
    }

    /// Whether something was filled in since it was made.
    pub fn dirty(&self) -> bool {
        self.dirty
    }

    fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.id == id)
    }

    /// What was typed in the line `id`; empty when there is none.
    pub fn text(&self, id: &str) -> &str {
        match self.field(id).map(|f| &f.kind) {
            Some(Kind::Line { line, .. } | Kind::Find { line, .. }) => line.text(),
            _ => "",
        }
    }

    /// The position chosen in `id`, a choice or a field that finds.
    pub fn chosen(&self, id: &str) -> Option<usize> {
        match self.field(id).map(|f| &f.kind) {
            Some(Kind::One { at, options }) => (*at < options.len()).then_some(*at),
            Some(Kind::Find { chosen, .. }) => *chosen,
            _ => None,
        }
    }

    /// What the option chosen in `id` stands for.
    pub fn code(&self, id: &str) -> Option<u16> {
        let at = self.chosen(id)?;
        self.field(id)?.codes.get(at).copied().flatten()
    }

    /// What the options chosen in `id`, several of a few, stand for.
    pub fn codes(&self, id: &str) -> Vec<u16> {
        let chosen = self.several(id).into_iter();
        let codes = self.field(id).map_or(&[][..], |field| &field.codes);
        chosen
            .filter_map(|at| codes.get(at).copied().flatten())
            .collect()
    }

    /// The positions chosen in `id`, several of a few.
    pub fn several(&self, id: &str) -> Vec<usize> {
        match self.field(id).map(|f| &f.kind) {
            Some(Kind::Some { on, .. }) => on.iter().copied().collect(),
            _ => Vec::new(),
        }
    }

    /// Whether the toggle `id` is on.
    pub fn toggled(&self, id: &str) -> bool {
        matches!(
            self.field(id).map(|f| &f.kind),
            Some(Kind::Toggle { on: true })
        )
    }

    /// Says what is wrong with `id`, after the form was refused, and goes there.
    pub fn fail(&mut self, id: &str, words: impl Into<String>) {
        if let Some(at) = self.fields.iter().position(|f| f.id == id) {
            if let Some(field) = self.fields.get_mut(at) {
                field.fault = Some(Fault::Said(words.into()));
            }
            self.focus = at;
        }
    }

    /// Takes one input; `area` is where the form is drawn.
    pub fn update(&mut self, input: &Input, area: Rect) -> Formed {
        match input {
            Input::Key(chord) => match (chord.key, chord.ctrl) {
                (Key::Esc, _) => return Formed::Cancel,
                (Key::Char('s'), true) => return self.submit(),
                (Key::Enter, _) if self.focus + 1 >= self.fields.len() => return self.submit(),
                (Key::Enter, _) => self.go(1),
                (Key::Tab, _) => self.go(if chord.shift { -1 } else { 1 }),
                (Key::Down, _) if !self.among(1) => self.go(1),
                (Key::Up, _) if !self.among(-1) => self.go(-1),
                (Key::Down | Key::Up, _) => {}
                _ => self.give(input),
            },
            Input::Mouse(mouse) if mouse.kind == MouseKind::Press => {
                let hit = places(self, area)
                    .iter()
                    .position(|p| mouse.within(p.whole));
                if let Some(at) = hit {
                    let again = at == self.focus;
                    self.leave();
                    self.focus = at;
                    if let (
                        true,
                        Some(Field {
                            kind: Kind::Toggle { on },
                            ..
                        }),
                    ) = (again, self.fields.get_mut(at))
                    {
                        *on = !*on;
                        self.dirty = true;
                    }
                }
            }
            Input::Mouse(_) => {}
            Input::Paste(_) => self.give(input),
        }
        Formed::Editing
    }

    fn give(&mut self, input: &Input) {
        let changed = self
            .fields
            .get_mut(self.focus)
            .and_then(|f| f.update(input));
        self.dirty |= changed == Some(true);
    }

    fn among(&mut self, rows: isize) -> bool {
        self.fields
            .get_mut(self.focus)
            .is_some_and(|f| f.among(rows))
    }

    /// Leaves the field that has the keys: its match is taken, its fault is said.
    fn leave(&mut self) {
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.take();
            if !field.is_empty() {
                field.judge();
            }
        }
    }

    fn go(&mut self, fields: isize) {
        self.leave();
        let last = self.fields.len().saturating_sub(1);
        self.focus = match self.focus.checked_add_signed(fields) {
            None => last,
            Some(at) if at > last => 0,
            Some(at) => at,
        };
    }

    fn submit(&mut self) -> Formed {
        self.leave();
        let mut first = None;
        for (at, field) in self.fields.iter_mut().enumerate() {
            if !field.judge() && first.is_none() {
                first = Some(at);
            }
        }
        match first {
            None => Formed::Submit,
            Some(at) => {
                self.focus = at;
                Formed::Editing
            }
        }
    }
}

#[cfg(test)]
#[path = "form_tests.rs"]
mod tests;
