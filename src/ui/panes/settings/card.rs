//! A setting as lines: what it says, what the draft has, what it is for, who changed the settings last; what would follow
//! from the draft; who changed it when.

use super::SettingsPane;
use super::list::{label, section};
use crate::desk::views::{Foreseen, Moves, Past, PastWhat};
use crate::domain::Millis;
use crate::ui::frame::{Card, ListPane};
use crate::ui::kit::prose::{Line, Tone};

impl SettingsPane {
    /// The selected setting.
    pub(super) fn of_setting(&self, width: usize) -> Vec<Line> {
        let mut card = Card::new(&self.frame.ctx, width);
        let (Some(row), Some((now, _))) = (self.selected(), &self.now) else {
            return card.lines;
        };
        let spot = row.spot;
        let value = spot.get(now);
        let draft = self.draft.iter().find(|one| one.spot == spot);
        let in_force = match draft {
            Some(_) => Tone::Muted,
            None => Tone::Text,
        };
        card.field("setting-now", &self.said(&spot, &value), in_force);
        if let Some(draft) = draft {
            card.field("setting-then", &self.said(&spot, &draft.to), Tone::Title);
        }
        card.words(&card.text(&format!("{}-help", spot.text_id())), Tone::Muted);
        if let Some(usual) = spot.usual(now).filter(|usual| *usual != value) {
            let usual = self.said(&spot, &usual);
            card.field("setting-begins-as", &usual, Tone::Muted);
        }
        let named = section(&card.ctx.texts, spot.setting.section);
        card.field("setting-section", &named, Tone::Muted);
        self.last_change(&mut card);
        self.what_is_missing(&mut card);
        card.lines
    }

    fn last_change(&self, card: &mut Card<'_>) {
        let Some(touch) = card.ctx.sight.settings_touched() else {
            return;
        };
        let by = touch.by.map(|by| card.ctx.sight.names().of(by).to_owned());
        let by = by.unwrap_or_else(|| card.text("history-nobody"));
        let when = card.ctx.teller().when(touch.at);
        let words = card.with(
            "setting-touched",
            &[("by", by.into()), ("when", when.into())],
        );
        card.words(&words, Tone::Faint);
    }

    /// What is not said yet, and what that keeps from working.
    fn what_is_missing(&self, card: &mut Card<'_>) {
        let Some(config) = self.drafted() else { return };
        let lacks = crate::assets::settings::lacks(&config);
        if lacks.is_empty() {
            return;
        }
        card.part(card.with("settings-missing", &[("n", lacks.len().into())]));
        for lack in lacks {
            let country = [("country", lack.country.as_str().into())];
            let said = card.with(lack.text_id, &country);
            let values = [("lack", said.into()), ("key", lack.key.into())];
            card.words(&card.with("settings-lack-line", &values), Tone::Soon);
        }
    }

    /// What is not applied yet, and what would follow.
    pub(super) fn of_changes(&self, width: usize) -> Vec<Line> {
        let mut card = Card::new(&self.frame.ctx, width);
        if self.draft.is_empty() {
            card.words(&card.text("settings-no-draft"), Tone::Muted);
            return card.lines;
        }
        for one in &self.draft {
            let values = [
                ("from", self.said(&one.spot, &one.from).into()),
                ("to", self.said(&one.spot, &one.to).into()),
            ];
            card.words(&label(&card.ctx.texts, &one.spot), Tone::Title);
            card.words(&card.with("settings-from-to", &values), Tone::Text);
        }
        card.part(card.text("settings-follows"));
        match &self.foreseen {
            Some(foreseen) => follows(&mut card, foreseen),
            None => card.words(&card.text("settings-counting"), Tone::Muted),
        }
        card.lines
    }

    /// Who changed the selected setting when.
    pub(super) fn of_history(&self, width: usize) -> Vec<Line> {
        let mut card = Card::new(&self.frame.ctx, width);
        let (Some(row), Some(past)) = (self.selected(), &self.past) else {
            card.words(&card.text("settings-counting"), Tone::Muted);
            return card.lines;
        };
        let about = PastWhat::Setting(row.spot);
        for one in past {
            for line in one.lines.iter().filter(|line| line.what == about) {
                head(&mut card, one);
                let text = |text: &str| match text.is_empty() {
                    true => self.text("settings-nothing"),
                    false => text.to_owned(),
                };
                let values = [
                    ("from", text(&line.from).into()),
                    ("to", text(&line.to).into()),
                ];
                card.words(&card.with("settings-from-to", &values), Tone::Text);
            }
        }
        if card.lines.is_empty() {
            card.words(&card.text("settings-history-none"), Tone::Muted);
        }
        card.lines
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
