//! Proofs of the session: frames are few and whole, and what others do is seen without a key.

mod bench;
mod kept;
mod looks;
mod sent;
mod who;

use std::time::Duration;

use bench::{Bench, typed};

use super::canvas::{Canvas, fitting};
use super::{Ended, Hands, Heard, MOST_PASTED};
use crate::domain::tests::bench::{ANNA, BEN, on};
use crate::domain::{Act, Millis, PersonId, RequestId};
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
    bench.wait_for("larger than 256 KiB").await;
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
