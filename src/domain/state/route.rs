//! Whom the routing matrix proposes among the people there are (REQ-4). Nothing is assigned here.

use super::State;
use crate::domain::ids::PersonId;
use crate::domain::person::Role;
use crate::domain::routing::{KindId, Route, Routing, Target};

impl Routing {
    /// Returns the kind of what providers write, and who their desk is: by the row of that name, or, in a matrix
    /// that has none, the assistant and else the manager.
    pub fn providers(&self, state: &State) -> (Option<KindId>, Route) {
        if let Some(row) = self.by_key(Routing::PROVIDERS) {
            return (Some(row.id), self.route(row.id, state));
        }
        let roles = [Role::BackOfficeAssistant, Role::Manager];
        let mut roles = roles.into_iter().map(Target::Role);
        let to = roles.find_map(|target| someone(&target, state));
        let copy = Vec::new();
        (None, Route { to, copy })
    }

    /// Whom the matrix proposes for `kind` among the people there are.
    pub fn route(&self, kind: KindId, state: &State) -> Route {
        let Some(row) = self.row(kind) else {
            return Route::default();
        };
        let to = row.to.iter().find_map(|target| someone(target, state));
        let mut copy: Vec<PersonId> = row
            .copy
            .iter()
            .filter_map(|target| someone(target, state))
            .collect();
        let mut named = Vec::new();
        copy.retain(|person| {
            let new = Some(*person) != to && !named.contains(person);
            named.push(*person);
            new
        });
        Route { to, copy }
    }
}

/// Only active staff can take requests or read copies.
fn someone(target: &Target, state: &State) -> Option<PersonId> {
    match target {
        Target::Person(id) => state
            .person(*id)
            .filter(|p| p.active && p.is_staff())
            .map(|p| p.id),
        Target::Role(role) => state
            .staff()
            .find(|p| p.active && p.roles.contains(role))
            .map(|p| p.id),
    }
}
