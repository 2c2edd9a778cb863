//! What stands beside the settings, in figures: kinds of request, price lists, people. Amounts are for who prices.

use super::Sight;
use crate::domain::house::Country;
use crate::domain::person::Role;
use crate::domain::{Refusal, State};
use crate::text::sanitise::clean_line;

use crate::desk::views::beside::person_name;

/// A kind of request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindStanding {
    /// Its stable name.
    pub key: String,
    /// Who takes it.
    pub to: Option<String>,
    /// Whether it is retired.
    pub retired: bool,
}

/// A brand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrandStanding {
    /// Its name.
    pub name: String,
    /// Its markets, each with how many products are sold there.
    pub markets: Vec<(Country, usize)>,
}

/// What stands beside the settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The kinds of request.
    pub kinds: Vec<KindStanding>,
    /// The brands with prices.
    pub brands: Vec<BrandStanding>,
    /// How many people may enter, by role; who has several counts in each.
    pub roles: Vec<(Role, usize)>,
    /// How many people may enter.
    pub people: usize,
    /// How many of them have a key.
    pub keyed: usize,
}

impl Sight {
    /// Returns what stands beside the settings, for who may read those.
    ///
    /// # Errors
    /// They may not.
    pub fn standing(&self) -> Result<Standing, Refusal> {
        self.settings()?;
        let state = self.state();
        let mut standing = Standing {
            kinds: kinds(state),
            brands: brands(state),
            ..Standing::default()
        };
        let mut roles = Role::ALL.map(|role| (role, 0));
        for person in state.people().filter(|person| person.active) {
            standing.people += 1;
            let mut keys = state.access().keys_of(person.id);
            standing.keyed += usize::from(keys.any(|key| key.is_live()));
            let theirs = roles.iter_mut();
            for (_, n) in theirs.filter(|(role, _)| person.roles.contains(role)) {
                *n += 1;
            }
        }
        standing.roles = roles.into_iter().filter(|(_, n)| *n > 0).collect();
        Ok(standing)
    }
}

fn kinds(state: &State) -> Vec<KindStanding> {
    let routing = state.routing();
    let rows = routing.rows.iter().map(|row| KindStanding {
        key: row.key.to_string(),
        to: routing
            .route(row.id, state)
            .to
            .map(|id| person_name(state, id)),
        retired: row.retired,
    });
    rows.collect()
}

fn brands(state: &State) -> Vec<BrandStanding> {
    let prices = state.prices();
    let brand = |brand: &crate::domain::prices::Brand| {
        let mut markets: Vec<(Country, usize)> = Vec::new();
        for list in prices.lists.iter().filter(|list| list.brand == brand.key) {
            match markets
                .iter_mut()
                .find(|(market, _)| *market == list.market)
            {
                Some((_, n)) => *n += list.products.len(),
                None => markets.push((list.market, list.products.len())),
            }
        }
        BrandStanding {
            name: clean_line(&brand.name).into_owned(),
            markets,
        }
    };
    prices.brands.iter().map(brand).collect()
}
