//! The facts of each refusal, by the names that its text has for them. Decides nothing.

use super::Refusal;
use super::fact::{Fact, about, mebibytes, number, step};
use crate::domain::files::{PERSON_BYTES, PERSON_FILES};
use crate::domain::quotation::BriefField;

impl Refusal {
    /// The facts its text names, each with its name.
    pub fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Refusal::NotPermitted(permission) => {
                vec![(
                    "permission",
                    Fact::Text(format!("permission-{}", permission.key())),
                )]
            }
            Refusal::NoSuchRequest(id)
            | Refusal::IsClosed(id)
            | Refusal::IsVoid(id)
            | Refusal::IsOpen(id)
            | Refusal::IsAwake(id)
            | Refusal::AlreadyKnown(id)
            | Refusal::IsMerged { into: id }
            | Refusal::Stale { request: id }
            | Refusal::GroupUndecided(id)
            | Refusal::NeedsQuotation(id)
            | Refusal::ChangedSince { request: id } => {
                vec![("request", Fact::Word(id.to_string()))]
            }
            Refusal::NoSuchOpportunity(id)
            | Refusal::AlreadyPosted(id)
            | Refusal::NotPending(id)
            | Refusal::IsSettled(id)
            | Refusal::DeclineInstead(id)
            | Refusal::NothingSelected(id)
            | Refusal::NothingProposed(id)
            | Refusal::NotAMission(id)
            | Refusal::BothSides(id)
            | Refusal::NobodyToAdvise(id) => vec![("opportunity", Fact::Word(id.to_string()))],
            Refusal::StoodOn(footing) => footing.facts(),
            Refusal::TurnFollows(of) => vec![("of", Fact::Word(of.id()))],
            Refusal::NoSuchProposal(id) | Refusal::ProposalChanged(id) | Refusal::NoDraft(id) => {
                vec![("proposal", Fact::Word(id.to_string()))]
            }
            Refusal::NoSuchQuotation(id)
            | Refusal::AlreadyQuoted(id)
            | Refusal::ProjectMissing(id) => vec![("quotation", Fact::Word(id.to_string()))],
            Refusal::QuotationElsewhere { quotation, stage } => vec![
                ("quotation", Fact::Word(quotation.to_string())),
                ("stage", Fact::Text(format!("quotation-stage-{stage}"))),
            ],
            Refusal::VersionChanged { quotation, version } => vec![
                ("quotation", Fact::Word(quotation.to_string())),
                ("version", Fact::Number(usize::from(*version))),
            ],
            Refusal::QuotationExpired { quotation, at } => vec![
                ("quotation", Fact::Word(quotation.to_string())),
                ("at", Fact::Until(*at)),
            ],
            Refusal::LineWrong { line, fault } => vec![
                ("line", Fact::Number(*line)),
                ("fault", Fact::Text(format!("line-fault-{}", fault.key()))),
            ],
            Refusal::BriefIncomplete(missing) => {
                let text = |field: &BriefField| format!("brief-{}", field.key());
                vec![("missing", Fact::Texts(missing.iter().map(text).collect()))]
            }
            Refusal::AddressWrong(text) => vec![("text", Fact::Word(text.to_string()))],
            Refusal::AddressTaken { name } => vec![("name", Fact::Word(name.to_string()))],
            Refusal::PricesWrong { what }
            | Refusal::RecordLost { what }
            | Refusal::NamesClient { what } => vec![("what", Fact::Word(what.to_string()))],
            Refusal::TermsWrong { field } | Refusal::ProfileWrong { field } => {
                vec![("field", Fact::Word((*field).to_owned()))]
            }
            Refusal::GivesContact { way, what } => vec![
                ("way", Fact::Text(format!("way-{}", way.key()))),
                ("what", Fact::Word(what.to_string())),
            ],
            Refusal::WrongCurrency { expected } => {
                vec![("expected", Fact::Word(expected.code().to_owned()))]
            }
            Refusal::ProposalsClosed { at } | Refusal::NotYet { at } => {
                vec![("at", Fact::Until(*at))]
            }
            Refusal::AdvisedAlready { at } => vec![("at", Fact::Time(*at))],
            Refusal::NotEligible(lacks) => vec![("lacks", Fact::Lacks(lacks.clone()))],
            Refusal::OpenFirst(kind) => vec![("step", step(*kind))],
            Refusal::NotEnoughCredits { kind, left, price } => vec![
                ("step", step(*kind)),
                ("left", number(*left)),
                ("price", number(*price)),
            ],
            Refusal::PriceChanged { price } => vec![("price", number(*price))],
            Refusal::ContactWaits { until } => {
                until.iter().map(|at| ("at", Fact::Until(*at))).collect()
            }
            Refusal::SessionsMissing { held, ordered } => vec![
                ("held", Fact::Number(*held)),
                ("ordered", Fact::Number(*ordered)),
            ],
            Refusal::AlreadyClaimed { by, at } | Refusal::AlreadySelected { by, at } => {
                vec![("by", Fact::Word(by.to_string())), ("at", Fact::Time(*at))]
            }
            Refusal::Moved { what, by, at } => vec![
                ("what", about(*what)),
                ("by", Fact::Word(by.as_deref().unwrap_or_default().into())),
                ("at", Fact::Until(*at)),
            ],
            Refusal::NotRead { what } => vec![("what", about(*what))],
            Refusal::NotYours { owner } => vec![("owner", Fact::Word(owner.to_string()))],
            Refusal::TooLong { most }
            | Refusal::TooManyKeys { most }
            | Refusal::SessionsWrong { most }
            | Refusal::CreditsWrong { most }
            | Refusal::TooManyInvitations { most } => vec![("most", Fact::Number(*most))],
            Refusal::FilesFull { files, bytes } => vec![
                ("files", Fact::Number(*files)),
                ("most", Fact::Number(PERSON_FILES)),
                ("used", mebibytes(*bytes)),
                ("room", mebibytes(PERSON_BYTES)),
            ],
            Refusal::TooFarAhead { days } => {
                vec![("days", Fact::Number(usize::from(*days)))]
            }
            Refusal::NobodyKnown
            | Refusal::AlreadySetUp
            | Refusal::NotSetUp
            | Refusal::NoSuchPerson
            | Refusal::NoSuchThing
            | Refusal::AlreadySo
            | Refusal::InThePast
            | Refusal::TextMissing
            | Refusal::ReasonMissing
            | Refusal::NoRoute
            | Refusal::TooFewParts
            | Refusal::MergeWithItself
            | Refusal::RoleMissing
            | Refusal::LastAdministrator
            | Refusal::NothingToUndo
            | Refusal::NothingToRedo
            | Refusal::MayNotEnter
            | Refusal::KeyTaken
            | Refusal::KeyUnreadable
            | Refusal::NoSuchInvitation
            | Refusal::Overtaken
            | Refusal::PriceMissing
            | Refusal::PriceNoteMissing
            | Refusal::PriceWrong
            | Refusal::PriceIsSet
            | Refusal::FormulaWrong
            | Refusal::HouseHoldsClient
            | Refusal::NoInterestShown
            | Refusal::TermsChanged
            | Refusal::ConsentMissing
            | Refusal::OneCoordinator
            | Refusal::NotInTeam
            | Refusal::SessionHeld
            | Refusal::OwnProposal => Vec::new(),
        }
    }
}
