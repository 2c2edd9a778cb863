//! The header: one tab per pane with what waits for *you*: what is late and ours, then how many in all (`3! · 40`),
//! `●` unread. Gives up words before it gives up figures, and figures before keys, as the screen narrows.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::keys::{Mouse, MouseKind};
use super::look::Look;
use super::paint;

/// One pane in the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// The digit that goes there; a letter behind `,` for a place that has none; a blank where nothing leads there but
    /// another place.
    pub key: char,
    /// Its name.
    pub label: String,
    /// What waits there; 0 is not shown.
    pub count: u64,
    /// How much of it is late, and ours to do.
    pub late: u64,
    /// Whether something there is unread.
    pub unread: bool,
}

impl Tab {
    /// Returns what waits there: what is late, and, where there is room for it, how many in all; empty: nothing does.
    fn waits(&self, roomy: bool) -> String {
        let many = |n: u64| match n {
            n if n > 999 => "999+".to_owned(),
            n => n.to_string(),
        };
        let sign = self.sign();
        match (self.late, self.count) {
            (0, 0) => sign.to_owned(),
            (0, count) => format!("{}{sign}", many(count)),
            (late, count) if late < count && roomy => {
                format!("{}! · {}", many(late), many(count))
            }
            (late, _) => format!("{}!", many(late)),
        }
    }

    /// Returns the sign of what is unread there.
    fn sign(&self) -> &'static str {
        if self.unread { "●" } else { "" }
    }

    /// Returns its name and what waits there.
    pub fn words(&self) -> String {
        format!("{} {}", self.label, self.waits(true))
            .trim_end()
            .to_owned()
    }
}

/// The header and which tab is open.
#[derive(Debug, Clone, Default)]
pub struct Header {
    /// In the order of their digits.
    pub tabs: Vec<Tab>,
    /// The key of the open one.
    pub current: Option<char>,
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
        paint::tint(buf, area, look.theme.header);
        let (form, gap) = self.form(area.width);
        for (tab, at) in self.tabs.iter().zip(self.places(area, form, gap)) {
            let current = Some(tab.key) == self.current;
            let ground = if current {
                look.theme.header_current
            } else {
                look.theme.header
            };
            paint::tint(buf, at, ground);
            let (label, count) = self.words(tab, form);
            let digit = if current {
                ground
            } else {
                ground.patch(look.theme.key)
            };
            let badge = match tab.unread {
                true => look.theme.accent,
                false => look.theme.badge,
            };
            // What is late is red; how many there are in all is not.
            let (late, rest) = match (tab.late > 0, count.find('!')) {
                (true, Some(at)) => count.split_at(at + 1),
                _ => ("", count.as_str()),
            };
            let (blank, late) = late.split_at(late.len() - late.trim_start().len());
            // Where one is can be told without colour.
            let here = if current { "▌" } else { " " };
            let key = key_of(tab);
            let parts = [
                (here, ground.patch(look.theme.accent)),
                (key.as_str(), digit),
                (label.as_str(), ground),
                (blank, ground),
                (late, ground.patch(look.theme.late)),
                (rest, ground.patch(badge)),
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

    /// The key of the tab a press hit.
    pub fn hit(&self, mouse: &Mouse, area: Rect) -> Option<char> {
        let (form, gap) = self.form(area.width);
        let places = self.places(paint::row(area, 0), form, gap);
        let hit = self
            .tabs
            .iter()
            .zip(places)
            .find(|(_, at)| mouse.within(*at));
        hit.filter(|_| mouse.kind == MouseKind::Press)
            .map(|(tab, _)| tab.key)
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
        2 + paint::columns(&key_of(tab)) + paint::columns(&label) + paint::columns(&count)
    }

    /// The label and the count as this form writes them, each with its blank before it.
    fn words(&self, tab: &Tab, form: Form) -> (String, String) {
        let current = Some(tab.key) == self.current;
        let label = paint::safe(&tab.label, 40);
        let count = tab.waits(form == Form::Full);
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
            Form::Figures | Form::Bare if tab.late > 0 => (String::new(), "!".to_owned()),
            Form::Figures | Form::Bare => (String::new(), tab.sign().to_owned()),
        }
    }
}

/// The key as it is pressed.
fn key_of(tab: &Tab) -> String {
    match tab.key {
        ' ' => ",".to_owned(),
        digit if digit.is_ascii_digit() => digit.to_string(),
        letter => format!(",{letter}"),
    }
}

#[cfg(test)]
#[path = "header_tests.rs"]
mod tests;
