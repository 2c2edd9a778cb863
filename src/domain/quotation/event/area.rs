//! What is said of something that happened to a quotation, whatever asks: what takes it back, which request it touches,
//! what it writes, which files it names. Changes nothing.

use super::{QuotationEvent, Text, is_inside};
use crate::domain::area::AreaEvent;
use crate::domain::ids::{QuotationId, RequestId, Seq};
use crate::domain::named_file::{NamedFile, Owner};
use crate::domain::thing::Thing;

/// Something that happened to a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfQuotation {
    /// The request that it follows from.
    pub request: RequestId,
    /// To which quotation.
    pub quotation: QuotationId,
    /// What.
    pub event: Box<QuotationEvent>,
}

impl AreaEvent for OfQuotation {
    fn inverse(&self, seq: Seq) -> Option<OfQuotation> {
        self.event.inverse(seq).map(|event| OfQuotation {
            event: Box::new(event),
            ..*self
        })
    }

    fn is_neutral(&self) -> bool {
        false
    }

    fn requests(&self) -> [Option<RequestId>; 2] {
        [Some(self.request), None]
    }

    fn thing(&self) -> Option<Thing> {
        self.event.thing(self.quotation)
    }

    fn named_files(&self) -> Vec<NamedFile<'_>> {
        self.event.named_files(self.quotation)
    }
}

impl QuotationEvent {
    /// What takes it back, for an event of record `seq`; `None` for what went to the client or was decided.
    pub fn inverse(&self, seq: Seq) -> Option<QuotationEvent> {
        match self.clone() {
            QuotationEvent::Briefed {
                from,
                to,
                was,
                asked,
            } => Some(QuotationEvent::Briefed {
                from: to,
                to: from,
                was: asked.at(seq),
                asked: Text::At(was),
            }),
            QuotationEvent::Written {
                number,
                version,
                part,
                texts,
                back,
            } => Some(QuotationEvent::Written {
                number,
                version,
                part,
                texts,
                back: !back,
            }),
            QuotationEvent::Moved { from, to, .. } if is_inside(&from) && is_inside(&to) => {
                Some(QuotationEvent::Moved {
                    from: to,
                    to: from,
                    words: "".into(),
                    word_of: None,
                })
            }
            QuotationEvent::Tagged { tag, there } => {
                Some(QuotationEvent::Tagged { tag, there: !there })
            }
            QuotationEvent::Begun { .. }
            | QuotationEvent::Moved { .. }
            | QuotationEvent::Extended { .. }
            | QuotationEvent::Papered { .. } => None,
        }
    }

    /// Returns the thing that this event writes, if it writes one.
    fn thing(&self, of: QuotationId) -> Option<Thing> {
        match self {
            QuotationEvent::Begun { .. } | QuotationEvent::Briefed { .. } => Some(Thing::Brief(of)),
            QuotationEvent::Written { .. } | QuotationEvent::Extended { .. } => {
                Some(Thing::Versions(of))
            }
            QuotationEvent::Moved { .. }
            | QuotationEvent::Tagged { .. }
            | QuotationEvent::Papered { .. } => None,
        }
    }

    fn named_files(&self, of: QuotationId) -> Vec<NamedFile<'_>> {
        match self {
            QuotationEvent::Papered {
                pdf,
                number: _,
                paper,
            } => {
                let owner = Owner::Quotation(of);
                let pdf = NamedFile {
                    content: *pdf,
                    name: "",
                    owner,
                };
                let logo = paper.logo().map(|logo| logo.named(owner));
                [pdf].into_iter().chain(logo).collect()
            }
            QuotationEvent::Begun { .. }
            | QuotationEvent::Briefed { .. }
            | QuotationEvent::Written { .. }
            | QuotationEvent::Moved { .. }
            | QuotationEvent::Extended { .. }
            | QuotationEvent::Tagged { .. } => Vec::new(),
        }
    }
}
