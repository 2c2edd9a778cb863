//! Proofs of the session: frames are few and whole, what was typed is kept however it ends, what others
//! do is seen, and a panic goes no further.

mod bench;
mod looks;
mod sent;

use std::time::Duration;

use bench::{Bench, typed};

use super::canvas::{Canvas, fitting};
use super::drafts::Keeper;
use super::{Ended, Farewell, Hands, Heard, MOST_PASTED};
use crate::desk::access;
use crate::domain::tests::bench::{ANNA, BEN, on};
use crate::domain::{Act, Command, Millis, PersonId, RequestId};
use crate::ui::Event;
use crate::ui::kit::texts::Lang;

#[tokio::test(flavor = "multi_thread")]
async fn wks_2_a_frame_is_whole_and_nothing_is_written_for_nothing() {
    let bench = Bench::open(Some(ANNA)).await;
    bench.wait_for("R-1").await;
    // A key that means nothing changes nothing: no frame.
    bench.hear(typed("\u{e000}")).await;
    bench.hear(typed("Ctrl-q")).await;
    let (ended, frames) = bench.end().await;
    assert_eq!(ended, Ended::Quit);
    assert!(!frames.is_empty());
    for frame in &frames {
        let (start, end) = ("\x1b[?2026h", "\x1b[?2026l");
        assert!(
            frame.starts_with(start) && frame.ends_with(end),
            "{frame:?}"
        );
        assert_eq!(
            (frame.matches(start).count(), frame.matches(end).count()),
            (1, 1),
            "{frame:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_3_what_another_does_is_seen_without_a_key() {
    let bench = Bench::open(Some(ANNA)).await;
    bench.wait_for("R-1").await;
    bench.must(Some(BEN), on(&[1], Act::Claim)).await;
    // It is not hers any more to take: her list is empty now.
    bench.wait_for("0/0").await;
    bench.hear(Heard::Gone).await;
    assert_eq!(bench.end().await.0, Ended::Gone);
}

/// The story behind: the pane said that nothing fits any more, the session that the beginning was pasted.
#[tokio::test(flavor = "multi_thread")]
async fn wks_1_of_a_paste_that_is_too_long_nothing_is_taken_and_one_word_is_said() {
    let bench = Bench::open(Some(ANNA)).await;
    bench.wait_for("R-1").await;
    bench.hear(typed("N")).await;
    bench.wait_for("Note on").await;
    bench.hear(typed("w")).await;
    bench
        .hear(Heard::pasted("x".repeat(MOST_PASTED + 1), false))
        .await;
    bench.wait_for("More than 256 KiB were pasted").await;
    bench
        .wait_until(|screen| {
            let text = screen.contents();
            text.contains('w') && !text.contains("xxx") && !text.contains("full")
        })
        .await;
    // What fits is taken as ever.
    bench.hear(Heard::pasted("yyy".to_owned(), false)).await;
    bench.wait_for("wyyy").await;
    bench.hear(Heard::Gone).await;
    assert_eq!(bench.end().await.0, Ended::Gone);
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_2_a_slow_line_gets_fewer_frames_and_the_latest() {
    let mut bench = Bench::open(Some(ANNA)).await;
    bench.wait_for("R-1").await;
    bench.hold().await;
    for n in 2..40 {
        bench.receive(n).await;
        bench.hear(typed("j")).await;
    }
    let before = bench.frames();
    bench.release();
    bench.wait_for("Inbox 39").await;
    assert!(
        bench.frames() - before < 10,
        "frames were queued: {}",
        bench.frames() - before
    );
    bench.hear(typed("Ctrl-q")).await;
    assert_eq!(bench.end().await.0, Ended::Quit);
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_what_was_typed_is_kept_however_it_ends() {
    for last in [Heard::Gone, Heard::Killed(15)] {
        let bench = Bench::open(Some(ANNA)).await;
        bench.wait_for("R-1").await;
        bench.hear(typed("N")).await;
        bench.wait_for("Ctrl-s").await;
        for c in "rappeler".chars() {
            bench.hear(typed(&c.to_string())).await;
        }
        bench.hear(last.clone()).await;
        let drafts = bench.desk().store().drafts().clone();
        let expected = if last == Heard::Gone {
            Ended::Gone
        } else {
            Ended::Killed(15)
        };
        assert_eq!(bench.end().await.0, expected);
        let keys = drafts.list(ANNA.0).expect("drafts");
        let texts: Vec<_> = keys.iter().map(|key| drafts.load(ANNA.0, key)).collect();
        assert!(
            matches!(&texts[..], [Ok(Some(text))] if text == "rappeler"),
            "{texts:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_a_command_sent_before_the_end_is_done() {
    let bench = Bench::open(Some(ANNA)).await;
    bench.wait_for("R-1").await;
    bench.hear(typed("c")).await;
    bench.hear(Heard::Gone).await;
    let desk = bench.desk().clone();
    assert_eq!(bench.end().await.0, Ended::Gone);
    let inbox = crate::desk::views::Inbox::build(&desk.sight(ANNA), "who:me", desk.now());
    assert_eq!(inbox.expect("she may read").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_a_panic_ends_one_session_with_its_drafts_kept() {
    let bench = Bench::open(Some(ANNA)).await;
    bench.wait_for("R-1").await;
    let desk = bench.desk().clone();
    // Once the stored draft is on the screen, every letter is kept.
    let (drafts, key) = (desk.store().drafts(), "note:R-1");
    drafts.save(ANNA.0, key, "begun").expect("saved");
    bench.hear(typed("N")).await;
    bench.wait_for("begun").await;
    bench.hear(typed("x")).await;
    bench.panic().await;
    assert_eq!(bench.end().await.0, Ended::Panicked);
    let kept = drafts.load(ANNA.0, key).expect("drafts");
    assert_eq!(kept.as_deref(), Some("begunx"));
    let done = desk
        .submit(crate::desk::Submission::new(
            Some(BEN),
            on(&[1], Act::Claim),
        ))
        .await;
    assert!(done.is_ok(), "the others work on: {done:?}");
}

/// WKS-2: input methods and screen readers follow the terminal's own cursor.
#[tokio::test(flavor = "multi_thread")]
async fn wks_2_the_terminals_cursor_stands_where_one_writes() {
    let bench = Bench::open(Some(ANNA)).await;
    bench.wait_for("R-1").await;
    bench.wait_until(|screen| screen.hide_cursor()).await;
    bench.hear(typed("/")).await;
    bench.hear(typed("a")).await;
    let behind = |screen: &vt100::Screen, words: &str| {
        let (row, column) = screen.cursor_position();
        let before = screen.contents_between(row, 0, row, column);
        !screen.hide_cursor() && before.ends_with(words)
    };
    bench.wait_until(|screen| behind(screen, " / a")).await;
    bench.hear(typed("Esc")).await;
    bench.wait_until(|screen| screen.hide_cursor()).await;
    bench.hear(Heard::Gone).await;
    bench.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_2_another_size_is_drawn_anew() {
    let mut bench = Bench::open(Some(ANNA)).await;
    bench.wait_for("R-1").await;
    bench.resize(120, 40).await;
    bench.wait_until(|screen| has_footer_at(screen, 39)).await;
    bench.hear(typed("Ctrl-q")).await;
    let (_, frames) = bench.end().await;
    assert!(
        frames
            .iter()
            .filter(|frame| frame.contains("\x1b[2J"))
            .count()
            >= 2
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_2_a_terminal_that_can_is_asked_to_tell_keys_apart() {
    let mut bench = Bench::open(Some(ANNA)).await;
    bench.wait_for("R-1").await;
    bench.hear(Heard::Kitty).await;
    // Another size in the same moment does not make it forgotten.
    bench.resize(120, 40).await;
    bench.wait_until(|screen| has_footer_at(screen, 39)).await;
    bench.hear(typed("Ctrl-q")).await;
    let (_, frames) = bench.end().await;
    let asked: Vec<&String> = frames
        .iter()
        .filter(|frame| frame.contains("\x1b[>1u"))
        .collect();
    let [frame] = asked[..] else {
        panic!("it is asked in {} frames", asked.len());
    };
    assert!(frame.starts_with("\x1b[?2026h") && frame.ends_with("\x1b[?2026l"));
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_1_who_is_not_known_is_asked_and_remembered() {
    let bench = Bench::open(None).await;
    bench.wait_for("Ben").await;
    bench.hear(typed("Enter")).await;
    bench.hear(typed("1")).await;
    bench.wait_for("R-1").await;
    assert_eq!(bench.remembered(), Some(ANNA));
    bench.hear(Heard::Gone).await;
    bench.end().await;
}

/// REQ-8: others are told of a session once it stayed somewhere, and no more once it is over; and it is
/// told of them.
#[tokio::test(flavor = "multi_thread")]
async fn req_8_wks_3_sessions_are_told_of_each_other_without_a_key() {
    let bench = Bench::open(Some(ANNA)).await;
    bench.wait_for("R-1").await;
    let mut others = bench.desk().presence().subscribe();
    let bens = bench.desk().sight(BEN);
    let looked_at = |all: &std::sync::Arc<crate::desk::Attendance>| {
        let there: Vec<_> = bens.onlookers(all).at(RequestId(1)).collect();
        !there.is_empty()
    };
    assert!(!looked_at(&others.borrow()));
    let began = std::time::Instant::now();
    bench.hear(typed("Enter")).await;
    let told = tokio::time::timeout(DEADLINE, others.wait_for(looked_at));
    assert!(told.await.is_ok(), "nobody is told of her");
    assert!(began.elapsed() >= Duration::from_millis(300), "too soon");

    let seat = bench.desk().presence().sit(BEN);
    seat.looking(Some(RequestId(1)));
    bench.wait_for("Ben is looking at this").await;
    drop(seat);
    bench
        .wait_until(|screen| !screen.contents().contains("Ben is"))
        .await;
    bench.hear(Heard::Gone).await;
    bench.end().await;
    let gone = tokio::time::timeout(DEADLINE, others.wait_for(|all| !looked_at(all)));
    assert!(gone.await.is_ok(), "her seat stays taken");
}

/// What is published in the same moment does not hide that a colleague came.
#[tokio::test]
async fn req_8_wks_3_a_colleague_who_comes_with_other_news_is_told_of() {
    let (desk, _folder) = bench::desk().await;
    bench::receive(&desk, 1).await;
    let mut hands = Hands::new(bench::at_hand(&desk), Some(ANNA), false, Lang::En);
    let here = |told: Vec<Event>| {
        let present = told.into_iter().rev().find_map(|event| match event {
            Event::Present(onlookers) => Some(onlookers.at(RequestId(1)).count()),
            _ => None,
        });
        present.expect("she is told who is where")
    };
    assert_eq!(here(hands.news()), 0);
    let seat = desk.presence().sit(BEN);
    seat.looking(Some(RequestId(1)));
    bench::receive(&desk, 2).await;
    assert_eq!(here(hands.news()), 1);
    assert!(hands.news().is_empty(), "it is told once");
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_nobody_from_elsewhere_is_asked_who_they_are() {
    let bench = Bench::from_elsewhere(None).await;
    let (ended, frames) = bench.end().await;
    assert_eq!(ended, Ended::Dismissed(Farewell::Revoked));
    assert!(frames.is_empty(), "{frames:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_a_session_that_is_nobodys_any_more_ends() {
    let out = |active| Command::SetActive {
        person: BEN,
        active,
    };
    let bench = Bench::open(Some(BEN)).await;
    bench.wait_for("R-1").await;
    bench.must(Some(ANNA), out(false)).await;
    let (ended, _) = bench.end().await;
    assert_eq!(ended, Ended::Dismissed(Farewell::Revoked));

    let (desk, folder) = bench::desk().await;
    let done = desk.submit(crate::desk::Submission::new(Some(ANNA), out(false)));
    done.await.expect("he is let go");
    let bench = Bench::on(desk, folder, Some(BEN), true);
    let (ended, frames) = bench.end().await;
    assert_eq!(ended, Ended::Dismissed(Farewell::Revoked));
    assert!(!frames.concat().contains("Anna"), "{frames:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_who_is_let_go_while_asked_is_not_let_in() {
    let bench = Bench::open(None).await;
    bench.wait_for("Ben").await;
    let out = Command::SetActive {
        person: BEN,
        active: false,
    };
    bench.must(Some(ANNA), out).await;
    bench
        .wait_until(|screen| !screen.contents().contains("Ben"))
        .await;
    bench.hear(typed("Enter")).await;
    bench.hear(typed("1")).await;
    bench.wait_for("R-1").await;
    assert_eq!(bench.remembered(), Some(ANNA));
    bench.hear(Heard::Gone).await;
    bench.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_a_session_makes_the_code_of_an_invitation() {
    let bench = Bench::open(Some(ANNA)).await;
    bench.wait_for("R-1").await;
    for key in [",", "p"] {
        bench.hear(typed(key)).await;
    }
    bench.wait_for("who may enter").await;
    for key in ["n", "i"] {
        bench.hear(typed(key)).await;
    }
    bench.wait_for("48 hours").await;
    for c in "+60d".chars() {
        bench.hear(typed(&c.to_string())).await;
    }
    bench.hear(typed("Enter")).await;
    bench.wait_for("30 days at most").await;
    bench.hear(typed("Ctrl-u")).await;
    bench.hear(typed("Enter")).await;
    bench.wait_for("ssh -p 2222 house.example").await;
    let stands = |word: &str| {
        let digest = access::digest(word).filter(|_| word.len() == 19);
        let (published, now) = (bench.desk().published(), bench.desk().now());
        digest.is_some_and(|digest| published.code_stands(&digest, now))
    };
    bench
        .wait_until(|screen| screen.contents().split_whitespace().any(stands))
        .await;
    let open = bench.desk().published().invitations(ANNA);
    assert_eq!(
        open.map(|rows| rows.len()),
        Ok(1),
        "the refused one is none"
    );
    bench.hear(Heard::Gone).await;
    bench.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_3_a_session_without_a_key_is_warned_and_ends_and_keeps_its_draft() {
    let idle = std::time::Duration::from_millis(1_500);
    let bench = Bench::resting(ANNA, idle).await;
    bench.hear(typed("1")).await;
    bench.wait_for("R-1").await;
    for key in ["N", "h", "a", "l", "f"] {
        bench.hear(typed(key)).await;
    }
    bench.wait_for("half").await;
    bench.wait_for("this session ends in a minute").await;
    let drafts = bench.desk().store().drafts().clone();
    assert_eq!(bench.end().await.0, Ended::Dismissed(Farewell::Idle));
    let draft = drafts
        .load(ANNA.0, "note:R-1")
        .expect("the drafts can be read");
    assert_eq!(draft.as_deref(), Some("half"));
}

#[test]
fn wks_2_any_size_a_terminal_claims_can_be_drawn() {
    for (claimed, drawn) in [
        ((80, 24), (80, 24)),
        ((0, 0), (80, 24)),
        ((0, 50), (80, 24)),
        ((1, 1), (1, 1)),
        ((65_535, 65_535), (400, 150)),
    ] {
        assert_eq!(fitting(claimed.0, claimed.1), drawn);
    }
    drop(Canvas::new(
        fitting(u16::MAX, u16::MAX),
        Default::default(),
        true,
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_a_draft_that_is_not_written_yet_is_still_known() {
    let (desk, _folder) = bench::desk().await;
    let store = desk.store().drafts().clone();
    let mut keeper = Keeper::new(store.clone());
    let key = || "note".to_owned();
    assert_eq!(keeper.known(ANNA, "note"), None);
    keeper.save(ANNA, key(), "a".into());
    keeper.save(ANNA, key(), "ab".into());
    assert_eq!(keeper.known(ANNA, "note"), Some(Some("ab".into())));
    assert_eq!(keeper.known(BEN, "note"), None);
    assert!(keeper.work().await.is_none());
    assert_eq!(
        store.load(ANNA.0, "note").expect("a draft").as_deref(),
        Some("ab")
    );
    assert_eq!(keeper.known(ANNA, "note"), None, "what is written is read");
    // Dropped while a save of it still waits: it must not come back.
    keeper.save(ANNA, key(), "abc".into());
    keeper.drop_draft(ANNA, key());
    assert_eq!(keeper.known(ANNA, "note"), Some(None));
    assert_eq!(keeper.changed(ANNA).get("note"), Some(&false));
    assert!(keeper.flush().await.is_none());
    assert_eq!(store.load(ANNA.0, "note").expect("no fault"), None);
}

/// What was on the screen 50 ms before a kill is stored: whenever one types, by the clock of the session. A
/// writing takes no time by that clock; what it takes on a disk is what `benches/drafts.rs` says.
#[tokio::test(start_paused = true)]
async fn wks_7_what_was_typed_50_ms_ago_is_stored() {
    let (desk, _folder) = bench::desk().await;
    let store = desk.store().drafts().clone();
    let mut keeper = Keeper::new(store.clone());
    let (mut typed, mut changes) = (String::new(), Vec::new());
    // Alone, in a burst, steadily for long, and after a rest.
    let keys = (0..1_000_u64).filter(|ms| match ms {
        0..100 => ms % 97 == 0,
        100..150 => true,
        150..700 => ms % 7 == 0,
        700..900 => false,
        _ => ms % 45 == 0,
    });
    let keys: std::collections::BTreeSet<u64> = keys.collect();
    for ms in 0..1_100 {
        if keys.contains(&ms) {
            typed.push(char::from(b'a' + (ms % 26) as u8));
            changes.push((ms, typed.len()));
            keeper.save(ANNA, "note".into(), typed.clone());
        }
        let moment = tokio::time::sleep(Duration::from_millis(1));
        tokio::pin!(moment);
        loop {
            tokio::select! {
                () = &mut moment => break,
                fault = keeper.work() => assert!(fault.is_none(), "{fault:?}"),
            }
        }
        let old = changes.iter().rev().find(|(at, _)| at + 50 <= ms);
        let due = old.map_or(0, |(_, length)| *length);
        let stored = store.load(ANNA.0, "note").expect("a draft");
        let stored = stored.unwrap_or_default();
        assert!(
            stored.len() >= due && typed.starts_with(&stored),
            "after {ms} ms {stored:?} is stored of {typed:?}"
        );
    }
    assert_eq!(store.load(ANNA.0, "note").expect("a draft"), Some(typed));
}

/// The first letter is written at once, and one writing at a time is under way.
#[tokio::test(start_paused = true)]
async fn wks_7_the_first_letter_is_stored_at_once() {
    let (desk, _folder) = bench::desk().await;
    let store = desk.store().drafts().clone();
    let mut keeper = Keeper::new(store.clone());
    let begun = tokio::time::Instant::now();
    keeper.save(ANNA, "note".into(), "a".into());
    assert!(keeper.work().await.is_none());
    assert_eq!(begun.elapsed(), Duration::ZERO);
    keeper.save(ANNA, "note".into(), "ab".into());
    assert!(keeper.work().await.is_none());
    assert_eq!(begun.elapsed(), super::drafts::OFTEN);
    assert_eq!(
        store.load(ANNA.0, "note").expect("a draft").as_deref(),
        Some("ab")
    );
}

/// A session that ends while a stored draft is being read stores what was typed with it.
#[tokio::test(flavor = "multi_thread")]
async fn wks_7_what_is_typed_before_a_draft_came_is_kept_at_the_end() {
    for round in 0..20 {
        let bench = Bench::open(Some(ANNA)).await;
        bench.wait_for("R-1").await;
        let drafts = bench.desk().store().drafts().clone();
        drafts.save(ANNA.0, "note:R-1", "begun").expect("saved");
        // Heard in one go: the end comes before the draft could.
        for key in ["N", "x", "y"] {
            bench.hear(typed(key)).await;
        }
        bench.hear(Heard::Gone).await;
        assert_eq!(bench.end().await.0, Ended::Gone);
        let kept = drafts.load(ANNA.0, "note:R-1").expect("drafts");
        let kept = kept.unwrap_or_default();
        assert!(
            kept.starts_with("begun") && kept.ends_with("xy"),
            "round {round}: {kept:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_7_a_draft_too_large_is_said_once_and_the_others_are_kept() {
    let (desk, _folder) = bench::desk().await;
    let store = desk.store().drafts().clone();
    let mut keeper = Keeper::new(store.clone());
    keeper.save(ANNA, "a".into(), "x".repeat(crate::journal::MAX_DRAFT + 1));
    keeper.save(ANNA, "b".into(), "kept".into());
    let fault = keeper.work().await.expect("a fault");
    assert_eq!(fault.kind, crate::journal::FaultKind::TooLarge);
    assert!(keeper.flush().await.is_none());
    assert_eq!(store.list(ANNA.0).expect("drafts"), ["b"]);
}

fn has_footer_at(screen: &vt100::Screen, row: usize) -> bool {
    let row = screen.rows(0, 120).nth(row);
    row.is_some_and(|row| row.contains("Assign to me"))
}

/// The time the tests stand still at.
const NOON: Millis = 1_773_140_400_000;
/// Long enough for a busy machine.
const DEADLINE: Duration = Duration::from_secs(60);
/// Who was remembered.
type Remembered = std::sync::Arc<std::sync::Mutex<Option<PersonId>>>;

/// WKS-1: the terminal's title says the pane and what waits there; what is copied reaches the terminal, within a
/// frame.
#[tokio::test(flavor = "multi_thread")]
async fn wks_1_the_title_says_the_pane_and_what_is_copied_reaches_the_terminal() {
    let bench = Bench::open(Some(ANNA)).await;
    // Of a case that is not read yet there is one thing to copy, its number.
    bench.wait_for("paul@client1.example").await;
    bench.hear(typed("Y")).await;
    bench.wait_for("Copy what?").await;
    bench.hear(typed("Enter")).await;
    bench.wait_for("Copied: ").await;
    bench.hear(typed("2")).await;
    bench.wait_for("opportunities").await;
    bench.hear(typed("Ctrl-q")).await;
    let (_, frames) = bench.end().await;
    let titles: Vec<&str> = frames.iter().filter_map(|frame| title(frame)).collect();
    assert!(titles[0].starts_with("Home"), "{titles:?}");
    assert!(
        titles.iter().any(|title| title.starts_with("Inbox 1")),
        "{titles:?}"
    );
    assert!(titles[titles.len() - 1].starts_with("Board"), "{titles:?}");
    let copies = frames.iter().filter(|frame| frame.contains("\x1b]52;c;"));
    assert_eq!(copies.count(), 1);
    // cGF1bEBjbGllbnQxLmV4YW1wbGU= is paul@client1.example.
    let copied = "\x1b]52;c;cGF1bEBjbGllbnQxLmV4YW1wbGU=";
    assert!(frames.iter().any(|frame| frame.contains(copied)));
    let whole = |frame: &String| frame.starts_with("\x1b[?2026h") && frame.ends_with("\x1b[?2026l");
    assert!(frames.iter().all(whole));
}

/// The title a frame gives the terminal.
fn title(frame: &str) -> Option<&str> {
    let (_, title) = frame.split_once("\x1b]0;")?;
    title.split_once('\x07').map(|(title, _)| title)
}
