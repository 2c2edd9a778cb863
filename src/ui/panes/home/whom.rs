//! Whom a facilitator asks (FUP-4): the providers' desk first, then who follows up each of her projects.

use super::HomePane;
use super::page::{Row, heading};
use super::table::left;
use crate::desk::views::Party;
use crate::text::fit;
use crate::ui::kit::prose::{Line, Tone};
use crate::ui::message::Jump;

/// Columns of an opportunity's number.
const NUMBER: usize = 7;

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
        for (id, _, one) in &whom.then {
            let label = left(&format!(" {id}"), NUMBER);
            rows.push(Row {
                line: reached(label, one, width),
                jump: Some(Jump::Opportunity(*id)),
            });
        }
        rows
    }
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
