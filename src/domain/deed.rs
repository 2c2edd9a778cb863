//! What happened on the board, to a quotation or to somebody's credits, in one word, and which thing it happened to.
//! Timelines and answers carry these; texts are found by their names.

use std::fmt;

use super::ids::{OpportunityId, PersonId, QuotationId};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deed {
    /// An opportunity was posted.
    Posted,
    /// What is posted was put right.
    Amended,
    /// It awaits offers again.
    Open,
    /// The selection was opened again.
    Reopened,
    /// A proposal was selected.
    Selected,
    /// The winner confirmed: it is a mission.
    Confirmed,
    /// The mission was delivered.
    Delivered,
    /// It was taken off the board.
    Ended,
    /// A proposal was written that stands before the client.
    Offered,
    /// A draft was written.
    Drafted,
    /// A file was added to a proposal.
    Filed,
    /// A file of a proposal was removed.
    Unfiled,
    /// A draft was thrown away.
    DraftDropped,
    /// A proposal was submitted.
    Submitted,
    /// A proposal was selected, as its proposer is told.
    Won,
    /// Its proposer runs the mission.
    Running,
    /// A proposal was not selected.
    Lost,
    /// A proposal was taken back.
    Withdrawn,
    /// A verdict was taken back.
    Unsaid,
    /// A proposal was found interesting.
    Interesting,
    /// A proposal was found not interesting.
    NotInteresting,
    /// A proposer was told of a good chance.
    Encouraged,
    /// The terms were agreed.
    Agreed,
    /// Somebody joined the team.
    JoinedTeam,
    /// Somebody left the team.
    LeftTeam,
    /// Sessions were planned.
    Planned,
    /// A thing of the logistics was done.
    Ticked,
    /// A thing of the logistics is to be done again.
    Unticked,
    /// It was said how many came.
    Attended,
    /// It was said how the mission went.
    Reported,
    /// A quotation was begun.
    QuotationBegun,
    /// Its brief was put right.
    QuotationBriefed,
    /// Its lines were written.
    QuotationPriced,
    /// Its texts were written.
    QuotationAssembled,
    /// A version was taken back.
    QuotationStruck,
    /// It went to pricing.
    QuotationR1,
    /// It goes through a second round.
    QuotationR2,
    /// It went to the assistant.
    QuotationToAssembly,
    /// It went to the officer, to be verified.
    QuotationToVerification,
    /// It was sent back.
    QuotationReturned,
    /// A hand-over was taken back.
    QuotationRecalled,
    /// It was taken up again.
    QuotationResumed,
    /// It was sent to the client.
    QuotationSent,
    /// Its second round was sent.
    QuotationSentR2,
    /// It was sent once more.
    QuotationSentAgain,
    /// The client accepted it.
    QuotationAccepted,
    /// The client declined it.
    QuotationDeclined,
    /// It was given up.
    QuotationDropped,
    /// It is good for longer.
    QuotationExtended,
    /// A tag was put on.
    QuotationTagged,
    /// A tag was taken off.
    QuotationUntagged,
    /// Its paper was kept.
    QuotationPapered,
    /// The price lists were changed.
    PricesChanged,
    /// A facilitator's profile was kept.
    ProfileKept,
    /// A person was linked to a contact.
    Linked,
    /// A favourite was kept.
    Favoured,
    /// A favourite was let go.
    Unfavoured,
    /// Credits were granted.
    Granted,
    /// Credits were given back.
    Refunded,
    /// Those who were not selected were told what to do next time.
    Advised,
    /// An opportunity was opened.
    OpenedConsultation,
    /// The step to an offer was taken.
    OpenedOffer,
    /// The client was contacted directly.
    OpenedContact,
}

impl Deed {
    /// Returns the stable name that texts and machines know it by.
    pub fn key(self) -> &'static str {
        match self {
            Deed::Posted => "posted",
            Deed::Amended => "amended",
            Deed::Open => "open",
            Deed::Reopened => "reopened",
            Deed::Selected => "selected",
            Deed::Confirmed => "confirmed",
            Deed::Delivered => "delivered",
            Deed::Ended => "ended",
            Deed::Offered => "offered",
            Deed::Drafted => "drafted",
            Deed::Filed => "filed",
            Deed::Unfiled => "unfiled",
            Deed::DraftDropped => "draft-dropped",
            Deed::Submitted => "submitted",
            Deed::Won => "won",
            Deed::Running => "running",
            Deed::Lost => "lost",
            Deed::Withdrawn => "withdrawn",
            Deed::Unsaid => "unsaid",
            Deed::Interesting => "interesting",
            Deed::NotInteresting => "not_interesting",
            Deed::Encouraged => "encouraged",
            Deed::Agreed => "agreed",
            Deed::JoinedTeam => "joined-team",
            Deed::LeftTeam => "left-team",
            Deed::Planned => "planned",
            Deed::Ticked => "ticked",
            Deed::Unticked => "unticked",
            Deed::Attended => "attended",
            Deed::Reported => "reported",
            Deed::QuotationBegun => "quotation-begun",
            Deed::QuotationBriefed => "quotation-briefed",
            Deed::QuotationPriced => "quotation-priced",
            Deed::QuotationAssembled => "quotation-assembled",
            Deed::QuotationStruck => "quotation-struck",
            Deed::QuotationR1 => "quotation-r1",
            Deed::QuotationR2 => "quotation-r2",
            Deed::QuotationToAssembly => "quotation-to-assembly",
            Deed::QuotationToVerification => "quotation-to-verification",
            Deed::QuotationReturned => "quotation-returned",
            Deed::QuotationRecalled => "quotation-recalled",
            Deed::QuotationResumed => "quotation-resumed",
            Deed::QuotationSent => "quotation-sent",
            Deed::QuotationSentR2 => "quotation-sent-r2",
            Deed::QuotationSentAgain => "quotation-sent-again",
            Deed::QuotationAccepted => "quotation-accepted",
            Deed::QuotationDeclined => "quotation-declined",
            Deed::QuotationDropped => "quotation-dropped",
            Deed::QuotationExtended => "quotation-extended",
            Deed::QuotationTagged => "quotation-tagged",
            Deed::QuotationUntagged => "quotation-untagged",
            Deed::QuotationPapered => "quotation-papered",
            Deed::PricesChanged => "prices-changed",
            Deed::ProfileKept => "profile-kept",
            Deed::Linked => "linked",
            Deed::Favoured => "favoured",
            Deed::Unfavoured => "unfavoured",
            Deed::Granted => "granted",
            Deed::Refunded => "refunded",
            Deed::Advised => "advised",
            Deed::OpenedConsultation => "opened-consultation",
            Deed::OpenedOffer => "opened-offer",
            Deed::OpenedContact => "opened-contact",
        }
    }
}

/// The thing that something happened to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// The house as a whole.
    #[default]
    House,
    /// An opportunity.
    Opportunity(OpportunityId),
    /// A quotation.
    Quotation(QuotationId),
    /// A person.
    Person(PersonId),
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Anchor::House => Ok(()),
            Anchor::Opportunity(id) => id.fmt(f),
            Anchor::Quotation(id) => id.fmt(f),
            Anchor::Person(id) => id.fmt(f),
        }
    }
}
