//! `profile`: what is known of a facilitator, out as a file to edit, and in again.

use std::path::PathBuf;

use super::whose;
use crate::assets;
use crate::domain::Command;
use crate::domain::firm::command::FirmCommand;
use crate::domain::ids::FirmId;
use crate::domain::person::Permission;
use crate::domain::person::command::PeopleCommand;
use crate::plain::house::{MOST, guarded, printed};
use crate::plain::input::{is_piped, text_of};
use crate::plain::numbers::Whom;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Print a facilitator's profile, or set it from an edited file
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Profile {
    /// The person, by name or P-number; a firm by its number, like F-3 [default: yourself]
    who: Option<Whom>,
    /// The edited profile; - reads what is piped in
    #[arg(long, value_name = "FILE")]
    set: Option<PathBuf>,
}

impl InWords for Profile {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose, Permission::KeepFacilitators]);

    fn reads(&self) -> bool {
        self.set.as_deref().is_some_and(is_piped)
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let sight = place.desk.sight(place.me()?);
        let firm = self.who.as_ref().and_then(firm);
        let person = match firm {
            Some(_) => place.me()?,
            None => whose(place, self.who.as_ref())?,
        };
        let known = match firm {
            Some(firm) => sight.firm_profile(firm),
            None => sight.profile(person),
        };
        let known = known.map_err(|refusal| place.refused(&refusal))?;
        let now = assets::profile_text(&known, sight.lists());
        let Some(file) = &self.set else {
            out.line(&printed(&now)).await;
            return Ok(());
        };
        let text = text_of(place, file, MOST, out).await?;
        let profile = Box::new(assets::profile_from(&text, &known, sight.lists())?);
        let command = match firm {
            Some(firm) => Command::Firm(FirmCommand::KeepProfile { firm, profile }),
            None => Command::People(PeopleCommand::KeepProfile { person, profile }),
        };
        submit(place, guarded(command, &text, &now, sight.seq()), out).await
    }
}

/// The firm that is meant by its number.
fn firm(who: &Whom) -> Option<FirmId> {
    let said = who.text();
    let firm = said.parse::<FirmId>().ok();
    firm.filter(|_| said.to_uppercase().starts_with("F-"))
}
