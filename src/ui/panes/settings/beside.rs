//! The pages of what stands beside the settings: kinds of request, lists, prices, the wording of papers, people. Each says
//! what there is and how it is edited.

use super::SettingsPane;
use super::sections::SectionId;
use crate::domain::house::Language;
use crate::ui::frame::{Card, ListPane};
use crate::ui::kit::prose::{Line, Tone};

impl SettingsPane {
    /// The page of the selected section.
    pub(super) fn of_beside(&self, width: usize) -> Vec<Line> {
        let mut card = Card::new(&self.frame.ctx, width);
        let Some(row) = self.selected() else {
            return card.lines;
        };
        if let SectionId::Routing | SectionId::List(_) = row.id {
            card.words(&card.text("settings-edited-in-lists"), Tone::Muted);
        }
        let used = self.beside.wordings.iter().find(|one| one.used);
        let language = used.map_or(Language::EN, |one| one.wording.language);
        let mend = row.id.mend(language);
        if let Some(set) = mend.and_then(|mend| mend.file_command()) {
            let print = mend.map(|mend| mend.words()).unwrap_or_default();
            card.words(&card.text("settings-edited-by"), Tone::Muted);
            for (id, command) in [
                ("settings-edited-print", print.as_str()),
                ("settings-edited-set", set),
            ] {
                let words = card.with(id, &[("command", command.into())]);
                card.words(&words, Tone::Accent);
            }
        } else if row.id == SectionId::People {
            card.words(&card.text("settings-edited-in-people"), Tone::Muted);
        }
        let missing = self.beside.missing.iter();
        for lack in missing.filter(|lack| SectionId::of(lack) == row.id) {
            card.words(&self.ctx().teller().missing(lack), Tone::Soon);
        }
        card.lines.push(Vec::new());
        match row.id {
            SectionId::Routing => self.kinds(&mut card),
            SectionId::List(list) => {
                let lists = self.frame.ctx.sight.lists();
                for entry in &lists.list(list).entries {
                    let name = card.text(&list.text_of(entry.number));
                    entry_line(&mut card, &name, entry.retired);
                }
            }
            SectionId::Prices => self.brands(&mut card),
            SectionId::Wordings => self.wordings(&mut card),
            SectionId::People => {
                for (role, n) in &self.beside.standing.roles {
                    let role = card.text(&format!("role-{}", role.key()));
                    card.words(&format!("{role} · {n}"), Tone::Text);
                }
            }
            SectionId::SetUp | SectionId::Part(_) => {}
        }
        card.lines
    }

    fn kinds(&self, card: &mut Card<'_>) {
        for kind in &self.beside.standing.kinds {
            let name = self.ctx().teller().kind(&kind.key);
            match (&kind.to, kind.retired) {
                (_, true) => entry_line(card, &name, true),
                (Some(to), false) => card.words(&format!("{name} → {to}"), Tone::Text),
                (None, false) => {
                    let nobody = card.text("settings-nobody");
                    card.words(&format!("{name} → {nobody}"), Tone::Soon);
                }
            }
        }
    }

    fn brands(&self, card: &mut Card<'_>) {
        for brand in &self.beside.standing.brands {
            card.words(&brand.name, Tone::Title);
            for (market, n) in &brand.markets {
                let country = self.ctx().teller().country(*market);
                let values = [("country", country.into()), ("n", (*n).into())];
                card.words(&card.with("settings-market", &values), Tone::Text);
            }
        }
    }

    fn wordings(&self, card: &mut Card<'_>) {
        for one in &self.beside.wordings {
            let name = self.ctx().teller().language(one.wording.language);
            let own = match one.own {
                true => "wording-own",
                false => "wording-shipped",
            };
            let mut words = format!("{name} · {}", card.text(own));
            if one.used {
                words = format!("{words} · {}", card.text("settings-used"));
            }
            let tone = if one.used { Tone::Text } else { Tone::Muted };
            card.words(&words, tone);
        }
    }
}

/// An entry of a list; one that is retired says so.
fn entry_line(card: &mut Card<'_>, name: &str, retired: bool) {
    match retired {
        true => {
            let words = card.with("settings-retired", &[("name", name.into())]);
            card.words(&words, Tone::Faint);
        }
        false => card.words(name, Tone::Text),
    }
}
