//! `quotations`: the list of quotations.

use super::tell;
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::{Form, List};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

/// List the quotations
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Quotations {
    #[command(flatten)]
    form: Form,
}

impl InWords for Quotations {
    const NEEDS: Needs = super::READ;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let me = place.me()?;
        let rows = place.desk.sight(me).quotations(place.desk.now());
        let rows = rows.map_err(|refusal| place.refused(&refusal))?;
        let words = Words::new(place, me);
        let mut list = List::new(place, &self.form, &tell::COLUMNS, out);
        for row in rows {
            let cells = || tell::cells(&words, &row);
            list.row(|| tell::row_json(&row), cells).await;
            if list.is_gone() {
                return Ok(());
            }
        }
        list.end().await;
        Ok(())
    }
}
