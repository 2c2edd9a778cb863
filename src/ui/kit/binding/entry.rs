//! A binding as people see it, whatever place it is of, and the table that the page on keys has of them.

use std::sync::Arc;

use super::Ready;
use crate::ui::kit::keys::Chord;
use crate::ui::kit::texts::Texts;

/// A binding as people see it, whatever place it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The place.
    pub scope: &'static str,
    /// The binding.
    pub id: &'static str,
    /// Its keys, after overrides.
    pub chords: Arc<[Chord]>,
    /// Its order in the footer.
    pub weight: u8,
    /// Whether it can be done now.
    pub ready: Ready,
}

impl Entry {
    /// The word for it.
    pub fn label(&self, texts: &Texts) -> String {
        texts.get(&format!("act-{}", self.id)).into_owned()
    }

    /// What it does, in a sentence.
    pub fn help(&self, texts: &Texts) -> String {
        texts.get(&format!("act-{}-help", self.id)).into_owned()
    }

    /// Its keys in one string: `j Down`.
    pub fn keys(&self, texts: &Texts) -> String {
        self.chords
            .iter()
            .map(|chord| chord.spelled(texts))
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Returns the key table in Markdown: a section per place, from the same entries as the footer.
pub fn markdown(places: &[Vec<Entry>], texts: &Texts) -> String {
    let mut out = String::new();
    for place in places {
        let Some(first) = place.first() else { continue };
        let title = texts.get(&format!("scope-{}", first.scope));
        let (keys, action) = (texts.get("kit-table-keys"), texts.get("kit-table-action"));
        out.push_str(&format!("## {title}\n\n| {keys} | {action} |\n|---|---|\n"));
        for entry in place {
            let keys: Vec<_> = entry
                .chords
                .iter()
                .map(|c| format!("`{}`", c.spelled(texts).replace('|', "\\|")))
                .collect();
            let keys = if keys.is_empty() {
                "`:`".to_owned()
            } else {
                keys.join(" ")
            };
            out.push_str(&format!(
                "| {keys} | {} |\n",
                entry.help(texts).replace('|', "\\|")
            ));
        }
        out.push('\n');
    }
    out
}
