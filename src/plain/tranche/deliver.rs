//! `tranche deliver`: what was agreed for a tranche is handed in (ESC-4).

use std::path::PathBuf;

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::plain::escrow::with_files;
use crate::plain::input::is_piped;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Deliver a tranche, with files from this machine
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Deliver {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The number of the tranche, from 1
    #[arg(value_name = "NUMBER")]
    number: u16,
    /// Words on it, for both sides to read
    #[arg(long, value_name = "WORDS", default_value = "")]
    words: String,
    /// A file that goes with it; can be given several times
    #[arg(long, value_name = "FILE")]
    file: Vec<PathBuf>,
    /// On behalf of a side: how they told us, like “by phone on Tuesday”
    #[arg(long, value_name = "HOW", default_value = "")]
    said: String,
}

impl InWords for Deliver {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBoard]);

    fn reads(&self) -> bool {
        self.file.iter().any(|file| is_piped(file))
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = |files| EscrowCommand::HandIn {
            project: self.opportunity,
            number: self.number,
            words: self.words.as_str().into(),
            files,
            said: self.said.as_str().into(),
        };
        with_files(place, &self.file, command, out).await
    }
}
