//! A mission in words: who helps, when, what is done, who came, how it went.

use super::args::{Helper, Mission};
use super::{opportunity_id, read, submit};
use crate::desk::views::MissionPage;
use crate::domain::OpportunityId;
use crate::domain::opportunity::BoardCommand;
use crate::domain::opportunity::mission::{Session, Task};
use crate::domain::trade::MissionRole;
use crate::plain::{Out, Place, Problem};

pub(super) async fn mission(place: &Place, what: &Mission, out: &mut Out) -> Result<(), Problem> {
    let command = match what {
        Mission::Team {
            opportunity,
            person,
            role,
        } => BoardCommand::Team {
            opportunity: opportunity_id(opportunity)?,
            person: read::whose(place, Some(person))?,
            role: match role {
                Helper::Facilitator => Some(MissionRole::Facilitator),
                Helper::Observer => Some(MissionRole::Observer),
                Helper::Out => None,
            },
        },
        Mission::Plan {
            opportunity,
            at,
            place: venue,
            by,
        } => {
            let id = opportunity_id(opportunity)?;
            let page = page(place, id).await?;
            let by = match by {
                Some(text) => read::whose(place, Some(text))?,
                None => page.coordinator.0,
            };
            BoardCommand::AddSession {
                opportunity: id,
                session: Session {
                    at: super::post::when(place, at)?,
                    place: venue.as_str().into(),
                    by: Some(by),
                    attended: None,
                },
            }
        }
        Mission::Tick {
            opportunity,
            task,
            undone,
        } => BoardCommand::Tick {
            opportunity: opportunity_id(opportunity)?,
            task: task_named(task)?,
            done: !undone,
        },
        Mission::Attend {
            opportunity,
            session,
            came,
        } => {
            let id = opportunity_id(opportunity)?;
            let page = page(place, id).await?;
            let session = session.saturating_sub(1);
            let planned = page.sessions.get(usize::from(session));
            BoardCommand::Attend {
                opportunity: id,
                session,
                at: planned.map_or(0, |planned| planned.at),
                was: planned.and_then(|planned| planned.attended),
                attended: *came,
            }
        }
        Mission::Deliver { opportunity, note } => BoardCommand::Deliver {
            opportunity: opportunity_id(opportunity)?,
            note: note.as_str().into(),
        },
    };
    submit(place, command, out).await
}

async fn page(place: &Place, id: OpportunityId) -> Result<MissionPage, Problem> {
    let page = read::page(place, id).await?;
    let sight = place.desk.sight(place.me()?);
    page.mission
        .ok_or_else(|| place.refused(&sight.no_mission(id)))
}

fn task_named(text: &str) -> Result<Task, Problem> {
    let known = || Task::ALL.map(Task::key).join(", ");
    let found = Task::ALL.into_iter().find(|task| task.key() == text);
    found.ok_or_else(|| {
        let values = [("text", text.to_owned()), ("known", known())];
        Problem::say(1, "plain-none-of-them", values)
    })
}
