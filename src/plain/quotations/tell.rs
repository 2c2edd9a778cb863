//! Quotations told: a row of the list, one whole, in words and as JSON.

use serde_json::{Value, json};

use crate::desk::views::{QuotationRow, QuotationWhole, TurnOf, VersionView};
use crate::document;
use crate::domain::money::Money;
use crate::plain::moments;
use crate::plain::table::{Cell, Column};
use crate::plain::words::{Page, Words, iso};

/// The columns of the list.
pub(super) const COLUMNS: [Column; 9] = [
    Column::new("column-quotation"),
    Column::new("column-round").spare(),
    Column::new("column-stage"),
    Column::new("column-turn"),
    Column::new("column-due-by"),
    Column::number("column-total"),
    Column::new("column-request").spare(),
    Column::new("column-client").spare(),
    Column::text("column-subject"),
];

/// The row of a quotation, under these columns.
pub(super) fn cells(words: &Words, row: &QuotationRow) -> [Cell; 9] {
    let teller = words.teller();
    [
        Cell::plain(row.id),
        Cell::named(
            row.round.key(),
            teller.named("quotation-round", row.round.key()),
        ),
        Cell::named(
            row.stage.key(),
            teller.named("quotation-stage", row.stage.key()),
        ),
        Cell::named(turn_key(&row.turn), teller.turn_of(&row.turn)).or_dash(),
        Cell::due(words, row.due.map(|due| (due, row.overdue))),
        Cell::money(words, row.total),
        Cell::plain(row.request),
        Cell::plain(&row.organisation),
        Cell::plain(&row.subject),
    ]
}

fn turn_key(turn: &TurnOf) -> String {
    match turn {
        TurnOf::You => "you".to_owned(),
        TurnOf::Person(name) => name.clone(),
        TurnOf::Role(role) => role.key().to_owned(),
        TurnOf::Client => "client".to_owned(),
        TurnOf::House => "house".to_owned(),
        TurnOf::Nobody => "-".to_owned(),
    }
}

/// A row of the list as JSON.
pub(super) fn row_json(row: &QuotationRow) -> Value {
    json!({
        "quotation": row.id.to_string(),
        "request": row.request.to_string(),
        "subject": row.subject,
        "organisation": row.organisation,
        "officer": row.officer,
        "round": row.round.key(),
        "stage": row.stage.key(),
        "turn": turn_key(&row.turn),
        "due": row.due.map(iso),
        "overdue": row.overdue,
        "total": row.total.map(|total| total.to_string()),
        "valid_until": row.valid_until.map(iso),
        "tags": row.tags,
    })
}

fn version_json(version: &VersionView, whole: &QuotationWhole, words: &Words) -> Value {
    let currency = version.totals.currency;
    let money = |minor| Money { minor, currency }.to_string();
    let texts = whole.texts_of(version.number);
    let line = |line: &crate::domain::prices::Line| {
        json!({
            "product": line.product,
            "text": line.text,
            "quantity": line.quantity,
            "unit": words.key(line.unit),
            "price": money(line.price),
            "discount_permille": line.discount,
            "vat_permille": line.vat,
            "net": money(line.net()),
        })
    };
    let vat = version.totals.vat.iter();
    let vat = vat.map(|v| json!({"permille": v.rate, "base": money(v.base), "vat": money(v.vat)}));
    json!({
        "version": version.number,
        "at": iso(version.at),
        "by": version.by,
        "lines": version.lines.iter().map(line).collect::<Vec<_>>(),
        "net": money(version.totals.net),
        "vat": vat.collect::<Vec<_>>(),
        "total": money(version.totals.gross),
        "listed": version.listed,
        "note": version.note,
        "valid_until": iso(version.valid_until),
        "project": texts.project,
        "conditions": texts.conditions,
        "paper": match (version.has_paper, version.was_sent) {
            (true, _) => "sent",
            (false, true) => "as of today",
            (false, false) => "draft",
        },
    })
}

/// A quotation whole as JSON.
pub(super) fn whole_json(whole: &QuotationWhole, words: &Words) -> Value {
    let view = &whole.view;
    let mut all = row_json(&view.row);
    let brief = view.brief.as_ref().map(|brief| {
        json!({
            "work": brief.work.map(|w| words.key(w)),
            "audience": brief.audience.map(|a| words.key(a)),
            "market": brief.market.map(|c| c.code().to_owned()),
            "brand": brief.brand,
            "language": brief.language.code(),
            "participants": brief.participants,
            "sessions": brief.sessions,
            "dates": brief.dates,
            "place": brief.place,
            "online": brief.online,
            "deadline": brief.deadline.map(iso),
            "asked": whole.asked,
        })
    });
    let versions = view.versions.iter();
    let more = json!({
        "brief": brief,
        "missing": view.missing.iter().map(|field| field.key()).collect::<Vec<_>>(),
        "told": view.copies,
        "words": whole.words,
        "versions": versions.map(|v| version_json(v, whole, words)).collect::<Vec<_>>(),
        "timeline": whole.moments.iter().map(|m| moments::json(words, m)).collect::<Vec<_>>(),
    });
    if let (Value::Object(all), Value::Object(more)) = (&mut all, more) {
        all.extend(more);
    }
    all
}

/// A quotation whole, as text: where it stands, what is asked, its current version, what happened.
pub(super) fn page<'a>(words: &'a Words, whole: &QuotationWhole) -> Page<'a> {
    let (view, teller) = (&whole.view, words.teller());
    let row = &view.row;
    let stage = teller.quotation_stage(row.stage, row.round);
    let mut page = Page::new(teller);
    page.line(format!("{} {} ({stage})", row.id, row.subject));
    page.field("field-client", &row.organisation);
    page.field("quotation-request", &row.request.to_string());
    page.field("quotation-officer", &row.officer);
    page.field("quotation-turn", &teller.turn_of(&row.turn));
    let due = row.due.map(|at| teller.stamp(at));
    page.field("quotation-due", &due.unwrap_or_default());
    page.field("field-tags", &teller.tags(&row.tags).join(", "));
    if let Some(brief) = &view.brief {
        for (id, words) in teller.brief_fields(brief, &view.brand) {
            page.field(id, &words);
        }
        page.field("brief-asked", &whole.asked);
    }
    if !whole.unshown.is_empty() {
        page.field("paper-unshown", &document::codes_of(&whole.unshown));
    }
    if let Some(version) = view.current() {
        version_fields(&mut page, version);
    }
    page.gap();
    let moments = whole.moments.iter();
    let lines = moments.filter_map(|moment| moments::line(words, moment));
    page.lines.extend(lines);
    page
}

fn version_fields(page: &mut Page<'_>, version: &VersionView) {
    let (teller, currency) = (page.teller, version.totals.currency);
    page.field("quotation-version", &version.number.to_string());
    for line in &version.lines {
        let (what, net) = (
            teller.quotation_line(line, currency),
            teller.quotation_net(line, currency),
        );
        page.field("quotation-line", &format!("{} · {what} = {net}", line.text));
    }
    page.field("quotation-net", &teller.money(version.totals.net()));
    page.field("quotation-total", &teller.money(version.totals.gross()));
    page.field("quotation-valid", &teller.stamp(version.valid_until));
    page.field("quotation-note", &version.note);
}
