//! A made-up house with many quotations and many people beside its requests, through the journal like everything
//! else: nine requests in ten have a quotation, at one of the desks; there are as many facilitators as requests.

use entremise::domain::quotation::event::OfQuotation;
use std::path::{Path, PathBuf};
use std::time::Instant;

use entremise::domain::house::Language;
use entremise::domain::person::event::PeopleEvent;
use entremise::domain::person::{Person, Preferences, Role};
use entremise::domain::quotation::{
    Brief, Desk as At, QuotationEvent, QuotationStage, QuotationStanding, Round,
};
use entremise::domain::{Event, Millis, PersonId, QuotationId, RequestId};
use entremise::journal::{Journal, NewRecord, codec};

use super::house::{NOW, Random};
use super::measure::{folder, or_exit};
use super::store::{ME, STAFF, build, released, reopened};

/// Goes up when what is made changes.
const MADE_LIKE: u32 = 1;
/// Things that are recorded together.
const TOGETHER: usize = 512;
const HOUR: Millis = 3_600_000;

/// How many of so many requests have a quotation.
pub fn quoted(requests: usize) -> usize {
    requests - requests / 10
}

/// The folder of a house of so many requests; made when there is none yet.
pub async fn store(requests: usize) -> PathBuf {
    let ready = folder().join(format!("crowd-{MADE_LIKE}-{requests}"));
    if !ready.exists() {
        let (making, began) = (ready.with_extension("making"), Instant::now());
        // What an interrupted run left.
        let _ = std::fs::remove_dir_all(&making);
        println!("making a crowd of {requests} in {}", ready.display());
        build(&making, requests).await;
        fill(&making, requests).await;
        or_exit(std::fs::rename(&making, &ready));
        println!("made in {:.1} s", began.elapsed().as_secs_f64());
    }
    ready
}

async fn fill(folder: &Path, requests: usize) {
    let store = released(folder).await;
    let mut random = Random::new(13);
    let mut next = store.journal().last() + 1;
    let quotations: Vec<usize> = (0..quoted(requests)).collect();
    for some in quotations.chunks(TOGETHER) {
        let events = some.iter().map(|n| begun(&mut random, *n)).collect();
        let record = vec![record(&mut random, events)];
        next = or_exit(store.journal().append(next, record).await) + 1;
    }
    let people: Vec<usize> = (0..requests).collect();
    for some in people.chunks(TOGETHER) {
        let events = some.iter().map(|n| person(*n)).collect();
        let record = vec![record(&mut random, events)];
        next = or_exit(store.journal().append(next, record).await) + 1;
    }
    drop(store);
    let desk = reopened(folder).await;
    desk.close().await;
}

fn record(random: &mut Random, events: Vec<Event>) -> NewRecord {
    let mut number = || (u128::from(random.next()) << 64) | u128::from(random.next());
    NewRecord {
        at_ms: NOW - HOUR,
        actor: ME.0,
        on_behalf: None,
        command: number(),
        salt: number().to_le_bytes(),
        payload: or_exit(codec::encode(&events)),
    }
}

fn begun(random: &mut Random, n: usize) -> Event {
    let desks = [At::Brief, At::Pricing, At::Assembly, At::Verification];
    let desk = desks.get(random.below(4)).copied().unwrap_or(At::Brief);
    let officer = PersonId(1 + u32::try_from(random.below(STAFF as usize)).unwrap_or_default());
    let hours = Millis::try_from(random.below(2_000)).unwrap_or_default();
    let standing = QuotationStanding {
        stage: QuotationStage::At(desk),
        round: Round::R1,
        turn_of: matches!(desk, At::Brief | At::Verification).then_some(officer),
        due: Some(NOW + (hours - 400) * HOUR + HOUR / 2),
        copies: Vec::new(),
        r1_at: None,
        versions: 0,
        sent: None,
    };
    let brief = Brief {
        work: None,
        audience: None,
        market: None,
        brand: "house".into(),
        language: Language::FR,
        participants: u32::try_from(n % 90).ok(),
        sessions: Some(1),
        dates: "".into(),
        place: "Lyon".into(),
        online: None,
        deadline: None,
    };
    Event::Quotation(OfQuotation {
        request: RequestId::at(n),
        quotation: QuotationId::at(n),
        event: Box::new(QuotationEvent::Begun {
            officer,
            brief: Box::new(brief),
            standing: Box::new(standing),
        }),
    })
}

fn person(n: usize) -> Event {
    let id = PersonId(STAFF + 1 + u32::try_from(n).unwrap_or_default());
    let person = Person {
        id,
        name: format!("Facilitator {n}").into(),
        email: format!("f{n}@people.example").into(),
        roles: vec![Role::Facilitator],
        active: !n.is_multiple_of(20),
        preferences: Preferences::default(),
    };
    Event::People(PeopleEvent::Added {
        person: Box::new(person),
    })
}
