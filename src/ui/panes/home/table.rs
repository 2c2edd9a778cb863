//! The left side of the page: what waits, as a table, then the week. Columns give way as the width shrinks: what it
//! comes to, then bars, then the number.

use super::beside::parts;
use super::page::{Row, heading};
use super::{HomePane, jump_to};
use crate::desk::views::{Day, Todo, Waiting};
use crate::domain::Millis;
use crate::domain::person::Permission;
use crate::text::fit;
use crate::ui::frame::{due, signs};
use crate::ui::kit::prose::{Line, Tone};
use crate::ui::message::Jump;
use crate::ui::tell::local;

/// A thing is soon that is due within a day.
const SOON: Millis = 24 * 3_600_000;
/// Columns of the time and of the number.
const WHEN: usize = 8;
const NUMBER: usize = 6;
/// Columns of a bar, and the width from which there are bars.
const BAR: usize = 12;
const BARS: usize = 66;
/// The width from which amounts are shown, and those of one.
const AMOUNTS: usize = 90;
const AMOUNT: usize = 12;
/// The lines of what waits where other parts stand below it.
const TODO_LINES: usize = 8;

/// The rows from which there is room for figures, and how many of the last actions are shown where there is little
/// room, and where there is more.
const ROWS: usize = 20;
const FEW: usize = 3;
const MANY: usize = 5;

/// Puts text at the left of so many columns.
pub(super) fn left(text: &str, width: usize) -> String {
    let text = fit::clip(text, width);
    let rest = width.saturating_sub(fit::width(&text));
    format!("{text}{}", " ".repeat(rest))
}

/// Puts text at the right of so many columns.
pub(super) fn right(text: &str, width: usize) -> String {
    let text = fit::clip(text, width);
    let rest = width.saturating_sub(fit::width(&text));
    format!("{}{text}", " ".repeat(rest))
}

impl HomePane {
    /// Whether a client looks: no number of ours means anything to her.
    pub(super) fn as_client(&self) -> bool {
        let roles = &self.ctx.me.roles;
        !roles.iter().any(|role| role.is_staff()) && !self.as_facilitator()
    }

    /// Whether a facilitator looks.
    pub(super) fn as_facilitator(&self) -> bool {
        let facilitator = crate::domain::person::Role::Facilitator;
        self.ctx.me.roles.contains(&facilitator)
    }

    /// The day, in words.
    pub(super) fn title(&self) -> String {
        use chrono::Datelike;
        let today = local(self.ctx.me.zone, self.ctx.now).date_naive();
        let day = self.ctx.formats.day(today);
        let week = i64::from(today.iso_week().week());
        let args = [("day", day.into()), ("week", week.into())];
        self.ctx.texts.with("home-title", &args)
    }

    /// How much waits, and how much of it is late.
    pub(super) fn summary(&self) -> String {
        let Waiting { late, all } = self.home.waiting;
        let id = match (all, late) {
            (0, _) => return String::new(),
            (_, 0) => "home-summary",
            _ => "home-summary-late",
        };
        let args = [
            ("n", i64::from(all).into()),
            ("late", i64::from(late).into()),
        ];
        self.ctx.texts.with(id, &args)
    }

    /// The lines of the left side.
    pub(super) fn left_rows(&self, width: usize, height: usize, two: bool) -> Vec<Row> {
        let week = self.week(width);
        let others = match two {
            true => self.own(width),
            false => self.below(width, height < ROWS),
        };
        let others = parts(others, self.last_done(width, if two { MANY } else { FEW }));
        let below = week.len() + usize::from(!week.is_empty());
        let room = match others.is_empty() {
            true => height.saturating_sub(below + 2).max(TODO_LINES),
            false => height
                .saturating_sub(below + others.len() + 3)
                .max(TODO_LINES),
        };
        let mut rows = self.todo(width, room);
        // Where there is no room for the week, it goes first.
        let fits = rows.len() + below <= height;
        if !week.is_empty() && (fits || height > 16) {
            rows.push(Row::default());
            rows.extend(week);
        }
        if !others.is_empty() {
            rows.push(Row::default());
            rows.extend(others);
        }
        // Air is the first to go.
        if rows.len() > height {
            rows.retain(|row| !row.line.is_empty());
        }
        rows
    }

    /// What waits, at most so many lines of it, or what would be here.
    fn todo(&self, width: usize, most: usize) -> Vec<Row> {
        if self.home.todo.is_empty() {
            return self.nothing(width);
        }
        let verbs: Vec<String> = self.home.todo.iter().map(|one| self.verb(one)).collect();
        let longest = verbs.iter().map(|verb| fit::width(verb)).max().unwrap_or(0);
        let columns = Columns::fitting(self, width, longest);
        let mut rows = vec![self.names(&columns)];
        let lines = self.home.todo.iter().zip(&verbs).take(most);
        rows.extend(lines.map(|(one, verb)| self.line(one, verb, &columns)));
        let all = usize::try_from(self.home.waiting.all).unwrap_or(usize::MAX);
        let shown = self.home.todo.len().min(most);
        if all > shown {
            let n = all - shown;
            let words = self.ctx.texts.with("home-more", &[("n", n.into())]);
            let indent = " ".repeat(columns.before_verb());
            let reads = self.home.unassigned.is_some();
            rows.push(Row {
                line: vec![(format!("{indent}{words}"), Tone::Muted)],
                jump: reads.then_some(Jump::Requests("mine")),
            });
        }
        rows
    }

    /// The words where nothing waits: what would be here, and what one can do.
    fn nothing(&self, width: usize) -> Vec<Row> {
        let takes = self.home.unassigned.map(|waiting| waiting.all);
        let free = takes.unwrap_or(0);
        let works = self.ctx.me.may(Permission::WorkRequests);
        let (id, jump) = match takes {
            _ if self.as_client() => ("home-nothing-client", None),
            None if self.as_facilitator() => ("home-nothing-facilitator", None),
            None => ("home-nothing", None),
            Some(0) if works => ("home-nothing-assigned", None),
            Some(0) => ("home-nothing", None),
            Some(_) => (
                match works {
                    true => "home-nothing-unassigned",
                    false => "home-nothing-reader",
                },
                Some(Jump::Requests("unassigned")),
            ),
        };
        let args = [("n", i64::from(free).into())];
        let words = self.ctx.texts.with(id, &args);
        let lines = words.lines().flat_map(|line| fit::wrap(line, width));
        let lines = lines.map(|line| Row::plain(vec![(format!(" {line}"), Tone::Muted)]));
        let mut rows: Vec<Row> = std::iter::once(Row::default()).chain(lines).collect();
        if let Some(last) = rows.last_mut() {
            last.jump = jump;
        }
        rows.extend(self.duties(width));
        rows
    }

    /// What is to be done, in words.
    pub(super) fn verb(&self, one: &Todo) -> String {
        let id = format!("home-verb-{}", one.verb.key());
        let args = [("n", i64::from(one.count).into())];
        self.ctx.texts.with(&id, &args)
    }

    /// The names over the columns.
    fn names(&self, columns: &Columns) -> Row {
        let text = |id: &str| self.ctx.texts.get(id).into_owned();
        let mut line: Line = Vec::new();
        columns.put(
            &mut line,
            [
                (String::new(), Tone::Muted),
                (text("home-col-due"), Tone::Muted),
                (text("home-col-do"), Tone::Muted),
                (text("home-col-number"), Tone::Muted),
                (text("home-col-about"), Tone::Muted),
                (text("home-col-amount"), Tone::Muted),
            ],
        );
        Row::plain(line)
    }

    fn line(&self, one: &Todo, verb: &str, columns: &Columns) -> Row {
        let now = self.ctx.now;
        let soon = one.due.is_some_and(|due| due < now + SOON);
        let (sign, tone) = match (one.late, one.new) {
            (true, _) => (signs::LATE.0, Tone::Late),
            (false, true) => (signs::NEW.0, Tone::Accent),
            (false, false) => ("", Tone::Muted),
        };
        let when = match (one.late, soon) {
            (true, _) => Tone::Late,
            (false, true) => Tone::Soon,
            (false, false) => Tone::Muted,
        };
        let due = one.due.map(|due| self.due(due)).unwrap_or_default();
        let about = match (one.who.is_empty(), one.what.is_empty()) {
            (true, _) => one.what.clone(),
            (_, true) => one.who.clone(),
            _ => format!("{} · {}", one.who, one.what),
        };
        let amount = one.amount.map(|amount| self.ctx.teller().money(amount));
        let mut line: Line = Vec::new();
        columns.put(
            &mut line,
            [
                (sign.to_owned(), tone),
                (due, when),
                (verb.to_owned(), Tone::Text),
                (one.of.to_string(), Tone::Muted),
                (about, Tone::Text),
                (amount.unwrap_or_default(), Tone::Text),
            ],
        );
        Row {
            line,
            jump: Some(jump_to(one.of)),
        }
    }

    /// When something is due: an hour of today that is still to come, else how far it is away.
    pub(super) fn due(&self, at: Millis) -> String {
        let zone = self.ctx.me.zone;
        let (then, now) = (local(zone, at), local(zone, self.ctx.now));
        match at >= self.ctx.now && then.date_naive() == now.date_naive() {
            true => self.ctx.formats.time(then),
            false => due::words(&self.ctx, at),
        }
    }

    /// What is due on the next working days.
    fn week(&self, width: usize) -> Vec<Row> {
        let days = &self.home.week;
        let all: u32 = days.iter().map(|day| day.due).sum();
        if all == 0 {
            return Vec::new();
        }
        let most = days.iter().map(|day| day.due).max().unwrap_or(0);
        let due = self
            .ctx
            .texts
            .with("home-due", &[("n", i64::from(all).into())]);
        let title = self.ctx.texts.get("home-week");
        let mut rows = vec![heading(&format!(" {title}"), &due, width)];
        rows.extend(days.iter().map(|day| self.day(day, most, width)));
        rows
    }

    fn day(&self, day: &Day, most: u32, width: usize) -> Row {
        use chrono::Datelike;
        let date = local(self.ctx.me.zone, day.at).date_naive();
        let weekday = self.ctx.formats.weekday(date);
        let name = format!(
            " {} {}",
            left(weekday, 4),
            right(&date.day().to_string(), 2)
        );
        let mut line = vec![(name, Tone::Text)];
        if width >= BARS {
            let cells = u64::from(day.due) * 12 / u64::from(most.max(1));
            let cells = usize::try_from(cells).unwrap_or(BAR);
            let cells = if day.due > 0 { cells.max(1) } else { 0 };
            line.push((format!(" {}", left(&"━".repeat(cells), BAR)), Tone::Accent));
        }
        line.push((format!(" {}", right(&day.due.to_string(), 4)), Tone::Text));
        let used: usize = line.iter().map(|(words, _)| fit::width(words)).sum();
        if let Some(first) = &day.first {
            let at = first
                .due
                .map(|due| self.ctx.formats.time(local(self.ctx.me.zone, due)));
            let who = if first.who.is_empty() {
                &first.what
            } else {
                &first.who
            };
            let words = format!(
                "  {} {}, {who} · {}",
                at.unwrap_or_default(),
                self.verb(first),
                first.of
            );
            let words = fit::clip(&words, width.saturating_sub(used));
            line.push((words.into_owned(), Tone::Muted));
        }
        Row {
            line,
            jump: day.first.as_ref().map(|first| jump_to(first.of)),
        }
    }
}

/// How wide each column is; 0: it is not shown.
struct Columns {
    when: usize,
    verb: usize,
    number: usize,
    about: usize,
    amount: usize,
}

impl Columns {
    /// Those that fit in `width`.
    fn fitting(pane: &HomePane, width: usize, longest: usize) -> Columns {
        let verb = longest.min(width / 3).max(6);
        let number = match pane.as_client() || width < 44 {
            true => 0,
            false => NUMBER,
        };
        let any = pane.home.todo.iter().any(|one| one.amount.is_some());
        let amount = match any && (width >= AMOUNTS || pane.as_client() && width >= 60) {
            true => AMOUNT,
            false => 0,
        };
        let gap = |column: usize| if column > 0 { column + 2 } else { 0 };
        let taken = 3 + WHEN + 2 + verb + gap(number) + gap(amount) + 2;
        Columns {
            when: WHEN,
            verb,
            number,
            about: width.saturating_sub(taken),
            amount,
        }
    }

    /// Columns before what is to be done.
    fn before_verb(&self) -> usize {
        3 + self.when + 2
    }

    /// Puts sign, time, verb, number, about and amount in their columns.
    fn put(&self, line: &mut Line, cells: [(String, Tone); 6]) {
        let [sign, when, verb, number, about, amount] = cells;
        line.push((left(&format!(" {}", sign.0), 3), sign.1));
        line.push((right(&when.0, self.when), when.1));
        line.push((format!("  {}", left(&verb.0, self.verb)), verb.1));
        if self.number > 0 {
            line.push((format!("  {}", left(&number.0, self.number)), number.1));
        }
        line.push((format!("  {}", left(&about.0, self.about)), about.1));
        if self.amount > 0 {
            line.push((format!("  {}", right(&amount.0, self.amount)), amount.1));
        }
    }
}
