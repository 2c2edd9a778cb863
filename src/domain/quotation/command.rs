//! What can be wanted of a quotation. Who may is asked first by permission, then by where it stands.

use super::{Brief, Desk};
use crate::domain::Millis;
use crate::domain::area::{AreaCommand, SentBy};
use crate::domain::ids::{QuotationId, RequestId};
use crate::domain::money::Currency;
use crate::domain::person::Permission;
use crate::domain::prices::Line;

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuotationCommand {
    /// Begins a quotation, with what the request says already.
    Begin(RequestId),
    /// Puts the brief right.
    Brief {
        /// Of which one.
        quotation: QuotationId,
        /// What pricing needs to know.
        brief: Box<Brief>,
        /// What is asked, in words; `None`: as before.
        asked: Option<Box<str>>,
    },
    /// Sends the complete R1 to pricing, copy to the manager.
    SendR1(QuotationId),
    /// Writes the lines: a new version.
    Price {
        /// Of which one.
        quotation: QuotationId,
        /// The latest version its user saw, 0 for none.
        seen: u16,
        /// The currency.
        currency: Currency,
        /// The lines.
        lines: Vec<Line>,
        /// A remark on the prices, for the client.
        note: Box<str>,
        /// How long it is good for; `None`: as before, or the usual time.
        valid_until: Option<Millis>,
    },
    /// Hands the prices to the assistant.
    HandPrices(QuotationId),
    /// Writes the texts: a new version.
    Assemble {
        /// Of which one.
        quotation: QuotationId,
        /// The latest version its user saw.
        seen: u16,
        /// What is proposed.
        project: Box<str>,
        /// The conditions of sale.
        conditions: Box<str>,
        /// How long it is good for; `None`: as before.
        valid_until: Option<Millis>,
    },
    /// Hands the assembled project to the officer.
    HandProject(QuotationId),
    /// Gives it back within the house, with a reason.
    Return {
        /// Which one.
        quotation: QuotationId,
        /// The desk its user saw it at.
        from: Desk,
        /// Where it goes back to.
        to: Desk,
        /// Why.
        reason: Box<str>,
    },
    /// Sends a version to the client.
    Send {
        /// Which one.
        quotation: QuotationId,
        /// The version that was verified.
        version: u16,
    },
    /// Begins the second round (QUO-2), copy to the manager: through a new version, or with what was sent as
    /// it is.
    SendR2 {
        /// Which one.
        quotation: QuotationId,
        /// Whether pricing and assembly go over it again.
        afresh: bool,
        /// What is to change, or what was said.
        words: Box<str>,
    },
    /// The client says yes.
    Accept {
        /// To which one.
        quotation: QuotationId,
        /// The version they saw.
        version: u16,
        /// What they said with it.
        words: Box<str>,
    },
    /// The client says no.
    Decline {
        /// To which one.
        quotation: QuotationId,
        /// Why.
        reason: Box<str>,
    },
    /// The house gives it up.
    Drop {
        /// Which one.
        quotation: QuotationId,
        /// Why.
        reason: Box<str>,
    },
    /// Lets what was sent be good for longer.
    Extend {
        /// Which one.
        quotation: QuotationId,
        /// Until when.
        until: Millis,
    },
    /// Puts a tag on (`true`) or takes it off.
    Tag {
        /// Which one.
        quotation: QuotationId,
        /// The tag.
        tag: Box<str>,
        /// Whether it is there from now on.
        there: bool,
    },
}

impl AreaCommand for QuotationCommand {
    fn needed(&self) -> Option<Permission> {
        Some(match self {
            QuotationCommand::Begin(_)
            | QuotationCommand::Brief { .. }
            | QuotationCommand::SendR1(_)
            | QuotationCommand::Send { .. }
            | QuotationCommand::SendR2 { .. }
            | QuotationCommand::Drop { .. }
            | QuotationCommand::Extend { .. }
            | QuotationCommand::Tag { .. } => Permission::Quote,
            QuotationCommand::Price { .. } | QuotationCommand::HandPrices(_) => {
                Permission::PriceQuotations
            }
            QuotationCommand::Assemble { .. } | QuotationCommand::HandProject(_) => {
                Permission::AssembleQuotations
            }
            QuotationCommand::Return { from, .. } => needed_at(*from),
            QuotationCommand::Accept { .. } | QuotationCommand::Decline { .. } => {
                Permission::DecideQuotations
            }
        })
    }

    fn sent_by(&self) -> SentBy {
        SentBy::Person
    }

    fn is_whole(&self) -> bool {
        matches!(self, QuotationCommand::Brief { .. })
    }
}

/// What who works at a desk must be allowed.
pub fn needed_at(desk: Desk) -> Permission {
    match desk {
        Desk::Brief | Desk::Verification => Permission::Quote,
        Desk::Pricing => Permission::PriceQuotations,
        Desk::Assembly => Permission::AssembleQuotations,
    }
}
