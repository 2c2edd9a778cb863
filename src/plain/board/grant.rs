//! `grant`: credits for a facilitator, or for a firm where naming a person does not say whose.

use super::{StepKind, submit};
use crate::domain::Command;
use crate::domain::firm::command::FirmCommand;
use crate::domain::ids::FirmId;
use crate::domain::opportunity::{BoardCommand, CreditCommand};
use crate::domain::person::Permission;
use crate::plain::numbers::Whom;
use crate::plain::people::meant;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit as submitted;
use crate::plain::{Out, Place, Problem};

/// Grant credits to a facilitator
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Grant {
    /// The facilitator, by name or P-number; a firm by its number, like F-3
    who: Whom,
    /// The kind of credit
    kind: StepKind,
    /// How many credits
    count: u32,
    /// The reason
    #[arg(long)]
    why: String,
}

impl InWords for Grant {
    const NEEDS: Needs = Needs::OneOf(&[Permission::GrantCredits]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let said = self.who.text();
        let firm = said.parse::<FirmId>().ok();
        if let Some(firm) = firm.filter(|_| said.to_uppercase().starts_with("F-")) {
            let command = FirmCommand::Grant {
                firm,
                kind: self.kind.into(),
                count: self.count,
                why: self.why.as_str().into(),
            };
            return submitted(place, Command::Firm(command), out).await;
        }
        let command = BoardCommand::Credit(CreditCommand::Grant {
            person: meant(place, &self.who, &[])?,
            kind: self.kind.into(),
            count: self.count,
            why: self.why.as_str().into(),
        });
        submit(place, command, out).await
    }
}
