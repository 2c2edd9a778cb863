//! What else stands on the page: what came of the requests of the last 90 days, who looks after a client, who has no
//! way in yet, what is who looks' to do where nothing waits, and what they did last.

use super::page::{Row, heading};
use super::table::{left, right};
use super::{HomePane, jump_to};
use crate::desk::views::{Invited, Lately};
use crate::domain::person::Permission;
use crate::text::fit;
use crate::ui::kit::prose::Tone;
use crate::ui::message::Jump;

/// Columns of a figure's name, of its bar, of a count, of a share.
const NAME: usize = 18;
const COUNT: usize = 7;
const SHARE: usize = 7;
/// Columns of the time of what was done.
const WHEN: usize = 8;

/// What is whose to do where nothing waits: what one must be allowed, the text that says it, and where it is done.
const DUTIES: [(Permission, &str, Jump); 2] = [
    (
        Permission::ManagePeople,
        "home-duty-people",
        Jump::Place("people", None),
    ),
    (
        Permission::GrantCredits,
        "home-duty-credits",
        Jump::Place("board", Some("grant")),
    ),
];

/// A share in percent, or nothing of nothing.
fn share(part: u32, of: u32) -> Option<u32> {
    let percent = u64::from(part) * 100 / u64::from(of.max(1));
    (of > 0).then(|| u32::try_from(percent).unwrap_or(100))
}

impl HomePane {
    /// What came in during the last 90 days, and what came of it.
    pub(super) fn figures(&self, width: usize) -> Vec<Row> {
        let Some(counts) = self.home.figures else {
            return Vec::new();
        };
        let title = format!(" {}", self.text("home-figures"));
        let mut rows = vec![heading(&title, &self.text("home-figures-days"), width)];
        let figures = [
            ("home-figure-received", counts.received, None),
            (
                "home-figure-in-time",
                counts.in_time,
                share(counts.in_time, counts.answered),
            ),
            (
                "home-figure-concretised",
                counts.concretised,
                share(counts.concretised, counts.received),
            ),
        ];
        for (id, count, share) in figures {
            rows.push(self.figure(id, (count, share, counts.received), width));
        }
        rows
    }

    /// The same in one line, where there is no room beside the page.
    pub(super) fn figures_in_brief(&self, width: usize) -> Vec<Row> {
        let Some(counts) = self.home.figures else {
            return Vec::new();
        };
        let with_share = |id: &str, part: u32, of: u32| {
            let share = share(part, of).unwrap_or(0);
            let args = [
                ("n", i64::from(part).into()),
                ("share", i64::from(share).into()),
            ];
            self.ctx.texts.with(id, &args)
        };
        let parts = [
            with_share("home-brief-received", counts.received, 0),
            with_share("home-brief-in-time", counts.in_time, counts.answered),
            with_share(
                "home-brief-concretised",
                counts.concretised,
                counts.received,
            ),
        ];
        let title = format!(" {}", self.text("home-figures"));
        let words = parts.join(" · ");
        let words = fit::clip(&words, width.saturating_sub(1));
        vec![
            heading(&title, &self.text("home-figures-days"), width),
            Row::plain(vec![(format!(" {words}"), Tone::Text)]),
        ]
    }

    /// One of them: its name, a bar of how much of all that came in it is, the count, and its share.
    fn figure(&self, id: &str, figure: (u32, Option<u32>, u32), width: usize) -> Row {
        let (count, share, all) = figure;
        let room = width.saturating_sub(NAME + COUNT + SHARE + 4).min(24);
        let cells = u64::from(count) * room as u64 / u64::from(all.max(1));
        let cells = usize::try_from(cells).unwrap_or(room).min(room);
        let percent = share.map(|n| {
            self.ctx
                .texts
                .with("home-share", &[("n", i64::from(n).into())])
        });
        Row::plain(vec![
            (format!(" {}", left(&self.text(id), NAME)), Tone::Text),
            (format!(" {}", left(&"━".repeat(cells), room)), Tone::Accent),
            (right(&count.to_string(), COUNT), Tone::Text),
            (right(&percent.unwrap_or_default(), SHARE), Tone::Muted),
        ])
    }

    /// Who looks after a client.
    pub(super) fn contact(&self, width: usize) -> Vec<Row> {
        let Some(contact) = &self.home.contact else {
            return Vec::new();
        };
        let mut line = vec![(format!(" {}", contact.name), Tone::Text)];
        if !contact.email.is_empty() {
            line.push((format!(" · {}", contact.email), Tone::Accent));
            let used: usize = line.iter().map(|(words, _)| fit::width(words)).sum();
            let copies = format!(" · {}", self.text("home-contact-copy"));
            if used + fit::width(&copies) <= width {
                line.push((copies, Tone::Muted));
            }
        }
        let title = format!(" {}", self.text("home-contact"));
        vec![heading(&title, "", width), Row::plain(line)]
    }

    /// What is still missing, for who keeps settings: how much, and the first of it.
    pub(super) fn set_up(&self, width: usize) -> Vec<Row> {
        let Some(first) = self.home.missing.first() else {
            return Vec::new();
        };
        let n = self.home.missing.len();
        let first = self.ctx.teller().missing(first);
        let values = [("n", n.into()), ("first", first.into())];
        let words = self.ctx.texts.with("home-missing", &values);
        let words = fit::clip(&words, width.saturating_sub(1));
        vec![Row {
            line: vec![(format!(" {words}"), Tone::Soon)],
            jump: Some(Jump::Place("settings", Some("open-set-up"))),
        }]
    }

    /// Who has no way in yet, for who keeps people.
    pub(super) fn doors(&self, width: usize) -> Vec<Row> {
        let Some(doors) = &self.home.doors else {
            return Vec::new();
        };
        if doors.invited.is_empty() && doors.without == 0 {
            return Vec::new();
        }
        let title = format!(" {}", self.text("home-doors"));
        let mut rows = vec![heading(&title, "", width)];
        rows.extend(doors.invited.iter().map(|one| self.invited(one, width)));
        let more = [
            ("home-doors-more", doors.more),
            ("home-doors-without", doors.without),
        ];
        for (id, n) in more.into_iter().filter(|(_, n)| *n > 0) {
            let words = self.ctx.texts.with(id, &[("n", n.into())]);
            rows.push(Row {
                line: vec![(
                    format!(" {}", left(&words, width.saturating_sub(1))),
                    Tone::Text,
                )],
                jump: Some(Jump::Place("people", None)),
            });
        }
        rows
    }

    fn invited(&self, one: &Invited, width: usize) -> Row {
        let at = self.ctx.teller().brief(one.until);
        let (id, tone) = match one.ended {
            true => ("home-invitation-ended", Tone::Soon),
            false => ("home-invitation-open", Tone::Muted),
        };
        let words = self.ctx.texts.with(id, &[("at", at.into())]);
        let words = fit::clip(&words, width / 2).into_owned();
        let room = width.saturating_sub(fit::width(&words) + 3);
        Row {
            line: vec![
                (format!(" {}", left(&one.name, room)), Tone::Text),
                (format!("  {words}"), tone),
            ],
            jump: Some(Jump::Person(one.person)),
        }
    }

    /// What is theirs to do, of their own accord.
    pub(super) fn duties(&self, width: usize) -> Vec<Row> {
        let theirs = DUTIES.into_iter();
        let theirs = theirs.filter(|(permission, ..)| self.ctx.me.may(*permission));
        let theirs = theirs.filter(|_| !self.ctx.me.may(Permission::WorkRequests));
        let rows = theirs.flat_map(|(_, id, to)| {
            let words = self.text(id);
            let lines: Vec<String> = fit::wrap(&words, width.saturating_sub(1))
                .into_iter()
                .map(str::to_owned)
                .collect();
            let row = |(at, line): (usize, String)| Row {
                line: vec![(format!(" {line}"), Tone::Text)],
                jump: (at == 0).then_some(to),
            };
            lines.into_iter().enumerate().map(row).collect::<Vec<_>>()
        });
        rows.collect()
    }

    /// What they did last, at most so many lines of it.
    pub(super) fn last_done(&self, width: usize, most: usize) -> Vec<Row> {
        if self.lately.is_empty() {
            return Vec::new();
        }
        let title = format!(" {}", self.text("home-lately"));
        let rows = self.lately.iter().take(most);
        let rows = rows.map(|one| self.done(one, width));
        std::iter::once(heading(&title, "", width))
            .chain(rows)
            .collect()
    }

    fn done(&self, one: &Lately, width: usize) -> Row {
        let teller = self.ctx.teller();
        let when = left(&teller.brief(one.at), WHEN);
        let words = teller.done(&one.done);
        let room = width.saturating_sub(WHEN + 3);
        Row {
            line: vec![
                (format!(" {when}"), Tone::Muted),
                (format!("  {}", fit::clip(&words, room)), Tone::Text),
            ],
            jump: one.of.map(jump_to),
        }
    }
}
