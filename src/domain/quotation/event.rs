//! What happened to a quotation, as the journal keeps it: never change a variant, add one behind the last.

mod area;

pub use area::OfQuotation;

use crate::domain::deed::Deed;
use serde::{Deserialize, Serialize};

use super::command::needed_at;
use super::paper::Frozen;
use super::{
    Brief, Desk, Quotation, QuotationPart, QuotationStage, QuotationStanding, Round, Texts, Version,
};
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
pub enum QuotationEvent {
    /// It was begun, with what the request said.
    Begun {
        officer: PersonId,
        brief: Box<Brief>,
        standing: Box<QuotationStanding>,
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
        part: QuotationPart,
        texts: Option<Box<Texts>>,
        back: bool,
    },
    /// It moved on, or back; `word_of` when somebody of the house spoke for the client (PPL-3).
    Moved {
        from: Box<QuotationStanding>,
        to: Box<QuotationStanding>,
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

impl QuotationEvent {
    /// The stable name that texts find it by.
    pub fn deed(&self) -> Deed {
        match self {
            QuotationEvent::Begun { .. } => Deed::QuotationBegun,
            QuotationEvent::Briefed { .. } => Deed::QuotationBriefed,
            QuotationEvent::Written { back: true, .. } => Deed::QuotationStruck,
            QuotationEvent::Written {
                part: QuotationPart::Lines,
                ..
            } => Deed::QuotationPriced,
            QuotationEvent::Written {
                part: QuotationPart::Texts,
                ..
            } => Deed::QuotationAssembled,
            // A hand-over that was taken back gives no reason.
            QuotationEvent::Moved {
                from, to, words, ..
            } => match moved(from, to) {
                Deed::QuotationReturned if words.is_empty() => Deed::QuotationRecalled,
                deed => deed,
            },
            QuotationEvent::Extended { .. } => Deed::QuotationExtended,
            QuotationEvent::Tagged { there: true, .. } => Deed::QuotationTagged,
            QuotationEvent::Tagged { there: false, .. } => Deed::QuotationUntagged,
            QuotationEvent::Papered { .. } => Deed::QuotationPapered,
        }
    }

    /// Whether the quotation stands elsewhere from here on: the next step follows it (REQ-9).
    pub fn moves(&self) -> bool {
        matches!(
            self,
            QuotationEvent::Begun { .. } | QuotationEvent::Moved { .. }
        )
    }

    /// What turning it round needs, any of them: what whoever did it first must have been allowed.
    pub fn needs(&self) -> Vec<Permission> {
        match self {
            QuotationEvent::Written {
                part: QuotationPart::Lines,
                ..
            } => vec![Permission::PriceQuotations],
            QuotationEvent::Written {
                part: QuotationPart::Texts,
                ..
            } => vec![Permission::AssembleQuotations],
            QuotationEvent::Moved { from, to, .. } => {
                let desks = [from.stage.desk(), to.stage.desk()];
                let needed = desks.into_iter().flatten().map(needed_at);
                needed.chain([Permission::Quote]).collect()
            }
            QuotationEvent::Begun { .. }
            | QuotationEvent::Briefed { .. }
            | QuotationEvent::Extended { .. }
            | QuotationEvent::Tagged { .. }
            | QuotationEvent::Papered { .. } => vec![Permission::Quote],
        }
    }

    /// Whether a quotation stands as this event found it, so that it can be taken back.
    pub(super) fn fits(&self, now: &Quotation) -> bool {
        match self {
            QuotationEvent::Briefed { from, was, .. } => {
                now.brief == **from
                    && now.asked_at == *was
                    && now.standing.stage == QuotationStage::At(Desk::Brief)
            }
            QuotationEvent::Written {
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
                same && now.standing.stage == QuotationStage::At(desk_of(*part))
            }
            QuotationEvent::Written {
                number,
                part,
                back: false,
                ..
            } => {
                now.latest_number().checked_add(1) == Some(*number)
                    && now.standing.stage == QuotationStage::At(desk_of(*part))
            }
            QuotationEvent::Moved { from, .. } => now.standing == **from,
            QuotationEvent::Tagged { tag, there } => now.tags.contains(tag) != *there,
            QuotationEvent::Begun { .. }
            | QuotationEvent::Extended { .. }
            | QuotationEvent::Papered { .. } => false,
        }
    }
}

/// The desk at which a part is written.
pub(in crate::domain) fn desk_of(part: QuotationPart) -> Desk {
    match part {
        QuotationPart::Lines => Desk::Pricing,
        QuotationPart::Texts => Desk::Assembly,
    }
}

/// Whether nobody outside the house knows of it.
fn is_inside(standing: &QuotationStanding) -> bool {
    match standing.stage {
        QuotationStage::At(_) => true,
        // What was given up before it was ever sent can be taken up again.
        QuotationStage::Dropped { .. } => standing.sent.is_none(),
        QuotationStage::Sent { .. }
        | QuotationStage::Accepted { .. }
        | QuotationStage::Declined { .. } => false,
    }
}

fn moved(from: &QuotationStanding, to: &QuotationStanding) -> Deed {
    match (from.stage, to.stage) {
        (_, QuotationStage::Accepted { .. }) => Deed::QuotationAccepted,
        (_, QuotationStage::Declined { .. }) => Deed::QuotationDeclined,
        (_, QuotationStage::Dropped { .. }) => Deed::QuotationDropped,
        (QuotationStage::Sent { .. }, QuotationStage::Sent { .. }) => Deed::QuotationSentAgain,
        (_, QuotationStage::Sent { .. }) if to.round == Round::R2 => Deed::QuotationSentR2,
        (_, QuotationStage::Sent { .. }) => Deed::QuotationSent,
        (QuotationStage::Sent { .. }, QuotationStage::At(_)) => Deed::QuotationR2,
        (QuotationStage::Dropped { .. }, QuotationStage::At(_)) => Deed::QuotationResumed,
        (QuotationStage::At(before), QuotationStage::At(after)) if after < before => {
            Deed::QuotationReturned
        }
        (QuotationStage::At(_), QuotationStage::At(Desk::Pricing)) => Deed::QuotationR1,
        (QuotationStage::At(_), QuotationStage::At(Desk::Assembly)) => Deed::QuotationToAssembly,
        (QuotationStage::At(_), QuotationStage::At(Desk::Verification)) => {
            Deed::QuotationToVerification
        }
        (_, QuotationStage::At(_)) => Deed::QuotationReturned,
    }
}
