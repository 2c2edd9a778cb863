//! What happened to a quotation, as the journal keeps it: never change a variant, add one behind the last.

use crate::domain::deed::Deed;
use crate::domain::ids::QuotationId;
use crate::domain::thing::Thing;
use serde::{Deserialize, Serialize};

use super::command::needed_at;
use super::paper::Frozen;
use super::{Brief, Desk, Part, Quotation, Round, Stage, Standing, Texts, Version};
use crate::domain::Millis;
use crate::domain::ids::{ContactId, PersonId, Seq};
use crate::domain::person::Permission;

/// Where a text stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Text {
    /// In this very record.
    Here(Box<str>),
    /// Where it stood before; `None`: nowhere.
    At(Option<Seq>),
}

impl Text {
    /// The record in which it stands, when this one is `seq`.
    pub fn at(&self, seq: Seq) -> Option<Seq> {
        match self {
            Text::Here(text) if text.is_empty() => None,
            Text::Here(_) => Some(seq),
            Text::At(at) => *at,
        }
    }
}

/// What happened.
#[expect(missing_docs, reason = "each variant's line says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// It was begun, with what the request said.
    Begun {
        officer: PersonId,
        brief: Box<Brief>,
        standing: Box<Standing>,
    },
    /// The brief was put right; what was asked stood in the record `was`.
    Briefed {
        from: Box<Brief>,
        to: Box<Brief>,
        was: Option<Seq>,
        asked: Text,
    },
    /// A version was written, or (`back`) taken back. Texts that are not here are those before.
    Written {
        number: u16,
        version: Box<Version>,
        part: Part,
        texts: Option<Box<Texts>>,
        back: bool,
    },
    /// It moved on, or back; `word_of` when somebody of the house spoke for the client (PPL-3).
    Moved {
        from: Box<Standing>,
        to: Box<Standing>,
        words: Box<str>,
        word_of: Option<ContactId>,
    },
    /// What was sent is good for longer.
    Extended {
        number: u16,
        from: Millis,
        to: Millis,
    },
    /// A tag was put on or taken off.
    Tagged { tag: Box<str>, there: bool },
    /// The paper of a version, as the client was sent it by this record; `pdf` is the digest of its PDF among
    /// the blobs.
    Papered {
        number: u16,
        paper: Frozen,
        pdf: [u8; 32],
    },
}

impl Event {
    /// The stable name that texts find it by.
    pub fn deed(&self) -> Deed {
        match self {
            Event::Begun { .. } => Deed::QuotationBegun,
            Event::Briefed { .. } => Deed::QuotationBriefed,
            Event::Written { back: true, .. } => Deed::QuotationStruck,
            Event::Written {
                part: Part::Lines, ..
            } => Deed::QuotationPriced,
            Event::Written {
                part: Part::Texts, ..
            } => Deed::QuotationAssembled,
            // A hand-over that was taken back gives no reason.
            Event::Moved {
                from, to, words, ..
            } => match moved(from, to) {
                Deed::QuotationReturned if words.is_empty() => Deed::QuotationRecalled,
                deed => deed,
            },
            Event::Extended { .. } => Deed::QuotationExtended,
            Event::Tagged { there: true, .. } => Deed::QuotationTagged,
            Event::Tagged { there: false, .. } => Deed::QuotationUntagged,
            Event::Papered { .. } => Deed::QuotationPapered,
        }
    }

    /// Whether the quotation stands elsewhere from here on: the next step follows it (REQ-9).
    pub fn moves(&self) -> bool {
        matches!(self, Event::Begun { .. } | Event::Moved { .. })
    }

    /// What takes it back, for an event of record `seq`; `None` for what went to the client or was decided.
    pub fn inverse(&self, seq: Seq) -> Option<Event> {
        match self.clone() {
            Event::Briefed {
                from,
                to,
                was,
                asked,
            } => Some(Event::Briefed {
                from: to,
                to: from,
                was: asked.at(seq),
                asked: Text::At(was),
            }),
            Event::Written {
                number,
                version,
                part,
                texts,
                back,
            } => Some(Event::Written {
                number,
                version,
                part,
                texts,
                back: !back,
            }),
            Event::Moved { from, to, .. } if is_inside(&from) && is_inside(&to) => {
                Some(Event::Moved {
                    from: to,
                    to: from,
                    words: "".into(),
                    word_of: None,
                })
            }
            Event::Tagged { tag, there } => Some(Event::Tagged { tag, there: !there }),
            Event::Begun { .. }
            | Event::Moved { .. }
            | Event::Extended { .. }
            | Event::Papered { .. } => None,
        }
    }

    /// What turning it round needs, any of them: what whoever did it first must have been allowed.
    pub fn needs(&self) -> Vec<Permission> {
        match self {
            Event::Written {
                part: Part::Lines, ..
            } => vec![Permission::PriceQuotations],
            Event::Written {
                part: Part::Texts, ..
            } => vec![Permission::AssembleQuotations],
            Event::Moved { from, to, .. } => {
                let desks = [from.stage.desk(), to.stage.desk()];
                let needed = desks.into_iter().flatten().map(needed_at);
                needed.chain([Permission::Quote]).collect()
            }
            Event::Begun { .. }
            | Event::Briefed { .. }
            | Event::Extended { .. }
            | Event::Tagged { .. }
            | Event::Papered { .. } => vec![Permission::Quote],
        }
    }

    /// Whether a quotation stands as this event found it, so that it can be taken back.
    pub(super) fn fits(&self, now: &Quotation) -> bool {
        match self {
            Event::Briefed { from, was, .. } => {
                now.brief == **from
                    && now.asked_at == *was
                    && now.standing.stage == Stage::At(Desk::Brief)
            }
            Event::Written {
                number,
                version,
                part,
                back: true,
                ..
            } => {
                let latest = now.latest();
                let same = latest.is_some_and(|kept| {
                    (kept.number, kept.part) == (*number, *part) && kept.version == **version
                });
                same && now.standing.stage == Stage::At(desk_of(*part))
            }
            Event::Written {
                number,
                part,
                back: false,
                ..
            } => {
                now.latest_number().checked_add(1) == Some(*number)
                    && now.standing.stage == Stage::At(desk_of(*part))
            }
            Event::Moved { from, .. } => now.standing == **from,
            Event::Tagged { tag, there } => now.tags.contains(tag) != *there,
            Event::Begun { .. } | Event::Extended { .. } | Event::Papered { .. } => false,
        }
    }
}

/// The desk at which a part is written.
pub(in crate::domain) fn desk_of(part: Part) -> Desk {
    match part {
        Part::Lines => Desk::Pricing,
        Part::Texts => Desk::Assembly,
    }
}

/// Whether nobody outside the house knows of it.
fn is_inside(standing: &Standing) -> bool {
    match standing.stage {
        Stage::At(_) => true,
        // What was given up before it was ever sent can be taken up again.
        Stage::Dropped { .. } => standing.sent.is_none(),
        Stage::Sent { .. } | Stage::Accepted { .. } | Stage::Declined { .. } => false,
    }
}

fn moved(from: &Standing, to: &Standing) -> Deed {
    match (from.stage, to.stage) {
        (_, Stage::Accepted { .. }) => Deed::QuotationAccepted,
        (_, Stage::Declined { .. }) => Deed::QuotationDeclined,
        (_, Stage::Dropped { .. }) => Deed::QuotationDropped,
        (Stage::Sent { .. }, Stage::Sent { .. }) => Deed::QuotationSentAgain,
        (_, Stage::Sent { .. }) if to.round == Round::R2 => Deed::QuotationSentR2,
        (_, Stage::Sent { .. }) => Deed::QuotationSent,
        (Stage::Sent { .. }, Stage::At(_)) => Deed::QuotationR2,
        (Stage::Dropped { .. }, Stage::At(_)) => Deed::QuotationResumed,
        (Stage::At(before), Stage::At(after)) if after < before => Deed::QuotationReturned,
        (Stage::At(_), Stage::At(Desk::Pricing)) => Deed::QuotationR1,
        (Stage::At(_), Stage::At(Desk::Assembly)) => Deed::QuotationToAssembly,
        (Stage::At(_), Stage::At(Desk::Verification)) => Deed::QuotationToVerification,
        (_, Stage::At(_)) => Deed::QuotationReturned,
    }
}

impl Event {
    /// Returns the thing that this event writes, if it writes one.
    pub(in crate::domain) fn thing(&self, of: QuotationId) -> Option<Thing> {
        match self {
            Event::Begun { .. } | Event::Briefed { .. } => Some(Thing::Brief(of)),
            Event::Written { .. } | Event::Extended { .. } => Some(Thing::Versions(of)),
            Event::Moved { .. } | Event::Tagged { .. } | Event::Papered { .. } => None,
        }
    }
}
