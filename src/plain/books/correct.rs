//! `books correct`: an entry that was booked by mistake is turned round.

use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::EntryId;
use crate::domain::person::Permission;
use crate::plain::escrow::submit;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Reverse an entry that was booked by mistake
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Correct {
    /// The entry, like E-7
    #[arg(value_name = "E-NUMBER")]
    entry: EntryId,
    /// The reason, in words
    #[arg(long = "words", value_name = "WORDS")]
    words: String,
}

impl InWords for Correct {
    const NEEDS: Needs = Needs::OneOf(&[Permission::KeepMoney]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::Correct {
            entry: self.entry,
            words: self.words.as_str().into(),
        };
        submit(place, command, out).await
    }
}
