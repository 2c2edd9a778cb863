//! The lists of the house as screens and words show them: what entries are called, and the lists whole for staff.

use std::collections::HashMap;
use std::sync::Arc;

use super::Sight;
use crate::assets::texts::{Lang, Texts};
use crate::desk::Published;
use crate::domain::house::Language;
use crate::domain::lists::Lists;
use crate::domain::lists::event::ListsEvent;
use crate::domain::permission::Permission;
use crate::domain::{Command, Event, Facts, Millis, Refusal, State, decide};
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
    entries
        .chain(kinds)
        .map(|(id, name)| (id, clean_line(name).into_owned()))
        .collect()
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
