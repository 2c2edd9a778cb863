//! `directory doubles`: what looks like one and the same.

use serde_json::json;

use crate::desk::views::{Cancel, Doubles as All};
use crate::domain::organisation::further::Double;
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::{self, Cell, Column, Form};
use crate::plain::{Out, Place, Problem};

/// List the entries that may be one and the same
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Doubles {
    #[command(flatten)]
    form: Form,
}

const COLUMNS: [Column; 4] = [
    Column::new("column-number"),
    Column::new("column-name"),
    Column::new("column-number"),
    Column::text("column-name"),
];

impl InWords for Doubles {
    const NEEDS: Needs = super::READ;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let sight = place.desk.sight(place.me()?);
        let found = All::of(&sight, &Cancel::default());
        let found = found.map_err(|refusal| place.refused(&refusal))?;
        let found = found.unwrap_or_default();
        let mut list = table::List::new(place, &self.form, &COLUMNS, out);
        for row in &found.rows {
            let (one, two) = match row.pair {
                Double::Organisations(one, two) => (one.to_string(), two.to_string()),
                Double::Contacts(one, two) => (one.to_string(), two.to_string()),
            };
            let json = || json!({"one": one, "two": two, "names": row.names, "marks": row.marks});
            let [first, second] = &row.names;
            let cells = || {
                [
                    Cell::plain(&one),
                    Cell::plain(first),
                    Cell::plain(&two),
                    Cell::plain(second),
                ]
            };
            list.row(json, cells).await;
        }
        list.end().await;
        if found.more {
            out.note(&place.says("said-more-doubles", &[("n", found.rows.len().into())]))
                .await;
        }
        Ok(())
    }
}
