//! `person list`: who has access, and what they are.

use serde_json::json;

use crate::desk::views::{Colleague, PersonRow};
use crate::domain::Refusal;
use crate::domain::person::Permission;
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::{self, Cell, Column, Form};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

/// List the people who have access
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct List {
    #[command(flatten)]
    form: Form,
}

/// The columns of people.
const COLUMNS: [Column; 4] = [
    Column::new("column-person"),
    Column::new("column-name"),
    Column::new("column-access"),
    Column::text("column-roles"),
];

impl InWords for List {
    const NEEDS: Needs = Needs::OneOf(&[Permission::ReadInbox, Permission::ManagePeople]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let words = Words::new(place, place.me()?);
        let mut list = table::List::new(place, &self.form, &COLUMNS, out);
        for one in people(place)? {
            let Colleague {
                id,
                name,
                roles,
                active,
            } = one;
            let keys: Vec<&str> = roles.iter().map(|role| role.key()).collect();
            let json =
                || json!({"person": id.to_string(), "name": name, "active": active, "roles": keys});
            let cells = || {
                let said = roles
                    .iter()
                    .map(|role| words.text(&format!("role-{}", role.key())));
                let (state, said_state) = match active {
                    true => ("active", "state-open"),
                    false => ("disabled", "state-disabled"),
                };
                [
                    Cell::plain(id),
                    Cell::plain(&name),
                    Cell::named(state, words.text(said_state)),
                    Cell::named(keys.join(","), said.collect::<Vec<_>>().join(", ")),
                ]
            };
            list.row(json, cells).await;
        }
        list.end().await;
        Ok(())
    }
}

/// Who manages people sees everybody; colleagues see colleagues.
fn people(place: &Place) -> Result<Vec<Colleague>, Problem> {
    let (me, now) = (place.me()?, place.desk.now());
    let published = place.desk.published();
    if let Ok(rows) = published.people(me, now) {
        let row = |row: PersonRow| Colleague {
            id: row.id,
            name: row.name,
            roles: row.roles,
            active: row.active,
        };
        return Ok(rows.into_iter().map(row).collect());
    }
    let known = published.me(me, now);
    if !known.is_some_and(|me| me.may(Permission::ReadInbox)) {
        return Err(place.refused(&Refusal::NotPermitted(Permission::ManagePeople)));
    }
    Ok(published.colleagues(me))
}
