//! The list of people: its columns, and how a line says what it has to say. Never colour alone.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Focus, PeoplePane};
use crate::desk::views::PersonRow;
use crate::ui::kit::columns::Column;
use crate::ui::kit::frame::Panel;
use crate::ui::kit::list_view::{Cell, ListView, Row, filter_line, rows_area, scrollbar};
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
    pub(super) fn view_list(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let focused = self.focus == Focus::List;
        let inside = self.people.iter().filter(|row| row.active).count();
        let title = look.texts.with("people-title", &[("n", inside.into())]);
        let position = self.list.viewport.position();
        let panel = Panel {
            title: &title,
            right: &position,
            bottom: "",
            focused,
        };
        let inner = panel.view(area, buf, look);
        if self.filter_shown() {
            let hint = look.texts.get("people-filter-hint");
            filter_line(inner, buf, look, &self.filter, &hint, self.filtering);
        }
        let rows = rows_area(area, self.filter_shown());
        let mut viewport = self.list.viewport;
        viewport.height = usize::from(rows.height);
        let empty = look.texts.get("empty-people");
        let view = ListView {
            columns: &COLUMNS,
            viewport,
            focused,
            empty: &empty,
        };
        view.view(rows, buf, look, |position| {
            let id = self.shown.get(position);
            let row = id.and_then(|id| self.people.iter().find(|row| row.id == *id));
            row.map(|row| self.line(row, look)).unwrap_or_default()
        });
        let edge = Rect {
            x: area.right().saturating_sub(1),
            width: 1,
            ..rows
        };
        scrollbar(edge, buf, look, &viewport);
    }

    /// One line; `×` stands before who may not enter.
    fn line(&self, row: &PersonRow, look: &Look<'_>) -> Row {
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
                Cell::styled(self.roles(row), theme.muted),
                keys,
                state,
            ],
            marked: false,
            style: if row.active { theme.text } else { theme.muted },
        }
    }
}
