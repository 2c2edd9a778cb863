//! `settings check`: what is missing, and for what; or whether a file reads.

use std::path::PathBuf;

use super::{READS, bad, known};
use crate::assets::settings::{lacks, settings_from};
use crate::plain::house::MOST;
use crate::plain::input::{is_piped, text_of};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Say what is missing and what that keeps from working, or check a file
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Check {
    /// Settings as `settings print` prints them, edited; - reads what is piped in
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl InWords for Check {
    const NEEDS: Needs = READS;

    fn reads(&self) -> bool {
        self.file.as_deref().is_some_and(is_piped)
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (mut config, _) = known(place)?;
        if let Some(file) = &self.file {
            let text = text_of(place, file, MOST, out).await?;
            let name = file.display().to_string();
            let read = settings_from(&text, &config);
            config = read.map_err(|fault| bad(place, name.clone(), &fault))?;
            let values = [("file", name.into())];
            out.line(&place.says("settings-reads", &values)).await;
        }
        let lacks = lacks(&config);
        if lacks.is_empty() {
            out.line(&place.says("settings-complete", &[])).await;
            return Ok(());
        }
        let n = [("n", lacks.len().into())];
        out.line(&place.says("settings-lacks", &n)).await;
        for lack in lacks {
            let country = [("country", lack.country.into())];
            let said = place.says(lack.text_id, &country);
            let values = [("lack", said.into()), ("key", lack.key.into())];
            let line = place.says("settings-lack-line", &values);
            out.line(&format!("  {line}")).await;
        }
        Ok(())
    }
}
