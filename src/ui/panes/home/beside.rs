//! What stands beside what waits, or below it where there is no room: the team, what a facilitator may propose for,
//! credits, a client's projects.

use super::HomePane;
use super::page::{Row, heading};
use super::table::{left, right};
use crate::desk::views::{Apply, BoardRow, Course, UnderWay};
use crate::text::fit;
use crate::ui::frame::due;
use crate::ui::kit::prose::{Line, Tone};
use crate::ui::message::Jump;

/// Columns of what is left of time, and of a price.
const LEFT: usize = 7;
const PRICE: usize = 12;
/// The width from which a row says where it is and what it pays.
const ROOMY: usize = 60;

/// Puts one part below another, with a line between them.
pub(super) fn parts(mut above: Vec<Row>, below: Vec<Row>) -> Vec<Row> {
    if !above.is_empty() && !below.is_empty() {
        above.push(Row::default());
    }
    above.extend(below);
    above
}

impl HomePane {
    /// What stands beside what waits.
    pub(super) fn beside(&self, width: usize) -> Vec<Row> {
        let own = parts(self.set_up(width), self.credits(width));
        let own = parts(own, self.doors(width));
        parts(own, parts(self.figures(width), self.team(width)))
    }

    /// What stands below it at any width.
    pub(super) fn own(&self, width: usize) -> Vec<Row> {
        let own = parts(self.apply(width), self.under_way(width));
        parts(own, parts(self.contact(width), self.whom(width)))
    }

    /// What stands below it where there is no room beside it; figures where they are not `short` of rows.
    pub(super) fn below(&self, width: usize, short: bool) -> Vec<Row> {
        let figures = match short {
            true => Vec::new(),
            false => self.figures_in_brief(width),
        };
        let own = parts(self.set_up(width), self.own(width));
        let own = parts(own, self.credits(width));
        parts(parts(own, self.doors(width)), figures)
    }

    pub(super) fn text(&self, id: &str) -> String {
        self.ctx.texts.get(id).into_owned()
    }

    /// What a facilitator may propose for.
    fn apply(&self, width: usize) -> Vec<Row> {
        let Some(Apply { rows, of }) = &self.home.apply else {
            return Vec::new();
        };
        let args = [("n", rows.len().into()), ("of", (*of).into())];
        let right = self.ctx.texts.with("home-apply-of", &args);
        let mut lines = vec![heading(
            &format!(" {}", self.text("home-apply")),
            &right,
            width,
        )];
        if rows.is_empty() {
            let words = self.text("home-apply-nothing");
            let words = fit::wrap(&words, width.saturating_sub(1)).into_iter();
            let words = words.map(|line| Row::plain(vec![(format!(" {line}"), Tone::Muted)]));
            lines.extend(words);
            if let Some(last) = lines.last_mut() {
                last.jump = Some(Jump::Place("board", None));
            }
        }
        lines.extend(rows.iter().map(|row| self.apply_row(row, width)));
        lines
    }

    fn apply_row(&self, row: &BoardRow, width: usize) -> Row {
        let teller = self.ctx.teller();
        let number = left(&format!(" {}", row.id), 7);
        let time = right(&due::words(&self.ctx, row.deadline), LEFT);
        let mut end: Line = Vec::new();
        if width >= ROOMY {
            let place = match row.online {
                true => self.text("home-online"),
                false => row.place.clone(),
            };
            let code = row.country.map(|country| country.code().to_owned());
            let place = format!("{} {place}", code.unwrap_or_default());
            end.push((format!("  {}", left(place.trim(), 14)), Tone::Muted));
            let price = row.amount.map(|amount| teller.money(amount));
            let price = price.unwrap_or_else(|| self.text("home-price-yours"));
            end.push((format!("  {}", right(&price, PRICE)), Tone::Text));
        }
        end.push((format!("  {time}"), Tone::Muted));
        let taken: usize = end.iter().map(|(words, _)| fit::width(words)).sum();
        let title = left(&row.title, width.saturating_sub(taken + 7));
        let mut line = vec![(number, Tone::Muted), (title, Tone::Text)];
        line.extend(end);
        Row {
            line,
            jump: Some(Jump::Opportunity(row.id)),
        }
    }

    /// What a facilitator has left of each kind of credit.
    fn credits(&self, width: usize) -> Vec<Row> {
        if self.home.credits.is_empty() {
            return Vec::new();
        }
        let kinds = self.home.credits.iter().map(|(kind, left)| {
            let name = self.ctx.teller().named("step", kind.key());
            format!("{name} {left}")
        });
        let words = kinds.collect::<Vec<_>>().join(" · ");
        let mut lines = vec![heading(
            &format!(" {}", self.text("home-credits")),
            "",
            width,
        )];
        let words = fit::wrap(&words, width.saturating_sub(2)).into_iter();
        lines.extend(words.map(|line| Row::plain(vec![(format!(" {line}"), Tone::Text)])));
        lines
    }

    /// A client's projects.
    fn under_way(&self, width: usize) -> Vec<Row> {
        if self.home.under_way.is_empty() {
            return Vec::new();
        }
        let title = format!(" {}", self.text("home-under-way"));
        let rows = self.home.under_way.iter();
        let rows = rows.map(|one| self.project(one, width));
        std::iter::once(heading(&title, "", width))
            .chain(rows)
            .collect()
    }

    fn project(&self, one: &UnderWay, width: usize) -> Row {
        let with = |id: &str, n: u32, of: u32| {
            let args = [("n", i64::from(n).into()), ("of", i64::from(of).into())];
            self.ctx.texts.with(id, &args)
        };
        let progress = match one.progress {
            Course::Proposals(n) => with("home-progress-proposals", n, 0),
            Course::Selected => self.text("home-progress-selected"),
            Course::Running(n, of) => with("home-progress-running", n, of),
            Course::Delivered => self.text("home-progress-delivered"),
        };
        let tone = if one.hers { Tone::Accent } else { Tone::Muted };
        let progress = fit::clip(&progress, width / 2);
        let room = width.saturating_sub(fit::width(&progress) + 3);
        Row {
            line: vec![
                (format!(" {}", left(&one.what, room)), Tone::Text),
                (format!("  {progress}"), tone),
            ],
            jump: Some(Jump::Opportunity(one.id)),
        }
    }

    /// How much each of us has, and what nobody has.
    fn team(&self, width: usize) -> Vec<Row> {
        if self.home.team.len() < 2 {
            return Vec::new();
        }
        let title = format!(" {}", self.text("home-team"));
        let rows = self.home.team.iter().map(|load| {
            let free = load.name.is_none();
            let name = load
                .name
                .clone()
                .unwrap_or_else(|| self.text("home-nobody"));
            let late = match load.waiting.late {
                0 => String::new(),
                late => format!("{late}!"),
            };
            let room = width.saturating_sub(14);
            Row {
                line: vec![
                    (format!(" {}", left(&name, room)), Tone::Text),
                    (right(&late, 6), Tone::Late),
                    (right(&load.waiting.all.to_string(), 6), Tone::Text),
                ],
                jump: free.then_some(Jump::Requests("unassigned")),
            }
        });
        std::iter::once(heading(&title, "", width))
            .chain(rows)
            .collect()
    }
}
