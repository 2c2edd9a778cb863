//! `firm join`: into a firm, by the code that one of its managers gave.

use crate::desk::access;
use crate::domain::access::refusal::AccessRefusal;
use crate::domain::firm::command::FirmCommand;
use crate::domain::person::Permission;
use crate::domain::{Command, Refusal};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Join a firm by the code of an invitation
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Join {
    /// The code, like K7QM-2FXR-9TBD-PJZ4
    code: String,
}

impl InWords for Join {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let none = Refusal::from(AccessRefusal::NoSuchInvitation);
        let digest = access::digest(&self.code).ok_or_else(|| place.refused(&none))?;
        submit(place, Command::Firm(FirmCommand::Join(digest)), out).await
    }
}
