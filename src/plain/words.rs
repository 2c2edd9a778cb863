//! Views in plain words and as JSON (WKS-5): the same as on screen, for scripts and screen readers.

use std::sync::Arc;

use chrono::SecondsFormat;
use serde_json::{Value, json};

use super::Place;
use crate::desk::Done;
use crate::desk::views::{Detail, Moment, MomentKind, Names, RequestRow, Told};
use crate::domain::request::{RequestStage, Status};
use crate::domain::{Millis, PersonId};
use crate::ui::kit::formats::Formats;
use crate::ui::kit::texts::Texts;
use crate::ui::tell::{Teller, local};

/// An instant as machines read it.
pub fn iso(at: Millis) -> String {
    local(chrono_tz::UTC, at).to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Snoozed { .. } => "snoozed",
        Status::Closed { .. } => "closed",
        Status::Merged { .. } => "merged",
        Status::Void => "void",
    }
}

fn stage(stage: RequestStage) -> &'static str {
    match stage {
        RequestStage::New => "new",
        RequestStage::Attempted => "attempted",
        RequestStage::InTouch => "in-touch",
        RequestStage::Validated => "validated",
    }
}

/// A line of the inbox, its columns parted by tabs: number, status, who owes, by when, who works it,
/// client, subject.
pub fn row_line(row: &RequestRow, now: Millis) -> String {
    let late = if row.is_overdue(now) { "!" } else { "" };
    let due = row
        .due
        .map(|due| format!("{}{late}", iso(due)))
        .unwrap_or_default();
    let who = row.assignee.as_ref().map_or("-", |(_, name, _)| name);
    [
        row.id.to_string().as_str(),
        status(row.status),
        row.owing.key(),
        &due,
        who,
        &row.organisation,
        &row.subject,
    ]
    .join("\t")
}

/// A line of the inbox as JSON.
pub fn row_json(row: &RequestRow) -> Value {
    json!({
        "request": row.id.to_string(),
        "status": status(row.status),
        "stage": stage(row.stage),
        "subject": row.subject,
        "organisation": row.organisation,
        "from": if row.provider { "provider" } else { "client" },
        "assignee": row.assignee.as_ref().map(|(id, name, _)| json!({"person": id.to_string(), "name": name})),
        "owes": row.owing.key(),
        "since": iso(row.since),
        "follows": row.follows,
        "due": row.due.map(iso),
        "received": iso(row.received_at),
        "group": {
            "name": row.group.map(|(group, _)| group.key()),
            "decided": matches!(row.group, Some((_, true))),
        },
        "findings": row.findings.iter().map(|finding| finding.key()).collect::<Vec<_>>(),
        "tags": row.tags,
        "attachments": row.attachments,
    })
}

/// A case whole as JSON.
pub fn detail_json(detail: &Detail) -> Value {
    let [name, email, phone] = &detail.contact;
    let mut all = row_json(&detail.row);
    let more = json!({
        "contact": {"name": name, "email": email, "phone": phone},
        "country": detail.country.map(|c| c.code().to_owned()),
        "segment": detail.segment,
        "language": detail.language.code(),
        "source": detail.source.key(),
        "kind": detail.route.kind,
        "route": {"to": detail.route.to, "copy": detail.route.copy, "words": detail.route.words},
        "deadline": detail.deadline.map(iso),
        "dates": detail.wish.dates,
        "place": detail.wish.place,
        "online": detail.wish.online,
        "participants": detail.wish.participants,
        "budget": detail.wish.budget.map(|b| b.to_string()),
        "watchers": detail.watchers,
        "related": detail.related.map(|id| id.to_string()),
        "attempts": detail.attempts,
        "timeline": detail.moments.iter().map(moment_json).collect::<Vec<_>>(),
    });
    if let (Value::Object(all), Value::Object(more)) = (&mut all, more) {
        all.extend(more);
    }
    all
}

fn who_json(who: &Told) -> Value {
    match who {
        Told::House => json!({"house": true}),
        Told::Person(name, behalf) => json!({"person": name, "on_behalf_of": behalf}),
        Told::Outside(name) => json!({"outside": name}),
    }
}

fn moment_json(moment: &Moment) -> Value {
    let mut value = json!({
        "at": iso(moment.at),
        "record": moment.seq,
        "who": who_json(&moment.who),
        "retracted": moment.retracted,
        "undo": moment.turned == Some(true),
        "redo": moment.turned == Some(false),
        "of": moment.of.map(|id| id.to_string()),
    });
    let more = match &moment.kind {
        MomentKind::Came {
            source,
            subject,
            from,
            body,
        } => json!({
            "what": "came", "source": source.key(), "subject": subject, "from": from,
            "text": body.own, "quoted": body.quoted, "meetings": body.meetings,
            "files": body.files.iter().map(|(name, size)| json!({"name": name, "bytes": size})).collect::<Vec<_>>(),
            "automatic": body.automatic, "cut": body.cut,
        }),
        MomentKind::Note(text) => json!({"what": "note", "text": text}),
        MomentKind::Call(outcome, text) => {
            json!({"what": "call", "outcome": outcome.key(), "text": text})
        }
        MomentKind::Change(_) => json!({"what": "change"}),
        MomentKind::Beside(beside) => json!({
            "what": beside.deed.key(),
            "of": beside.of.to_string(),
            "who": beside.who,
            "on_word_of": beside.word_of,
            "amount": beside.amount.map(|amount| amount.to_string()),
            "words": beside.words,
        }),
        MomentKind::Merged { from, into, joined } => json!({
            "what": if *joined { "merged" } else { "unmerged" },
            "from": from.to_string(),
            "into": into.to_string(),
        }),
        MomentKind::SplitOff(other, subject) => {
            json!({"what": "split", "other": other.to_string(), "subject": subject})
        }
    };
    if let (Value::Object(value), Value::Object(more)) = (&mut value, more) {
        value.extend(more);
    }
    value
}

/// Values in words, for a command line.
pub struct Words {
    texts: Texts,
    formats: Formats,
    names: Arc<Names>,
    zone: chrono_tz::Tz,
    now: Millis,
}

impl Words {
    /// For `me`, in the language asked for.
    pub fn new(place: &Place, me: PersonId) -> Words {
        let (lang, now) = (place.lang, place.desk.now());
        let published = place.desk.published();
        Words {
            texts: Texts::new(lang),
            formats: Formats::new(lang),
            names: published.names(me),
            zone: published.me(me, now).map_or(chrono_tz::UTC, |me| me.zone),
            now,
        }
    }

    /// Values in words.
    pub fn teller(&self) -> Teller<'_> {
        Teller {
            texts: &self.texts,
            formats: &self.formats,
            zone: self.zone,
            now: self.now,
            names: &self.names,
        }
    }

    /// What a command came to.
    pub fn done(&self, done: &Done) -> String {
        self.teller().done(done)
    }

    /// A line of the history: when, who, what; the texts behind it in brief.
    pub fn moment_line(&self, moment: &Moment) -> Option<String> {
        let teller = self.teller();
        let mut line = format!(
            "{}\t{}\t{}",
            iso(moment.at),
            teller.who(&moment.who),
            teller.moment(moment)?
        );
        if let MomentKind::Note(text) | MomentKind::Call(_, text) = &moment.kind
            && !text.is_empty()
        {
            line.push_str(": ");
            line.push_str(&text.replace('\n', " "));
        }
        Some(line)
    }

    /// A moment with all that came with it: its text, what it quotes, and its files.
    fn moment_lines(&self, moment: &Moment) -> Vec<String> {
        let mut lines: Vec<String> = self.moment_line(moment).into_iter().collect();
        if let MomentKind::Came { body, .. } = &moment.kind {
            lines.extend(body.own.trim().lines().map(|line| format!("  {line}")));
            lines.extend(
                body.quoted
                    .trim_end()
                    .lines()
                    .map(|line| format!("  {line}")),
            );
            lines.extend(
                body.files
                    .iter()
                    .map(|(name, bytes)| format!("  [{name}, {bytes} bytes]")),
            );
        }
        lines
    }

    /// The same as JSON, with the words of the line.
    pub fn moment_json(&self, moment: &Moment) -> Value {
        let mut value = moment_json(moment);
        value["words"] = json!(self.teller().moment(moment));
        value
    }

    /// A case whole, as text.
    pub fn detail_lines(&self, detail: &Detail) -> Vec<String> {
        let (row, teller) = (&detail.row, self.teller());
        let label = |id: &str| self.texts.get(id).into_owned();
        let mut lines = vec![format!("{} {}", row.id, row.subject)];
        let mut field = |id: &str, words: String| {
            if !words.trim().is_empty() {
                lines.push(format!("{}: {words}", label(id)));
            }
        };
        let country = detail
            .country
            .map(|c| format!(" ({})", c.code()))
            .unwrap_or_default();
        let client = if row.provider {
            label("provider-no-client")
        } else {
            format!("{}{country}", row.organisation)
        };
        field("field-client", client);
        let from: Vec<&str> = detail
            .contact
            .iter()
            .map(String::as_str)
            .filter(|p| !p.is_empty())
            .collect();
        field("field-from", from.join(", "));
        field("field-received", iso(row.received_at));
        field(
            "field-who",
            row.assignee
                .as_ref()
                .map(|(_, name, _)| name.clone())
                .unwrap_or_default(),
        );
        field("field-turn", teller.next_step(row).0);
        field(
            "field-deadline",
            detail
                .deadline
                .map(|at| teller.full(at))
                .unwrap_or_default(),
        );
        let reason = teller.reason(&detail.reason);
        let group = match row.group {
            Some((group, _)) => format!("{} ({reason})", teller.group(group)),
            None => self
                .texts
                .with("case-group-unknown", &[("reason", reason.into())]),
        };
        // No client asks: there is no way of working to propose.
        if !row.provider {
            field("field-group", group);
        }
        field(
            "field-route",
            detail
                .route
                .kind
                .as_deref()
                .map(|kind| teller.kind(kind))
                .unwrap_or_default(),
        );
        field("field-tags", row.tags.join(", "));
        lines.push(String::new());
        for moment in &detail.moments {
            lines.extend(self.moment_lines(moment));
        }
        lines
    }
}
