//! `quotations`, `quotation Q-…`, `quote R-…`, `quotation-step Q-… …`: quotations in plain words, as JSON, as
//! the paper the client gets, and the steps that scripts need.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::args::{Offered, Step};
use super::words::{Words, iso};
use super::{Out, Place, Problem, USAGE};
use crate::desk::views::{
    PaperSource, QuotationRow, QuotationView, QuotationWhole, TurnOf, VersionView, load_paper,
    load_quotation,
};
use crate::document;
use crate::domain::money::Money;
use crate::domain::quotation::{Desk, QuotationCommand};
use crate::domain::{Command, Millis, QuotationId, Refusal};

/// The quotation that is meant.
///
/// # Errors
/// What is no number of a quotation.
pub(super) fn quotation_id(text: &str) -> Result<QuotationId, Problem> {
    text.parse().map_err(|_| Problem::no_number(text, "Q-3"))
}

/// A day as scripts write it, at its beginning by the house's clock.
///
/// # Errors
/// What is no day.
pub(super) fn day(place: &Place, text: &str) -> Result<Millis, Problem> {
    use chrono::TimeZone;
    let day = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d")
        .map_err(|_| Problem::say(USAGE, "plain-no-day", [("text", text.to_owned())]))?;
    let me = place.desk.published().me(place.me()?, place.desk.now());
    let zone = me.map_or(chrono_tz::UTC, |me| me.zone);
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    let at = zone.from_local_datetime(&midnight).earliest();
    Ok(at.map_or_else(
        || midnight.and_utc().timestamp_millis(),
        |at| at.timestamp_millis(),
    ))
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

/// A line of the list, its columns parted by tabs: number, round, stage, whose turn, by when, total, request,
/// client, subject.
fn row_line(row: &QuotationRow) -> String {
    let late = if row.overdue { "!" } else { "" };
    let due = row.due.map(|due| format!("{}{late}", iso(due)));
    [
        row.id.to_string(),
        row.round.key().to_owned(),
        row.stage.key().to_owned(),
        turn_key(&row.turn),
        due.unwrap_or_default(),
        row.total.map(|total| total.to_string()).unwrap_or_default(),
        row.request.to_string(),
        row.organisation.clone(),
        row.subject.clone(),
    ]
    .join("\t")
}

fn row_json(row: &QuotationRow) -> Value {
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

fn version_json(version: &VersionView, whole: &QuotationWhole) -> Value {
    let currency = version.totals.currency;
    let money = |minor| Money { minor, currency }.to_string();
    let texts = whole.texts_of(version.number);
    let line = |line: &crate::domain::prices::Line| {
        json!({
            "product": line.product,
            "text": line.text,
            "quantity": line.quantity,
            "unit": line.unit.key(),
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

fn whole_json(whole: &QuotationWhole, words: &Words) -> Value {
    let view = &whole.view;
    let mut all = row_json(&view.row);
    let brief = view.brief.as_ref().map(|brief| {
        json!({
            "work": brief.work.map(|w| w.key()),
            "audience": brief.audience.map(|a| a.key()),
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
        "versions": versions.map(|v| version_json(v, whole)).collect::<Vec<_>>(),
        "timeline": whole.moments.iter().map(|m| words.moment_json(m)).collect::<Vec<_>>(),
    });
    if let (Value::Object(all), Value::Object(more)) = (&mut all, more) {
        all.extend(more);
    }
    all
}

pub async fn quotations(place: &Place, as_json: bool, out: &mut Out) -> Result<(), Problem> {
    let sight = place.desk.sight(place.me()?);
    let rows = sight.quotations(place.desk.now());
    for row in rows.map_err(|refusal| place.refused(&refusal))? {
        if as_json {
            out.line(&row_json(&row).to_string()).await;
        } else {
            out.line(&row_line(&row)).await;
        }
        if out.is_gone() {
            return Ok(());
        }
    }
    Ok(())
}

pub async fn quotation(place: &Place, asked: &Offered, out: &mut Out) -> Result<(), Problem> {
    let (me, id) = (place.me()?, quotation_id(&asked.quotation)?);
    let now = place.desk.now();
    let whole = load_quotation(&place.desk, me, id, now).await?;
    let whole = whole.map_err(|refusal| place.refused(&refusal))?;
    let words = Words::new(place, me);
    if asked.text || asked.pdf {
        return paper(place, id, asked, out).await;
    }
    if asked.json {
        out.line(&whole_json(&whole, &words).to_string()).await;
        return Ok(());
    }
    for line in words.quotation_lines(&whole) {
        out.line(&line).await;
    }
    for moment in &whole.moments {
        if let Some(line) = words.moment_line(moment) {
            out.line(&line).await;
        }
    }
    Ok(())
}

/// The paper of a version, as text or as PDF.
async fn paper(
    place: &Place,
    id: QuotationId,
    asked: &Offered,
    out: &mut Out,
) -> Result<(), Problem> {
    let (me, now) = (place.me()?, place.desk.now());
    let paper = load_paper(&place.desk, me, id, asked.version, now).await?;
    let paper = paper.map_err(|refusal| match refusal {
        Refusal::NoSuchThing => Problem::say(1, "plain-no-version", [("of", id.to_string())]),
        refusal => place.refused(&refusal),
    })?;
    let words = Words::new(place, me);
    if paper.source == PaperSource::AsOfToday {
        out.note(&words.teller().texts.get("paper-as-of-today"))
            .await;
    }
    if !asked.pdf {
        for line in paper.text().lines() {
            out.line(line).await;
        }
        return Ok(());
    }
    let unshown = paper.unshown();
    if !unshown.is_empty() {
        out.note(&words.teller().unshown_on_paper(&unshown)).await;
    }
    let desk = place.desk.clone();
    let bytes = tokio::task::spawn_blocking(move || paper.pdf(&desk)).await;
    let bytes = bytes.map_err(|_| Problem::say(1, "plain-no-pdf", [("of", id.to_string())]))?;
    out.bytes(&bytes).await;
    Ok(())
}

pub async fn quote(place: &Place, request: &str, out: &mut Out) -> Result<(), Problem> {
    let request = super::show::request(request)?;
    send(place, QuotationCommand::Begin(request)).await?;
    let sight = place.desk.sight(place.me()?);
    if let Some(id) = sight.quotation_of(request) {
        out.line(&id.to_string()).await;
    }
    Ok(())
}

pub async fn step(place: &Place, id: &str, step: &Step, out: &mut Out) -> Result<(), Problem> {
    let id = quotation_id(id)?;
    let now = place.desk.now();
    let sight = place.desk.sight(place.me()?);
    let view = sight.quotation(id, now);
    let view = view.map_err(|refusal| place.refused(&refusal))?;
    if let Step::Send = step {
        warn_of_unshown(place, id, out).await?;
    }
    send(place, command(place, id, &view, step)?).await?;
    let after = place.desk.sight(place.me()?).quotation(id, now);
    if let Ok(view) = after {
        out.line(&row_line(&view.row)).await;
    }
    Ok(())
}

/// Names the characters that the client would see as a box, before it is too late to change them.
async fn warn_of_unshown(place: &Place, id: QuotationId, out: &mut Out) -> Result<(), Problem> {
    let (me, now) = (place.me()?, place.desk.now());
    let paper = load_paper(&place.desk, me, id, None, now).await?;
    let unshown = paper.map(|paper| paper.unshown()).unwrap_or_default();
    if !unshown.is_empty() {
        let words = Words::new(place, me);
        out.note(&words.teller().unshown_on_paper(&unshown)).await;
    }
    Ok(())
}

fn command(
    place: &Place,
    id: QuotationId,
    view: &QuotationView,
    step: &Step,
) -> Result<QuotationCommand, Problem> {
    let quotation = id;
    let version = view.current().map_or(0, |version| version.number);
    let words = |words: &Option<String>| words.clone().unwrap_or_default().into();
    Ok(match step {
        Step::R1 => QuotationCommand::SendR1(quotation),
        Step::Prices => QuotationCommand::HandPrices(quotation),
        Step::Project => QuotationCommand::HandProject(quotation),
        Step::Send => QuotationCommand::Send { quotation, version },
        Step::R2 { afresh, words: why } => QuotationCommand::SendR2 {
            quotation,
            afresh: *afresh,
            words: words(why),
        },
        Step::Return { to, reason } => {
            let desk = |key: &str| {
                let all = [
                    Desk::Brief,
                    Desk::Pricing,
                    Desk::Assembly,
                    Desk::Verification,
                ];
                all.into_iter().find(|desk| desk.key() == key)
            };
            let to = desk(to).ok_or_else(|| {
                let known = "brief, pricing, assembly".to_owned();
                Problem::say(
                    USAGE,
                    "plain-no-desk",
                    [("text", to.clone()), ("known", known)],
                )
            })?;
            QuotationCommand::Return {
                quotation,
                // Of one that is at none of them the rules say where it is.
                from: view.row.at.unwrap_or(Desk::Verification),
                to,
                reason: reason.as_str().into(),
            }
        }
        Step::Accept { words: said } => QuotationCommand::Accept {
            quotation,
            version: view.sent_version.unwrap_or(version),
            words: words(said),
        },
        Step::Decline { reason } => QuotationCommand::Decline {
            quotation,
            reason: reason.as_str().into(),
        },
        Step::Drop { reason } => QuotationCommand::Drop {
            quotation,
            reason: reason.as_str().into(),
        },
        Step::Extend { until } => QuotationCommand::Extend {
            quotation,
            until: day(place, until)? + 24 * 3_600_000 - 1,
        },
        Step::Tag { tag, off } => QuotationCommand::Tag {
            quotation,
            tag: tag.as_str().into(),
            there: !off,
        },
    })
}

async fn send(place: &Place, wanted: QuotationCommand) -> Result<(), Problem> {
    let command = Command::Quotation(Box::new(wanted));
    place.submit(command).await.map(drop)
}

impl Words {
    /// A quotation as lines: where it stands, what is asked, its current version.
    fn quotation_lines(&self, whole: &QuotationWhole) -> Vec<String> {
        let (view, teller) = (&whole.view, self.teller());
        let row = &view.row;
        let label = |id: &str| teller.texts.get(id).into_owned();
        let stage = teller.quotation_stage(row.stage, row.round);
        let mut lines = vec![format!("{} {} ({stage})", row.id, row.subject)];
        let mut field = |id: &str, words: String| {
            if !words.trim().is_empty() {
                lines.push(format!("{}: {words}", label(id)));
            }
        };
        field("field-client", row.organisation.clone());
        field("quotation-request", row.request.to_string());
        field("quotation-officer", row.officer.clone());
        field("quotation-turn", teller.turn_of(&row.turn));
        field(
            "quotation-due",
            row.due.map(|at| teller.full(at)).unwrap_or_default(),
        );
        field("field-tags", row.tags.join(", "));
        if let Some(brief) = &view.brief {
            for (id, words) in teller.brief_fields(brief, &view.brand) {
                field(id, words);
            }
            field("brief-asked", whole.asked.clone());
        }
        if !whole.unshown.is_empty() {
            field("paper-unshown", document::codes_of(&whole.unshown));
        }
        if let Some(version) = view.current() {
            let currency = version.totals.currency;
            field("quotation-version", version.number.to_string());
            for line in &version.lines {
                let (what, net) = (
                    teller.quotation_line(line, currency),
                    teller.quotation_net(line, currency),
                );
                field("quotation-line", format!("{} · {what} = {net}", line.text));
            }
            field("quotation-net", teller.money(version.totals.net()));
            field("quotation-total", teller.money(version.totals.gross()));
            field("quotation-valid", teller.full(version.valid_until));
            field("quotation-note", version.note.clone());
        }
        lines.push(String::new());
        lines
    }
}
