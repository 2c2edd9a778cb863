//! Where the prefix `,` leads from every pane, and what `:` finds of the others: a line each in the tables here.

use super::{Placed, name_of};
use crate::desk::views::Me;
use crate::ui::kit::binding::{Entry, Ready};
use crate::ui::kit::texts::Texts;

/// What else the prefix leads to: an action of a pane, by its letter.
static ERRANDS: [(char, Lead); 3] = [
    ('m', errand("board", "profile")),
    ('i', errand("board", "statistics")),
    ('v', errand("inbox", "views")),
];

const fn errand(pane: &'static str, act: &'static str) -> Lead {
    Lead {
        pane,
        act: Some(act),
    }
}

/// What more `:` finds from every pane, without a letter: what is about nothing that is selected.
static BESIDE: [Lead; 8] = [
    errand("inbox", "new"),
    errand("inbox", "search"),
    errand("inbox", "providers"),
    errand("board", "credits"),
    errand("office", "begin-quotation"),
    errand("office", "recap"),
    errand("people", "add-person"),
    errand("lists", "show-lists"),
];

/// Where a letter behind the prefix leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The name of the pane.
    pub pane: &'static str,
    /// What is done there; nothing: one only goes there.
    pub act: Option<&'static str>,
}

impl Lead {
    /// Returns its name in the language of `texts`, as `me` knows it.
    pub fn label(self, texts: &Texts, me: &Me) -> String {
        match self.act {
            Some(act) => texts.get(&format!("act-{act}")).into_owned(),
            None => name_of(self.pane, texts, me),
        }
    }
}

/// Returns where letters behind the prefix lead for who has `panes`: the panes, then what can be done in them now.
pub fn leads(panes: &[Placed]) -> Vec<(char, Lead)> {
    let pane = |placed: &Placed| {
        let lead = Lead {
            pane: placed.name(),
            act: None,
        };
        placed.place.letter.map(|letter| (letter, lead))
    };
    let can = |lead: &Lead| {
        let pane = panes.iter().find(|pane| pane.name() == lead.pane);
        let entries = pane.map(|pane| pane.entries()).unwrap_or_default();
        let mut entries = entries.into_iter().flatten();
        entries.any(|entry| Some(entry.id) == lead.act && entry.ready == Ready::Yes)
    };
    let errands = ERRANDS.iter().filter(|(_, lead)| can(lead));
    panes
        .iter()
        .filter_map(pane)
        .chain(errands.copied())
        .collect()
}

/// Returns what can be done now in the panes but `open` without a look at them first, for `:`.
pub fn elsewhere(panes: &[Placed], open: usize) -> Vec<Entry> {
    let others = panes.iter().enumerate().filter(|(at, _)| *at != open);
    let entries = others.flat_map(|(_, pane)| pane.entries()).flatten();
    let errands = || ERRANDS.iter().map(|(_, lead)| lead).chain(&BESIDE);
    let leads = |entry: &Entry| {
        let mut errands = errands();
        errands.any(|lead| lead.pane == entry.scope && lead.act == Some(entry.id))
    };
    entries
        .filter(|entry| entry.ready == Ready::Yes && leads(entry))
        .map(|entry| Entry {
            chords: std::sync::Arc::default(),
            ..entry
        })
        .collect()
}
