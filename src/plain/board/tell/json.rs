//! The board's views as JSON, with the stable names that scripts want. What is not theirs to see is not there.

use crate::domain::opportunity::phase::Progress;
use serde_json::{Value, json};

use crate::desk::views::{
    BoardRow, Counts, CreditPage, OpportunityPage, ProposalRow, Stats, StepState, Whose,
};
use crate::domain::money::Money;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::{Agreement, Formula};
use crate::plain::words::{Words, iso};

pub(super) fn money(amount: Option<Money>) -> Value {
    amount.map_or(Value::Null, |amount| {
        json!({"minor": amount.minor, "currency": amount.currency.code(), "text": amount.to_string()})
    })
}

/// A line of the board as JSON.
pub(in crate::plain::board) fn row_json(row: &BoardRow, words: &Words) -> Value {
    let opened = CreditKind::ALL.into_iter().zip(row.opened);
    let opened: Vec<&str> = opened
        .filter(|(_, is)| *is)
        .map(|(kind, _)| kind.key())
        .collect();
    json!({
        "opportunity": row.id.to_string(),
        "request": row.request.map(|id| id.to_string()),
        "group": row.group.key(),
        "stage": row.stage.key(),
        "title": row.title,
        "work": words.key(row.work),
        "audience": words.key(row.audience),
        "language": row.language.code(),
        "country": row.country.map(|c| c.code().to_owned()),
        "place": row.place,
        "online": row.online,
        "starts": row.starts.map(iso),
        "dates": row.dates,
        "participants": row.participants,
        "sessions": row.sessions,
        "level": row.level.map(|level| words.key(level)),
        "skills": row.skills.iter().map(|skill| words.key(*skill)).collect::<Vec<_>>(),
        "deadline": iso(row.deadline),
        "amount": money(row.amount),
        "formula": row.formula.map(Formula::key),
        "formula_chosen": row.chosen,
        "selected_by": row.selects.key(),
        "urgent": row.urgent,
        "posted": iso(row.posted_at),
        "stale": row.stale,
        "proposals": row.proposals,
        "mine": row.mine.map(Progress::key),
        "opened": opened,
        "eligible": row.eligible,
        "closed": row.closed,
        "favourite": row.favourite,
        "client": row.client,
        "my_turn": row.my_turn,
    })
}

/// The files of a proposal, in the order of their numbers.
fn files_json(files: &[(String, u64)]) -> Vec<Value> {
    let file = |(name, size): &(String, u64)| json!({"name": name, "size": size});
    files.iter().map(file).collect()
}

fn proposal_json(row: &ProposalRow, words: &Words) -> Value {
    json!({
        "proposal": row.id.to_string(),
        "by": {"person": row.person.to_string(), "name": row.name},
        "state": row.progress.key(),
        "verdict": row.verdict.key(),
        "price": money(row.price),
        "available": row.available,
        "text": row.text,
        "files": files_json(&row.files),
        "level": row.belt.map(|level| words.key(level)),
        "skills": row.skills.iter().map(|skill| words.key(*skill)).collect::<Vec<_>>(),
        "submitted": row.submitted_at.map(iso),
        "posting_changed": row.posting_changed,
        "promising": row.promising,
        "eligible": row.lacks.is_empty(),
        "words": row.words,
        "because": row.because.map(|why| words.key(why)),
    })
}

pub(super) fn agreement_json(agreement: &Agreement) -> Value {
    json!({
        "group": agreement.group.key(),
        "formula": agreement.formula.map(Formula::key),
        "price": money(Some(agreement.price)),
        "commission": money(Some(agreement.commission)),
        "commission_by": agreement.payer.key(),
        "r0_option": money(agreement.option),
        "coordination_per_service": money(agreement.coordination),
        "usage_permille": agreement.usage_permille,
        "contribution_permille": agreement.contribution_permille,
    })
}

/// An opportunity whole, as JSON. What is not theirs to see is not there.
pub(in crate::plain::board) fn page_json(page: &OpportunityPage, words: &Words) -> Value {
    let mut all = row_json(&page.row, words);
    let more = json!({
        "turn": turn_json(&page.turn),
        "text": page.text,
        "steps": page.steps.iter().map(step_json).collect::<Vec<_>>(),
        "lacks": page.lacks.len(),
        "client_card": page.client.as_ref().map(|c| json!({
            "organisation": c.organisation, "country": c.country.map(|c| c.code().to_owned()),
            "name": c.name, "email": c.email, "phone": c.phone,
        })),
        "own_proposal": page.mine.as_ref().map(|mine| json!({
            "proposal": mine.id.to_string(), "state": mine.progress.key(), "price": money(mine.says.price),
            "available": mine.says.available, "text": mine.says.text, "submitted": mine.submitted_at.map(iso),
            "promising": mine.promising, "words": mine.words,
            "because": mine.because.map(|why| words.key(why)), "files": files_json(&mine.says.files),
            "draft": mine.draft.as_ref().map(|draft| json!({
                "price": money(draft.price), "available": draft.available, "text": draft.text,
                "files": files_json(&draft.files),
            })),
        })),
        "others": page.others.as_ref().map(|others| json!({
            "count": others.count,
            "lowest": money(others.prices.map(|(low, _)| low)),
            "highest": money(others.prices.map(|(_, high)| high)),
            "whole": others.whole.iter().map(|offer| json!({
                "proposal": offer.id.to_string(), "by": offer.name, "price": money(offer.price),
                "available": offer.available, "text": offer.text, "files": files_json(&offer.files),
            })).collect::<Vec<_>>(),
        })),
        "ask": page.whom.as_ref().map(super::whom::machine),
        "both_sides": page.both_sides,
        "all_proposals": page.proposals.iter().map(|row| proposal_json(row, words)).collect::<Vec<_>>(),
        "terms": page.agreement.as_ref().map(|(agreement, agreed)| json!({
            "agreed": agreed, "terms": agreement_json(agreement),
        })),
        "agreement": page.deal.as_ref().map(super::deal::deal_json),
        "mission": page.mission.as_ref().map(|mission| json!({
            "coordinator": mission.coordinator.1,
            "of_firm": mission.of_firm.as_ref().map(|(firm, name)| json!({"firm": firm.to_string(), "name": name})),
            "team": mission.team.iter().map(|(_, name, role)| json!({"name": name, "role": role.key()})).collect::<Vec<_>>(),
            "ordered": mission.ordered, "held": mission.held,
            "sessions": mission.sessions.iter().map(|s| json!({
                "at": iso(s.at), "place": s.place, "by": s.by.as_ref().map(|(_, name)| name), "attended": s.attended,
            })).collect::<Vec<_>>(),
            "done": mission.tasks.iter().filter(|(_, done)| *done).map(|(task, _)| words.key(*task)).collect::<Vec<_>>(),
            "report": mission.report,
            "in_charge": mission.charge.named.iter().map(|(id, one)| json!({
                "contact": id.to_string(), "name": one.name, "email": one.email, "phone": one.phone,
            })).collect::<Vec<_>>(),
            "former_coordinators": mission.former.iter().map(|(name, until)| json!({
                "name": name, "until": iso(*until),
            })).collect::<Vec<_>>(),
            "waits_for_coordinator": mission.handover.as_ref().map(|one| json!({
                "offered_to": one.to.as_ref().map(|(_, name)| name), "price": money(one.price),
                "since": iso(one.at), "answer_pending": one.offered,
            })),
            "coordinated_until": mission.was_mine.map(iso),
        })),
    });
    if let (Value::Object(all), Value::Object(more)) = (&mut all, more) {
        all.extend(more);
    }
    all
}

fn step_json(step: &StepState) -> Value {
    json!({
        "step": step.kind.key(), "price": step.price, "left": step.left, "open": step.open,
        "at": step.at.map(iso),
    })
}

fn turn_json(turn: &Whose) -> Value {
    match turn {
        Whose::Proposers(until) => json!({"who": "proposers", "until": iso(*until)}),
        Whose::Client(name, n) => json!({"who": "client", "name": name, "proposals": n}),
        Whose::Chooser(name) => json!({"who": "client", "name": name, "chooses": "formula"}),
        Whose::Agreer(name) => json!({"who": "client", "name": name, "agrees": "terms"}),
        Whose::Selector(n) => json!({"who": "house", "proposals": n}),
        Whose::Winner(name) => json!({"who": "winner", "name": name}),
        Whose::Replacer => json!({"who": "house", "replaces": "coordinator"}),
        Whose::Coordinator(name) => json!({"who": "coordinator", "name": name}),
        Whose::House(until) => json!({"who": "house", "until": iso(*until)}),
        Whose::Nobody => json!({"who": "nobody"}),
    }
}

/// One's credits as JSON.
pub(in crate::plain::board) fn credits_json(page: &CreditPage) -> Value {
    let by_kind = |values: [u32; 3]| -> Value {
        let pairs = CreditKind::ALL.into_iter().zip(values);
        pairs
            .map(|(kind, n)| (kind.key().to_owned(), json!(n)))
            .collect()
    };
    json!({
        "name": page.name,
        "credits": page.on,
        "left": by_kind(page.left),
        "prices": by_kind(page.prices),
        "entries": page.lines.iter().map(|line| json!({
            "at": iso(line.at), "kind": line.kind.key(), "by": line.by, "what": line.what,
            "of": line.of, "words": line.words,
        })).collect::<Vec<_>>(),
        "earlier": page.earlier,
    })
}

fn counts_json(counts: &Counts) -> Value {
    json!({
        "posted": counts.posted, "open": counts.open, "closed": counts.closed, "realised": counts.realised,
        "ended": counts.ended, "contested": counts.contested, "proposals": counts.proposals,
        "tried": counts.tried, "settled": counts.settled, "won": counts.won,
    })
}

/// The figures as JSON: counts, so that shares can be made from them.
pub(in crate::plain::board) fn stats_json(stats: &Stats, words: &Words) -> Value {
    json!({
        "of": stats.whose.map_or("house".to_owned(), |id| id.to_string()),
        "all": counts_json(&stats.all),
        "by_work": stats.by_work.iter().map(|(work, counts)| json!({"work": words.key(*work), "counts": counts_json(counts)})).collect::<Vec<_>>(),
        "by_season": stats.by_season.iter().map(|(season, counts)| json!({"year": season.year, "quarter": season.quarter, "counts": counts_json(counts)})).collect::<Vec<_>>(),
        "by_budget": stats.by_budget.iter().map(|(from, counts)| json!({"from_minor": from, "counts": counts_json(counts)})).collect::<Vec<_>>(),
    })
}
