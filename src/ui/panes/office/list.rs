//! The list of quotations: its columns, and how a line says what it has to say. Never colour alone.

use super::OfficePane;
use crate::desk::views::QuotationStage;
use crate::desk::views::{QuotationRow, TurnOf};
use crate::ui::frame::{ListPane, Listing};
use crate::ui::kit::columns::Column;
use crate::ui::kit::list_view::{Cell, Row};
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
    /// What stands around the list.
    pub(super) fn around(&self, look: &Look<'_>) -> Listing {
        let title = match self.as_client() {
            true => look.texts.get("office-title-client").into_owned(),
            false => look.texts.with("office-title", &[("n", self.live.into())]),
        };
        let none = self.frame.browse.all().is_empty();
        let empty = match (self.as_client(), none) {
            (_, false) => "empty-office-filter",
            (true, true) => "empty-office-client",
            (false, true) => "empty-office",
        };
        Listing {
            title,
            right: None,
            hint: "office-filter-hint",
            columns: &COLUMNS,
            empty: look.texts.get(empty).into_owned(),
        }
    }

    /// One line; `!` stands before what is overdue and waits for the one who looks, `→` before what another is
    /// late with, `▸` before what waits for the one who looks, `**` behind who signed.
    pub(super) fn line(&self, row: &QuotationRow, look: &Look<'_>) -> Row {
        let (theme, teller) = (look.theme, self.ctx().teller());
        let mine = row.turn == TurnOf::You;
        let (sign, style) = match (row.overdue, mine) {
            (true, true) => ("!", theme.late),
            // Another is late: it is time to ask.
            (true, false) => ("→", theme.soon),
            (false, true) => ("▸", theme.accent),
            (false, false) => (" ", theme.muted),
        };
        let due = row.due.filter(|_| row.live);
        let when = due.map(|at| teller.relative(at)).unwrap_or_default();
        let signed = if row.stage == QuotationStage::Accepted {
            " **"
        } else {
            ""
        };
        let client = match self.as_client() {
            true => row.subject.clone(),
            false => format!("{}{signed}", row.organisation),
        };
        let total = row.total.map(|total| teller.money(total));
        Row {
            cells: vec![
                Cell::styled(sign, style),
                Cell::styled(when, if row.overdue { style } else { theme.muted }),
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
