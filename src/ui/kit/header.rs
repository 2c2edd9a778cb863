//! The header: one tab per pane with what waits for *you* (`●` unread, `!` overdue). Gives up
//! words before it gives up figures, and figures before keys, as the screen narrows.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::keys::{Mouse, MouseKind};
use super::look::Look;
use super::paint;

/// What a tab's count is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Flag {
    /// Nothing pressing.
    #[default]
    None,
    /// Something is unread.
    Unread,
    /// Something is overdue.
    Overdue,
}

impl Flag {
    const fn sign(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Unread => "●",
            Self::Overdue => "!",
        }
    }
}

/// One pane in the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// The digit that goes there, 1 to 9, then 0.
    pub digit: u8,
    /// Its name.
    pub label: String,
    /// What waits there; 0 is not shown.
    pub count: u64,
    /// Whether some of it is pressing.
    pub flag: Flag,
}

impl Tab {
    /// Returns what waits there, with its sign; empty: nothing does.
    fn waits(&self) -> String {
        match (self.count, self.flag) {
            (0, flag) => flag.sign().to_owned(),
            (n, flag) if n > 999 => format!("999+{}", flag.sign()),
            (n, flag) => format!("{n}{}", flag.sign()),
        }
    }

    /// Returns its name and what waits there.
    pub fn words(&self) -> String {
        format!("{} {}", self.label, self.waits())
            .trim_end()
            .to_owned()
    }
}

/// The header and which tab is open.
#[derive(Debug, Clone, Default)]
pub struct Header {
    /// In the order of their digits.
    pub tabs: Vec<Tab>,
    /// The digit of the open one.
    pub current: u8,
}

/// How much of a tab is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// ` 1 Inbox 12 `
    Full,
    /// The open one in full, `4 Interv… 2` for the rest.
    Short(u16),
    /// The open one in full, ` 4·2!` for the rest.
    Figures,
    /// The open one in full, ` 4!` for the rest.
    Bare,
}

impl Header {
    /// Draws it in the first row of `area`.
    pub fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let area = paint::row(area, 0);
        buf.set_style(area.intersection(buf.area), look.theme.header);
        let (form, gap) = self.form(area.width);
        for (tab, at) in self.tabs.iter().zip(self.places(area, form, gap)) {
            let current = tab.digit == self.current;
            let ground = if current {
                look.theme.header_current
            } else {
                look.theme.header
            };
            buf.set_style(at.intersection(buf.area), ground);
            let (label, count) = self.words(tab, form);
            let digit = if current {
                ground
            } else {
                ground.patch(look.theme.key)
            };
            let badge = match tab.flag {
                Flag::Overdue => look.theme.late,
                Flag::Unread => look.theme.accent,
                Flag::None => look.theme.badge,
            };
            // Where one is can be told without colour.
            let here = if current { "▌" } else { " " };
            let digits = tab.digit.to_string();
            let parts = [
                (here, ground.patch(look.theme.accent)),
                (digits.as_str(), digit),
                (label.as_str(), ground),
                (count.as_str(), ground.patch(badge)),
            ];
            paint::pieces(buf, at, &parts);
        }
    }

    /// The columns its tabs take of `width`.
    pub fn used(&self, width: u16) -> u16 {
        let (form, gap) = self.form(width);
        let wide = |tab: &Tab| u32::from(self.wide(tab, form) + gap);
        let used: u32 = self.tabs.iter().map(wide).sum();
        u16::try_from(used).unwrap_or(u16::MAX).min(width)
    }

    /// The digit of the tab a press hit.
    pub fn hit(&self, mouse: &Mouse, area: Rect) -> Option<u8> {
        let (form, gap) = self.form(area.width);
        let places = self.places(paint::row(area, 0), form, gap);
        let hit = self
            .tabs
            .iter()
            .zip(places)
            .find(|(_, at)| mouse.within(*at));
        hit.filter(|_| mouse.kind == MouseKind::Press)
            .map(|(tab, _)| tab.digit)
    }

    /// The fullest form, and the widest gap, that fit.
    fn form(&self, width: u16) -> (Form, u16) {
        let forms = [
            Form::Full,
            Form::Short(9),
            Form::Short(7),
            Form::Figures,
            Form::Bare,
        ];
        for form in forms {
            for gap in [1, 0] {
                let wide: u32 = self
                    .tabs
                    .iter()
                    .map(|t| u32::from(self.wide(t, form) + gap))
                    .sum();
                if wide <= u32::from(width) {
                    return (form, gap);
                }
            }
        }
        (Form::Bare, 0)
    }

    fn places(&self, area: Rect, form: Form, gap: u16) -> Vec<Rect> {
        let mut x = 0;
        let mut places = Vec::with_capacity(self.tabs.len());
        for tab in &self.tabs {
            let rest = paint::from(area, x);
            let width = self.wide(tab, form).min(rest.width);
            places.push(Rect { width, ..rest });
            x = x.saturating_add(width + gap);
        }
        places
    }

    fn wide(&self, tab: &Tab, form: Form) -> u16 {
        let (label, count) = self.words(tab, form);
        3 + paint::columns(&label) + paint::columns(&count)
    }

    /// The label and the count as this form writes them, each with its blank before it.
    fn words(&self, tab: &Tab, form: Form) -> (String, String) {
        let current = tab.digit == self.current;
        let label = paint::safe(&tab.label, 40);
        let count = tab.waits();
        let spaced = |text: &str| {
            if text.is_empty() {
                String::new()
            } else {
                format!(" {text}")
            }
        };
        match form {
            Form::Full => (spaced(&label), spaced(&count)),
            Form::Short(_) | Form::Figures | Form::Bare if current => {
                (spaced(&crate::text::fit::clip(&label, 14)), spaced(&count))
            }
            Form::Short(room) => (
                spaced(&crate::text::fit::clip(&label, usize::from(room))),
                spaced(&count),
            ),
            Form::Figures if tab.count > 0 => (String::new(), format!("·{count}")),
            Form::Figures | Form::Bare => (String::new(), tab.flag.sign().to_owned()),
        }
    }
}

#[cfg(test)]
#[path = "header_tests.rs"]
mod tests;
