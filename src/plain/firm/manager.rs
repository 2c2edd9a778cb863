//! `firm manager`: the house names a manager for a firm whose managers may not log in any more.

use super::super::people::meant;
use crate::domain::Command;
use crate::domain::firm::command::FirmCommand;
use crate::domain::ids::FirmId;
use crate::domain::person::Permission;
use crate::plain::numbers::Whom;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Name a manager for a firm whose managers can no longer log in
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Manager {
    /// The firm, like F-3
    #[arg(value_name = "F-NUMBER")]
    firm: FirmId,
    /// One of its people, by name or P-number
    who: Whom,
}

impl InWords for Manager {
    const NEEDS: Needs = Needs::OneOf(&[Permission::KeepFacilitators]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = FirmCommand::NameManager {
            firm: self.firm,
            person: meant(place, &self.who, &[])?,
        };
        submit(place, Command::Firm(command), out).await
    }
}
