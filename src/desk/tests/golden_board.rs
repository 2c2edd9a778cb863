//! Invariant 7: the events of the board, of credits, profiles and terms are written and read bit for bit by
//! every later version. A new variant is not in these files: it gets a file of its own.

use super::golden_deals::{agreed, deals, hands};
use super::kept::is_kept;
use super::*;
use crate::domain::event::Event;
use crate::domain::facilitator::{FacilitatorProfile, Subscription};
use crate::domain::house::event::HouseEvent;
use crate::domain::house::{Country, Language, Selects};
use crate::domain::ids::{
    ContactId, OpportunityId, OrganisationId, PersonId, ProposalId, QuotationId,
};
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::credit::event::OfCredits;
use crate::domain::opportunity::credit::{CreditEntry, CreditKind, Ground};
use crate::domain::opportunity::event::OfBoard;
use crate::domain::opportunity::event::{BoardEvent, Posted};
use crate::domain::opportunity::mission::{Session, Task};
use crate::domain::opportunity::proposal::{Offer, ProposalStanding, Verdict};
use crate::domain::opportunity::{EndReason, Formula, Notice, OpportunityStage, Payer};
use crate::domain::person::event::PeopleEvent;
use crate::domain::request::{Attachment, Group};
use crate::domain::terms::{CreditPrices, Need, OthersOffers, Terms};
use crate::domain::trade::{Audience, DeclineReason, MissionRole, Skill, Work};
use crate::domain::trade::{Belt, Compliance};

pub(super) const AT: Millis = 1_773_133_200_000;
pub(super) const FAY: PersonId = PersonId(6);
pub(super) const GIL: PersonId = PersonId(7);
pub(super) const PROPOSAL: ProposalId = ProposalId(12);

pub(super) fn euros(minor: i64) -> Money {
    let currency = Currency::EUR;
    Money { minor, currency }
}

fn file() -> Attachment {
    Attachment {
        name: "devis.pdf".into(),
        mime: "application/pdf".into(),
        size: 70_000,
        blob: [0xb1; 32],
    }
}

fn notice(formula: Option<Formula>, payer: Payer) -> Notice {
    Notice {
        title: "Atelier".into(),
        work: Work::WORKSHOP,
        audience: Audience::PUBLIC_BODY,
        language: Language::FR,
        country: Country::parse("BE"),
        place: "Gand".into(),
        online: true,
        starts: Some(AT + 1),
        dates: "en mai".into(),
        participants: Some(24),
        sessions: 2,
        deadline: AT + 2,
        amount: Some(euros(90_000)),
        formula,
        payer,
        payer_reason: "usage".into(),
        urgent: true,
        skills: Vec::new(),
    }
}

fn session(by: Option<PersonId>, attended: Option<u32>) -> Session {
    Session {
        at: AT,
        place: "salle 4".into(),
        by,
        attended,
    }
}

/// What can happen on the board once, in the order of its life.
fn life() -> Vec<BoardEvent> {
    let basic = notice(Some(Formula::Basic), Payer::Client);
    let r0 = notice(Some(Formula::R0), Payer::Provider);
    vec![
        BoardEvent::Posted(Box::new(Posted {
            organisation: OrganisationId(3),
            contact: ContactId(4),
            quotation: Some(QuotationId(5)),
            group: Group::Subcontracting,
            notice: notice(None, Payer::Client),
            text: "Deux séances.".into(),
            files: vec![file()],
            selects: Selects::Client,
        })),
        BoardEvent::Amended {
            from: Box::new(basic),
            to: Box::new(r0),
            text: Some(("Trois.".into(), vec![file()])),
        },
        BoardEvent::Offered {
            proposal: PROPOSAL,
            person: FAY,
            offer: Box::new(Offer {
                price: Some(euros(80_000)),
                available: "en mai".into(),
                text: "Je viens.".into(),
                files: vec![file()],
            }),
            before_client: true,
        },
        BoardEvent::Encouraged { proposal: PROPOSAL },
        BoardEvent::Agreed {
            agreement: Box::new(agreed()),
            consent: true,
        },
        BoardEvent::Planned {
            from: vec![session(None, None)],
            to: vec![session(Some(GIL), Some(12))],
        },
        BoardEvent::Attended {
            session: 1,
            at: AT,
            from: None,
            to: Some(12),
        },
        BoardEvent::Reported {
            text: "Bien.".into(),
            at: AT,
        },
    ]
}

/// How proposals move on, and what their clients say of them.
fn proposed() -> Vec<BoardEvent> {
    let mut all = Vec::new();
    for (from, to) in [
        (ProposalStanding::Draft, ProposalStanding::Submitted),
        (ProposalStanding::Selected, ProposalStanding::Confirmed),
        (ProposalStanding::Lost, ProposalStanding::Withdrawn),
    ] {
        all.push(BoardEvent::Proposal {
            proposal: PROPOSAL,
            from,
            to,
            words: "merci".into(),
        });
    }
    for (from, to) in [
        (Verdict::Unsaid, Verdict::Interesting),
        (Verdict::Interesting, Verdict::NotInteresting),
    ] {
        all.push(BoardEvent::Judged {
            proposal: PROPOSAL,
            from,
            to,
            word_of: Some(ContactId(4)),
        });
    }
    all
}

/// Everything that can happen on the board.
fn happened() -> Vec<BoardEvent> {
    let mut all = life();
    all.extend(moves());
    all.extend(proposed());
    for role in MissionRole::ALL {
        let (person, from, to) = (GIL, None, Some(role));
        all.push(BoardEvent::Team { person, from, to });
    }
    for task in Task::ALL {
        all.push(BoardEvent::Ticked { task, done: true });
    }
    all
}

/// What was added since to what happens to proposals.
fn proposals() -> Vec<Event> {
    let proposal = PROPOSAL;
    let revised = |before_client, all: bool| BoardEvent::Revised {
        proposal,
        person: FAY,
        price: all.then(|| euros(80_000)),
        available: all.then(|| "en mai".into()),
        text: all.then(|| "Je viens.".into()),
        before_client,
    };
    let filed = |there, draft| BoardEvent::Filed {
        proposal,
        person: FAY,
        file: Box::new(file()),
        there,
        draft,
    };
    let all = [
        revised(true, true),
        revised(false, false),
        filed(true, false),
        filed(false, true),
        BoardEvent::DraftDropped {
            proposal,
            person: FAY,
        },
    ];
    all.into_iter().map(of_board).collect()
}

/// What those are told who were not selected, by the client herself and on her word.
fn advice() -> Vec<Event> {
    let advised = |proposals: &[u32], word_of| BoardEvent::Advised {
        proposals: proposals.iter().copied().map(ProposalId).collect(),
        words: "Un prix par séance.".into(),
        word_of,
    };
    let all = [advised(&[12, 13], None), advised(&[12], Some(ContactId(4)))];
    all.into_iter().map(of_board).collect()
}

/// How it is paid, as the client says it and on her word.
fn formulas() -> Vec<Event> {
    let all = [
        BoardEvent::Chosen {
            from: None,
            to: Formula::R0,
            word_of: None,
            said: "".into(),
        },
        BoardEvent::Chosen {
            from: Some(Formula::R0),
            to: Formula::Basic,
            word_of: Some(ContactId(4)),
            said: "par mail".into(),
        },
    ];
    all.into_iter().map(of_board).collect()
}

/// What was declined for a reason of the list.
fn declined() -> Vec<Event> {
    let reasons = DeclineReason::ALL.into_iter();
    let of = |why| BoardEvent::Reasoned {
        proposal: ProposalId(12),
        why,
    };
    reasons.map(of).map(of_board).collect()
}

/// What facilitators can do, and what is asked of them.
fn skills() -> Vec<Event> {
    let skills = || Skill::ALL.to_vec();
    let from = notice(None, Payer::Client);
    let to = Notice {
        skills: skills(),
        ..from.clone()
    };
    let told = FacilitatorProfile {
        skills: skills(),
        ..profile(Subscription::STANDARD)
    };
    vec![
        of_board(BoardEvent::Amended {
            from: Box::new(from),
            to: Box::new(to),
            text: None,
        }),
        Event::People(PeopleEvent::ProfileKept {
            person: FAY,
            from: Box::default(),
            to: Box::new(told),
        }),
    ]
}

pub(super) fn of_board(event: BoardEvent) -> Event {
    Event::Board(OfBoard {
        request: RequestId(2),
        opportunity: OpportunityId(8),
        event: Box::new(event),
    })
}

/// From each stage to each.
fn moves() -> Vec<BoardEvent> {
    let (proposal, at) = (PROPOSAL, AT);
    let mut stages = vec![
        OpportunityStage::Open,
        OpportunityStage::Selected { proposal, at },
        OpportunityStage::Confirmed { proposal, at },
        OpportunityStage::Delivered { proposal, at },
    ];
    stages.extend(EndReason::ALL.map(|why| OpportunityStage::Ended { why, at }));
    let moved = |pair: &[OpportunityStage]| BoardEvent::Moved {
        from: pair[0],
        to: pair[1],
        word_of: Some(ContactId(4)),
        reason: "oui".into(),
    };
    stages.windows(2).map(moved).collect()
}

fn board() -> Vec<Event> {
    happened().into_iter().map(of_board).collect()
}

/// Everything else that is new with the board.
fn credits() -> Vec<Event> {
    let (opportunity, price) = (OpportunityId(8), 1);
    let why = || Box::<str>::from("abonnement");
    let mut entries: Vec<CreditEntry> = CreditKind::ALL
        .map(|kind| CreditEntry::Granted {
            kind,
            count: 300,
            why: why(),
        })
        .into();
    let grounds = [
        None,
        Some(Ground::NoAnswer),
        Some(Ground::Urgent),
        Some(Ground::Stated("appelez".into())),
    ];
    entries.extend(grounds.map(|ground| CreditEntry::Used {
        opportunity,
        kind: CreditKind::Contact,
        price,
        ground,
    }));
    entries.push(CreditEntry::Refunded {
        opportunity,
        kind: CreditKind::Offer,
        price,
        why: why(),
    });
    let credit = |entry| {
        Event::Credit(OfCredits {
            person: FAY,
            entry: Box::new(entry),
        })
    };
    let mut all: Vec<Event> = entries.into_iter().map(credit).collect();
    all.extend(Subscription::ALL.map(|subscription| {
        Event::People(PeopleEvent::ProfileKept {
            person: FAY,
            from: Box::new(FacilitatorProfile::default()),
            to: Box::new(profile(subscription)),
        })
    }));
    let prices = CreditPrices {
        consultation: 1,
        offer: 2,
        contact: 3,
    };
    for (credits, others_offers) in [
        (None, OthersOffers::Figures),
        (Some(prices), OthersOffers::Whole),
    ] {
        let to = Box::new(terms(credits, others_offers));
        all.push(Event::House(HouseEvent::TermsChanged { to }));
    }
    all.push(Event::People(PeopleEvent::ContactLinked {
        person: GIL,
        from: None,
        to: Some(ContactId(4)),
    }));
    all.push(Event::People(PeopleEvent::Favoured {
        person: FAY,
        opportunity,
        there: true,
    }));
    all
}

fn profile(subscription: Subscription) -> FacilitatorProfile {
    FacilitatorProfile {
        country: Country::parse("BE"),
        languages: vec![Language::FR, Language::EN],
        zone: "Europe/Brussels".into(),
        phone: "+32".into(),
        iban: "BE68".into(),
        legal: "SRL".into(),
        published: true,
        belts: Work::ALL.into_iter().cycle().zip(Belt::ALL).collect(),
        compliance: Compliance::ALL.into(),
        subscription,
        skills: Vec::new(),
    }
}

fn terms(credits: Option<CreditPrices>, others_offers: OthersOffers) -> Terms {
    let needs = Audience::ALL.map(|audience| Need {
        role: MissionRole::Observer,
        audience,
        belt: Belt::BLUE,
    });
    Terms {
        currency: Currency::parse("CHF").expect("francs"),
        credits,
        contact_after_hours: 48,
        others_offers,
        stale_days: 30,
        needs: needs.into(),
        compliance: vec![Compliance::REGISTRATION],
        commission_permille: 151,
        usage_permille: 101,
        contribution_permille: 102,
        coordination: euros(10_000),
        advice: ["Faster.".into(), "Plus vite.".into()],
        ..Terms::default()
    }
}

#[test]
fn invariant_7_events_of_the_board_are_written_and_read_bit_for_bit() {
    is_kept("board", &board());
    let place = |event: &BoardEvent| match event {
        BoardEvent::Posted(_) => 0,
        BoardEvent::Amended { .. } => 1,
        BoardEvent::Moved { .. } => 2,
        BoardEvent::Offered { .. } => 3,
        BoardEvent::Proposal { .. } => 4,
        BoardEvent::Judged { .. } => 5,
        BoardEvent::Encouraged { .. } => 6,
        BoardEvent::Agreed { .. } => 7,
        BoardEvent::Team { .. } => 8,
        BoardEvent::Planned { .. } => 9,
        BoardEvent::Ticked { .. } => 10,
        BoardEvent::Attended { .. } => 11,
        BoardEvent::Reported { .. } => 12,
        BoardEvent::Revised { .. } => 13,
        BoardEvent::Filed { .. } => 14,
        BoardEvent::DraftDropped { .. } => 15,
        BoardEvent::Advised { .. } => 16,
        BoardEvent::Chosen { .. } => 17,
        BoardEvent::Reasoned { .. } => 18,
        BoardEvent::Deal(_) => 19,
        BoardEvent::Mission(_) => 20,
    };
    let board = happened();
    let later = [
        proposals(),
        advice(),
        formulas(),
        declined(),
        deals(),
        hands(),
    ]
    .concat();
    let later = later.iter().filter_map(|event| match event {
        Event::Board(OfBoard { event, .. }) => Some(&**event),
        _ => None,
    });
    let places: std::collections::BTreeSet<usize> = board.iter().chain(later).map(place).collect();
    assert_eq!(places, (0..21).collect(), "one of each");
}

#[test]
fn invariant_7_events_of_proposals_are_written_and_read_bit_for_bit() {
    is_kept("proposals", &proposals());
}

#[test]
fn invariant_7_events_of_what_is_declined_are_written_and_read_bit_for_bit() {
    is_kept("declined", &declined());
}

#[test]
fn invariant_7_events_of_skills_are_written_and_read_bit_for_bit() {
    is_kept("skills", &skills());
}

#[test]
fn invariant_7_events_of_advice_are_written_and_read_bit_for_bit() {
    is_kept("advice", &advice());
}

#[test]
fn invariant_7_events_of_formulas_are_written_and_read_bit_for_bit() {
    is_kept("formulas", &formulas());
}

#[test]
fn invariant_7_events_of_credits_profiles_and_terms_are_written_and_read_bit_for_bit() {
    is_kept("credits", &credits());
}
