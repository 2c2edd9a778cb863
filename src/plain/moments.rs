//! What happened, moment by moment: as a line, as a row of a list, with all that came with it, and as JSON.

use serde_json::{Value, json};

use super::table::{Cell, Column, Form, List};
use super::words::{Words, iso, labelled};
use super::{Out, Place};
use crate::desk::views::{Beside, Moment, MomentKind, Told};
use crate::domain::deed::Deed;
use crate::domain::lists::Entry;
use crate::domain::opportunity::EndReason;
use crate::domain::opportunity::mission::Task;
use crate::domain::trade::DeclineReason;

/// The columns of a history.
const COLUMNS: [Column; 3] = [
    Column::new("column-at"),
    Column::new("column-by"),
    Column::text("column-what"),
];

/// What a moment says: what was done, with the text behind it in brief.
fn what(words: &Words, moment: &Moment) -> Option<String> {
    let what = words.teller().moment(moment)?;
    if let MomentKind::Note(text) | MomentKind::Call(_, text) = &moment.kind
        && !text.is_empty()
    {
        let text = text.replace('\n', " ");
        return Some(labelled(&words.teller(), &what, &text));
    }
    Some(what)
}

/// Prints a history: what is told of each moment, all of them as JSON.
pub(super) async fn print(
    place: &Place,
    form: &Form,
    words: &Words,
    moments: &[Moment],
    out: &mut Out,
) {
    let mut list = List::new(place, form, &COLUMNS, out);
    for moment in moments {
        let Some(what) = what(words, moment).or(form.json.then(String::new)) else {
            continue;
        };
        let who = words.teller().who(&moment.who);
        let cells = || {
            [
                Cell::at(words, moment.at),
                Cell::plain(who),
                Cell::plain(what),
            ]
        };
        list.row(|| json(words, moment), cells).await;
    }
    list.end().await;
}

/// A moment as a line of a page: when by the house's clock, who, what.
pub(super) fn line(words: &Words, moment: &Moment) -> Option<String> {
    let what = what(words, moment)?;
    let (at, who) = (
        words.teller().stamp(moment.at),
        words.teller().who(&moment.who),
    );
    Some(format!("{at}  {who}  {what}"))
}

/// A moment as lines of a page, with all that came with it: its text, what it quotes, and its files.
pub(super) fn lines(words: &Words, moment: &Moment) -> Vec<String> {
    let mut lines: Vec<String> = line(words, moment).into_iter().collect();
    if let MomentKind::Came { body, .. } = &moment.kind {
        let texts = [body.own.trim(), body.quoted.trim_end()];
        let texts = texts.into_iter().flat_map(str::lines);
        lines.extend(texts.map(|line| format!("  {line}")));
        for (name, bytes) in &body.files {
            let bytes = i64::try_from(*bytes).unwrap_or(i64::MAX);
            let values = [
                ("name", name.as_str().into()),
                ("size", words.teller().formats.number(bytes).into()),
            ];
            let file = words.teller().texts.with("plain-came-with", &values);
            lines.push(format!("  {file}"));
        }
    }
    lines
}

/// A moment as JSON, with the words of the line.
pub(super) fn json(words: &Words, moment: &Moment) -> Value {
    let mut value = bare_json(words, moment);
    value["words"] = json!(words.teller().moment(moment));
    value
}

/// A moment as JSON, in stable names alone.
pub(super) fn bare_json(words: &Words, moment: &Moment) -> Value {
    let mut value = json!({
        "at": iso(moment.at),
        "record": moment.seq,
        "who": who_json(&moment.who),
        "retracted": moment.retracted,
        "undo": moment.turned == Some(true),
        "redo": moment.turned == Some(false),
        "of": moment.of.map(|id| id.to_string()),
    });
    if let (Value::Object(value), Value::Object(more)) =
        (&mut value, kind_json(words, &moment.kind))
    {
        value.extend(more);
    }
    value
}

fn kind_json(words: &Words, kind: &MomentKind) -> Value {
    match kind {
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
            "said": beside.said,
            "amount": beside.amount.map(|amount| amount.to_string()),
            "words": said(words, beside),
        }),
        MomentKind::Merged { from, into, joined } => json!({
            "what": if *joined { "merged" } else { "unmerged" },
            "from": from.to_string(),
            "into": into.to_string(),
        }),
        MomentKind::SplitOff(other, subject) => {
            json!({"what": "split", "other": other.to_string(), "subject": subject})
        }
    }
}

/// What it says; of the logistics and of a reason, its stable name.
fn said(words: &Words, beside: &Beside) -> String {
    let number = || beside.words.parse().ok();
    let key = match beside.deed {
        Deed::Ticked | Deed::Unticked => number().map(|number| words.key(Task::of(number))),
        Deed::Ended => number().map(|number| words.key(EndReason::of(number))),
        Deed::Reasoned => number().map(|number| words.key(DeclineReason::of(number))),
        _ => None,
    };
    key.map_or_else(|| beside.words.clone(), String::from)
}

fn who_json(who: &Told) -> Value {
    match who {
        Told::House => json!({"house": true}),
        Told::Person(name, behalf) => json!({"person": name, "on_behalf_of": behalf}),
        Told::Outside(name) => json!({"outside": name}),
    }
}
