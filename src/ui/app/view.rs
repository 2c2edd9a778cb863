//! Drawing the whole screen: what lies where. Never changes anything.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Above, App, Stage};
use crate::desk::views::Me;
use crate::text::fit;
use crate::ui::kit::footer::Footer;
use crate::ui::kit::frame;
use crate::ui::kit::look::{Cursor, Look};
use crate::ui::kit::paint;
use crate::ui::kit::toast::Tone;

impl App {
    /// Draws everything, the cursor as a cell too. Yields where it is: the terminal's own stands there.
    pub fn view(&self, buf: &mut Buffer) -> Option<Position> {
        let area = self.area.intersection(buf.area);
        let cursor = Cursor::default();
        let look = self.look(&cursor);
        paint::fill(buf, area, look.theme.screen);
        if frame::too_small(area) {
            frame::view_too_small(area, buf, &look);
            paint::seal(buf);
            return None;
        }
        match &self.stage {
            Stage::Entrance(entrance) => entrance.view(area, buf, &look),
            Stage::Gone => {}
            Stage::Inside { ctx, panes, open } => {
                let me = &ctx.me;
                self.header().view(paint::row(area, 0), buf, &look);
                self.house_name(me, buf, &look);
                if let Some(pane) = panes.get(*open) {
                    pane.view(self.body(), buf, &look);
                }
                self.view_footer(me, area, buf, &look);
                match &self.above {
                    Some(Above::Help(help)) => help.view(area, buf, &look),
                    Some(Above::Palette(palette)) => palette.view(area, buf, &look),
                    Some(Above::Tour(tour)) => tour.view(area, buf, &look),
                    Some(Above::Leading(leading)) => leading.view(area, self.now, buf, &look),
                    Some(Above::Visited(visited)) => visited.view(area, buf, &look),
                    None => {}
                }
            }
        }
        paint::seal(buf);
        cursor.at()
    }

    /// The house at the right of the header: real or sample, one should always know.
    fn house_name(&self, me: &Me, buf: &mut Buffer, look: &Look<'_>) {
        let sample = if me.sample {
            format!(" · {}", self.texts.get("sample-house"))
        } else {
            String::new()
        };
        let words = format!("{}{sample} ", me.house);
        let width = paint::columns(&words).min(self.area.width / 2);
        let style = if me.sample {
            look.theme.soon
        } else {
            look.theme.muted
        };
        let at = Rect {
            x: self.area.width.saturating_sub(width),
            y: 0,
            width,
            height: 1,
        };
        paint::text(buf, at, &words, style);
    }

    fn view_footer(&self, me: &Me, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let toast = self.said();
        let trouble = me.trouble.as_deref();
        let entries = self.footer_entries();
        let message = trouble.or(toast.map(|t| t.words.as_str()));
        let mut footer = Footer {
            entries: &entries,
            message: message.unwrap_or_default(),
            refusal: trouble.is_some() || toast.is_some_and(|t| t.tone == Tone::Refused),
            who: &me.name,
        };
        let bottom = area.height.saturating_sub(1);
        let above = Rect {
            height: bottom,
            ..area
        };
        let read = trouble.is_none() && self.read >= self.toasts.count();
        if view_long(&footer, above, read, buf, look) {
            // It stands there once, and whole.
            footer.message = "";
        }
        footer.view(paint::row(area, bottom), buf, look);
    }
}

/// Draws a message too long for the footer, whole, in the rows above it, until a key says that it was `read`: its
/// end is where the remedy or the undo stands. Yields whether it is so long.
fn view_long(
    footer: &Footer<'_>,
    above: Rect,
    read: bool,
    buf: &mut Buffer,
    look: &Look<'_>,
) -> bool {
    let width = above.width.saturating_sub(2);
    let room = if footer.refusal {
        width.saturating_sub(2)
    } else {
        above.width * 2 / 3
    };
    let safe = paint::safe(footer.message, width.saturating_mul(4));
    if paint::columns(&safe) <= room {
        return false;
    }
    if read {
        return true;
    }
    let style = if footer.refusal {
        look.theme.soon
    } else {
        look.theme.toast
    };
    let lines = fit::wrap(&safe, usize::from(width));
    let rows = u16::try_from(lines.len()).unwrap_or(4).min(4);
    for (n, line) in (0..rows).zip(lines) {
        let at = paint::row(above, above.height.saturating_sub(rows - n));
        paint::fill(buf, at, look.theme.footer);
        paint::text(buf, paint::from(at, 1), line, style);
    }
    true
}
