//! `routing`: the routing matrix (REQ-4) out as a file to edit, and in again.

use std::path::PathBuf;

use super::{MOST, guarded, printed};
use crate::assets;
use crate::domain::Command;
use crate::domain::house::command::HouseCommand;
use crate::domain::person::Permission;
use crate::plain::input::{is_piped, text_of};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Print the routing table, or set it from a file
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Routing {
    /// A routing table as `routing` prints it, edited; - reads what is piped in
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl InWords for Routing {
    const NEEDS: Needs = Needs::OneOf(&[Permission::EditRouting]);

    fn reads(&self) -> bool {
        self.file.as_deref().is_some_and(is_piped)
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let me = place.me()?;
        let published = place.desk.published();
        let (known, seq) = (published.routing_of(me), published.seq());
        let known = known.map_err(|refusal| place.refused(&refusal))?;
        let Some(file) = &self.file else {
            out.line(&printed(&assets::routing_text(&known))).await;
            return Ok(());
        };
        let text = text_of(place, file, MOST, out).await?;
        let routing = assets::routing_from(&text, &known)?;
        let rows = routing.rows.len();
        let command = Command::House(HouseCommand::ChangeRouting(Box::new(routing)));
        let now = assets::routing_text(&known);
        place.submit(guarded(command, &text, &now, seq)).await?;
        out.line(&place.says("said-routing", &[("n", rows.into())]))
            .await;
        Ok(())
    }
}
