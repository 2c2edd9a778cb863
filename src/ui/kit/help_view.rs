//! How `?` looks: keys by task in as many columns as there is room for, the selected one whole at the bottom, the
//! signs on the same page or on one of their own. Never changes anything.

mod sheet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub(super) use self::sheet::Sheet;
use self::sheet::Text;
use super::binding::{Entry, Ready};
use super::frame::Panel;
use super::help::Help;
use super::look::Look;
use super::paint;
use crate::text::fit;

/// The least columns of one column of keys.
const WIDTH: u16 = 34;
/// Columns for the keys themselves.
const KEYS: u16 = 11;
/// Rows above the keys: what is typed, and air.
const ABOVE: u16 = 2;
/// Rows below the keys: the selected one.
const BELOW: u16 = 3;

/// Where all of it stands: between header and footer.
fn outside(screen: Rect) -> Rect {
    Rect {
        y: screen.y.saturating_add(1),
        height: screen.height.saturating_sub(2),
        ..screen
    }
}

fn inside(screen: Rect) -> Rect {
    let inner = Panel::inner(outside(screen));
    Rect {
        x: inner.x.saturating_add(2),
        width: inner.width.saturating_sub(4),
        ..inner
    }
}

/// Draws `help` over `screen`.
pub(super) fn view(help: &Help, screen: Rect, buf: &mut Buffer, look: &Look<'_>) {
    let sheet = Sheet::of(help, screen);
    let (first, page, pages) = sheet.page(help.at);
    let texts = look.texts;
    let what = if help.on_signs {
        "kit-help-signs"
    } else {
        "kit-help"
    };
    let keys = match (help.on_signs, help.signs.is_empty()) {
        (true, _) => "kit-help-signs-keys",
        (false, true) => "kit-palette-keys",
        (false, false) => "kit-help-keys",
    };
    let (keys, title) = (
        texts.get(keys),
        format!("{} · {}", texts.get(what), help.place),
    );
    let mut right = texts.with("kit-help-count", &[("n", help.shown.len().into())]);
    if pages > 1 {
        let args = [("n", page.into()), ("of", pages.into())];
        right = format!("{right} · {}", texts.with("kit-help-page", &args));
    }
    let panel = Panel {
        title: &title,
        right: if help.on_signs { "" } else { &right },
        bottom: &keys,
        focused: true,
    };
    look.cursor.hide();
    let all = outside(screen);
    paint::fill(buf, all, look.theme.screen);
    panel.view(all, buf, look);
    let inner = inside(screen);
    if help.on_signs {
        return view_signs(help, inner, buf, look);
    }
    help.line
        .view(inner, buf, look, &texts.get("kit-help-hint"), true);
    if help.shown.is_empty() {
        let none = texts.get("kit-help-none");
        paint::text(buf, paint::row(inner, ABOVE), &none, look.theme.muted);
    }
    let size = sheet.rows() * sheet.columns.unsigned_abs();
    for (n, line) in sheet.lines.iter().skip(first).take(size).enumerate() {
        view_line(help, *line, sheet.cell(n), buf, look);
    }
    view_selected(help, inner, buf, look);
}

fn view_line(help: &Help, line: Text, at: Rect, buf: &mut Buffer, look: &Look<'_>) {
    match line {
        Text::Blank => {}
        Text::Task(task) => {
            paint::text(buf, at, &look.texts.get(task.text()), look.theme.title);
        }
        Text::Key(position) => {
            let index = help.shown.get(position);
            let Some(entry) = index.and_then(|index| help.entries.get(*index)) else {
                return;
            };
            if position == help.at {
                buf.set_style(at.intersection(buf.area), look.theme.selection);
                paint::text(buf, at, "▌", look.theme.accent);
            }
            let at = paint::from(at, 1);
            let (key, words) = match entry.ready {
                Ready::Yes | Ready::Hidden => (look.theme.key, look.theme.text),
                Ready::No(_) => (look.theme.key_disabled, look.theme.key_disabled),
            };
            let room = Rect {
                width: at.width.min(KEYS - 1),
                ..at
            };
            paint::text(
                buf,
                room,
                &first_keys(entry, usize::from(room.width), look),
                key,
            );
            let rest = paint::from(at, KEYS);
            let used = paint::text(buf, rest, &entry.label(look.texts), words);
            if help.is_searched() {
                let more = paint::from(rest, used + 2);
                paint::text(buf, more, &entry.help(look.texts), look.theme.muted);
            }
        }
    }
}

/// As many of its keys as fit, the first one always.
fn first_keys(entry: &Entry, room: usize, look: &Look<'_>) -> String {
    let mut keys = entry
        .chords
        .first()
        .map_or_else(|| ":".to_owned(), |chord| chord.spelled(look.texts));
    for chord in entry.chords.iter().skip(1) {
        let more = format!("{keys} {}", chord.spelled(look.texts));
        if fit::width(&more) > room {
            break;
        }
        keys = more;
    }
    keys
}

/// The selected one: its keys, its name, what it does; or why it cannot be done now, once.
fn view_selected(help: &Help, inner: Rect, buf: &mut Buffer, look: &Look<'_>) {
    let Some(entry) = help.selected().filter(|_| inner.height > ABOVE + BELOW) else {
        return;
    };
    let area = Rect {
        y: inner.bottom().saturating_sub(BELOW),
        height: BELOW,
        ..inner
    };
    let (words, style, end) = match &entry.ready {
        Ready::No(reason) => {
            let not_now = look.texts.get("kit-help-not-now").into_owned();
            (reason.text(look.texts), look.theme.soon, not_now)
        }
        Ready::Yes | Ready::Hidden => (entry.help(look.texts), look.theme.text, String::new()),
    };
    let (keys, label) = (entry.keys(look.texts), entry.label(look.texts));
    let row = paint::row(area, 0);
    let parts = [
        (keys.as_str(), look.theme.key),
        ("  ", look.theme.text),
        (&label, look.theme.title),
    ];
    let used = paint::pieces(buf, row, &parts) + 1;
    let room = usize::from(row.width.saturating_sub(used));
    let dashes = room.saturating_sub(fit::width(&end) + usize::from(!end.is_empty()));
    let rule = "─".repeat(dashes);
    let parts = [
        (rule.as_str(), look.theme.border),
        (" ", look.theme.muted),
        (&end, look.theme.muted),
    ];
    paint::pieces(buf, paint::from(row, used), &parts);
    let words = paint::safe(&words, area.width.saturating_mul(3)).into_owned();
    for (n, line) in (1..BELOW).zip(fit::wrap(&words, usize::from(area.width))) {
        paint::text(buf, paint::row(area, n), line, style);
    }
}

fn view_signs(help: &Help, inner: Rect, buf: &mut Buffer, look: &Look<'_>) {
    let meanings = help.signs.iter().map(|(_, id)| look.texts.get(id));
    let longest = meanings.map(|words| paint::columns(&words)).max();
    let least = WIDTH.max(longest.unwrap_or(0).saturating_add(8));
    let columns = (inner.width / least).clamp(1, 3);
    let wide = inner.width / columns;
    let rows = u16::try_from(help.signs.len())
        .unwrap_or(u16::MAX)
        .div_ceil(columns)
        .max(1);
    for (n, (sign, id)) in help.signs.iter().enumerate() {
        let n = u16::try_from(n).unwrap_or(u16::MAX);
        let row = paint::row(inner, 1 + n % rows);
        let at = Rect {
            width: wide.saturating_sub(2),
            ..paint::from(row, n / rows * wide)
        };
        paint::text(buf, at, sign, look.theme.accent);
        paint::text(
            buf,
            paint::from(at, 6),
            &look.texts.get(id),
            look.theme.text,
        );
    }
}
