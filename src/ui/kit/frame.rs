//! The frame around every pane: panels, boxes above them, and the words for a screen that is
//! too small. Never knows what is inside.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;

use super::look::Look;
use super::paint;

/// The least screen that can be worked on.
pub const LEAST: (u16, u16) = (40, 10);

/// A bordered place with a title and something short at its right, `12/214` say.
#[derive(Debug, Clone, Copy, Default)]
pub struct Panel<'a> {
    /// At the left of the upper border.
    pub title: &'a str,
    /// At its right.
    pub right: &'a str,
    /// In the lower border, right.
    pub bottom: &'a str,
    /// Whether it has the keys.
    pub focused: bool,
}

impl Panel<'_> {
    /// What is inside the border of `area`.
    pub fn inner(area: Rect) -> Rect {
        Rect {
            x: area.x.saturating_add(1),
            y: area.y.saturating_add(1),
            width: area.width.saturating_sub(2),
            height: area.height.saturating_sub(2),
        }
    }

    /// Draws the border and titles; gives what is inside.
    pub fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) -> Rect {
        let border = if self.focused {
            look.theme.border_focused
        } else {
            look.theme.border
        };
        self.draw(area, buf, look, border)
    }

    /// The same beside another panel: the one that has the keys says so before its title, whatever the colours.
    pub fn view_beside(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) -> Rect {
        let inner = self.view(area, buf, look);
        if self.focused && !self.title.is_empty() && area.width >= 6 {
            let at = Rect {
                x: area.x + 2,
                width: 1,
                height: 1,
                ..area
            };
            paint::text(buf, at, "▌", look.theme.accent);
        }
        inner
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>, border: Style) -> Rect {
        let area = area.intersection(buf.area);
        paint::border(buf, area, border);
        if area.width < 6 || area.height < 2 {
            return Self::inner(area);
        }
        let top = Rect {
            x: area.x + 2,
            width: area.width - 4,
            height: 1,
            ..area
        };
        let right = paint::columns(&paint::safe(self.right, top.width)).saturating_add(2);
        let right_fits = !self.right.is_empty() && right + 8 <= top.width;
        let taken = if right_fits { right } else { 0 };
        let title_style = if self.focused {
            look.theme.title
        } else {
            look.theme.text
        };
        inset(
            buf,
            Rect {
                width: top.width - taken,
                ..top
            },
            self.title,
            title_style,
            Alignment::Left,
        );
        if right_fits {
            inset(buf, top, self.right, look.theme.muted, Alignment::Right);
        }
        let bottom = Rect {
            y: area.bottom() - 1,
            ..top
        };
        inset(buf, bottom, self.bottom, look.theme.muted, Alignment::Right);
        Self::inner(area)
    }

    /// A box above everything: `width` × `height` at most, in the middle of `screen`. Gives what
    /// is inside, with a column of air on each side.
    pub fn popup(
        &self,
        screen: Rect,
        width: u16,
        height: u16,
        buf: &mut Buffer,
        look: &Look<'_>,
    ) -> Rect {
        let area = paint::centred(screen, width, height);
        look.cursor.hide();
        paint::fill(buf, area, look.theme.popup);
        self.draw(area, buf, look, look.theme.border_focused);
        Self::popup_inner(screen, width, height)
    }

    /// What is inside a box that [`Panel::popup`] would draw.
    pub fn popup_inner(screen: Rect, width: u16, height: u16) -> Rect {
        let inner = Self::inner(paint::centred(screen, width, height));
        Rect {
            x: inner.x.saturating_add(1),
            width: inner.width.saturating_sub(2),
            ..inner
        }
    }
}

/// Words set into a border with a blank on each side.
fn inset(buf: &mut Buffer, area: Rect, words: &str, style: Style, to: Alignment) {
    if words.is_empty() || area.width < 4 {
        return;
    }
    let safe = paint::safe(words, area.width);
    let shown = crate::text::fit::clip(&safe, usize::from(area.width - 2));
    paint::aligned(buf, area, &format!(" {shown} "), style, to);
}

/// Whether `area` is too small to work on.
pub fn too_small(area: Rect) -> bool {
    area.width < LEAST.0 || area.height < LEAST.1
}

/// Says so, with the sizes.
pub fn view_too_small(area: Rect, buf: &mut Buffer, look: &Look<'_>) {
    let (width, height) = LEAST;
    paint::fill(buf, area, look.theme.screen);
    let words = look.texts.with(
        "kit-too-small",
        &[
            ("width", u32::from(width).into()),
            ("height", u32::from(height).into()),
            ("have-width", u32::from(area.width).into()),
            ("have-height", u32::from(area.height).into()),
        ],
    );
    super::list_view::empty(area, buf, look, &words);
}
