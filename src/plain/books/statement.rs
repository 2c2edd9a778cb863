//! `books statement`: every movement of one account of the books, the newest first (ESC-10).

use crate::desk::views::StatementOf;
use crate::domain::escrow::Account;
use crate::domain::person::Permission;
use crate::plain::books::currency;
use crate::plain::escrow::{movements, own};
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::Form;
use crate::plain::{Out, Place, Problem, USAGE};
use crate::text::sanitise::clean_line;

/// List every movement of one account of the books, the newest first
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Statement {
    /// The account, as books show and exports name it
    #[arg(value_name = "ACCOUNT")]
    account: String,
    /// The currency, like EUR [default: our own]
    #[arg(value_name = "CURRENCY")]
    currency: Option<String>,
    #[command(flatten)]
    form: Form,
    /// List at most so many
    #[arg(long, default_value_t = 100, value_name = "N")]
    limit: usize,
}

impl InWords for Statement {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBooks]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let account: Account = self.account.parse().map_err(|_| {
            let text = clean_line(&self.account).into_owned();
            Problem::say(USAGE, "plain-no-account", [("text", text)])
        })?;
        let currency = match &self.currency {
            Some(text) => currency(text)?,
            None => own(place)?,
        };
        let of = StatementOf::Account(account, currency);
        movements(place, of, (&self.form, self.limit), out).await
    }
}
