//! `introduction`: the message that introduces coordinator and client to each other, ready to send (S0). Sends nothing.

use super::load;
use crate::domain::opportunity::mission::refusal::MissionRefusal;
use crate::domain::person::Permission;
use crate::domain::{OpportunityId, Refusal};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

/// Print the message that introduces coordinator and client to each other, in the client's language
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Introduction {
    /// The mission, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
}

impl InWords for Introduction {
    const NEEDS: Needs = Needs::OneOf(&[Permission::RunMissions, Permission::ReadInbox]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let id = self.opportunity;
        let page = load(place, id).await?;
        let of = page.mission.and_then(|mission| mission.introduction);
        let Some(of) = of else {
            let refusal = Refusal::Mission(MissionRefusal::NotAMission(id));
            return Err(place.refused(&refusal));
        };
        let words = Words::new(place, place.me()?);
        for line in words.teller().introduction(&of).lines() {
            out.line(line).await;
        }
        Ok(())
    }
}
