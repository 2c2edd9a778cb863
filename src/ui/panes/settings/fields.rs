//! The page of a section: its settings under headings, or what is missing, by section; which lines are whose, and which of
//! them one is on. Changes nothing.

use std::ops::Range;

use super::SettingsPane;
use super::field::{BEFORE, bar};
use super::sections::SectionId;
use super::words::{label, title};
use crate::assets::settings::{Part, Spot};
use crate::desk::views::Missing;
use crate::text::fit;
use crate::ui::frame::{Card, Focus, ListPane};
use crate::ui::kit::prose::{Line, Tone};

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
        let fields = row.fields.iter().copied().map(Stop::Field);
        let lacks = row.lacks.iter().cloned().map(Stop::Lack);
        fields.chain(lacks).collect()
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
                Stop::Field(spot) => {
                    self.lay_field(&mut laid.lines, (&spot, here), &drafted, width)
                }
                Stop::Lack(lack) => self.lay_lack(&mut laid.lines, &lack, here, width),
            }
            laid.stops.push(begins..laid.lines.len());
        }
        if laid.stops.is_empty() {
            laid.lines = self.of_beside(width);
        }
        let part = self.selected().map(|row| row.id);
        if let Some(SectionId::Part(Part::Organisation)) = part {
            self.logos(&mut laid.lines, width);
        }
        if let Some(SectionId::Part(_)) = part {
            self.last_change(&mut laid.lines, width);
        }
        laid
    }

    /// The logos on papers, and how one is set.
    fn logos(&self, lines: &mut Vec<Line>, width: usize) {
        let mut card = Card::new(&self.frame.ctx, width);
        card.part(self.text("settings-logos"));
        for (country, logo) in &self.beside.logos {
            let values = [
                ("country", self.ctx().teller().country(*country).into()),
                ("logo", self.ctx().teller().logo(logo).into()),
            ];
            card.words(&card.with("settings-logo-line", &values), Tone::Text);
        }
        if self.beside.logos.is_empty() {
            card.words(&card.text("settings-logo-none"), Tone::Muted);
        }
        card.words(&card.text("settings-logo-how"), Tone::Accent);
        lines.append(&mut card.lines);
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
