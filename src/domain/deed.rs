//! What happened on the board, to a quotation or to somebody's credits, in one word, and which thing it happened to.
//! Timelines and answers carry these; texts are found by their names.

use std::fmt;

use super::ids::{ContactId, FirmId, OpportunityId, OrganisationId, PersonId, QuotationId};

/// Makes [`Deed`] of a line a deed: its variant, the stable name that texts and machines know it by, and its weight.
macro_rules! deeds {
    ($($(#[$doc:meta])+ $deed:ident => $key:literal, $weight:literal;)+) => {
        /// What happened.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Deed {
            $($(#[$doc])+ $deed,)+
        }

        impl Deed {
            /// Returns the stable name that texts and machines know it by.
            pub fn key(self) -> &'static str {
                match self {
                    $(Deed::$deed => $key,)+
                }
            }

            /// Returns how much it outweighs what else the same record did: the weightiest sums the record up.
            pub fn weight(self) -> u8 {
                match self {
                    $(Deed::$deed => $weight,)+
                }
            }
        }
    };
}

deeds! {
    /// An opportunity was posted.
    Posted => "posted", 6;
    /// What is posted was put right.
    Amended => "amended", 6;
    /// It awaits offers again.
    Open => "open", 6;
    /// The selection was opened again.
    Reopened => "reopened", 6;
    /// A proposal was selected.
    Selected => "selected", 6;
    /// The winner confirmed: it is a mission.
    Confirmed => "confirmed", 6;
    /// The mission was delivered.
    Delivered => "delivered", 6;
    /// It was taken off the board.
    Ended => "ended", 6;
    /// A proposal was written that stands before the client.
    Offered => "offered", 4;
    /// A draft was written.
    Drafted => "drafted", 4;
    /// A file was added to a proposal.
    Filed => "filed", 6;
    /// A file of a proposal was removed.
    Unfiled => "unfiled", 6;
    /// A draft was thrown away.
    DraftDropped => "draft-dropped", 6;
    /// A proposal was submitted.
    Submitted => "submitted", 6;
    /// A proposal was selected, as its proposer is told.
    Won => "won", 4;
    /// Its proposer runs the mission.
    Running => "running", 4;
    /// A proposal was not selected.
    Lost => "lost", 2;
    /// A proposal was taken back.
    Withdrawn => "withdrawn", 6;
    /// A verdict was taken back.
    Unsaid => "unsaid", 6;
    /// A proposal was found interesting.
    Interesting => "interesting", 6;
    /// A proposal was found not interesting.
    NotInteresting => "not_interesting", 6;
    /// A proposer was told of a good chance.
    Encouraged => "encouraged", 6;
    /// The client chose how it is paid.
    Chosen => "chosen", 5;
    /// The terms were agreed.
    Agreed => "agreed", 5;
    /// What is delivered, and what is paid for it, was written anew.
    TermsDrawn => "terms-drawn", 6;
    /// The client agreed to the terms.
    ClientAgreed => "client-agreed", 5;
    /// Who was selected confirmed the terms.
    ProviderAgreed => "provider-agreed", 5;
    /// The client refused the terms.
    TermsRefused => "terms-refused", 7;
    /// A contact of the client's is in charge of the mission.
    InCharge => "in-charge", 6;
    /// A contact of the client's is in charge no more.
    NotInCharge => "not-in-charge", 6;
    /// A coordinator was relieved.
    Relieved => "relieved", 5;
    /// A mission was offered to another coordinator.
    MissionOffered => "mission-offered", 7;
    /// Another coordinator took a mission over.
    MissionTaken => "mission-taken", 6;
    /// Whom a mission was offered to declined.
    MissionPassed => "mission-passed", 6;
    /// A colleague speaks for it, since who did left their firm.
    HandedOn => "handed-on", 6;
    /// Somebody joined the team.
    JoinedTeam => "joined-team", 6;
    /// Somebody left the team.
    LeftTeam => "left-team", 6;
    /// Sessions were planned.
    Planned => "planned", 4;
    /// A thing of the logistics was done.
    Ticked => "ticked", 6;
    /// A thing of the logistics is to be done again.
    Unticked => "unticked", 6;
    /// It was said how many came.
    Attended => "attended", 6;
    /// It was said how the mission went.
    Reported => "reported", 4;
    /// A quotation was begun.
    QuotationBegun => "quotation-begun", 6;
    /// Its brief was put right.
    QuotationBriefed => "quotation-briefed", 6;
    /// Its lines were written.
    QuotationPriced => "quotation-priced", 6;
    /// Its texts were written.
    QuotationAssembled => "quotation-assembled", 6;
    /// A version was taken back.
    QuotationStruck => "quotation-struck", 6;
    /// It went to pricing.
    QuotationR1 => "quotation-r1", 6;
    /// It goes through a second round.
    QuotationR2 => "quotation-r2", 6;
    /// It went to the assistant.
    QuotationToAssembly => "quotation-to-assembly", 6;
    /// It went to the officer, to be verified.
    QuotationToVerification => "quotation-to-verification", 6;
    /// It was sent back.
    QuotationReturned => "quotation-returned", 6;
    /// A hand-over was taken back.
    QuotationRecalled => "quotation-recalled", 6;
    /// It was taken up again.
    QuotationResumed => "quotation-resumed", 6;
    /// It was sent to the client.
    QuotationSent => "quotation-sent", 6;
    /// Its second round was sent.
    QuotationSentR2 => "quotation-sent-r2", 6;
    /// It was sent once more.
    QuotationSentAgain => "quotation-sent-again", 6;
    /// The client accepted it.
    QuotationAccepted => "quotation-accepted", 6;
    /// The client declined it.
    QuotationDeclined => "quotation-declined", 6;
    /// It was given up.
    QuotationDropped => "quotation-dropped", 6;
    /// It is good for longer.
    QuotationExtended => "quotation-extended", 6;
    /// A tag was put on.
    QuotationTagged => "quotation-tagged", 6;
    /// A tag was taken off.
    QuotationUntagged => "quotation-untagged", 6;
    /// Its paper was kept.
    QuotationPapered => "quotation-papered", 6;
    /// The price lists were changed.
    PricesChanged => "prices-changed", 6;
    /// Settings were changed.
    SettingsChanged => "settings-changed", 6;
    /// The lists of the house were changed.
    ListsChanged => "lists-changed", 6;
    /// A facilitator's profile was kept.
    ProfileKept => "profile-kept", 6;
    /// A person was linked to a contact.
    Linked => "linked", 6;
    /// A favourite was kept.
    Favoured => "favoured", 6;
    /// A favourite was let go.
    Unfavoured => "unfavoured", 6;
    /// Credits were granted.
    Granted => "granted", 6;
    /// Credits were given back.
    Refunded => "refunded", 2;
    /// Those who were not selected were told what to do next time.
    Advised => "advised", 6;
    /// It was said why something was declined.
    Reasoned => "reasoned", 6;
    /// An opportunity was opened.
    OpenedConsultation => "opened-consultation", 6;
    /// The step to an offer was taken.
    OpenedOffer => "opened-offer", 6;
    /// The client was contacted directly.
    OpenedContact => "opened-contact", 6;
    /// An organisation was entered.
    OrganisationAdded => "organisation-added", 2;
    /// A contact was entered.
    ContactAdded => "contact-added", 1;
    /// Two organisations became one.
    OrganisationsMerged => "organisations-merged", 6;
    /// Two organisations are two again.
    OrganisationsParted => "organisations-parted", 6;
    /// Two contacts became one.
    ContactsMerged => "contacts-merged", 6;
    /// Two contacts are two again.
    ContactsParted => "contacts-parted", 6;
    /// A contact is of another organisation.
    ContactMoved => "contact-moved", 6;
    /// Two that look the same are not.
    ToldApart => "told-apart", 6;
    /// Two that look the same may be.
    ToldAlike => "told-alike", 6;
    /// A place in a firm was offered.
    FirmOffered => "firm-offered", 6;
    /// An offer of a place in a firm was taken back.
    FirmOfferWithdrawn => "firm-offer-withdrawn", 6;
    /// Somebody came into a firm.
    FirmJoined => "firm-joined", 6;
    /// Somebody may do other things in a firm.
    FirmRights => "firm-rights", 6;
    /// Somebody left a firm.
    FirmLeft => "firm-left", 6;
    /// A firm is called otherwise.
    FirmNamed => "firm-named", 6;
    /// Somebody acts for another of their firms.
    FirmChosen => "firm-chosen", 6;
    /// An account was opened for a project.
    AccountOpened => "account-opened", 3;
    /// A deposit was booked.
    DepositBooked => "deposit-booked", 5;
    /// A deposit was matched to a project.
    DepositMatched => "deposit-matched", 6;
    /// Money was put to a tranche, or taken back from it.
    TrancheFunded => "tranche-funded", 4;
    /// Work on a tranche began.
    TrancheStarted => "tranche-started", 6;
    /// A tranche was handed in.
    TrancheHandedIn => "tranche-handed-in", 6;
    /// The client answered what was handed in.
    TrancheAnswered => "tranche-answered", 7;
    /// Silence released a tranche.
    TrancheLapsed => "tranche-lapsed", 7;
    /// Money was released.
    MoneyReleased => "money-released", 6;
    /// Commission was charged.
    CommissionCharged => "commission-charged", 2;
    /// Commission came in.
    CommissionPaid => "commission-paid", 6;
    /// A dispute was opened.
    DisputeOpened => "dispute-opened", 8;
    /// Something was said in a dispute.
    DisputeSaid => "dispute-said", 6;
    /// A settlement was proposed.
    SettlementProposed => "settlement-proposed", 6;
    /// A side accepts the settlement.
    SettlementAccepted => "settlement-accepted", 7;
    /// A side refuses the settlement.
    SettlementRefused => "settlement-refused", 7;
    /// Both sides accept the settlement.
    DisputeSettled => "dispute-settled", 8;
    /// The mediator awarded what was held.
    DisputeAwarded => "dispute-awarded", 8;
    /// A dispute was taken back.
    DisputeWithdrawn => "dispute-withdrawn", 8;
    /// Money of a project was moved.
    MoneyMoved => "money-moved", 1;
    /// Free money goes back to the client.
    MoneyRefunded => "money-refunded", 6;
    /// Money back was instructed.
    RefundInstructed => "refund-instructed", 6;
    /// The bank paid money back.
    RefundPaid => "refund-paid", 6;
    /// A provider gave back what was released.
    MoneyGivenBack => "money-given-back", 6;
    /// The bank took a deposit back.
    DepositTakenBack => "deposit-taken-back", 7;
    /// A project was frozen.
    ProjectFrozen => "project-frozen", 6;
    /// A project goes on.
    ProjectThawed => "project-thawed", 6;
    /// A claim was given up.
    ClaimGivenUp => "claim-given-up", 6;
    /// What the house began with was booked.
    BooksBegun => "books-begun", 6;
    /// An account went to another firm.
    AccountHandedOver => "account-handed-over", 3;
    /// An account was shut.
    AccountShut => "account-shut", 3;
    /// Days were closed in the books.
    DaysClosed => "days-closed", 6;
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
    /// An organisation.
    Organisation(OrganisationId),
    /// A contact.
    Contact(ContactId),
    /// A firm.
    Firm(FirmId),
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Anchor::House => Ok(()),
            Anchor::Opportunity(id) => id.fmt(f),
            Anchor::Quotation(id) => id.fmt(f),
            Anchor::Person(id) => id.fmt(f),
            Anchor::Organisation(id) => id.fmt(f),
            Anchor::Contact(id) => id.fmt(f),
            Anchor::Firm(id) => id.fmt(f),
        }
    }
}
