//! `mission charge`: who is in charge of a mission on the client's side (S4).

use crate::domain::OpportunityId;
use crate::domain::ids::ContactId;
use crate::domain::opportunity::{BoardCommand, MissionCommand};
use crate::domain::person::Permission;
use crate::plain::board::submit;
use crate::plain::numbers::ContactNamed;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Name one of the client's contacts in charge of a mission, or remove the name
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Charge {
    /// The mission, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The contact, by name, email address or K-number
    contact: ContactNamed,
    /// No longer in charge
    #[arg(long)]
    out: bool,
    /// On behalf of the client: how they told us, like “by phone on Tuesday”
    #[arg(long, value_name = "HOW")]
    said: Option<String>,
}

impl InWords for Charge {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Qualify]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let mission = super::load(place, self.opportunity).await?;
        let text = self.contact.text().trim();
        let number = text.strip_prefix("K-").and_then(|n| n.parse().ok());
        let all = mission.charge.named.iter().chain(&mission.charge.others);
        let mut meant = all.filter(|(_, one)| {
            let same =
                |known: &str| !known.is_empty() && known.to_lowercase() == text.to_lowercase();
            same(&one.name) || same(&one.email)
        });
        let contact = number.map(ContactId).or(meant.next().map(|(id, _)| *id));
        let contact = contact
            .ok_or_else(|| Problem::say(1, "plain-no-contact", [("text", text.to_owned())]))?;
        let command = BoardCommand::Mission(MissionCommand::InCharge {
            opportunity: self.opportunity,
            contact,
            there: !self.out,
            said: self.said.as_deref().unwrap_or_default().into(),
        });
        submit(place, command, out).await
    }
}
