//! `propose`: one's own proposal for an opportunity, or parts of it.

use super::{amount, load, understood};
use crate::domain::command::Unread;
use crate::domain::opportunity::BoardCommand;
use crate::domain::opportunity::proposal::Revision;
use crate::domain::person::Permission;
use crate::domain::{Command, OpportunityId};
use crate::plain::input::given_or_piped;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// A text longer than this is not even read.
const MOST: u64 = 256 * 1024;

/// Propose for an opportunity; the text is piped in, or given with --text
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Propose {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The price before tax, as people write it; under Subcontracting, the price we set
    #[arg(long)]
    price: Option<String>,
    /// When you are free
    #[arg(long)]
    available: Option<String>,
    /// The text [default: what is piped in; if nothing is, the text stays as it is]
    #[arg(long)]
    text: Option<String>,
    /// Keep the text as it is: with no other option, submit your draft
    #[arg(long, conflicts_with = "text")]
    keep_text: bool,
    /// Keep the proposal as a draft that nobody else sees; what you submitted stays until you submit this
    #[arg(long)]
    draft: bool,
}

impl InWords for Propose {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Propose]);

    fn reads(&self) -> bool {
        self.text.is_none() && !self.keep_text
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let page = load(place, self.opportunity).await?;
        let currency = match page.row.amount {
            Some(amount) => amount.currency,
            None => place.desk.sight(place.me()?).currency(),
        };
        let price = self.price.as_deref();
        let price = price.map(|text| amount(place, "--price", text, currency));
        let price = price.transpose()?;
        // What is not said stays as it stands when the command is done, whoever changed it last.
        let revision = Revision {
            price: price.map(Some),
            available: self.available.as_deref().map(Into::into),
            text: self.text(place, out).await?,
        };
        let command = BoardCommand::Propose {
            opportunity: self.opportunity,
            revision: Box::new(revision),
            submit: !self.draft,
        };
        let command = Command::Board(Box::new(command)).over(Unread::Parts);
        submit(place, command, out).await?;
        understood(place, price, out).await
    }
}

impl Propose {
    /// The text that was said or piped in, if one was.
    async fn text(&self, place: &Place, out: &mut Out) -> Result<Option<Box<str>>, Problem> {
        if self.keep_text {
            return Ok(None);
        }
        let text = given_or_piped(place, self.text.as_deref(), MOST, out).await?;
        let text = text.trim_end();
        Ok((self.text.is_some() || !text.is_empty()).then(|| text.into()))
    }
}
