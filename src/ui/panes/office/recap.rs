//! The recap of R1 quotations (QUO-5): a column per officer, side by side where they fit, `**` behind who
//! signed, the tags below.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate, NaiveTime};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::OfficePane;
use crate::desk::views::RecapColumn;
use crate::domain::Millis;
use crate::text::{fit, when};
use crate::ui::frame::Ctx;
use crate::ui::frame::{ListPane, inside};
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keys::{Input, Key};
use crate::ui::kit::list::Viewport;
use crate::ui::kit::look::Look;
use crate::ui::kit::prompt::Check;
use crate::ui::kit::prose::{self, Line, Tone};
use crate::ui::tell::local;

/// The narrowest column.
const COLUMN: usize = 24;

/// The recap, laid out.
pub struct Recap {
    title: String,
    since: Millis,
    lines: Vec<Line>,
    scroll: Viewport,
}

impl Recap {
    pub(super) fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        let keys = look.texts.get("recap-keys");
        let more = self.lines.len() > usize::from(inside(area).height);
        let right = match more {
            true => format!("{}/{}", self.scroll.offset + 1, self.lines.len()),
            false => String::new(),
        };
        let panel = Panel {
            title: &self.title,
            right: &right,
            bottom: &keys,
            focused: true,
        };
        panel.view(area, buf, look);
        prose::view(
            &self.lines,
            self.scroll.offset,
            inside(area),
            buf,
            look.theme,
        );
    }
}

/// The day somebody wrote, that has been; an empty one is the first day of this year.
fn day(ctx: &Ctx, text: &str) -> Option<NaiveDate> {
    let now = local(ctx.me.zone, ctx.now);
    if text.trim().is_empty() {
        return NaiveDate::from_ymd_opt(now.year(), 1, 1);
    }
    let read = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok();
    let read = read.or_else(|| {
        let when = when::parse(text, now.naive_local(), ctx.texts.lang()).ok()?;
        // `1/6` in March was last year's.
        let ahead = when.date > now.date_naive();
        let year = when.date.year() - i32::from(ahead);
        when.date.with_year(year)
    });
    read.filter(|day| *day <= now.date_naive())
}

/// A check that reads a day that has been, and shows it back.
pub(super) fn day_check(ctx: &Ctx) -> Check {
    let ctx = ctx.clone();
    Arc::new(move |text| {
        day(&ctx, text)
            .map(|day| ctx.formats.date(day))
            .ok_or_else(|| ctx.texts.get("recap-no-day").into_owned())
    })
}

impl OfficePane {
    pub(super) fn open_recap(&mut self, text: &str) {
        let Some(day) = day(self.ctx(), text) else {
            return;
        };
        let midnight = day.and_time(NaiveTime::MIN);
        let since = midnight.and_local_timezone(self.ctx().me.zone).earliest();
        let since = since.map_or(0, |at| at.timestamp_millis());
        let date = self.ctx().formats.date(day);
        let title = self.with("recap-title", &[("since", date.into())]);
        self.recap = Some(Recap {
            title,
            since,
            lines: Vec::new(),
            scroll: Viewport::default(),
        });
        self.write_recap();
    }

    /// Lays it out for the room there is, if it is open.
    pub(super) fn write_recap(&mut self) {
        let width = inside(self.frame.browse.area()).width;
        let Some(recap) = &mut self.recap else { return };
        let ctx = &self.frame.ctx;
        let mut columns = ctx.sight.recap(recap.since).unwrap_or_default();
        // One's own first: on a narrow screen the others stand below.
        columns.sort_by_key(|column| column.officer != ctx.me.name);
        recap.lines = lay_out(ctx, &columns, usize::from(width));
    }

    pub(super) fn in_recap(&mut self, input: &Input) -> bool {
        if matches!(input, Input::Key(chord) if chord.key == Key::Esc) {
            self.recap = None;
            return true;
        }
        let (area, rows) = (
            self.frame.browse.area(),
            usize::from(inside(self.frame.browse.area()).height),
        );
        match &mut self.recap {
            Some(recap) => {
                let len = recap.lines.len();
                prose::scroll(input, Some(area), rows, len, &mut recap.scroll)
            }
            None => false,
        }
    }
}

/// The columns as lines: side by side as many as fit, then those that did not, below.
fn lay_out(ctx: &Ctx, columns: &[RecapColumn], width: usize) -> Vec<Line> {
    if columns.is_empty() {
        let empty = ctx.texts.get("empty-recap");
        return prose::words(&empty, width, Tone::Muted);
    }
    let fitting = (width / COLUMN).max(1);
    let mut lines = Vec::new();
    for group in columns.chunks(fitting) {
        let wide = (width / group.len().max(1)).min(40);
        let cells: Vec<Vec<(String, Tone)>> = group
            .iter()
            .map(|column| cells(ctx, column, wide.saturating_sub(2)))
            .collect();
        let rows = cells.iter().map(Vec::len).max().unwrap_or(0);
        for row in 0..rows {
            lines.push(
                cells
                    .iter()
                    .map(|column| match column.get(row) {
                        Some((words, tone)) => (fit::pad_right(words, wide), *tone),
                        None => (" ".repeat(wide), Tone::Text),
                    })
                    .collect(),
            );
        }
        lines.push(Vec::new());
    }
    lines
}

fn cells(ctx: &Ctx, column: &RecapColumn, width: usize) -> Vec<(String, Tone)> {
    let clip = |words: &str| fit::clip(words, width).into_owned();
    let figures = ctx.texts.with(
        "recap-figures",
        &[
            ("n", column.rows.len().into()),
            ("signed", column.signed().into()),
        ],
    );
    let mut cells = vec![
        (clip(&column.officer), Tone::Title),
        (clip(&figures), Tone::Muted),
        ("─".repeat(width), Tone::Faint),
    ];
    for row in &column.rows {
        let (words, tone) = if row.signed {
            let room = width.saturating_sub(3);
            (
                format!("{} **", fit::clip(&row.organisation, room)),
                Tone::Accent,
            )
        } else {
            (clip(&row.organisation), Tone::Text)
        };
        cells.push((words, tone));
        if !row.tags.is_empty() {
            let tags = format!("  {}", ctx.teller().tags(&row.tags).join(", "));
            cells.push((clip(&tags), Tone::Muted));
        }
    }
    cells
}
