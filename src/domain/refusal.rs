//! Why something is not done. A refusal is expected, names what would make it pass, and changes nothing.
//!
//! Texts are found by [`Refusal::key`] and filled with [`Refusal::facts`]; none stand here.

use super::Millis;
use super::ids::RequestId;
use super::person::Permission;

/// Why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// None of the actor's roles allows it.
    NotPermitted(Permission),
    /// The actor is not known, or may no longer enter.
    NobodyKnown,
    /// There is already a house in this store.
    AlreadySetUp,
    /// There is no house yet.
    NotSetUp,
    /// There is no such request.
    NoSuchRequest(RequestId),
    /// There is no such person, or they cannot take requests.
    NoSuchPerson,
    /// There is no such organisation, kind or view.
    NoSuchThing,
    /// Somebody else has it (REQ-8).
    AlreadyClaimed {
        /// Who.
        by: Box<str>,
        /// Since when.
        at: Millis,
    },
    /// It is already so.
    AlreadySo,
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
    /// Somebody changed it since the actor last saw it.
    Stale {
        /// Which one.
        request: RequestId,
    },
    /// A time that must lie ahead lies behind.
    InThePast,
    /// A text that must be there is missing.
    TextMissing,
    /// A text or a list is too long.
    TooLong {
        /// How long it may be.
        most: usize,
    },
    /// A reason must be given.
    ReasonMissing,
    /// The routing matrix proposes nobody for it.
    NoRoute,
    /// A split needs two parts or more.
    TooFewParts,
    /// A request cannot become part of itself.
    MergeWithItself,
    /// A person needs a role.
    RoleMissing,
    /// The last administrator cannot be taken away.
    LastAdministrator,
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to redo.
    NothingToRedo,
    /// Somebody worked on it since; undoing would overwrite that.
    ChangedSince {
        /// Which one.
        request: RequestId,
    },
    /// The view belongs to somebody else.
    NotYours {
        /// To whom.
        owner: Box<str>,
    },
    /// The same message stands in the house already.
    AlreadyKnown(RequestId),
    /// The person may not enter, so no key and no invitation is made for them (PPL-5).
    MayNotEnter,
    /// The key belongs to somebody already, or once did.
    KeyTaken,
    /// What was given is not the line of a public key.
    KeyUnreadable,
    /// The person has as many live keys as there can be.
    TooManyKeys {
        /// How many.
        most: usize,
    },
    /// The person has as many open invitations as there can be.
    TooManyInvitations {
        /// How many.
        most: usize,
    },
    /// A time lies further ahead than it may.
    TooFarAhead {
        /// How far it may lie.
        days: u16,
    },
    /// No invitation has this code: it never had, or has no longer. Which of it is told to nobody.
    NoSuchInvitation,
}

/// A fact that a refusal's text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A word as it is: a name, an id.
    Word(String),
    /// A text to be looked up.
    Text(String),
    /// A number.
    Number(usize),
    /// An instant.
    Time(Millis),
}

impl Refusal {
    /// The stable name that its text is found by.
    pub fn key(&self) -> &'static str {
        match self {
            Refusal::NotPermitted(_) => "not-permitted",
            Refusal::NobodyKnown => "nobody-known",
            Refusal::AlreadySetUp => "already-set-up",
            Refusal::NotSetUp => "not-set-up",
            Refusal::NoSuchRequest(_) => "no-such-request",
            Refusal::NoSuchPerson => "no-such-person",
            Refusal::NoSuchThing => "no-such-thing",
            Refusal::AlreadyClaimed { .. } => "already-claimed",
            Refusal::AlreadySo => "already-so",
            Refusal::IsClosed(_) => "is-closed",
            Refusal::IsMerged { .. } => "is-merged",
            Refusal::IsVoid(_) => "is-void",
            Refusal::IsOpen(_) => "is-open",
            Refusal::IsAwake(_) => "is-awake",
            Refusal::Stale { .. } => "stale",
            Refusal::InThePast => "in-the-past",
            Refusal::TextMissing => "text-missing",
            Refusal::TooLong { .. } => "too-long",
            Refusal::ReasonMissing => "reason-missing",
            Refusal::NoRoute => "no-route",
            Refusal::TooFewParts => "too-few-parts",
            Refusal::MergeWithItself => "merge-with-itself",
            Refusal::RoleMissing => "role-missing",
            Refusal::LastAdministrator => "last-administrator",
            Refusal::NothingToUndo => "nothing-to-undo",
            Refusal::NothingToRedo => "nothing-to-redo",
            Refusal::ChangedSince { .. } => "changed-since",
            Refusal::NotYours { .. } => "not-yours",
            Refusal::AlreadyKnown(_) => "already-known",
            Refusal::MayNotEnter => "may-not-enter",
            Refusal::KeyTaken => "key-taken",
            Refusal::KeyUnreadable => "key-unreadable",
            Refusal::TooManyKeys { .. } => "too-many-keys",
            Refusal::TooManyInvitations { .. } => "too-many-invitations",
            Refusal::TooFarAhead { .. } => "too-far-ahead",
            Refusal::NoSuchInvitation => "no-such-invitation",
        }
    }

    /// The facts its text names, each with its name.
    pub fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Refusal::NotPermitted(permission) => {
                vec![(
                    "permission",
                    Fact::Text(format!("permission-{}", permission.key())),
                )]
            }
            Refusal::NoSuchRequest(id)
            | Refusal::IsClosed(id)
            | Refusal::IsVoid(id)
            | Refusal::IsOpen(id)
            | Refusal::IsAwake(id)
            | Refusal::AlreadyKnown(id)
            | Refusal::IsMerged { into: id }
            | Refusal::Stale { request: id }
            | Refusal::ChangedSince { request: id } => {
                vec![("request", Fact::Word(id.to_string()))]
            }
            Refusal::AlreadyClaimed { by, at } => {
                vec![("by", Fact::Word(by.to_string())), ("at", Fact::Time(*at))]
            }
            Refusal::NotYours { owner } => vec![("owner", Fact::Word(owner.to_string()))],
            Refusal::TooLong { most }
            | Refusal::TooManyKeys { most }
            | Refusal::TooManyInvitations { most } => vec![("most", Fact::Number(*most))],
            Refusal::TooFarAhead { days } => {
                vec![("days", Fact::Number(usize::from(*days)))]
            }
            Refusal::NobodyKnown
            | Refusal::AlreadySetUp
            | Refusal::NotSetUp
            | Refusal::NoSuchPerson
            | Refusal::NoSuchThing
            | Refusal::AlreadySo
            | Refusal::InThePast
            | Refusal::TextMissing
            | Refusal::ReasonMissing
            | Refusal::NoRoute
            | Refusal::TooFewParts
            | Refusal::MergeWithItself
            | Refusal::RoleMissing
            | Refusal::LastAdministrator
            | Refusal::NothingToUndo
            | Refusal::NothingToRedo
            | Refusal::MayNotEnter
            | Refusal::KeyTaken
            | Refusal::KeyUnreadable
            | Refusal::NoSuchInvitation => Vec::new(),
        }
    }
}
