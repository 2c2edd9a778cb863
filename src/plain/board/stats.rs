//! `stats`: how many projects become missions, how many proposals compete, how many win (BRD-10).

use super::tell;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

/// Show how many projects become missions, how many proposals compete, how many win
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Stats {
    /// Show your own figures instead of the organisation's
    #[arg(long)]
    own: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl InWords for Stats {
    const NEEDS: Needs = Needs::Nothing;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let me = place.me()?;
        let stats = place.desk.sight(me).stats(self.own, place.desk.now());
        let stats = stats.map_err(|refusal| place.refused(&refusal))?;
        let words = Words::new(place, me);
        if self.json {
            out.line(&tell::stats_json(&stats, &words).to_string())
                .await;
            return Ok(());
        }
        tell::stats(&words, &stats).print(out).await;
        Ok(())
    }
}
