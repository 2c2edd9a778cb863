//! The entries of the lists that are shipped, by name: the example that a house starts from and makes its own. Only here
//! and in the sample stands which there are; everybody else asks the house's lists ([`Lists`](super::Lists)), or what
//! an entry means.

use serde::{Deserialize, Serialize};

use super::listed;

listed! {
    /// Who a service is held for. Prices and the level needed depend on it (QUO-3, BRD-3).
    Audience of Audience {
        /// People who work for a company.
        COMPANY = 0, "company";
        /// Civil servants, elected people.
        PUBLIC_BODY = 1, "public_body";
        /// Pupils, students and who teaches them.
        EDUCATION = 2, "education";
        /// Members of an association.
        ASSOCIATION = 3, "association";
        /// Whoever comes.
        PUBLIC = 4, "public";
    }
}

listed! {
    /// The kind of work that is asked. Levels are earned per kind (PPL-4).
    Work of Work {
        /// A workshop.
        WORKSHOP = 0, "workshop";
        /// A training course.
        TRAINING = 1, "training";
        /// A conference.
        CONFERENCE = 2, "conference";
        /// Several sessions over time, for one client.
        PROGRAMME = 3, "programme";
        /// Something else, which the text says.
        OTHER = 4, "other";
    }
}

listed! {
    /// A qualification level, the lowest first.
    Belt of Level {
        /// Has learnt it.
        WHITE = 0, "white";
        /// Has held it with others.
        YELLOW = 1, "yellow";
        /// Holds it alone.
        ORANGE = 2, "orange";
        /// Holds it before demanding audiences.
        GREEN = 3, "green";
        /// Trains others.
        BLUE = 4, "blue";
        /// Trains trainers.
        BROWN = 5, "brown";
        /// Made it what it is.
        BLACK = 6, "black";
    }
}

listed! {
    /// Something the house has seen in writing.
    Compliance of Compliance {
        /// The house's charter, signed.
        CHARTER = 0, "charter";
        /// Professional insurance.
        INSURANCE = 1, "insurance";
        /// A registration to bill under.
        REGISTRATION = 2, "registration";
    }
}

listed! {
    /// One thing of the logistics. Every mission begins with the usual ones.
    Task of Task {
        /// The client was called, dates and place are settled.
        CLIENT = 0, "client";
        /// The room, or the link.
        ROOM = 1, "room";
        /// Cards, printing, devices.
        MATERIAL = 2, "material";
        /// The discussion part is prepared for this client.
        DISCUSSION = 3, "discussion";
        /// The list of participants.
        PARTICIPANTS = 4, "participants";
        /// Travel and beds.
        TRAVEL = 5, "travel";
    }
}

listed! {
    /// What a price is for.
    Unit of Unit {
        /// One session.
        SESSION = 0, "session";
        /// Each participant.
        PARTICIPANT = 1, "participant";
        /// A day.
        DAY = 2, "day";
        /// Once, whatever the size.
        FLAT = 3, "flat";
    }
}

listed! {
    /// What a facilitator has subscribed to.
    Subscription of Subscription {
        /// Nothing.
        NONE = 0, "none";
        /// The board.
        STANDARD = 1, "standard";
        /// The board, and what follow-up officers note of their contacts (FUP-2).
        PRIVILEGE = 2, "privilege";
    }
}

impl Default for Subscription {
    fn default() -> Subscription {
        Subscription::NONE
    }
}

listed! {
    /// What a facilitator can do beyond the kinds of work, and what an opportunity asks (PPL-4). A house's own may stand for
    /// a pair of languages.
    Skill of Skill {
        /// Sessions online.
        ONLINE = 0, "online";
        /// More people than fit one table.
        LARGE_GROUPS = 1, "large_groups";
        /// Children and young people.
        YOUTH = 2, "youth";
    }
}

listed! {
    /// What people note of requests and quotations in a word or two (REQ-8, QUO-5). What is kept of one is its stable
    /// name in words: beside those of the list others may stand.
    Tag of Tag {
        /// The client is a member of the federation.
        FEDERATION_MEMBER = 0, "federation_member";
        /// The client lets for a season.
        SEASONAL_RENTAL = 1, "seasonal_rental";
        /// The client has to ask several by law.
        PUBLIC_PROCUREMENT = 2, "public_procurement";
    }
}

listed! {
    /// Why somebody declines: the terms of what they won, a proposal of theirs, or one that is before them (BRD-5, BRD-6).
    DeclineReason of Decline {
        /// The dates are not free.
        DATES = 0, "dates";
        /// The price.
        PRICE = 1, "price";
        /// The terms: who pays what, when, how.
        TERMS = 2, "terms";
        /// What is needed is something else.
        NEED = 3, "need";
    }
}

listed! {
    /// Why an opportunity left the board without a mission (FUP-5).
    EndReason of End {
        /// The client gave up the project.
        GIVEN_UP = 0, "given_up";
        /// The client chose someone elsewhere.
        ELSEWHERE = 1, "elsewhere";
        /// The client gives no sign of life.
        SILENT = 2, "silent";
        /// It was posted by mistake, or anew in another form.
        MISTAKE = 3, "mistake";
    }
}

listed! {
    /// Why a request was closed (REQ-8, FUP-5).
    CloseReason of Close {
        /// The question was answered; nothing more to do.
        ANSWERED = 1, "answered";
        /// A deal was made. Under subcontracting it starts the relation clock (REQ-7).
        CONCLUDED = 0, "concluded";
        /// The client gives no sign of life.
        SILENT = 2, "silent";
        /// The client chose someone elsewhere.
        ELSEWHERE = 3, "elsewhere";
        /// Refused at validation as not serious (REQ-5).
        NOT_SERIOUS = 4, "not_serious";
        /// The same request stands elsewhere.
        DUPLICATE = 5, "duplicate";
        /// Not a request at all.
        SPAM = 6, "spam";
        /// Another reason, which the text says.
        OTHER = 7, "other";
    }
}

/// What a close reason means to the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ending {
    /// A deal was made.
    Deal,
    /// The client has an answer, or gave up.
    Over,
    /// It was refused.
    Refused,
    /// The same request stands elsewhere.
    Double,
    /// It never was a request.
    NoRequest,
    /// The text says.
    Told,
}

/// How many reasons of a house's own may mean the same.
const BAND: u16 = 1_000;

impl CloseReason {
    /// Returns what it means to the rules. A house's own says so by its number, so that a request that is closed means
    /// the same wherever it is read, whatever became of the list; one of a later list means what its text says.
    pub fn ending(self) -> Ending {
        match self {
            CloseReason::CONCLUDED => Ending::Deal,
            CloseReason::ANSWERED | CloseReason::SILENT | CloseReason::ELSEWHERE => Ending::Over,
            CloseReason::NOT_SERIOUS => Ending::Refused,
            CloseReason::DUPLICATE => Ending::Double,
            CloseReason::SPAM => Ending::NoRequest,
            CloseReason(own) => {
                let mut all = Ending::ALL.into_iter();
                let found = all.find(|ending| own / BAND == ending.first() / BAND);
                found.unwrap_or(Ending::Told)
            }
        }
    }
}

impl Ending {
    /// All of them, in the order of the numbers of a house's own reasons.
    pub const ALL: [Ending; 6] = [
        Ending::Deal,
        Ending::Over,
        Ending::Refused,
        Ending::Double,
        Ending::NoRequest,
        Ending::Told,
    ];

    /// Returns the stable name that files of lists know it by.
    pub fn key(self) -> &'static str {
        match self {
            Ending::Deal => "deal",
            Ending::Over => "over",
            Ending::Refused => "refused",
            Ending::Double => "duplicate",
            Ending::NoRequest => "no_request",
            Ending::Told => "told",
        }
    }

    /// Returns the one with this stable name.
    pub fn parse(key: &str) -> Option<Ending> {
        Ending::ALL.into_iter().find(|ending| ending.key() == key)
    }

    /// Returns the first number of a house's own reasons that mean this: those of another meaning are at least a
    /// thousand away, for ever.
    pub(super) fn first(self) -> u16 {
        match self {
            Ending::Deal => BAND,
            Ending::Over => 2 * BAND,
            Ending::Refused => 3 * BAND,
            Ending::Double => 4 * BAND,
            Ending::NoRequest => 5 * BAND,
            Ending::Told => 6 * BAND,
        }
    }

    /// Returns whether a text has to say more (REQ-8).
    pub fn asks_text(self) -> bool {
        match self {
            Ending::Refused | Ending::Told => true,
            Ending::Deal | Ending::Over | Ending::Double | Ending::NoRequest => false,
        }
    }

    /// Returns whether there was a client's request of its own.
    pub fn was_request(self) -> bool {
        match self {
            Ending::Deal | Ending::Over | Ending::Refused | Ending::Told => true,
            Ending::Double | Ending::NoRequest => false,
        }
    }
}
