//! The line: it waits no longer than it must, and loses nothing when it is dropped.

use std::io;
use std::time::Duration;

use tokio::sync::mpsc;

use super::super::{Brought, Far, Typed};
use super::word;
use crate::session::line::{Farewell, Heard, Line};
use crate::session::modes::Modes;

/// Long enough for a busy machine.
const DEADLINE: Duration = Duration::from_secs(60);

/// A far end that brings what the test says.
struct Script(mpsc::Receiver<Brought>);

impl Far for Script {
    async fn bring(&mut self) -> Brought {
        match self.0.recv().await {
            Some(brought) => brought,
            None => std::future::pending().await,
        }
    }
}

fn line() -> (mpsc::Sender<Brought>, Typed<Script>, Modes) {
    let ((far, script), modes) = (mpsc::channel(16), Modes::default());
    (far, Typed::new(Script(script), &modes), modes)
}

async fn bring(far: &mpsc::Sender<Brought>, bytes: &[u8]) {
    let bytes = Brought::Bytes(bytes.to_vec());
    far.send(bytes).await.expect("nobody listens");
}

async fn next(line: &mut Typed<Script>) -> String {
    let heard = tokio::time::timeout(DEADLINE, line.next()).await;
    word(&heard.expect("nothing is heard"))
}

/// What is heard without waiting; the question is dropped.
async fn now(line: &mut Typed<Script>) -> Option<String> {
    tokio::select! {
        biased;
        heard = line.next() => Some(word(&heard)),
        () = std::future::ready(()) => None,
    }
}

#[tokio::test]
async fn wks_1_escape_alone_is_a_key_a_moment_later() {
    let (far, mut line, _) = line();
    bring(&far, b"\x1b").await;
    assert_eq!(next(&mut line).await, "Esc");
    bring(&far, b"\x1b\x1b[").await;
    assert_eq!(next(&mut line).await, "Esc");
    assert_eq!(next(&mut line).await, "Alt-[");
}

#[tokio::test]
async fn wks_1_a_question_that_is_dropped_loses_nothing() {
    let (far, mut line, _) = line();
    for (piece, expected) in [
        (&b"\x1b[1"[..], None),
        (b";5", None),
        (b"A", Some("Ctrl-Up")),
        (b"\xc3", None),
        (b"\xa9", Some("é")),
    ] {
        bring(&far, piece).await;
        // Nothing more comes at once: asking again and again changes nothing.
        let mut heard = None;
        for _ in 0..3 {
            heard = heard.or(now(&mut line).await);
        }
        assert_eq!(heard.as_deref(), expected, "{}", piece.escape_ascii());
    }
}

#[tokio::test]
async fn wks_1_escape_is_timed_however_often_the_question_is_dropped() {
    let (far, mut line, _) = line();
    bring(&far, b"\x1b").await;
    let asked = async {
        loop {
            match now(&mut line).await {
                Some(heard) => return heard,
                None => tokio::task::yield_now().await,
            }
        }
    };
    let heard = tokio::time::timeout(DEADLINE, asked).await;
    assert_eq!(heard.expect("nothing is heard"), "Esc");
}

#[tokio::test]
async fn wks_2_what_came_in_time_counts_however_late_it_is_looked_at() {
    let (far, mut line, _) = line();
    line.take(Brought::Bytes(b"\x1b".to_vec()));
    assert_eq!(line.understand(), None);
    // The rest came while the session did something else, for longer than ESC is waited for.
    line.brought -= Duration::from_secs(1);
    bring(&far, b"[A").await;
    assert_eq!(now(&mut line).await.as_deref(), Some("Up"));
}

#[tokio::test]
async fn wks_2_the_size_comes_between_the_bytes_of_a_key() {
    let (far, mut line, _) = line();
    bring(&far, b"jj\x1b[1").await;
    let resized = Brought::Heard(Heard::Resized(120, 40));
    far.send(resized).await.expect("nobody listens");
    bring(&far, b";2A").await;
    for expected in ["j", "j", "Resized(120, 40)", "Shift-Up"] {
        assert_eq!(next(&mut line).await, expected);
    }
}

#[tokio::test]
async fn wks_7_nothing_is_heard_after_the_end() {
    for end in [
        Heard::Gone,
        Heard::Killed(15),
        Heard::Dismissed(Farewell::Idle),
    ] {
        let (far, mut line, _) = line();
        bring(&far, b"a").await;
        far.send(Brought::Heard(end.clone()))
            .await
            .expect("nobody listens");
        bring(&far, b"b").await;
        let end = word(&end);
        for expected in ["a", &end, &end] {
            assert_eq!(next(&mut line).await, expected);
        }
    }
}

#[tokio::test]
async fn wks_6_bytes_that_say_nothing_do_not_hold_the_session() {
    let (far, mut line, _) = line();
    let garbage =
        tokio::spawn(
            async move { while far.send(Brought::Bytes(vec![0xff; 64])).await.is_ok() {} },
        );
    // It is asked as the session does it, and must answer that there is nothing now.
    for _ in 0..100 {
        assert_eq!(now(&mut line).await, None);
        tokio::task::yield_now().await;
    }
    drop(line);
    garbage.await.expect("it does not end");
}

#[tokio::test]
async fn wks_1_a_terminal_is_asked_once_to_tell_keys_apart() {
    let (far, mut line, modes) = line();
    assert!(modes.enter().ends_with("\x1b[?u"));
    assert!(!modes.leave().contains("\x1b[<u"), "it was not asked to");
    bring(&far, b"\x1b[?0u\x1b[?0uj").await;
    for expected in ["Kitty", "j"] {
        assert_eq!(next(&mut line).await, expected);
    }
    let left = modes.leave();
    let (undone, screen) = (left.find("\x1b[<u"), left.find("\x1b[?1049l"));
    assert!(undone.is_some() && undone < screen, "{left:?}");
    assert!(!modes.leave().contains("\x1b[<u"), "it is undone once");
    // The terminal was lent, and answers again.
    bring(&far, b"\x1b[?0u").await;
    assert_eq!(next(&mut line).await, "Kitty");
}

#[tokio::test]
async fn a_far_end_without_an_editor_says_so() {
    let (_far, mut line, _) = line();
    let error = line.edit("a text").await.expect_err("there is no editor");
    assert_eq!(error.kind(), io::ErrorKind::Unsupported);
    line.sleep().await;
}
