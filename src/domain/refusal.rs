//! Why something is not done. A refusal is expected, names what would make it pass, and changes nothing.
//!
//! Texts are found by [`Refusal::key`] and filled with [`Refusal::facts`]; none stand here.

mod asked;
mod fact;
mod facts;

pub use fact::Fact;

use super::Millis;
use super::ids::{OpportunityId, ProposalId, QuotationId, RequestId};
use super::money::Currency;
use super::opportunity::credit::CreditKind;
use super::opportunity::eligibility::Lack;
use super::person::Permission;
use super::prices::LineFault;
use super::quotation::BriefField;
use super::request::step::Followed;
use super::thing::Thing;
use super::undo::footing::Footing;
use crate::text::reachable::Way;

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
    /// There is no such person, or they are not active, or not what this needs.
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
    /// What was given is no mail address.
    AddressWrong(Box<str>),
    /// Another contact has the mail address.
    AddressTaken {
        /// What they are called.
        name: Box<str>,
    },
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
    /// There is no such opportunity, or it is not theirs to see.
    NoSuchOpportunity(OpportunityId),
    /// There is no such proposal, or it is not theirs to see.
    NoSuchProposal(ProposalId),
    /// There is no such quotation, or it is not theirs to see.
    NoSuchQuotation(QuotationId),
    /// Somebody changed it since; taking it back would overwrite that.
    Overtaken,
    /// A setting of the house's terms is out of bounds.
    TermsWrong {
        /// Which one.
        field: &'static str,
    },
    /// Nobody decided on the group of the request yet (REQ-6).
    GroupUndecided(RequestId),
    /// Under Subcontracting an opportunity is posted from a quotation the client accepted (S0).
    NeedsQuotation(RequestId),
    /// The request stands on the board already.
    AlreadyPosted(OpportunityId),
    /// It names the client, whose name opens with a contact credit or with the mission.
    NamesClient {
        /// What was found.
        what: Box<str>,
    },
    /// The number of sessions is not one that can be ordered.
    SessionsWrong {
        /// How many can be.
        most: usize,
    },
    /// A price is missing.
    PriceMissing,
    /// A price is negative, or beyond all measure.
    PriceWrong,
    /// The house sets this price; nobody bids under it (S0).
    PriceIsSet,
    /// The price is in another currency than it has to be.
    WrongCurrency {
        /// Which it has to be.
        expected: Currency,
    },
    /// The formula does not go with the group.
    FormulaWrong,
    /// It does not await offers any more.
    NotPending(OpportunityId),
    /// The time for proposals is over.
    ProposalsClosed {
        /// Since when.
        at: Millis,
    },
    /// They lack what the role needs (BRD-3).
    NotEligible(Vec<Lack>),
    /// A step that comes before was not taken (BRD-4).
    OpenFirst(CreditKind),
    /// They have not enough credits of this kind.
    NotEnoughCredits {
        /// Which kind.
        kind: CreditKind,
        /// How many are left.
        left: u32,
        /// How many it costs.
        price: u32,
    },
    /// A step costs something else than was shown.
    PriceChanged {
        /// What it costs now.
        price: u32,
    },
    /// So many credits cannot be granted.
    CreditsWrong {
        /// How many one can have of a kind.
        most: usize,
    },
    /// The client may be contacted later, or now with a stated reason (BRD-4).
    ContactWaits {
        /// From when without a reason; `None`: only with one.
        until: Option<Millis>,
    },
    /// The house holds the relation with this client, and introduces who runs the mission (S0).
    HouseHoldsClient,
    /// The proposal was selected, lost or taken back: it cannot be changed any more.
    IsSettled(OpportunityId),
    /// Who was selected declines the terms rather than withdraw.
    DeclineInstead(OpportunityId),
    /// The proposal was rewritten since it was read.
    ProposalChanged(ProposalId),
    /// Somebody was selected already; of two who select, one wins (BRD-6).
    AlreadySelected {
        /// Who.
        by: Box<str>,
        /// Since when.
        at: Millis,
    },
    /// Nothing is selected whose terms could be confirmed, declined or opened again.
    NothingSelected(OpportunityId),
    /// The client has not shown an interest in it yet (S1).
    NoInterestShown,
    /// The terms are not those that were shown.
    TermsChanged,
    /// The provider must agree to pay the commission (ESC-6).
    ConsentMissing,
    /// It is no mission (yet).
    NotAMission(OpportunityId),
    /// A mission has one coordinator, and they are in it already.
    OneCoordinator,
    /// Who holds a session must be in the team.
    NotInTeam,
    /// A session that was held is neither moved nor removed.
    SessionHeld,
    /// It has not begun yet.
    NotYet {
        /// When it does.
        at: Millis,
    },
    /// Fewer sessions were held than were ordered; a word on why lets it pass.
    SessionsMissing {
        /// How many were held.
        held: usize,
        /// How many were ordered.
        ordered: usize,
    },
    /// A price list is not one: which part of the file is wrong.
    PricesWrong {
        /// Which.
        what: Box<str>,
    },
    /// The request is being quoted already.
    AlreadyQuoted(QuotationId),
    /// The brief does not say what pricing needs (QUO-1).
    BriefIncomplete(Vec<BriefField>),
    /// The quotation stands elsewhere by now.
    QuotationElsewhere {
        /// Which one.
        quotation: QuotationId,
        /// Where.
        stage: &'static str,
    },
    /// Another version is the latest by now.
    VersionChanged {
        /// Of which one.
        quotation: QuotationId,
        /// Which.
        version: u16,
    },
    /// It was good until then.
    QuotationExpired {
        /// Which one.
        quotation: QuotationId,
        /// Until when.
        at: Millis,
    },
    /// A line cannot be so.
    LineWrong {
        /// Its number, from 1.
        line: usize,
        /// What is wrong with it.
        fault: LineFault,
    },
    /// The house has no list for this market: free lines need a remark that says so (S0).
    PriceNoteMissing,
    /// The project has no text yet.
    ProjectMissing(QuotationId),
    /// The proposal is the actor's own: somebody else judges it and selects it.
    OwnProposal,
    /// The files of the actor's proposals take up as much as they may.
    FilesFull {
        /// How many there are.
        files: usize,
        /// How many bytes they have.
        bytes: u64,
    },
    /// A part of a profile cannot be as it is.
    ProfileWrong {
        /// Which one.
        field: &'static str,
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
    /// The actor has no proposal for it yet.
    NothingProposed(OpportunityId),
    /// There is no draft beside the proposal.
    NoDraft(ProposalId),
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
    /// The next step follows this: it is moved on there, not by saying whose turn it is.
    TurnFollows(Followed),
    /// Something stands on it, and would hang in the air: what, says what to do first (REQ-11, REQ-6).
    StoodOn(Footing),
    /// The actor is on both sides of this deal: somebody else decides on it (PPL-1).
    BothSides(OpportunityId),
    /// What is posted has a mail address, a telephone number or a web site in it (QNA-3).
    GivesContact {
        /// Which of them.
        way: Way,
        /// How it is written there.
        what: Box<str>,
    },
    /// Nobody lost to a selection that stands, so that there is nobody to advise.
    NobodyToAdvise(OpportunityId),
    /// Those who lost were told in the client's own words before.
    AdvisedAlready {
        /// When.
        at: Millis,
    },
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
            Refusal::AddressWrong(_) => "address-wrong",
            Refusal::AddressTaken { .. } => "address-taken",
            Refusal::KeyTaken => "key-taken",
            Refusal::KeyUnreadable => "key-unreadable",
            Refusal::TooManyKeys { .. } => "too-many-keys",
            Refusal::TooManyInvitations { .. } => "too-many-invitations",
            Refusal::TooFarAhead { .. } => "too-far-ahead",
            Refusal::NoSuchInvitation => "no-such-invitation",
            Refusal::NoSuchOpportunity(_) => "no-such-opportunity",
            Refusal::NoSuchProposal(_) => "no-such-proposal",
            Refusal::NoSuchQuotation(_) => "no-such-quotation",
            Refusal::Overtaken => "overtaken",
            Refusal::TermsWrong { .. } => "terms-wrong",
            Refusal::GroupUndecided(_) => "group-undecided",
            Refusal::NeedsQuotation(_) => "needs-quotation",
            Refusal::AlreadyPosted(_) => "already-posted",
            Refusal::NamesClient { .. } => "names-client",
            Refusal::SessionsWrong { .. } => "sessions-wrong",
            Refusal::PriceMissing => "price-missing",
            Refusal::PriceWrong => "price-wrong",
            Refusal::PriceIsSet => "price-is-set",
            Refusal::WrongCurrency { .. } => "wrong-currency",
            Refusal::FormulaWrong => "formula-wrong",
            Refusal::NotPending(_) => "not-pending",
            Refusal::ProposalsClosed { .. } => "proposals-closed",
            Refusal::NotEligible(_) => "not-eligible",
            Refusal::OpenFirst(_) => "open-first",
            Refusal::NotEnoughCredits { .. } => "not-enough-credits",
            Refusal::PriceChanged { .. } => "price-changed",
            Refusal::CreditsWrong { .. } => "credits-wrong",
            Refusal::ContactWaits { until: Some(_) } => "contact-waits",
            Refusal::ContactWaits { until: None } => "contact-needs-reason",
            Refusal::HouseHoldsClient => "house-holds-client",
            Refusal::IsSettled(_) => "is-settled",
            Refusal::DeclineInstead(_) => "decline-instead",
            Refusal::ProposalChanged(_) => "proposal-changed",
            Refusal::AlreadySelected { .. } => "already-selected",
            Refusal::NothingSelected(_) => "nothing-selected",
            Refusal::NoInterestShown => "no-interest-shown",
            Refusal::TermsChanged => "terms-changed",
            Refusal::ConsentMissing => "consent-missing",
            Refusal::NotAMission(_) => "not-a-mission",
            Refusal::OneCoordinator => "one-coordinator",
            Refusal::NotInTeam => "not-in-team",
            Refusal::SessionHeld => "session-held",
            Refusal::NotYet { .. } => "not-yet",
            Refusal::SessionsMissing { .. } => "sessions-missing",
            Refusal::PricesWrong { .. } => "prices-wrong",
            Refusal::AlreadyQuoted(_) => "already-quoted",
            Refusal::BriefIncomplete(_) => "brief-incomplete",
            Refusal::QuotationElsewhere { .. } => "quotation-elsewhere",
            Refusal::VersionChanged { .. } => "version-changed",
            Refusal::QuotationExpired { .. } => "quotation-expired",
            Refusal::LineWrong { .. } => "line-wrong",
            Refusal::PriceNoteMissing => "price-note-missing",
            Refusal::ProjectMissing(_) => "project-missing",
            Refusal::OwnProposal => "own-proposal",
            Refusal::FilesFull { .. } => "files-full",
            Refusal::ProfileWrong { .. } => "profile-wrong",
            Refusal::Moved { by: Some(_), .. } => "moved",
            Refusal::Moved { by: None, .. } => "moved-by-us",
            Refusal::NothingProposed(_) => "nothing-proposed",
            Refusal::NoDraft(_) => "no-draft",
            Refusal::NotRead { .. } => "not-read",
            Refusal::RecordLost { .. } => "record-lost",
            Refusal::TurnFollows(_) => "turn-follows",
            Refusal::StoodOn(footing) => footing.key(),
            Refusal::BothSides(_) => "both-sides",
            Refusal::GivesContact { .. } => "gives-contact",
            Refusal::NobodyToAdvise(_) => "nobody-to-advise",
            Refusal::AdvisedAlready { .. } => "advised-already",
        }
    }
}
