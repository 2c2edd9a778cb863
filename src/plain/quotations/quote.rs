//! `quote R-…`: begins the quotation of a request.

use crate::domain::person::Permission;
use crate::domain::quotation::QuotationCommand;
use crate::domain::{Command, RequestId};
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Begin the quotation of a request
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Quote {
    /// The request, like R-1042
    #[arg(value_name = "R-NUMBER")]
    request: RequestId,
}

impl InWords for Quote {
    const NEEDS: Needs = Needs::OneOf(&[Permission::Quote]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let begin = QuotationCommand::Begin(self.request);
        place.submit(Command::Quotation(Box::new(begin))).await?;
        let sight = place.desk.sight(place.me()?);
        if let Some(id) = sight.quotation_of(self.request) {
            out.line(&id.to_string()).await;
        }
        Ok(())
    }
}
