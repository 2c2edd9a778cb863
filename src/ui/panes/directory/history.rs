//! The history of an organisation, in place of its page: what was changed, by whom, when. Reads nothing itself.

use super::DirectoryPane;
use super::page::Laid;
use crate::desk::views::{ClientChange, ClientPast, FieldValue};
use crate::domain::{OrganisationId, Refusal};
use crate::ui::frame::{Card, ListPane};
use crate::ui::kit::list::Viewport;
use crate::ui::kit::prose::Tone;

impl DirectoryPane {
    /// `h`: from the page to its history, and back.
    pub(super) fn ask_history(&mut self) {
        let id = self.page().map(|page| page.row.id);
        match (self.past.is_some(), id) {
            (true, _) => self.close_history(),
            (false, Some(id)) => self.read_history(id),
            (false, None) => {}
        }
    }

    pub(super) fn read_history(&mut self, id: OrganisationId) {
        self.reading
            .ask_only(ClientPast::look(id), &mut self.frame.out);
    }

    /// Back to the page.
    pub(super) fn close_history(&mut self) {
        self.past = None;
        self.at = Viewport::default();
        self.show_stop();
    }

    /// Shows what came, unless one is elsewhere by now.
    pub(super) fn history_came(
        &mut self,
        (id, past): (OrganisationId, Result<Vec<ClientPast>, Refusal>),
    ) {
        if self.frame.browse.selected() != Some(id) {
            return;
        }
        match past {
            Ok(past) => {
                if self.past.is_none() {
                    self.at = Viewport::default();
                }
                self.past = Some(past);
                if !self.is_on_page() {
                    self.open_card();
                }
                self.show_stop();
            }
            Err(refusal) => {
                let words = self.ctx().teller().refusal(&refusal);
                self.frame.out.refuse(words);
            }
        }
    }

    /// Lays the history out: a head a record, then what it changed.
    pub(super) fn laid_history(&self, past: &[ClientPast], width: usize) -> Laid {
        let mut card = Card::new(&self.frame.ctx, width.saturating_sub(2));
        let mut laid = Laid::default();
        card.part(card.text("act-client-history"));
        for (n, one) in past.iter().enumerate() {
            let begins = card.lines.len();
            let at = self.ctx().teller().when(one.at);
            let by = one.by.clone();
            let by = by.unwrap_or_else(|| card.text("history-nobody"));
            card.words(&format!("{at}  {by}"), Tone::Muted);
            for change in &one.changes {
                card.words(&format!("  {}", self.changed(change)), Tone::Text);
            }
            let here = self.is_on_page() && self.at.selected == n;
            for line in card.lines.iter_mut().skip(begins) {
                let bar = if here { "▌ " } else { "  " };
                line.insert(0, (bar.to_owned(), Tone::Accent));
            }
            laid.stops.push(begins..card.lines.len());
        }
        if past.is_empty() {
            card.words(&card.text("settings-history-none"), Tone::Muted);
        }
        laid.lines = card.lines;
        laid
    }

    fn changed(&self, change: &ClientChange) -> String {
        let teller = self.ctx().teller();
        match change {
            ClientChange::Deed(deed, name) => teller.did_with(*deed, name),
            ClientChange::Field {
                label,
                of,
                from,
                to,
            } => {
                let values = [
                    ("from", self.value(from).into()),
                    ("to", self.value(to).into()),
                ];
                let what = self.text(label);
                let what = match of.is_empty() {
                    true => what,
                    false => format!("{of} · {what}"),
                };
                let change = self.with("settings-from-to", &values);
                let values = [("what", what.into()), ("change", change.into())];
                self.with("settings-past-line", &values)
            }
        }
    }

    fn value(&self, value: &FieldValue) -> String {
        let teller = self.ctx().teller();
        let said = match value {
            FieldValue::Text(text) => text.clone(),
            FieldValue::Segment(segment) => teller.segment(segment),
            FieldValue::Country(country) => {
                country.map_or(String::new(), |one| teller.country(one))
            }
            FieldValue::Language(one) => one.map_or(String::new(), |one| teller.language(one)),
            FieldValue::Day(at) => at.map_or(String::new(), |at| teller.brief(at)),
            FieldValue::Yes(yes) => self.text(if *yes { "yes" } else { "no" }),
        };
        match said.is_empty() {
            true => self.text("settings-nothing"),
            false => said,
        }
    }
}
