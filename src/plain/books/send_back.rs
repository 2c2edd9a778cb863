//! `books send-back`: money is instructed back to who paid it (R02).

use crate::domain::escrow::EscrowCommand;
use crate::domain::person::Permission;
use crate::plain::escrow::{BackFrom, money, submit};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Instruct money back to who paid it: of a deposit, or of a client’s credit
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct SendBack {
    /// The deposit, like E-7, or the client whose credit it is, like C-5
    #[arg(value_name = "FROM")]
    from: BackFrom,
    /// The amount with its currency, like 1200.50 EUR
    #[arg(value_name = "AMOUNT")]
    amount: String,
    /// Words for the bank
    #[arg(long, value_name = "WORDS", default_value = "")]
    words: String,
}

impl InWords for SendBack {
    const NEEDS: Needs = Needs::OneOf(&[Permission::KeepMoney]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = EscrowCommand::SendBack {
            from: self.from.back(),
            amount: money(place, &self.amount)?,
            words: self.words.as_str().into(),
        };
        submit(place, command, out).await
    }
}
