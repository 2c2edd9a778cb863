//! `books export`: the books as other programs read them (ESC-10).

use crate::domain::person::Permission;
use crate::plain::escrow::FormatName;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Print all that was booked, for hledger, beancount or a spreadsheet
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Export {
    /// The format
    #[arg(value_name = "FORMAT")]
    format: FormatName,
}

impl InWords for Export {
    const NEEDS: Needs = Needs::OneOf(&[Permission::SeeBooks]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let sight = place.desk.sight(place.me()?);
        let export = sight.books_export(self.format.into());
        let export = export.map_err(|refusal| place.refused(&refusal))?;
        for piece in export.pieces() {
            // Whole pieces go on as they come: nobody waits, and nothing is kept.
            out.text(&piece).await;
            if out.is_gone() {
                break;
            }
        }
        Ok(())
    }
}
