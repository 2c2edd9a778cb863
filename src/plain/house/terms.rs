//! `terms`: the terms of the board out as a file to edit, and in again.

use std::path::PathBuf;

use super::{MOST, guarded, printed};
use crate::assets;
use crate::domain::Command;
use crate::domain::house::command::HouseCommand;
use crate::domain::person::Permission;
use crate::plain::input::{is_piped, text_of};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem, board};

/// Print the terms of the board, or set them from a file
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Terms {
    /// The terms as `terms` prints them, edited; - reads what is piped in
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl InWords for Terms {
    const NEEDS: Needs = Needs::OneOf(&[Permission::ReadInbox]);

    fn reads(&self) -> bool {
        self.file.as_deref().is_some_and(is_piped)
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let sight = place.desk.sight(place.me()?);
        let known = sight.terms();
        let known = known.map_err(|refusal| place.refused(&refusal))?;
        let now = assets::terms_text(&known, sight.lists());
        let Some(file) = &self.file else {
            out.line(&printed(&now)).await;
            return Ok(());
        };
        let text = text_of(place, file, MOST, out).await?;
        let terms = assets::terms_from(&text, sight.lists())?;
        let coordination = terms.coordination;
        let command = Command::House(HouseCommand::ChangeTerms(Box::new(terms)));
        submit(place, guarded(command, &text, &now, sight.seq()), out).await?;
        let changed = coordination != known.coordination;
        board::understood(place, changed.then_some(coordination), out).await
    }
}
