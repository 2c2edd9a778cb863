//! `settings undo`: the last change of the settings taken back, due dates and all.

use super::change::command;
use super::{KEEPS, kept};
use crate::domain::Command;
use crate::domain::house::command::HouseCommand;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Undo the last change of the settings
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Undo {}

impl InWords for Undo {
    const NEEDS: Needs = KEEPS;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (now, seq) = kept(place)?;
        if let Some((country, logo)) = place.desk.logo_before(place.me()?).await? {
            let command = HouseCommand::SetLogo { country, logo };
            place.submit(Command::House(command)).await?;
            out.line(&place.says("settings-undone", &[("n", 1_usize.into())]))
                .await;
            return Ok(());
        }
        let before = place.desk.settings_before(place.me()?).await;
        let before = before?;
        let before = before.map_err(|refusal| place.refused(&refusal))?;
        let before = before.ok_or_else(|| Problem::say(1, "settings-no-undo", []))?;
        place.submit(command(&now, &before).upon(seq)).await?;
        let n = [("n", now.differs(&before).len().into())];
        out.line(&place.says("settings-undone", &n)).await;
        Ok(())
    }
}
