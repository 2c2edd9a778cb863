//! Why something is not done. A refusal is expected, names what would make it pass, and changes nothing.
//!
//! What any area refuses with stands here, what one alone does in that area. Texts are found by [`Refusal::key`] and
//! filled with [`Refusal::facts`]; none stand here.

use strum::{IntoStaticStr, VariantNames};

use super::Millis;
use super::areas::{areas, arm};
use super::ids::RequestId;
use super::lists::Unlisted;
use super::person::Permission;
use super::thing::Thing;
use super::why::{Asks, Fact, Refuses};

/// Makes [`Refusal`] of the refusals of all areas, and asks each area for the words and facts of its own.
macro_rules! refusals {
    ($d:tt $($area:ident, $about:literal => {
        $(command $command:ty;)?
        $(event $event:ty;)?
        $(refusal $refusal:ty;)?
        $(rows $rows:ident: $of:ty;)?
    })+) => {
        /// Why not.
        #[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
        #[strum(serialize_all = "kebab-case")]
        pub enum Refusal {
            /// None of the actor's roles allows it.
            NotPermitted(Permission),
            /// The actor is not known, or may no longer enter.
            NobodyKnown,
            /// There is no such organisation, kind or view.
            NoSuchThing,
            /// It is already so.
            AlreadySo,
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
            /// An entry was chosen that is retired, or stands on no list of the house (WKS-8).
            NotListed(Unlisted),
            /// The view belongs to somebody else.
            NotYours {
                /// To whom.
                owner: Box<str>,
            },
            /// A time lies further ahead than it may.
            TooFarAhead {
                /// How far it may lie.
                days: u16,
            },
            /// What was sent back as a whole was changed since its sender read it (WKS-7).
            Moved {
                /// What.
                what: Thing,
                /// By whom; `None`: by the house, for who is not told names.
                by: Option<Box<str>>,
                /// When.
                at: Millis,
            },
            /// Something would be sent back as a whole by who does not say how far they had read (WKS-7).
            NotRead {
                /// What.
                what: Thing,
            },
            /// There is no such thing here any more: records are lost, and its own may be among them (WKS-7).
            RecordLost {
                /// Its id, as people write it.
                what: Box<str>,
            },
            $($(#[doc = concat!("Something about ", $about, ".")] $area($refusal),)?)+
        }

        $($(impl From<$refusal> for Refusal {
            fn from(why: $refusal) -> Refusal {
                Refusal::$area(why)
            }
        })?)+

        impl Refusal {
            /// Returns what its area says of it; `None` when any area could have refused so.
            fn area(&self) -> Option<&dyn Refuses> {
                match self {
                    $($(arm!(Refusal::$area(why), $refusal) => Some(why),)?)+
                    _ => None,
                }
            }

            /// The names of the refusals of each area, in the order of the list.
            #[cfg(test)]
            pub(in crate::domain) const AREAS: &[(&'static str, &'static [&'static str])] =
                &[$($((stringify!($area), <$refusal>::VARIANTS),)?)+];
        }
    };
}

areas! { $ refusals }

impl From<Unlisted> for Refusal {
    fn from(which: Unlisted) -> Refusal {
        Refusal::NotListed(which)
    }
}

impl Refusal {
    /// Returns the stable name that its text is found by.
    pub fn key(&self) -> &'static str {
        match (self.area(), self) {
            (Some(area), _) => area.key(),
            (None, Refusal::Moved { by: None, .. }) => "moved-by-us",
            (None, general) => general.into(),
        }
    }

    /// Returns the facts its text names, each with its name.
    pub fn facts(&self) -> Vec<(&'static str, Fact)> {
        self.area().map_or_else(|| self.general(), Refuses::facts)
    }

    /// Returns whether words that were left out would make it pass: they will be asked for.
    pub fn is_for_words(&self) -> bool {
        self.asks() == Asks::Words
    }

    /// Returns whether something else in the fields of a form would make it pass, or anything else than what
    /// stands there already.
    pub fn is_for_fields(&self) -> bool {
        self.asks() >= Asks::Fields
    }

    fn asks(&self) -> Asks {
        match (self.area(), self) {
            (Some(area), _) => area.asks(),
            (None, Refusal::TextMissing | Refusal::ReasonMissing) => Asks::Words,
            (None, Refusal::AlreadySo | Refusal::InThePast | Refusal::TooFarAhead { .. }) => {
                Asks::Fields
            }
            (None, _) => Asks::Nothing,
        }
    }

    /// Returns the facts of what any area refuses with.
    fn general(&self) -> Vec<(&'static str, Fact)> {
        let thing = |what: &Thing| Fact::About(format!("thing-{}", what.key()), what.of());
        match self {
            Refusal::NotPermitted(permission) => {
                vec![("permission", Fact::text("permission", permission.key()))]
            }
            Refusal::Stale { request } => vec![("request", Fact::word(request))],
            Refusal::TooLong { most } => vec![("most", Fact::Number(*most))],
            Refusal::TooFarAhead { days } => vec![("days", Fact::Number(usize::from(*days)))],
            Refusal::NotYours { owner } => vec![("owner", Fact::word(owner))],
            Refusal::Moved { what, by, at } => vec![
                ("what", thing(what)),
                ("by", Fact::word(by.as_deref().unwrap_or_default())),
                ("at", Fact::Until(*at)),
            ],
            Refusal::NotRead { what } => vec![("what", thing(what))],
            Refusal::RecordLost { what } => vec![("what", Fact::word(what))],
            Refusal::NotListed(Unlisted { list, entry }) => vec![
                ("list", Fact::text("list", list.key())),
                ("entry", Fact::Text(list.text_of(*entry))),
            ],
            _ => Vec::new(),
        }
    }
}
