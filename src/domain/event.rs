//! What happened: the events of a record, each in its area. How they are kept is `stored.rs`'s.

use super::area::AreaEvent;
use super::areas::areas;
use super::ids::{RequestId, Seq};
use super::named_file::NamedFile;
use super::restated::Restated;
use super::thing::Thing;

/// Makes [`Event`] of the events of all areas, and [`handed_on`], by which every layer asks the area of an event. The
/// first token is a dollar sign, for the macro that is made.
macro_rules! events {
    ($d:tt $($area:ident, $about:literal => {
        $(command $command:ty;)?
        $(event $event:ty;)?
        $(refusal $refusal:ty;)?
        $(rows $rows:ident: $of:ty;)?
    })+) => {
        /// One thing that happened.
        #[expect(missing_docs, reason = "each variant's line says what its fields are")]
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Event {
            $($(#[doc = concat!("Something about ", $about, ".")] $area($event),)?)+
            /// The record `of` was undone by this one.
            Undone { of: Seq },
            /// The undoing record `of` was undone in turn: what it undid stands again.
            Redone { of: Seq },
            /// What was known of the house was written down once more, behind records that are lost.
            Restated { piece: Box<Restated> },
        }

        $($(impl From<$event> for Event {
            fn from(event: $event) -> Event {
                Event::$area(event)
            }
        })?)+

        /// Hands an event on to its area: `handed_on!(event, it => it.asked(), …)`, with arms for those of no area.
        macro_rules! handed_on {
            ($d event:expr, $d it:ident => $d asked:expr, $d($d none:tt)+) => {
                match $d event {
                    $($(
                        $crate::domain::areas::arm!($crate::domain::event::Event::$area($d it), $event) => $d asked,
                    )?)+
                    $d($d none)+
                }
            };
        }

        pub(crate) use handed_on;
    };
}

areas! { $ events }

impl Event {
    /// Returns the event that takes this one back, for an event of record `seq`; `None` for what cannot be
    /// taken back (money, what was sent, people, keys, settings, mail that came in).
    pub fn inverse(&self, seq: Seq) -> Option<Event> {
        handed_on!(self, event => event.inverse(seq).map(Event::from),
            Event::Undone { .. } | Event::Redone { .. } | Event::Restated { .. } => None)
    }

    /// Returns whether this event may stand when the rest of its record is taken back: it only names somebody
    /// new, or marks what is undone.
    pub fn is_neutral(&self) -> bool {
        handed_on!(self, event => event.is_neutral(),
            Event::Undone { .. } | Event::Redone { .. } => true,
            Event::Restated { .. } => false)
    }

    /// Returns the requests that this event touches: it belongs to their trail.
    pub fn requests(&self) -> [Option<RequestId>; 2] {
        handed_on!(self, event => event.requests(),
            Event::Undone { .. } | Event::Redone { .. } | Event::Restated { .. } => [None, None])
    }

    /// Returns the thing that this event writes as a whole, if it writes one.
    pub fn thing(&self) -> Option<Thing> {
        handed_on!(self, event => event.thing(),
            Event::Undone { .. } | Event::Redone { .. } | Event::Restated { .. } => None)
    }

    /// Returns every stored file that this event names: one that no event names is removed from the store one day.
    pub fn named_files(&self) -> Vec<NamedFile<'_>> {
        handed_on!(self, event => event.named_files(),
            // The files that a restatement knows are in the state that it brings back.
            Event::Undone { .. } | Event::Redone { .. } | Event::Restated { .. } => Vec::new())
    }
}
