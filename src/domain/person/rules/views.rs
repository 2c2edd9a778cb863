//! Decisions on saved views (REQ-12): one's own, and those for all.

use crate::domain::State;
use crate::domain::decision::{Decision, Facts, one};
use crate::domain::event::Event;
use crate::domain::eyes::Eyes;
use crate::domain::ids::ViewId;
use crate::domain::person::Permission;
use crate::domain::person::event::PeopleEvent;
use crate::domain::refusal::Refusal;
use crate::domain::saved_view::SavedView;

pub(super) fn save_view(
    state: &State,
    facts: &Facts,
    name: &str,
    query: &str,
    shared: bool,
) -> Result<Decision, Refusal> {
    const LONGEST: usize = 500;
    const LONGEST_NAME: usize = 60;
    let owner = facts.actor.ok_or(Refusal::NobodyKnown)?;
    let name = name.trim();
    if name.is_empty() {
        return Err(Refusal::TextMissing);
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Refusal::TooLong { most: LONGEST_NAME });
    }
    if query.chars().count() > LONGEST {
        return Err(Refusal::TooLong { most: LONGEST });
    }
    let same = state
        .views()
        .find(|view| view.owner == owner && &*view.name == name);
    let view = SavedView {
        id: same.map_or_else(|| state.next_view(), |view| view.id),
        name: name.into(),
        query: query.trim().into(),
        owner,
        shared,
    };
    let removed = same.map(|view| {
        Event::People(PeopleEvent::ViewRemoved {
            view: Box::new((**view).clone()),
        })
    });
    Ok(Decision::of(
        removed
            .into_iter()
            .chain([Event::People(PeopleEvent::ViewSaved {
                view: Box::new(view),
            })])
            .collect(),
    ))
}

pub(super) fn remove_view(state: &State, facts: &Facts, id: ViewId) -> Result<Decision, Refusal> {
    let actor = facts.actor.and_then(|actor| Eyes::of(state, actor));
    let view = actor.ok_or(Refusal::NobodyKnown)?.saved_view(id)?;
    let may_share = facts
        .actor
        .and_then(|actor| state.person(actor))
        .is_some_and(|person| person.may(Permission::ShareViews));
    if facts.actor != Some(view.owner) && !(view.shared && may_share) {
        let owner = state
            .person(view.owner)
            .map_or("?".into(), |p| p.name.clone());
        return Err(Refusal::NotYours { owner });
    }
    Ok(one(Event::People(PeopleEvent::ViewRemoved {
        view: Box::new((**view).clone()),
    })))
}
