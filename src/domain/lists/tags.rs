//! Tags and the list of them. What is kept of a tag is words, since others may stand beside those of the list: of an entry
//! its stable name in words, so that it stays the same whatever the house calls it.

use std::borrow::Cow;

use super::{ListEntry, ListName, Lists};
use crate::text::fold;

/// Returns what is kept of an entry of the list of tags: its stable name in words.
pub fn tag_text(key: &str) -> String {
    key.replace('_', " ")
}

impl Lists {
    /// Returns the entry of a tag that is kept, in use or retired.
    pub fn tag_entry(&self, tag: &str) -> Option<&ListEntry> {
        let mut entries = self.list(ListName::Tag).entries.iter();
        entries.find(|entry| tag_text(&entry.key) == tag)
    }

    /// Returns the tag that is kept for what somebody wrote: of an entry by its stable name, by what the house calls it in
    /// any language, or by what `also` knows; else what was written, in small letters.
    pub fn tag_of<'a>(
        &self,
        text: &'a str,
        also: impl Fn(&ListEntry, &str) -> bool,
    ) -> Cow<'a, str> {
        let written = text.trim().trim_start_matches('#').to_lowercase();
        let folded = fold::fold(&written);
        let is = |entry: &&ListEntry| {
            let mut names = entry.names.iter().map(|(_, name)| fold::fold(name));
            let key = fold::fold(&tag_text(&entry.key));
            folded == key
                || *written == *entry.key
                || names.any(|name| name == folded)
                || also(entry, &folded)
        };
        let mut entries = self.list(ListName::Tag).entries.iter();
        entries
            .find(is)
            .map_or(written.clone().into(), |entry| tag_text(&entry.key).into())
    }

    /// Returns the tags that are suggested, in their order.
    pub fn tags(&self) -> impl Iterator<Item = String> {
        let entries = self.list(ListName::Tag).entries.iter();
        let offered = entries.filter(|entry| !entry.retired);
        offered.map(|entry| tag_text(&entry.key))
    }
}
