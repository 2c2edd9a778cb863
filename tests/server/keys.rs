//! Every key of the table over real SSH, through a line that cuts and delays what it carries: the notes that come
//! of it are those of a line that does not (WKS-1).

use std::time::Duration;

use futures_util::{StreamExt, stream};
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout_at};

use crate::caller::{Caller, Screen};
use crate::server::{Served, key};
use crate::slow::{lag, trembling};
use crate::table::{Dice, KEYS, TEXT, mark, note};

/// The longest gap between two bytes of a key, in milliseconds.
const GAP: u64 = 600;
/// So many lines at once: on each of them as many keys come with the longest gap between all their bytes, and every
/// key does on one of them.
const LINES: usize = 6;

/// A note with its first text.
async fn open(screen: &mut Screen) {
    screen.wait_for("R-1").await;
    screen.send("N").await;
    screen.wait_for("Note on").await;
    screen.send(TEXT).await;
    screen.wait_for("last").await;
}

/// What the note is after each key of the table, sent in one piece on a quiet line.
async fn expected(served: &Served) -> Vec<String> {
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut screen = ben.screen((100, 30), &[]).await;
    open(&mut screen).await;
    let mut notes = Vec::new();
    for (place, bytes) in KEYS.iter().enumerate() {
        screen.send_bytes(bytes).await;
        screen.send(&mark(place).to_string()).await;
        screen.wait_for(&mark(place).to_string()).await;
        notes.push(note(&screen.text()));
    }
    // Each left its mark, and most of them more than that.
    let mut all = notes.clone();
    all.dedup();
    assert_eq!(all.len(), KEYS.len());
    notes
}

/// Every key on one line: those whose turn it is with the longest gaps, the others with gaps of any length.
async fn over_a_slow_line(turn: usize, whole: Vec<String>) {
    let seed = 20_261_129 + turn as u64;
    // A login under way on another line must not wait for it.
    let served = tokio::task::block_in_place(Served::small);
    let line = trembling(served.port, seed, 40).await;
    let ben = Caller::login_over(line, &key("ben")).await;
    let mut screen = ben.screen((100, 30), &[]).await;
    open(&mut screen).await;
    // The line shows once what it is like: a key that is cut so late is Esc, and its rest is nothing.
    screen.send_bytes(b"\x1b").await;
    screen.wait_gone("Note on").await;
    screen.send_bytes(b"[A").await;
    screen.send("N").await;
    screen.wait_for("last").await;
    let mut dice = Dice(seed);
    for (place, bytes) in KEYS.iter().enumerate() {
        for byte in *bytes {
            screen.send_bytes(&[*byte]).await;
            let gap = if place % LINES == turn {
                GAP
            } else {
                dice.gap(GAP)
            };
            lag(gap).await;
        }
        screen.send(&mark(place).to_string()).await;
        let what = format!("seed {seed}, {}: {}", bytes.escape_ascii(), whole[place]);
        screen
            .wait_until(&what, |text| note(text) == whole[place])
            .await;
    }
    // Esc itself closes the note, however the line is, and the draft is what it was.
    screen.send_bytes(b"\x1b").await;
    screen.wait_gone("Note on").await;
    screen.send("N").await;
    let last = &whole[KEYS.len() - 1];
    screen
        .wait_until("the draft", |text| note(text) == *last)
        .await;
    nothing_was_done(&served);
    let until = Instant::now() + Duration::from_secs(60);
    screen.send("\x11").await;
    timeout_at(until, screen.end()).await.expect("it stays");
}

/// Nothing was done to the request by a piece of a key.
fn nothing_was_done(served: &Served) {
    let history = tokio::task::block_in_place(|| served.must(&["history", "R-1"]));
    let of_ben = history.lines().filter(|line| line.contains("Ben"));
    assert_eq!(of_ben.count(), 0, "{history}");
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_1_every_key_over_a_line_that_cuts_and_delays_does_what_it_does_whole() {
    let whole = expected(&Served::small()).await;
    let mut lines = JoinSet::new();
    for turn in 0..LINES {
        lines.spawn(over_a_slow_line(turn, whole.clone()));
    }
    while let Some(line) = lines.join_next().await {
        line.expect("a line");
    }
}

/// The first key on a line that comes apart cannot be told from Esc: its rest, that long after it, is nothing, from
/// whatever key of the table it is.
#[tokio::test(flavor = "multi_thread")]
async fn wks_1_the_rest_of_the_first_key_that_comes_apart_is_no_command() {
    let served = Served::small();
    let ben = Caller::login(served.port, &key("ben")).await;
    let rests: Vec<&[u8]> = KEYS
        .iter()
        .filter_map(|key| key.strip_prefix(b"\x1b"))
        .filter(|rest| matches!(rest, [b'[' | b'O', _, ..]) && !rest.starts_with(b"[200~"))
        .collect();
    assert!(rests.len() > 30);
    let mut all = stream::iter(rests)
        .map(|rest| late(&ben, rest))
        .buffer_unordered(LINES);
    while all.next().await.is_some() {}
    drop(all);
    nothing_was_done(&served);
}

/// Esc, and long after it the rest of a key, on a session that has heard nothing yet.
async fn late(ben: &Caller, rest: &[u8]) {
    let mut screen = ben.screen((100, 30), &[]).await;
    screen.wait_for("R-1").await;
    let list = footer(&screen.text());
    screen.send("N").await;
    screen.wait_for("Note on").await;
    screen.send_bytes(b"\x1b").await;
    lag(GAP).await;
    screen.send_bytes(rest).await;
    let what = format!("Esc for {}", rest.escape_ascii());
    screen
        .wait_until(&what, |text| !text.contains("Note on"))
        .await;
    // What comes behind it is heard, and then nothing is asked or open but the list.
    screen.send("?").await;
    screen.wait_for("Keys ·").await;
    screen.send_bytes(b"\x1b").await;
    screen.wait_gone("Keys ·").await;
    assert_eq!(footer(&screen.text()), list, "{what}");
    screen.send("\x11").await;
    screen.end().await;
}

/// The keys that are offered at the bottom of a screen.
fn footer(screen: &str) -> String {
    let last = screen.lines().rfind(|line| !line.trim().is_empty());
    last.unwrap_or_default().to_owned()
}
