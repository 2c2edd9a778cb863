//! Why something about requests is not done. Changes nothing; its texts stand in the locale files.

use strum::{IntoStaticStr, VariantNames};

use super::step::Followed;
use crate::domain::Millis;
use crate::domain::ids::RequestId;
use crate::domain::why::{Asks, Fact, Refuses};

/// Why not, of requests.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum RequestRefusal {
    /// There is no such request.
    NoSuchRequest(RequestId),
    /// Somebody else has it (REQ-8).
    AlreadyClaimed {
        /// Who.
        by: Box<str>,
        /// Since when.
        at: Millis,
    },
    /// It is closed.
    IsClosed(RequestId),
    /// It is part of another request now.
    IsMerged {
        /// Which one.
        into: RequestId,
    },
    /// It was taken back.
    IsVoid(RequestId),
    /// It is not closed, so it cannot be reopened.
    IsOpen(RequestId),
    /// It is not asleep.
    IsAwake(RequestId),
    /// The routing matrix proposes nobody for it.
    NoRoute,
    /// A split needs two parts or more.
    TooFewParts,
    /// A request cannot become part of itself.
    MergeWithItself,
    /// The same message stands in the house already.
    AlreadyKnown(RequestId),
    /// The next step follows this: it is moved on there, not by saying whose turn it is.
    TurnFollows(Followed),
    /// Nobody decided on the group of the request yet (REQ-6).
    GroupUndecided(RequestId),
}

impl Refuses for RequestRefusal {
    fn key(&self) -> &'static str {
        self.into()
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        use RequestRefusal as R;
        match self {
            R::NoSuchRequest(id)
            | R::IsClosed(id)
            | R::IsVoid(id)
            | R::IsOpen(id)
            | R::IsAwake(id)
            | R::AlreadyKnown(id)
            | R::GroupUndecided(id)
            | R::IsMerged { into: id } => vec![("request", Fact::word(id))],
            R::AlreadyClaimed { by, at } => {
                vec![("by", Fact::word(by)), ("at", Fact::Time(*at))]
            }
            R::TurnFollows(of) => vec![("of", Fact::word(of.id()))],
            R::NoRoute | R::TooFewParts | R::MergeWithItself => Vec::new(),
        }
    }

    fn asks(&self) -> Asks {
        use RequestRefusal as R;
        match self {
            R::TooFewParts | R::MergeWithItself => Asks::Fields,
            _ => Asks::Nothing,
        }
    }
}
