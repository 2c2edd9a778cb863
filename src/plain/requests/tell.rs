//! Requests told: a row of the inbox, one request whole, in words and as JSON. The same as on screen, for scripts and
//! screen readers.

use serde_json::{Value, json};

use crate::desk::views::{Detail, RequestRow};
use crate::domain::Millis;
use crate::domain::request::{RequestStage, Status};
use crate::plain::moments;
use crate::plain::table::{Cell, Column};
use crate::plain::words::{Page, Words, iso};

/// The columns of the inbox.
pub(super) const COLUMNS: [Column; 7] = [
    Column::new("column-request"),
    Column::new("column-status").spare(),
    Column::new("column-turn"),
    Column::new("column-due-by"),
    Column::new("column-in-charge").spare(),
    Column::new("column-client"),
    Column::text("column-subject"),
];

/// The row of a request, under these columns.
pub(super) fn cells(words: &Words, row: &RequestRow, now: Millis) -> [Cell; 7] {
    let teller = words.teller();
    let who = row.assignee.as_ref().map(|(_, name, _)| name.as_str());
    let due = row.due.map(|due| (due, row.is_overdue(now)));
    [
        Cell::plain(row.id),
        Cell::named(status(row.status), teller.status(row.status)),
        Cell::named(row.owing.key(), teller.owing_short(&row.owing)),
        Cell::due(words, due),
        Cell::plain(who.unwrap_or_default()).or_dash(),
        Cell::plain(&row.organisation),
        Cell::plain(&row.subject),
    ]
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

/// A row of the inbox as JSON.
pub(super) fn row_json(row: &RequestRow) -> Value {
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

/// A request whole as JSON.
pub(super) fn detail_json(detail: &Detail, words: &Words) -> Value {
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
        "timeline": detail.moments.iter().map(|moment| moments::bare_json(words, moment)).collect::<Vec<_>>(),
    });
    if let (Value::Object(all), Value::Object(more)) = (&mut all, more) {
        all.extend(more);
    }
    all
}

/// A request whole, as text.
pub(super) fn page<'a>(words: &'a Words, detail: &Detail) -> Page<'a> {
    let (row, teller) = (&detail.row, words.teller());
    let mut page = Page::new(teller);
    page.line(format!("{} {}", row.id, row.subject));
    let country = detail.country.map(|c| format!(" ({})", c.code()));
    let client = match row.provider {
        true => words.text("provider-no-client"),
        false => format!("{}{}", row.organisation, country.unwrap_or_default()),
    };
    page.field("field-client", &client);
    let from = detail.contact.iter().map(String::as_str);
    let from: Vec<&str> = from.filter(|part| !part.is_empty()).collect();
    page.field("field-from", &from.join(", "));
    page.field("field-received", &teller.stamp(row.received_at));
    let who = row.assignee.as_ref().map(|(_, name, _)| name.as_str());
    page.field("field-who", who.unwrap_or_default());
    let turn = teller.next_step_by(row, |due| teller.stamp(due)).0;
    page.field("field-turn", &turn);
    let deadline = detail.deadline.map(|at| teller.stamp(at));
    page.field("field-deadline", &deadline.unwrap_or_default());
    let reason = teller.reason(&detail.reason);
    let group = match row.group {
        Some((group, _)) => format!("{} ({reason})", teller.group(group)),
        None => teller
            .texts
            .with("case-group-unknown", &[("reason", reason.into())]),
    };
    // No client asks: there is no way of working to propose.
    if !row.provider {
        page.field("field-group", &group);
    }
    let kind = detail.route.kind.as_deref().map(|kind| teller.kind(kind));
    page.field("field-route", &kind.unwrap_or_default());
    page.field("field-tags", &teller.tags(&row.tags).join(", "));
    page.gap();
    for moment in &detail.moments {
        page.lines.extend(moments::lines(words, moment));
    }
    page
}
