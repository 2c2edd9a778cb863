//! Whom a facilitator asks (FUP-4): the providers' desk first, then who follows up each of her projects.

use super::HomePane;
use super::page::{Row, heading};
use super::table::left;
use crate::desk::views::Party;
use crate::domain::OpportunityId;
use crate::text::fit;
use crate::ui::kit::prose::{Line, Tone};
use crate::ui::message::Jump;

/// Columns of the numbers of the projects that somebody follows up.
const NUMBER: usize = 24;

impl HomePane {
    /// Whom to ask.
    pub(super) fn whom(&self, width: usize) -> Vec<Row> {
        let Some(whom) = &self.home.whom else {
            return Vec::new();
        };
        if whom.first.is_empty() && whom.then.is_empty() {
            return Vec::new();
        }
        let copies = match whom.email() {
            Some(_) => self.text("home-contact-copy"),
            None => String::new(),
        };
        let title = format!(" {}", self.text("home-whom"));
        let mut rows = vec![heading(&title, &copies, width)];
        for one in &whom.first {
            let label = format!(" {} · ", self.text("home-whom-first"));
            rows.push(Row::plain(reached(label, one, width)));
        }
        rows.extend(officers(&whom.then).into_iter().map(|(ids, one)| {
            let numbers: Vec<String> = ids.iter().map(ToString::to_string).collect();
            let label = left(&format!(" {}", numbers.join(" ")), NUMBER);
            Row {
                line: reached(format!("{} ", label.trim_end()), one, width),
                jump: ids.first().map(|id| Jump::Opportunity(*id)),
            }
        }));
        rows
    }
}

/// Each officer once, with the projects that they follow up.
fn officers(all: &[(OpportunityId, String, Party)]) -> Vec<(Vec<OpportunityId>, &Party)> {
    let mut officers: Vec<(Vec<OpportunityId>, &Party)> = Vec::new();
    for (id, _, one) in all {
        match officers.iter_mut().find(|(_, known)| *known == one) {
            Some((ids, _)) => ids.push(*id),
            None => officers.push((vec![*id], one)),
        }
    }
    officers
}

/// Somebody in one line: what is too long for it is left out, the phone number first.
fn reached(label: String, one: &Party, width: usize) -> Line {
    let room = width.saturating_sub(fit::width(&label));
    let name = fit::clip(one.called(), room).into_owned();
    let mut used = fit::width(&label) + fit::width(&name);
    let mut line = vec![(label, Tone::Muted), (name.clone(), Tone::Text)];
    for (words, tone) in [(&one.email, Tone::Accent), (&one.phone, Tone::Text)] {
        let words = format!(" · {words}");
        let shown = fit::width(&words);
        if shown > 3 && words != format!(" · {name}") && used + shown <= width {
            used += shown;
            line.push((words, tone));
        }
    }
    line
}
