//! A setting on the page of its section: its label and value, what it was, what is wrong with it, and, where one is on it,
//! what it is for. Lays out; changes nothing.

use super::SettingsPane;
use super::rows::CHANGED;
use super::words::{counted, short, stated};
use crate::assets::settings::{Config, Spot};
use crate::desk::views::Mend;
use crate::text::fit;
use crate::ui::frame::ListPane;
use crate::ui::kit::prose::{Line, Tone};

/// Columns before a label: the bar, the sign of a change, a blank.
pub(super) const BEFORE: usize = 3;
/// Columns of labels, at least and at most.
const LABELS: (usize, usize) = (16, 30);

/// Stands before what one is on.
pub(super) fn bar(here: bool) -> String {
    if here { "▌" } else { " " }.to_owned()
}

/// Two columns, labels and values, for one setting.
struct Grid<'a> {
    lines: &'a mut Vec<Line>,
    labels: usize,
    room: usize,
    here: bool,
}

impl Grid<'_> {
    /// Puts a label beside a value, each on as many lines as it takes.
    fn beside(&mut self, sign: &str, label: (&str, Tone), value: (&str, Tone)) {
        let (labels, values) = (
            fit::wrap(label.0, self.labels - 1),
            fit::wrap(value.0, self.room),
        );
        for n in 0..labels.len().max(values.len()) {
            let of = |all: &[&str]| all.get(n).copied().unwrap_or_default().to_owned();
            let sign = if n == 0 { sign } else { " " };
            self.lines.push(vec![
                (bar(self.here), Tone::Accent),
                (format!("{sign} "), Tone::Accent),
                (fit::pad_right(&of(&labels), self.labels), label.1),
                (of(&values), value.1),
            ]);
        }
    }

    /// Puts words below a value.
    fn below(&mut self, words: &str, tone: Tone) {
        for line in fit::wrap(words, self.room) {
            self.lines.push(vec![
                (bar(self.here), Tone::Accent),
                (" ".repeat(BEFORE - 1 + self.labels), Tone::Text),
                (line.to_owned(), tone),
            ]);
        }
    }
}

impl SettingsPane {
    /// Lays a setting out as the draft has it; whether one is on it.
    pub(super) fn lay_field(
        &self,
        lines: &mut Vec<Line>,
        (spot, here): (&Spot, bool),
        drafted: &Config,
        width: usize,
    ) {
        let texts = &self.frame.ctx.texts;
        let labels = (width * 2 / 5).clamp(LABELS.0, LABELS.1);
        let mut grid = Grid {
            lines,
            labels,
            room: width.saturating_sub(BEFORE + labels).max(10),
            here,
        };
        let changed = self.draft.iter().find(|one| one.spot == *spot);
        let (label_tone, value_tone) = match (here, changed) {
            (true, _) => (Tone::Title, Tone::Title),
            (false, Some(_)) => (Tone::Muted, Tone::Accent),
            (false, None) => (Tone::Muted, Tone::Text),
        };
        let sign = changed.map_or(" ", |_| CHANGED.0);
        let label = short(texts, spot);
        let value = stated(texts, spot, drafted);
        grid.beside(sign, (&label, label_tone), (&value, value_tone));
        if let Some(changed) = changed {
            let was = [("was", counted(texts, spot, &changed.from).into())];
            grid.below(&self.with("setting-was", &was), Tone::Muted);
        }
        for words in self.problems(spot, drafted) {
            grid.below(&words, Tone::Soon);
        }
        if here {
            let help = self.text(&format!("{}-help", spot.text_id()));
            grid.below(&help, Tone::Muted);
            let usual = spot.usual(drafted);
            if let Some(usual) = usual.filter(|usual| *usual != spot.get(drafted)) {
                let usual = [("usual", counted(texts, spot, &usual).into())];
                grid.below(&self.with("settings-begins-as", &usual), Tone::Faint);
            }
            // By this name commands and files know it; it is never broken in two where there is room for it.
            lines.push(vec![
                (bar(here), Tone::Accent),
                (" ".repeat(BEFORE - 1), Tone::Text),
                (spot.to_string(), Tone::Faint),
            ]);
        }
    }

    /// What is wrong with a setting as the draft has it, or missing for want of it.
    fn problems(&self, spot: &Spot, drafted: &Config) -> Vec<String> {
        let mut all = Vec::new();
        if let Some((least, most)) = spot.unusual(drafted) {
            let values = [
                ("least", least.to_string().into()),
                ("most", most.to_string().into()),
            ];
            all.push(self.with("setting-unusual", &values));
        }
        let missing = self.beside.missing.iter();
        let its = missing.filter(|one| one.mend == Mend::Setting(*spot));
        all.extend(its.map(|one| self.ctx().teller().missing(one)));
        all
    }
}
