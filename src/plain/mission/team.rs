//! `mission team`: who is of the team, and as what.

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

use crate::domain::OpportunityId;
use crate::domain::opportunity::{BoardCommand, MissionCommand};
use crate::domain::person::Permission;
use crate::domain::trade::MissionRole;
use crate::plain::board::submit;
use crate::plain::numbers::Whom;
use crate::plain::people::meant;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Add a person to the team, or remove them
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
pub struct Team {
    /// The mission, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The person, by name or P-number
    person: Whom,
    /// Their role in the team
    role: Helper,
}

/// What somebody of a team is.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize, Deserialize)]
enum Helper {
    /// Holds sessions
    Facilitator,
    /// Helps and learns
    Observer,
    /// Leaves the team
    Out,
}

impl InWords for Team {
    const NEEDS: Needs = Needs::OneOf(&[Permission::RunMissions]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        // Who is of the team can be named by who sees the mission.
        let known = match self.person.number() {
            Some(_) => Vec::new(),
            None => super::named(&super::load(place, self.opportunity).await?),
        };
        let command = BoardCommand::Mission(MissionCommand::Team {
            opportunity: self.opportunity,
            person: meant(place, &self.person, &known)?,
            role: match self.role {
                Helper::Facilitator => Some(MissionRole::Facilitator),
                Helper::Observer => Some(MissionRole::Observer),
                Helper::Out => None,
            },
        });
        submit(place, command, out).await
    }
}
