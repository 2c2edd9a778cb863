//! What is decided about the house: its set-up, its settings, routing, terms and price lists (WKS-4, REQ-4, BRD-3, QUO-3).

mod apply;

use crate::domain::decision::{Decides, Decision, Facts, one};
use crate::domain::event::Event;
use crate::domain::house::House;
use crate::domain::house::command::HouseCommand;
use crate::domain::house::event::HouseEvent;
use crate::domain::house::refusal::HouseRefusal;
use crate::domain::ids::PersonId;
use crate::domain::lists::may_stand;
use crate::domain::person::refusal::PeopleRefusal;
use crate::domain::person::rules::add_person;
use crate::domain::person::{NewPerson, Role};
use crate::domain::prices::PriceBook;
use crate::domain::refusal::Refusal;
use crate::domain::routing::Routing;
use crate::domain::state::State;
use crate::domain::terms::Terms;
use crate::domain::thing::{Thing, Writes};
use crate::domain::undo::table::never_taken_back;

never_taken_back!(HouseEvent);

impl Decides for HouseCommand {
    fn decide(&self, state: &State, _: &Facts) -> Result<Decision, Refusal> {
        match self {
            HouseCommand::SetUp {
                house,
                routing,
                first,
            } => set_up(state, house, routing, first),
            HouseCommand::Change(house) => {
                Ok(one(Event::House(HouseEvent::Changed { to: house.clone() })))
            }
            HouseCommand::ChangeRouting(routing) => change_routing(routing),
            HouseCommand::ChangeTerms(terms) => change_terms(state, terms),
            HouseCommand::ChangePrices(prices) => change_prices(state, prices),
        }
    }

    fn writes(&self, _: &State, _: Option<PersonId>) -> Writes {
        match self {
            HouseCommand::Change(_) => Writes::Whole(Thing::House),
            HouseCommand::ChangeRouting(_) => Writes::Whole(Thing::Routing),
            HouseCommand::ChangeTerms(_) => Writes::Whole(Thing::Terms),
            HouseCommand::ChangePrices(_) => Writes::Whole(Thing::Prices),
            HouseCommand::SetUp { .. } => Writes::One,
        }
    }
}

fn set_up(
    state: &State,
    house: &House,
    routing: &Routing,
    first: &NewPerson,
) -> Result<Decision, Refusal> {
    if house.name.trim().is_empty() {
        return Err(Refusal::TextMissing);
    }
    let added = add_person(state, first)?;
    if !first.roles.contains(&Role::Administrator) {
        return Err(PeopleRefusal::LastAdministrator.into());
    }
    Ok(Decision::of(vec![
        Event::House(HouseEvent::Changed {
            to: Box::new(house.clone()),
        }),
        Event::House(HouseEvent::RoutingChanged {
            to: Box::new(routing.clone()),
        }),
        added,
    ]))
}

fn change_routing(routing: &Routing) -> Result<Decision, Refusal> {
    if routing.rows.len() > Routing::MOST {
        return Err(Refusal::TooLong {
            most: Routing::MOST,
        });
    }
    Ok(one(Event::House(HouseEvent::RoutingChanged {
        to: Box::new(routing.clone()),
    })))
}

fn change_terms(state: &State, terms: &Terms) -> Result<Decision, Refusal> {
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
    let listed = may_stand(audiences(terms), audiences(before))
        && may_stand(belts(terms), belts(before))
        && may_stand(terms.compliance.clone(), before.compliance.clone());
    if !listed {
        return Err(Refusal::NotListed);
    }
    if **state.terms() == *terms {
        return Ok(Decision::default());
    }
    Ok(one(Event::House(HouseEvent::TermsChanged {
        to: Box::new(terms.clone()),
    })))
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
    if !may_stand(audiences(prices), audiences(before)) || !may_stand(units(prices), units(before))
    {
        return Err(Refusal::NotListed);
    }
    if **state.prices() == *prices {
        return Ok(Decision::default());
    }
    Ok(Decision::of(vec![Event::House(
        HouseEvent::PricesChanged {
            to: Box::new(prices.clone()),
        },
    )]))
}
