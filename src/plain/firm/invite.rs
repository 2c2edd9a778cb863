//! `firm invite`: a one-time code by which a colleague comes into one's firm.

use super::rights;
use crate::desk::access;
use crate::domain::Command;
use crate::domain::firm::command::FirmCommand;
use crate::domain::person::Permission;
use crate::plain::keys::invite::span;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

/// Invite a colleague into your firm by a one-time code, used at the first login or with: firm join
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Invite {
    /// Their name
    name: String,
    /// What they may do: sees, proposes, manages, paid; can be given several times
    #[arg(long, default_value = "proposes", value_name = "ROLE")]
    role: Vec<String>,
    /// How long the code is valid: 2h, 3d
    #[arg(long, default_value = "3d", value_name = "TIME")]
    valid: String,
}

impl InWords for Invite {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (me, now) = (place.me()?, place.desk.now());
        let until = now + span(&self.valid)?;
        let code = access::new_code()?;
        let command = FirmCommand::Invite {
            name: self.name.as_str().into(),
            rights: rights(&self.role)?,
            digest: code.digest(),
            until,
        };
        place.submit(Command::Firm(command)).await?;
        out.line(&format!("{}: {code}", self.name.trim())).await;
        let words = Words::new(place, me);
        let until = [("until", words.teller().stamp(until).into())];
        out.line(&place.says("said-firm-code-until", &until)).await;
        if !place.door.is_empty() {
            let door = [("door", place.door.as_str().into())];
            out.line(&place.says("said-door", &door)).await;
        }
        Ok(())
    }
}
