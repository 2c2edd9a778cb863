//! `show R-…`: one request whole, with the texts of its timeline.

use super::{history, tell};
use crate::desk::views::{Detail, load_detail};
use crate::domain::RequestId;
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

/// Show one request in full
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Show {
    /// The request, like R-1042
    #[arg(value_name = "R-NUMBER")]
    request: RequestId,
    /// Print JSON
    #[arg(long, conflicts_with = "plain")]
    json: bool,
    /// Print plain text [the default]
    #[arg(long)]
    plain: bool,
}

impl InWords for Show {
    const NEEDS: Needs = Needs::OneOf(&[Permission::ReadInbox]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let me = place.me()?;
        let detail = load(place, self.request, 0).await?;
        let words = Words::new(place, me);
        if self.json {
            let json = tell::detail_json(&detail, &words);
            out.line(&json.to_string()).await;
        } else {
            tell::page(&words, &detail).print(out).await;
        }
        history::tell_of_others(place, &detail, out).await;
        Ok(())
    }
}

/// Loads one request, or says why not.
pub(super) async fn load(place: &Place, id: RequestId, back: usize) -> Result<Detail, Problem> {
    load_detail(&place.desk, place.me()?, id, place.desk.now(), back)
        .await?
        .map_err(|refusal| place.refused(&refusal))
}
