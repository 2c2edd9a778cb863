//! `firm remove`: a colleague leaves one's firm.

use super::colleague;
use crate::domain::Command;
use crate::domain::firm::command::FirmCommand;
use crate::domain::person::Permission;
use crate::plain::numbers::Whom;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Remove a colleague from your firm: their work stays with it
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Remove {
    /// The colleague, by name or P-number
    who: Whom,
}

impl InWords for Remove {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let person = colleague(place, &self.who)?;
        submit(place, Command::Firm(FirmCommand::Remove(person)), out).await
    }
}
