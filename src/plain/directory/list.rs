//! `directory list`: organisations, branches under what they belong to.

use serde_json::{Value, json};

use crate::assets;
use crate::desk::views::{DirectoryRow, DirectorySift, DirectoryView, Roster};
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::{self, Cell, Column, Form};
use crate::plain::words::{Words, iso};
use crate::plain::{Out, Place, Problem};

/// List the clients, branches under their parent
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct List {
    /// Words that the client, its town or one of its contacts has in its name [default: all clients]
    words: Vec<String>,
    #[command(flatten)]
    form: Form,
}

const COLUMNS: [Column; 8] = [
    Column::new("column-number"),
    Column::text("column-client"),
    Column::new("column-country"),
    Column::new("column-city").spare(),
    Column::number("column-open"),
    Column::new("column-last").spare(),
    Column::new("column-relation"),
    Column::new("column-double"),
];

impl InWords for List {
    const NEEDS: Needs = super::READ;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (me, now) = (place.me()?, place.desk.now());
        let sight = place.desk.sight(me);
        let allowed = sight.may_read_directory();
        allowed.map_err(|refusal| place.refused(&refusal))?;
        let words = Words::new(place, me);
        let filter = self.words.join(" ");
        let lang = place.lang;
        let sift = DirectorySift::new(DirectoryView::All, &filter, move |one| {
            let land = assets::countries().get(one.code());
            land.map_or_else(String::new, |land| land.name(lang).to_owned())
        });
        let wish = DirectoryRow::wish(sift);
        let roster = Roster::<DirectoryRow>::build(&sight, wish, now);
        let mut list = table::List::new(place, &self.form, &COLUMNS, out);
        for at in 0..roster.len() {
            let row = roster.id_at(at).and_then(|id| sight.directory_row(id, now));
            let Some(row) = row else { continue };
            list.row(|| row_json(&row), || cells(&words, &row)).await;
            if list.is_gone() {
                return Ok(());
            }
        }
        list.end().await;
        Ok(())
    }
}

/// A row as JSON.
pub(in crate::plain) fn row_json(row: &DirectoryRow) -> Value {
    json!({
        "organisation": row.id.to_string(),
        "name": row.name,
        "depth": row.depth,
        "parent": row.parent,
        "country": row.country.map(|country| country.code().to_owned()),
        "city": row.city,
        "segment": row.segment,
        "open": row.open,
        "requests": row.requests,
        "contacts": row.contacts,
        "last": row.last.map(iso),
        "relation_until": row.relation_until.map(iso),
        "known": row.known,
        "double": row.double,
    })
}

fn cells(words: &Words, row: &DirectoryRow) -> [Cell; 8] {
    let at = |at: Option<_>| at.map_or_else(|| Cell::plain(""), |at| Cell::at(words, at));
    let name = format!("{}{}", "  ".repeat(row.depth), row.name);
    let country = row.country.map(|country| country.code().to_owned());
    let mark = if row.double { "=" } else { "" };
    [
        Cell::plain(row.id),
        Cell::named(row.name.clone(), name),
        Cell::plain(country.unwrap_or_default()),
        Cell::plain(&row.city),
        Cell::plain(row.open),
        at(row.last),
        at(row.relation_until),
        Cell::plain(mark),
    ]
}
