//! The lists of the house as screens and words show them: what entries are called, and what is in use. Everybody sees the
//! entries, who keeps settings sees how often each is used.

use std::collections::HashMap;
use std::sync::Arc;

use super::Sight;
use crate::assets::texts::{Lang, Texts};
use crate::desk::Published;
use crate::domain::house::Language;
use crate::domain::lists::event::ListsEvent;
use crate::domain::lists::rules::uses;
use crate::domain::lists::{ListName, Lists};
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

    /// Returns how often each entry of a list is used, by its number, for who keeps settings. Looks through everything.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for anybody else.
    pub fn list_uses(&self, list: ListName) -> Result<uses::Uses, Refusal> {
        let state: &State = self.state();
        let person = state.person(self.whose()).filter(|person| person.active);
        match person.is_some_and(|person| person.may(Permission::ManageHouse)) {
            true => Ok(uses::of(state, list)),
            false => Err(Refusal::NotPermitted(Permission::ManageHouse)),
        }
    }
}
