//! Why something about the board: postings, proposals, selections is not done. Changes nothing; its texts stand in the locale files.

use strum::{IntoStaticStr, VariantNames};

use crate::domain::Millis;
use crate::domain::ids::{OpportunityId, ProposalId, RequestId};
use crate::domain::money::Money;
use crate::domain::opportunity::lack::Lack;
use crate::domain::opportunity::proposal::{PERSON_BYTES, PERSON_FILES};
use crate::domain::why::{Asks, Fact, Refuses};
use crate::text::reachable::Way;

/// Why not, of the board: postings, proposals, selections.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum BoardRefusal {
    /// There is no such opportunity, or it is not theirs to see.
    NoSuchOpportunity(OpportunityId),
    /// There is no such proposal, or it is not theirs to see.
    NoSuchProposal(ProposalId),
    /// Under Subcontracting an opportunity is posted from a quotation the client accepted (S0).
    NeedsQuotation(RequestId),
    /// The request stands on the board already.
    AlreadyPosted(OpportunityId),
    /// It names the client, whose name opens with a contact credit or with the mission.
    NamesClient {
        /// What was found.
        what: Box<str>,
    },
    /// What is posted has a mail address, a telephone number or a web site in it (QNA-3).
    GivesContact {
        /// Which of them.
        way: Way,
        /// How it is written there.
        what: Box<str>,
    },
    /// The number of sessions is not one that can be ordered.
    SessionsWrong {
        /// How many can be.
        most: usize,
    },
    /// The house sets this price; nobody bids under it (S0).
    PriceIsSet,
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
    /// The house holds the relation with this client, and introduces who runs the mission (S0).
    HouseHoldsClient,
    /// The proposal was selected, lost or taken back: it cannot be changed any more.
    IsSettled(OpportunityId),
    /// Who was selected declines the terms rather than withdraw.
    DeclineInstead(OpportunityId),
    /// Its group's requests must be validated before they are posted (REQ-5).
    NotValidated(RequestId),
    /// The house has not said how it may hold clients' money (ESC-13).
    FundsUnsaid,
    /// The proposal was rewritten since it was read.
    ProposalChanged(ProposalId),
    /// The actor has no proposal for it yet.
    NothingProposed(OpportunityId),
    /// There is no draft beside the proposal.
    NoDraft(ProposalId),
    /// The files of the actor's proposals take up as much as they may.
    FilesFull {
        /// How many there are.
        files: usize,
        /// How many bytes they have.
        bytes: u64,
    },
    /// The proposal is the actor's own: somebody else judges it and selects it.
    OwnProposal,
    /// The actor is on both sides of this deal: somebody else decides on it (PPL-1).
    BothSides(OpportunityId),
    /// Somebody was selected already; of two who select, one wins (BRD-6).
    AlreadySelected {
        /// Who.
        by: Box<str>,
        /// Since when.
        at: Millis,
    },
    /// The house selects this one, in its own name (BRD-6).
    HouseSelects(OpportunityId),
    /// Somebody of the house says what the client chose, and not how she said so (PPL-3).
    HowSaidMissing,
    /// The client has not said how it is paid (BRD-6).
    FormulaMissing,
    /// Nothing is selected whose terms could be confirmed, declined or opened again.
    NothingSelected(OpportunityId),
    /// The client has not shown an interest in it yet (S1).
    NoInterestShown,
    /// The terms are not those that were shown.
    TermsChanged,
    /// The provider must agree to pay the commission (ESC-6).
    ConsentMissing,
    /// Nobody lost to a selection that stands, so that there is nobody to advise.
    NobodyToAdvise(OpportunityId),
    /// Those who lost were told in the client's own words before.
    AdvisedAlready {
        /// When.
        at: Millis,
    },
    /// Under Subcontracting the house sets the terms, and the client knows nothing of them (S0).
    HouseSetsTerms(OpportunityId),
    /// The tranches do not add up to the price.
    SumWrong {
        /// What they add up to.
        sum: Money,
        /// The price.
        price: Money,
    },
}

impl Refuses for BoardRefusal {
    fn key(&self) -> &'static str {
        self.into()
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        use BoardRefusal as R;
        match self {
            R::NoSuchOpportunity(id)
            | R::AlreadyPosted(id)
            | R::NotPending(id)
            | R::IsSettled(id)
            | R::DeclineInstead(id)
            | R::NothingSelected(id)
            | R::NothingProposed(id)
            | R::BothSides(id)
            | R::HouseSelects(id)
            | R::HouseSetsTerms(id)
            | R::NobodyToAdvise(id) => vec![("opportunity", Fact::word(id))],
            R::NoSuchProposal(id) | R::ProposalChanged(id) | R::NoDraft(id) => {
                vec![("proposal", Fact::word(id))]
            }
            R::NeedsQuotation(id) | R::NotValidated(id) => vec![("request", Fact::word(id))],
            R::NamesClient { what } => vec![("what", Fact::word(what))],
            R::GivesContact { way, what } => vec![
                ("way", Fact::text("way", way.key())),
                ("what", Fact::word(what)),
            ],
            R::SessionsWrong { most } => vec![("most", Fact::Number(*most))],
            R::ProposalsClosed { at } => vec![("at", Fact::Until(*at))],
            R::AdvisedAlready { at } => vec![("at", Fact::Time(*at))],
            R::NotEligible(lacks) => {
                let lacks = lacks.iter().map(Lack::sentence).collect();
                vec![("lacks", Fact::Sentences(lacks))]
            }
            R::AlreadySelected { by, at } => {
                vec![("by", Fact::word(by)), ("at", Fact::Time(*at))]
            }
            R::SumWrong { sum, price } => {
                vec![("sum", Fact::Money(*sum)), ("price", Fact::Money(*price))]
            }
            R::FilesFull { files, bytes } => vec![
                ("files", Fact::Number(*files)),
                ("most", Fact::Number(PERSON_FILES)),
                ("used", Fact::mebibytes(*bytes)),
                ("room", Fact::mebibytes(PERSON_BYTES)),
            ],
            R::PriceIsSet
            | R::FormulaWrong
            | R::FundsUnsaid
            | R::HowSaidMissing
            | R::FormulaMissing
            | R::HouseHoldsClient
            | R::NoInterestShown
            | R::TermsChanged
            | R::ConsentMissing
            | R::OwnProposal => Vec::new(),
        }
    }

    fn asks(&self) -> Asks {
        use BoardRefusal as R;
        match self {
            R::ConsentMissing | R::HowSaidMissing => Asks::Words,
            R::PriceIsSet
            | R::SumWrong { .. }
            | R::SessionsWrong { .. }
            | R::FormulaWrong
            | R::NamesClient { .. }
            | R::GivesContact { .. } => Asks::Fields,
            _ => Asks::Nothing,
        }
    }
}
