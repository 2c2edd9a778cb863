//! `settings set`: one setting.

use super::change::{How, change};
use super::{KEEPS, kept, why};
use crate::assets::settings::{Why, spot};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Change one setting
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Set {
    /// The setting, like delays.reply
    key: String,
    /// Its new value; several values are separated by commas, lines by /
    #[arg(allow_hyphen_values = true)]
    value: String,
    /// Only say what would follow
    #[arg(long)]
    preview: bool,
    /// Confirm a value outside the usual
    #[arg(long)]
    yes: bool,
}

impl InWords for Set {
    const NEEDS: Needs = KEEPS;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (before, seq) = kept(place)?;
        let wrong = |reason: &Why| {
            let values = [("key", self.key.clone()), ("why", why(place, reason))];
            Problem::say(64, "settings-wrong", values)
        };
        let spot = spot(&self.key).ok_or_else(|| wrong(&Why::NoSuchSetting))?;
        let mut after = before.clone();
        let typed = spot.type_in(&mut after, &self.value);
        typed.map_err(|reason| wrong(&reason))?;
        let how = How {
            preview: self.preview,
            yes: self.yes,
        };
        let guarded = |command: crate::domain::Command| command.upon(seq);
        change(place, (&before, &after), how, guarded, out).await
    }
}
