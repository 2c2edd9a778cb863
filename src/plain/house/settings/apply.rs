//! `settings apply`: the settings that a file names, all of them or none.

use std::path::PathBuf;

use super::change::{How, change};
use super::{KEEPS, bad, kept};
use crate::assets::settings::{Section, settings_from, settings_plain};
use crate::plain::house::{MOST, guarded_by_any};
use crate::plain::input::{is_piped, text_of};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Change the settings that a file names
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Apply {
    /// Settings as `settings print` prints them, edited; - reads what is piped in
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Only say what would follow
    #[arg(long)]
    preview: bool,
    /// Confirm values outside the usual
    #[arg(long)]
    yes: bool,
}

impl InWords for Apply {
    const NEEDS: Needs = KEEPS;

    fn reads(&self) -> bool {
        is_piped(&self.file)
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (before, seq) = kept(place)?;
        let text = text_of(place, &self.file, MOST, out).await?;
        let read = settings_from(&text, &before);
        let name = self.file.display().to_string();
        let after = read.map_err(|fault| bad(place, name, &fault))?;
        let how = How {
            preview: self.preview,
            yes: self.yes,
        };
        // What was printed was all of them, or a section.
        let sections = Section::ALL.map(Some).into_iter();
        let printed = [None].into_iter().chain(sections);
        let printed: Vec<String> = printed
            .map(|section| settings_plain(&before, section))
            .collect();
        let guarded = |command| guarded_by_any(command, &text, &printed, seq);
        change(place, (&before, &after), how, guarded, out).await
    }
}
