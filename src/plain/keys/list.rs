//! `key list`: the keys of one person, of everybody, or one's own.

use serde_json::{Value, json};

use super::{keys_of, owners};
use crate::desk::views::KeyRow;
use crate::domain::PersonId;
use crate::plain::numbers::Whom;
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::{self, Cell, Column, Form};
use crate::plain::words::{Words, iso};
use crate::plain::{Out, Place, Problem};

/// List the keys that give access
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct List {
    /// The person, by name or P-number [default: everybody, or yourself]
    who: Option<Whom>,
    #[command(flatten)]
    form: Form,
}

/// The columns of keys.
const COLUMNS: [Column; 6] = [
    Column::new("column-fingerprint"),
    Column::new("column-algorithm").spare(),
    Column::new("column-person"),
    Column::new("column-key-state"),
    Column::new("column-added").spare(),
    Column::text("column-name"),
];

impl InWords for List {
    const NEEDS: Needs = Needs::Nothing;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let words = Words::new(place, place.me()?);
        let mut list = table::List::new(place, &self.form, &COLUMNS, out);
        let mut any = false;
        for (person, owner) in owners(place, self.who.as_ref())? {
            for key in keys_of(place, person)? {
                any = true;
                let json = || row_json(person, &owner, &key);
                list.row(json, || cells(&words, &owner, &key)).await;
            }
        }
        list.end().await;
        if !any {
            out.note(&place.says("said-no-keys", &[])).await;
        }
        Ok(())
    }
}

fn cells(words: &Words, owner: &str, key: &KeyRow) -> [Cell; 6] {
    let (state, said) = match key.revoked {
        Some(_) => ("revoked", "state-revoked"),
        None => ("active", "state-active"),
    };
    [
        Cell::plain(key.fingerprint.as_str()),
        Cell::plain(key.algorithm.short()),
        Cell::plain(owner),
        Cell::named(state, words.text(said)),
        Cell::at(words, key.added_at),
        Cell::plain(&key.name),
    ]
}

fn row_json(person: PersonId, owner: &str, key: &KeyRow) -> Value {
    json!({
        "fingerprint": key.fingerprint.to_string(),
        "algorithm": key.algorithm.key(),
        "person": person.to_string(),
        "owner": owner,
        "name": key.name,
        "active": key.revoked.is_none(),
        "added": iso(key.added_at),
        "added_by": key.added_by,
        "revoked": key.revoked.map(iso),
    })
}
