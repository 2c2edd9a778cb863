//! The list of quotations: its columns, and how a line says what it has to say. Never colour alone.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Focus, OfficePane};
use crate::desk::views::{QuotationRow, TurnOf};
use crate::ui::kit::columns::Column;
use crate::ui::kit::frame::Panel;
use crate::ui::kit::list_view::{Cell, ListView, Row, filter_line, rows_area, scrollbar};
use crate::ui::kit::look::Look;

/// Sign, when, number, client, stage, turn, total. The total goes first when it is narrow, then the stage;
/// whose turn it is stays.
const COLUMNS: [Column; 7] = [
    Column::fixed(1),
    Column::fixed(9).right(),
    Column::fixed(6),
    Column::flexible(14, 28),
    Column::fixed(16).drops(1),
    Column::fixed(16),
    Column::fixed(13).right().drops(2),
];

impl OfficePane {
    pub(super) fn view_list(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let focused = self.focus == Focus::List;
        let title = if self.as_client() {
            look.texts.get("office-title-client").into_owned()
        } else {
            let live = self.rows.iter().filter(|row| row.live).count();
            look.texts.with("office-title", &[("n", live.into())])
        };
        let position = self.list.viewport.position();
        let panel = Panel {
            title: &title,
            right: &position,
            bottom: "",
            focused,
        };
        let inner = panel.view(area, buf, look);
        if self.filter_shown() {
            let hint = look.texts.get("office-filter-hint");
            filter_line(inner, buf, look, &self.filter, &hint, self.filtering);
        }
        let rows = rows_area(area, self.filter_shown());
        let mut viewport = self.list.viewport;
        viewport.height = usize::from(rows.height);
        let empty = match (self.as_client(), self.rows.is_empty()) {
            (_, false) => look.texts.get("empty-office-filter"),
            (true, true) => look.texts.get("empty-office-client"),
            (false, true) => look.texts.get("empty-office"),
        };
        let view = ListView {
            columns: &COLUMNS,
            viewport,
            focused,
            empty: &empty,
        };
        view.view(rows, buf, look, |position| {
            let id = self.shown.get(position);
            let row = id.and_then(|id| self.rows.iter().find(|row| row.id == *id));
            row.map(|row| self.line(row, look)).unwrap_or_default()
        });
        let edge = Rect {
            x: area.right().saturating_sub(1),
            width: 1,
            ..rows
        };
        scrollbar(edge, buf, look, &viewport);
    }

    /// One line; `!` stands before what is overdue, `▸` before what waits for the one who looks, `**` behind
    /// who signed.
    fn line(&self, row: &QuotationRow, look: &Look<'_>) -> Row {
        let (theme, teller) = (look.theme, self.ctx.teller());
        let mine = row.turn == TurnOf::You;
        let (sign, style) = match (row.overdue, mine) {
            (true, _) => ("!", theme.late),
            (false, true) => ("▸", theme.accent),
            (false, false) => (" ", theme.muted),
        };
        let due = row.due.filter(|_| row.live);
        let when = due.map(|at| teller.relative(at)).unwrap_or_default();
        let signed = if row.stage == "accepted" { " **" } else { "" };
        let client = match self.as_client() {
            true => row.subject.clone(),
            false => format!("{}{signed}", row.organisation),
        };
        let total = row.total.map(|total| teller.money(total));
        Row {
            cells: vec![
                Cell::styled(sign, style),
                Cell::styled(when, if row.overdue { theme.late } else { theme.muted }),
                Cell::styled(row.id.to_string(), theme.muted),
                Cell::new(client),
                Cell::styled(teller.quotation_stage(row.stage, row.round), theme.muted),
                Cell::styled(
                    teller.turn_of(&row.turn),
                    if mine { theme.accent } else { theme.muted },
                ),
                Cell::styled(total.unwrap_or_default(), theme.text),
            ],
            marked: false,
            style: if row.live { theme.text } else { theme.muted },
        }
    }
}
