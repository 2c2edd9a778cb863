//! The brief that a request gives by itself (QUO-1). An officer adds what it does not say.

use crate::domain::house::Language;
use crate::domain::lists::Lists;
use crate::domain::quotation::Brief;
use crate::domain::request::{Request, Wish};
use crate::domain::state::State;
use crate::domain::trade::Audience;

/// The brief that a request gives by itself: an officer adds what it does not say.
pub fn brief_of(state: &State, request: &Request) -> Brief {
    let wish = request.wish.as_deref().cloned();
    let wish: Wish = wish.unwrap_or_default();
    let client = state.organisation(request.organisation);
    let brands = &state.prices().brands;
    let kind = request.kind.and_then(|kind| state.routing().row(kind));
    Brief {
        work: kind.and_then(|row| state.lists().choose(&row.key)),
        audience: client.and_then(|client| audience_of(state.lists(), &client.profile.segment)),
        market: client.and_then(|client| client.profile.country),
        brand: brands.first().map_or("".into(), |brand| brand.key.clone()),
        language: offered_in(state, request.language),
        participants: wish.participants,
        sessions: None,
        dates: wish.dates,
        place: wish.place,
        online: wish.online,
        deadline: request.deadline,
    }
}

/// The language an offer can be written in for who writes `language`: their own if the house has it.
fn offered_in(state: &State, language: Language) -> Language {
    match state.house() {
        Some(house) if language != Language::UNKNOWN => house.paper_language(language),
        _ => language,
    }
}

/// The audience that a client's segment stands for, where it stands for one.
fn audience_of(lists: &Lists, segment: &str) -> Option<Audience> {
    let segment = crate::text::fold::fold(segment);
    let segment = segment.trim();
    let key = match segment {
        "company" | "bank" | "travel agency" | "hospital" => "company",
        "school" | "university" => "education",
        // A segment by the name of an audience stands for it.
        own => return lists.choose(&own.replace(' ', "_")),
    };
    lists.choose(key)
}
