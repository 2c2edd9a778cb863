//! What a field holds: as words, taken over from another, and whether it will do.

use super::{Fault, Field, Kind};
use crate::ui::kit::line::Line;

impl Field {
    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        match &self.kind {
            Kind::Line { line, .. } => line.text().trim().is_empty(),
            Kind::One { options, .. } => options.is_empty(),
            Kind::Some { on, .. } => on.is_empty(),
            Kind::Toggle { .. } => false,
            Kind::Find { chosen, line, .. } => chosen.is_none() && line.text().trim().is_empty(),
        }
    }

    /// What it holds, as words: two fields that hold the same have the same.
    pub fn value(&self) -> String {
        match &self.kind {
            Kind::Line { line, .. } | Kind::Find { line, .. } => line.text().trim().to_owned(),
            Kind::One { options, at } => options.get(*at).cloned().unwrap_or_default(),
            Kind::Some { options, on, .. } => {
                let marked = on.iter().filter_map(|at| options.get(*at));
                marked.cloned().collect::<Vec<_>>().join(", ")
            }
            Kind::Toggle { on } => if *on { "✓" } else { "–" }.to_owned(),
        }
    }

    /// Takes over what another field of its kind holds; options and candidates stay its own.
    pub fn adopt(&mut self, other: &Field) {
        match (&mut self.kind, &other.kind) {
            (Kind::Line { line, .. }, Kind::Line { line: typed, .. }) => {
                *line = Line::new(typed.text());
            }
            (Kind::Toggle { on }, Kind::Toggle { on: typed }) => *on = *typed,
            (
                Kind::One { options, at },
                Kind::One {
                    options: others,
                    at: typed,
                },
            ) => {
                let wanted = others.get(*typed);
                let found = options.iter().position(|one| Some(one) == wanted);
                *at = found.unwrap_or(*at);
            }
            (
                Kind::Some { options, on, .. },
                Kind::Some {
                    options: others,
                    on: typed,
                    ..
                },
            ) => {
                let wanted: Vec<_> = typed.iter().filter_map(|at| others.get(*at)).collect();
                let marked = options.iter().enumerate();
                let marked = marked.filter(|(_, one)| wanted.contains(one));
                *on = marked.map(|(at, _)| at).collect();
            }
            (
                Kind::Find {
                    line,
                    candidates,
                    chosen,
                    ..
                },
                Kind::Find { line: typed, .. },
            ) => {
                *line = Line::new(typed.text());
                *chosen = candidates.iter().position(|one| one.label == typed.text());
            }
            _ => {}
        }
        self.read();
    }

    /// The form is left or sent: what is wrong is to be said now. Says whether all is well.
    pub fn judge(&mut self) -> bool {
        if matches!(self.fault, Some(Fault::Said(_))) {
            return false;
        }
        self.fault = match &self.kind {
            _ if self.is_empty() => self.required.then_some(Fault::Missing),
            Kind::Line {
                line,
                check: Some(check),
            } => check(line.text()).err().map(Fault::Said),
            Kind::Find { chosen: None, .. } => Some(Fault::NotFound),
            Kind::Line { .. }
            | Kind::One { .. }
            | Kind::Some { .. }
            | Kind::Toggle { .. }
            | Kind::Find { .. } => None,
        };
        self.fault.is_none()
    }
}
