//! What a complete R1 says (QUO-1): without it pricing has to ask back.

use serde::{Deserialize, Serialize};

use crate::domain::Millis;
use crate::domain::house::{Country, Language};
use crate::domain::trade::{Audience, Work};

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
