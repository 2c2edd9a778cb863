//! What keys do in one field of a form. Never knows the fields beside it.

use super::{Field, Kind, OFFERED};
use crate::ui::kit::choices::find;
use crate::ui::kit::keys::{Chord, Input, Key};
use crate::ui::kit::line::{Line, Typed};

impl Field {
    /// Takes one input that is not for the form. Says whether what it holds changed; none when
    /// the input is not for this field.
    pub fn update(&mut self, input: &Input) -> Option<bool> {
        let changed = match (&mut self.kind, input) {
            (Kind::Line { line, .. }, _) => typed(line, input)?,
            (Kind::One { options, at }, Input::Key(chord)) => {
                let before = *at;
                *at = step(chord, *at, options.len())?;
                *at != before
            }
            (Kind::Some { options, on, at }, Input::Key(chord)) => match chord.key {
                Key::Char(' ') => {
                    if !on.remove(at) {
                        on.insert(*at);
                    }
                    true
                }
                _ => {
                    *at = step(chord, *at, options.len())?;
                    false
                }
            },
            (Kind::Toggle { on }, Input::Key(chord)) => match chord.key {
                Key::Char(' ') | Key::Left | Key::Right => {
                    *on = !*on;
                    true
                }
                _ => return None,
            },
            (
                Kind::Find {
                    line,
                    candidates,
                    hits,
                    at,
                    chosen,
                },
                _,
            ) => {
                let changed = typed(line, input)?;
                if changed {
                    *hits = find(candidates, line.text());
                    hits.truncate(OFFERED);
                    (*at, *chosen) = (0, None);
                }
                changed
            }
            (Kind::One { .. } | Kind::Some { .. } | Kind::Toggle { .. }, _) => return None,
        };
        if changed {
            let complained = self.fault.take().is_some();
            self.read();
            if complained {
                self.judge();
            }
        }
        Some(changed)
    }

    /// Moves among the matches below; says whether it could.
    pub fn among(&mut self, rows: isize) -> bool {
        let offers = self.offers();
        match &mut self.kind {
            Kind::Find { hits, at, .. } if offers => {
                *at = at
                    .saturating_add_signed(rows)
                    .min(hits.len().saturating_sub(1));
                true
            }
            _ => false,
        }
    }

    /// Takes the match the keys are on, if any are shown.
    pub fn take(&mut self) {
        let offers = self.offers();
        if let Kind::Find {
            line,
            candidates,
            hits,
            at,
            chosen,
        } = &mut self.kind
        {
            let hit = hits.get(*at).filter(|_| offers).map(|h| h.index);
            if let Some((index, choice)) = hit.and_then(|i| Some((i, candidates.get(i)?))) {
                *line = Line::new(&choice.label);
                *chosen = Some(index);
                self.fault = None;
            }
        }
    }
}

fn typed(line: &mut Line, input: &Input) -> Option<bool> {
    match line.update(input) {
        Typed::Changed => Some(true),
        Typed::Moved => Some(false),
        Typed::Ignored => None,
    }
}

/// The option after a step left or right, or by blank, round the end.
fn step(chord: &Chord, at: usize, len: usize) -> Option<usize> {
    let len = len.max(1);
    match chord.key {
        Key::Left | Key::Char('h') => Some((at + len - 1) % len),
        Key::Right | Key::Char(' ' | 'l') => Some((at + 1) % len),
        _ => None,
    }
}
