//! Which tag is put on or taken off (REQ-8, QUO-5): an entry of the list where one is meant, other words where the house
//! lets them be.

use crate::domain::lists::refusal::ListsRefusal;
use crate::domain::lists::{ListName, Unlisted};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;

/// Returns the tag that `text` means where those of `on` are on: as it is kept.
///
/// # Errors
/// One that is retired or, where only those of the list may be put on, is not on it.
pub(in crate::domain) fn meant(
    state: &State,
    text: &str,
    on: &[Box<str>],
    there: bool,
) -> Result<Box<str>, Refusal> {
    let lists = state.lists();
    let written = text.trim().trim_start_matches('#').to_lowercase();
    // What stood there before the list had it comes off as it stands.
    let stands = on.iter().find(|tag| tag.to_lowercase() == written);
    if let Some(tag) = stands.filter(|_| !there) {
        return Ok(tag.clone());
    }
    let tag = lists.tag_of(&written, |_, _| false);
    if there {
        let retired = lists
            .tag_entry(&tag)
            .map(|entry| (entry.number, entry.retired));
        match retired {
            Some((_, false)) => {}
            Some((entry, true)) => {
                let list = ListName::Tag;
                return Err(Refusal::NotListed(Unlisted { list, entry }));
            }
            None if is_free(state) || tag.is_empty() => {}
            None => {
                let tag = (*tag).into();
                return Err(ListsRefusal::TagUnlisted { tag }.into());
            }
        }
    }
    Ok((*tag).into())
}

/// Returns the tag that came in with a message, as it is kept; `None` where it may not stand.
pub(in crate::domain) fn received(state: &State, text: &str) -> Option<Box<str>> {
    let tag = state.lists().tag_of(text, |_, _| false);
    let listed = state.lists().tag_entry(&tag).is_some();
    (listed || is_free(state)).then(|| (*tag).into())
}

/// Whether other tags than those of the list may be put on.
fn is_free(state: &State) -> bool {
    !state.house().is_some_and(|house| house.listed_tags)
}
