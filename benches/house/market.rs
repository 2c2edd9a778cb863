//! A made-up board on disk: facilitators with profiles, an opportunity for each request, ten proposals for
//! each, through the journal like everything else.

use entremise::domain::opportunity::event::OfBoard;
use std::path::{Path, PathBuf};
use std::time::Instant;

use entremise::desk::Submission;
use entremise::domain::command::Unread;
use entremise::domain::facilitator::FacilitatorProfile;
use entremise::domain::house::{Country, Language, Selects};
use entremise::domain::ids::{ContactId, OrganisationId};
use entremise::domain::money::{Currency, Money};
use entremise::domain::opportunity::event::Posted;
use entremise::domain::opportunity::proposal::{Offer, ProposalStanding, Verdict};
use entremise::domain::opportunity::{
    BoardEvent, EndReason, Formula, Notice, OpportunityStage, Payer,
};
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::person::{NewPerson, Role};
use entremise::domain::request::Group;
use entremise::domain::trade::{Audience, Work};
use entremise::domain::trade::{Belt, Compliance};
use entremise::domain::{Command, Event, Millis, OpportunityId, PersonId, ProposalId, RequestId};
use entremise::journal::{Journal, NewRecord, codec};

use super::house::{NOW, Random};
use super::measure::{folder, or_exit};
use super::store::{ME, STAFF, build, released, reopened};

/// Goes up when what is made changes.
const MADE_LIKE: u32 = 1;
/// How many proposals each opportunity has.
pub const EACH: usize = 10;
/// How many facilitators there are.
const FACILITATORS: u32 = 200;
const HOUR: Millis = 3_600_000;

/// A facilitator of the made-up house.
pub fn facilitator() -> PersonId {
    PersonId(STAFF + 1)
}

/// The folder of a house with so many opportunities; made when there is none yet.
pub async fn store(opportunities: usize) -> PathBuf {
    let ready = folder().join(format!("board-{MADE_LIKE}-{opportunities}"));
    if !ready.exists() {
        let (making, began) = (ready.with_extension("making"), Instant::now());
        // What an interrupted run left.
        let _ = std::fs::remove_dir_all(&making);
        println!("making a board of {opportunities} in {}", ready.display());
        build(&making, opportunities).await;
        people(&making).await;
        fill(&making, opportunities).await;
        or_exit(std::fs::rename(&making, &ready));
        println!("made in {:.1} s", began.elapsed().as_secs_f64());
    }
    ready
}

async fn people(folder: &Path) {
    let desk = reopened(folder).await;
    for n in 0..FACILITATORS {
        let person = NewPerson {
            name: format!("Facilitator {n}").into(),
            email: "".into(),
            roles: vec![Role::Facilitator],
        };
        let add = Submission::new(Some(ME), Command::People(PeopleCommand::Add(person)));
        or_exit(desk.submit(add).await);
        let languages = [Language::FR, Language::EN];
        let keep = Command::People(PeopleCommand::KeepProfile {
            person: PersonId(STAFF + 1 + n),
            profile: Box::new(FacilitatorProfile {
                country: Country::parse("FR"),
                languages: languages[..1 + n as usize % 2].to_vec(),
                published: true,
                belts: vec![
                    (Work::WORKSHOP, Belt::GREEN),
                    (Work::TRAINING, Belt::YELLOW),
                ],
                compliance: vec![Compliance::CHARTER, Compliance::INSURANCE],
                ..FacilitatorProfile::default()
            }),
        });
        let keep = keep.over(Unread::Told);
        or_exit(desk.submit(Submission::new(Some(ME), keep)).await);
    }
    desk.close().await;
}

async fn fill(folder: &Path, opportunities: usize) {
    let store = released(folder).await;
    let mut random = Random::new(11);
    let (mut records, mut next) = (Vec::new(), store.journal().last() + 1);
    for n in 0..opportunities {
        records.push(opportunity(&mut random, n, opportunities));
        if records.len() == 1_024 || n + 1 == opportunities {
            let group = std::mem::take(&mut records);
            next = or_exit(store.journal().append(next, group).await) + 1;
        }
    }
    drop(store);
    let desk = reopened(folder).await;
    desk.close().await;
}

/// The record of an opportunity with all that happened to it: three in ten still await offers.
fn opportunity(random: &mut Random, n: usize, all: usize) -> NewRecord {
    let (request, opportunity) = (RequestId::at(n), OpportunityId::at(n));
    let age = Millis::try_from((all - n) * 400 / all).unwrap_or_default() * 24 * HOUR;
    let posted = NOW - age - HOUR;
    let notice = notice(random, n, posted);
    let first = ProposalId::at(n * EACH);
    let mut happened = vec![BoardEvent::Posted(Box::new(Posted {
        organisation: OrganisationId(1 + u32::try_from(n % 50).unwrap_or_default()),
        contact: ContactId(1 + u32::try_from(n % 50).unwrap_or_default()),
        quotation: None,
        group: Group::ClientIntroduction,
        notice,
        text: "Forty people in two groups, round tables, a projector; a discussion at the end."
            .into(),
        files: Vec::new(),
        selects: Selects::Client,
    }))];
    for k in 0..EACH {
        let proposal = ProposalId::at(n * EACH + k);
        let person =
            PersonId(STAFF + 1 + u32::try_from(random.below(20) * 10 + k).unwrap_or_default());
        happened.extend(proposed(random, proposal, person));
    }
    happened.extend(ended(random, first, posted));
    let events: Vec<Event> = happened
        .into_iter()
        .map(|event| {
            Event::Board(OfBoard {
                request,
                opportunity,
                event: Box::new(event),
            })
        })
        .collect();
    NewRecord {
        at_ms: posted,
        actor: ME.0,
        on_behalf: None,
        command: (u128::from(random.next()) << 64) | u128::from(random.next()),
        salt: (u128::from(random.next()) << 64 | u128::from(random.next())).to_le_bytes(),
        payload: or_exit(codec::encode(&events)),
    }
}

fn notice(random: &mut Random, n: usize, posted: Millis) -> Notice {
    let works = ["workshop", "training", "conference", "programme"];
    let audiences = [
        "company",
        "public_body",
        "education",
        "association",
        "public",
    ];
    let about = [
        "climate",
        "water",
        "forest",
        "digital footprint",
        "le temps long",
        "la canopée",
    ];
    Notice {
        title: format!(
            "{} about {} for {} people",
            random.pick(&works),
            random.pick(&about),
            n % 90
        )
        .into(),
        work: Work::parse(random.pick(&works)).unwrap_or(Work::OTHER),
        audience: Audience::parse(random.pick(&audiences)).unwrap_or(Audience::COMPANY),
        language: or_exit(
            Language::parse(random.pick(&["fr", "fr", "en", "de"])).ok_or("language"),
        ),
        country: Country::parse(random.pick(&["FR", "CH", "BE", "CA"])),
        place: random.pick(&["Lyon", "Genève", "Gent", "Québec"]).into(),
        online: random.below(5) == 0,
        starts: None,
        dates: "in spring".into(),
        participants: u32::try_from(n % 90).ok(),
        sessions: 1,
        deadline: posted + 30 * 24 * HOUR,
        amount: Some(euros(200 + random.below(9_000))),
        formula: Some(Formula::Basic),
        payer: Payer::Client,
        payer_reason: "".into(),
        urgent: false,
        skills: Vec::new(),
    }
}

fn euros(n: usize) -> Money {
    Money {
        minor: i64::try_from(n).unwrap_or_default() * 100,
        currency: Currency::EUR,
    }
}

fn proposed(random: &mut Random, proposal: ProposalId, person: PersonId) -> [BoardEvent; 2] {
    let offer = Offer {
        price: Some(euros(200 + random.below(9_000))),
        available: "in April".into(),
        text: "I hold this workshop every month, in groups of eight, and stay for the discussion."
            .into(),
        files: Vec::new(),
    };
    [
        BoardEvent::Offered {
            proposal,
            person,
            offer: Box::new(offer),
            before_client: true,
        },
        moved(
            proposal,
            ProposalStanding::Draft,
            ProposalStanding::Submitted,
        ),
    ]
}

fn moved(proposal: ProposalId, from: ProposalStanding, to: ProposalStanding) -> BoardEvent {
    BoardEvent::Proposal {
        proposal,
        from,
        to,
        words: "".into(),
    }
}

/// How it went on: three in ten await offers, four became missions, three ended without one.
fn ended(random: &mut Random, first: ProposalId, posted: Millis) -> Vec<BoardEvent> {
    let at = posted + 30 * 60_000;
    let judged = BoardEvent::Judged {
        proposal: first,
        from: Verdict::Unsaid,
        to: Verdict::Interesting,
        word_of: None,
    };
    let stage = |from, to| BoardEvent::Moved {
        from,
        to,
        word_of: None,
        reason: "".into(),
    };
    let chosen = OpportunityStage::Selected {
        proposal: first,
        at,
    };
    let running = OpportunityStage::Confirmed {
        proposal: first,
        at,
    };
    match random.below(10) {
        0..3 => vec![judged],
        3..7 => vec![
            judged,
            stage(OpportunityStage::Open, chosen),
            moved(
                first,
                ProposalStanding::Submitted,
                ProposalStanding::Selected,
            ),
            stage(chosen, running),
            moved(
                first,
                ProposalStanding::Selected,
                ProposalStanding::Confirmed,
            ),
        ],
        _ => {
            let why = EndReason::SILENT;
            vec![stage(
                OpportunityStage::Open,
                OpportunityStage::Ended { why, at },
            )]
        }
    }
}
