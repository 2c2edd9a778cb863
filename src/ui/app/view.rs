//! Drawing the whole screen: what lies where. Never changes anything.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Position, Rect};

use super::{Above, App, Stage};
use crate::desk::views::Me;
use crate::text::fit;
use crate::text::sanitise::clean_line;
use crate::ui::kit::footer::Footer;
use crate::ui::kit::frame;
use crate::ui::kit::look::{Cursor, Look};
use crate::ui::kit::paint;
use crate::ui::kit::toast::Tone;

impl App {
    /// Draws everything, the cursor as a cell too. Yields where it is: the terminal's own stands there.
    pub fn view(&self, buf: &mut Buffer) -> Option<Position> {
        paint::fill(buf, self.area, self.theme.screen);
        let cursor = self.put(buf);
        paint::seal(buf);
        cursor
    }

    /// The same on a new screen of this size, for whoever seals each cell before it reaches a terminal.
    pub(crate) fn draw(&self, area: Rect) -> (Buffer, Option<Position>) {
        let mut buf = paint::blank(area, self.theme.screen);
        if area != self.area {
            buf = Buffer::empty(area);
            paint::tint(&mut buf, self.area, self.theme.screen);
        }
        let cursor = self.put(&mut buf);
        (buf, cursor)
    }

    /// Draws everything on the ground of the screen.
    fn put(&self, buf: &mut Buffer) -> Option<Position> {
        let area = self.area.intersection(buf.area);
        let cursor = Cursor::default();
        let look = self.look(&cursor);
        if frame::too_small(area) {
            frame::view_too_small(area, buf, &look);
            return None;
        }
        match &self.stage {
            Stage::Entrance(entrance) => entrance.view(area, buf, &look),
            Stage::Gone => {}
            Stage::Inside { ctx, panes, open } => {
                let me = &ctx.me;
                let header = self.header();
                header.view(paint::row(area, 0), buf, &look);
                let rest = paint::from(paint::row(area, 0), header.used(area.width));
                self.house_name(me, rest, buf, &look);
                if let Some(pane) = panes.get(*open) {
                    pane.view(self.body(), buf, &look);
                }
                self.view_footer(me, area, buf, &look);
                self.view_tour(area, buf, &look);
                match &self.above {
                    Some(Above::Help(help)) => help.view(area, buf, &look),
                    Some(Above::Palette(palette)) => palette.view(area, buf, &look),
                    Some(Above::Leading(leading)) => leading.view(area, self.now, buf, &look),
                    Some(Above::Visited(visited)) => visited.view(area, buf, &look),
                    Some(Above::Cast(cast)) => cast.view(area, buf, &look),
                    None => {}
                }
            }
        }
        cursor.at()
    }

    /// The tour, unless something is asked or typed: that is what one is at.
    fn view_tour(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let typing = self.pane().is_some_and(|pane| pane.typing());
        if let Some(tour) = self
            .tour
            .as_ref()
            .filter(|_| !typing && self.above.is_none())
        {
            tour.view(area, &self.footer_entries(), buf, look);
        }
    }

    /// The house at the right of what the tabs leave of the header, as much as fits: that it is the sample house
    /// before its name, for one should always know.
    fn house_name(&self, me: &Me, rest: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let name = fit::clip(&clean_line(&me.house), 40).into_owned();
        let sample = self.texts.get("sample-house");
        let (forms, style) = match me.sample {
            true => (
                vec![format!("{name} · {sample}"), sample.into_owned()],
                look.theme.soon,
            ),
            false => (vec![name], look.theme.muted),
        };
        let rest = Rect {
            width: rest.width.saturating_sub(1),
            ..rest
        };
        let room = |words: &&String| paint::columns(words) < rest.width;
        if let Some(words) = forms.iter().find(room) {
            paint::aligned(buf, rest, words, style, Alignment::Right);
        }
    }

    fn view_footer(&self, me: &Me, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let toast = self.said();
        let trouble = me.trouble.as_deref();
        let offers = self.offers();
        let message = trouble.or(toast.map(|t| t.words.as_str()));
        let mut footer = Footer {
            entries: &offers,
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
        // What one is told once stays, if only in part, until its time is over.
        let stays = read && toast.is_some_and(|toast| toast.tone == Tone::Told);
        if !stays && view_long(&footer, above, read, buf, look) {
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
