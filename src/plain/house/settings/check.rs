//! `settings check`: what is missing, and for what; or whether a file reads.

use std::path::PathBuf;

use serde_json::json;

use super::{READS, bad, known};
use crate::assets::settings::settings_from;
use crate::desk::views::Missing;
use crate::plain::house::MOST;
use crate::plain::input::{is_piped, text_of};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

/// Say what is missing and what that keeps from working, or check a file
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Check {
    /// Settings as `settings print` prints them, edited; - reads what is piped in
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Print JSON, one object a line
    #[arg(long)]
    json: bool,
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
            match self.json {
                true => out.note(&place.says("settings-reads", &values)).await,
                false => out.line(&place.says("settings-reads", &values)).await,
            }
        }
        let missing = place.desk.sight(place.me()?).missing_by(&config);
        let words = Words::new(place, place.me()?);
        if self.json {
            for one in &missing {
                out.line(&object(&words, one).to_string()).await;
            }
            return Ok(());
        }
        if missing.is_empty() {
            out.line(&place.says("settings-complete", &[])).await;
            return Ok(());
        }
        let n = [("n", missing.len().into())];
        out.line(&place.says("settings-lacks", &n)).await;
        for one in &missing {
            let values = [
                ("lack", words.teller().missing(one).into()),
                ("key", one.mend.words().into()),
            ];
            let line = place.says("settings-lack-line", &values);
            out.line(&format!("  {line}")).await;
        }
        Ok(())
    }
}

/// Something that is missing, as JSON.
fn object(words: &Words, one: &Missing) -> serde_json::Value {
    json!({
        "missing": one.key(),
        "section": one.mend.section(),
        "mend": one.mend.words(),
        "text": words.teller().missing(one),
    })
}
