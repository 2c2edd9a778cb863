//! PPL-1, PPL-5, REQ-8, REQ-11, BRD, QUO: every refusal can be met, has a name of its own, and names its facts.

use std::collections::BTreeMap;

use super::acts::one_of_each;
use super::bench::*;
use crate::domain::Command;
use crate::domain::command::Act;
use crate::domain::ids::RequestId;
use crate::domain::refusal::{Fact, Refusal};
use crate::domain::request::CloseReason;
use crate::domain::undo::footing::Footing;

/// All refusals; a new one does not compile until somebody met it here.
fn number(refusal: &Refusal) -> usize {
    match refusal {
        Refusal::NotPermitted(_) => 0,
        Refusal::NobodyKnown => 1,
        Refusal::AlreadySetUp => 2,
        Refusal::NotSetUp => 3,
        Refusal::NoSuchRequest(_) => 4,
        Refusal::NoSuchPerson => 5,
        Refusal::NoSuchThing => 6,
        Refusal::AlreadyClaimed { .. } => 7,
        Refusal::AlreadySo => 8,
        Refusal::IsClosed(_) => 9,
        Refusal::IsMerged { .. } => 10,
        Refusal::IsVoid(_) => 11,
        Refusal::IsOpen(_) => 12,
        Refusal::IsAwake(_) => 13,
        Refusal::Stale { .. } => 14,
        Refusal::InThePast => 15,
        Refusal::TextMissing => 16,
        Refusal::TooLong { .. } => 17,
        Refusal::ReasonMissing => 18,
        Refusal::NoRoute => 19,
        Refusal::TooFewParts => 20,
        Refusal::MergeWithItself => 21,
        Refusal::RoleMissing => 22,
        Refusal::LastAdministrator => 23,
        Refusal::NothingToUndo => 24,
        Refusal::NothingToRedo => 25,
        Refusal::ChangedSince { .. } => 26,
        Refusal::NotYours { .. } => 27,
        Refusal::AlreadyKnown(_) => 28,
        Refusal::MayNotEnter => 29,
        Refusal::KeyTaken => 30,
        Refusal::KeyUnreadable => 31,
        Refusal::TooManyKeys { .. } => 32,
        Refusal::TooManyInvitations { .. } => 33,
        Refusal::TooFarAhead { .. } => 34,
        Refusal::NoSuchInvitation => 35,
        Refusal::NoSuchOpportunity(_) => 36,
        Refusal::NoSuchProposal(_) => 37,
        Refusal::Overtaken => 38,
        Refusal::TermsWrong { .. } => 39,
        Refusal::GroupUndecided(_) => 40,
        Refusal::NeedsQuotation(_) => 41,
        Refusal::AlreadyPosted(_) => 42,
        Refusal::NamesClient { .. } => 43,
        Refusal::SessionsWrong { .. } => 44,
        Refusal::PriceMissing => 45,
        Refusal::PriceWrong => 46,
        Refusal::PriceIsSet => 47,
        Refusal::WrongCurrency { .. } => 48,
        Refusal::FormulaWrong => 49,
        Refusal::NotPending(_) => 50,
        Refusal::ProposalsClosed { .. } => 51,
        Refusal::NotEligible(_) => 52,
        Refusal::OpenFirst(_) => 53,
        Refusal::NotEnoughCredits { .. } => 54,
        Refusal::PriceChanged { .. } => 55,
        Refusal::CreditsWrong { .. } => 56,
        Refusal::ContactWaits { until: Some(_) } => 57,
        Refusal::ContactWaits { until: None } => 58,
        Refusal::HouseHoldsClient => 59,
        Refusal::IsSettled(_) => 60,
        Refusal::DeclineInstead(_) => 61,
        Refusal::ProposalChanged(_) => 62,
        Refusal::AlreadySelected { .. } => 63,
        Refusal::NothingSelected(_) => 64,
        Refusal::NoInterestShown => 65,
        Refusal::TermsChanged => 66,
        Refusal::ConsentMissing => 67,
        Refusal::NotAMission(_) => 68,
        Refusal::OneCoordinator => 69,
        Refusal::NotInTeam => 70,
        Refusal::SessionHeld => 71,
        Refusal::NotYet { .. } => 72,
        Refusal::SessionsMissing { .. } => 73,
        Refusal::OwnProposal => 74,
        Refusal::ProfileWrong { .. } => 75,
        Refusal::NoSuchQuotation(_) => 76,
        Refusal::PricesWrong { .. } => 77,
        Refusal::AlreadyQuoted(_) => 78,
        Refusal::BriefIncomplete(_) => 79,
        Refusal::QuotationElsewhere { .. } => 80,
        Refusal::VersionChanged { .. } => 81,
        Refusal::QuotationExpired { .. } => 82,
        Refusal::LineWrong { .. } => 83,
        Refusal::PriceNoteMissing => 84,
        Refusal::ProjectMissing(_) => 85,
        Refusal::FilesFull { .. } => 86,
        Refusal::Moved { .. } => 87,
        Refusal::NothingProposed(_) => 88,
        Refusal::NoDraft(_) => 89,
        Refusal::AddressWrong(_) => 90,
        Refusal::AddressTaken { .. } => 91,
        Refusal::NotRead { .. } => 92,
        Refusal::RecordLost { .. } => 93,
        Refusal::TurnFollows(_) => 94,
        Refusal::StoodOn(Footing::Posting(_)) => 95,
        Refusal::StoodOn(Footing::Selection(..)) => 96,
        Refusal::StoodOn(Footing::Mission(_)) => 97,
        Refusal::StoodOn(Footing::Delivery(_)) => 98,
        Refusal::StoodOn(Footing::Session(..)) => 99,
        Refusal::StoodOn(Footing::Quotation(_)) => 100,
        Refusal::StoodOn(Footing::Desk(_)) => 101,
        Refusal::StoodOn(Footing::Version(..)) => 102,
        Refusal::StoodOn(Footing::Assignment(_)) => 103,
        Refusal::StoodOn(Footing::Merge(_)) => 104,
        Refusal::StoodOn(Footing::Work(_)) => 105,
        Refusal::BothSides(_) => 106,
        Refusal::GivesContact { .. } => 107,
        Refusal::NobodyToAdvise(_) => 108,
        Refusal::AdvisedAlready { .. } => 109,
    }
}

const ALL: usize = 110;

fn meet_them() -> Vec<Refusal> {
    let mut bench = one_of_each();
    let mut met = Vec::new();
    let mut meet = |bench: &Bench, who, command: Command| {
        met.push(bench.decide(who, &command).expect_err("a refusal"));
    };
    let request = |id| vec![RequestId(id)];
    meet(&bench, Some(EVE), on(&[1], Act::Claim));
    meet(&bench, None, on(&[1], Act::Claim));
    meet(&bench, None, set_up());
    meet(&Bench::empty(), None, Command::WakeDue);
    meet(&bench, Some(BEN), on(&[9], Act::Claim));
    meet(&bench, Some(BEN), on(&[1], Act::Assign(Some(FAY))));
    meet(
        &bench,
        Some(BEN),
        Command::RemoveView(crate::domain::ViewId(9)),
    );
    meet(&bench, Some(BEN), on(&[3], Act::Claim));
    meet(&bench, Some(BEN), on(&[4], Act::Claim));
    meet(&bench, Some(BEN), on(&[5], Act::Claim));
    meet(&bench, Some(BEN), on(&[1], Act::Reopen));
    meet(&bench, Some(BEN), on(&[1], Act::Wake));
    meet(&bench, Some(BEN), on(&[1], Act::Snooze(0)));
    meet(&bench, Some(BEN), on(&[1], Act::Note("".into())));
    meet(
        &bench,
        Some(BEN),
        on(&[1], Act::Tag("x".repeat(99).into(), true)),
    );
    meet(
        &bench,
        Some(BEN),
        on(&[1], Act::Close(CloseReason::Other, "".into())),
    );
    meet(&bench, Some(BEN), on(&[1], Act::Watch(false)));
    meet(
        &bench,
        Some(BEN),
        Command::Split {
            request: RequestId(1),
            parts: Vec::new(),
        },
    );
    meet(
        &bench,
        Some(BEN),
        Command::Merge {
            from: request(1),
            into: RequestId(1),
        },
    );
    meet(
        &bench,
        Some(ANNA),
        Command::ChangeRoles {
            person: BEN,
            roles: Vec::new(),
        },
    );
    meet(
        &bench,
        Some(ANNA),
        Command::SetActive {
            person: ANNA,
            active: false,
        },
    );
    meet(&bench, Some(CLEA), Command::Undo);
    meet(&bench, Some(CLEA), Command::Redo);
    meet(
        &bench,
        None,
        Command::Receive(Box::new(mail(1, "paul@client.example", "x", "y"))),
    );
    bench.act(BEN, RequestId(1), Act::Claim);
    meet(&bench, Some(CLEA), on(&[1], Act::Claim));
    bench.act(CLEA, RequestId(1), Act::Assign(None));
    meet(&bench, Some(BEN), Command::Undo);
    let shared = Command::SaveView {
        name: "v".into(),
        query: "".into(),
        shared: true,
    };
    bench.must(Some(ANNA), shared);
    meet(
        &bench,
        Some(BEN),
        Command::RemoveView(crate::domain::ViewId(1)),
    );
    let plain = bench.any_request();
    bench.act(BEN, plain, Act::SetKind(Some(ORPHAN)));
    meet(&bench, Some(BEN), on(&[plain.0], Act::Route));
    let mut facts = bench.facts(Some(BEN), &Command::WakeDue);
    facts.seen = Some((RequestId(1), 1));
    let stale = crate::domain::decide(&bench.state, &facts, &on(&[1], Act::Claim));
    met.push(stale.expect_err("a refusal"));
    met.extend(super::contacts::met());
    let unread = Command::ChangeRouting(Box::new(matrix()));
    let facts = bench.facts(Some(ANNA), &unread);
    let refused = crate::domain::decide(&bench.state, &facts, &unread);
    met.push(refused.expect_err("a refusal"));
    let mut holed = Bench::new();
    let meta = crate::domain::state::Meta {
        seq: holed.state.seq() + 2,
        at: holed.now,
        actor: None,
        on_behalf: None,
        command: 1,
    };
    holed.state.apply(&meta, &[]);
    let lost = holed.decide(Some(BEN), &on(&[1], Act::Claim));
    met.push(lost.expect_err("a refusal"));
    met.extend(super::access::refusals());
    met.extend(super::opportunity::met());
    met.extend(super::quotation::met());
    met
}

#[test]
fn ppl_1_every_refusal_can_be_met_and_has_a_name_of_its_own() {
    let met: BTreeMap<usize, Refusal> = meet_them().into_iter().map(|r| (number(&r), r)).collect();
    let missing: Vec<usize> = (0..ALL).filter(|n| !met.contains_key(n)).collect();
    assert_eq!(missing, [0; 0], "refusals nobody met, by their number");
    let keys: std::collections::BTreeSet<&str> = met.values().map(Refusal::key).collect();
    assert_eq!(keys.len(), ALL);
}

#[test]
fn req_8_a_refusal_names_its_facts() {
    let claimed = Refusal::AlreadyClaimed {
        by: "Ben".into(),
        at: 7,
    };
    let facts = [("by", Fact::Word("Ben".into())), ("at", Fact::Time(7))];
    assert_eq!(claimed.facts(), facts);
    let merged = Refusal::IsMerged { into: RequestId(4) };
    assert_eq!(merged.facts(), [("request", Fact::Word("R-4".into()))]);
    for refusal in meet_them() {
        let names: Vec<&str> = refusal.facts().iter().map(|(name, _)| *name).collect();
        let has_fields = format!("{refusal:?}").contains(['(', '{'])
            && refusal != Refusal::ContactWaits { until: None };
        assert_eq!(names.is_empty(), !has_fields, "{refusal:?}");
    }
}
