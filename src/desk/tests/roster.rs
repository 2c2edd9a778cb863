//! WKS-3, QUO-1: a list that is kept true by what changed is the list made anew, and what changed elsewhere costs it
//! nothing.

mod directory;

use std::sync::Arc;

use proptest::prelude::*;

use super::super::feed::touched;
use super::views::{Listed, PersonRow, QuotationRow, Roster, Sight, SortBy, SortKey, Wish};
use super::*;
use crate::domain::access::command::AccessCommand;
use crate::domain::money::Currency;
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::{Preferences, Role};
use crate::domain::prices::Line;
use crate::domain::quotation::{QuotationCommand, QuotationPart, QuotationStage};
use crate::domain::tests::bench::{BEN, Bench, CLEA, DAN, mail};
use crate::domain::tests::crowd::crowded;
use crate::domain::tests::machine::{Step, step};
use crate::domain::tests::prices::book;
use crate::domain::tests::quotation::{GUS, quoted, whole_brief};
use crate::domain::{Event, QuotationId};

/// What is done in a house that quotes.
#[derive(Clone, Debug)]
enum Deed {
    /// A quotation goes on to wherever it goes next; or it is declined, or dropped.
    Next(usize, bool),
    Begin(u32),
    Tag(usize, bool),
    Drop(usize),
    /// What is done in every house.
    Other(Box<Step>),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        10 => (0..4_usize, any::<bool>()).prop_map(|(n, yes)| Deed::Next(n, yes)),
        3 => (1..6_u32).prop_map(Deed::Begin),
        1 => (0..4_usize, any::<bool>()).prop_map(|(n, there)| Deed::Tag(n, there)),
        1 => (0..4_usize).prop_map(Deed::Drop),
        8 => step().prop_map(|step| Deed::Other(Box::new(step))),
    ]
}

fn wanted(who: PersonId, command: QuotationCommand) -> (Option<PersonId>, Command) {
    (Some(who), Command::Quotation(Box::new(command)))
}

/// A deed as a command; `None` where there is nothing it could be about.
fn command(bench: &Bench, deed: Deed) -> Option<(Option<PersonId>, Command)> {
    let all = || bench.state.quotations().rows().iter();
    let one = |n: usize| all().nth(n % all().count().max(1)).map(|one| one.id);
    Some(match deed {
        Deed::Other(step) => (step.who, step.command),
        Deed::Begin(id) => wanted(BEN, QuotationCommand::Begin(RequestId(id))),
        Deed::Tag(n, there) => {
            let (quotation, tag) = (one(n)?, "urgent".into());
            let tag = QuotationCommand::Tag {
                quotation,
                tag,
                there,
            };
            wanted(BEN, tag)
        }
        Deed::Drop(n) => {
            let (quotation, reason) = (one(n)?, "over".into());
            wanted(BEN, QuotationCommand::Drop { quotation, reason })
        }
        Deed::Next(n, yes) => next(bench, one(n)?, yes)?,
    })
}

/// The step that brings a quotation on.
fn next(bench: &Bench, quotation: QuotationId, yes: bool) -> Option<(Option<PersonId>, Command)> {
    use crate::domain::quotation::Desk::{Assembly, Brief, Pricing, Verification};
    let it = bench.state.quotations().get(quotation)?;
    let seen = it.latest().map_or(0, |latest| latest.number);
    let is_of = |part| it.latest().is_some_and(|latest| latest.part == part);
    Some(match it.standing.stage {
        QuotationStage::At(Brief) if it.asked_at.is_none() => {
            let brief = Box::new(whole_brief(bench));
            let asked = Some("Two groups.".into());
            let brief = QuotationCommand::Brief {
                quotation,
                brief,
                asked,
            };
            wanted(BEN, brief)
        }
        QuotationStage::At(Brief) => wanted(BEN, QuotationCommand::SendR1(quotation)),
        QuotationStage::At(Pricing) if !is_of(QuotationPart::Lines) => {
            let line = Line::of(&book().lists[0], "workshop", 2, "Atelier")?;
            let price = QuotationCommand::Price {
                quotation,
                seen,
                currency: Currency::EUR,
                lines: vec![line],
                note: "".into(),
                valid_until: None,
            };
            wanted(CLEA, price)
        }
        QuotationStage::At(Pricing) => wanted(CLEA, QuotationCommand::HandPrices(quotation)),
        QuotationStage::At(Assembly) if !is_of(QuotationPart::Texts) => {
            let assemble = QuotationCommand::Assemble {
                quotation,
                seen,
                project: "Two afternoons.".into(),
                conditions: "30 days.".into(),
                valid_until: None,
            };
            wanted(DAN, assemble)
        }
        QuotationStage::At(Assembly) => wanted(DAN, QuotationCommand::HandProject(quotation)),
        QuotationStage::At(Verification) => wanted(
            BEN,
            QuotationCommand::Send {
                quotation,
                version: seen,
            },
        ),
        QuotationStage::Sent { version, .. } if yes => {
            let words = "".into();
            let accept = QuotationCommand::Accept {
                quotation,
                version,
                words,
            };
            wanted(BEN, accept)
        }
        QuotationStage::Sent { .. } => {
            let reason = "too dear".into();
            wanted(GUS, QuotationCommand::Decline { quotation, reason })
        }
        QuotationStage::Accepted { .. }
        | QuotationStage::Declined { .. }
        | QuotationStage::Dropped { .. } => return None,
    })
}

/// A house that quotes, with more requests.
fn house() -> Bench {
    let (mut bench, _) = quoted();
    for n in 0..4_usize {
        let from = ["a@one.example", "c@two.fr"][n % 2];
        let mail = mail(900 + n as u128, from, "cotation", "text");
        bench.receive(mail).expect("taken in");
    }
    bench
}

/// Runs a command, and publishes what came of it.
fn run(bench: &mut Bench, feed: &Feed, who: Option<PersonId>, command: Command) {
    let seq = bench.state.seq();
    let events = bench.run(who, command).map(|done| done.events);
    if bench.state.seq() > seq {
        let events: Vec<Event> = events.unwrap_or_default();
        let touched = touched(&bench.state, who, &events);
        let changed = touched.requests.into_iter().map(|id| (seq + 1, id));
        feed.publish(bench.state.clone(), changed, touched.reach);
    }
}

/// The order, the ids of a whole list, and how many there are.
fn reads<T: Listed>(roster: &Roster<T>) -> (Vec<T::Id>, usize, usize) {
    let ids = (0..roster.len()).filter_map(|n| roster.id_at(n));
    (ids.collect(), roster.whole(), roster.counted())
}

/// What sorts, and is looked for.
type Keyed<T> = fn(&T) -> SortKey;

fn wish<T: Listed>(words: &str, by: Option<Keyed<T>>, text: fn(&T) -> String) -> Wish<T> {
    let by = by.map(|by| Arc::new(by) as SortBy<T>);
    Wish::new(words, Arc::new(text)).sorted(by, words.len() % 2 == 1)
}

fn quotation_wishes() -> Vec<Wish<QuotationRow>> {
    let text = |row: &QuotationRow| {
        format!(
            "{} {} {} {:?} {:?}",
            row.subject, row.organisation, row.officer, row.stage, row.tags
        )
    };
    let by_stage: Keyed<QuotationRow> = |row| (0, format!("{:?}{:?}", row.stage, row.turn));
    let by_due: Keyed<QuotationRow> = |row| (row.due.unwrap_or(i64::MAX), row.officer.clone());
    vec![
        wish("", None, text),
        wish("a", Some(by_stage), text),
        wish("at", Some(by_due), text),
        wish("urgent", None, text),
    ]
}

fn person_wishes() -> Vec<Wish<PersonRow>> {
    let text = |row: &PersonRow| format!("{} {} {:?}", row.name, row.email, row.roles);
    let by_keys: Keyed<PersonRow> = |row| (row.keys as i64, row.email.clone());
    let by_state: Keyed<PersonRow> = |row| (i64::from(row.invitations > 0), String::new());
    vec![
        wish("", None, text),
        wish("a", Some(by_keys), text),
        wish("", Some(by_state), text),
    ]
}

/// Brings a kept list on, and holds it against one made anew. Yields whether it had to be made anew.
fn follows<T: Listed>(
    kept: &mut Roster<T>,
    wish: &Wish<T>,
    sight: &Sight,
    now: Millis,
) -> Result<bool, TestCaseError>
where
    T::Id: std::fmt::Debug,
{
    let anew = Roster::build(sight, wish.clone(), now);
    let advanced = kept.advance(sight, now).is_some();
    if !advanced {
        *kept = Roster::build(sight, wish.clone(), now);
    }
    prop_assert_eq!(reads(kept), reads(&anew));
    for n in 0..kept.len() {
        let id = kept.id_at(n);
        prop_assert_eq!(id.and_then(|id| kept.position(id)), Some(n));
    }
    Ok(!advanced)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn wks_3_quo_1_ppl_5_a_list_kept_true_is_the_list_made_anew(
        deeds in prop::collection::vec((deed(), 0..4_000_i64), 1..60),
        who in prop::sample::select(vec![BEN, CLEA, DAN, GUS, ANNA]),
    ) {
        let mut bench = house();
        let feed = Feed::new(bench.state.clone());
        let sight = || feed.latest().sight(who);
        let (offers, people) = (quotation_wishes(), person_wishes());
        let begun = bench.now;
        let mut office: Vec<_> = offers
            .iter()
            .map(|wish| Roster::build(&sight(), wish.clone(), begun))
            .collect();
        let mut ring: Vec<_> = people
            .iter()
            .map(|wish| Roster::build(&sight(), wish.clone(), begun))
            .collect();
        for (deed, minutes) in deeds {
            bench.now += minutes * 60_000;
            let Some((actor, command)) = command(&bench, deed) else {
                continue;
            };
            run(&mut bench, &feed, actor, command);
            for (kept, wish) in office.iter_mut().zip(&offers) {
                follows(kept, wish, &sight(), bench.now)?;
            }
            for (kept, wish) in ring.iter_mut().zip(&people) {
                follows(kept, wish, &sight(), bench.now)?;
            }
            let all = sight().quotations(bench.now).unwrap_or_default();
            let all: Vec<_> = all.into_iter().map(|row| row.id).collect();
            prop_assert_eq!(&reads(&office[0]).0, &all);
        }
    }
}

/// What happens elsewhere than in the office: to requests, to preferences, to people and their keys.
fn elsewhere() -> [(PersonId, Command); 5] {
    [
        (BEN, bench::on(&[2], Act::Claim)),
        (BEN, bench::on(&[3], Act::Tag("urgent".into(), true))),
        (
            BEN,
            Command::People(PeopleCommand::ChangePreferences(Preferences {
                toured: true,
                ..Preferences::default()
            })),
        ),
        (
            ANNA,
            Command::People(PeopleCommand::Add(bench::somebody(
                "Zoe",
                &[Role::Treasurer],
            ))),
        ),
        (
            ANNA,
            Command::Access(AccessCommand::AddKey {
                person: CLEA,
                key: crate::domain::tests::access::key(1),
            }),
        ),
    ]
}

/// A change elsewhere, a favourite, somebody new and a key are nothing to the office; time alone is what it makes late.
#[test]
fn wks_3_quo_1_what_changes_elsewhere_asks_the_office_for_nothing() {
    let mut bench = house();
    let feed = Feed::new(bench.state.clone());
    let do_it = |bench: &mut Bench, who, command: Command| {
        let before = bench.state.seq();
        let told = format!("{command:?}");
        let command = match command.is_whole() {
            true => command.upon(before),
            false => command,
        };
        run(bench, &feed, Some(who), command);
        assert!(bench.state.seq() > before, "not done: {told}");
    };
    let q = QuotationId(1);
    do_it(
        &mut bench,
        BEN,
        wanted(BEN, QuotationCommand::Begin(RequestId(1))).1,
    );
    let wishes = quotation_wishes();
    let first = feed.latest().sight(BEN);
    let mut office = Roster::build(&first, wishes[0].clone(), bench.now);
    let mut news = |now| office.advance(&feed.latest().sight(BEN), now);
    for (who, command) in elsewhere() {
        let told = format!("{command:?}");
        do_it(&mut bench, who, command);
        assert_eq!(news(bench.now), Some(Vec::new()), "{told}");
    }
    let tag = QuotationCommand::Tag {
        quotation: q,
        tag: "urgent".into(),
        there: true,
    };
    do_it(&mut bench, BEN, wanted(BEN, tag).1);
    assert_eq!(news(bench.now), Some(vec![q]));
    let due = bench.state.quotations().get(q).and_then(|q| q.standing.due);
    let due = due.expect("it is due some day");
    assert_eq!(news(due), Some(Vec::new()), "not yet");
    assert_eq!(news(due + 1), Some(vec![q]), "it is late");
    assert_eq!(news(due + 60_000), Some(Vec::new()), "as it was");
    let name = Command::People(PeopleCommand::Edit {
        person: BEN,
        name: "Benedict".into(),
        email: "".into(),
    });
    do_it(&mut bench, ANNA, name);
    assert_eq!(news(due + 60_000), None, "its officer is called otherwise");
}

/// Among a thousand people somebody new is all that their list looks at, and nothing at all to the office; how somebody
/// likes the workstation is nothing to either.
#[test]
fn wks_3_ppl_5_among_many_people_a_list_looks_at_who_changed() {
    let mut bench = crowded(1_000);
    let feed = Feed::new(bench.state.clone());
    let first = feed.latest().sight(ANNA);
    let mut people = Roster::build(&first, person_wishes()[0].clone(), bench.now);
    let mut office = Roster::build(&first, quotation_wishes()[0].clone(), bench.now);
    let likes = PeopleCommand::ChangePreferences(Preferences {
        toured: true,
        ..Preferences::default()
    });
    let add = |name| PeopleCommand::Add(bench::somebody(name, &[Role::Facilitator]));
    let new = |bench: &Bench| vec![PersonId::at(bench.state.next_person().index() - 1)];
    for command in [likes, add("Zoe"), add("Yann")] {
        let adds = matches!(command, PeopleCommand::Add(_));
        let command = Command::People(command);
        let command = match command.is_whole() {
            true => command.upon(bench.state.seq()),
            false => command,
        };
        run(&mut bench, &feed, Some(ANNA), command);
        let looked_at = people.advance(&feed.latest().sight(ANNA), bench.now);
        let wanted = if adds { new(&bench) } else { Vec::new() };
        assert_eq!(looked_at, Some(wanted));
        let looked_at = office.advance(&feed.latest().sight(ANNA), bench.now);
        assert_eq!(looked_at, Some(Vec::new()));
    }
    assert_eq!(people.whole(), bench.state.people().count());
}
