//! How far an opportunity and a proposal have come, without whom it came to: what may be shown to anybody who sees
//! them.

/// How far an opportunity has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// It awaits offers.
    Open,
    /// A proposal was selected, and its terms are to be confirmed.
    Selected,
    /// It is a mission.
    Confirmed,
    /// The mission is delivered.
    Delivered,
    /// It was taken off the board.
    Ended,
}

impl Phase {
    /// Returns the stable name that texts and filters find it by.
    pub fn key(self) -> &'static str {
        match self {
            Phase::Open => "open",
            Phase::Selected => "selected",
            Phase::Confirmed => "confirmed",
            Phase::Delivered => "delivered",
            Phase::Ended => "ended",
        }
    }
}

/// How far a proposal has come, with what the client thinks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Progress {
    /// Nobody but its proposer has seen it.
    Draft,
    /// It is before the client, who said nothing yet.
    Submitted,
    /// The client finds it interesting.
    Interesting,
    /// The client finds it not interesting.
    NotInteresting,
    /// It was selected.
    Selected,
    /// Its terms are confirmed.
    Confirmed,
    /// Another one was selected, or none.
    Lost,
    /// It was taken back.
    Withdrawn,
}

impl Progress {
    /// Returns the stable name that texts find it by.
    pub fn key(self) -> &'static str {
        match self {
            Progress::Draft => "draft",
            Progress::Submitted => "submitted",
            Progress::Interesting => "interesting",
            Progress::NotInteresting => "not_interesting",
            Progress::Selected => "selected",
            Progress::Confirmed => "confirmed",
            Progress::Lost => "lost",
            Progress::Withdrawn => "withdrawn",
        }
    }
}
