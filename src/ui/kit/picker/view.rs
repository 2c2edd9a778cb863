//! How a box to choose from looks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Picker;
use crate::ui::kit::columns::Column;
use crate::ui::kit::frame::Panel;
use crate::ui::kit::list_view::{Cell, ListView, Row, scrollbar};
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;

impl Picker {
    /// Draws the box over `screen`.
    pub fn view(&self, screen: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let (width, height) = self.size(screen);
        let hint = match self.several {
            true => look.texts.get("kit-picker-several"),
            false => look.texts.get("kit-picker-one"),
        };
        let marked = match self.marks.len() {
            0 => String::new(),
            n => look.texts.with("kit-chosen", &[("n", n.into())]),
        };
        let panel = Panel {
            title: &self.title,
            right: &marked,
            bottom: &hint,
            focused: true,
        };
        let inner = panel.popup(screen, width, height, buf, look);
        self.line
            .view(inner, buf, look, &look.texts.get("kit-picker-type"), true);
        let rule = paint::row(inner, 1);
        paint::text(
            buf,
            rule,
            &"─".repeat(usize::from(rule.width)),
            look.theme.border,
        );
        let rows = self.rows(screen);
        let mut viewport = self.viewport;
        viewport.fit(self.len(), usize::from(rows.height));
        let detail = self.longest.1;
        let columns = [
            Column::text(10),
            Column::between(detail.min(12), detail).right().from(10),
        ];
        let columns = if detail == 0 { &columns[..1] } else { &columns };
        let nothing = look.texts.get("kit-picker-nothing");
        let list = ListView {
            columns,
            viewport,
            focused: true,
            empty: &nothing,
        };
        list.view(rows, buf, look, |i| self.row(i, look));
        let border = Rect {
            x: inner.right().saturating_add(1),
            width: 1,
            ..rows
        };
        scrollbar(border, buf, look, &viewport);
    }

    pub(super) fn row(&self, position: usize, look: &Look<'_>) -> Row {
        let Some(hit) = self.hits.get(position) else {
            let label = look.texts.with(
                "kit-picker-new",
                &[("name", self.line.text().trim().into())],
            );
            return Row {
                cells: vec![Cell::styled(label, look.theme.accent)],
                ..Row::default()
            };
        };
        let Some(choice) = self.candidates.get(hit.index) else {
            return Row::default();
        };
        let label = Cell {
            hits: hit.letters.clone(),
            ..Cell::new(choice.label.as_str())
        };
        let detail = Cell::styled(choice.detail.as_str(), look.theme.muted);
        Row {
            cells: vec![label, detail],
            marked: self.marks.contains(&hit.index),
            ..Row::default()
        }
    }
}
