//! The list of people: its columns, and how a line says what it has to say. Never colour alone.

use super::{PeoplePane, roles};
use crate::desk::views::PersonRow;
use crate::ui::frame::Listing;
use crate::ui::kit::columns::Column;
use crate::ui::kit::list_view::{Cell, Row};
use crate::ui::kit::look::Look;

/// Sign, name, roles, keys, state. The state goes first when it is narrow (the sign and the card say it
/// too), then the roles.
const COLUMNS: [Column; 5] = [
    Column::fixed(1),
    Column::flexible(14, 24),
    Column::flexible(16, 30).drops(1),
    Column::fixed(7).right(),
    Column::fixed(13).drops(2),
];

impl PeoplePane {
    /// What stands around the list.
    pub(super) fn around(&self, look: &Look<'_>) -> Listing {
        Listing {
            title: look
                .texts
                .with("people-title", &[("n", self.inside.into())]),
            right: None,
            hint: "people-filter-hint",
            columns: &COLUMNS,
            empty: look.texts.get("empty-people").into_owned(),
        }
    }

    /// One line; `×` stands before who may not enter.
    pub(super) fn line(&self, row: &PersonRow, look: &Look<'_>) -> Row {
        let theme = look.theme;
        let count = |id: &str, n: usize| match n {
            0 => String::new(),
            n => look.texts.with(id, &[("n", n.into())]),
        };
        let (sign, state) = if row.active {
            let invited = count("people-invitations", row.invitations);
            (" ", Cell::styled(invited, theme.accent))
        } else {
            ("×", Cell::styled(look.texts.get("people-out"), theme.muted))
        };
        let keys = Cell::styled(count("people-keys", row.keys), theme.muted);
        Row {
            cells: vec![
                Cell::styled(sign, theme.muted),
                Cell::new(row.name.clone()),
                Cell::styled(roles(row, &self.frame.ctx), theme.muted),
                keys,
                state,
            ],
            marked: false,
            style: if row.active { theme.text } else { theme.muted },
        }
    }
}
