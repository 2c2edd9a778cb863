//! What the kit's tests and the panes' tests stand on: a look in each language, and a buffer as
//! lines of text. Only compiled for tests.

use chrono::{DateTime, TimeZone};
use chrono_tz::Tz;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::depth::Depth;
use super::formats::Formats;
use super::look::{Cursor, Look};
use super::paint;
use super::texts::{Lang, Texts};
use super::theme::{Builtin, Theme};

/// Everything a `Look` borrows.
pub struct Bench {
    /// The dark theme in full colour.
    pub theme: Theme,
    /// The words.
    pub texts: Texts,
    /// Its forms.
    pub formats: Formats,
    /// Thu 3 Dec 2026, 14:00 in Paris.
    pub now: DateTime<Tz>,
    /// Where the cursor stood last.
    pub cursor: Cursor,
}

impl Bench {
    /// In one language.
    pub fn new(lang: Lang) -> Self {
        Self {
            theme: Theme::builtin(Builtin::Dark, Depth::TrueColour),
            texts: Texts::new(lang),
            formats: Formats::new(lang),
            now: chrono_tz::Europe::Paris
                .with_ymd_and_hms(2026, 12, 3, 14, 0, 0)
                .unwrap(),
            cursor: Cursor::default(),
        }
    }

    /// In English and in French.
    pub fn both() -> [Self; 2] {
        Lang::ALL.map(Self::new)
    }

    /// The look.
    pub fn look(&self) -> Look<'_> {
        Look {
            theme: &self.theme,
            texts: &self.texts,
            formats: &self.formats,
            now: self.now,
            cursor: &self.cursor,
        }
    }

    /// What `draw` draws on an empty screen of this size, as lines; checks that no cell could
    /// steer a terminal and that no text is missing.
    pub fn screen(
        &self,
        width: u16,
        height: u16,
        draw: impl FnOnce(Rect, &mut Buffer, &Look<'_>),
    ) -> Vec<String> {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        draw(area, &mut buf, &self.look());
        let before = buf.clone();
        paint::seal(&mut buf);
        assert_eq!(before, buf, "something reached the screen unsanitised");
        let lines = lines(&buf);
        assert!(
            !lines.concat().contains('⟦'),
            "a text is missing: {lines:#?}"
        );
        lines
    }
}

/// The lines of a buffer, without the blanks at their ends.
pub fn lines(buf: &Buffer) -> Vec<String> {
    let mut lines = Vec::new();
    for y in buf.area.top()..buf.area.bottom() {
        let mut line = String::new();
        let mut skip = 0;
        for x in buf.area.left()..buf.area.right() {
            if skip == 0 {
                let symbol = buf[(x, y)].symbol();
                line.push_str(symbol);
                skip = paint::columns(symbol).max(1);
            }
            skip -= 1;
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Names and subjects that try to break a layout.
pub fn hostile() -> Vec<String> {
    vec![
        "\u{1b}[2J\u{1b}]0;owned\u{7} \u{9b}31m".to_owned(),
        "\u{202e}gpj.exe\u{2066}x\u{2069}".to_owned(),
        format!("a{}b", "\u{301}".repeat(10_000)),
        "日本語の件名".repeat(40),
        "👩\u{200d}👩\u{200d}👧\u{200d}👦 ".repeat(40),
        "שלום \u{200f}עולם".to_owned(),
        "line\r\none\ttab\u{2028}sep".to_owned(),
        "x".repeat(300_000),
        String::new(),
    ]
}
