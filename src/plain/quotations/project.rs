//! `project Q-…`: the texts of a quotation: what is proposed, and the conditions of sale; a new version.

use crate::desk::views::load_quotation;
use crate::domain::person::Permission;
use crate::domain::quotation::QuotationCommand;
use crate::domain::{Command, QuotationId};
use crate::plain::house::MOST;
use crate::plain::input::given_or_piped;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Write the project text of a quotation: given with --text, or piped in
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Project {
    /// The quotation, like Q-3
    #[arg(value_name = "Q-NUMBER")]
    quotation: QuotationId,
    /// The text [default: what is piped in]
    #[arg(long)]
    text: Option<String>,
    /// The conditions of sale [default: those of the latest version]
    #[arg(long, value_name = "TEXT")]
    conditions: Option<String>,
}

impl InWords for Project {
    const NEEDS: Needs = Needs::OneOf(&[Permission::AssembleQuotations]);

    fn reads(&self) -> bool {
        self.text.is_none()
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (me, now, id) = (place.me()?, place.desk.now(), self.quotation);
        let whole = load_quotation(&place.desk, me, id, now).await?;
        let whole = whole.map_err(|refusal| place.refused(&refusal))?;
        let text = given_or_piped(place, self.text.as_deref(), MOST, out).await?;
        let seen = whole
            .view
            .versions
            .last()
            .map_or(0, |version| version.number);
        let before = whole.texts_of(seen);
        let conditions = self.conditions.as_deref();
        let assemble = QuotationCommand::Assemble {
            quotation: id,
            seen,
            project: text.trim_end().into(),
            conditions: conditions.map_or(before.conditions, Into::into),
            valid_until: None,
        };
        submit(place, Command::Quotation(Box::new(assemble)), out).await
    }
}
