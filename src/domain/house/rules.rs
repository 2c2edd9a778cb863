//! What is decided about the house: its set-up, its settings, routing, terms and price lists (WKS-4, REQ-4, BRD-3, QUO-3).

mod apply;

use crate::domain::decision::{Decides, Decision, Facts, one};
use crate::domain::event::Event;
use crate::domain::house::command::HouseCommand;
use crate::domain::house::event::HouseEvent;
use crate::domain::house::refusal::HouseRefusal;
use crate::domain::house::{Country, House, Language, Logo};
use crate::domain::ids::PersonId;
use crate::domain::lists::refusal::ListsRefusal;
use crate::domain::person::refusal::PeopleRefusal;
use crate::domain::person::rules::add_person;
use crate::domain::person::{NewPerson, Role};
use crate::domain::prices::PriceBook;
use crate::domain::refusal::Refusal;
use crate::domain::routing::{Routing, Row};
use crate::domain::state::State;
use crate::domain::terms::Terms;
use crate::domain::thing::{Thing, Writes};
use crate::domain::wording::Wording;
use crate::text::reading::{Words, shipped_words};

mod recount;
mod undo;

impl Decides for HouseCommand {
    fn decide(&self, state: &State, _: &Facts) -> Result<Decision, Refusal> {
        match self {
            HouseCommand::SetUp {
                house,
                terms,
                routing,
                first,
            } => set_up(state, (house, terms), routing, first),
            HouseCommand::Change(house) => settle(state, Some(house), None),
            HouseCommand::ChangeTerms(terms) => settle(state, None, Some(terms)),
            HouseCommand::Settle { house, terms } => {
                settle(state, house.as_deref(), terms.as_deref())
            }
            HouseCommand::Recount => Ok(recount::recount(state)),
            HouseCommand::ChangeRouting(routing) => change_routing(state, routing),
            HouseCommand::ChangeWording(wording) => change_wording(state, wording),
            HouseCommand::ChangeReading { language, words } => {
                change_reading(state, *language, words)
            }
            HouseCommand::ChangePrices(prices) => change_prices(state, prices),
            HouseCommand::SetLogo { country, logo } => set_logo(state, *country, logo.as_deref()),
        }
    }

    fn writes(&self, _: &State, _: Option<PersonId>) -> Writes {
        match self {
            HouseCommand::Change(_) => Writes::Whole(Thing::House),
            HouseCommand::ChangeRouting(_) => Writes::Whole(Thing::Routing),
            HouseCommand::ChangeTerms(_) => Writes::Whole(Thing::Terms),
            HouseCommand::ChangePrices(_) => Writes::Whole(Thing::Prices),
            HouseCommand::ChangeWording(_) => Writes::Whole(Thing::Wordings),
            HouseCommand::ChangeReading { .. } => Writes::Whole(Thing::Readings),
            HouseCommand::Settle { house, terms } => {
                let house = house.as_ref().map(|_| Thing::House);
                let terms = terms.as_ref().map(|_| Thing::Terms);
                Writes::Each(house.into_iter().chain(terms).collect())
            }
            HouseCommand::SetUp { .. } | HouseCommand::Recount | HouseCommand::SetLogo { .. } => {
                Writes::One
            }
        }
    }
}

fn set_up(
    state: &State,
    (house, terms): (&House, &Terms),
    routing: &Routing,
    first: &NewPerson,
) -> Result<Decision, Refusal> {
    if house.name.trim().is_empty() {
        return Err(Refusal::TextMissing);
    }
    sound(house)?;
    allowed(state, terms)?;
    let added = add_person(state, first)?;
    if !first.roles.contains(&Role::Administrator) {
        return Err(PeopleRefusal::LastAdministrator.into());
    }
    let mut events = vec![
        Event::House(HouseEvent::Changed {
            to: Box::new(house.clone()),
        }),
        Event::House(HouseEvent::RoutingChanged {
            to: Box::new(routing.clone()),
        }),
        added,
    ];
    events.extend(settled(state, terms));
    Ok(Decision::of(events))
}

/// Decides on the routing matrix. A kind that a request has is retired and never struck off (WKS-8).
fn change_routing(state: &State, routing: &Routing) -> Result<Decision, Refusal> {
    if routing.rows.len() > Routing::MOST {
        return Err(Refusal::TooLong {
            most: Routing::MOST,
        });
    }
    let gone = |row: &&Row| routing.row(row.id).is_none();
    for row in state.routing().rows.iter().filter(gone) {
        let theirs = state.requests().iter();
        let uses = theirs.filter(|one| one.kind == Some(row.id)).count();
        if uses > 0 {
            let key = row.key.clone();
            return Err(ListsRefusal::KindInUse { key, uses }.into());
        }
    }
    Ok(one(Event::House(HouseEvent::RoutingChanged {
        to: Box::new(routing.clone()),
    })))
}

/// Settles what differs of the settings: one record, so that one undo takes all of it back.
fn settle(
    state: &State,
    house: Option<&House>,
    terms: Option<&Terms>,
) -> Result<Decision, Refusal> {
    let mut events = Vec::new();
    if let Some(to) = house {
        sound(to)?;
        let from = state.house().ok_or(HouseRefusal::NotSetUp)?;
        worded(state, to, from)?;
        if **from != *to {
            events.push(Event::House(HouseEvent::Settled {
                from: Box::new((**from).clone()),
                to: Box::new(to.clone()),
            }));
        }
    }
    if let Some(to) = terms {
        allowed(state, to)?;
        events.extend(settled(state, to));
    }
    Ok(Decision::of(events))
}

/// Returns what settles the terms, where they differ.
fn settled(state: &State, to: &Terms) -> Option<Event> {
    let from = &**state.terms();
    let differs = || {
        Event::House(HouseEvent::TermsSettled {
            from: Box::new(from.clone()),
            to: Box::new(to.clone()),
        })
    };
    (from != to).then(differs)
}

/// Decides how papers are written in a language.
fn change_wording(state: &State, wording: &Wording) -> Result<Decision, Refusal> {
    if let Some((what, _)) = wording.fault() {
        return Err(HouseRefusal::WordingWrong { what: what.into() }.into());
    }
    let before = state.wording(wording.language);
    if before.is_none() && state.worded().count() >= Wording::MOST {
        return Err(Refusal::TooLong {
            most: Wording::MOST,
        });
    }
    if before.is_some_and(|before| **before == *wording) {
        return Ok(Decision::default());
    }
    Ok(one(Event::House(HouseEvent::WordingChanged {
        language: wording.language,
        from: before.map(|before| Box::new((**before).clone())),
        to: Some(Box::new(wording.clone())),
    })))
}

/// Decides by which words mail in a language is read from now on.
fn change_reading(state: &State, language: Language, words: &Words) -> Result<Decision, Refusal> {
    if let Some(wrong) = words.fault() {
        let what = wrong.field.into();
        return Err(HouseRefusal::ReadingWrong { what }.into());
    }
    let before = state.reading(language);
    if before.is_none() && state.readings().count() >= Words::LANGUAGES_MOST {
        return Err(Refusal::TooLong {
            most: Words::LANGUAGES_MOST,
        });
    }
    let now = before.map(|before| &**before);
    // As it is shipped is nothing of the house's own.
    let to = (shipped_words(language.code()) != Some(words)).then_some(words);
    if now == to {
        return Ok(Decision::default());
    }
    Ok(one(Event::House(HouseEvent::ReadingChanged {
        language,
        from: now.map(|now| Box::new(now.clone())),
        to: to.map(|to| Box::new(to.clone())),
    })))
}

/// Decides on the logo of the papers for a country.
fn set_logo(state: &State, country: Country, logo: Option<&Logo>) -> Result<Decision, Refusal> {
    if state.house().is_none() {
        return Err(HouseRefusal::NotSetUp.into());
    }
    if !logo.is_none_or(Logo::is_sound) {
        return Err(HouseRefusal::LogoWrong.into());
    }
    let from = state.logo(country).map(|logo| &**logo);
    match (from, logo) {
        (None, None) => Err(HouseRefusal::NoLogo.into()),
        (from, to) if from == to => Ok(Decision::default()),
        (from, to) => Ok(one(Event::House(HouseEvent::LogoSet {
            country,
            from: from.cloned().map(Box::new),
            to: to.cloned().map(Box::new),
        }))),
    }
}

/// Refuses a language for papers that has no words for them.
fn worded(state: &State, house: &House, before: &House) -> Result<(), Refusal> {
    let known = |language: &Language| {
        Wording::SHIPPED.contains(language)
            || state.wording(*language).is_some()
            || before.papers.contains(language)
    };
    match house.papers.iter().find(|language| !known(language)) {
        Some(language) => Err(HouseRefusal::NoWording {
            language: language.code().into(),
        }
        .into()),
        None => Ok(()),
    }
}

/// Refuses settings that are out of bounds.
fn sound(house: &House) -> Result<(), Refusal> {
    let fault = house
        .fault()
        .map(|field| HouseRefusal::SettingWrong { field });
    fault.map_or(Ok(()), |refusal| Err(refusal.into()))
}

/// Refuses terms that are out of bounds, or name what stands on no list.
fn allowed(state: &State, terms: &Terms) -> Result<(), Refusal> {
    if let Some(field) = terms.fault() {
        return Err(HouseRefusal::TermsWrong { field }.into());
    }
    let before = state.terms();
    let audiences = |of: &Terms| {
        of.needs
            .iter()
            .map(|need| need.audience)
            .collect::<Vec<_>>()
    };
    let belts = |of: &Terms| of.needs.iter().map(|need| need.belt).collect::<Vec<_>>();
    let lists = state.lists();
    lists.may_stand(audiences(terms), audiences(before))?;
    lists.may_stand(belts(terms), belts(before))?;
    lists.may_stand(terms.compliance.clone(), before.compliance.clone())?;
    Ok(())
}

/// Decides on the price lists.
fn change_prices(state: &State, prices: &PriceBook) -> Result<Decision, Refusal> {
    if let Some(what) = prices.fault() {
        return Err(HouseRefusal::PricesWrong { what: what.into() }.into());
    }
    let before = state.prices();
    let audiences = |of: &PriceBook| {
        of.lists
            .iter()
            .filter_map(|list| list.audience)
            .collect::<Vec<_>>()
    };
    let units = |of: &PriceBook| {
        let products = of.lists.iter().flat_map(|list| &list.products);
        products.map(|product| product.unit).collect::<Vec<_>>()
    };
    let lists = state.lists();
    lists.may_stand(audiences(prices), audiences(before))?;
    lists.may_stand(units(prices), units(before))?;
    if **state.prices() == *prices {
        return Ok(Decision::default());
    }
    Ok(Decision::of(vec![Event::House(
        HouseEvent::PricesChanged {
            to: Box::new(prices.clone()),
        },
    )]))
}
