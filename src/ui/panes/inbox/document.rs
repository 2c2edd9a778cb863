//! The case as lines: who asks, what is proposed and why, whose turn it is, and the timeline. Laid out
//! once for a width, when the case or the width changes; drawing only copies the visible lines.

mod story;

use crate::desk::views::Detail;
use crate::domain::request::{Finding, Status};
use crate::text::fit;
use crate::ui::frame::Ctx;
use crate::ui::kit::formats::Formats;
use crate::ui::kit::prose::{self, Line, Tone};
use crate::ui::tell::Teller;

/// The most lines one message may take before it is cut, with a note on how to read the rest.
const MOST_LINES: usize = 2_000;

struct Writer<'a> {
    lines: Vec<Line>,
    width: usize,
    teller: Teller<'a>,
    formats: &'a Formats,
    ctx: &'a Ctx,
}

/// Lays a case out for `width` columns.
pub(super) fn write(detail: &Detail, ctx: &Ctx, width: usize) -> Vec<Line> {
    let mut writer = Writer {
        lines: Vec::new(),
        width: width.max(20),
        teller: ctx.teller(),
        formats: &ctx.formats,
        ctx,
    };
    writer.head(detail);
    writer.proposals(detail);
    writer.wish(detail);
    writer.timeline(detail);
    writer.lines
}

impl Writer<'_> {
    fn text(&self, id: &str) -> String {
        self.ctx.texts.get(id).into_owned()
    }

    fn with(&self, id: &str, args: &[(&str, crate::ui::kit::texts::Arg)]) -> String {
        self.ctx.texts.with(id, args)
    }

    fn line(&mut self, words: &str, tone: Tone) {
        self.lines.extend(prose::words(words, self.width, tone));
    }

    fn indented(&mut self, words: &str, tone: Tone, indent: &str) {
        let room = self.width.saturating_sub(fit::width(indent)).max(10);
        for line in words.lines().take(MOST_LINES) {
            let wrapped = if line.trim().is_empty() {
                vec![""]
            } else {
                fit::wrap(line, room)
            };
            for line in wrapped {
                self.lines.push(vec![
                    (indent.to_owned(), Tone::Faint),
                    (line.to_owned(), tone),
                ]);
            }
        }
        if words.lines().nth(MOST_LINES).is_some() {
            let more = self.text("body-cut");
            self.line(&more, Tone::Muted);
        }
    }

    fn field(&mut self, label: &str, words: &str, tone: Tone) {
        let label = self.text(label);
        self.lines
            .extend(prose::field(&label, words, self.width, tone));
    }

    fn rule(&mut self, label: &str) {
        let label = self.text(label);
        self.lines.extend(prose::rule(label, self.width));
    }

    fn head(&mut self, detail: &Detail) {
        let row = &detail.row;
        let subject = if row.subject.is_empty() {
            self.text("no-subject")
        } else {
            row.subject.clone()
        };
        self.line(&subject, Tone::Title);
        let [name, email, phone] = &detail.contact;
        let country = detail
            .country
            .map(|c| format!(" ({})", c.code()))
            .unwrap_or_default();
        let organisation = format!("{}{country}", row.organisation);
        let known = [name.as_str(), email.as_str(), phone.as_str()];
        let from: Vec<&str> = known.into_iter().filter(|part| !part.is_empty()).collect();
        if row.provider {
            self.field("field-client", &self.text("provider-no-client"), Tone::Text);
        } else {
            self.field("field-client", &organisation, Tone::Text);
        }
        self.field("field-from", &from.join(" · "), Tone::Text);
        let came = self.with(
            "case-received",
            &[
                ("at", self.teller.when(row.received_at).into()),
                (
                    "how",
                    self.text(&format!("source-{}", detail.source.key())).into(),
                ),
                ("language", detail.language.code().to_owned().into()),
            ],
        );
        self.field("field-received", &came, Tone::Muted);
        self.turn(detail);
        let watchers = detail.watchers.join(", ");
        if !watchers.is_empty() {
            self.field("field-watchers", &watchers, Tone::Muted);
        }
        if !row.tags.is_empty() {
            let tags = self.teller.tags(&row.tags).into_iter();
            let tags: Vec<String> = tags.map(|tag| format!("#{tag}")).collect();
            self.field("field-tags", &tags.join(" "), Tone::Accent);
        }
        if let Some(related) = detail.related {
            let words = self.with("case-related", &[("other", related.to_string().into())]);
            self.field("field-related", &words, Tone::Text);
        }
        if detail.others.1 > 0 {
            let ids: Vec<String> = detail.others.0.iter().map(ToString::to_string).collect();
            let words = self.with(
                "case-others",
                &[
                    ("n", detail.others.1.into()),
                    ("ids", ids.join(", ").into()),
                ],
            );
            self.field("field-others", &words, Tone::Muted);
        }
    }

    fn turn(&mut self, detail: &Detail) {
        let row = &detail.row;
        let who = row.assignee.as_ref().map(|(id, name, mine)| {
            if *mine {
                self.text("who-you")
            } else {
                let _ = id;
                name.clone()
            }
        });
        let who = who.unwrap_or_else(|| self.text("who-nobody"));
        let stage = self.teller.stage(row.stage);
        let mut working = format!("{who} · {stage}");
        if detail.attempts > 0 {
            let attempts = self.with("case-attempts", &[("n", u32::from(detail.attempts).into())]);
            working.push_str(" · ");
            working.push_str(&attempts);
        }
        self.field("field-who", &working, Tone::Text);
        let (words, late) = self.teller.next_step(row);
        let tone = match (row.status, late) {
            (Status::Open, true) if row.owing.is_at_hand() => Tone::Late,
            (Status::Open, false) => Tone::Text,
            // Another is late: it is time to ask again.
            _ => Tone::Soon,
        };
        self.field("field-turn", &words, tone);
        if let Some(deadline) = detail.deadline {
            let words = self.teller.when(deadline);
            let tone = if deadline < self.ctx.now {
                Tone::Late
            } else {
                Tone::Text
            };
            self.field("field-deadline", &words, tone);
        }
    }

    /// The group with its reason; where a provider wrote, no client asks and there is none.
    fn group(&mut self, detail: &Detail) {
        let decided = matches!(detail.row.group, Some((_, true)));
        let group = detail.row.group.map(|(group, _)| self.teller.group(group));
        let reason = self.teller.reason(&detail.reason);
        let id = match (&group, decided) {
            (Some(_), true) => "case-group-decided",
            (Some(_), false) => "case-group-proposed",
            (None, _) => "case-group-unknown",
        };
        let group = group.unwrap_or_default();
        let words = self.with(id, &[("group", group.into()), ("reason", reason.into())]);
        self.field(
            "field-group",
            &words,
            if decided { Tone::Text } else { Tone::Accent },
        );
    }

    /// Group, routing and findings: each with its reason and its key.
    fn proposals(&mut self, detail: &Detail) {
        if !detail.row.provider {
            self.group(detail);
        }
        let route = &detail.route;
        if let Some(kind) = &route.kind {
            let kind = self.teller.kind(kind);
            let to = route.to.clone().unwrap_or_else(|| self.text("who-nobody"));
            let copy = if route.copy.is_empty() {
                "–".to_owned()
            } else {
                route.copy.join(", ")
            };
            let id = match (route.done, route.words.is_empty()) {
                (true, _) => "case-route-done",
                (false, true) => "case-route-by-hand",
                (false, false) => "case-route",
            };
            let words = self.with(
                id,
                &[
                    ("kind", kind.into()),
                    ("to", to.into()),
                    ("copy", copy.into()),
                    ("words", route.words.clone().into()),
                ],
            );
            self.field(
                "field-route",
                &words,
                if route.done {
                    Tone::Muted
                } else {
                    Tone::Accent
                },
            );
        }
        for finding in detail.row.findings.iter() {
            let words = match finding {
                Finding::Subject => self.with(
                    "lint-subject",
                    &[("to", detail.suggested_subject.clone().into())],
                ),
                Finding::Several => self.with("lint-several", &[("n", detail.pieces.len().into())]),
                Finding::NoDeadline => self.text("lint-no-deadline"),
                Finding::DoubtfulDate => self.text("lint-doubtful-date"),
                Finding::Copies => {
                    self.with("lint-copies", &[("n", u32::from(detail.copies).into())])
                }
            };
            self.field("field-lint", &words, Tone::Soon);
        }
    }

    fn wish(&mut self, detail: &Detail) {
        let wish = &detail.wish;
        let mut said: Vec<String> = Vec::new();
        if let Some(n) = wish.participants {
            said.push(self.with("wish-participants", &[("n", n.into())]));
        }
        if !wish.dates.is_empty() {
            said.push(wish.dates.to_string());
        }
        match wish.online {
            Some(true) => said.push(self.text("wish-online")),
            Some(false) | None if !wish.place.is_empty() => said.push(wish.place.to_string()),
            Some(false) | None => {}
        }
        if let Some(budget) = wish.budget {
            let digits = u8::try_from(budget.currency.digits()).unwrap_or(2);
            said.push(
                self.formats
                    .money(budget.minor, digits, budget.currency.code()),
            );
        }
        if !said.is_empty() {
            self.field("field-wish", &said.join(" · "), Tone::Text);
        }
    }
}
