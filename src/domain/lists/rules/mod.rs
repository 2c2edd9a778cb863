//! What is decided about the lists of the house (WKS-8): what is in use is retired and never struck off, a number is never
//! given twice, and what a reason means never changes.

mod apply;
pub(in crate::domain) mod tags;
mod undo;
pub mod uses;

use super::command::ListsCommand;
use super::draft::{EntryDraft, ListDraft};
use super::event::ListsEvent;
use super::kept::OWN;
use super::refusal::ListsRefusal;
use super::{List, ListEntry, Pair};
use crate::domain::decision::{Decides, Decision, Facts};
use crate::domain::event::Event;
use crate::domain::ids::PersonId;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::thing::{Thing, Writes};

impl Decides for ListsCommand {
    fn decide(&self, state: &State, _: &Facts) -> Result<Decision, Refusal> {
        match self {
            ListsCommand::Change(drafts) => change(state, drafts),
        }
    }

    fn writes(&self, _: &State, _: Option<PersonId>) -> Writes {
        match self {
            ListsCommand::Change(_) => Writes::Whole(Thing::Lists),
        }
    }
}

fn change(state: &State, drafts: &[ListDraft]) -> Result<Decision, Refusal> {
    let mut events = Vec::new();
    for draft in drafts {
        let from = state.lists().list(draft.list);
        let to = wanted(from, draft)?;
        keeps_what_is_used(state, draft, from, &to)?;
        if to.entries != from.entries {
            events.push(Event::Lists(ListsEvent::Changed {
                list: draft.list,
                from: Box::new(from.clone()),
                to: Box::new(to),
            }));
        }
    }
    Ok(Decision::of(events))
}

/// Returns the list that somebody wants, where `from` stands.
fn wanted(from: &List, draft: &ListDraft) -> Result<List, Refusal> {
    let list = draft.list;
    if let Some(fault) = draft.fault() {
        let key = fault.at.and_then(|at| draft.entries.get(at));
        let key = key.map_or(String::new(), |entry| format!("{} ", entry.key));
        return Err(ListsRefusal::ListWrong {
            list,
            what: format!("{key}{}", fault.field).into(),
            why: fault.why.into(),
        }
        .into());
    }
    let mut to = List {
        entries: Vec::with_capacity(draft.entries.len()),
        struck: from.all().cloned().collect(),
    };
    for entry in &draft.entries {
        let number = number(&to, draft, entry)?;
        let pair = pair(&to, number, entry)?;
        to.struck.retain(|one| one.number != number);
        to.entries.push(ListEntry {
            number,
            key: entry.key.clone(),
            names: entry.names.clone(),
            retired: entry.retired,
            pair,
            contains: entry.contains.clone(),
        });
    }
    Ok(to)
}

/// Returns the pair of an entry: the one that its number has or had for ever, or the one that a new one says.
fn pair(so_far: &List, number: u16, entry: &EntryDraft) -> Result<Option<Pair>, Refusal> {
    let known = match so_far.entry(number) {
        Some(known) => known.pair,
        None if number < OWN => None,
        None => return Ok(entry.pair),
    };
    if entry.pair.is_some() && entry.pair != known {
        let key = entry.key.clone();
        return Err(ListsRefusal::PairFixed { key }.into());
    }
    Ok(known)
}

/// Returns the number of an entry: the one that its stable name has or had, or one that no entry ever had.
fn number(so_far: &List, draft: &ListDraft, entry: &EntryDraft) -> Result<u16, Refusal> {
    let list = draft.list;
    let wrong = |why: &str| ListsRefusal::ListWrong {
        list,
        what: format!("{} means", entry.key).into(),
        why: why.into(),
    };
    if let Some(number) = so_far.number_of(list, &entry.key) {
        let means = list.means(number);
        if entry.means.is_some() && entry.means != means {
            let key = entry.key.clone();
            return Err(ListsRefusal::MeaningFixed { key }.into());
        }
        return Ok(number);
    }
    if list == super::ListName::Close && entry.means.is_none() {
        let why =
            "a new reason needs a meaning: deal, over, refused, duplicate, no_request or told";
        return Err(wrong(why).into());
    }
    let free = so_far.free_number(entry.means);
    free.ok_or_else(|| wrong("the list had too many entries already").into())
}

/// Refuses to strike an entry off that something has.
fn keeps_what_is_used(
    state: &State,
    draft: &ListDraft,
    from: &List,
    to: &List,
) -> Result<(), Refusal> {
    let stays = |number| to.entries.iter().any(|entry| entry.number == number);
    let mut gone = from.entries.iter().filter(|entry| !stays(entry.number));
    let mut gone = gone.by_ref().peekable();
    if gone.peek().is_none() {
        return Ok(());
    }
    let uses = uses::of(state, draft.list);
    for entry in gone {
        if let Some(uses) = uses.get(&entry.number) {
            return Err(ListsRefusal::EntryInUse {
                list: draft.list,
                key: entry.key.clone(),
                uses: *uses,
            }
            .into());
        }
    }
    Ok(())
}
