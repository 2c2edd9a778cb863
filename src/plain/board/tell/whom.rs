//! Whom a facilitator asks, in words and as JSON (FUP-4).

use serde_json::{Value, json};

use crate::desk::views::{OpportunityPage, Party, Whom};
use crate::plain::words::Page;

/// Adds whom to ask: the providers' desk first, then who follows it up.
pub(super) fn whom(all: &mut Page<'_>, page: &OpportunityPage) {
    let Some(whom) = &page.whom else { return };
    for one in &whom.first {
        all.field("opp-ask-first", &one.told());
    }
    for (_, _, one) in &whom.then {
        all.field("opp-ask-then", &one.told());
    }
}

/// Whom to ask, for programs.
pub(in crate::plain) fn machine(whom: &Whom) -> Value {
    let party = |one: &Party| json!({ "name": one.name, "email": one.email, "phone": one.phone });
    let then = whom.then.iter().map(|(id, title, one)| {
        let mut officer = party(one);
        officer["opportunity"] = json!(id.to_string());
        officer["title"] = json!(title);
        officer
    });
    json!({
        "first": whom.first.iter().map(party).collect::<Vec<_>>(),
        "then": then.collect::<Vec<_>>(),
    })
}
