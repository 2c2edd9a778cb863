//! ESC-2 to ESC-6, invariant 4: eight people do random things with the money of two projects in two currencies, at random
//! times. Whatever they do, every entry is balanced, nothing barred crosses zero, clients are covered, every hold has an exit,
//! and the records alone give the same books; an auditor who knows nothing of the books says so after each.

mod wishes;

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::auditor::Auditor;
use super::bench::*;
use crate::domain::command::Command;
use crate::domain::escrow::EscrowCommand;
use crate::domain::tests::opportunity::machine::read_back;
use wishes::{Wish, wish};

type Checked = Result<(), TestCaseError>;

/// Plays wishes from a start, and counts what was done.
fn run(start: &Fair, wishes: &[Wish], done: &mut BTreeMap<&'static str, u32>) -> Checked {
    let mut fair = start.clone();
    let mut auditor = Auditor::default();
    for (meta, events) in &fair.records {
        auditor.reads(meta.at, events)?;
    }
    auditor.agrees(&fair.state)?;
    for wish in wishes {
        fair.now += wish.minutes * 60_000;
        let (who, command) = wishes::command(&fair, wish);
        let name = wishes::name(&command);
        let before = fair.state.clone();
        match fair.0.run(who, command.clone()) {
            Err(_) => prop_assert!(fair.state == before, "a refusal leaves no trace"),
            Ok(decision) => {
                *done.entry(name).or_default() += 1;
                auditor.reads(fair.now, &decision.events)?;
            }
        }
        auditor.agrees(&fair.state)?;
        jobs(&fair)?;
        if wish.restarts {
            // What a checkpoint brings back goes on in the same way.
            let back = read_back(&fair.state);
            prop_assert!(back == fair.state, "a checkpoint gives the same");
            fair.0.state = back;
            auditor.agrees(&fair.state)?;
        }
    }
    exits(&fair)?;
    prop_assert!(fair.replayed() == fair.state, "replay gives the same");
    // A torn tail: any beginning of the records is a house of its own.
    let most = wishes.first().map_or(0, |wish| wish.a) % (fair.records.len() + 1);
    let mut torn = crate::domain::state::State::default();
    let mut auditor = Auditor::default();
    for (meta, events) in fair.records.iter().take(most) {
        torn.apply(meta, events);
        auditor.reads(meta.at, events)?;
    }
    auditor.agrees(&torn)
}

/// What silence releases next is what the rows say, and the job that does so is never refused: it would be sent for ever.
fn jobs(fair: &Fair) -> Checked {
    let books = fair.state.books();
    let all = books.projects().flat_map(|project| {
        let silent = project.silent().collect::<Vec<_>>().into_iter();
        silent.map(|(at, number)| (at, project.opportunity, number))
    });
    prop_assert_eq!(books.next_silent(), all.min());
    let Some((at, project, number)) = books.next_silent() else {
        return Ok(());
    };
    let mut then = fair.clone();
    then.now = then.now.max(at);
    let lapse = EscrowCommand::Lapse { project, number };
    let answer = then.0.run(None, Command::Escrow(Box::new(lapse)));
    prop_assert!(answer.is_ok(), "{answer:?}");
    prop_assert!(
        then.state.books().next_silent() > books.next_silent()
            || then.state.books().next_silent().is_none()
    );
    Ok(())
}

/// Every sum that a dispute holds has an exit: whatever it is, the mediator can propose, and award when the time is over.
fn exits(fair: &Fair) -> Checked {
    let projects = fair.state.books().projects();
    for project in projects {
        let Some((_, dispute)) = project.open_dispute() else {
            continue;
        };
        let mut later = fair.clone();
        for command in wishes::exit(&later, project, dispute) {
            later.now += 90 * 24 * 3_600_000;
            let answer = later.0.run(Some(EVE), Command::Escrow(Box::new(command)));
            prop_assert!(answer.is_ok(), "{answer:?}");
        }
        let after = later.state.books().project(project.opportunity);
        prop_assert!(after.is_some_and(|one| one.open_dispute().is_none()));
    }
    Ok(())
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        max_shrink_iters: 20_000,
        ..ProptestConfig::default()
    }
}

#[test]
fn invariant_4_esc_2_esc_5_whatever_people_do_with_money() {
    let start = two();
    let wishes = prop::collection::vec(wish(), 1..100);
    proptest!(config(64), |(wishes in wishes)| run(&start, &wishes, &mut BTreeMap::new())?);
}

/// The same over ten thousand sequences of a hundred, which takes minutes: run it by hand, and read how many there were.
#[test]
#[ignore = "takes minutes"]
fn invariant_4_ten_thousand_sequences_of_a_hundred_hold() {
    let start = two();
    let count = std::cell::Cell::new(0_u32);
    let done = std::cell::RefCell::new(BTreeMap::new());
    let wishes = prop::collection::vec(wish(), 100..101);
    proptest!(config(10_000), |(wishes in wishes)| {
        count.set(count.get() + 1);
        run(&start, &wishes, &mut done.borrow_mut())?;
    });
    println!("{} sequences: {:?}", count.get(), done.borrow());
    assert!(count.get() >= 10_000);
}

/// The machine is worth its time only if all there is happens in it.
#[test]
fn invariant_4_everything_that_can_be_done_with_money_is_done_by_the_machine() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let start = two();
    let mut runner = TestRunner::deterministic();
    let wishes = prop::collection::vec(wish(), 100..101);
    let mut done = BTreeMap::new();
    for _ in 0..120 {
        let tree = wishes.new_tree(&mut runner).expect("wishes");
        run(&start, &tree.current(), &mut done).expect("sound");
    }
    for name in wishes::NAMES {
        let times = done.get(name).copied().unwrap_or(0);
        assert!(times > 0, "{name} never happens: {done:?}");
    }
}
