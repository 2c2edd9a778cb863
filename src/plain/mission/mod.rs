//! A mission in words: who helps, when, what is done, who came, how it went.

mod attend;
mod charge;
mod deliver;
mod plan;
mod replace;
mod team;
mod tick;

use super::registry::registry;
use super::{Place, Problem, board};
use crate::desk::views::MissionPage;
use crate::domain::{OpportunityId, PersonId};

registry! {
    /// Run a mission: team, sessions, logistics, attendance, delivery
    Mission {
        Missions {
            Team(team::Team),
            Plan(plan::Plan),
            Tick(tick::Tick),
            Attend(attend::Attend),
            Charge(charge::Charge),
            Replace(replace::Replace),
            Deliver(deliver::Deliver),
        }
    }
}

/// Loads a mission, or says why there is none for them.
async fn load(place: &Place, id: OpportunityId) -> Result<MissionPage, Problem> {
    let page = board::load(place, id).await?;
    let sight = place.desk.sight(place.me()?);
    page.mission
        .ok_or_else(|| place.refused(&sight.no_mission(id)))
}

/// Who is of a mission, by name.
fn named(mission: &MissionPage) -> Vec<(PersonId, String)> {
    let team = mission.team.iter();
    let team = team.map(|(id, name, _)| (*id, name.clone()));
    team.chain([mission.coordinator.clone()]).collect()
}
