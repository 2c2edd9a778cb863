//! How the editor looks: the text with its cursor and selection, and a line below it that says what cannot be seen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{CURSOR, Editor, Full, MOST_LINES, SELECTION};
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;

impl Editor {
    /// Draws the text in `area`; `hint` while it is empty. Only a `focused` editor shows its
    /// cursor. A line below the text says what is invisible in it, or that it is full.
    pub fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>, hint: &str, focused: bool) {
        let area = area.intersection(buf.area);
        let notice = self.notice(look);
        let below = u16::from(notice.is_some() && area.height > 1);
        let page = Rect {
            height: area.height - below,
            ..area
        };
        if page.is_empty() {
            return;
        }
        paint::fill(buf, page, look.theme.text);
        ratatui::widgets::Widget::render(&self.area, page, buf);
        let mut cursor = None;
        for position in page.positions() {
            let Some(cell) = buf.cell_mut(position) else {
                continue;
            };
            let marks = cell.modifier;
            cell.modifier.remove(CURSOR | SELECTION);
            if marks.contains(SELECTION) {
                cell.set_style(look.theme.selection);
            }
            if marks.contains(CURSOR) && focused {
                cell.set_style(look.theme.cursor);
                cursor = cursor.or(Some(position));
            }
        }
        if let Some(at) = cursor {
            look.cursor.put(at);
        }
        paint::seal_area(buf, page);
        if self.is_empty() {
            paint::text(
                buf,
                paint::from(page, u16::from(focused)),
                hint,
                look.theme.faint,
            );
        }
        if let Some(words) = notice {
            paint::text(buf, paint::row(area, page.height), &words, look.theme.soon);
        }
    }

    fn notice(&self, look: &Look<'_>) -> Option<String> {
        match self.full {
            Some(Full::Bytes) => Some(look.texts.get("kit-editor-full").into_owned()),
            Some(Full::Lines) => {
                let most = look
                    .formats
                    .number(i64::try_from(MOST_LINES).unwrap_or(i64::MAX));
                Some(
                    look.texts
                        .with("kit-editor-lines", &[("most", most.into())]),
                )
            }
            None => self.hidden.first().map(|&c| {
                let code = format!("U+{:04X}", u32::from(c));
                look.texts.with(
                    "kit-editor-hidden",
                    &[("n", self.hidden.len().into()), ("code", code.into())],
                )
            }),
        }
    }
}
