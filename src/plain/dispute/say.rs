//! `dispute say`: something is said on the page of a dispute (ESC-5).

use std::path::PathBuf;

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::escrow::with_files;
use crate::plain::input::is_piped;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Write on the page of the open dispute; both sides read it
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Say {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// What you have to say
    #[arg(long = "words", value_name = "WORDS")]
    words: String,
    /// A file that goes with it; can be given several times
    #[arg(long, value_name = "FILE")]
    file: Vec<PathBuf>,
}

impl InWords for Say {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBoard]);

    fn reads(&self) -> bool {
        self.file.iter().any(|file| is_piped(file))
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = |files| EscrowCommand::Say {
            project: self.opportunity,
            words: self.words.as_str().into(),
            files,
        };
        with_files(place, &self.file, command, out).await
    }
}
