//! WKS-3, PPL-2: whoever sees something new is woken, and nobody is by a draft that is not theirs.

use crate::domain::opportunity::event::OfBoard;
use crate::domain::quotation::event::OfQuotation;
use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::feed::touched;
use super::views::{BoardList, BoardQuery, Sight};
use super::*;
use crate::domain::event::Event;
use crate::domain::ids::OpportunityId;
use crate::domain::person::Permission;
use crate::domain::tests::bench::BEN;
use crate::domain::tests::opportunity::machine::{Step, play, wishes_of_all};
use crate::domain::tests::quotation as quoting;
use crate::domain::{PersonId, State};

/// All that somebody is shown without a record being read, as text.
fn seen(sight: &Sight, now: Millis) -> String {
    let mut all = format!(
        "{:?} {:?} {:?} {:?} {:?} {:?}",
        sight.me(now),
        sight.firm(now),
        sight.own_requests(),
        sight.quotations(now),
        sight.profile(sight.whose()),
        sight.keys_of(sight.whose()),
    );
    for scope in ["all", "mine", "favourites", ""] {
        let list = BoardList::make(sight, BoardQuery::parse(scope), now);
        let rows = list.window(sight, 0, 100, now);
        all.push_str(&format!("\n{rows:?}"));
    }
    for own in [true, false] {
        all.push_str(&format!("\n{:?}", sight.stats(own, now)));
    }
    for id in 1..=8 {
        let stamp = sight.opportunity_stamp(OpportunityId(id), now);
        all.push_str(&format!("\n{stamp:?}"));
    }
    all
}

/// What everybody sees, and how far their news goes.
fn everybody(feed: &Feed, state: &State, now: Millis) -> BTreeMap<PersonId, (String, News)> {
    let latest = feed.latest();
    let people = state.people().map(|person| person.id);
    let of = |id: PersonId| {
        let text = seen(&latest.clone().sight(id), now);
        (id, (text, latest.news_of(Some(id))))
    };
    people.map(of).collect()
}

/// Whether a record is of its actor's own business alone.
fn is_private(events: &[Event]) -> bool {
    events.iter().all(|event| match event {
        Event::Board(OfBoard { event, .. }) => event.is_private(),
        _ => false,
    })
}

/// Whether a draft is of the firm of this person too: colleagues work on it together (PPL-7).
fn is_colleagues(state: &State, events: &[Event], person: PersonId) -> bool {
    events.iter().any(|event| match event {
        Event::Board(OfBoard { event, .. }) => {
            let proposal = event.proposal().and_then(|id| state.board().proposal(id));
            proposal.is_some_and(|one| state.firms().rights(person, one.firm).is_some())
        }
        _ => false,
    })
}

fn check(step: &Step<'_>) -> Result<(), TestCaseError> {
    let feed = Feed::new(step.before.clone());
    let before = everybody(&feed, step.before, step.now);
    let touched = touched(step.after, Some(step.actor), step.events);
    let seq = step.after.seq();
    let changed = touched.requests.into_iter().map(|id| (seq, id));
    feed.publish(step.after.clone(), changed, touched.reach);
    let after = everybody(&feed, step.before, step.now);
    for (id, (was, news)) in &before {
        let (is, newer) = &after[id];
        let reads = |state: &State| {
            let person = state.person(*id);
            person.is_some_and(|person| person.may(Permission::ReadInbox))
        };
        let looks = reads(step.before) || reads(step.after);
        let woken = looks || news != newer;
        prop_assert!(
            woken || was == is,
            "{:?} {:?}:\n{}\n{}",
            id,
            step.events,
            was,
            is
        );
        let others = *id != step.actor && !is_colleagues(step.after, step.events, *id);
        if is_private(step.events) && others {
            prop_assert_eq!(
                news,
                newer,
                "{:?} is told of a draft: {:?}",
                id,
                step.events
            );
            prop_assert_eq!(was, is, "{:?} sees a draft: {:?}", id, step.events);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn wks_3_ppl_2_whoever_sees_something_new_is_woken_and_nobody_by_a_draft(
        wishes in wishes_of_all(60),
    ) {
        play(&wishes, check)?;
    }
}

/// What happens to a client's request, and who asks for it, is on the client's screen too.
#[test]
fn wks_3_a_client_is_woken_by_what_she_sees_of_her_own_request() {
    use crate::domain::request::CloseReason;
    let (mut bench, request) = quoting::quoted();
    let organisation = bench.get(request).organisation;
    let acts = [
        (Act::SetSubject("ACME / another".into()), true),
        (Act::Note("told nobody".into()), false),
        (Act::Tag("urgent".into(), true), false),
        (Act::Close(CloseReason::OTHER, "done".into()), true),
        (Act::Reopen, true),
    ];
    let woken = |before: &State, bench: &crate::domain::tests::bench::Bench| {
        let (meta, events) = bench.records.last().expect("a record");
        let step = Step {
            before,
            after: &bench.state,
            now: bench.now,
            actor: meta.actor.expect("somebody"),
            events,
        };
        check(&step).expect("whoever sees something new is woken");
        let feed = Feed::new(before.clone());
        let news = feed.latest().news_of(Some(quoting::GUS));
        let reach = touched(&bench.state, meta.actor, events).reach;
        feed.publish(bench.state.clone(), [], reach);
        feed.latest().news_of(Some(quoting::GUS)) != news
    };
    for (act, wakes) in acts {
        let before = bench.state.clone();
        bench.act(BEN, request, act.clone());
        assert_eq!(woken(&before, &bench), wakes, "{act:?}");
    }
    let before = bench.state.clone();
    bench.profile(organisation, |profile| profile.name = "Another".into());
    assert!(
        woken(&before, &bench),
        "her organisation is called otherwise"
    );
}

/// PPL-2: what the house works on of a quotation wakes no client, and tells none of it, not even when.
#[test]
fn wks_3_ppl_2_a_client_is_woken_by_what_leaves_the_house_of_her_quotation_and_by_nothing_else() {
    let (mut bench, _) = quoting::sent();
    let accept = crate::domain::quotation::QuotationCommand::Accept {
        quotation: crate::domain::QuotationId(1),
        version: 2,
        words: "".into(),
    };
    bench.must(Some(BEN), Command::Quotation(Box::new(accept)));
    let mut state = State::default();
    let mut woken = Vec::new();
    for (meta, events) in &bench.records {
        let before = state.clone();
        state.apply(meta, events);
        let quotation = events.iter().find_map(|event| match event {
            Event::Quotation(OfQuotation { event, .. }) => Some(event.deed().key()),
            _ => None,
        });
        let Some(key) = quotation else { continue };
        let step = Step {
            before: &before,
            after: &state,
            now: meta.at,
            actor: meta.actor.expect("somebody"),
            events,
        };
        check(&step).expect("whoever sees something new is woken");
        let reach = touched(&state, meta.actor, events).reach;
        let client = reach
            .iter()
            .any(|one| format!("{one:?}").starts_with("Contact"));
        let by = meta.actor != Some(quoting::GUS);
        woken.extend((client && by).then_some(key));
    }
    assert_eq!(woken, ["quotation-sent", "quotation-accepted"]);
}

#[test]
fn wks_3_trouble_is_everybodys_news() {
    let feed = Feed::new(State::default());
    let news = feed.latest().news_of(None);
    feed.report(Some("the disk is full"));
    assert_ne!(feed.latest().news_of(None), news);
}
