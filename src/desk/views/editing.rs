//! The lists of the house to be changed on a screen (WKS-8): what stands on each, who has which entry, the changes that
//! somebody has not applied yet, and the command that applies them. Kinds of request, which the routing matrix has, are a
//! list like the others here. Decides nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::look::{Look, Looker, Of};
use super::{ListId, Sight};
use crate::domain::house::Language;
use crate::domain::house::command::HouseCommand;
use crate::domain::lists::command::ListsCommand;
use crate::domain::lists::draft::{EntryDraft, ListDraft};
use crate::domain::lists::edit::ListEdit;
use crate::domain::permission::Permission;
use crate::domain::routing::{KindId, Routing, Row};
use crate::domain::thing::{Thing, Touch};
use crate::domain::{Command, Refusal, Seq};
use crate::text::sanitise::clean_line;

/// Who has which entry of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListUses {
    /// By place, how often each entry stands there, by its stable name.
    places: Vec<(&'static str, BTreeMap<Box<str>, usize>)>,
}

impl ListUses {
    /// Returns a look at who has which entry of these lists, for who keeps them.
    pub fn look(lists: Vec<ListId>) -> Look<Vec<Of<ListId, ListUses>>> {
        Look::made(move |looker: &Looker| {
            let sight = looker.sight();
            let lists = lists.into_iter();
            lists.map(|list| (list, sight.list_uses(list))).collect()
        })
    }

    /// Returns how often an entry is used.
    pub fn of(&self, key: &str) -> usize {
        self.by(key).map(|(_, times)| times).sum()
    }

    /// Returns where an entry is used, by the stable name of the place, and how often there.
    pub fn by(&self, key: &str) -> impl Iterator<Item = (&'static str, usize)> {
        let places = self.places.iter();
        places.filter_map(move |(place, uses)| Some((*place, *uses.get(key)?)))
    }
}

impl Sight {
    /// Returns the entries of a list to be changed, for who keeps it.
    pub fn list_to_edit(&self, list: ListId) -> Option<Vec<EntryDraft>> {
        self.needs(list.needed()).ok()?;
        Some(match list {
            ListId::Of(name) => ListDraft::of(name, self.lists().list(name)).entries,
            ListId::Kinds => self.state().routing().rows.iter().map(drafted).collect(),
        })
    }

    /// Returns what an entry of a list is called without a word of the house's: as it is shipped, or on papers.
    pub fn given_name(&self, list: ListId, key: &str, language: Language) -> Option<String> {
        let on_papers = || {
            let own = self.state().wording(language).cloned();
            let wording = own.or_else(|| crate::assets::wording(language))?;
            let name = wording.units.get(key)?;
            Some(clean_line(name).into_owned())
        };
        let shipped = list.shipped_name(key, language);
        shipped.or_else(|| list.is_on_papers().then(on_papers)?)
    }

    /// Returns the row of the routing matrix for a kind of request, for who may change it.
    pub fn kind_row(&self, key: &str) -> Option<&Row> {
        self.needs(Permission::EditRouting).ok()?;
        self.state().routing().by_key(key)
    }

    /// Returns the languages in which entries are called something: `first`, then those of papers, then those of screens.
    pub fn list_languages(&self, first: Language) -> Vec<Language> {
        let papers = self.state().house().map(|house| house.paper_languages());
        let screens = crate::assets::texts::Lang::ALL.map(|lang| lang.language());
        let mut all = vec![first];
        for language in papers.into_iter().flatten().chain(screens) {
            if !all.contains(&language) {
                all.push(language);
            }
        }
        all
    }

    /// Returns the last change of the lists that are kept as `thing`.
    pub fn lists_touched(&self, thing: Thing) -> Option<Touch> {
        self.needs(Permission::ManageHouse).ok()?;
        self.state().touched(thing)
    }

    /// Returns who has which entry of a list.
    ///
    /// # Errors
    /// They may not change it.
    pub fn list_uses(&self, list: ListId) -> Result<ListUses, Refusal> {
        self.needs(list.needed())?;
        let state = self.state();
        let name = match list {
            ListId::Of(name) => name,
            ListId::Kinds => {
                let mut uses = BTreeMap::new();
                for kind in state.requests().iter().filter_map(|request| request.kind) {
                    if let Some(row) = state.routing().row(kind) {
                        *uses.entry(row.key.clone()).or_default() += 1;
                    }
                }
                let places = vec![("requests", uses)];
                return Ok(ListUses { places });
            }
        };
        let kept = state.lists().list(name);
        let named = |uses: BTreeMap<u16, usize>| {
            let uses = uses.into_iter();
            uses.filter_map(|(number, times)| Some((kept.entry(number)?.key.clone(), times)))
                .collect()
        };
        let places = state.list_uses(name).into_iter();
        let places = places.map(|(place, uses)| (place, named(uses))).collect();
        Ok(ListUses { places })
    }
}

/// A kind of request as an entry.
fn drafted(row: &Row) -> EntryDraft {
    EntryDraft {
        key: row.key.clone(),
        names: row.names.clone(),
        retired: row.retired,
        ..EntryDraft::default()
    }
}

/// The changes of lists that are kept as one thing, until they are applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListBook {
    /// What they are kept as.
    pub thing: Thing,
    /// Up to which record was read what is changed: applied over what came later they are refused.
    pub seen: Seq,
    /// The lists of which something is changed.
    pub edits: BTreeMap<ListId, ListEdit>,
    /// What others changed of these lists since.
    pub others: BTreeMap<ListId, ListEdit>,
    /// Whether somebody was told of that.
    told: bool,
}

/// The same as it is kept for its writer.
#[derive(Serialize, Deserialize)]
struct Kept {
    seen: Seq,
    edits: BTreeMap<String, ListEdit>,
    others: BTreeMap<String, ListEdit>,
    told: bool,
}

impl ListBook {
    /// Returns one without changes, of what is kept as `thing`.
    pub fn of(thing: Thing) -> ListBook {
        ListBook {
            thing,
            seen: 0,
            edits: BTreeMap::new(),
            others: BTreeMap::new(),
            told: false,
        }
    }

    /// Returns a list as it is to be; nothing of one that its person may not change.
    pub fn list(&self, sight: &Sight, list: ListId) -> Option<ListEdit> {
        let edit = self.edits.get(&list).cloned();
        edit.or_else(|| sight.list_to_edit(list).map(ListEdit::of))
    }

    /// Takes a list over as it is to be.
    pub fn put(&mut self, sight: &Sight, list: ListId, edit: ListEdit) {
        if self.edits.is_empty() {
            self.seen = sight.seq();
        }
        self.edits.insert(list, edit);
        self.forget_same();
    }

    /// Forgets the changes of a list.
    pub fn discard(&mut self, list: ListId) {
        self.edits.remove(&list);
        self.forget_same();
    }

    fn forget_same(&mut self) {
        self.edits.retain(|_, edit| edit.is_changed());
        let edits = &self.edits;
        self.others.retain(|list, _| edits.contains_key(list));
    }

    /// Lays the changes over the lists as they stand now, and keeps what others did.
    pub fn renew(&mut self, sight: &Sight) {
        for (list, edit) in &mut self.edits {
            let Some(now) = sight.list_to_edit(*list) else {
                continue;
            };
            if now == edit.was {
                continue;
            }
            let since = self.others.entry(*list);
            let since = since.or_insert_with(|| ListEdit::of(edit.was.clone()));
            since.to.clone_from(&now);
            self.told = false;
            *edit = edit.laid_over(now);
        }
        self.forget_same();
        if self.told || self.others.is_empty() {
            self.seen = sight.seq();
        }
    }

    /// Notes that its writer was told what others did: the changes can be applied over that.
    pub fn tell(&mut self, sight: &Sight) {
        self.told = true;
        self.renew(sight);
    }

    /// Notes that the changes of `sent` were applied; those that came since stay.
    pub fn applied(&mut self, sent: &ListBook, sight: &Sight) {
        let same = |list: &ListId, edit: &ListEdit| {
            sent.edits.get(list).is_some_and(|sent| sent.to == edit.to)
        };
        self.edits.retain(|list, edit| !same(list, edit));
        self.renew(sight);
        self.others.clear();
        self.seen = sight.seq();
    }

    /// Returns how many entries are changed.
    pub fn changes(&self) -> usize {
        self.edits.values().map(|edit| edit.changes().len()).sum()
    }

    /// Returns the command that applies the changes; nothing when there is none.
    pub fn command(&self, sight: &Sight) -> Option<Command> {
        let mut drafts = Vec::new();
        for (list, edit) in &self.edits {
            let entries = edit.to.clone();
            match list {
                ListId::Of(list) => drafts.push(ListDraft {
                    list: *list,
                    entries,
                }),
                ListId::Kinds => {
                    let routing = routed(sight.state().routing(), &entries)?;
                    let command = HouseCommand::ChangeRouting(Box::new(routing));
                    return Some(Command::House(command).upon(self.seen));
                }
            }
        }
        let command = || Command::Lists(ListsCommand::Change(drafts));
        (!self.edits.is_empty()).then(|| command().upon(self.seen))
    }

    /// Returns the text that keeps it for its writer; nothing when nothing is changed.
    pub fn text(&self) -> Option<String> {
        let keyed = |all: &BTreeMap<ListId, ListEdit>| {
            let all = all.iter();
            all.map(|(list, edit)| (list.key().to_owned(), edit.clone()))
                .collect()
        };
        let kept = Kept {
            seen: self.seen,
            edits: keyed(&self.edits),
            others: keyed(&self.others),
            told: self.told,
        };
        let text = serde_json::to_string(&kept).ok();
        text.filter(|_| !self.edits.is_empty())
    }

    /// Returns the changes that such a text keeps; nothing of a text that is none.
    pub fn read(thing: Thing, text: &str) -> Option<ListBook> {
        let kept: Kept = serde_json::from_str(text).ok()?;
        let known = |all: BTreeMap<String, ListEdit>| {
            let all = all.into_iter();
            let all = all.filter_map(|(key, edit)| Some((ListId::parse(&key)?, edit)));
            all.filter(|(list, _)| list.thing() == thing).collect()
        };
        Some(ListBook {
            thing,
            seen: kept.seen,
            edits: known(kept.edits),
            others: known(kept.others),
            told: kept.told,
        })
    }
}

/// Returns the routing matrix with these kinds, in their order: a new one has nobody and no words yet. Nothing where no
/// number is left.
fn routed(now: &Routing, entries: &[EntryDraft]) -> Option<Routing> {
    let mut next = now.rows.iter().map(|row| u16::from(row.id.0) + 1).max();
    let mut rows = Vec::with_capacity(entries.len());
    for entry in entries {
        let known = now.by_key(&entry.key).cloned();
        let row = match known {
            Some(row) => row,
            None => {
                let id = next.unwrap_or(0);
                next = Some(id + 1);
                Row {
                    id: KindId(u8::try_from(id).ok()?),
                    key: entry.key.clone(),
                    keywords: Vec::new(),
                    to: Vec::new(),
                    copy: Vec::new(),
                    names: Vec::new(),
                    retired: false,
                }
            }
        };
        rows.push(Row {
            names: entry.names.clone(),
            retired: entry.retired,
            ..row
        });
    }
    Some(Routing { rows })
}
