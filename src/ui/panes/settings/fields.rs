//! The page of a section: its settings under headings, with the help of the one that one is on below its value and what
//! is wrong with one below that; what is missing, for the set-up page. Lays out, and knows which lines are whose.

use std::ops::Range;

use super::SettingsPane;
use super::rows::CHANGED;
use super::sections::SectionId;
use super::words::{label, said, stated, title};
use crate::assets::settings::{Config, Spot};
use crate::desk::views::{Mend, Missing};
use crate::text::fit;
use crate::ui::frame::{Card, Focus, ListPane};
use crate::ui::kit::prose::{Line, Tone};

/// Columns before a label: the bar, the sign of a change, a blank.
const BEFORE: usize = 3;
/// Columns of labels, at least and at most.
const LABELS: (usize, usize) = (16, 30);

/// What one can be on, on the page of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// A setting.
    Field(Spot),
    /// Something that is missing.
    Lack(Missing),
}

/// A page laid out: its lines, and which of them belong to each thing one can be on.
#[derive(Default)]
pub(super) struct Laid {
    pub(super) lines: Vec<Line>,
    pub(super) stops: Vec<Range<usize>>,
}

impl SettingsPane {
    /// What one can be on in the selected section, in order.
    pub(super) fn stops(&self) -> Vec<Stop> {
        let Some(row) = self.selected() else {
            return Vec::new();
        };
        match row.id {
            SectionId::SetUp => {
                let missing = self.beside.missing.iter().cloned();
                missing.map(Stop::Lack).collect()
            }
            _ => row.fields.iter().copied().map(Stop::Field).collect(),
        }
    }

    /// What one is on; nothing, while the list has the keys or another page shows.
    pub(super) fn stop(&self) -> Option<Stop> {
        self.is_on_page()
            .then(|| self.stops())?
            .into_iter()
            .nth(self.at.selected)
    }

    /// The setting that one is on.
    pub(super) fn field(&self) -> Option<Spot> {
        match self.stop()? {
            Stop::Field(spot) => Some(spot),
            Stop::Lack(_) => None,
        }
    }

    /// Lays the selected section out for so many columns.
    pub(super) fn laid(&self, width: usize) -> Laid {
        let mut laid = Laid::default();
        let Some(drafted) = self.drafted() else {
            return laid;
        };
        let (mut heading, on) = (None, self.stop());
        for stop in self.stops() {
            let here = on.as_ref() == Some(&stop);
            let next = self.heading(&stop);
            if next != heading {
                let mut card = Card::new(&self.frame.ctx, width);
                card.part(next.clone().unwrap_or_default());
                // No air above the first.
                let air = usize::from(laid.lines.is_empty());
                laid.lines.extend(card.lines.into_iter().skip(air));
                heading = next;
            }
            let begins = laid.lines.len();
            match stop {
                Stop::Field(spot) => self.lay_field(&mut laid.lines, &spot, &drafted, here, width),
                Stop::Lack(lack) => self.lay_lack(&mut laid.lines, &lack, here, width),
            }
            laid.stops.push(begins..laid.lines.len());
        }
        if laid.stops.is_empty() {
            laid.lines = self.of_beside(width);
        }
        let part = self.selected().map(|row| row.id);
        if let Some(SectionId::Part(_)) = part {
            self.last_change(&mut laid.lines, width);
        }
        laid
    }

    /// Who changed any setting last.
    fn last_change(&self, lines: &mut Vec<Line>, width: usize) {
        let Some(touch) = self.ctx().sight.settings_touched() else {
            return;
        };
        let by = touch
            .by
            .map(|by| self.ctx().sight.names().of(by).to_owned());
        let values = [
            (
                "by",
                by.unwrap_or_else(|| self.text("history-nobody")).into(),
            ),
            ("when", self.ctx().teller().when(touch.at).into()),
        ];
        let mut card = Card::new(&self.frame.ctx, width);
        card.lines.push(Vec::new());
        card.words(&card.with("setting-touched", &values), Tone::Faint);
        lines.append(&mut card.lines);
    }

    /// What it stands under.
    fn heading(&self, stop: &Stop) -> Option<String> {
        match stop {
            Stop::Field(spot) => {
                let id = spot.heading()?;
                let country = spot.of.map(|country| self.ctx().teller().country(country));
                Some(self.with(id, &[("country", country.unwrap_or_default().into())]))
            }
            Stop::Lack(lack) => Some(title(&self.frame.ctx.texts, SectionId::of(lack))),
        }
    }

    fn lay_field(
        &self,
        lines: &mut Vec<Line>,
        spot: &Spot,
        drafted: &Config,
        here: bool,
        width: usize,
    ) {
        let texts = &self.frame.ctx.texts;
        let changed = self.draft.iter().find(|one| one.spot == *spot);
        let labels = (width * 2 / 5).clamp(LABELS.0, LABELS.1);
        let room = width.saturating_sub(BEFORE + labels).max(10);
        // The country stands in the heading.
        let name = texts.get(&spot.text_id());
        let names = fit::wrap(&name, labels - 1);
        let says = stated(texts, spot, drafted);
        let values = fit::wrap(&says, room);
        let (name_tone, value_tone) = match (here, changed) {
            (true, _) => (Tone::Title, Tone::Title),
            (false, Some(_)) => (Tone::Muted, Tone::Accent),
            (false, None) => (Tone::Muted, Tone::Text),
        };
        for n in 0..names.len().max(values.len()) {
            let of = |all: &[&str]| all.get(n).copied().unwrap_or_default().to_owned();
            let sign = match (n, changed) {
                (0, Some(_)) => CHANGED.0,
                _ => " ",
            };
            lines.push(vec![
                (bar(here), Tone::Accent),
                (format!("{sign} "), Tone::Accent),
                (fit::pad_right(&of(&names), labels), name_tone),
                (of(&values), value_tone),
            ]);
        }
        let mut below = |words: &str, tone: Tone| {
            for line in fit::wrap(words, room) {
                lines.push(vec![
                    (bar(here), Tone::Accent),
                    (" ".repeat(BEFORE - 1 + labels), Tone::Text),
                    (line.to_owned(), tone),
                ]);
            }
        };
        if let Some(changed) = changed {
            let was = [("was", said(texts, spot, &changed.from).into())];
            below(&self.with("setting-was", &was), Tone::Muted);
        }
        for words in self.problems(spot, drafted) {
            below(&words, Tone::Soon);
        }
        if here {
            below(&self.text(&format!("{}-help", spot.text_id())), Tone::Muted);
            let usual = spot.usual(drafted);
            if let Some(usual) = usual.filter(|usual| *usual != spot.get(drafted)) {
                let usual = [("usual", said(texts, spot, &usual).into())];
                below(&self.with("settings-begins-as", &usual), Tone::Faint);
            }
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

    fn lay_lack(&self, lines: &mut Vec<Line>, lack: &Missing, here: bool, width: usize) {
        let words = self.ctx().teller().missing(lack);
        let tone = if here { Tone::Title } else { Tone::Soon };
        for line in fit::wrap(&words, width.saturating_sub(BEFORE).max(10)) {
            lines.push(vec![
                (format!("{}  ", bar(here)), Tone::Accent),
                (line.to_owned(), tone),
            ]);
        }
    }

    /// Whether the page of a section has the keys.
    pub(super) fn is_on_page(&self) -> bool {
        self.page == super::Page::Section && self.frame.browse.focus == Focus::Card
    }

    /// What a setting is called, where its country is not told by a heading.
    pub(super) fn label(&self, spot: &Spot) -> String {
        label(&self.frame.ctx.texts, spot)
    }
}

/// Stands before what one is on.
fn bar(here: bool) -> String {
    if here { "▌" } else { " " }.to_owned()
}
