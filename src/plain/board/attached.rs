//! `attached`: the files of an opportunity or a proposal, listed, printed or removed.

use super::submit;
use crate::desk::views::{opportunity_files, own_files, proposal_files};
use crate::domain::opportunity::BoardCommand;
use crate::plain::numbers::{self, WithFiles};
use crate::plain::registry::{InWords, Needs};
use crate::plain::requests::files;
use crate::plain::table::Form;
use crate::plain::{Out, Place, Problem, USAGE};
use crate::ui::kit::texts::Texts;

/// List the files of an opportunity or a proposal, print one, or remove one
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Attached {
    /// The opportunity or the proposal, like O-12 or PR-12
    of: WithFiles,
    /// Print the content of the N-th file, for a file or a pipe
    #[arg(long, value_name = "N")]
    get: Option<usize>,
    /// Remove the N-th file from your own proposal
    #[arg(long, value_name = "N", conflicts_with = "get")]
    remove: Option<usize>,
    #[command(flatten)]
    form: Form,
}

impl InWords for Attached {
    const NEEDS: Needs = Needs::Nothing;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        if let Some(n) = self.remove {
            return remove(place, self.of, n, out).await;
        }
        let me = place.me()?;
        let found = match self.of {
            WithFiles::Proposal(id) => proposal_files(&place.desk, me, id),
            WithFiles::Opportunity(id) => opportunity_files(&place.desk, me, id),
        };
        let found = found.map_err(|refusal| place.refused(&refusal))?;
        let of = self.of.to_string();
        match self.get {
            Some(n) => files::get(place, &found, n, &of, out).await,
            None => files::list(place, &self.form, &found, &of, out).await,
        }
    }
}

/// Removes a file from one's own proposal: the one that stands in that place as this is read.
async fn remove(place: &Place, of: WithFiles, n: usize, out: &mut Out) -> Result<(), Problem> {
    let id = numbers::proposal(of, "--remove")
        .map_err(|wrong| Problem::with(USAGE, wrong.say(&Texts::shared(place.lang))))?;
    let files = own_files(&place.desk, place.me()?, id);
    let (opportunity, files) = files.map_err(|refusal| place.refused(&refusal))?;
    let file = n.checked_sub(1).and_then(|at| files.into_iter().nth(at));
    let file = file.ok_or_else(|| {
        let values = [("n", n.to_string()), ("of", of.to_string())];
        Problem::say(1, "plain-no-file", values)
    })?;
    submit(place, BoardCommand::Detach { opportunity, file }, out).await
}
