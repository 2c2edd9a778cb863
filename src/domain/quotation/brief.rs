//! What a complete R1 says (QUO-1): without it pricing has to ask back.

use serde::{Deserialize, Serialize};

use crate::domain::Millis;
use crate::domain::house::{Country, Language};
use crate::domain::request::{Request, Wish};
use crate::domain::state::State;
use crate::domain::terms::{Audience, Work};

/// What is to be priced. Empty, `None` and unknown mean that nobody said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// The kind of work.
    pub work: Option<Work>,
    /// Who it is held for.
    pub audience: Option<Audience>,
    /// The country it is sold in.
    pub market: Option<Country>,
    /// The brand it is sold under.
    pub brand: Box<str>,
    /// The language of the offer.
    pub language: Language,
    /// How many take part.
    pub participants: Option<u32>,
    /// How many sessions.
    pub sessions: Option<u16>,
    /// The dates as the client put them.
    pub dates: Box<str>,
    /// Where it is held.
    pub place: Box<str>,
    /// Online rather than at a place.
    pub online: Option<bool>,
    /// By when the client needs the offer.
    pub deadline: Option<Millis>,
}

/// A part of a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BriefField {
    /// The kind of work.
    Work,
    /// Who it is held for.
    Audience,
    /// The country it is sold in.
    Market,
    /// The brand.
    Brand,
    /// The language of the offer.
    Language,
    /// How many take part.
    Participants,
    /// How many sessions.
    Sessions,
    /// The dates.
    Dates,
    /// Where it is held, or that it is online.
    Place,
    /// By when the client needs it.
    Deadline,
    /// What is asked, in words.
    Asked,
}

impl BriefField {
    /// The stable name that texts find it by.
    pub fn key(self) -> &'static str {
        match self {
            BriefField::Work => "work",
            BriefField::Audience => "audience",
            BriefField::Market => "market",
            BriefField::Brand => "brand",
            BriefField::Language => "language",
            BriefField::Participants => "participants",
            BriefField::Sessions => "sessions",
            BriefField::Dates => "dates",
            BriefField::Place => "place",
            BriefField::Deadline => "deadline",
            BriefField::Asked => "asked",
        }
    }
}

impl Default for Brief {
    fn default() -> Brief {
        Brief {
            work: None,
            audience: None,
            market: None,
            brand: "".into(),
            language: Language::UNKNOWN,
            participants: None,
            sessions: None,
            dates: "".into(),
            place: "".into(),
            online: None,
            deadline: None,
        }
    }
}

impl Brief {
    /// The longest line, in characters.
    pub const LINE_MOST: usize = 500;

    /// What is not said; `asked` tells whether there are words on what is asked.
    pub fn missing(&self, asked: bool) -> Vec<BriefField> {
        let somewhere = self.online == Some(true) || !self.place.trim().is_empty();
        let said = [
            (BriefField::Work, self.work.is_some()),
            (BriefField::Audience, self.audience.is_some()),
            (BriefField::Market, self.market.is_some()),
            (BriefField::Brand, !self.brand.trim().is_empty()),
            (BriefField::Language, self.language != Language::UNKNOWN),
            (BriefField::Participants, self.participants.is_some()),
            (BriefField::Sessions, self.sessions.is_some_and(|n| n > 0)),
            (BriefField::Dates, !self.dates.trim().is_empty()),
            (BriefField::Place, somewhere),
            (BriefField::Deadline, self.deadline.is_some()),
            (BriefField::Asked, asked),
        ];
        let missing = said.into_iter().filter(|(_, said)| !said);
        missing.map(|(field, _)| field).collect()
    }
}

/// The brief that a request gives by itself: an officer adds what it does not say.
pub fn brief_of(state: &State, request: &Request) -> Brief {
    let wish = request.wish.as_deref().cloned();
    let wish: Wish = wish.unwrap_or_default();
    let client = state.organisation(request.organisation);
    let brands = &state.prices().brands;
    let kind = request.kind.and_then(|kind| state.routing().row(kind));
    Brief {
        work: kind.and_then(|row| Work::parse(&row.key)),
        audience: client.and_then(|client| audience_of(&client.profile.segment)),
        market: client.and_then(|client| client.profile.country),
        brand: brands.first().map_or("".into(), |brand| brand.key.clone()),
        language: offered_in(request.language),
        participants: wish.participants,
        sessions: None,
        dates: wish.dates,
        place: wish.place,
        online: wish.online,
        deadline: request.deadline,
    }
}

/// The language an offer can be written in for who writes `language`: their own if the house has it.
fn offered_in(language: Language) -> Language {
    if language == Language::FR || language == Language::UNKNOWN {
        language
    } else {
        Language::EN
    }
}

/// The audience that a client's segment stands for, where it stands for one.
fn audience_of(segment: &str) -> Option<Audience> {
    let segment = crate::text::fold::fold(segment);
    match segment.trim() {
        "company" | "bank" | "travel agency" | "hospital" => Some(Audience::Company),
        "public body" => Some(Audience::PublicBody),
        "school" | "university" => Some(Audience::Education),
        "association" => Some(Audience::Association),
        _ => None,
    }
}
