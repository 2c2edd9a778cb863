//! WKS-1: what is said beforehand of a command is what the writer answers to it, for whatever anybody tries: a key
//! that is offered succeeds or asks, a key that is not offered would be refused with the reason that is told.

use proptest::prelude::*;

use super::*;
use crate::desk::feed::Feed;
use crate::domain::tests::bench;
use crate::domain::tests::machine::{Step, step};
use crate::domain::tests::opportunity::machine::{Try, tries, wishes_of_all};
use crate::domain::undo::refusal::UndoRefusal;

/// Of an undo only that there is none is known beforehand: what stands on it is in records.
fn says(command: &Command, refusal: Option<Refusal>) -> Option<Refusal> {
    let turns = matches!(command, Command::Undo | Command::Redo);
    refusal.filter(|refusal| {
        let told = matches!(
            refusal,
            Refusal::Undo(UndoRefusal::NothingToUndo)
                | Refusal::Undo(UndoRefusal::NothingToRedo)
                | Refusal::NobodyKnown
        );
        !turns || told
    })
}

/// Somebody tries something at a real desk: it was said beforehand what comes of it.
async fn tried(office: &Office, step: &Step) -> Result<bool, TestCaseError> {
    let Some(who) = step.who else {
        return Ok(false);
    };
    let now = office.desk.now();
    let command = office.read(step.command.clone());
    let sight = office.desk.sight(who);
    let before = sight.would(&command, now).err();
    // Asked again it is the same answer, kept.
    prop_assert_eq!(sight.would(&command, now).err(), before.clone());
    let submission = Submission::new(Some(who), command.clone());
    let answer = match office.desk.submit(submission).await {
        Ok(_) => None,
        Err(Rejection::Refused(refusal)) => Some(refusal),
        Err(other) => return Err(TestCaseError::fail(format!("{other:?}"))),
    };
    let refused = answer.is_some();
    prop_assert_eq!(before, says(&command, answer), "{:?} {:?}", who, command);
    Ok(refused)
}

#[test]
fn wks_1_what_is_said_beforehand_is_what_the_writer_answers() {
    let config = ProptestConfig {
        cases: 12,
        ..ProptestConfig::default()
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let counted = std::cell::Cell::new((0_u32, 0_u32));
    proptest!(config, |(steps in prop::collection::vec(step(), 20..60))| {
        runtime.block_on(async {
            let office = Office::open().await;
            for _ in 0..4 {
                office.request("a@one.example").await;
            }
            for step in &steps {
                office.set_clock(office.desk.now() + step.minutes * 60_000);
                let (done, refused) = counted.get();
                match tried(&office, step).await? {
                    true => counted.set((done, refused + 1)),
                    false => counted.set((done + 1, refused)),
                }
            }
            Ok::<(), TestCaseError>(())
        })?;
    });
    let (done, refused) = counted.get();
    assert!(done > 20 && refused > 20, "{done} done, {refused} refused");
}

fn check(tried: &Try<'_>) -> Result<(), TestCaseError> {
    let sight = Feed::new(tried.before.clone()).latest().sight(tried.actor);
    let command = match tried.command.is_whole() {
        true => tried.command.clone().upon(tried.before.seq()),
        false => tried.command.clone(),
    };
    let refusal = tried.answer.as_ref().err().cloned();
    prop_assert_eq!(
        sight.would(&command, tried.now).err(),
        says(&command, refusal),
        "{:?} {:?}",
        tried.actor,
        command
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn wks_1_brd_4_brd_6_what_is_said_beforehand_on_a_board_is_what_the_rules_answer(
        wishes in wishes_of_all(80),
    ) {
        tries(&wishes, check)?;
    }
}

/// An answer is kept for its minute and its snapshot, and no longer.
#[tokio::test]
async fn wks_1_an_answer_lasts_as_long_as_nothing_changed() {
    let office = Office::open().await;
    let id = office.request("a@one.example").await;
    let claim = bench::on(&[id], Act::Claim);
    let now = office.desk.now();
    let before = office.desk.sight(ANNA);
    assert_eq!(before.would(&claim, now), Ok(()));
    office.must(Some(ANNA), claim.clone()).await;
    // What was shown then said so truly; what is shown now does not.
    assert_eq!(before.would(&claim, now), Ok(()));
    let after = office.desk.sight(ANNA);
    assert_eq!(after.would(&claim, now), Err(Refusal::AlreadySo));
    let snooze = bench::on(&[id], Act::Snooze(now + 90_000));
    assert_eq!(after.would(&snooze, now), Ok(()));
    assert_eq!(after.would(&snooze, now + 90_000), Err(Refusal::InThePast));
}
