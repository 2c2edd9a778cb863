//! What is not applied yet and what would follow from it; who changed what when. Changes nothing.

use super::SettingsPane;
use super::sections::SectionId;
use super::words::title;
use crate::assets::settings::Part;
use crate::desk::views::{Foreseen, Moves, Past, PastLine, PastWhat};
use crate::domain::Millis;
use crate::ui::frame::{Card, ListPane};
use crate::ui::kit::prose::{Line, Tone};

impl SettingsPane {
    /// What is not applied yet, and what would follow.
    pub(super) fn of_changes(&self, width: usize) -> Vec<Line> {
        let mut card = Card::new(&self.frame.ctx, width);
        if self.draft.is_empty() {
            card.words(&card.text("settings-no-draft"), Tone::Muted);
            return card.lines;
        }
        let mut section = None;
        for one in &self.draft {
            let part = SectionId::Part(one.spot.part());
            if section.replace(part) != Some(part) {
                card.part(title(&card.ctx.texts, part));
            }
            let values = [
                ("from", self.said(&one.spot, &one.from).into()),
                ("to", self.said(&one.spot, &one.to).into()),
            ];
            card.words(&self.label(&one.spot), Tone::Title);
            card.words(&card.with("settings-from-to", &values), Tone::Text);
        }
        card.part(card.text("settings-follows"));
        match &self.foreseen {
            Some(foreseen) => follows(&mut card, foreseen),
            None => card.words(&card.text("settings-counting"), Tone::Muted),
        }
        card.lines
    }

    /// Who changed the setting that one is on when, or else any of the selected section.
    pub(super) fn of_history(&self, width: usize) -> Vec<Line> {
        let mut card = Card::new(&self.frame.ctx, width);
        let (Some(row), Some(past)) = (self.selected(), &self.past) else {
            card.words(&card.text("settings-counting"), Tone::Muted);
            return card.lines;
        };
        for one in past {
            let lines = one.lines.iter();
            let lines: Vec<&PastLine> = lines.filter(|line| self.tells_of(row.id, line)).collect();
            if lines.is_empty() {
                continue;
            }
            head(&mut card, one);
            for line in lines {
                self.past_line(&mut card, line);
            }
        }
        if card.lines.is_empty() {
            card.words(&card.text("settings-history-none"), Tone::Muted);
        }
        card.lines
    }

    /// Whether a line of the history is of what is looked at.
    fn tells_of(&self, section: SectionId, line: &PastLine) -> bool {
        match (&line.what, section) {
            (PastWhat::Setting(spot), SectionId::Part(part)) => match self.past_of {
                Some(only) => only == *spot,
                None => spot.part() == part,
            },
            (PastWhat::Logo(_), SectionId::Part(Part::Organisation)) => self.past_of.is_none(),
            (PastWhat::Line, SectionId::List(list)) => {
                let text = format!("{}{}", line.from, line.to);
                let rest = text.strip_prefix(list.key());
                rest.is_some_and(|rest| rest.starts_with([':', ',']))
            }
            (PastWhat::Line, section) => !matches!(section, SectionId::Part(_)),
            _ => false,
        }
    }

    fn past_line(&self, card: &mut Card<'_>, line: &PastLine) {
        let text = |text: &str| match text.is_empty() {
            true => self.text("settings-nothing"),
            false => text.to_owned(),
        };
        let words = match &line.what {
            PastWhat::Line if line.from.is_empty() => format!("+ {}", line.to),
            PastWhat::Line => format!("- {}", line.from),
            what => {
                let values = [
                    ("from", text(&line.from).into()),
                    ("to", text(&line.to).into()),
                ];
                let change = card.with("settings-from-to", &values);
                match what {
                    PastWhat::Setting(spot) if self.past_of.is_none() => {
                        let values = [("what", self.label(spot).into()), ("change", change.into())];
                        card.with("settings-past-line", &values)
                    }
                    PastWhat::Logo(country) => {
                        let country = self.ctx().teller().country(*country);
                        let what = self.with("settings-logo-of", &[("country", country.into())]);
                        let values = [("what", what.into()), ("change", change.into())];
                        card.with("settings-past-line", &values)
                    }
                    _ => change,
                }
            }
        };
        card.words(&words, Tone::Text);
    }
}

fn head(card: &mut Card<'_>, one: &Past) {
    let by = one.by.clone();
    let by = by.unwrap_or_else(|| card.text("history-nobody"));
    let when = card.ctx.teller().when(one.at);
    let words = card.with(
        "setting-changed",
        &[("by", by.into()), ("when", when.into())],
    );
    card.words(&words, Tone::Muted);
}

/// What would follow from the draft, in figures; the first due dates that move by name.
fn follows(card: &mut Card<'_>, foreseen: &Foreseen) {
    let values = [
        ("moved", foreseen.moved.into()),
        ("sooner", foreseen.sooner.into()),
        ("late", foreseen.late.into()),
        ("relieved", foreseen.relieved.into()),
    ];
    let tone = match foreseen.late {
        0 => Tone::Text,
        _ => Tone::Soon,
    };
    card.words(&card.with("settings-moves", &values), tone);
    if foreseen.unvalidated > 0 {
        let n = [("n", foreseen.unvalidated.into())];
        card.words(&card.with("settings-unvalidated", &n), Tone::Soon);
    }
    card.words(&card.text("settings-sent-stays"), Tone::Muted);
    for one in &foreseen.first {
        moves(card, one);
    }
}

fn moves(card: &mut Card<'_>, one: &Moves) {
    let teller = card.ctx.teller();
    let when = |at: Option<Millis>| at.map_or_else(|| "–".to_owned(), |at| teller.when(at));
    let values = [
        ("request", one.request.to_string().into()),
        ("subject", one.subject.as_str().into()),
        ("from", when(one.from).into()),
        ("to", when(one.to).into()),
    ];
    let (id, tone) = match one.late {
        true => ("settings-move-late", Tone::Soon),
        false => ("settings-move-line", Tone::Text),
    };
    card.words(&card.with(id, &values), tone);
}
