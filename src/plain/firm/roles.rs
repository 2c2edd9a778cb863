//! `firm roles`: what a colleague may do in one's firm.

use super::{colleague, rights};
use crate::domain::Command;
use crate::domain::firm::command::FirmCommand;
use crate::domain::person::Permission;
use crate::plain::numbers::Whom;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Replace a colleague's roles in your firm by these
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Roles {
    /// The colleague, by name or P-number
    who: Whom,
    /// What they may do: sees, proposes, manages, paid; can be given several times
    #[arg(long, required = true, value_name = "ROLE")]
    role: Vec<String>,
}

impl InWords for Roles {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = FirmCommand::ChangeRights {
            person: colleague(place, &self.who)?,
            rights: rights(&self.role)?,
        };
        submit(place, Command::Firm(command), out).await
    }
}
