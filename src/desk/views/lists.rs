//! The lists of the house as screens and words show them: what entries are called, and the lists whole for staff.

use std::collections::HashMap;
use std::sync::Arc;

use super::Sight;
use crate::assets::texts::{Lang, Texts};
use crate::desk::Published;
use crate::domain::house::Language;
use crate::domain::lists::event::ListsEvent;
use crate::domain::lists::{ListEntry, ListName, Lists, tag_text};
use crate::domain::permission::Permission;
use crate::domain::{Command, Event, Facts, Millis, Refusal, State, decide};
use crate::text::fold;
use crate::text::sanitise::clean_line;

/// Returns what the house calls the entries of its lists and the kinds of request in `language`, by the ids of their
/// texts; nothing where it calls them as they are shipped.
fn named(state: &State, language: Language) -> HashMap<String, String> {
    let entries = state.lists().named(language);
    let rows = state.routing().rows.iter();
    let kinds = rows.filter_map(|row| {
        let id = format!("kind-{}", row.key.replace('_', "-"));
        let is_shipped = Texts::shared(Lang::En).has(&id);
        let name = row.name(language, is_shipped)?;
        Some((id, name))
    });
    let kinds = kinds.map(|(id, name)| (id, name.into()));
    let tags = state.lists().list(ListName::Tag).entries.iter();
    let tags = tags.filter_map(|entry| {
        let name = state.lists().name(ListName::Tag, entry.number, language)?;
        Some((tag_id(&tag_text(&entry.key)), name))
    });
    entries
        .chain(kinds)
        .chain(tags)
        .map(|(id, name)| (id, clean_line(&name).into_owned()))
        .collect()
}

/// Returns the id of the text that a tag of the list is called by.
pub fn tag_id(tag: &str) -> String {
    format!("tag-{}", tag.replace(' ', "-"))
}

/// Returns the tag that is kept for what somebody wrote: that of an entry of the list by its stable name or by any name of
/// it, the shipped ones too; else what was written, in small letters.
pub(in crate::desk) fn tag_meant(state: &State, text: &str) -> Box<str> {
    let lists = state.lists();
    let shipped = |entry: &ListEntry, folded: &str| {
        let id = ListName::Tag.text_of(entry.number);
        let mut texts = Lang::ALL.into_iter().map(Texts::shared);
        texts.any(|texts| texts.has(&id) && fold::fold(&texts.get(&id)) == folded)
    };
    lists.tag_of(text, shipped).into()
}

impl Published {
    /// Returns what the house calls the entries of its lists and the kinds of request, by the ids of their texts.
    pub fn entry_names(&self, language: Language) -> HashMap<String, String> {
        named(self.state(), language)
    }

    /// Returns the lists of the house: no secret of anybody's.
    pub fn lists(&self) -> &Arc<Lists> {
        self.state().lists()
    }
}

impl Sight {
    /// Returns what the house calls the entries of its lists and the kinds of request, by the ids of their texts.
    pub fn entry_names(&self, language: Language) -> HashMap<String, String> {
        named(self.state(), language)
    }

    /// Returns the tag that is kept for what somebody wrote.
    pub fn tag_meant(&self, text: &str) -> Box<str> {
        tag_meant(self.state(), text)
    }

    /// Returns the lists as `command` would leave them, with nothing recorded.
    ///
    /// # Errors
    /// Why it would be refused.
    pub fn lists_after(&self, command: &Command, now: Millis) -> Result<Lists, Refusal> {
        let facts = Facts {
            now,
            actor: Some(self.whose()),
            ..Facts::default()
        };
        let mut lists = (**self.lists()).clone();
        for event in decide(self.state(), &facts, command)?.events {
            if let Event::Lists(ListsEvent::Changed { list, to, .. }) = event {
                lists.change(list, &to);
            }
        }
        Ok(lists)
    }

    /// Returns the lists of the house whole, as a file has them, for who may read requests: why some are closed is for
    /// staff.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for anybody else.
    pub fn whole_lists(&self) -> Result<&Arc<Lists>, Refusal> {
        self.needs(Permission::ReadInbox)?;
        Ok(self.lists())
    }

    /// Refuses to who may not do this.
    pub(super) fn needs(&self, permission: Permission) -> Result<(), Refusal> {
        let person = self.state().person(self.whose());
        let person = person.filter(|person| person.active);
        match person.is_some_and(|person| person.may(permission)) {
            true => Ok(()),
            false => Err(Refusal::NotPermitted(permission)),
        }
    }
}
